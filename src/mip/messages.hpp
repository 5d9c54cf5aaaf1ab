#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::mip {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::mip
