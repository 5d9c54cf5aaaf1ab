#include "region/measure_change.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "region/cells.hpp"
#include "region/operations_figures.hpp"

namespace veer::region {

namespace {

struct Fault {
  std::string_view column;
  Message message;
};
using Applied = std::optional<Fault>;  ///< nothing: it went well

/// The positions of rows in order of id.
template <class Row>
std::vector<std::uint32_t> by_id(const std::vector<Row>& rows) {
  std::vector<std::uint32_t> out(rows.size());
  std::iota(out.begin(), out.end(), 0U);
  std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return rows[a].id < rows[b].id; });
  return out;
}

template <class Row>
std::optional<std::size_t> found_in(const std::vector<Row>& rows, const std::vector<std::uint32_t>& index,
                                    const std::string& id) {
  const auto at = std::lower_bound(index.begin(), index.end(), id,
                                   [&](std::uint32_t row, const std::string& wanted) { return rows[row].id < wanted; });
  if (at != index.end() && rows[*at].id == id) return *at;
  for (std::size_t i = index.size(); i < rows.size(); ++i)  // rows that a measure added
    if (rows[i].id == id) return i;
  return std::nullopt;
}

/// Puts changes into one region, row by row.
class Editor {
 public:
  /// @param index  of the region, or of one that it began as: rows behind those are found one by one
  Editor(Region& region, const MeasureBook::Index& index) : region_(region), index_(index) {}

  Applied apply(const MeasureChange& change);
  /// Puts the chains that were touched in their order; a new back-up comes behind those that have its place already.
  void settle_chains();
  /// Leaves the chains as they were.
  void forget_chains() { chains_.clear(); }

 private:
  using Values = std::map<std::string, std::string, std::less<>>;

  Applied put(const MeasureChange& change, const std::string& id);
  Applied put_parameter(const std::string& id, const Values& values);
  Applied put_asset(const std::string& id, const Values& values, const Provenance& provenance);
  Applied put_need(const std::string& id, const Values& values, const Provenance& provenance);
  Applied put_supplier(const Values& values);
  Applied put_backup(const std::string& id, const Values& values, const Provenance& provenance);
  Applied put_process(const std::string& id, const Values& values);
  Applied put_area(const std::string& id, const Values& values);
  Applied put_resource(const std::string& id, const Values& values, const Provenance& provenance);
  Applied remove(const MeasureChange& change);

  [[nodiscard]] static Fault bad(const char* table, std::string_view column, const std::string& found,
                                 const char* expected) {
    return {"values", {"region.measure_change.value", {table, std::string(column), found, expected}}};
  }
  [[nodiscard]] static Applied only(const char* table, const Values& values, std::initializer_list<const char*> known);
  [[nodiscard]] static Applied all_of(const char* table, const Values& values,
                                      std::initializer_list<const char*> columns);
  /// A cell that names a parameter, where it stands among the values. @param time  a duration; else a share
  Applied set_parameter(const char* table, const Values& values, const char* column, bool time, ParameterId& out);
  static Applied set_number(const char* table, const Values& values, const char* column, double most, double& out);

  Region& region_;
  const MeasureBook::Index& index_;
  std::map<std::size_t, std::vector<std::pair<int, BackupId>>> chains_;  ///< touched needs: place and back-up
};

Applied Editor::only(const char* table, const Values& values, std::initializer_list<const char*> known) {
  std::string list;
  for (const char* column : known) list += (list.empty() ? "" : ", ") + std::string(column);
  for (const auto& [column, value] : values)
    if (std::find(known.begin(), known.end(), column) == known.end())
      return Fault{"values", {"region.measure_change.column", {table, column, list}}};
  return {};
}

Applied Editor::all_of(const char* table, const Values& values, std::initializer_list<const char*> columns) {
  for (const char* column : columns)
    if (!values.contains(column)) return Fault{"values", {"region.measure_change.column_missing", {table, column}}};
  return {};
}

Applied Editor::set_parameter(const char* table, const Values& values, const char* column, bool time,
                              ParameterId& out) {
  const auto cell = values.find(column);
  if (cell == values.end()) return {};
  if (cell->second.empty()) {
    out = {};
    return {};
  }
  const auto found = found_in(region_.parameters, index_.parameters, cell->second);
  if (!found) return bad(table, column, cell->second, "parameters.id");
  const Unit unit = region_.parameters[*found].unit;
  const bool fits = time ? unit == Unit::hours || unit == Unit::minutes : unit == Unit::fraction;
  if (!fits) return bad(table, column, cell->second, time ? "h, min" : "fraction, probability");
  out = ParameterId(*found);
  return {};
}

