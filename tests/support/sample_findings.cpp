#include "support/sample_findings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace veer::testing {

using namespace report;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t hours = 169;

/// A loss that builds up around hour `from`, holds until `until` and fades over `fade` hours, at most `peak` of the
/// whole.
struct Shape {
  double from = 0;
  double rise = 1;
  double until = 72;
  double fade = 6;
  double peak = 1;
};

double step(double t, double middle, double width) { return 1 / (1 + std::exp(-(t - middle) / width)); }

double share_at(const Shape& shape, double t) {
  const double rising = t < shape.from ? 0 : 1 - std::exp(-(t - shape.from) / shape.rise);
  return shape.peak * rising * (1 - step(t, shape.until + 2 * shape.fade, shape.fade / 2));
}

Curve curve(const Shape& shape, double whole) {
  Curve out;
  out.bin_width = static_cast<float>(whole / 63);
  for (std::size_t hour = 0; hour < hours; ++hour) {
    const auto t = static_cast<double>(hour);
    const double mean = share_at(shape, t);
    const double spread = 0.35 * mean * (1 - 0.6 * mean);
    const double low = std::max(0.0, mean - spread);
    const double high = std::min(1.0, mean + spread);
    out.mean.push_back(static_cast<float>(whole * mean));
    out.standard_error.push_back(static_cast<float>(whole * spread / 40));
    out.p5.push_back(static_cast<float>(whole * low));
    out.p50.push_back(static_cast<float>(whole * mean));
    out.p95.push_back(static_cast<float>(whole * high));
  }
  return out;
}

void add_to(Curve& sum, const Curve& part) {
  const auto add = [](std::vector<float>& into, const std::vector<float>& from) {
    into.resize(hours, 0);
    for (std::size_t hour = 0; hour < hours; ++hour) into[hour] += from[hour];
  };
  add(sum.mean, part.mean);
  add(sum.standard_error, part.standard_error);
  add(sum.p5, part.p5);
  add(sum.p50, part.p50);
  add(sum.p95, part.p95);
  sum.bin_width += part.bin_width;
}

Estimate estimate(double mean, double spread = 0.3) {
  return {mean, mean * spread / 30, mean * (1 - spread), mean * 0.98, mean * (1 + 1.4 * spread)};
}

Estimate probability(double p) {
  return {p, std::sqrt(p * (1 - p) / 2000), p > 0.95 ? 1.0 : 0.0, p >= 0.5 ? 1.0 : 0.0, p > 0.05 ? 1.0 : 0.0};
}

double total_hours(const Curve& of) {
  double total = 0;
  for (const float value : of.mean) total += static_cast<double>(value);
  return total;
}

struct NeedSample {
  DailyNeed need;
  Shape without;
  Shape unmet;
};

std::vector<NeedSample> need_samples() {
  return {
      {{"water", {"Drinkwater", "Drinking water"}, 2}, {20, 12, 72, 5, 0.45}, {40, 14, 74, 5, 0.4}},
      {{"food", {"Voedsel", "Food"}, 4}, {0, 3, 72, 10, 0.9}, {54, 16, 80, 8, 0.35}},
      {{"warmth", {"Warmte", "Warmth"}, 2}, {0, 0.5, 72, 4, 0.97}, {14, 18, 84, 9, 0.7}},
      {{"light", {"Licht en opladen", "Light and charging"}, 2}, {0, 0.2, 72, 3, 1}, {6, 9, 72, 3, 0.8}},
      {{"medical_power", {"Medische stroom thuis", "Medical power at home"}, 4},
       {0, 0.2, 72, 3, 0.012},
       {2, 3, 72, 3, 0.011}},
  };
}

geo::MultiPolygon square(double lon, double lat) {
  const double w = 0.03;
  const double h = 0.02;
  return {{{{lon, lat}, {lon + w, lat}, {lon + w, lat + h}, {lon, lat + h}, {lon, lat}}}};
}

Curve jitter(const Shape& base, double whole, std::size_t index) {
  Shape shape = base;
  shape.from *= 0.8 + 0.08 * static_cast<double>(index % 6);
  shape.peak = std::min(1.0, shape.peak * (0.6 + 0.1 * static_cast<double>((index * 3) % 8)));
  return curve(shape, whole);
}

