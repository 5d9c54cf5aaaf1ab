#include "help/help.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

#include "base/parallel.hpp"
#include "region/drawn_figure.hpp"
#include "region/help_figures.hpp"
#include "region/selector.hpp"
#include "region/support_figures.hpp"

namespace veer::help {

namespace {

using cascade::Component;
using cascade::ComponentMap;
using cascade::Interval;
using cascade::Tick;

constexpr std::int64_t thousand = 1000;
constexpr std::size_t day_hours = 24;
/// People visit support points by day.
constexpr int visits_from = 8;
constexpr int visits_until = 20;

/// The needs that people can help with, most urgent first.
constexpr std::array urgent{"medical_power", "medicines", "medical_care", "water", "warmth",   "cooling", "food",
                            "information",   "light",     "sanitation",   "cash",  "payments", "alarm"};
/// The needs that a visit to a support point relieves.
constexpr std::array at_points{"water", "information", "light", "alarm"};
constexpr std::array unrest_needs{"information", "water", "food", "cash", "payments", "safety"};

bool is_at_points(std::string_view need) {
  return std::find(at_points.begin(), at_points.end(), need) != at_points.end();
}

/// "k of these".
struct Line {
  std::uint32_t k = 1;
  std::vector<Component> suppliers;
};
Line line_of(const cascade::CompiledRegion& compiled, const region::Need& need) {
  Line out{need.k, {}};
  for (const region::Supplier& supplier : need.suppliers)
    out.suppliers.push_back(supplier.kind == region::OwnerKind::asset
                                ? ComponentMap::of(region::AssetId(supplier.index))
                                : compiled.map.processes[supplier.index].minimum);
  return out;
}
/// A need that is met by a control room, or by a process, is about who answers; any other about the line.
bool is_room(const region::Region& region, const region::Need& need) {
  return std::all_of(need.suppliers.begin(), need.suppliers.end(), [&](const region::Supplier& supplier) {
    if (supplier.kind == region::OwnerKind::process) return true;
    const auto owner = region.assets[supplier.index].organisation;
    return region.organisations[owner.index()].kind == region::OrganisationKind::control_room;
  });
}

/// What calling 112 needs, by zone.
struct CallNeeds {
  std::vector<std::vector<Line>> lines;  ///< by zone: all of these
  std::vector<Line> rooms;               ///< of the region: all of these
};
CallNeeds call_needs(const region::Region& region, const cascade::CompiledRegion& compiled) {
  CallNeeds out{std::vector<std::vector<Line>>(region.zones.size()), {}};
  std::set<std::vector<Component>> known;
  for (const region::Need& need : region.needs) {
    if (need.owner.kind != region::OwnerKind::zone || need.owner.component != "alarm") continue;
    Line line = line_of(compiled, need);
    if (!is_room(region, need)) {
      out.lines[need.owner.index].push_back(std::move(line));
    } else if (known.insert(line.suppliers).second) {
      out.rooms.push_back(std::move(line));
    }
  }
  return out;
}

/// What is drawn once a replica, of everyone together.
class Figures {
 public:
  Figures(const region::Region& region, std::uint64_t seed) : region_(region), seed_(seed) {}
  Result<double> draw(std::uint32_t replica, const std::string& id) {
    auto found = known_.find(id);
    if (found == known_.end()) {
      const region::Parameter parameter =
          id.starts_with("support.") ? region::support_parameter(region_, id) : region::help_parameter(region_, id);
      TRY(auto figure, region::DrawnFigure::of(parameter, seed_));
      found = known_.emplace(id, std::move(figure)).first;
    }
    return found->second.value(replica, stable_id("figures/" + id), Purpose::people);
  }

