#include "server/rate.hpp"

#include <algorithm>

namespace veer::server {

bool RateLimit::take(const std::string& client, std::chrono::steady_clock::time_point now) {
  constexpr std::size_t most_clients = 10'000;
  const std::scoped_lock lock(mutex_);
  // Who has been away long enough to have a full bucket need not be remembered.
  if (buckets_.size() > most_clients)
    std::erase_if(buckets_, [&](const auto& entry) {
      return std::chrono::duration<double>(now - entry.second.filled).count() * per_second_ >= burst_;
    });
  const auto [found, is_new] = buckets_.try_emplace(client, Bucket{burst_, now});
  Bucket& bucket = found->second;
  const double passed = std::max(0.0, std::chrono::duration<double>(now - bucket.filled).count());
  bucket.tokens = std::min(burst_, bucket.tokens + passed * per_second_);
  bucket.filled = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

}  // namespace veer::server
