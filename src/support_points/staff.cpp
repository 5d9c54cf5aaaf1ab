#include "support_points/staff.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "region/support_figures.hpp"

namespace veer::support_points {

namespace {

constexpr std::size_t grid = 64;

/// 64 equally likely values.
Result<std::vector<double>> likely_values(const region::Region& region, const char* id) {
  TRY(const auto table, region::quantiles(region::support_parameter(region, id)));
  std::vector<double> out;
  const std::size_t step = table.size() / grid;
  for (std::size_t i = 0; i < grid; ++i) out.push_back(table[i * step + step / 2]);
  return out;
}

Spread spread_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
  };
  return {at(0.05), at(0.5), at(0.95)};
}

double staff_of(const region::Region& region, region::OrganisationId municipality, double residents) {
  const std::string suffix = "/" + region.organisations[municipality.index()].id;
  for (const region::Resource& row : region.resources)
    if (row.kind == "support_staff" && row.id.ends_with(suffix)) return row.amount;
  return residents / 1000 * region::support_value(region, "support.staff.pool");
}

}  // namespace

double shifts_in_72h(const region::Region& region) {
  return std::ceil(72 / region::support_value(region, "support.shift") - 1e-9);
}

Result<std::vector<Roster>> rosters(const region::Region& region, const std::vector<Point>& points) {
  TRY(const auto attendance, likely_values(region, "support.staff.attendance"));
  TRY(const auto called, likely_values(region, "support.volunteers.called"));
  TRY(const auto uncalled, likely_values(region, "support.volunteers.uncalled"));
  const double turns = 24 / region::support_value(region, "support.shift");
  std::vector<Roster> out;
  for (std::size_t o = 0; o < region.organisations.size(); ++o) {
    Roster roster;
    roster.municipality = region::OrganisationId{o};
    for (const Point& point : points) {
      if (!point.local || point.municipality != roster.municipality) continue;
      ++roster.points;
      roster.needed += point.staff;
    }
    if (roster.points == 0) continue;
    double residents = 0;
    for (const region::Area& area : region.areas) {
      if (area.municipality != roster.municipality) continue;
      residents += area.residents;
      roster.volunteers += area.volunteers;
    }
    roster.staff = staff_of(region, roster.municipality, residents);
    roster.shifts = shifts_in_72h(region);
    roster.person_shifts = roster.needed * roster.shifts;
    std::vector<double> with_call;
    std::vector<double> without;
    for (const double share : attendance) {
      for (const double come : called) with_call.push_back((roster.staff * share + roster.volunteers * come) / turns);
      for (const double come : uncalled) without.push_back((roster.staff * share + roster.volunteers * come) / turns);
    }
    for (const double present : without) {
      roster.short_chance += present < roster.needed ? 1 : 0;
      roster.unstaffed_share += roster.needed > 0 ? std::max(0.0, 1 - present / roster.needed) : 0;
    }
    roster.short_chance /= static_cast<double>(without.size());
    roster.unstaffed_share /= static_cast<double>(without.size());
    roster.present_called = spread_of(std::move(with_call));
    roster.present_uncalled = spread_of(std::move(without));
    out.push_back(roster);
  }
  return out;
}

std::vector<Displaced> displaced(const region::Region& region, const std::vector<Point>& points) {
  Displaced out;
  for (const Point& point : points)
    if (!point.local) out.tied += point.staff;
  if (out.tied == 0) return {};
  out.person_shifts = out.tied * shifts_in_72h(region);
  for (const region::Resource& row : region.resources) {
    if (row.kind != "duty_staff") continue;
    const bool better = out.resource != "firefighters" && (row.id == "firefighters" || row.amount > out.pool);
    if (!better) continue;
    out.resource = row.id;
    out.pool = row.amount;
  }
  return {out};
}

}  // namespace veer::support_points