 private:
  const region::Region& region_;
  std::uint64_t seed_;
  std::map<std::string, region::DrawnFigure> known_;
};

/// The figures of one replica.
struct Drawn {
  double neighbours = 0, neighbours_index = 0.5, neighbours_people = 0, neighbours_stays = 0;
  std::vector<double> can;  ///< by need: share that people can relieve
  double called = 0, uncalled = 0, gather_h = 12, on_duty = 0, volunteers_people = 0;
  double visits_mild = 0, visits_cold = 0;
  std::size_t relief_h = 1;
  double calls_per_hour = 0;  ///< of one resident
  double calls_mobile = 0, calls_factor = 0, calls_surge_h = 0, calls_later = 0, calls_capacity = 0;
  double deaths_per_hour = 0;  ///< of one resident, while it is dark
  double poisonings_per_hour = 0;
  double heat_deaths_per_hour = 0;  ///< of one resident, while it is too warm at home
};

constexpr double hours_per_year = 365.25 * 24;

/// Everything that is the same in all replicas.
struct Setting {
  const World& world;
  const Question& question;
  std::size_t hours = 0;
  std::size_t needs = 0;
  std::vector<std::string> need_id = {};
  std::vector<std::size_t> order = {};                ///< of the needs, most urgent first, then the others
  std::vector<std::vector<std::size_t>> leaves = {};  ///< by area: leaves that count everyone
  std::vector<double> adults = {}, residents = {};    ///< by area
  CallNeeds calls = {};
  std::vector<Drawn> drawn = {};                   ///< by replica
  std::size_t warmth = 0, light = 0, cooling = 0;  ///< index of the need, or `needs`
  std::map<std::string, region::QuantileTable> batteries = {};
  double ventilation = 0, oxygen = 0;  ///< of one resident
};

Result<Drawn> draw_all(Figures& figures, std::uint32_t r, const std::vector<std::string>& needs) {
  Drawn out;
  const auto into = [&](double& to, const char* id) -> Done {
    TRY(to, figures.draw(r, id));
    return {};
  };
  TRY_DONE(into(out.neighbours, "help.neighbours"));
  TRY_DONE(into(out.neighbours_index, "help.neighbours.index"));
  TRY_DONE(into(out.neighbours_people, "help.neighbours.people"));
  TRY_DONE(into(out.neighbours_stays, "help.neighbours.stays"));
  for (const std::string& need : needs) {
    double can = 0;
    if (std::find(urgent.begin(), urgent.end(), need) != urgent.end()) {
      TRY(can, figures.draw(r, "help.can." + need));
    }
    out.can.push_back(std::clamp(can, 0.0, 1.0));
  }
  TRY_DONE(into(out.called, "help.volunteers.called"));
  TRY_DONE(into(out.uncalled, "support.volunteers.uncalled"));
  TRY_DONE(into(out.gather_h, "help.volunteers.gather"));
  TRY_DONE(into(out.on_duty, "help.volunteers.on_duty"));
  TRY_DONE(into(out.volunteers_people, "help.volunteers.people"));
  TRY_DONE(into(out.visits_mild, "support.visit.mild"));
  TRY_DONE(into(out.visits_cold, "support.visit.cold"));
  double relief = 1;
  TRY_DONE(into(relief, "help.points.relief"));
  out.relief_h = static_cast<std::size_t>(std::max(1.0, std::floor(relief + 0.5)));
  double per_year = 0;
  TRY_DONE(into(per_year, "calls.per_resident"));
  out.calls_per_hour = per_year / hours_per_year;
  TRY_DONE(into(out.calls_mobile, "calls.mobile"));
  TRY_DONE(into(out.calls_factor, "calls.factor"));
  TRY_DONE(into(out.calls_surge_h, "calls.surge"));
  TRY_DONE(into(out.calls_later, "calls.later"));
  TRY_DONE(into(out.calls_capacity, "calls.capacity"));
  double mortality = 0;
  double excess = 0;
  double poisonings = 0;
  TRY_DONE(into(mortality, "harm.mortality"));
  TRY_DONE(into(excess, "harm.excess"));
  TRY_DONE(into(poisonings, "harm.carbon_monoxide"));
  double heat_deaths = 0;
  TRY_DONE(into(heat_deaths, "harm.heat"));
  out.heat_deaths_per_hour = heat_deaths / 1e6;
  out.deaths_per_hour = mortality / 1000 / hours_per_year * excess;
  out.poisonings_per_hour = poisonings / 100000 / 72;
  return out;
}

Result<Setting> set_up(const World& world, const Question& question) {
  const region::Region& region = world.region;
  Setting out{.world = world, .question = question};
  out.hours = static_cast<std::size_t>((world.record.horizon() + minutes_per_hour - 1) / minutes_per_hour);
  for (const region::ServiceId id : world.population.needs()) out.need_id.push_back(region.services[id.index()].id);
  out.needs = out.need_id.size();
  const auto index_of = [&](std::string_view id) {
    return static_cast<std::size_t>(std::find(out.need_id.begin(), out.need_id.end(), id) - out.need_id.begin());
  };
  for (const char* id : urgent)
    if (index_of(id) < out.needs) out.order.push_back(index_of(id));
  for (std::size_t n = 0; n < out.needs; ++n)
    if (std::find(out.order.begin(), out.order.end(), n) == out.order.end()) out.order.push_back(n);
  out.warmth = index_of("warmth");
  out.light = index_of("light");
  out.cooling = index_of("cooling");
  out.leaves.resize(region.areas.size());
  for (std::size_t leaf = 0; leaf < world.population.leaf_count(); ++leaf) {
    const auto& heads = world.population.heads(leaf);
    if (!heads.empty() && heads.front().row == 0) out.leaves[world.population.area(leaf)].push_back(leaf);
  }
  for (const region::Area& area : region.areas) {
    out.residents.push_back(area.residents);
    out.adults.push_back(std::max(0, area.residents - area.ages[0]));
  }
  out.calls = call_needs(region, world.compiled);
  Figures figures(region, world.compiled.program.seed);
  for (std::uint32_t r = 0; r < world.record.replicas(); ++r) {
    TRY(auto drawn, draw_all(figures, r, out.need_id));
    out.drawn.push_back(std::move(drawn));
  }
  for (const char* id : {"vulnerable.ventilation.battery", "vulnerable.oxygen.cylinder"}) {
    TRY(const auto table, region::quantile_table(region::help_parameter(region, id)));
    out.batteries.emplace(id, table);
  }
  out.ventilation = region::help_parameter(region, "vulnerable.ventilation").typical / 100000;
  out.oxygen = region::help_parameter(region, "vulnerable.oxygen").typical / 100000;
  return out;
}

/// One replica.
class Replica {
 public:
  Replica(const Setting& setting, Outcome& outcome, std::uint32_t number)
      : s_(setting), out_(outcome), r_(number), d_(setting.drawn[number]) {}

