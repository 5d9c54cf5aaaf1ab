#include "importers/haaglanden/hazard_draft.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Rolling load shedding: three blocks take turns of four hours, for 72 hours.
constexpr std::size_t blocks = 3;
constexpr double turn_h = 4;
constexpr double rolling_h = 72;
/// Share of feeding areas with cable damage in the variant with damage (assumption).
constexpr double damaged_share = 0.1;

/// Feed-ins of the region and its neighbours out, then feeding areas back in random order.
void blackout(HazardRows& rows, double hours) {
  rows.hit({.target = "kind=hv_feed_in", .duration_h = hours});
  rows.hit({.target = "kind=mv_feeding_area", .duration_h = hours, .duration_delay = "restoration.blackout"});
}

}  // namespace

void add_hazards(Context& context) {
  HazardRows rows(context.draft);
  for (const double hours : {72.0, 24.0, 8.0}) {
    const std::string number = canonical_number(hours);
    rows.hazard({.id = "power-" + number + "h",
                 .nl = number + " uur zonder elektriciteit",
                 .en = number + " hours without electricity"});
    blackout(rows, hours);
  }
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    rows.hazard({.id = "power-72h/" + municipality.id,
                 .nl = "72 uur zonder elektriciteit, alleen " + municipality.name,
                 .en = "72 hours without electricity, only " + municipality.name});
    rows.hit({.target = "kind=mv_feeding_area; municipality=" + municipality.id,
              .duration_h = 72,
              .duration_delay = "restoration.blackout"});
  }
  rows.hazard(
      {.id = "power-72h/rolling", .nl = "72 uur stroom bij toerbeurt", .en = "72 hours of rolling load shedding"});
  std::vector<std::string> block(blocks);
  for (std::size_t i = 0; i < context.territory.feeding.size(); ++i) {
    std::string& ids = block[i % blocks];
    ids += (ids.empty() ? "id=feeding/" : "|feeding/") + context.territory.feeding[i].number;
  }
  for (double begin = 0; begin < rolling_h; begin += turn_h)
    rows.hit(
        {.target = block[static_cast<std::size_t>(begin / turn_h) % blocks], .start_h = begin, .duration_h = turn_h});
  rows.hazard({.id = "power-72h/damage",
               .nl = "72 uur zonder elektriciteit, met schade",
               .en = "72 hours without electricity, with damage"});
  blackout(rows, 72);
  rows.hit({.target = "kind=mv_feeding_area", .share = damaged_share, .duration_h = 72, .duration_delay = "RES01"});
  add_hazard_library(context, rows);
}

}  // namespace veer::importers::haaglanden
