#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "measures/covers.hpp"
#include "measures/draft.hpp"
#include "measures/layout.hpp"
#include "measures/prices.hpp"
#include "measures/relaxation.hpp"

namespace veer::measures {

/// Branch and bound over the choices of a layout.
///
/// At the root cuts are added as long as they lower the bound. A node asks of one candidate whether it has begun by the
/// end of some year: that splits a choice of year in two even parts, where ruling out a single year would hardly change
/// anything. Which candidate and year is told by what both answers cost, foreseen by the next pivot, by answers seen
/// before, and at first by trying. The search dives to the better answer, and after a dive goes on with the open node
/// of the highest bound, or the newest when many are open. Bounds are those of `Proof`, never the tableau's own.
///
/// One tree is used once, by one thread.
class Tree {
 public:
  explicit Tree(Layout layout);

  /// @param nodes  stop after so many
  void grow(std::uint64_t nodes);

  /// The best choice seen; nothing: none keeps to the rows, or none was found.
  [[nodiscard]] const std::optional<Options>& best() const { return best_; }
  /// No choice is worth more, scaled; holds without a choice too.
  [[nodiscard]] double bound() const { return bound_; }
  /// Whether everything was looked at: the best is proven, or that there is none.
  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] std::uint64_t nodes() const { return nodes_; }
  [[nodiscard]] const Layout& layout() const { return layout_; }

 private:
  struct Node {
    Masks masks;
    Masks settled;  ///< masks when rows were last looked at
    Relaxation relaxation;
    double bound;
  };
  /// Options of one candidate, to be taken or ruled out.
  struct Split {
    std::size_t candidate = 0;
    std::uint32_t options = 0;
    double share = 0;  ///< which part takes one of them
    std::size_t history = 0;
    Relaxation::Penalty penalty;
    double score = 0;
  };
  /// What answers cost so far, per part that had to change.
  struct History {
    double without = 0, within = 0;
    int without_count = 0, within_count = 0;
  };
  enum class Outlook : std::uint8_t { open, closed };

  /// From the whole question to the first open node, if one is left.
  void plant();
  /// Puts both answers to a question about the node among the open ones. @returns whether one of them is open
  bool branch(Node node);
  void root_cuts(Node& node);
  /// Solves and tightens until nothing changes. @returns closed: nothing better is left in it
  Outlook settle(Node& node);
  /// Solves once; @returns closed when the prices prove that nothing better is left
  Outlook solve(Node& node);
  [[nodiscard]] std::vector<Split> splits(const Node& node) const;
  /// @returns nothing: trying the answers tightened the node, which has to be settled again
  std::optional<Split> choose(Node& node);
  void learn(const Split& split, bool within, double loss);
  void wish(const Node& node);
  void offer(const Options& options);
  /// What a node has to promise more than; without a plan, what every plan is worth at least.
  [[nodiscard]] double least() const;

  Layout layout_;
  std::optional<Options> best_;
  double best_value_;
  double floor_;  ///< below what anything is worth
  double bound_;
  bool complete_ = false;
  std::uint64_t nodes_ = 0;
  std::vector<History> history_;  ///< by candidate and year
  std::vector<Node> open_;
};

}  // namespace veer::measures
