#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "faulttree/held_cause.hpp"
#include "faulttree/held_pair.hpp"

namespace veer::faulttree {

/// The chance of a cause when some slots have given values and the others take their own word.
///
/// Keeps what can be used again, so that a call costs one look-up to one sum. For one thread.
class CauseChance {
 public:
  /// @param given  by slot: whether its value is given
  CauseChance(const HeldCause& cause, std::vector<bool> given);
  /// @param values  by slot; those that are not given are not read
  [[nodiscard]] double operator()(std::span<const cascade::Tick> values);
  /// The chance as the tank alone changes: a look-up.
  struct AlongTank {
    const double* sums = nullptr;  ///< of the chance that it runs long enough, over stocks of so many minutes or more
    double certain = 0;            ///< 1 − the chance that stocks carry alone
    double started = 1;
    cascade::Tick least = 0;  ///< minutes that stock and tank must bridge, less the given stocks
    cascade::Tick most = 0;
    [[nodiscard]] double operator()(cascade::Tick tank) const {
      return std::clamp(certain - started * sums[std::clamp<cascade::Tick>(least - tank, 0, most)], 0.0, 1.0);
    }
  };
  /// @returns  nothing when tank and contract are not both given, or F is
  /// @param values  as for a call; must not be used beyond the next one
  [[nodiscard]] std::optional<AlongTank> along_tank(std::span<const cascade::Tick> values);
  /// Bytes that are kept for each sum of the given stocks.
  [[nodiscard]] std::size_t bytes_per_stock() const {
    return suffix_.empty() ? 0 : (static_cast<std::size_t>(cause_->horizon) + 2) * sizeof(double);
  }
  /// Bytes of its other tables.
  [[nodiscard]] std::size_t bytes() const;

  /// What one call looks at: entries of tables, and as much for each combination that has to be played.
  [[nodiscard]] double cost() const;
  /// Whether every combination of what is not given has to be played.
  [[nodiscard]] bool is_played() const { return !cause_->simple && !pair_; }

 private:
  [[nodiscard]] double simple(std::span<const cascade::Tick> values);
  [[nodiscard]] double played(std::span<const cascade::Tick> values);
  [[nodiscard]] const std::vector<double>& sums_of(cascade::Tick given_stock);
  [[nodiscard]] double holds(cascade::Tick stock, std::span<const cascade::Tick> values) const;

  const HeldCause* cause_;
  std::vector<bool> given_;
  std::optional<PairChance> pair_;
  std::vector<cascade::Tick> now_;           ///< while a chain is played
  MinuteChances stock_;                      ///< sum of the stocks that are not given
  double started_ = 1;                       ///< chance that the runner starts
  std::vector<double> carried_;              ///< by minute x: P(stocks that are not given ≥ x)
  std::vector<double> run_, tank_, from_;    ///< by minute: P(F ≥ x), P(T ≥ x), P(min(h, D) ≤ x)
  std::vector<double> fuel_;                 ///< tank and contract both own: P(S + T ≥ min(h, D)) by S
  std::vector<std::vector<double>> suffix_;  ///< by sum of the given stocks: see simple()
};

}  // namespace veer::faulttree
