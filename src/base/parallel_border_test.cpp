#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "base/parallel.hpp"

TEST_CASE("parallel_for: each index once and no thread number beyond the work, whatever the number of threads") {
  for (const std::size_t threads : {0U, 1U, 2U, 3U, 500U})
    for (const std::size_t count : {0U, 1U, 2U, 3U, 100U}) {
      std::vector<int> visits(count, 0);
      std::vector<std::size_t> by(count, 0);
      veer::parallel_for(threads, count, [&](std::size_t thread, std::size_t i) {
        ++visits[i];
        by[i] = thread;
      });
      for (std::size_t i = 0; i < count; ++i) {
        CHECK(visits[i] == 1);
        CHECK(by[i] < std::max<std::size_t>(1, std::min(threads, count)));
      }
    }
}
