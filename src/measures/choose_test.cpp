#include "measures/choose.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace veer;
using namespace veer::measures;
using doctest::Approx;

/// Three measures at one place: a and b both take away 10 of 100 hours, but together only 12; c takes away 5.
Result<std::vector<Effects>> overlapping(const std::vector<std::size_t>& package) {
  const auto has = [&](std::size_t i) { return std::binary_search(package.begin(), package.end(), i); };
  const double saved = (has(0) && has(1) ? 12 : has(0) || has(1) ? 10 : 0) + (has(2) ? 5 : 0);
  Effects out;
  for (int replica = 0; replica < 40; ++replica) {
    out.unmet.push_back(100 + replica - saved);
    out.gaps.push_back(has(2) ? 0 : 1);
  }
  out.municipality = {out.unmet};
  return std::vector<Effects>{out};
}

Question three(double budget) {
  Question out;
  measures::Problem& frame = out.frame;
  frame.years = 1;
  frame.year_weight = {1};
  frame.payers = 1;
  frame.budget = {{budget}};
  for (const char* id : {"a", "b", "c"}) {
    Candidate candidate;
    candidate.id = id;
    candidate.once_eur = 100;
    candidate.payer_share = {1};
    frame.candidates.push_back(candidate);
  }
  out.hazard_weight = {1};
  out.municipality = {"here"};
  out.rounds = 2;
  return out;
}

}  // namespace

TEST_CASE("choose: two measures that do the same work are not both bought") {
  // On worth alone a and b (20) beat a and c (15); played they save 12 against 15.
  Question question = three(200);
  question.greedy = false;
  Workshop workshop(question, overlapping);
  const auto found = workshop.choose(Rule::person_hours);
  REQUIRE(found.has_value());
  CHECK(found->value.value == Approx(15));
  CHECK(found->rounds == 1);
  CHECK(found->played.phasing[2].has_value());
}

TEST_CASE("choose: bought one by one, what does the same work again is worth less, and is asked no more than needed") {
  const Question question = three(200);
  Workshop workshop(question, overlapping);
  const auto bought = workshop.greedy(Rule::person_hours);
  REQUIRE(bought.has_value());
  // a adds 10; beside it b adds 2 and c still 5. Then there is no money.
  CHECK(bought->order == std::vector<std::size_t>{0, 2});
  CHECK(bought->played.worth.unmet.value == Approx(15));
  CHECK(bought->asked == 5);  // each alone, then b (which promised most) and c
  const auto found = workshop.choose(Rule::person_hours);
  REQUIRE(found.has_value());
  CHECK(found->rounds == 0);  // the plan is there before worth is measured again
  CHECK(found->value.value == Approx(15));
}

TEST_CASE(
    "choose: bought one by one, what is needed comes along, what is ruled out does not, and the rest waits its year") {
  Question question = three(150);
  question.frame.years = 2;
  question.frame.year_weight = {0.5, 0.5};
  question.frame.budget = {{150, 150}};
  question.frame.candidates[0].needs = {2};     // a needs c: 10 + 5 for 200 euros
  question.frame.candidates[1].excludes = {2};  // b, 10 for 100 euros, rules c out
  Workshop workshop(question, overlapping);
  const auto bought = workshop.greedy(Rule::person_hours);
  REQUIRE(bought.has_value());
  CHECK(bought->order == std::vector<std::size_t>{1});
  CHECK(bought->played.phasing == Phasing{std::nullopt, 0, std::nullopt});

  question.frame.candidates[1].barred = true;
  Workshop other(question, overlapping);
  const auto without_b = other.greedy(Rule::person_hours);
  REQUIRE(without_b.has_value());
  CHECK(without_b->order == std::vector<std::size_t>{0, 2});        // in order of the table: they come together
  CHECK(without_b->played.phasing == Phasing{1, std::nullopt, 1});  // 200 euros are there in the second year
}

TEST_CASE("choose: a minimum is kept by what is played, not only by the sum of worths") {
  // In the north a and b save 100 hours each and c 1; in the south they overlap: 10 each but 12 together, and c 5.
  const auto region = [](const std::vector<std::size_t>& package) -> Result<std::vector<Effects>> {
    const auto has = [&](std::size_t i) { return std::binary_search(package.begin(), package.end(), i); };
    const double north = 1000.0 - 100 * (has(0) ? 1 : 0) - 100 * (has(1) ? 1 : 0) - (has(2) ? 1 : 0);
    const double south = 100.0 - (has(0) && has(1) ? 12 : has(0) || has(1) ? 10 : 0) - (has(2) ? 5 : 0);
    Effects out;
    out.unmet.assign(40, north + south);
    out.gaps.assign(40, 0);
    out.municipality = {std::vector<double>(40, north), std::vector<double>(40, south)};
    return std::vector<Effects>{out};
  };
  Question question = three(200);
  question.municipality = {"north", "south"};
  Workshop freely(question, region);
  CHECK(freely.choose(Rule::person_hours)->value.value == Approx(212));  // a and b
  for (const bool greedy : {false, true}) {
    question.greedy = greedy;
    question.minimum_share = 0.1;  // of the north too
    Workshop some(question, region);
    const auto kept = some.choose(Rule::person_hours);
    REQUIRE(kept.has_value());
    CHECK(kept->value.value == Approx(212));
    // 13 % of the north asks for a and b, 13 % of the south for c: nothing keeps both, and a and b come nearest.
    question.minimum_share = 0.13;
    Workshop more(question, region);
    const auto other = more.choose(Rule::person_hours);
    REQUIRE(other.has_value());
    CHECK(other->value.value == Approx(212));
    CHECK(more.below_minimum(other->played)[0] == 0);
    CHECK(more.below_minimum(other->played)[1] == Approx(0.01));
  }
}

