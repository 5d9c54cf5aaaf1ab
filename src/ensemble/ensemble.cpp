#include "ensemble/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "base/parallel.hpp"
#include "ensemble/sampler.hpp"
#include "ensemble/statistics.hpp"

namespace veer::ensemble {

namespace {

constexpr float beyond = std::numeric_limits<float>::infinity();

/// One thread's tools.
struct Worker {
  cascade::Engine engine;
  Sampler sampler;
  Worker(const World& world, const SlotLayout& layout) : engine(world.compiled.program), sampler(world, layout) {}
};

/// Folds the slots of a round into the curves: every row by one thread, replicas in order.
class Folder {
 public:
  Folder(const World& world, const SlotLayout& layout, Outcome& outcome)
      : world_(world),
        layout_(layout),
        outcome_(outcome),
        municipality_count_(world.population.municipalities().size()),
        service_size_(layout.services, 0) {
    for (const auto& asset : world.region.assets) ++service_size_[asset.service.index()];
    prepare();
  }

  /// Tasks that do not share a row: each area, each (municipality, need), each need of the region, each service, the
  /// economy.
  [[nodiscard]] std::size_t task_count() const {
    return layout_.areas + municipality_count_ * layout_.needs + layout_.needs + layout_.services + 1;
  }

  void fold(std::size_t task, std::span<const Slot> slots, std::uint32_t first_replica) {
    if (task < layout_.areas) return fold_area(task, slots);
    task -= layout_.areas;
    if (task < municipality_count_ * layout_.needs)
      return fold_municipality(task / layout_.needs, task % layout_.needs, slots);
    task -= municipality_count_ * layout_.needs;
    if (task < layout_.needs) return fold_region(task, slots, first_replica);
    task -= layout_.needs;
    if (task < layout_.services) return fold_service(task, slots, first_replica);
    for (const Slot& slot : slots) {
      outcome_.economy.add(0, values(slot, layout_.jobs()));
      outcome_.economy.add(1, values(slot, layout_.businesses()));
    }
  }

 private:
  void prepare() {
    const auto& concerned = world_.population.concerned();
    std::vector<std::int64_t> area(layout_.areas * layout_.needs);
    std::vector<std::int64_t> municipality(municipality_count_ * layout_.needs, 0);
    std::vector<std::int64_t> region(layout_.needs, 0);
    for (std::size_t a = 0; a < layout_.areas; ++a)
      for (std::size_t n = 0; n < layout_.needs; ++n) {
        const std::int64_t whole = concerned[a * layout_.needs + n] * grain;
        area[a * layout_.needs + n] = whole;
        municipality[world_.population.municipality_of_area()[a] * layout_.needs + n] += whole;
        region[n] += whole;
      }
    concerned_region_ = region;
    const auto people = static_cast<double>(grain);
    outcome_.area_unmet = outcome_.area_without = Curves(area, layout_.hours, people);
    outcome_.municipality_unmet = outcome_.municipality_without = Curves(municipality, layout_.hours, people);
    outcome_.region_unmet = outcome_.region_without = Curves(region, layout_.hours, people);
    outcome_.services = Curves(std::vector<std::int64_t>(service_size_.begin(), service_size_.end()), layout_.hours, 1);
    std::int64_t jobs = 0;
    std::int64_t businesses = 0;
    for (const auto& zone : world_.region.zones) {
      jobs += zone.jobs;
      businesses += zone.businesses;
    }
    outcome_.economy = Curves({jobs, businesses}, layout_.hours, 1);
  }

  std::span<const std::uint32_t> values(const Slot& slot, std::size_t row) const {
    return std::span(slot.values).subspan(row * layout_.hours, layout_.hours);
  }

  /// One row at a time over all replicas of the round: its histograms stay in the cache.
  void fold_row(Curves& curves, std::size_t row, std::size_t slot_row, std::span<const Slot> slots) {
    for (const Slot& slot : slots) curves.add(row, values(slot, slot_row));
  }

  void fold_area(std::size_t area, std::span<const Slot> slots) {
    for (std::size_t need = 0; need < layout_.needs; ++need) {
      fold_row(outcome_.area_unmet, area * layout_.needs + need, layout_.unmet(area, need), slots);
      fold_row(outcome_.area_without, area * layout_.needs + need, layout_.without(area, need), slots);
    }
  }

