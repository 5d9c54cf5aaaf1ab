#include <algorithm>
#include <map>

#include "geo/rd.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

constexpr std::size_t exchange_count = 12;
constexpr std::size_t mast_count = 480;
constexpr std::size_t c2000_count = 22;
/// One mast in this many has a generator: with three masts in reach that leaves the few per cent still connected at 4.5
/// h (TEL07).
constexpr std::size_t mast_generator_every = 50;
constexpr std::size_t hub_generator_every = 8;

/// Places by density of addresses: cells in groups of about equal numbers of addresses, each with its middle.
std::vector<geo::LonLat> by_addresses(const Territory& territory, std::size_t count) {
  std::vector<WeightedPlace> places;
  for (const Cell& cell : territory.cells) places.push_back({cell.centre, static_cast<double>(cell.addresses)});
  std::vector<geo::LonLat> out;
  for (const geo::RdMetres middle : middles(places, bisect(places, count), count))
    out.push_back(geo::to_lonlat(middle));
  return out;
}

std::string municipality_at(const Context& context, geo::LonLat place) {
  return context.sources.areas[context.territory.cell_at(place).area].municipality;
}

void add_exchanges_and_core(Context& context) {
  Draft& draft = context.draft;
  const auto places = by_addresses(context.territory, exchange_count);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string exchange =
        draft.asset({.id = "exchange/" + two_digits(i + 1),
                     .name = in_neighbourhood(context, "Telecomknooppunt", places[i], two_digits(i + 1)),
                     .kind = "telecom_exchange",
                     .organisation = "fixed-operators",
                     .municipality = municipality_at(context, places[i]),
                     .place = places[i]});
    const std::string need = power(context, exchange, places[i]);
    draft.reservoir(need, "exchange.battery");
    draft.generator(need, "TEL08", "GEN05", "generator.run.good", "refuel.contract");
  }
  constexpr geo::LonLat cores[] = {{4.345, 52.065}, {4.49, 52.045}};
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string core = draft.asset({.id = "mobile-core/" + std::to_string(i + 1),
                                          .name = "Kernlocatie mobiele netten " + std::to_string(i + 1),
                                          .kind = "mobile_core",
                                          .organisation = "mobile-operators",
                                          .municipality = municipality_at(context, cores[i]),
                                          .place = cores[i]});
    const std::string need = power(context, core, cores[i]);
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "TEL08", "GEN05", "generator.run.good", "refuel.contract");
    any_of(context, core, "fixed_telecom", draft.nearest("telecom_exchange", cores[i], 2));
  }
}

void add_masts(Context& context) {
  Draft& draft = context.draft;
  PostcodeNumbers numbers(context);
  const auto places = by_addresses(context.territory, mast_count);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string id = numbers.next("mast", places[i]);
    const std::string mast = draft.asset({.id = id,
                                          .name = by_postcode(context, "Zendmast", id),
                                          .kind = "base_station",
                                          .organisation = "mobile-operators",
                                          .municipality = municipality_at(context, places[i]),
                                          .place = places[i]});
    const std::string need = power(context, mast, places[i]);
    // Half of the masts follow the operators' statement, half the cautious one (TEL04: half without a working back-up).
    draft.reservoir(need, i % 2 == 0 ? "TEL01" : "TEL02");
    if (i % mast_generator_every == 0)
      draft.generator(need, "GEN24", "GEN06", "generator.run.typical", "refuel.contract");
    any_of(context, mast, "mobile", {"assets/mobile-core/1", "assets/mobile-core/2"});
    any_of(context, mast, "fixed_telecom", draft.nearest("telecom_exchange", places[i], 2));
  }
}

void add_hubs_and_homes(Context& context) {
  Draft& draft = context.draft;
  for (std::size_t i = 0; i < context.sources.areas.size(); ++i) {
    const AreaFact& area = context.sources.areas[i];
    const std::string hub = draft.asset({.id = "hub/" + area.id,
                                         .name = "Wijkkast " + area.id + " " + area.place,
                                         .kind = "telecom_hub",
                                         .organisation = "fixed-operators",
                                         .municipality = area.municipality,
                                         .place = area.inside});
    const std::string need = power(context, hub, area.inside);
    draft.reservoir(need, "TEL09");
    if (i % hub_generator_every == 0)
      draft.generator(need, "generator.tank", "GEN06", "generator.run.typical", "refuel.contract");
    any_of(context, hub, "fixed_telecom", draft.nearest("telecom_exchange", area.inside, 2));
  }
  // The modems of a feeding area hang on the hub of the PC4 in which most of its residents live; they have no battery
  // (TEL10).
  std::vector<std::map<std::size_t, std::int64_t>> residents(context.territory.feeding.size());
  for (const Zone& zone : context.territory.zones) residents[zone.feeding][zone.area] += zone.residents;
  for (std::size_t i = 0; i < context.territory.feeding.size(); ++i) {
    const FeedingArea& feeding = context.territory.feeding[i];
    const std::size_t area =
        std::max_element(residents[i].begin(), residents[i].end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
    const std::string homes = draft.asset(
        {.id = "home-fixed/" + feeding.number,
         .name = in_neighbourhood(context, "Vaste aansluitingen in woningen", feeding.place, feeding.number),
         .kind = "home_fixed",
         .organisation = "fixed-operators",
         .municipality = feeding.municipality,
         .place = feeding.place});
    any_of(context, homes, "electricity", {feeding.reference()});
    any_of(context, homes, "fixed_telecom", {"assets/hub/" + context.sources.areas[area].id});
    context.home_fixed.push_back(homes);
  }
}

void add_c2000(Context& context) {
  Draft& draft = context.draft;
  std::vector<std::string> switches;
  for (const char* number : {"1", "2"}) {
    switches.push_back(draft.asset({.id = std::string("c2000-switch/") + number,
                                    .name = std::string("C2000-schakelcentrum ") + number,
                                    .kind = "c2000_switch",
                                    .organisation = "rijk",
                                    .external = true}));
    const std::string need = any_of(context, switches.back(), "electricity", {"assets/feeding/ext-randstad"});
    draft.reservoir(need, "ups.bridge");
    draft.generator(need, "TEL08", "GEN05", "generator.run.good", "refuel.priority");
  }
  const auto places = by_addresses(context.territory, c2000_count);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string site =
        draft.asset({.id = "c2000-site/" + two_digits(i + 1),
                     .name = in_neighbourhood(context, "C2000-opstelpunt", places[i], two_digits(i + 1)),
                     .kind = "c2000_site",
                     .organisation = "rijk",
                     .municipality = municipality_at(context, places[i]),
                     .place = places[i]});
    draft.reservoir(power(context, site, places[i]), "TEL12");
    any_of(context, site, "c2000", switches);
    any_of(context, site, "fixed_telecom", draft.nearest("telecom_exchange", places[i], 2));
  }
}

}  // namespace

void add_telecom(Context& context) {
  add_exchanges_and_core(context);
  add_masts(context);
  add_hubs_and_homes(context);
  add_c2000(context);
}

}  // namespace veer::importers::haaglanden
