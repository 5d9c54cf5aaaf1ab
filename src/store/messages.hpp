#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::store {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::store
