#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "faulttree/held_cause.hpp"

namespace veer::faulttree {

/// The chance that a chain of stocks and two *runners* carries for h minutes, when some of its numbers are given and
/// the others take their own word; in closed form instead of playing it for every combination of values.
///
/// A runner is a generator (F minutes to failure, 0 when it does not start; tank T; contract from minute D) or a
/// fallback by hand that comes at minute D (F its minutes, T = 0). It offers min(F, T) minutes from the start and
/// F − min(F, T) more from D on. What is offered stays until it is used, and every minute uses one, so the order does
/// not matter: the chain carries when at h, and whenever something new is offered before h, what was offered until then
/// has sufficed. With a = min(F, T), runner 1 the one whose contract comes first (D₁ ≤ D₂ ≤ h) and S the stocks:
///
///     S + a₁ + a₂ ≥ D₁,   S + F₁ + a₂ ≥ D₂,   S + F₁ + F₂ ≥ h.
///
/// One runner (*y*) is summed over F, over T and D where they are not given; of the other (*x*) only thresholds remain,
/// because min(F, T) ≥ α is F ≥ α and T ≥ α. Sums over F_y are differences of tables by minute. All numbers are
/// probabilities; the rounding is some 10⁻¹⁵.
/// For one thread.
/// @source docs/method/held_view.md, section "One chain"
class PairChance {
 public:
  /// @returns  nothing when the chain has another number of runners, or one that carries only after a start delay
  static std::optional<PairChance> of(const HeldCause& cause, const std::vector<bool>& given);

  /// P(the chain carries for the whole horizon). @param values  by slot; those that are not given are not read
  [[nodiscard]] double operator()(std::span<const cascade::Tick> values);

  /// Steps of one call, about ten nanoseconds each.
  [[nodiscard]] double steps() const;
  /// Bytes that its tables may come to take.
  [[nodiscard]] std::size_t bytes() const;

 private:
  /// One drawn number of a runner: a place among the slots, and its own values.
  struct Number {
    std::size_t slot = 0;
    bool given = false;
    MinuteChances own;
    std::vector<double> least;  ///< by minute v: P(number ≥ v)
    std::vector<double> most;   ///< by minute v: P(min(h, number) ≤ v)
  };
  struct Runner {
    double starts = 1;
    bool by_hand = false;  ///< T = 0
    Number run, tank, from;
  };
  /// What is summed over, or given, in one pass over the stocks.
  struct Now {
    cascade::Tick base = 0;  ///< given stocks
    cascade::Tick tank_y = 0, from_y = 0, from_x = 0;
    bool tank_x_given = false, from_x_given = true;
    cascade::Tick tank_x = 0;
  };

  PairChance(const HeldCause& cause, std::vector<bool> given);
  [[nodiscard]] bool lay_out();
  [[nodiscard]] std::optional<Runner> runner_of(std::size_t backup) const;
  [[nodiscard]] Number number_of(std::size_t slot) const;
  void choose_roles();
  void set_runs(std::span<const cascade::Tick> values);

  /// P(F ≥ v), a runner that does not start has F = 0.
  [[nodiscard]] static double runs(const Runner& runner, cascade::Tick given, cascade::Tick v);
  [[nodiscard]] double runs_x(cascade::Tick v) const { return runs(x_, run_x_, v); }
  [[nodiscard]] double runs_y(cascade::Tick v) const { return runs(y_, run_y_, v); }
  /// Number of values of F_y below v.
  [[nodiscard]] std::size_t below(cascade::Tick v) const;

  /// Σ over F_y ≥ low and < high of p(F_y)·P(S + F_y + F_x ≥ h): a difference of tails.
  [[nodiscard]] double between(cascade::Tick stock, cascade::Tick low, cascade::Tick high);
  [[nodiscard]] const std::vector<double>& tails(cascade::Tick stock);
  /// The same, with D_x ≤ S + F_y besides.
  [[nodiscard]] double between_arrived(const Now& now, cascade::Tick stock, cascade::Tick low, cascade::Tick high);
  /// The same, with S + F_y + T_x ≥ D_x besides.
  [[nodiscard]] double between_filled(const Now& now, cascade::Tick stock, cascade::Tick low, cascade::Tick high);
  /// Σ over F_y ≥ low of p(F_y)·P(F_x ≥ max(least, h − S − F_y)).
  [[nodiscard]] double from_on(cascade::Tick stock, cascade::Tick low, cascade::Tick least);
  /// Σ over stocks and F_y < T_y of what between_filled says, kept by D_x.
  [[nodiscard]] double short_runs(const Now& now);

  [[nodiscard]] double by_hand(const Now& now, cascade::Tick stock);
  [[nodiscard]] double by_tank(const Now& now, cascade::Tick stock);
  [[nodiscard]] double over_stocks(const Now& now);

  const HeldCause* cause_;
  std::vector<bool> given_;
  cascade::Tick h_;
  std::vector<std::size_t> stock_slots_;
  MinuteChances stock_{{0, 1.0}};  ///< of the stocks that are not given
  std::vector<Runner> runners_;
  Runner x_, y_;
  cascade::Tick run_x_ = 0, run_y_ = 0;                ///< where F is given
  MinuteChances runs_y_list_;                          ///< values of F_y with their chances
  std::vector<std::uint32_t> below_;                   ///< by minute: values of F_y below it
  std::vector<std::vector<double>> tails_, arrivals_;  ///< by stock minutes: sums over F_y from a value on
  std::map<cascade::Tick, std::vector<double>> short_;
  cascade::Tick short_base_ = -1;
};

}  // namespace veer::faulttree
