#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::operations {

/// The texts of the full model, in both languages.
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::operations
