#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace veer::formats {

/// The parts of a zip file, unpacked piece by piece and bounded in all. For one thread.
class ZipArchive {
 public:
  /// Reads the packed file into memory, so that what changes on disk meanwhile does no harm.
  /// @param most_bytes  what all parts together may unpack to
  /// @errors as read_file
  [[nodiscard]] static Result<ZipArchive> open(const std::filesystem::path& path, std::size_t most_bytes);

  ZipArchive(ZipArchive&& other) noexcept;
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ZipArchive& operator=(ZipArchive&&) = delete;
  ~ZipArchive();

  [[nodiscard]] bool has(const std::string& part) const;

  /// Hands the part to `take` in pieces; stops at its first error.
  /// @errors invalid_input: no such part, damaged, or too large when unpacked; whatever `take` says
  [[nodiscard]] Done read(const std::string& part, const std::function<Done(std::string_view)>& take);

  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  ZipArchive() = default;
  [[nodiscard]] std::string address(const std::string& part) const;

  std::string bytes_;  ///< the packed file; `memory_name_` refers to it
  std::string memory_name_;
  std::string shown_;
  std::size_t most_bytes_ = 0;
  std::size_t unpacked_ = 0;
};

}  // namespace veer::formats
