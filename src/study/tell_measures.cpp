#include <algorithm>

#include "study/chapters.hpp"
#include "study/choose_measures.hpp"
#include "study/measure_account.hpp"

namespace veer::study {

namespace {

/// Replicas of each package: the differences are paired, so that a few hundred tell them apart. The full model takes a
/// hundred times as long over each, and longer still where a good part of the region stands still.
constexpr std::uint32_t most_replicas = 256;
constexpr std::uint32_t most_replicas_full_model = 64;
constexpr std::uint32_t most_replicas_wide_outage = 32;
constexpr double wide_outage = 0.25;  ///< share of the assets that are down at some time, mean of the replicas

std::uint32_t replicas_for(const Material& material) {
  if (!material.scenario.means) return most_replicas;
  std::size_t down = 0;
  std::size_t all = 0;
  for (const auto& asset : material.outcome.asset_down) {
    all += asset.size();
    down +=
        static_cast<std::size_t>(std::count_if(asset.begin(), asset.end(), [](auto minutes) { return minutes > 0; }));
  }
  const bool wide = static_cast<double>(down) > wide_outage * static_cast<double>(all);
  return wide ? most_replicas_wide_outage : most_replicas_full_model;
}

constexpr int first_year = 2025;
constexpr std::size_t years = 4;

}  // namespace

Done tell_measures(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  // The national sums and the part of the region; a region without them has no default budget.
  const auto sums = region.find_parameter("FIN01");
  if (region.measure_changes.empty() || !sums.valid() || !region.find_parameter("money.share.population").valid())
    return {};
  const region::Parameter& row = region.parameters[sums.index()];
  constexpr double million = 1e6;
  MeasureOptions options;
  options.national = measures::YearlyMoney{first_year, {row.low * million, row.typical * million, row.high * million}};
  options.years = years;
  // A study is of one hazard; over the weighted set of the region `veer choose` and the room choose, in three times the
  // time.
  options.hazards = {{material.options.hazard, 1}};
  options.nodes = 4'000;
  Options run = material.options;
  run.replicas = std::min(run.replicas, replicas_for(material));
  run.progress = {};
  TRY(const auto chooser, MeasureChooser::build(region, options, run));
  auto plan = chooser->choose(options);
  if (!plan && plan.error().kind == ErrorKind::cancelled) return {};  // what is done so far is told without it
  if (!plan) return fail(plan.error());
  findings.measures = *std::move(plan);
  if (material.options.account.empty()) return {};
  TRY(findings.measure_account, account_of(region, material.options.account, chooser->world(), chooser->hazards()));
  return {};
}

}  // namespace veer::study
