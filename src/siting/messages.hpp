#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::siting {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::siting