  void play() {
    look_at_zones();
    count_volunteers();
    visit_points();
    help();
    call();
    vulnerable();
    harm();
    unrest();
  }

 private:
  [[nodiscard]] const region::Region& region() const { return s_.world.region; }
  [[nodiscard]] const cascade::DownRecord& record() const { return s_.world.record; }
  [[nodiscard]] Tick minute(std::size_t hour) const { return static_cast<Tick>(hour) * minutes_per_hour; }
  [[nodiscard]] std::size_t at(std::size_t hour) const { return r_ * s_.hours + hour; }
  [[nodiscard]] std::size_t at(std::size_t need, std::size_t hour) const {
    return (r_ * s_.needs + need) * s_.hours + hour;
  }
  [[nodiscard]] bool up(const Line& line, Tick tick) const {
    std::uint32_t count = 0;
    for (const Component supplier : line.suppliers)
      if (!record().is_down(supplier, r_, tick) && ++count >= line.k) return true;
    return count >= line.k;
  }
  [[nodiscard]] bool up(const std::vector<Line>& lines, Tick tick) const {
    return std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return up(line, tick); });
  }

  /// Calls visit(hour, minutes unserved so far) for the hours at whose first minute a leaf is down.
  template <class Visit>
  void each_down_hour(std::size_t leaf, Visit&& visit) const {
    Minutes unserved = 0;
    for (const Interval down : record().down(s_.world.compiled.map.zone_components[leaf].component, r_)) {
      for (auto hour = static_cast<std::size_t>((down.start + minutes_per_hour - 1) / minutes_per_hour);
           hour < s_.hours && minute(hour) < down.end; ++hour)
        visit(hour, unserved + minute(hour) - down.start);
      unserved += down.end - down.start;
    }
  }

  /// How long each zone is dark, and in which hours its line to 112 works.
  void look_at_zones() {
    const std::size_t zones = region().zones.size();
    dark_.assign(zones * s_.hours, -1);
    line_.assign(zones * s_.hours, 1);
    for (std::size_t z = 0; z < zones; ++z) {
      const region::Zone& zone = region().zones[z];
      for (std::size_t hour = 0; hour < s_.hours; ++hour) {
        if (zone.feeding_area.valid())
          dark_[z * s_.hours + hour] = record().down_for(ComponentMap::of(zone.feeding_area), r_, minute(hour));
        line_[z * s_.hours + hour] = up(s_.calls.lines[z], minute(hour)) ? 1 : 0;
      }
    }
  }

