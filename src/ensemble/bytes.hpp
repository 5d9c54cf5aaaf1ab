#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace veer::ensemble {

static_assert(std::endian::native == std::endian::little, "checkpoints are written as numbers lie in memory");

/// Sixty-four bits of the bytes, in which every change of up to eight neighbouring bytes shows. Not made against
/// intent.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t start = 0);

/// Values laid one behind the other.
class ByteWriter {
 public:
  template <class Value>
  void value(const Value& value) {
    static_assert(std::is_arithmetic_v<Value>);
    raw(&value, sizeof value);
  }
  void text(std::string_view text) {
    value(std::uint64_t{text.size()});
    raw(text.data(), text.size());
  }
  /// The elements as they lie in memory. @pre no padding in Value
  template <class Value>
  void elements(std::span<const Value> values) {
    raw(values.data(), values.size_bytes());
  }
  void reserve(std::size_t size) { bytes_.reserve(size); }
  [[nodiscard]] std::string take() { return std::move(bytes_); }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  std::string bytes_;
};

/// The same read back; nothing once the bytes are at their end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <class Value>
  [[nodiscard]] std::optional<Value> value() {
    static_assert(std::is_arithmetic_v<Value>);
    const auto piece = take(sizeof(Value));
    if (!piece) return std::nullopt;
    Value out;
    std::memcpy(&out, piece->data(), sizeof out);
    return out;
  }
  [[nodiscard]] std::optional<std::string_view> text() {
    const auto size = value<std::uint64_t>();
    return size ? take(*size) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string_view> take(std::size_t size) {
    if (size > rest_.size()) return std::nullopt;
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace veer::ensemble
