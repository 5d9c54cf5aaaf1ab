#pragma once

#include <filesystem>

namespace veer::cli {

/// Where the data of `serve`, `backup` and `restore` stand when nothing is said: veerkracht/veerkracht.db in the folder
/// for data of the user (XDG_DATA_HOME, else ~/.local/share), or in the present folder when there is no home.
[[nodiscard]] std::filesystem::path usual_data_file();

}  // namespace veer::cli
