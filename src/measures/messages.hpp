#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::measures {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::measures
