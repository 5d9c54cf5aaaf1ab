#include "operations/set_desk.hpp"

#include <algorithm>

namespace veer::operations {

void SetDesk::begin(cascade::Engine& engine, cascade::ReplicaWords words) {
  agenda_.clear();
  points_.assign(means_.customers.size(), {});
  sets_.assign(means_.sets.size(), {});
  calls_.clear();
  log_.placements.clear();
  for (std::uint32_t s = 0; s < sets_.size(); ++s) {
    const StableId id = means_.sets[s].id;
    const std::uint32_t own = draw(engine.program().seed, words.replica, id, purpose_means, 0);
    sets_[s].site = means_.sets[s].site;
    sets_[s].ml = means_.set_tank_ml;
    sets_[s].ready = cascade::value_of(engine.program(), means_.set_ready, words, id, purpose_means, 0, own);
    agenda_.put(engine, {sets_[s].ready, Kind::sending, s});
  }
  if (sets_.empty()) return;
  for (const Tick tick : reopenings_) agenda_.put(engine, {tick, Kind::sending, 0});
}

void SetDesk::wake(cascade::Engine& engine, Tick tick) {
  agenda_.take(tick, [&](const auto& job) {
    switch (job.kind) {
      case Kind::connected: {
        SetState& set = sets_[job.index];
        const Customer& point = means_.customers[set.placement.customer];
        const auto ticks = static_cast<Tick>(set.ml / point.burn_ml);
        set.site = point.claim.site;
        set.placement.connected = tick;
        set.placement.brought_ml = ticks * point.burn_ml;
        set.ml -= set.placement.brought_ml;
        engine.open(point.need, point.backup, ticks, tick);
        // Supply may have come back while it was on its way.
        if (engine.mode(point.need) == cascade::mode_supplied) {
          points_[set.placement.customer].leave = tick + means_.set_stay + 1;
          agenda_.put(engine, {tick + means_.set_stay + 1, Kind::leave, set.placement.customer});
        }
        break;
      }
      case Kind::leave: {
        PointState& point = points_[job.index];
        if (point.leave != tick) break;  // supply failed again in the meantime
        const Customer& customer = means_.customers[job.index];
        SetState& set = sets_[point.set];
        set.placement.gone = tick;
        set.placement.taken_ml = engine.tank_left(customer.need, customer.backup, tick) * customer.burn_ml;
        set.ml += set.placement.taken_ml;
        engine.close(customer.need, customer.backup, tick);
        log_.placements.push_back(set.placement);
        set.ready = tick + std::max<Tick>(1, means_.set_connect);
        set.free = true;
        agenda_.put(engine, {set.ready, Kind::sending, point.set});
        point.served = false;
        point.set = none;
        point.leave = cascade::never;
        break;
      }
      case Kind::sending:
        break;
    }
  });
}

void SetDesk::settled(cascade::Engine& engine, Tick tick, std::span<const cascade::ModeChange> changes) {
  for (const cascade::ModeChange& change : changes) {
    for (std::uint32_t c = means_.customer_of_need[change.need]; c != none; c = means_.customers[c].same_need) {
      if (!means_.customers[c].mobile) continue;
      PointState& point = points_[c];
      if (change.after == cascade::mode_supplied) {
        if (point.open) {
          point.open = false;
          std::erase(calls_, c);
        }
        if (point.served && sets_[point.set].placement.connected > 0) {
          point.leave = tick + std::max<Tick>(1, means_.set_stay);
          agenda_.put(engine, {point.leave, Kind::leave, c});
        }
        continue;
      }
      point.leave = cascade::never;
      if (point.open || point.served) continue;
      point.open = true;
      point.called = tick;
      calls_.push_back(c);
    }
  }
  send(engine, tick);
}

void SetDesk::end() {
  for (const PointState& point : points_)
    if (point.served && sets_[point.set].placement.connected > 0) log_.placements.push_back(sets_[point.set].placement);
}

void SetDesk::send(cascade::Engine& engine, Tick tick) {
  if (calls_.empty()) return;
  std::sort(calls_.begin(), calls_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return means_.before(means_.customers[a].claim, points_[a].called, a, means_.customers[b].claim, points_[b].called,
                         b);
  });
  std::vector<std::uint32_t> still_open;
  for (const std::uint32_t call : calls_) {
    const Customer& customer = means_.customers[call];
    std::uint32_t best = none;
    Tick least = cascade::never;
    for (std::uint32_t s = 0; s < sets_.size(); ++s) {
      if (!sets_[s].free || tick < sets_[s].ready) continue;
      const auto minutes = means_.travel(sets_[s].site, customer.claim.site, means_.sets[s].metres_per_minute, tick);
      if (minutes && *minutes < least) {
        least = *minutes;
        best = s;
      }
    }
    if (best == none) {
      still_open.push_back(call);
      continue;
    }
    SetState& set = sets_[best];
    set.free = false;
    set.placement = {.set = best, .customer = call, .called = points_[call].called, .left = tick};
    points_[call].open = false;
    points_[call].served = true;
    points_[call].set = best;
    agenda_.put(engine, {tick + least + means_.set_connect, Kind::connected, best});
  }
  calls_ = std::move(still_open);
}

}  // namespace veer::operations
