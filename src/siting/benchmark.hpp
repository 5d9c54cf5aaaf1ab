#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "siting/capacitated_problem.hpp"
#include "siting/median_problem.hpp"

namespace veer::siting {

/// No benchmark file has more numbers than this; a matrix of n customers and n sites counts n·n.
inline constexpr std::size_t most_benchmark_numbers = 25'000'000;

/// OR-Library p-median: "n edges p", then "u v cost" for each edge.
///
/// Undirected; every point is a customer and a site; cost is the shortest path. If an edge is listed twice the last
/// cost counts, as Beasley's instances were made.
/// @errors invalid_input: not numbers, numbers missing or left over, a point or p out of range, a negative cost, a
///         network that falls apart; the place names file and row
[[nodiscard]] Result<MedianProblem> parse_pmed(std::string_view text, const std::string& file);

/// OR-Library capacitated p-median: "problem best", "n p capacity", then "id x y demand" for each point.
///
/// Every point is a customer and a site; cost is the Euclidean distance rounded down.
/// @errors as parse_pmed; and demand above capacity
[[nodiscard]] Result<CapacitatedProblem> parse_pmedcap(std::string_view text, const std::string& file);

/// Single-source capacitated facility location, in either of two layouts.
///
/// Holmberg: "facilities customers", "capacity fixed" per facility on a line of its own, demands, costs facility by
/// facility. Delmaire: "customers facilities", costs customer by customer, demands, fixed costs, capacities. The second
/// line tells: two numbers on it is Holmberg's.
/// @errors as parse_pmed
[[nodiscard]] Result<CapacitatedProblem> parse_sscflp(std::string_view text, const std::string& file);

}  // namespace veer::siting
