#include "operations/crew_desk.hpp"

#include <algorithm>

namespace veer::operations {

void CrewDesk::begin(cascade::Engine& engine, cascade::ReplicaWords words) {
  const cascade::Program& program = engine.program();
  agenda_.clear();
  crews_.assign(means_.crews.size(), {});
  waiting_.clear();
  struck_.assign(means_.damages.size(), cascade::never);
  work_.assign(means_.damages.size(), 0);
  log_.repairs.clear();
  log_.damages = 0;
  for (std::size_t c = 0; c < crews_.size(); ++c) crews_[c].site = means_.crews[c].site;
  for (std::uint32_t d = 0; d < means_.damages.size(); ++d) {
    const Damage& damage = means_.damages[d];
    const auto word = [&](Purpose purpose, std::uint32_t number) {
      return draw(program.seed, words.replica, damage.id, purpose, number);
    };
    // The draws of a hit: what is damaged, when and how badly does not change with the crews.
    if (damage.taken_below < (1ULL << 32U) && word(Purpose::selection, 0) >= damage.taken_below) continue;
    struck_[d] = damage.start + cascade::value_of(program, damage.start_delay, words, damage.id, Purpose::hit_start, 0,
                                                  word(Purpose::hit_start, 0));
    work_[d] = damage.work + cascade::value_of(program, damage.work_delay, words, damage.id, Purpose::asset, 1,
                                               word(Purpose::asset, 1));
    if (work_[d] > 0) agenda_.put(engine, {struck_[d], Kind::struck, d});
  }
  if (means_.damages.empty()) return;
  for (const Tick tick : reopenings_) agenda_.put(engine, {tick, Kind::sending, 0});
}

void CrewDesk::wake(cascade::Engine& engine, Tick tick) {
  agenda_.take(tick, [&](const auto& job) {
    switch (job.kind) {
      case Kind::mended: {
        CrewState& crew = crews_[job.index];
        engine.release(means_.damages[crew.repair.damage].component, tick);
        log_.repairs.push_back(crew.repair);
        crew.free = true;
        break;
      }
      case Kind::struck:
        ++log_.damages;
        engine.hold(means_.damages[job.index].component, tick);
        waiting_.push_back(job.index);
        break;
      case Kind::sending:
        break;
    }
  });
}

void CrewDesk::settled(cascade::Engine& engine, Tick tick) {
  if (waiting_.empty()) return;
  std::sort(waiting_.begin(), waiting_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return means_.before(means_.damages[a].claim, struck_[a], a, means_.damages[b].claim, struck_[b], b);
  });
  std::vector<std::uint32_t> still_waiting;
  for (const std::uint32_t d : waiting_) {
    std::uint32_t best = none;
    Tick least = cascade::never;
    for (std::uint32_t c = 0; c < crews_.size(); ++c) {
      if (!crews_[c].free) continue;
      const auto minutes =
          means_.travel(crews_[c].site, means_.damages[d].claim.site, means_.crews[c].metres_per_minute, tick);
      if (minutes && *minutes < least) {
        least = *minutes;
        best = c;
      }
    }
    if (best == none) {
      still_waiting.push_back(d);
      continue;
    }
    CrewState& crew = crews_[best];
    crew.free = false;
    crew.site = means_.damages[d].claim.site;
    crew.repair = {.crew = best,
                   .damage = d,
                   .struck = struck_[d],
                   .left = tick,
                   .begun = tick + least,
                   .done = tick + least + work_[d]};
    agenda_.put(engine, {crew.repair.done, Kind::mended, best});
  }
  waiting_ = std::move(still_waiting);
}

}  // namespace veer::operations
