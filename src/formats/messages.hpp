#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::formats {

/// The sentences of this library; keys begin with "formats.".
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::formats
