#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "geo/rd.hpp"
#include "operations/play.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

using operations::FullModel;
using operations::Order;
using operations::Tally;

/// Replicas of the full model where the base run is the core, and of each order that is compared with it.
constexpr std::uint32_t played_replicas = 200;
constexpr std::uint32_t compared_replicas = 100;
constexpr double ml_per_litre = 1000;

template <class Value>
report::Estimate over(const std::vector<Tally>& tallies, Value value, double restricted = 0) {
  std::vector<double> values;
  values.reserve(tallies.size());
  for (const Tally& tally : tallies) values.push_back(static_cast<double>(value(tally)));
  return shown(ensemble::estimate(values, restricted));
}

double unmet_hours(const Tally& tally) { return static_cast<double>(tally.unmet_person_minutes) / minutes_per_hour; }
double dry_hours(const Tally& tally) { return static_cast<double>(tally.dry_total()) / minutes_per_hour; }

class Teller {
 public:
  Teller(const Material& material, const FullModel& model, const std::vector<Tally>& tallies,
         report::OperationsFinding& out)
      : material_(material), means_(model.means), model_(model), tallies_(tallies), out_(out) {}

  void tell() {
    out_.replicas = static_cast<std::uint32_t>(tallies_.size());
    out_.order = operations::name_of(means_.order);
    out_.order_name = order_name(means_.order);
    out_.trucks = static_cast<double>(means_.trucks.size());
    out_.sets = static_cast<double>(means_.sets.size());
    out_.depots = static_cast<double>(means_.depots.size());
    for (const auto& depot : means_.depots) out_.stock_l += static_cast<double>(depot.stock_ml) / ml_per_litre;
    out_.dry_tanks = over(tallies_, [](const Tally& t) { return t.dry_tanks(); });
    out_.dry_hours = over(tallies_, dry_hours);
    out_.deliveries = over(tallies_, [](const Tally& t) {
      std::size_t all = 0;
      for (const std::uint16_t count : t.deliveries) all += count;
      return all;
    });
    out_.unmet_person_hours = over(tallies_, unmet_hours);
    tell_core();
    tell_days();
    tell_queue();
    tell_tanks();
    tell_feed_ins();
    tell_relief();
    tell_repairs();
    tell_plan();
  }
  [[nodiscard]] report::Name order_name(Order order) const {
    return material_.words.say("study.operations.order." + std::string(operations::name_of(order)),
                               std::vector<std::string>{});
  }

 private:
  void tell_core() {
    if (material_.scenario.means || !material_.outcome.numbers.empty()) return;
    const std::size_t both = std::min(tallies_.size(), material_.outcome.total_unmet_h.size());
    if (both < tallies_.size()) return;  // a shorter base run is another set of replicas
    double sum = 0;
    for (std::size_t r = 0; r < both; ++r) sum += material_.outcome.total_unmet_h[r];
    out_.core_unmet_person_hours = sum / static_cast<double>(both);
  }

  void tell_days() {
    const std::size_t days = tallies_.front().day_burnt_ml.size();
    for (std::size_t d = 0; d < days; ++d)
      out_.days.push_back(
          {static_cast<int>(d) + 1,
           over(tallies_, [&](const Tally& t) { return static_cast<double>(t.day_burnt_ml[d]) / ml_per_litre; }),
           over(tallies_, [&](const Tally& t) { return static_cast<double>(t.day_delivered_ml[d]) / ml_per_litre; }),
           over(tallies_, [&](const Tally& t) { return static_cast<double>(t.day_supplied_ml[d]) / ml_per_litre; }),
           over(tallies_, [&](const Tally& t) { return static_cast<double>(t.day_stock_ml[d]) / ml_per_litre; })});
  }

  void tell_queue() {
    for (std::size_t h = 0; h < tallies_.front().queue_minutes.size(); ++h) {
      const auto waiting =
          over(tallies_, [&](const Tally& t) { return static_cast<double>(t.queue_minutes[h]) / minutes_per_hour; });
      out_.queue.push_back(static_cast<float>(waiting.mean));
      out_.queue_p5.push_back(static_cast<float>(waiting.p5));
      out_.queue_p95.push_back(static_cast<float>(waiting.p95));
    }
  }

  /// A process with whose it is: every municipality has a shelter.
  [[nodiscard]] report::Name name_of(cascade::Component component) const {
    report::Name name = material_.words.component(component);
    for (std::size_t p = 0; p < material_.region.processes.size(); ++p) {
      const cascade::ProcessComponents& levels = model_.compiled.map.processes[p];
      if (levels.minimum != component && levels.full != component) continue;
      const std::string& owner =
          material_.region.organisations[material_.region.processes[p].organisation.index()].name;
      name = {name.nl + ", " + owner, name.en + ", " + owner};
    }
    return name;
  }

