#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "base/text.hpp"
#include "importers/ground/figures.hpp"
#include "importers/haaglanden/context.hpp"
#include "importers/haaglanden/evidence.hpp"
#include "importers/haaglanden/measure_rows.hpp"

namespace veer::importers::haaglanden {

namespace {

using Cells = std::vector<std::pair<std::string, std::string>>;

/// Writes the change of one measure, row by row.
class ChangeRows {
 public:
  ChangeRows(Context& context, std::string measure) : context_(context), measure_(std::move(measure)) {
    const auto& backups = context.draft.table("backups");
    for (const auto& row : backups.rows) chains_[row[1]].push_back({row[0], row[3], row[4]});
  }

  void put(const std::string& table, const std::string& rows, const Cells& cells) {
    std::string values;
    for (const auto& [column, cell] : cells) values += (values.empty() ? "" : ";") + column + "=" + cell;
    row("put", table, rows, values);
  }
  /// Another spread for a figure.
  void figure(const std::string& parameter, const char* low, const char* typical, const char* high) {
    put("parameters", parameter, {{"low", low}, {"typical", typical}, {"high", high}});
  }
  void points(const std::string& parameter, const char* points) { put("parameters", parameter, {{"points", points}}); }
  /// What households have at home when as many take part as expected, and when few or many do. Few are a third and many
  /// twice as many, as 0.05 and 0.3 are of 0.15 (docs/method/people.md, A public campaign): each chance moves from what
  /// it is without the campaign in that ratio.
  void taken_up(const std::string& parameter, const char* few, const char* expected, const char* many) {
    points(parameter, expected);
    row("low", "parameters", parameter, std::string("points=") + few);
    row("high", "parameters", parameter, std::string("points=") + many);
  }
  /// A new figure in hours.
  void hours(const std::string& parameter, const char* subject, const char* name, const char* low, const char* typical,
             const char* high) {
    put("parameters", parameter,
        {{"subject", subject},
         {"parameter", name},
         {"low", low},
         {"typical", typical},
         {"high", high},
         {"unit", "h"},
         {"distribution", "triangular"}});
  }
  /// More of the scarce means that the full model plays.
  void means(const std::string& id, const char* kind, const char* amount, const char* base, const char* shift_h) {
    Cells cells{{"kind", kind}, {"amount", amount}, {"base", base}};
    if (*shift_h != '\0') cells.emplace_back("shift_h", shift_h);
    if (std::string_view(kind) != "fuel_stock") cells.emplace_back("speed_kmh", "30");
    put("resources", id, cells);
  }
  /// A set behind the batteries of each need and before whatever people do by hand; with a battery that bridges its
  /// start where there is none.
  void generators(const std::vector<std::string>& needs, const char* contract) {
    for (const std::string& need : needs) {
      const auto& chain = chains_[need];
      std::size_t reservoirs = 0;
      while (reservoirs < chain.size() && chain[reservoirs].kind == "reservoir") ++reservoirs;
      const std::size_t added = reservoirs == 0 ? 2 : 1;
      for (std::size_t i = reservoirs; i < chain.size(); ++i)
        put("backups", chain[i].id, {{"order", std::to_string(i + 1 + added)}});
      if (reservoirs == 0)
        put("backups", need + "/bridge",
            {{"need", need}, {"order", "1"}, {"kind", "reservoir"}, {"capacity", "ups.bridge"}, {"recharge", "4"}});
      put("backups", need + "/set",
          {{"need", need},
           {"order", std::to_string(reservoirs + added)},
           {"kind", "generator"},
           {"capacity", "generator.tank"},
           {"start_failure", "GEN06"},
           {"run", "generator.run.typical"},
           {"available_from", contract}});
    }
  }
  /// A mobile set that can be plugged in, last in the chain.
  void plug_ins(const std::vector<std::string>& needs, const std::string& from) {
    for (const std::string& need : needs)
      put("backups", need + "/plug-in",
          {{"need", need},
           {"order", std::to_string(chains_[need].size() + 1)},
           {"kind", "manual"},
           {"capacity", "mobile_set.stay"},
           {"available_from", from}});
  }
  /// Another figure for a column of the back-ups of a kind in these chains.
  void backups(const std::vector<std::string>& needs, std::string_view kind, const std::string& column,
               const std::string& parameter) {
    std::string rows;
    for (const std::string& need : needs)
      for (const Link& link : chains_[need])
        if (link.kind == kind) rows += (rows.empty() ? "" : " ") + link.id;
    put("backups", rows, {{column, parameter}});
  }
  void supplier(const std::string& need, const std::string& supplier) {
    put("need_suppliers", measure_ + ":" + std::to_string(++suppliers_), {{"need", need}, {"supplier", supplier}});
  }