  /// The share of the residents of an area whose zone can be called in a minute.
  [[nodiscard]] std::vector<double> callable(Tick tick) const {
    std::vector<double> out(region().areas.size(), 0);
    for (std::size_t z = 0; z < region().zones.size(); ++z)
      if (up(s_.calls.lines[z], tick))
        out[region().zones[z].area.index()] += static_cast<double>(region().zones[z].residents);
    for (std::size_t a = 0; a < out.size(); ++a) out[a] = s_.residents[a] > 0 ? out[a] / s_.residents[a] : 0;
    return out;
  }
  [[nodiscard]] double come(Tick tick, std::vector<double>* by_area) const {
    const auto share = callable(tick);
    double sum = 0;
    for (std::size_t a = 0; a < share.size(); ++a) {
      // Whoever comes without a call comes with one too.
      const double called = std::max(d_.called, d_.uncalled);
      const double people = region().areas[a].volunteers * (share[a] * called + (1 - share[a]) * d_.uncalled);
      if (by_area != nullptr) by_area->push_back(people);
      sum += people;
    }
    return sum;
  }
  void count_volunteers() {
    const Tick last = std::max(0, record().horizon() - 1);
    out_.come[r_] = come(std::min(last, s_.question.call), &volunteers_);
    for (std::size_t i = 0; i < s_.question.other_calls.size(); ++i)
      out_.come_at[i * out_.replicas + r_] = come(std::min(last, s_.question.other_calls[i]), nullptr);
    double uncalled = 0;
    for (const region::Area& area : region().areas) uncalled += area.volunteers * d_.uncalled;
    out_.come_uncalled[r_] = uncalled;
  }

  /// Shares of an area's residents in one hour who lack a need, from the tallies.
  [[nodiscard]] double share_unmet(std::size_t area, std::size_t need, std::size_t hour) const {
    return need < s_.needs && s_.residents[area] > 0
               ? static_cast<double>(unmet_[(area * s_.needs + need) * s_.hours + hour]) / thousand / s_.residents[area]
               : 0;
  }

  void count_unmet() {
    unmet_.assign(region().areas.size() * s_.needs * s_.hours, 0);
    without_light_.assign(region().areas.size() * s_.hours, 0);
    const people::Population& population = s_.world.population;
    for (std::size_t a = 0; a < region().areas.size(); ++a)
      for (const std::size_t leaf : s_.leaves[a]) {
        const people::Heads& heads = population.heads(leaf).front();
        const people::Reserve& reserve = population.reserve(heads.reserve);
        std::int64_t* const row = unmet_.data() + (a * s_.needs + population.need(leaf)) * s_.hours;
        const bool light = population.need(leaf) == s_.light;
        each_down_hour(leaf, [&](std::size_t hour, Minutes unserved) {
          row[hour] += heads.heads * reserve.unmet(unserved) / thousand;  // of a million: thousandths
          if (light) without_light_[a * s_.hours + hour] += heads.heads;
        });
      }
  }

  /// People go to a support point by day while their home is dark, more of them when it is cold. A point serves so many
  /// an hour; the others wait.
  void visit_points() {
    count_unmet();
    relieved_.assign(region().areas.size() * s_.hours, 0);
    for (const Point& point : s_.question.points) {
      Queue queue;
      const std::int64_t capacity = point.capacity_per_h > 0 ? std::llround(point.capacity_per_h * thousand) : -1;
      double all = 0;
      for (const auto& [area, residents] : point.residents) all += residents;
      for (std::size_t hour = 0; hour < s_.hours; ++hour) {
        const int clock = static_cast<int>((hour + static_cast<std::size_t>(s_.question.start_hour)) % day_hours);
        double arriving = 0;
        if (clock >= visits_from && clock < visits_until)
          for (const auto& [area, residents] : point.residents) {
            if (s_.residents[area] <= 0) continue;
            const double dark = without_light_[area * s_.hours + hour] / s_.residents[area];
            const double cold = share_unmet(area, s_.warmth, hour);
            const double per_day = d_.visits_mild + (std::max(d_.visits_cold, d_.visits_mild) - d_.visits_mild) * cold;
            arriving += residents * dark * per_day / (visits_until - visits_from);
          }
        const std::int64_t people = std::llround(arriving * thousand);
        const auto step = queue.step(people, !record().is_down(point.component, r_, minute(hour)), capacity);
        out_.visitors[at(hour)] += people;
        out_.served[at(hour)] += step.served;
        out_.turned_away[at(hour)] += step.turned_away;
        out_.queue[at(hour)] += queue.waiting;
        if (step.served == 0 || all <= 0) continue;
        for (const auto& [area, residents] : point.residents) {
          const auto own = static_cast<std::int64_t>(std::floor(static_cast<double>(step.served) * residents / all));
          for (std::size_t h = hour; h < std::min(s_.hours, hour + d_.relief_h); ++h)
            relieved_[area * s_.hours + h] += own;
        }
      }
      out_.still_waiting[r_] += queue.waiting;
    }
  }

