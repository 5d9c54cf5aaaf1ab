#pragma once

#include "base/random.hpp"
#include "measures/problem.hpp"

namespace veer::test {

using measures::Candidate;
using measures::Goal;
using measures::Minimum;
using measures::Problem;
using measures::unlimited;

/// How a made-up problem is laid out; for tests and timings.
struct RandomShape {
  std::size_t candidates = 5;
  std::size_t years = 3;
  std::size_t payers = 2;
  std::size_t goals = 1;
  bool minimum = false;
  bool decided = false;
  double budget_share = 0.4;  ///< of what everything would cost
  bool late = false;          ///< some measures may not begin in the first year
  bool dry = false;           ///< some years bring no money
  bool cofunded = false;      ///< a part of some measures is paid by another payer, in thirds
};

/// A problem drawn from a number: costs of 5 to 300 thousand euros with worth that goes with them, prerequisites,
/// exclusions and several payers.
[[nodiscard]] inline Problem random_problem(std::uint64_t seed, const RandomShape& shape) {
  std::uint32_t number = 0;
  const auto below = [&](std::uint32_t n) { return draw(seed, 0, StableId{1}, Purpose::selection, number++) % n; };
  Problem out;
  out.years = shape.years;
  out.payers = shape.payers;
  out.carry_over = below(3) != 0;
  for (std::size_t y = 0; y < shape.years; ++y) out.year_weight.push_back(1 - 0.04 * static_cast<double>(y));
  out.goals.resize(shape.goals);
  std::vector<double> paid(shape.payers, 0);
  for (std::size_t i = 0; i < shape.candidates; ++i) {
    Candidate candidate;
    candidate.id = "m" + std::to_string(i);
    candidate.once_eur = 1000.0 * (5 + below(295));
    candidate.year_eur = candidate.once_eur * 0.01 * below(16);
    candidate.lead_months = static_cast<int>(3 * below(9));
    if (i > 0 && below(4) == 0) candidate.needs.push_back(below(static_cast<std::uint32_t>(i)));
    if (i > 0 && below(5) == 0) {
      const std::size_t other = below(static_cast<std::uint32_t>(i));
      if (candidate.needs.empty() || candidate.needs.front() != other) candidate.excludes.push_back(other);
    }
    candidate.payer_share.assign(shape.payers, 0);
    candidate.payer_share[below(static_cast<std::uint32_t>(shape.payers))] += 0.5;
    candidate.payer_share[below(static_cast<std::uint32_t>(shape.payers))] += 0.5;
    for (std::size_t p = 0; p < shape.payers; ++p)
      paid[p] +=
          candidate.payer_share[p] * (candidate.once_eur + candidate.year_eur * 0.5 * static_cast<double>(shape.years));
    if (shape.decided && below(6) == 0) candidate.begun = below(static_cast<std::uint32_t>(shape.years));
    if (shape.decided && !candidate.begun && below(8) == 0) candidate.barred = true;
    for (Goal& goal : out.goals)
      goal.worth.push_back(candidate.once_eur * (0.5 + 0.01 * below(150)) - (below(10) == 0 ? 50'000 : 0));
    out.candidates.push_back(std::move(candidate));
  }
  for (std::size_t k = 0; k < shape.goals; ++k) {
    out.goals[k].name = "g" + std::to_string(k);
    if (shape.goals > 1) out.goals[k].offset = -1000.0 * below(300);
  }
  for (std::size_t p = 0; p < shape.payers; ++p) {
    std::vector<double> budget;
    for (std::size_t y = 0; y < shape.years; ++y)
      budget.push_back(paid[p] * shape.budget_share / static_cast<double>(shape.years) * (0.5 + 0.01 * below(100)));
    if (below(12) == 0) budget.assign(shape.years, unlimited);
    out.budget.push_back(std::move(budget));
  }
  if (shape.minimum) {
    Minimum minimum{.name = "place", .worth = {}, .least = 0};
    double sum = 0;
    for (std::size_t i = 0; i < shape.candidates; ++i) {
      minimum.worth.push_back(below(3) == 0 ? 1000.0 * (1 + below(50)) : 0);
      sum += minimum.worth.back();
    }
    minimum.least = 0.25 * sum;
    out.minimums.push_back(std::move(minimum));
  }
  // Drawn last, so that what was drawn before is the same with and without.
  if (shape.late)
    for (Candidate& candidate : out.candidates)
      if (!candidate.begun && below(3) == 0) candidate.earliest = below(static_cast<std::uint32_t>(shape.years) + 1);
  if (shape.dry)
    for (std::vector<double>& budget : out.budget) budget[below(static_cast<std::uint32_t>(shape.years))] = 0;
  if (shape.cofunded)
    for (Candidate& candidate : out.candidates) {
      if (below(2) == 0) continue;
      candidate.payer_share.assign(shape.payers, 0);
      candidate.payer_share[below(static_cast<std::uint32_t>(shape.payers))] += 1.0 / 3;
      candidate.payer_share[below(static_cast<std::uint32_t>(shape.payers))] += 2.0 / 3;
    }
  return out;
}

}  // namespace veer::test
