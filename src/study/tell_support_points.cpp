#include <algorithm>
#include <map>
#include <string>

#include "cascade/cause.hpp"
#include "cascade/engine.hpp"
#include "operations/conductor.hpp"
#include "study/chapters.hpp"
#include "study/support_points.hpp"
#include "support_points/assets.hpp"

namespace veer::study {

namespace {

using cascade::Tick;

/// Points are opened for the first three days.
constexpr double opened_h = 72;
/// Replicas that the event engine plays once more, as it can say why a point is closed.
constexpr std::uint32_t most_replayed = 128;
constexpr std::size_t most_closing = 4;

/// What became of one point in the replayed replicas.
struct Openings {
  std::vector<double> open_h;
  std::map<std::string, std::uint32_t> closes;  ///< id of the need that was unmet; empty: struck itself
};

/// The first tick at which a point is down although its opening time is over; horizon: never.
Tick first_closed(const std::vector<cascade::Interval>& down, const cascade::Engine& engine,
                  cascade::Component component, Tick until) {
  Tick opens = 0;
  for (const auto& hit : engine.draws().hits)
    if (hit.component == component && hit.interval.start == 0) opens = std::max(opens, hit.interval.end);
  opens += engine.draws().restart[component];
  for (const cascade::Interval interval : down)
    if (interval.end > opens) return std::min(until, std::max(interval.start, opens));
  return until;
}

/// The need that keeps a point shut: unmet at that tick, or last before it when only the restart is still going on.
std::string need_behind(const Material& material, const cascade::Engine& engine, cascade::Component component,
                        Tick when) {
  const cascade::CompiledRegion& compiled = material.scenario.compiled;
  for (Tick tick = when; tick >= 0 && engine.down_at(component, tick); --tick) {
    const std::uint32_t need = cascade::unmet_need(compiled.program, engine, component, tick);
    if (need != cascade::Cause::none) return material.region.needs[compiled.need_of[need].index()].id;
  }
  return {};
}

/// The last word of a need's id says which of the needs of support_points::as_change() it is.
std::string word_of(const std::string& need) { return need.empty() ? "other" : need.substr(need.rfind('/') + 1); }

std::vector<Openings> replay(const Material& material, const std::vector<cascade::Component>& components) {
  const cascade::Program& program = material.scenario.compiled.program;
  const auto until = std::min<Tick>(program.horizon, static_cast<Tick>(to_minutes(opened_h)));
  std::vector<Openings> out(components.size());
  const auto& means = material.scenario.means;
  cascade::Engine engine(program, means ? operations::conductors(*means)() : nullptr);
  const std::uint32_t count = std::min(most_replayed, material.outcome.replicas);
  for (std::uint32_t replica = 0; replica < count; ++replica) {
    engine.run(material.outcome.number(replica));
    for (std::size_t i = 0; i < components.size(); ++i) {
      const auto down = engine.intervals(components[i]);
      Tick closed = 0;
      for (const cascade::Interval interval : down)
        closed += std::max(0, std::min(interval.end, until) - interval.start);
      out[i].open_h.push_back(to_hours(until - std::min(until, closed)));
      const Tick when = first_closed(down, engine, components[i], until);
      if (when < until) ++out[i].closes[need_behind(material, engine, components[i], when)];
    }
  }
  return out;
}

std::vector<report::LimitingPart> closing(const Openings& openings, const Texts& texts) {
  std::vector<report::LimitingPart> out;
  for (const auto& [need, count] : openings.closes) {
    const std::string key = "report.support.closing." + word_of(need);
    out.push_back({.id = need.empty() ? need : "needs/" + need,
                   .what = {texts.render(key, Language::nl), texts.render(key, Language::en)},
                   .share = static_cast<double>(count) / static_cast<double>(openings.open_h.size()),
                   .confirmed = false});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  if (out.size() > most_closing) out.resize(most_closing);
  return out;
}

std::vector<report::SupportClosing> closing_of(const std::vector<Openings>& openings,
                                               const std::vector<std::size_t>& local) {
  std::map<std::string, double> counts;
  double all = 0;
  for (const std::size_t i : local) {
    all += static_cast<double>(openings[i].open_h.size());
    for (const auto& [need, count] : openings[i].closes) counts[word_of(need)] += count;
  }
  std::vector<report::SupportClosing> out;
  for (const auto& [word, count] : counts) out.push_back({word, count / std::max(all, 1.0)});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  return out;
}

}  // namespace

void tell_support_points(const Material& material, const support_points::Plan& plan, report::Findings& findings,
                         const Texts& texts) {
  const region::Region& region = material.region;
  report::SupportPlanFinding out = shown(region, plan, texts);
  const std::size_t hours = material.outcome.hours;
  std::vector<cascade::Component> components;
  std::vector<std::size_t> played;
  for (std::size_t i = 0; i < plan.points.size(); ++i) {
    report::SupportPointFinding& point = out.points[i];
    for (std::size_t m = 0; m < findings.municipalities.size(); ++m)
      if (plan.points[i].municipality.valid() &&
          findings.municipalities[m].id == region.organisations[plan.points[i].municipality.index()].id)
        point.municipality = m;
    const auto asset = region.find_asset(support_points::asset_id(region.support_points[plan.points[i].point.index()]));
    if (!asset) continue;
    components.push_back(cascade::ComponentMap::of(*asset));
    played.push_back(i);
    for (std::size_t hour = 0; hour < hours; ++hour) {
      const double down =
          ensemble::share(material.outcome.down_count[asset->index() * hours + hour], material.outcome.replicas).mean;
      point.open_probability.push_back(static_cast<float>(1 - down));
    }
  }
  const auto openings = replay(material, components);
  const std::size_t replayed = openings.empty() ? 0 : openings.front().open_h.size();
  std::vector<double> mean_open(replayed, 0);
  std::vector<double> share(hours, 0);
  std::vector<std::size_t> local;  // of `played`
  for (std::size_t i = 0; i < played.size(); ++i) {
    report::SupportPointFinding& point = out.points[played[i]];
    point.open_h = shown(ensemble::estimate(openings[i].open_h));
    point.closes = closing(openings[i], texts);
    if (point.level != "local") continue;
    local.push_back(i);
    for (std::size_t r = 0; r < replayed; ++r) mean_open[r] += openings[i].open_h[r];
    for (std::size_t hour = 0; hour < hours; ++hour) share[hour] += static_cast<double>(point.open_probability[hour]);
  }
  if (!local.empty() && replayed > 0) {
    for (double& value : mean_open) value /= static_cast<double>(local.size());
    out.open_h = shown(ensemble::estimate(mean_open));
    out.closing = closing_of(openings, local);
    for (const double value : share)
      out.open_share.push_back(static_cast<float>(value / static_cast<double>(local.size())));
  }
  findings.support_points = std::move(out);
}

}  // namespace veer::study
