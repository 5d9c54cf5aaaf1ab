#include "operations/play.hpp"

#include <algorithm>
#include <numeric>

#include "base/parallel.hpp"
#include "cascade/engine.hpp"

namespace veer::operations {

namespace {

constexpr Tick day = 24 * minutes_per_hour;

/// People × minutes that the daily needs of this replica went unmet, as docs/model.md, section 5 counts them.
std::int64_t unmet_person_minutes(const cascade::Engine& engine, const cascade::ComponentMap& map,
                                  const people::Population& population) {
  std::int64_t total = 0;
  for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf) {
    const auto& heads = population.heads(leaf);
    if (heads.empty() || heads.front().row != 0) continue;
    Minutes down = 0;
    engine.each_interval(static_cast<Component>(map.asset_count + leaf),
                         [&](cascade::Interval interval) { down += interval.end - interval.start; });
    total += heads.front().heads * population.reserve(heads.front().reserve).unmet_before(down) / people::ppm;
  }
  return total;
}

void tally_fuel(const Means& means, const Logbook& log, Tally& out) {
  const std::size_t days = log.burnt_day_ml.size();
  out.day_burnt_ml = log.burnt_day_ml;
  out.day_delivered_ml.assign(days, 0);
  out.day_stock_ml.assign(days, 0);
  out.dry_minutes.assign(means.customers.size(), 0);
  out.deliveries.assign(means.customers.size(), 0);
  out.wait_minutes.assign(means.customers.size(), 0);
  for (const auto& row : log.deliveries) {
    out.day_delivered_ml[static_cast<std::size_t>(row.done / day)] += row.ml;
    ++out.deliveries[row.customer];
    out.wait_minutes[row.customer] += row.arrived - row.called;
  }
  for (const Depot& depot : means.depots)
    for (std::int64_t& stock : out.day_stock_ml) stock += depot.stock_ml;
  out.day_supplied_ml.assign(days, 0);
  for (const auto& row : log.supplies) {
    const auto pumped = static_cast<std::size_t>(row.pumped / day);
    out.day_supplied_ml[pumped] += row.ml;
    for (std::size_t d = pumped; d < days; ++d) out.day_stock_ml[d] += row.ml;
  }
  for (const auto& row : log.loadings)
    for (auto d = static_cast<std::size_t>(row.tick / day); d < days; ++d) out.day_stock_ml[d] -= row.ml;
  for (const auto& row : log.dry) out.dry_minutes[row.customer] += row.until - row.from;
  out.queue_minutes = log.queue_minutes;
}

void tally_others(const Means& means, const Logbook& log, Tally& out) {
  out.connected.assign(means.customers.size(), cascade::never);
  for (const auto& row : log.placements)
    out.connected[row.customer] = std::min(out.connected[row.customer], row.connected);
  out.short_shifts.assign(means.rosters.size(), 0);
  out.present.assign(means.rosters.size(), 0);
  out.due.assign(means.rosters.size(), 0);
  out.tied.assign(means.rosters.size(), 0);
  out.person_minutes.assign(means.rosters.size(), {});
  for (const auto& row : log.shifts) {
    const Tick shift = means.rosters[row.roster].shift;
    const Tick begin = static_cast<Tick>(row.number) * shift;
    const Tick minutes = std::min({begin + shift, relief_span, means.horizon}) - begin;
    if (minutes > 0) {
      const std::array<std::int64_t, 6> people{row.present, row.resting, row.elsewhere,
                                               row.absent,  row.at_home, row.away};
      for (std::size_t i = 0; i < people.size(); ++i) out.person_minutes[row.roster][i] += people[i] * minutes;
    }
    if (static_cast<Tick>(row.number) * means.rosters[row.roster].shift >= relief_span) continue;
    out.present[row.roster] += row.present;
    out.due[row.roster] += row.due;
    out.tied[row.roster] = std::max(out.tied[row.roster], row.tied);
    if (row.falls_short()) ++out.short_shifts[row.roster];
  }
  out.damages = log.damages;
  out.repaired = static_cast<std::int64_t>(log.repairs.size());
  for (const auto& row : log.repairs) {
    out.repair_wait_minutes += row.begun - row.struck;
    out.last_repaired = std::max(out.last_repaired, row.done);
  }
}

}  // namespace

std::int64_t Tally::dry_total() const {
  return std::accumulate(dry_minutes.begin(), dry_minutes.end(), std::int64_t{0});
}

std::int64_t Tally::dry_tanks() const {
  return std::count_if(dry_minutes.begin(), dry_minutes.end(), [](Tick minutes) { return minutes > 0; });
}

std::vector<Tally> play(const FullModel& model, const people::Population& population, std::uint32_t count,
                        std::size_t threads) {
  std::vector<Tally> out(count);
  struct Worker {
    cascade::Engine engine;
    const Conductor* conductor;
    explicit Worker(const FullModel& model)
        : engine(model.compiled.program, std::make_unique<Conductor>(model.means)),
          conductor(static_cast<const Conductor*>(engine.director())) {}
  };
  std::vector<std::unique_ptr<Worker>> workers(std::max<std::size_t>(1, threads));
  parallel_for(workers.size(), count, [&](std::size_t thread, std::size_t replica) {
    auto& own = workers[thread];
    if (!own) own = std::make_unique<Worker>(model);
    own->engine.run(static_cast<std::uint32_t>(replica));
    Tally& tally = out[replica];
    tally_fuel(model.means, own->conductor->log(), tally);
    tally_others(model.means, own->conductor->log(), tally);
    tally.unmet_person_minutes = unmet_person_minutes(own->engine, model.compiled.map, population);
  });
  return out;
}

Logbook replay(const FullModel& model, std::uint32_t replica) {
  cascade::Engine engine(model.compiled.program, std::make_unique<Conductor>(model.means));
  engine.run(replica);
  return static_cast<const Conductor*>(engine.director())->log();
}

std::uint32_t middle_replica(const std::vector<Tally>& tallies) {
  std::vector<std::uint32_t> order(tallies.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return tallies[a].dry_total() < tallies[b].dry_total(); });
  return order.empty() ? 0 : order[(order.size() - 1) / 2];
}

}  // namespace veer::operations
