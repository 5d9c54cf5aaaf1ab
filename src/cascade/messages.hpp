#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::cascade {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::cascade
