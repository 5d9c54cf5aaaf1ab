#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::importers {

/// The sentences of this library; keys begin with "importers.".
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::importers
