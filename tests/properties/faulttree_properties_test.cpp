#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

#include "faulttree/cut_sets.hpp"
#include "faulttree/importance.hpp"
#include "faulttree/mef.hpp"
#include "faulttree/probability.hpp"
#include "properties/random_trees.hpp"
#include "support/property.hpp"

// Random fault trees against brute force over all states of their events. A failing case prints the number of its tree;
// random_tree(number, …) is that tree again.

namespace {

using namespace veer;
using namespace veer::faulttree;

using Sets = std::set<std::vector<Literal>>;

std::uint64_t any_number() { return *rc::gen::arbitrary<std::uint64_t>(); }

/// The answers by definition, over the basic events of the model.
struct BruteForce {
  explicit BruteForce(const Model& model)
      : table(test::truth_table(model, static_cast<std::uint32_t>(model.gates.size() - 1))),
        events(model.basic_events.size()) {
    for (const BasicEvent& event : model.basic_events) p.push_back(model.expressions.all[event.probability].number);
  }

  [[nodiscard]] double chance(std::size_t state, const std::vector<double>& probability) const {
    double out = 1;
    for (std::size_t e = 0; e < events; ++e) out *= (state >> e & 1U) != 0 ? probability[e] : 1 - probability[e];
    return out;
  }

  [[nodiscard]] double probability(const std::vector<double>& chances) const {
    double out = 0;
    for (std::size_t state = 0; state < table.size(); ++state)
      if (table[state]) out += chance(state, chances);
    return out;
  }
  [[nodiscard]] double probability_given(std::size_t event, double value) const {
    std::vector<double> changed = p;
    changed[event] = value;
    return probability(changed);
  }

  /// States that are true and have no true state strictly below them.
  [[nodiscard]] std::vector<std::size_t> minimal() const {
    std::vector<bool> below(table.size(), false);
    std::vector<std::size_t> out;
    for (std::size_t state = 0; state < table.size(); ++state) {
      for (std::size_t e = 0; e < events; ++e)
        if ((state >> e & 1U) != 0) {
          const std::size_t less = state ^ std::size_t{1} << e;
          if (table[less] || below[less]) below[state] = true;
        }
      if (table[state] && !below[state]) out.push_back(state);
    }
    return out;
  }

  /// Cubes that imply the top and cannot lose a literal: every event is 0, 1 or free (2).
  [[nodiscard]] Sets primes() const {
    std::vector<std::size_t> power{1};
    for (std::size_t e = 0; e < events; ++e) power.push_back(power.back() * 3);
    std::vector<bool> implies(power.back());
    Sets out;
    const auto digit = [&](std::size_t cube, std::size_t e) { return cube / power[e] % 3; };
    for (std::size_t cube = 0; cube < power.back(); ++cube) {
      std::size_t state = 0;
      std::size_t free = events;
      for (std::size_t e = 0; e < events; ++e) {
        if (digit(cube, e) == 2) free = e;
        if (digit(cube, e) == 1) state |= std::size_t{1} << e;
      }
      implies[cube] =
          free == events ? bool{table[state]} : implies[cube - 2 * power[free]] && implies[cube - power[free]];
    }
    for (std::size_t cube = 0; cube < power.back(); ++cube) {
      if (!implies[cube]) continue;
      bool prime = true;
      std::vector<Literal> literals;
      for (std::size_t e = 0; e < events; ++e) {
        const std::size_t value = digit(cube, e);
        if (value == 2) continue;
        literals.push_back({static_cast<std::uint32_t>(e), value == 0});
        if (implies[cube + (2 - value) * power[e]]) prime = false;
      }
      if (prime) out.insert(literals);
    }
    return out;
  }

  std::vector<bool> table;
  std::size_t events;
  std::vector<double> p;
};

/// A tree with its diagrams, and the number in the model of each of its events (a tree holds only what the top uses).
struct Analysed {
  explicit Analysed(const Model& model)
      : tree(to_tree(model, {.top_event = "top", .mission_time_h = 1, .uniform = {}}).value()) {
    diagrams = build_diagrams(tree.circuit, limits).value();
    for (const TreeEvent& event : tree.events) {
      p.push_back(event.probability);
      weight.push_back(event.order_weight);
      const auto found = std::find_if(model.basic_events.begin(), model.basic_events.end(),
                                      [&](const BasicEvent& basic) { return basic.name == event.name; });
      number.push_back(static_cast<std::uint32_t>(found - model.basic_events.begin()));
    }
  }
  [[nodiscard]] std::vector<Literal> renamed(std::vector<Literal> literals) const {
    for (Literal& literal : literals) literal.event = number[literal.event];
    std::sort(literals.begin(), literals.end());
    return literals;
  }
  [[nodiscard]] Sets listed(const CutSets& sets, const SetFilter& filter = {}) const {
    Sets out;
    sets.each(p, filter, [&](const CutSet& set) {
      REQUIRE(out.insert(renamed(set.literals)).second);
      return true;
    });
    return out;
  }