Applied Editor::set_number(const char* table, const Values& values, const char* column, double most, double& out) {
  const auto cell = values.find(column);
  if (cell == values.end()) return {};
  const auto number = parse_number(cell->second);
  if (!number || *number < 0 || *number > most) return bad(table, column, cell->second, most > 1 ? ">= 0" : "0 … 1");
  out = *number;
  return {};
}

Applied Editor::put_parameter(const std::string& id, const Values& values) {
  static constexpr const char* table = "parameters";
  const auto known = found_in(region_.parameters, index_.parameters, id);
  Parameter row;
  if (known) {
    if (auto fault = only(table, values, {"low", "typical", "high", "share", "group", "points", "distribution"}))
      return fault;
    row = region_.parameters[*known];
  } else {
    if (auto fault = only(table, values,
                          {"subject", "parameter", "low", "typical", "high", "unit", "share", "group", "points",
                           "distribution", "note"}))
      return fault;
    if (auto fault = all_of(table, values, {"subject", "parameter", "low", "typical", "high", "unit", "distribution"}))
      return fault;
    row.id = id;
    row.group = id;
    row.subject = values.find("subject")->second;
    row.name = values.find("parameter")->second;
    row.unit_text = values.find("unit")->second;
    row.unit = unit_of(row.unit_text);
  }
  constexpr double unlimited = 1e300;
  if (auto fault = set_number(table, values, "low", unlimited, row.low)) return fault;
  if (auto fault = set_number(table, values, "typical", unlimited, row.typical)) return fault;
  if (auto fault = set_number(table, values, "high", unlimited, row.high)) return fault;
  if (auto fault = set_number(table, values, "share", 1, row.share)) return fault;
  if (const auto cell = values.find("group"); cell != values.end())
    row.group = cell->second.empty() ? id : cell->second;
  if (const auto cell = values.find("distribution"); cell != values.end()) {
    static constexpr std::array names{"fixed",     "uniform", "triangular", "exponential", "weibull",
                                      "lognormal", "beta",    "normal",     "empirical"};
    const auto at = std::find(names.begin(), names.end(), cell->second);
    if (at == names.end()) return bad(table, "distribution", cell->second, "fixed, uniform, triangular …");
    row.distribution = static_cast<Distribution>(at - names.begin());
    if (row.distribution != Distribution::empirical) row.points.clear();
  }
  if (const auto cell = values.find("points"); cell != values.end()) {
    row.points.clear();
    for (const std::string& pair : split_words(cell->second)) {
      const auto colon = pair.find(':');
      const auto probability = colon == std::string::npos ? std::nullopt : parse_number(pair.substr(0, colon));
      const auto value = colon == std::string::npos ? std::nullopt : parse_number(pair.substr(colon + 1));
      if (!probability || !value) return bad(table, "points", pair, "0:1 0.5:2 1:8");
      row.points.emplace_back(*probability, *value);
    }
  }
  if (const auto values_of = quantiles(row); !values_of) return Fault{"values", values_of.error().message};
  if (known) {
    region_.parameters[*known] = std::move(row);
  } else {
    region_.parameters.push_back(std::move(row));
  }
  return {};
}

