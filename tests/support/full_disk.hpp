#pragma once

#include <sys/resource.h>
#include <csignal>

namespace veer::test {

/// While it lives no file of this process grows beyond `bytes`: writing then fails as on a full disk.
///
/// The limit is of the whole process: one at a time, and no other thread may write meanwhile.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    before_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    works_ = ::setrlimit(RLIMIT_FSIZE, &now) == 0;
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, before_handler_);
  }
  [[nodiscard]] bool works() const { return works_; }

 private:
  rlimit before_{};
  void (*before_handler_)(int) = nullptr;
  bool works_ = false;
};

}  // namespace veer::test
