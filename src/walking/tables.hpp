#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "walking/closures.hpp"
#include "walking/network.hpp"
#include "walking/snap.hpp"

namespace veer::walking {

/// A walk to one of the destinations of a table.
struct Walk {
  std::uint32_t destination = 0;  ///< index in the list of destinations
  Decimetres distance = 0;        ///< offsets at both ends included
  bool operator==(const Walk&) const = default;
};

/// All walks within the limit between two lists of places: by origin, then by destination.
///
/// Streets are open both ways, so the searches start from the shorter list. The same for any number of threads.
/// Cost: one bounded search for each place of the shorter list, and the walks found.
/// @param closures  of the same network; nullptr: nothing is closed
[[nodiscard]] std::vector<std::vector<Walk>> walks_within(const Network& network, std::span<const Snap> origins,
                                                          std::span<const Snap> destinations, Decimetres limit,
                                                          const Closures* closures, std::size_t threads);

/// The nearest site of one place.
struct Nearest {
  std::uint32_t site = nothing;  ///< of several equally near the first; nothing: none within the limit
  Decimetres distance = unreachable;
  bool operator==(const Nearest&) const = default;
};

/// The nearest of the sites for every place: one search that starts at all sites together.
/// Cost: one search over the network within the limit, whatever the number of sites, and each place once.
[[nodiscard]] std::vector<Nearest> nearest_sites(const Network& network, std::span<const Snap> sites,
                                                 std::span<const Snap> places, Decimetres limit,
                                                 const Closures* closures, std::size_t threads);

}  // namespace veer::walking
