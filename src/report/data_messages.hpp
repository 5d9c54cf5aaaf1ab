#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::report {

/// The words of the files beside the report and of the summary on the terminal.
[[nodiscard]] std::span<const MessageText> data_messages();

}  // namespace veer::report
