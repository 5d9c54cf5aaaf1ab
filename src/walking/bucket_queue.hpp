#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "walking/network.hpp"

namespace veer::walking {

/// Junctions waiting to be visited, by distance in buckets of 2^shift decimetres: constant time where a heap takes
/// logarithmic.
///
/// Within a bucket the order is free, so a junction may come out before its distance is final; the search then finds
/// the better one later, puts the junction in again and visits it twice. With buckets about as wide as the short
/// streets that is rare, and the final distances are exact whatever the width.
///
/// The buckets lie in a ring that is as long as the largest step.
/// @source R. B. Dial 1969 (Algorithm 360); E. V. Denardo and B. L. Fox 1979 for buckets wider than one unit
class BucketQueue {
 public:
  static constexpr unsigned shift = 6;  ///< 6.4 m; measured: 3.2 to 12.8 m are equally fast

  struct Entry {
    std::uint32_t junction = 0;
    Decimetres distance = 0;
  };

  /// Empties the queue. @param largest_step  no entry is further than this beyond the last one taken, or beyond 0
  void reset(Decimetres largest_step) {
    const std::size_t wanted = std::bit_ceil((std::size_t{largest_step} >> shift) + 2);
    if (heads_.size() < wanted) heads_.resize(wanted);
    std::fill(heads_.begin(), heads_.end(), nothing);
    mask_ = static_cast<std::uint32_t>(heads_.size() - 1);
    cells_.clear();
    current_ = 0;
    waiting_ = 0;
  }

  void push(std::uint32_t junction, Decimetres distance) {
    std::uint32_t& head = heads_[(distance >> shift) & mask_];
    cells_.push_back({{junction, distance}, head});
    head = static_cast<std::uint32_t>(cells_.size() - 1);
    ++waiting_;
  }

  [[nodiscard]] bool empty() const { return waiting_ == 0; }

  /// Takes an entry of the nearest bucket that has one. @pre not empty
  Entry pop() {
    while (heads_[current_ & mask_] == nothing) ++current_;
    std::uint32_t& head = heads_[current_ & mask_];
    const Cell& cell = cells_[head];
    head = cell.next;
    --waiting_;
    return cell.entry;
  }

 private:
  struct Cell {
    Entry entry;
    std::uint32_t next = nothing;  ///< in the same bucket
  };
  std::vector<std::uint32_t> heads_;
  std::vector<Cell> cells_;
  std::uint32_t mask_ = 0;
  std::uint32_t current_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace veer::walking
