#include "faulttree/held_pair.hpp"

#include <algorithm>

namespace veer::faulttree {

using cascade::BackupKind;
using cascade::Tick;

namespace {

constexpr std::size_t start_at = 0, run_at = 1, capacity_at = 2, from_at = 3;  ///< of the four slots of a back-up
constexpr std::size_t slots_each = 4;

}  // namespace

PairChance::PairChance(const HeldCause& cause, std::vector<bool> given)
    : cause_(&cause), given_(std::move(given)), h_(cause.horizon) {}

std::optional<PairChance> PairChance::of(const HeldCause& cause, const std::vector<bool>& given) {
  if (cause.kind != HeldCauseKind::chain || cause.simple) return std::nullopt;
  PairChance out(cause, given);
  if (!out.lay_out()) return std::nullopt;
  out.choose_roles();
  return out;
}

PairChance::Number PairChance::number_of(std::size_t slot) const {
  Number out{slot, given_[slot], {}, {}, {}};
  if (out.given) return out;
  const MinuteChances& own = cause_->slots[slot].own;
  out.least = at_least(own, h_);
  out.most = at_most(own, h_);
  out.own = sum_of(own, {{0, 1.0}}, h_);  // clipped
  return out;
}

std::optional<PairChance::Runner> PairChance::runner_of(std::size_t backup) const {
  const std::size_t first = slots_each * backup;
  Runner out;
  if (given_[first + start_at]) return std::nullopt;
  out.starts = 0;
  for (const auto& [value, chance] : cause_->slots[first + start_at].own) out.starts += value != 0 ? chance : 0;
  out.by_hand = cause_->kinds[backup] == BackupKind::manual;
  out.run = number_of(first + (out.by_hand ? capacity_at : run_at));
  if (!out.by_hand) out.tank = number_of(first + capacity_at);
  out.from = number_of(first + from_at);
  return out;
}

bool PairChance::lay_out() {
  std::size_t runners = 0;
  std::vector<std::size_t> there_at_once;  // by hand, from minute 0 on: as good as a stock
  for (std::size_t i = 0; i < cause_->kinds.size(); ++i) {
    if (cause_->delays[i] > 0) return false;
    if (cause_->kinds[i] == BackupKind::reservoir) continue;
    const std::size_t slot = slots_each * i + from_at;
    const MinuteChances& from = cause_->slots[slot].own;
    const bool at_once = cause_->kinds[i] == BackupKind::manual && !given_[slot] && from.back().first <= 0;
    if (at_once) {
      there_at_once.push_back(i);
    } else {
      ++runners;
    }
  }
  for (; runners < 2 && !there_at_once.empty(); ++runners) there_at_once.pop_back();
  for (std::size_t i = 0; i < cause_->kinds.size(); ++i) {
    const std::size_t capacity = slots_each * i + capacity_at;
    if (cause_->kinds[i] == BackupKind::reservoir ||
        std::find(there_at_once.begin(), there_at_once.end(), i) != there_at_once.end()) {
      stock_slots_.push_back(capacity);
      if (!given_[capacity]) stock_ = sum_of(stock_, cause_->slots[capacity].own, h_);
    } else if (auto runner = runner_of(i); runner && runners_.size() < 2) {
      runners_.push_back(std::move(*runner));
    } else {
      return false;
    }
  }
  return runners_.size() == 2;
}

/// The runner of which only thresholds remain is one that comes by hand, else the one with its own tank.
void PairChance::choose_roles() {
  const auto rank = [](const Runner& runner) {
    if (runner.by_hand) return runner.from.given ? 2 : 3;
    return runner.tank.given ? 0 : 1;
  };
  const std::size_t x = rank(runners_[0]) > rank(runners_[1]) ? 0 : 1;
  x_ = std::move(runners_[x]);
  y_ = std::move(runners_[1 - x]);
  runners_.clear();
  tails_.resize(static_cast<std::size_t>(h_) + 1);
  arrivals_.resize(static_cast<std::size_t>(h_) + 1);
  if (y_.run.given) return;
  if (y_.starts < 1) runs_y_list_.emplace_back(0, 1 - y_.starts);
  for (const auto& [value, chance] : y_.run.own) {
    if (!runs_y_list_.empty() && runs_y_list_.back().first == value) {
      runs_y_list_.back().second += y_.starts * chance;
    } else {
      runs_y_list_.emplace_back(value, y_.starts * chance);
    }
  }
  below_.assign(static_cast<std::size_t>(h_) + 2, 0);
  std::uint32_t count = 0;
  for (Tick v = 0; v <= h_ + 1; ++v) {
    while (count < runs_y_list_.size() && runs_y_list_[count].first < v) ++count;
    below_[static_cast<std::size_t>(v)] = count;
  }
}

double PairChance::steps() const {
  const auto sum = [](const Number& number) {
    return number.given ? 1.0 : static_cast<double>(std::max<std::size_t>(1, number.own.size()));
  };
  const double values = y_.run.given ? 2.0 : static_cast<double>(runs_y_list_.size());
  double out = static_cast<double>(stock_.size()) * sum(y_.from) * (y_.by_hand ? 1.0 : sum(y_.tank));
  if (!x_.by_hand) out *= sum(x_.from);
  // Where the contracts come apart a tank of its own is looked at for every F.
  const bool apart =
      !(x_.from.given && y_.from.given && cause_->slots[x_.from.slot].group == cause_->slots[y_.from.slot].group);
  if (!x_.by_hand && !x_.tank.given && apart) out *= std::max(1.0, values / 4);
  if (x_.run.given || y_.run.given) out += static_cast<double>(stock_.size()) * values;
  return out;
}

std::size_t PairChance::bytes() const {
  const std::size_t values = y_.run.given ? 3 : runs_y_list_.size() + 1;
  std::size_t stocks = stock_.size();
  for (const std::size_t slot : stock_slots_)
    if (given_[slot]) stocks *= cause_->slots[slot].own.size();
  stocks = std::min(stocks, static_cast<std::size_t>(h_) + 1);
  const std::size_t contracts =
      x_.by_hand ? 0 : std::min<std::size_t>(cause_->slots[x_.from.slot].own.size(), static_cast<std::size_t>(h_) + 1);
  std::size_t numbers = (2 * stocks + contracts) * values;
  for (const Runner* const runner : {&x_, &y_})
    for (const Number* const number : {&runner->run, &runner->tank, &runner->from})
      numbers += 2 * number->own.size() + number->least.size() + number->most.size();
  return numbers * sizeof(double) + (tails_.size() + arrivals_.size()) * sizeof(tails_[0]);
}

void PairChance::set_runs(std::span<const Tick> values) {
  if (!x_.run.given && !y_.run.given) return;
  if (x_.run.given) run_x_ = std::clamp<Tick>(values[x_.run.slot], 0, h_);
  if (y_.run.given) {
    run_y_ = std::clamp<Tick>(values[y_.run.slot], 0, h_);
    runs_y_list_ = {{0, 1 - y_.starts}, {run_y_, y_.starts}};
  }
  for (auto& table : tails_) table.clear();
  for (auto& table : arrivals_) table.clear();
  short_.clear();
}

double PairChance::runs(const Runner& runner, Tick given, Tick v) {
  if (v <= 0) return 1;
  if (runner.run.given) return v <= given ? runner.starts : 0;
  return v < static_cast<Tick>(runner.run.least.size()) ? runner.starts * at_minute(runner.run.least, v) : 0;
}

std::size_t PairChance::below(Tick v) const {
  if (y_.run.given) return (v > 0 ? 1U : 0U) + (v > run_y_ ? 1U : 0U);
  return below_[static_cast<std::size_t>(std::clamp<Tick>(v, 0, h_ + 1))];
}

const std::vector<double>& PairChance::tails(Tick stock) {
  auto& out = tails_[static_cast<std::size_t>(stock)];
  if (!out.empty()) return out;
  out.assign(runs_y_list_.size() + 1, 0);
  for (std::size_t k = runs_y_list_.size(); k-- > 0;)
    out[k] = out[k + 1] + runs_y_list_[k].second * runs_x(h_ - stock - runs_y_list_[k].first);
  return out;
}

double PairChance::between(Tick stock, Tick low, Tick high) {
  if (low >= high) return 0;
  const auto& table = tails(stock);
  return table[below(low)] - table[below(high)];
}

double PairChance::from_on(Tick stock, Tick low, Tick least) {
  const Tick turn = std::max(low, h_ - stock - least);  // from here on `least` asks for more than what h leaves open
  return between(stock, low, turn) + runs_y(turn) * runs_x(least);
}

double PairChance::between_arrived(const Now& now, Tick stock, Tick low, Tick high) {
  if (now.from_x_given) return between(stock, std::max(low, now.from_x - stock), high);
  if (low >= high) return 0;
  auto& table = arrivals_[static_cast<std::size_t>(stock)];
  if (table.empty()) {
    table.assign(runs_y_list_.size() + 1, 0);
    for (std::size_t k = runs_y_list_.size(); k-- > 0;) {
      const auto& [minutes, chance] = runs_y_list_[k];
      table[k] = table[k + 1] + chance * at_minute(x_.from.most, stock + minutes) * runs_x(h_ - stock - minutes);
    }
  }
  return table[below(low)] - table[below(high)];
}

double PairChance::between_filled(const Now& now, Tick stock, Tick low, Tick high) {
  if (now.tank_x_given) return between(stock, std::max(low, now.from_x - stock - now.tank_x), high);
  double out = 0;
  const std::size_t end = below(high);
  for (std::size_t k = below(low); k < end; ++k) {
    const auto& [minutes, chance] = runs_y_list_[k];
    out += chance * runs_x(h_ - stock - minutes) * at_minute(x_.tank.least, now.from_x - stock - minutes);
  }
  return out;
}

double PairChance::short_runs(const Now& now) {
  if (now.tank_x_given) {
    double out = 0;
    for (const auto& [s, share] : stock_) out += share * between_filled(now, std::min(h_, now.base + s), 0, now.tank_y);
    return out;
  }
  if (short_base_ != now.base) {
    short_.clear();
    short_base_ = now.base;
  }
  auto& table = short_[now.from_x];
  if (table.empty()) {
    table.assign(runs_y_list_.size() + 1, 0);
    for (std::size_t k = 0; k < runs_y_list_.size(); ++k) {
      const auto& [minutes, chance] = runs_y_list_[k];
      double sum = 0;
      for (const auto& [s, share] : stock_) {
        const Tick stock = std::min(h_, now.base + s);
        sum += share * runs_x(h_ - stock - minutes) * at_minute(x_.tank.least, now.from_x - stock - minutes);
      }
      table[k + 1] = table[k] + chance * sum;
    }
  }
  return table[below(now.tank_y)];
}

/// x comes by hand: it offers all it has at D_x. What a generator does that fails before its tank is empty is the same
/// as what one with a contract in time does.
double PairChance::by_hand(const Now& now, Tick stock) {
  const Tick beyond = h_ + 1;
  if (stock + now.tank_y >= now.from_y) return between_arrived(now, stock, 0, beyond);
  const double arrives =
      now.from_x_given ? (now.from_x <= stock + now.tank_y ? 1.0 : 0.0) : at_minute(x_.from.most, stock + now.tank_y);
  double out = between_arrived(now, stock, 0, now.tank_y);
  if (arrives > 0) out += arrives * from_on(stock, now.tank_y, now.from_y - stock - now.tank_y);
  return out;
}

/// F_y of T_y or more; short_runs() has the rest.
double PairChance::by_tank(const Now& now, Tick stock) {
  const auto fills = [&](Tick minutes) {
    return now.tank_x_given ? (now.tank_x >= minutes ? 1.0 : 0.0) : at_minute(x_.tank.least, minutes);
  };
  const Tick left = std::max<Tick>(0, now.from_y - stock - now.tank_y);  // x bridges it until y's contract
  if (now.from_x < now.from_y) {
    const double filled = fills(now.from_x - stock - now.tank_y);
    return filled > 0 ? filled * from_on(stock, now.tank_y, left) : 0;
  }
  const double filled = fills(left);
  if (filled <= 0) return 0;
  const Tick turn = std::max(now.tank_y, now.from_x - stock - left);
  return between_filled(now, stock, now.tank_y, turn) + filled * from_on(stock, turn, left);
}

double PairChance::over_stocks(const Now& now) {
  double out = x_.by_hand ? 0 : short_runs(now);
  for (const auto& [s, share] : stock_) {
    const Tick stock = std::min(h_, now.base + s);
    out += share * (x_.by_hand ? by_hand(now, stock) : by_tank(now, stock));
  }
  return out;
}

double PairChance::operator()(std::span<const Tick> values) {
  set_runs(values);
  Now now;
  for (const std::size_t slot : stock_slots_)
    if (given_[slot]) now.base = std::min(h_, now.base + values[slot]);
  const auto each = [&](const Number& number, Tick& place, const auto& go) {
    if (number.given) {
      place = std::clamp<Tick>(values[number.slot], 0, h_);
      return go();
    }
    double out = 0;
    for (const auto& [value, chance] : number.own) {
      place = value;
      out += chance * go();
    }
    return out;
  };
  const auto over_y = [&] {
    return each(y_.from, now.from_y, [&] {
      if (y_.by_hand) return over_stocks(now);
      return each(y_.tank, now.tank_y, [&] { return over_stocks(now); });
    });
  };
  if (x_.by_hand) {
    now.from_x_given = x_.from.given;
    if (x_.from.given) now.from_x = std::clamp<Tick>(values[x_.from.slot], 0, h_);
    return over_y();
  }
  now.tank_x_given = x_.tank.given;
  if (x_.tank.given) now.tank_x = std::clamp<Tick>(values[x_.tank.slot], 0, h_);
  return each(x_.from, now.from_x, over_y);
}

}  // namespace veer::faulttree
