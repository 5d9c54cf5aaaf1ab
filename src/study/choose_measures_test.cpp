#include "study/choose_measures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <numeric>

#include "importers/package/package.hpp"
#include "region/builder.hpp"

// Every option of a choice, end to end on the village, which is small enough to be played in a moment.

namespace {

using namespace veer;
using study::MeasureChooser;
using study::MeasureOptions;

using Cells = std::map<std::string, std::string>;

/// The village as two municipalities with five measures that the model can express.
class Village {
 public:
  Village() {
    const char* const source = std::getenv("VEER_SOURCE_DIR");
    Diagnostics notes;
    auto read =
        importers::read_package(std::filesystem::path(source == nullptr ? "." : source) / "regions" / "dorp", notes);
    REQUIRE(read.has_value());
    tables_ = *std::move(read);
    row("organisations", {{"id", "gehucht"}, {"name", "Gemeente Gehucht"}, {"kind", "municipality"}, {"track", "car"}});
    formats::Table& areas = tables_.tables.at("areas");
    for (auto& area : areas.rows)
      if (area[*areas.column("id")] == "buiten") area[*areas.column("municipality")] = "gehucht";
    tables_.tables.at("measures").rows.clear();
    tables_.tables.at("measure_changes").rows.clear();
    measure("hub", "vr", 2000, 100, 0, "", "", "parameters", "hub.tank", "low=72;typical=72;high=72");
    measure("shop", "dorp", 1500, 50, 6, "", "", "parameters", "supermarkt.tolerance", "low=72;typical=72;high=72");
    measure("room", "gehucht", 1000, 0, 0, "hub", "", "parameters", "gemeentehuis.tank", "low=72;typical=72;high=72");
    measure("pump", "waterbedrijf", 3000, 0, 12, "", "", "parameters", "pomp.run", "low=99;typical=99;high=99");
    measure("radio", "vr", 500, 0, 0, "", "shop", "parameters", "c2000.battery", "low=24;typical=24;high=24");
    for (const char* const key : {"population", "equal", "area"})
      figure("money.share." + std::string(key), 0.05, 0.1, 0.2);
    figure("money.cut.region", 0.001, 0.001, 0.001, "million EUR");
    figure("choice.euro_per_person_hour", 10, 10, 10, "EUR");
  }
  void row(const std::string& table, Cells cells) {
    formats::Table& into = tables_.tables.at(table);
    cells.emplace("source", "dorp");
    cells.emplace("confidence", "assumption");
    into.rows.emplace_back(into.columns.size());
    for (const auto& [column, text] : cells)
      if (const auto at = into.column(column)) into.rows.back()[*at] = text;
  }
  [[nodiscard]] region::Region build() const {
    Diagnostics notes;
    auto built = region::build_region(tables_, notes);
    for (const auto& problem : notes.problems()) MESSAGE(problem.message.key);
    REQUIRE(built.has_value());
    return *std::move(built);
  }

 private:
  void measure(const std::string& id, const std::string& payer, int once, int yearly, int lead,
               const std::string& needs, const std::string& excludes, const std::string& table, const std::string& rows,
               const std::string& values) {
    row("measures", {{"id", id},
                     {"name_nl", id},
                     {"name_en", id},
                     {"owner", payer},
                     {"track", "car"},
                     {"pillar", "3"},
                     {"cost_once_eur", std::to_string(once)},
                     {"cost_year_eur", std::to_string(yearly)},
                     {"price_year", "2025"},
                     {"lead_time_months", std::to_string(lead)},
                     {"requires", needs},
                     {"excludes", excludes}});
    row("measure_changes",
        {{"id", id + "#1"}, {"measure", id}, {"action", "put"}, {"table", table}, {"rows", rows}, {"values", values}});
  }
  void figure(const std::string& id, double low, double typical, double high, const std::string& unit = "fraction") {
    row("parameters", {{"id", id},
                       {"subject", id},
                       {"parameter", id},
                       {"low", canonical_number(low)},
                       {"typical", canonical_number(typical)},
                       {"high", canonical_number(high)},
                       {"unit", unit},
                       {"distribution", "fixed"}});
  }

