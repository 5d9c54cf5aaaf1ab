#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace veer::server {

struct ServeSettings {
  std::filesystem::path region;  ///< package to import at the start; empty: none
  bool update = false;           ///< import it again when the store has the region already
  std::filesystem::path data;    ///< the SQLite file
  std::filesystem::path web;     ///< the built web application; empty or absent: none
  std::string host = "127.0.0.1";
  int port = 8072;                         ///< 0: any that is free
  std::vector<std::string> allowed_hosts;  ///< further names by which clients may call this machine
  std::string program;                     ///< names what computes
  std::string version;
  std::size_t threads = 1;
};

/// What people at a terminal are told.
struct ServeNews {
  std::function<void(const std::string& address)> ready;  ///< the server answers there
  std::function<void(const Message& message)> tell;
};

/// Opens the store, imports the region, and answers requests until `stop_asked`; then ends in good order: requests in
/// hand are answered, a study that runs waits for the next start.
/// @param log  gets a JSON object a line
/// @errors as open_sqlite_store, read_package, App::start and Listener::bind
[[nodiscard]] Done serve(const ServeSettings& settings, const Texts& texts, std::ostream& log, const ServeNews& news,
                         const std::function<bool()>& stop_asked);

}  // namespace veer::server
