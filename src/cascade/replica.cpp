#include "cascade/replica.hpp"

#include <algorithm>

namespace veer::cascade {

namespace {

void add_hit(ReplicaDraws& draws, Component component, std::int64_t start, std::int64_t end, Tick horizon,
             std::size_t rule) {
  const auto from = std::max<std::int64_t>(start, 0);
  const auto until = std::min<std::int64_t>(end, horizon);
  if (from >= until) return;
  draws.hits.push_back(
      {component, {static_cast<Tick>(from), static_cast<Tick>(until)}, static_cast<std::uint32_t>(rule)});
}

}  // namespace

void ReplicaDraws::draw_all(const Program& program, std::uint32_t replica, std::uint32_t group_replica) {
  shared = group_words(program, group_replica);

  restart.resize(program.component_count());
  for (std::size_t c = 0; c < restart.size(); ++c) {
    const Draw& spec = program.restart[c];
    const std::uint32_t own =
        spec.table < 0 ? 0 : draw_block(program.seed, replica, program.component_id[c], Purpose::asset)[0];
    restart[c] =
        std::max<Tick>(1, value_of(program, spec, shared, replica, program.component_id[c], Purpose::asset, 0, own));
  }

  backup.resize(program.backups.size());
  for (std::size_t i = 0; i < backup.size(); ++i) {
    const Backup& spec = program.backups[i];
    const PhiloxBlock words = draw_block(program.seed, replica, spec.id, Purpose::need);
    backup[i] = {.capacity = value_of(program, spec.capacity, shared, replica, spec.id, Purpose::need, 3, words[3]),
                 .run = value_of(program, spec.run, shared, replica, spec.id, Purpose::need, 1, words[1]),
                 .from = value_of(program, spec.from, shared, replica, spec.id, Purpose::need, 2, words[2]),
                 .starts = words[0] >= spec.start_fail_below};
  }

  hits.clear();
  for (std::size_t i = 0; i < program.hits.size(); ++i) {
    const Hit& spec = program.hits[i];
    if (spec.taken_below < (1ULL << 32U) &&
        draw(program.seed, replica, spec.id, Purpose::selection, 0) >= spec.taken_below)
      continue;
    const std::uint32_t start_word =
        spec.start_delay.table < 0 ? 0 : draw(program.seed, replica, spec.id, Purpose::hit_start, 0);
    const std::uint32_t length_word =
        spec.length_delay.table < 0 ? 0 : draw(program.seed, replica, spec.id, Purpose::asset, 1);
    const std::int64_t start = std::int64_t{spec.start} + value_of(program, spec.start_delay, shared, replica, spec.id,
                                                                   Purpose::hit_start, 0, start_word);
    const std::int64_t length = std::int64_t{spec.length} + value_of(program, spec.length_delay, shared, replica,
                                                                     spec.id, Purpose::asset, 1, length_word);
    add_hit(*this, spec.component, start, start + length, program.horizon, i);
  }
  for (std::size_t i = 0; i < program.breakdowns.size(); ++i) {
    const Breakdown& spec = program.breakdowns[i];
    std::int64_t clock = 0;
    for (std::uint32_t n = 0; n < most_breakdowns && clock < program.horizon; ++n) {
      const std::uint32_t failure_word = draw(program.seed, replica, spec.id, Purpose::breakdown, 2 * n);
      const std::uint32_t repair_word = draw(program.seed, replica, spec.id, Purpose::breakdown, 2 * n + 1);
      clock += value_of(program, spec.failure, shared, replica, spec.id, Purpose::breakdown, 2 * n, failure_word);
      const std::int64_t end =
          clock + value_of(program, spec.repair, shared, replica, spec.id, Purpose::breakdown, 2 * n + 1, repair_word);
      add_hit(*this, spec.component, clock, end, program.horizon, program.hits.size() + i);
      clock = end;
    }
  }
}

}  // namespace veer::cascade
