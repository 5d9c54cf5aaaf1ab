#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace veer::server {

/// What is counted of the requests, in the text format of Prometheus 0.0.4. Safe for many threads.
class Metrics {
 public:
  /// Upper edges of the histogram of durations, seconds; one more bin holds what is slower.
  static constexpr std::array<double, 9> edges{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5};

  /// @param route  the pattern of the route, never the address: addresses hold ids
  void count(const std::string& method, const std::string& route, int status, double seconds);

  /// Figures of the moment that others know: name → (help, value).
  using Gauges = std::map<std::string, std::pair<std::string, double>>;
  [[nodiscard]] std::string text(const Gauges& gauges) const;

 private:
  struct Timing {
    std::array<std::uint64_t, edges.size() + 1> bins{};
    double sum = 0;
    std::uint64_t count = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::string, std::uint64_t> requests_;  ///< by labels
  std::map<std::string, Timing> timings_;          ///< by route
};

}  // namespace veer::server
