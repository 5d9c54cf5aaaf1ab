#include "faulttree/held_cause.hpp"

#include <algorithm>
#include <cmath>
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

std::vector<std::pair<Tick, double>> sum_of(const std::vector<std::pair<Tick, double>>& a,
                                            const std::vector<std::pair<Tick, double>>& b, Tick most) {
  std::vector<double> chance(static_cast<std::size_t>(most) + 1, 0);
  for (const auto& [x, p] : a)
    for (const auto& [y, q] : b) chance[static_cast<std::size_t>(std::min(x + y, most))] += p * q;
  std::vector<std::pair<Tick, double>> out;
  for (std::size_t value = 0; value < chance.size(); ++value)
    if (chance[value] > 0) out.emplace_back(static_cast<Tick>(value), chance[value]);
  return out;
}

/// P(value ≥ x) for x = 0 … most.
std::vector<double> survival(const HeldSlot& slot, Tick most) {
  std::vector<double> out(static_cast<std::size_t>(most) + 1, 0);
  for (const auto& [value, chance] : slot.own)
    out[static_cast<std::size_t>(std::clamp<Tick>(value, 0, most))] += chance;
  for (std::size_t x = out.size() - 1; x > 0; --x) out[x - 1] += out[x];
  return out;
}

/// P(min(h, value) ≤ x) for x = 0 … most, most = h.
std::vector<double> arrived(const HeldSlot& slot, Tick most) {
  std::vector<double> out(static_cast<std::size_t>(most) + 1, 0);
  for (const auto& [value, chance] : slot.own)
    out[static_cast<std::size_t>(std::clamp<Tick>(value, 0, most))] += chance;
  for (std::size_t x = 1; x < out.size(); ++x) out[x] += out[x - 1];
  return out;
}

double at(const std::vector<double>& values, Tick x) {
  return values[static_cast<std::size_t>(std::clamp<Tick>(x, 0, static_cast<Tick>(values.size()) - 1))];
}

}  // namespace

Tick HeldSlot::at_word(std::size_t word) const { return std::clamp<Tick>((*table)[word], least, most) + offset; }

bool HeldSlot::operator==(const HeldSlot& other) const {
  return own == other.own && high_is_bad == other.high_is_bad && group == other.group && follow == other.follow;
}

Tick carrying_time(std::span<const BackupKind> kinds, std::span<const Tick> values, std::span<const Tick> delays,
                   Tick horizon) {
  std::vector<Tick> used(kinds.size(), 0);
  Tick now = 0;
  while (now < horizon) {
    Tick until = horizon;
    std::size_t carrier = kinds.size();
    for (std::size_t i = 0; i < kinds.size() && carrier == kinds.size(); ++i) {
      const auto v = values.subspan(4 * i, 4);  // start, F, capacity or tank, D
      Tick lasts = 0;
      if (kinds[i] == BackupKind::reservoir) lasts = v[2] - used[i];
      if (kinds[i] == BackupKind::manual && now >= v[3]) lasts = v[2] - used[i];
      if (kinds[i] == BackupKind::generator && v[0] != 0) lasts = (now >= v[3] ? v[1] : std::min(v[1], v[2])) - used[i];
      if (lasts > 0 && now < delays[i]) {
        until = std::min(until, delays[i]);  // it is still starting
      } else if (lasts > 0) {
        carrier = i;
        until = std::min(until, now + lasts);
      } else if (kinds[i] != BackupKind::reservoir && now < v[3]) {
        until = std::min(until, v[3]);  // it may begin then, before what carries now ends
      }
    }
    if (carrier == kinds.size()) return now;
    used[carrier] += until - now;
    now = until;
  }
  return horizon;
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
  if (!simple) return carrying_time(kinds, values, delays, horizon) < horizon;
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
  std::vector<std::pair<Tick, double>> stock{{0, 1.0}};
  for (std::size_t i = 0; i < cause.stock_count; ++i) stock = sum_of(stock, cause.slots[i].own, h);
  ChainParts out;
  double carried = 0;
  for (const auto& [value, chance] : stock) carried += value >= h ? chance : 0;
  out.short_of_stock = stock.back().first >= h ? 1 - carried : 1;
  if (!cause.has_runner || out.short_of_stock <= 0) return out;
  const HeldSlot& start = cause.runner(HeldCause::start);
  out.no_start = start.own.front().first == 0 ? start.own.front().second : 0;
  const auto run = survival(cause.runner(HeldCause::run), h);
  const auto tank = survival(cause.runner(HeldCause::tank), h);
  const auto from = arrived(cause.runner(HeldCause::from), h);
  double runs = 0;
  double filled = 0;
  double fuelled = 0;
  for (const auto& [s, chance] : stock) {
    if (s >= h || s < cause.delay) continue;
    const double p = chance * at(run, h - s);
    runs += p;
    filled += p * at(tank, h - s);
    for (const auto& [t, share] : cause.runner(HeldCause::tank).own) fuelled += p * share * at(from, s + t);
  }
  out.breaks = std::max(0.0, 1 - runs / out.short_of_stock);
  if (runs <= 0) return out;
  out.dry = std::max(0.0, 1 - filled / runs);
  out.late = out.dry > 0 ? std::clamp((1 - fuelled / runs) / out.dry, 0.0, 1.0) : 0;
  return out;
}

