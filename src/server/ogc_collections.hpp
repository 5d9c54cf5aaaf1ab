#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/api.hpp"
#include "server/geo_query.hpp"
#include "server/instant.hpp"

namespace veer::server {

/// A collection of features as OGC API Features offers it.
struct Collection {
  std::string id;
  std::string title;
  std::string description;
  std::shared_ptr<const Snapshot> region;
  enum class What : unsigned char { areas, assets, support_points, results } what = What::areas;
};

/// The collections of all regions: four each. With more than one region their ids begin with the region and a point.
[[nodiscard]] std::vector<Collection> collections_of(const Services& services, const Speech& say);

/// West, south, east, north of all its features, CRS84; absent: it has no places.
[[nodiscard]] std::optional<Box> extent_of(const Collection& collection);

/// Which features are wanted.
struct FeatureWish {
  std::optional<Box> box;
  std::optional<Period> period;
  std::string run;                ///< results: of this run; empty: the newest that is done
  std::optional<std::string> id;  ///< only this feature
  std::size_t offset = 0;
  std::size_t limit = 100;
  Crs crs = Crs::crs84;
};

struct Features {
  std::vector<std::string> texts;  ///< a GeoJSON feature each, of the page
  std::size_t matched = 0;         ///< in all
};

/// The features that are wanted, in a fixed order.
/// @errors not_found: there is no such run, or it has no results; as the store
[[nodiscard]] Result<Features> features_of(const Services& services, const Collection& collection,
                                           const FeatureWish& wish);

}  // namespace veer::server
