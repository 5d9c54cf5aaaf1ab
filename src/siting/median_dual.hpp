#pragma once

#include <span>
#include <vector>

#include "siting/median_problem.hpp"
#include "siting/site_choice.hpp"
#include "siting/subgradient.hpp"

namespace veer::siting {

/// The Lagrangian lower bound of a MedianProblem: "every customer is served once" and the budget are relaxed.
///
///     L(m) = sum_i m_i − mu·budget + min over allowed S of sum over j in S of
///            (fixed_j + mu·price_j + sum_i min(0, cost_ij − m_i))
///
/// Costs of sites are read anew at each evaluation. Its maximum over m is the bound of the linear relaxation;
/// subgradient steps approach it.
/// @source docs/method/siting.md, section "Bound"
class MedianDual {
 public:
  /// Takes over the arcs of the sites that are not closed. @pre the problem outlives this object
  MedianDual(const MedianProblem& problem, std::span<const Choice> choice);

  /// What is decided from here on. @pre `choice` outlives its use; sites closed at construction stay closed
  void decide(std::span<const Choice> choice) { choice_ = choice; }

  /// L(m); −infinity when the decided sites leave no allowed set.
  /// Afterwards chooser() and reduced() describe this evaluation; use() counts it.
  [[nodiscard]] double evaluate(const Multipliers& m);

  /// For ascend(); the direction is deflected by the last one (Camerini, Fratta and Maffioli 1975).
  [[nodiscard]] double turn(const Multipliers& m);
  void step(Multipliers& m, double length) const;
  void forget() { direction_.assign(problem_.customer_count() + 1, 0); }

  [[nodiscard]] const SiteChooser& chooser() const { return chooser_; }
  [[nodiscard]] double reduced(Site site) const { return reduced_[site]; }
  /// Per site how often it was chosen, as a share in which the latest evaluations weigh most.
  [[nodiscard]] std::span<const double> use() const { return use_; }

 private:
  void remember_use();

  const MedianProblem& problem_;
  std::span<const Choice> choice_;
  SiteChooser chooser_;
  std::vector<std::size_t> row_begin_;
  std::vector<double> cost_;  ///< of the arcs that are left
  std::vector<Site> site_;
  std::vector<double> reduced_;
  std::vector<double> direction_;  ///< per customer, and one more for the budget
  std::vector<double> use_;
};

}  // namespace veer::siting
