#pragma once

#include <filesystem>

#include "base/result.hpp"

namespace veer::store {

/// The right of one process to serve a data file: two servers on one file would each believe that they know its newest
/// state, and compute the same runs.
///
/// Held by a lock of the system on `<file>.lock`, which lies beside the file and stays there: it goes with the process,
/// however that ends. Backing up needs no such right.
class DataLock {
 public:
  /// @errors conflict: another process holds it (store.served); unavailable: the lock file cannot be made
  [[nodiscard]] static Result<DataLock> take(const std::filesystem::path& data);

  DataLock(DataLock&& other) noexcept;
  DataLock(const DataLock&) = delete;
  DataLock& operator=(const DataLock&) = delete;
  DataLock& operator=(DataLock&&) = delete;
  ~DataLock();

 private:
  explicit DataLock(int file) : file_(file) {}
  int file_;
};

}  // namespace veer::store