Applied Editor::put_asset(const std::string& id, const Values& values, const Provenance& provenance) {
  static constexpr const char* table = "assets";
  const auto known = found_in(region_.assets, index_.assets, id);
  Asset row;
  if (known) {
    if (auto fault = only(table, values, {"restart", "failure", "repair"})) return fault;
    row = region_.assets[*known];
  } else {
    if (auto fault = only(table, values,
                          {"name", "kind", "service", "organisation", "municipality", "restart", "failure", "repair"}))
      return fault;
    if (auto fault = all_of(table, values, {"name", "kind", "service", "organisation", "restart"})) return fault;
    row.id = id;
    row.name = values.find("name")->second;
    row.kind = values.find("kind")->second;
    row.provenance = provenance;
    const auto service = region_.find_service(values.find("service")->second);
    if (!service) return bad(table, "service", values.find("service")->second, "services.id");
    row.service = *service;
    const auto organisation = [&](const char* column, OrganisationId& out) -> Applied {
      const auto cell = values.find(column);
      if (cell == values.end() || cell->second.empty()) return {};
      const auto at = std::find_if(region_.organisations.begin(), region_.organisations.end(),
                                   [&](const Organisation& other) { return other.id == cell->second; });
      if (at == region_.organisations.end()) return bad(table, column, cell->second, "organisations.id");
      out = OrganisationId(static_cast<std::size_t>(at - region_.organisations.begin()));
      return {};
    };
    if (auto fault = organisation("organisation", row.organisation)) return fault;
    if (auto fault = organisation("municipality", row.municipality)) return fault;
  }
  if (auto fault = set_parameter(table, values, "restart", true, row.restart)) return fault;
  if (auto fault = set_parameter(table, values, "failure", true, row.failure)) return fault;
  if (auto fault = set_parameter(table, values, "repair", true, row.repair)) return fault;
  if (row.failure.valid() != row.repair.valid())
    return Fault{"values",
                 {"region.measure_change.column_missing", {table, row.failure.valid() ? "repair" : "failure"}}};
  if (known) {
    region_.assets[*known] = std::move(row);
  } else {
    region_.assets.push_back(std::move(row));
  }
  return {};
}

Applied Editor::put_need(const std::string& id, const Values& values, const Provenance& provenance) {
  static constexpr const char* table = "needs";
  const auto known = found_in(region_.needs, index_.needs, id);
  double k = 1;
  if (const auto cell = values.find("k"); cell != values.end() && cell->second != "any") {
    if (auto fault = set_number(table, values, "k", 1e6, k)) return fault;
    if (k < 1 || k != static_cast<double>(static_cast<std::uint32_t>(k)))
      return bad(table, "k", cell->second, "any, 1, 2 …");
  }
  if (known) {
    if (auto fault = only(table, values, {"k"})) return fault;
    if (auto fault = all_of(table, values, {"k"})) return fault;
    if (k > static_cast<double>(region_.needs[*known].suppliers.size()))
      return bad(table, "k", values.find("k")->second, "<= need_suppliers");
    region_.needs[*known].k = static_cast<std::uint32_t>(k);
    return {};
  }
  if (auto fault = only(table, values, {"of", "service", "k"})) return fault;
  if (auto fault = all_of(table, values, {"of", "service"})) return fault;
  const std::string& of = values.find("of")->second;
  const auto owner = of.starts_with("assets/") ? found_in(region_.assets, index_.assets, of.substr(7)) : std::nullopt;
  if (!owner) return bad(table, "of", of, "assets/id");
  const auto service = region_.find_service(values.find("service")->second);
  if (!service) return bad(table, "service", values.find("service")->second, "services.id");
  region_.needs.push_back({.id = id,
                           .owner = {.kind = OwnerKind::asset, .index = *owner, .component = {}},
                           .service = *service,
                           .k = static_cast<std::uint32_t>(k),
                           .suppliers = {},
                           .backups = {},
                           .provenance = provenance});
  return {};
}

Applied Editor::put_supplier(const Values& values) {
  static constexpr const char* table = "need_suppliers";
  if (auto fault = only(table, values, {"need", "supplier"})) return fault;
  if (auto fault = all_of(table, values, {"need", "supplier"})) return fault;
  const auto need = found_in(region_.needs, index_.needs, values.find("need")->second);
  if (!need) return bad(table, "need", values.find("need")->second, "needs.id");
  const std::string& text = values.find("supplier")->second;
  Supplier supplier;
  if (const auto asset =
          text.starts_with("assets/") ? found_in(region_.assets, index_.assets, text.substr(7)) : std::nullopt) {
    supplier = {.kind = OwnerKind::asset, .index = *asset};
  } else if (const auto process =
                 text.starts_with("processes/") ? region_.find_process(text.substr(10)) : std::nullopt) {
    supplier = {.kind = OwnerKind::process, .index = process->index()};
  } else {
    return bad(table, "supplier", text, "assets/id, processes/id");
  }
  region_.needs[*need].suppliers.push_back(supplier);
  return {};
}