  [[nodiscard]] const region::Asset* asset(cascade::Component component) const {
    return model_.compiled.map.is_asset(component) ? &material_.region.assets[component] : nullptr;
  }

  void tell_tanks() {
    const auto count = static_cast<double>(tallies_.size());
    for (std::size_t c = 0; c < means_.customers.size(); ++c) {
      const operations::Customer& customer = means_.customers[c];
      report::FuelTank tank;
      tank.id = model_.compiled.names[customer.owner];
      tank.name = name_of(customer.owner);
      if (const region::Asset* const own = asset(customer.owner)) {
        if (own->municipality.valid())
          tank.municipality = material_.region.organisations[own->municipality.index()].name;
        tank.confirmed = own->confirmed;
        tank.place = own->place;
      }
      tank.litres_per_h = static_cast<double>(customer.burn_ml) * minutes_per_hour / ml_per_litre;
      tank.rank = customer.claim.rank;
      tank.people = static_cast<double>(customer.claim.people);
      tank.mobile = customer.mobile;
      double deliveries = 0;
      double wait = 0;
      for (const Tally& tally : tallies_) {
        deliveries += tally.deliveries[c];
        wait += static_cast<double>(tally.wait_minutes[c]);
        tank.dry_h += static_cast<double>(tally.dry_minutes[c]) / minutes_per_hour / count;
        if (tally.dry_minutes[c] > 0) tank.dry_probability += 1 / count;
      }
      tank.deliveries = deliveries / count;
      if (deliveries > 0) tank.wait_h = wait / deliveries / minutes_per_hour;
      out_.tanks.push_back(std::move(tank));
    }
    std::stable_sort(out_.tanks.begin(), out_.tanks.end(), [](const auto& a, const auto& b) {
      if (a.dry_probability != b.dry_probability) return a.dry_probability > b.dry_probability;
      return a.dry_h > b.dry_h;
    });
  }

  void tell_feed_ins() {
    const double horizon_h = to_hours(means_.horizon);
    for (std::size_t c = 0; c < means_.customers.size(); ++c) {
      const operations::Customer& customer = means_.customers[c];
      if (!customer.mobile) continue;
      report::FeedInFinding row;
      row.id = model_.compiled.names[customer.owner];
      row.name = name_of(customer.owner);
      if (const region::Asset* const own = asset(customer.owner)) row.confirmed = own->confirmed;
      row.connected_h = over(
          tallies_,
          [&](const Tally& t) {
            return t.connected[c] == cascade::never ? std::numeric_limits<double>::infinity()
                                                    : to_hours(t.connected[c]);
          },
          horizon_h);
      row.served_probability =
          static_cast<double>(std::count_if(tallies_.begin(), tallies_.end(),
                                            [&](const Tally& t) { return t.connected[c] != cascade::never; })) /
          static_cast<double>(tallies_.size());
      out_.feed_ins.push_back(std::move(row));
    }
  }

  void tell_relief() {
    for (std::size_t r = 0; r < means_.rosters.size(); ++r) {
      const operations::Roster& roster = means_.rosters[r];
      report::ReliefFinding row;
      row.id = model_.compiled.names[roster.component];
      row.name = material_.words.component(roster.component);
      row.confirmed = material_.region.assets[roster.component].confirmed;
      row.shift_h = to_hours(roster.shift);
      row.strength = static_cast<double>(roster.strength);
      row.teams = static_cast<double>(roster.teams);
      row.due = std::floor(row.strength / row.teams);
      row.required = static_cast<double>(roster.required);
      const cascade::Tick span = std::min(operations::relief_span, means_.horizon);
      row.shifts_72h = static_cast<double>((span + roster.shift - 1) / roster.shift);
      row.present = over(tallies_, [&](const Tally& t) { return static_cast<double>(t.present[r]) / row.shifts_72h; });
      row.short_shifts = over(tallies_, [&](const Tally& t) { return t.short_shifts[r]; });
      for (const Tally& tally : tallies_) {
        row.tied = std::max(row.tied, static_cast<double>(tally.tied[r]));
        if (tally.short_shifts[r] > 0) row.short_probability += 1 / static_cast<double>(tallies_.size());
      }
      const auto hours = [&](std::size_t state) {
        double minutes = 0;
        for (const Tally& tally : tallies_) minutes += static_cast<double>(tally.person_minutes[r][state]);
        return minutes / minutes_per_hour / static_cast<double>(tallies_.size());
      };
      row.hours_72h = {hours(0), hours(1), hours(2), hours(3), hours(4), hours(5)};
      out_.relief.push_back(std::move(row));
    }
  }

