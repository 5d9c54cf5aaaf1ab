#include "operations/staff_desk.hpp"

#include <algorithm>
#include <cmath>

namespace veer::operations {

namespace {

constexpr std::int64_t ppm = 1000000;
constexpr std::int64_t attendance_grain = 10000;

}  // namespace

void StaffDesk::begin(cascade::Engine& engine, cascade::ReplicaWords words) {
  agenda_.clear();
  words_ = words;
  held_.assign(means_.rosters.size(), 0);
  log_.shifts.clear();
  for (std::uint32_t r = 0; r < means_.rosters.size(); ++r) agenda_.put(engine, {0, Kind::shift, r});
}

std::int64_t StaffDesk::without_power_ppm(const cascade::Engine& engine) const {
  std::int64_t all = 0;
  std::int64_t without = 0;
  for (const Homes& homes : means_.homes) {
    all += homes.residents;
    if (!engine.up(homes.feeding_area)) without += homes.residents;
  }
  return all > 0 ? without * ppm / all : 0;
}

void StaffDesk::wake(cascade::Engine& engine, Tick tick) {
  std::int64_t without = -1;
  agenda_.take(tick, [&](const auto& job) {
    if (without < 0) without = without_power_ppm(engine);
    const Roster& roster = means_.rosters[job.index];
    Logbook::Shift shift{.roster = job.index, .number = static_cast<std::uint32_t>(tick / roster.shift)};
    // Posts are held and people fail to come where the power is out: in that share of the homes.
    const std::int64_t dark = means_.homes.empty() ? ppm : without;
    for (const Roster::Tie& tie : roster.ties)
      if (tie.from <= tick) shift.tied += (tie.people * dark + ppm - 1) / ppm;
    constexpr double rounding = 1e-9;  // 0.85 · 1,200 are 1,020 people
    const auto there = static_cast<std::int64_t>(
        static_cast<double>(roster.strength) * std::min(1.0, factor_at(roster.derate, tick)) + rounding);
    const std::int64_t team = there / roster.teams;
    shift.away = roster.strength - there;
    shift.resting = there - team;
    shift.elsewhere = std::min(team, shift.tied);
    shift.due = team - shift.elsewhere;
    const std::uint32_t own = draw(engine.program().seed, words_.replica, roster.id, Purpose::staff, shift.number);
    const std::int64_t drawn =
        cascade::value_of(engine.program(), roster.attendance, words_, roster.id, Purpose::staff, 0, own);
    const std::int64_t comes = attendance_grain - (attendance_grain - drawn) * dark / ppm;
    const std::int64_t free_ppm = ppm - means_.family_ppm * without / ppm;
    shift.present = shift.due * comes * free_ppm / (attendance_grain * ppm);
    shift.absent = shift.due - shift.due * comes / attendance_grain;
    shift.at_home = shift.due - shift.absent - shift.present;
    shift.required =
        static_cast<std::int64_t>(std::ceil(static_cast<double>(roster.required) * factor_at(roster.demand, tick)));
    log_.shifts.push_back(shift);
    const bool short_now = shift.falls_short();
    if (short_now != (held_[job.index] != 0)) {
      if (short_now) {
        engine.hold(roster.component, tick);
      } else {
        engine.release(roster.component, tick);
      }
      held_[job.index] = short_now ? 1 : 0;
    }
    agenda_.put(engine, {tick + roster.shift, Kind::shift, job.index});
  });
}

}  // namespace veer::operations