Applied Editor::put_backup(const std::string& id, const Values& values, const Provenance& provenance) {
  static constexpr const char* table = "backups";
  const auto known = found_in(region_.backups, index_.backups, id);
  Backup row;
  std::optional<int> place;
  if (known) {
    if (auto fault =
            only(table, values, {"order", "kind", "capacity", "recharge", "start_failure", "run", "available_from"}))
      return fault;
    row = region_.backups[*known];
  } else {
    if (auto fault = only(table, values,
                          {"need", "order", "kind", "capacity", "recharge", "start_failure", "run", "available_from"}))
      return fault;
    if (auto fault = all_of(table, values, {"need", "order", "kind", "capacity"})) return fault;
    row.id = id;
    row.provenance = provenance;
    const auto need = found_in(region_.needs, index_.needs, values.find("need")->second);
    if (!need) return bad(table, "need", values.find("need")->second, "needs.id");
    row.need = NeedId(*need);
  }
  if (const auto cell = values.find("kind"); cell != values.end()) {
    static constexpr std::array names{"reservoir", "generator", "manual"};
    const auto at = std::find(names.begin(), names.end(), cell->second);
    if (at == names.end()) return bad(table, "kind", cell->second, "reservoir, generator, manual");
    row.kind = static_cast<BackupKind>(at - names.begin());
  }
  double number = row.recharge;
  if (auto fault = set_number(table, values, "recharge", 1000, number)) return fault;
  if (number < 1) return bad(table, "recharge", values.find("recharge")->second, "1 … 1000");
  row.recharge = static_cast<std::uint32_t>(number);
  if (values.contains("order")) {
    if (auto fault = set_number(table, values, "order", 99, number)) return fault;
    if (number < 1) return bad(table, "order", values.find("order")->second, "1 … 99");
    place = static_cast<int>(number);
  }
  if (auto fault = set_parameter(table, values, "capacity", true, row.capacity)) return fault;
  if (auto fault = set_parameter(table, values, "run", true, row.run)) return fault;
  if (auto fault = set_parameter(table, values, "available_from", true, row.available_from)) return fault;
  if (auto fault = set_parameter(table, values, "start_failure", false, row.start_failure)) return fault;
  const bool generator = row.kind == BackupKind::generator;
  if (!row.capacity.valid()) return Fault{"values", {"region.measure_change.column_missing", {table, "capacity"}}};
  if (!generator && (row.run.valid() || row.start_failure.valid()))
    return bad(table, "kind", values.contains("kind") ? values.find("kind")->second : id, "generator");
  if (row.kind == BackupKind::reservoir && row.available_from.valid())
    return bad(table, "available_from", row.id, "generator, manual");

  const std::size_t need = row.need.index();
  auto& chain = chains_[need];
  if (chain.empty())
    for (const BackupId other : region_.needs[need].backups)
      chain.emplace_back(static_cast<int>(chain.size()) + 1, other);
  const BackupId own(known ? *known : region_.backups.size());
  if (known) {
    region_.backups[*known] = std::move(row);
  } else {
    region_.backups.push_back(std::move(row));
    chain.emplace_back(*place, own);
  }
  if (known && place)
    for (auto& [order, other] : chain)
      if (other == own) order = *place;
  return {};
}

Applied Editor::put_process(const std::string& id, const Values& values) {
  if (auto fault = only("processes", values, {"restart"})) return fault;
  const auto process = region_.find_process(id);
  if (!process) return Fault{"rows", {"region.measure_change.row_unknown", {"processes", id}}};
  return set_parameter("processes", values, "restart", true, region_.processes[process->index()].restart);
}

Applied Editor::put_area(const std::string& id, const Values& values) {
  if (auto fault = only("areas", values, {"preparedness", "mutual_help", "volunteers"})) return fault;
  const auto area =
      std::find_if(region_.areas.begin(), region_.areas.end(), [&](const Area& row) { return row.id == id; });
  if (area == region_.areas.end()) return Fault{"rows", {"region.measure_change.row_unknown", {"areas", id}}};
  if (const auto cell = values.find("preparedness"); cell != values.end()) area->preparedness = cell->second;
  if (auto fault = set_number("areas", values, "mutual_help", 1, area->mutual_help)) return fault;
  return set_number("areas", values, "volunteers", 1e9, area->volunteers);
}