void add_places(Findings& f) {
  const auto samples = need_samples();
  for (const NeedSample& sample : samples) f.needs.push_back(sample.need);
  f.groups = {{"all", {"Alle inwoners", "All residents"}},
              {"over_65", {"65 jaar en ouder", "65 and over"}},
              {"dependent_care", {"Afhankelijk van zorg", "Dependent on care"}},
              {"high_rise", {"Hoger dan de vierde verdieping", "Above the fourth floor"}}};
  const std::vector<double> group_share{1, 0.19, 0.03, 0.11};
  const std::vector<std::string> names{"Waterveen", "Lindehoek-Oost", "Zandmeer"};
  const auto empty = [&](Municipality& m) {
    m.unmet.resize(samples.size());
    m.without.resize(samples.size());
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    Municipality m;
    m.id = "gm" + std::to_string(i + 1);
    m.name = names[i];
    empty(m);
    f.municipalities.push_back(m);
  }
  f.region.id = f.region_id;
  f.region.name = f.region_title.nl;
  empty(f.region);
  const std::vector<std::size_t> owner{0, 0, 0, 0, 1, 1, 2, 2};
  for (std::size_t i = 0; i < 8; ++i) {
    AreaFinding area;
    area.id = std::to_string(9901 + i);
    area.name = area.id + " " + names[owner[i]] + " wijk " + std::to_string(i + 1);
    area.municipality = owner[i];
    area.residents = 4000 + 1730 * static_cast<double>((i * 5) % 8);
    const double lon = 5.0 + 0.03 * static_cast<double>(i % 4);
    const double lat = 52.0 + 0.02 * static_cast<double>(i / 4);
    area.centre = {lon + 0.015, lat + 0.01};
    if (i != 7) area.outline = square(lon, lat);
    Municipality& m = f.municipalities[owner[i]];
    for (std::size_t n = 0; n < samples.size(); ++n) {
      area.unmet.push_back(jitter(samples[n].unmet, area.residents, i + n));
      area.without.push_back(jitter(samples[n].without, area.residents, i + n));
      for (Municipality* into : {&m, &f.region}) {
        add_to(into->unmet[n], area.unmet[n]);
        add_to(into->without[n], area.without[n]);
      }
    }
    for (Municipality* into : {&m, &f.region}) {
      into->residents += area.residents;
      into->area_count += 1;
    }
    f.areas.push_back(area);
  }
  const auto finish = [&](Municipality& m) {
    for (const double share : group_share) m.group_heads.push_back(std::round(m.residents * share));
    for (const Curve& unmet : m.unmet) {
      std::vector<Estimate> by_group;
      for (const double share : group_share) by_group.push_back(estimate(total_hours(unmet) * share));
      m.unmet_person_hours.push_back(by_group);
    }
  };
  for (Municipality& m : f.municipalities) finish(m);
  finish(f.region);
  f.residents = f.region.residents;
}

Phases phases(const Shape& shape) {
  Phases out;
  out.depth = estimate(shape.peak, 0.1);
  out.depth.p95 = std::min(1.0, out.depth.p95);
  out.area = estimate(shape.peak * (shape.until - shape.from), 0.2);
  out.hours_to_90 = estimate(shape.until + 3 * shape.fade, 0.15);
  if (shape.fade > 20) out.hours_to_90.p95 = never;
  out.slope_per_hour = estimate(0.9 * shape.peak / (2 * shape.fade), 0.3);
  return out;
}

void add_services(Findings& f) {
  struct Sample {
    const char* id;
    Name name;
    int pillar;
    const char* category;
    std::size_t assets;
    Shape shape;
  };
  const std::vector<Sample> samples{
      {"electricity", {"Elektriciteit", "Electricity"}, 1, "A", 41, {0, 0.05, 72, 3, 1}},
      {"mobile_telecom", {"Mobiele telefonie", "Mobile telephony"}, 1, "B", 64, {0.3, 2, 72, 5, 0.96}},
      {"drinking_water", {"Drinkwater", "Drinking water"}, 1, "A", 9, {16, 14, 72, 5, 0.4}},
      {"district_heat", {"Stadswarmte", "District heat"}, 1, "", 5, {0, 1, 72, 12, 0.9}},
      {"c2000", {"C2000 (communicatie hulpdiensten)", "C2000 (emergency radio)"}, 3, "B", 7, {6, 20, 72, 4, 0.3}},
      {"crisis_organisation",
       {"Gemeentelijke crisisorganisatie", "Municipal crisis organisation"},
       3,
       "",
       3,
       {12, 20, 72, 8, 0.5}},
      {"food_retail", {"Supermarkten", "Food retail"}, 4, "", 22, {0.1, 0.5, 72, 10, 0.97}},
      {"payments", {"Betalen", "Payments"}, 4, "B", 14, {0.1, 0.8, 72, 6, 0.98}},
      {"fuel", {"Brandstof", "Fuel"}, 4, "B", 12, {0, 0.4, 72, 30, 0.93}},
      {"hospital_acute", {"Spoedeisende zorg", "Acute hospital care"}, 4, "", 2, {0, 1, 200, 4, 0}},
  };
  for (const Sample& s : samples) {
    ServiceFinding service;
    service.id = s.id;
    service.name = s.name;
    service.pillar = s.pillar;
    service.category = s.category;
    service.asset_count = s.assets;
    service.down_share = curve(s.shape, 1);
    service.first_half_down_h =
        s.shape.peak > 0.5 ? estimate(s.shape.from + s.shape.rise) : Estimate{168, 0, 40, never, never};
    if (s.shape.peak == 0) service.first_half_down_h = {168, 0, never, never, never};
    service.phases = phases(s.shape);
    service.confirmed_share = s.assets == 2 ? 0.5 : 0;
    f.services.push_back(service);
  }
  for (const NeedSample& sample : need_samples()) f.need_phases.push_back(phases(sample.without));
  // 40 hours from 20 °C with 5 °C outside: 20.4 h until 14 °C.
  f.home = {20, 14, {}, {}, {}, {0, 0, 15.3, 20.4, 40.9}};
  for (std::size_t hour = 0; hour < f.region.unmet.front().mean.size(); ++hour) {
    const auto degrees = [hour](double tau) {
      return static_cast<float>(5 + 15 * std::exp(-static_cast<double>(hour) / tau));
    };
    f.home.p5.push_back(degrees(30));
    f.home.p50.push_back(degrees(40));
    f.home.p95.push_back(degrees(80));
  }
  f.jobs = 31200;
  f.businesses = 4150;
  f.jobs_without_power = curve({0, 0.05, 72, 3, 1}, f.jobs);
  f.businesses_without_power = curve({0, 0.05, 72, 3, 1}, f.businesses);
}

