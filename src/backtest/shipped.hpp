#pragma once

#include "backtest/cases.hpp"

namespace veer::backtest {

/// The outages that the project ships, with what was seen of them and where it was read: src/backtest/shipped/*.csv,
/// compiled in.
///
/// `in_sources` marks those from which the figures of this folder were partly set; the others are new to it.
[[nodiscard]] const Cases& shipped_cases();

}  // namespace veer::backtest
