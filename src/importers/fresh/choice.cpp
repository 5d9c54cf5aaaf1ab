#include "importers/fresh/choice.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/foreign/values.hpp"

namespace veer::importers::fresh {

namespace {

using foreign::Verdict;

/// A level counts when its areas hold at least this part of what is known to live in each municipality.
constexpr double covering = 0.9;
/// Two levels know the ages equally well when they differ by less than this part of the residents.
constexpr double about_equal = 0.05;

std::size_t vertices(const geo::MultiPolygon& outline) {
  std::size_t count = 0;
  for (const geo::Polygon& polygon : outline)
    for (const geo::Ring& ring : polygon) count += ring.size();
  return count;
}

bool has_outline(const CensusRow& row) { return !row.outline.empty(); }

Error wrong(std::string key, std::vector<std::string> arguments) {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {}, {}};
}

std::size_t ages_told(const CensusRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.ages.begin(), row.ages.end(), [](const auto& heads) { return heads.has_value(); }));
}

struct Candidate {
  Level level = Level::municipality;
  std::size_t source = 0;
  std::vector<CensusRow> rows;  ///< of the region, by code, completed
  std::int64_t residents = 0;
  double told = 0;  ///< residents whose ages are told
};

/// Rows of one source and level that lie in the region, each with its municipality.
std::vector<CensusRow> inside(const CensusSource& source, Level level, const ChosenMunicipalities& chosen) {
  std::vector<const geo::MultiPolygon*> outlines;
  for (const CensusRow& row : chosen.rows) outlines.push_back(&row.outline);
  const OutlineIndex index(std::move(outlines));
  std::vector<CensusRow> rows;
  for (const CensusRow& row : source.rows) {
    if (row.level != level || !has_outline(row) || row.code.empty()) continue;
    CensusRow area = row;
    if (!area.inside) area.inside = point_inside(area.outline);
    const auto by_code = std::find_if(chosen.rows.begin(), chosen.rows.end(),
                                      [&area](const CensusRow& one) { return one.code == area.municipality; });
    if (by_code == chosen.rows.end()) {
      // A code of another year says nothing about the borders of today; the place does.
      const auto found = index.at(*area.inside);
      if (!found) continue;
      area.municipality = chosen.rows[*found].code;
    }
    rows.push_back(std::move(area));
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return rows;
}

/// Whether every municipality of the region is covered.
bool covers(const Candidate& candidate, const ChosenMunicipalities& chosen) {
  return std::all_of(chosen.rows.begin(), chosen.rows.end(), [&candidate](const CensusRow& municipality) {
    std::int64_t residents = 0;
    bool any = false;
    for (const CensusRow& row : candidate.rows) {
      if (row.municipality != municipality.code) continue;
      residents += row.residents.value_or(0);
      any = any || row.residents;
    }
    const double wanted = static_cast<double>(municipality.residents.value_or(0)) * covering;
    return any && residents > 0 && static_cast<double>(residents) >= wanted;
  });
}

Candidate candidate_of(const std::vector<CensusSource>& sources, std::size_t source, Level level,
                       const ChosenMunicipalities& chosen) {
  Candidate candidate{.level = level, .source = source, .rows = inside(sources[source], level, chosen)};
  std::map<std::string, std::size_t> at;
  for (std::size_t i = 0; i < candidate.rows.size(); ++i) at.emplace(candidate.rows[i].code, i);
  if (at.size() < candidate.rows.size()) candidate.rows.clear();
  for (std::size_t other = 0; other < sources.size(); ++other) {
    if (other == source) continue;
    for (const CensusRow& row : sources[other].rows) {
      if (row.level != level) continue;
      if (const auto found = at.find(row.code); found != at.end()) complete(candidate.rows[found->second], row);
    }
  }
  for (const CensusRow& row : candidate.rows) {
    candidate.residents += row.residents.value_or(0);
    bool told = row.residents.has_value();
    for (std::size_t i = 0; i < foreign::disjoint_age_classes; ++i) told = told && row.ages[i];
    if (told) candidate.told += static_cast<double>(*row.residents);
  }
  return candidate;
}

/// The level whose ages are known best; of equals the finer neighbourhoods, then postcodes, then districts.
std::optional<Candidate> best_candidate(const std::vector<CensusSource>& sources, const ChosenMunicipalities& chosen,
                                        const FreshSettings& settings) {
  std::optional<Candidate> best;
  for (const Level level : {Level::neighbourhood, Level::postcode4, Level::postcode5, Level::district}) {
    if (settings.areas && *settings.areas != level) continue;
    std::optional<Candidate> of_level;
    for (std::size_t source = 0; source < sources.size(); ++source) {
      const bool any = std::any_of(sources[source].rows.begin(), sources[source].rows.end(),
                                   [level](const auto& row) { return row.level == level && has_outline(row); });
      if (!any) continue;
      Candidate candidate = candidate_of(sources, source, level, chosen);
      if (!covers(candidate, chosen)) continue;
      if (!of_level || candidate.rows.size() > of_level->rows.size()) of_level = std::move(candidate);
    }
    if (!of_level) continue;
    const double share = of_level->told / static_cast<double>(std::max<std::int64_t>(1, of_level->residents));
    const double so_far = best ? best->told / static_cast<double>(std::max<std::int64_t>(1, best->residents)) : -1;
    if (!best || share > so_far + about_equal) best = std::move(of_level);
  }
  return best;
}

/// Assumption: the larger the city, the larger the share of residents with a low income; some 7 % in the country.
double low_income_share(std::int64_t residents) {
  constexpr std::int64_t large = 250'000;
  constexpr std::int64_t middling = 90'000;
  return residents >= large ? 0.12 : residents >= middling ? 0.08 : 0.06;
}

void tell_sources(const std::vector<CensusSource>& sources, const Candidate& candidate,
                  const ChosenMunicipalities& chosen, FreshReport& report) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    foreign::PartReport& part = report.parts[sources[i].report];
    std::set<std::string> own;
    for (const CensusRow& row : candidate.rows) own.insert(row.code);
    for (const CensusRow& row : chosen.rows) own.insert(row.code);
    std::set<std::string> regional;
    for (const CensusRow& row : chosen.rows) regional.insert(row.code);
    std::int64_t residents = 0;
    std::int64_t matched = 0;
    bool another = false;  // areas of the region at a level that was not chosen, or drawn by another file
    for (const CensusRow& row : sources[i].rows) {
      const bool counted = row.level == candidate.level || row.level == Level::municipality;
      if (counted && own.contains(row.code)) {
        ++matched;
        if (row.level == candidate.level) residents += row.residents.value_or(0);
        if (has_outline(row))
          for (const geo::Polygon& polygon : row.outline)
            for (const geo::LonLat at : polygon.front()) part.see(at);
      } else if (!another) {
        another =
            regional.contains(row.municipality) ||
            (has_outline(row) && chosen.bounds.contains(row.inside.value_or(row.outline.front().front().front())));
      }
    }
    const bool drawn_elsewhere = i != candidate.source && candidate.level != Level::municipality &&
                                 std::any_of(sources[i].rows.begin(), sources[i].rows.end(), [&](const auto& row) {
                                   return row.level == candidate.level && has_outline(row);
                                 });
    part.rows_used = static_cast<std::size_t>(matched);
    if (matched > 0) part.matched = matched;
    if (residents > 0) part.residents = residents;
    if (matched > 0)
      part.verdict = drawn_elsewhere ? Verdict::doubled : Verdict::used;
    else
      part.verdict = another ? Verdict::not_needed : Verdict::outside;
  }
}

}  // namespace

