#pragma once

#include <cstdint>
#include <vector>

#include "cascade/program.hpp"

namespace veer::test {

/// The slow, plain simulator that the engines are held to: every tick, every component, straight from docs/model.md.
///
/// It shares with the engines only the data of the program and the Philox function: it draws its own numbers and keeps
/// its own stocks, one tick at a time. Cost: ticks × needs × sweeps; meant for small programs.
///
/// @param group_replica  the replica whose group words are used; normally `replica`
/// @returns  the down intervals of every component, in time order, clipped to the horizon
/// @source docs/model.md, sections 2 and 4
[[nodiscard]] std::vector<std::vector<cascade::Interval>> step_by_minute(const cascade::Program& program,
                                                                         std::uint32_t replica,
                                                                         std::uint32_t group_replica);
[[nodiscard]] inline std::vector<std::vector<cascade::Interval>> step_by_minute(const cascade::Program& program,
                                                                                std::uint32_t replica) {
  return step_by_minute(program, replica, replica);
}

}  // namespace veer::test
