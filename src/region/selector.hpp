#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"

namespace veer::region {

/// Reads "kind=substation|hub; municipality=GM0518": conditions separated by ';', of which every one must hold; in
/// each, values separated by '|', of which one must. Keys: id, kind, service, organisation, municipality, area (inside
/// its outline, which build_region fills in). Blanks around words do not count. The empty text selects every asset.
/// @errors invalid_input: a condition without '=', an empty value, a key that does not exist (with the nearest one) or
/// stands twice
[[nodiscard]] Result<Selector> parse_selector(std::string_view text);

/// Whether every condition of the selector holds for the asset. An asset without municipality matches no municipality;
/// one without place lies in no polygon.
[[nodiscard]] bool matches(const Selector& selector, const Region& region, const Asset& asset);

/// The assets that a selector takes, in order of id number.
[[nodiscard]] std::vector<AssetId> select(const Selector& selector, const Region& region);

/// The channels (indices in Region::channels) whose messages a shock of kind trust makes doubted: those of the senders
/// that it selects; with an empty target all, also those without a sender.
[[nodiscard]] std::vector<std::size_t> doubted_channels(const Region& region, const Shock& shock);

}  // namespace veer::region
