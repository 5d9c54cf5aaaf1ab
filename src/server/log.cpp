#include "server/log.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

namespace veer::server {

void Log::write(const char* level, const char* event, std::initializer_list<Field> fields) {
  nlohmann::ordered_json line{{"time", now_()}, {"level", level}, {"event", event}};
  for (const auto& [name, value] : fields) line[name] = value;
  const std::string text = line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  const std::scoped_lock lock(mutex_);
  out_ << text << std::flush;
}

}  // namespace veer::server
