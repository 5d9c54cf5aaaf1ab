#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/http.hpp"

namespace veer::server {

/// The media type that goes with the ending of a file name.
[[nodiscard]] std::string media_of(const std::string& name);

/// The files of the built web application.
///
/// A path names a file inside the folder, or it is an address of the application itself and gets index.html. Files
/// below assets/ carry a hash in their name and are kept by browsers for a year. Every file is read once per version
/// (time and size) and kept, packed as well. Safe for many threads.
class StaticFiles {
 public:
  explicit StaticFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Absent: no such file, and it is no address of the application (its last segment has an ending, or there is no
  /// index.html). No path leads out of the folder: not by dots, not by links.
  [[nodiscard]] std::optional<Response> find(const std::vector<std::string>& segments, bool packed);

 private:
  struct Held {
    std::filesystem::file_time_type changed;
    std::uintmax_t size = 0;
    std::string bytes;
    std::string packed;  ///< gzip; empty: not worth it
    std::string etag;
  };
  [[nodiscard]] std::shared_ptr<const Held> load(const std::filesystem::path& file);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::map<std::filesystem::path, std::shared_ptr<const Held>> held_;
};

}  // namespace veer::server
