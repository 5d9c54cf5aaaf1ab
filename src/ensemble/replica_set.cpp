#include "ensemble/replica_set.hpp"

#include <algorithm>
#include <limits>

namespace veer::ensemble {

bool ReplicaSet::add(Stretch stretch) {
  if (stretch.count == 0) return true;
  auto next = std::find_if(stretches_.begin(), stretches_.end(),
                           [&](const Stretch& other) { return other.first >= stretch.first; });
  if (next != stretches_.end() && stretch.end() > next->first) return false;
  if (next != stretches_.begin() && std::prev(next)->end() > stretch.first) return false;
  if (next != stretches_.end() && stretch.end() == next->first) {
    stretch.count += next->count;
    next = stretches_.erase(next);
  }
  if (next != stretches_.begin() && std::prev(next)->end() == stretch.first) {
    std::prev(next)->count += stretch.count;
  } else {
    stretches_.insert(next, stretch);
  }
  return true;
}

bool ReplicaSet::holds(Stretch stretch) const { return missing(stretch.first, stretch.end()).empty(); }

std::vector<Stretch> ReplicaSet::missing(std::uint32_t begin, std::uint32_t end) const {
  std::vector<Stretch> out;
  std::uint32_t at = begin;
  for (const Stretch& stretch : stretches_) {
    if (at >= end) break;
    const std::uint32_t until = std::min(stretch.first, end);
    if (until > at) out.push_back({at, until - at});
    at = std::max(at, stretch.end());
  }
  if (at < end) out.push_back({at, end - at});
  return out;
}

std::uint32_t ReplicaSet::count() const { return count_below(std::numeric_limits<std::uint32_t>::max()); }

std::uint32_t ReplicaSet::count_below(std::uint32_t number) const {
  std::uint32_t out = 0;
  for (const Stretch& stretch : stretches_)
    if (stretch.first < number) out += std::min(stretch.end(), number) - stretch.first;
  return out;
}

std::vector<Stretch> cut(const std::vector<Stretch>& stretches, std::uint32_t grain) {
  std::vector<Stretch> out;
  for (Stretch stretch : stretches)
    while (stretch.count > 0) {
      const std::uint32_t count = std::min(stretch.count, grain - stretch.first % grain);
      out.push_back({stretch.first, count});
      stretch = {stretch.first + count, stretch.count - count};
    }
  return out;
}

}  // namespace veer::ensemble