  region::Tables tables_;
};

const region::Region& village() {
  static const region::Region built = Village().build();
  return built;
}

MeasureOptions asking(std::vector<double> budget) {
  MeasureOptions out;
  out.budget = measures::YearlyMoney{2025, std::move(budget)};
  out.hazards = {{"power-72h", 0.6}, {"two-hits", 0.4}};
  out.nodes = 500;
  out.extras = false;
  return out;
}

/// Chosen at one chooser, built once: what is asked earlier does not matter.
Result<report::MeasurePlan> chosen(const MeasureOptions& options) {
  static const auto chooser = [] {
    study::Options run;
    run.replicas = 8;
    auto built = MeasureChooser::build(village(), asking({1}), run);
    REQUIRE(built.has_value());
    return *std::move(built);
  }();
  return chooser->choose(options);
}

const report::MeasureFinding& of(const report::MeasurePlan& plan, const std::string& id) {
  const auto found =
      std::find_if(plan.measures.begin(), plan.measures.end(), [&](const auto& row) { return row.id == id; });
  REQUIRE(found != plan.measures.end());
  return *found;
}

const report::PayerFinding& payer(const report::MeasurePlan& plan, const std::string& id) {
  const auto found =
      std::find_if(plan.payers.begin(), plan.payers.end(), [&](const auto& row) { return row.id == id; });
  REQUIRE(found != plan.payers.end());
  return *found;
}

void check_within_money(const report::MeasurePlan& plan) {
  for (const auto& payer : plan.payers)
    for (const auto& year : payer.years)
      if (year.available_eur) CHECK(year.gap_eur < 0.01);
}

}  // namespace

TEST_CASE("choose: every rule over two hazards keeps to the money, and stands beside the others with its errors") {
  for (const measures::Rule rule :
       {measures::Rule::person_hours, measures::Rule::tail, measures::Rule::worst_municipality,
        measures::Rule::continuity, measures::Rule::regret}) {
    MeasureOptions options = asking({2600, 2600});
    options.rule = rule;
    options.extras = true;
    const auto plan = chosen(options);
    CAPTURE(static_cast<int>(rule));
    REQUIRE(plan.has_value());
    check_within_money(*plan);
    CHECK(plan->rules.size() == measures::rule_names.size());
    CHECK(plan->bound >= plan->surrogate - 1e-9);
    CHECK(plan->value.standard_error >= 0);
    CHECK(std::none_of(plan->rules.begin(), plan->rules.end(), [](const auto& row) { return row.regret.size() != 2; }));
    if (rule == measures::Rule::regret) CHECK(plan->value.value <= 1e-9);
    CHECK(plan->keep_regret >= -1e-9);
    CHECK(plan->keep_regret <= 1);
    // What needs another comes no earlier, and what rules another out does not come with it.
    if (of(*plan, "room").year) {
      REQUIRE(of(*plan, "hub").year.has_value());
      CHECK(*of(*plan, "hub").year <= *of(*plan, "room").year);
    }
    CHECK_FALSE((of(*plan, "radio").year && of(*plan, "shop").year));
  }
}

TEST_CASE("choose: the weights of a question are those of that question") {
  MeasureOptions one = asking({2600, 2600});
  one.hazards = {{"power-72h", 1}, {"two-hits", 0}};
  MeasureOptions other = asking({2600, 2600});
  other.hazards = {{"power-72h", 0}, {"two-hits", 3}};
  const auto first = chosen(one);
  const auto second = chosen(other);
  REQUIRE(first.has_value());
  REQUIRE(second.has_value());
  CHECK(first->hazards[0].weight == 1);
  CHECK(second->hazards[1].weight == 1);
  CHECK(first->worth.unmet.value == doctest::Approx(first->hazards[0].saved));
  CHECK(second->worth.unmet.value == doctest::Approx(second->hazards[1].saved));
}

TEST_CASE("choose: each key divides the money as it says, when it goes to the municipalities directly") {
  // 1,500 and 600 residents; both below 30,000 residents have one vote.
  const std::map<measures::Key, double> share_of_village{{measures::Key::population, 1500.0 / 2100},
                                                         {measures::Key::equal, 0.5},
                                                         {measures::Key::votes, 0.5},
                                                         {measures::Key::own, 0.75}};
  for (const auto& [key, share] : share_of_village) {
    MeasureOptions options = asking({4000, 1000});
    options.direct = true;
    options.key = key;
    options.own_shares = {{"dorp", 3}, {"gehucht", 1}};
    const auto plan = chosen(options);
    CAPTURE(measures::key_names[static_cast<std::size_t>(key)]);
    REQUIRE(plan.has_value());
    check_within_money(*plan);
    CHECK(*payer(*plan, "dorp").years[0].available_eur == doctest::Approx(4000 * share));
    CHECK(*payer(*plan, "gehucht").years[1].available_eur == doctest::Approx(1000 * (1 - share)));
  }
  for (const measures::Key key : {measures::Key::area, measures::Key::vulnerability}) {
    MeasureOptions options = asking({4000});
    options.direct = true;
    options.key = key;
    const auto plan = chosen(options);
    // The outlines and groups of the village may hold nothing; then that is what is said.
    if (plan) {
      CHECK(*payer(*plan, "dorp").years[0].available_eur + *payer(*plan, "gehucht").years[0].available_eur ==
            doctest::Approx(4000));
    } else {
      CHECK(plan.error().message.key == "measures.key.empty");
    }
  }
}