struct ProcessSample {
  const char* id;
  Name name;
  std::size_t organisation;
  double rto;
  double mtpd;
  double exceeded;
  double never_fails;
  double median_recovery;
  std::optional<double> expected;
};

ProcessFinding process(const ProcessSample& s, std::size_t index) {
  ProcessFinding p;
  p.id = s.id;
  p.name = s.name;
  p.organisation = s.organisation;
  p.track = s.organisation < 3 ? "car" : "veiligheidsdirectie";
  p.mbco = s.organisation < 3 ? "Eén loket open, 4 medewerkers" : "Meldkamer neemt 112-oproepen aan";
  p.rto_h = s.rto;
  p.mtpd_h = s.mtpd;
  p.mtpd_exceeded = probability(s.exceeded);
  p.rto_missed = probability(std::min(1.0, s.exceeded * 1.15));
  p.never_fails = s.never_fails;
  p.first_failure_h = {s.never_fails > 0.5 ? 168.0 : 11.0, 0.4, 2, s.never_fails > 0.5 ? never : 9,
                       s.never_fails > 0 ? never : 31};
  p.recovery_h = {s.median_recovery * 1.05, 0.6, s.median_recovery * 0.7, s.median_recovery,
                  s.exceeded > 0.6 ? never : s.median_recovery * 1.3};
  p.longest_interruption_h = estimate(s.median_recovery * 0.8);
  p.down_hours = estimate(s.median_recovery * 0.85);
  p.down_probability = curve({8, 10, 72, 6, s.exceeded}, 1);
  p.down_probability.p5.clear();
  p.down_probability.p50.clear();
  p.down_probability.p95.clear();
  if (index % 3 == 0) p.full_down_hours_mean = s.median_recovery * 0.95;
  if (s.exceeded > 0) {
    p.limiting = {{"assets/pump-" + std::to_string(index),
                   {"Pomp \"Noord\" & Zuid <" + std::to_string(index) + ">",
                    "Pump \"North\" & South <" + std::to_string(index) + ">"},
                   0.55,
                   false},
                  {"backups/generator-" + std::to_string(index),
                   {"noodaggregaat gemeentehuis", "generator of the town hall"},
                   0.25,
                   index == 2}};
  }
  p.static_expected_h = s.expected;
  p.static_required_h = s.rto;
  p.static_ok = !s.expected || *s.expected <= s.rto;
  p.checks = {{"rto_below_mtpd", s.rto < s.mtpd, {"RTO en MTPD vergeleken.", "RTO and MTPD compared."}},
              {"autonomy",
               s.exceeded < 0.5,
               {"Noodstroom reikt 24 uur; het scenario duurt 72 uur.",
                "Emergency power lasts 24 hours; the scenario lasts 72 hours."}}};
  p.assumption_share = 0.6 + 0.03 * static_cast<double>(index);
  p.confirmed = index == 10;
  return p;
}

void add_continuity(Findings& f) {
  f.organisations = {{"o1", "Gemeente Waterveen", "municipality", "car", true},
                     {"o2", "Gemeente Lindehoek-Oost", "municipality", "car", true},
                     {"o3", "Gemeente Zandmeer", "municipality", "car", true},
                     {"o4", "Veiligheidsregio Voorbeeld", "safety_region", "veiligheidsdirectie", true},
                     {"o5", "Meldkamer Voorbeeld", "control_room", "veiligheidsdirectie", true},
                     {"o6", "Netbeheer Voorbeeld", "provider", "provider", false}};
  const Name crisis{"Crisisleiding en besluitvorming", "Crisis leadership"};
  const Name civil{"Burgerzaken", "Civil affairs"};
  const Name social{"Sociaal domein en zorg", "Social care"};
  const std::vector<ProcessSample> samples{
      {"p01", crisis, 0, 1, 4, 0.62, 0.1, 70, 8.0},
      {"p02", civil, 0, 24, 72, 0.31, 0.02, 81, 24.0},
      {"p03", social, 0, 8, 24, 0.97, 0, 84, 24.0},
      {"p04", crisis, 1, 1, 4, 0.18, 0.7, 22, 0.5},
      {"p05", civil, 1, 24, 72, 0.44, 0, 83, 24.0},
      {"p06", social, 1, 8, 24, 0.91, 0, 83, 24.0},
      {"p07", crisis, 2, 1, 4, 0.03, 0.96, 0, 0.5},
      {"p08", civil, 2, 24, 72, 1, 0, 96, 24.0},
      {"p09", {"Alarmeren en opschalen", "Alerting"}, 3, 0.5, 2, 0.28, 0.6, 30, 1.0},
      {"p10", {"Regionaal beleidsteam", "Regional policy team"}, 3, 2, 8, 0.07, 0.9, 12, std::nullopt},
      {"p11", {"112 aannemen", "Taking 112 calls"}, 4, 0.1, 0.5, 0, 1, 0, 0.1},
      {"p12", {"Net herstellen", "Restoring the grid"}, 5, 8, 24, 0.4, 0, 60, 12.0},
  };
  for (std::size_t i = 0; i < samples.size(); ++i) f.processes.push_back(process(samples[i], i));
}