TEST_CASE("choose: beside a plan that stays below the minimum the one that keeps it is found") {
  const auto region = [](const std::vector<std::size_t>& package) -> Result<std::vector<Effects>> {
    const auto has = [&](std::size_t i) { return std::binary_search(package.begin(), package.end(), i); };
    const double south = 100.0 - (has(0) && has(1) ? 12 : has(0) || has(1) ? 10 : 0) - (has(2) ? 5 : 0);
    const double cost_of_north = 100 * (has(0) ? 1 : 0) + 100 * (has(1) ? 1 : 0);
    Effects out;  // hours outside the municipalities are not held against a minimum
    out.unmet.assign(40, 1000 - cost_of_north + south);
    out.gaps.assign(40, 0);
    out.municipality = {std::vector<double>(40, south)};
    return std::vector<Effects>{out};
  };
  Question question = three(200);
  question.greedy = false;
  question.municipality = {"south"};
  question.minimum_share = 0.13;
  Workshop workshop(question, region);
  const auto found = workshop.choose(Rule::person_hours);
  REQUIRE(found.has_value());
  CHECK(found->value.value == Approx(115));  // one of a and b, and c
  CHECK(workshop.below_minimum(found->played)[0] == 0);
}

TEST_CASE("choose: what a measure adds to the one it needs has the error of the paired difference") {
  // a takes away 10 to 14 hours, by replica; b needs a and takes away 1 or 2 more.
  const auto region = [](const std::vector<std::size_t>& package) -> Result<std::vector<Effects>> {
    const auto has = [&](std::size_t i) { return std::binary_search(package.begin(), package.end(), i); };
    Effects out;
    for (int replica = 0; replica < 40; ++replica) {
      out.unmet.push_back(100 - (has(0) ? 10 + replica % 5 : 0) - (has(0) && has(1) ? 1 + replica % 2 : 0));
      out.gaps.push_back(0);
    }
    out.municipality = {out.unmet};
    return std::vector<Effects>{out};
  };
  Question question = three(200);
  question.frame.candidates[1].needs = {0};
  Workshop workshop(question, region);
  const auto worths = workshop.marginals({});
  REQUIRE(worths.has_value());
  const Worth& own = (*worths)[1][0];
  CHECK(own.unmet.value == Approx(1.5));
  CHECK(own.unmet.standard_error == Approx(0.5 / std::sqrt(39)));
  CHECK(own.municipality_share[0] == Approx(0.015));
  CHECK(own.municipality_error[0] == Approx(0.5 / std::sqrt(39) / 100));
}

TEST_CASE("choose: continuity counts processes, not hours") {
  const Question question = three(100);
  Workshop workshop(question, overlapping);
  const auto found = workshop.choose(Rule::continuity);
  REQUIRE(found.has_value());
  CHECK(found->value.value == Approx(1));
  CHECK(found->played.phasing[2].has_value());
}

TEST_CASE("choose: a plan is played for as long as each part of it works") {
  Question question = three(300);
  question.frame.candidates[2].lead_months = 3;
  question.frame.candidates[1].barred = true;
  Workshop workshop(question, overlapping);
  const auto found = workshop.choose(Rule::person_hours);
  REQUIRE(found.has_value());
  CHECK(found->value.value == Approx(10 + 0.75 * 5));
  CHECK(found->surrogate.value == Approx(10 + 0.75 * 5));
}

TEST_CASE("worth: the difference is taken replica by replica, so that chance drops out") {
  const auto without_any = overlapping({});
  const auto with_a = overlapping({0});
  const Worth worth = worth_of((*without_any)[0], (*with_a)[0]);
  CHECK(worth.unmet.value == Approx(10));
  CHECK(worth.unmet.standard_error == Approx(0).epsilon(1e-9));
  CHECK(worth.tail.value == Approx(10));
  CHECK(worth.municipality_share[0] == Approx(10 / 119.5));
}

TEST_CASE("worth: the tail is the mean of the worst twentieth, rounded up") {
  std::vector<double> values(40, 1);
  values[7] = 5;
  values[9] = 3;
  CHECK(tail_mean(values) == Approx(4));
  CHECK(tail_mean({2, 9}) == Approx(9));
}

TEST_CASE("choose: leaving a measure out takes what needs it along") {
  measures::Problem problem = three(0).frame;
  problem.candidates[1].needs = {0};
  problem.candidates[2].needs = {1};
  CHECK(without(problem, {0, 1, 2}, 0).empty());
  CHECK(with_needs(problem, {2}) == std::vector<std::size_t>{0, 1, 2});
}
