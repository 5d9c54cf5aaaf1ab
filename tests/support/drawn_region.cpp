#include "support/drawn_region.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include "base/text.hpp"
#include "region/messages.hpp"

namespace veer::test {

namespace {

using region::schema;
using region::TableSchema;

Figure spread(const char* distribution, double low, double typical, double high) {
  Figure figure(typical);
  figure.low = low;
  figure.high = high;
  figure.distribution = distribution;
  return figure;
}

std::string column_text(const formats::Table& table, const std::vector<std::string>& row, const std::string& column) {
  const auto position = table.column(column);
  ENSURE(position.has_value(), "the sketch asks a column that the table does not have");
  return row[*position];
}

}  // namespace

Figure Figure::share(double probability) {
  Figure figure(probability);
  figure.unit = "fraction";
  return figure;
}
Figure Figure::uniform(double low, double high) { return spread("uniform", low, (low + high) / 2, high); }
Figure Figure::triangular(double low, double mode, double high) { return spread("triangular", low, mode, high); }
Figure Figure::exponential(double mean) { return spread("exponential", 0, mean, 3 * mean); }
Figure Figure::named(std::string parameter_id) {
  Figure figure(0);
  figure.id = std::move(parameter_id);
  return figure;
}
Figure Figure::grouped(std::string name, double probability) const {
  Figure figure = *this;
  figure.group = std::move(name);
  figure.rho = probability;
  return figure;
}

RegionSketch::RegionSketch() {
  tables_.id = "sketch";
  tables_.title = "Sketch";
  tables_.reference_date = "2021-01-01";
  for (const TableSchema& one : region::schemas()) {
    formats::Table table;
    table.name = one.name;
    table.file = std::string(one.name) + ".csv";
    for (const region::ColumnSchema& column : one.columns) table.columns.emplace_back(column.name);
    tables_.tables.emplace(table.name, std::move(table));
  }
  row("sources", {{"id", "sketch"}, {"title", "Drawn for a test"}});
  row("organisations", {{"id", "town"}, {"name", "Town"}, {"kind", "municipality"}, {"track", "car"}});
  row("organisations", {{"id", "provider"}, {"name", "Provider"}, {"kind", "provider"}, {"track", "provider"}});
  service("power");
  parameter("default.restart", 0);
  parameter("building.default", 40);
  Figure outdoor(2);
  outdoor.unit = "°C";
  parameter("outdoor.winter", outdoor);
}

RegionSketch& RegionSketch::row(const std::string& name, const std::map<std::string, std::string>& cells) {
  formats::Table& table = tables_.tables.at(name);
  std::vector<std::string> out(table.columns.size());
  const auto put = [&](const std::string& column, const std::string& text) {
    const auto position = table.column(column);
    ENSURE(position.has_value(), "the sketch fills a column that the table does not have");
    out[*position] = text;
  };
  if (table.column("source")) put("source", "sketch");
  if (table.column("confidence")) put("confidence", "assumption");
  for (const auto& [column, text] : cells) put(column, text);
  table.rows.push_back(std::move(out));
  return *this;
}

std::vector<std::string>* RegionSketch::find(const std::string& table, const std::string& id) {
  auto& rows = tables_.tables.at(table).rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&id](const auto& one) { return one.front() == id; });
  return found == rows.end() ? nullptr : &*found;
}

std::string& RegionSketch::cell(const std::string& table, const std::string& id, const std::string& column) {
  std::vector<std::string>* found = find(table, id);
  ENSURE(found != nullptr, "the sketch has no such row");
  const auto position = tables_.tables.at(table).column(column);
  ENSURE(position.has_value(), "the sketch has no such column");
  return (*found)[*position];
}

RegionSketch& RegionSketch::set(const std::string& table, const std::string& id, const std::string& column,
                                const std::string& text) {
  cell(table, id, column) = text;
  return *this;
}

RegionSketch& RegionSketch::remove(const std::string& table, const std::string& id) {
  auto& rows = tables_.tables.at(table).rows;
  const auto last = std::remove_if(rows.begin(), rows.end(), [&id](const auto& one) { return one.front() == id; });
  ENSURE(last != rows.end(), "the sketch has no such row");
  rows.erase(last, rows.end());
  return *this;
}

RegionSketch& RegionSketch::service(const std::string& id) {
  service_ = id;
  if (find("services", id) != nullptr) return *this;
  return row("services", {{"id", id}, {"name_nl", id}, {"name_en", id}, {"kind", "vital"}, {"pillar", "1"}});
}

RegionSketch& RegionSketch::daily_need(const std::string& id) {
  if (find("services", id) != nullptr) return *this;
  return row("services", {{"id", id}, {"name_nl", id}, {"name_en", id}, {"kind", "daily_need"}, {"pillar", "2"}});
}

