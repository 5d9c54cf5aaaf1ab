#include <stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "formats/csv.hpp"
#include "formats/files.hpp"
#include "formats/workbook.hpp"
#include "importers/package/package.hpp"
#include "server/api.hpp"
#include "server/exchange.hpp"
#include "server/stand.hpp"
#include "server/writing.hpp"

namespace veer::server {

namespace {

namespace fs = std::filesystem;

constexpr const char* xlsx_media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A folder for files on their way, that goes away.
class Passing {
 public:
  Passing() {
    std::string pattern = (fs::temp_directory_path() / "veer-serve-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  ~Passing() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

Response file_answer(std::string bytes, const std::string& media, const std::string& name) {
  Response out;
  out.media = media;
  out.body = std::move(bytes);
  out.with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return out;
}

Result<Response> region_file(const Stand& stand, const std::string& form) {
  const region::Tables& tables = stand.package->tables;
  const std::string name = tables.id + "-" + std::to_string(stand.number);
  const Passing folder;
  if (form == "csv") {
    TRY_DONE(importers::write_package(tables, folder / "package"));
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder / "package")) {
      TRY(files[entry.path().filename().string()], formats::read_file(entry.path()));
    }
    for (const auto& [file, text] : stand.package->files) files[file] = text;
    return file_answer(zip(files), "application/zip", name + ".zip");
  }
  const fs::path file = folder / (tables.id + "." + form);
  TRY_DONE(importers::write_package(tables, file));
  TRY(std::string bytes, formats::read_file(file));
  return file_answer(std::move(bytes), form == "xlsx" ? xlsx_media : "application/geopackage+sqlite3",
                     name + "." + form);
}

/// The form of the path, if it is one of these.
tl::expected<std::string, Refusal> form_of(const Call& call, const std::vector<std::string>& forms, const Speech& say) {
  const std::string& form = call.path.at("vorm");
  if (std::find(forms.begin(), forms.end(), form) != forms.end()) return form;
  std::string list;
  for (const std::string& word : forms) list += (list.empty() ? "" : ", ") + word;
  return refuse(not_found(say, say("server.query.word", {list, form})));
}

Reply export_region(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const auto form = form_of(call, {"csv", "xlsx", "gpkg"}, say);
  if (!form) return refuse(form.error());
  Query query(call.target, say);
  const StandQuery asked = stand_query(query, say);
  TRY_QUERY(query);
  const auto stand = stand_of(services, *region, asked, say);
  if (!stand) return refuse(stand.error());
  TRY(Response out, region_file(*stand, *form));
  return out;
}

Reply export_table(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const std::string& name = call.path.at("tabel");
  const region::TableSchema* const schema = region::schema(name);
  if (schema == nullptr) return refuse(not_found(say, say("server.input.no_table", {name})));
  const auto form = form_of(call, {"csv", "csv-punt", "xlsx"}, say);
  if (!form) return refuse(form.error());
  Query query(call.target, say);
  const StandQuery asked = stand_query(query, say);
  TRY_QUERY(query);
  const auto stand = stand_of(services, *region, asked, say);
  if (!stand) return refuse(stand.error());
  const formats::Table& table = stand->package->tables.tables.at(name);
  if (*form == "csv-punt") return file_answer(formats::to_csv(table), "text/csv; charset=utf-8", name + ".csv");
  if (*form == "csv") return file_answer(dutch_csv(table, *schema), "text/csv; charset=utf-8", name + ".csv");
  formats::Sheet sheet{name, {}, table.rows};
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    sheet.columns.push_back({table.columns[c], schema->columns[c].type});
  TRY(std::string bytes, formats::to_xlsx(std::array{sheet}));
  return file_answer(std::move(bytes), xlsx_media, name + ".xlsx");
}

/// The tables of a workbook that someone sends: sheets that are named after a table, or the only sheet for a named one.
Result<std::vector<formats::Table>> read_sent_workbook(const std::string& bytes, const std::string& table) {
  const Passing folder;
  TRY_DONE(formats::write_file_atomically(folder / "werkboek.xlsx", bytes));
  TRY(auto sheets, formats::read_workbook(folder / "werkboek.xlsx"));
  if (!table.empty() && sheets.size() == 1) sheets.front().name = table;
  std::erase_if(sheets, [&](const formats::Table& sheet) {
    return region::schema(sheet.name) == nullptr || (!table.empty() && sheet.name != table);
  });
  if (sheets.empty())
    return fail({ErrorKind::invalid_input, {"server.import.no_sheet", {}}, {"werkboek.xlsx", {}, 0, {}}, {}});
  return sheets;
}

Reply import_tables(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  const bool only_check = query.flag("controleer");
  const bool remove_absent = query.flag("verwijderOntbrekende");
  const std::string table = query.text_or("tabel", "");
  const Author author{query.text_or("wie", only_check ? "-" : ""), query.text_or("notitie", "")};
  std::string media(call.request.header("content-type"));
  media = media.substr(0, media.find(';'));
  const bool workbook = media == xlsx_media;
  if (!workbook && media != "text/csv")
    return refuse(
        Problem{415, title_of(415, say), say("server.input.media", {std::string("text/csv, ") + xlsx_media, media})});
  const region::TableSchema* const schema = region::schema(table);
  if (!table.empty() && schema == nullptr) query.wrong("tabel", say("server.input.no_table", {table}));
  if (table.empty() && !workbook) query.wrong("tabel", say("server.query.missing"));
  TRY_QUERY(query);
  std::vector<FieldProblem> problems;
  check_author(author, say, problems);
  std::vector<formats::Table> tables;
  if (workbook) {
    TRY(tables, read_sent_workbook(call.request.body, table));
  } else {
    TRY(formats::Table sent, read_any_csv(call.request.body, *schema));
    tables.push_back(std::move(sent));
  }
  ChangeInput input;
  for (const formats::Table& sent : tables) {
    ChangeInput rows = input_of(sent, (*region)->package.tables.tables.at(sent.name), remove_absent);
    std::move(rows.put.begin(), rows.put.end(), std::back_inserter(input.put));
    std::move(rows.remove.begin(), rows.remove.end(), std::back_inserter(input.remove));
  }
  const auto operations = resolve(input, (*region)->state, say, problems);
  return store_change(services, {*region, author, operations, input, std::move(problems), only_check}, say);
}

}  // namespace

void add_exchange(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/v1/regios/{regioId}/exports/{vorm}", export_region);
  routes.add("GET", "/v1/regios/{regioId}/tabellen/{tabel}/exports/{vorm}", export_table);
  routes.add("POST", "/v1/regios/{regioId}/imports", import_tables);
}

}  // namespace veer::server
