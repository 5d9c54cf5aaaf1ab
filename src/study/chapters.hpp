#pragma once

#include "ensemble/statistics.hpp"
#include "study/study.hpp"
#include "study/words.hpp"

namespace veer::study {

/// What the chapters are told from.
struct Material {
  const region::Region& region;
  const Options& options;
  const Scenario& scenario;
  const ensemble::Outcome& outcome;
  Words words;
};

// One function a chapter: each fills its own part of the findings. `tell_run` comes first, `tell_people` before
// `tell_influence`.
void tell_run(const Material& material, report::Findings& findings);
[[nodiscard]] Done tell_people(const Material& material, report::Findings& findings);
/// Of tell_people the daily needs and the region as a whole: what one hazard among many is held against.
void tell_region(const Material& material, report::Findings& findings);
void tell_services(const Material& material, report::Findings& findings);
void tell_continuity(const Material& material, report::Findings& findings);
/// After tell_continuity.
[[nodiscard]] Done tell_held(const Material& material, report::Findings& findings);
/// After tell_people.
void tell_support_points(const Material& material, const support_points::Plan& plan, report::Findings& findings,
                         const Texts& texts);
/// Fuel, mobile sets, crews and people on duty, played apart where the base run is the core. After tell_run.
[[nodiscard]] Done tell_operations(const Material& material, report::Findings& findings);
/// Which measures, in which year, under the hazard of the study and the national sums of the region's parameters.
[[nodiscard]] Done tell_measures(const Material& material, report::Findings& findings);
/// After tell_people and tell_services.
/// @errors as cascade::choose_engine
[[nodiscard]] Done tell_consequences(const Material& material, report::Findings& findings);
void tell_influence(const Material& material, report::Findings& findings);
/// After tell_people.
void tell_sensitivity(const Material& material, report::Findings& findings);
/// Holds the figures against outages that happened; the same for every region and hazard.
void tell_backtest(const Words& words, report::Findings& findings);
void tell_certainty(const Material& material, report::Findings& findings);
/// Of tell_certainty the impact criteria. After tell_region.
void tell_criteria(const Material& material, report::Findings& findings);

[[nodiscard]] report::Estimate shown(const ensemble::Estimate& estimate);
[[nodiscard]] report::Curve curve(const ensemble::Curves& curves, std::size_t row, std::size_t replicas,
                                  double whole = 1);
[[nodiscard]] report::Phases shown(const std::vector<ensemble::PhaseRun>& runs, double horizon_h);
[[nodiscard]] const char* text_of(region::Confidence confidence);
[[nodiscard]] const char* text_of(region::Distribution distribution);
[[nodiscard]] const char* text_of(region::Track track);
[[nodiscard]] const char* text_of(region::OrganisationKind kind);

}  // namespace veer::study
