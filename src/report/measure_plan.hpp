#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/name.hpp"

namespace veer::report {

/// A mean with its standard error.
struct Measured {
  double value = 0;
  double standard_error = 0;
};

/// What a package or a measure takes away of what is borne without it. Person-hours are weighted.
struct MeasureWorth {
  Measured unmet;  ///< expected person-hours
  Measured tail;   ///< person-hours in the worst twentieth of the runs
  Measured gaps;   ///< expected weight of processes beyond their MTPD
  Measured worst;  ///< smallest share of what a municipality bears
};

/// A row of the catalogue with what it is worth and when it begins.
struct MeasureFinding {
  std::string id;
  Name name;
  std::string owner, payer, accountable;  ///< names of organisations
  std::vector<std::string> consulted, informed;
  std::string track, phase, task, change, confidence;
  int pillar = 3;
  double once_eur = 0, year_eur = 0, lead_months = 0;
  std::vector<std::string> needs, excludes;
  bool expressed = false;             ///< the model can express what it changes
  bool asked = false;                 ///< paid from this budget; else it is for others to decide
  std::optional<MeasureWorth> worth;  ///< by itself, on top of what it needs
  /// The same when few or many take part in it; nothing: not worked out, or it asks nobody to take part.
  std::optional<MeasureWorth> worth_few, worth_many;
  std::vector<double> municipality;  ///< the same by municipality of the plan: weighted person-hours; empty without
  double cost_eur = 0;               ///< of the plan's years, when begun in the first
  double planned_eur = 0;            ///< of the plan's years, begun in the year of the plan; 0 when not chosen
  std::optional<int> year;           ///< in which it begins; nothing: not chosen
  std::string working_from;          ///< "2026-07"; empty: not within the plan
};

/// A year of the plan.
struct MeasureYear {
  int year = 0;
  std::vector<std::size_t> begins;  ///< indices in MeasurePlan::measures
  double cost_eur = 0;              ///< of all payers
  double others_eur = 0;            ///< of that, what is not paid from the money of the region
  double budget_eur = 0;            ///< the money of the region, as kept_eur and gap_eur
  double kept_eur = 0;              ///< left of earlier years
  double gap_eur = 0;               ///< what is asked above what there is so far
  double saved = 0;                 ///< weighted person-hours, when the hazard strikes in that year
};

struct PayerYear {
  int year = 0;
  double asked_eur = 0;
  std::optional<double> available_eur;  ///< nothing: without a budget of its own
  double gap_eur = 0;                   ///< what is asked above what is available so far
};
struct PayerFinding {
  std::string id, name;
  std::vector<PayerYear> years;
};

/// What one rule of decision would choose with the same money.
struct RuleFinding {
  std::string rule;
  MeasureWorth worth;
  double cost_eur = 0;
  std::vector<std::size_t> measures;
  std::vector<double> regret;        ///< by hazard: share of what is borne that is missed
  std::vector<double> regret_money;  ///< by money scenario: the largest over hazards when that money comes
  Measured largest_regret;           ///< of both
};

/// A point of the front: what a part of the budget buys.
struct FrontPoint {
  double share = 0;
  double budget_eur = 0;
  double cost_eur = 0;
  double saved = 0;      ///< played, in the unit of the rule
  double surrogate = 0;  ///< the best found on the surrogate
  std::size_t measures = 0;
  MeasureWorth worth;                                                   ///< of the plan, played
  double most_unmet = 0, most_tail = 0, most_gaps = 0, most_worst = 0;  ///< of any plan played that this money can pay
};

/// Measures bought one after the other, each time the one that the engine says adds most per euro.
struct OneByOne {
  std::vector<std::size_t> order;  ///< the first one first
  double value = 0;                ///< played, in the unit of the rule
  std::size_t valued = 0;          ///< how often a measure was valued beside what was bought
};

/// What happens when money comes otherwise.
struct BudgetScenario {
  std::string id;  ///< announced, low, high, cut, stops
  std::vector<double> budget_eur;
  double saved = 0;                 ///< played, in the unit of the rule: the best for this scenario
  double surrogate = 0;             ///< the best found for it on the surrogate
  std::vector<std::size_t> first;   ///< what begins in the first year
  std::optional<double> after_now;  ///< played, when the first year of the plan is kept; nothing: cannot be paid
  /// With the first year of the plan kept: what is taken away, and of the plan's measures what falls away, begins later
  /// and comes in their place. Dropped: of that first year what this money cannot keep up.
  MeasureWorth worth_after;
  std::vector<std::size_t> lost, later, instead, dropped;
  std::vector<double> municipality;  ///< by municipality: weighted person-hours saved then
};

struct MunicipalityWorth {
  std::string id, name;
  double borne = 0;  ///< weighted person-hours without measures
  double saved = 0;
  double asked_eur = 0;               ///< of its own money
  std::vector<double> saved_by_year;  ///< when the hazard strikes in that year
  double key_share = 0;               ///< by the distribution key
  double direct_eur = 0;              ///< what the plan would ask of it if the money went to municipalities directly
  double own_eur = 0;                 ///< cost in the plan of the measures that it pays where it pays them itself
};

struct MeasureHazard {
  std::string id;
  Name name;
  double weight = 1;
  bool full_model = false;  ///< packages were played by the full model; else by the core
  double borne = 0, borne_tail = 0, borne_gaps = 0;
  double saved = 0;
};

/// Which measures, in which year, from which budget.
struct MeasurePlan {
  std::string rule, status, key;
  bool direct = false;  ///< each municipality gets its own part; else the region is the cashier
  bool carry_over = true;
  std::uint32_t replicas = 0;
  double euro_per_hour = 0;
  Measured value;  ///< engine-checked, in the unit of the rule
  // Status, bound and gap belong to the surrogate: a sum of worths, on which the search is proven.
  double surrogate = 0;           ///< the best found on the surrogate
  double bound = 0;               ///< no plan is worth more on the surrogate
  double gap = 0;                 ///< (bound − surrogate) / bound; under least regret bound − surrogate
  double surrogate_of_plan = 0;   ///< what the surrogate says of this plan
  double minimum = 0;             ///< asked: share of what each municipality bears, taken away in the last year
  double below_minimum = 0;       ///< played: how far the municipality that is served least stays below it
  std::size_t tail_replicas = 0;  ///< how many replicas the tail has
  MeasureWorth worth;
  double cost_eur = 0;
  std::optional<double> break_even;  ///< yearly probability from which the plan pays; nothing: it saves nothing
  std::vector<std::pair<std::string, double>> weights;  ///< daily need and its weight
  std::vector<MeasureHazard> hazards;
  std::vector<MeasureFinding> measures;
  std::vector<MeasureYear> years;
  std::vector<PayerFinding> payers;
  std::vector<MunicipalityWorth> municipalities;
  std::vector<RuleFinding> rules;
  std::vector<FrontPoint> front;
  std::optional<OneByOne> one_by_one;  ///< nothing: not worked out
  std::vector<double> next_euro;       ///< by year: person-hours for 1,000 euros more, on the surrogate
  std::vector<BudgetScenario> scenarios;
  std::vector<std::size_t> keep_first;  ///< two stages: what to begin now whatever comes
  double keep_regret = 0;               ///< largest share missed by that over the scenarios
};

/// How far below the bound of the surrogate this plan may be, as a share of it (under least regret, which is a share
/// already, as a difference); 0: no plan is worth more there.
[[nodiscard]] double room_above(const MeasurePlan& plan);

/// Half the width of the interval that holds 95 of 100 outcomes.
[[nodiscard]] double half_width(const Measured& value);
/// The same of a mean over the tail, which a few replicas make up: by Student's t; nothing for one replica.
[[nodiscard]] std::optional<double> tail_half_width(const MeasurePlan& plan, const Measured& value);

}  // namespace veer::report
