#pragma once

#include <string>

#include "base/text.hpp"

namespace veer::report {

/// A QGIS style (QML) that colours areas in five classes by a share from 0 to 1; with `time_column` also sets the time
/// control to one hour a step.
///
/// The colours run from light to dark in one hue and stay apart in grey and for colour-blind readers.
[[nodiscard]] std::string share_style(const std::string& column, const std::string& time_column, Language language);

}  // namespace veer::report