  /// What helpers of an area can do in an hour.
  [[nodiscard]] double neighbours_at(std::size_t area, std::size_t day) const {
    const double index = d_.neighbours_index > 0 ? region().areas[area].mutual_help / d_.neighbours_index : 0;
    return s_.adults[area] * std::min(1.0, d_.neighbours * index) * d_.neighbours_people *
           std::pow(d_.neighbours_stays, static_cast<double>(day));
  }

  void help() {
    for (std::size_t day = 0; day < out_.days; ++day)
      for (std::size_t a = 0; a < region().areas.size(); ++a)
        out_.capacity[r_ * out_.days + day] += neighbours_at(a, day);
    std::vector<Tally> tallies(s_.needs);
    for (std::size_t a = 0; a < region().areas.size(); ++a)
      for (std::size_t hour = 0; hour < s_.hours; ++hour) {
        for (std::size_t i = 0; i < s_.needs; ++i) {
          const std::size_t need = s_.order[i];
          Tally& tally = tallies[i];
          tally = {.unmet = unmet_[(a * s_.needs + need) * s_.hours + hour]};
          tally.most_helped = static_cast<std::int64_t>(std::floor(static_cast<double>(tally.unmet) * d_.can[need]));
          if (is_at_points(s_.need_id[need])) tally.most_at_points = relieved_[a * s_.hours + hour];
        }
        const double waited = to_hours(minute(hour) - s_.question.call);
        const double gathered = waited < 0 ? 0 : d_.gather_h > 0 ? std::min(1.0, waited / d_.gather_h) : 1;
        share_out(tallies, {static_cast<std::int64_t>(std::floor(neighbours_at(a, hour / day_hours) * thousand)),
                            static_cast<std::int64_t>(
                                std::floor(volunteers_[a] * gathered * d_.on_duty * d_.volunteers_people * thousand))});
        for (std::size_t i = 0; i < s_.needs; ++i) {
          const std::size_t place = at(s_.order[i], hour);
          out_.unmet[place] += tallies[i].unmet;
          out_.neighbours[place] += tallies[i].neighbours;
          out_.volunteers[place] += tallies[i].volunteers;
          out_.points[place] += tallies[i].points;
          out_.left[place] += tallies[i].left();
        }
      }
  }

  /// Calls that people want to make, those for which there is no line, and those that nobody picks up.
  void call() {
    double normal = 0;
    for (const region::Zone& zone : region().zones) normal += zone.residents * d_.calls_per_hour;
    for (std::size_t hour = 0; hour < s_.hours; ++hour) {
      double wanted = 0;
      double impossible = 0;
      double more = 1;
      for (const CallDemand& row : s_.question.demand)
        if (row.from <= minute(hour) && minute(hour) < row.until) more *= row.factor;
      for (std::size_t z = 0; z < region().zones.size(); ++z) {
        const Minutes dark = dark_[z * s_.hours + hour];
        double calls = region().zones[z].residents * d_.calls_per_hour * more;
        if (dark >= 0) calls *= dark < d_.calls_surge_h * minutes_per_hour ? d_.calls_factor : d_.calls_later;
        wanted += calls;
        if (line_[z * s_.hours + hour] == 0)
          impossible += calls * (dark < 0 ? std::min(1.0, d_.calls_mobile) : 1);  // a fixed line needs power at home
      }
      const bool answered_at_all = up(s_.calls.rooms, minute(hour));
      const std::int64_t all = std::llround(wanted * thousand);
      const std::int64_t no_line = std::min(all, static_cast<std::int64_t>(std::llround(impossible * thousand)));
      const std::int64_t capacity = answered_at_all ? std::llround(normal * d_.calls_capacity * thousand) : 0;
      const std::int64_t answered = std::min(all - no_line, capacity);
      out_.calls_wanted[at(hour)] = all;
      out_.calls_impossible[at(hour)] = no_line;
      out_.calls_answered[at(hour)] = answered;
      out_.calls_unanswered[at(hour)] = all - no_line - answered;
    }
  }

