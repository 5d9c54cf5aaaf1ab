#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace veer::help {

/// What helpers can still do in one hour and area, in thousandths of a person.
struct Capacity {
  std::int64_t neighbours = 0;
  std::int64_t volunteers = 0;
};

/// One daily need of an area in one hour, in thousandths of a person.
struct Tally {
  std::int64_t unmet = 0;
  std::int64_t most_helped = 0;     ///< of these, neighbours and volunteers together can relieve at most so many
  std::int64_t most_at_points = 0;  ///< of these, visits to support points can relieve at most so many
  std::int64_t neighbours = 0;
  std::int64_t volunteers = 0;
  std::int64_t points = 0;
  [[nodiscard]] std::int64_t left() const { return unmet - neighbours - volunteers - points; }
};

/// Shares help out, most urgent need first (the order of `needs`): neighbours, then volunteers, then visits.
///
/// Nobody is helped twice with the same need: each helper only gets whom the one before left. No helper works twice in
/// an hour: what is given is taken from the capacity. Nobody is lost: unmet = helped + left.
void share_out(std::span<Tally> needs, Capacity capacity);

/// A queue at a support point over the hours: who comes waits or is served; who comes to a closed point, or waits when
/// it closes, goes home unserved.
struct Queue {
  std::int64_t waiting = 0;
  struct Hour {
    std::int64_t served = 0;
    std::int64_t turned_away = 0;
  };
  /// @param capacity  people served an hour; below 0: no limit
  Hour step(std::int64_t arriving, bool open, std::int64_t capacity);
};

}  // namespace veer::help
