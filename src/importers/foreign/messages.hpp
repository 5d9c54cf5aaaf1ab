#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::importers::foreign {

/// What is said of files of others and of regions built from them; keys begin with "importers.foreign." and
/// "importers.fresh.".
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::importers::foreign
