#include "cascade/down_table.hpp"

#include <algorithm>

namespace veer::cascade {

void DownTable::Adder::add(Component component, const LaneRow& row) {
  const std::size_t ticks = table_.ticks_;
  std::int32_t* const changes = table_.changes_.data() + component * ticks;
  auto& lock = table_.locks_[component % table_.locks_.size()];
  // A copy counts to 65,535.
  if (ticks > most_ticks_copied || row.count() > 65535) {
    const std::lock_guard guard(lock);
    add_directly(changes, row);
    return;
  }
  // No interval (start 65,535, end 0) counts at the horizon at both ends, where it does no harm.
  const auto last = static_cast<std::uint32_t>(ticks - 1);
  const std::uint32_t chunks = (row.count() + lanes::chunk_lanes - 1) / lanes::chunk_lanes;
  for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
    const std::uint32_t used = std::min(lanes::chunk_lanes, row.count() - chunk * lanes::chunk_lanes);
    const lanes::Chunk& first = row.first(chunk);
    std::uint16_t* counts = counts_.data();
    for (std::uint32_t lane = 0; lane < used; ++lane) {
      std::uint16_t* const own = counts + (lane % copies) * 2 * ticks;
      const std::uint32_t start = std::min<std::uint32_t>(first.start[lane], last);
      ++own[start];
      ++own[ticks + (start == last ? last : first.end[lane])];
    }
    if (row.tail(chunk).second == 0 && row.tail(chunk).more == 0) continue;
    for (std::uint32_t lane = 0; lane < used; ++lane) {
      bool is_first = first.start[lane] != lanes::nothing;
      row.each(chunk * lanes::chunk_lanes + lane, [&](Interval interval) {
        if (!is_first) {
          ++counts[interval.start];
          ++counts[ticks + static_cast<std::size_t>(interval.end)];
        }
        is_first = false;
      });
    }
  }
  const std::lock_guard guard(lock);
  for (std::size_t copy = 0; copy < copies; ++copy) {
    const std::uint16_t* const starts = counts_.data() + copy * 2 * ticks;
    for (std::size_t tick = 0; tick < ticks; ++tick) changes[tick] += starts[tick] - starts[ticks + tick];
  }
  std::fill(counts_.begin(), counts_.end(), std::uint16_t{0});
}

void DownTable::Adder::add_directly(std::int32_t* changes, const LaneRow& row) const {
  for (std::uint32_t lane = 0; lane < row.count(); ++lane)
    row.each(lane, [changes](Interval interval) {
      ++changes[interval.start];
      --changes[interval.end];
    });
}

std::vector<std::uint32_t> DownTable::counts(Component component) const {
  std::vector<std::uint32_t> out;
  std::int32_t down = 0;
  for (std::size_t tick = 0; tick + 1 < ticks_; ++tick)
    out.push_back(static_cast<std::uint32_t>(down += changes_[component * ticks_ + tick]));
  return out;
}

std::uint64_t DownTable::digest() const {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (std::size_t c = 0; c < changes_.size() / ticks_; ++c) {
    std::int32_t down = 0;
    for (std::size_t tick = 0; tick + 1 < ticks_; ++tick) {
      down += changes_[c * ticks_ + tick];
      hash = (hash ^ static_cast<std::uint32_t>(down)) * 0x100000001b3ULL;
    }
  }
  return hash;
}

}  // namespace veer::cascade
