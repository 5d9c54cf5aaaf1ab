#pragma once

#include <string_view>

namespace veer {

/// Whether the text is a local time "2023-01-17T17:00", perhaps with seconds, on a day that exists; no zone, as it is
/// local.
[[nodiscard]] bool is_local_time(std::string_view text);

}  // namespace veer
