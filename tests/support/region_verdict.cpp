#include "support/region_verdict.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace veer::test {

RegionSketch village() {
  RegionSketch sketch;
  sketch.asset("grid")
      .service("drinking_water")
      .asset("pump", 0.5)
      .need("pump", {"grid"})
      .reservoir(2)
      .generator({.tank = 24, .run = Figure::exponential(500)});
  sketch.area("2511").zone("z1", 120, {{"high_rise", 20}}).zone("z2", 80);
  sketch.daily("z1", "water", {"pump"})
      .daily("z1", "water@high_rise", {"pump", "grid"}, "all")
      .daily("z2", "water", {"pump"});
  sketch.process("crisis", 2, 8).level("crisis", "minimum", {"grid"}).level("crisis", "full", {"grid", "pump"}, "2");
  return sketch.outage("grid", 72);
}

std::size_t Verdict::count(const std::string& key) const {
  return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(),
                                                [&](const Problem& problem) { return problem.message.key == key; }));
}

Verdict judge(const region::Tables& tables) {
  Diagnostics notes;
  const bool built = region::build_region(tables, notes).has_value();
  return {built, notes.problems()};
}

void check_only(const region::Tables& tables, Severity severity, const std::string& table, std::size_t row,
                const std::string& column, const Message& message) {
  const Verdict verdict = judge(tables);
  std::string all;
  for (const Problem& problem : verdict.problems) {
    all += problem.place.text(Language::en) + ": " + problem.message.key;
    for (const auto& argument : problem.message.arguments) all += " [" + argument + "]";
    all += "\n";
  }
  INFO(all);
  CHECK(verdict.built == (severity == Severity::warning));
  REQUIRE(verdict.problems.size() == 1);
  const Problem& found = verdict.problems.front();
  CHECK(found.severity == severity);
  CHECK(found.message.key == message.key);
  CHECK(found.message.arguments == message.arguments);
  CHECK(found.place.table == table);
  CHECK(found.place.row == row);
  CHECK(found.place.column == column);
  if (row > 0) CHECK(found.place.file == table + ".csv");
}

void check_error(const RegionSketch& sketch, const std::string& table, std::size_t row, const std::string& column,
                 const Message& message) {
  check_only(sketch.tables(), Severity::error, table, row, column, message);
}

void check_warning(const RegionSketch& sketch, const std::string& table, std::size_t row, const std::string& column,
                   const Message& message) {
  check_only(sketch.tables(), Severity::warning, table, row, column, message);
}

}  // namespace veer::test
