#include "ensemble/explained.hpp"

#include <algorithm>
#include <memory>

#include "base/parallel.hpp"
#include "cascade/engine.hpp"

namespace veer::ensemble {

namespace {

/// One thread's engine and counts; counts of threads add up to the same whatever thread did what.
struct Worker {
  cascade::Engine engine;
  std::vector<std::map<cascade::Cause, std::uint32_t>> limiting;
  std::map<cascade::Component, std::uint32_t> deadlocked;

  Worker(const World& world, std::size_t processes)
      : engine(world.compiled.program, world.directors ? world.directors() : nullptr), limiting(processes) {}
};

}  // namespace

void explain_replicas(const World& world, std::size_t threads, Outcome& outcome) {
  const std::size_t processes = world.region.processes.size();
  outcome.limiting.resize(processes);
  std::vector<std::unique_ptr<Worker>> workers(std::max<std::size_t>(1, threads));
  parallel_for(workers.size(), outcome.explained, [&](std::size_t thread, std::size_t replica) {
    auto& worker = workers[thread];
    if (!worker) worker = std::make_unique<Worker>(world, processes);
    worker->engine.run(outcome.number(replica));
    for (std::size_t p = 0; p < processes; ++p) {
      const auto minimum = world.compiled.map.processes[p].minimum;
      const cascade::Tick failed = outcome.processes[p][replica].first_failure;
      if (failed >= 0)
        ++worker->limiting[p][cascade::limiting_cause(world.compiled.program, worker->engine, minimum, failed)];
    }
    for (const cascade::Component component : worker->engine.deadlocked()) ++worker->deadlocked[component];
  });
  for (const auto& worker : workers) {
    if (!worker) continue;
    for (std::size_t p = 0; p < processes; ++p)
      for (const auto& [cause, count] : worker->limiting[p]) outcome.limiting[p][cause] += count;
    for (const auto& [component, count] : worker->deadlocked) outcome.deadlocked[component] += count;
  }
}

}  // namespace veer::ensemble
