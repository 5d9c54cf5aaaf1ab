#pragma once

#include <cstdint>
#include <utility>

namespace veer::walking {

/// The place of a square on Hilbert's curve through 65,536 × 65,536 squares: neighbours on the curve are neighbours in
/// the plane, so that what a search visits lies close together in memory.
///
/// @source D. Hilbert, Ueber die stetige Abbildung einer Linie auf ein Flächenstück, Mathematische Annalen 38, 1891
[[nodiscard]] constexpr std::uint32_t hilbert_index(std::uint32_t x, std::uint32_t y) {
  std::uint32_t index = 0;
  for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
    const std::uint32_t right = (x & side) != 0 ? 1 : 0;
    const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
    index += side * side * ((3U * right) ^ upper);
    // The quarter is entered turned, so that the curve goes on where the last quarter ended.
    if (upper == 0) {
      if (right == 1) {
        x = 65'535U - x;
        y = 65'535U - y;
      }
      std::swap(x, y);
    }
  }
  return index;
}

}  // namespace veer::walking
