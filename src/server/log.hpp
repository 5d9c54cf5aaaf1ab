#pragma once

#include <initializer_list>
#include <iosfwd>
#include <mutex>
#include <string>
#include <utility>

namespace veer::server {

/// One JSON object a line: time, level, what happened, and figures about it. Never a query, a body, an address of a
/// client or a name: what is asked about may be sensitive, and who asks is personal data. Safe for many threads.
class Log {
 public:
  /// @param now  gives the instant as text
  Log(std::ostream& out, std::string (*now)()) : out_(out), now_(now) {}

  using Field = std::pair<const char*, std::string>;
  void info(const char* event, std::initializer_list<Field> fields) { write("info", event, fields); }
  void warn(const char* event, std::initializer_list<Field> fields) { write("warn", event, fields); }

 private:
  void write(const char* level, const char* event, std::initializer_list<Field> fields);

  std::mutex mutex_;
  std::ostream& out_;
  std::string (*now_)();
};

}  // namespace veer::server
