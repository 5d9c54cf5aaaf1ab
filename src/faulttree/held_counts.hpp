#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "faulttree/diagrams.hpp"

namespace veer::faulttree {

/// Numbers by how many events of each kind occur: a dense array with one axis for each kind, of as many entries as it
/// has events and one more, the last axis running fastest.
struct Counts {
  std::vector<std::uint32_t> most;  ///< by axis: the largest number
  std::vector<double> value;
  [[nodiscard]] static std::size_t entries(std::span<const std::uint32_t> most);
};

/// How a function of events of a few kinds depends on how many of each occur: for every combination of numbers, how
/// many of the ways to choose which events they are make the function hold. Events of no kind have a probability each
/// and are summed out, so that the ways are weighted.
///
/// Divided by all ways this is the *survival signature* of a system of components of several types: whatever the
/// chances of the kinds are, and however they depend on each other, the function's chance follows from it and from the
/// chances of the numbers. All terms are positive, so nothing cancels.
///
/// @param axis_of  by event: its axis, −1: of no kind
/// @param probability  by event; read for those of no kind
/// @param most_entries  of one array
/// @returns  nothing when the arrays would be larger than that
/// @errors unsupported: more memory than allowed; cancelled
/// @source Coolen and Coolen-Maturi, "Generalizing the signature to systems with multiple types of components", 2012
[[nodiscard]] Result<std::optional<Counts>> ways_by_counts(const Diagrams& diagrams,
                                                           std::span<const std::int32_t> axis_of,
                                                           std::span<const double> probability, std::size_t axes,
                                                           std::size_t most_entries, Limits& limits);

}  // namespace veer::faulttree
