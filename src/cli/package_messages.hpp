#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::cli {

/// The sentences of `veer validate` and `veer convert`.
[[nodiscard]] std::span<const MessageText> package_messages();

}  // namespace veer::cli