  /// Of a device: who lives in the dark for longer than its battery. Of a group with a component of its own: who is
  /// without after the reserve of the group.
  void vulnerable() {
    for (Vulnerable& row : out_.vulnerable) {
      const bool ventilation = row.id == "ventilation";
      if (!ventilation && row.id != "oxygen") continue;
      const region::QuantileTable& lasts =
          s_.batteries.at(ventilation ? "vulnerable.ventilation.battery" : "vulnerable.oxygen.cylinder");
      const double per_resident = ventilation ? s_.ventilation : s_.oxygen;
      for (std::size_t hour = 0; hour < s_.hours; ++hour) {
        double without = 0;
        for (std::size_t z = 0; z < region().zones.size(); ++z) {
          const Minutes dark = dark_[z * s_.hours + hour];
          if (dark < 0) continue;
          const auto empty = std::upper_bound(lasts.begin(), lasts.end(), dark) - lasts.begin();
          without += region().zones[z].residents * per_resident * static_cast<double>(empty) /
                     static_cast<double>(region::quantile_count);
        }
        row.without[at(hour)] = std::llround(without * thousand);
      }
    }
    const people::Population& population = s_.world.population;
    const auto& leaves = s_.world.compiled.map.zone_components;
    for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf) {
      if (!leaves[leaf].group) continue;
      const std::string id =
          s_.need_id[population.need(leaf)] + "@" + region::group_names[static_cast<std::size_t>(*leaves[leaf].group)];
      const auto found = std::find_if(out_.vulnerable.begin(), out_.vulnerable.end(),
                                      [&](const Vulnerable& row) { return row.id == id; });
      if (found == out_.vulnerable.end() || population.heads(leaf).empty()) continue;
      const people::Heads& heads = population.heads(leaf).back();
      each_down_hour(leaf, [&](std::size_t hour, Minutes unserved) {
        found->without[at(hour)] += heads.heads * population.reserve(heads.reserve).unmet(unserved) / thousand;
      });
    }
  }

  void harm() {
    double person_hours = 0;
    for (std::size_t z = 0; z < region().zones.size(); ++z)
      for (std::size_t hour = 0; hour < s_.hours; ++hour)
        if (dark_[z * s_.hours + hour] >= 0) person_hours += region().zones[z].residents;
    out_.deaths[r_] = person_hours * d_.deaths_per_hour;
    out_.carbon_monoxide[r_] = s_.question.cold_season ? person_hours * d_.poisonings_per_hour : 0;
    double too_warm = 0;
    if (s_.cooling < s_.needs)
      for (std::size_t hour = 0; hour < s_.hours; ++hour)
        too_warm += static_cast<double>(out_.unmet[at(s_.cooling, hour)]) / thousand;
    out_.heat_deaths[r_] = too_warm * d_.heat_deaths_per_hour;
  }

  void unrest() {
    for (std::size_t hour = 0; hour < s_.hours; ++hour) {
      double sum = 0;
      for (const auto& [need, weight] : out_.unrest_parts) {
        std::int64_t concerned = 0;
        for (std::size_t a = 0; a < region().areas.size(); ++a)
          concerned += s_.world.population.concerned()[a * s_.needs + need];
        if (concerned > 0)
          sum += weight * static_cast<double>(out_.left[at(need, hour)]) / thousand / static_cast<double>(concerned);
      }
      out_.unrest[at(hour)] = 100 * sum;
    }
  }

  const Setting& s_;
  Outcome& out_;
  std::uint32_t r_;
  const Drawn& d_;
  std::vector<Minutes> dark_;           ///< zones × hours: minutes it has been dark; −1: it is not
  std::vector<char> line_;              ///< zones × hours
  std::vector<double> volunteers_;      ///< by area: who come
  std::vector<std::int64_t> unmet_;     ///< areas × needs × hours
  std::vector<double> without_light_;   ///< areas × hours: residents
  std::vector<std::int64_t> relieved_;  ///< areas × hours: people whose visit still helps
};

