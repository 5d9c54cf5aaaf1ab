#include "faulttree/sifting.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using namespace veer;
using namespace veer::faulttree;

/// a₀b₀ + a₁b₁ + …: with all a above all b the diagram doubles with each pair, with pairs together it does not.
Edge pairs_apart(Bdd& bdd, std::uint32_t pairs) {
  Edge out = Bdd::zero;
  for (std::uint32_t i = 0; i < pairs; ++i)
    out = bdd.disjunction(out, bdd.conjunction(bdd.variable(i), bdd.variable(pairs + i)));
  return out;
}

/// The value when the variables of the levels in `state` hold.
bool value(const Bdd& bdd, Edge f, const std::vector<bool>& state) {
  while (!bdd.constant(f)) f = state[bdd.level(f)] ? bdd.high(f) : bdd.low(f);
  return f == Bdd::one;
}

}  // namespace

TEST_CASE("sifting: pairs that stand apart come together, from 2^11 nodes to two a pair") {
  Limits limits;
  Bdd bdd(limits);
  constexpr std::uint32_t pairs = 10;
  const Edge roots[] = {pairs_apart(bdd, pairs)};
  Sifting sifting(bdd, roots, 2 * pairs);
  CHECK(sifting.size() == 2 * ((1U << pairs) - 1));
  CHECK(sifting.run(100'000'000, limits));
  CHECK(sifting.size() == 2 * pairs);
}

TEST_CASE("sifting: functions keep their values, complemented ones too, and levels on top keep their place") {
  std::mt19937 random(3);
  const auto below = [&](std::size_t count) { return static_cast<std::uint32_t>(random() % count); };
  for (int round = 0; round < 200; ++round) {
    Limits limits;
    Bdd bdd(limits);
    constexpr std::uint32_t variables = 8;
    std::vector<Edge> functions;
    for (std::uint32_t v = 0; v < variables; ++v) functions.push_back(bdd.variable(v));
    for (int i = 0; i < 24; ++i) {
      const auto any = [&] { return functions[below(functions.size())] ^ below(2); };
      functions.push_back(below(4) == 0 ? bdd.exclusive(any(), any()) : bdd.conjunction(any(), any()));
    }
    const std::vector<Edge> roots(functions.end() - 6, functions.end());
    const std::uint32_t fixed = below(3);
    Sifting sifting(bdd, roots, variables, fixed);
    const std::size_t before = sifting.size();
    CHECK(before == bdd.nodes_below(roots).size());
    CHECK(sifting.run(round % 5 == 0 ? 50 : 1'000'000, limits));
    CHECK(sifting.size() <= before);
    for (std::uint32_t level = 0; level < fixed; ++level) CHECK(sifting.level_of()[level] == level);
    Bdd fresh(limits);
    const std::vector<Edge> moved = sifting.write_to(fresh);
    CHECK(fresh.nodes_below(moved).size() == sifting.size());
    for (std::uint32_t bits = 0; bits < (1U << variables); ++bits) {
      std::vector<bool> state(variables);
      std::vector<bool> shifted(variables);
      for (std::uint32_t v = 0; v < variables; ++v) state[v] = shifted[sifting.level_of()[v]] = (bits >> v & 1U) != 0;
      for (std::size_t i = 0; i < roots.size(); ++i)
        REQUIRE(value(bdd, roots[i], state) == value(fresh, moved[i], shifted));
    }
  }
}

TEST_CASE("sifting: stops when it is asked to") {
  Limits limits(std::size_t{1} << 30U, [] { return true; });
  Bdd bdd(limits);
  const Edge roots[] = {pairs_apart(bdd, 3)};
  Sifting sifting(bdd, roots, 6);
  CHECK_FALSE(sifting.run(100'000, limits));
}
