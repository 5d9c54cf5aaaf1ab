#include <algorithm>
#include <cmath>
#include <limits>

#include "continuity/continuity.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

constexpr double beyond = std::numeric_limits<double>::infinity();
constexpr std::size_t most_limiting = 5;

/// Times of a process over replicas, in hours.
void tell_times(const Material& material, std::size_t process, double horizon_h, report::ProcessFinding& out) {
  std::vector<double> first, recovered, longest, down;
  for (const region::ProcessRun& run : material.outcome.processes[process]) {
    first.push_back(run.first_failure < 0 ? beyond : to_hours(run.first_failure));
    recovered.push_back(to_hours(run.recovered) >= horizon_h ? beyond : to_hours(run.recovered));
    longest.push_back(to_hours(run.longest));
    down.push_back(to_hours(run.down));
  }
  out.first_failure_h = shown(ensemble::estimate(first, horizon_h));
  out.recovery_h = shown(ensemble::estimate(recovered, horizon_h));
  out.longest_interruption_h = shown(ensemble::estimate(longest, horizon_h));
  out.down_hours = shown(ensemble::estimate(down, horizon_h));
}

report::Curve down_probability(const Material& material, std::size_t process) {
  report::Curve out;
  const std::size_t row = (material.region.assets.size() + process) * material.outcome.hours;
  for (std::size_t hour = 0; hour < material.outcome.hours; ++hour) {
    const auto p = ensemble::share(material.outcome.down_count[row + hour], material.outcome.replicas);
    out.mean.push_back(static_cast<float>(p.mean));
    out.standard_error.push_back(static_cast<float>(p.standard_error));
  }
  return out;
}

bool confirmed(const Material& material, const cascade::Cause& cause) {
  return material.scenario.compiled.map.is_asset(cause.component) && material.region.assets[cause.component].confirmed;
}

std::vector<report::LimitingPart> limiting(const Material& material, std::size_t process) {
  std::vector<report::LimitingPart> out;
  for (const auto& [cause, count] : material.outcome.limiting[process])
    out.push_back({.id = material.words.cause_id(cause),
                   .what = material.words.cause(cause),
                   .share = static_cast<double>(count) / material.outcome.explained,
                   .confirmed = confirmed(material, cause)});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
  if (out.size() > most_limiting) out.resize(most_limiting);
  return out;
}

report::RuleCheck shown(const Material& material, const continuity::Check& check) {
  const auto found = material.words.hours(check.found_h);
  const auto limit = material.words.hours(check.limit_h);
  switch (check.rule) {
    case continuity::Rule::rto_below_mtpd:
      return {"rto_below_mtpd", check.holds,
              material.words.say("study.rule.rto_below_mtpd", std::vector<report::Name>{found, limit})};
    case continuity::Rule::dependency_rto: {
      const region::Process& other = material.region.processes[check.dependency->index()];
      return {"dependency_rto", check.holds,
              material.words.say("study.rule.dependency_rto",
                                 std::vector<report::Name>{{other.name_nl, other.name_en}, found, limit})};
    }
    case continuity::Rule::autonomy:
      break;
  }
  const region::Need& need = material.region.needs[check.need->index()];
  const auto owner = material.words.component(static_cast<cascade::Component>(need.owner.index));
  const char* key = check.resupply ? "study.rule.autonomy.resupply" : "study.rule.autonomy";
  return {"autonomy", check.holds, material.words.say(key, std::vector<report::Name>{owner, found, limit})};
}

/// Length of the scenario for the autonomy rule: until the last hit that is certain to last that long ends.
double scenario_hours(const Material& material) {
  double hours = 0;
  for (const region::Shock& shock : material.region.shocks)
    if (shock.hazard == material.scenario.hazard) hours = std::max(hours, shock.start_h + shock.duration_h);
  return hours;
}

bool own_continuity(region::OrganisationKind kind) {
  return kind != region::OrganisationKind::provider && kind != region::OrganisationKind::national &&
         kind != region::OrganisationKind::other;
}

}  // namespace

void tell_continuity(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  for (const region::Organisation& organisation : region.organisations)
    findings.organisations.push_back({organisation.id, organisation.name, text_of(organisation.kind),
                                      text_of(organisation.track), own_continuity(organisation.kind)});
  const auto cones = continuity::cones(region);
  const double scenario_h = scenario_hours(material);
  for (std::size_t p = 0; p < region.processes.size(); ++p) {
    const region::Process& process = region.processes[p];
    report::ProcessFinding out;
    out.id = process.id;
    out.name = {process.name_nl, process.name_en};
    out.organisation = process.organisation.index();
    out.pillar = process.pillar;
    out.track = text_of(process.track);
    out.mbco = process.mbco;
    out.rto_h = process.rto_h;
    out.mtpd_h = process.mtpd_h;
    const auto counts = continuity::objectives(process, material.outcome.processes[p]);
    out.mtpd_exceeded = shown(ensemble::share(counts.mtpd_exceeded, counts.replicas));
    out.rto_missed = shown(ensemble::share(counts.rto_missed, counts.replicas));
    out.never_fails = ensemble::share(counts.never_failed, counts.replicas).mean;
    tell_times(material, p, findings.horizon_h, out);
    out.down_probability = down_probability(material, p);
    if (material.outcome.full_down_minutes[p] >= 0 && material.outcome.replicas > 0)
      out.full_down_hours_mean =
          static_cast<double>(material.outcome.full_down_minutes[p]) / minutes_per_hour / material.outcome.replicas;
    out.limiting = limiting(material, p);
    const auto verdict = continuity::static_verdict(region, cones[p], region::ProcessId{p});
    out.static_expected_h = verdict.expected_h;
    out.static_required_h = verdict.required_h;
    out.static_ok = verdict.holds();
    for (const auto& check : continuity::checks(region, region::ProcessId{p}, scenario_h))
      out.checks.push_back(shown(material, check));
    out.assumption_share = continuity::assumption_share(region, cones[p], region::ProcessId{p});
    out.confirmed = std::all_of(cones[p].assets.begin(), cones[p].assets.end(),
                                [&](region::AssetId a) { return region.assets[a.index()].confirmed; });
    findings.processes.push_back(std::move(out));
  }
}

}  // namespace veer::study
