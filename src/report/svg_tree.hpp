#pragma once

#include <string>
#include <vector>

#include "report/findings.hpp"
#include "report/html_format.hpp"

namespace veer::report {

/// What a process hangs on, as a tree drawn from the top down: each part on a line of its own, what it hangs on further
/// in under it, and what may give way there with a sign: a filled one where it stops the process by itself.
struct TreePicture {
  std::string title;  ///< HTML text, spoken by a screen reader
  std::string again;  ///< HTML text behind a part that stands elsewhere
  const std::vector<HeldNode>* nodes = nullptr;
  Language language = Language::nl;
};

/// Inline SVG of 640 user units wide and as high as it needs to be; long names are broken over lines.
[[nodiscard]] std::string tree_picture(const TreePicture& picture);

}  // namespace veer::report
