#include "formats/files.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>

namespace veer::formats {

namespace fs = std::filesystem;

namespace {

Error error_of(ErrorKind kind, std::string key, const fs::path& path, std::vector<std::string> arguments = {}) {
  return {kind, {std::move(key), std::move(arguments)}, Place{path.string(), {}, 0, {}}, {}};
}

/// What an error number of a write means to people.
Error write_error(int number, const fs::path& path) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return error_of(ErrorKind::unavailable, "formats.disk_full", path);
    case EACCES:
    case EPERM:
    case EROFS:
      return error_of(ErrorKind::unavailable, "formats.not_writable", path);
    case ENOTDIR:
    case EEXIST:
      return error_of(ErrorKind::conflict, "formats.not_a_folder", path);
    case ENOENT:
      return error_of(ErrorKind::unavailable, "formats.no_folder", path);
    default:
      return error_of(ErrorKind::unavailable, "formats.write_failed", path, {std::generic_category().message(number)});
  }
}

/// A name that no other process or thread uses at the same time.
std::string hidden_name(const fs::path& path) {
  static std::atomic<unsigned> counter{0};
  return "." + path.filename().string() + ".veer-" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto done = ::write(file, bytes.data(), bytes.size());
    if (done < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return 0;
}

/// Writes a file that does not exist yet, to the disk; on failure it is gone again.
Done write_new_file(const fs::path& path, std::string_view bytes, const fs::path& shown) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return fail(write_error(errno, shown));
  int number = write_all(file, bytes);
  if (number == 0 && ::fsync(file) != 0) number = errno;
  // Some network file systems report a full disk only here.
  if (::close(file) != 0 && number == 0) number = errno;
  if (number == 0) return {};
  ::unlink(path.c_str());
  return fail(write_error(number, shown));
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// "regions/dorp/" names the folder "regions/dorp".
fs::path without_trailing_slash(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  return normal.has_filename() || !normal.has_relative_path() ? normal : normal.parent_path();
}

}  // namespace

void InputFile::Close::operator()(void* handle) const { gzclose(static_cast<gzFile>(handle)); }

Result<InputFile> InputFile::open(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return fail(error_of(ErrorKind::invalid_input, "formats.is_folder", path));
  // zlib hands plain files through unchanged.
  gzFile handle = gzopen(path.c_str(), "rbe");
  if (handle == nullptr) {
    const int number = errno;
    if (number == ENOENT || number == ENOTDIR) return fail(error_of(ErrorKind::not_found, "formats.not_found", path));
    return fail(
        error_of(ErrorKind::unavailable, "formats.not_readable", path, {std::generic_category().message(number)}));
  }
  gzbuffer(handle, 256U << 10U);
  return InputFile(std::unique_ptr<void, Close>(handle), path.string());
}

Result<std::size_t> InputFile::read(std::span<char> buffer) {
  constexpr std::size_t largest_piece = std::size_t{1} << 30U;
  auto* const handle = static_cast<gzFile>(handle_.get());
  const int got = gzread(handle, buffer.data(), static_cast<unsigned>(std::min(buffer.size(), largest_piece)));
  int number = Z_OK;
  const char* const what = gzerror(handle, &number);
  // A packed file that was cut off gives its last bytes and Z_BUF_ERROR beside them.
  if (got < 0 || number == Z_BUF_ERROR || number == Z_DATA_ERROR) {
    if (number == Z_ERRNO) return fail(error_of(ErrorKind::unavailable, "formats.not_readable", shown_, {what}));
    return fail(error_of(ErrorKind::invalid_input, "formats.damaged_gzip", shown_));
  }
  return static_cast<std::size_t>(got);
}

Result<std::string> read_file(const fs::path& path, std::size_t most_bytes) {
  TRY(auto file, InputFile::open(path));
  constexpr std::size_t piece = std::size_t{1} << 20U;
  std::string bytes;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + piece);
    TRY(const std::size_t got, file.read(std::span(bytes).subspan(before)));
    bytes.resize(before + got);
    if (got == 0) return bytes;
    if (bytes.size() > most_bytes) {
      return fail(
          error_of(ErrorKind::invalid_input, "formats.file_too_large", path, {std::to_string(most_bytes >> 20U)}));
    }
  }
}

Done write_file_atomically(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    return fail(error_of(ErrorKind::conflict, "formats.not_a_file", path));
  }
  const fs::path hidden = folder_of(path) / hidden_name(path);
  TRY_DONE(write_new_file(hidden, bytes, path));
  if (::rename(hidden.c_str(), path.c_str()) == 0) return {};
  const int number = errno;
  ::unlink(hidden.c_str());
  return fail(write_error(number, path));
}