Applied Editor::put_resource(const std::string& id, const Values& values, const Provenance& provenance) {
  static constexpr const char* table = "resources";
  const auto known = std::find_if(region_.resources.begin(), region_.resources.end(),
                                  [&](const Resource& row) { return row.id == id; });
  Resource row;
  if (known != region_.resources.end()) {
    if (auto fault = only(table, values, {"amount", "shift_h", "speed_kmh"})) return fault;
    row = *known;
  } else {
    if (auto fault = only(table, values, {"kind", "amount", "base", "shift_h", "speed_kmh"})) return fault;
    if (auto fault = all_of(table, values, {"kind", "amount"})) return fault;
    row.id = id;
    row.kind = values.find("kind")->second;
    row.provenance = provenance;
    if (const auto cell = values.find("base"); cell != values.end() && !cell->second.empty()) {
      const auto base = found_in(region_.assets, index_.assets, cell->second);
      if (!base) return bad(table, "base", cell->second, "assets.id");
      row.base = AssetId(*base);
    }
  }
  constexpr double unlimited = 1e300;
  constexpr double hours_a_day = 24;
  constexpr double most_kmh = 200;
  if (auto fault = set_number(table, values, "amount", unlimited, row.amount)) return fault;
  if (auto fault = set_number(table, values, "shift_h", hours_a_day, row.shift_h)) return fault;
  if (auto fault = set_number(table, values, "speed_kmh", most_kmh, row.speed_kmh)) return fault;
  if (known != region_.resources.end()) {
    *known = std::move(row);
  } else {
    region_.resources.push_back(std::move(row));
  }
  return {};
}

Applied Editor::remove(const MeasureChange& change) {
  if (change.table != "backups") return Fault{"action", {"region.measure_change.remove", {change.table}}};
  for (const std::string& id : change.rows) {
    const auto row = found_in(region_.backups, index_.backups, id);
    if (!row) return Fault{"rows", {"region.measure_change.row_unknown", {"backups", id}}};
    auto& chain = region_.needs[region_.backups[*row].need.index()].backups;
    chain.erase(std::remove(chain.begin(), chain.end(), BackupId(*row)), chain.end());
    for (auto& [order, other] : chains_[region_.backups[*row].need.index()])
      if (other == BackupId(*row)) order = 0;  // gone
  }
  return {};
}

Applied Editor::put(const MeasureChange& change, const std::string& id) {
  const Values values(change.values.begin(), change.values.end());
  const Provenance& provenance = region_.measures[change.measure].provenance;
  if (change.table == "parameters") return put_parameter(id, values);
  if (change.table == "assets") return put_asset(id, values, provenance);
  if (change.table == "needs") return put_need(id, values, provenance);
  if (change.table == "need_suppliers") return put_supplier(values);
  if (change.table == "backups") return put_backup(id, values, provenance);
  if (change.table == "processes") return put_process(id, values);
  if (change.table == "resources") return put_resource(id, values, provenance);
  return put_area(id, values);
}

Applied Editor::apply(const MeasureChange& change) {
  if (change.remove) return remove(change);
  for (const std::string& id : change.rows)
    if (auto fault = put(change, id)) return fault;
  return {};
}

void Editor::settle_chains() {
  for (auto& [need, chain] : chains_) {
    std::stable_sort(chain.begin(), chain.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<BackupId> out;
    for (const auto& [order, backup] : chain)
      if (order != 0) out.push_back(backup);
    region_.needs[need].backups = std::move(out);
  }
  chains_.clear();
}

MeasureBook::Index index_of(const Region& region) {
  return {by_id(region.parameters), by_id(region.assets), by_id(region.needs), by_id(region.backups)};
}

std::vector<std::size_t> prerequisites_first(const Region& region) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < region.measures.size(); ++i) index.emplace(region.measures[i].id, i);
  std::vector<std::size_t> out;
  std::vector<char> seen(region.measures.size(), 0);
  const std::function<void(std::size_t)> visit = [&](std::size_t at) {
    if (seen[at]++ != 0) return;
    for (const std::string& id : region.measures[at].requires_measures)
      if (const auto found = index.find(id); found != index.end()) visit(found->second);
    out.push_back(at);
  };
  for (std::size_t i = 0; i < region.measures.size(); ++i) visit(i);
  return out;
}

