#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "people/reserves.hpp"
#include "region/region.hpp"

namespace veer::people {

/// Row 0 is everyone; row 1 + g is group g.
inline constexpr std::size_t row_count = 1 + region::group_count;

/// A daily need of a zone, of everyone or of one group: what the cascade calls a leaf component.
struct Leaf {
  region::ZoneId zone;
  region::ServiceId need;
  std::optional<region::Group> group;
};

/// The people behind one leaf that are counted in one row, and how long their own reserve lasts.
struct Heads {
  std::uint8_t row = 0;
  std::int32_t heads = 0;
  std::uint32_t reserve = 0;  ///< index in Population::reserves
};

/// Who loses what when a leaf is down: the link between the cascade and the residents. Immutable; share it between
/// threads.
///
/// A leaf of a group counts that group's members; the base leaf of the same need counts the rest, so that row 0 never
/// counts anyone twice. A need that has group leaves only concerns those members only.
class Population {
 public:
  /// @param leaves  in the order of the cascade's components
  /// @errors invalid_input: a reserve that is no time, or a missing temperature
  [[nodiscard]] static Result<Population> build(const region::Region& region, const std::vector<Leaf>& leaves,
                                                const Warmth& warmth, Minutes horizon);

  [[nodiscard]] std::size_t leaf_count() const { return area_.size(); }
  [[nodiscard]] std::size_t area(std::size_t leaf) const { return area_[leaf]; }
  [[nodiscard]] std::size_t municipality(std::size_t leaf) const {
    return municipality_[leaf];
  }  ///< index in municipalities()
  [[nodiscard]] std::size_t need(std::size_t leaf) const { return need_[leaf]; }  ///< index in needs()
  [[nodiscard]] const std::vector<Heads>& heads(std::size_t leaf) const { return heads_[leaf]; }
  [[nodiscard]] const Reserve& reserve(std::size_t index) const { return reserves_[index]; }
  [[nodiscard]] std::size_t reserve_count() const { return reserves_.size(); }

  /// Daily needs that occur, in the order of the region's services.
  [[nodiscard]] const std::vector<region::ServiceId>& needs() const { return needs_; }
  /// Municipalities that have areas, in the order of the region's organisations.
  [[nodiscard]] const std::vector<region::OrganisationId>& municipalities() const { return municipalities_; }
  /// Index in municipalities() of each area.
  [[nodiscard]] const std::vector<std::size_t>& municipality_of_area() const { return municipality_of_area_; }
  /// People whom a need concerns (row 0), by area and need: areas × needs, row-major.
  [[nodiscard]] const std::vector<std::int64_t>& concerned() const { return concerned_; }
  /// Members of a group whom a need concerns in an area.
  [[nodiscard]] std::int64_t members(std::size_t area, std::size_t need, std::size_t group) const {
    return members_[(area * needs_.size() + need) * region::group_count + group];
  }

 private:
  std::vector<std::size_t> area_, municipality_, need_;
  std::vector<std::vector<Heads>> heads_;
  std::vector<Reserve> reserves_;
  std::vector<region::ServiceId> needs_;
  std::vector<region::OrganisationId> municipalities_;
  std::vector<std::size_t> municipality_of_area_;
  std::vector<std::int64_t> concerned_;
  std::vector<std::int64_t> members_;  ///< areas × needs × groups, row-major
};

}  // namespace veer::people
