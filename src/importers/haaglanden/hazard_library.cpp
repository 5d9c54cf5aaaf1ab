#include <array>

#include "importers/haaglanden/evidence.hpp"
#include "importers/haaglanden/hazard_draft.hpp"

namespace veer::importers::haaglanden {

namespace {

/// "id=feeding/05-01|feeding/05-02": the feeding areas of the first `count` main stations in these municipalities.
std::string feeding_of(const Context& context, const std::vector<std::string>& municipalities, std::size_t count) {
  std::vector<std::size_t> stations;
  for (std::size_t s = 0; s < context.territory.stations.size() && stations.size() < count; ++s)
    for (const std::string& municipality : municipalities)
      if (context.territory.stations[s].municipality == municipality) stations.push_back(s);
  std::string out;
  for (const ground::FeedingArea& feeding : context.territory.feeding)
    for (const std::size_t station : stations)
      if (feeding.station == station) out += (out.empty() ? "id=" : "|") + std::string("feeding/") + feeding.number;
  return out;
}

/// How the electricity goes, by cause: restoration.<family> is the time of one customer.
void add_causes(Context& context, HazardRows& rows) {
  rows.hazard({.id = "power-cable-damage",
               .nl = "Kabelschade: Delft zonder stroom",
               .en = "Cable damage: Delft without electricity",
               .start = "2026-01-03T06:45",
               .source = evidence_source(context.sources, "RES01")});
  rows.hit({.target = "kind=mv_feeding_area; municipality=GM0503", .duration_delay = "restoration.cable"});
  rows.hazard({.id = "power-station-fire",
               .nl = "Brand in een station: 20 voedingsgebieden in Den Haag",
               .en = "Fire in a station: 20 feeding areas in The Hague",
               .start = "2020-08-17T11:00",
               .season = "summer",
               .source = "the-hague-2020"});
  rows.hit({.target = feeding_of(context, {"GM0518"}, 4), .duration_delay = "restoration.station_fire"});
  rows.hazard({.id = "power-station-flood",
               .nl = "Stations onder water in Midden-Delfland en Pijnacker-Nootdorp",
               .en = "Stations flooded in Midden-Delfland and Pijnacker-Nootdorp",
               .start = "2015-12-05T23:00",
               .horizon_h = 336,
               .source = "lancaster-2015"});
  // The station of Lancaster stood under water; how deep is not said. A metre is too deep for all of them.
  rows.intensity({.kind = "flood",
                  .target = feeding_of(context, {"GM1842", "GM1926"}, 3),
                  .magnitude = 1,
                  .duration_delay = "restoration.station_flood"});
  rows.hazard({.id = "power-transmission",
               .nl = "Storing in het hoogspanningsnet",
               .en = "Fault in the transmission grid",
               .start = "2015-03-27T09:30",
               .season = "spring",
               .horizon_h = 72,
               .source = "noord-holland-2015"});
  rows.hit({.target = "kind=hv_feed_in", .duration_h = 1});
  rows.hit({.target = "kind=mv_feeding_area", .duration_delay = "restoration.transmission"});
  rows.hazard({.id = "power-storm",
               .nl = "Storm over de buitengebieden",
               .en = "Storm over the countryside",
               .start = "2021-11-26T18:00",
               .season = "autumn",
               .source = evidence_source(context.sources, "RES05")});
  const std::string rural = "municipality=GM0629|GM1783|GM1842|GM1926";
  rows.hit({.target = "kind=mv_feeding_area; " + rural, .share = 0.35, .duration_delay = "restoration.storm"});
  rows.hit({.target = "kind=mv_feeding_area; " + rural, .share = 0.1, .duration_delay = "restoration.storm_line"});
  rows.hit({.target = "kind=base_station; " + rural, .share = 0.03, .duration_h = 24});
}

/// Hours of everything after Copenhagen's cloudburst, 135 mm in a day: polder pumps are laid out for 30 mm (WAT11), and
/// what a sewer stores for eight dry hours (WAT09) is full after half an hour (WAT10).
constexpr double polder_demand = 135.0 / 30;
constexpr double sewer_demand = 8 / 0.5;
/// Its hardest hour: 64.8 mm fell in half an hour at one gauge, 150 mm in two hours; most of the city had less.
constexpr double copenhagen_mm_per_hour = 65;
/// The heat wave of 22 to 27 July 2019 in De Bilt, degrees: 36.4 on the third day, 37.5 on the fourth, 33.0 on average
/// over the six, so that the four others have (6 · 33.0 − 36.4 − 37.5) / 4 = 31.0 together.
constexpr std::array heat_of_2019{31.0, 31.0, 36.4, 37.5, 31.0, 31.0};
/// Tap water on a hot day against an average one (WAT07: 150 and 120 litres).
constexpr double water_demand_in_heat = 150.0 / 120;
/// Supermarkets were filled twice as often when people hoarded (RET03).
constexpr double hoarding = 2;
/// 112 in the first hours of an outage: three times the usual (TEL17).
constexpr double alarm_demand = 3;
/// Absence at the peak of a wave that Britain planned for in 2009: 12 %.
constexpr double present_in_pandemic = 0.88;
/// More care asked for at that peak: our guess; telephone consultations of GP posts doubled in March 2020, while fewer
/// people came for other things.
constexpr double care_demand_in_pandemic = 1.2;
/// 67 % have little or no trust (POP06); who has little heeds every second message (our guess).
constexpr double heeded_in_campaign = 0.67;

/// "id=roster/brandweer|…": the rosters of which the people are counted, of these municipalities' crisis teams too.
std::string rosters(const Context& context, const std::vector<std::string>& names, bool crisis_teams) {
  std::string out;
  const auto add = [&](const std::string& name) { out += (out.empty() ? "id=roster/" : "|roster/") + name; };
  for (const std::string& name : names) add(name);
  if (crisis_teams)
    for (const MunicipalityFact& municipality : context.sources.municipalities) add(municipality.id + "-crisis");
  return out;
}
std::vector<std::string> services() { return {"meldkamer", "brandweer", "politie", "ambulance", "vrh", "ghor"}; }

/// A shortage that grows and shrinks again: from a sixth to half of the feeding areas are off, in turns. Nothing
/// breaks: each is back at the end of its turn.
void add_steps(Context& context, HazardRows& rows) {
  constexpr double step_h = 12;
  rows.hazard({.id = "power-shedding",
               .nl = "Afschakelen in stappen: het tekort groeit en slinkt",
               .en = "Load shedding in steps: the shortage grows and shrinks",
               .horizon_h = 96,
               .source = evidence_source(context.sources, "RES08")});
  double start_h = 0;
  for (const double left : {0.833, 0.667, 0.5, 0.667, 0.833}) {
    rows.factor({.kind = "derate",
                 .target = "kind=mv_feeding_area",
                 .start_h = start_h,
                 .duration_h = step_h,
                 .magnitude = left});
    start_h += step_h;
  }
}

void add_rain(Context& context, HazardRows& rows) {
  // Copenhagen: 135 mm in a day, most of it in two hours; 10,000 of 1.2 million people without electricity, an
  // emergency department under water, traffic back to normal after days.
  rows.hazard({.id = "extreme-rain",
               .nl = "Extreme regen",
               .en = "Extreme rain",
               .family = "weather",
               .start = "2011-07-02T19:00",
               .season = "summer",
               .horizon_h = 96,
               .source = "copenhagen-2011"});
  rows.intensity({.kind = "rain",
                  .target = "kind=sewer_district",
                  .magnitude = copenhagen_mm_per_hour,
                  .duration_h = 6,
                  .start_delay = "WAT10",
                  .source = "copenhagen-intensity"});
  rows.hit({.target = "kind=drainage_pump", .share = 0.2, .start_h = 1, .duration_delay = "WAT11"});
  rows.intensity({.kind = "rain",
                  .target = "kind=road_tunnel|tram_section|rail_section",
                  .magnitude = copenhagen_mm_per_hour,
                  .start_h = 1,
                  .duration_h = 24,
                  .source = "copenhagen-intensity"});
  rows.hit(
      {.target = "kind=mv_feeding_area", .share = 0.01, .start_h = 1, .duration_delay = "restoration.station_flood"});
  rows.hit({.target = "kind=telecom_hub", .share = 0.02, .start_h = 1, .duration_h = 24});
  rows.hit({.target = "kind=emergency_department", .share = 0.2, .start_h = 2, .duration_h = 12});
  rows.factor({.kind = "demand",
               .target = "kind=sewer_district",
               .duration_h = 6,
               .magnitude = sewer_demand,
               .source = evidence_source(context.sources, "WAT10")});
  rows.factor(
      {.kind = "demand", .target = "kind=drainage_pump", .start_h = 1, .duration_h = 24, .magnitude = polder_demand});
  // Streets under water: back to normal after days.
  rows.factor({.kind = "access", .target = "", .start_h = 1, .duration_h = 23, .magnitude = 0.5});
  rows.factor({.kind = "access", .target = "", .start_h = 24, .duration_h = 24, .magnitude = 0.8});
  rows.factor({.kind = "demand",
               .target = "kind=control_room",
               .duration_h = 6,
               .magnitude = alarm_demand,
               .source = evidence_source(context.sources, "TEL17")});
  rows.factor({.kind = "demand",
               .target = rosters(context, {"brandweer"}, false),
               .duration_h = 24,
               .magnitude = 1.5,
               .source = "layout"});
}

void add_heat(Context& context, HazardRows& rows) {
  const std::string guess = "general-knowledge";
  const double length_h = 24.0 * heat_of_2019.size();
  rows.hazard({.id = "heat-wave",
               .nl = "Hittegolf van zes dagen",
               .en = "Heat wave of six days",
               .family = "weather",
               .start = "2019-07-22T00:00",
               .season = "summer",
               .source = "heat-wave-2019"});
  const auto heat = [&rows](const char* kind, double degrees, double start_h, double duration_h,
                            const char* delay = "") {
    rows.intensity({.kind = "heat",
                    .target = std::string("kind=") + kind,
                    .magnitude = degrees,
                    .start_h = start_h,
                    .duration_h = duration_h,
                    .duration_delay = delay,
                    .source = "heat-2019-de-bilt"});
  };
  for (std::size_t day = 0; day < heat_of_2019.size(); ++day) {
    const double noon = 24.0 * static_cast<double>(day) + 12;
    const double degrees = heat_of_2019[day];
    heat("outdoor_air", degrees, noon, 24);  // the afternoon, and the night that does not cool
    heat("mv_feeding_area", degrees, noon, 0, "restoration.cable_small");
    heat("base_station", degrees, noon, 6);
    heat("rail_section|tram_section", degrees, noon, 8);
    rows.hit({.target = "kind=home_care_team", .share = 0.1, .start_h = noon - 4, .duration_h = 8, .source = guess});
    rows.hit({.target = "kind=gp_practice", .share = 0.05, .start_h = noon - 4, .duration_h = 8, .source = guess});
    // Cables carry less when the ground is warm, while coolers ask for more: some areas are off in turns.
    rows.factor({.kind = "derate",
                 .target = "kind=mv_feeding_area",
                 .start_h = noon + 1,
                 .duration_h = 6,
                 .magnitude = 0.99,
                 .source = guess});
  }
  rows.factor({.kind = "demand",
               .target = "kind=nursing_home",
               .duration_h = length_h,
               .magnitude = water_demand_in_heat,
               .source = evidence_source(context.sources, "WAT07")});
  rows.factor(
      {.kind = "demand", .target = "kind=control_room", .duration_h = length_h, .magnitude = 1.2, .source = guess});
  rows.factor({.kind = "demand",
               .target = rosters(context, {"ambulance"}, false),
               .duration_h = length_h,
               .magnitude = 1.2,
               .source = guess});
}

/// At the peak of a wave 12 % (planned for in Britain in 2009) to 30 % of the staff are away, care is asked for more,
/// and people hoard.
void add_pandemic(Context& context, HazardRows& rows) {
  constexpr double week_h = 168;
  rows.hazard({.id = "pandemic",
               .nl = "Piek van een pandemie: een week met veel ziekteverzuim",
               .en = "Peak of a pandemic: a week of much absence",
               .family = "health",
               .start = "2023-01-16T07:00",
               .source = "pandemic-absence"});
  rows.hit({.target = "kind=hospital_planned", .duration_h = week_h});
  // Of the counters and the street service nobody counted the people: one shift in ten is too short.
  std::string uncounted;
  for (const MunicipalityFact& municipality : context.sources.municipalities)
    for (const char* const duty : {"-staff", "-street"})
      uncounted += (uncounted.empty() ? "id=roster/" : "|roster/") + municipality.id + duty;
  constexpr int shifts = 21;
  for (int shift = 0; shift < shifts; ++shift)
    rows.hit({.target = uncounted, .share = 0.1, .start_h = 8.0 * shift, .duration_h = 8});
  rows.factor({.kind = "derate",
               .target = rosters(context, services(), true),
               .duration_h = week_h,
               .magnitude = present_in_pandemic});
  struct Closed {
    const char* kind;
    double open;
  };
  for (const auto& [kind, open] : {Closed{"home_care_team", 0.85},
                                   {"gp_practice", 0.85},
                                   {"pharmacy", 0.9},
                                   {"supermarket", 0.95},
                                   {"nursing_home", 0.95}})
    rows.factor({.kind = "derate", .target = std::string("kind=") + kind, .duration_h = week_h, .magnitude = open});
  for (const char* const kind : {"emergency_department", "gp_post"})
    rows.factor({.kind = "derate",
                 .target = std::string("kind=") + kind,
                 .duration_h = week_h,
                 .magnitude = present_in_pandemic});
  for (const char* const kind : {"hospital_acute", "emergency_department", "gp_post", "gp_practice", "home_care_team"})
    rows.factor({.kind = "demand",
                 .target = std::string("kind=") + kind,
                 .duration_h = week_h,
                 .magnitude = care_demand_in_pandemic,
                 .source = "layout"});
  rows.factor({.kind = "demand",
               .target = rosters(context, {"ambulance", "ghor"}, false),
               .duration_h = week_h,
               .magnitude = 1.2,
               .source = "layout"});
  rows.factor(
      {.kind = "demand", .target = "kind=control_room", .duration_h = week_h, .magnitude = 1.2, .source = "layout"});
  rows.factor({.kind = "demand",
               .target = "kind=supermarket",
               .duration_h = week_h,
               .magnitude = hoarding,
               .source = evidence_source(context.sources, "RET03")});
}

void add_digital(HazardRows& rows) {
  rows.hazard({.id = "digital-payments",
               .nl = "Een dag geen elektronisch betalen",
               .en = "A day without electronic payment",
               .family = "digital",
               .horizon_h = 96,
               .source = "general-knowledge"});
  rows.hit({.target = "kind=payment_switch", .duration_h = 24});
  rows.hazard({.id = "digital-telecom-core",
               .nl = "Storing in de kern van vaste en mobiele netten",
               .en = "Fault in the core of fixed and mobile networks",
               .family = "digital",
               .start = "2019-06-24T16:00",
               .season = "summer",
               .horizon_h = 48,
               .source = "kpn-2019"});
  rows.hit({.target = "kind=mobile_core|telecom_exchange", .duration_h = 3.5});
  rows.hazard({.id = "digital-ransomware",
               .nl = "Gijzelsoftware bij de gemeente Delft",
               .en = "Ransomware at the municipality of Delft",
               .family = "digital",
               .start = "2020-12-01T07:00",
               .horizon_h = 336,
               .source = "hof-van-twente-2020"});
  rows.hit({.target = "kind=data_centre; municipality=GM0503", .duration_h = 336});
  rows.factor(
      {.kind = "demand", .target = "id=roster/GM0503-crisis", .duration_h = 72, .magnitude = 1.5, .source = "layout"});
}

void add_water(Context& context, HazardRows& rows) {
  rows.hazard({.id = "water-failure",
               .nl = "Een dag geen drinkwater in Zoetermeer",
               .en = "A day without drinking water in Zoetermeer",
               .family = "water",
               .start = "2017-02-04T20:00",
               .horizon_h = 96,
               .source = "liemers-2017"});
  rows.hit({.target = "kind=water_zone; municipality=GM0637", .duration_h = 24});
  // Bottles are bought elsewhere, and somebody must hand out water.
  rows.factor({.kind = "demand",
               .target = "kind=supermarket; municipality=GM0637|GM1926|GM1916",
               .duration_h = 36,
               .magnitude = hoarding,
               .source = evidence_source(context.sources, "RET03")});
  rows.factor(
      {.kind = "demand", .target = "id=roster/GM0637-crisis", .duration_h = 48, .magnitude = 1.5, .source = "layout"});
}

/// Several targets in turn, and rumours: messages are heeded less, 112 is called more, people hoard.
void add_hybrid(Context& context, HazardRows& rows) {
  rows.hazard({.id = "hybrid",
               .nl = "Hybride campagne: sabotage, betalen, zender en registers",
               .en = "Hybrid campaign: sabotage, payments, transmitter and registers",
               .family = "hybrid",
               .source = "discussion-note"});
  rows.hit({.target = "kind=mv_feeding_area; municipality=GM0603", .duration_delay = "restoration.cable"});
  rows.hit({.target = "kind=payment_switch", .start_h = 24, .duration_h = 12});
  rows.hit({.target = "kind=national_register", .start_h = 24, .duration_h = 24});
  rows.hit({.target = "id=mobile-core/1", .start_h = 36, .duration_h = 6});
  rows.hit({.target = "kind=broadcast_mast", .start_h = 48, .duration_h = 6});
  rows.hit({.target = "kind=telecom_exchange", .share = 0.25, .start_h = 48, .duration_h = 12});
  rows.factor({.kind = "trust",
               .target = "",
               .start_h = 24,
               .duration_h = 96,
               .magnitude = heeded_in_campaign,
               .source = evidence_source(context.sources, "POP06")});
  rows.factor({.kind = "demand", .target = "kind=control_room", .start_h = 24, .duration_h = 48, .magnitude = 2});
  rows.factor({.kind = "demand",
               .target = rosters(context, {"politie"}, true),
               .start_h = 24,
               .duration_h = 96,
               .magnitude = 1.2});
  rows.factor({.kind = "demand",
               .target = "kind=supermarket",
               .start_h = 24,
               .duration_h = 72,
               .magnitude = hoarding,
               .source = evidence_source(context.sources, "RET03")});
}

void add_combinations(HazardRows& rows) {
  rows.hazard({.id = "extreme-rain/power-24h",
               .nl = "Extreme regen, en na zes uur een dag zonder elektriciteit",
               .en = "Extreme rain, and after six hours a day without electricity",
               .family = "combination",
               .start = "2011-07-02T19:00",
               .season = "summer",
               .combines = "extreme-rain@0 power-24h@6"});
  rows.hazard({.id = "heat-wave/power-8h",
               .nl = "Hittegolf, op de derde middag acht uur zonder elektriciteit",
               .en = "Heat wave, eight hours without electricity on the third afternoon",
               .family = "combination",
               .start = "2019-07-22T00:00",
               .season = "summer",
               .combines = "heat-wave@0 power-8h@62"});
  rows.hazard({.id = "pandemic/power-24h",
               .nl = "Pandemie, op de derde dag 24 uur zonder elektriciteit",
               .en = "Pandemic, 24 hours without electricity on the third day",
               .family = "combination",
               .start = "2023-01-16T07:00",
               .combines = "pandemic@0 power-24h@48"});
  rows.hazard({.id = "hybrid/digital-telecom-core",
               .nl = "Hybride campagne met een storing in de telefonie",
               .en = "Hybrid campaign with a fault in telephony",
               .family = "combination",
               .combines = "hybrid@0 digital-telecom-core@12"});
}

struct Family {
  const char* id;
  const char* name;
  double p5;
  double p50;
  double p95;
  const char* points;
  const char* source;
};
/// Hours that one customer is out: over the values of T, a and b of its cause (docs/method/backtest.md), that of a
/// customer drawn at random. A test holds them against that.
constexpr std::array families{
    Family{"cable", "kabelschade in een stad", 3.5, 35, 88,
           "0:0 0.05:3.5 0.1:7.4 0.25:18.6 0.5:35 0.75:53.7 0.9:73.8 0.95:88 0.99:121 1:167", "RES01"},
    Family{"cable_small", "schade aan een kabel van het distributienet", 0.1, 1.6, 7.3,
           "0:0 0.05:0.1 0.1:0.3 0.25:0.7 0.5:1.6 0.75:3.1 0.9:5.3 0.95:7.3 0.99:13 1:24", "RES01"},
    Family{"transmission", "storing in het hoogspanningsnet", 0.2, 1.9, 7.8,
           "0:0 0.05:0.2 0.1:0.4 0.25:0.9 0.5:1.9 0.75:3.5 0.9:5.8 0.95:7.8 0.99:13.4 1:24", "noord-holland-2015"},
    Family{"station_fire", "brand in een station", 1, 6.8, 27,
           "0:0 0.05:1 0.1:1.7 0.25:3.6 0.5:6.8 0.75:12.3 0.9:20.2 0.95:27 0.99:45.6 1:81.2", "the-hague-2020"},
    Family{"station_flood", "station onder water", 7.9, 40, 148,
           "0:0 0.05:7.9 0.1:12.1 0.25:22.2 0.5:40 0.75:69.4 0.9:112 0.95:148 0.99:249 1:439", "lancaster-2015"},
    Family{"storm", "storm: veel kleine breuken", 0.1, 1.2, 23.6,
           "0:0 0.1:0 0.25:0.2 0.5:1.2 0.75:5.2 0.9:14.3 0.95:23.6 0.99:52.8 1:112", "RES05"},
    Family{"storm_line", "storm: één lijn voedt alles", 3.1, 32.9, 122,
           "0:0 0.05:3.1 0.1:6.6 0.25:16.2 0.5:32.9 0.75:58.6 0.9:93.5 0.95:122 0.99:198 1:332", "RES05"},
};

}  // namespace

void add_restoration_families(const Context& context) {
  for (const Family& family : families) {
    const std::string word = family.source;
    const bool evidence = word.starts_with("RES");
    context.draft.row("parameters", {{"id", std::string("restoration.") + family.id},
                                     {"subject", "voedingsgebied"},
                                     {"parameter", std::string("uren zonder stroom: ") + family.name},
                                     {"low", canonical_number(family.p5)},
                                     {"typical", canonical_number(family.p50)},
                                     {"high", canonical_number(family.p95)},
                                     {"unit", "h"},
                                     {"distribution", "empirical"},
                                     {"points", family.points},
                                     {"share", "0.3"},
                                     {"note", "one customer of an outage with that cause: docs/method/backtest.md"},
                                     {"source", evidence ? evidence_source(context.sources, word) : word},
                                     {"confidence", "estimate"}});
  }
}

void add_hazard_library(Context& context, HazardRows& rows) {
  add_causes(context, rows);
  add_steps(context, rows);
  add_rain(context, rows);
  add_heat(context, rows);
  add_pandemic(context, rows);
  add_digital(rows);
  add_water(context, rows);
  add_hybrid(context, rows);
  add_combinations(rows);
}

}  // namespace veer::importers::haaglanden
