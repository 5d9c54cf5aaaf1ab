#include "measures/relaxation.hpp"

#include <doctest/doctest.h>

#include "measures/covers.hpp"
#include "measures/rows.hpp"
#include "support/random_problem.hpp"

namespace {

using namespace veer;
using namespace veer::measures;
using doctest::Approx;

/// One year, one payer: costs and worth of each.
Layout knapsack(const std::vector<std::pair<double, double>>& cost_and_worth, double budget) {
  Rows rows;
  rows.right = {budget};
  for (const auto& [cost, worth] : cost_and_worth) {
    rows.options.push_back({{{0}, {}}, {{worth}, {{0, cost}}}});
    rows.allowed.push_back(3);
  }
  return Layout(std::move(rows), {0});
}

Layout drawn(std::uint64_t seed, std::size_t goals) {
  const auto problem = test::random_problem(seed, {.candidates = 5, .years = 2, .payers = 2, .goals = goals});
  std::vector<double> offset;
  for (const auto& goal : problem.goals) offset.push_back(goal.offset);
  return Layout(to_rows(problem), offset);
}

/// Every choice within the masks, one by one.
template <typename Visit>
void for_all(const Layout& layout, const Visit& visit) {
  Options options(layout.count(), 0);
  for (;;) {
    bool fits = true;
    for (std::size_t i = 0; i < options.size(); ++i) fits = fits && (layout.allowed()[i] >> options[i] & 1U) != 0;
    for (std::size_t r = 0; r < layout.own_row_count() && fits; ++r) {
      double sum = 0;
      for (const auto& in : layout.row(r).candidates) sum += in.factor[options[in.candidate]];
      fits = sum <= layout.right(r) + row_slack;
    }
    if (fits) visit(options);
    std::size_t i = 0;
    for (; i < options.size(); ++i) {
      if (++options[i] < layout.width()) break;
      options[i] = 0;
    }
    if (i == options.size()) return;
  }
}

}  // namespace

TEST_CASE("relaxation: of the last measure that does not fit a part is taken") {
  // 6 + 5 euros of worth 8 + 6.5, and 10 to spend: all of the first, four fifths of the second.
  const Layout layout = knapsack({{6, 8}, {5, 6.5}}, 10);
  Relaxation relaxation(layout, layout.allowed());
  CHECK(relaxation.solve(-1e9, 100) == Relaxation::End::optimal);
  CHECK(relaxation.objective() * layout.scale() == Approx(8 + 0.8 * 6.5));
  CHECK(relaxation.share(0, 1) == Approx(1));
  CHECK(relaxation.share(1, 1) == Approx(0.8));
  CHECK(Proof(layout, layout.allowed(), relaxation.prices()).bound() == Approx(relaxation.objective()));
}

TEST_CASE("relaxation: what is ruled out is not taken, and what cannot be is told") {
  const Layout layout = knapsack({{6, 8}, {5, 6.5}}, 10);
  Relaxation relaxation(layout, layout.allowed());
  relaxation.solve(-1e9, 100);
  relaxation.restrict_to({1, 3});
  CHECK(relaxation.solve(-1e9, 100) == Relaxation::End::optimal);
  CHECK(relaxation.objective() * layout.scale() == Approx(6.5));
  Relaxation both(layout, layout.allowed());
  both.solve(-1e9, 100);
  both.restrict_to({2, 2});
  CHECK(both.solve(-3, 100) == Relaxation::End::infeasible);
  CHECK(Proof(layout, {2, 2}, both.prices()).bound() < -3);
}

TEST_CASE("relaxation: a penalty is no more than what an answer costs") {
  const Layout layout = knapsack({{6, 8}, {5, 6.5}, {4, 4}}, 10);
  Relaxation relaxation(layout, layout.allowed());
  relaxation.solve(-1e9, 100);
  const double before = relaxation.objective();
  const auto penalty = relaxation.penalty(1, 2);
  for (const bool within : {false, true}) {
    Relaxation answer = relaxation;
    answer.restrict_to({3, within ? 2U : 1U, 3});
    answer.solve(-1e9, 100);
    CHECK((within ? penalty.within : penalty.without) <= before - answer.objective() + 1e-9);
    CHECK((within ? penalty.within : penalty.without) > 0);
  }
}

TEST_CASE("relaxation: shrinking it changes nothing") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Layout layout = drawn(seed, 1 + seed % 2);
    Relaxation plain(layout, layout.allowed());
    if (plain.solve(-1e9, 1000) != Relaxation::End::optimal) continue;
    Masks masks = layout.allowed();
    for (std::size_t i = 0; i < masks.size(); i += 2)
      if ((masks[i] & 1U) != 0) masks[i] = 1;
    plain.restrict_to(masks);
    Relaxation small = plain;
    small.compact();
    CAPTURE(seed);
    CHECK(plain.solve(-1e9, 1000) == small.solve(-1e9, 1000));
    CHECK(plain.objective() == Approx(small.objective()));
  }
}

TEST_CASE("proof: whatever the prices, nothing that keeps to the rows is worth more") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Layout layout = drawn(seed, 1 + seed % 3);
    Prices prices;
    for (std::size_t r = 0; r < layout.row_count(); ++r)
      prices.row.push_back(0.1 * static_cast<double>((seed + 3 * r) % 5));
    prices.goal.assign(layout.goals(), 1 / static_cast<double>(layout.goals()));
    const Proof any(layout, layout.allowed(), prices);
    Relaxation relaxation(layout, layout.allowed());
    const bool solved = relaxation.solve(-1e9, 1000) == Relaxation::End::optimal;
    const Proof best(layout, layout.allowed(), relaxation.prices());
    CAPTURE(seed);
    for_all(layout, [&](const Options& options) {
      const double value = value_of(layout, options);
      CHECK(value <= any.bound() + 1e-9);
      CHECK(value <= best.bound() + 1e-9);
    });
    if (solved) CHECK(best.bound() <= any.bound() + 1e-9);
  }
}

TEST_CASE("proof: an option is struck out only when nothing better holds it") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Layout layout = drawn(seed, 1);
    Relaxation relaxation(layout, layout.allowed());
    relaxation.solve(-1e9, 1000);
    double best = -1e9;
    for_all(layout, [&](const Options& options) { best = std::max(best, value_of(layout, options)); });
    Masks masks = layout.allowed();
    Proof(layout, masks, relaxation.prices()).strike_out(masks, best - 1e-6);
    for_all(layout, [&](const Options& options) {
      if (value_of(layout, options) < best - 1e-9) return;
      for (std::size_t i = 0; i < options.size(); ++i) CHECK((masks[i] >> options[i] & 1U) != 0);
    });
  }
}

TEST_CASE("covers: every choice that keeps to the budgets keeps to the cuts, and the relaxed one does not") {
  std::size_t cuts = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Layout layout = drawn(seed, 1);
    Relaxation relaxation(layout, layout.allowed());
    if (relaxation.solve(-1e9, 1000) != Relaxation::End::optimal) continue;
    CAPTURE(seed);
    for (const Layout::Row& cut : covers(layout, layout.allowed(), relaxation)) {
      ++cuts;
      double relaxed = 0;
      for (const auto& in : cut.candidates)
        for (std::size_t o = 0; o < layout.width(); ++o) relaxed += in.factor[o] * relaxation.share(in.candidate, o);
      CHECK(relaxed > cut.right);
      for_all(layout, [&](const Options& options) {
        double sum = 0;
        for (const auto& in : cut.candidates) sum += in.factor[options[in.candidate]];
        CHECK(sum <= cut.right + 1e-9);
      });
    }
  }
  CHECK(cuts > 20);
}