  std::span<const std::int64_t> sums(const Slot& slot, std::size_t row) const {
    return std::span(slot.sums).subspan(row * layout_.hours, layout_.hours);
  }

  void fold_municipality(std::size_t municipality, std::size_t need, std::span<const Slot> slots) {
    const std::size_t row = municipality * layout_.needs + need;
    for (const Slot& slot : slots)
      outcome_.municipality_unmet.add(row, sums(slot, layout_.sum_unmet(municipality, need)));
    for (const Slot& slot : slots)
      outcome_.municipality_without.add(row, sums(slot, layout_.sum_without(municipality, need)));
  }

  void fold_region(std::size_t need, std::span<const Slot> slots, std::uint32_t first_replica) {
    std::vector<double> loss(layout_.hours);
    const double whole = std::max(1.0, static_cast<double>(concerned_region_[need]));
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const auto without = sums(slots[i], layout_.sum_without(municipality_count_, need));
      outcome_.region_unmet.add(need, sums(slots[i], layout_.sum_unmet(municipality_count_, need)));
      outcome_.region_without.add(need, without);
      for (std::size_t hour = 0; hour < layout_.hours; ++hour) loss[hour] = static_cast<double>(without[hour]) / whole;
      outcome_.need_phases[need][first_replica + i] = phases(loss);
    }
  }

  void fold_service(std::size_t service, std::span<const Slot> slots, std::uint32_t first_replica) {
    if (service_size_[service] == 0) return;
    std::vector<double> loss(layout_.hours);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      for (std::size_t hour = 0; hour < layout_.hours; ++hour) {
        const std::uint32_t down = slots[i].values[layout_.service(service) * layout_.hours + hour];
        outcome_.services.add(service, hour, down);
        loss[hour] = down / static_cast<double>(service_size_[service]);
      }
      outcome_.service_phases[service][first_replica + i] = phases(loss);
    }
  }

  const World& world_;
  SlotLayout layout_;
  Outcome& outcome_;
  std::size_t municipality_count_;
  std::vector<std::size_t> service_size_;
  std::vector<std::int64_t> concerned_region_;
};

/// Room for the most replicas is set aside and taken only as they come: a run that stops early never uses it.
Outcome make_room(const World& world, const SlotLayout& layout, std::uint32_t most) {
  Outcome out;
  out.hours = layout.hours;
  out.needs = layout.needs;
  out.processes.resize(world.region.processes.size());
  out.service_phases.resize(layout.services);
  out.need_phases.resize(layout.needs);
  for (auto& runs : out.processes) runs.reserve(most);
  for (auto& runs : out.service_phases) runs.reserve(most);
  for (auto& runs : out.need_phases) runs.reserve(most);
  out.unmet.reserve(std::size_t{most} * world.population.municipalities().size() * layout.needs * people::row_count);
  out.total_unmet_h.reserve(most);
  out.asset_down_replicas = std::min(most, influence_replicas);
  out.asset_down.assign(world.region.assets.size() * out.asset_down_replicas, 0);
  return out;
}

/// Makes the records per replica that many replicas long.
void grow_to(Outcome& out, std::uint32_t replicas, std::size_t municipalities) {
  for (auto& runs : out.processes) runs.resize(replicas);
  for (auto& runs : out.service_phases) runs.resize(replicas);
  for (auto& runs : out.need_phases) runs.resize(replicas);
  out.unmet.resize(std::size_t{replicas} * municipalities * out.needs * people::row_count);
  out.total_unmet_h.resize(replicas);
}

bool precise_enough(const std::vector<double>& totals, std::uint32_t done, double relative_error) {
  if (done < 2 * round_size) return false;  // a spread from fewer says little
  const Estimate total = estimate(std::span(totals).first(done));
  return total.standard_error <= relative_error * total.mean;
}

