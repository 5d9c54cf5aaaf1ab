#pragma once

#include <cmath>
#include <cstdint>
#include <memory>

#include "siting/answer.hpp"

namespace veer::siting {

/// Patience that is counted in steps of the bound instead of read off a clock: a solver looks at its patience once a
/// step, so the same problem ends at the same step on every machine, and its answer with it.
/// @param steps  how often a solver may look before it has ended
[[nodiscard]] inline Patience work_patience(std::uint64_t steps) {
  const auto left = std::make_shared<std::uint64_t>(steps);
  return {[left] { return *left == 0 ? 0.0 : static_cast<double>((*left)--); }};
}

/// The first part of a patience: ends when `share` of what is left now has been used. @pre `whole` outlives it
[[nodiscard]] inline Patience first_part(const Patience& whole, double share) {
  const double left = whole.seconds_left();
  if (!std::isfinite(left)) return whole;
  const double kept = left * (1 - share);
  return {[&whole, kept] { return whole.seconds_left() - kept; }};
}

}  // namespace veer::siting
