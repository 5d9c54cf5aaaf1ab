#include "store/data_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <utility>

namespace veer::store {

namespace fs = std::filesystem;

Result<DataLock> DataLock::take(const fs::path& data) {
  std::error_code failed;
  if (data.has_parent_path()) fs::create_directories(data.parent_path(), failed);
  if (failed)
    return fail(
        {ErrorKind::unavailable, {"store.folder", {failed.message()}}, {data.parent_path().string(), {}, 0, {}}, {}});
  // The same file by another name is the same file.
  const fs::path real = fs::weakly_canonical(data, failed);
  const std::string name = (failed ? data : real).string() + ".lock";
  // Closed in child processes: they outlive us at times, and would hold the lock.
  constexpr int only_owner = 0600;
  const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, only_owner);
  if (file < 0)
    return fail({ErrorKind::unavailable, {"store.not_placed", {std::strerror(errno)}}, {name, {}, 0, {}}, {}});
  DataLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0)
    return fail({ErrorKind::conflict, {"store.served", {}}, {data.string(), {}, 0, {}}, {}});
  return lock;
}

DataLock::DataLock(DataLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

DataLock::~DataLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace veer::store
