#include "importers/fresh/update.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/foreign/census.hpp"
#include "importers/foreign/columns.hpp"
#include "importers/foreign/source_file.hpp"
#include "importers/fresh/collect.hpp"
#include "importers/fresh/standing.hpp"
#include "importers/fresh/table_rows.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/ground/figures.hpp"
#include "importers/ground/kinds.hpp"
#include "importers/osm/read_osm.hpp"
#include "region/region.hpp"

namespace veer::importers {

namespace {

using namespace fresh;
using foreign::Content;
using foreign::PartReport;
using foreign::Verdict;

constexpr int square_m = 250;

std::vector<Content> wanted(UpdateKind kind) {
  switch (kind) {
    case UpdateKind::residents:
      return {Content::census, Content::age_decades, Content::statline_rows, Content::statline_measures};
    case UpdateKind::homes:
      return {Content::homes, Content::addresses, Content::osm_map};
    case UpdateKind::osm:
      return {Content::osm_map, Content::places_of_interest};
    case UpdateKind::hospitals:
      return {Content::hospitals};
    case UpdateKind::sewage:
      return {Content::sewage_plants};
    case UpdateKind::power:
      return {Content::power_nodes};
    case UpdateKind::facilities:
      return {Content::facilities};
    case UpdateKind::sites:
      return {Content::sites};
    case UpdateKind::connections:
      return {Content::connections};
  }
  return {};
}

/// The region as the readers of files see it.
class Present {
 public:
  explicit Present(region::Tables& tables) : tables_(tables) {
    TableRows organisations(tables, "organisations");
    TableRows areas(tables, "areas");
    for (std::size_t row = 0; row < organisations.size(); ++row)
      if (organisations.text(row, "kind") == "municipality")
        facts_.municipalities.push_back(
            {.id = organisations.text(row, "id"), .name = organisations.text(row, "name"), .centre = {}});
    for (std::size_t row = 0; row < areas.size(); ++row) {
      ground::AreaFact area{.id = areas.text(row, "id"),
                            .place = areas.text(row, "name"),
                            .municipality = areas.text(row, "municipality"),
                            .residents = static_cast<std::int64_t>(areas.number(row, "residents")),
                            .inside = {areas.number(row, "lon"), areas.number(row, "lat")},
                            .outline = {}};
      if (const auto outline = tables.outlines.find(area.id); outline != tables.outlines.end())
        area.outline = outline->second;
      area_of_.emplace(area.id, facts_.areas.size());
      facts_.areas.push_back(std::move(area));
    }
    read_cells();
    for (const ground::AreaFact& area : facts_.areas) {
      CensusRow row;
      row.code = row.municipality = area.municipality;
      for (const ground::MunicipalityFact& one : facts_.municipalities)
        if (one.id == area.municipality) row.name = one.name;
      row.outline = area.outline;
      chosen_.outline.insert(chosen_.outline.end(), area.outline.begin(), area.outline.end());
      chosen_.rows.push_back(std::move(row));
    }
    chosen_.bounds = geo::bounds(chosen_.outline);
  }

  [[nodiscard]] const ground::Facts& facts() const { return facts_; }
  [[nodiscard]] const ground::Territory& territory() const { return territory_; }
  [[nodiscard]] const ChosenMunicipalities& chosen() const { return chosen_; }
  [[nodiscard]] std::optional<std::size_t> area(const std::string& id) const {
    const auto found = area_of_.find(id);
    return found == area_of_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void read_cells() {
    TableRows zones(tables_, "zones");
    TableRows cells(tables_, "cells");
    std::map<std::string, std::size_t> feeding_of;
    const auto feeding = [&](std::size_t zone) {
      const std::string& asset = zones.text(zone, "feeding_area");
      const auto [found, added] = feeding_of.emplace(asset, territory_.feeding.size());
      if (added) {
        ground::FeedingArea one{.number = {}, .municipality = {}, .middle = {}, .place = {}};
        one.asset = asset;
        territory_.feeding.push_back(std::move(one));
      }
      return found->second;
    };
    for (std::size_t row = 0; row < cells.size(); ++row) {
      const auto zone = zones.find(cells.text(row, "zone"));
      if (!zone) continue;
      const auto own = area(zones.text(*zone, "area"));
      if (!own) continue;
      const geo::LonLat at{cells.number(row, "lon"), cells.number(row, "lat")};
      territory_.cells.push_back({.area = *own, .centre = geo::to_rd(at), .feeding = feeding(*zone)});
    }
    if (!cells.size())
      for (std::size_t zone = 0; zone < zones.size(); ++zone)
        if (const auto own = area(zones.text(zone, "area")))
          territory_.cells.push_back(
              {.area = *own, .centre = geo::to_rd(facts_.areas[*own].inside), .feeding = feeding(zone)});
  }

  region::Tables& tables_;
  ground::Facts facts_;
  ground::Territory territory_;
  ChosenMunicipalities chosen_;
  std::map<std::string, std::size_t> area_of_;
};

/// Zones and cells after the residents of areas changed.
class Spreader {
 public:
  explicit Spreader(region::Tables& tables)
      : areas_(tables, "areas"), zones_(tables, "zones"), cells_(tables, "cells") {
    for (std::size_t zone = 0; zone < zones_.size(); ++zone) zones_of_[zones_.text(zone, "area")].push_back(zone);
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) cells_of_[cells_.text(cell, "zone")].push_back(cell);
  }

