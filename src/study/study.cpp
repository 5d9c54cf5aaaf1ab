#include "study/study.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "ensemble/hourly.hpp"
#include "operations/conductor.hpp"
#include "study/chapters.hpp"
#include "study/help.hpp"
#include "study/reach.hpp"
#include "study/support_points.hpp"

namespace veer::study {

namespace {

Result<people::Warmth> temperatures(const region::Region& region, const std::string& season) {
  people::Warmth out;
  const auto outdoor = region.find_parameter("outdoor." + season);
  if (!outdoor.valid())
    return fail(
        {ErrorKind::invalid_input, {"study.parameter.missing", {"outdoor." + season}}, {.table = "parameters"}, {}});
  out.outdoor_c = region.parameters[outdoor.index()].typical;
  if (const auto indoor = region.find_parameter("indoor.start"); indoor.valid())
    out.indoor_c = region.parameters[indoor.index()].typical;
  if (const auto limit = region.find_parameter("warmth.limit"); limit.valid())
    out.limit_c = region.parameters[limit.index()].typical;
  return out;
}

/// Hourly values are whole thousandths of a person in 32 bits, in each municipality too; what does not fit must be
/// split.
Done check_sizes(const region::Region& region, const people::Population& population) {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max() / ensemble::grain;
  const auto& concerned = population.concerned();
  const std::size_t needs = population.needs().size();
  std::vector<std::int64_t> municipality(population.municipalities().size() * needs, 0);
  const auto refuse = [&](const char* key, const std::string& id, std::int64_t people, const char* table) -> Done {
    return fail(
        {ErrorKind::invalid_input, {key, {id, std::to_string(people), std::to_string(most)}}, {.table = table}, {}});
  };
  for (std::size_t i = 0; i < concerned.size(); ++i) {
    if (concerned[i] > most) return refuse("study.area.too_many", region.areas[i / needs].id, concerned[i], "areas");
    municipality[population.municipality_of_area()[i / needs] * needs + i % needs] += concerned[i];
  }
  for (std::size_t i = 0; i < municipality.size(); ++i)
    if (municipality[i] > most)
      return refuse("study.municipality.too_many",
                    region.organisations[population.municipalities()[i / needs].index()].id, municipality[i],
                    "organisations");
  return {};
}

/// Which run this is, for people.
std::string label_of(const region::Region& region, const Scenario& scenario, const Options& options) {
  return "veer " + options.version + ", " + region.id + ", " + region.hazards[scenario.hazard.index()].id + ", " +
         scenario.season + ", --seed " + std::to_string(options.seed) +
         (scenario.means ? ", full model, " + std::string(operations::name_of(scenario.means->order)) : "");
}

}  // namespace

Result<region::HazardId> find_hazard(const region::Region& region, const std::string& id) {
  if (const auto found = region.find_hazard(id)) return *found;
  std::vector<std::string> ids;
  std::string known;
  for (const auto& hazard : region.hazards) {
    ids.push_back(hazard.id);
    known += (known.empty() ? "" : ", ") + hazard.id;
  }
  const std::string near = nearest_word(id, ids);
  if (near.empty())
    return fail({ErrorKind::not_found, {"study.hazard.unknown", {id, known}}, {.table = "hazards"}, {}});
  return fail({ErrorKind::not_found, {"study.hazard.near", {id, near}}, {.table = "hazards"}, {}});
}

Result<Scenario> prepare(const region::Region& region, const Options& options) {
  TRY(const auto hazard, find_hazard(region, options.hazard));
  const region::Hazard& row = region.hazards[hazard.index()];
  const std::string season = options.season.value_or(row.season);
  static constexpr std::array<const char*, 4> seasons{"winter", "spring", "summer", "autumn"};
  if (std::find(seasons.begin(), seasons.end(), season) == seasons.end())
    return fail({ErrorKind::invalid_input, {"study.season.unknown", {season}}, {}, {}});
  TRY(const people::Warmth warmth, temperatures(region, season));
  const bool full =
      !options.core_only && (options.full_model || !operations::full_model_shocks(region, hazard).empty());
  const cascade::RunSettings settings{.hazard = hazard, .seed = options.seed, .full_model = full};
  TRY(auto compiled, cascade::compile(region, settings));
  std::shared_ptr<const operations::Means> means;
  if (full) {
    TRY(auto model, operations::compile(region, settings, std::move(compiled)));
    model.means.order = options.order;
    compiled = std::move(model.compiled);
    means = std::make_shared<const operations::Means>(std::move(model.means));
  }
  TRY_DONE(cascade::choose_engine(compiled.program, options.engine, full));
  std::vector<people::Leaf> leaves;
  for (const auto& leaf : compiled.map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
  TRY(auto population, people::Population::build(region, leaves, warmth, compiled.program.horizon));
  TRY_DONE(check_sizes(region, population));
  return Scenario{
      hazard,          options.start.value_or(row.start), season, warmth, std::move(compiled), std::move(population),
      std::move(means)};
}

std::optional<Message> beyond_core(const region::Region& region, const Scenario& scenario) {
  constexpr std::size_t most_named = 3;
  std::string ids;
  const auto shocks = operations::full_model_shocks(region, scenario.hazard);
  for (std::size_t i = 0; i < std::min(most_named, shocks.size()); ++i) ids += (i == 0 ? "" : ", ") + shocks[i]->id;
  if (shocks.size() > most_named) ids += ", …";
  if (!ids.empty()) return Message{"study.model.shocks", {ids}};
  if (scenario.means) return Message{"study.model.asked", {}};
  const auto& backups = scenario.compiled.program.backups;
  const auto delayed =
      std::count_if(backups.begin(), backups.end(), [](const cascade::Backup& row) { return row.start_delay > 0; });
  if (delayed > 0) return Message{"study.model.start_delay", {std::to_string(delayed)}};
  return std::nullopt;
}

Result<ensemble::Outcome> simulate(const region::Region& region, const Scenario& scenario, const Options& options,
                                   const ensemble::Company& company) {
  return ensemble::run({region, scenario.compiled, scenario.population,
                        scenario.means ? operations::conductors(*scenario.means) : cascade::DirectorMaker{}},
                       {.replicas = options.replicas,
                        .relative_error = options.relative_error,
                        .threads = options.threads,
                        .engine = options.engine,
                        .progress = options.progress,
                        .cancelled = options.cancelled,
                        .label = label_of(region, scenario, options),
                        .keep = options.keep},
                       company);
}

Result<report::Findings> tell(const region::Region& region, const Scenario& scenario, const ensemble::Outcome& outcome,
                              const Options& options, const Texts& texts, const support_points::Plan* plan) {
  report::Findings findings;
  const Material material{region, options, scenario, outcome, Words(region, scenario.compiled, texts)};
  tell_run(material, findings);
  TRY_DONE(tell_people(material, findings));
  tell_services(material, findings);
  tell_continuity(material, findings);
  // The held view knows hits, not who mends them.
  if (options.cut_sets && !scenario.means) TRY_DONE(tell_held(material, findings));
  if (plan != nullptr) tell_support_points(material, *plan, findings, texts);
  if (options.operations) TRY_DONE(tell_operations(material, findings));
  if (options.reach && !region.channels.empty()) {
    TRY(findings.reach, tell_reach(region, scenario, options, {}, texts));
  }
  if (options.reach && !region.decisions.empty()) {
    TRY(findings.decision_clock, tell_decision_clock(region, options, {}, texts));
  }
  if (options.help) {
    TRY(findings.help, tell_help(region, scenario, options, texts, plan));
  }
  if (options.measures) TRY_DONE(tell_measures(material, findings));
  TRY_DONE(tell_consequences(material, findings));
  tell_influence(material, findings);
  tell_sensitivity(material, findings);
  tell_backtest(material.words, findings);
  tell_certainty(material, findings);
  return findings;
}

Result<report::Findings> run(const region::Region& bare, const Options& options, const Texts& texts) {
  TRY(const auto plan, plan_support_points(bare, options));
  region::Region region = bare;
  if (plan) {
    TRY(region, with_support_points(std::move(region), *plan, options));
  }
  TRY(const Scenario scenario, prepare(region, options));
  TRY(const ensemble::Outcome outcome, simulate(region, scenario, options));
  return tell(region, scenario, outcome, options, texts, plan ? &*plan : nullptr);
}

}  // namespace veer::study