  void tell_repairs() {
    if (means_.damages.empty()) return;
    report::RepairFinding row;
    row.crews = static_cast<double>(means_.crews.size());
    row.damages = over(tallies_, [](const Tally& t) { return t.damages; });
    row.repaired = over(tallies_, [](const Tally& t) { return t.repaired; });
    row.wait_h = over(tallies_, [](const Tally& t) {
      return t.repaired > 0 ? static_cast<double>(t.repair_wait_minutes) / static_cast<double>(t.repaired) / 60 : 0;
    });
    row.last_repaired_h = over(tallies_, [](const Tally& t) { return to_hours(t.last_repaired); });
    out_.repairs = row;
  }

  [[nodiscard]] geo::LonLat place(std::uint32_t site) const {
    return geo::rounded(geo::to_lonlat(means_.sites[site].at), 4);
  }
  /// "fuel-trucks 3": trucks are numbered from 1 in the order of the table.
  [[nodiscard]] std::string truck_name(std::uint32_t truck) const { return std::to_string(truck + 1); }

  void tell_plan() {
    out_.plan_replica = operations::middle_replica(tallies_);
    const operations::Logbook log = operations::replay(model_, out_.plan_replica);
    std::map<std::uint32_t, std::uint32_t> at;  // where each truck is
    const auto from = [&](std::uint32_t truck) {
      const auto found = at.find(truck);
      return found == at.end() ? means_.depots[means_.trucks[truck].depot].site : found->second;
    };
    struct Leg {
      cascade::Tick left;
      report::FuelStop stop;
      std::uint32_t truck, to;
    };
    std::vector<Leg> legs;
    for (const auto& row : log.deliveries) {
      const operations::Customer& customer = means_.customers[row.customer];
      report::FuelStop stop;
      stop.truck = truck_name(row.truck);
      stop.trip = static_cast<int>(row.trip);
      stop.place = name_of(customer.owner);
      stop.left_h = to_hours(row.left);
      stop.arrived_h = to_hours(row.arrived);
      stop.done_h = to_hours(row.done);
      stop.litres = static_cast<double>(row.ml) / ml_per_litre;
      stop.tank_left_h = to_hours(row.tank_left);
      legs.push_back({row.left, std::move(stop), row.truck, customer.claim.site});
    }
    for (const auto& row : log.returns) {
      report::FuelStop stop;
      stop.truck = truck_name(row.truck);
      stop.trip = static_cast<int>(row.trip);
      stop.depot = true;
      const operations::Depot& depot = means_.depots[means_.trucks[row.truck].depot];
      stop.place = material_.words.component(depot.component);
      stop.left_h = to_hours(row.left);
      stop.arrived_h = to_hours(row.arrived);
      stop.done_h = stop.arrived_h;
      legs.push_back({row.left, std::move(stop), row.truck, depot.site});
    }
    std::stable_sort(legs.begin(), legs.end(), [](const Leg& a, const Leg& b) {
      return std::pair(a.left, a.truck) < std::pair(b.left, b.truck);
    });
    for (Leg& leg : legs) {
      leg.stop.from = place(from(leg.truck));
      leg.stop.to = place(leg.to);
      at[leg.truck] = leg.to;
      out_.plan.push_back(std::move(leg.stop));
    }
  }

  const Material& material_;
  const operations::Means& means_;
  const FullModel& model_;
  const std::vector<Tally>& tallies_;
  report::OperationsFinding& out_;
};

}  // namespace

Done tell_operations(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  if (!operations::has_fuel(region) || material.outcome.replicas == 0) return {};
  const Scenario& scenario = material.scenario;
  FullModel model;
  if (scenario.means) {
    model = {scenario.compiled, *scenario.means};
  } else {
    const cascade::RunSettings settings{.hazard = scenario.hazard, .seed = material.options.seed, .full_model = true};
    TRY(auto core, cascade::compile(region, settings));
    TRY(model, operations::compile(region, settings, std::move(core)));
    model.means.order = material.options.order;
  }
  const std::uint32_t count = std::min(played_replicas, material.outcome.replicas);
  const auto tallies = operations::play(model, scenario.population, count, material.options.threads);
  report::OperationsFinding out;
  Teller teller(material, model, tallies, out);
  teller.tell();
  const std::uint32_t compared = std::min(compared_replicas, count);
  const std::vector<Tally> base(tallies.begin(), tallies.begin() + compared);
  for (const Order order : {Order::rank, Order::first_come, Order::people}) {
    FullModel other = model;
    other.means.order = order;
    const bool planned = order == model.means.order;
    const auto found =
        planned ? base : operations::play(other, scenario.population, compared, material.options.threads);
    std::vector<double> more;
    for (std::size_t r = 0; r < found.size(); ++r) more.push_back(unmet_hours(found[r]) - unmet_hours(base[r]));
    const auto difference = ensemble::estimate(more);
    out.orders.push_back({std::string(operations::name_of(order)), teller.order_name(order),
                          over(found, [](const Tally& t) { return t.dry_tanks(); }), over(found, dry_hours),
                          difference.mean, difference.standard_error});
  }
  findings.operations = std::move(out);
  return {};
}

}  // namespace veer::study
