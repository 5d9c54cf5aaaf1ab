#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "siting/answer.hpp"

namespace veer::siting {

/// Prices of what a relaxation leaves out.
struct Multipliers {
  std::vector<double> customer;  ///< what a customer pays for being served, >= 0
  double side = 0;               ///< of the one side constraint (budget, or capacity in all), >= 0
};

/// The best point of an ascent over prices of any kind.
template <class Prices>
struct AscentOver {
  double best = -unreachable;  ///< greatest bound met
  Prices at;                   ///< where it was met; the start of the next ascent
  bool infeasible = false;     ///< the decided sites leave no allowed set
};
using Ascent = AscentOver<Multipliers>;

/// Subgradient ascent (Held, Wolfe and Crowder 1974) from `ascent.at`, with Polyak steps towards `upper`.
///
/// A Dual offers evaluate(m): the bound at m, −infinity when nothing is allowed; turn(m): sets its direction by the
/// last evaluation and returns its squared length, 0 at an optimum; step(m, length): moves m along it; forget(): drops
/// the direction. `seen(k, value)` is called after each evaluation, may lower `upper`, and returns false to stop.
template <class Dual, class Prices, class Seen>
void ascend(Dual& dual, AscentOver<Prices>& ascent, int steps, const double& upper, Seen&& seen) {
  constexpr int patience = 15;
  constexpr double smallest_pace = 1e-3;
  Prices m = ascent.at;
  double pace = 1.2;
  int idle = 0;
  dual.forget();
  for (int k = 0; k < steps && pace > smallest_pace; ++k) {
    double value = dual.evaluate(m);
    if (value == -unreachable) {
      ascent.infeasible = true;
      return;
    }
    // A rise of a hair is no reason to keep the pace.
    if (value > ascent.best + 1e-5 * (upper - ascent.best)) {
      idle = 0;
    } else if (++idle >= patience) {
      idle = 0;
      pace *= 0.7;
      m = ascent.at;
      value = dual.evaluate(m);
      dual.forget();
    }
    if (value > ascent.best) {
      ascent.best = value;
      ascent.at = m;
    }
    if (!seen(k, value)) return;
    const double length = dual.turn(m);
    if (length == 0) return;
    dual.step(m, pace * std::max(upper - value, 1e-6 * std::max(1.0, std::abs(upper))) / length);
  }
}

}  // namespace veer::siting
