#include <algorithm>
#include <cmath>

#include "study/chapters.hpp"

namespace veer::study {

namespace {

constexpr std::size_t most_influences = 20;

/// Strongest first; only those whose interval leaves out 0.
void keep_strongest(std::vector<report::Influence>& influences) {
  std::stable_sort(influences.begin(), influences.end(),
                   [](const auto& a, const auto& b) { return std::fabs(a.effect) > std::fabs(b.effect); });
  if (influences.size() > most_influences) influences.resize(most_influences);
}

std::vector<report::Influence> of_groups(const Material& material, std::span<const double> totals) {
  const region::Region& region = material.region;
  const auto& names = material.scenario.compiled.group_names;
  std::vector<report::Influence> out;
  for (std::size_t g = 0; g < names.size(); ++g) {
    std::vector<double> draws(totals.size());
    for (std::size_t r = 0; r < totals.size(); ++r) draws[r] = material.outcome.group_draws[g * totals.size() + r];
    const auto effect = ensemble::rank_correlation(draws, totals);
    if (!effect || effect->holds_zero()) continue;
    const auto named = std::find_if(region.parameters.begin(), region.parameters.end(),
                                    [&](const auto& p) { return p.id == names[g] || p.group == names[g]; });
    report::Name name{names[g], names[g]};
    std::string confidence;
    if (named != region.parameters.end()) {
      name = {named->subject + ": " + named->name, named->subject + ": " + named->name};
      confidence = text_of(static_cast<region::Confidence>(named->confidence));
    }
    out.push_back({.id = names[g],
                   .name = name,
                   .effect = effect->value,
                   .low = effect->low,
                   .high = effect->high,
                   .confidence = confidence,
                   .confirmed = false});
  }
  keep_strongest(out);
  return out;
}

std::vector<report::Influence> of_assets(const Material& material, std::span<const double> totals) {
  const ensemble::Outcome& outcome = material.outcome;
  std::vector<report::Influence> out;
  std::vector<double> down(totals.size());
  for (std::size_t a = 0; a < material.region.assets.size(); ++a) {
    for (std::size_t r = 0; r < totals.size(); ++r) down[r] = outcome.asset_down[a][r];
    if (std::all_of(down.begin(), down.end(), [&](double value) { return value == down.front(); })) continue;
    const auto effect = ensemble::median_split(down, totals);
    if (!effect || effect->holds_zero()) continue;
    const region::Asset& asset = material.region.assets[a];
    out.push_back({.id = "assets/" + asset.id,
                   .name = {asset.name, asset.name},
                   .effect = effect->value,
                   .low = effect->low,
                   .high = effect->high,
                   .confidence = text_of(asset.provenance.confidence),
                   .confirmed = asset.confirmed});
  }
  keep_strongest(out);
  return out;
}

}  // namespace

void tell_influence(const Material& material, report::Findings& findings) {
  const ensemble::Outcome& outcome = material.outcome;
  findings.total_unmet_person_hours = shown(ensemble::estimate(outcome.total_unmet_h));
  const auto totals = std::span(outcome.total_unmet_h).first(outcome.curved);
  findings.spread_shared = ensemble::shared_part(outcome.total_unmet_h, outcome.paired_total_h);
  const bool spread = findings.total_unmet_person_hours.standard_error > 1e-9 * findings.total_unmet_person_hours.mean;
  findings.spread_own = spread ? 1 - findings.spread_shared : 0;
  findings.influences_groups = of_groups(material, totals);
  findings.influences_assets = of_assets(material, totals);
}

}  // namespace veer::study