void add_held(Findings& f) {
  HeldHorizon day;
  day.horizon_h = 24;
  day.sentence = {"Eén gebeurtenis legt dit binnen 24 uur stil: de noodpomp start niet",
                  "One event stops this within 24 h: the spare pump does not start"};
  day.set_count = "12345678901234567890";
  day.singles = "1";
  day.pairs = "2";
  day.probability = 0.31;
  day.low = 0.305;
  day.high = 0.315;
  day.simulated = 0.25;
  day.simulated_error = 0.01;
  const Name pump{"de noodpomp <start> niet", "the spare pump does <not> start"};
  day.sets = {{{pump}, 0.2}, {{{"de noodtank raakt leeg", "the spare tank runs empty"}, pump}, 0.05}};
  day.gains = {{pump, 0.2, 0.12, true}};
  HeldFinding held;
  held.process = 0;
  held.horizons = {day};
  held.picture = {{{"Crisisdienst & co", "Crisis duty & co"}, 0, {}, false},
                  {{"Noodpomp aan de haven", "Spare pump at the port"}, 1, {{pump, true}}, false}};
  held.picture_horizon_h = 24;
  f.held = {held};
}

void add_certainty(Findings& f) {
  f.total_unmet_person_hours = estimate(9.1e6, 0.25);
  f.spread_shared = 0.82;
  f.spread_own = 0.18;
  f.influences_groups = {
      {"TEL01", {"Accuduur van zendmasten", "Battery hours of base stations"}, -0.41, -0.45, -0.37, "published", false},
      {"HEA01", {"Afkoeling van woningen", "Cooling of homes"}, -0.33, -0.37, -0.29, "estimate", false},
      {"GEN02", {"Starten van noodaggregaten", "Generators starting"}, 0.22, 0.18, 0.26, "assumption", false},
      {"FUE01", {"Aanvoer van brandstof", "Fuel supply"}, 0.11, 0.07, 0.15, "assumption", false}};
  f.influences_assets = {
      {"assets/pump-2",
       {"Drinkwaterpompstation <Kolk> & Zoon", "Water pumping station <Kolk> & Son"},
       412000,
       350000,
       474000,
       "assumption",
       false},
      {"assets/station-1", {"Onderstation Oost", "Substation East"}, 195000, 141000, 249000, "register", true}};
  f.criteria = {{"2.3",
                 {"Gebrek aan primaire levensbehoeften", "Lack of basic needs"},
                 estimate(40100, 0.2),
                 {"inwoners", "residents"},
                 "D",
                 {"Inwoners langer dan een dag zonder water, voedsel of warmte.",
                  "Residents without water, food or warmth for more than a day."}},
                {"5.1",
                 {"Verstoring van het dagelijks leven", "Disruption of daily life"},
                 estimate(61000, 0.05),
                 {"inwoners", "residents"},
                 "",
                 {"Alleen de ruwe maat.", "The raw measure only."}}};
  f.deadlocks = {{{"assets/mast-3", "assets/station-1"},
                  {"De zendmast wacht op het onderstation en het onderstation op de zendmast.",
                   "The mast waits for the substation and the substation for the mast."},
                  0.04}};
  f.confidence = {{"assets", {4, 60, 20, 15, 80}}, {"needs", {0, 10, 40, 60, 300}}, {"parameters", {6, 2, 30, 21, 18}}};
  f.sources = {{"cbs-pc4", "Kerncijfers per postcode", "CBS", "https://www.cbs.nl/", "2021-01-01", "CC BY 4.0"},
               {"osm", "OpenStreetMap", "OpenStreetMap contributors", "https://www.openstreetmap.org/", "2023-06-01",
                "ODbL 1.0"},
               {"own", "Eigen aanname", "Voorbeeldregio", "", "2024", ""}};
  f.parameters = {ParameterRow{"TEL01", "zendmast", "accuduur", 0.25, 2, 4, "h", "triangular", "own", "published", 64},
                  ParameterRow{"GEN02", "noodaggregaat", "start niet", 0.005, 0.02, 0.06, "fraction", "beta", "own",
                               "assumption", 31},
                  ParameterRow{"HEA01", "woning", "tijdconstante", 20, 45, 90, "h", "lognormal", "own", "estimate", 8}};
  f.not_modelled = {{"Polarisatie en maatschappelijke onrust", "Polarisation and unrest"},
                    {"Extremisme en sabotage", "Extremism and sabotage"}};
}