  Limits limits;
  Tree tree;
  Diagrams diagrams;
  std::vector<double> p;
  std::vector<std::uint32_t> weight;
  std::vector<std::uint32_t> number;
};

bool close(double a, double b, double scale = 1) {
  return std::fabs(a - b) <= 1e-12 * std::max({std::fabs(a), std::fabs(b), scale * 1e-3});
}

Sets as_sets(const std::vector<std::size_t>& states) {
  Sets out;
  for (const std::size_t state : states) {
    std::vector<Literal> literals;
    for (std::uint32_t e = 0; e < 32; ++e)
      if ((state >> e & 1U) != 0) literals.push_back({e, false});
    out.insert(literals);
  }
  return out;
}

void check_counts_and_sets(const Model& model) {
  const BruteForce brute(model);
  Analysed analysed(model);
  const auto chances = module_chances(analysed.diagrams, analysed.p);
  const double expected = brute.probability(brute.p);
  RC_ASSERT(std::fabs(top_chance(analysed.diagrams, chances).holds - expected) <= 1e-12 * expected + 1e-300);

  const CutSets sets = CutSets::minimal(analysed.diagrams, analysed.weight, analysed.limits).value();
  const auto minimal = brute.minimal();
  const SetCount count = sets.count();
  RC_ASSERT(count.total == std::to_string(minimal.size()));
  std::map<std::size_t, std::size_t> by_order;
  for (const std::size_t state : minimal) ++by_order[static_cast<std::size_t>(std::popcount(state))];
  for (std::size_t order = 0; order < count.by_order.size(); ++order)
    RC_ASSERT(count.by_order[order] == std::to_string(by_order[order]));
  RC_ASSERT(analysed.listed(sets) == as_sets(minimal));
}

void check_importance(const Model& model) {
  const BruteForce brute(model);
  Analysed analysed(model);
  const CutSets sets = CutSets::minimal(analysed.diagrams, analysed.weight, analysed.limits).value();
  const auto found = importance(analysed.diagrams, &sets, analysed.p, analysed.limits).value();
  const double top = brute.probability(brute.p);
  const auto minimal = brute.minimal();
  const std::vector<double> half(brute.events, 0.5);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t e = analysed.number[i];
    const double with = brute.probability_given(e, 1);
    const double without = brute.probability_given(e, 0);
    RC_ASSERT(close(found[i].birnbaum, with - without));
    std::vector<double> one = half;
    std::vector<double> zero = half;
    one[e] = 1;
    zero[e] = 0;
    RC_ASSERT(close(found[i].structural, brute.probability(one) - brute.probability(zero)));
    RC_ASSERT(found[i].criticality.has_value() == (top > 0));
    if (top <= 0) continue;
    RC_ASSERT(close(*found[i].criticality, brute.p[e] * (with - without) / top, 1 / top));
    RC_ASSERT(close(*found[i].achievement_worth, with / top));
    if (without == 0) {
      RC_ASSERT(std::isinf(*found[i].reduction_worth));
    } else {
      RC_ASSERT(close(*found[i].reduction_worth, top / without));
    }
    double joint = 0;
    for (std::size_t state = 0; state < brute.table.size(); ++state) {
      const bool some = std::any_of(minimal.begin(), minimal.end(),
                                    [&](std::size_t set) { return (set >> e & 1U) != 0 && (state & set) == set; });
      if (some && brute.table[state]) joint += brute.chance(state, brute.p);
    }
    RC_ASSERT(close(*found[i].fussell_vesely, joint / top));
  }
}

}  // namespace

TEST_CASE("fault trees: counts, sets and probability of coherent trees are those of all their states") {
  CHECK(test::holds("coherent", 2000, [] { check_counts_and_sets(test::random_tree(any_number(), 10, true)); }));
  CHECK(test::holds("coherent, 16 events", 100,
                    [] { check_counts_and_sets(test::random_tree(any_number(), 16, true)); }));
}

TEST_CASE("fault trees: counts, sets and probability of any tree are those of all its states") {
  CHECK(test::holds("any", 3000, [] { check_counts_and_sets(test::random_tree(any_number(), 10, false)); }));
  CHECK(test::holds("any, 16 events", 100, [] { check_counts_and_sets(test::random_tree(any_number(), 16, false)); }));
}

