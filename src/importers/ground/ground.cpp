#include "importers/ground/ground.hpp"

#include "base/result.hpp"
#include "geo/rd.hpp"

namespace veer::importers::ground {

namespace {

/// A name of a place further than this from any address lies outside the region.
constexpr double place_reach_m = 500;

}  // namespace

std::string power(Ground& ground, const std::string& asset, geo::LonLat place) {
  return ground.draft.need({.of = asset,
                            .component = {},
                            .service = "electricity",
                            .suppliers = {ground.territory.feeding_at(place).reference()}});
}

std::string any_of(Ground& ground, const std::string& asset, const std::string& service,
                   std::vector<std::string> suppliers) {
  return ground.draft.need({.of = asset, .component = {}, .service = service, .suppliers = std::move(suppliers)});
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool keep = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (keep) {
      out += lower;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

void find_named_places(Ground& ground) {
  for (std::size_t fact = 0; fact < ground.facts.places.size(); ++fact) {
    const geo::LonLat place = ground.facts.places[fact].place;
    const Cell& cell = ground.territory.cell_at(place);
    if (geo::distance_m(geo::to_rd(place), cell.centre) > place_reach_m) continue;
    ground.named_places.push_back({fact, ground.facts.areas[cell.area].municipality, geo::to_rd(place)});
  }
}

std::string neighbourhood(const Ground& ground, geo::LonLat place) {
  const AreaFact& area = ground.facts.areas[ground.territory.cell_at(place).area];
  const geo::RdMetres at = geo::to_rd(place);
  const NamedPlace* nearest = nullptr;
  for (const NamedPlace& candidate : ground.named_places) {
    if (candidate.municipality != area.municipality) continue;
    if (nearest == nullptr || geo::distance_m(at, candidate.at) < geo::distance_m(at, nearest->at))
      nearest = &candidate;
  }
  return nearest == nullptr ? area.place : ground.facts.places[nearest->fact].name;
}

std::string in_neighbourhood(const Ground& ground, std::string_view word, geo::LonLat place, std::string_view number) {
  return std::string(word) + " " + neighbourhood(ground, place) + " " + std::string(number);
}

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace veer::importers::ground
