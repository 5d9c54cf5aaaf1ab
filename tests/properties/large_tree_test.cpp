#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "faulttree/cut_sets.hpp"
#include "faulttree/probability.hpp"

// A tree of the size of the largest benchmark trees that is not coherent, with an answer known from elsewhere: a line
// of blocks of which neighbours share an event, so that one walk along the line gives the chance.

namespace {

using namespace veer;
using namespace veer::faulttree;

/// Block i of a line: x = e_i ⊕ e_{i+1} ⊕ a_i, and it fails when x ∧ (b ∨ ¬c) or (two of c, d, e_{i+1}) ∧ ¬a. The line
/// fails when two neighbours do. Events and gates are numbered at random.
struct Line {
  std::size_t blocks;
  std::vector<double> a, b, c, d, e;  ///< probabilities
  Circuit circuit;
  std::vector<double> probability;  ///< by event of the circuit

  Line(std::size_t count, unsigned seed) : blocks(count) {
    std::mt19937 random(seed);
    const auto chance = [&] { return 0.01 + static_cast<double>(random() % 1000) / 4000; };
    for (std::size_t i = 0; i < blocks; ++i)
      for (auto* one : {&a, &b, &c, &d}) one->push_back(chance());
    for (std::size_t i = 0; i <= blocks; ++i) e.push_back(chance());
    const std::size_t events = 5 * blocks + 1;
    circuit.event_count = static_cast<std::uint32_t>(events);
    std::vector<std::uint32_t> number(events);
    for (std::size_t i = 0; i < events; ++i) number[i] = static_cast<std::uint32_t>(i);
    for (std::size_t i = events; i > 1; --i) std::swap(number[i - 1], number[random() % i]);
    probability.resize(events);
    const auto event = [&](std::size_t place, double p) {
      probability[number[place]] = p;
      return Ref{Circuit::node_of_event(number[place]), false};
    };
    std::vector<Ref> fails;
    for (std::size_t i = 0; i < blocks; ++i) {
      const Ref ai = event(5 * i, a[i]);
      const Ref bi = event(5 * i + 1, b[i]);
      const Ref ci = event(5 * i + 2, c[i]);
      const Ref di = event(5 * i + 3, d[i]);
      const Ref ei = event(5 * i + 4, e[i]);
      const std::size_t next = i + 1 < blocks ? 5 * (i + 1) + 4 : 5 * blocks;
      const Ref en = event(next, e[i + 1]);
      const Ref x = circuit.add(GateKind::odd, {ei, en, ai});
      const Ref one = circuit.add(GateKind::all, {x, circuit.add(GateKind::any, {bi, !ci})});
      const Ref two = circuit.add(GateKind::all, {circuit.add(GateKind::atleast, {ci, di, en}, 2), !ai});
      fails.push_back(circuit.add(GateKind::any, {one, two}));
    }
    std::vector<Ref> pairs;
    for (std::size_t i = 0; i + 1 < blocks; ++i) pairs.push_back(circuit.add(GateKind::all, {fails[i], fails[i + 1]}));
    for (std::size_t i = pairs.size(); i > 1; --i) std::swap(pairs[i - 1], pairs[random() % i]);
    circuit.top = circuit.add(GateKind::any, pairs);
  }

  /// P(no two neighbours fail) by walking along the line: state is (e of the border, whether the last block failed).
  [[nodiscard]] double sound() const {
    std::array<double, 4> state{1 - e[0], 0, e[0], 0};  // 2·e + failed
    for (std::size_t i = 0; i < blocks; ++i) {
      std::array<double, 4> next{};
      for (unsigned bits = 0; bits < 32; ++bits) {
        const bool va = (bits & 1U) != 0;
        const bool vb = (bits & 2U) != 0;
        const bool vc = (bits & 4U) != 0;
        const bool vd = (bits & 8U) != 0;
        const bool vn = (bits & 16U) != 0;
        const double p = (va ? a[i] : 1 - a[i]) * (vb ? b[i] : 1 - b[i]) * (vc ? c[i] : 1 - c[i]) *
                         (vd ? d[i] : 1 - d[i]) * (vn ? e[i + 1] : 1 - e[i + 1]);
        for (unsigned before = 0; before < 4; ++before) {
          const bool ve = (before & 2U) != 0;
          const bool fails =
              ((ve != vn) != va && (vb || !vc)) || ((vc ? 1 : 0) + (vd ? 1 : 0) + (vn ? 1 : 0) >= 2 && !va);
          if (fails && (before & 1U) != 0) continue;
          next[(vn ? 2U : 0U) + (fails ? 1U : 0U)] += state[before] * p;
        }
      }
      state = next;
    }
    return state[0] + state[1] + state[2] + state[3];
  }
};

}  // namespace

TEST_CASE("large trees: 1,001 events and 1,400 gates, not coherent, exact in bounded memory") {
  const Line line(200, 5);
  Limits limits(std::size_t{256} << 20U);
  const auto diagrams = build_diagrams(line.circuit, limits);
  REQUIRE(diagrams.has_value());
  CHECK_FALSE(diagrams->coherent);
  const auto top = top_chance(*diagrams, module_chances(*diagrams, line.probability));
  CHECK(top.fails == doctest::Approx(line.sound()).epsilon(1e-12));
  const std::vector<std::uint32_t> weight(line.circuit.event_count, 1);
  const auto sets = CutSets::minimal(*diagrams, weight, limits);
  REQUIRE(sets.has_value());
  // Events that occur: of each pair of neighbours a few sets are left that hold no other.
  CHECK(sets->count().total == "999");
  CHECK(limits.peak_bytes() < std::size_t{16} << 20U);
}

TEST_CASE("large trees: one without any good order ends in one clear error within its memory") {
  // Parities of three events at random, some of which must hold at once.
  std::mt19937 random(11);
  Circuit circuit;
  circuit.event_count = 150;
  std::vector<Ref> triples;
  for (int i = 0; i < 400; ++i) {
    std::vector<Ref> triple;
    for (int j = 0; j < 3; ++j)
      triple.push_back({Circuit::node_of_event(random() % circuit.event_count), random() % 2 == 0});
    triples.push_back(circuit.add(i % 2 == 0 ? GateKind::odd : GateKind::all, triple));
  }
  circuit.top = circuit.add(GateKind::atleast, triples, 40);
  constexpr std::size_t most = std::size_t{8} << 20U;
  Limits limits(most);
  const auto diagrams = build_diagrams(circuit, limits);
  REQUIRE_FALSE(diagrams.has_value());
  CHECK(diagrams.error().kind == ErrorKind::unsupported);
  CHECK(diagrams.error().message.key == "faulttree.memory");
  CHECK(limits.peak_bytes() <= most);
}
