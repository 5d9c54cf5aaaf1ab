#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "base/result.hpp"

namespace veer::faulttree {

/// Why an analysis ended before its answer.
enum class Stop : std::uint8_t {
  none,
  memory,      ///< more than the allowed bytes
  node_limit,  ///< more nodes than this attempt was given
  asked        ///< the caller asked to stop
};

/// How much an analysis may use. Shared by all diagrams of one analysis; for one thread.
class Limits {
 public:
  explicit Limits(std::size_t most_bytes = std::size_t{2} << 30U, std::function<bool()> stop_asked = {})
      : most_bytes_(most_bytes), stop_asked_(std::move(stop_asked)) {}

  /// Books bytes (negative: gives them back). False, and nothing booked, when there are not that many left.
  [[nodiscard]] bool book(std::ptrdiff_t bytes) {
    const auto after = static_cast<std::ptrdiff_t>(bytes_) + bytes;
    if (bytes > 0 && after > static_cast<std::ptrdiff_t>(most_bytes_)) return false;
    bytes_ = static_cast<std::size_t>(after);
    peak_bytes_ = bytes_ > peak_bytes_ ? bytes_ : peak_bytes_;
    return true;
  }
  /// Whether the caller asked to stop; asks no more than once in some ten thousand calls.
  [[nodiscard]] bool stop_asked() {
    constexpr std::uint32_t rarely = 1U << 14U;
    if (++ticks_ % rarely != 0 || !stop_asked_) return stopped_;
    stopped_ = stopped_ || stop_asked_();
    return stopped_;
  }
  /// The same, asked at once.
  [[nodiscard]] bool stop_asked_now() {
    stopped_ = stopped_ || (stop_asked_ && stop_asked_());
    return stopped_;
  }
  [[nodiscard]] std::size_t peak_bytes() const { return peak_bytes_; }

  /// The error of an analysis that ended for this reason.
  [[nodiscard]] Error error(Stop reason) const;

 private:
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::size_t peak_bytes_ = 0;
  std::uint32_t ticks_ = 0;
  bool stopped_ = false;
  std::function<bool()> stop_asked_;
};

}  // namespace veer::faulttree
