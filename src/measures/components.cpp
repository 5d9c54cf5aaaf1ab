#include "measures/components.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace veer::measures {

std::vector<Component> components(const Rows& rows) {
  const std::size_t count = rows.options.size();
  std::vector<std::size_t> leader(count);
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (leader[i] != i) i = leader[i] = leader[leader[i]];
    return i;
  };
  std::vector<std::optional<std::size_t>> first(rows.right.size());  // by row: a candidate in it
  for (std::size_t i = 0; i < count; ++i)
    for (const auto& option : rows.options[i])
      for (const auto& entry : option.entries) {
        if (!first[entry.row]) first[entry.row] = i;
        const std::size_t a = find(i);
        const std::size_t b = find(*first[entry.row]);
        leader[std::max(a, b)] = std::min(a, b);
      }
  std::vector<Component> out;
  std::vector<std::optional<std::size_t>> part(count);  // by leader
  std::vector<std::uint32_t> row_in_part(rows.right.size(), 0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t own = find(i);
    if (!part[own]) {
      part[own] = out.size();
      out.emplace_back();
    }
    Component& component = out[*part[own]];
    component.candidates.push_back(i);
    component.rows.allowed.push_back(rows.allowed[i]);
    component.rows.options.push_back(rows.options[i]);
  }
  for (std::size_t r = 0; r < rows.right.size(); ++r) {
    Rows& own = out[*part[find(first[r].value())]].rows;
    row_in_part[r] = static_cast<std::uint32_t>(own.right.size());
    own.right.push_back(rows.right[r]);
  }
  for (Component& component : out)
    for (auto& options : component.rows.options)
      for (auto& option : options)
        for (auto& entry : option.entries) entry.row = row_in_part[entry.row];
  std::stable_sort(out.begin(), out.end(),
                   [](const Component& a, const Component& b) { return a.candidates.size() < b.candidates.size(); });
  return out;
}

}  // namespace veer::measures
