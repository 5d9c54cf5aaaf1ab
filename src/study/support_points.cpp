#include "study/support_points.hpp"

#include <algorithm>

#include "support_points/assets.hpp"
#include "support_points/staff.hpp"

namespace veer::study {

namespace {

namespace points = veer::support_points;

report::Estimate quantiles(const points::Spread& spread) {
  return {.mean = spread.p50, .standard_error = 0, .p5 = spread.p5, .p50 = spread.p50, .p95 = spread.p95};
}

std::vector<report::SupportStock> shown(const std::vector<points::Stock>& lines) {
  std::vector<report::SupportStock> out;
  for (const points::Stock& line : lines) out.push_back({line.item, line.amount});
  return out;
}

report::SupportPointFinding shown(const region::Region& region, const points::Point& point, double shifts) {
  const region::SupportPoint& row = region.support_points[point.point.index()];
  report::SupportPointFinding out;
  out.id = row.id;
  out.name = row.name;
  out.level = row.level == region::SupportLevel::coordinating ? "coordinating" : point.local ? "local" : "water";
  if (point.municipality.valid()) out.municipality_name = region.organisations[point.municipality.index()].name;
  if (row.area.valid()) out.area = region.areas[row.area.index()].id;
  out.place = row.place;
  out.functions = row.functions;
  out.water = point.water;
  out.confirmed = row.confirmed;
  out.residents = point.residents;
  out.visitors_per_day = point.visitors_per_day;
  out.visitors_per_h = point.visitors_per_h;
  out.capacity_per_h = point.capacity_per_h;
  out.minutes_mean = point.minutes_mean;
  out.minutes_p95 = point.minutes_p95;
  out.coordinator = point.coordinator;
  out.courier_minutes = point.courier_minutes;
  out.staff = point.staff;
  out.shifts = shifts;
  out.power_kw = point.power_kw;
  out.wiring_holds = point.wiring_holds;
  out.water_l_per_day = point.water_l_per_day;
  out.once_eur = point.once_eur;
  out.year_eur = point.year_eur;
  out.stock = shown(point.stock);
  return out;
}

report::SupportWalks walks_of(const region::Region& region, const points::Plan& plan) {
  report::SupportWalks out;
  for (std::size_t c = 0; c < plan.walks.size(); ++c) {
    if (region.cells[c].residents == 0) continue;
    const points::Walk& walk = plan.walks[c];
    out.cell.push_back(region.cells[c].id);
    out.point.push_back(walk.point ? static_cast<std::int64_t>(*walk.point) : -1);
    out.minutes.push_back(static_cast<float>(walk.minutes));
    out.residents.push_back(static_cast<float>(region.cells[c].residents));
  }
  return out;
}

std::vector<report::SupportArea> areas_of(const region::Region& region, const points::Plan& plan) {
  std::vector<report::SupportArea> out;
  for (const region::Area& area : region.areas) out.push_back({.id = area.id});
  std::vector<double> reached(out.size(), 0);
  for (std::size_t c = 0; c < plan.walks.size(); ++c) {
    const std::size_t a = region.zones[region.cells[c].zone.index()].area.index();
    const double people = region.cells[c].residents;
    out[a].residents += people;
    if (!plan.walks[c].point) continue;
    reached[a] += people;
    out[a].minutes_mean += people * plan.walks[c].minutes;
    if (plan.walks[c].minutes <= plan.reach_min) out[a].within_reach += people;
  }
  for (std::size_t a = 0; a < out.size(); ++a) {
    if (reached[a] > 0) out[a].minutes_mean /= reached[a];
    if (out[a].residents > 0) out[a].within_reach /= out[a].residents;
  }
  return out;
}

}  // namespace

Result<std::optional<points::Plan>> plan_support_points(const region::Region& region, const Options& options) {
  if (!options.support_points || !points::can_plan(region)) return std::optional<points::Plan>{};
  points::Question question;
  TRY(const auto hazard, find_hazard(region, options.hazard));
  question.season = options.season.value_or(region.hazards[hazard.index()].season);
  question.keep = true;
  TRY(auto plan,
      points::make_plan(region, question, {.seconds = options.support_seconds, .cancelled = options.cancelled}));
  return std::optional(std::move(plan));
}

Result<region::Region> with_support_points(region::Region region, const points::Plan& plan, const Options& options) {
  TRY(const auto hazard, find_hazard(region, options.hazard));
  TRY(const auto change, points::as_change(region, plan, hazard));
  return region::with(std::move(region), change);
}

report::SupportPlanFinding shown(const region::Region& region, const points::Plan& plan, const Texts& texts) {
  const auto say = [&](const std::string& key) {
    return report::Name{texts.render(key, Language::nl), texts.render(key, Language::en)};
  };
  report::SupportPlanFinding out;
  out.objective = points::objective_names[static_cast<std::size_t>(plan.question.objective)];
  out.objective_name = say("support_points.objective." + out.objective);
  out.local = plan.local;
  out.coordinating = plan.coordinating;
  out.water = plan.water;
  out.candidates_local = plan.candidates_local;
  out.candidates_coordinating = plan.candidates_coordinating;
  out.residents = plan.residents;
  for (const points::Proof& proof : plan.proofs)
    out.proofs.push_back({say("support_points.about." + proof.about), say("support_points.unit." + proof.unit),
                          proof.value, proof.bound, proof.gap, proof.status == siting::Status::optimal});
  const double shifts = points::shifts_in_72h(region);
  for (const points::Point& point : plan.points) out.points.push_back(shown(region, point, shifts));
  out.walks = walks_of(region, plan);
  out.areas = areas_of(region, plan);
  out.minutes_mean = plan.walking.mean_min;
  out.minutes_p95 = plan.walking.p95_min;
  out.minutes_longest = plan.walking.longest_min;
  out.reach_min = plan.reach_min;
  out.within_reach = plan.walking.within_reach;
  out.within_1km = plan.walking.within_1km;
  out.within_reach_75 = plan.walking.within_reach_75;
  out.unreached = plan.walking.unreached;
  out.within = plan.walking.within;
  out.visitors_per_day = quantiles(plan.visitors_per_day);
  out.over_capacity = plan.over_capacity;
  out.over_capacity_p95 = plan.over_capacity_p95;
  out.courier_mean_min = plan.courier_mean_min;
  for (const points::Roster& roster : plan.rosters)
    out.rosters.push_back({.municipality = region.organisations[roster.municipality.index()].name,
                           .points = static_cast<double>(roster.points),
                           .needed = roster.needed,
                           .shifts = roster.shifts,
                           .person_shifts = roster.person_shifts,
                           .staff = roster.staff,
                           .volunteers = roster.volunteers,
                           .present_called = quantiles(roster.present_called),
                           .present_uncalled = quantiles(roster.present_uncalled),
                           .short_chance = roster.short_chance,
                           .unstaffed_share = roster.unstaffed_share});
  for (const points::Displaced& row : plan.displaced)
    out.displaced.push_back({row.resource, row.tied, row.pool, row.person_shifts});
  out.stock = shown(plan.stock);
  out.water_l_per_day = plan.water_l_per_day;
  out.once_eur = plan.once_eur;
  out.year_eur = plan.year_eur;
  for (const points::Assumption& row : plan.assumptions)
    out.assumptions.push_back({row.id, say("support_points.assumption." + row.id), row.regret_share, row.regret_most,
                               row.other_sites, row.flips});
  return out;
}

}  // namespace veer::study
