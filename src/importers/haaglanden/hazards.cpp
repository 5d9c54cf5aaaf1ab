#include "base/text.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr const char* start = "2023-01-17T17:00";  // a Tuesday
constexpr double horizon_h = 168;
/// Rolling load shedding: three blocks take turns of four hours, for 72 hours.
constexpr std::size_t blocks = 3;
constexpr double turn_h = 4;
constexpr double rolling_h = 72;
/// Share of feeding areas with cable damage in the variant with damage (assumption).
constexpr double damaged_share = 0.1;

struct Shock {
  std::string target;
  double share = 1;
  double start_h = 0;
  double duration_h = 0;
  std::string duration_delay = {};
};

class HazardRows {
 public:
  explicit HazardRows(Draft& draft) : draft_(draft) {}

  void hazard(const std::string& id, const std::string& nl, const std::string& en) {
    id_ = id;
    count_ = 0;
    draft_.row("hazards", {{"id", id},
                           {"name_nl", nl},
                           {"name_en", en},
                           {"start", start},
                           {"season", "winter"},
                           {"horizon_h", canonical_number(horizon_h)},
                           {"source", "discussion-note"},
                           {"confidence", "assumption"}});
  }
  void hit(const Shock& shock) {
    draft_.row("shocks", {{"id", id_ + "/" + std::to_string(++count_)},
                          {"hazard", id_},
                          {"kind", "hit"},
                          {"target", shock.target},
                          {"share", canonical_number(shock.share)},
                          {"start_h", canonical_number(shock.start_h)},
                          {"duration_h", canonical_number(shock.duration_h)},
                          {"duration_delay", shock.duration_delay},
                          {"source", "discussion-note"},
                          {"confidence", "assumption"}});
  }

 private:
  Draft& draft_;
  std::string id_;
  int count_ = 0;
};

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
    rows.hazard("power-" + number + "h", number + " uur zonder elektriciteit", number + " hours without electricity");
    blackout(rows, hours);
  }
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    rows.hazard("power-72h/" + municipality.id, "72 uur zonder elektriciteit, alleen " + municipality.name,
                "72 hours without electricity, only " + municipality.name);
    rows.hit({.target = "kind=mv_feeding_area; municipality=" + municipality.id,
              .duration_h = 72,
              .duration_delay = "restoration.blackout"});
  }
  rows.hazard("power-72h/rolling", "72 uur stroom bij toerbeurt", "72 hours of rolling load shedding");
  std::vector<std::string> block(blocks);
  for (std::size_t i = 0; i < context.territory.feeding.size(); ++i) {
    std::string& ids = block[i % blocks];
    ids += (ids.empty() ? "id=feeding/" : "|feeding/") + context.territory.feeding[i].number;
  }
  for (double begin = 0; begin < rolling_h; begin += turn_h)
    rows.hit(
        {.target = block[static_cast<std::size_t>(begin / turn_h) % blocks], .start_h = begin, .duration_h = turn_h});
  rows.hazard("power-72h/damage", "72 uur zonder elektriciteit, met schade",
              "72 hours without electricity, with damage");
  blackout(rows, 72);
  rows.hit({.target = "kind=mv_feeding_area", .share = damaged_share, .duration_h = 72, .duration_delay = "RES01"});
}

}  // namespace veer::importers::haaglanden
