#pragma once

#include <atomic>
#include <type_traits>

namespace veer::formats {

/// The address of a function of GDAL; the library is loaded at the first question.
///
/// GDAL draws in some seventy other libraries, which cost every start of the program 40 ms although few commands read a
/// GeoPackage. Safe from any thread.
[[nodiscard]] void* gdal_symbol(const char* name);

/// A function of GDAL's C interface that is looked up at its first call, and called as if it were linked.
template <class Function>
class LateCall;
template <class Returned, class... Arguments>
class LateCall<Returned(Arguments...)> {
 public:
  explicit constexpr LateCall(const char* name) : name_(name) {}
  Returned operator()(Arguments... arguments) { return address()(arguments...); }
  /// To hand to a function that takes it.
  [[nodiscard]] auto address() -> Returned (*)(Arguments...) {
    void* found = found_.load(std::memory_order_acquire);
    if (found == nullptr) found_.store(found = gdal_symbol(name_), std::memory_order_release);
    return reinterpret_cast<Returned (*)(Arguments...)>(found);
  }

 private:
  const char* name_;
  std::atomic<void*> found_ = nullptr;
};

// A source names the functions of GDAL that it calls in its own unnamed namespace, where each hides the one that GDAL's
// header declares. Some warn when nobody looks at their result; that attribute is lost here, and their callers look.
#pragma GCC diagnostic ignored "-Wignored-attributes"
#define VEER_LATE(name) LateCall<std::remove_pointer_t<decltype(&::name)>> name(#name)

}  // namespace veer::formats
