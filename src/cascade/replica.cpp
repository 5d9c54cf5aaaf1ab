#include "cascade/replica.hpp"

#include <algorithm>

namespace veer::cascade {

namespace {

std::optional<Interval> clipped(std::int64_t start, std::int64_t end, Tick horizon) {
  const auto from = std::max<std::int64_t>(start, 0);
  const auto until = std::min<std::int64_t>(end, horizon);
  if (from >= until) return std::nullopt;
  return Interval{static_cast<Tick>(from), static_cast<Tick>(until)};
}

}  // namespace

Tick draw_restart(const Program& program, ReplicaWords words, Component component) {
  const Draw& spec = program.restart[component];
  const StableId id = program.component_id[component];
  const std::uint32_t own = spec.table < 0 ? 0 : draw_block(program.seed, words.replica, id, Purpose::asset)[0];
  return std::max<Tick>(1, value_of(program, spec, words, id, Purpose::asset, 0, own));
}

BackupDraw draw_backup(const Program& program, ReplicaWords words, std::size_t index) {
  const Backup& spec = program.backups[index];
  const bool drawn =
      spec.capacity.table >= 0 || spec.run.table >= 0 || spec.from.table >= 0 || spec.start_fail_below > 0;
  const PhiloxBlock own = drawn ? draw_block(program.seed, words.replica, spec.id, Purpose::need) : PhiloxBlock{};
  const auto value = [&](const Draw& draw, std::uint32_t number) {
    return value_of(program, draw, words, spec.id, Purpose::need, number, own[number]);
  };
  return {.capacity = value(spec.capacity, 3),
          .run = value(spec.run, 1),
          .from = value(spec.from, 2),
          .starts = own[0] >= spec.start_fail_below};
}

std::optional<Interval> draw_hit(const Program& program, ReplicaWords words, std::size_t index) {
  const Hit& spec = program.hits[index];
  const auto word = [&](Purpose purpose, std::uint32_t number) {
    return draw(program.seed, words.replica, spec.id, purpose, number);
  };
  if (spec.taken_below < (1ULL << 32U) && word(Purpose::selection, 0) >= spec.taken_below) return std::nullopt;
  const auto value = [&](const Draw& delay, Purpose purpose, std::uint32_t number) {
    const std::uint32_t own = delay.table < 0 ? 0 : word(purpose, number);
    return std::int64_t{value_of(program, delay, words, spec.id, purpose, number, own)};
  };
  const std::int64_t start = spec.start + value(spec.start_delay, Purpose::hit_start, 0);
  const std::int64_t length = spec.length + value(spec.length_delay, Purpose::asset, 1);
  return clipped(start, start + length, program.horizon);
}

void draw_breakdowns(const Program& program, ReplicaWords words, std::size_t index, std::vector<Interval>& out) {
  const Breakdown& spec = program.breakdowns[index];
  const auto value = [&](const Draw& draw_of, std::uint32_t number) {
    const std::uint32_t own = draw(program.seed, words.replica, spec.id, Purpose::breakdown, number);
    return value_of(program, draw_of, words, spec.id, Purpose::breakdown, number, own);
  };
  std::int64_t clock = 0;
  for (std::uint32_t n = 0; n < most_breakdowns && clock < program.horizon; ++n) {
    clock += value(spec.failure, 2 * n);
    const std::int64_t end = clock + value(spec.repair, 2 * n + 1);
    if (const auto hit = clipped(clock, end, program.horizon)) out.push_back(*hit);
    clock = end;
  }
}

void ReplicaDraws::draw_all(const Program& program, std::uint32_t replica, std::uint32_t group_replica) {
  shared = group_words(program, group_replica);
  const ReplicaWords words{replica, shared.data()};
  restart.resize(program.component_count());
  for (Component c = 0; c < restart.size(); ++c) restart[c] = draw_restart(program, words, c);
  backup.resize(program.backups.size());
  for (std::size_t i = 0; i < backup.size(); ++i) backup[i] = draw_backup(program, words, i);
  hits.clear();
  for (std::size_t i = 0; i < program.hits.size(); ++i)
    if (const auto hit = draw_hit(program, words, i))
      hits.push_back({program.hits[i].component, *hit, static_cast<std::uint32_t>(i)});
  for (std::size_t i = 0; i < program.breakdowns.size(); ++i) {
    breakdowns_.clear();
    draw_breakdowns(program, words, i, breakdowns_);
    for (const Interval hit : breakdowns_)
      hits.push_back({program.breakdowns[i].component, hit, static_cast<std::uint32_t>(program.hits.size() + i)});
  }
}

}  // namespace veer::cascade
