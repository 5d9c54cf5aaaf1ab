#pragma once

#include <string_view>

namespace veer::report::assets {

/// `assets/report.css` and `assets/report.js` as they were when the program was built.
extern const std::string_view style;
extern const std::string_view script;

}  // namespace veer::report::assets