void complete(CensusRow& into, const CensusRow& from) {
  if (into.name.empty()) into.name = from.name;
  if (into.municipality.empty()) into.municipality = from.municipality;
  if (into.municipality_name.empty()) into.municipality_name = from.municipality_name;
  if (!into.residents) {
    into.residents = from.residents;
    into.ages = from.ages;
    into.households = from.households;
  }
  if (!into.residents || !from.residents || *from.residents == 0) return;
  const double scale = static_cast<double>(*into.residents) / static_cast<double>(*from.residents);
  if (!into.households && from.households) into.households = std::floor(*from.households * scale + 0.5);
  if (ages_told(from) <= ages_told(into)) return;
  const bool same = *into.residents == *from.residents;
  for (std::size_t i = 0; i < into.ages.size(); ++i) {
    if (into.ages[i] || !from.ages[i]) continue;
    into.ages[i] =
        same ? *from.ages[i] : static_cast<std::int64_t>(std::floor(static_cast<double>(*from.ages[i]) * scale + 0.5));
  }
}

OutlineIndex::OutlineIndex(std::vector<const geo::MultiPolygon*> outlines) : outlines_(std::move(outlines)) {
  for (const geo::MultiPolygon* outline : outlines_) bounds_.push_back(geo::bounds(*outline));
}

