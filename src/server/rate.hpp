#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace veer::server {

/// How often one client may ask: a bucket that fills at a steady rate (token bucket). Safe for many threads.
class RateLimit {
 public:
  /// @param per_second  requests a second in the long run, > 0
  /// @param burst  requests at once, >= 1
  RateLimit(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

  /// Whether a request of this client at this moment is within the limit; it counts when it is.
  [[nodiscard]] bool take(const std::string& client, std::chrono::steady_clock::time_point now);

 private:
  struct Bucket {
    double tokens = 0;
    std::chrono::steady_clock::time_point filled;
  };
  const double per_second_;
  const double burst_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace veer::server
