#include "base/late_call.hpp"

#include <dlfcn.h>

#include <string>

#include "base/result.hpp"

namespace veer {

void* LateLibrary::symbol(const char* name) {
  void* handle = handle_.load(std::memory_order_acquire);
  if (handle == nullptr) {
    // Two threads may both ask: the second gets the same handle, counted twice and never given back.
    handle = dlopen(file_, RTLD_LAZY | RTLD_LOCAL);
    ENSURE(handle != nullptr, std::string("the library ") + file_ + " cannot be loaded; install it");
    handle_.store(handle, std::memory_order_release);
  }
  void* const found = dlsym(handle, name);
  ENSURE(found != nullptr, std::string("the library ") + file_ + " is of another version than the program needs");
  return found;
}

}  // namespace veer
