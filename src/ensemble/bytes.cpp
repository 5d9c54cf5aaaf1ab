#include "ensemble/bytes.hpp"

namespace veer::ensemble {

std::uint64_t checksum(std::string_view bytes, std::uint64_t start) {
  // Each step is a bijection of the state for a given word and of the word for a given state.
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t state = start ^ (bytes.size() * odd);
  const auto mix = [&state](std::uint64_t word) { state = std::rotl((state ^ word) * odd, 31); };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    mix(word);
  }
  std::uint64_t last = 0;
  for (std::size_t i = at; i < bytes.size(); ++i)
    last |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * (i - at));
  mix(last);
  return state ^ (state >> 29U);
}

}  // namespace veer::ensemble