  /// The electricity (or other) needs of all assets of a kind; of one municipality if asked.
  [[nodiscard]] std::vector<std::string> needs_of(const std::string& kind, const std::string& service = "electricity",
                                                  const std::string& municipality = {}) const {
    std::vector<std::string> out;
    for (const Placed& placed : context_.draft.placed(kind))
      if (municipality.empty() || placed.municipality == municipality)
        out.push_back(placed.reference.substr(sizeof("assets/") - 1) + "/" + service);
    return out;
  }
  /// Those of them whose chain has, or has not, a back-up of that kind.
  [[nodiscard]] std::vector<std::string> only(std::vector<std::string> needs, std::string_view kind, bool with) const {
    std::erase_if(needs, [&](const std::string& need) {
      const auto chain = chains_.find(need);
      const bool has = chain != chains_.end() && std::any_of(chain->second.begin(), chain->second.end(),
                                                             [&](const Link& link) { return link.kind == kind; });
      return has != with;
    });
    return needs;
  }
  [[nodiscard]] const Context& context() const { return context_; }
  [[nodiscard]] const std::string& measure() const { return measure_; }
  [[nodiscard]] std::vector<std::string> municipalities() const {
    std::vector<std::string> out;
    for (const MunicipalityFact& municipality : context_.sources.municipalities) out.push_back(municipality.id);
    return out;
  }
  [[nodiscard]] std::vector<std::string> zones() const {
    std::vector<std::string> out;
    for (const auto& zone : context_.draft.table("zones").rows) out.push_back(zone[0]);
    return out;
  }

 private:
  struct Link {
    std::string id, kind, capacity;
  };
  void row(const char* action, const std::string& table, const std::string& rows, const std::string& values) {
    context_.draft.row("measure_changes", {{"id", measure_ + "#" + std::to_string(++count_)},
                                           {"measure", measure_},
                                           {"action", action},
                                           {"table", table},
                                           {"rows", rows},
                                           {"values", values}});
  }
  Context& context_;
  std::string measure_;
  std::map<std::string, std::vector<Link>> chains_;
  int count_ = 0;
  int suppliers_ = 0;
};

using Effect = void (*)(ChangeRows&);

std::vector<std::string> every(const std::vector<std::string>& all, std::size_t step) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < all.size(); i += step) out.push_back(all[i]);
  return out;
}

const std::array<const char*, 3> without_set{"GM0603", "GM0629", "GM1842"};

std::vector<std::string> of_three(const char* prefix) {
  std::vector<std::string> out;
  for (const char* municipality : without_set) out.push_back(std::string(prefix) + municipality + "/electricity");
  return out;
}

