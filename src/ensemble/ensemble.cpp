#include "ensemble/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "base/parallel.hpp"
#include "ensemble/explained.hpp"
#include "ensemble/sampler.hpp"
#include "ensemble/statistics.hpp"

namespace veer::ensemble {

namespace {

constexpr float beyond = std::numeric_limits<float>::infinity();

/// One thread's tools.
struct Worker {
  std::unique_ptr<cascade::BatchEngine> engine;
  Sampler sampler;
};

/// The same plan, tables and locks for all threads; a worker for each, made by the thread that needs it.
class Crew {
 public:
  Crew(const World& world, const Settings& settings, cascade::EngineKind engine, Outcome& outcome)
      : world_(world),
        outcome_(outcome),
        engine_(engine),
        batch_(std::min(settings.replicas > curve_replicas ? cascade::batch_replicas : Hourly::lanes,
                        cascade::batch_replicas)),
        plan_(world.compiled.program),
        tables_(world),
        locks_(61),
        workers_(std::max<std::size_t>(1, settings.threads)) {}

  /// Replicas done … end − 1, on all threads.
  void run(std::uint32_t done, std::uint32_t end) {
    const bool hourly = done < curve_replicas;
    const std::uint32_t batch = hourly ? Hourly::lanes : batch_;
    parallel_for(workers_.size(), (end - done + batch - 1) / batch, [&](std::size_t thread, std::size_t i) {
      Worker& own = worker(thread);
      const auto first = static_cast<std::uint32_t>(done + i * batch);
      const std::uint32_t count = std::min(batch, end - first);
      own.sampler.begin(first, count, hourly);
      own.engine->run(first, first, count, own.sampler);
      own.sampler.finish();
    });
  }

  /// Pairs for the shared part of the spread: the same shared words, other own words (the upper half of the replica
  /// numbers).
  void run_pairs() {
    constexpr std::uint32_t batch = Hourly::lanes;
    auto& totals = outcome_.paired_total_h;
    parallel_for(workers_.size(), (totals.size() + batch - 1) / batch, [&](std::size_t thread, std::size_t i) {
      TotalSampler sampler(world_, batch);
      const auto first = static_cast<std::uint32_t>(i * batch);
      const auto count = std::min(batch, static_cast<std::uint32_t>(totals.size()) - first);
      worker(thread).engine->run(first + 0x80000000U, first, count, sampler);
      sampler.take(std::span(totals).subspan(first, count));
    });
  }

  /// Adds up what the threads counted.
  void gather() const {
    outcome_.down_count.assign(
        (world_.region.assets.size() + world_.region.processes.size()) * outcome_.hours, 0);
    outcome_.full_down_minutes.assign(world_.region.processes.size(), 0);
    for (const auto& worker : workers_) {
      if (!worker) continue;
      worker->sampler.add_down_count(outcome_.down_count);
      for (std::size_t p = 0; p < outcome_.full_down_minutes.size(); ++p)
        outcome_.full_down_minutes[p] += worker->sampler.full_down()[p];
    }
    for (std::size_t p = 0; p < outcome_.full_down_minutes.size(); ++p)
      if (!world_.compiled.map.processes[p].full) outcome_.full_down_minutes[p] = -1;
  }

 private:
  Worker& worker(std::size_t thread) {
    auto& own = workers_[thread];
    if (!own)
      own = std::unique_ptr<Worker>(
          new Worker{cascade::make_engine(world_.compiled.program, plan_, engine_, batch_),
                     {world_, tables_, locks_, outcome_, batch_}});
    return *own;
  }

  const World& world_;
  Outcome& outcome_;
  cascade::EngineKind engine_;
  std::uint32_t batch_;
  cascade::Plan plan_;
  HourTables tables_;
  Hourly::Locks locks_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

/// Room for the most replicas is set aside and taken only as they come: a run that stops early never uses it.
Outcome make_room(const World& world, std::uint32_t most) {
  const HourlySizes sizes = hourly_sizes(world);
  Outcome out;
  out.hours = sizes.hours;
  out.needs = sizes.needs;
  out.processes.resize(world.region.processes.size());
  for (auto& runs : out.processes) runs.reserve(most);
  out.unmet.reserve(std::size_t{most} * sizes.municipalities * sizes.needs * people::row_count);
  out.total_unmet_h.reserve(most);
  prepare_hourly(world, out);
  return out;
}

/// Makes the records per replica that many replicas long.
void grow_to(Outcome& out, std::uint32_t replicas, std::size_t municipalities) {
  for (auto& runs : out.processes) runs.resize(replicas);
  out.unmet.resize(std::size_t{replicas} * municipalities * out.needs * people::row_count);
  out.total_unmet_h.resize(replicas);
  const std::uint32_t curved = std::min(replicas, curve_replicas);
  for (auto& runs : out.service_phases) runs.resize(curved);
  for (auto& runs : out.need_phases) runs.resize(curved);
  for (auto& minutes : out.asset_down) minutes.resize(curved);
}

bool precise_enough(const std::vector<double>& totals, double relative_error) {
  if (totals.size() < round_size) return false;  // a spread from fewer says little
  const Estimate total = estimate(totals);
  return total.standard_error <= relative_error * total.mean;
}

/// Where the round that begins at `done` ends.
std::uint32_t round_end(std::uint32_t done, std::uint32_t most) {
  const std::uint32_t size = done < curve_replicas ? round_size : large_round_size;
  return std::min(most, done + size);
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
  const auto engine = cascade::choose_engine(settings.engine);
  ENSURE(engine.has_value(), "this machine cannot run the chosen engine; ask cascade::choose_engine first");
  Outcome out = make_room(world, settings.replicas);
  out.engine = *engine;
  Crew crew(world, settings, *engine, out);
  std::uint32_t done = 0;
  while (done < settings.replicas) {
    if (settings.cancelled && settings.cancelled()) {
      out.cancelled = true;
      break;
    }
    const std::uint32_t end = round_end(done, settings.replicas);
    grow_to(out, end, world.population.municipalities().size());
    crew.run(done, end);
    done = end;
    if (settings.progress) settings.progress(done, settings.replicas);
    if (settings.relative_error && precise_enough(out.total_unmet_h, *settings.relative_error)) break;
  }
  out.replicas = done;
  out.curved = std::min(done, curve_replicas);
  crew.gather();
  explain_replicas(world, settings.threads, out);
  out.paired_total_h.assign(out.cancelled ? 0 : std::min(done, paired_replicas), 0);
  crew.run_pairs();
  const std::size_t groups = world.compiled.program.groups.size();
  out.group_draws.assign(groups * out.curved, 0);
  parallel_for(settings.threads, out.curved, [&](std::size_t, std::size_t replica) {
    const auto words = cascade::group_words(world.compiled.program, static_cast<std::uint32_t>(replica));
    for (std::size_t g = 0; g < groups; ++g) out.group_draws[g * out.curved + replica] = words[g];
  });
  return out;
}

}  // namespace veer::ensemble
