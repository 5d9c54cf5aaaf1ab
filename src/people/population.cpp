#include "people/population.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace veer::people {

namespace {

template <class Value>
std::size_t index_of(const std::vector<Value>& values, Value wanted) {
  return static_cast<std::size_t>(std::find(values.begin(), values.end(), wanted) - values.begin());
}

}  // namespace

Result<Population> Population::build(const region::Region& region, const std::vector<Leaf>& leaves,
                                     const Warmth& warmth, Minutes horizon) {
  Population out;
  std::set<region::ServiceId> needs;
  std::map<std::pair<region::ZoneId, region::ServiceId>, std::vector<region::Group>> own_leaf;  // groups that have one
  for (const Leaf& leaf : leaves) {
    needs.insert(leaf.need);
    if (leaf.group) own_leaf[{leaf.zone, leaf.need}].push_back(*leaf.group);
  }
  out.needs_.assign(needs.begin(), needs.end());
  std::set<region::OrganisationId> municipalities;
  for (const auto& area : region.areas) municipalities.insert(area.municipality);
  out.municipalities_.assign(municipalities.begin(), municipalities.end());
  for (const auto& area : region.areas)
    out.municipality_of_area_.push_back(index_of(out.municipalities_, area.municipality));
  out.concerned_.assign(region.areas.size() * out.needs_.size(), 0);
  out.members_.assign(out.concerned_.size() * region::group_count, 0);

  ReserveBook book(region, warmth, horizon);
  // Thousands of leaves ask for the same few reserves: by profile, need, group (0: everyone) and building.
  std::map<std::string, std::size_t> profiles;
  std::vector<std::size_t> profile_of;
  for (const auto& area : region.areas)
    profile_of.push_back(profiles.emplace(area.preparedness, profiles.size()).first->second);
  std::map<std::tuple<std::size_t, region::ServiceId, std::size_t, region::ParameterId>, std::size_t> known;
  for (const Leaf& leaf : leaves) {
    const region::Zone& zone = region.zones[leaf.zone.index()];
    const region::Area& area = region.areas[zone.area.index()];
    const std::string& need = region.services[leaf.need.index()].id;
    const auto apart = own_leaf.find({leaf.zone, leaf.need});
    const auto is_apart = [&](region::Group group) {
      return apart != own_leaf.end() &&
             std::find(apart->second.begin(), apart->second.end(), group) != apart->second.end();
    };
    std::vector<Heads> rows;
    const auto add = [&](std::size_t row, std::int32_t heads, std::size_t group) -> Done {
      if (heads <= 0) return {};
      const std::tuple key{profile_of[zone.area.index()], leaf.need, group, zone.building};
      auto reserve = known.find(key);
      if (reserve == known.end()) {
        const std::string name = group == 0 ? "" : region::group_names[group - 1];
        TRY(const std::size_t found, book.find(area.preparedness, need, name, zone.building));
        reserve = known.emplace(key, found).first;
      }
      rows.push_back({static_cast<std::uint8_t>(row), heads, static_cast<std::uint32_t>(reserve->second)});
      return {};
    };
    if (leaf.group) {
      const auto g = static_cast<std::size_t>(*leaf.group);
      TRY_DONE(add(0, zone.groups[g], 1 + g));
      TRY_DONE(add(1 + g, zone.groups[g], 1 + g));
    } else {
      std::int32_t rest = zone.residents;
      for (std::size_t g = 0; g < region::group_count; ++g)
        if (is_apart(static_cast<region::Group>(g))) rest -= zone.groups[g];
      TRY_DONE(add(0, rest, 0));
      for (std::size_t g = 0; g < region::group_count; ++g)
        if (!is_apart(static_cast<region::Group>(g))) TRY_DONE(add(1 + g, zone.groups[g], 1 + g));
    }
    const std::size_t need_index = index_of(out.needs_, leaf.need);
    const std::size_t place = zone.area.index() * out.needs_.size() + need_index;
    for (const Heads& counted : rows) {
      if (counted.row == 0) out.concerned_[place] += counted.heads;
      if (counted.row > 0) out.members_[place * region::group_count + counted.row - 1U] += counted.heads;
    }
    out.area_.push_back(zone.area.index());
    out.municipality_.push_back(out.municipality_of_area_[zone.area.index()]);
    out.need_.push_back(need_index);
    out.heads_.push_back(std::move(rows));
  }
  out.reserves_ = book.reserves();
  return out;
}

}  // namespace veer::people
