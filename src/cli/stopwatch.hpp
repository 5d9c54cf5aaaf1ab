#pragma once

#include <chrono>

namespace veer::cli {

/// Seconds on the wall clock since it was made: what a command tells about itself, and what --time and --timeout count.
class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace veer::cli
