#include "faulttree/limits.hpp"

#include <fmt/format.h>

namespace veer::faulttree {

Error Limits::error(Stop reason) const {
  if (reason == Stop::asked) return {ErrorKind::cancelled, {"faulttree.stopped", {}}, {}, {}};
  const double gibibytes = static_cast<double>(most_bytes_) / static_cast<double>(std::size_t{1} << 30U);
  return {ErrorKind::unsupported, {"faulttree.memory", {fmt::format("{:.3g}", gibibytes)}}, {}, {}};
}

}  // namespace veer::faulttree
