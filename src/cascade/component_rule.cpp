#include "cascade/component_rule.hpp"

namespace veer::cascade {

void ComponentRule::begin(Component component, ReplicaWords words) {
  bad_.clear();
  for (const std::uint32_t hit : plan_->hits(component))
    if (const auto interval = draw_hit(*program_, words, hit)) bad_.push_back(*interval);
  for (const std::uint32_t breakdown : plan_->breakdowns(component)) draw_breakdowns(*program_, words, breakdown, bad_);
}

void ComponentRule::add_need(std::uint32_t need, ReplicaWords words) {
  find_unsupplied(need);
  if (unsupplied_.empty()) return;
  if (program_->backup_begin[need] == program_->backup_begin[need + 1]) {
    bad_.insert(bad_.end(), unsupplied_.begin(), unsupplied_.end());
    return;
  }
  load_stocks(need, words);
  Tick before = 0;
  for (const Interval interval : unsupplied_) {
    recharge(need, interval.start - before);
    carry(need, interval);
    before = interval.end;
  }
}

/// Where fewer than k suppliers are up.
void ComponentRule::find_unsupplied(std::uint32_t need) {
  unsupplied_.clear();
  const auto count = static_cast<std::int64_t>(program_->suppliers_of(need).size());
  const std::int64_t enough = count - static_cast<std::int64_t>(program_->need_k[need]) + 1;  // down at least
  if (enough <= 0) {
    unsupplied_.push_back({0, program_->horizon});
    return;
  }
  if (count == 1 && enough == 1) {
    unsupplied_.assign(supplied_.begin(), supplied_.end());
    return;
  }
  edges_.clear();
  for (const Interval down : supplied_) {
    edges_.push_back({down.start, 1});
    edges_.push_back({down.end, -1});
  }
  // At one tick the ends come first or last alike: only the count after all changes of a tick matters.
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.tick < b.tick; });
  std::int64_t down = 0;
  for (std::size_t i = 0; i < edges_.size();) {
    const Tick tick = edges_[i].tick;
    const bool was = down >= enough;
    for (; i < edges_.size() && edges_[i].tick == tick; ++i) down += edges_[i].change;
    if (!was && down >= enough) unsupplied_.push_back({tick, program_->horizon});
    if (was && down < enough) unsupplied_.back().end = tick;
  }
}

void ComponentRule::load_stocks(std::uint32_t need, ReplicaWords words) {
  stocks_.clear();
  for (std::uint32_t i = program_->backup_begin[need]; i < program_->backup_begin[need + 1]; ++i) {
    const Backup& spec = program_->backups[i];
    Stock stock{.drawn = draw_backup(*program_, words, i)};
    if (spec.kind == BackupKind::reservoir) stock.level = std::int64_t{stock.drawn.capacity} * spec.recharge;
    if (spec.kind == BackupKind::manual) stock.level = stock.drawn.capacity;
    stocks_.push_back(stock);
  }
}

void ComponentRule::recharge(std::uint32_t need, Tick supplied) {
  for (std::size_t i = 0; i < stocks_.size(); ++i) {
    const Backup& spec = program_->backups[program_->backup_begin[need] + i];
    if (spec.kind != BackupKind::reservoir) continue;
    const std::int64_t full = std::int64_t{stocks_[i].drawn.capacity} * spec.recharge;
    stocks_[i].level = std::min(full, stocks_[i].level + supplied);
  }
}

/// Goes through one stretch without supply, from one change of carrier to the next.
void ComponentRule::carry(std::uint32_t need, Interval unsupplied) {
  for (std::int64_t tick = unsupplied.start; tick < unsupplied.end;) {
    std::int64_t until = unsupplied.end;
    Stock* carrier = nullptr;
    const Backup* spec = nullptr;
    for (std::size_t i = 0; i < stocks_.size() && carrier == nullptr; ++i) {
      Stock& stock = stocks_[i];
      spec = &program_->backups[program_->backup_begin[need] + i];
      std::int64_t lasts = 0;  // ticks it can carry from here
      switch (spec->kind) {
        case BackupKind::reservoir:
          lasts = (stock.level + spec->recharge - 1) / spec->recharge;
          break;
        case BackupKind::manual:
          if (tick >= stock.drawn.from) lasts = stock.level;
          break;
        case BackupKind::generator:
          if (!stock.drawn.starts || stock.run >= stock.drawn.run) break;
          if (tick >= stock.drawn.from) {
            lasts = stock.drawn.run - stock.run;
          } else {
            lasts = std::max<std::int64_t>(0, std::min(stock.drawn.run, stock.drawn.capacity) - stock.run);
          }
          break;
      }
      if (lasts > 0) {
        carrier = &stock;
        until = std::min(until, tick + lasts);
      } else if (spec->kind != BackupKind::reservoir && tick < stock.drawn.from) {
        until = std::min<std::int64_t>(until, stock.drawn.from);  // it may begin then
      }
    }
    if (carrier == nullptr) {
      bad_.push_back({static_cast<Tick>(tick), static_cast<Tick>(until)});
    } else if (spec->kind == BackupKind::reservoir) {
      carrier->level = std::max<std::int64_t>(0, carrier->level - spec->recharge * (until - tick));
    } else if (spec->kind == BackupKind::manual) {
      carrier->level -= until - tick;
    } else {
      carrier->run += until - tick;
    }
    tick = until;
  }
}

/// Adds the restart after all that was bad, and joins what touches.
std::span<const Interval> ComponentRule::finish(Component component, ReplicaWords words) {
  down_.clear();
  if (bad_.empty()) return down_;
  const Tick restart = draw_restart(*program_, words, component);
  std::sort(bad_.begin(), bad_.end(), [](Interval a, Interval b) { return a.start < b.start; });
  for (const Interval interval : bad_) {
    const Tick end = std::min(program_->horizon, interval.end + restart);
    if (!down_.empty() && interval.start <= down_.back().end) {
      down_.back().end = std::max(down_.back().end, end);
    } else {
      down_.push_back({interval.start, end});
    }
  }
  return down_;
}

}  // namespace veer::cascade
