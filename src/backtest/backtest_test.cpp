#include "backtest/backtest.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "backtest/figures.hpp"
#include "backtest/observables.hpp"
#include "backtest/restoration.hpp"
#include "formats/csv.hpp"

using namespace veer;
using backtest::Case;
using backtest::Cause;

namespace {

formats::Table table(const std::string& text, const std::string& name) {
  auto read = formats::parse_csv(text, name, name + ".csv");
  REQUIRE(read.has_value());
  return *std::move(read);
}

const std::string one_case = "case,name,cause,season,customers_out\nA,Voorbeeld,cable_damage,winter,30000\n";
const std::string seen_head = "case,t_hours,observable,observed_low,observed_high\n";

/// The messages that reading tells, as key and place.
std::vector<std::string> told(const std::string& cases, const std::string& seen) {
  Diagnostics diagnostics;
  const auto read = backtest::read_cases(table(cases, "cases"), table(seen, "seen"), diagnostics);
  CHECK(read.has_value() == (diagnostics.error_count() == 0));
  std::vector<std::string> out;
  for (const Problem& problem : diagnostics.problems())
    out.push_back(problem.message.key + " " + problem.place.file + " " + std::to_string(problem.place.row) + " " +
                  problem.place.column);
  return out;
}

}  // namespace

TEST_CASE("restoration: all are out at the start, nobody from the last customer on, by hand in between") {
  const backtest::Restoration curve{.last_h = 20, .a = 2, .b = 2};
  CHECK(curve.share_out(0) == 1);
  CHECK(curve.share_out(20) == 0);
  CHECK(curve.share_out(25) == 0);
  CHECK(curve.share_out(10) == doctest::Approx(0.5625));  // (1 − ¼)²
  CHECK(backtest::Restoration{.last_h = 8, .a = 1, .b = 1}.share_out(2) == doctest::Approx(0.75));
}

