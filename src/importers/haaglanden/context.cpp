#include "importers/haaglanden/context.hpp"

#include <algorithm>

#include "base/result.hpp"
#include "geo/rd.hpp"

namespace veer::importers::haaglanden {

std::string by_postcode(const Context& context, std::string_view word, std::string_view id) {
  const std::string_view code = id.substr(id.find('/') + 1);
  const std::string_view postcode = code.substr(0, code.find('-'));
  std::string_view number = code.substr(code.find('-') + 1);
  if (number.starts_with('0')) number.remove_prefix(1);
  const auto area = std::find_if(context.sources.areas.begin(), context.sources.areas.end(),
                                 [postcode](const AreaFact& fact) { return fact.id == postcode; });
  ENSURE(area != context.sources.areas.end(), "a name is asked for a postcode that is not of the region");
  return std::string(word) + " " + area->id + " " + area->place + " " + std::string(number);
}

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
  return context_.sources.areas[context_.territory.cell_at(place).area].id;
}

}  // namespace veer::importers::haaglanden
