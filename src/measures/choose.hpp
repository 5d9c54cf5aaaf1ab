#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "measures/solver.hpp"
#include "measures/worth.hpp"

namespace veer::measures {

/// What a package is chosen for.
///
/// person_hours: most expected weighted person-hours · tail: most of the worst twentieth · worst_municipality: the
/// municipality that gains the smallest share gains as much as can be · continuity: most weight of processes that no
/// longer exceed their MTPD · regret: under the hazard where the package falls furthest behind what could be had with
/// the same money, it falls behind as little as can be.
enum class Rule : std::uint8_t { person_hours, tail, worst_municipality, continuity, regret };
inline constexpr std::array<const char*, 5> rule_names{"person-hours", "tail", "worst-municipality", "continuity",
                                                       "regret"};

/// A question: candidates, years and budgets as in Problem, without goals; and how effects are found.
struct Question {
  Problem frame;                      ///< goals and minimums are filled in by `choose`
  std::vector<double> hazard_weight;  ///< by hazard, sums to 1
  std::vector<std::string> municipality;
  Rule rule = Rule::person_hours;
  double minimum_share = 0;  ///< of what each municipality bears, to be taken away in the last year; 0: no minimum
  Effort effort;
  int rounds = 2;      ///< how often worth is measured again around the package found
  bool greedy = true;  ///< one measure is bought after the other too (Workshop::greedy), and the plan may be that
  std::function<bool()> cancelled;
};

/// A plan over the years, as the engine sees it.
struct Played {
  Phasing phasing;
  Worth worth;  ///< averaged over the years by their weights
  std::vector<Worth> by_hazard;
  std::vector<double> unmet_by_year;  ///< weighted person-hours saved when the hazard strikes in that year
  std::vector<std::vector<double>> municipality_by_year;  ///< year × municipality, the same
  std::vector<std::vector<double>> saved;  ///< hazard × replica: weighted person-hours, mean of the years
  double cost_eur = 0;                     ///< of all years and payers
};

/// What one gets by buying one measure after the other.
struct Bought {
  std::vector<std::size_t> order;  ///< candidates, the first one first; what is decided already is not among them
  Played played;                   ///< each begun as soon as the money allows
  std::size_t asked = 0;           ///< how often a measure was valued beside what was bought
};

/// What was chosen, and how sure that is.
struct Choice {
  Rule rule = Rule::person_hours;
  Solution surrogate;  ///< the best that was found on the surrogate, with the proven bound on it
  /// By candidate and hazard: the worth that this surrogate adds up; problem() makes it of these.
  std::vector<std::vector<Worth>> worths;
  Played played;                 ///< engine-checked
  Number value;                  ///< in the unit of the rule, engine-checked
  int rounds = 0;                ///< how often worth was measured again
  std::optional<Bought> bought;  ///< nothing: not asked for, or no plan keeps to the question
};

/// Finds effects once for each package and keeps them; measures worth, makes problems and plays plans.
///
/// Additive worth of a candidate at a package S: of a member, what it adds to the others once what needs it is gone; of
/// another, what it adds once its prerequisites are there. Two measures that need or spoil each other are so worth what
/// they are worth beside the package, not alone.
class Workshop {
 public:
  Workshop(const Question& question, Evaluate evaluate) : question_(question), evaluate_(std::move(evaluate)) {}

