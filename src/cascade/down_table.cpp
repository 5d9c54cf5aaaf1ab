#include "cascade/down_table.hpp"

#include <algorithm>
#include <cstring>

namespace veer::cascade {

void DownTable::Adder::add(Component component, const LaneRow& row) {
  const std::size_t ticks = table_.ticks_;
  std::int32_t* const changes = table_.changes_.data() + component * ticks;
  auto& lock = table_.locks_[component % table_.locks_.size()];
  if (ticks > most_ticks_copied || row.count() > most_lanes_copied) {
    const std::lock_guard guard(lock);
    add_directly(changes, row);
    return;
  }
  // Start and end of "no interval" are counted too, at 65,535 and at 0, where no interval starts or ends.
  std::uint16_t* const starts = counts_.data();
  std::uint16_t* const ends = counts_.data() + copies * stride;
  const std::uint32_t chunks = (row.count() + lanes::chunk_lanes - 1) / lanes::chunk_lanes;
  for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
    const std::uint32_t used = std::min(lanes::chunk_lanes, row.count() - chunk * lanes::chunk_lanes);
    const lanes::Chunk& first = row.first(chunk);
    std::uint32_t lane = 0;
    for (; lane + copies <= used; lane += copies) {
      ++starts[first.start[lane]];
      ++starts[stride + first.start[lane + 1]];
      ++starts[2 * stride + first.start[lane + 2]];
      ++starts[3 * stride + first.start[lane + 3]];
      ++ends[first.end[lane]];
      ++ends[stride + first.end[lane + 1]];
      ++ends[2 * stride + first.end[lane + 2]];
      ++ends[3 * stride + first.end[lane + 3]];
    }
    for (; lane < used; ++lane) {
      ++starts[first.start[lane]];
      ++ends[first.end[lane]];
    }
    if (row.tail(chunk).second != 0 || row.tail(chunk).more != 0) add_later(chunk, used, row);
  }
  const std::lock_guard guard(lock);
  for (std::size_t copy = 0; copy < copies; ++copy) ends[copy * stride] = 0;
  for (std::size_t tick = 0; tick < ticks; ++tick) {
    const auto begun = static_cast<std::int16_t>(starts[tick] + starts[stride + tick] + starts[2 * stride + tick] +
                                                 starts[3 * stride + tick]);
    const auto ended =
        static_cast<std::int16_t>(ends[tick] + ends[stride + tick] + ends[2 * stride + tick] + ends[3 * stride + tick]);
    changes[tick] += static_cast<std::int16_t>(begun - ended);
  }
  for (std::size_t copy = 0; copy < 2 * copies; ++copy)
    std::fill_n(counts_.begin() + static_cast<std::ptrdiff_t>(copy * stride), ticks, std::uint16_t{0});
}

/// The intervals of a chunk after the first of each lane; all those of lanes with three or more.
void DownTable::Adder::add_later(std::uint32_t chunk, std::uint32_t used, const LaneRow& row) {
  const auto count = [this](Interval interval) {
    ++counts_[static_cast<std::size_t>(interval.start)];
    ++counts_[copies * stride + static_cast<std::size_t>(interval.end)];
  };
  if (row.tail(chunk).second != 0) {
    // Few lanes have a second interval: look at four at once.
    const lanes::Chunk& second = row.second(chunk);
    for (std::uint32_t lane = 0; lane < used; lane += 4) {
      std::uint64_t four = 0;
      std::memcpy(&four, second.end.data() + lane, sizeof four);
      for (std::uint32_t i = lane; four != 0 && i < std::min(used, lane + 4); ++i)
        if (second.end[i] != 0) count({second.start[i], second.end[i]});
    }
  }
  if (row.tail(chunk).more == 0) return;
  for (std::uint32_t lane = 0; lane < used; ++lane)
    if (row.first(chunk).start[lane] == lanes::nothing) row.each(chunk * lanes::chunk_lanes + lane, count);
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