  /// Gives the residents of the area to its zones and squares in proportion to who lived there.
  void spread(std::size_t area) {
    const auto residents = static_cast<std::int64_t>(areas_.number(area, "residents"));
    const auto own = zones_of_.find(areas_.text(area, "id"));
    if (own == zones_of_.end()) return;
    const auto parts = ground::apportion(residents, weights(zones_, own->second));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t zone = own->second[i];
      set_zone(zone, parts[i]);
      const auto squares = cells_of_.find(zones_.text(zone, "id"));
      if (squares == cells_of_.end()) continue;
      const auto shares = ground::apportion(parts[i], weights(cells_, squares->second));
      for (std::size_t j = 0; j < shares.size(); ++j)
        cells_.set(squares->second[j], "residents", std::to_string(shares[j]));
    }
  }

  /// Sets the residents of a zone; its groups keep their share.
  void set_zone(std::size_t zone, std::int64_t residents) {
    const double before = zones_.number(zone, "residents");
    const auto now = static_cast<double>(residents);
    for (const std::string_view group : region::group_names) {
      const double heads = zones_.number(zone, group);
      const double scaled = before > 0 ? std::floor(heads * now / before + 0.5) : 0;
      zones_.set(zone, group, canonical_number(std::min(scaled, now)));
    }
    zones_.set(zone, "residents", std::to_string(residents));
  }

 private:
  static std::vector<double> weights(const TableRows& table, const std::vector<std::size_t>& rows) {
    std::vector<double> all;
    for (const std::size_t row : rows) all.push_back(table.number(row, "residents"));
    return all;
  }

  TableRows areas_;
  TableRows zones_;
  TableRows cells_;
  std::map<std::string, std::vector<std::size_t>> zones_of_;
  std::map<std::string, std::vector<std::size_t>> cells_of_;
};

class Updater {
 public:
  Updater(region::Tables& tables, UpdateKind kind) : tables_(tables), kind_(kind), present_(tables) {}

  Result<UpdateReport> run(const std::vector<std::filesystem::path>& files) {
    TRY(Collection collection, Collection::open(files, report_.parts));
    if (collection.why_unknown()) return fail(*collection.why_unknown());
    TRY_DONE(check_kind());
    report_.residents_before = residents();
    switch (kind_) {
      case UpdateKind::residents:
        TRY_DONE(take_residents(collection));
        break;
      case UpdateKind::homes:
        TRY_DONE(take_homes(collection));
        break;
      case UpdateKind::connections:
        TRY_DONE(take_connections(collection));
        break;
      default:
        TRY_DONE(take_things(collection));
    }
    report_.residents_after = residents();
    return std::move(report_);
  }

 private:
  /// At least one part must be what was promised; other parts are passed over and said so.
  Done check_kind() {
    const auto kinds = wanted(kind_);
    bool any = false;
    for (PartReport& part : report_.parts) {
      const bool own = std::find(kinds.begin(), kinds.end(), part.content) != kinds.end();
      any = any || own;
      if (!own && part.content != Content::unknown) part.verdict = Verdict::not_needed;
    }
    if (any) return {};
    const PartReport& first = report_.parts.front();
    return fail({ErrorKind::invalid_input,
                 {"importers.foreign.other_content",
                  {std::string(foreign::word(first.content)), std::string(foreign::word(kinds.front()))}},
                 {first.file, first.part, 0, {}},
                 {}});
  }

