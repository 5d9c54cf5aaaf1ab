#pragma once

#include <sys/resource.h>

namespace veer {

/// Processor seconds of this process, user and system: fair on a machine that does other work too.
inline double used_s() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace veer
