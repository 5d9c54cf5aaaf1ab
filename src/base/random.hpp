#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace veer {

/// Names an entity for ever: FNV-1a 64 of the UTF-8 text "table/id".
///
/// In `region-cascade-1` files the plain index stands here instead.
/// @source docs/model.md, section 2
enum class StableId : std::uint64_t {};

[[nodiscard]] constexpr StableId stable_id(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return StableId{hash};
}

/// What a random number is for; part of its address, so that no purpose shifts another's draws.
enum class Purpose : std::uint32_t {
  asset = 0,      ///< word 0 restart, word 1 hit duration
  need = 1,       ///< of a back-up: word 0 generator start, 1 run to failure, 2 available from, 3 capacity
  hit_start = 2,  ///< word 0 delay of the start of a hit
  breakdown = 3,  ///< own failures: draw 2i time to failure, 2i+1 time to repair
  follow = 4,     ///< whether an entity follows its group
  group = 5,      ///< word 0: the word a group shares
  selection = 6,  ///< word 0: whether a shock with a share takes this target
  staff = 7,
  people = 8,
};

using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
[[nodiscard]] constexpr PhiloxBlock philox(PhiloxBlock counter, std::uint64_t seed) {
  auto k0 = static_cast<std::uint32_t>(seed);
  auto k1 = static_cast<std::uint32_t>(seed >> 32U);
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = std::uint64_t{counter[0]} * 0xD2511F53U;
    const std::uint64_t p1 = std::uint64_t{counter[2]} * 0xCD9E8D57U;
    counter = {static_cast<std::uint32_t>(p1 >> 32U) ^ counter[1] ^ k0, static_cast<std::uint32_t>(p1),
               static_cast<std::uint32_t>(p0 >> 32U) ^ counter[3] ^ k1, static_cast<std::uint32_t>(p0)};
    k0 += 0x9E3779B9U;
    k1 += 0xBB67AE85U;
  }
  return counter;
}

/// Block `block` of the draws of one entity for one purpose in one replica: draws 4·block … 4·block+3.
[[nodiscard]] constexpr PhiloxBlock draw_block(std::uint64_t seed, std::uint32_t replica, StableId entity,
                                               Purpose purpose, std::uint32_t block = 0) {
  const auto id = static_cast<std::uint64_t>(entity);
  return philox({static_cast<std::uint32_t>(id), replica, (block << 16U) + static_cast<std::uint32_t>(purpose),
                 static_cast<std::uint32_t>(id >> 32U)},
                seed);
}

/// Draw `number` of a purpose: word number mod 4 of block number div 4. Same arguments, same 32 bits, anywhere.
[[nodiscard]] constexpr std::uint32_t draw(std::uint64_t seed, std::uint32_t replica, StableId entity, Purpose purpose,
                                           std::uint32_t number) {
  return draw_block(seed, replica, entity, purpose, number / 4)[number % 4];
}

}  // namespace veer
