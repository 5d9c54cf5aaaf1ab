#pragma once

#include <cstdint>
#include <vector>

#include "cascade/compile.hpp"
#include "region/region.hpp"

namespace veer::operations {

/// How many residents miss at least one daily need while one component is down, nothing else is, and nothing backs up
/// what hangs on it. Something that a second one like it can replace has nobody behind it.
///
/// Not for two threads at once.
class PeopleBehind {
 public:
  PeopleBehind(const region::Region& region, const cascade::CompiledRegion& compiled);
  /// Cost: what falls with the component.
  [[nodiscard]] std::int64_t count(cascade::Component component);

 private:
  const region::Region& region_;
  const cascade::CompiledRegion& compiled_;
  std::vector<std::uint32_t> lost_;  ///< by need: suppliers down
  std::vector<char> down_;           ///< by component
  std::vector<char> counted_;        ///< by zone
};

}  // namespace veer::operations
