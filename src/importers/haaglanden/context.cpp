#include "importers/haaglanden/context.hpp"

#include <algorithm>

#include "base/result.hpp"
#include "geo/rd.hpp"

namespace veer::importers::haaglanden {

namespace {

/// A name of a place further than this from any address lies outside the region.
constexpr double place_reach_m = 500;

}  // namespace

std::string power(Context& context, const std::string& asset, geo::LonLat place) {
  return context.draft.need({.of = asset,
                             .component = {},
                             .service = "electricity",
                             .suppliers = {context.territory.feeding_at(place).reference()}});
}

std::string any_of(Context& context, const std::string& asset, const std::string& service,
                   std::vector<std::string> suppliers) {
  return context.draft.need({.of = asset, .component = {}, .service = service, .suppliers = std::move(suppliers)});
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

void find_named_places(Context& context) {
  for (std::size_t fact = 0; fact < context.sources.places.size(); ++fact) {
    const geo::LonLat place = context.sources.places[fact].place;
    const Cell& cell = context.territory.cell_at(place);
    if (geo::distance_m(geo::to_rd(place), cell.centre) > place_reach_m) continue;
    context.named_places.push_back({fact, context.sources.areas[cell.area].municipality, geo::to_rd(place)});
  }
}

std::string neighbourhood(const Context& context, geo::LonLat place) {
  const Pc4Fact& area = context.sources.areas[context.territory.cell_at(place).area];
  const geo::RdMetres at = geo::to_rd(place);
  const NamedPlace* nearest = nullptr;
  for (const NamedPlace& candidate : context.named_places) {
    if (candidate.municipality != area.municipality) continue;
    if (nearest == nullptr || geo::distance_m(at, candidate.at) < geo::distance_m(at, nearest->at))
      nearest = &candidate;
  }
  return nearest == nullptr ? area.place : context.sources.places[nearest->fact].name;
}

std::string in_neighbourhood(const Context& context, std::string_view word, geo::LonLat place,
                             std::string_view number) {
  return std::string(word) + " " + neighbourhood(context, place) + " " + std::string(number);
}

std::string by_postcode(const Context& context, std::string_view word, std::string_view id) {
  const std::string_view code = id.substr(id.find('/') + 1);
  const std::string_view postcode = code.substr(0, code.find('-'));
  std::string_view number = code.substr(code.find('-') + 1);
  if (number.starts_with('0')) number.remove_prefix(1);
  const auto area = std::find_if(context.sources.areas.begin(), context.sources.areas.end(),
                                 [postcode](const Pc4Fact& fact) { return fact.postcode == postcode; });
  ENSURE(area != context.sources.areas.end(), "a name is asked for a postcode that is not of the region");
  return std::string(word) + " " + area->postcode + " " + area->place + " " + std::string(number);
}

std::string two_digits(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::vector<const PoiFact*> pois(const Context& context, std::initializer_list<std::string_view> kinds) {
  std::vector<const PoiFact*> found;
  for (const PoiFact& poi : context.sources.pois)
    if (std::find(kinds.begin(), kinds.end(), poi.kind) != kinds.end()) found.push_back(&poi);
  return found;
}

std::vector<const FacilityFact*> facilities(const Context& context, std::string_view type) {
  std::vector<const FacilityFact*> found;
  for (const FacilityFact& facility : context.sources.facilities)
    if (facility.type == type) found.push_back(&facility);
  return found;
}

Origin facility_origin(const FacilityFact& facility) {
  return facility.confidence == "high" ? Origin{"facilities", "published"} : Origin{"facilities", "estimate"};
}

std::string inside(const Context& context, const std::string& municipality) {
  return context.sources.has_municipality(municipality) ? municipality : "";
}

geo::LonLat main_hall(const Context& context, const MunicipalityFact& municipality) {
  for (const FacilityFact* fact : facilities(context, "town_hall"))
    if (fact->municipality == municipality.id) return fact->place;
  return municipality.centre;
}

std::string PostcodeNumbers::next(const std::string& prefix, geo::LonLat place) {
  const std::string stem = prefix + "/" + postcode(place);
  return stem + "-" + two_digits(++count_[stem]);
}

const std::string& PostcodeNumbers::postcode(geo::LonLat place) const {
  return context_.sources.areas[context_.territory.cell_at(place).area].postcode;
}

}  // namespace veer::importers::haaglanden
