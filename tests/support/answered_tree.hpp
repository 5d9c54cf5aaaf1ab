#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "faulttree/cut_sets.hpp"
#include "faulttree/importance.hpp"
#include "faulttree/mef.hpp"
#include "faulttree/probability.hpp"

namespace veer::test {

/// What stands inside <opsa-mef> as a whole file.
inline std::string mef(const std::string& inside) { return "<opsa-mef>\n" + inside + "\n</opsa-mef>\n"; }

/// "<define-basic-event name=…>" for each of a list of names, all with one probability.
inline std::string events(const std::vector<std::string>& names, const std::string& probability = "0.1") {
  std::string out;
  for (const std::string& name : names)
    out += "<define-basic-event name=\"" + name + "\"><float value=\"" + probability + "\"/></define-basic-event>\n";
  return out;
}

/// A file that must be readable.
inline faulttree::Model model_of(const std::string& inside) {
  auto read = faulttree::read_mef(mef(inside), "tree.xml");
  REQUIRE(read.has_value());
  return *std::move(read);
}

/// A fault tree with its diagrams, ready to be asked.
struct AnsweredTree {
  explicit AnsweredTree(const std::string& inside, const faulttree::Question& question = {})
      : model(model_of(inside)), tree(faulttree::to_tree(model, question).value()) {
    diagrams = faulttree::build_diagrams(tree.circuit, limits).value();
    for (const faulttree::TreeEvent& event : tree.events) {
      p.push_back(event.probability);
      weight.push_back(event.order_weight);
    }
  }

  [[nodiscard]] double probability() const {
    return faulttree::top_chance(diagrams, faulttree::module_chances(diagrams, p)).holds;
  }
  [[nodiscard]] faulttree::CutSets minimal() { return faulttree::CutSets::minimal(diagrams, weight, limits).value(); }
  [[nodiscard]] faulttree::CutSets primes() {
    return faulttree::CutSets::prime_implicants(diagrams, weight, limits).value();
  }
  /// All sets, each as "a b -c" in the order of the names.
  [[nodiscard]] std::set<std::string> listed(const faulttree::CutSets& sets,
                                             const faulttree::SetFilter& filter = {}) const {
    std::set<std::string> out;
    sets.each(p, filter, [&](const faulttree::CutSet& set) {
      std::vector<std::string> names;
      for (const faulttree::Literal literal : set.literals)
        names.push_back((literal.negative ? "-" : "") + tree.events[literal.event].name);
      std::sort(names.begin(), names.end());
      std::string text;
      for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
      CHECK(out.insert(text).second);
      return true;
    });
    return out;
  }
  [[nodiscard]] std::set<std::string> minimal_sets() { return listed(minimal()); }
  /// All measures of the event of that name.
  [[nodiscard]] faulttree::Importance importance_of(const std::string& name) {
    const faulttree::CutSets sets = minimal();
    return faulttree::importance(diagrams, &sets, p, limits).value().at(number(name));
  }
  [[nodiscard]] std::uint32_t number(const std::string& name) const {
    const auto found = std::find_if(tree.events.begin(), tree.events.end(),
                                    [&](const faulttree::TreeEvent& event) { return event.name == name; });
    REQUIRE(found != tree.events.end());
    return static_cast<std::uint32_t>(found - tree.events.begin());
  }

  faulttree::Limits limits;
  faulttree::Model model;
  faulttree::Tree tree;
  faulttree::Diagrams diagrams;
  std::vector<double> p;
  std::vector<std::uint32_t> weight;
};

}  // namespace veer::test