TEST_CASE("choose: own contribution, a budget of one payer, and payers outside") {
  MeasureOptions options = asking({10'000});
  options.barred = {"radio"};
  options.co_funding = 0.25;
  const auto shared = chosen(options);
  REQUIRE(shared.has_value());
  REQUIRE(of(*shared, "shop").year == 2025);
  CHECK(payer(*shared, "dorp").years[0].asked_eur == doctest::Approx(0.25 * (1500 + 50 * 0.5)));
  CHECK_FALSE(of(*shared, "pump").asked);

  options.payers = {{"dorp", {2025, {100}}}, {"waterbedrijf", {2024, {0, 3000}}}};
  const auto own = chosen(options);
  REQUIRE(own.has_value());
  CHECK_FALSE(of(*own, "shop").year.has_value());  // a quarter of it is more than 100
  CHECK(*payer(*own, "dorp").years[0].available_eur == 100);
  CHECK(of(*own, "pump").asked);
  CHECK(*payer(*own, "waterbedrijf").years[0].available_eur == 3000);

  options.payers.clear();
  options.others = measures::YearlyMoney{2025, {2999}};
  const auto others = chosen(options);
  REQUIRE(others.has_value());
  CHECK(of(*others, "pump").asked);
  CHECK_FALSE(of(*others, "pump").year.has_value());

  options.others.reset();
  options.payers = {{"niemand", {2025, {1}}}};
  CHECK(chosen(options).error().message.key == "study.money.payer");
  options.payers = {{"dorp", {2026, {1}}}};
  CHECK(chosen(options).error().message.key == "study.money.payer_year");
}

TEST_CASE("choose: a municipality with money of its own pays from it, and a year tells apart what others pay") {
  MeasureOptions options = asking({4000, 0});
  options.barred = {"radio", "room"};
  options.payers = {{"dorp", {2025, {100}}}};
  CHECK_FALSE(of(*chosen(options), "shop").year.has_value());  // 1,525 is more than 100
  options.payers = {{"dorp", {2025, {2000}}}};
  const auto plan = chosen(options);
  REQUIRE(plan.has_value());
  REQUIRE(of(*plan, "shop").year == 2025);
  REQUIRE(of(*plan, "hub").year == 2025);
  CHECK(payer(*plan, "dorp").years[0].asked_eur == doctest::Approx(1525));
  CHECK(plan->years[0].cost_eur == doctest::Approx(2100 + 1525));
  CHECK(plan->years[0].others_eur == doctest::Approx(1525));
  CHECK(plan->years[0].budget_eur == 4000);
  CHECK(plan->years[1].kept_eur == doctest::Approx(4000 - 2100));
  CHECK(plan->years[1].gap_eur == 0);
}

TEST_CASE("choose: money of others counts in its own years, and a plan has a last year") {
  MeasureOptions options = asking({10'000, 0});  // the pump works after a year
  options.others = measures::YearlyMoney{2024, {3000, 0}};
  CHECK_FALSE(of(*chosen(options), "pump").year.has_value());
  options.others = measures::YearlyMoney{2024, {0, 2999, 0}};
  CHECK_FALSE(of(*chosen(options), "pump").year.has_value());
  options.others = measures::YearlyMoney{2024, {0, 3000, 0}};
  CHECK(of(*chosen(options), "pump").year == 2025);
  options.others = measures::YearlyMoney{2026, {3000}};
  CHECK(chosen(options).error().message.key == "study.money.payer_year");
  CHECK(chosen(asking(std::vector<double>(31, 5000))).error().message.key == "study.money.years");
}

TEST_CASE("choose: money that may not be kept does not add up") {
  MeasureOptions options = asking({1100, 1100});
  options.barred = {"radio", "shop"};
  CHECK(of(*chosen(options), "hub").year == 2026);
  options.carry_over = false;
  CHECK_FALSE(of(*chosen(options), "hub").year.has_value());
}

TEST_CASE("choose: the region gets its part of national sums, and the cut takes from the second year on") {
  MeasureOptions options = asking({});
  options.budget.reset();
  options.national = measures::YearlyMoney{2025, {20'000, 30'000}};
  options.years = 3;
  const auto budgets = [&](const char* money) {
    options.money = money;
    const auto plan = chosen(options);
    REQUIRE(plan.has_value());
    std::vector<double> out;
    for (const auto& year : plan->years) out.push_back(std::round(year.budget_eur));
    return out;
  };
  CHECK(budgets("announced") == std::vector<double>{2000, 3000, 3000});
  CHECK(budgets("low") == std::vector<double>{1000, 1500, 1500});
  CHECK(budgets("high") == std::vector<double>{4000, 6000, 6000});
  CHECK(budgets("cut") == std::vector<double>{2000, 2000, 2000});
  CHECK(budgets("stops") == std::vector<double>{2000, 0, 0});
}

TEST_CASE("choose: money scenarios and the front are played, and the money asked about shows the plan itself") {
  MeasureOptions options = asking({2600, 2600});
  options.extras = true;
  const auto plan = chosen(options);
  REQUIRE(plan.has_value());
  REQUIRE(plan->scenarios.size() == 5);
  const report::BudgetScenario& announced = plan->scenarios.front();
  CHECK(announced.id == "announced");
  CHECK(announced.saved == plan->value.value);
  CHECK(announced.after_now == plan->value.value);
  CHECK(announced.worth_after.unmet.value == plan->worth.unmet.value);
  CHECK(announced.lost.empty());
  for (const report::BudgetScenario& money : plan->scenarios) {
    // The first year is paid from the money that was counted on; of low money it would have been less.
    if (money.after_now && money.id != "low") CHECK(*money.after_now <= money.saved + 1e-9);
    // What falls away is of the plan, and what comes instead is not.
    for (const std::size_t row : money.lost) CHECK(plan->measures[row].year.has_value());
    for (const std::size_t row : money.instead) CHECK_FALSE(plan->measures[row].year.has_value());
    for (const std::size_t row : money.dropped)
      CHECK(std::find(money.lost.begin(), money.lost.end(), row) != money.lost.end());
  }
  for (const report::FrontPoint& point : plan->front) {
    if (point.share == 1) CHECK(point.saved == plan->value.value);
    CHECK(point.most_unmet >= point.worth.unmet.value);
    CHECK(point.most_tail >= point.worth.tail.value);
  }
}

TEST_CASE(
    "choose: what is kept of earlier years is told, and what each measure costs in the plan adds up to the years") {
  MeasureOptions options = asking({3000, 0});
  options.barred = {"radio", "room", "shop"};
  const auto plan = chosen(options);
  REQUIRE(plan.has_value());
  // hub: 2,000 once and 100 a year.
  REQUIRE(of(*plan, "hub").year == 2025);
  CHECK(plan->years[0].cost_eur == doctest::Approx(2100));
  CHECK(plan->years[1].kept_eur == doctest::Approx(900));
  CHECK(plan->years[1].cost_eur == doctest::Approx(100));
  CHECK(of(*plan, "hub").planned_eur == doctest::Approx(2200));
  double by_municipality = 0;
  for (const auto& row : plan->municipalities) {
    REQUIRE(row.saved_by_year.size() == 2);
    CHECK(row.saved == doctest::Approx((row.saved_by_year[0] + row.saved_by_year[1]) / 2));
    by_municipality += row.direct_eur;
  }
  CHECK(by_municipality == doctest::Approx(2200));  // the key divides what the region pays, and nothing is lost
}

TEST_CASE("choose: other weights of needs and processes weigh this question only, and what cannot be weighed is told") {
  study::Options run;
  run.replicas = 8;
  const auto saved = [&](std::map<std::string, double> weights) {
    MeasureOptions options = asking({2600, 2600});
    options.weights = std::move(weights);
    auto chooser = MeasureChooser::build(village(), options, run);
    REQUIRE(chooser.has_value());
    const auto plan = (*chooser)->choose(options);
    REQUIRE(plan.has_value());
    return plan->worth;
  };
  std::map<std::string, double> nothing;
  MeasureOptions plain = asking({2600, 2600});
  const auto plan = chosen(plain);
  REQUIRE(plan.has_value());
  std::map<std::string, double> twice;
  for (const auto& [need, weight] : plan->weights) {
    nothing["need=" + need] = 0;
    twice["need=" + need] = 2 * weight;
  }
  CHECK(saved(nothing).unmet.value == 0);
  CHECK(saved(twice).unmet.value == doctest::Approx(2 * saved({}).unmet.value));
  const auto refused = [&](std::map<std::string, double> weights) {
    MeasureOptions options = asking({2600, 2600});
    options.weights = std::move(weights);
    return MeasureChooser::build(village(), options, run).error().message.key;
  };
  CHECK(refused({{"need=watr", 3}}) == "study.weight.unknown");
  CHECK(refused({{"?", 3}}) == "study.weight.missing");
  CHECK(refused({{"need=water", -1}}) == "study.weight.figure");
}
