#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::importers::haaglanden {

/// What the builder of Haaglanden says, in both languages; every key begins with "importers.haaglanden.".
[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::importers::haaglanden
