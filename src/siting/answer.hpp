#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace veer::siting {

/// A candidate site, by its place in the list of candidates.
using Site = std::uint32_t;

/// No site: a customer that nobody serves.
inline constexpr Site no_site = 0xffffffffU;
inline constexpr double unreachable = std::numeric_limits<double>::infinity();

/// A value counts as proven when its bound is closer than this share of it.
inline constexpr double proof_share = 1e-6;

/// What is decided about a site before the choice is made.
enum class Choice : std::uint8_t { free, open, closed };

/// Whether an answer is proven to be the best, or the best that was found.
enum class Status { optimal, feasible };

/// How long a solver may go on. Time is an argument: a solver never reads a clock.
///
/// With unlimited patience an answer depends on the problem alone. When patience ends, the best so far is returned with
/// its bound.
struct Patience {
  /// Seconds that are left, zero or less when there are none.
  std::function<double()> seconds_left = [] { return unreachable; };
  [[nodiscard]] bool ended() const { return seconds_left() <= 0; }
};

/// An answer with its proof.
struct Answer {
  double value = 0;  ///< of the sites below, recomputed from the problem
  double bound = 0;  ///< no answer is better than this
  Status status = Status::feasible;
  std::vector<Site> sites;   ///< chosen, ascending
  std::vector<Site> server;  ///< per customer the site that serves it, or no_site
};

/// |value − bound| as a share of the value; 0 when both are 0.
[[nodiscard]] inline double gap(const Answer& answer) {
  const double distance = std::abs(answer.value - answer.bound);
  return distance == 0 ? 0 : distance / std::max(std::abs(answer.value), 1e-12);
}

}  // namespace veer::siting