TEST_CASE("restoration: nobody loses power again, in any family and replica") {
  for (std::size_t cause = 0; cause < backtest::cause_names.size(); ++cause)
    for (const double customers : {500.0, 40'000.0, 1'000'000.0}) {
      const Case of{
          .id = "x", .name = "", .cause = static_cast<Cause>(cause), .season = "winter", .customers_out = customers};
      for (std::uint32_t replica = 0; replica < 200; ++replica) {
        const auto curve = backtest::restoration(of, {7, of.id, replica});
        CHECK(curve.last_h > 0);
        double before = 1;
        for (double t = 0; t <= curve.last_h * 1.1; t += curve.last_h / 50) {
          const double now = curve.share_out(t);
          CHECK(now <= before);
          CHECK(now >= 0);
          before = now;
        }
        CHECK(before == 0);
      }
    }
}

TEST_CASE("observables: shares stay between 0 and 1, hours and counts are not negative") {
  const Case of{.id = "x", .name = "", .cause = Cause::storm_overhead, .season = "summer", .customers_out = 60'000};
  for (const std::string_view name : backtest::observable_names())
    for (const double t : {0.0, 0.5, 6.0, 30.0, 200.0})
      for (std::uint32_t replica = 0; replica < 200; ++replica) {
        const double value = backtest::predict(name, of, t, {7, of.id, replica});
        CHECK(std::isfinite(value));
        CHECK(value >= 0);
        if (name.starts_with("share_")) CHECK(value <= 1);
      }
}

TEST_CASE("observables: what runs on batteries only gets worse") {
  const Case of{.id = "x", .name = "", .cause = Cause::blackout_no_damage, .season = "spring", .customers_out = 1e6};
  const auto at = [&](std::string_view name, double t, std::uint32_t replica) {
    return backtest::predict(name, of, t, {7, of.id, replica});
  };
  for (std::uint32_t replica = 0; replica < 200; ++replica)
    for (double t = 0.5; t < 40; t *= 1.5) {
      CHECK(at("share_mobile_sites_down", t * 1.5, replica) >= at("share_mobile_sites_down", t, replica));
      CHECK(at("share_mobile_users_connected", t * 1.5, replica) <= at("share_mobile_users_connected", t, replica));
      CHECK(at("share_emergency_radio_sites_up", t * 1.5, replica) <= at("share_emergency_radio_sites_up", t, replica));
      CHECK(at("share_hospital_acute_up", t * 1.5, replica) <= at("share_hospital_acute_up", t, replica));
    }
}

TEST_CASE("back-test: a range that touches the interval is inside; scores add up") {
  Diagnostics diagnostics;
  const auto cases = backtest::read_cases(table(one_case, "cases"),
                                          table(seen_head + "A,1,hours_emergency_lighting,0.5,1.5\n"
                                                            "A,1,hours_emergency_lighting,2,2.2\n"
                                                            "A,1,hours_emergency_lighting,8,9\n"
                                                            "A,1,calls_112_factor_peak,3,3\n",
                                                "seen"),
                                          diagnostics);
  REQUIRE(cases.has_value());
  const auto report = backtest::run(*cases);
  REQUIRE(report.predictions.size() == 4);
  // Triangular on 1, 2, 3: P5 = 1 + √(0.05 × 2), P95 = 3 − the same.
  const double edge = std::sqrt(0.1);
  CHECK(report.predictions[0].p05 == doctest::Approx(1 + edge).epsilon(0.02));
  CHECK(report.predictions[0].p50 == doctest::Approx(2).epsilon(0.02));
  CHECK(report.predictions[0].p95 == doctest::Approx(3 - edge).epsilon(0.02));
  CHECK(report.predictions[0].inside);
  CHECK_FALSE(report.predictions[0].middle_inside);  // 1.0 lies below P5
  CHECK(report.predictions[1].middle_inside);
  CHECK_FALSE(report.predictions[2].inside);
  CHECK(report.predictions[2].miss == doctest::Approx((8 - report.predictions[2].p95) / 9));
  CHECK_FALSE(report.predictions[2].width_ratio.has_value());  // one case says nothing of what differs between cases
  CHECK(report.share_inside == 0.75);
  CHECK(report.share_middle_inside == 0.5);
  REQUIRE(report.scores.size() == 2);
  CHECK(report.scores[0].observable == "calls_112_factor_peak");
  CHECK(report.scores[1].observations == 3);
  CHECK(report.scores[1].inside == 2);
  CHECK_FALSE(report.scores[1].spread.has_value());
  CHECK_FALSE(report.median_width_ratio.has_value());
}

TEST_CASE("back-test: widths are held against what differs between cases") {
  Diagnostics diagnostics;
  const auto cases = backtest::read_cases(
      table(one_case + "B,Ander,cable_damage,winter,30000\n", "cases"),
      table(seen_head + "A,1,hours_emergency_lighting,0.5,1\nB,1,hours_emergency_lighting,2,4.5\n", "seen"),
      diagnostics);
  REQUIRE(cases.has_value());
  const auto report = backtest::run(*cases);
  CHECK(report.scores.front().spread == 4.0);
  const auto& first = report.predictions.front();
  CHECK(first.width_ratio == (first.p95 - first.p05) / 4);
  CHECK(report.median_width_ratio == report.scores.front().median_width_ratio);
}

TEST_CASE("figures: those that the shipped region has too are the same there") {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  REQUIRE(source != nullptr);
  const auto parameters = formats::read_csv(std::string(source) + "/regions/haaglanden/parameters.csv", "parameters");
  REQUIRE(parameters.has_value());
  std::size_t shared = 0;
  for (const backtest::Figure& figure : backtest::figures())
    for (const auto& row : parameters->rows) {
      const auto cell = [&](const char* column) { return row[*parameters->column(column)]; };
      if (cell("id") != figure.id) continue;
      ++shared;
      CHECK(std::stod(cell("low")) == figure.low);
      CHECK(std::stod(cell("typical")) == figure.typical);
      CHECK(std::stod(cell("high")) == figure.high);
    }
  CHECK(shared == 21);
}

TEST_CASE("back-test: the same cases and seed give the same numbers, another seed others") {
  Diagnostics diagnostics;
  const auto cases = backtest::read_cases(
      table(one_case, "cases"), table(seen_head + "A,24,share_customers_without_power,0.4,0.8\n", "seen"), diagnostics);
  REQUIRE(cases.has_value());
  const auto first = backtest::run(*cases).predictions.front();
  const auto again = backtest::run(*cases).predictions.front();
  CHECK(first.p05 == again.p05);
  CHECK(first.p95 == again.p95);
  CHECK(backtest::run(*cases, {.seed = 73}).predictions.front().p05 != first.p05);
}

TEST_CASE("cases: everything that is wrong is told at once, with its place") {
  CHECK(told(one_case, seen_head + "A,2,share_mobile_sites_down,0.6,0.8\n").empty());
  CHECK(told("case,name,cause,season,customers_out\n"
             "A,x,cable_damage,winter,many\n"
             "A,y,cabel_damage,witner,5\n",
             seen_head + "B,2,share_mobile_sites_down,0.6,0.8\n"
                         "A,-1,share_mobile_site_down,0.8,0.6\n") ==
        std::vector<std::string>{"backtest.number cases.csv 2 customers_out", "backtest.word.near cases.csv 3 cause",
                                 "backtest.word.near cases.csv 3 season", "backtest.case.twice cases.csv 3 case",
                                 "backtest.case.near seen.csv 2 case", "backtest.number seen.csv 3 t_hours",
                                 "backtest.word.near seen.csv 3 observable",
                                 "backtest.range seen.csv 3 observed_high"});
  CHECK(told("case,name,season,customers_out\nA,x,winter,5\n", seen_head) ==
        std::vector<std::string>{"backtest.column.missing cases.csv 1 "});
}
