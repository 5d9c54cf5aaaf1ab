#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace veer {

/// A dense, zero-based index of one kind of thing; the kinds do not mix.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr std::size_t index() const { return value_; }
  [[nodiscard]] constexpr bool valid() const { return value_ != none; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  std::uint32_t value_ = none;
};

}  // namespace veer
