#include "importers/fresh/fresh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/foreign/values.hpp"
#include "importers/fresh/choice.hpp"
#include "importers/fresh/collect.hpp"
#include "importers/fresh/standing.hpp"
#include "importers/ground/borders.hpp"
#include "importers/ground/figures.hpp"
#include "importers/ground/ground.hpp"
#include "importers/ground/kinds.hpp"
#include "importers/ground/lattice.hpp"
#include "importers/ground/outdoor_air.hpp"
#include "region/builder.hpp"

namespace veer::importers {

namespace {

using namespace fresh;
using foreign::Content;
using foreign::PartReport;
using foreign::Verdict;

constexpr double outline_square_m = 25;
constexpr double outline_tolerance_m = 40;
constexpr double least_outline_m2 = 20'000;
constexpr int outline_decimals = 4;
constexpr int square_m = 250;
constexpr const char* homes_parameter = "home.cooling";

/// Which area an address belongs to: by its postcode where the areas are postcodes, else by its place.
class AreaFinder {
 public:
  AreaFinder(const ground::Facts& facts, foreign::Level level) : level_(level), index_(outlines(facts)) {
    for (std::size_t area = 0; area < facts.areas.size(); ++area) by_id_.emplace(facts.areas[area].id, area);
  }
  [[nodiscard]] std::optional<std::size_t> of(const foreign::AddressRow& address) const {
    const std::size_t size = level_ == foreign::Level::postcode4 ? 4 : level_ == foreign::Level::postcode5 ? 5 : 0;
    if (size > 0 && address.postcode.size() >= size) {
      const auto found = by_id_.find(address.postcode.substr(0, size));
      return found == by_id_.end() ? std::nullopt : std::optional(found->second);
    }
    return index_.at(address.place);
  }

