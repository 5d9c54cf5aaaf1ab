#include "faulttree/held_cause.hpp"

#include <algorithm>
#include <map>

namespace veer::faulttree {

namespace {

using cascade::Backup;
using cascade::BackupKind;
using cascade::Draw;
using cascade::Program;
using cascade::Tick;

constexpr double word_range = 4294967296.0;  // 2³²

HeldSlot fixed_slot(Tick value) {
  HeldSlot out;
  out.own = {{value, 1.0}};
  return out;
}

HeldSlot coin(double chance_of_zero) {
  HeldSlot out;
  if (chance_of_zero > 0) out.own.emplace_back(0, std::min(1.0, chance_of_zero));
  if (chance_of_zero < 1) out.own.emplace_back(1, 1 - chance_of_zero);
  return out;
}

HeldSlot slot_of(const Program& program, const Draw& draw, Tick most, bool high_is_bad = false, Tick least = 0,
                 Tick offset = 0) {
  HeldSlot out;
  out.high_is_bad = high_is_bad;
  out.least = least;
  out.most = most;
  out.offset = offset;
  if (draw.table < 0) {
    out.own = {{std::clamp(draw.constant, least, most) + offset, 1.0}};
    return out;
  }
  const cascade::Table& table = program.tables[static_cast<std::size_t>(draw.table)];
  std::map<Tick, std::size_t> counts;
  for (const auto value : table) ++counts[std::clamp<Tick>(value, least, most) + offset];
  for (const auto& [value, count] : counts)
    out.own.emplace_back(value, static_cast<double>(count) / static_cast<double>(table.size()));
  if (draw.group >= 0 && draw.follow_below > 0 && out.varies()) {
    out.group = draw.group;
    out.follow = std::min(1.0, static_cast<double>(draw.follow_below) / word_range);
    out.table = &table;
  }
  return out;
}

/// Stocks first, then the runner; false when the chain is not of that form.
bool lay_out_simple(const Program& program, std::uint32_t need, HeldCause& out) {
  const Tick h = out.horizon;
  const Backup* runner = nullptr;
  std::uint32_t runner_index = 0;
  for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i) {
    const Backup& backup = program.backups[i];
    const bool stock = backup.kind == BackupKind::reservoir ||
                       (backup.kind == BackupKind::manual && backup.from.table < 0 && backup.from.constant <= 0);
    if (stock) {
      out.slots.push_back(slot_of(program, backup.capacity, h));
      out.backups.push_back(i);
    } else if (runner != nullptr) {
      out.slots.clear();
      out.backups.clear();
      return false;
    } else {
      runner = &backup;
      runner_index = i;
    }
  }
  out.simple = true;
  out.stock_count = out.slots.size();
  Tick best = 0;  // of all stocks together
  for (const HeldSlot& slot : out.slots) best = std::min(h, best + slot.best());
  if (runner == nullptr) {
    for (std::size_t i = 0; i < out.slots.size(); ++i) {
      Tick others = 0;
      for (std::size_t j = 0; j < out.slots.size(); ++j)
        others = std::min(h, others + (j == i ? 0 : out.slots[j].best()));
      out.slots[i] =
          slot_of(program, program.backups[out.backups[i]].capacity, h, false, std::max<Tick>(0, h - others - 1));
    }
    return true;
  }
  out.has_runner = true;
  out.delay = std::min(h, runner->start_delay);
  out.backups.push_back(runner_index);
  const bool generator = runner->kind == BackupKind::generator;
  out.slots.push_back(generator ? coin(static_cast<double>(runner->start_fail_below) / word_range) : fixed_slot(1));
  out.slots.push_back(
      slot_of(program, generator ? runner->run : runner->capacity, h, false, std::max<Tick>(0, h - best - 1)));
  out.slots.push_back(generator ? slot_of(program, runner->capacity, h) : fixed_slot(0));
  out.slots.push_back(slot_of(program, runner->from, h, true));
  return true;
}

}  // namespace

Tick HeldSlot::at_word(std::size_t word) const { return std::clamp<Tick>((*table)[word], least, most) + offset; }

bool HeldSlot::operator==(const HeldSlot& other) const {
  return own == other.own && high_is_bad == other.high_is_bad && group == other.group && follow == other.follow;
}

namespace {

/// Minutes that a back-up (its four values: start, F, capacity or tank, D) has offered before minute `until`.
Tick offered(BackupKind kind, std::span<const Tick> values, Tick delay, Tick until) {
  if (delay >= until) return 0;
  switch (kind) {
    case BackupKind::reservoir:
      return values[2];
    case BackupKind::manual:
      return values[3] < until ? values[2] : 0;
    case BackupKind::generator:
      return values[0] == 0 ? 0 : values[3] < until ? values[1] : std::min(values[1], values[2]);
  }
  return 0;
}

}  // namespace

bool carries(std::span<const BackupKind> kinds, std::span<const Tick> values, std::span<const Tick> delays,
             Tick horizon) {
  // What is offered stays until it is used, and every minute uses one: short is only who is so just before more comes.
  const auto suffices = [&](Tick until) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < kinds.size(); ++i) sum += offered(kinds[i], values.subspan(4 * i, 4), delays[i], until);
    return sum >= until;
  };
  for (std::size_t i = 0; i < kinds.size(); ++i)
    for (const Tick more : {delays[i], values[4 * i + 3]})
      if (more > 0 && more < horizon && !suffices(more)) return false;
  return suffices(horizon);
}