  /// By hazard, of a package (sorted candidates). @errors as the evaluating function; cancelled
  Result<std::vector<Worth>> worth(const std::vector<std::size_t>& package);
  /// By candidate and hazard, at a package.
  Result<std::vector<std::vector<Worth>>> marginals(const std::vector<std::size_t>& package);
  /// What is borne without any measure, by hazard. @pre worth() was asked before
  [[nodiscard]] const std::vector<Effects>& base() const { return base_; }
  /// The problem of a rule with these marginals.
  [[nodiscard]] Problem problem(Rule rule, const std::vector<std::vector<Worth>>& marginals) const;
  /// A phasing under the engine: every set of measures that works at some time is played. What was played is kept.
  Result<Played> play(const Phasing& phasing);
  /// Every plan that was played, each once, in the order in which it came.
  [[nodiscard]] const std::vector<Played>& plays() const { return plays_; }
  /// What a plan misses of another under a hazard, as a share of what is borne there. The error is that of the paired
  /// differences, replica by replica (of a ratio of means, first order).
  [[nodiscard]] Number missed(const Played& own, const Played& other, std::size_t hazard) const;
  /// Plays what could be had for each hazard alone with the money of the question: what regret is measured against.
  Done hold_against();
  /// What could be had for each hazard alone; empty before hold_against().
  [[nodiscard]] const std::vector<Played>& best_alone() const { return best_alone_; }
  /// The value of a played plan in the unit of a rule. For regret: minus the largest share that is missed.
  [[nodiscard]] Number value(Rule rule, const Played& played) const;
  /// Buys one measure after the other, with what it needs: each time the one that the engine says adds most per euro
  /// beside what was bought before, as long as the money allows and something is added.
  ///
  /// Lazy: a measure is valued again only while what it added when it was last looked at would still be the most. Where
  /// worth never grows by what else is there, that gives what valuing all of them each time gives (Minoux 1978).
  Result<Bought> greedy(Rule rule);
  /// By municipality: how far a played plan stays below the minimum of the question in its last year, as a share of
  /// what is borne there; 0 where it is kept.
  [[nodiscard]] std::vector<double> below_minimum(const Played& played) const;
  /// Whether one played plan is better than another: nearer to the minimum of every municipality, then worth more.
  [[nodiscard]] bool better(Rule rule, const Played& one, const Played& other) const;
  /// Chooses and checks: solves on worth alone, plays, measures worth again around the package and solves again, as
  /// often as it helps and rounds allow. Of what was played the best stays.
  Result<Choice> choose(Rule rule);
  [[nodiscard]] std::size_t evaluations() const { return known_.size(); }

 private:
  /// A package as if it worked all of the time.
  Result<Played> at_once(const std::vector<std::size_t>& package);
  /// Weighted person-hours taken away, by hazard and replica.
  [[nodiscard]] std::vector<std::vector<double>> saved_by(const std::vector<Effects>& with) const;
  /// What a surrogate points to, and the best that was played for it.
  struct Attempt {
    Solution solution;  ///< not found: nothing was played
    Played played;
  };
  /// Worths to add up, measured beside a package.
  struct Sums {
    std::vector<std::vector<Worth>> worths;  ///< by candidate and hazard
    std::vector<double> beyond;              ///< by municipality: share that the package takes away beyond the sum
  };
  /// By municipality: the share that a package takes away beyond the sum of what its members add beside it.
  Result<std::vector<double>> beyond_sum(const std::vector<std::size_t>& package,
                                         const std::vector<std::vector<Worth>>& marginals);
  /// Solves on these worths and plays. Where the engine sees a municipality stay below its minimum, the surrogate is
  /// asked for that much more, a few times.
  Result<Attempt> attempt(Rule rule, const Sums& sums);
  /// Fills base_, once.
  Done play_nothing();
  Result<const std::vector<Effects>*> effects(const std::vector<std::size_t>& package);

  const Question& question_;
  Evaluate evaluate_;
  std::map<std::vector<std::size_t>, std::vector<Effects>> known_;
  std::vector<Effects> base_;
  std::vector<std::vector<Worth>> alone_;  ///< marginals at nothing
  std::vector<Played> best_alone_;         ///< by hazard: what could be had for it alone
  std::vector<Played> plays_;
};

/// The candidates that have begun and whose lead time is over, `months` after the first of January of the first year.
[[nodiscard]] std::vector<std::size_t> working_after(const Problem& problem, const Phasing& phasing, int months);

/// The candidates that begin at some time; sorted.
[[nodiscard]] std::vector<std::size_t> members(const Phasing& phasing);

/// With these candidates everything they need, at once or by way of others; sorted.
[[nodiscard]] std::vector<std::size_t> with_needs(const Problem& problem, std::vector<std::size_t> package);
/// Without a candidate and everything that needs it; sorted.
[[nodiscard]] std::vector<std::size_t> without(const Problem& problem, const std::vector<std::size_t>& package,
                                               std::size_t candidate);

}  // namespace veer::measures