Result<StagedFolder> StagedFolder::beside(const fs::path& target) {
  StagedFolder staged;
  staged.target_ = without_trailing_slash(target);
  std::error_code problem;
  if (fs::exists(staged.target_, problem) && !fs::is_directory(staged.target_, problem)) {
    return fail(error_of(ErrorKind::conflict, "formats.not_a_folder", target));
  }
  std::vector<fs::path> missing;
  for (fs::path above = folder_of(staged.target_); !fs::exists(above, problem); above = folder_of(above)) {
    if (problem) return fail(write_error(problem.value(), target));
    missing.push_back(above);
  }
  for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
    if (!fs::create_directory(*folder, problem) && problem) return fail(write_error(problem.value(), *folder));
    staged.made_.insert(staged.made_.begin(), *folder);
  }
  const fs::path hidden = folder_of(staged.target_) / hidden_name(staged.target_);
  if (!fs::create_directory(hidden, problem)) return fail(write_error(problem.value(), target));
  staged.hidden_ = hidden;
  return staged;
}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept { *this = std::move(other); }

StagedFolder& StagedFolder::operator=(StagedFolder&& other) noexcept {
  if (this == &other) return *this;
  discard();
  target_ = std::move(other.target_);
  hidden_ = std::exchange(other.hidden_, {});
  made_ = std::exchange(other.made_, {});
  written_ = std::exchange(other.written_, {});
  removed_ = std::exchange(other.removed_, {});
  return *this;
}

StagedFolder::~StagedFolder() { discard(); }

void StagedFolder::discard() noexcept {
  std::error_code ignored;
  if (!hidden_.empty()) fs::remove_all(hidden_, ignored);
  for (const fs::path& folder : made_) fs::remove(folder, ignored);  // only when empty
  hidden_.clear();
  made_.clear();
}

Done StagedFolder::write(const std::string& name, std::string_view bytes) {
  ENSURE(!hidden_.empty(), "a staged folder is written to after its commit");
  ENSURE(fs::path(name).filename() == name, "a staged file is named by a plain file name");
  std::error_code ignored;
  fs::remove(hidden_ / name, ignored);
  TRY_DONE(write_new_file(hidden_ / name, bytes, target_ / name));
  if (std::find(written_.begin(), written_.end(), name) == written_.end()) written_.push_back(name);
  return {};
}

void StagedFolder::remove(const std::string& name) {
  ENSURE(fs::path(name).filename() == name, "a staged file is named by a plain file name");
  removed_.push_back(name);
}

Done StagedFolder::commit() {
  ENSURE(!hidden_.empty(), "a staged folder is committed twice");
  std::error_code problem;
  const bool target_is_new = !fs::exists(target_, problem);
  if (target_is_new) {
    fs::rename(hidden_, target_, problem);
    if (problem) {
      discard();
      return fail(write_error(problem.value(), target_));
    }
    hidden_.clear();
    made_.clear();
    return {};
  }

  struct Move {
    fs::path from;
    fs::path to;
  };
  std::vector<Move> done;
  const fs::path aside = hidden_ / ".old";
  const auto move = [&](const fs::path& from, const fs::path& to) {
    fs::rename(from, to, problem);
    if (!problem) done.push_back({from, to});
    return !problem;
  };
  const auto set_aside = [&](const std::string& name) {
    const fs::path old = target_ / name;
    if (!fs::exists(fs::symlink_status(old, problem))) {
      problem.clear();
      return true;
    }
    if (fs::is_directory(old, problem)) {
      problem = std::make_error_code(std::errc::is_a_directory);
      return false;
    }
    return move(old, aside / name);
  };
  fs::path at = target_;
  bool good = fs::create_directory(aside, problem) && !problem;
  for (std::size_t i = 0; good && i < written_.size(); ++i) {
    at = target_ / written_[i];
    good = set_aside(written_[i]) && move(hidden_ / written_[i], at);
  }
  for (std::size_t i = 0; good && i < removed_.size(); ++i) {
    at = target_ / removed_[i];
    good = set_aside(removed_[i]);
  }
  if (good) {
    made_.clear();
    discard();
    return {};
  }
  const int number = problem.value();
  for (auto step = done.rbegin(); step != done.rend(); ++step) fs::rename(step->to, step->from, problem);
  discard();
  return fail(number == EISDIR ? error_of(ErrorKind::conflict, "formats.not_a_file", at) : write_error(number, at));
}

}  // namespace veer::formats
