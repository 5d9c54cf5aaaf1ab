#pragma once

#include <memory>

#include "server/api.hpp"
#include "store/region_rows.hpp"

namespace veer::server {

/// What a region held at the moment that a query asks for.
struct Stand {
  std::uint64_t number = 0;
  std::shared_ptr<const store::StoredPackage> package;
};

/// Reads opNummer and opTijdstip. Ask before Query::done; then `stand_of` fetches it.
struct StandQuery {
  std::optional<std::int64_t> number;
  std::optional<Instant> instant;
};
[[nodiscard]] StandQuery stand_query(Query& query, const Speech& say);

/// The package as it was; the present without parameters.
[[nodiscard]] tl::expected<Stand, Refusal> stand_of(const Services& services,
                                                    const std::shared_ptr<const Snapshot>& snapshot,
                                                    const StandQuery& asked, const Speech& say);

/// Number of the change at which a region stood: the number itself, the last one at that instant, or now.
/// @returns  0 before the first
[[nodiscard]] tl::expected<std::uint64_t, Refusal> number_of(const Services& services, const Snapshot& snapshot,
                                                             std::optional<std::int64_t> number,
                                                             std::optional<Instant> instant, const char* name,
                                                             const Speech& say);

}  // namespace veer::server
