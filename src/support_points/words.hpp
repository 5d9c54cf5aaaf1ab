#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veer::support_points {

/// The words of a list that is separated by blanks.
[[nodiscard]] inline std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> out(1);
  for (const char c : list) {
    if (c != ' ')
      out.back() += c;
    else if (!out.back().empty())
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

}  // namespace veer::support_points
