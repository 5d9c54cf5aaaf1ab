#include "operations/fuel_desk.hpp"

#include <algorithm>
#include <cmath>

namespace veer::operations {

namespace {

constexpr Tick day = 24 * minutes_per_hour;
constexpr std::int64_t ppm = 1000000;

Tick minutes_to_pump(std::int64_t ml, std::int64_t ml_per_minute) {
  return static_cast<Tick>((ml + ml_per_minute - 1) / ml_per_minute);
}

}  // namespace

void FuelDesk::begin(cascade::Engine& engine, cascade::ReplicaWords words) {
  const cascade::Program& program = engine.program();
  agenda_.clear();
  customers_.assign(means_.customers.size(), {});
  trucks_.assign(means_.trucks.size(), {});
  calls_.clear();
  to_look_.clear();
  stock_.clear();
  queue_ = 0;
  counted_ = 0;
  supplies_.begin(words);
  log_.queue_minutes.assign(static_cast<std::size_t>((program.horizon + minutes_per_hour - 1) / minutes_per_hour), 0);
  log_.burnt_ml.assign(customers_.size(), 0);
  log_.burnt_day_ml.assign(static_cast<std::size_t>((program.horizon + day - 1) / day), 0);
  log_.tank_first_ml.clear();
  for (const Customer& customer : means_.customers)
    log_.tank_first_ml.push_back(
        customer.mobile ? 0 : std::int64_t{engine.draws().backup[customer.backup].capacity} * customer.burn_ml);
  for (const Depot& depot : means_.depots) stock_.push_back(depot.stock_ml);
  for (std::uint32_t t = 0; t < trucks_.size(); ++t) {
    const Truck& truck = means_.trucks[t];
    TruckState& state = trucks_[t];
    state.site = means_.depots[truck.depot].site;
    // A truck stands full at its depot: what is in it is part of the stock.
    state.load_ml = std::min(means_.truck_load_ml, stock_[truck.depot]);
    stock_[truck.depot] -= state.load_ml;
    log_.loadings.push_back({t, truck.depot, 0, state.load_ml});
    const std::uint32_t own = draw(program.seed, words.replica, truck.id, purpose_means, 0);
    state.ready = cascade::value_of(program, means_.truck_ready, words, truck.id, purpose_means, 0, own);
    agenda_.put(engine, {state.ready, Kind::sending, t});
    if (truck.shift > 0)
      for (Tick at = truck.offset; at < program.horizon; at += day) {
        agenda_.put(engine, {at, Kind::sending, t});
        agenda_.put(engine, {at + truck.shift, Kind::sending, t});
      }
  }
  for (const Tick tick : reopenings_) agenda_.put(engine, {tick, Kind::sending, 0});
  for (const Depot& depot : means_.depots)
    for (const Closure& slow : depot.slow) agenda_.put(engine, {slow.until, Kind::sending, 0});
}

void FuelDesk::wake(cascade::Engine& engine, Tick tick) {
  supplies_.wake(tick);
  agenda_.take(tick, [&](const auto& job) {
    switch (job.kind) {
      case Kind::pumped:
        pumped(engine, job.index, tick);
        break;
      case Kind::arrived:
        arrive(engine, job.index, tick);
        break;
      case Kind::back:
        trucks_[job.index].doing = Doing::waiting;
        trucks_[job.index].site = means_.depots[means_.trucks[job.index].depot].site;
        break;
      case Kind::loaded:
        trucks_[job.index].doing = Doing::waiting;
        break;
      case Kind::look:
        if (customers_[job.index].look == tick) to_look_.push_back(job.index);
        break;
      case Kind::sending:  // what is settled at the end of this minute decides
        break;
    }
  });
}

void FuelDesk::settled(cascade::Engine& engine, Tick tick, std::span<const cascade::ModeChange> changes) {
  for (const cascade::ModeChange& change : changes)
    for (std::uint32_t c = means_.customer_of_need[change.need]; c != none; c = means_.customers[c].same_need)
      look(engine, c, tick);
  for (const std::uint32_t customer : to_look_) look(engine, customer, tick);
  to_look_.clear();
  supplies_.pump_in(engine, tick, stock_);
  load(engine, tick);
  supplies_.order(engine, tick, stock_);
  send(engine, tick);
  go_back(engine, tick);
  count_queue(tick);
}

/// What the tank holds when it is full.
std::int64_t FuelDesk::tank_ml(const cascade::Engine& engine, const Customer& customer) const {
  if (customer.mobile) return means_.set_tank_ml / customer.burn_ml * customer.burn_ml;
  return std::int64_t{engine.draws().backup[customer.backup].capacity} * customer.burn_ml;
}

/// Whether there is a set that works.
bool FuelDesk::there(const cascade::Engine& engine, const Customer& customer, Tick tick) const {
  if (customer.mobile) return engine.draws().backup[customer.backup].from <= tick;
  return engine.works(customer.need, customer.backup, tick);
}

/// Asks for fuel, takes the question back, or says when to look again.
void FuelDesk::look(cascade::Engine& engine, std::uint32_t index, Tick tick) {
  const Customer& customer = means_.customers[index];
  CustomerState& state = customers_[index];
  state.look = cascade::never;
  const std::int32_t mode = engine.mode(customer.need);
  const bool asks = mode != cascade::mode_supplied && there(engine, customer, tick);
  if (!asks) {
    stop_being_dry(index, tick);
    if (state.open) {
      state.open = false;
      std::erase(calls_, index);
    }
    return;
  }
  const Tick left = engine.tank_left(customer.need, customer.backup, tick);
  const bool dry = left <= 0 && mode == cascade::mode_unmet;
  if (dry && state.dry_since < 0) state.dry_since = tick;
  if (!dry) stop_being_dry(index, tick);
  const std::int64_t full = tank_ml(engine, customer) / customer.burn_ml;
  const auto level = static_cast<Tick>(full * means_.call_below_ppm / ppm);
  if (left <= level) {
    if (state.open || state.expected || full == 0) return;
    state.open = true;
    state.called = tick;
    calls_.push_back(index);
    return;
  }
  const std::size_t first = engine.program().backup_begin[customer.need];
  if (mode >= 0 && first + static_cast<std::size_t>(mode) == customer.backup) {
    state.look = tick + left - level;
    agenda_.put(engine, {state.look, Kind::look, index});
  }
}

void FuelDesk::stop_being_dry(std::uint32_t customer, Tick tick) {
  CustomerState& state = customers_[customer];
  if (state.dry_since < 0) return;
  if (tick > state.dry_since) log_.dry.push_back({customer, state.dry_since, tick});
  state.dry_since = -1;
}

void FuelDesk::arrive(cascade::Engine& engine, std::uint32_t truck, Tick tick) {
  TruckState& state = trucks_[truck];
  const Customer& customer = means_.customers[state.delivery.customer];
  state.doing = Doing::pumping;
  state.site = customer.claim.site;
  state.delivery.arrived = tick;
  state.ticks = 0;
  if (there(engine, customer, tick)) {
    const Tick left = engine.tank_left(customer.need, customer.backup, tick);
    const std::int64_t room = tank_ml(engine, customer) / customer.burn_ml - left;
    state.ticks = static_cast<Tick>(std::clamp<std::int64_t>(room, 0, state.load_ml / customer.burn_ml));
    state.delivery.tank_left = left;
  }
  const Tick pumping = minutes_to_pump(state.ticks * customer.burn_ml, means_.pump_ml);
  agenda_.put(engine, {tick + std::max<Tick>(1, means_.unload_fixed + pumping), Kind::pumped, truck});
}

void FuelDesk::pumped(cascade::Engine& engine, std::uint32_t truck, Tick tick) {
  TruckState& state = trucks_[truck];
  const std::uint32_t index = state.delivery.customer;
  const Customer& customer = means_.customers[index];
  // Where the set broke down or was taken away while the truck stood there, the fuel stays in the truck.
  if (state.ticks > 0 && there(engine, customer, tick)) {
    engine.fill(customer.need, customer.backup, state.ticks, tick);
    state.delivery.ml = state.ticks * customer.burn_ml;
    state.load_ml -= state.delivery.ml;
  }
  state.delivery.done = tick;
  log_.deliveries.push_back(state.delivery);
  state.doing = Doing::at_tank;
  customers_[index].expected = false;
  to_look_.push_back(index);
}

bool FuelDesk::on_duty(std::uint32_t truck, Tick tick) const {
  if (tick < trucks_[truck].ready) return false;
  const Truck& row = means_.trucks[truck];
  if (row.shift == 0) return true;
  return ((tick - row.offset) % day + day) % day < row.shift;
}

/// The first call in the order gets the truck that can be there first, and so on until no truck is free.
void FuelDesk::send(cascade::Engine& engine, Tick tick) {
  if (calls_.empty()) return;
  std::vector<std::uint32_t> free;
  for (std::uint32_t t = 0; t < trucks_.size(); ++t) {
    const TruckState& state = trucks_[t];
    if ((state.doing == Doing::waiting || state.doing == Doing::at_tank) && state.load_ml > 0 && on_duty(t, tick))
      free.push_back(t);
  }
  if (free.empty()) return;
  std::sort(calls_.begin(), calls_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return means_.before(means_.customers[a].claim, customers_[a].called, a, means_.customers[b].claim,
                         customers_[b].called, b);
  });
  std::vector<std::uint32_t> still_open;
  for (const std::uint32_t call : calls_) {
    const Customer& customer = means_.customers[call];
    std::uint32_t best = none;
    Tick least = cascade::never;
    for (const std::uint32_t t : free) {
      if (trucks_[t].load_ml < customer.burn_ml) continue;
      const auto minutes =
          means_.travel(trucks_[t].site, customer.claim.site, means_.trucks[t].metres_per_minute, tick);
      if (minutes && *minutes < least) {
        least = *minutes;
        best = t;
      }
    }
    if (best == none) {
      still_open.push_back(call);
      continue;
    }
    std::erase(free, best);
    TruckState& state = trucks_[best];
    if (state.doing == Doing::waiting) ++state.trip;
    state.doing = Doing::driving;
    customers_[call].open = false;
    customers_[call].expected = true;
    state.delivery = {
        .truck = best, .customer = call, .trip = state.trip, .called = customers_[call].called, .left = tick};
    agenda_.put(engine, {tick + least, Kind::arrived, best});
  }
  calls_ = std::move(still_open);
}

