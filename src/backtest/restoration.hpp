#pragma once

#include "backtest/cases.hpp"
#include "backtest/draws.hpp"

namespace veer::backtest {

/// How the customers of one outage get power again: S(t) = (1 − (t/T)^a)^b of those out at the peak are still out t
/// hours after the start, and nobody from T on (the survival function of Kumaraswamy, J. Hydrology 46, 1980).
///
/// A small a brings many back at once, a small b keeps many out to the end.
struct Restoration {
  double last_h = 1;  ///< T
  double a = 1;
  double b = 1;

  /// Share still out. @param t_hours  since the start, not negative
  [[nodiscard]] double share_out(double t_hours) const;
};

/// The restoration of one replica of an outage, by its cause and the number of customers out.
/// @source figures RST-…; docs/method/backtest.md
[[nodiscard]] Restoration restoration(const Case& of, const Draws& draws);

}  // namespace veer::backtest
