#include "cascade/cause.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace veer::cascade {

namespace {

/// The down interval of a component that holds `tick`; empty when it is up.
Interval interval_at(const Engine& engine, Component component, Tick tick) {
  Interval out{tick, tick};
  engine.each_interval(component, [&](Interval interval) {
    if (interval.start <= tick && tick < interval.end) out = interval;
  });
  return out;
}

/// The suppliers of a need that are down at `tick`, the one that went down last first: that one tipped it.
std::vector<Component> gone_suppliers(const Program& program, const Engine& engine, std::size_t need, Tick tick) {
  std::vector<std::pair<Tick, Component>> gone;
  for (const Component supplier : program.suppliers_of(need))
    if (const Interval down = interval_at(engine, supplier, tick); down.start < down.end)
      gone.emplace_back(down.start, supplier);
  std::stable_sort(gone.begin(), gone.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Component> out;
  for (const auto& [start, supplier] : gone) out.push_back(supplier);
  return out;
}

/// The defence that counts is the strongest of the chain: a generator if there is one, else the last back-up.
std::uint32_t strongest_backup(const Program& program, std::uint32_t need) {
  std::uint32_t last = Cause::none;
  for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i)
    if (last == Cause::none || program.backups[last].kind != BackupKind::generator ||
        program.backups[i].kind == BackupKind::generator)
      last = i;
  return last;
}

/// When the need lost its supply, seen from a tick without.
Tick lost_at(const Engine& engine, std::size_t need, Tick tick) {
  Tick lost = 0;
  std::int32_t before = mode_supplied;
  for (const auto& change : engine.history().changes(need)) {
    if (change.tick > tick) break;
    if (before == mode_supplied) lost = change.tick;
    before = change.mode;
  }
  return lost;
}

}  // namespace

std::size_t active_hit(const Engine& engine, Component component, Tick tick) {
  const auto& hits = engine.draws().hits;
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (hits[i].component == component && hits[i].interval.start <= tick && tick < hits[i].interval.end) return i;
  return no_hit;
}

std::uint32_t unmet_need(const Program& program, const Engine& engine, Component component, Tick tick) {
  for (std::uint32_t need = program.need_begin[component]; need < program.need_begin[component + 1]; ++need)
    if (engine.history().mode(need, tick) == mode_unmet) return need;
  return Cause::none;
}

CauseKind why_not_carrying(const Program& program, const Engine& engine, std::size_t need, std::size_t backup,
                           Tick tick) {
  const BackupDraw& drawn = engine.draws().backup[backup];
  const auto mode = static_cast<std::int32_t>(backup - program.backup_begin[need]);
  switch (program.backups[backup].kind) {
    case BackupKind::reservoir:
      return CauseKind::reservoir_empty;
    case BackupKind::manual:
      return CauseKind::manual_over;
    case BackupKind::generator:
      break;
  }
  if (!drawn.starts) return CauseKind::generator_no_start;
  const Tick run = engine.history().spent(need, mode, tick);
  if (run >= drawn.run) return CauseKind::generator_broke;
  if (tick < lost_at(engine, need, tick) + program.backups[backup].start_delay) return CauseKind::generator_starting;
  if (run >= drawn.capacity && tick < drawn.from) return CauseKind::generator_no_fuel;
  return CauseKind::supply_lost;
}

Cause limiting_cause(const Program& program, const Engine& engine, Component component, Tick tick) {
  // A circle that falls within one minute leads back to itself; then the next way out is tried, so that what was hit is
  // found.
  std::optional<Cause> otherwise;
  std::vector<Component> seen;
  std::vector<std::pair<Component, Tick>> open{{component, tick}};
  while (!open.empty()) {
    const auto [at, when] = open.back();
    open.pop_back();
    if (std::find(seen.begin(), seen.end(), at) != seen.end()) continue;
    seen.push_back(at);
    const Tick start = interval_at(engine, at, when).start;  // what stopped it is what was wrong when it went down
    if (active_hit(engine, at, start) != no_hit) return {CauseKind::hit, at, Cause::none, Cause::none};
    const std::size_t ways = open.size();
    for (std::uint32_t need = program.need_begin[at]; need < program.need_begin[at + 1]; ++need) {
      if (engine.history().mode(need, start) != mode_unmet) continue;
      const std::uint32_t backup = strongest_backup(program, need);
      const auto suppliers = gone_suppliers(program, engine, need, start);
      if (backup == Cause::none && !suppliers.empty()) {
        for (const Component supplier : suppliers) open.emplace_back(supplier, start);
        continue;
      }
      const Cause here{
          backup == Cause::none ? CauseKind::supply_lost : why_not_carrying(program, engine, need, backup, start), at,
          need, backup};
      // Of the needs that are unmet the first tells, unless it only leads round in a circle.
      if (open.size() == ways) return here;
      if (!otherwise) otherwise = here;
      break;
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(ways), open.end());  // the first is taken first
  }
  return otherwise.value_or(
      Cause{CauseKind::supply_lost, component, unmet_need(program, engine, component, tick), Cause::none});
}

}  // namespace veer::cascade