TEST_CASE("fault trees: prime implicants are the cubes that cannot lose a literal") {
  CHECK(test::holds("primes", 2000, [] {
    const Model model = test::random_tree(any_number(), 7, false);
    Analysed analysed(model);
    const auto sets = CutSets::prime_implicants(analysed.diagrams, analysed.weight, analysed.limits).value();
    const Sets expected = BruteForce(model).primes();
    RC_ASSERT(sets.count().total == std::to_string(expected.size()));
    RC_ASSERT(analysed.listed(sets) == expected);
  }));
}

TEST_CASE("fault trees: on a coherent tree the prime implicants are the minimal cut sets") {
  CHECK(test::holds("coherent primes", 500, [] {
    Analysed analysed(test::random_tree(any_number(), 10, true));
    const auto minimal = CutSets::minimal(analysed.diagrams, analysed.weight, analysed.limits).value();
    const auto primes = CutSets::prime_implicants(analysed.diagrams, analysed.weight, analysed.limits).value();
    RC_ASSERT(analysed.listed(minimal) == analysed.listed(primes));
  }));
}

TEST_CASE("fault trees: importance measures are those of their definitions, signs included") {
  CHECK(test::holds("importance, coherent", 1000, [] { check_importance(test::random_tree(any_number(), 8, true)); }));
  CHECK(test::holds("importance, any", 1500, [] { check_importance(test::random_tree(any_number(), 8, false)); }));
}

TEST_CASE("fault trees: a set of a module can have occurred while another event undoes the module") {
  // Found at random once: Fussell-Vesely took "the module holds" for "a set of the module has occurred".
  CHECK(test::holds("tree 518255130", 1, [] { check_importance(test::random_tree(518255130, 8, false)); }));
}

TEST_CASE("fault trees: the most probable sets, and those that a filter lets through, are what sorting all gives") {
  CHECK(test::holds("lists", 1500, [] {
    const std::uint64_t number = any_number();
    Analysed analysed(test::random_tree(number, 10, number % 2 == 0));
    const auto sets = CutSets::minimal(analysed.diagrams, analysed.weight, analysed.limits).value();
    std::vector<CutSet> all;
    sets.each(analysed.p, {}, [&](const CutSet& set) {
      all.push_back(set);
      return true;
    });
    SetFilter filter;
    if (number % 3 == 0) filter.most_order = static_cast<std::uint32_t>(number / 7 % 4);
    if (number % 5 == 0 && !analysed.p.empty())
      filter.with_event = static_cast<std::uint32_t>(number / 11 % analysed.p.size());
    if (number % 7 == 0) filter.least_probability = 0.01;
    std::erase_if(all, [&](const CutSet& set) {
      const bool has = !filter.with_event || std::find(set.literals.begin(), set.literals.end(),
                                                       Literal{*filter.with_event, false}) != set.literals.end();
      return !has || (filter.most_order && set.order > *filter.most_order) ||
             set.probability < filter.least_probability;
    });
    std::size_t streamed = 0;
    sets.each(analysed.p, filter, [&](const CutSet&) { return ++streamed > 0; });
    RC_ASSERT(streamed == all.size());
    std::stable_sort(all.begin(), all.end(),
                     [](const CutSet& a, const CutSet& b) { return a.probability > b.probability; });
    const std::size_t most = 1 + number / 13 % 6;
    const auto best = sets.most_probable(most, analysed.p, filter);
    RC_ASSERT(best.size() == std::min(most, all.size()));
    for (std::size_t i = 0; i < best.size(); ++i) RC_ASSERT(close(best[i].probability, all[i].probability, 1e-9));
    if (filter.most_order && !filter.with_event && filter.least_probability == 0)
      RC_ASSERT(sets.count(filter.most_order).total == std::to_string(all.size()));
  }));
}

TEST_CASE("fault trees: what is written in the exchange format is read back, and means the same") {
  CHECK(test::holds("round trip", 1000, [] {
    const Model model = test::random_tree(any_number(), 8, false);
    const std::string text = to_mef(model);
    const Model again = read_mef(text, "tree.xml").value();
    RC_ASSERT(to_mef(again) == text);
    const Tree one = to_tree(model, {.top_event = "top", .mission_time_h = 1, .uniform = {}}).value();
    const Tree two = to_tree(again, {.top_event = "top", .mission_time_h = 1, .uniform = {}}).value();
    RC_ASSERT(one.events.size() == two.events.size());
    for (std::size_t state = 0; state < (std::size_t{1} << one.events.size()); ++state) {
      std::map<std::string, bool> occurs;
      std::vector<bool> first;
      std::vector<bool> second;
      for (std::size_t e = 0; e < one.events.size(); ++e)
        first.push_back(occurs[one.events[e].name] = (state >> e & 1U) != 0);
      for (const TreeEvent& event : two.events) second.push_back(occurs.at(event.name));
      RC_ASSERT(evaluate(one.circuit, first) == evaluate(two.circuit, second));
    }
  }));
}