bool HeldCause::happens(std::span<const Tick> values) const {
  if (kind == HeldCauseKind::hit) return values[0] != 0 && values[1] < horizon && values[2] > 0;
  if (kind == HeldCauseKind::breakdown) {
    std::int64_t clock = 0;
    for (std::size_t n = 0; n + 1 < values.size(); n += 2) {
      clock += values[n];
      if (clock >= horizon) return false;
      if (values[n + 1] > 0) return true;
    }
    return false;
  }
  if (!simple) return !carries(kinds, values, delays, horizon);
  Tick stock = 0;
  for (std::size_t i = 0; i < stock_count; ++i) stock = std::min(horizon, stock + values[i]);
  if (stock >= horizon) return false;
  if (!has_runner || values[stock_count + start] == 0) return true;
  return stock < delay || stock + values[stock_count + run] < horizon ||
         stock + values[stock_count + tank] < std::min(horizon, values[stock_count + from]);
}

bool HeldCause::certain() const {
  std::vector<Tick> values;
  for (const HeldSlot& slot : slots) values.push_back(slot.best());
  return happens(values);
}

bool HeldCause::possible() const {
  std::vector<Tick> values;
  for (const HeldSlot& slot : slots) values.push_back(slot.worst());
  return happens(values);
}

HeldCause chain_cause(const Program& program, std::uint32_t need, Tick horizon) {
  HeldCause out;
  out.index = need;
  out.horizon = horizon;
  if (lay_out_simple(program, need, out)) return out;
  for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i) {
    const Backup& backup = program.backups[i];
    out.kinds.push_back(backup.kind);
    out.delays.push_back(std::min(horizon, backup.start_delay));
    out.backups.push_back(i);
    const bool generator = backup.kind == BackupKind::generator;
    out.slots.push_back(generator ? coin(static_cast<double>(backup.start_fail_below) / word_range) : fixed_slot(1));
    out.slots.push_back(generator ? slot_of(program, backup.run, horizon) : fixed_slot(horizon));
    out.slots.push_back(slot_of(program, backup.capacity, horizon));
    out.slots.push_back(backup.kind == BackupKind::reservoir ? fixed_slot(0)
                                                             : slot_of(program, backup.from, horizon, true));
  }
  return out;
}

HeldCause hit_cause(const Program& program, std::uint32_t hit, Tick horizon) {
  const cascade::Hit& spec = program.hits[hit];
  HeldCause out;
  out.kind = HeldCauseKind::hit;
  out.index = hit;
  out.horizon = horizon;
  // Only whether it is taken, begins in time and is not empty matters, so each has two values.
  out.slots.push_back(coin(1 - static_cast<double>(spec.taken_below) / word_range));
  out.slots.back().high_is_bad = true;
  const Tick left = std::max<Tick>(0, horizon - spec.start);
  out.slots.push_back(slot_of(program, spec.start_delay, left, false, std::max<Tick>(0, left - 1), spec.start));
  out.slots.push_back(spec.length > 0 ? fixed_slot(1) : slot_of(program, spec.length_delay, 1));
  out.slots.back().high_is_bad = true;
  return out;
}

HeldCause breakdown_cause(const Program& program, std::uint32_t breakdown, Tick horizon) {
  const cascade::Breakdown& spec = program.breakdowns[breakdown];
  HeldCause out;
  out.kind = HeldCauseKind::breakdown;
  out.index = breakdown;
  out.horizon = horizon;
  HeldSlot repair = slot_of(program, spec.repair, 1);
  repair.high_is_bad = true;
  const bool first_counts = repair.best() > 0;
  for (std::uint32_t n = 0; n < (first_counts ? 1 : cascade::most_breakdowns); ++n) {
    out.slots.push_back(slot_of(program, spec.failure, horizon, false, first_counts ? horizon - 1 : 0));
    out.slots.push_back(repair);
  }
  return out;
}

ChainParts parts_of(const HeldCause& cause) {
  const Tick h = cause.horizon;
  MinuteChances stock{{0, 1.0}};
  for (std::size_t i = 0; i < cause.stock_count; ++i) stock = sum_of(stock, cause.slots[i].own, h);
  ChainParts out;
  double carried = 0;
  for (const auto& [value, chance] : stock) carried += value >= h ? chance : 0;
  out.short_of_stock = stock.back().first >= h ? 1 - carried : 1;
  if (!cause.has_runner || out.short_of_stock <= 0) return out;
  const HeldSlot& start = cause.runner(HeldCause::start);
  out.no_start = start.own.front().first == 0 ? start.own.front().second : 0;
  const auto run = at_least(cause.runner(HeldCause::run).own, h);
  const auto tank = at_least(cause.runner(HeldCause::tank).own, h);
  const auto from = at_most(cause.runner(HeldCause::from).own, h);
  double runs = 0;
  double filled = 0;
  double fuelled = 0;
  for (const auto& [s, chance] : stock) {
    if (s >= h || s < cause.delay) continue;
    const double p = chance * at_minute(run, h - s);
    runs += p;
    filled += p * at_minute(tank, h - s);
    for (const auto& [t, share] : cause.runner(HeldCause::tank).own) fuelled += p * share * at_minute(from, s + t);
  }
  out.breaks = std::max(0.0, 1 - runs / out.short_of_stock);
  if (runs <= 0) return out;
  out.dry = std::max(0.0, 1 - filled / runs);
  out.late = out.dry > 0 ? std::clamp((1 - fuelled / runs) / out.dry, 0.0, 1.0) : 0;
  return out;
}

}  // namespace veer::faulttree
