#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace veer {

/// Calls work(thread, index) for every index in [0, count), each once, on that many threads; returns when all are done.
///
/// Which thread takes which index is not fixed: a result may depend on the index, never on the thread or the order.
template <class Work>
void parallel_for(std::size_t threads, std::size_t count, Work&& work) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) work(std::size_t{0}, i);
    return;
  }
  std::atomic<std::size_t> next{0};
  const auto loop = [&](std::size_t thread) {
    for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) work(thread, i);
  };
  std::vector<std::jthread> crew;
  for (std::size_t thread = 1; thread < std::min(threads, count); ++thread) crew.emplace_back(loop, thread);
  loop(0);
}

}  // namespace veer
