#include "study/measure_world.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "base/text.hpp"
#include "operations/conductor.hpp"

namespace veer::study {

namespace {

double weight_of(const region::Region& region, const std::string& id) {
  const auto found = region.find_parameter(id);
  return found.valid() ? region.parameters[found.index()].typical : 1;
}

/// Whether a measure of the package changes what people have at home.
bool touches_people(const region::Region& region, const std::vector<std::size_t>& measures) {
  return std::any_of(region.measure_changes.begin(), region.measure_changes.end(), [&](const auto& change) {
    if (!std::binary_search(measures.begin(), measures.end(), change.measure)) return false;
    if (change.table == "areas") return true;
    // A reserve, and the thermal time constant of a home.
    return change.table == "parameters" && std::any_of(change.rows.begin(), change.rows.end(), [](const auto& row) {
             return row.starts_with("reserve.") || row.starts_with("HEA") || row.starts_with("outdoor.") ||
                    row.starts_with("indoor.") || row.starts_with("warmth.");
           });
  });
}

/// What stands behind the last slash of the id of a process.
std::string kind_of(const std::string& process) { return process.substr(process.rfind('/') + 1); }

Error unknown_weight(const std::string& asked, const std::vector<std::string>& known) {
  const std::string near = nearest_word(asked, known);
  if (near.empty()) return {ErrorKind::not_found, {"study.weight.missing", {asked}}, {}, {}};
  return {ErrorKind::not_found, {"study.weight.unknown", {asked, near}}, {}, {}};
}

}  // namespace

Result<MeasureWeights> measure_weights(const region::Region& region, const std::vector<region::ServiceId>& needs,
                                       const std::map<std::string, double>& asked) {
  MeasureWeights out;
  std::vector<std::string> known;
  const auto own = [&](const std::string& kind, const std::string& id) -> std::optional<double> {
    known.push_back(kind + id);
    const auto found = asked.find(known.back());
    return found == asked.end() ? std::nullopt : std::optional(found->second);
  };
  for (const region::ServiceId need : needs) {
    const std::string& id = region.services[need.index()].id;
    out.need.push_back(own("need=", id).value_or(weight_of(region, "choice.weight." + id)));
  }
  for (const region::Process& process : region.processes) {
    const std::string kind = kind_of(process.id);
    const bool of_itself = region.find_parameter("choice.process." + process.id).valid();
    const auto of_kind = own("process=", kind);
    const auto of_process = own("process=", process.id);
    out.process.push_back(of_process ? *of_process
                          : of_kind  ? *of_kind
                                     : weight_of(region, "choice.process." + (of_itself ? process.id : kind)));
  }
  for (const auto& [id, weight] : asked) {
    if (std::find(known.begin(), known.end(), id) == known.end()) return fail(unknown_weight(id, known));
    if (!std::isfinite(weight) || weight < 0)
      return fail({ErrorKind::invalid_input, {"study.weight.figure", {id, canonical_number(weight)}}, {}, {}});
  }
  return out;
}

Result<std::unique_ptr<MeasureWorld>> MeasureWorld::build(const region::Region& region,
                                                          const std::vector<std::string>& hazards,
                                                          const Options& options,
                                                          const std::map<std::string, double>& weights) {
  std::unique_ptr<MeasureWorld> out(new MeasureWorld(region, options));
  TRY(out->dormant_, out->book_.with_dormant(region));
  TRY(const region::Region supplied, out->book_.with_suppliers(region));
  for (const std::string& hazard : hazards) {
    Options own = options;
    own.hazard = hazard;
    HazardWorld world;
    world.hazard = hazard;
    TRY(const region::HazardId id, find_hazard(region, hazard));
    if (options.full_model || !operations::full_model_shocks(region, id).empty()) {
      own.progress = {};
      // What stands ready but supplies nobody would call for fuel: here it is not there until its measure is.
      TRY(region::Region bare, out->book_.with(region, {}, false));
      TRY(world.full_model, FullModelPackages::build(std::move(bare), own));
      out->hazards_.push_back(std::move(world));
      out->any_full_model_ = true;
      continue;
    }
    TRY(auto scenario, prepare(out->dormant_, own));
    TRY(const auto order, cascade::compile(supplied, {scenario.hazard, options.seed}));
    world.scenario = std::make_unique<Scenario>(std::move(scenario));
    world.world = std::make_unique<ensemble::World>(
        ensemble::World{out->dormant_, world.scenario->compiled, world.scenario->population});
    world.comparison =
        std::make_unique<ensemble::Comparison>(*world.world, order.program, options.replicas, options.threads);
    out->hazards_.push_back(std::move(world));
  }
  TRY(out->weights_, measure_weights(region, out->needs(), weights));
  return out;
}

const std::vector<region::OrganisationId>& MeasureWorld::municipalities() const {
  return hazards_.front().population().municipalities();
}

const std::vector<region::ServiceId>& MeasureWorld::needs() const { return hazards_.front().population().needs(); }

measures::Effects MeasureWorld::effects_of(const ensemble::Tally& tally) const {
  measures::Effects out;
  out.unmet.assign(tally.replicas, 0);
  out.gaps.assign(tally.replicas, 0);
  out.municipality.assign(tally.municipalities, std::vector<double>(tally.replicas, 0));
  for (std::uint32_t replica = 0; replica < tally.replicas; ++replica) {
    for (std::size_t m = 0; m < tally.municipalities; ++m) {
      double sum = 0;
      for (std::size_t need = 0; need < tally.needs; ++need)
        sum += weights_.need[need] * static_cast<double>(tally.unmet_of(replica, m, need)) / minutes_per_hour;
      out.municipality[m][replica] = sum;
      out.unmet[replica] += sum;
    }
    for (std::size_t p = 0; p < weights_.process.size(); ++p)
      if (tally.exceeded[p * tally.replicas + replica] != 0) out.gaps[replica] += weights_.process[p];
  }
  return out;
}

Result<measures::Effects> MeasureWorld::effects_under(const HazardWorld& hazard, const region::Region& changed,
                                                      bool people) const {
  if (people) {
    Options own = options_;
    own.hazard = hazard.hazard;
    own.progress = {};
    TRY(const Scenario scenario, prepare(changed, own));
    return effects_of(hazard.comparison->of({changed, scenario.compiled, scenario.population}));
  }
  TRY(const auto compiled, cascade::compile(changed, {hazard.scenario->hazard, options_.seed}));
  TRY_DONE(cascade::choose_engine(compiled.program, cascade::EngineKind::automatic));
  return effects_of(hazard.comparison->of({changed, compiled, hazard.scenario->population}));
}

Result<std::vector<measures::Effects>> MeasureWorld::effects_with(const std::vector<std::size_t>& measures,
                                                                  region::Uptake uptake) const {
  region::Region changed;  // for the core: with what stands ready in it
  if (std::any_of(hazards_.begin(), hazards_.end(), [](const HazardWorld& hazard) { return !hazard.full_model; })) {
    TRY(changed, book_.with(dormant_, measures, true, uptake));
  }
  const bool people = touches_people(region_, measures);
  const auto played = [&](const HazardWorld& hazard) -> Result<measures::Effects> {
    if (!hazard.full_model) return effects_under(hazard, changed, people);
    TRY(region::Region whole, book_.with(region_, measures, false, uptake));
    TRY(const ensemble::Tally tally, hazard.full_model->of(measures, std::move(whole)));
    return effects_of(tally);
  };
  std::vector<Result<measures::Effects>> found(hazards_.size());
  // Compiling is the work of one thread: side by side the hazards leave no core idle.
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t h = next++; h < hazards_.size(); h = next++) found[h] = played(hazards_[h]);
  };
  std::vector<std::thread> threads;
  for (std::size_t t = 1; t < std::min(options_.threads, hazards_.size()); ++t) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  std::vector<measures::Effects> out;
  for (auto& one : found) {
    if (!one) return fail(one.error());
    out.push_back(*std::move(one));
  }
  return out;
}