RegionSketch& RegionSketch::parameter(const std::string& id, const Figure& figure) {
  if (find("parameters", id) != nullptr) remove("parameters", id);
  return row("parameters", {{"id", id},
                            {"subject", "sketch"},
                            {"parameter", id},
                            {"low", canonical_number(figure.low)},
                            {"typical", canonical_number(figure.typical)},
                            {"high", canonical_number(figure.high)},
                            {"unit", figure.unit},
                            {"distribution", figure.distribution},
                            {"group", figure.group},
                            {"share", canonical_number(figure.rho)}});
}

std::string RegionSketch::parameter_of(const std::string& of, const std::string& column,
                                       const std::optional<Figure>& figure) {
  if (!figure) return {};
  if (!figure->id.empty()) return figure->id;
  const std::string id = of + "." + column;
  parameter(id, *figure);
  return id;
}

RegionSketch& RegionSketch::asset(const std::string& id, std::optional<Figure> restart) {
  asset_ = id;
  return row("assets", {{"id", id},
                        {"name", id},
                        {"kind", id},
                        {"service", service_},
                        {"organisation", "provider"},
                        {"municipality", "town"},
                        {"restart", parameter_of(id, "restart", restart)},
                        {"external", "false"},
                        {"confirmed", "false"}});
}

RegionSketch& RegionSketch::breaks_down(const Figure& failure, const Figure& repair) {
  set("assets", asset_, "failure", parameter_of(asset_, "failure", failure));
  return set("assets", asset_, "repair", parameter_of(asset_, "repair", repair));
}

RegionSketch& RegionSketch::add_need(const std::string& owner, const std::string& of, const std::string& component,
                                     const std::string& service, std::initializer_list<std::string> suppliers,
                                     const std::string& k) {
  need_ = owner + "." + std::to_string(++counters_[of]);
  row("needs", {{"id", need_}, {"of", of}, {"component", component}, {"service", service}, {"k", k}});
  int number = 0;
  for (const std::string& supplier : suppliers) {
    const std::string target =
        supplier.starts_with("processes/") || supplier.starts_with("assets/") ? supplier : "assets/" + supplier;
    row("need_suppliers", {{"id", need_ + ".s" + std::to_string(++number)}, {"need", need_}, {"supplier", target}});
  }
  return *this;
}

RegionSketch& RegionSketch::need(const std::string& asset, std::initializer_list<std::string> suppliers,
                                 const std::string& k) {
  std::string service = service_;
  if (suppliers.size() > 0 && find("assets", *suppliers.begin()) != nullptr)
    service = cell("assets", *suppliers.begin(), "service");
  return add_need(asset, "assets/" + asset, "", service, suppliers, k);
}

RegionSketch& RegionSketch::daily(const std::string& zone, const std::string& component,
                                  std::initializer_list<std::string> suppliers, const std::string& k) {
  const std::string need = component.substr(0, component.find('@'));
  daily_need(need);
  return add_need(zone, "zones/" + zone, component, need, suppliers, k);
}

RegionSketch& RegionSketch::level(const std::string& process, const std::string& level,
                                  std::initializer_list<std::string> suppliers, const std::string& k) {
  return add_need(process, "processes/" + process, level, service_, suppliers, k);
}

RegionSketch& RegionSketch::add_backup(const std::string& kind, std::map<std::string, std::string> cells) {
  const int order = ++counters_["backups/" + need_];
  cells.insert({{"id", need_ + ".b" + std::to_string(order)},
                {"need", need_},
                {"order", std::to_string(order)},
                {"kind", kind}});
  return row("backups", cells);
}

RegionSketch& RegionSketch::reservoir(const Figure& hours, int recharge) {
  const std::string id = need_ + ".b" + std::to_string(counters_["backups/" + need_] + 1);
  return add_backup("reservoir",
                    {{"capacity", parameter_of(id, "capacity", hours)}, {"recharge", std::to_string(recharge)}});
}

RegionSketch& RegionSketch::generator(const Generator& set) {
  const std::string id = need_ + ".b" + std::to_string(counters_["backups/" + need_] + 1);
  return add_backup("generator", {{"capacity", parameter_of(id, "capacity", set.tank)},
                                  {"run", parameter_of(id, "run", set.run)},
                                  {"start_failure", parameter_of(id, "start_failure", set.start_failure)},
                                  {"available_from", parameter_of(id, "available_from", set.refuel_from)},
                                  {"start_delay", parameter_of(id, "start_delay", set.start_delay)}});
}

RegionSketch& RegionSketch::manual(const Figure& hours, std::optional<Figure> from) {
  const std::string id = need_ + ".b" + std::to_string(counters_["backups/" + need_] + 1);
  return add_backup("manual", {{"capacity", parameter_of(id, "capacity", hours)},
                               {"available_from", parameter_of(id, "available_from", from)}});
}

