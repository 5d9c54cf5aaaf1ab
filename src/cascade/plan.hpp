#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cascade/program.hpp"

namespace veer::cascade {

/// In which order the components of a program are worked out, one after the other, and which results must be kept.
///
/// Suppliers come before what they supply. Components that supply one another round in a circle form one block, worked
/// out together. Leaves (nobody depends on them) come last, in ascending order; their results are passed on and not
/// kept. A plan holds for every program with the same components and the same suppliers, or fewer. Immutable; share it
/// between threads.
class Plan {
 public:
  explicit Plan(const Program& program);

  /// Components begin … end − 1 of order().
  struct Block {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool circle = false;
  };
  static constexpr std::uint32_t no_slot = 0xffffffffU;

  [[nodiscard]] const std::vector<Component>& order() const { return order_; }
  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  [[nodiscard]] std::span<const Component> members(const Block& block) const {
    return std::span(order_).subspan(block.begin, block.end - block.begin);
  }
  /// Block of a component, as an index in blocks().
  [[nodiscard]] std::uint32_t block_of(Component component) const { return block_of_[component]; }
  /// Where the result of a component is kept: 0 … slot_count() − 1 in the order of work; no_slot for a leaf.
  [[nodiscard]] std::uint32_t slot(Component component) const { return slot_[component]; }
  [[nodiscard]] std::uint32_t slot_count() const { return slot_count_; }
  /// Hits and breakdowns of a component, as indices in the program.
  [[nodiscard]] std::span<const std::uint32_t> hits(Component component) const { return row(hits_, component); }
  [[nodiscard]] std::span<const std::uint32_t> breakdowns(Component component) const {
    return row(breakdowns_, component);
  }

  /// Whether the program's suppliers all come before what they supply in this order, or in the same circle.
  [[nodiscard]] bool holds_for(const Program& program) const;

 private:
  struct Rows {
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> items;
  };
  [[nodiscard]] static std::span<const std::uint32_t> row(const Rows& rows, Component component) {
    return std::span(rows.items).subspan(rows.begin[component], rows.begin[component + 1] - rows.begin[component]);
  }

  std::vector<Component> order_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> block_of_;
  std::vector<std::uint32_t> slot_;
  std::uint32_t slot_count_ = 0;
  Rows hits_, breakdowns_;
};

}  // namespace veer::cascade
