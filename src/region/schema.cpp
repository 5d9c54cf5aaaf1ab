#include "region/schema.hpp"

namespace veer::region {

namespace {

using enum formats::ColumnType;

ColumnSchema id() {
  return {.name = "id", .required = true, .description = "Names the row for ever; the random draws hang on it"};
}
ColumnSchema word(std::string_view name, std::string_view description) {
  return {.name = name, .description = description};
}
ColumnSchema must(std::string_view name, std::string_view description) {
  return {.name = name, .required = true, .description = description};
}
ColumnSchema one_of(std::string_view name, std::string_view values, std::string_view description) {
  return {.name = name, .required = true, .values = values, .description = description};
}
ColumnSchema refer(std::string_view name, std::string_view table, std::string_view description) {
  return {.name = name, .references = table, .description = description};
}
ColumnSchema must_refer(std::string_view name, std::string_view table, std::string_view description) {
  return {.name = name, .required = true, .references = table, .description = description};
}
ColumnSchema listed(ColumnSchema column) {
  column.list = true;
  return column;
}
ColumnSchema figure(std::string_view name, double least, double most, std::string_view description) {
  return {.name = name, .type = number, .required = true, .least = least, .most = most, .description = description};
}
ColumnSchema count(std::string_view name, std::string_view description) {
  return {.name = name, .type = integer, .required = true, .least = 0, .most = 2e9, .description = description};
}
ColumnSchema maybe(ColumnSchema column) {
  column.required = false;
  return column;
}
ColumnSchema flag(std::string_view name, std::string_view description) {
  return {.name = name, .type = boolean, .required = true, .description = description};
}
ColumnSchema lon() { return figure("lon", -180, 180, "Longitude, degrees WGS 84"); }
ColumnSchema lat() { return figure("lat", -90, 90, "Latitude, degrees WGS 84"); }
ColumnSchema source() { return must_refer("source", "sources", "Where the figures of this row come from"); }
ColumnSchema confidence() {
  return one_of("confidence", "measured|register|published|estimate|assumption",
                "How much the figures of this row may be leaned on");
}
ColumnSchema pillar() {
  return {.name = "pillar",
          .type = integer,
          .required = true,
          .least = 1,
          .most = 4,
          .description = "National pillar 1 vital processes, 2 ready society, 3 democracy and government, 4 economy"};
}
ColumnSchema track() { return one_of("track", "car|veiligheidsdirectie|provider|national", "Which track carries it"); }

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double longest_h = 24 * 45;

std::vector<TableSchema> build() {
  return {
      {"organisations",
       true,
       {id(), must("name", "Name"),
        one_of("kind",
               "municipality|safety_region|fire_service|police|ambulance_service|ghor|control_room|provider|national|"
               "other",
               "Kind; municipalities carry their CBS code (GM0518) as id"),
        track(), source(), confidence()},
       "Owners of assets, processes, measures and plans"},
      {"services",
       true,
       {id(), must("name_nl", "Dutch name"), must("name_en", "English name"),
        one_of("kind", "vital|daily_need", "Vital process, or daily need of people"), pillar(),
        word("category", "National category of the list in force, a versioned attribute"),
        maybe(figure("mtpd_h", 0, unlimited, "What the public can bear, hours")), source(), confidence()},
       "Vital processes and daily needs"},
      {"areas",
       true,
       {id(),
        must("name", "Name"),
        must_refer("municipality", "organisations", "Municipality"),
        count("residents", "Residents"),
        figure("households", 0, unlimited, "Private households"),
        count("age_0_14", "Residents of 0 to 14"),
        count("age_15_24", "Residents of 15 to 24"),
        count("age_25_44", "Residents of 25 to 44"),
        count("age_45_64", "Residents of 45 to 64"),
        count("age_65_plus", "Residents of 65 and over"),
        count("age_75_plus", "Of these 75 and over"),
        count("age_85_plus", "Of these 85 and over"),
        must("preparedness", "Profile: parameters reserve.<profile>.<daily need>[.<group>]"),
        figure("mutual_help", 0, 1, "Mutual-help index"),
        figure("volunteers", 0, unlimited, "Registered volunteers, heads"),
        count("businesses", "Business establishments"),
        count("jobs", "Jobs"),
        lon(),
        lat(),
        source(),
        confidence()},
       "Where people live (PC4, buurt or wijk); outlines in outlines.geojson"},
      {"zones",
       true,
       {id(), must_refer("area", "areas", "Area"),
        refer("feeding_area", "assets", "Medium-voltage feeding area that powers it"),
        count("residents", "Residents: the sum of its cells"), count("over_65", "Residents of 65 and over"),
        count("dependent_care", "Residents who depend on care at home or in a nursing home"),
        count("medical_power", "Residents with powered medical equipment at home"),
        count("alarm_users", "Residents with a personal alarm"),
        count("high_rise", "Residents of floors that need a booster pump"),
        count("low_income", "Residents in low-income households"), count("businesses", "Business establishments"),
        count("jobs", "Jobs"), must_refer("building", "parameters", "Thermal time constant of the homes, hours"),
        source(), confidence()},
       "The part of an area that hangs on one medium-voltage feeding area"},
      {"cells",
       false,
       {id(), must_refer("zone", "zones", "Zone"), lon(), lat(), count("addresses", "Addresses"),
        count("residents", "Residents"), source(), confidence()},
       "Demand squares of 250 m"},
      {"assets",
       true,
       {id(), must("name", "Name"),
        must("kind", "Kind, e.g. base_station; <kind>.restart is the default restart parameter"),
        must_refer("service", "services", "What it delivers"), must_refer("organisation", "organisations", "Owner"),
        refer("municipality", "organisations", "Municipality it stands in; empty outside the region"), maybe(lon()),
        maybe(lat()), refer("restart", "parameters", "From all well to up again, hours; empty: <kind>.restart"),
        refer("failure", "parameters", "Own failures: time to failure, hours"),
        refer("repair", "parameters", "Own failures: time to repair, hours"),
        maybe(figure("recovery_h", 0, longest_h, "Recovery time the owner states, hours")),
        flag("external", "Stands outside the region"),
        flag("confirmed", "The owner confirmed this row; otherwise it is example data"), source(), confidence()},
       "Things that deliver one service at one place"},
      {"needs",
       true,
       {id(),
        {.name = "of", .required = true, .references = "assets|zones|processes", .description = "What needs: table/id"},
        word("component", "Zone: daily need, or daily need@group; process: minimum or full; asset: empty"),
        must_refer("service", "services", "What is needed"),
        must("k", "How many suppliers must be up: a whole number, any (1) or all"),
        source(),
        confidence()},
       "This asset, zone or process needs that service"},
      {"need_suppliers",
       true,
       {id(),
        must_refer("need", "needs", "Need"),
        {.name = "supplier", .required = true, .references = "assets|processes", .description = "table/id"}},
       "The suppliers of each need"},
      {"backups",
       true,
       {id(),
        must_refer("need", "needs", "Need it carries"),
        {.name = "order",
         .type = integer,
         .required = true,
         .least = 1,
         .most = 99,
         .description = "Order in which back-ups are tried, from 1"},
        one_of("kind", "reservoir|generator|manual", "Battery, tank or tolerance; generating set; work by hand"),
        refer("capacity", "parameters", "Hours it carries (reservoir, manual) or runs on its tank (generator)"),
        maybe({.name = "recharge",
               .type = integer,
               .least = 1,
               .most = 1000,
               .description = "Reservoir: minutes of supply that win back one minute (4)"}),
        refer("start_failure", "parameters", "Generator: probability that it does not start"),
        refer("run", "parameters", "Generator: hours of running until it breaks"),
        refer("available_from", "parameters",
              "Hour from which a refuel contract keeps the generator going, or work by hand begins"),
        refer("start_delay", "parameters",
              "Generator: hours without supply before it carries; longer than the reservoir before it: full model"),
        source(),
        confidence()},
       "What carries a need when its supply is gone"},
      {"resources",
       false,
       {id(),
        must("kind",
             "Kind: fuel_truck, fuel_stock, fuel_supply, mobile_generator, repair_crew, duty_staff, duty_post, "
             "support_staff, …"),
        figure("amount", 0, unlimited, "How many; fuel_stock: litres; fuel_supply: litres a tanker"),
        refer("base", "assets", "Where they stand"), maybe(figure("shift_h", 0, 24, "Length of a shift, hours")),
        maybe(figure("speed_kmh", 0, 200, "Speed, km/h")), source(), confidence()},
       "Scarce means that many ask for"},
      {"hazards",
       true,
       {id(), must("name_nl", "Dutch name"), must("name_en", "English name"),
        must("start", "Local time of minute 0, 2023-01-17T17:00"),
        one_of("season", "winter|spring|summer|autumn",
               "Season: parameter outdoor.<season> is the outdoor temperature"),
        figure("horizon_h", 1, longest_h, "Length of the run, hours"),
        maybe(one_of("family", "power|weather|health|digital|water|hybrid|combination", "What sort of hazard it is")),
        listed(word("combines",
                    "A combination: hazards it is made of, each with the hour it begins: heat-wave@0 power-8h@24")),
        source(), confidence()},
       "Named scenarios"},
      {"shocks",
       true,
       {id(), must_refer("hazard", "hazards", "Hazard it is part of"),
        one_of("kind", "hit|demand|derate|damage|access|heat|cold|rain|flood|trust",
               "Which of these it is; damage, access, demand and derate belong to the full model, trust to reach"),
        word("target",
             "id=…; kind=…; service=…; organisation=…; municipality=…; area=… (several: a|b); empty: everything"),
        figure("share", 0, 1, "Probability that a target is taken"), figure("start_h", 0, longest_h, "Start, hours"),
        refer("start_delay", "parameters", "Drawn hours on top of the start"),
        figure("duration_h", 0, longest_h, "Length, hours"),
        refer("duration_delay", "parameters", "Drawn hours on top of the length"),
        maybe(figure("magnitude", 0, unlimited,
                     "Demand, derate: factor. Access: share of the speed that is left. Trust: share of those reached "
                     "who heed it. Heat: °C; cold: °C of frost; rain: mm an hour; flood: m")),
        source(), confidence()},
       "What a hazard does, when"},
      {"processes",
       true,
       {id(), must("name_nl", "Dutch name"), must("name_en", "English name"),
        must_refer("organisation", "organisations", "Owner"), must_refer("service", "services", "Service it delivers"),
        pillar(), track(), figure("rto_h", 0, unlimited, "Recovery time objective, hours"),
        figure("mtpd_h", 0, unlimited, "Maximum tolerable period of disruption, hours"),
        must("mbco", "Minimum business continuity objective in words"),
        must_refer("restart", "parameters", "From all well to delivering again, hours"), source(), confidence()},
       "Continuity-critical activities (ISO 22301)"},
      {"support_points",
       false,
       {id(), must("name", "Name"), one_of("level", "local|coordinating", "Level"),
        must_refer("organisation", "organisations", "Who would run it"), refer("area", "areas", "Area it lies in"),
        lon(), lat(), word("functions", "Functions, separated by a blank"),
        maybe(figure("capacity_per_h", 0, unlimited, "Visitors an hour")),
        maybe(figure("staff", 0, unlimited, "People on duty at once; empty: support.staff.<level>")),
        maybe(figure("cost_once_eur", 0, unlimited, "Once, whole euros; empty: support.cost.once.<level>")),
        maybe(figure("cost_year_eur", 0, unlimited, "Per year, whole euros; empty: support.cost.year.<level>")),
        word("exposed", "Hazards that close it, separated by a blank: flood, …"),
        flag("confirmed", "The owner confirmed this row"), source(), confidence()},
       "Candidate and chosen noodsteunpunten"},
      {"walks",
       false,
       {id(), must_refer("cell", "cells", "Where one starts: a demand square; one row for each"),
        listed(must_refer("support_points", "support_points", "The support points within reach, nearest first")),
        must("minutes", "Minutes on foot to each of them, in the same order, separated by a blank"), source(),
        confidence()},
       "Walking times over the street network"},
      {"channels",
       false,
       {id(), must("name_nl", "Dutch name"), must("name_en", "English name"),
        refer("sender", "assets", "What must be up at the sender"),
        refer("receiver_service", "services", "What the receiver must still have"),
        must_refer("reach", "parameters", "Share of residents"), figure("delay_h", 0, longest_h, "Delay, hours"),
        source(), confidence()},
       "Ways to reach the public"},
      {"decisions",
       false,
       {id(), must("name_nl", "Dutch name"), must("name_en", "English name"),
        one_of("kind", "warning|opening|fuel|relief|relocation", "What is decided"),
        must_refer("owner", "organisations", "Who decides"),
        listed(refer("channels", "channels", "Warning: the channels it goes through, of which the best counts")),
        refer(
            "through", "services",
            "What must still work to pass the order on: half of the assets that deliver it; empty: agreed beforehand"),
        refer("lead", "parameters", "From order to effect, hours; empty: none"),
        word("target", "The effect must be there before these assets are down: conditions as in shocks"),
        refer("need", "services", "Or before half of the residents are without this daily need"),
        refer("until", "parameters", "Or within so many hours"), source(), confidence()},
       "Steps that only help in time: the decision clock"},
      {"measures",
       false,
       {id(),
        must("name_nl", "Dutch name"),
        must("name_en", "English name"),
        must_refer("owner", "organisations", "Who does it"),
        track(),
        pillar(),
        figure("cost_once_eur", 0, unlimited, "Once, whole euros"),
        figure("cost_year_eur", 0, unlimited, "Per year, whole euros"),
        {.name = "price_year",
         .type = integer,
         .required = true,
         .least = 1990,
         .most = 2100,
         .description = "Price year"},
        figure("lead_time_months", 0, 600, "Lead time, months"),
        listed(refer("requires", "measures", "Measures it needs first")),
        listed(refer("excludes", "measures", "Measures it rules out")),
        word("change", "What it changes, in words; the change itself stands in measure_changes"),
        maybe(one_of("phase", "before|first_72h|after", "When it does its work; empty: before")),
        word("task", "Existing task it joins"),
        refer("payer", "organisations", "Whose money it is; empty: the owner"),
        refer("accountable", "organisations", "Who answers for it; empty: the owner"),
        listed(refer("consulted", "organisations", "Who is asked beforehand")),
        listed(refer("informed", "organisations", "Who is told")),
        source(),
        confidence()},
       "What one can decide to do"},
      {"measure_changes",
       false,
       {id(), must_refer("measure", "measures", "Measure whose change this is"),
        one_of("action", "put|remove|low|high",
               "Put cells into rows, or take the rows away; low, high: what to put there when few, or many, take part"),
        one_of("table", "parameters|assets|needs|need_suppliers|backups|processes|areas|resources",
               "Table that is changed"),
        listed(must("rows", "Ids of its rows; an id that the table has not yet is a new row")),
        word("values", "Cells to put: column=value, separated by semicolons")},
       "The change to the model that each measure makes"},
      {"measure_account",
       false,
       {id(),
        must_refer("measure", "measures", "Measure that is accounted for"),
        {.name = "year",
         .type = integer,
         .required = true,
         .least = 1990,
         .most = 2100,
         .description = "Year of the account"},
        figure("planned_eur", 0, unlimited, "Planned for it in that year, whole euros"),
        maybe(figure("spent_eur", 0, unlimited, "Spent on it in that year, whole euros; empty: nothing yet")),
        one_of("delivered", "no|partly|yes", "Whether it works at the end of that year; partly counts as not yet"),
        word("date", "Day from which it works, 2026-07-01; with yes only"),
        word("note", "What is to be said of it")},
       "What became of measures: planned, spent and delivered by year; nothing in the model depends on it"},
      {"plans",
       false,
       {id(), must("name", "Name"), must_refer("organisation", "organisations", "Owner"), must("kind", "Kind of plan"),
        word("consequence", "Consequence it covers"), maybe(figure("from_h", 0, longest_h, "From, hours")),
        maybe(figure("until_h", 0, longest_h, "Until, hours")), maybe(figure("capacity", 0, unlimited, "Capacity")),
        word("unit", "Unit of the capacity"), flag("confidential", "Only named; content is never stored"),
        listed(refer("covers", "consequences", "Consequences it has an answer to")), source(), confidence()},
       "Existing multidisciplinary and continuity plans"},
      {"consequences",
       false,
       {id(), must("name_nl", "Dutch name"), must("name_en", "English name"),
        one_of("measure", "unmet|without|down|late",
               "Residents with an unmet need, residents without the service, assets that are down, or processes that "
               "are down for their MTPD or longer"),
        must_refer("subject", "services", "Daily need, or for down and late a vital process"),
        figure("least", 0, unlimited, "From this number of residents, assets or processes on it counts"), track(),
        word("criterion", "Code of the impact criterion it counts for"), source(), confidence()},
       "What a scenario may bring about and a plan is wanted for"},
      {"impact_scales",
       false,
       {id(), one_of("scale", "national|regional", "Whose scale"), must("criterion", "Code of the impact criterion"),
        figure("from_days", 0, 1000, "For disruptions that last at least this many days"),
        maybe(figure("until_days", 0, 1000, "And fewer than this; empty: any longer")),
        must("classes", "Five letters: below the first border, between the first and the second, …"),
        must("borders", "Four numbers, not descending, separated by blanks"), source(), confidence()},
       "Borders between the classes of impact"},
      {"parameters",
       true,
       {id(), must("subject", "What it is about"), must("parameter", "What is measured"),
        figure("low", 0, unlimited, "Low (P5 or minimum)"),
        figure("typical", 0, unlimited, "Typical (mode, median or mean by distribution)"),
        figure("high", 0, unlimited, "High (P90, P95 or maximum)"),
        must("unit", "h, min, fraction, probability, or other words"),
        one_of("distribution", "fixed|uniform|triangular|exponential|weibull|lognormal|beta|normal|empirical", "Shape"),
        word("points", "Empirical: probability:value pairs separated by blanks"),
        word("group", "Group that may share a draw; empty: the id"),
        maybe(figure("share", 0, 1, "Probability that an entity takes the group's draw; empty: 0.5")),
        word("note", "Note"), source(), confidence()},
       "Figures with their spread"},
      {"sources",
       true,
       {id(), must("title", "Title"), word("publisher", "Publisher"), word("url", "Address"),
        word("date", "Date, ISO 8601 or year"), word("licence", "Licence")},
       "Where figures come from"},
  };
}

}  // namespace

const ColumnSchema* TableSchema::column(std::string_view wanted) const {
  for (const ColumnSchema& candidate : columns)
    if (candidate.name == wanted) return &candidate;
  return nullptr;
}

const std::vector<TableSchema>& schemas() {
  static const std::vector<TableSchema> all = build();
  return all;
}

const TableSchema* schema(std::string_view table) {
  for (const TableSchema& candidate : schemas())
    if (candidate.name == table) return &candidate;
  return nullptr;
}

}  // namespace veer::region