/// Whether a measure needs another, at once or by way of others.
bool needs_other(const Region& region, std::size_t measure, const std::string& other, std::size_t depth = 0) {
  if (depth > region.measures.size()) return false;
  for (const std::string& id : region.measures[measure].requires_measures) {
    if (id == other) return true;
    for (std::size_t i = 0; i < region.measures.size(); ++i)
      if (region.measures[i].id == id && needs_other(region, i, other, depth + 1)) return true;
  }
  return false;
}

bool go_together(const Region& region, std::size_t a, std::size_t b) {
  const auto rules_out = [&](std::size_t one, std::size_t other) {
    const auto& ids = region.measures[one].excludes_measures;
    return std::find(ids.begin(), ids.end(), region.measures[other].id) != ids.end();
  };
  return !rules_out(a, b) && !rules_out(b, a) && !needs_other(region, a, region.measures[b].id) &&
         !needs_other(region, b, region.measures[a].id);
}

/// Whether each cell of a row `low` or `high` is one of `parameters` that its measure puts anyway.
bool puts_instead(const Region& region, const MeasureChange& change) {
  const auto is_put = [&](const std::string& row, const std::string& column) {
    return std::any_of(region.measure_changes.begin(), region.measure_changes.end(),
                       [&](const MeasureChange& expected) {
                         return expected.measure == change.measure && expected.uptake == Uptake::expected &&
                                !expected.remove && expected.table == change.table &&
                                std::find(expected.rows.begin(), expected.rows.end(), row) != expected.rows.end() &&
                                std::any_of(expected.values.begin(), expected.values.end(),
                                            [&](const auto& cell) { return cell.first == column; });
                       });
  };
  return change.table == "parameters" && std::all_of(change.rows.begin(), change.rows.end(), [&](const auto& row) {
           return std::all_of(change.values.begin(), change.values.end(),
                              [&](const auto& cell) { return is_put(row, cell.first); });
         });
}

/// Whether the full model alone reads every row that a change puts.
bool for_full_model(const MeasureChange& change) {
  const auto figures = operations_figures();
  return change.table == "resources" ||
         (change.table == "parameters" && std::all_of(change.rows.begin(), change.rows.end(), [&](const auto& id) {
            return std::any_of(figures.begin(), figures.end(), [&](const auto& figure) { return id == figure.id; });
          }));
}

/// A region without what no change touches and nothing that is simulated reads: cheap to copy.
Region light(const Region& region) {
  Region out;
  out.id = region.id;
  out.organisations = region.organisations;
  out.services = region.services;
  out.areas = region.areas;
  for (Area& area : out.areas) area.outline = {};
  out.zones = region.zones;
  out.assets = region.assets;
  out.needs = region.needs;
  out.backups = region.backups;
  out.hazards = region.hazards;
  out.shocks = region.shocks;
  out.processes = region.processes;
  out.resources = region.resources;
  out.measures = region.measures;
  out.measure_changes = region.measure_changes;
  out.parameters = region.parameters;
  out.make_index();
  return out;
}

}  // namespace

MeasureBook::MeasureBook(const Region& region)
    : changes_of_(region.measures.size()),
      uptake_changes_(region.measures.size()),
      order_(prerequisites_first(region)),
      dormant_(region.measure_changes.size(), 0),
      supplier_(region.measure_changes.size(), 0),
      only_full_model_(region.measures.size(), 0),
      index_(index_of(region)) {
  std::set<std::string> assets;
  std::set<std::string> needs;
  for (std::size_t i = 0; i < region.measure_changes.size(); ++i) {
    const MeasureChange& change = region.measure_changes[i];
    if (change.uptake != Uptake::expected) {
      uptake_changes_[change.measure].push_back(i);
      continue;
    }
    const bool so_far = changes_of_[change.measure].empty() || only_full_model_[change.measure] != 0;
    only_full_model_[change.measure] = so_far && for_full_model(change) ? 1 : 0;
    changes_of_[change.measure].push_back(i);
    supplier_[i] = change.table == "need_suppliers" && !change.remove ? 1 : 0;
    const auto value = [&](const char* column) -> std::string {
      for (const auto& [name, cell] : change.values)
        if (name == column) return cell;
      return {};
    };
    bool dormant = false;
    if (change.remove) continue;
    if (change.table == "parameters")
      dormant = !region.find_parameter(change.rows.front()).valid();
    else if (change.table == "assets")
      dormant = !region.find_asset(change.rows.front());
    else if (change.table == "needs")
      dormant = value("of").starts_with("assets/") && assets.contains(value("of").substr(7));
    else if (change.table == "need_suppliers" || change.table == "backups")
      dormant = needs.contains(value("need"));
    if (!dormant) continue;
    dormant_[i] = 1;
    if (change.table == "assets") assets.insert(change.rows.begin(), change.rows.end());
    if (change.table == "needs") needs.insert(change.rows.begin(), change.rows.end());
  }
}

