#include "operations/supply_desk.hpp"

#include <algorithm>
#include <cmath>

namespace veer::operations {

void SupplyDesk::begin(cascade::ReplicaWords words) {
  agenda_.clear();
  words_ = words;
  states_.assign(means_.supplies.size(), {});
  log_.supplies.clear();
}

void SupplyDesk::wake(Tick tick) {
  agenda_.take(tick, [&](const auto& job) {
    states_[job.index].doing = Doing::at_gate;
    states_[job.index].tanker.arrived = tick;
  });
}

void SupplyDesk::pump_in(const cascade::Engine& engine, Tick tick, std::vector<std::int64_t>& stock) {
  for (std::uint32_t s = 0; s < states_.size(); ++s) {
    const Supply& supply = means_.supplies[s];
    const Depot& depot = means_.depots[supply.depot];
    State& state = states_[s];
    if (state.doing != Doing::at_gate || means_.speed_at(depot.site, tick) <= 0 || !engine.up(depot.component))
      continue;
    stock[supply.depot] += supply.ml;
    state.tanker.pumped = tick;
    state.tanker.ml = supply.ml;
    log_.supplies.push_back(state.tanker);
    state.doing = Doing::idle;
  }
}

void SupplyDesk::order(cascade::Engine& engine, Tick tick, const std::vector<std::int64_t>& stock) {
  const cascade::Program& program = engine.program();
  for (std::uint32_t s = 0; s < states_.size(); ++s) {
    const Supply& supply = means_.supplies[s];
    State& state = states_[s];
    if (state.doing != Doing::idle || stock[supply.depot] > supply.order_at_ml) continue;
    const std::uint32_t own = draw(program.seed, words_.replica, supply.id, purpose_means, state.number);
    const Tick lead =
        cascade::value_of(program, means_.supply_lead, words_, supply.id, purpose_means, state.number, own);
    // A road that is hard to pass makes the way longer; one that is closed is waited for at the gate.
    const double speed = means_.speed_at(means_.depots[supply.depot].site, tick);
    const double minutes = speed > 0 ? std::ceil(static_cast<double>(lead) / speed) : static_cast<double>(lead);
    ++state.number;
    state.doing = Doing::under_way;
    state.tanker = {.supply = s, .ordered = tick};
    agenda_.put(engine, {tick + std::max<Tick>(1, static_cast<Tick>(std::min(minutes, double{cascade::never / 2}))),
                         Kind::arrived, s});
  }
}

}  // namespace veer::operations