/// What each measure changes. A measure that is not here has an effect that the model cannot express yet.
const std::map<std::string, Effect>& effects() {
  static const std::map<std::string, Effect> all{
      {"crisis-room-generators", [](ChangeRows& c) { c.generators(of_three("crisis-room/"), "refuel.priority"); }},
      {"crisis-room-feed-in",
       [](ChangeRows& c) {
         c.hours("feed_in.arrives", "aansluitpunt bij een crisisruimte", "uur waarop een gereserveerd aggregaat er is",
                 "2", "4", "8");
         c.backups(of_three("crisis-room/"), "manual", "available_from", "feed_in.arrives");
       }},
      {"crisis-room-kits",
       [](ChangeRows& c) {
         c.hours("kit.battery", "crisisruimte met accukoffer", "uren licht, laptops en printer", "6", "10", "16");
         c.backups(c.needs_of("crisis_room"), "reservoir", "capacity", "kit.battery");
       }},
      {"crisis-room-fallback",
       [](ChangeRows& c) {
         for (const std::string& id : c.municipalities())
           for (const char* process : {"crisis-team", "crisis-communication", "population-care"})
             c.supplier(id + "/" + process + "/crisis_organisation", "assets/crisis-room/vrh");
       }},
      {"fuel-contract-second",
       [](ChangeRows& c) {
         c.put("parameters", "refuel.contract", {{"low", "16"}, {"typical", "36"}, {"high", "96"}, {"share", "0.5"}});
         c.means("fuel-trucks-second", "fuel_truck", "4", "fuel-depot/rotterdam", "12");
       }},
      {"fuel-depot-own",
       [](ChangeRows& c) {
         c.figure("refuel.contract", "8", "18", "36");
         c.means("fuel-trucks-own", "fuel_truck", "2", "fuel-depot/haaglanden", "12");
         c.means("fuel-stock-own", "fuel_stock", "60000", "fuel-depot/haaglanden", "");
       }},
      {"fuel-priority-plan",
       [](ChangeRows& c) {
         c.put("parameters", "refuel.priority", {{"low", "6"}, {"typical", "12"}, {"high", "36"}, {"share", "0.5"}});
       }},
      {"fuel-stock-72h",
       [](ChangeRows& c) {
         c.hours("generator.tank.72h", "noodaggregaat met grote tank", "uren op de eigen tank", "72", "72", "72");
         auto needs = c.only(c.needs_of("crisis_room"), "generator", true);
         for (const std::string& need : c.only(c.needs_of("data_centre"), "generator", true)) needs.push_back(need);
         c.backups(needs, "generator", "capacity", "generator.tank.72h");
       }},
      {"generator-tests", [](ChangeRows& c) { c.figure("GEN06", "0.002", "0.008", "0.02"); }},
      {"generator-maintenance",
       [](ChangeRows& c) {
         c.figure("generator.run.typical", "500", "1000", "1500");
         c.figure("generator.run.poor", "200", "324", "500");
       }},
      {"mobile-generators",
       [](ChangeRows& c) {
         c.hours("mobile_set.own", "mobiel aggregaat in eigen beheer", "uur waarop het er is", "3", "6", "12");
         c.backups(of_three("data-centre/"), "manual", "available_from", "mobile_set.own");
         c.means("mobile-generators-own", "mobile_generator", "10", "fuel-depot/haaglanden", "");
       }},
      {"staff-arrangements", [](ChangeRows& c) { c.figure("staff.family", "0", "0.02", "0.1"); }},
      {"fire-station-sets",
       [](ChangeRows& c) { c.generators(c.only(c.needs_of("fire_station"), "generator", false), "refuel.priority"); }},
      {"police-station-sets",
       [](ChangeRows& c) {
         c.generators(c.only(c.needs_of("police_station"), "generator", false), "refuel.priority");
       }},
      {"police-station-feed-in",
       [](ChangeRows& c) { c.plug_ins(c.only(c.needs_of("police_station"), "generator", false), "GEN19"); }},
      {"ambulance-post-sets",
       [](ChangeRows& c) {
         c.generators(c.only(c.needs_of("ambulance_post"), "generator", false), "refuel.priority");
       }},
      {"own-pumps",
       [](ChangeRows& c) {
         c.hours("vehicle.tank.own_pump", "voertuigen met een eigen pomp", "uren rijden op eigen voorraad", "96", "168",
                 "240");
         auto needs = c.needs_of("fire_station", "fuel");
         for (const char* kind : {"police_station", "ambulance_post"})
           for (const std::string& need : c.needs_of(kind, "fuel")) needs.push_back(need);
         c.backups(needs, "reservoir", "capacity", "vehicle.tank.own_pump");
       }},
      {"fixed-rounds", [](ChangeRows& c) { c.figure("station.without_radio", "96", "168", "336"); }},
      {"messenger-plan", [](ChangeRows& c) { c.figure("messenger.manual", "48", "120", "240"); }},
      {"satellite-links",
       [](ChangeRows& c) {
         for (const std::string& id : c.municipalities()) {
           const std::string set = "satellite/" + id;
           c.put("assets", set,
                 {{"name", "Satellietset " + id},
                  {"kind", "satellite_set"},
                  {"service", "c2000"},
                  {"organisation", id},
                  {"municipality", id},
                  {"restart", "process.restart.crisis"}});
           for (const char* process : {"crisis-team", "population-care", "public-order"})
             c.supplier(id + "/" + process + "/c2000", "assets/" + set);
         }
       }},
      {"silent-attendance",
       [](ChangeRows& c) {
         c.hours("attendance.rule", "afspraak om zonder oproep op te komen", "uren dat de afspraak geldt", "168", "168",
                 "168");
         c.put("backups", "vrh/grip-alarm/call_112/rule",
               {{"need", "vrh/grip-alarm/call_112"},
                {"order", "1"},
                {"kind", "manual"},
                {"capacity", "attendance.rule"}});
         c.put("backups", "vrh/grip-alarm/c2000/b1", {{"capacity", "attendance.rule"}});
       }},
      {"c2000-batteries",
       [](ChangeRows& c) {
         c.hours("c2000.battery.24h", "C2000-opstelpunt met grotere accu", "duur van de accu", "16", "24", "32");
         c.backups(c.needs_of("c2000_site"), "reservoir", "capacity", "c2000.battery.24h");
       }},
      {"c2000-sets", [](ChangeRows& c) { c.generators(c.needs_of("c2000_site"), "refuel.priority"); }},
      {"control-room-fuel",
       [](ChangeRows& c) {
         c.hours("control_room.tank", "meldkamer", "uren op de eigen tank", "168", "240", "336");
         c.backups(c.needs_of("control_room"), "generator", "capacity", "control_room.tank");
       }},
      {"control-room-fallback",
       [](ChangeRows& c) {
         // Other control rooms take over; that they stay up is an assumption of the national plan of ten rooms.
         c.put("assets", "control-room/fallback",
               {{"name", "Andere meldkamers (overname)"},
                {"kind", "control_room_fallback"},
                {"service", "call_112"},
                {"organisation", "meldkamer"},
                {"restart", "process.restart.crisis"}});
         for (const std::string& zone : c.zones()) {
           c.supplier(zone + "/alarm-2", "assets/control-room/fallback");
           c.supplier(zone + "/safety", "assets/control-room/fallback");
         }
       }},
      {"mast-batteries",
       [](ChangeRows& c) {
         c.hours("mast.battery.8h", "zendmast met grotere accu", "duur van de accu", "6", "8", "10");
         std::vector<std::string> first;
         for (const std::string& need : c.needs_of("base_station"))
           if (need.find("-01/") != std::string::npos) first.push_back(need);
         c.backups(first, "reservoir", "capacity", "mast.battery.8h");
       }},
      {"mast-sets",
       [](ChangeRows& c) {
         std::vector<std::string> first;
         for (const std::string& need : c.only(c.needs_of("base_station"), "generator", false))
           if (need.find("-02/") != std::string::npos) first.push_back(need);
         c.generators(every(first, 2), "refuel.contract");
       }},
      {"hub-sets",
       [](ChangeRows& c) {
         c.generators(every(c.only(c.needs_of("telecom_hub"), "generator", false), 4), "refuel.contract");
       }},
      {"exchange-fuel",
       [](ChangeRows& c) {
         c.hours("exchange.tank", "telecomknooppunt met grotere tank", "uren op de eigen tank", "120", "168", "240");
         c.backups(c.needs_of("telecom_exchange"), "generator", "capacity", "exchange.tank");
       }},
      {"paper-procedures", [](ChangeRows& c) { c.figure("paper.manual", "72", "168", "336"); }},
      {"data-centre-fallback",
       [](ChangeRows& c) {
         for (const std::string& id : c.municipalities())
           c.supplier(id + "/it-operations/data_centre", "assets/data-centre/vrh");
       }},
      {"data-centre-sets", [](ChangeRows& c) { c.generators(of_three("data-centre/"), "refuel.contract"); }},
      {"restart-drill",
       [](ChangeRows& c) {
         c.figure("process.restart.office", "0.25", "0.5", "1.5");
         c.figure("process.restart.crisis", "0.05", "0.15", "0.3");
       }},
      {"campaign",
       [](ChangeRows& c) {
         c.taken_up("reserve.default.water", "0:0 0.1333:6 0.55:24 0.55:72 0.9433:120 1:168",
                    "0:0 0.1:6 0.45:24 0.45:72 0.93:120 1:168", "0:0 0.05:6 0.3:24 0.3:72 0.91:120 1:168");
         c.taken_up("reserve.default.light", "0:0 0.2733:0 0.66:24 0.66:72 1:120", "0:0 0.22:0 0.58:24 0.58:72 1:120",
                    "0:0 0.14:0 0.46:24 0.46:72 1:120");
         c.taken_up("reserve.default.information", "0:0 0.5533:0 0.5533:72 1:168", "0:0 0.48:0 0.48:72 1:168",
                    "0:0 0.37:0 0.37:72 1:168");
       }},
      {"campaign-cash",
       [](ChangeRows& c) {
         c.taken_up("reserve.default.cash", "0:0 0.0933:0 0.3867:24 0.3867:72 1:168",
                    "0:0 0.08:0 0.32:24 0.32:72 1:168", "0:0 0.06:0 0.22:24 0.22:72 1:168");
       }},
      {"campaign-food",
       [](ChangeRows& c) {
         c.taken_up("reserve.default.food", "0:6 0.0867:24 0.46:72 0.8933:168 1:336",
                    "0:6 0.06:24 0.38:72 0.88:168 1:336", "0:6 0.02:24 0.26:72 0.86:168 1:336");
       }},
      {"campaign-medicines",
       [](ChangeRows& c) {
         c.taken_up("reserve.default.medicines", "0:0 0.0433:24 0.1767:72 1:336", "0:0 0.03:24 0.13:72 1:336",
                    "0:0 0.01:24 0.06:72 1:336");
         c.taken_up("reserve.default.medicines.over_65", "0:0 0.0433:24 0.26:72 1:240", "0:0 0.03:24 0.18:72 1:240",
                    "0:0 0.01:24 0.06:72 1:240");
       }},
      {"campaign-sanitation",
       [](ChangeRows& c) {
         // 0.8 - 0.2 / 3 and 0.8 - 0.4 still run out within a day; of the many nobody more does so on the second.
         c.taken_up("reserve.default.sanitation", "0:0 0.2667:6 0.7333:24 0.8:48 0.9333:72 1:96",
                    "0:0 0.2:6 0.6:24 0.6:48 1:96", "0:0 0.1:6 0.4:24 0.4:48 1:96");
       }},
      {"kits-low-income",
       [](ChangeRows& c) {
         c.points("reserve.default.water.low_income", "0:0 0.1:6 0.45:24 0.45:72 0.93:120 1:168");
         c.points("reserve.default.food.low_income", "0:6 0.06:24 0.38:72 0.88:168 1:336");
       }},
      {"radio-kits", [](ChangeRows& c) { c.points("reserve.default.information", "0:0 0.38:0 0.38:72 1:168"); }},
      {"water-points",
       [](ChangeRows& c) {
         c.hours("emergency_water.arrives", "nooddrinkwater", "uur waarop de punten werken", "18", "24", "36");
         c.hours("emergency_water.lasts", "nooddrinkwater", "uren dat de punten werken", "168", "168", "168");
         for (const std::string& zone : c.zones())
           c.put("backups", zone + "/water/points",
                 {{"need", zone + "/water"},
                  {"order", "1"},
                  {"kind", "manual"},
                  {"capacity", "emergency_water.lasts"},
                  {"available_from", "emergency_water.arrives"}});
       }},
      {"booster-sets", [](ChangeRows& c) { c.generators(every(c.needs_of("booster"), 6), "refuel.contract"); }},
      {"sewer-pumps", [](ChangeRows& c) { c.plug_ins(c.needs_of("sewer_district"), "GEN19"); }},
      {"sewage-treatment-sets", [](ChangeRows& c) { c.generators(c.needs_of("sewage_treatment"), "refuel.priority"); }},
      {"heat-plant-sets",
       [](ChangeRows& c) {
         c.generators(c.needs_of("heat_plant"), "refuel.contract");
         c.generators(c.needs_of("heat_district"), "refuel.contract");
       }},
      {"home-care-lists", [](ChangeRows& c) { c.figure("home_care.fixed_rounds", "72", "168", "336"); }},
      {"home-care-fuel",
       [](ChangeRows& c) {
         for (const std::string& need : c.needs_of("home_care_team", "fuel"))
           c.supplier(need, "assets/fuel-depot/haaglanden");
       }},
      {"gp-practice-kits", [](ChangeRows& c) { c.figure("gp_practice.manual", "24", "72", "120"); }},
      {"pharmacy-manual", [](ChangeRows& c) { c.figure("pharmacy.manual", "12", "24", "72"); }},
      {"pharmacy-sets", [](ChangeRows& c) { c.generators(every(c.needs_of("pharmacy"), 5), "refuel.contract"); }},
      {"supermarket-sets", [](ChangeRows& c) { c.generators(every(c.needs_of("supermarket"), 6), "refuel.contract"); }},
      {"supermarket-cash", [](ChangeRows& c) { c.figure("supermarket.cash_only", "24", "72", "168"); }},
      {"cash-point-power",
       [](ChangeRows& c) {
         c.hours("cash_point.battery", "geldautomaat met eigen stroom", "duur", "48", "72", "96");
         c.backups(every(c.needs_of("cash_point"), 3), "reservoir", "capacity", "cash_point.battery");
       }},
      {"alarm-batteries", [](ChangeRows& c) { c.figure("CAR05", "24", "48", "72"); }},
      {"medical-power-batteries", [](ChangeRows& c) { c.figure("CAR02", "24", "48", "96"); }},
      {"nursing-home-feed-in",
       [](ChangeRows& c) { c.plug_ins(c.only(c.needs_of("nursing_home"), "generator", false), "GEN19"); }},
      {"nursing-home-sets",
       [](ChangeRows& c) { c.generators(c.only(c.needs_of("nursing_home"), "generator", false), "refuel.contract"); }},
      {"nursing-home-water", [](ChangeRows& c) { c.figure("nursing_home.water_stock", "48", "72", "120"); }},
      {"hospital-fuel",
       [](ChangeRows& c) {
         c.hours("hospital.tank", "ziekenhuis met grotere tank", "uren op de eigen diesel", "96", "120", "168");
         auto needs = c.needs_of("hospital_acute");
         for (const std::string& need : c.needs_of("emergency_department")) needs.push_back(need);
         c.backups(needs, "generator", "capacity", "hospital.tank");
       }},
      {"hospital-water", [](ChangeRows& c) { c.figure("hospital.water_tank", "24", "72", "96"); }},
      {"fuel-stations-feed-in",
       [](ChangeRows& c) { c.generators(every(c.needs_of("fuel_station"), 12), "refuel.priority"); }},
      {"broadcaster-fuel",
       [](ChangeRows& c) {
         c.hours("broadcast.tank", "rampenzender met grotere tank", "uren op de eigen tank", "120", "168", "240");
         c.backups({"broadcast-mast/west/electricity", "broadcast-studio/west/electricity"}, "generator", "capacity",
                   "broadcast.tank");
       }},
  };
  return all;
}

