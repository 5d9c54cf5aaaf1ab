#pragma once

#include <cstdint>

#include "ensemble/ensemble.hpp"
#include "ensemble/replica_set.hpp"

namespace veer::ensemble {

/// An outcome of no replicas. Room for the most replicas is set aside and taken only as they come: a run that stops
/// early never uses it.
[[nodiscard]] Outcome make_room(const World& world, std::uint32_t most, Keep keep = Keep::all);

/// Makes the records per replica that many replicas long.
void grow_to(Outcome& outcome, std::uint32_t replicas, std::size_t municipalities);

/// The end of a run: moves the records of the replicas that are done together and forgets the places between them.
void pack(Outcome& outcome, const ReplicaSet& done, std::size_t municipalities);

}  // namespace veer::ensemble
