#include "importers/ground/outdoor_air.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

/// The daily needs of one zone: which suppliers carry each, nearest first.
class ZoneNeeds {
 public:
  ZoneNeeds(Context& context, const Zone& zone) : context_(context), zone_(zone) {}

  void add() {
    homes();
    contact();
    care();
    shops_and_safety();
  }

 private:
  std::string need(const std::string& component, const std::string& service, std::vector<std::string> suppliers) {
    return context_.draft.need(
        {.of = "zones/" + zone_.id, .component = component, .service = service, .suppliers = std::move(suppliers)});
  }
  [[nodiscard]] std::vector<std::string> nearest(const std::string& kind, std::size_t count) const {
    return context_.draft.nearest(kind, zone_.middle, count);
  }
  [[nodiscard]] std::string feeding() const { return context_.territory.feeding[zone_.feeding].reference(); }
  [[nodiscard]] bool has(region::Group group) const { return zone_.groups[static_cast<std::size_t>(group)] > 0; }

  void homes() {
    const std::string& water = context_.water_zone[zone_.area];
    need("light", "electricity", {feeding()});
    need("water", "drinking_water", {water});
    if (has(region::Group::high_rise)) need("water@high_rise", "high_rise_water", {context_.booster[zone_.feeding]});
    const std::string& heat = context_.heat_district[zone_.feeding];
    if (heat.empty()) {
      need("warmth", "electricity", {feeding()});  // HEA03: a boiler needs power
      need("warmth", "gas", {context_.gas_district[zone_.feeding]});
    } else {
      need("warmth", "heat", {heat});
    }
    // A full sewer spills to open water; toilets go on flushing for as long as it can.
    context_.draft.reservoir(need("sanitation", "sewage", {context_.sewer_district[zone_.feeding]}), "sewer.overflow");
    need("sanitation", "drinking_water", {water});
    if (has(region::Group::medical_power))
      context_.draft.reservoir(need("medical_power@medical_power", "electricity", {feeding()}), "CAR02");
  }

  /// Mobile or fixed; the radio counts as a household's own reserve (reserve.default.information), so that a region
  /// whose mast stands is not told that all are informed when two in five own a radio.
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines = nearest("base_station", 3);
    lines.push_back(context_.home_fixed[zone_.feeding]);
    return lines;
  }

  void contact() {
    const std::vector<std::string> room{"assets/control-room/de-yp"};
    need("information", "mobile", lines());
    need("alarm", "mobile", lines());
    need("alarm", "call_112", room);
    if (!has(region::Group::alarm_users)) return;
    context_.draft.reservoir(need("alarm@alarm_users", "electricity", {feeding()}), "CAR05");
    need("alarm@alarm_users", "mobile", nearest("base_station", 3));
    need("alarm@alarm_users", "home_care", {"assets/alarm-centre/national"});
  }

  void care() {
    std::vector<std::string> doctors = nearest("gp_practice", 2);
    for (const char* kind : {"gp_post", "hospital_acute"})
      for (std::string& other : nearest(kind, 1)) doctors.push_back(std::move(other));
    need("medical_care", "gp_care", std::move(doctors));
    if (has(region::Group::dependent_care)) {
      std::vector<std::string> carers = nearest("home_care_team", 1);
      for (std::string& home : nearest("nursing_home", 1)) carers.push_back(std::move(home));
      need("medical_care@dependent_care", "home_care", std::move(carers));
    }
    need("medicines", "pharmacy", nearest("pharmacy", 3));
  }

  void shops_and_safety() {
    need("food", "food_retail", nearest("supermarket", 3));
    need("cash", "payments", nearest("cash_point", 3));
    need("safety", "call_112", {"assets/control-room/de-yp"});
    need("safety", "fire_response", nearest("fire_station", 2));
    need("safety", "police_response", nearest("police_station", 2));
  }

  Context& context_;
  const Zone& zone_;
};

}  // namespace

void add_zone_needs(Context& context) {
  for (const Zone& zone : context.territory.zones) ZoneNeeds(context, zone).add();
  add_outdoor_air(context, "weather");
}

}  // namespace veer::importers::haaglanden