 private:
  static std::vector<const geo::MultiPolygon*> outlines(const ground::Facts& facts) {
    std::vector<const geo::MultiPolygon*> all;
    for (const ground::AreaFact& area : facts.areas) all.push_back(&area.outline);
    return all;
  }
  foreign::Level level_;
  OutlineIndex index_;
  std::map<std::string, std::size_t> by_id_;
};

/// Homes go before the addresses of a map, which hold businesses too, and these before a list.
int rank(Content content) {
  return content == Content::homes ? 0 : content == Content::osm_map ? 1 : content == Content::addresses ? 2 : 3;
}

/// The best source of addresses; returns its id in `sources`, or "" without any.
std::string take_addresses(Collection& files, ground::Facts& facts, FreshReport& report) {
  std::stable_sort(files.addresses.begin(), files.addresses.end(),
                   [](const auto& a, const auto& b) { return rank(a.content) < rank(b.content); });
  const AreaFinder finder(facts, report.level);
  std::string source;
  for (AddressSource& candidate : files.addresses) {
    PartReport& part = report.parts[candidate.report];
    if (!source.empty()) {
      if (part.content == Content::addresses || part.content == Content::homes) part.verdict = Verdict::doubled;
      continue;
    }
    std::size_t outside = 0;
    for (const foreign::AddressRow& row : candidate.rows) {
      if (const auto area = finder.of(row)) {
        facts.addresses.push_back({*area, row.place});
        if (part.content != Content::osm_map) part.see(row.place);
      } else {
        ++outside;
      }
    }
    if (outside > 0) part.drop("no_area", 0, outside);
    if (part.content == Content::addresses || part.content == Content::homes) {
      part.rows_used = facts.addresses.size();
      part.verdict = facts.addresses.empty() ? Verdict::outside : Verdict::used;
    } else if (part.content == Content::census && !facts.addresses.empty()) {
      // Its areas need not be those of the region: people are spread by it all the same.
      std::set<std::string> codes;
      for (const foreign::AddressRow& row : candidate.rows)
        if (finder.of(row)) codes.insert(row.postcode);
      part.rows_used = std::max(part.rows_used, codes.size());
      part.verdict = Verdict::used;
      part.notes.push_back({"importers.fresh.spread_by_postcode", {std::to_string(codes.size())}});
    }
    if (!facts.addresses.empty()) source = candidate.source;
  }
  report.addresses = facts.addresses.size();
  return source;
}

/// Postcodes of six characters say how many live where almost as well as addresses: each counts for its households.
void add_postcode_addresses(const std::vector<CensusSource>& census, Collection& files, const FreshReport& report) {
  constexpr double national_household = 2.13;  // CBS, 1 January 2021
  constexpr double most_of_one = 2000;
  for (const CensusSource& source : census) {
    AddressSource found{.report = source.report,
                        .content = Content::census,
                        .source = Collection::source_id(report.parts[source.report]),
                        .rows = {}};
    for (const CensusRow& row : source.rows) {
      const bool placed = row.inside || !row.outline.empty();
      if (row.level != foreign::Level::postcode6 || !placed || row.residents.value_or(0) == 0) continue;
      const double homes = row.households.value_or(static_cast<double>(*row.residents) / national_household);
      const auto count = static_cast<std::size_t>(std::clamp(std::round(homes), 1.0, most_of_one));
      const geo::LonLat place = row.inside ? *row.inside : point_inside(row.outline);
      found.rows.insert(found.rows.end(), count, {place, row.code});
    }
    if (!found.rows.empty()) files.addresses.push_back(std::move(found));
  }
}

/// Where the census tells no households, a postcode has about as many as connections for electricity.
void count_households(const Collection& files, ground::Facts& facts, FreshReport& report) {
  std::size_t estimated = 0;
  std::int64_t matched = 0;
  const std::map<std::string, std::int64_t> connections(files.connections.begin(), files.connections.end());
  for (ground::AreaFact& area : facts.areas) {
    const auto found = connections.find(area.id);
    if (found == connections.end()) continue;
    ++matched;
    if (area.households > 0) continue;
    area.households = static_cast<double>(std::min(found->second, area.residents));
    ++estimated;
  }
  for (PartReport& part : report.parts) {
    if (part.content != Content::connections || part.verdict != Verdict::used) continue;
    part.matched = matched;
    if (matched == 0) part.verdict = Verdict::outside;
    if (estimated > 0) part.notes.push_back({"importers.fresh.households_from", {std::to_string(estimated)}});
  }
}

/// Gives areas without addresses a place in every square of 250 m whose middle lies in them, at least one.
void spread_evenly(ground::Facts& facts, FreshReport& report) {
  std::vector<bool> has(facts.areas.size());
  for (const ground::AddressFact& address : facts.addresses) has[address.area] = true;
  for (std::size_t area = 0; area < facts.areas.size(); ++area) {
    if (has[area]) continue;
    if (facts.areas[area].residents > 0) ++report.areas_without_addresses;
    const geo::MultiPolygon& outline = facts.areas[area].outline;
    const geo::Bounds box = geo::bounds(outline);
    const geo::RdMetres west = geo::square_corner(geo::to_rd({box.west, box.south}), square_m);
    const geo::RdMetres east = geo::to_rd({box.east, box.north});
    const std::size_t before = facts.addresses.size();
    for (double x = west.x - square_m; x <= east.x + square_m; x += square_m)
      for (double y = west.y - square_m; y <= east.y + square_m; y += square_m) {
        const geo::LonLat middle = geo::to_lonlat({x + square_m / 2.0, y + square_m / 2.0});
        if (geo::contains(outline, middle)) facts.addresses.push_back({area, middle});
      }
    if (facts.addresses.size() == before) facts.addresses.push_back({area, facts.areas[area].inside});
  }
}

/// A row in `sources` for every part that was used, and those that every region has.
void add_sources(ground::Draft& draft, const FreshReport& report) {
  std::set<std::string> ids;
  const auto put = [&draft](const std::vector<std::pair<std::string, std::string>>& cells) {
    draft.row("sources", std::vector<std::pair<std::string_view, std::string>>(cells.begin(), cells.end()));
  };
  for (const PartReport& part : report.parts)
    if (part.verdict == Verdict::used && ids.insert(Collection::source_id(part)).second) put(source_row(part));
  for (const auto& row : standing_sources())
    if (ids.insert(row.front().second).second) put(row);
}

/// The part that drew most of the areas; none where that cannot be told.
const PartReport* area_part(const FreshReport& report) {
  const PartReport* best = nullptr;
  for (const PartReport& part : report.parts)
    if (part.content == Content::census && part.verdict == Verdict::used && part.residents &&
        (best == nullptr || part.rows_used > best->rows_used))
      best = &part;
  for (const PartReport& part : report.parts)
    if (best == nullptr && part.content == Content::census && part.verdict == Verdict::used) best = &part;
  return best;
}

void add_organisations(ground::Ground& ground, const std::string& source, const std::vector<ThingSource>& things,
                       const FreshReport& report) {
  for (const ground::MunicipalityFact& municipality : ground.facts.municipalities)
    ground.draft.row("organisations", {{"id", municipality.id},
                                       {"name", municipality.name},
                                       {"kind", "municipality"},
                                       {"track", "car"},
                                       {"source", source},
                                       {"confidence", "register"}});
  std::map<std::string, Owner> owners;
  const auto want = [&owners](const std::string& kind) {
    if (Owner owner = owner_of(kind); !owner.id.empty()) owners.emplace(owner.id, std::move(owner));
  };
  want("mv_feeding_area");
  want("outdoor_air");
  for (const ThingSource& thing_source : things)
    for (const foreign::Thing& thing : thing_source.things)
      want(asset_kind(thing, report.parts[thing_source.report].content));
  for (const auto& [id, owner] : owners)
    ground.draft.row("organisations", {{"id", owner.id},
                                       {"name", owner.name},
                                       {"kind", owner.kind},
                                       {"track", owner.track},
                                       {"source", ground::assumed().source},
                                       {"confidence", "assumption"}});
}

void add_feeding_areas(ground::Ground& ground) {
  for (const ground::FeedingArea& feeding : ground.territory.feeding)
    ground.draft.asset({.id = "feeding/" + feeding.number,
                        .name = ground::in_neighbourhood(ground, "Voedingsgebied", feeding.place, feeding.number),
                        .kind = "mv_feeding_area",
                        .organisation = owner_of("mv_feeding_area").id,
                        .municipality = feeding.municipality,
                        .place = feeding.place});
}

/// What people get from what we know to stand there: light from their feeding area, food and medicines nearby.
void add_needs(ground::Ground& ground) {
  ground::Draft& draft = ground.draft;
  if (!draft.placed("hv_station").empty())
    for (const ground::FeedingArea& feeding : ground.territory.feeding)
      ground::any_of(ground, feeding.reference(), "electricity", draft.nearest("hv_station", feeding.place, 2));
  for (const ground::Zone& zone : ground.territory.zones) {
    const auto need = [&](const char* component, const char* service, std::vector<std::string> suppliers) {
      if (!suppliers.empty())
        draft.need(
            {.of = "zones/" + zone.id, .component = component, .service = service, .suppliers = std::move(suppliers)});
    };
    need("light", "electricity", {ground.territory.feeding[zone.feeding].reference()});
    need("food", "food_retail", draft.nearest("supermarket", zone.middle, 3));
    need("medicines", "pharmacy", draft.nearest("pharmacy", zone.middle, 2));
    need("medical_care", "hospital_acute", draft.nearest("hospital_acute", zone.middle, 2));
  }
}

void add_figures(ground::Draft& draft) {
  ground::FigureRows rows(draft, [](const std::string&) { return ground::assumed().source; });
  ground::add_climate(rows);
  ground::add_reserves(rows);
  ground::add_restoration(rows);
  ground::add_heat_figures(rows);
  rows.add({homes_parameter, "woning", "tijdconstante van afkoelen", 24, 40, 80, "h", "lognormal", "", "layout",
            "assumption", "the temperature falls exponentially to that outdoors"});
  std::set<std::string> kinds;
  for (const ground::Kind& kind : ground::kinds())
    if (!draft.placed(std::string(kind.id)).empty()) kinds.insert(std::string(kind.id));
  kinds.insert("sewage_treatment");  // may stand without a place
  kinds.insert("outdoor_air");       // stands nowhere
  ground::add_restarts(rows, &kinds);
}

/// Five tropical days in a row: what the weather service calls a heat wave, and hotter than most. The strength is there
/// to be changed.
void add_heat_wave(ground::Ground& ground) {
  constexpr int days = 5;
  constexpr double daily_maximum_c = 33;
  ground.draft.row("hazards", {{"id", "heat-wave"},
                               {"name_nl", "Hittegolf van vijf dagen"},
                               {"name_en", "Heat wave of five days"},
                               {"start", "2023-07-17T00:00"},
                               {"season", "summer"},
                               {"horizon_h", "168"},
                               {"family", "weather"},
                               {"source", ground::assumed().source},
                               {"confidence", "assumption"}});
  for (int day = 0; day < days; ++day)
    ground.draft.row("shocks", {{"id", "heat-wave/" + std::to_string(day + 1)},
                                {"hazard", "heat-wave"},
                                {"kind", "heat"},
                                {"target", "kind=outdoor_air"},
                                {"share", "1"},
                                {"start_h", canonical_number(24.0 * day + 12)},
                                {"duration_h", "24"},
                                {"magnitude", canonical_number(daily_maximum_c)},
                                {"source", ground::assumed().source},
                                {"confidence", "assumption"}});
}

void add_hazards(ground::Ground& ground) {
  const auto hazard = [&ground](const std::string& id, const std::string& nl, const std::string& en,
                                const std::string& target, double hours) {
    ground.draft.row("hazards", {{"id", id},
                                 {"name_nl", nl},
                                 {"name_en", en},
                                 {"start", "2023-01-17T17:00"},
                                 {"season", "winter"},
                                 {"horizon_h", "168"},
                                 {"source", ground::assumed().source},
                                 {"confidence", "assumption"}});
    ground.draft.row("shocks", {{"id", id + "/1"},
                                {"hazard", id},
                                {"kind", "hit"},
                                {"target", target},
                                {"share", "1"},
                                {"start_h", "0"},
                                {"duration_h", canonical_number(hours)},
                                {"duration_delay", "restoration.blackout"},
                                {"source", ground::assumed().source},
                                {"confidence", "assumption"}});
  };
  for (const double hours : {72.0, 24.0, 8.0}) {
    const std::string number = canonical_number(hours);
    hazard("power-" + number + "h", number + " uur zonder elektriciteit", number + " hours without electricity",
           "kind=mv_feeding_area", hours);
  }
  for (const ground::MunicipalityFact& municipality : ground.facts.municipalities)
    hazard("power-72h/" + municipality.id, "72 uur zonder elektriciteit, alleen " + municipality.name,
           "72 hours without electricity, only " + municipality.name,
           "kind=mv_feeding_area; municipality=" + municipality.id, 72);
  add_heat_wave(ground);
}

/// "Delft, Rijswijk en Wassenaar"; of more than three the largest: "Den Haag en 8 andere gemeenten".
std::string title_of(const std::vector<FreshMunicipality>& municipalities) {
  constexpr std::size_t most_names = 3;
  if (municipalities.size() > most_names) {
    const auto largest = std::max_element(municipalities.begin(), municipalities.end(),
                                          [](const auto& a, const auto& b) { return a.residents < b.residents; });
    return largest->name + " en " + std::to_string(municipalities.size() - 1) + " andere gemeenten";
  }
  std::string title;
  for (std::size_t i = 0; i < municipalities.size(); ++i)
    title += (i == 0 ? "" : i + 1 == municipalities.size() ? " en " : ", ") + municipalities[i].name;
  return title;
}

void describe(region::Tables& tables, const FreshSettings& settings, const FreshReport& report) {
  tables.id = settings.id;
  // CBS counts people on the first of January.
  if (const PartReport* const people = area_part(report); people != nullptr && !people->year.empty())
    tables.reference_date = people->year + "-01-01";
  tables.title = settings.title;
  if (tables.title.empty()) tables.title = title_of(report.municipalities);
  tables.licence = "ODbL-1.0";
  tables.attributions = {"© OpenStreetMap-bijdragers (ODbL)", "Bron: CBS / Kadaster (CC BY 4.0)"};
  const std::string people = "CC BY 4.0, bron: CBS / Kadaster";
  tables.table_licences = {{"areas", people}, {"organisations", people + " (gemeenten)"}};
}

}  // namespace

Result<region::Tables> build_fresh(const std::filesystem::path& folder, const FreshSettings& settings,
                                   FreshReport& report, Diagnostics& notes) {
  TRY(const auto paths, foreign::files_below(folder));
  TRY(Collection files, Collection::open(paths, report.parts));
  TRY(auto census, files.municipalities(report.parts));
  // Codes may stand in finer layers only, so a layer without codes waits for them; the rectangle comes from its
  // outlines.
  code_by_name(census, report);
  TRY(const ChosenMunicipalities chosen, choose_municipalities(census, settings.municipalities, report));
  TRY_DONE(files.add_finer(census, chosen.bounds, report.parts));
  code_by_name(census, report);
  TRY(ground::Facts facts, choose_areas(census, chosen, settings, report));
  add_postcode_addresses(census, files, report);
  census.clear();
  TRY_DONE(files.read_places(chosen.bounds, report.parts));
  TRY_DONE(files.read_maps(chosen.outline, true, settings.walks.threads, report.parts));
  files.order(report.parts);
  facts.places = std::move(files.names);
  const std::string address_source = take_addresses(files, facts, report);
  files.addresses.clear();
  count_households(files, facts, report);
  spread_evenly(facts, report);

  TRY(const ground::Territory territory, ground::build_territory(facts));
  report.cells = territory.cells.size();
  ground::Draft draft;
  ground::Ground ground{.facts = facts, .territory = territory, .draft = draft};
  ground::find_named_places(ground);
  const PartReport* const people = area_part(report);
  const std::string people_source = people == nullptr ? ground::assumed().source : Collection::source_id(*people);
  add_organisations(ground, people_source, files.things, report);
  ground::add_services(draft);
  ground::add_people(
      ground, {.areas = people_source,
               .cells = address_source.empty() ? ground::assumed().source : address_source,
               .zones = ground::assumed().source,
               .homes = homes_parameter,
               .coded_names = report.level == foreign::Level::postcode4 || report.level == foreign::Level::postcode5});
  add_feeding_areas(ground);
  add_standing(ground, files.things, chosen, report.parts);
  add_needs(ground);
  ground::add_outdoor_air(ground, owner_of("outdoor_air").id);
  add_figures(draft);
  add_hazards(ground);
  add_sources(draft, report);

  region::Tables tables = std::move(draft).finish();
  describe(tables, settings, report);
  std::map<std::string, geo::MultiPolygon> outlines;
  for (const ground::AreaFact& area : facts.areas) outlines.emplace(area.id, area.outline);
  tables.outlines = ground::generalised(ground::on_lattice(outlines, outline_square_m, least_outline_m2),
                                        outline_tolerance_m, least_outline_m2, outline_decimals);
  if (const auto region = region::build_region(tables, notes); !region) return fail(region.error());
  if (files.map && !tables.tables.at("support_points").rows.empty()) {
    Diagnostics lost;
    TRY(report.walks, add_walks(tables, *files.map, settings.walks, lost));
    constexpr std::size_t few = 20;
    if (lost.warning_count() <= few) {
      for (const Problem& problem : lost.problems()) notes.add(problem);
    } else {
      notes.warn({"importers.fresh.no_streets",
                  {std::to_string(lost.warning_count()), canonical_number(settings.walks.street_within_m)}},
                 {.file = "cells.csv", .table = {}, .row = 0, .column = {}});
    }
  }
  report.completeness = completeness_of(tables);
  return tables;
}

}  // namespace veer::importers
