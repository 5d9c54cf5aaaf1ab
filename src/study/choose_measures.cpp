#include "study/choose_measures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/text.hpp"
#include "geo/polygon.hpp"
#include "measures/mip_model.hpp"
#include "operations/means.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

using measures::Phasing;
using measures::Problem;
using measures::Rule;
using measures::Solution;
using measures::Status;

Error bad(const char* key, std::vector<std::string> arguments, std::string table = {}) {
  return {ErrorKind::invalid_input, {key, std::move(arguments)}, {.table = std::move(table)}, {}};
}

Result<double> parameter(const region::Region& region, const std::string& id, const std::string& end = "typical") {
  const auto found = region.find_parameter(id);
  if (!found.valid()) return fail(bad("study.parameter.missing", {id}, "parameters"));
  const region::Parameter& row = region.parameters[found.index()];
  return end == "low" ? row.low : end == "high" ? row.high : row.typical;
}

Result<std::size_t> measure_of(const region::Region& region, const std::string& id) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < region.measures.size(); ++i) {
    if (region.measures[i].id == id) return i;
    ids.push_back(region.measures[i].id);
  }
  const std::string near = nearest_word(id, ids);
  if (near.empty()) return fail({ErrorKind::not_found, {"study.measure.missing", {id}}, {.table = "measures"}, {}});
  return fail({ErrorKind::not_found, {"study.measure.unknown", {id, near}}, {.table = "measures"}, {}});
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) /
         static_cast<double>(std::max<std::size_t>(1, values.size()));
}

std::vector<std::size_t> begins_in(const Phasing& phasing, std::size_t year) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < phasing.size(); ++i)
    if (phasing[i] == year) out.push_back(i);
  return out;
}

}  // namespace

Result<Weights> summing_to_one(Weights weights) {
  double sum = 0;
  for (const auto& [id, weight] : weights) sum += weight;
  if (sum <= 0) return fail(bad("study.choice.weights", {}));
  for (auto& [id, weight] : weights) weight /= sum;
  return weights;
}