  [[nodiscard]] std::int64_t residents() {
    const TableRows areas(tables_, "areas");
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < areas.size(); ++row)
      sum += static_cast<std::int64_t>(areas.number(row, "residents"));
    return sum;
  }

  /// Names the source of rows that come from a part.
  std::string name_source(const PartReport& part) {
    const std::string id = Collection::source_id(part);
    TableRows sources(tables_, "sources");
    sources.put(source_row(part));
    note(sources);
    return id;
  }

  void note(const TableRows& table) {
    const TableChange& change = table.change();
    if (change.added + change.changed + change.same > 0) report_.tables.push_back(change);
  }

  Done take_residents(Collection& collection) {
    std::vector<CensusSource> sources;
    TRY(sources, collection.municipalities(report_.parts));
    TRY_DONE(collection.add_finer(sources, present_.chosen().bounds, report_.parts));
    std::map<std::string, CensusRow> told;
    std::map<std::string, std::size_t> from;
    for (const CensusSource& source : sources) {
      PartReport& part = report_.parts[source.report];
      std::int64_t matched = 0;
      std::int64_t sum = 0;
      for (const CensusRow& row : source.rows) {
        if (!present_.area(row.code)) {
          part.drop("not_in_region", 0);
          continue;
        }
        if (!row.residents) {
          part.drop("no_figure", 0);
          continue;
        }
        ++matched;
        sum += *row.residents;
        const auto [found, first] = told.emplace(row.code, row);
        if (!first) complete(found->second, row);
        from.emplace(row.code, source.report);
      }
      part.matched = matched;
      part.rows_used = static_cast<std::size_t>(matched);
      part.residents = sum;
      part.verdict = matched > 0 ? Verdict::used : Verdict::outside;
    }
    TableRows areas(tables_, "areas");
    std::map<std::size_t, std::string> source_of;
    for (auto& [id, row] : told) {
      foreign::complete_ages(row);
      const std::size_t part = from.at(id);
      if (!source_of.contains(part)) source_of[part] = name_source(report_.parts[part]);
      std::vector<std::pair<std::string, std::string>> cells{{"id", id},
                                                             {"residents", std::to_string(*row.residents)},
                                                             {"source", source_of[part]},
                                                             {"confidence", "estimate"}};
      if (row.households) cells.emplace_back("households", canonical_number(*row.households));
      constexpr std::array columns{"age_0_14",    "age_15_24",   "age_25_44",  "age_45_64",
                                   "age_65_plus", "age_75_plus", "age_85_plus"};
      for (std::size_t i = 0; i < columns.size(); ++i)
        cells.emplace_back(columns[i], std::to_string(row.ages[i].value_or(0)));
      areas.put(cells);
    }
    note(areas);
    Spreader spreader(tables_);
    for (const auto& [id, row] : told) spreader.spread(*areas.find(id));
    return {};
  }

  /// The addresses that files of homes hold, and the part that they come from.
  Result<AddressSource> addresses(Collection& collection) {
    TRY_DONE(collection.read_places(present_.chosen().bounds, report_.parts));
    TRY_DONE(collection.read_maps(present_.chosen().outline, true, 2, report_.parts));
    std::vector<AddressSource>& all = collection.addresses;
    if (all.empty()) return AddressSource{};
    const auto best = std::min_element(all.begin(), all.end(), [](const AddressSource& a, const AddressSource& b) {
      return (a.content != Content::homes) < (b.content != Content::homes);
    });
    for (const AddressSource& one : all)
      report_.parts[one.report].verdict = &one == &*best ? Verdict::used : Verdict::doubled;
    return std::move(*best);
  }

