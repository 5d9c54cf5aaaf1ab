#pragma once

#include <vector>

#include "siting/median_dual.hpp"

namespace veer::siting {

/// Prices of the joint relaxation of two networks that may share places.
struct PairPrices {
  Multipliers first;          ///< of the customers of the first network
  Multipliers second;         ///< of those of the second
  std::vector<double> place;  ///< per site what the first network pays for it, in [0, cost]; the second pays the rest
};

/// The Lagrangian lower bound of two networks that pay a place once, however many of the two use it.
///
/// With z_j = 1 where either uses place j, "x_j <= z_j" and "y_j <= z_j" are relaxed with prices u_j and P_j − u_j,
/// which leaves z without a cost and the two networks apart:
///
///     L(l, m, u) = L_first(l; fixed u) + L_second(m; fixed P − u)
///
/// Other prices with 0 <= u and 0 <= v bound no better: where u_j + v_j < P_j a rise of either raises L, and where it
/// exceeds P_j it falls by as much as it rose. The maximum is the bound of the linear relaxation of both together.
/// @source docs/method/siting.md, section "One core"
class PairDual {
 public:
  /// @pre both problems and the costs outlive this object; both have the same sites
  PairDual(MedianProblem& first, MedianProblem& second, const std::vector<double>& place_cost);

  /// For ascend(). Writes the shares of the place costs into `fixed` of the problems.
  [[nodiscard]] double evaluate(const PairPrices& m);
  [[nodiscard]] double turn(const PairPrices& m);
  void step(PairPrices& m, double length) const;
  void forget();

  [[nodiscard]] std::vector<Site> chosen_first() const { return chosen(first_dual_); }
  [[nodiscard]] std::vector<Site> chosen_second() const { return chosen(second_dual_); }

 private:
  [[nodiscard]] static std::vector<Site> chosen(const MedianDual& dual);

  MedianProblem& first_;
  MedianProblem& second_;
  const std::vector<double>& place_cost_;
  std::vector<Choice> first_choice_;
  std::vector<Choice> second_choice_;
  MedianDual first_dual_;
  MedianDual second_dual_;
  std::vector<double> direction_;  ///< of the place prices
};

}  // namespace veer::siting