void add_assets(Findings& f) {
  const std::vector<std::string> kinds{"substation", "base_station", "pump", "supermarket"};
  const std::vector<std::string> services{"electricity", "mobile_telecom", "drinking_water", "food_retail"};
  for (std::size_t i = 0; i < 4; ++i) {
    AssetRow asset;
    asset.id = kinds[i] + "-" + std::to_string(i + 1);
    asset.name = i == 2 ? "Drinkwaterpompstation <Kolk> & Zoon" : "Object " + std::to_string(i + 1);
    asset.kind = kinds[i];
    asset.service = services[i];
    asset.organisation = "o6";
    asset.municipality = "gm" + std::to_string(i % 3 + 1);
    if (i != 3) asset.place = geo::LonLat{5.01 + 0.02 * static_cast<double>(i), 52.01};
    asset.down_probability = curve({static_cast<double>(i), 2, 72, 4, 0.9}, 1).mean;
    asset.down_hours_mean = 60 + static_cast<double>(i);
    asset.confirmed = i == 0;
    asset.confidence = i == 0 ? "register" : "assumption";
    f.assets.push_back(asset);
  }
}

void add_support_points(Findings& f) {
  SupportPlanFinding plan;
  plan.objective = "walk";
  plan.objective_name = {"zo min mogelijk lopen", "least walking"};
  plan.local = 2;
  plan.coordinating = 1;
  plan.candidates_local = 9;
  plan.candidates_coordinating = 3;
  plan.residents = 12000;
  plan.proofs = {
      {{"de keuze", "the choice"}, {"persoonsminuten per dag", "person-minutes a day"}, 5100, 5000, 0.0196, false}};
  const auto point = [&](const char* id, const char* name, const char* level, double lon) {
    SupportPointFinding out;
    out.id = id;
    out.name = name;
    out.level = level;
    out.municipality_name = f.municipalities.front().name;
    out.municipality = 0;
    out.place = geo::LonLat{lon, 52.0777777};
    out.functions = "information charging";
    out.residents = 6000;
    out.visitors_per_day = 400;
    out.visitors_per_h = 48;
    out.capacity_per_h = 40;
    out.minutes_mean = 7.5;
    out.minutes_p95 = 14.2;
    out.staff = 5;
    out.shifts = 9;
    out.power_kw = 3;
    out.wiring_holds = 0.97;
    out.once_eur = 20000;
    out.year_eur = 6000;
    out.stock = {{"bekers", 1200}};
    out.open_h = Estimate{40, 1, 20, 41, 60};
    out.closes = {{"needs/support-point/" + std::string(id) + "/staff", {"personeel", "staff"}, 0.4, false}};
    return out;
  };
  plan.points = {point("local/kwikstaart", "Buurthuis Kwikstaart & co", "local", 5.0777777),
                 point("local/nachtegaal", "School Nachtegaal", "local", 5.0888888),
                 point("coordinating/reiger", "Kazerne Reiger", "coordinating", 5.0999999)};
  plan.points[0].coordinator = plan.points[1].coordinator = 2;
  plan.walks = {{"vak-zwaluw"}, {0}, {7.5F}, {6000}};
  plan.minutes_mean = 7.5;
  plan.minutes_p95 = 14.2;
  plan.minutes_longest = 31;
  plan.within_reach = 0.93;
  plan.within_1km = 0.9;
  plan.within_reach_75 = 0.8;
  plan.unreached = 12;
  plan.within = {0, 0.1, 0.4, 0.9, 1};
  plan.visitors_per_day = {800, 0, 300, 800, 2400};
  plan.over_capacity = 1;
  plan.over_capacity_p95 = 1;
  plan.courier_mean_min = 6;
  plan.rosters = {{.municipality = f.municipalities.front().name,
                   .points = 2,
                   .needed = 10,
                   .shifts = 9,
                   .person_shifts = 90,
                   .staff = 24,
                   .volunteers = 71,
                   .present_called = {9, 0, 6, 9, 13},
                   .present_uncalled = {7, 0, 5, 7, 10},
                   .short_chance = 0.7,
                   .unstaffed_share = 0.2}};
  plan.displaced = {{"firefighters", 9, 1200, 81}};
  plan.stock = {{"bekers", 2400}};
  plan.once_eur = 120000;
  plan.year_eur = 62000;
  plan.assumptions = {
      {"typical", {"zoals gerekend", "as planned"}, 0, 0, 0, false},
      {"vulnerable", {"vooral 65-plussers komen", "mostly people of 65 and over come"}, 0.02, 0.03, 1, true}};
  plan.open_share = {0, 0.6F, 0.7F};
  plan.open_h = Estimate{40, 1, 20, 41, 60};
  plan.closing = {{"staff", 0.4}};
  for (const AreaFinding& area : f.areas) plan.areas.push_back({area.id, area.residents, 7.5, 0.93});
  f.support_points = std::move(plan);
}

