#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "backtest/cases.hpp"

namespace veer::backtest {

/// What was predicted of one observation, and whether it came out.
struct Prediction {
  double p05 = 0;
  double p50 = 0;
  double p95 = 0;
  bool inside = false;         ///< the observed range and P5–P95 have a value in common
  bool middle_inside = false;  ///< the middle of the observed range lies in P5–P95: stricter
  /// P95 − P5 against the spread of that observable over cases; nothing when one case alone shows it.
  std::optional<double> width_ratio;
  double miss = 0;  ///< distance between the observed range and P5–P95, as a share of the farthest value; 0: inside
};

/// All observations of one observable.
struct Score {
  std::string_view observable;
  std::size_t observations = 0;
  std::size_t inside = 0;
  std::optional<double> spread;              ///< highest value seen less the lowest, over at least two cases
  std::optional<double> median_width_ratio;  ///< nothing where spread is
};

struct Report {
  std::vector<Prediction> predictions;  ///< in the order of the observations
  std::vector<Score> scores;            ///< in the order of the vocabulary, those that were seen
  double share_inside = 0;
  double share_middle_inside = 0;
  std::optional<double> median_width_ratio;  ///< over the observations that have one
};

struct Settings {
  std::uint32_t replicas = 4096;
  std::uint64_t seed = 72;
};

/// Predicts every observation from the cause, the season and the size of its case alone, and holds it against what was
/// seen. Same cases and settings, same numbers.
[[nodiscard]] Report run(const Cases& cases, const Settings& settings = {});

}  // namespace veer::backtest
