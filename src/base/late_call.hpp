#pragma once

#include <atomic>
#include <type_traits>

namespace veer {

/// A library that is loaded when one of its functions is called for the first time.
///
/// GDAL draws in some seventy other libraries and PROJ some thirty, which cost every start of the program 40 and 8 ms
/// although few commands read a GeoPackage or turn degrees into metres. Safe from any thread.
class LateLibrary {
 public:
  /// @param file the name by which a linked program would ask for it, as "libproj.so.25"
  explicit constexpr LateLibrary(const char* file) : file_(file) {}
  /// The address of a function. Ends the program when the library is not installed or is of another version.
  [[nodiscard]] void* symbol(const char* name);

 private:
  const char* file_;
  std::atomic<void*> handle_ = nullptr;
};

/// A function of such a library, looked up at its first call, and called as if it were linked.
template <class Function>
class LateCall;
template <class Returned, class... Arguments>
class LateCall<Returned(Arguments...)> {
 public:
  constexpr LateCall(LateLibrary& library, const char* name) : library_(library), name_(name) {}
  Returned operator()(Arguments... arguments) { return address()(arguments...); }
  /// To hand to a function that takes it.
  [[nodiscard]] auto address() -> Returned (*)(Arguments...) {
    void* found = found_.load(std::memory_order_acquire);
    if (found == nullptr) found_.store(found = library_.symbol(name_), std::memory_order_release);
    return reinterpret_cast<Returned (*)(Arguments...)>(found);
  }

 private:
  LateLibrary& library_;
  const char* name_;
  std::atomic<void*> found_ = nullptr;
};

// A source names the functions that it calls in its own unnamed namespace, where each hides the one that the library's
// header declares. Some warn when nobody looks at their result; that attribute is lost here, and their callers look.
#pragma GCC diagnostic ignored "-Wignored-attributes"
#define VEER_LATE(library, name) ::veer::LateCall<std::remove_pointer_t<decltype(&::name)>> name(library, #name)

}  // namespace veer
