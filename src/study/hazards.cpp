#include "study/hazards.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

/// Electricity at home as people meet it: the need "light", else the first that has anything to do with it.
std::optional<std::size_t> need_of(const report::Findings& findings, const char* id) {
  for (std::size_t n = 0; n < findings.needs.size(); ++n)
    if (findings.needs[n].id == id) return n;
  return std::nullopt;
}

report::Estimate at(const report::Curve& curve, std::size_t hour) {
  return {curve.mean[hour], curve.standard_error[hour], curve.p5[hour], curve.p50[hour], curve.p95[hour]};
}

/// Processes of municipalities and emergency services of which one interruption outlasts their MTPD, by replica.
report::Estimate too_late(const Material& material) {
  const ensemble::Outcome& outcome = material.outcome;
  std::vector<double> count(outcome.replicas, 0);
  for (std::size_t p = 0; p < material.region.processes.size(); ++p) {
    const region::Process& process = material.region.processes[p];
    const auto kind = material.region.organisations[process.organisation.index()].kind;
    if (kind == region::OrganisationKind::provider || kind == region::OrganisationKind::national ||
        kind == region::OrganisationKind::other)
      continue;
    const double most = process.mtpd_h * minutes_per_hour;
    for (std::size_t r = 0; r < outcome.replicas; ++r)
      if (outcome.processes[p][r].longest > most) count[r] += 1;
  }
  return shown(ensemble::estimate(count));
}

report::HazardFinding told(const Material& material, const report::Findings& findings) {
  const region::Hazard& hazard = material.region.hazards[material.scenario.hazard.index()];
  report::HazardFinding out;
  out.id = hazard.id;
  out.name = {hazard.name_nl, hazard.name_en};
  out.season = material.scenario.season;
  out.horizon_h = hazard.horizon_h;
  out.replicas = material.outcome.replicas;
  out.unmet_person_hours = shown(ensemble::estimate(material.outcome.total_unmet_h));
  for (const char* const id : {"water", "food", "warmth", "cooling"}) {
    const auto need = need_of(findings, id);
    if (!need) continue;
    const report::Curve& curve = findings.region.unmet[*need];
    for (std::size_t hour = 0; hour < curve.mean.size(); ++hour)
      if (curve.mean[hour] > out.worst_needs.mean) {
        out.worst_needs = at(curve, hour);
        out.worst_needs_h = static_cast<double>(hour);
      }
  }
  if (const auto light = need_of(findings, "light")) {
    const report::Curve& curve = findings.region.without[*light];
    for (std::size_t hour = 0; hour < curve.mean.size(); ++hour)
      if (curve.mean[hour] > out.worst_dark.mean) out.worst_dark = at(curve, hour);
    std::vector<double> hours;
    const auto& runs = material.outcome.need_phases[*light];
    for (const auto& run : runs)
      if (run.hours_to_90 > 0) hours.push_back(run.hours_to_90);  // 0: nine tenths had it throughout
    if (!hours.empty()) {
      out.recovered_h = shown(ensemble::estimate(hours, hazard.horizon_h));
      out.lost_share = static_cast<double>(hours.size()) / static_cast<double>(runs.size());
    }
  }
  out.processes_too_late = too_late(material);
  for (const report::ImpactCriterion& criterion : findings.criteria)
    if (criterion.code == "2.3") out.national_class = criterion.national_class;
  return out;
}

/// One hazard, or why it cannot be played; nothing: the run was cancelled.
Result<std::optional<report::HazardFinding>> play(const region::Region& region, const Options& options,
                                                  const Texts& texts) {
  const auto scenario = prepare(region, options);
  if (!scenario) {
    const region::Hazard& hazard = region.hazards[region.find_hazard(options.hazard)->index()];
    report::HazardFinding refused;
    refused.id = hazard.id;
    refused.name = {hazard.name_nl, hazard.name_en};
    refused.season = hazard.season;
    refused.horizon_h = hazard.horizon_h;
    refused.refused = {scenario.error().text(texts, Language::nl), scenario.error().text(texts, Language::en)};
    return std::optional(std::move(refused));
  }
  TRY(const ensemble::Outcome outcome, simulate(region, *scenario, options));
  if (outcome.cancelled) return std::nullopt;
  const Material material{region, options, *scenario, outcome, Words(region, scenario->compiled, texts)};
  report::Findings findings;
  tell_region(material, findings);
  tell_criteria(material, findings);
  return std::optional(told(material, findings));
}

}  // namespace

Result<std::vector<report::HazardFinding>> compare_hazards(
    const region::Region& region, const Options& options, std::uint32_t replicas, const Texts& texts,
    const std::function<void(std::size_t, std::size_t)>& progress) {
  const std::size_t count = region.hazards.size();
  std::vector<Result<std::optional<report::HazardFinding>>> found(count);  // nothing: not played
  std::mutex asking;  // what the caller gave is asked by one thread at a time
  std::size_t begun = 0;
  Options each = options;
  each.replicas = replicas;
  each.relative_error.reset();
  each.start.reset();
  each.season.reset();
  each.progress = {};
  each.keep = ensemble::Keep::region;
  // Compiling is the work of one thread: side by side the hazards leave no core idle.
  each.threads = 1;
  if (options.cancelled)
    each.cancelled = [&options, &asking] {
      const std::scoped_lock lock(asking);
      return options.cancelled();
    };
  parallel_for(std::min(std::max<std::size_t>(1, options.threads), count), count, [&](std::size_t, std::size_t h) {
    if (each.cancelled && each.cancelled()) return;
    if (progress) {
      const std::scoped_lock lock(asking);
      progress(begun++, count);
    }
    Options one = each;
    one.hazard = region.hazards[h].id;
    found[h] = play(region, one, texts);
  });
  std::vector<report::HazardFinding> out;
  for (auto& one : found) {
    if (!one) return fail(one.error());
    if (!*one) break;
    out.push_back(**std::move(one));
  }
  return out;
}

}  // namespace veer::study
