#pragma once

#include "cascade/batch_engine.hpp"

namespace veer::cascade {

/// Not an engine but its floor: for each component and replica one block of random numbers and one look-up in a table,
/// and a down interval made of that handed to the sink. What an engine with these outputs cannot do without.
///
/// @param kernel  name of the vector code; empty: the best of this machine
[[nodiscard]] std::unique_ptr<BatchEngine> make_floor(const Program& program, const Plan& plan, std::uint32_t batch,
                                                      const std::string& kernel = "");

}  // namespace veer::cascade
