#include "server/region_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_rows_of_change = 1000;
constexpr std::size_t most_rows_of_difference = 5000;

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

const char* kind_text(store::ChangeKind kind) {
  switch (kind) {
    case store::ChangeKind::import:
      return "import";
    case store::ChangeKind::edit:
      return "wijziging";
    case store::ChangeKind::undo:
      return "terugdraaiing";
  }
  return "wijziging";
}

Json head_object(const store::ChangeHead& head) {
  return {{"nummer", head.number},
          {"tijdstip", head.time},
          {"wie", head.who},
          {"notitie", head.note},
          {"soort", kind_text(head.kind)},
          {"terugdraaiingVan", head.undoes == 0 ? Json() : Json(head.undoes)},
          {"telling", {{"put", head.put_count}, {"remove", head.remove_count}}},
          {"tabellen", head.tables},
          {"hash", head.hash}};
}

Json row_object(const std::vector<std::string>& columns, const store::Row& row) {
  Json out = Json::object();
  for (std::size_t c = 0; c < columns.size(); ++c) out[columns[c]] = row[c];
  return out;
}

std::size_t rows_in(const std::vector<store::TableDifference>& tables,
                    std::size_t (*count)(const store::TableDifference&)) {
  std::size_t sum = 0;
  for (const store::TableDifference& table : tables) sum += count(table);
  return sum;
}

Json table_object(const store::TableDifference& table, const store::State& before, const store::State& after) {
  const auto rows = [&](const std::vector<std::string>& ids, const store::State& state) {
    Json out = Json::array();
    for (const std::string& id : ids)
      out.push_back(row_object(state.table(table.table)->columns, *state.row(table.table, id)->cells));
    return out;
  };
  Json changed = Json::array();
  for (const store::RowDifference& row : table.changed) {
    Json cells = Json::array();
    for (const store::CellDifference& cell : row.cells)
      cells.push_back({{"kolom", cell.column}, {"van", cell.before}, {"naar", cell.after}});
    changed.push_back({{"id", row.id}, {"cellen", std::move(cells)}});
  }
  return {{"naam", table.table},
          {"toegevoegd", rows(table.added, after)},
          {"verwijderd", rows(table.removed, before)},
          {"gewijzigd", std::move(changed)}};
}

}  // namespace

std::string head_json(const store::ChangeHead& head) { return text(head_object(head)); }

std::string row_json(const std::vector<std::string>& columns, const store::Row& row) {
  return text(row_object(columns, row));
}

std::string change_json(const store::Change& change, const std::vector<FieldProblem>& warnings) {
  Json out = head_object(store::head_of(change));
  out["vorigeHash"] = change.previous_hash;
  out["put"] = Json::array();
  out["remove"] = Json::array();
  const bool shown = change.operations.size() <= most_rows_of_change;
  for (const store::Operation& operation : change.operations) {
    if (!shown) break;
    if (operation.row)
      out["put"].push_back(
          {{"tabel", operation.table}, {"rij", row_object(change.columns.at(operation.table), *operation.row)}});
    else
      out["remove"].push_back({{"tabel", operation.table}, {"id", operation.id}});
  }
  out["rijenWeggelaten"] = !shown;
  out["waarschuwingen"] = Json::array();
  for (const FieldProblem& warning : warnings)
    out["waarschuwingen"].push_back(
        {{"tabel", warning.table}, {"rij", warning.row}, {"kolom", warning.column}, {"tekst", warning.reason}});
  return text(out);
}

std::string region_json(const Snapshot& snapshot) {
  const region::Region& region = snapshot.region;
  std::map<std::size_t, std::int64_t> residents;
  std::int64_t all = 0;
  for (const region::Area& area : region.areas) {
    residents[area.municipality.index()] += area.residents;
    all += area.residents;
  }
  Json municipalities = Json::array();
  std::vector<std::size_t> order;
  for (const auto& [index, count] : residents) order.push_back(index);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return region.organisations[a].name < region.organisations[b].name; });
  for (const std::size_t index : order)
    municipalities.push_back({{"id", region.organisations[index].id},
                              {"naam", region.organisations[index].name},
                              {"inwoners", residents[index]}});
  Json tables = Json::array();
  for (const region::TableSchema& schema : region::schemas())
    tables.push_back({{"naam", schema.name},
                      {"omschrijving", schema.description},
                      {"aantalRijen", snapshot.package.tables.tables.at(std::string(schema.name)).rows.size()}});
  const auto confirmed = std::count_if(region.assets.begin(), region.assets.end(),
                                       [](const region::Asset& asset) { return asset.confirmed; });
  return text({{"id", snapshot.id},
               {"titel", region.title},
               {"peilDatum", region.reference_date},
               {"inwoners", all},
               {"gemeenten", std::move(municipalities)},
               {"tabellen", std::move(tables)},
               {"licentie", snapshot.package.tables.licence},
               {"bronvermeldingen", region.attributions},
               {"objectenBevestigd", confirmed},
               {"objectenTotaal", region.assets.size()},
               {"versie", snapshot.version},
               {"laatsteWijziging", head_object(snapshot.last)}});
}

std::string difference_json(std::uint64_t from, std::uint64_t to, const store::State& before,
                            const store::State& after) {
  const auto tables = store::difference(before, after);
  const std::size_t added = rows_in(tables, [](const store::TableDifference& t) { return t.added.size(); });
  const std::size_t removed = rows_in(tables, [](const store::TableDifference& t) { return t.removed.size(); });
  const std::size_t changed = rows_in(tables, [](const store::TableDifference& t) { return t.changed.size(); });
  const bool shown = added + removed + changed <= most_rows_of_difference;
  Json list = Json::array();
  for (const store::TableDifference& table : tables)
    if (shown) list.push_back(table_object(table, before, after));
  return text({{"van", from},
               {"tot", to},
               {"tabellen", std::move(list)},
               {"telling", {{"toegevoegd", added}, {"verwijderd", removed}, {"gewijzigd", changed}}},
               {"rijenWeggelaten", !shown}});
}

}  // namespace veer::server
