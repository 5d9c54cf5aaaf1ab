#pragma once

#include <span>
#include <string_view>

#include "base/result.hpp"
#include "region/parameter.hpp"

namespace veer::backtest {

/// A figure that predictions rest on, with its spread and where it comes from.
///
/// Rows whose id is also in the parameters of the shipped region hold the same figures (a test keeps them equal). Rows
/// named RST-… say how outages end and what else no region holds.
struct Figure {
  std::string_view id;
  std::string_view meaning;
  double low = 0;
  double typical = 0;
  double high = 0;
  region::Distribution distribution = region::Distribution::fixed;
  std::string_view unit;
  std::string_view source;
  std::string_view confidence;  ///< published, estimate or assumption
};

[[nodiscard]] std::span<const Figure> figures();

/// The quantiles of a figure. @pre figures() holds that id
[[nodiscard]] const region::QuantileValues& quantiles_of(std::string_view id);

}  // namespace veer::backtest
