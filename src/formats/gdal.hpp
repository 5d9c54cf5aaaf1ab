#pragma once

#include <string>

#include "base/late_call.hpp"

namespace veer::formats {

/// GDAL, loaded when it is first used.
LateLibrary& gdal();

/// Loads GDAL's drivers once per process. Safe from any thread.
void prepare_gdal();

/// While it lives, GDAL is silent on this thread, keeps what it complained of, and stamps files with a fixed date.
///
/// One thread; nests.
class GdalSession {
 public:
  GdalSession();
  GdalSession(const GdalSession&) = delete;
  GdalSession& operator=(const GdalSession&) = delete;
  ~GdalSession();

  /// The last complaint in GDAL's English, or "".
  [[nodiscard]] static std::string complaint();
};

/// A name below /vsimem/ that no other thread uses.
[[nodiscard]] std::string memory_file_name(const std::string& ending);

}  // namespace veer::formats