/// A net that dies in two hours, a radio that lasts; one decision of each sort.
void add_reach(Findings& f) {
  ReachFinding reach;
  reach.replicas = 256;
  reach.residents = f.residents;
  reach.reached = curve({2, 3, 72, 6, 0.6}, 1);
  reach.at_least.assign(hours, 0.3F);
  reach.at_most.assign(hours, 0.9F);
  for (const AreaFinding& area : f.areas) reach.areas.push_back({area.id, reach.reached});
  reach.channels = {{"nl-alert",
                     {"NL-Alert", "Cell broadcast"},
                     0.25,
                     {0.9, 0.01, 0.85, 0.9, 0.97},
                     std::vector<float>(hours, 0.4F),
                     false},
                    {"deur",
                     {"Buren <aan de deur>", "At the door"},
                     8,
                     {0.15, 0.01, 0.05, 0.15, 0.3},
                     std::vector<float>(hours, 0.15F),
                     true}};
  reach.messages = {{"nl-alert", {"NL-Alert", "Cell broadcast"}, 0, 0.25, 9000, 9000},
                    {"deur", {"Buren <aan de deur>", "At the door"}, 0, 8, 500, 9500}};
  reach.doubts = {{24, 96, 0.67, {"nl-alert", "deur"}, {"alle kanalen", "all channels"}}};
  reach.deadline_h = 12;
  reach.planned = {9500, 10, 9000, 9500, 10000};
  reach.planned_bound = 9600;
  reach.starts = {{0, 9500}, {1, 7000}, {2, 500}};
  f.reach = std::move(reach);

  DecisionClock clock;
  clock.replicas = 256;
  clock.outages = {{"power-8h", {"8 uur", "8 hours"}}, {"power-72h", {"72 uur", "72 hours"}}};
  DecisionFinding warning{.id = "warn",
                          .name = {"Waarschuwen", "Warn"},
                          .kind = "warning",
                          .owner = {"Veiligheidsregio", "Safety region"},
                          .through = {"NL-Alert", "Cell broadcast"},
                          .limit = {"de helft", "half"},
                          .unit = {"inwoners", "residents"},
                          .confidence = "assumption",
                          .outages = {}};
  warning.outages = {{.needed = 1, .latest_95_h = 1.75, .latest_50_h = never, .lost_per_hour = 4000},
                     {.needed = 1, .latest_50_h = 2, .lost_per_hour = 5000}};
  DecisionFinding fuel = warning;
  fuel.id = "fuel";
  fuel.name = {"Brandstof bestellen", "Order fuel"};
  fuel.kind = "fuel";
  fuel.unit = {"objecten", "assets"};
  fuel.outages = {{.needed = 0},
                  {.needed = 0.4,
                   .latest_95_h = 1.5,
                   .latest_50_h = 3,
                   .agreed_95_h = 12,
                   .agreed_50_h = 20,
                   .lost_per_hour = 0.4}};
  clock.decisions = {warning, fuel};
  f.decision_clock = std::move(clock);
}

void add_help(Findings& f) {
  const auto flat = [](float value) { return std::vector<float>(hours, value); };
  HelpFinding help;
  help.replicas = 128;
  help.needs = {{0,
                 flat(100),
                 flat(40),
                 flat(10),
                 flat(5),
                 flat(45),
                 {16900, 10, 16000, 16900, 18000},
                 {6760, 10, 6000, 6760, 7000},
                 {1690, 10, 1000, 1690, 2000},
                 {845, 10, 800, 845, 900},
                 {7605, 10, 7000, 7605, 8000}}};
  help.capacity_by_day = {{2000, 10, 1000, 2000, 4000}, {1500, 10, 700, 1500, 3000}};
  help.vulnerable = {
      {"ventilation", {"thuisbeademing", "home ventilation"}, 21, curve({4, 4, 72, 6, 0.9}, 21), {20, 1, 18, 20, 21}}};
  help.calls = {{500, 5, 400, 500, 600},
                {200, 5, 150, 200, 250},
                {100, 5, 80, 100, 120},
                {200, 5, 150, 200, 250},
                flat(3),
                flat(1.2F),
                flat(0.6F)};
  help.volunteers_registered = 60;
  help.volunteer_calls = {{0, {6, 1, 2, 6, 12}}, {4, {2, 1, 1, 2, 6}}};
  help.volunteers_uncalled = {2, 1, 1, 2, 6};
  help.volunteer_call_h = 1;
  help.visits = SupportVisits{.visitors = {3000, 10, 2000, 3000, 4000},
                              .served = {2500, 10, 2000, 2500, 3000},
                              .waiting_h = {400, 10, 100, 400, 900},
                              .arriving = curve({8, 3, 72, 6, 0.5}, 300),
                              .queue = curve({8, 3, 72, 6, 0.2}, 90),
                              .busiest_h = 40,
                              .longest_queue = {80, 5, 20, 80, 200}};
  help.harms = {{"deaths", {"extra sterfgevallen", "excess deaths"}, {4, 1, 2, 4, 6}, {"CAR08", "CAR08"}}};
  help.unrest = curve({8, 12, 72, 6, 0.5}, 100);
  help.unrest_parts = {{{"Informatie", "Information"}, 0.6}, {{"Water", "Water"}, 0.4}};
  f.help = std::move(help);
}

