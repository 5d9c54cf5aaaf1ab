#pragma once

#include <cstdint>
#include <vector>

#include "geo/outline.hpp"

namespace veer::walking {

/// What a piece of street is besides walkable; a mask.
inline constexpr std::uint8_t plain = 0;
inline constexpr std::uint8_t bridge = 1;
inline constexpr std::uint8_t tunnel = 2;
inline constexpr std::uint8_t steps = 4;

/// A straight piece of a street that may be walked both ways.
struct Piece {
  std::uint32_t from = 0;  ///< index in Streets::places
  std::uint32_t to = 0;
  std::uint8_t traits = plain;
};

/// Walkable streets as they come from a map: what a Network is built from.
///
/// Pieces meet where they share a place. Oneway streets are open both ways to who walks.
struct Streets {
  std::vector<geo::RdMetres> places;  ///< RD New, less than 100,000 km from its origin
  std::vector<Piece> pieces;
};

}  // namespace veer::walking