Result<Region> MeasureBook::apply(const Region& region, std::span<const std::size_t> changes) const {
  Region out = light(region);
  Editor editor(out, index_);
  for (const std::size_t change : changes) {
    auto fault = editor.apply(region.measure_changes[change]);
    if (fault) return fail({ErrorKind::invalid_input, std::move(fault->message), {.table = "measure_changes"}, {}});
  }
  editor.settle_chains();
  out.make_index();
  return out;
}

Result<Region> MeasureBook::with_dormant(const Region& region) const {
  std::vector<std::size_t> changes;
  for (std::size_t i = 0; i < dormant_.size(); ++i)
    if (dormant_[i] != 0) changes.push_back(i);
  return apply(region, changes);
}

Result<Region> MeasureBook::with_suppliers(const Region& region) const {
  std::vector<std::size_t> changes;
  for (std::size_t i = 0; i < dormant_.size(); ++i)
    if (dormant_[i] != 0 || supplier_[i] != 0) changes.push_back(i);
  return apply(region, changes);
}

Result<Region> MeasureBook::with(const Region& region, std::span<const std::size_t> measures, bool dormant,
                                 Uptake uptake) const {
  std::vector<std::size_t> changes;
  for (const std::size_t measure : order_) {
    if (std::find(measures.begin(), measures.end(), measure) == measures.end()) continue;
    for (const std::size_t change : changes_of_[measure])
      if (!dormant || dormant_[change] == 0) changes.push_back(change);
    for (const std::size_t change : uptake_changes_[measure])
      if (region.measure_changes[change].uptake == uptake) changes.push_back(change);
  }
  return apply(region, changes);
}

std::vector<MeasureFault> faults_of_measures(const Region& region) {
  std::vector<MeasureFault> out;
  Region scratch = light(region);
  const MeasureBook::Index index = index_of(region);
  Editor editor(scratch, index);
  std::map<std::string, std::vector<std::size_t>> cells;  // "table/row/column" → measures that put it
  for (std::size_t i = 0; i < region.measure_changes.size(); ++i) {
    const MeasureChange& change = region.measure_changes[i];
    auto fault = editor.apply(change);
    // Each measure is looked at alone; what two measures do to one chain is caught by their cells.
    const bool last = i + 1 == region.measure_changes.size() || region.measure_changes[i + 1].measure != change.measure;
    if (last) editor.forget_chains();
    if (fault) {
      out.push_back({i, fault->column, std::move(fault->message)});
      continue;
    }
    if (change.uptake != Uptake::expected) {
      // Two measures that share the cell were told by the row that is expected.
      if (!puts_instead(region, change)) out.push_back({i, "rows", {"region.measure_change.uptake", {change.table}}});
      continue;
    }
    const auto value_of = [&](const char* column) {
      for (const auto& [name, cell] : change.values)
        if (name == column) return cell;
      return std::string();
    };
    for (const std::string& row : change.rows)
      for (const auto& [column, value] : change.values) {
        // A new back-up takes a place in the chain of its need.
        const bool place = column == "order" && !value_of("need").empty();
        auto& measures = cells[change.table + "/" + (place ? value_of("need") + "/" + value : row) + "/" + column];
        for (const std::size_t other : measures)
          if (other != change.measure && go_together(region, other, change.measure)) {
            out.push_back(
                {i, "rows", {"region.measure_change.shared", {change.table, row, column, region.measures[other].id}}});
            break;
          }
        if (std::find(measures.begin(), measures.end(), change.measure) == measures.end())
          measures.push_back(change.measure);
      }
  }
  return out;
}

}  // namespace veer::region
