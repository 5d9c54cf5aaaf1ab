#include "importers/haaglanden/context.hpp"

#include <algorithm>

namespace veer::importers::haaglanden {

std::string power(Context& context, const std::string& asset, geo::LonLat place) {
  return context.draft.need({.of = asset, .component = {}, .service = "electricity", .suppliers = {context.territory.feeding_at(place).reference()}});
}

std::string any_of(Context& context, const std::string& asset, const std::string& service, std::vector<std::string> suppliers) {
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
  return facility.confidence == "high" ? Origin{"facilities", "register"} : Origin{"facilities", "estimate"};
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