Result<std::vector<measures::Effects>> MeasureWorld::effects(std::vector<std::size_t> measures) {
  std::erase_if(measures, [this](std::size_t measure) { return !expressed(measure); });
  std::sort(measures.begin(), measures.end());
  if (const auto found = known_.find(measures); found != known_.end()) return found->second;
  std::vector<measures::Effects> out;
  if (measures.empty()) {
    for (const HazardWorld& hazard : hazards_)
      out.push_back(effects_of(hazard.full_model ? hazard.full_model->base() : hazard.comparison->base()));
  } else {
    TRY(out, effects_with(measures, region::Uptake::expected));
  }
  return known_.emplace(std::move(measures), std::move(out)).first->second;
}

Result<std::optional<std::vector<measures::Effects>>> MeasureWorld::effects_taken_up(std::vector<std::size_t> measures,
                                                                                     region::Uptake uptake) {
  std::erase_if(measures, [this](std::size_t measure) { return !expressed(measure); });
  std::sort(measures.begin(), measures.end());
  if (std::none_of(measures.begin(), measures.end(), [this](std::size_t one) { return book_.has_uptake(one); }))
    return std::nullopt;
  TRY(auto out, effects_with(measures, uptake));
  return std::optional(std::move(out));
}

Result<std::vector<measures::Effects>> MeasureWorld::effects_anew(const std::vector<std::size_t>& measures) const {
  TRY(const region::Region changed, book_.with(region_, measures, false));
  std::vector<measures::Effects> out;
  for (const HazardWorld& hazard : hazards_) {
    Options own = options_;
    own.hazard = hazard.hazard;
    TRY(const Scenario scenario, prepare(changed, own));
    out.push_back(effects_of(
        ensemble::tally({changed, scenario.compiled, scenario.population,
                         scenario.means ? operations::conductors(*scenario.means) : cascade::DirectorMaker{}},
                        options_.replicas, options_.threads)));
  }
  return out;
}

}  // namespace veer::study
