#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Distribution centres of the layout: two near the region, two further away.
struct DistributionCentre {
  const char* id;
  geo::LonLat place;
  const char* municipality;  ///< empty: outside
  const char* feeding;       ///< of those outside
};
constexpr DistributionCentre distribution_centres[] = {
    {"1", {4.52, 52.05}, "GM0637", ""},
    {"2", {4.37, 51.99}, "GM0503", ""},
    {"3", {4.53, 52.02}, "", "assets/feeding/ext-lansingerland"},
    {"4", {4.9, 52.37}, "", "assets/feeding/ext-randstad"},
};

void add_payments(Context& context) {
  Draft& draft = context.draft;
  const std::string switch_asset = draft.asset({.id = "payment-switch/national",
                                                .name = "Nationaal betalingsverkeer",
                                                .kind = "payment_switch",
                                                .organisation = "payments",
                                                .external = true});
  const std::string need = any_of(context, switch_asset, "electricity", {"assets/feeding/ext-randstad"});
  draft.reservoir(need, "ups.bridge");
  draft.generator(need, "TEL08", "GEN05", "generator.run.good", "refuel.priority");
  PostcodeNumbers numbers(context);
  for (const PoiFact* poi : pois(context, {"amenity=atm", "amenity=bank", "amenity=post_office"})) {
    const std::string id = numbers.next("cash-point", poi->place);
    const std::string point =
        draft.asset({.id = id,
                     .name = poi->name.empty() ? by_postcode(context, "Geldpunt", id) : "Geldpunt " + poi->name,
                     .kind = "cash_point",
                     .organisation = "payments",
                     .municipality = poi->municipality,
                     .place = poi->place,
                     .decimals = 4,
                     .origin = {"osm", "published"}});
    draft.reservoir(power(context, point, poi->place), "cash_point.power");
    any_of(context, point, "payments", {switch_asset});
    any_of(context, point, "fixed_telecom", {"assets/hub/" + numbers.postcode(poi->place)});
  }
}

void add_food(Context& context) {
  Draft& draft = context.draft;
  for (const DistributionCentre& centre : distribution_centres) {
    const bool external = *centre.municipality == '\0';
    const std::string asset = draft.asset({.id = std::string("distribution-centre/") + centre.id,
                                           .name = std::string("Distributiecentrum levensmiddelen ") + centre.id,
                                           .kind = "distribution_centre",
                                           .organisation = "supermarkets",
                                           .municipality = centre.municipality,
                                           .place = centre.place,
                                           .external = external});
    const std::string need =
        any_of(context, asset, "electricity",
               {external ? centre.feeding : context.territory.feeding_at(centre.place).reference()});
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.contract");
    draft.reservoir(any_of(context, asset, "fuel", {"assets/fuel-depot/rotterdam"}), "vehicle.tank");
  }
  PostcodeNumbers numbers(context);
  for (const PoiFact* poi : pois(context, {"shop=supermarket"})) {
    const std::string id = numbers.next("supermarket", poi->place);
    const std::string shop =
        draft.asset({.id = id,
                     .name = poi->name.empty() ? by_postcode(context, "Supermarkt", id) : poi->name,
                     .kind = "supermarket",
                     .organisation = "supermarkets",
                     .municipality = poi->municipality,
                     .place = poi->place,
                     .decimals = 4,
                     .origin = {"osm", "published"}});
    draft.reservoir(power(context, shop, poi->place), "supermarket.trading_on");
    draft.manual(any_of(context, shop, "payments", {"assets/payment-switch/national"}), "supermarket.cash_only");
    draft.reservoir(any_of(context, shop, "food_retail", draft.nearest("distribution_centre", poi->place, 2)),
                    "supermarket.stock");
  }
}

}  // namespace

void add_shops(Context& context) {
  add_payments(context);
  add_food(context);
}

}  // namespace veer::importers::haaglanden
