#include "cascade/cause.hpp"

#include <algorithm>

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

/// The supplier of a need that is down at `tick` and went down last: the one that tipped it.
Component tipping_supplier(const Program& program, const Engine& engine, std::size_t need, Tick tick) {
  Component best = Cause::none;
  Tick latest = -1;
  for (const Component supplier : program.suppliers_of(need)) {
    const Interval down = interval_at(engine, supplier, tick);
    if (down.start == down.end || down.start <= latest) continue;
    latest = down.start;
    best = supplier;
  }
  return best;
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

CauseKind why_not_carrying(const Program& program, const Engine& engine, std::size_t need, std::size_t backup, Tick tick) {
  const BackupDraw& drawn = engine.draws().backup[backup];
  const auto mode = static_cast<std::int32_t>(backup - program.backup_begin[need]);
  switch (program.backups[backup].kind) {
    case BackupKind::reservoir: return CauseKind::reservoir_empty;
    case BackupKind::manual: return CauseKind::manual_over;
    case BackupKind::generator: break;
  }
  if (!drawn.starts) return CauseKind::generator_no_start;
  const Tick run = engine.history().spent(need, mode, tick);
  if (run >= drawn.run) return CauseKind::generator_broke;
  if (run >= drawn.capacity && tick < drawn.from) return CauseKind::generator_no_fuel;
  return CauseKind::supply_lost;
}

Cause limiting_cause(const Program& program, const Engine& engine, Component component, Tick tick) {
  std::vector<Component> seen;
  while (std::find(seen.begin(), seen.end(), component) == seen.end()) {
    seen.push_back(component);
    tick = interval_at(engine, component, tick).start;  // what stopped it is what was wrong when it went down
    if (active_hit(engine, component, tick) != no_hit) break;
    const std::uint32_t need = unmet_need(program, engine, component, tick);
    if (need == Cause::none) break;
    // The defence that counts is the strongest of the chain: a generator if there is one, else the last back-up.
    std::uint32_t last = Cause::none;
    for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i)
      if (last == Cause::none || program.backups[last].kind != BackupKind::generator || program.backups[i].kind == BackupKind::generator) last = i;
    if (last != Cause::none) return {why_not_carrying(program, engine, need, last, tick), component, need, last};
    const Component supplier = tipping_supplier(program, engine, need, tick);
    if (supplier == Cause::none) return {CauseKind::supply_lost, component, need, Cause::none};
    component = supplier;
  }
  return {CauseKind::hit, component, Cause::none, Cause::none};
}

}  // namespace veer::cascade
