#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "measures/choose.hpp"

namespace veer::measures {

/// The same question with other money.
struct MoneyCase {
  std::string id;
  std::vector<std::vector<double>> budget;  ///< payer × year, euros
};

/// What one rule would do with the money of the question.
struct RuleRow {
  Rule rule = Rule::person_hours;
  Played plan;                 ///< of all plans played the best under this rule
  std::vector<Number> regret;  ///< by hazard, with the money of the question: share of what is borne that is missed
  /// By money case: the largest share over hazards that is missed when that money comes after this plan has begun.
  std::vector<Number> regret_money;
  Number largest;  ///< of both
};

/// What happens when the money of a case comes.
struct CaseRow {
  std::string id;
  double surrogate = 0;  ///< of the best found on the surrogate for this money
  Played best;           ///< of all plans played that this money can pay, the best under the rule of the question
  std::optional<Played>
      kept;  ///< with the first year of the plan begun, the best for the rest; nothing: cannot be paid
  std::vector<std::size_t> dropped;  ///< candidates of that first year that this money cannot keep up
};

/// A part or a multiple of the money.
struct FrontRow {
  double share = 0;
  double surrogate = 0;  ///< of the best found on the surrogate
  Played best;           ///< of all plans played that this money can pay, the best under the rule of the question
  double unmet = 0, tail = 0, gaps = 0, worst = 0;  ///< the most of each that any of those plans reaches
};

/// What to begin in the first year, whatever money comes.
struct FirstYear {
  std::vector<std::size_t> begin;  ///< candidates
  double missed = 0;               ///< largest share of what is possible in a case that is missed, played
};

struct SideBySide {
  std::vector<RuleRow> rules;  ///< in the order of Rule; regret where there are several hazards
  std::vector<CaseRow> cases;
  std::vector<FrontRow> front;
  FirstYear keep_first;
  std::vector<double> next_euro;  ///< by year: gain on the surrogate per euro more
};

/// What is to be worked out besides a choice.
struct Sideways {
  std::vector<MoneyCase> cases;  ///< the first has the money of the question
  std::vector<double> shares;    ///< of the money: points of the front
  /// By year: who gets a euro more in that year, by payer.
  std::vector<std::vector<double>> more;
  double more_eur = 100'000;
  Effort effort;  ///< of each solve
};

/// Rules beside rules, money beside money.
///
/// Every plan shown is played by the engine, and each row shows the best of *all* plans played that its money can pay:
/// so no rule is beaten on its own measure by another row, more money never buys less, and the case with the money of
/// the question shows the plan itself. Which first year to keep is chosen on the surrogate, and what it misses is
/// played. The value of a euro more stays on the surrogate, on which it is proven.
///
/// Regret is held against the most that any of the plans played saves under a hazard with the money of a case; plans
/// for each hazard alone are among them. When other money comes than was counted on, the first year of a plan has
/// begun, paid from the money counted on; the rest is decided again by the rule that made it. What of the first year
/// that money cannot keep up is dropped, least worth for its upkeep first: what it cost to begin is gone, and it counts
/// as never having worked.
///
/// @param chosen  in: a choice made at this workshop. Out: with the plan of its rule in the rows; a plan that another
///                rule found may be the better one. Of regret the row with the least largest regret.
/// @errors as Workshop::play
/// @source docs/method/measures.md
[[nodiscard]] Result<SideBySide> side_by_side(Workshop& workshop, const Question& question, const Sideways& wanted,
                                              Choice& chosen);

}  // namespace veer::measures
