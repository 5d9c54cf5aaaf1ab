#include "importers/ground/draft.hpp"

#include <algorithm>

#include "base/result.hpp"
#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/ground/kinds.hpp"

namespace veer::importers::ground {

Origin assumed() { return {"layout", "assumption"}; }

Draft::Draft() {
  for (const region::TableSchema& schema : region::schemas()) {
    formats::Table table;
    table.name = schema.name;
    table.file = std::string(schema.name) + ".csv";
    for (const region::ColumnSchema& column : schema.columns) table.columns.emplace_back(column.name);
    tables_.tables.emplace(table.name, std::move(table));
  }
}

void Draft::row(std::string_view table, const std::vector<std::pair<std::string_view, std::string>>& cells) {
  const auto found = tables_.tables.find(std::string(table));
  ENSURE(found != tables_.tables.end(), "a builder of regions writes to a table that the schema does not have");
  formats::Table& target = found->second;
  std::vector<std::string> texts(target.columns.size());
  for (const auto& [name, text] : cells) {
    const auto column = target.column(std::string(name));
    ENSURE(column.has_value(), "a builder of regions writes a column that the schema does not have");
    texts[*column] = text;
  }
  ENSURE(ids_[target.name].insert(texts.front()).second, "a builder of regions gives an id twice");
  target.rows.push_back(std::move(texts));
}

std::string Draft::asset(const AssetRow& asset) {
  const Kind& kind = kind_of(asset.kind);
  std::string lon;
  std::string lat;
  const std::string reference = "assets/" + asset.id;
  if (asset.place) {
    const geo::LonLat at = geo::rounded(*asset.place, asset.decimals);
    lon = canonical_number(at.lon);
    lat = canonical_number(at.lat);
    placed_[asset.kind].push_back({reference, geo::to_rd(at), asset.municipality});
  }
  row("assets", {{"id", asset.id},
                 {"name", asset.name},
                 {"kind", asset.kind},
                 {"service", std::string(kind.service)},
                 {"organisation", asset.organisation},
                 {"municipality", asset.municipality},
                 {"lon", lon},
                 {"lat", lat},
                 {"failure", asset.failure},
                 {"repair", asset.repair},
                 {"recovery_h", kind.recovery_h > 0 ? canonical_number(kind.recovery_h) : ""},
                 {"external", asset.external ? "true" : "false"},
                 {"confirmed", "false"},
                 {"source", asset.origin.source},
                 {"confidence", asset.origin.confidence}});
  return reference;
}

std::string Draft::need(const NeedRow& need) {
  ENSURE(!need.suppliers.empty(), "a builder of regions writes a need without suppliers");
  // Ids of zones, assets and processes do not meet, so the owner's id names the need: "2511-3/water" for a zone's
  // component
  // (-2, -3 for further needs of it), "hub/2511/electricity" for an asset, "GM0518/council/full/data_centre" for a
  // process.
  const std::string owner = need.of.substr(need.of.find('/') + 1);
  std::string id;
  if (need.of.starts_with("zones/")) {
    id = owner + "/" + need.component;
    if (const int earlier = component_count_[id]++; earlier > 0) id += "-" + std::to_string(earlier + 1);
  } else {
    id = owner + (need.component == "full" ? "/full/" : "/") + need.service;
  }
  row("needs", {{"id", id},
                {"of", need.of},
                {"component", need.component},
                {"service", need.service},
                {"k", need.k},
                {"source", assumed().source},
                {"confidence", assumed().confidence}});
  for (const std::string& supplier : need.suppliers)
    row("need_suppliers", {{"id", std::to_string(++supplier_count_)}, {"need", id}, {"supplier", supplier}});
  return id;
}

void Draft::backup(const std::string& need, std::string_view kind,
                   std::initializer_list<std::pair<std::string_view, std::string>> cells) {
  const int order = ++backup_count_[need];
  row("backups", {{"id", need + "/b" + std::to_string(order)}});
  formats::Table& table = tables_.tables.at("backups");
  const auto put = [&table](std::string_view column, std::string text) {
    table.rows.back()[*table.column(std::string(column))] = std::move(text);
  };
  put("need", need);
  put("order", std::to_string(order));
  put("kind", std::string(kind));
  for (const auto& [column, text] : cells) put(column, text);
  put("source", assumed().source);
  put("confidence", assumed().confidence);
}

void Draft::reservoir(const std::string& need, const std::string& capacity) {
  backup(need, "reservoir", {{"capacity", capacity}, {"recharge", "4"}});
}

void Draft::generator(const std::string& need, const std::string& tank, const std::string& start_failure,
                      const std::string& run, const std::string& contract) {
  backup(need, "generator",
         {{"capacity", tank}, {"start_failure", start_failure}, {"run", run}, {"available_from", contract}});
}

void Draft::manual(const std::string& need, const std::string& capacity, const std::string& from) {
  backup(need, "manual", {{"capacity", capacity}, {"available_from", from}});
}

std::vector<std::string> Draft::nearest(const std::string& kind, geo::LonLat place, std::size_t count) const {
  const geo::RdMetres at = geo::to_rd(place);
  std::vector<std::pair<double, const std::string*>> order;
  for (const Placed& candidate : placed(kind))
    order.emplace_back(geo::distance_m(at, candidate.at), &candidate.reference);
  const std::size_t wanted = std::min(count, order.size());
  std::partial_sort(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted), order.end(),
      [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : *a.second < *b.second; });
  std::vector<std::string> references;
  for (std::size_t i = 0; i < wanted; ++i) references.push_back(*order[i].second);
  return references;
}

const std::vector<Placed>& Draft::placed(const std::string& kind) const {
  static const std::vector<Placed> none;
  const auto found = placed_.find(kind);
  return found == placed_.end() ? none : found->second;
}

std::size_t Draft::size(std::string_view table) const { return tables_.tables.at(std::string(table)).rows.size(); }

const formats::Table& Draft::table(std::string_view name) const { return tables_.tables.at(std::string(name)); }

region::Tables Draft::finish() && { return std::move(tables_); }

}  // namespace veer::importers::ground