std::optional<std::size_t> OutlineIndex::at(geo::LonLat place) const {
  for (std::size_t i = 0; i < outlines_.size(); ++i)
    if (bounds_[i].contains(place) && geo::contains(*outlines_[i], place)) return i;
  return std::nullopt;
}

geo::LonLat point_inside(const geo::MultiPolygon& outline) {
  const geo::LonLat middle = geo::centroid(outline);
  if (geo::contains(outline, middle)) return middle;
  const geo::Polygon* largest = nullptr;
  for (const geo::Polygon& polygon : outline)
    if (largest == nullptr || geo::area_m2(polygon) > geo::area_m2(*largest)) largest = &polygon;
  if (largest == nullptr) return middle;
  const geo::Bounds box = geo::bounds({*largest});
  const double lat = (box.south + box.north) / 2;
  std::vector<double> crossings;
  for (const geo::Ring& ring : *largest)
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const geo::LonLat a = ring[i];
      const geo::LonLat b = ring[i + 1];
      if ((a.lat <= lat) == (b.lat <= lat)) continue;
      crossings.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
    }
  std::sort(crossings.begin(), crossings.end());
  geo::LonLat best = middle;
  double widest = -1;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    const double width = crossings[i + 1] - crossings[i];
    if (width <= widest) continue;
    widest = width;
    best = {(crossings[i] + crossings[i + 1]) / 2, lat};
  }
  return best;
}

void code_by_name(std::vector<CensusSource>& sources, FreshReport& report) {
  std::map<std::string, std::string> code_of;
  for (const CensusSource& source : sources)
    for (const CensusRow& row : source.rows) {
      const std::string& name = row.level == Level::municipality ? row.name : row.municipality_name;
      const std::string& code = row.level == Level::municipality ? row.code : row.municipality;
      if (!code.empty() && !name.empty()) code_of.emplace(foreign::folded_name(name), code);
    }
  for (CensusSource& source : sources) {
    foreign::PartReport& part = report.parts[source.report];
    const std::size_t before = source.rows.size();
    std::erase_if(source.rows, [&](CensusRow& row) {
      if (row.level != Level::municipality) {
        if (row.municipality.empty() && !row.municipality_name.empty())
          if (const auto found = code_of.find(foreign::folded_name(row.municipality_name)); found != code_of.end())
            row.municipality = found->second;
        return false;
      }
      if (!row.code.empty()) return false;
      const auto found = code_of.find(foreign::folded_name(row.name));
      if (found == code_of.end()) return true;
      row.code = row.municipality = found->second;
      return false;
    });
    if (before > source.rows.size()) part.drop("name_unknown", 0, before - source.rows.size());
  }
}

