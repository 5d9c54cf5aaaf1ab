#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/region_json.hpp"
#include "server/stand.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

const char* type_text(formats::ColumnType type) {
  switch (type) {
    case formats::ColumnType::text:
      return "tekst";
    case formats::ColumnType::number:
      return "getal";
    case formats::ColumnType::integer:
      return "geheel";
    case formats::ColumnType::boolean:
      return "waarheid";
  }
  return "tekst";
}

Json words(std::string_view list) {
  Json out = Json::array();
  while (!list.empty()) {
    const auto end = list.find('|');
    out.push_back(list.substr(0, end));
    list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
  }
  return out;
}

Json table_json(const region::TableSchema& schema, const region::Tables& tables) {
  const std::string name(schema.name);
  const formats::Table& table = tables.tables.at(name);
  std::vector<std::size_t> filled(schema.columns.size(), 0);
  for (const auto& row : table.rows)
    for (std::size_t c = 0; c < filled.size(); ++c) filled[c] += row[c].empty() ? 0U : 1U;
  Json columns = Json::array();
  std::size_t all = 0;
  for (std::size_t c = 0; c < schema.columns.size(); ++c) {
    const region::ColumnSchema& column = schema.columns[c];
    all += filled[c];
    columns.push_back({{"naam", column.name},
                       {"type", type_text(column.type)},
                       {"omschrijving", column.description},
                       {"verplicht", column.required},
                       {"lijst", column.list},
                       {"verwijzing", words(column.references)},
                       {"keuzes", words(column.values)},
                       {"minimum", std::isfinite(column.least) ? Json(column.least) : Json()},
                       {"maximum", std::isfinite(column.most) ? Json(column.most) : Json()},
                       {"ingevuld", filled[c]}});
  }
  Json confidence{{"measured", 0}, {"register", 0}, {"published", 0}, {"estimate", 0}, {"assumption", 0}};
  if (const auto at = table.column("confidence"))
    for (const auto& row : table.rows)
      if (confidence.contains(row[*at])) confidence[row[*at]] = confidence[row[*at]].get<std::size_t>() + 1;
  Json confirmed;
  if (const auto at = table.column("confirmed"))
    confirmed =
        std::count_if(table.rows.begin(), table.rows.end(), [&](const auto& row) { return row[*at] == "true"; });
  const std::size_t cells = table.rows.size() * schema.columns.size();
  const auto licence = tables.table_licences.find(name);
  constexpr double digits = 10000;
  return {{"naam", schema.name},
          {"omschrijving", schema.description},
          {"kolommen", std::move(columns)},
          {"aantalRijen", table.rows.size()},
          {"volledigheid",
           cells == 0 ? 0 : std::round(digits * static_cast<double>(all) / static_cast<double>(cells)) / digits},
          {"zekerheid", std::move(confidence)},
          {"bevestigd", std::move(confirmed)},
          {"licentie", licence == tables.table_licences.end() ? "" : licence->second}};
}

tl::expected<const region::TableSchema*, Refusal> schema_of(const Call& call, const Speech& say) {
  const std::string& name = call.path.at("tabel");
  if (const region::TableSchema* const schema = region::schema(name)) return schema;
  std::vector<std::string> names;
  for (const region::TableSchema& schema : region::schemas()) names.emplace_back(schema.name);
  const std::string near = nearest_word(name, names);
  return refuse(not_found(
      say, near.empty() ? say("server.input.no_table", {name}) : say("server.input.no_table_near", {name, near})));
}

Reply list_tables(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Json tables = Json::array();
  for (const region::TableSchema& schema : region::schemas())
    tables.push_back(table_json(schema, (*region)->package.tables));
  return json_answer(Json{{"tabellen", std::move(tables)}}.dump());
}

