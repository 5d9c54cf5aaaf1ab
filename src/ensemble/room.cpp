#include "ensemble/room.hpp"

#include <algorithm>

#include "ensemble/hourly.hpp"

namespace veer::ensemble {

Outcome make_room(const World& world, std::uint32_t most, Keep keep) {
  const HourlySizes sizes = hourly_sizes(world);
  Outcome out;
  out.hours = sizes.hours;
  out.needs = sizes.needs;
  out.processes.resize(world.region.processes.size());
  for (auto& runs : out.processes) runs.reserve(most);
  out.unmet.reserve(std::size_t{most} * sizes.municipalities * sizes.needs * people::row_count);
  out.total_unmet_h.reserve(most);
  out.down_count.assign((world.region.assets.size() + world.region.processes.size()) * sizes.hours, 0);
  out.full_down_minutes.assign(world.region.processes.size(), 0);
  prepare_hourly(world, keep, out);
  return out;
}

void grow_to(Outcome& outcome, std::uint32_t replicas, std::size_t municipalities) {
  for (auto& runs : outcome.processes) runs.resize(replicas);
  outcome.unmet.resize(std::size_t{replicas} * municipalities * outcome.needs * people::row_count);
  outcome.total_unmet_h.resize(replicas);
  const std::uint32_t curved = std::min(replicas, curve_replicas);
  for (auto& runs : outcome.service_phases) runs.resize(curved);
  for (auto& runs : outcome.need_phases) runs.resize(curved);
  for (auto& minutes : outcome.asset_down) minutes.resize(curved);
}

void pack(Outcome& outcome, const ReplicaSet& done, std::size_t municipalities) {
  const std::size_t stride = municipalities * outcome.needs * people::row_count;
  std::uint32_t to = 0;
  // Places only move down, so that what is still to be moved is never written over.
  const auto move = [&to](auto& values, const Stretch& stretch, std::size_t width) {
    const auto from = values.begin() + static_cast<std::ptrdiff_t>(stretch.first * width);
    std::copy(from, from + static_cast<std::ptrdiff_t>(stretch.count * width),
              values.begin() + static_cast<std::ptrdiff_t>(to * width));
  };
  for (const Stretch& stretch : done.stretches()) {
    if (stretch.first != to) {
      for (auto& runs : outcome.processes) move(runs, stretch, 1);
      move(outcome.unmet, stretch, stride);
      move(outcome.total_unmet_h, stretch, 1);
      if (stretch.first < curve_replicas) {
        const Stretch curved{stretch.first, std::min(stretch.count, curve_replicas - stretch.first)};
        for (auto& minutes : outcome.asset_down) move(minutes, curved, 1);
        for (auto& phases : outcome.service_phases) move(phases, curved, 1);
        for (auto& phases : outcome.need_phases) move(phases, curved, 1);
      }
    }
    if (stretch.first != to || !outcome.numbers.empty()) {
      for (std::uint32_t i = static_cast<std::uint32_t>(outcome.numbers.size()); i < to; ++i)
        outcome.numbers.push_back(i);
      for (std::uint32_t i = 0; i < stretch.count; ++i) outcome.numbers.push_back(stretch.first + i);
    }
    to += stretch.count;
  }
  grow_to(outcome, to, municipalities);
  const std::uint32_t curved = done.count_below(curve_replicas);
  for (auto& minutes : outcome.asset_down) minutes.resize(curved);
  for (auto& phases : outcome.service_phases) phases.resize(curved);
  for (auto& phases : outcome.need_phases) phases.resize(curved);
  outcome.replicas = to;
  outcome.curved = curved;
  outcome.explained = done.count_below(explained_replicas);
}

}  // namespace veer::ensemble
