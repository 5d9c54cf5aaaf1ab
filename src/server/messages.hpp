#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::server {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::server
