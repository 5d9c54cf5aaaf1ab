#include "help/tally.hpp"

#include <algorithm>

namespace veer::help {

void share_out(std::span<Tally> needs, Capacity capacity) {
  for (Tally& need : needs) {
    const std::int64_t can = std::min(need.unmet, need.most_helped);
    need.neighbours = std::min(can, capacity.neighbours);
    capacity.neighbours -= need.neighbours;
    need.volunteers = std::min(can - need.neighbours, capacity.volunteers);
    capacity.volunteers -= need.volunteers;
    need.points = std::min(need.unmet - need.neighbours - need.volunteers, need.most_at_points);
  }
}

Queue::Hour Queue::step(std::int64_t arriving, bool open, std::int64_t capacity) {
  Hour out;
  if (!open) {
    out.turned_away = waiting + arriving;
    waiting = 0;
    return out;
  }
  const std::int64_t there = waiting + arriving;
  out.served = capacity < 0 ? there : std::min(there, capacity);
  waiting = there - out.served;
  return out;
}

}  // namespace veer::help
