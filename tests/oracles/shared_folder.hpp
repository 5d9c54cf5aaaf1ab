#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace veer::test {

/// The optional folder with reference programs and benchmark cases: VEER_SHARED_DIR, else "shared" beside the source
/// folder.
[[nodiscard]] inline std::optional<std::filesystem::path> shared_folder(const std::filesystem::path& part) {
  std::filesystem::path folder;
  if (const char* const given = std::getenv("VEER_SHARED_DIR"))
    folder = given;
  else if (const char* const source = std::getenv("VEER_SOURCE_DIR"))
    folder = std::filesystem::path(source) / ".." / "shared";
  std::error_code ignored;
  if (folder.empty() || !std::filesystem::exists(folder / part, ignored)) return std::nullopt;
  return folder / part;
}

}  // namespace veer::test
