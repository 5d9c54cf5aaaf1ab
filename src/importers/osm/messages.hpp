#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::importers::osm {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::importers::osm
