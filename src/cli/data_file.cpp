#include "cli/data_file.hpp"

#include <cstdlib>

namespace veer::cli {

std::filesystem::path usual_data_file() {
  namespace fs = std::filesystem;
  const char* const data = std::getenv("XDG_DATA_HOME");
  const char* const home = std::getenv("HOME");
  fs::path folder;
  if (data != nullptr && *data != '\0')
    folder = data;
  else if (home != nullptr && *home != '\0')
    folder = fs::path(home) / ".local/share";
  return folder / "veerkracht" / "veerkracht.db";
}

}  // namespace veer::cli