  Done take_homes(Collection& collection) {
    TRY(const AddressSource found, addresses(collection));
    if (found.rows.empty()) return {};
    PartReport& part = report_.parts[found.report];
    std::vector<const geo::MultiPolygon*> outlines;
    for (const ground::AreaFact& area : present_.facts().areas) outlines.push_back(&area.outline);
    const OutlineIndex index(std::move(outlines));
    struct Square {
      std::size_t area;
      int column;
      int row;
      auto operator<=>(const Square&) const = default;
    };
    std::map<Square, std::int64_t> squares;
    std::size_t used = 0;
    for (const foreign::AddressRow& row : found.rows) {
      const auto area = index.at(row.place);
      if (!area) {
        part.drop("no_area", 0);
        continue;
      }
      const geo::RdMetres corner = geo::square_corner(geo::to_rd(row.place), square_m);
      ++squares[{*area, static_cast<int>(corner.x) / square_m, static_cast<int>(corner.y) / square_m}];
      part.see(row.place);
      ++used;
    }
    part.rows_used = used;
    if (squares.empty()) {
      part.verdict = Verdict::outside;
      return {};
    }
    put_squares(squares, name_source(part));
    return {};
  }

  template <class Squares>
  void put_squares(const Squares& squares, const std::string& source) {
    TableRows areas(tables_, "areas");
    TableRows zones(tables_, "zones");
    TableRows cells(tables_, "cells");
    std::map<std::string, std::size_t> zone_row;
    std::map<std::size_t, std::vector<std::pair<std::size_t, geo::RdMetres>>> old_of;  // area → zone, place
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      const auto zone = zones.find(cells.text(cell, "zone"));
      const auto area = zone ? present_.area(zones.text(*zone, "area")) : std::nullopt;
      if (area) old_of[*area].emplace_back(*zone, geo::to_rd({cells.number(cell, "lon"), cells.number(cell, "lat")}));
    }
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
      const auto area = present_.area(zones.text(zone, "area"));
      if (area && old_of[*area].empty())
        old_of[*area].emplace_back(zone, geo::to_rd(present_.facts().areas[*area].inside));
    }
    std::map<std::size_t, std::vector<std::int64_t>> count_of;
    for (const auto& [square, count] : squares) count_of[square.area].push_back(count);
    std::map<std::size_t, std::vector<std::int64_t>> heads_of;
    for (const auto& [area, counts] : count_of) {
      const std::vector<double> weights(counts.begin(), counts.end());
      const auto residents =
          static_cast<std::int64_t>(areas.number(*areas.find(present_.facts().areas[area].id), "residents"));
      heads_of[area] = ground::apportion(residents, weights);
    }
    std::set<std::string> kept;
    std::map<std::size_t, std::int64_t> heads_of_zone;
    std::map<std::size_t, std::size_t> next;
    for (const auto& [square, count] : squares) {
      const auto& old = old_of[square.area];
      if (old.empty()) continue;
      const geo::RdMetres middle{(square.column + 0.5) * square_m, (square.row + 0.5) * square_m};
      const std::size_t zone = std::min_element(old.begin(), old.end(), [middle](const auto& a, const auto& b) {
                                 return geo::distance_m(a.second, middle) < geo::distance_m(b.second, middle);
                               })->first;
      const std::int64_t heads = heads_of[square.area][next[square.area]++];
      heads_of_zone[zone] += heads;
      const std::string id = present_.facts().areas[square.area].id + "/" + std::to_string(square.column) + "-" +
                             std::to_string(square.row);
      const geo::LonLat at = geo::rounded(geo::to_lonlat(middle), 3);
      cells.put({{"id", id},
                 {"zone", zones.text(zone, "id")},
                 {"lon", canonical_number(at.lon)},
                 {"lat", canonical_number(at.lat)},
                 {"addresses", std::to_string(count)},
                 {"residents", std::to_string(heads)},
                 {"source", source},
                 {"confidence", "estimate"}});
      kept.insert(id);
    }
    note(cells);
    std::vector<bool> keep(cells.size(), true);
    std::set<std::string> gone;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      const auto zone = zones.find(cells.text(cell, "zone"));
      const auto area = zone ? present_.area(zones.text(*zone, "area")) : std::nullopt;
      keep[cell] = !area || !count_of.contains(*area) || kept.contains(cells.text(cell, "id"));
      if (!keep[cell]) gone.insert(cells.text(cell, "id"));
    }
    cells.keep(keep);
    Spreader spreader(tables_);
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
      const auto area = present_.area(zones.text(zone, "area"));
      if (area && count_of.contains(*area)) spreader.set_zone(zone, heads_of_zone[zone]);
    }
    // A walk from a square that is gone would point at nothing.
    TableRows walks(tables_, "walks");
    std::vector<bool> stay(walks.size());
    for (std::size_t row = 0; row < walks.size(); ++row) stay[row] = !gone.contains(walks.text(row, "cell"));
    walks.keep(stay);
  }

  Done take_connections(Collection& collection) {
    TRY_DONE(collection.read_places(present_.chosen().bounds, report_.parts));
    TableRows areas(tables_, "areas");
    std::int64_t matched = 0;
    std::set<std::string> done;
    for (const auto& [postcode, count] : collection.connections) {
      const auto row = areas.find(postcode);
      if (!row || !done.insert(postcode).second) continue;
      ++matched;
      const auto most = static_cast<std::int64_t>(areas.number(*row, "residents"));
      areas.put({{"id", postcode}, {"households", std::to_string(std::min(count, most))}});
    }
    note(areas);
    for (PartReport& part : report_.parts) {
      if (part.content != Content::connections) continue;
      part.matched = matched;
      if (matched == 0) part.verdict = Verdict::outside;
    }
    return {};
  }

  Done take_things(Collection& collection) {
    TRY_DONE(collection.read_places(present_.chosen().bounds, report_.parts));
    if (kind_ == UpdateKind::osm) TRY_DONE(collection.read_maps(present_.chosen().outline, false, 2, report_.parts));
    collection.order(report_.parts);
    const auto kinds = wanted(kind_);
    std::erase_if(collection.things, [&](const ThingSource& source) {
      return std::find(kinds.begin(), kinds.end(), report_.parts[source.report].content) == kinds.end();
    });
    ground::Draft draft;
    ground::Ground ground{.facts = present_.facts(), .territory = present_.territory(), .draft = draft};
    std::map<std::string, std::vector<KnownAsset>> known;
    TableRows assets(tables_, "assets");
    for (std::size_t row = 0; row < assets.size(); ++row) {
      KnownAsset asset{.id = assets.text(row, "id"), .name = assets.text(row, "name"), .place = {}};
      if (!assets.text(row, "lon").empty())
        asset.place = geo::LonLat{assets.number(row, "lon"), assets.number(row, "lat")};
      known[assets.text(row, "kind")].push_back(std::move(asset));
    }
    add_standing(ground, collection.things, present_.chosen(), report_.parts, known);
    for (const ThingSource& source : collection.things)
      if (report_.parts[source.report].rows_used > 0) name_source(report_.parts[source.report]);
    region::Tables drafted = std::move(draft).finish();
    put_drafted(drafted);
    return {};
  }

  /// Puts the rows of a draft into the region: what it knows keeps all that an owner may have filled in.
  void put_drafted(region::Tables& drafted) {
    TableRows from(drafted, "assets");
    TableRows assets(tables_, "assets");
    std::set<std::string> kinds;
    std::set<std::string> fresh_assets;
    for (std::size_t row = 0; row < from.size(); ++row) {
      const std::string& id = from.text(row, "id");
      const auto known = assets.find(id);
      kinds.insert(from.text(row, "kind"));
      if (known && assets.text(*known, "confirmed") == "true") {
        for (PartReport& part : report_.parts)
          if (Collection::source_id(part) == from.text(row, "source")) part.drop("confirmed", 0);
        continue;
      }
      std::vector<std::pair<std::string, std::string>> cells;
      const auto copy = [&](const char* column) { cells.emplace_back(column, from.text(row, column)); };
      for (const char* column : {"id", "name", "kind", "lon", "lat", "municipality", "source"}) copy(column);
      if (!known) {
        fresh_assets.insert("assets/" + id);
        for (const char* column : {"service", "organisation", "recovery_h", "external", "confirmed", "confidence"})
          copy(column);
      }
      assets.put(cells);
    }
    note(assets);
    copy_rows(drafted, "needs", [&](const TableRows& needs, std::size_t row) {
      return fresh_assets.contains(needs.text(row, "of")) && !needs.text(row, "id").empty();
    });
    put_suppliers(drafted, fresh_assets);
    TableRows points(tables_, "support_points");
    copy_rows(drafted, "support_points", [&points](const TableRows& rows, std::size_t row) {
      const auto known = points.find(rows.text(row, "id"));
      return !known || points.text(*known, "confirmed") != "true";
    });
    put_what_they_refer_to(kinds);
  }

  template <class Wanted>
  void copy_rows(region::Tables& drafted, const std::string& name, Wanted&& is_wanted) {
    const TableRows from(drafted, name);
    TableRows to(tables_, name);
    const region::TableSchema& schema = *region::schema(name);
    for (std::size_t row = 0; row < from.size(); ++row) {
      if (!is_wanted(from, row)) continue;
      std::vector<std::pair<std::string, std::string>> cells;
      for (const region::ColumnSchema& column : schema.columns)
        cells.emplace_back(std::string(column.name), from.text(row, column.name));
      to.put(cells);
    }
    note(to);
  }

  /// Suppliers are numbered in a draft; here the id of their need names them.
  void put_suppliers(region::Tables& drafted, const std::set<std::string>& fresh_assets) {
    const TableRows needs(drafted, "needs");
    const TableRows from(drafted, "need_suppliers");
    TableRows to(tables_, "need_suppliers");
    for (std::size_t row = 0; row < from.size(); ++row) {
      const std::string& need = from.text(row, "need");
      const auto own = needs.find(need);
      if (!own || !fresh_assets.contains(needs.text(*own, "of"))) continue;
      to.put({{"id", need + "/1"}, {"need", need}, {"supplier", from.text(row, "supplier")}});
    }
    note(to);
  }

  /// The organisations, services, restart times and the source `layout` that new rows refer to.
  void put_what_they_refer_to(const std::set<std::string>& kinds) {
    ground::Draft draft;
    ground::FigureRows figures(draft, [](const std::string&) { return ground::assumed().source; });
    ground::add_restarts(figures, &kinds);
    ground::add_services(draft);
    region::Tables drafted = std::move(draft).finish();
    std::set<std::string> services;
    for (const std::string& kind : kinds) services.insert(std::string(ground::kind_of(kind).service));
    const TableRows known_services(tables_, "services");
    const TableRows known_parameters(tables_, "parameters");
    copy_rows(drafted, "services", [&](const TableRows& rows, std::size_t row) {
      return services.contains(rows.text(row, "id")) && !known_services.find(rows.text(row, "id"));
    });
    copy_rows(drafted, "parameters",
              [&](const TableRows& rows, std::size_t row) { return !known_parameters.find(rows.text(row, "id")); });
    TableRows sources(tables_, "sources");
    for (const auto& row : standing_sources())
      if (!sources.find(row.front().second)) sources.put(row);
    note(sources);
    TableRows organisations(tables_, "organisations");
    for (const std::string& kind : kinds) {
      const Owner owner = owner_of(kind);
      if (owner.id.empty() || organisations.find(owner.id)) continue;
      organisations.put({{"id", owner.id},
                         {"name", owner.name},
                         {"kind", owner.kind},
                         {"track", owner.track},
                         {"source", ground::assumed().source},
                         {"confidence", "assumption"}});
    }
    note(organisations);
  }

  region::Tables& tables_;
  UpdateKind kind_;
  Present present_;
  UpdateReport report_;
};

}  // namespace

Result<UpdateReport> update_region(region::Tables& tables, UpdateKind kind,
                                   const std::vector<std::filesystem::path>& files) {
  TRY(UpdateReport report, Updater(tables, kind).run(files));
  if (kind != UpdateKind::sites && kind != UpdateKind::connections) {
    const bool attributed = std::any_of(tables.attributions.begin(), tables.attributions.end(), [](const auto& text) {
      return text.find("OpenStreetMap") != std::string::npos;
    });
    const bool of_map = kind == UpdateKind::osm || kind == UpdateKind::homes || kind == UpdateKind::power;
    if (!attributed && of_map) tables.attributions.emplace_back("© OpenStreetMap-bijdragers (ODbL)");
    const bool of_cbs = std::any_of(tables.attributions.begin(), tables.attributions.end(),
                                    [](const auto& text) { return text.find("CBS") != std::string::npos; });
    if (!of_cbs && (kind == UpdateKind::residents || kind == UpdateKind::homes))
      tables.attributions.emplace_back("Bron: CBS / Kadaster (CC BY 4.0)");
  }
  return report;
}

}  // namespace veer::importers
