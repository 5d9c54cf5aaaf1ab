#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>
#include <vector>

namespace veer {

/// Memory for large arrays that are walked in no simple order: on pages of 2 MiB where the system has them, so that the
/// processor finds its way without looking up a page for every line. Small arrays are as usual.
template <class T>
struct LargePageAllocator {
  using value_type = T;
  LargePageAllocator() = default;
  template <class Other>
  LargePageAllocator(const LargePageAllocator<Other>& /*other*/) {
  }  // NOLINT(google-explicit-constructor): as allocators are

  [[nodiscard]] T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    void* const memory = ::operator new(bytes, alignment(bytes));
    if (bytes >= page) static_cast<void>(madvise(memory, bytes, MADV_HUGEPAGE));  // a wish: without it all works too
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t count) {
    ::operator delete(memory, count * sizeof(T), alignment(count * sizeof(T)));
  }
  template <class Other>
  bool operator==(const LargePageAllocator<Other>& /*other*/) const {
    return true;
  }

 private:
  static constexpr std::size_t page = std::size_t{2} << 20U;
  static std::align_val_t alignment(std::size_t bytes) {
    return std::align_val_t{bytes >= page ? page : alignof(T) > 16 ? alignof(T) : 16};
  }
};

template <class T>
using LargeVector = std::vector<T, LargePageAllocator<T>>;

}  // namespace veer
