#pragma once

#include <cstdint>
#include <string_view>

#include "backtest/cases.hpp"
#include "backtest/figures.hpp"
#include "base/random.hpp"

namespace veer::backtest {

/// The values that the figures have in one replica of one case. The same arguments give the same values; figures are
/// drawn apart from each other.
class Draws {
 public:
  Draws(std::uint64_t seed, std::string_view case_id, std::uint32_t replica)
      : seed_(seed), case_(static_cast<std::uint64_t>(stable_id(case_id))), replica_(replica) {}

  [[nodiscard]] double operator()(std::string_view figure) const { return quantiles_of(figure)[word(figure) >> 22U]; }
  /// Evenly spread over [0, 1). @param name  any; apart from the draw of a figure of that name
  [[nodiscard]] double chance(std::string_view name) const { return static_cast<double>(word(name, 1)) / 4294967296.0; }

 private:
  [[nodiscard]] std::uint32_t word(std::string_view name, std::uint32_t number = 0) const {
    const auto id = StableId{static_cast<std::uint64_t>(stable_id(name)) ^ case_};
    return draw(seed_, replica_, id, Purpose::people, number);
  }
  std::uint64_t seed_;
  std::uint64_t case_;
  std::uint32_t replica_;
};

}  // namespace veer::backtest
