#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace veer::server {

/// Threads that are made when there is work and none is idle, up to a most; then work waits in its order.
class ConnectionPool {
 public:
  explicit ConnectionPool(std::size_t most) : most_(most) {}
  ConnectionPool(const ConnectionPool&) = delete;
  ConnectionPool& operator=(const ConnectionPool&) = delete;
  ~ConnectionPool() { finish(); }

  void add(std::function<void()> work);
  /// Does what was added, and ends the threads. Work that is added later is not done.
  void finish();
  [[nodiscard]] std::size_t busy() const;

 private:
  void run();

  const std::size_t most_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool finishing_ = false;
};

}  // namespace veer::server
