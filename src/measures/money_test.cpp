#include "measures/money.hpp"

#include <doctest/doctest.h>

namespace {

using namespace veer;
using namespace veer::measures;
using doctest::Approx;

std::string fault(const Result<YearlyMoney>& result) { return result ? "" : result.error().message.key; }

}  // namespace

TEST_CASE("money: k and M, years in any order") {
  const auto money = parse_budget("2026=1.28M,2025=640k,2027=4480000");
  REQUIRE(money.has_value());
  CHECK(money->first_year == 2025);
  CHECK(money->eur == std::vector<double>{640e3, 1.28e6, 4.48e6});
  CHECK(parse_series("10M,20M,70M", 2025)->eur == std::vector<double>{10e6, 20e6, 70e6});
}

TEST_CASE("money: every mistake in a budget is named") {
  CHECK(fault(parse_budget("2025=640k,2027=1M")) == "measures.budget.missing");
  CHECK(fault(parse_budget("2025=-1")) == "measures.budget.negative");
  CHECK(fault(parse_budget("2025=0,2026=0")) == "measures.budget.zero");
  CHECK(fault(parse_budget("2025=0,2026=1")).empty());
  CHECK(fault(parse_budget("2025=1,2025=2")) == "measures.budget.twice");
  CHECK(fault(parse_budget("2025")) == "measures.budget.part");
  CHECK(fault(parse_budget("")) == "measures.budget.part");
  CHECK(fault(parse_budget("2025=veel")) == "measures.budget.amount");
  CHECK(fault(parse_budget("2025=1e400")) == "measures.budget.amount");
  CHECK(fault(parse_series("0,0", 2025)) == "measures.budget.zero");
}

TEST_CASE("money: a wrong amount is named with its year") {
  CHECK(parse_budget("2025=640k,2026=-1").error().message.arguments == std::vector<std::string>{"2026=-1"});
  CHECK(parse_budget("2025=veel").error().message.arguments == std::vector<std::string>{"2025=veel"});
}

TEST_CASE("money: votes change at the border of a size class") {
  CHECK(votes_of(29'999) == 1);
  CHECK(votes_of(30'000) == 2);
  CHECK(votes_of(89'999) == 2);
  CHECK(votes_of(150'000) == 4);
  CHECK(votes_of(300'000) == 5);
}

TEST_CASE("money: each key divides one whole") {
  const std::vector<KeyFacts> facts{{"a", 500'000, 80, 1000, 0.5}, {"b", 20'000, 20, 3000, 0.5}};
  CHECK((*shares(Key::population, facts))[0] == Approx(500.0 / 520));
  CHECK((*shares(Key::equal, facts))[0] == Approx(0.5));
  CHECK((*shares(Key::area, facts))[0] == Approx(0.8));
  CHECK((*shares(Key::vulnerability, facts))[0] == Approx(0.25));
  CHECK((*shares(Key::votes, facts))[0] == Approx(5.0 / 6));
  CHECK((*shares(Key::own, facts))[1] == Approx(0.5));
  CHECK_FALSE(shares(Key::own, {{"a", 1, 1, 1, 0}}).has_value());
}