CauseChance::CauseChance(const HeldCause& cause, std::vector<bool> given) : cause_(&cause), given_(std::move(given)) {
  if (!cause.simple) return;
  const Tick h = cause.horizon;
  stock_ = {{0, 1.0}};
  for (std::size_t i = 0; i < cause.stock_count; ++i)
    if (!given_[i]) stock_ = sum_of(stock_, cause.slots[i].own, h);
  carried_.assign(static_cast<std::size_t>(h) + 1, 0);
  for (const auto& [s, chance] : stock_) carried_[static_cast<std::size_t>(s)] += chance;
  for (std::size_t x = carried_.size() - 1; x > 0; --x) carried_[x - 1] += carried_[x];
  if (!cause.has_runner) return;
  started_ = 0;
  for (const auto& [value, chance] : cause.runner(HeldCause::start).own) started_ += value != 0 ? chance : 0;
  const std::size_t n = cause.stock_count;
  run_ = survival(cause.slots[n + HeldCause::run], h);
  tank_ = survival(cause.slots[n + HeldCause::tank], h);
  from_ = arrived(cause.slots[n + HeldCause::from], h);
  if (!given_[n + HeldCause::tank] && !given_[n + HeldCause::from]) {
    fuel_.assign(static_cast<std::size_t>(h) + 1, 0);
    for (Tick s = 0; s <= h; ++s)
      for (const auto& [t, share] : cause.slots[n + HeldCause::tank].own)
        fuel_[static_cast<std::size_t>(s)] += share * at(from_, s + t);
  }
  if (given_[n + HeldCause::tank] && given_[n + HeldCause::from] && !given_[n + HeldCause::run])
    suffix_.resize(static_cast<std::size_t>(h) + 1);
}

double CauseChance::cost() const {
  if (cause_->simple) return 1;
  double out = 1;
  for (std::size_t i = 0; i < given_.size(); ++i)
    if (!given_[i]) out *= static_cast<double>(cause_->slots[i].own.size());
  return out;
}

double CauseChance::operator()(std::span<const Tick> values) {
  return cause_->simple ? simple(values) : played(values);
}

/// The chance that the runner, started, carries what a sum of stocks leaves open.
double CauseChance::holds(Tick stock, std::span<const Tick> values) const {
  const Tick h = cause_->horizon;
  if (stock < cause_->delay) return 0;
  const std::size_t n = cause_->stock_count;
  const Tick run = values[n + HeldCause::run];
  const double runs = given_[n + HeldCause::run] ? (stock + run >= h ? 1.0 : 0.0) : at(run_, h - stock);
  if (runs <= 0) return 0;
  const bool tank_given = given_[n + HeldCause::tank];
  const bool from_given = given_[n + HeldCause::from];
  const Tick tank = values[n + HeldCause::tank];
  const Tick from = std::min(h, values[n + HeldCause::from]);
  if (tank_given && from_given) return stock + tank >= from ? runs : 0;
  if (tank_given) return runs * at(from_, stock + tank);
  if (from_given) return runs * at(tank_, from - stock);
  return runs * at(fuel_, stock);
}

/// With tank and contract given only S ≥ min(h, D) − T matters: sums over the larger S, kept by minute.
const std::vector<double>& CauseChance::sums_of(Tick given_stock) {
  const Tick h = cause_->horizon;
  auto& sums = suffix_[static_cast<std::size_t>(given_stock)];
  if (!sums.empty()) return sums;
  sums.assign(static_cast<std::size_t>(h) + 2, 0);
  for (const auto& [s, chance] : stock_)
    if (given_stock + s < h && given_stock + s >= cause_->delay)
      sums[static_cast<std::size_t>(s)] += chance * at(run_, h - given_stock - s);
  for (std::size_t x = sums.size() - 1; x > 0; --x) sums[x - 1] += sums[x];
  return sums;
}

std::optional<CauseChance::AlongTank> CauseChance::along_tank(std::span<const Tick> values) {
  if (suffix_.empty()) return std::nullopt;
  const Tick h = cause_->horizon;
  Tick base = 0;
  for (std::size_t i = 0; i < cause_->stock_count; ++i)
    if (given_[i]) base = std::min(h, base + values[i]);
  if (base >= h) return std::nullopt;
  const Tick from = std::min(h, values[cause_->stock_count + HeldCause::from]);
  return AlongTank{sums_of(base).data(), 1 - at(carried_, h - base), started_, from - base, h + 1};
}

double CauseChance::simple(std::span<const Tick> values) {
  const Tick h = cause_->horizon;
  const std::size_t n = cause_->stock_count;
  Tick base = 0;
  for (std::size_t i = 0; i < n; ++i)
    if (given_[i]) base = std::min(h, base + values[i]);
  if (base >= h) return 0;
  const double certain = 1 - at(carried_, h - base);  // that stocks alone do not carry
  if (!cause_->has_runner) return std::max(0.0, certain);
  if (!suffix_.empty()) return (*along_tank(values))(values[n + HeldCause::tank]);
  double held = 0;
  for (const auto& [s, chance] : stock_)
    if (base + s < h) held += chance * holds(base + s, values);
  return std::clamp(certain - started_ * held, 0.0, 1.0);
}

/// All combinations of what is not given.
double CauseChance::played(std::span<const Tick> values) {
  std::vector<Tick> now(values.begin(), values.end());
  now.resize(given_.size(), 0);
  const auto go = [&](const auto& self, std::size_t slot, double chance) -> double {
    if (slot == given_.size()) return cause_->happens(now) ? chance : 0;
    if (given_[slot]) return self(self, slot + 1, chance);
    double sum = 0;
    for (const auto& [value, share] : cause_->slots[slot].own) {
      now[slot] = value;
      sum += self(self, slot + 1, chance * share);
    }
    return sum;
  };
  return go(go, 0, 1);
}

}  // namespace veer::faulttree