RegionSketch& RegionSketch::process(const std::string& id, double rto_h, double mtpd_h, std::optional<Figure> restart) {
  return row("processes", {{"id", id},
                           {"name_nl", id},
                           {"name_en", id},
                           {"organisation", "town"},
                           {"service", service_},
                           {"pillar", "3"},
                           {"track", "car"},
                           {"rto_h", canonical_number(rto_h)},
                           {"mtpd_h", canonical_number(mtpd_h)},
                           {"mbco", "minimum"},
                           {"restart", restart ? parameter_of(id, "restart", restart) : "default.restart"}});
}

RegionSketch& RegionSketch::area(const std::string& id) {
  area_ = id;
  if (find("parameters", "reserve.sketch.none") == nullptr) parameter("reserve.sketch.none", 0);
  return row("areas", {{"id", id},
                       {"name", id},
                       {"municipality", "town"},
                       {"households", "0"},
                       {"age_0_14", "0"},
                       {"age_15_24", "0"},
                       {"age_45_64", "0"},
                       {"age_65_plus", "0"},
                       {"age_75_plus", "0"},
                       {"age_85_plus", "0"},
                       {"preparedness", "sketch"},
                       {"mutual_help", "0"},
                       {"volunteers", "0"},
                       {"businesses", "0"},
                       {"jobs", "0"},
                       {"lon", "4.3"},
                       {"lat", "52.08"}});
}

RegionSketch& RegionSketch::zone(const std::string& id, int residents, const std::map<std::string, int>& groups) {
  if (area_.empty()) area("area");
  std::map<std::string, std::string> cells{
      {"id", id},          {"area", area_}, {"residents", std::to_string(residents)},
      {"businesses", "0"}, {"jobs", "0"},   {"building", "building.default"}};
  for (const char* group : region::group_names) {
    const auto found = groups.find(group);
    cells.emplace(group, std::to_string(found == groups.end() ? 0 : found->second));
  }
  row("zones", cells);
  return row("cells", {{"id", id + ".cell"},
                       {"zone", id},
                       {"lon", "4.3"},
                       {"lat", "52.08"},
                       {"addresses", "1"},
                       {"residents", std::to_string(residents)}});
}

RegionSketch& RegionSketch::hazard(const std::string& id, double horizon_h) {
  hazard_ = id;
  return row("hazards", {{"id", id},
                         {"name_nl", id},
                         {"name_en", id},
                         {"start", "2023-01-17T17:00"},
                         {"season", "winter"},
                         {"horizon_h", canonical_number(horizon_h)}});
}

RegionSketch& RegionSketch::shock(const std::string& target, double start_h, double duration_h,
                                  const ShockDetail& detail) {
  const std::string id = hazard_ + ".s" + std::to_string(++counters_["shocks/" + hazard_]);
  return row("shocks", {{"id", id},
                        {"hazard", hazard_},
                        {"kind", detail.kind},
                        {"target", target},
                        {"share", canonical_number(detail.share)},
                        {"start_h", canonical_number(start_h)},
                        {"start_delay", parameter_of(id, "start_delay", detail.start_delay)},
                        {"duration_h", canonical_number(duration_h)},
                        {"duration_delay", parameter_of(id, "duration_delay", detail.duration_delay)},
                        {"magnitude", detail.magnitude ? canonical_number(*detail.magnitude) : ""}});
}

RegionSketch& RegionSketch::outage(const std::string& asset, double hours, double horizon_h) {
  return hazard("outage", horizon_h).shock("id=" + asset, 0, hours);
}

void RegionSketch::sum_areas(region::Tables& tables) const {
  const formats::Table& zones = tables.tables.at("zones");
  formats::Table& areas = tables.tables.at("areas");
  for (auto& area : areas.rows) {
    long sum = 0;
    for (const auto& zone : zones.rows)
      if (column_text(zones, zone, "area") == area.front())
        sum += std::strtol(column_text(zones, zone, "residents").c_str(), nullptr, 10);
    for (const char* column : {"residents", "age_25_44"}) {
      std::string& text = area[*areas.column(column)];
      if (text.empty()) text = std::to_string(sum);  // what a case has set stays
    }
  }
}

region::Tables RegionSketch::tables() const {
  region::Tables out = tables_;
  sum_areas(out);
  return out;
}

Result<region::Region> RegionSketch::try_build(Diagnostics& notes) const {
  return region::build_region(tables(), notes);
}

region::Region RegionSketch::build() const {
  Diagnostics notes;
  auto built = try_build(notes);
  if (!built) {
    const Texts texts{region::messages()};
    for (const Problem& problem : notes.problems())
      std::fprintf(stderr, "%s: %s\n", problem.place.text(Language::en).c_str(),
                   texts.render(problem.message, Language::en).c_str());
  }
  ENSURE(built.has_value(), "the sketch is no good region; its problems stand above");
  return *std::move(built);
}

}  // namespace veer::test
