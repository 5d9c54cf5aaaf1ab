#include <doctest/doctest.h>

#include <algorithm>
#include <bitset>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "faulttree/cut_sets.hpp"
#include "faulttree/mef.hpp"
#include "faulttree/probability.hpp"
#include "oracles/shared_folder.hpp"

// The Aralia fault trees (Dutuit and Rauzy's benchmark) with their published numbers of minimal cut sets and
// probabilities, and a second method for each of the two that knows nothing of decision diagrams.

namespace {

using namespace veer;
using namespace veer::faulttree;

struct Published {
  std::string model;
  std::string count;        ///< "46188", or in three digits "8.20E+10"
  std::string probability;  ///< six digits
};

std::optional<std::filesystem::path> aralia() {
  const auto folder = test::shared_folder("data/benchmarks/aralia");
  if (!folder) MESSAGE("skipped: no folder with the Aralia trees (VEER_SHARED_DIR)");
  return folder;
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Published> published(const std::filesystem::path& folder) {
  std::istringstream lines(text_of(folder / "known_results.csv"));
  std::string line;
  std::getline(lines, line);
  REQUIRE(line.starts_with("model,basic_events,gates,published_mcs,published_top_probability,"));
  std::vector<Published> out;
  while (std::getline(lines, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    out.push_back({cells.at(0), cells.at(3), cells.at(4)});
  }
  return out;
}

Tree tree_of(const std::filesystem::path& folder, const std::string& model) {
  const auto read = read_mef(text_of(folder / (model + ".xml")), model);
  REQUIRE(read.has_value());
  auto tree = to_tree(*read);
  REQUIRE(tree.has_value());
  return *std::move(tree);
}

std::vector<double> probabilities(const Tree& tree) {
  std::vector<double> out;
  for (const TreeEvent& event : tree.events) out.push_back(event.probability);
  return out;
}

std::string as_published(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.5E", value);
  return text;
}

// ── second method for counts: expand the gates from below into sets, and drop what is not minimal ──

using Events = std::bitset<256>;

std::vector<Events> minimal_of(std::vector<Events> sets) {
  std::sort(sets.begin(), sets.end(), [](const Events& a, const Events& b) { return a.count() < b.count(); });
  std::vector<Events> out;
  for (const Events& set : sets)
    if (std::none_of(out.begin(), out.end(), [&](const Events& smaller) { return (set & smaller) == smaller; }))
      out.push_back(set);
  return out;
}

/// The families of the inputs that are chosen, each set of one with each set of the others.
std::vector<Events> products(const std::vector<const std::vector<Events>*>& families) {
  std::vector<Events> out{Events()};
  for (const auto* const family : families) {
    std::vector<Events> next;
    for (const Events& begun : out)
      for (const Events& set : *family) next.push_back(begun | set);
    out = minimal_of(std::move(next));
  }
  return out;
}

/// The minimal cut sets of a coherent circuit.
std::vector<Events> expanded(const Circuit& circuit) {
  std::vector<std::vector<Events>> of(circuit.node_count());
  for (std::uint32_t e = 0; e < circuit.event_count; ++e) of[Circuit::node_of_event(e)] = {Events().set(e)};
  for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
    const CircuitGate& gate = circuit.gates[g];
    const std::size_t size = gate.inputs.size();
    const std::size_t least = gate.kind == GateKind::all ? size : gate.kind == GateKind::any ? 1 : gate.least;
    std::vector<Events> sets;
    std::vector<bool> chosen(size, false);
    std::fill(chosen.end() - static_cast<std::ptrdiff_t>(least), chosen.end(), true);
    do {
      std::vector<const std::vector<Events>*> families;
      for (std::size_t i = 0; i < size; ++i)
        if (chosen[i]) families.push_back(&of[gate.inputs[i].node()]);
      const auto more = products(families);
      sets.insert(sets.end(), more.begin(), more.end());
    } while (std::next_permutation(chosen.begin(), chosen.end()));
    of[circuit.node_of_gate(g)] = minimal_of(std::move(sets));
  }
  return of[circuit.top.node()];
}

// ── second method for probabilities: play the tree, 64 states at a time ──

std::uint64_t joined(const CircuitGate& gate, const std::vector<std::uint64_t>& value) {
  const auto of = [&](Ref ref) { return ref.negative() ? ~value[ref.node()] : value[ref.node()]; };
  std::uint64_t all = ~std::uint64_t{0};
  std::uint64_t any = 0;
  std::uint64_t odd = 0;
  std::vector<std::uint64_t> enough(gate.least + 1, 0);  // at least j of those so far
  enough[0] = ~std::uint64_t{0};
  for (const Ref input : gate.inputs) {
    all &= of(input);
    any |= of(input);
    odd ^= of(input);
    for (std::size_t j = gate.least; j > 0; --j) enough[j] |= enough[j - 1] & of(input);
  }
  return gate.kind == GateKind::all   ? all
         : gate.kind == GateKind::any ? any
         : gate.kind == GateKind::odd ? odd
                                      : enough[gate.least];
}

double played(const Tree& tree, std::size_t words) {
  std::mt19937_64 random(20230117);
  std::uniform_real_distribution<double> uniform(0, 1);
  const Circuit& circuit = tree.circuit;
  std::vector<std::uint64_t> value(circuit.node_count(), 0);
  value[0] = ~std::uint64_t{0};
  std::size_t failed = 0;
  for (std::size_t word = 0; word < words; ++word) {
    for (std::uint32_t e = 0; e < circuit.event_count; ++e) {
      std::uint64_t bits = 0;
      for (int bit = 0; bit < 64; ++bit) bits = bits << 1U | (uniform(random) < tree.events[e].probability ? 1U : 0U);
      value[Circuit::node_of_event(e)] = bits;
    }
    for (std::size_t g = 0; g < circuit.gates.size(); ++g)
      value[circuit.node_of_gate(g)] = joined(circuit.gates[g], value);
    const std::uint64_t top = circuit.top.negative() ? ~value[circuit.top.node()] : value[circuit.top.node()];
    failed += static_cast<std::size_t>(__builtin_popcountll(top));
  }
  return static_cast<double>(failed) / (64.0 * static_cast<double>(words));
}

}  // namespace

TEST_CASE("Aralia: every tree has the published number of minimal cut sets and the published probability") {
  const auto folder = aralia();
  if (!folder) return;
  const auto rows = published(*folder);
  CHECK(rows.size() == 22);
  for (const Published& row : rows) {
    CAPTURE(row.model);
    const Tree tree = tree_of(*folder, row.model);
    Limits limits;
    const auto diagrams = build_diagrams(tree.circuit, limits);
    REQUIRE(diagrams.has_value());
    const auto probability = probabilities(tree);
    const auto chances = module_chances(*diagrams, probability);
    CHECK(as_published(top_chance(*diagrams, chances).holds) == row.probability);
    const auto sets = CutSets::minimal(*diagrams, std::vector<std::uint32_t>(tree.events.size(), 1), limits);
    REQUIRE(sets.has_value());
    const std::string count = sets->count().total;
    if (row.count.find('E') == std::string::npos) {
      CHECK(count == row.count);
    } else {  // published in three digits; ours has them all
      CHECK(count == "82000000000");
      CHECK(std::fabs(std::stod(count) - std::stod(row.count)) <= 0.005 * std::stod(row.count));
    }
    CHECK(limits.peak_bytes() < std::size_t{1} << 30U);
  }
}

TEST_CASE("Aralia: expanding the gates into sets gives the same sets, one by one") {
  const auto folder = aralia();
  if (!folder) return;
  for (const char* const model : {"chinese", "ftr10", "isp9603", "isp9605"}) {
    CAPTURE(model);
    const Tree tree = tree_of(*folder, model);
    Limits limits;
    const auto diagrams = build_diagrams(tree.circuit, limits);
    REQUIRE(diagrams.has_value());
    REQUIRE(diagrams->coherent);
    const auto sets = CutSets::minimal(*diagrams, std::vector<std::uint32_t>(tree.events.size(), 1), limits);
    std::set<std::string> listed;
    sets->each(probabilities(tree), {}, [&](const CutSet& set) {
      Events events;
      for (const Literal literal : set.literals) events.set(literal.event);
      return listed.insert(events.to_string()).second;
    });
    std::set<std::string> expected;
    for (const Events& events : expanded(tree.circuit)) expected.insert(events.to_string());
    CHECK(listed == expected);
  }
}

TEST_CASE("Aralia: playing a tree state by state gives its probability within five standard errors") {
  const auto folder = aralia();
  if (!folder) return;
  for (const char* const model : {"das9207", "edf9201", "edf9203", "edf9205", "edfpa14b", "edfpa15o", "ftr10"}) {
    CAPTURE(model);
    const Tree tree = tree_of(*folder, model);
    Limits limits;
    const auto diagrams = build_diagrams(tree.circuit, limits);
    REQUIRE(diagrams.has_value());
    const double exact = top_chance(*diagrams, module_chances(*diagrams, probabilities(tree))).holds;
    constexpr std::size_t words = 1500;
    const double error = std::sqrt(exact * (1 - exact) / (64.0 * words));
    CHECK(std::fabs(played(tree, words) - exact) < 5 * error);
  }
}