/// Trucks at their depot that are not full, where the pump works and there is stock.
void FuelDesk::load(cascade::Engine& engine, Tick tick) {
  for (std::uint32_t t = 0; t < trucks_.size(); ++t) {
    TruckState& state = trucks_[t];
    if (state.doing != Doing::waiting || state.load_ml >= means_.truck_load_ml) continue;
    const std::uint32_t depot = means_.trucks[t].depot;
    if (stock_[depot] == 0 || !engine.up(means_.depots[depot].component)) continue;
    double flow = 1;
    for (const Closure& slow : means_.depots[depot].slow)
      if (slow.from <= tick && tick < slow.until) flow = std::min(flow, slow.speed);
    if (flow <= 0) continue;
    const std::int64_t ml = std::min(means_.truck_load_ml - state.load_ml, stock_[depot]);
    stock_[depot] -= ml;
    state.load_ml += ml;
    state.doing = Doing::loading;
    log_.loadings.push_back({t, depot, tick, ml});
    const auto per_minute = std::max<std::int64_t>(1, std::llround(static_cast<double>(means_.pump_ml) * flow));
    const Tick minutes = means_.load_fixed + minutes_to_pump(ml, per_minute);
    agenda_.put(engine, {tick + std::max<Tick>(1, minutes), Kind::loaded, t});
  }
}

