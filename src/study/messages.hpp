#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::study {

[[nodiscard]] std::span<const MessageText> messages();

/// Of them: the words of the alert drafts (alert_drafts.hpp), in the plain Dutch of level B1.
[[nodiscard]] std::span<const MessageText> cap_messages();

}  // namespace veer::study
