#include "operations/people_behind.hpp"

namespace veer::operations {

using cascade::Component;

PeopleBehind::PeopleBehind(const region::Region& region, const cascade::CompiledRegion& compiled)
    : region_(region),
      compiled_(compiled),
      lost_(compiled.program.need_count(), 0),
      down_(compiled.program.component_count(), 0),
      counted_(region.zones.size(), 0) {}

std::int64_t PeopleBehind::count(Component component) {
  const cascade::Program& program = compiled_.program;
  std::vector<Component> fallen{component};
  std::vector<std::uint32_t> touched;
  down_[component] = 1;
  for (std::size_t i = 0; i < fallen.size(); ++i) {
    for (std::uint32_t u = program.user_begin[fallen[i]]; u < program.user_begin[fallen[i] + 1]; ++u) {
      const std::uint32_t need = program.users[u];
      touched.push_back(need);
      ++lost_[need];
      const Component owner = program.need_component[need];
      if (down_[owner] != 0 || program.suppliers_of(need).size() - lost_[need] >= program.need_k[need]) continue;
      down_[owner] = 1;
      fallen.push_back(owner);
    }
  }
  std::int64_t people = 0;
  std::vector<std::size_t> zones;
  const std::size_t first_leaf = compiled_.map.asset_count;
  const auto& leaves = compiled_.map.zone_components;
  for (const Component down : fallen) {
    down_[down] = 0;
    if (down < first_leaf || down >= first_leaf + leaves.size()) continue;
    const std::size_t zone = leaves[down - first_leaf].zone.index();
    if (counted_[zone] != 0) continue;
    counted_[zone] = 1;
    zones.push_back(zone);
    people += region_.zones[zone].residents;
  }
  for (const std::size_t zone : zones) counted_[zone] = 0;
  for (const std::uint32_t need : touched) lost_[need] = 0;
  return people;
}

}  // namespace veer::operations
