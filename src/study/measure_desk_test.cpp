#include "study/measure_desk.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <limits>
#include <set>
#include <thread>

#include "importers/package/package.hpp"
#include "region/builder.hpp"
#include "report/json.hpp"

namespace {

using namespace veer;
using study::MeasureDesk;
using study::MeasureOptions;

/// Haaglanden with a tenth of its measures, none of which needs or rules out another: what the cases ask of them holds
/// for few as for many, and every package played takes its time.
std::shared_ptr<const region::Region> haaglanden() {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  auto tables = importers::read_package(
      std::filesystem::path(source == nullptr ? "." : source) / "regions" / "haaglanden", notes);
  REQUIRE(tables.has_value());
  formats::Table& measures = tables->tables.at("measures");
  std::set<std::string> kept;
  std::size_t number = 0;
  std::erase_if(measures.rows, [&](const auto& row) {
    const bool free = row[*measures.column("requires")].empty() && row[*measures.column("excludes")].empty();
    if (!free || number++ % 7 != 0) return true;
    kept.insert(row[0]);
    return false;
  });
  formats::Table& changes = tables->tables.at("measure_changes");
  std::erase_if(changes.rows, [&](const auto& row) { return !kept.contains(row[*changes.column("measure")]); });
  auto region = region::build_region(*tables, notes);
  REQUIRE(region.has_value());
  return std::make_shared<const region::Region>(*std::move(region));
}

study::Options few() {
  study::Options run;
  run.replicas = 24;
  run.threads = 2;
  return run;
}

MeasureOptions money(double a_year) {
  MeasureOptions out;
  out.budget = measures::YearlyMoney{2025, {a_year, a_year}};
  out.extras = false;
  out.rounds = 0;
  out.nodes = 200;
  return out;
}

std::string told(const Result<report::MeasurePlan>& plan) {
  REQUIRE(plan.has_value());
  return report::measures_json(*plan, 0);
}

/// Opened once for all cases: what was asked before must not matter.
MeasureDesk& desk() {
  static const auto opened = MeasureDesk::open(haaglanden(), {{"power-72h", 1}}, few());
  REQUIRE(opened.has_value());
  return **opened;
}

}  // namespace

TEST_CASE("desk: another budget is answered as at a fresh desk, and plays few packages more") {
  const auto first = told(desk().answer(money(400'000)));
  const std::size_t before = desk().played();
  const auto second = told(desk().answer(money(900'000)));
  CHECK(desk().played() - before < before / 2);
  CHECK(first != second);
  const auto fresh = MeasureDesk::open(haaglanden(), {{"power-72h", 1}}, few());
  REQUIRE(fresh.has_value());
  CHECK(told((*fresh)->answer(money(900'000))) == second);
}

TEST_CASE("desk: of other money few packages are played, and threads and hazards side by side change nothing") {
  const std::vector<std::pair<std::string, double>> hazards{{"power-72h", 0.5}, {"power-24h", 0.5}};
  std::vector<std::string> answers;
  for (const std::size_t threads : {1U, 3U}) {
    study::Options run = few();
    run.threads = threads;
    const auto own = MeasureDesk::open(haaglanden(), hazards, run);
    REQUIRE(own.has_value());
    MeasureOptions options = money(400'000);
    // The fresh desk of three threads is asked for the second budget at once.
    if (threads == 1) REQUIRE((*own)->answer(options).has_value());
    const std::size_t before = (*own)->played();
    options.budget->eur = {900'000, 900'000};
    answers.push_back(told((*own)->answer(options)));
    if (threads == 1) CHECK((*own)->played() - before < before / 2);
  }
  CHECK(answers[0] == answers[1]);
}

TEST_CASE("desk: two threads are answered in turn") {
  const auto alone = told(desk().answer(money(500'000)));
  std::string one, two;
  std::thread other([&] { one = report::measures_json(*desk().answer(money(500'000)), 0); });
  two = report::measures_json(*desk().answer(money(500'000)), 0);
  other.join();
  CHECK(one == alone);
  CHECK(two == alone);
}

TEST_CASE("desk: a measure that becomes too dear leaves the plan") {
  MeasureOptions options = money(400'000);
  const auto plan = desk().answer(options);
  REQUIRE(plan.has_value());
  REQUIRE_FALSE(plan->years.front().begins.empty());
  const std::string chosen = plan->measures[plan->years.front().begins.front()].id;
  options.costs[chosen].once_eur = 1e9;
  const auto dearer = desk().answer(options);
  REQUIRE(dearer.has_value());
  for (const auto& measure : dearer->measures) {
    if (measure.id != chosen) continue;
    CHECK(measure.once_eur == 1e9);
    CHECK_FALSE(measure.year.has_value());
  }
}

TEST_CASE("desk: a cost below nothing, or no number, is refused by name") {
  for (const double wrong : {-1.0, std::numeric_limits<double>::quiet_NaN()}) {
    MeasureOptions options = money(400'000);
    options.costs[desk().region().measures.front().id].year_eur = wrong;
    const auto refused = desk().answer(options);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::invalid_input);
    CHECK(refused.error().message.key == "study.measure.figure");
  }
}

TEST_CASE("desk: who asks for the end gets it before the next package") {
  const auto stopped = desk().answer(money(700'000), [] { return true; });
  REQUIRE_FALSE(stopped.has_value());
  CHECK(stopped.error().kind == ErrorKind::cancelled);
}
