#include "ensemble/sampler.hpp"

#include <algorithm>

namespace veer::ensemble {

using cascade::Component;
using cascade::Interval;

Sampler::Sampler(const World& world, const SlotLayout& layout)
    : world_(world),
      layout_(layout),
      down_count_((world.region.assets.size() + world.region.processes.size()) * layout.hours, 0),
      limiting_(world.region.processes.size()),
      full_down_(world.region.processes.size(), 0) {}

Sampler::Hours Sampler::hours_of(Interval interval) const {
  const auto ceiling = [&](Minutes minute) {
    return std::min(layout_.hours, static_cast<std::size_t>((minute + minutes_per_hour - 1) / minutes_per_hour));
  };
  return {ceiling(interval.start), ceiling(interval.end)};
}

void Sampler::sample(const cascade::Engine& engine, std::uint32_t replica, Slot& slot, Outcome& outcome) {
  slot.values.assign(layout_.rows() * layout_.hours, 0);
  sample_people(engine, replica, slot, outcome);
  sum_places(slot);
  sample_assets(engine, replica, slot, outcome);
  sample_processes(engine, replica, outcome);
  for (const Component component : engine.deadlocked()) ++deadlocked_[component];
}

void Sampler::sample_people(const cascade::Engine& engine, std::uint32_t replica, Slot& slot, Outcome& outcome) {
  const people::Population& population = world_.population;
  const std::size_t municipalities = population.municipalities().size();
  std::int64_t* const unmet =
      outcome.unmet.data() + std::size_t{replica} * municipalities * layout_.needs * people::row_count;
  std::vector<std::int64_t> ppm_minutes(municipalities * layout_.needs * people::row_count, 0);
  for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf) {
    const auto& placed = world_.compiled.map.zone_components[leaf];
    if (!engine.ever_down(placed.component)) continue;
    const std::size_t need = population.need(leaf);
    const std::size_t base = (population.municipality(leaf) * layout_.needs + need) * people::row_count;
    std::uint32_t* const unmet_row = slot.values.data() + layout_.unmet(population.area(leaf), need) * layout_.hours;
    std::uint32_t* const without_row =
        slot.values.data() + layout_.without(population.area(leaf), need) * layout_.hours;
    const region::Zone& zone = world_.region.zones[placed.zone.index()];
    const bool powers_work = !placed.group && world_.region.services[placed.need.index()].id == "light";
    Minutes unserved = 0;
    engine.each_interval(placed.component, [&](Interval down) {
      const Minutes after = unserved + down.end - down.start;
      const Hours hours = hours_of(down);
      for (const people::Heads& heads : population.heads(leaf)) {
        const people::Reserve& reserve = population.reserve(heads.reserve);
        ppm_minutes[base + heads.row] += heads.heads * (reserve.unmet_before(after) - reserve.unmet_before(unserved));
        if (heads.row != 0) continue;
        const auto all = static_cast<std::uint32_t>(heads.heads * grain);
        for (std::size_t hour = hours.first; hour < hours.last; ++hour) without_row[hour] += all;
        for (std::size_t hour = hours.first; hour < hours.last; ++hour) {
          const Minutes u = unserved + static_cast<Minutes>(hour) * minutes_per_hour - down.start;
          unmet_row[hour] += static_cast<std::uint32_t>(heads.heads * reserve.unmet(u) / (people::ppm / grain));
        }
      }
      if (powers_work) {
        for (std::size_t hour = hours.first; hour < hours.last; ++hour) {
          slot.values[layout_.jobs() * layout_.hours + hour] += static_cast<std::uint32_t>(zone.jobs);
          slot.values[layout_.businesses() * layout_.hours + hour] += static_cast<std::uint32_t>(zone.businesses);
        }
      }
      unserved = after;
    });
  }
  double total = 0;
  for (std::size_t i = 0; i < ppm_minutes.size(); ++i) {
    unmet[i] = ppm_minutes[i] / people::ppm;
    if (i % people::row_count == 0) total += static_cast<double>(unmet[i]);
  }
  outcome.total_unmet_h[replica] = total / minutes_per_hour;
}

