#include "ensemble/sampler.hpp"

#include <algorithm>

namespace veer::ensemble {

using cascade::Component;
using cascade::Interval;
using cascade::LaneRow;

namespace {

std::size_t whole_chunks(std::uint32_t lanes) {
  return (lanes + cascade::lanes::chunk_lanes - 1) / cascade::lanes::chunk_lanes * cascade::lanes::chunk_lanes;
}

}  // namespace

Sampler::Sampler(const World& world, const HourTables& tables, Hourly::Locks& locks, Outcome& outcome,
                 std::uint32_t batch)
    : world_(world),
      tables_(tables),
      outcome_(outcome),
      hourly_(world, tables, locks, outcome),
      sizes_(hourly_sizes(world)),
      batch_(batch),
      down_((world.region.assets.size() + world.region.processes.size()) * (sizes_.hours + 1), 0),
      changes_(2 * (sizes_.hours + 1), 0),
      full_down_(world.region.processes.size(), 0),
      unmet_(sizes_.municipalities * sizes_.needs * people::row_count * batch, 0),
      minutes_(whole_chunks(batch), 0),
      per_person_(most_waiting * batch, 0),
      most_heads_(static_cast<std::int32_t>(
          std::min(1e9, (weighted_bound - 1) / (static_cast<double>(people::ppm) * world.compiled.program.horizon)))) {
  const std::size_t first_level = world.region.assets.size() + world.compiled.map.zone_components.size();
  levels_.resize(world.compiled.program.component_count() - first_level);
  for (std::size_t p = 0; p < world.region.processes.size(); ++p) {
    const auto& components = world.compiled.map.processes[p];
    levels_[components.minimum - first_level] = {p, false};
    if (components.full) levels_[*components.full - first_level] = {p, true};
  }
}

void Sampler::begin(std::uint32_t first_replica, std::uint32_t count, bool hourly) {
  ENSURE(count <= (hourly ? Hourly::lanes : batch_), "more replicas than there are lanes for");
  first_ = first_replica;
  count_ = count;
  keeps_hours_ = hourly;
  std::fill(unmet_.begin(), unmet_.end(), 0);
  if (hourly) hourly_.begin(first_replica, count);
}

void Sampler::row(Component component, const LaneRow& row) {
  const std::size_t assets = world_.region.assets.size();
  const std::size_t leaves = world_.compiled.map.zone_components.size();
  if (component < assets) return asset(component, row);
  if (component < assets + leaves) return leaf(component - assets, row);
  const Level level = levels_[component - assets - leaves];
  if (level.full) return full(level.process, row);
  minimum(level.process, row);
}

void Sampler::count_down(std::size_t row_index, const LaneRow& row) {
  using cascade::lanes::chunk_lanes;
  const std::size_t length = sizes_.hours + 1;
  // Many lanes change in the same hour. Two sets of counts in turn: no lane waits for what the one before it wrote.
  std::int32_t* const even = changes_.data();
  std::int32_t* const odd = changes_.data() + length;
  const auto add = [&](const LaneHours::Hours& hours, bool same, std::uint32_t lanes, std::int32_t change) {
    if (same) {  // often: all of them go down with the hazard
      even[hours[0]] += change * static_cast<std::int32_t>(lanes);
      return;
    }
    for (std::uint32_t lane = 0; lane + 1 < lanes; lane += 2) {
      even[hours[lane]] += change;
      odd[hours[lane + 1]] += change;
    }
    if (lanes % 2 == 1) even[hours[lanes - 1]] += change;
  };
  const auto count = [&](const cascade::lanes::Chunk& chunk, std::uint32_t lanes) {
    const LaneHours in = hours_of(chunk, static_cast<std::uint16_t>(world_.compiled.program.horizon),
                                  static_cast<std::uint16_t>(sizes_.hours));
    add(in.first, in.same_first, lanes, 1);
    add(in.last, in.same_last, lanes, -1);
  };
  for (std::uint32_t begin = 0; begin < count_; begin += chunk_lanes) {
    const std::uint32_t chunk = begin / chunk_lanes;
    const std::uint32_t lanes = std::min(chunk_lanes, count_ - begin);
    if (row.tail(chunk).more == 0) {
      count(row.first(chunk), lanes);
      if (row.tail(chunk).second != 0) count(row.second(chunk), lanes);
      continue;
    }
    for (std::uint32_t lane = begin; lane < begin + lanes; ++lane)
      row.each(lane, [&](Interval interval) {
        const auto in = tables_.hours_of(interval);
        ++even[in.first];
        --even[in.last];
      });
  }
  std::int32_t* const down = down_.data() + row_index * length;
  for (std::size_t hour = 0; hour < length; ++hour) down[hour] += even[hour] + odd[hour];
  std::fill(changes_.begin(), changes_.end(), 0);
}

void Sampler::asset(std::size_t asset, const LaneRow& row) {
  count_down(asset, row);
  if (keeps_hours_) hourly_.asset(asset, row);
}

void Sampler::leaf(std::size_t leaf, const LaneRow& row) {
  if (keeps_hours_) hourly_.leaf(leaf, row);
  const people::Population& population = world_.population;
  const auto& heads = population.heads(leaf);
  if (heads.empty()) return;
  const std::size_t place = population.municipality(leaf) * sizes_.needs + population.need(leaf);
  if (place != waiting_for_ || waiting_ + heads.size() > most_waiting) add_waiting();
  waiting_for_ = place;
  row.lengths(minutes_);
  auto reserve = static_cast<std::size_t>(-1);
  for (const people::Heads& group : heads) {
    if (group.reserve != reserve) {
      reserve = group.reserve;
      // Down intervals follow one another without replenishment, so that only their sum counts.
      const double* const before = tables_.unmet_before_each(reserve);
      double* const per_person = per_person_.data() + waiting_++ * batch_;
      for (std::uint32_t lane = 0; lane < count_; ++lane) per_person[lane] = before[minutes_[lane]];
    }
    const double* const per_person = per_person_.data() + (waiting_ - 1) * batch_;
    for (std::int32_t left = group.heads; left > 0; left -= most_heads_)
      terms_[group.row].push_back({per_person, static_cast<double>(std::min(left, most_heads_))});
  }
}

/// What waits, into the sums of its municipality and need: some lanes at a time, which stay in the nearest cache.
void Sampler::add_waiting() {
  constexpr std::uint32_t lanes_at_once = 256;
  for (std::uint32_t begin = 0; begin < count_ && waiting_ > 0; begin += lanes_at_once)
    for (std::size_t row = 0; row < people::row_count; ++row) {
      std::int64_t* const sums = unmet_.data() + (waiting_for_ * people::row_count + row) * batch_ + begin;
      const auto add = [&] {
        add_weighted({sums, std::min(lanes_at_once, count_ - begin)}, together_);
        together_.clear();
      };
      double heads = 0;
      for (const WeightedLanes& term : terms_[row]) {
        if (heads + term.weight > most_heads_) {
          add();
          heads = 0;
        }
        heads += term.weight;
        together_.push_back({term.values + begin, term.weight});
      }
      if (!together_.empty()) add();
    }
  for (auto& terms : terms_) terms.clear();
  waiting_ = 0;
}

void Sampler::minimum(std::size_t process, const LaneRow& row) {
  count_down(world_.region.assets.size() + process, row);
  for (std::uint32_t lane = 0; lane < count_; ++lane) {
    region::ProcessRun run;
    row.each(lane, [&run](Interval down) {
      if (run.first_failure < 0) run.first_failure = down.start;
      run.recovered = down.end;
      run.longest = std::max(run.longest, down.end - down.start);
      run.down += down.end - down.start;
      ++run.interruptions;
    });
    outcome_.processes[process][first_ + lane] = run;
  }
}

void Sampler::full(std::size_t process, const LaneRow& row) {
  for (std::uint32_t lane = 0; lane < count_; ++lane)
    row.each(lane, [&](Interval down) { full_down_[process] += down.end - down.start; });
}

void Sampler::finish() {
  add_waiting();
  const std::size_t records = sizes_.municipalities * sizes_.needs * people::row_count;
  for (std::uint32_t lane = 0; lane < count_; ++lane) {
    std::int64_t* const out = outcome_.unmet.data() + (first_ + lane) * records;
    double total = 0;
    for (std::size_t record = 0; record < records; ++record) {
      out[record] = unmet_[record * batch_ + lane] / people::ppm;
      if (record % people::row_count == 0) total += static_cast<double>(out[record]);
    }
    outcome_.total_unmet_h[first_ + lane] = total / minutes_per_hour;
  }
  if (keeps_hours_) hourly_.finish();
}

void Sampler::hand_over_counts() {
  for (std::size_t row = 0; row < down_.size() / (sizes_.hours + 1); ++row) {
    std::int32_t down = 0;
    for (std::size_t hour = 0; hour < sizes_.hours; ++hour) {
      down += down_[row * (sizes_.hours + 1) + hour];
      outcome_.down_count[row * sizes_.hours + hour] += static_cast<std::uint32_t>(down);
    }
  }
  std::fill(down_.begin(), down_.end(), 0);
  for (std::size_t p = 0; p < full_down_.size(); ++p) outcome_.full_down_minutes[p] += full_down_[p];
  std::fill(full_down_.begin(), full_down_.end(), 0);
}

TotalSampler::TotalSampler(const World& world, std::uint32_t batch)
    : world_(world),
      batch_(batch),
      unmet_(world.population.municipalities().size() * world.population.needs().size() * batch, 0),
      minutes_(whole_chunks(batch), 0) {}

void TotalSampler::row(Component component, const LaneRow& row) {
  const people::Population& population = world_.population;
  const std::size_t assets = world_.region.assets.size();
  if (component < assets || component >= assets + population.leaf_count()) return;
  const std::size_t leaf = component - assets;
  const auto& heads = population.heads(leaf);
  if (heads.empty() || heads.front().row != 0) return;
  const people::Reserve& reserve = population.reserve(heads.front().reserve);
  std::int64_t* const unmet =
      unmet_.data() + (population.municipality(leaf) * population.needs().size() + population.need(leaf)) * batch_;
  row.lengths(minutes_);
  for (std::uint32_t lane = 0; lane < row.count(); ++lane)
    unmet[lane] += heads.front().heads * reserve.unmet_before(minutes_[lane]);
}

void TotalSampler::take(std::span<double> out) {
  for (std::size_t lane = 0; lane < out.size(); ++lane) {
    double total = 0;
    for (std::size_t record = lane; record < unmet_.size(); record += batch_)
      total += static_cast<double>(unmet_[record] / people::ppm);
    out[lane] = total / minutes_per_hour;
  }
  std::fill(unmet_.begin(), unmet_.end(), 0);
}

}  // namespace veer::ensemble
