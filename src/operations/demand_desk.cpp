#include "operations/demand_desk.hpp"

#include <algorithm>
#include <cmath>

namespace veer::operations {

void DemandDesk::begin(cascade::Engine& engine) {
  agenda_.clear();
  for (std::uint32_t i = 0; i < means_.drains.size(); ++i)
    for (const Factor& row : means_.drains[i].paces) {
      agenda_.put(engine, {row.from, Kind::pace, i});
      agenda_.put(engine, {row.until, Kind::pace, i});
    }
}

void DemandDesk::wake(cascade::Engine& engine, Tick tick) {
  constexpr double hundredths = 100;
  constexpr double most = 1e6;
  agenda_.take(tick, [&](const auto& job) {
    const Drain& drain = means_.drains[job.index];
    const double pace = std::min(most, factor_at(drain.paces, tick));
    engine.drain(drain.need, drain.backup, static_cast<std::int32_t>(std::lround(pace * hundredths)), tick);
  });
}

}  // namespace veer::operations
