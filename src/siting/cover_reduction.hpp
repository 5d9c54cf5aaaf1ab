#pragma once

#include <vector>

#include "siting/siting_case.hpp"

namespace veer::siting {

/// A covering problem without what decides nothing.
struct ReducedCover {
  std::vector<std::vector<Site>> rows;  ///< sites of which one at least must be chosen, each ascending
  std::vector<char> dropped;            ///< per site: 1 when another site serves all that it could serve
};

/// Reduces "everybody within reach of a chosen site" (Toregas and ReVelle 1972), by turns until nothing changes:
///
/// - sites that must not be chosen leave every row; who is served by a must-have point needs no row;
/// - a row that holds all sites of another row is kept when the other is: it goes;
/// - a site all of whose rows are rows of another one can be replaced by it: it goes, when `replace` says that nothing
///   else tells the two apart.
///
/// Any choice that meets the rows left and keeps the decisions meets all rows. Without `replace` the reverse holds too;
/// with it a best choice is among those without dropped sites, as long as fewer sites are never worse.
///
/// Cost: about rows times their neighbours; fast for rows of tens of sites.
/// @param rows  per customer the sites within reach; an empty row stays and says that it cannot be met
[[nodiscard]] ReducedCover reduce_cover(std::vector<std::vector<Site>> rows, std::size_t site_count, const Rules& rules,
                                        bool replace);

/// Whether one site may stand for another: nothing but their reach tells sites apart.
[[nodiscard]] bool sites_alike(const Rules& rules);

}  // namespace veer::siting
