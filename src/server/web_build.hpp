#pragma once

#include <filesystem>
#include <string_view>

namespace veer::server {

/// How a built web application stands to the program that serves it.
enum class WebBuild {
  absent,  ///< no index.html: there is none
  fits,    ///< built for the same interface and results
  other,   ///< built for others, or so long ago that it does not say: figures may be missing from its screens
};

/// @param folder    of the built application; its contract.json says what it was built for: {"contract": "<hash>"}
/// @param contract  of this program (documents::contract)
[[nodiscard]] WebBuild web_build(const std::filesystem::path& folder, std::string_view contract);

}  // namespace veer::server