/// Here and not when the round is folded: the rows of the areas are still in the cache.
void Sampler::sum_places(Slot& slot) const {
  const auto& place_of_area = world_.population.municipality_of_area();
  const std::size_t municipalities = world_.population.municipalities().size();
  slot.sums.assign((municipalities + 1) * layout_.needs * 2 * layout_.hours, 0);
  const auto add = [&](std::size_t sum_row, const auto* from) {
    std::int64_t* const to = slot.sums.data() + sum_row * layout_.hours;
    for (std::size_t hour = 0; hour < layout_.hours; ++hour) to[hour] += from[hour];
  };
  for (std::size_t area = 0; area < layout_.areas; ++area)
    for (std::size_t need = 0; need < layout_.needs; ++need) {
      add(layout_.sum_unmet(place_of_area[area], need), slot.values.data() + layout_.unmet(area, need) * layout_.hours);
      add(layout_.sum_without(place_of_area[area], need),
          slot.values.data() + layout_.without(area, need) * layout_.hours);
    }
  for (std::size_t place = 0; place < municipalities; ++place)
    for (std::size_t need = 0; need < layout_.needs; ++need) {
      add(layout_.sum_unmet(municipalities, need), slot.sums.data() + layout_.sum_unmet(place, need) * layout_.hours);
      add(layout_.sum_without(municipalities, need),
          slot.sums.data() + layout_.sum_without(place, need) * layout_.hours);
    }
}

double Sampler::total_unmet_h(const cascade::Engine& engine) const {
  const people::Population& population = world_.population;
  std::vector<std::int64_t> ppm_minutes(population.municipalities().size() * layout_.needs, 0);
  for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf) {
    const auto& heads = population.heads(leaf);
    if (heads.empty() || heads.front().row != 0) continue;
    const people::Reserve& reserve = population.reserve(heads.front().reserve);
    Minutes unserved = 0;
    engine.each_interval(world_.compiled.map.zone_components[leaf].component,
                         [&](Interval down) { unserved += down.end - down.start; });
    ppm_minutes[population.municipality(leaf) * layout_.needs + population.need(leaf)] +=
        heads.front().heads * reserve.unmet_before(unserved);
  }
  double total = 0;
  for (const std::int64_t value : ppm_minutes) total += static_cast<double>(value / people::ppm);
  return total / minutes_per_hour;
}

void Sampler::sample_assets(const cascade::Engine& engine, std::uint32_t replica, Slot& slot, Outcome& outcome) {
  for (std::size_t a = 0; a < world_.region.assets.size(); ++a) {
    const auto component = static_cast<Component>(a);
    if (!engine.ever_down(component)) continue;
    std::uint32_t* const service_row =
        slot.values.data() + layout_.service(world_.region.assets[a].service.index()) * layout_.hours;
    std::uint32_t* const count_row = down_count_.data() + a * layout_.hours;
    Minutes down_minutes = 0;
    engine.each_interval(component, [&](Interval down) {
      down_minutes += down.end - down.start;
      const Hours hours = hours_of(down);
      for (std::size_t hour = hours.first; hour < hours.last; ++hour) ++service_row[hour];
      for (std::size_t hour = hours.first; hour < hours.last; ++hour) ++count_row[hour];
    });
    if (replica < outcome.asset_down_replicas)
      outcome.asset_down[a * outcome.asset_down_replicas + replica] = static_cast<std::uint16_t>(down_minutes);
  }
}

void Sampler::sample_processes(const cascade::Engine& engine, std::uint32_t replica, Outcome& outcome) {
  const std::size_t assets = world_.region.assets.size();
  for (std::size_t p = 0; p < world_.region.processes.size(); ++p) {
    const auto& components = world_.compiled.map.processes[p];
    region::ProcessRun run;
    engine.each_interval(components.minimum, [&](Interval down) {
      if (run.first_failure < 0) run.first_failure = down.start;
      run.recovered = down.end;
      run.longest = std::max(run.longest, down.end - down.start);
      run.down += down.end - down.start;
      ++run.interruptions;
      const Hours hours = hours_of(down);
      for (std::size_t hour = hours.first; hour < hours.last; ++hour)
        ++down_count_[(assets + p) * layout_.hours + hour];
    });
    if (run.first_failure >= 0)
      ++limiting_[p][cascade::limiting_cause(world_.compiled.program, engine, components.minimum, run.first_failure)];
    outcome.processes[p][replica] = run;
    if (components.full)
      engine.each_interval(*components.full, [&](Interval down) { full_down_[p] += down.end - down.start; });
  }
}

}  // namespace veer::ensemble
