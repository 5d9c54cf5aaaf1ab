#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace veer::formats {

/// No file that we read is larger, unpacked; what is larger is refused before memory runs out.
inline constexpr std::size_t largest_file_bytes = std::size_t{512} << 20U;

/// A file that is read from begin to end in pieces; gzip (*.gz) is unpacked on the way.
///
/// For one thread at a time; may be moved, not copied.
class InputFile {
 public:
  /// @errors not_found: no such file; invalid_input: a folder; unavailable: it may not be read
  [[nodiscard]] static Result<InputFile> open(const std::filesystem::path& path);

  /// Fills `buffer` from its begin and says how many bytes came; 0 at the end.
  /// @errors unavailable: reading failed; invalid_input: damaged gzip
  [[nodiscard]] Result<std::size_t> read(std::span<char> buffer);

 private:
  struct Close {
    void operator()(void* handle) const;
  };
  InputFile(std::unique_ptr<void, Close> handle, std::string shown)
      : handle_(std::move(handle)), shown_(std::move(shown)) {}

  std::unique_ptr<void, Close> handle_;
  std::string shown_;
};

/// The whole file; *.gz is unpacked.
/// @errors as InputFile, and invalid_input: larger than `most_bytes` (unpacked)
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            std::size_t most_bytes = largest_file_bytes);

/// Writes a file so that readers see the old bytes or the new ones, never a part: a hidden file in the same folder,
/// then a rename. After a failure the hidden file is gone and the old file is as it was.
/// @errors unavailable: no such folder, no right to write, disk full; conflict: `path` is a folder or a device
[[nodiscard]] Done write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

/// Several files that appear in a folder together or not at all.
///
/// Files gather in a hidden folder beside the target. `commit` moves them in one by one after the old ones were set
/// aside; when a move fails, everything is put back. What is not committed disappears with the object, and so do
/// folders that were made for it. Other files of the target folder stay as they are. For one thread.
class StagedFolder {
 public:
  /// Makes the hidden folder; missing folders above the target are made as well.
  /// @errors unavailable: no right to write, disk full; conflict: `target` or a folder above it is a file
  [[nodiscard]] static Result<StagedFolder> beside(const std::filesystem::path& target);

  StagedFolder(StagedFolder&& other) noexcept;
  StagedFolder& operator=(StagedFolder&& other) noexcept;
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;
  ~StagedFolder();

  /// Adds a file. @pre `name` is a plain file name
  /// @errors unavailable: disk full, no right to write
  [[nodiscard]] Done write(const std::string& name, std::string_view bytes);

  /// At commit the file of that name in the target goes away, if it is there. @pre `name` is a plain file name
  void remove(const std::string& name);

  /// Puts everything in place. The object is empty afterwards, whatever the outcome.
  /// @errors unavailable: a file could not be put in place; the target is as it was
  [[nodiscard]] Done commit();

 private:
  StagedFolder() = default;
  void discard() noexcept;

  std::filesystem::path target_;
  std::filesystem::path hidden_;
  std::vector<std::filesystem::path> made_;  ///< folders made above the target, innermost first
  std::vector<std::string> written_;
  std::vector<std::string> removed_;
};

}  // namespace veer::formats