void gather(const std::vector<std::unique_ptr<Worker>>& workers, const World& world, Outcome& out) {
  out.down_count.assign(workers.front()->sampler.down_count().size(), 0);
  out.limiting.resize(world.region.processes.size());
  out.full_down_minutes.assign(world.region.processes.size(), 0);
  for (const auto& worker : workers) {
    const Sampler& sampler = worker->sampler;
    for (std::size_t i = 0; i < out.down_count.size(); ++i) out.down_count[i] += sampler.down_count()[i];
    for (std::size_t p = 0; p < out.limiting.size(); ++p) {
      for (const auto& [cause, count] : sampler.limiting()[p]) out.limiting[p][cause] += count;
      out.full_down_minutes[p] += sampler.full_down()[p];
    }
    for (const auto& [component, count] : sampler.deadlocked()) out.deadlocked[component] += count;
  }
  for (std::size_t p = 0; p < out.limiting.size(); ++p)
    if (!world.compiled.map.processes[p].full) out.full_down_minutes[p] = -1;
}

}  // namespace

PhaseRun phases(const std::vector<double>& loss) {
  PhaseRun out{.half_h = beyond};
  std::size_t deepest = 0;
  std::size_t back = 0;
  for (std::size_t hour = 0; hour < loss.size(); ++hour) {
    if (loss[hour] >= loss[deepest]) deepest = hour;
    if (loss[hour] >= 0.5 && out.half_h == beyond) out.half_h = static_cast<float>(hour);
    if (loss[hour] > 0.1) back = hour + 1;
    out.area += static_cast<float>(loss[hour]);
  }
  if (loss.empty()) return out;
  out.depth = static_cast<float>(loss[deepest]);
  out.hours_to_90 = back >= loss.size() ? beyond : static_cast<float>(back);
  if (back > deepest && back < loss.size())
    out.slope = static_cast<float>((loss[deepest] - loss[back]) / static_cast<double>(back - deepest));
  return out;
}

Outcome run(const World& world, const Settings& settings) {
  const SlotLayout layout{
      .areas = world.region.areas.size(),
      .needs = world.population.needs().size(),
      .services = world.region.services.size(),
      .hours = static_cast<std::size_t>((world.compiled.program.horizon + minutes_per_hour - 1) / minutes_per_hour)};
  Outcome out = make_room(world, layout, settings.replicas);
  Folder folder(world, layout, out);
  const std::size_t threads = std::clamp<std::size_t>(settings.threads, 1, round_size);  // no round has work for more
  std::vector<std::unique_ptr<Worker>> workers;
  for (std::size_t t = 0; t < threads; ++t) workers.push_back(std::make_unique<Worker>(world, layout));
  std::vector<Slot> slots(round_size);

  std::uint32_t done = 0;
  while (done < settings.replicas) {
    if (settings.cancelled && settings.cancelled()) {
      out.cancelled = true;
      break;
    }
    const std::uint32_t now = std::min(round_size, settings.replicas - done);
    grow_to(out, done + now, world.population.municipalities().size());
    parallel_for(threads, now, [&](std::size_t thread, std::size_t i) {
      const auto replica = static_cast<std::uint32_t>(done + i);
      workers[thread]->engine.run(replica);
      workers[thread]->sampler.sample(workers[thread]->engine, replica, slots[i], out);
    });
    const std::span<const Slot> filled(slots.data(), now);
    parallel_for(threads, folder.task_count(), [&](std::size_t, std::size_t task) { folder.fold(task, filled, done); });
    done += now;
    if (settings.progress) settings.progress(done, settings.replicas);
    if (settings.relative_error && precise_enough(out.total_unmet_h, done, *settings.relative_error)) break;
  }
  out.replicas = done;
  gather(workers, world, out);

  // Pairs for the shared part of the spread: the same shared words, other own words (the upper half of the replica
  // numbers).
  out.paired_total_h.assign(out.cancelled ? 0 : std::min(done, paired_replicas), 0);
  parallel_for(threads, out.paired_total_h.size(), [&](std::size_t thread, std::size_t i) {
    const auto replica = static_cast<std::uint32_t>(i);
    workers[thread]->engine.run(replica + 0x80000000U, replica);
    out.paired_total_h[i] = workers[thread]->sampler.total_unmet_h(workers[thread]->engine);
  });
  const std::uint32_t kept = std::min(done, influence_replicas);
  const std::size_t groups = world.compiled.program.groups.size();
  out.group_draws.assign(groups * kept, 0);
  parallel_for(threads, kept, [&](std::size_t, std::size_t replica) {
    const auto words = cascade::group_words(world.compiled.program, static_cast<std::uint32_t>(replica));
    for (std::size_t g = 0; g < groups; ++g) out.group_draws[g * kept + replica] = words[g];
  });
  return out;
}

}  // namespace veer::ensemble
