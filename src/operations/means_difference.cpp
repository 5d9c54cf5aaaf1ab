#include "operations/means_difference.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace veer::operations {

namespace {

/// A program with its means: draws are told in tables and groups of the program.
struct Side {
  const cascade::Program& program;
  const Means& means;
};

bool same_draw(const Side& a, const Draw& x, const Side& b, const Draw& y) {
  if (x.table < 0 || y.table < 0) return x.table < 0 && y.table < 0 && x.constant == y.constant;
  if (a.program.tables[static_cast<std::size_t>(x.table)] != b.program.tables[static_cast<std::size_t>(y.table)])
    return false;
  if (x.group < 0 || y.group < 0) return x.group < 0 && y.group < 0;
  return x.follow_below == y.follow_below &&
         a.program.groups[static_cast<std::size_t>(x.group)] == b.program.groups[static_cast<std::size_t>(y.group)];
}

template <class Row, class Same>
bool same_rows(const std::vector<Row>& a, const std::vector<Row>& b, Same&& same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same_closures(const std::vector<Closure>& a, const std::vector<Closure>& b) {
  return same_rows(a, b, [](const Closure& x, const Closure& y) {
    return x.from == y.from && x.until == y.until && x.speed == y.speed;
  });
}

bool same_factors(const std::vector<Factor>& a, const std::vector<Factor>& b) {
  return same_rows(a, b, [](const Factor& x, const Factor& y) {
    return x.from == y.from && x.until == y.until && x.factor == y.factor;
  });
}

bool same_claim(const Claim& a, const Claim& b, Order order) {
  return a.site == b.site && a.rank == b.rank && (order != Order::people || a.people == b.people);
}

/// Which back-up of its need it is.
std::uint32_t place(const Side& side, std::uint32_t need, std::uint32_t backup) {
  return backup - side.program.backup_begin[need];
}

/// What trucks, tankers and sets are and how they go about; who calls for them apart.
bool same_fleet(const Side& a, const Side& b) {
  const Means& x = a.means;
  const Means& y = b.means;
  return x.truck_load_ml == y.truck_load_ml && x.load_fixed == y.load_fixed && x.unload_fixed == y.unload_fixed &&
         x.pump_ml == y.pump_ml && x.call_below_ppm == y.call_below_ppm && x.set_connect == y.set_connect &&
         x.set_stay == y.set_stay && x.set_tank_ml == y.set_tank_ml && same_draw(a, x.truck_ready, b, y.truck_ready) &&
         same_draw(a, x.supply_lead, b, y.supply_lead) && same_draw(a, x.set_ready, b, y.set_ready) &&
         same_rows(x.depots, y.depots,
                   [](const Depot& p, const Depot& q) {
                     return p.component == q.component && p.site == q.site && p.stock_ml == q.stock_ml &&
                            same_closures(p.slow, q.slow);
                   }) &&
         same_rows(x.supplies, y.supplies,
                   [](const Supply& p, const Supply& q) {
                     return p.id == q.id && p.depot == q.depot && p.ml == q.ml && p.order_at_ml == q.order_at_ml;
                   }) &&
         same_rows(x.trucks, y.trucks,
                   [](const Truck& p, const Truck& q) {
                     return p.id == q.id && p.depot == q.depot && p.metres_per_minute == q.metres_per_minute &&
                            p.shift == q.shift && p.offset == q.offset;
                   }) &&
         same_rows(x.sets, y.sets, [](const MobileSet& p, const MobileSet& q) {
           return p.id == q.id && p.site == q.site && p.metres_per_minute == q.metres_per_minute;
         });
}

/// What acts whether or not anything calls: roads, crews and people on duty.
bool same_besides(const Side& a, const Side& b) {
  const Means& x = a.means;
  const Means& y = b.means;
  return x.order == y.order && x.horizon == y.horizon && x.detour == y.detour && x.family_ppm == y.family_ppm &&
         same_rows(x.sites, y.sites,
                   [](const Site& p, const Site& q) {
                     return p.at.x == q.at.x && p.at.y == q.at.y && same_closures(p.closures, q.closures);
                   }) &&
         same_rows(x.crews, y.crews,
                   [](const RepairCrew& p, const RepairCrew& q) {
                     return p.site == q.site && p.metres_per_minute == q.metres_per_minute;
                   }) &&
         same_rows(x.damages, y.damages,
                   [&](const Damage& p, const Damage& q) {
                     return same_claim(p.claim, q.claim, x.order) && p.component == q.component && p.id == q.id &&
                            p.taken_below == q.taken_below && p.start == q.start && p.work == q.work &&
                            same_draw(a, p.start_delay, b, q.start_delay) &&
                            same_draw(a, p.work_delay, b, q.work_delay);
                   }) &&
         same_rows(x.rosters, y.rosters,
                   [&](const Roster& p, const Roster& q) {
                     return p.component == q.component && p.id == q.id && p.shift == q.shift &&
                            p.strength == q.strength && p.teams == q.teams && p.required == q.required &&
                            same_draw(a, p.attendance, b, q.attendance) && same_factors(p.demand, q.demand) &&
                            same_factors(p.derate, q.derate) &&
                            same_rows(p.ties, q.ties, [](const Roster::Tie& s, const Roster::Tie& t) {
                              return s.id == t.id && s.from == t.from && s.people == t.people;
                            });
                   }) &&
         same_rows(x.homes, y.homes, [](const Homes& p, const Homes& q) {
           return p.feeding_area == q.feeding_area && p.residents == q.residents;
         });
}

}  // namespace

std::optional<std::vector<Component>> difference(const cascade::Program& base_program, const Means& base,
                                                 const cascade::Program& variant_program, const Means& variant) {
  const Side a{base_program, base};
  const Side b{variant_program, variant};
  if (!same_besides(a, b)) return std::nullopt;
  const bool same_means = same_fleet(a, b);
  // What calls from a need, or empties its stock faster, in the order of its chain.
  struct Asked {
    std::vector<const Customer*> customers;
    std::vector<const Drain*> drains;
  };
  std::map<std::uint32_t, std::pair<Asked, Asked>> by_need;
  for (const Customer& customer : base.customers) by_need[customer.need].first.customers.push_back(&customer);
  for (const Customer& customer : variant.customers) by_need[customer.need].second.customers.push_back(&customer);
  for (const Drain& drain : base.drains) by_need[drain.need].first.drains.push_back(&drain);
  for (const Drain& drain : variant.drains) by_need[drain.need].second.drains.push_back(&drain);
  std::vector<Component> out;
  for (const auto& [at, both] : by_need) {
    const std::uint32_t need = at;
    const Asked& p = both.first;
    const Asked& q = both.second;
    const bool same_customers = same_rows(p.customers, q.customers, [&](const Customer* s, const Customer* t) {
      return same_claim(s->claim, t->claim, base.order) && place(a, need, s->backup) == place(b, need, t->backup) &&
             s->owner == t->owner && s->burn_ml == t->burn_ml && s->mobile == t->mobile;
    });
    const bool same_drains = same_rows(p.drains, q.drains, [&](const Drain* s, const Drain* t) {
      return place(a, need, s->backup) == place(b, need, t->backup) && same_factors(s->paces, t->paces);
    });
    const bool nobody_calls = p.customers.empty() && q.customers.empty();
    if (!same_customers || !same_drains || (!same_means && !nobody_calls))
      out.push_back(base_program.need_component[need]);
  }
  return out;
}

}  // namespace veer::operations
