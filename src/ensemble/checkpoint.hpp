#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ensemble/ensemble.hpp"
#include "ensemble/replica_set.hpp"

namespace veer::ensemble {

/// Which run some replicas belong to.
struct RunMark {
  std::uint64_t digest = 0;  ///< of all that decides the numbers, see digest.hpp
  std::string label;         ///< the same for people: region, hazard, seed
  bool operator==(const RunMark&) const = default;
};

/// Replicas whose records stand at slot, slot + 1, … of an outcome.
struct Kept {
  Stretch replicas;
  std::uint32_t slot = 0;
};

/// What an outcome holds of some of its replicas: the part of an ensemble that one process has finished, as bytes.
///
///   "veerpart", version, digest, label, stretches, sums and records (each with its length), checksum
///
/// Numbers are little-endian. The sums are whole numbers, so parts may be put together in any order with the same
/// result.
/// @param kept  all replicas that the sums of the outcome count
[[nodiscard]] std::string to_bytes(const RunMark& mark, const Outcome& outcome, std::span<const Kept> kept);

/// A part that was read back. Immutable.
class Part {
 public:
  /// @param shown  the file, for errors
  /// @errors invalid_input: no such file, another version, cut off or damaged anywhere
  [[nodiscard]] static Result<Part> read(std::string bytes, std::string shown);

  [[nodiscard]] const RunMark& mark() const { return mark_; }
  [[nodiscard]] const ReplicaSet& replicas() const { return replicas_; }

  /// Adds its sums and puts its records in the place of their replica. After an error the outcome is of no use.
  /// @pre the outcome has room for all its replicas
  /// @errors invalid_input: it does not have the sizes of this outcome
  [[nodiscard]] Done add_to(Outcome& outcome) const;

 private:
  Part() = default;
  std::string shown_;
  std::string bytes_;
  std::size_t sections_at_ = 0;
  RunMark mark_;
  std::vector<Stretch> in_order_;  ///< as their records follow one another
  ReplicaSet replicas_;
};

}  // namespace veer::ensemble