Result<ChosenMunicipalities> choose_municipalities(const std::vector<CensusSource>& sources,
                                                   const std::vector<std::string>& wished, FreshReport& report) {
  struct Drawn {
    std::vector<const CensusRow*> rows;
    std::size_t vertices = 0;
    std::size_t report = 0;
  };
  std::vector<Drawn> layers;
  for (const CensusSource& source : sources) {
    Drawn layer{.rows = {}, .report = source.report};
    for (const CensusRow& row : source.rows)
      if (row.level == Level::municipality && has_outline(row)) layer.rows.push_back(&row);
    for (const CensusRow* row : layer.rows) layer.vertices += vertices(row->outline);
    if (!layer.rows.empty()) layers.push_back(std::move(layer));
  }
  if (layers.empty()) return fail(wrong("importers.fresh.no_municipalities", {}));

  std::vector<const CensusRow*> rows;
  if (wished.empty()) {
    const auto least = std::min_element(layers.begin(), layers.end(), [](const Drawn& a, const Drawn& b) {
      if (a.rows.size() != b.rows.size()) return a.rows.size() < b.rows.size();
      return a.vertices > b.vertices;
    });
    rows = least->rows;
    report.parts[least->report].notes.push_back({"importers.fresh.region_from", {std::to_string(rows.size())}});
  } else {
    std::vector<std::string> known;
    for (const Drawn& layer : layers)
      for (const CensusRow* row : layer.rows) known.push_back(row->code);
    for (const std::string& given : std::set<std::string>(wished.begin(), wished.end())) {
      const std::string code = foreign::code(given, "GM", 4);
      const CensusRow* finest = nullptr;
      for (const Drawn& layer : layers)
        for (const CensusRow* row : layer.rows)
          if (row->code == code && (finest == nullptr || vertices(row->outline) > vertices(finest->outline)))
            finest = row;
      if (finest == nullptr)
        return fail(wrong("importers.fresh.municipality_unknown", {given, nearest_word(given, known)}));
      rows.push_back(finest);
    }
  }

  ChosenMunicipalities chosen;
  for (const CensusRow* row : rows) {
    CensusRow municipality = *row;
    for (const CensusSource& source : sources)
      for (const CensusRow& other : source.rows)
        if (&other != row && other.level == Level::municipality && other.code == municipality.code)
          complete(municipality, other);
    if (foreign::folded_name(municipality.name) == "den haag") municipality.name = "Den Haag";
    chosen.outline.insert(chosen.outline.end(), municipality.outline.begin(), municipality.outline.end());
    chosen.rows.push_back(std::move(municipality));
  }
  std::sort(chosen.rows.begin(), chosen.rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  chosen.bounds = geo::bounds(chosen.outline);
  return chosen;
}

Result<ground::Facts> choose_areas(const std::vector<CensusSource>& sources, const ChosenMunicipalities& chosen,
                                   const FreshSettings& settings, FreshReport& report) {
  std::optional<Candidate> best;
  if (!settings.areas || *settings.areas != Level::municipality) best = best_candidate(sources, chosen, settings);
  if (!best) {
    if (settings.areas && *settings.areas != Level::municipality)
      return fail(wrong("importers.fresh.level_missing", {}));
    best = Candidate{.level = Level::municipality, .source = sources.size(), .rows = chosen.rows};
    for (CensusRow& row : best->rows) {
      row.municipality = row.code;
      if (!row.inside || !geo::contains(row.outline, *row.inside)) row.inside = point_inside(row.outline);
      if (!row.residents) return fail(wrong("importers.fresh.no_residents", {row.name, row.code}));
    }
  }
  tell_sources(sources, *best, chosen, report);
  report.level = best->level;

  ground::Facts facts;
  for (const CensusRow& row : chosen.rows) {
    ground::MunicipalityFact fact{.id = row.code, .name = row.name, .centre = point_inside(row.outline)};
    constexpr double national_household = 2.13;  // CBS, 1 January 2021
    const bool sized = row.residents && row.households && *row.households > 0 && *row.residents > 0;
    fact.household_size = sized ? static_cast<double>(*row.residents) / *row.households : national_household;
    facts.municipalities.push_back(std::move(fact));
  }
  for (CensusRow& row : best->rows) {
    if (!foreign::complete_ages(row)) ++report.areas_without_ages;
    const auto municipality = std::find_if(facts.municipalities.begin(), facts.municipalities.end(),
                                           [&row](const auto& fact) { return fact.id == row.municipality; });
    ground::AreaFact area{.id = row.code,
                          .place = row.name.empty() ? municipality->name : row.name,
                          .municipality = row.municipality,
                          .residents = row.residents.value_or(0),
                          .inside = *row.inside,
                          .outline = std::move(row.outline),
                          .households = row.households.value_or(0)};
    for (std::size_t i = 0; i < area.ages.size(); ++i) area.ages[i] = row.ages[i].value_or(0);
    municipality->residents += area.residents;
    facts.areas.push_back(std::move(area));
  }
  for (ground::MunicipalityFact& fact : facts.municipalities) {
    fact.low_income_share = low_income_share(fact.residents);
    const auto areas = std::count_if(facts.areas.begin(), facts.areas.end(),
                                     [&fact](const auto& area) { return area.municipality == fact.id; });
    report.municipalities.push_back({fact.id, fact.name, fact.residents, static_cast<std::size_t>(areas)});
    report.residents += fact.residents;
  }
  return facts;
}

}  // namespace veer::importers::fresh
