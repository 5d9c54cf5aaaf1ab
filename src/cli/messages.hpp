#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::cli {

/// The sentences of the commands.
[[nodiscard]] std::span<const MessageText> messages();
/// The words of the commands that explain and judge: hazards, evidence, review, backtest.
[[nodiscard]] std::span<const MessageText> review_messages();

}  // namespace veer::cli
