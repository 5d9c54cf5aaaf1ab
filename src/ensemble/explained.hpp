#pragma once

#include "ensemble/ensemble.hpp"

namespace veer::ensemble {

/// Plays the explained replicas of the outcome with the event engine, and fills in what only that one can tell:
/// limiting causes of processes and components that wait for one another.
void explain_replicas(const World& world, std::size_t threads, Outcome& outcome);

}  // namespace veer::ensemble
