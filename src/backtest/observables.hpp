#pragma once

#include <span>
#include <string_view>

#include "backtest/cases.hpp"
#include "backtest/draws.hpp"

namespace veer::backtest {

/// The vocabulary: what can be predicted of an outage.
[[nodiscard]] std::span<const std::string_view> observable_names();

/// The value of an observable in one replica, t hours after the start.
/// @pre the name is one of observable_names()
/// @source docs/method/backtest.md says for each what it rests on
[[nodiscard]] double predict(std::string_view observable, const Case& of, double t_hours, const Draws& draws);

}  // namespace veer::backtest
