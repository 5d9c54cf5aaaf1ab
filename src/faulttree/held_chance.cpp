#include "faulttree/held_chance.hpp"

#include <algorithm>

namespace veer::faulttree {

using cascade::Tick;

CauseChance::CauseChance(const HeldCause& cause, std::vector<bool> given) : cause_(&cause), given_(std::move(given)) {
  if (!cause.simple) {
    pair_ = PairChance::of(cause, given_);
    return;
  }
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
  run_ = at_least(cause.slots[n + HeldCause::run].own, h);
  tank_ = at_least(cause.slots[n + HeldCause::tank].own, h);
  from_ = at_most(cause.slots[n + HeldCause::from].own, h);
  if (!given_[n + HeldCause::tank] && !given_[n + HeldCause::from]) {
    fuel_.assign(static_cast<std::size_t>(h) + 1, 0);
    for (Tick s = 0; s <= h; ++s)
      for (const auto& [t, share] : cause.slots[n + HeldCause::tank].own)
        fuel_[static_cast<std::size_t>(s)] += share * at_minute(from_, s + t);
  }
  if (given_[n + HeldCause::tank] && given_[n + HeldCause::from] && !given_[n + HeldCause::run])
    suffix_.resize(static_cast<std::size_t>(h) + 1);
}

double CauseChance::cost() const {
  if (cause_->simple) return 4;
  constexpr double step = 5;  // of two runners, beside a look-up
  if (pair_) return step * pair_->steps();
  double out = 40;  // a combination that is played
  for (std::size_t i = 0; i < given_.size(); ++i)
    if (!given_[i]) out *= static_cast<double>(cause_->slots[i].own.size());
  return out;
}

std::size_t CauseChance::bytes() const {
  if (pair_) return pair_->bytes();
  const std::size_t numbers =
      2 * stock_.size() + carried_.size() + run_.size() + tank_.size() + from_.size() + fuel_.size();
  return numbers * sizeof(double) + suffix_.size() * sizeof(suffix_[0]);
}

double CauseChance::operator()(std::span<const Tick> values) {
  if (cause_->simple) return simple(values);
  if (pair_) return std::clamp(1 - (*pair_)(values), 0.0, 1.0);
  return played(values);
}

/// The chance that the runner, started, carries what a sum of stocks leaves open.
double CauseChance::holds(Tick stock, std::span<const Tick> values) const {
  const Tick h = cause_->horizon;
  if (stock < cause_->delay) return 0;
  const std::size_t n = cause_->stock_count;
  const Tick run = values[n + HeldCause::run];
  const double runs = given_[n + HeldCause::run] ? (stock + run >= h ? 1.0 : 0.0) : at_minute(run_, h - stock);
  if (runs <= 0) return 0;
  const bool tank_given = given_[n + HeldCause::tank];
  const bool from_given = given_[n + HeldCause::from];
  const Tick tank = values[n + HeldCause::tank];
  const Tick from = std::min(h, values[n + HeldCause::from]);
  if (tank_given && from_given) return stock + tank >= from ? runs : 0;
  if (tank_given) return runs * at_minute(from_, stock + tank);
  if (from_given) return runs * at_minute(tank_, from - stock);
  return runs * at_minute(fuel_, stock);
}

/// With tank and contract given only S ≥ min(h, D) − T matters: sums over the larger S, kept by minute.
const std::vector<double>& CauseChance::sums_of(Tick given_stock) {
  const Tick h = cause_->horizon;
  auto& sums = suffix_[static_cast<std::size_t>(given_stock)];
  if (!sums.empty()) return sums;
  sums.assign(static_cast<std::size_t>(h) + 2, 0);
  for (const auto& [s, chance] : stock_)
    if (given_stock + s < h && given_stock + s >= cause_->delay)
      sums[static_cast<std::size_t>(s)] += chance * at_minute(run_, h - given_stock - s);
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
  return AlongTank{sums_of(base).data(), 1 - at_minute(carried_, h - base), started_, from - base, h + 1};
}

double CauseChance::simple(std::span<const Tick> values) {
  const Tick h = cause_->horizon;
  const std::size_t n = cause_->stock_count;
  Tick base = 0;
  for (std::size_t i = 0; i < n; ++i)
    if (given_[i]) base = std::min(h, base + values[i]);
  if (base >= h) return 0;
  const double certain = 1 - at_minute(carried_, h - base);  // that stocks alone do not carry
  if (!cause_->has_runner) return std::max(0.0, certain);
  if (!suffix_.empty()) return (*along_tank(values))(values[n + HeldCause::tank]);
  double held = 0;
  for (const auto& [s, chance] : stock_)
    if (base + s < h) held += chance * holds(base + s, values);
  return std::clamp(certain - started_ * held, 0.0, 1.0);
}

/// All combinations of what is not given.
double CauseChance::played(std::span<const Tick> values) {
  now_.assign(values.begin(), values.end());
  now_.resize(given_.size(), 0);
  const auto go = [&](const auto& self, std::size_t slot, double chance) -> double {
    if (slot == given_.size()) return cause_->happens(now_) ? chance : 0;
    if (given_[slot]) return self(self, slot + 1, chance);
    double sum = 0;
    for (const auto& [value, share] : cause_->slots[slot].own) {
      now_[slot] = value;
      sum += self(self, slot + 1, chance * share);
    }
    return sum;
  };
  return go(go, 0, 1);
}

}  // namespace veer::faulttree
