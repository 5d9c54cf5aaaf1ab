#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"

namespace veer::region {

/// Rows to put into a region, all new. A change is data: it can be looked at, told and applied to another copy.
///
/// Ids inside the rows are places in the region as it is after the change: the first new asset is number
/// `region.assets.size()`, and so on.
struct Change {
  std::string note;
  std::vector<Service> services;
  std::vector<Parameter> parameters;
  std::vector<Asset> assets;
  std::vector<Need> needs;
  std::vector<Backup> backups;
  std::vector<Shock> shocks;
};

/// The region with the rows of the change behind its own. Draws hang on ids, so what was there behaves as before.
/// @errors conflict: a row with an id that the region has already
[[nodiscard]] Result<Region> with(Region region, const Change& change);

}  // namespace veer::region
