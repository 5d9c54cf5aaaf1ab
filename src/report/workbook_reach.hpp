#pragma once

#include <vector>

#include "base/text.hpp"
#include "report/findings.hpp"
#include "report/sheet_book.hpp"

namespace veer::report {

/// The sheets of reach by hour, the decision clock and help, as far as the findings have them.
[[nodiscard]] std::vector<BookSheet> reach_sheets(const Findings& findings, Language language, const Texts& texts);

}  // namespace veer::report
