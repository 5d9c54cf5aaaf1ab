#include "ensemble/crew.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include "base/parallel.hpp"

namespace veer::ensemble {

Crew::Crew(const World& world, std::size_t threads, cascade::EngineKind engine, std::uint32_t batch, Outcome& outcome)
    : world_(world),
      outcome_(outcome),
      engine_(engine),
      batch_(batch),
      plan_(world.compiled.program),
      tables_(world),
      locks_(61),
      workers_(std::max<std::size_t>(1, threads)) {}

std::size_t Crew::run(std::span<const Kept> pieces, const Watch& watch) {
  std::mutex asking;
  std::size_t next = 0;
  bool held = false;
  // Asked and taken in one step: what is done is always the first pieces.
  const auto take = [&]() -> std::optional<std::size_t> {
    const std::lock_guard guard(asking);
    held = held || next == pieces.size() || watch.stop() || (next > 0 && watch.rest());
    if (held) return std::nullopt;
    return next++;
  };
  std::atomic<std::uint32_t> done{0};
  const std::size_t threads = std::min(workers_.size(), pieces.size());
  parallel_for(threads, threads, [&](std::size_t thread, std::size_t) {
    while (const auto piece = take()) {
      const auto& [replicas, slot] = pieces[*piece];
      Worker& own = worker(thread);
      own.sampler.begin(slot, replicas.count, replicas.first < curve_replicas);
      own.engine->run(replicas.first, replicas.first, replicas.count, own.sampler);
      own.sampler.finish();
      done += replicas.count;
      if (thread == 0) watch.told(done);
    }
  });
  for (const auto& own : workers_)
    if (own) own->sampler.hand_over_counts();
  return next;
}

void Crew::run_pairs() {
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

Crew::Worker& Crew::worker(std::size_t thread) {
  auto& own = workers_[thread];
  if (!own)
    own = std::unique_ptr<Worker>(
        new Worker{cascade::make_engine(world_.compiled.program, plan_, engine_, batch_, "", world_.directors),
                   {world_, tables_, locks_, outcome_, batch_}});
  return *own;
}

}  // namespace veer::ensemble