/// Two outages, of which one observation is off, and what was not tested.
void add_backtest(Findings& f) {
  BacktestFinding found;
  found.outages = {{"A1", "Aandijk <2001>", {"kabelschade", "cable damage"}, "winter", 31500, true},
                   {"B2", "Bovendorp 2003", {"storm", "storm"}, "autumn", 120000, false}};
  BacktestRow row;
  row.outage = 0;
  row.observable = "share_customers_without_power";
  row.name = {"deel van de klanten nog zonder stroom", "share of customers still without power"};
  row.t_hours = 20.6;
  row.p05 = 0.43;
  row.p50 = 0.76;
  row.p95 = 0.92;
  row.observed_low = 0.82;
  row.observed_high = 0.86;
  row.inside = row.middle_inside = true;
  row.width_ratio = 0.61;
  row.source = "https://example.org/storing?a=1&b=2";
  found.rows.push_back(row);
  row.outage = 1;
  row.observable = "hours_to_full_restoration";
  row.name = {"uren tot de laatste klant", "hours to the last customer"};
  row.t_hours = 300;
  row.p05 = 42;
  row.p50 = 126;
  row.p95 = 290;
  row.observed_low = 300;
  row.observed_high = 310;
  row.inside = row.middle_inside = false;
  row.width_ratio.reset();
  row.miss = 0.03;
  row.source = "Dagblad van Bovendorp";
  found.rows.push_back(row);
  found.scores = {{"share_customers_without_power", found.rows[0].name, 1, 1, 0.61},
                  {"hours_to_full_restoration", found.rows[1].name, 1, 0, std::nullopt}};
  found.share_inside = found.share_middle_inside = 0.5;
  found.new_rows = 1;
  found.new_inside = 0;
  found.median_width_ratio = 0.61;
  found.worst = {1};
  found.not_tested = {{"Wat mensen in huis hebben.", "What people have at home."}};
  f.backtest = found;
}

void add_review(Findings& f) {
  ConsequenceFinding water;
  water.id = "no-water";
  water.name = {"Inwoners zonder drinkwater", "Residents without drinking water"};
  water.track = "car";
  water.criterion = "2.3";
  water.unit = {"inwoners", "residents"};
  water.occurs = true;
  water.least = 1000;
  water.from_h = 31;
  water.until_h = 90;
  water.peak = estimate(21000);
  water.peak_h = 71;
  water.sum_hours = 700000;
  water.coverage = "partly";
  water.hours_covered = 0.8;
  water.number_covered = 0.25;
  water.plans = {{"w1", "Nooddrinkwaterplan <1>", "Waterbedrijf", false, 24, std::nullopt, 5000, "personen"}};
  water.sentence = {"De plannen gelden in 80 % van de uren.", "The plans hold in 80 % of the hours."};
  ConsequenceFinding radio = water;
  radio.id = "no-radio";
  radio.name = {"C2000 valt uit", "C2000 fails"};
  radio.track = "veiligheidsdirectie";
  radio.unit = {"objecten", "assets"};
  radio.criterion.clear();
  radio.beyond_horizon = true;
  radio.coverage = "none";
  radio.hours_covered = 0;
  radio.number_covered.reset();
  radio.plans.clear();
  ConsequenceFinding quiet;
  quiet.id = "sewers";
  quiet.name = {"Riolering stort over", "Sewers overflow"};
  quiet.track = "car";
  quiet.unit = {"objecten", "assets"};
  f.consequences = {water, radio, quiet};
  HazardFinding power;
  power.id = "power-72h";
  power.name = {"72 uur zonder elektriciteit", "72 hours without electricity"};
  power.season = "winter";
  power.horizon_h = 168;
  power.replicas = 200;
  power.unmet_person_hours = estimate(9.1e6);
  power.worst_needs = estimate(40100);
  power.worst_needs_h = 71;
  power.worst_dark = estimate(61000, 0.01);
  power.processes_too_late = estimate(6);
  power.recovered_h = Estimate{96, 0.4, 84, 95, never};
  power.lost_share = 0.9;
  power.national_class = "B";
  HazardFinding refused;
  refused.id = "heat";
  refused.name = {"Hitte & droogte", "Heat & drought"};
  refused.season = "summer";
  refused.horizon_h = 96;
  refused.refused = {"schok x van soort demand", "shock x of kind demand"};
  HazardFinding digital = power;
  digital.id = "digital";
  digital.name = {"Geen betalingsverkeer", "No payments"};
  digital.recovered_h.reset();
  digital.lost_share = 0;
  f.hazards = {power, refused, digital};
  SensitivityFinding found;
  found.replicas = 2000;
  found.figures = 40;
  found.explained = 0.61;
  found.rows = {{"HEA01", {"Afkoeling van woningen", "Cooling of homes"}, "estimate", 0.46, 0.41, 0.51, 0.33, 0.06},
                {"TEL01",
                 {"Accuduur van zendmasten", "Battery hours of base stations"},
                 "published",
                 0.15,
                 0.11,
                 0.19,
                 0.17,
                 0.06}};
  found.rankings = 80;
  found.flips = {{"HEA01",
                  {"Afkoeling van woningen", "Cooling of homes"},
                  "estimate",
                  "needs",
                  {"Warmte", "Warmth"},
                  {"Licht", "Light"},
                  5.2}};
  f.sensitivity = found;
}

