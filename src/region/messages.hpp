#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::region {

/// What this library says, in both languages; every key begins with "region.".
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::region
