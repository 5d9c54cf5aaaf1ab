#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/random.hpp"
#include "measures/choose.hpp"
#include "support/random_problem.hpp"

namespace {

using namespace veer;
using namespace veer::measures;
using doctest::Approx;

constexpr std::size_t hazards = 2;
constexpr std::size_t places = 3;
constexpr std::size_t replicas = 40;

/// A region in which every measure takes away what it takes away, whatever else works: then the surrogate says what the
/// engine says, and the best of all plans is known by playing them all.
class AdditiveRegion {
 public:
  AdditiveRegion(std::uint64_t seed, std::size_t candidates) : seed_(seed), candidates_(candidates) {}

  Result<std::vector<Effects>> operator()(const std::vector<std::size_t>& package) const {
    std::vector<Effects> out;
    for (std::size_t h = 0; h < hazards; ++h) {
      Effects one;
      one.municipality.resize(places);
      for (std::size_t replica = 0; replica < replicas; ++replica) {
        double all = 0;
        for (std::size_t m = 0; m < places; ++m) {
          // In whole hours, so that sums are exact in whatever order.
          double borne = 4000.0 + 1000.0 * static_cast<double>(m) + 10.0 * static_cast<double>(replica * (h + 1));
          for (const std::size_t i : package) borne -= saved(h, m, i);
          one.municipality[m].push_back(borne);
          all += borne;
        }
        one.unmet.push_back(all);
        double gaps = static_cast<double>(candidates_);
        for (const std::size_t i : package)
          if (replica % (2 + i) == h) gaps -= 1;
        one.gaps.push_back(gaps);
      }
      out.push_back(std::move(one));
    }
    return out;
  }

 private:
  [[nodiscard]] double saved(std::size_t hazard, std::size_t place, std::size_t measure) const {
    const auto number = static_cast<std::uint32_t>((measure * hazards + hazard) * places + place);
    // One measure in two does little in the south, so that what is best for all is not best there.
    const std::uint32_t most = place + 1 == places && measure % 2 == 0 ? 20 : 400;
    return draw(seed_, 1, StableId{2}, Purpose::selection, number) % most;
  }

  std::uint64_t seed_;
  std::size_t candidates_;
};

/// Calls something with every phasing that keeps to the frame.
template <class Then>
void each_phasing(const measures::Problem& frame, Then then) {
  Phasing now(frame.candidates.size());
  for (;;) {
    if (broken(frame, now).empty()) then(now);
    std::size_t i = 0;
    for (; i < now.size(); ++i) {
      now[i] = now[i] ? *now[i] + 1 : 0;
      if (*now[i] < frame.years) break;
      now[i].reset();
    }
    if (i == now.size()) return;
  }
}

}  // namespace

TEST_CASE("rules: each of them finds the best of all plans, each of which is played") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    test::RandomShape shape{.candidates = 4, .years = 1 + seed % 3, .payers = 1 + seed / 3 % 2};
    shape.decided = seed % 4 == 1;
    shape.late = seed % 3 == 2;
    Question question;
    question.frame = test::random_problem(3000 + seed, shape);
    question.frame.goals.clear();
    question.hazard_weight = {0.75, 0.25};
    question.municipality = {"north", "middle", "south"};
    const AdditiveRegion region(seed, shape.candidates);
    Workshop workshop(question, region);
    for (std::size_t r = 0; r < rule_names.size(); ++r) {
      const auto rule = static_cast<Rule>(r);
      CAPTURE(seed);
      CAPTURE(rule_names[r]);
      const auto found = workshop.choose(rule);
      REQUIRE(found.has_value());
      double best = -std::numeric_limits<double>::infinity();
      each_phasing(question.frame, [&](const Phasing& phasing) {
        const auto played = workshop.play(phasing);
        REQUIRE(played.has_value());
        best = std::max(best, workshop.value(rule, *played).value);
      });
      if (!std::isfinite(best)) {
        CHECK(found->surrogate.status == Status::infeasible);
        continue;
      }
      CHECK(found->surrogate.status == Status::optimal);
      CHECK(found->value.value == Approx(best).epsilon(1e-9));
      CHECK(broken(question.frame, found->played.phasing) == "");
    }
  }
}

TEST_CASE("rules: a minimum for each municipality is kept by the plan that is played, and no better plan keeps it") {
  int bound = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Question question;
    question.frame = test::random_problem(4000 + seed, {.candidates = 5, .years = 2, .payers = 1, .budget_share = 0.5});
    question.frame.goals.clear();
    question.hazard_weight = {0.5, 0.5};
    question.municipality = {"north", "middle", "south"};
    question.minimum_share = 0.02;
    const AdditiveRegion region(seed, 5);
    Workshop workshop(question, region);
    const auto found = workshop.choose(Rule::person_hours);
    REQUIRE(found.has_value());
    CAPTURE(seed);
    // What works in the last year, and for which part of it, takes away the least share everywhere.
    double best = -std::numeric_limits<double>::infinity();
    double freely = best;
    each_phasing(question.frame, [&](const Phasing& phasing) {
      std::vector<double> share(places, 0);
      for (std::size_t i = 0; i < phasing.size(); ++i) {
        if (!phasing[i]) continue;
        const auto alone = workshop.worth({i});
        REQUIRE(alone.has_value());
        const Worth over = weighted(*alone, question.hazard_weight);
        for (std::size_t m = 0; m < places; ++m)
          share[m] +=
              over.municipality_share[m] * working_share(question.frame.candidates[i].lead_months, *phasing[i], 1);
      }
      const auto played = workshop.play(phasing);
      REQUIRE(played.has_value());
      freely = std::max(freely, played->worth.unmet.value);
      if (*std::min_element(share.begin(), share.end()) >= question.minimum_share - 1e-9)
        best = std::max(best, played->worth.unmet.value);
    });
    if (!std::isfinite(best)) {
      CHECK(found->surrogate.status == Status::infeasible);
      continue;
    }
    CHECK(found->value.value == Approx(best).epsilon(1e-9));
    if (best < freely - 1) ++bound;
  }
  CHECK(bound > 2);
}