/// Trucks at a tank that were not sent on.
void FuelDesk::go_back(cascade::Engine& engine, Tick tick) {
  for (std::uint32_t t = 0; t < trucks_.size(); ++t) {
    TruckState& state = trucks_[t];
    if (state.doing != Doing::at_tank) continue;
    const Truck& row = means_.trucks[t];
    const auto minutes = means_.travel(state.site, means_.depots[row.depot].site, row.metres_per_minute, tick);
    if (!minutes) continue;  // cut off: it waits at the tank
    state.doing = Doing::returning;
    log_.returns.push_back({t, state.trip, tick, tick + *minutes});
    agenda_.put(engine, {tick + *minutes, Kind::back, t});
  }
}

void FuelDesk::count_queue(Tick tick) {
  while (counted_ < tick) {
    const auto hour = static_cast<std::size_t>(counted_ / minutes_per_hour);
    const Tick until = std::min<Tick>(tick, (static_cast<Tick>(hour) + 1) * minutes_per_hour);
    log_.queue_minutes[hour] += static_cast<std::int64_t>(queue_) * (until - counted_);
    counted_ = until;
  }
  queue_ = calls_.size();
}

void FuelDesk::end(cascade::Engine& engine) {
  const cascade::Program& program = engine.program();
  count_queue(program.horizon);
  log_.depot_left_ml = stock_;
  log_.truck_left_ml.clear();
  for (const TruckState& truck : trucks_) log_.truck_left_ml.push_back(truck.load_ml);
  log_.tank_left_ml.assign(customers_.size(), 0);
  for (std::uint32_t c = 0; c < customers_.size(); ++c) {
    stop_being_dry(c, program.horizon);
    const Customer& customer = means_.customers[c];
    if (!customer.mobile || there(engine, customer, program.horizon))
      log_.tank_left_ml[c] = engine.tank_left(customer.need, customer.backup, program.horizon) * customer.burn_ml;
    const auto mode = static_cast<std::int32_t>(customer.backup - program.backup_begin[customer.need]);
    const auto burn = [&](Tick from, Tick until) {
      log_.burnt_ml[c] += (until - from) * customer.burn_ml;
      for (Tick at = from; at < until;) {
        const Tick next = std::min<Tick>(until, (at / day + 1) * day);
        log_.burnt_day_ml[static_cast<std::size_t>(at / day)] += (next - at) * customer.burn_ml;
        at = next;
      }
    };
    Tick running = -1;
    for (const auto& change : engine.history().changes(customer.need)) {
      if (running >= 0) burn(running, change.tick);
      running = change.mode == mode ? change.tick : -1;
    }
    if (running >= 0) burn(running, program.horizon);
  }
}

}  // namespace veer::operations
