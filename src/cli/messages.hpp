#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::cli {

/// The sentences of the commands.
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::cli
