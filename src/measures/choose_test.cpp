#include "measures/choose.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("choose: beside the catalogue another budget only has its plans played") {
  Question question = three(200);
  question.beside = Beside::catalogue;
  std::size_t played = 0;
  const auto counted = [&](const std::vector<std::size_t>& package) {
    ++played;
    return overlapping(package);
  };
  Workshop workshop(question, counted);
  const auto found = workshop.choose(Rule::person_hours);
  REQUIRE(found.has_value());
  CHECK(found->value.value == Approx(15));
  const std::size_t first = played;
  CHECK(first >= 6);  // nothing, each alone, each beside the better half, the plan
  question.frame.budget = {{100}};
  const auto other = workshop.choose(Rule::person_hours);
  REQUIRE(other.has_value());
  CHECK(other->value.value == Approx(10));
  CHECK(played == first);
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
