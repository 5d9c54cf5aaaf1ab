#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::faulttree {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::faulttree
