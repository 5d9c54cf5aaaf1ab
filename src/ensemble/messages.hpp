#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::ensemble {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::ensemble
