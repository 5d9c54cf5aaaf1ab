#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace veer::sensitivity {

/// Which share of the variance of y one uncertain figure explains by itself.
struct FirstOrder {
  double share = 0;  ///< 0…1
  double low = 0;    ///< 95 % interval
  double high = 0;
};

/// How many classes of equal size a sample of n is cut into: about 50 in each, from 5 to 20.
[[nodiscard]] std::size_t classes_for(std::size_t n);

/// The first-order index Var(E[y|x]) / Var(y) from a given sample: x is cut into classes of equal size by rank, and the
/// variance between their means is freed of what chance alone would give (omega squared). The interval is that of a
/// jackknife over 40 blocks of replicas.
/// @param x  one value a replica; only its order counts
/// @return nothing when there are fewer than 200 replicas, or y does not vary
/// @source docs/method/sensitivity.md; Plischke, Reliability Engineering and System Safety 95 (2010); Hays 1963
[[nodiscard]] std::optional<FirstOrder> first_order(std::span<const double> x, std::span<const double> y);

/// The distance PAWN: over classes of x, the median of the greatest difference between the distribution of y in the
/// class and that of all y. It sees what moves the spread and not the mean.
/// @return nothing when there are fewer than 200 replicas, or y does not vary
/// @source Pianosi and Wagener, Environmental Modelling and Software 108 (2018)
[[nodiscard]] std::optional<double> pawn(std::span<const double> x, std::span<const double> y);

/// What PAWN gives in 95 of 100 samples of n replicas for a figure that has no influence at all. Same n, same number.
[[nodiscard]] double pawn_noise(std::size_t n);

/// A ranking whose first place changes with one figure.
struct Flip {
  std::size_t low_first = 0;   ///< who comes first where x is in its lowest third
  std::size_t high_first = 0;  ///< and in its highest third
  double margin = 0;           ///< by how many standard errors, the smaller of both thirds
};

/// Whether another thing comes first where x is low than where it is high, each by at least `least_margin` standard
/// errors of the difference within its third.
/// @param values  by thing, by replica; the greatest mean comes first
[[nodiscard]] std::optional<Flip> flip(std::span<const double> x, const std::vector<std::vector<double>>& values,
                                       double least_margin);

}  // namespace veer::sensitivity
