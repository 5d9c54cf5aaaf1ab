#include "cascade/patch.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace veer::cascade {

namespace {

/// Puts other items in row `row` of compressed rows.
template <class Item>
void replace_row(std::vector<std::uint32_t>& begin, std::vector<Item>& items, std::size_t row,
                 const std::vector<Item>& wanted) {
  const auto first = items.begin() + begin[row];
  const auto old = static_cast<std::size_t>(begin[row + 1] - begin[row]);
  const std::size_t common = std::min(old, wanted.size());
  std::copy_n(wanted.begin(), common, first);
  const auto rest = first + static_cast<std::ptrdiff_t>(common);
  if (wanted.size() > old) {
    items.insert(rest, wanted.begin() + static_cast<std::ptrdiff_t>(common), wanted.end());
  } else {
    items.erase(rest, first + static_cast<std::ptrdiff_t>(old));
  }
  const auto change = static_cast<std::uint32_t>(wanted.size()) - static_cast<std::uint32_t>(old);  // modulo 2³²
  for (std::size_t i = row + 1; i < begin.size(); ++i) begin[i] += change;
}

}  // namespace

std::vector<Component> Patch::edited(const Program& program) const {
  std::vector<Component> out;
  for (const NeedPatch& patch : needs) out.push_back(program.need_component[patch.need]);
  for (const RestartPatch& patch : restarts) out.push_back(patch.component);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void apply(const Patch& patch, Program& program) {
  bool relink = false;
  for (const NeedPatch& need : patch.needs) {
    ENSURE(need.need < program.need_count(), "the patch is about a need that the program has not");
    if (need.k) program.need_k[need.need] = *need.k;
    if (need.backups) replace_row(program.backup_begin, program.backups, need.need, *need.backups);
    if (!need.suppliers) continue;
    replace_row(program.supplier_begin, program.suppliers, need.need, *need.suppliers);
    relink = true;
  }
  for (const RestartPatch& restart : patch.restarts) program.restart[restart.component] = restart.restart;
  if (relink) program.finish();
}

}  // namespace veer::cascade