void add_row(Context& context, const MeasureRow& row) {
  context.draft.row("measures", {{"id", row.id},
                                 {"name_nl", row.nl},
                                 {"name_en", row.en},
                                 {"owner", row.owner},
                                 {"track", row.track},
                                 {"pillar", std::to_string(row.pillar)},
                                 {"cost_once_eur", canonical_number(row.once_eur)},
                                 {"cost_year_eur", canonical_number(row.year_eur)},
                                 {"price_year", "2025"},
                                 {"lead_time_months", canonical_number(row.lead_months)},
                                 {"requires", row.needs},
                                 {"excludes", row.excludes},
                                 {"change", row.change},
                                 {"phase", row.phase},
                                 {"task", row.task},
                                 {"payer", row.payer},
                                 {"accountable", row.accountable},
                                 {"consulted", row.consulted},
                                 {"informed", row.informed},
                                 {"source", assumed().source},
                                 {"confidence", assumed().confidence}});
}

/// Town halls and works depots: each municipality decides on, and pays for, its own.
void add_municipal_sets(Context& context) {
  struct Kind {
    const char* id;
    const char* asset;
    const char* nl;
    const char* en;
    const char* change;
    double once_eur;
    double year_eur;
  };
  static constexpr std::array kinds{
      Kind{"town-hall-set", "town_hall", "Vast noodaggregaat voor de gemeentehuizen van ",
           "Fixed sets for the town halls of ", "noodaggregaat bij elk gemeentehuis van ", 80000, 4000},
      Kind{"works-depot-set", "works_depot", "Noodstroom en eigen pomp op de gemeentewerf van ",
           "Fixed set and own pump at the works depot of ", "noodaggregaat en eigen brandstof bij de gemeentewerf van ",
           95000, 5000},
  };
  for (const Kind& kind : kinds)
    for (const MunicipalityFact& municipality : context.sources.municipalities) {
      const std::string id = std::string(kind.id) + "/" + municipality.id;
      ChangeRows changes(context, id);
      const auto needs = changes.needs_of(kind.asset, "electricity", municipality.id);
      if (needs.empty()) continue;
      const auto count = static_cast<double>(needs.size());
      const std::string nl = kind.nl + municipality.name;
      const std::string en = kind.en + municipality.name;
      const std::string change = kind.change + municipality.name;
      add_row(context, {id.c_str(), nl.c_str(), en.c_str(), municipality.id.c_str(), "car", 3, kind.once_eur * count,
                        kind.year_eur * count, 12, "", "", change.c_str(), "first_72h",
                        "Continuïteit van de gemeente (bedrijfscontinuïteitsplan)", municipality.id.c_str(),
                        municipality.id.c_str(), "vrh", "brandweer-haaglanden"});
      changes.generators(needs, "refuel.contract");
      if (std::string_view(kind.id) == "works-depot-set") {
        const std::string tank = "vehicle.tank.depot." + municipality.id;
        changes.hours(tank, "voertuigen van de gemeentewerf", "uren rijden op eigen voorraad", "96", "168", "240");
        changes.backups(changes.needs_of(kind.asset, "fuel", municipality.id), "reservoir", "capacity", tank);
      }
    }
}

