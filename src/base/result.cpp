#include "base/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace veer::detail {

void ensure_failed(const char* condition, std::string_view sentence, const char* file, int line) {
  std::fprintf(stderr, "veer: %.*s\n  (%s, %s:%d)\n", static_cast<int>(sentence.size()), sentence.data(), condition,
               file, line);
  std::abort();
}

}  // namespace veer::detail
