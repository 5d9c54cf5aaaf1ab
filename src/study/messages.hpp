#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::study {

[[nodiscard]] std::span<const MessageText> messages();

}  // namespace veer::study
