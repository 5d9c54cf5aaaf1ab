#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "faulttree/bdd.hpp"
#include "faulttree/node_table.hpp"

namespace veer::faulttree {

/// A family of sets in a Zbdd: the index of its node.
using Family = std::uint32_t;

/// Families of sets as zero-suppressed decision diagrams (Minato 1993): node (level, low, high) is the sets of `low`,
/// and those of `high` each with the variable of this level added.
///
/// Limits as in Bdd: an operation that meets one returns `broken`. For one thread.
class Zbdd {
 public:
  static constexpr Family none = 0;  ///< no set
  static constexpr Family unit = 1;  ///< the empty set only
  static constexpr Family broken = 0xffffffffU;

  explicit Zbdd(Limits& limits) : table_(limits, 2), cache_(limits) {}

  [[nodiscard]] Family make(std::uint32_t level, Family high, Family low);
  [[nodiscard]] Family joined(Family a, Family b);
  /// The sets of `a` that are not in `b`.
  [[nodiscard]] Family difference(Family a, Family b);
  /// The sets of `a` that hold no set of `b` (as a part, or equal).
  [[nodiscard]] Family without(Family a, Family b);

  /// The sets of `a` in which the function f is false when their variables hold and no others.
  /// @pre f is monotone: what makes it true still does so with more
  [[nodiscard]] Family unsolved(Family a, const Bdd& bdd, Edge f);

  [[nodiscard]] std::uint32_t level(Family f) const { return table_.level(f); }
  [[nodiscard]] Family high(Family f) const { return table_[f].high; }
  [[nodiscard]] Family low(Family f) const { return table_[f].low; }
  [[nodiscard]] static bool terminal(Family f) { return f <= unit; }
  [[nodiscard]] bool holds_empty_set(Family f) const;

  /// Nodes below these families, terminals left out, by level from the top down.
  [[nodiscard]] std::vector<Family> nodes_below(std::span<const Family> roots) const;
  void collect(std::span<const Family> roots);
  void release_cache() { cache_.release(); }
  [[nodiscard]] const NodeTable& table() const { return table_; }
  [[nodiscard]] NodeTable& table() { return table_; }

 private:
  static constexpr std::uint32_t operation_join = 0xfffffff0U;
  static constexpr std::uint32_t operation_difference = 0xfffffff1U;
  static constexpr std::uint32_t operation_without = 0xfffffff2U;
  static constexpr std::uint32_t operation_unsolved = 0xfffffff3U;

  NodeTable table_;
  ResultCache cache_;
};

/// The minimal solutions of a function: the smallest sets of variables that make it true when all others are false. Of
/// a coherent function these are its minimal cut sets; of another one its prime implicants with the complements dropped
/// and what is not minimal left out.
///
/// Works through the nodes of the diagram from below, and collects what it no longer needs on the way.
/// @param monotone  f is known to be: then the sets that are beaten are told by the diagram itself, which is faster
/// @returns  Zbdd::broken when a limit was met
/// @source Rauzy, "New algorithms for fault trees analysis", Reliability Engineering & System Safety 40 (1993)
[[nodiscard]] Family minimal_solutions(const Bdd& bdd, Edge f, Zbdd& zbdd, bool monotone = false);

/// The prime implicants of a function: of the variable at level v the literal itself is level 2v of the result, its
/// complement 2v + 1.
///
/// @returns  Zbdd::broken when a limit was met (in either diagram)
/// @source Coudert and Madre, "Implicit and incremental computation of primes and essential primes of Boolean
/// functions", DAC 1992
[[nodiscard]] Family prime_implicants(Bdd& bdd, Edge f, Zbdd& zbdd);

}  // namespace veer::faulttree
