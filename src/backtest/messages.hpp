#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::backtest {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::backtest
