#pragma once

#include "siting/answer.hpp"

namespace veer::siting {

/// Keeps the proof of a branch and bound: the best value found, and the least bound of the parts that were left.
///
/// A search may go in rounds, each over the whole problem. A round looks only for values below its limit: what it rules
/// out is proven to be at least the limit, so a round that finds nothing has lifted the bound to it.
class ProofBook {
 public:
  /// @param step  1 when all values are whole, so that a better one is better by at least 1; else 0
  explicit ProofBook(double step) : step_(step) {}

  [[nodiscard]] double step() const { return step_; }
  [[nodiscard]] double upper() const { return upper_; }
  [[nodiscard]] bool has_answer() const { return std::isfinite(upper_); }
  void found(double value) { upper_ = std::min(upper_, value); }

  /// What is looked for is below this.
  [[nodiscard]] double aim() const { return std::min(upper_, limit_); }
  /// A part whose bound exceeds this holds nothing that is looked for.
  [[nodiscard]] double cutoff() const {
    const double top = aim();
    if (!std::isfinite(top)) return top;
    if (step_ > 0) return top - step_ + 1e-7 * std::max(1.0, std::abs(top));
    return top - 0.5 * proof_share * std::abs(top);
  }
  /// What is proven of the parts that the cutoff rules out: nothing in them is below this.
  [[nodiscard]] double ruled_out() const { return step_ > 0 ? aim() : cutoff(); }

  /// A part is left for good: what it may still hold is at least `bound`.
  void close(double bound) { floor_ = std::min(floor_, bound); }
  /// A part is left because its bound exceeds the cutoff.
  void close_ruled_out(double bound) { close(std::max(bound, ruled_out())); }

  /// What was closed up to here is left out of every round.
  void begin_rounds() { base_ = floor_; }
  void begin_round(double limit) {
    limit_ = limit;
    floor_ = base_;
  }
  /// Every part of the round is closed.
  void end_round() {
    proven_ = std::max(proven_, floor_);
    limit_ = unreachable;
  }
  /// Nothing at all is allowed. @pre a round ended
  [[nodiscard]] bool proven_empty() const { return !has_answer() && proven_ == unreachable; }

  /// Proven of the whole, once a round ended. Sums of many terms carry rounding; the bound gives way for it, but not
  /// below 0, which no value is: costs are not negative.
  [[nodiscard]] double bound() const {
    if (!std::isfinite(proven_)) return std::min(proven_, upper_);
    const double safe = std::max(0.0, proven_ - 1e-9 * std::max(1.0, std::abs(proven_)));
    const double reached = step_ > 0 ? std::ceil(safe - 1e-6) : safe;
    return std::min(reached, upper_);
  }

  /// Value, bound and status. @pre has_answer()
  [[nodiscard]] Answer answer() const {
    Answer answer;
    answer.value = upper_;
    answer.bound = bound();
    answer.status = gap(answer) <= proof_share ? Status::optimal : Status::feasible;
    if (answer.status == Status::optimal && step_ > 0) answer.bound = answer.value;
    return answer;
  }

 private:
  double step_;
  double upper_ = unreachable;
  double limit_ = unreachable;
  double base_ = unreachable;
  double floor_ = unreachable;
  double proven_ = -unreachable;
};

}  // namespace veer::siting
