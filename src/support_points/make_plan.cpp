#include "support_points/make_plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "region/support_figures.hpp"
#include "support_points/staff.hpp"
#include "support_points/words.hpp"
#include "walking/pace.hpp"

namespace veer::support_points {

namespace {

using region::Region;
using siting::Site;

constexpr int longest_listed_min = 45;
constexpr double days = 3;

/// Chance that the wiring of a building carries so many kilowatts.
Result<double> wiring_holds(const Region& region, double kw) {
  TRY(const auto limits, region::quantiles(region::support_parameter(region, "support.wiring")));
  const auto enough = std::count_if(limits.begin(), limits.end(), [&](double limit) { return limit >= kw; });
  return static_cast<double>(enough) / static_cast<double>(limits.size());
}

double power_of(const Region& region, const std::string& functions) {
  double kw = 0;
  for (const std::string& word : words_of(functions)) {
    const std::string id = "support.power." + word;
    const auto own = region.find_parameter(id);
    const auto known = region::support_figures();
    const bool standard =
        std::any_of(known.begin(), known.end(), [&](const region::StandardFigure& row) { return id == row.id; });
    if (own.valid() || standard) kw += region::support_value(region, id);
  }
  return kw;
}

/// The lines support.stock.<item> of region and standard, in the order of the standard, then the region's own.
std::vector<region::Parameter> stock_lines(const Region& region) {
  std::vector<region::Parameter> out;
  const auto is_line = [](const std::string& id) { return id.starts_with("support.stock."); };
  for (const region::StandardFigure& figure : region::support_figures())
    if (is_line(figure.id)) out.push_back(region::support_parameter(region, figure.id));
  for (const region::Parameter& parameter : region.parameters) {
    const bool listed = std::any_of(out.begin(), out.end(), [&](const auto& line) { return line.id == parameter.id; });
    if (is_line(parameter.id) && !listed) out.push_back(parameter);
  }
  return out;
}

std::vector<Stock> stock_of(const std::vector<region::Parameter>& lines, const Point& point, double shifts) {
  std::vector<Stock> out;
  for (const region::Parameter& line : lines) {
    double times = 0;
    if (line.unit_text == "per point") times = 1;
    if (line.unit_text == "per visit") times = point.visitors_per_day * days;
    if (line.unit_text == "per staff") times = point.staff;
    if (line.unit_text == "per shift") times = point.staff * shifts;
    if (times > 0) out.push_back({line.name, std::ceil(line.typical * times - 1e-9)});
  }
  return out;
}

/// Fills plan.points: local ones in the order of the candidates, then places for water alone, then coordinating ones.
Done add_points(const Region& region, const Ground& ground, const Chosen& chosen, Plan& plan) {
  const auto add = [&](region::SupportPointId id, bool local) -> Done {
    const region::SupportPoint& row = region.support_points[id.index()];
    const bool upper = row.level == region::SupportLevel::coordinating;
    const char* level = upper ? "coordinating" : "local";
    Point point;
    point.point = id;
    point.municipality = municipality_of(region, row);
    point.local = local;
    point.capacity_per_h = plan.question.capacity_per_h.value_or(row.capacity_per_h);
    point.staff = row.staff.value_or(region::support_value(region, std::string("support.staff.") + level));
    point.once_eur =
        row.cost_once_eur.value_or(region::support_value(region, std::string("support.cost.once.") + level));
    point.year_eur =
        row.cost_year_eur.value_or(region::support_value(region, std::string("support.cost.year.") + level));
    point.power_kw = power_of(region, row.functions);
    TRY(point.wiring_holds, wiring_holds(region, point.power_kw));
    plan.points.push_back(std::move(point));
    return {};
  };
  std::map<Site, std::size_t> at;
  for (const Site site : chosen.local) {
    at[site] = plan.points.size();
    TRY_DONE(add(ground.local[site], true));
  }
  for (const Site site : chosen.water) {
    const auto [found, fresh] = at.emplace(site, plan.points.size());
    if (fresh) {
      TRY_DONE(add(ground.local[site], false));
      Point& point = plan.points.back();
      point.staff = 2;  // who hands out and who keeps count; no host, radio or first aid
      point.power_kw = 0;
      point.wiring_holds = 1;
      point.year_eur = 0;
      point.once_eur = 0;
    }
    plan.points[found->second].water = true;
  }
  const std::size_t first_upper = plan.points.size();
  for (const Site site : chosen.upper) TRY_DONE(add(ground.upper[site], false));
  for (std::size_t i = 0; i < chosen.local.size() && !chosen.coordinator.empty(); ++i) {
    const Site above = chosen.coordinator[i];
    const auto place = std::find(chosen.upper.begin(), chosen.upper.end(), above) - chosen.upper.begin();
    plan.points[i].coordinator = first_upper + static_cast<std::size_t>(place);
    plan.points[i].courier_minutes = ground.links[chosen.local[i]][above].cost;
    plan.courier_mean_min += plan.points[i].courier_minutes / static_cast<double>(chosen.local.size());
  }
  plan.local = chosen.local.size();
  plan.coordinating = chosen.upper.size();
  plan.water = chosen.water.size();
  return {};
}

struct Walked {
  double minutes = 0;
  double people = 0;
};

/// The least minutes that `share` of the people do not exceed. @param all  counts those who walk nowhere too
double quantile(std::vector<Walked> walks, double share, double all) {
  std::sort(walks.begin(), walks.end(), [](const Walked& a, const Walked& b) { return a.minutes < b.minutes; });
  double sum = 0;
  for (const Walked& walk : walks) {
    sum += walk.people;
    if (sum >= share * all) return walk.minutes;
  }
  return siting::unreachable;
}

/// Who walks where, and what that means for every point.
void add_walks(const Region& region, const Ground& ground, const Chosen& chosen, const std::vector<double>& visitors,
               Plan& plan) {
  std::vector<std::size_t> index(ground.local.size(), plan.points.size());
  for (std::size_t i = 0; i < chosen.local.size(); ++i) index[chosen.local[i]] = i;
  std::vector<std::vector<Walked>> of_point(plan.points.size());
  std::vector<Walked> everybody;
  double near_75 = 0;
  double all_75 = 0;
  WalkFigures& figures = plan.walking;
  figures.within.assign(longest_listed_min, 0);
  plan.walks.resize(region.cells.size());
  const double pace_75 = region::support_value(region, "support.pace.75");
  const double pace_85 = region::support_value(region, "support.pace.85");
  const double km_min = 1000 / walking::pace_m_per_min(walking::Age::everyone);
  for (std::size_t c = 0; c < region.cells.size(); ++c) {
    const region::Area& area = region.areas[region.zones[region.cells[c].zone.index()].area.index()];
    const double people = region.cells[c].residents;
    const double part = area.residents > 0 ? people / area.residents : 0;
    const double over_85 = area.ages[6] * part;
    const double from_75 = area.ages[5] * part - over_85;
    plan.residents += people;
    all_75 += from_75 + over_85;
    const Site site = chosen.server[c];
    if (site == siting::no_site) {
      figures.unreached += people;
      continue;
    }
    double minutes = siting::unreachable;
    for (const siting::Arc& arc : ground.facts.minutes[c])
      if (arc.site == site) minutes = arc.cost;
    plan.walks[c] = {index[site], minutes};
    Point& point = plan.points[index[site]];
    point.residents += people;
    point.visitors_per_day += visitors[c];
    of_point[index[site]].push_back({minutes, people});
    everybody.push_back({minutes, people});
    figures.mean_min += minutes * people;
    if (people > 0) figures.longest_min = std::max(figures.longest_min, minutes);
    if (minutes <= plan.reach_min) figures.within_reach += people;
    if (minutes <= km_min) figures.within_1km += people;
    if (minutes <= plan.reach_min * pace_75) near_75 += from_75;
    if (minutes <= plan.reach_min * pace_85) near_75 += over_85;
    for (int limit = 1; limit <= longest_listed_min; ++limit)
      if (minutes <= limit) figures.within[static_cast<std::size_t>(limit - 1)] += people;
  }
  const double all = std::max(plan.residents, 1.0);
  figures.mean_min /= std::max(plan.residents - figures.unreached, 1.0);
  figures.p95_min = quantile(everybody, 0.95, plan.residents);
  figures.within_reach /= all;
  figures.within_1km /= all;
  figures.within_reach_75 = all_75 > 0 ? near_75 / all_75 : 0;
  for (double& share : figures.within) share /= all;
  for (std::size_t i = 0; i < plan.points.size(); ++i) {
    Point& point = plan.points[i];
    double sum = 0;
    for (const Walked& walk : of_point[i]) sum += walk.minutes * walk.people;
    point.minutes_mean = point.residents > 0 ? sum / point.residents : 0;
    if (point.residents > 0) point.minutes_p95 = quantile(of_point[i], 0.95, point.residents);
  }
}

void add_water(const Region& region, const Chosen& chosen, const Ground& ground, Plan& plan) {
  if (chosen.water.empty()) return;
  const double ration = region::support_value(region, "support.water.ration");
  std::map<std::size_t, std::size_t> at;
  for (std::size_t i = 0; i < plan.points.size(); ++i) at[plan.points[i].point.index()] = i;
  for (std::size_t c = 0; c < region.cells.size(); ++c) {
    if (chosen.water_server[c] == siting::no_site) continue;
    Point& point = plan.points[at[ground.local[chosen.water_server[c]].index()]];
    point.water_l_per_day += ration * region.cells[c].residents;
    plan.water_l_per_day += ration * region.cells[c].residents;
  }
}

/// Loads, stock and money, once everything else is known.
void add_up(const Region& region, Plan& plan) {
  const double peak = region::support_value(region, "support.visit.peak");
  const double shifts = shifts_in_72h(region);
  const auto lines = stock_lines(region);
  const double worse = plan.visitors_per_day.p50 > 0 ? plan.visitors_per_day.p95 / plan.visitors_per_day.p50 : 1;
  std::map<std::string, double> stock;
  for (Point& point : plan.points) {
    point.visitors_per_h = point.visitors_per_day * peak;
    const bool known = point.local && point.capacity_per_h > 0;
    plan.over_capacity += known && point.visitors_per_h > point.capacity_per_h ? 1 : 0;
    plan.over_capacity_p95 += known && point.visitors_per_h * worse > point.capacity_per_h ? 1 : 0;
    point.stock = stock_of(lines, point, shifts);
    for (const Stock& line : point.stock) stock[line.item] += line.amount;
    plan.once_eur += point.once_eur;
    plan.year_eur += point.year_eur;
  }
  const double local = std::max<double>(1, static_cast<double>(plan.local));
  plan.over_capacity /= local;
  plan.over_capacity_p95 /= local;
  for (const region::Parameter& line : lines)
    if (const auto found = stock.find(line.name); found != stock.end())
      plan.stock.push_back({line.name, found->second});
}

}  // namespace

bool can_plan(const Region& region) {
  const bool local =
      std::any_of(region.support_points.begin(), region.support_points.end(),
                  [](const region::SupportPoint& point) { return point.level == region::SupportLevel::local; });
  return local && !region.walks.empty() && !region.cells.empty();
}

Result<Plan> make_plan(const Region& region, const Question& question, const Effort& effort) {
  TRY(const Ground ground, lay_ground(region, question));
  TRY(const Demand demand, Demand::build(region, question.season));
  const std::vector<double> visitors = demand.visitors(demand.typical());
  // When the work is cancelled a search ends with what it had, or with nothing: neither is an answer.
  const auto ended = [&] { return effort.cancelled && effort.cancelled(); };
  const Error stopped{ErrorKind::cancelled, {"support_points.cancelled", {}}, {}, {}};
  auto choice = choose(region, question, ground, demand, visitors, effort);
  if (ended()) return fail(stopped);
  TRY(const Chosen chosen, std::move(choice));
  Plan plan;
  plan.question = question;
  plan.candidates_local = ground.local.size();
  plan.candidates_coordinating = ground.upper.size();
  plan.proofs = chosen.proofs;
  plan.reach_min = question.reach_min.value_or(region::support_value(region, "support.reach"));
  plan.visitors_per_day = demand.total();
  TRY_DONE(add_points(region, ground, chosen, plan));
  add_walks(region, ground, chosen, visitors, plan);
  add_water(region, chosen, ground, plan);
  add_up(region, plan);
  TRY(plan.rosters, rosters(region, plan.points));
  plan.displaced = displaced(region, plan.points);
  if (question.compare) {
    auto assumptions = compare(region, question, ground, demand, chosen, effort);
    if (ended()) return fail(stopped);
    TRY(plan.assumptions, std::move(assumptions));
  }
  for (const region::StandardFigure& figure : region::support_figures())
    plan.own_figures += region.find_parameter(figure.id).valid() ? 1U : 0U;
  return plan;
}

}  // namespace veer::support_points
