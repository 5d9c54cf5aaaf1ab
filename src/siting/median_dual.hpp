#pragma once

#include <span>
#include <vector>

#include "siting/median_problem.hpp"
#include "siting/site_choice.hpp"

namespace veer::siting {

/// What a customer pays for being served, and what a unit of budget costs: the multipliers of the relaxation.
struct Multipliers {
  std::vector<double> customer;  ///< 0 <= customer_i <= outside_i
  double budget = 0;             ///< >= 0
};

/// The Lagrangian lower bound of a MedianProblem: "every customer is served once" and the budget are relaxed.
///
///     L(m) = sum_i m_i − mu·budget + min over allowed S of sum over j in S of
///            (fixed_j + mu·price_j + sum_i min(0, cost_ij − m_i))
///
/// Its maximum over m is the bound of the linear relaxation; subgradient steps approach it.
/// @source docs/method/siting.md, section "Bound"
class MedianDual {
 public:
  /// Takes over the arcs of the sites that are not closed. @pre the problem outlives this object
  MedianDual(const MedianProblem& problem, std::span<const Choice> choice);

  /// L(m); −infinity when the decided sites leave no allowed set, with `infeasible` set.
  /// Afterwards chosen(), reduced() and price_of_change() describe this evaluation.
  double evaluate(const Multipliers& m, std::span<const Choice> choice);

  struct Ascent {
    double best = -unreachable;  ///< greatest bound met
    Multipliers at;              ///< where it was met
    bool infeasible = false;     ///< the decided sites leave no allowed set
  };

  /// Subgradient ascent (Held, Wolfe and Crowder 1974) with deflected directions, from `ascent.at`.
  ///
  /// `seen` is called after each evaluation with its number and value; it may lower `upper` and returns false to stop.
  /// Counts in use() how often each site was chosen, the latest evaluations weighing most.
  template <class Seen>
  void ascend(Ascent& ascent, std::span<const Choice> choice, int steps, double& upper, Seen&& seen);

  [[nodiscard]] const SiteChooser& chooser() const { return chooser_; }
  [[nodiscard]] double reduced(Site site) const { return reduced_[site]; }
  [[nodiscard]] std::span<const double> use() const { return use_; }

 private:
  /// Fills direction_ and returns its squared length; 0: this evaluation is an optimum of the dual.
  double turn(const Multipliers& m);
  void step(Multipliers& m, double length) const;
  void remember_use();

  const MedianProblem& problem_;
  SiteChooser chooser_;
  std::vector<std::size_t> row_begin_;
  std::vector<double> cost_;  ///< of the arcs that are left
  std::vector<Site> site_;
  std::vector<double> reduced_;
  std::vector<double> direction_;  ///< per customer, and one more for the budget
  std::vector<double> use_;
};

template <class Seen>
void MedianDual::ascend(Ascent& ascent, std::span<const Choice> choice, int steps, double& upper, Seen&& seen) {
  constexpr int patience = 15;
  constexpr double smallest_pace = 1e-3;
  Multipliers m = ascent.at;
  double pace = 1.2;
  int idle = 0;
  direction_.assign(problem_.customer_count() + 1, 0);
  for (int k = 0; k < steps && pace > smallest_pace; ++k) {
    const double value = evaluate(m, choice);
    if (value == -unreachable) {
      ascent.infeasible = true;
      return;
    }
    remember_use();
    // A rise of a hair is no reason to keep the pace.
    if (value > ascent.best + 1e-5 * (upper - ascent.best)) {
      idle = 0;
    } else if (++idle >= patience) {
      idle = 0;
      pace *= 0.7;
      m = ascent.at;
      static_cast<void>(evaluate(m, choice));
      direction_.assign(direction_.size(), 0);
    }
    if (value > ascent.best) {
      ascent.best = value;
      ascent.at = m;
    }
    if (!seen(k, value)) return;
    const double length = turn(m);
    if (length == 0) return;
    const double aim = std::max(upper - value, 1e-6 * std::max(1.0, std::abs(upper)));
    step(m, pace * aim / length);
  }
}

}  // namespace veer::siting