namespace {

/// Those of the question, else those the region weighs, else that of the run.
Weights hazards_of(const region::Region& region, const MeasureOptions& options, const Options& run) {
  Weights out = options.hazards;
  if (out.empty())
    for (const region::Hazard& hazard : region.hazards)
      if (const auto weight = region.find_parameter("choice.hazard." + hazard.id); weight.valid())
        out.emplace_back(hazard.id, region.parameters[weight.index()].typical);
  if (out.empty()) out.emplace_back(run.hazard, 1);
  return out;
}

/// A century: nothing of a plan lies behind it.
constexpr double most_lead_months = 1200;

/// As many as a plan of the future says anything about, and as the command line and the web application offer.
constexpr std::size_t most_years = 12;

/// A cost or lead time as it is asked about, or that of the region. @errors invalid_input: negative, not finite
Result<double> figure(const std::string& measure, const std::optional<double>& asked, double of_region) {
  if (!asked) return of_region;
  if (!std::isfinite(*asked) || *asked < 0)
    return fail(bad("study.measure.figure", {measure, canonical_number(*asked)}));
  return *asked;
}

std::string month_text(int first_year, int months) {
  const int month = months % 12 + 1;
  return std::to_string(first_year + months / 12) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

}  // namespace

std::uint32_t usual_replicas(const region::Region& region, const MeasureOptions& options, const Options& run,
                             std::uint32_t core) {
  const Weights hazards = hazards_of(region, options, run);
  const bool full = run.full_model || std::any_of(hazards.begin(), hazards.end(), [&](const auto& hazard) {
                      const auto id = region.find_hazard(hazard.first);
                      return id && !operations::full_model_shocks(region, *id).empty();
                    });
  return full ? std::max(2U, core / 4) : core;
}

report::Measured shown(const measures::Number& number) { return {number.value, number.standard_error}; }

report::MeasureWorth shown(const measures::Worth& worth) {
  return {shown(worth.unmet), shown(worth.tail), shown(worth.gaps), shown(measures::least_served(worth))};
}

Result<measures::YearlyMoney> money_of(const region::Region& region, const MeasureOptions& options,
                                       const std::string& scenario) {
  if (options.budget.has_value() == options.national.has_value()) return fail(bad("study.money.one", {}));
  measures::YearlyMoney out = options.budget ? *options.budget : *options.national;
  while (options.years > out.eur.size()) out.eur.push_back(out.eur.back());
  if (out.eur.size() > most_years)
    return fail(bad("study.money.years", {std::to_string(out.eur.size()), std::to_string(most_years)}));
  const std::string key =
      std::string("money.share.") + measures::key_names[static_cast<std::size_t>(options.region_key)];
  const std::string end = scenario == "low" || scenario == "high" ? scenario : "typical";
  if (options.national) {
    TRY(const double share, parameter(region, key, end));
    for (double& amount : out.eur) amount *= share;
  } else if (end != "typical") {
    // The same spread around a sum that is given for the region itself.
    TRY(const double share, parameter(region, key, end));
    TRY(const double usual, parameter(region, key));
    if (usual <= 0) return fail(bad("measures.key.empty", {key}));
    for (double& amount : out.eur) amount *= share / usual;
  }
  if (scenario == "cut") {
    TRY(const double cut, parameter(region, "money.cut.region"));
    for (std::size_t year = 1; year < out.eur.size(); ++year) out.eur[year] = std::max(0.0, out.eur[year] - cut * 1e6);
  }
  if (scenario == "stops")
    for (std::size_t year = 1; year < out.eur.size(); ++year) out.eur[year] = 0;
  return out;
}

/// Who pays, and from what.
struct MeasureChooser::Payers {
  measures::YearlyMoney money;            ///< of the region
  std::vector<bool> of_region;            ///< by payer: its budget is (part of) that money
  std::vector<std::string> ids;           ///< payer → organisation
  std::vector<std::size_t> municipality;  ///< payers that are municipalities, in the order of the world's
  std::vector<double> key;                ///< by municipality of the world
  std::size_t cashier = 0;
};

Result<std::unique_ptr<MeasureChooser>> MeasureChooser::build(const region::Region& region,
                                                              const MeasureOptions& options, const Options& run) {
  if (region.measures.empty()) return fail(bad("study.measures.none", {region.id}, "measures"));
  std::unique_ptr<MeasureChooser> out(new MeasureChooser(region, run));
  TRY(out->hazards_, summing_to_one(hazards_of(region, options, run)));
  std::vector<std::string> ids;
  for (const auto& [id, weight] : out->hazards_) ids.push_back(id);
  TRY(out->world_, MeasureWorld::build(region, ids, run, options.weights));
  return out;
}

Done MeasureChooser::weigh(const MeasureOptions& options) {
  if (options.hazards.empty()) return {};
  const bool same = std::equal(options.hazards.begin(), options.hazards.end(), hazards_.begin(), hazards_.end(),
                               [](const auto& a, const auto& b) { return a.first == b.first; });
  ENSURE(same, "a question is about the hazards that its chooser was built with, in their order");
  TRY(hazards_, summing_to_one(options.hazards));
  return {};
}

Result<std::vector<measures::KeyFacts>> MeasureChooser::key_facts(const MeasureOptions& options) const {
  std::vector<measures::KeyFacts> out;
  for (const region::OrganisationId id : world_->municipalities()) {
    measures::KeyFacts facts;
    facts.id = region_.organisations[id.index()].id;
    for (const region::Area& area : region_.areas)
      if (area.municipality == id) {
        facts.residents += area.residents;
        facts.area_km2 += geo::area_m2(area.outline) / 1e6;
      }
    for (const region::Zone& zone : region_.zones)
      if (region_.areas[zone.area.index()].municipality == id)
        for (const region::Group group :
             {region::Group::over_65, region::Group::dependent_care, region::Group::low_income})
          facts.vulnerable += zone.groups[static_cast<std::size_t>(group)];
    if (const auto own = options.own_shares.find(facts.id); own != options.own_shares.end())
      facts.own_share = own->second;
    out.push_back(std::move(facts));
  }
  for (const auto& [id, share] : options.own_shares)
    if (std::none_of(out.begin(), out.end(), [&](const auto& facts) { return facts.id == id; }))
      return fail({ErrorKind::not_found, {"study.money.municipality", {id}}, {.table = "organisations"}, {}});
  return out;
}

measures::Evaluate MeasureChooser::evaluate() {
  return [this](const std::vector<std::size_t>& package) -> Result<std::vector<measures::Effects>> {
    std::vector<std::size_t> rows;
    for (const std::size_t candidate : package) rows.push_back(candidates_[candidate]);
    auto effects = world_->effects(std::move(rows));
    // Each measure alone, about as many while buying one by one, and each beside the package found: more only where
    // there are more rounds.
    const auto expected = static_cast<std::uint32_t>(3 * candidates_.size() + 1);
    if (run_.progress) run_.progress(std::min(static_cast<std::uint32_t>(world_->played()), expected), expected);
    return effects;
  };
}

Result<measures::Worth> MeasureChooser::taken_up(const measures::Problem& frame, std::size_t candidate,
                                                 region::Uptake uptake, const std::vector<double>& weights) {
  const auto rows_of = [&](const std::vector<std::size_t>& package) {
    std::vector<std::size_t> rows;
    for (const std::size_t one : package) rows.push_back(candidates_[one]);
    return rows;
  };
  TRY(const auto less, world_->effects(rows_of(measures::with_needs(frame, frame.candidates[candidate].needs))));
  TRY(const auto more, world_->effects_taken_up(rows_of(measures::with_needs(frame, {candidate})), uptake));
  std::vector<measures::Worth> by_hazard;
  for (std::size_t h = 0; more && h < less.size(); ++h) by_hazard.push_back(measures::worth_of(less[h], (*more)[h]));
  return measures::weighted(by_hazard, weights);
}

Result<measures::Question> MeasureChooser::question(const MeasureOptions& options, Payers& payers) {
  TRY_DONE(weigh(options));
  TRY(payers.money, money_of(region_, options, options.money));
  TRY(const auto facts, key_facts(options));
  TRY(payers.key, measures::shares(options.key, facts));
  const std::size_t years = payers.money.eur.size();
  const auto payer_of = [&](const std::string& id) {
    const auto found = std::find(payers.ids.begin(), payers.ids.end(), id);
    if (found == payers.ids.end()) payers.ids.push_back(id);
    return static_cast<std::size_t>(std::find(payers.ids.begin(), payers.ids.end(), id) - payers.ids.begin());
  };
  std::string cashier;
  for (const region::Organisation& organisation : region_.organisations)
    if (organisation.kind == region::OrganisationKind::safety_region && cashier.empty()) cashier = organisation.id;
  if (cashier.empty()) cashier = facts.front().id;
  payers.cashier = payer_of(cashier);
  for (const auto& one : facts) payers.municipality.push_back(payer_of(one.id));
  const std::size_t outside = payers.ids.size();  // from here on
  for (const auto& [id, own] : options.payers)
    if (std::none_of(region_.organisations.begin(), region_.organisations.end(),
                     [&](const auto& row) { return row.id == id; }))
      return fail({ErrorKind::not_found, {"study.money.payer", {id}}, {.table = "organisations"}, {}});

  // Measures that others pay are theirs to decide, unless their money is given.
  candidates_.clear();
  std::vector<std::optional<std::size_t>> candidate_of(region_.measures.size());
  const auto inside = [&](const region::Measure& measure) {
    const std::string& id = region_.organisations[measure.payer.index()].id;
    return id == cashier || options.payers.contains(id) ||
           std::any_of(facts.begin(), facts.end(), [&](const auto& one) { return one.id == id; });
  };
  for (std::size_t i = 0; i < region_.measures.size(); ++i)
    if (inside(region_.measures[i]) || options.others) {
      candidate_of[i] = candidates_.size();
      candidates_.push_back(i);
    }
  measures::Question out;
  Problem& frame = out.frame;
  frame.years = years;
  frame.year_weight.assign(years, 1.0 / static_cast<double>(years));
  frame.carry_over = options.carry_over;
  for (const std::size_t i : candidates_) {
    payer_of(region_.organisations[region_.measures[i].payer.index()].id);
  }
  frame.payers = payers.ids.size();
  for (const std::size_t i : candidates_) {
    const region::Measure& row = region_.measures[i];
    measures::Candidate candidate;
    candidate.id = row.id;
    candidate.once_eur = row.cost_once_eur;
    candidate.year_eur = row.cost_year_eur;
    candidate.lead_months = static_cast<int>(std::ceil(row.lead_time_months));
    candidate.payer_share.assign(frame.payers, 0);
    const std::size_t payer = payer_of(region_.organisations[row.payer.index()].id);
    const bool of_municipality =
        std::find(payers.municipality.begin(), payers.municipality.end(), payer) != payers.municipality.end();
    if (options.direct && payer == payers.cashier) {
      for (std::size_t m = 0; m < facts.size(); ++m) candidate.payer_share[payers.municipality[m]] += payers.key[m];
    } else if (!options.direct && of_municipality && payer != payers.cashier) {
      // A municipality with money of its own is not paid for by the region, unless part of it is.
      const bool pays_all = options.co_funding == 0 && options.payers.contains(payers.ids[payer]);
      const double own_part = pays_all ? 1 : options.co_funding;
      candidate.payer_share[payers.cashier] = 1 - own_part;
      candidate.payer_share[payer] += own_part;
    } else {
      candidate.payer_share[payer] = 1;
    }
    const auto listed = [&](const std::vector<std::string>& ids, std::vector<std::size_t>& into) -> Done {
      for (const std::string& id : ids) {
        TRY(const std::size_t other, measure_of(region_, id));
        if (candidate_of[other]) {
          into.push_back(*candidate_of[other]);
        } else if (&ids == &row.requires_measures) {
          candidate.barred = true;  // what it needs is not ours to decide
        }
      }
      return {};
    };
    TRY_DONE(listed(row.requires_measures, candidate.needs));
    TRY_DONE(listed(row.excludes_measures, candidate.excludes));
    frame.candidates.push_back(std::move(candidate));
  }
  for (const auto& [id, cost] : options.costs) {
    TRY(const std::size_t measure, measure_of(region_, id));
    const region::Measure& row = region_.measures[measure];
    TRY(const double once_eur, figure(id, cost.once_eur, row.cost_once_eur));
    TRY(const double year_eur, figure(id, cost.year_eur, row.cost_year_eur));
    TRY(const double lead_months, figure(id, cost.lead_months, row.lead_time_months));
    if (!candidate_of[measure]) continue;  // not ours to pay
    measures::Candidate& candidate = frame.candidates[*candidate_of[measure]];
    candidate.once_eur = once_eur;
    candidate.year_eur = year_eur;
    candidate.lead_months = static_cast<int>(std::ceil(std::min(lead_months, most_lead_months)));
  }
  for (const auto& [id, year] : options.begun) {
    TRY(const std::size_t measure, measure_of(region_, id));
    const int index = year - payers.money.first_year;
    if (!candidate_of[measure]) return fail(bad("study.measure.not_asked", {id}, "measures"));
    if (index < 0 || index >= static_cast<int>(years))
      return fail(bad("study.measure.year", {id, std::to_string(year), std::to_string(payers.money.first_year),
                                             std::to_string(payers.money.first_year + static_cast<int>(years) - 1)}));
    frame.candidates[*candidate_of[measure]].begun = static_cast<std::size_t>(index);
  }
  for (const std::string& id : options.barred) {
    TRY(const std::size_t measure, measure_of(region_, id));
    if (candidate_of[measure]) frame.candidates[*candidate_of[measure]].barred = true;
  }
  frame.budget.assign(frame.payers, std::vector<double>(years, measures::unlimited));
  // Money of another in the years of the plan; its last sum goes on.
  const auto in_years = [&](const std::string& id, const measures::YearlyMoney& own) -> Result<std::vector<double>> {
    const int ahead = payers.money.first_year - own.first_year;
    if (ahead < 0)
      return fail(bad("study.money.payer_year", {id, std::to_string(payers.money.first_year)}, "organisations"));
    std::vector<double> out_eur;
    for (std::size_t y = 0; y < years; ++y)
      out_eur.push_back(own.eur[std::min(static_cast<std::size_t>(ahead) + y, own.eur.size() - 1)]);
    return out_eur;
  };
  if (options.others)
    for (std::size_t p = outside; p < frame.payers; ++p) {
      TRY(frame.budget[p], in_years(payers.ids[p], *options.others));
    }
  payers.of_region.assign(frame.payers, false);
  if (options.direct) {
    for (std::size_t m = 0; m < facts.size(); ++m) {
      payers.of_region[payers.municipality[m]] = true;
      for (std::size_t y = 0; y < years; ++y)
        frame.budget[payers.municipality[m]][y] = payers.key[m] * payers.money.eur[y];
    }
  } else {
    payers.of_region[payers.cashier] = true;
    frame.budget[payers.cashier] = payers.money.eur;
  }
  for (const auto& [id, own] : options.payers) {
    TRY(auto sums, in_years(id, own));
    const auto found = std::find(payers.ids.begin(), payers.ids.end(), id);
    if (found == payers.ids.end()) continue;  // nothing is asked of it
    const auto payer = static_cast<std::size_t>(found - payers.ids.begin());
    frame.budget[payer] = std::move(sums);
    payers.of_region[payer] = false;
  }
  for (const auto& [id, weight] : hazards_) out.hazard_weight.push_back(weight);
  for (const auto& one : facts) out.municipality.push_back(one.id);
  out.rule = options.rule;
  out.minimum_share = options.minimum_share;
  out.effort.nodes = options.nodes;
  out.rounds = options.rounds;
  out.cancelled = run_.cancelled;
  return out;
}

Result<mip::Model> MeasureChooser::surrogate(const MeasureOptions& options) {
  Payers payers;
  TRY(const auto asked, question(options, payers));
  measures::Workshop workshop(asked, evaluate());
  TRY(const auto alone, workshop.marginals({}));
  return measures::to_mip(workshop.problem(options.rule, alone));
}

Result<report::MeasurePlan> MeasureChooser::choose(const MeasureOptions& options,
                                                   const std::function<bool()>& cancelled) {
  Payers payers;
  TRY(auto asked, question(options, payers));
  if (cancelled) asked.cancelled = cancelled;
  const Problem& frame = asked.frame;
  measures::Workshop workshop(asked, evaluate());
  TRY(auto chosen, workshop.choose(options.rule));
  if (chosen.surrogate.status == Status::infeasible) return fail(bad("study.measures.nothing", {}));
  if (chosen.surrogate.status == Status::unknown) return fail(bad("study.measures.not_found", {}));
  TRY(const auto alone, workshop.marginals({}));
  measures::SideBySide beside;
  if (options.extras) {
    TRY(beside, measures::side_by_side(workshop, asked, sideways(options, payers, frame), chosen));
  }
  const Problem surrogate = workshop.problem(options.rule, chosen.worths);
  const Phasing& phasing = chosen.played.phasing;

  report::MeasurePlan out;
  out.rule = measures::rule_names[static_cast<std::size_t>(options.rule)];
  out.status = chosen.surrogate.status == Status::optimal ? "optimal" : "feasible";
  out.key = measures::key_names[static_cast<std::size_t>(options.key)];
  out.direct = options.direct;
  out.carry_over = options.carry_over;
  out.replicas = run_.replicas;
  out.value = shown(chosen.value);
  out.surrogate = chosen.surrogate.value;
  out.bound = chosen.surrogate.bound;
  // Regret is a share of what is borne already: its gap is told in the same shares, not as a part of what may be 0.
  out.gap = options.rule == Rule::regret ? std::max(0.0, out.bound - out.surrogate) : chosen.surrogate.gap();
  out.surrogate_of_plan = measures::value_of(surrogate, phasing);
  out.tail_replicas = measures::tail_size(run_.replicas);
  out.minimum = options.minimum_share;
  for (const double share : workshop.below_minimum(chosen.played))
    out.below_minimum = std::max(out.below_minimum, share);
  out.worth = shown(chosen.played.worth);
  out.cost_eur = chosen.played.cost_eur;
  const auto value = region_.find_parameter("choice.euro_per_person_hour");
  out.euro_per_hour = value.valid() ? region_.parameters[value.index()].typical : 0;
  if (const double yearly = chosen.played.worth.unmet.value * out.euro_per_hour; yearly > 0)
    out.break_even = chosen.played.cost_eur / static_cast<double>(frame.years) / yearly;

  if (chosen.bought) {
    out.one_by_one.emplace();
    for (const std::size_t candidate : chosen.bought->order) out.one_by_one->order.push_back(candidates_[candidate]);
    out.one_by_one->value = workshop.value(options.rule, chosen.bought->played).value;
    out.one_by_one->valued = chosen.bought->asked;
  }

  const auto& base = workshop.base();
  for (std::size_t h = 0; h < hazards_.size(); ++h) {
    const region::Hazard& row = region_.hazards[region_.find_hazard(hazards_[h].first)->index()];
    out.hazards.push_back({row.id,
                           {row.name_nl, row.name_en},
                           hazards_[h].second,
                           world_->full_model(h),
                           mean(base[h].unmet),
                           measures::tail_mean(base[h].unmet),
                           mean(base[h].gaps),
                           chosen.played.by_hazard[h].unmet.value});
  }
  const auto name = [&](region::OrganisationId id) { return region_.organisations[id.index()].name; };
  const int first_year = payers.money.first_year;
  std::vector<std::optional<std::size_t>> candidate_of(region_.measures.size());
  for (std::size_t c = 0; c < candidates_.size(); ++c) candidate_of[candidates_[c]] = c;
  for (std::size_t i = 0; i < region_.measures.size(); ++i) {
    const region::Measure& row = region_.measures[i];
    report::MeasureFinding finding;
    finding.id = row.id;
    finding.name = {row.name_nl, row.name_en};
    finding.owner = name(row.owner);
    finding.payer = name(row.payer);
    finding.accountable = name(row.accountable);
    finding.consulted = row.consulted;
    finding.informed = row.informed;
    finding.track = text_of(row.track);
    static constexpr std::array<const char*, 3> phases{"before", "first_72h", "after"};
    finding.phase = phases[static_cast<std::size_t>(row.phase)];
    finding.task = row.task;
    finding.change = row.change;
    finding.confidence = text_of(row.provenance.confidence);
    finding.pillar = row.pillar;
    const auto other = options.costs.find(row.id);
    const MeasureCost cost = other == options.costs.end() ? MeasureCost{} : other->second;
    finding.once_eur = cost.once_eur.value_or(row.cost_once_eur);
    finding.year_eur = cost.year_eur.value_or(row.cost_year_eur);
    finding.lead_months = cost.lead_months.value_or(row.lead_time_months);
    finding.needs = row.requires_measures;
    finding.excludes = row.excludes_measures;
    finding.expressed = world_->expressed(i);
    finding.asked = candidate_of[i].has_value();
    if (candidate_of[i]) {
      const std::size_t c = *candidate_of[i];
      if (finding.expressed) {
        const measures::Worth own = measures::weighted(alone[c], asked.hazard_weight);
        finding.worth = shown(own);
        finding.municipality = own.municipality;
        if (options.extras && world_->has_uptake(i)) {
          TRY(const auto few, taken_up(frame, c, region::Uptake::low, asked.hazard_weight));
          TRY(const auto many, taken_up(frame, c, region::Uptake::high, asked.hazard_weight));
          finding.worth_few = shown(few);
          finding.worth_many = shown(many);
        }
      }
      for (std::size_t y = 0; y < frame.years; ++y) finding.cost_eur += measures::cost_in(frame.candidates[c], 0, y);
      if (phasing[c]) {
        for (std::size_t y = 0; y < frame.years; ++y)
          finding.planned_eur += measures::cost_in(frame.candidates[c], *phasing[c], y);
        finding.year = first_year + static_cast<int>(*phasing[c]);
        const int months = 12 * static_cast<int>(*phasing[c]) + frame.candidates[c].lead_months;
        if (months < 12 * static_cast<int>(frame.years)) finding.working_from = month_text(first_year, months);
      }
    }
    out.measures.push_back(std::move(finding));
  }
  const auto rows_of = [&](const std::vector<std::size_t>& some) {
    std::vector<std::size_t> rows;
    for (const std::size_t candidate : some) rows.push_back(candidates_[candidate]);
    return rows;
  };
  const auto spent = measures::spending(frame, phasing);
  for (std::size_t y = 0; y < frame.years; ++y) {
    report::MeasureYear year;
    year.year = first_year + static_cast<int>(y);
    year.begins = rows_of(begins_in(phasing, y));
    for (std::size_t p = 0; p < frame.payers; ++p) {
      year.cost_eur += spent[p][y];
      if (!payers.of_region[p]) year.others_eur += spent[p][y];
    }
    year.budget_eur = payers.money.eur[y];
    year.saved = chosen.played.unmet_by_year[y];
    out.years.push_back(std::move(year));
  }
  for (std::size_t p = 0; p < frame.payers; ++p) {
    report::PayerFinding payer;
    payer.id = payers.ids[p];
    const auto row = std::find_if(region_.organisations.begin(), region_.organisations.end(),
                                  [&](const auto& other) { return other.id == payer.id; });
    payer.name = row->name;
    double left = 0;
    double asked_sum = 0;
    for (std::size_t y = 0; y < frame.years; ++y) {
      if (frame.carry_over && payers.of_region[p]) out.years[y].kept_eur += left;
      report::PayerYear year{
          .year = first_year + static_cast<int>(y), .asked_eur = spent[p][y], .available_eur = {}, .gap_eur = 0};
      if (std::isfinite(frame.budget[p][y])) {
        left = (frame.carry_over ? left : 0) + frame.budget[p][y];
        year.available_eur = frame.budget[p][y];
        year.gap_eur = std::max(0.0, spent[p][y] - left);
        left = std::max(0.0, left - spent[p][y]);
      } else {
        year.gap_eur = spent[p][y];
      }
      if (payers.of_region[p]) out.years[y].gap_eur += year.gap_eur;
      asked_sum += spent[p][y];
      payer.years.push_back(year);
    }
    if (asked_sum > 0 || std::isfinite(frame.budget[p][0])) out.payers.push_back(std::move(payer));
  }
  const auto& municipalities = world_->municipalities();
  std::string cashier;
  for (const region::Organisation& row : region_.organisations)
    if (row.id == payers.ids[payers.cashier]) cashier = row.name;
  for (std::size_t m = 0; m < municipalities.size(); ++m) {
    report::MunicipalityWorth row{.id = region_.organisations[municipalities[m].index()].id,
                                  .name = name(municipalities[m]),
                                  .borne = 0,
                                  .saved = chosen.played.worth.municipality[m],
                                  .asked_eur = 0,
                                  .saved_by_year = {},
                                  .key_share = payers.key[m],
                                  .direct_eur = 0,
                                  .own_eur = 0};
    for (const auto& year : chosen.played.municipality_by_year) row.saved_by_year.push_back(year[m]);
    for (const report::MeasureFinding& measure : out.measures) {
      if (!measure.year) continue;
      if (measure.payer == row.name) row.own_eur += measure.planned_eur;
      if (measure.payer == cashier) row.direct_eur += payers.key[m] * measure.planned_eur;
    }
    row.direct_eur += row.own_eur;
    for (std::size_t h = 0; h < hazards_.size(); ++h) row.borne += hazards_[h].second * mean(base[h].municipality[m]);
    for (const double amount : spent[payers.municipality[m]]) row.asked_eur += amount;
    out.municipalities.push_back(std::move(row));
  }
  for (std::size_t n = 0; n < world_->weights().need.size(); ++n) {
    const auto need = world_->needs()[n];
    out.weights.emplace_back(region_.services[need.index()].id, world_->weights().need[n]);
  }
  if (options.extras) tell_beside(beside, workshop, options, payers, phasing, out);
  return out;
}

measures::Sideways MeasureChooser::sideways(const MeasureOptions& options, const Payers& payers,
                                            const Problem& frame) const {
  measures::Sideways out;
  out.shares = {0.05, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0};
  out.effort.nodes = std::min<std::uint64_t>(options.nodes, 2'000);
  std::vector<std::string> scenarios{options.money};
  for (const char* const id : {"announced", "low", "high", "cut", "stops"})
    if (id != options.money) scenarios.emplace_back(id);
  for (const std::string& id : scenarios) {
    const auto sums = money_of(region_, options, id);
    if (!sums) continue;  // the region has no figure for that scenario
    measures::MoneyCase own{.id = id, .budget = frame.budget};
    // A budget that a payer has of its own stays as it is.
    const auto given = [&](std::size_t payer, std::size_t y, double amount) {
      if (!options.payers.contains(payers.ids[payer])) own.budget[payer][y] = amount;
    };
    for (std::size_t y = 0; y < frame.years; ++y) {
      if (options.direct) {
        for (std::size_t m = 0; m < payers.municipality.size(); ++m)
          given(payers.municipality[m], y, payers.key[m] * sums->eur[y]);
      } else {
        given(payers.cashier, y, sums->eur[y]);
      }
    }
    out.cases.push_back(std::move(own));
  }
  std::vector<double> who(frame.payers, 0);
  if (options.direct) {
    for (std::size_t m = 0; m < payers.municipality.size(); ++m) who[payers.municipality[m]] += payers.key[m];
  } else {
    who[payers.cashier] = 1;
  }
  out.more.assign(frame.years, who);
  return out;
}

void MeasureChooser::tell_beside(const measures::SideBySide& beside, const measures::Workshop& workshop,
                                 const MeasureOptions& options, const Payers& payers, const Phasing& phasing,
                                 report::MeasurePlan& out) const {
  const auto count = [](const Phasing& plan) {
    return static_cast<std::size_t>(std::count_if(plan.begin(), plan.end(), [](const auto& year) { return year; }));
  };
  const auto rows_of = [&](const std::vector<std::size_t>& some) {
    std::vector<std::size_t> rows;
    for (const std::size_t candidate : some) rows.push_back(candidates_[candidate]);
    return rows;
  };
  for (const measures::RuleRow& row : beside.rules) {
    report::RuleFinding finding;
    finding.rule = measures::rule_names[static_cast<std::size_t>(row.rule)];
    finding.worth = shown(row.plan.worth);
    finding.cost_eur = row.plan.cost_eur;
    finding.measures = rows_of(measures::members(row.plan.phasing));
    for (const measures::Number& one : row.regret) finding.regret.push_back(one.value);
    for (const measures::Number& one : row.regret_money) finding.regret_money.push_back(one.value);
    finding.largest_regret = shown(row.largest);
    out.rules.push_back(std::move(finding));
  }
  const double money = std::accumulate(payers.money.eur.begin(), payers.money.eur.end(), 0.0);
  for (const measures::FrontRow& row : beside.front)
    out.front.push_back({.share = row.share,
                         .budget_eur = row.share * money,
                         .cost_eur = row.best.cost_eur,
                         .saved = workshop.value(options.rule, row.best).value,
                         .surrogate = row.surrogate,
                         .measures = count(row.best.phasing),
                         .worth = shown(row.best.worth),
                         .most_unmet = row.unmet,
                         .most_tail = row.tail,
                         .most_gaps = row.gaps,
                         .most_worst = row.worst});
  for (const double gain : beside.next_euro) out.next_euro.push_back(1000 * gain);
  for (const measures::CaseRow& row : beside.cases) {
    report::BudgetScenario scenario;
    scenario.id = row.id;
    if (const auto sums = money_of(region_, options, row.id)) scenario.budget_eur = sums->eur;
    scenario.saved = workshop.value(options.rule, row.best).value;
    scenario.surrogate = row.surrogate;
    scenario.first = rows_of(begins_in(row.best.phasing, 0));
    scenario.municipality.assign(out.municipalities.size(), 0);
    if (row.kept) {
      scenario.after_now = workshop.value(options.rule, *row.kept).value;
      scenario.worth_after = shown(row.kept->worth);
      scenario.municipality = row.kept->worth.municipality;
    }
    scenario.dropped = rows_of(row.dropped);
    for (std::size_t c = 0; c < phasing.size(); ++c) {
      const std::optional<std::size_t> then = row.kept ? row.kept->phasing[c] : std::nullopt;
      if (phasing[c] && !then) scenario.lost.push_back(candidates_[c]);
      if (phasing[c] && then && *then > *phasing[c]) scenario.later.push_back(candidates_[c]);
      if (!phasing[c] && then) scenario.instead.push_back(candidates_[c]);
    }
    out.scenarios.push_back(std::move(scenario));
  }
  out.keep_first = rows_of(beside.keep_first.begin);
  out.keep_regret = beside.keep_first.missed;
}

}  // namespace veer::study
