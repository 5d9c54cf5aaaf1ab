#include "server/connection_pool.hpp"

#include <utility>

namespace veer::server {

void ConnectionPool::add(std::function<void()> work) {
  const std::scoped_lock lock(mutex_);
  if (finishing_) return;
  waiting_.push_back(std::move(work));
  if (idle_ < waiting_.size() && threads_.size() < most_) threads_.emplace_back([this] { run(); });
  changed_.notify_one();
}

void ConnectionPool::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    changed_.wait(lock, [this] { return finishing_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) return;
    const std::function<void()> work = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work();
    lock.lock();
  }
}

void ConnectionPool::finish() {
  std::vector<std::thread> threads;
  {
    const std::scoped_lock lock(mutex_);
    finishing_ = true;
    threads.swap(threads_);
  }
  changed_.notify_all();
  for (std::thread& thread : threads) thread.join();
}

std::size_t ConnectionPool::busy() const {
  const std::scoped_lock lock(mutex_);
  return threads_.size() - idle_ + waiting_.size();
}

}  // namespace veer::server
