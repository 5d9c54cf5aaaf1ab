#include <cstddef>
#include <cstdint>

#include "fuzz/inputs.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  veer::fuzz::feed_geopackage({reinterpret_cast<const char*>(data), size});
  return 0;
}
