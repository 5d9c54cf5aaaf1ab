#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::support_points {

/// The texts of support points, in both languages.
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::support_points