Reply read_table(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const auto schema = schema_of(call, say);
  if (!schema) return refuse(schema.error());
  return json_answer(table_json(**schema, (*region)->package.tables).dump());
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// Whether cell a comes before b: empty cells last, numbers by value, text by its bytes.
bool before(const std::string& a, const std::string& b, bool numbers) {
  if (a.empty() || b.empty()) return !a.empty() && b.empty();
  if (!numbers) return a < b;
  double x = 0;
  double y = 0;
  std::from_chars(a.data(), a.data() + a.size(), x);
  std::from_chars(b.data(), b.data() + b.size(), y);
  return x < y;
}

/// Which rows, in which order.
struct Wish {
  std::string search;
  std::optional<std::size_t> sort_column;
  bool descending = false;
  bool numbers = false;
  std::optional<std::size_t> filter_column;
  std::string filter_value;
};

Wish wish_of(Query& query, const region::TableSchema& schema, const Speech& say) {
  constexpr std::size_t longest_search = 200;
  Wish wish;
  wish.search = lower(query.text("zoek", longest_search).value_or(""));
  const auto column = [&](const char* parameter, const std::string& name) -> std::optional<std::size_t> {
    for (std::size_t c = 0; c < schema.columns.size(); ++c)
      if (schema.columns[c].name == name) return c;
    query.wrong(parameter, say("server.input.no_column", {std::string(schema.name)}));
    return std::nullopt;
  };
  if (auto sort = query.text("sorteer")) {
    wish.descending = sort->starts_with('-');
    wish.sort_column = column("sorteer", wish.descending ? sort->substr(1) : *sort);
    wish.numbers = wish.sort_column && schema.columns[*wish.sort_column].type != formats::ColumnType::text &&
                   schema.columns[*wish.sort_column].type != formats::ColumnType::boolean;
  }
  const auto filter = query.text("kolom");
  const auto value = query.text("waarde");
  if (filter) wish.filter_column = column("kolom", *filter);
  if (filter.has_value() != value.has_value()) query.wrong("waarde", say("server.query.both", {"kolom", "waarde"}));
  wish.filter_value = value.value_or("");
  return wish;
}

std::vector<const std::vector<std::string>*> wished(const formats::Table& table, const Wish& wish) {
  std::vector<const std::vector<std::string>*> rows;
  for (const auto& row : table.rows) {
    if (wish.filter_column && row[*wish.filter_column] != wish.filter_value) continue;
    if (!wish.search.empty() && std::none_of(row.begin(), row.end(), [&](const std::string& cell) {
          return lower(cell).find(wish.search) != std::string::npos;
        }))
      continue;
    rows.push_back(&row);
  }
  if (wish.sort_column)
    std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
      const std::string& x = (*a)[*wish.sort_column];
      const std::string& y = (*b)[*wish.sort_column];
      if (x.empty() || y.empty()) return !x.empty() && y.empty();
      return wish.descending ? before(y, x, wish.numbers) : before(x, y, wish.numbers);
    });
  return rows;
}

Reply list_rows(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const auto schema = schema_of(call, say);
  if (!schema) return refuse(schema.error());
  Query query(call.target, say);
  const Page page = page_of(query);
  const Wish wish = wish_of(query, **schema, say);
  const StandQuery asked = stand_query(query, say);
  TRY_QUERY(query);
  const auto stand = stand_of(services, *region, asked, say);
  if (!stand) return refuse(stand.error());
  const formats::Table& table = stand->package->tables.tables.at(call.path.at("tabel"));
  const auto rows = wished(table, wish);
  std::string list;
  for (std::size_t r = page.begin(rows.size()); r < page.end(rows.size()); ++r)
    list += (list.empty() ? "" : ",") + row_json(table.columns, *rows[r]);
  const Json paging{{"pagina", page.number},
                    {"paginaGrootte", page.size},
                    {"totaal", rows.size()},
                    {"paginas", (rows.size() + page.size - 1) / page.size}};
  return json_answer("{\"tabel\":" + Json(table.name).dump() + ",\"rijen\":[" + list +
                     "],\"paginering\":" + paging.dump() + "}");
}

/// Whether a cell of that column speaks of table/id.
bool refers(const region::ColumnSchema& column, const std::string& cell, const std::string& table,
            const std::string& id) {
  const bool several_tables = column.references.find('|') != std::string_view::npos;
  const std::string wanted = several_tables ? table + "/" + id : id;
  if (!column.list) return cell == wanted;
  return (" " + cell + " ").find(" " + wanted + " ") != std::string::npos;
}

bool may_refer(const region::ColumnSchema& column, const std::string& table) {
  return ("|" + std::string(column.references) + "|").find("|" + table + "|") != std::string::npos;
}

Json used_by(const region::Tables& tables, const std::string& table, const std::string& id) {
  Json out = Json::array();
  for (const region::TableSchema& schema : region::schemas()) {
    const formats::Table& rows = tables.tables.at(std::string(schema.name));
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
      if (!may_refer(schema.columns[c], table)) continue;
      const auto count = std::count_if(rows.rows.begin(), rows.rows.end(),
                                       [&](const auto& row) { return refers(schema.columns[c], row[c], table, id); });
      if (count > 0) out.push_back({{"tabel", schema.name}, {"kolom", schema.columns[c].name}, {"aantal", count}});
    }
  }
  return out;
}

Reply read_row(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const auto schema = schema_of(call, say);
  if (!schema) return refuse(schema.error());
  const std::string& table = call.path.at("tabel");
  const std::string& id = call.path.at("rijId");
  const store::HeldRow* const row = (*region)->state.row(table, id);
  if (row == nullptr) return refuse(not_found(say, say("server.input.no_row", {table, id})));
  TRY(const auto numbers, services.store.touching((*region)->id, table, id));
  TRY(const auto heads, services.store.heads((*region)->id));
  return json_answer("{\"tabel\":" + Json(table).dump() +
                     ",\"rij\":" + row_json((*region)->state.table(table)->columns, *row->cells) +
                     ",\"laatsteWijziging\":" + head_json(heads.at(numbers.back() - 1)) +
                     ",\"gebruiktDoor\":" + used_by((*region)->package.tables, table, id).dump() + "}");
}

}  // namespace

void add_tables(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/v1/regios/{regioId}/tabellen", list_tables);
  routes.add("GET", "/v1/regios/{regioId}/tabellen/{tabel}", read_table);
  routes.add("GET", "/v1/regios/{regioId}/tabellen/{tabel}/rijen", list_rows);
  routes.add("GET", "/v1/regios/{regioId}/tabellen/{tabel}/rijen/{rijId}", read_row);
}

}  // namespace veer::server