/// Which vulnerable people there are, and how many.
std::vector<Vulnerable> vulnerable_rows(const Setting& setting, std::size_t places) {
  std::vector<Vulnerable> out;
  double residents = 0;
  for (const region::Zone& zone : setting.world.region.zones) residents += zone.residents;
  const auto add = [&](std::string id, std::int64_t heads) {
    out.push_back({std::move(id), heads, std::vector<std::int64_t>(places, 0)});
  };
  add("ventilation", std::llround(residents * setting.ventilation * thousand));
  add("oxygen", std::llround(residents * setting.oxygen * thousand));
  const people::Population& population = setting.world.population;
  std::map<std::string, std::int64_t> groups;
  for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf) {
    const auto& group = setting.world.compiled.map.zone_components[leaf].group;
    if (!group || population.heads(leaf).empty()) continue;
    const auto g = static_cast<std::size_t>(*group);
    if (*group != region::Group::medical_power && *group != region::Group::alarm_users &&
        *group != region::Group::dependent_care)
      continue;
    groups[setting.need_id[population.need(leaf)] + "@" + region::group_names[g]] +=
        population.heads(leaf).back().heads;
  }
  for (const auto& [id, heads] : groups) add(id, heads * thousand);
  return out;
}

}  // namespace

std::vector<CallDemand> call_demand(const region::Region& region, region::HazardId hazard) {
  std::vector<CallDemand> out;
  for (const region::Shock& shock : region.shocks) {
    if (shock.hazard != hazard || shock.kind != region::ShockKind::demand) continue;
    const auto targets = region::select(shock.target, region);
    const bool calls = std::any_of(targets.begin(), targets.end(),
                                   [&](region::AssetId asset) { return region::is_control_room(region, asset); });
    const Minutes from = to_minutes(shock.start_h);
    if (calls) out.push_back({from, from + to_minutes(shock.duration_h), shock.magnitude});
  }
  return out;
}

std::vector<Component> wanted(const region::Region& region, const cascade::CompiledRegion& compiled) {
  std::set<Component> out;
  for (const auto& leaf : compiled.map.zone_components) out.insert(leaf.component);
  for (const region::Zone& zone : region.zones)
    if (zone.feeding_area.valid()) out.insert(ComponentMap::of(zone.feeding_area));
  const CallNeeds calls = call_needs(region, compiled);
  for (const auto& lines : calls.lines)
    for (const Line& line : lines) out.insert(line.suppliers.begin(), line.suppliers.end());
  for (const Line& line : calls.rooms) out.insert(line.suppliers.begin(), line.suppliers.end());
  return {out.begin(), out.end()};
}

Result<Outcome> play(const World& world, const Question& question, std::size_t threads) {
  TRY(const Setting setting, set_up(world, question));
  Outcome out;
  out.replicas = world.record.replicas();
  out.hours = setting.hours;
  out.needs = setting.needs;
  out.days = (setting.hours + day_hours - 1) / day_hours;
  const std::size_t places = out.replicas * out.hours;
  for (auto* row : {&out.unmet, &out.neighbours, &out.volunteers, &out.points, &out.left})
    row->assign(places * out.needs, 0);
  for (auto* row : {&out.calls_wanted, &out.calls_impossible, &out.calls_unanswered, &out.calls_answered, &out.visitors,
                    &out.served, &out.turned_away, &out.queue})
    row->assign(places, 0);
  out.capacity.assign(out.replicas * out.days, 0);
  out.still_waiting.assign(out.replicas, 0);
  for (auto* row : {&out.come, &out.come_uncalled, &out.deaths, &out.carbon_monoxide, &out.heat_deaths})
    row->assign(out.replicas, 0);
  out.come_at.assign(question.other_calls.size() * out.replicas, 0);
  out.unrest.assign(places, 0);
  out.vulnerable = vulnerable_rows(setting, places);
  for (const region::Area& area : world.region.areas) out.registered += area.volunteers;
  double weights = 0;
  for (const char* id : unrest_needs) {
    const auto need = static_cast<std::size_t>(std::find(setting.need_id.begin(), setting.need_id.end(), id) -
                                               setting.need_id.begin());
    if (need == setting.needs) continue;
    const double weight = region::help_parameter(world.region, std::string("unrest.") + id).typical;
    out.unrest_parts.emplace_back(need, weight);
    weights += weight;
  }
  for (auto& [need, weight] : out.unrest_parts) weight = weights > 0 ? weight / weights : 0;
  // Each replica writes its own places only.
  parallel_for(threads, out.replicas,
               [&](std::size_t, std::size_t r) { Replica(setting, out, static_cast<std::uint32_t>(r)).play(); });
  return out;
}

}  // namespace veer::help