void add_operations(Findings& f) {
  OperationsFinding o;
  o.replicas = 200;
  o.order = "rank";
  o.order_name = {"laagste rang eerst", "lowest rank first"};
  o.trucks = 2;
  o.sets = 1;
  o.depots = 1;
  o.stock_l = 60000;
  o.days = {{1, estimate(9000, 0.1), estimate(4000, 0.2), estimate(0, 0), estimate(56000, 0.05)},
            {2, estimate(8000, 0.1), estimate(9000, 0.2), estimate(30000, 0.2), estimate(77000, 0.05)}};
  o.queue = {0, 2.5F, 1};
  o.queue_p5 = {0, 1, 0};
  o.queue_p95 = {0, 5, 3};
  o.dry_tanks = estimate(3, 0.3);
  o.dry_hours = estimate(41, 0.3);
  o.deliveries = estimate(30, 0.1);
  FuelTank tank;
  tank.id = "assets/hidden-pump";
  tank.name = {"Gemaal Zevensprong", "Zevensprong pumping station"};
  tank.municipality = "Voorbeeld";
  tank.place = geo::LonLat{4.31237, 52.04561};
  tank.litres_per_h = 50;
  tank.rank = 5;
  tank.people = 1200;
  tank.deliveries = 2.5;
  tank.wait_h = 4;
  tank.dry_probability = 0.6;
  tank.dry_h = 11;
  o.tanks = {tank};
  o.plan_replica = 7;
  FuelStop stop;
  stop.truck = "1";
  stop.place = tank.name;
  stop.left_h = 6;
  stop.arrived_h = 6.5;
  stop.done_h = 7;
  stop.litres = 900;
  stop.tank_left_h = 3;
  stop.from = {4.30119, 52.03338};
  stop.to = *tank.place;
  FuelStop back = stop;
  back.place = {"Brandstofdepot Achterom", "Achterom fuel depot"};
  back.depot = true;
  o.plan = {stop, back};
  o.orders = {
      {"rank", o.order_name, o.dry_tanks, o.dry_hours, 0, 0},
      {"people", {"de meeste inwoners eerst", "most residents first"}, estimate(2, 0.3), estimate(30, 0.3), 1500, 400}};
  o.feed_ins = {
      {"assets/room", {"Crisisruimte Noorderlicht", "Noorderlicht crisis room"}, 0.9, estimate(26, 0.2), false}};
  ReliefFinding relief;
  relief.id = "assets/roster";
  relief.name = {"Rooster Waakzaam", "Waakzaam roster"};
  relief.strength = 90;
  relief.teams = 3;
  relief.due = 30;
  relief.tied = 6;
  relief.required = 20;
  relief.present = estimate(22, 0.1);
  relief.shifts_72h = 9;
  relief.short_shifts = estimate(1.5, 0.3);
  relief.short_probability = 0.4;
  relief.hours_72h = {1584, 4320, 432, 100, 44, 0};
  o.relief = {relief};
  o.repairs = RepairFinding{12, estimate(28, 0.1), estimate(27, 0.1), estimate(6, 0.2), estimate(96, 0.1)};
  o.unmet_person_hours = estimate(1.1e6, 0.1);
  o.core_unmet_person_hours = 1e6;
  f.operations = std::move(o);
}

}  // namespace

Findings empty_findings() {
  Findings f;
  f.version = "0.1.0";
  f.run_id = "0000000000000000";
  f.region_id = "leeg";
  f.region_title = {"Lege regio", "Empty region"};
  f.hazard_id = "power-72h";
  f.hazard = {"72 uur zonder elektriciteit", "72 hours without electricity"};
  f.start = "2023-01-17T17:00";
  f.season = "winter";
  f.replicas = 1;
  f.curve_replicas = 1;
  f.explained_replicas = 1;
  return f;
}

Findings sample_findings() {
  Findings f = empty_findings();
  f.run_id = "5a1d93c07be2f644";
  f.region_id = "voorbeeld";
  f.region_title = {"Voorbeeldregio", "Sample region"};
  f.reference_date = "2021-01-01";
  f.outdoor_c = 2;
  f.replicas = 2000;
  f.curve_replicas = 2000;
  f.explained_replicas = 1024;
  f.seed = 1;
  f.engine = "lanes";
  f.model = "core";
  f.quantile_error = 1.0 / 63;
  f.attributions = {"© OpenStreetMap contributors (ODbL)", "Bron: CBS / Kadaster (CC BY 4.0)"};
  f.moments = {{0, {"0 uur", "0 h"}},
               {2, {"2 uur", "2 h"}},
               {8, {"8 uur", "8 h"}},
               {24, {"24 uur", "24 h"}},
               {48, {"48 uur", "48 h"}},
               {72, {"72 uur", "72 h"}},
               {120, {"daarna (120 uur)", "after (120 h)"}}};
  add_places(f);
  add_services(f);
  add_continuity(f);
  add_held(f);
  add_certainty(f);
  add_assets(f);
  add_support_points(f);
  add_reach(f);
  add_help(f);
  add_backtest(f);
  add_review(f);
  add_operations(f);
  return f;
}

Findings sample_findings_open() {
  Findings f = sample_findings();
  f.audience = Audience::open;
  f.support_points.reset();
  f.decision_clock.reset();
  f.operations.reset();
  f.assets.clear();
  f.influences_assets.clear();
  f.deadlocks.clear();
  f.held.clear();
  for (ProcessFinding& process : f.processes) process.limiting.clear();
  return f;
}

}  // namespace veer::testing
