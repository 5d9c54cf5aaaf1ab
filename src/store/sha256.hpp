#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace veer::store {

/// SHA-256 (FIPS 180-4) over parts that cannot run into each other: every part goes in behind its length.
///
/// So the digest of ("ab", "c") differs from that of ("a", "bc"). For one thread.
class Digest {
 public:
  Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
  ~Digest();

  void add(std::string_view part);
  void add(std::uint64_t number);

  /// 64 lower-case hexadecimal digits. @pre called once, last
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// SHA-256 of the bytes alone, as `sha256sum` prints it.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace veer::store