constexpr std::array money_figures{
    Figure{"choice.hazard.power-72h", "maatregelen wegen", "gewicht van dit scenario", 0.5, 0.5, 0.5, "weight", "fixed",
           "", "layout", "assumption", "the governing scenario counts half"},
    Figure{"choice.hazard.power-24h", "maatregelen wegen", "gewicht van dit scenario", 0.3, 0.3, 0.3, "weight", "fixed",
           "", "layout", "assumption", ""},
    Figure{"choice.hazard.power-72h/damage", "maatregelen wegen", "gewicht van dit scenario", 0.2, 0.2, 0.2, "weight",
           "fixed", "", "layout", "assumption", ""},
    Figure{"choice.weight.alarm", "maatregelen wegen", "gewicht van een persoon-uur zonder 112", 1, 2, 5, "weight",
           "fixed", "", "layout", "assumption", "a life may hang on it; needs without a row weigh 1"},
    Figure{"choice.weight.medical_power", "maatregelen wegen",
           "gewicht van een persoon-uur zonder stroom voor apparatuur", 5, 10, 50, "weight", "fixed", "", "layout",
           "assumption", "few people, direct danger"},
    Figure{"choice.weight.medical_care", "maatregelen wegen", "gewicht van een persoon-uur zonder zorg", 2, 5, 10,
           "weight", "fixed", "", "layout", "assumption", ""},
    Figure{"choice.weight.water", "maatregelen wegen", "gewicht van een persoon-uur zonder water", 1, 3, 5, "weight",
           "fixed", "", "layout", "assumption", "hardest of all in the trial of six families"},
    Figure{"choice.weight.light", "maatregelen wegen", "gewicht van een persoon-uur zonder licht en opladen", 0.1, 0.25,
           1, "weight", "fixed", "", "layout", "assumption", "a nuisance more than a danger"},
    Figure{"choice.weight.cash", "maatregelen wegen", "gewicht van een persoon-uur zonder geld", 0.1, 0.25, 1, "weight",
           "fixed", "", "layout", "assumption", ""},
    Figure{"choice.euro_per_person_hour", "maatregelen wegen", "waarde van een gewogen persoon-uur", 5, 10, 20, "EUR",
           "fixed", "", "FIN05", "estimate", "FIN05: 72 million euro an hour for 7.2 million people (2003 prices)"},
    Figure{"money.share.population", "rijksgeld", "deel van Haaglanden bij verdeling naar inwoners", 0.06, 0.064, 0.068,
           "fraction", "fixed", "", "FIN11", "estimate", "repeats FIN11"},
    Figure{"money.share.equal", "rijksgeld", "deel van Haaglanden bij gelijke verdeling over 25 regio's", 0.04, 0.04,
           0.04, "fraction", "fixed", "", "layout", "estimate", "1/25"},
    Figure{"money.share.area", "rijksgeld", "deel van Haaglanden bij verdeling naar landoppervlak", 0.0115, 0.012,
           0.0125, "fraction", "fixed", "", "general-knowledge", "estimate",
           "403.7 of about 33,500 square kilometres of land"},
    Figure{"money.cut.region", "rijksbijdrage (BDuR)", "deel van Haaglanden in de korting, per jaar, miljoen euro", 1.7,
           1.8, 1.9, "million EUR", "fixed", "", "FIN03", "estimate", "FIN03 (28 million) times FIN11"},
};

}  // namespace

void add_measure_figures(Context& context) {
  FigureRows rows(context.draft, [&context](const std::string& word) {
    const bool evidence = word.front() >= 'A' && word.front() <= 'Z';
    return evidence ? evidence_source(context.sources, word) : word;
  });
  for (const Figure& figure : money_figures) rows.add(figure);
  add_process_weights(rows);
}

void add_measures(Context& context) {
  for (const MeasureRow& row : measure_rows()) {
    add_row(context, row);
    if (const auto effect = effects().find(row.id); effect != effects().end()) {
      ChangeRows changes(context, row.id);
      effect->second(changes);
    }
  }
  add_municipal_sets(context);
}

}  // namespace veer::importers::haaglanden
