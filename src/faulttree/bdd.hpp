#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "faulttree/node_table.hpp"

namespace veer::faulttree {

/// A function in a Bdd: the index of its node, and a bit that says whether it is complemented.
using Edge = std::uint32_t;

/// Reduced ordered binary decision diagrams with complemented edges (Bryant 1986; Brace, Rudell and Bryant 1990).
///
/// The high edge of a node is never complemented, so every function has one form and negation costs nothing. An
/// operation that meets a limit returns `broken`, and so does every operation on `broken`; `stop` says why. Nodes are
/// freed only by `collect`, which keeps what the given edges reach. For one thread.
class Bdd {
 public:
  static constexpr Edge one = 0;
  static constexpr Edge zero = 1;
  static constexpr Edge broken = 0xffffffffU;

  explicit Bdd(Limits& limits) : table_(limits, 1), cache_(limits) {}

  [[nodiscard]] static Edge negated(Edge f) { return f == broken ? broken : f ^ 1U; }
  [[nodiscard]] static std::uint32_t index(Edge f) { return f >> 1U; }
  [[nodiscard]] static bool complemented(Edge f) { return (f & 1U) != 0; }

  [[nodiscard]] Edge variable(std::uint32_t level) { return make(level, one, zero); }
  [[nodiscard]] Edge conjunction(Edge f, Edge g);
  [[nodiscard]] Edge disjunction(Edge f, Edge g) { return negated(conjunction(negated(f), negated(g))); }
  [[nodiscard]] Edge exclusive(Edge f, Edge g);
  /// f·g + ¬f·h
  [[nodiscard]] Edge choice(Edge f, Edge g, Edge h);
  /// The function that is `high` where the variable holds and `low` elsewhere. @pre both lie below `level`
  [[nodiscard]] Edge make(std::uint32_t level, Edge high, Edge low);

  [[nodiscard]] std::uint32_t level(Edge f) const { return table_.level(index(f)); }
  [[nodiscard]] Edge high(Edge f) const { return table_[index(f)].high ^ (f & 1U); }
  [[nodiscard]] Edge low(Edge f) const { return table_[index(f)].low ^ (f & 1U); }
  [[nodiscard]] bool constant(Edge f) const { return f <= zero; }

  /// The value when no variable holds.
  [[nodiscard]] bool at_nothing(Edge f) const;
  /// Indices of all nodes but the terminal below these functions, by level from the top down.
  [[nodiscard]] std::vector<std::uint32_t> nodes_below(std::span<const Edge> roots) const;
  [[nodiscard]] const NodeTable& table() const { return table_; }
  [[nodiscard]] NodeTable& table() { return table_; }

  /// Frees all nodes that these functions do not reach.
  void collect(std::span<const Edge> roots);
  /// Drops the cache of results; the functions stay.
  void release_cache() { cache_.release(); }

 private:
  static constexpr std::uint32_t operation_and = 0xfffffff0U;
  static constexpr std::uint32_t operation_xor = 0xfffffff1U;

  [[nodiscard]] Edge high_at(Edge f, std::uint32_t level) const { return this->level(f) == level ? high(f) : f; }
  [[nodiscard]] Edge low_at(Edge f, std::uint32_t level) const { return this->level(f) == level ? low(f) : f; }

  NodeTable table_;
  ResultCache cache_;
};

}  // namespace veer::faulttree
