#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "faulttree/bdd.hpp"

namespace veer::faulttree {

/// Looks for a better order of the variables of some functions: each variable in turn is carried through all levels, by
/// swaps of neighbours, and left where the diagrams are smallest (Rudell, ICCAD 1993).
///
/// Works on a copy of the functions with a unique table for each variable and counted references, so that a swap costs
/// what stands on two levels. Deterministic; for one thread.
class Sifting {
 public:
  /// What it takes of memory for each node of the functions, with room for what grows on the way.
  static constexpr std::size_t bytes_per_node = 48;

  /// @param level_count  levels that the functions may use
  /// @param fixed  the first so many levels keep their place, and nothing moves above them
  Sifting(const Bdd& bdd, std::span<const Edge> roots, std::uint32_t level_count, std::uint32_t fixed = 0);

  /// Carries every variable through the levels once, those with most nodes first.
  /// @param most_work  nodes that may be looked at; when they are spent the variable at hand is put at its best place
  /// @returns  false when it was asked to stop
  bool run(std::size_t most_work, Limits& limits);

  /// The functions in another manager, in the order found: as they were given, in the same sequence. @pre no limit is
  /// met
  [[nodiscard]] std::vector<Edge> write_to(Bdd& fresh) const;
  /// Nodes of the functions, terminal left out.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Nodes that have been looked at so far.
  [[nodiscard]] std::size_t work() const { return work_; }
  /// The new level of each old one.
  [[nodiscard]] const std::vector<std::uint32_t>& level_of() const { return level_of_; }

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  struct Node {
    std::uint32_t variable = none;
    Edge high = 0;  ///< never complemented
    Edge low = 0;
    std::uint32_t references = 0;
    std::uint32_t next = none;  ///< chain of its table, or of the free nodes
  };
  /// The nodes of one variable: every (low, high) once.
  struct Table {
    std::vector<std::uint32_t> buckets;
    std::uint32_t count = 0;
  };

  [[nodiscard]] static std::size_t hash(Edge low, Edge high) {
    std::uint64_t h = (std::uint64_t{low} << 32U | high) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(h ^ (h >> 29U));
  }
  [[nodiscard]] bool is_of(Edge f, std::uint32_t variable) const { return nodes_[f >> 1U].variable == variable; }
  void insert(std::uint32_t variable, std::uint32_t node);
  void remove(std::uint32_t variable, std::uint32_t node);
  [[nodiscard]] Edge find_or_add(std::uint32_t variable, Edge low, Edge high);
  void hold(Edge f) { ++nodes_[f >> 1U].references; }
  void let_go(Edge f);
  void swap(std::uint32_t level);  ///< with the one below it
  void sift(std::uint32_t variable, std::size_t most_work);

  std::vector<Edge> roots_;
  std::vector<Node> nodes_;  ///< node 0 is the constant
  std::vector<Table> tables_;
  std::vector<std::uint32_t> level_of_;     ///< by variable: its level; a variable is its level of before
  std::vector<std::uint32_t> variable_at_;  ///< by level
  std::vector<std::uint32_t> open_;         ///< of let_go
  std::vector<std::uint32_t> moving_;       ///< of swap
  std::uint32_t fixed_;
  std::uint32_t free_ = none;
  std::size_t size_ = 0;
  std::size_t work_ = 0;
};

}  // namespace veer::faulttree
