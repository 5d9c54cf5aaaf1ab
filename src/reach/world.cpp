#include "reach/world.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "region/selector.hpp"

namespace veer::reach {

namespace {

using cascade::Component;
using cascade::ComponentMap;

Component component_of(const cascade::CompiledRegion& compiled, const region::Supplier& supplier) {
  return supplier.kind == region::OwnerKind::asset ? ComponentMap::of(region::AssetId(supplier.index))
                                                   : compiled.map.processes[supplier.index].minimum;
}

}  // namespace

Spread spread(std::vector<double> values) {
  Spread out;
  if (values.empty()) return out;
  const auto n = static_cast<double>(values.size());
  std::sort(values.begin(), values.end());
  out.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - out.mean) * (value - out.mean);
  if (values.size() > 1) out.standard_error = std::sqrt(squares / (n - 1) / n);
  const auto quantile = [&](double p) { return values[static_cast<std::size_t>(std::max(0.0, std::ceil(p * n) - 1))]; };
  out.p5 = quantile(0.05);
  out.p50 = quantile(0.5);
  out.p95 = quantile(0.95);
  return out;
}

std::vector<std::optional<SupplySet>> supply_of(const region::Region& region, const cascade::CompiledRegion& compiled,
                                                region::ServiceId service) {
  std::vector<std::optional<SupplySet>> out(region.zones.size());
  for (const region::Need& need : region.needs) {
    if (need.owner.kind != region::OwnerKind::zone || need.service != service) continue;
    if (need.owner.component.find('@') != std::string::npos || out[need.owner.index]) continue;
    SupplySet set{need.k, {}};
    for (const region::Supplier& supplier : need.suppliers) set.suppliers.push_back(component_of(compiled, supplier));
    out[need.owner.index] = std::move(set);
  }
  return out;
}

std::vector<Component> wanted(const region::Region& region, const cascade::CompiledRegion& compiled) {
  std::set<Component> out;
  std::set<region::ServiceId> received;
  for (const region::Channel& channel : region.channels) {
    if (channel.sender) out.insert(ComponentMap::of(*channel.sender));
    if (channel.receiver_service) received.insert(*channel.receiver_service);
  }
  for (const region::ServiceId service : received)
    for (const auto& set : supply_of(region, compiled, service))
      if (set) out.insert(set->suppliers.begin(), set->suppliers.end());
  for (const region::Zone& zone : region.zones)
    if (zone.feeding_area.valid()) out.insert(ComponentMap::of(zone.feeding_area));
  for (const region::Decision& decision : region.decisions) {
    for (std::size_t a = 0; a < region.assets.size(); ++a)
      if (decision.through && region.assets[a].service == *decision.through)
        out.insert(ComponentMap::of(region::AssetId(a)));
    if (decision.target)
      for (const region::AssetId asset : region::select(*decision.target, region)) out.insert(ComponentMap::of(asset));
    if (decision.need)
      for (const auto& leaf : compiled.map.zone_components)
        if (leaf.need == *decision.need) out.insert(leaf.component);
  }
  return {out.begin(), out.end()};
}

}  // namespace veer::reach
