#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "measures/choose.hpp"
#include "measures/money.hpp"
#include "measures/side_by_side.hpp"
#include "mip/model.hpp"
#include "region/region.hpp"
#include "report/measure_plan.hpp"
#include "study/measure_world.hpp"
#include "study/study.hpp"

namespace veer::study {

/// Figures of a measure other than those of the region: to see what changes with them.
struct MeasureCost {
  std::optional<double> once_eur;
  std::optional<double> year_eur;
  std::optional<double> lead_months;
};

/// What is asked of a choice of measures besides the run itself.
struct MeasureOptions {
  /// The money of the region: a sum for each year, or a national sum of which the region gets a part by `region_key`.
  std::optional<measures::YearlyMoney> budget;
  std::optional<measures::YearlyMoney> national;
  measures::Key region_key = measures::Key::population;  ///< population, equal or area: parameters money.share.*
  /// Which end of the region's part: typical, low or high; and a cut on the grant of the region from the second year on
  /// (parameter money.cut.region).
  std::string money = "announced";
  /// Each municipality gets its own part by `key`, and pays its part of regional measures; else the region is the
  /// cashier.
  bool direct = false;
  measures::Key key = measures::Key::population;
  std::map<std::string, double> own_shares;  ///< by municipality, for Key::own
  double co_funding = 0;  ///< cashier: which part of measures of one municipality that municipality pays itself
  std::optional<measures::YearlyMoney> others;  ///< a budget for each payer outside; without one they are not asked
  /// By organisation: a budget of its own instead of what the above gives it. A payer outside that has one is asked; a
  /// municipality that has one pays its own measures from it, all of them or the part that `co_funding` says.
  std::map<std::string, measures::YearlyMoney> payers;
  bool carry_over = true;
  std::size_t years = 0;                                ///< 0: as many as there are sums; more: the last sum goes on
  std::vector<std::pair<std::string, double>> hazards;  ///< empty: those with a parameter choice.hazard.*
  /// Weights other than those of the region: `need=<daily need>` or `process=<process>` (its id, or what stands behind
  /// the last slash of it) and what one person-hour or one process then weighs. Those of build() count.
  std::map<std::string, double> weights;
  measures::Rule rule = measures::Rule::person_hours;
  double minimum_share = 0;
  std::map<std::string, int> begun;          ///< decided already: measure and year
  std::vector<std::string> barred;           ///< decided already: not
  std::map<std::string, MeasureCost> costs;  ///< by measure
  int rounds = 1;
  std::uint64_t nodes = 20'000;
  bool extras = true;  ///< rules side by side, front, next euro, scenarios, two stages
};

/// Hazards or other ids with their weights.
using Weights = std::vector<std::pair<std::string, double>>;
/// @errors invalid_input: weights that add up to 0
[[nodiscard]] Result<Weights> summing_to_one(Weights weights);

/// How many replicas of each package tell them apart where nobody says how many: `core` of them, and a quarter of that
/// where the full model plays one of the hazards, which takes a hundred times as long over each.
[[nodiscard]] std::uint32_t usual_replicas(const region::Region& region, const MeasureOptions& options,
                                           const Options& run, std::uint32_t core);

[[nodiscard]] report::Measured shown(const measures::Number& number);
[[nodiscard]] report::MeasureWorth shown(const measures::Worth& worth);

/// The money of a region by year. @errors invalid_input: neither sum, or both; a parameter is missing
[[nodiscard]] Result<measures::YearlyMoney> money_of(const region::Region& region, const MeasureOptions& options,
                                                     const std::string& scenario);

/// A region with its measures ready to be chosen from, again and again: effects that were found are kept, so that
/// another budget costs little. Not to be used by two threads at once.
class MeasureChooser {
 public:
  /// @errors as MeasureWorld::build; not_found: an unknown hazard or what is weighed; invalid_input: no measure,
  /// weights that add up to 0
  [[nodiscard]] static Result<std::unique_ptr<MeasureChooser>> build(const region::Region& region,
                                                                     const MeasureOptions& options, const Options& run);

  /// @param options    the hazards are none (then the weights stay as they are) or those of build(), with the weights
  /// of
  ///                   this question
  /// @param cancelled  looked at between packages; empty: that of the run
  /// @errors not_found: an unknown measure or municipality; invalid_input: nothing keeps to the rules, a cost or lead
  /// time that is negative or not finite; cancelled
  [[nodiscard]] Result<report::MeasurePlan> choose(const MeasureOptions& options,
                                                   const std::function<bool()>& cancelled = {});
  /// The surrogate that choose() begins with, for another solver.
  [[nodiscard]] Result<mip::Model> surrogate(const MeasureOptions& options);

  [[nodiscard]] MeasureWorld& world() { return *world_; }
  /// Hazards with weights that sum to 1.
  [[nodiscard]] const std::vector<std::pair<std::string, double>>& hazards() const { return hazards_; }
  /// Index in Region::measures of each candidate of the last question.
  [[nodiscard]] const std::vector<std::size_t>& candidates() const { return candidates_; }

 private:
  MeasureChooser(const region::Region& region, Options run) : region_(region), run_(std::move(run)) {}
  struct Payers;
  [[nodiscard]] Done weigh(const MeasureOptions& options);
  Result<measures::Question> question(const MeasureOptions& options, Payers& payers);
  [[nodiscard]] Result<std::vector<measures::KeyFacts>> key_facts(const MeasureOptions& options) const;
  [[nodiscard]] measures::Evaluate evaluate();
  /// What a measure is worth on top of what it needs, when few or many take part. @pre has_uptake of its measure
  Result<measures::Worth> taken_up(const measures::Problem& frame, std::size_t candidate, region::Uptake uptake,
                                   const std::vector<double>& weights);
  /// What is worked out besides: other money, parts of it, and who would get a euro more.
  [[nodiscard]] measures::Sideways sideways(const MeasureOptions& options, const Payers& payers,
                                            const measures::Problem& frame) const;
  void tell_beside(const measures::SideBySide& beside, const measures::Workshop& workshop,
                   const MeasureOptions& options, const Payers& payers, const measures::Phasing& phasing,
                   report::MeasurePlan& out) const;

  const region::Region& region_;
  Options run_;
  std::unique_ptr<MeasureWorld> world_;
  std::vector<std::pair<std::string, double>> hazards_;
  std::vector<std::size_t> candidates_;
};

}  // namespace veer::study
