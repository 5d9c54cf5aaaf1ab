#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ensemble/ensemble.hpp"

namespace veer::ensemble {

/// What a package of measures is judged by, of each replica; whole numbers, so that two ways to get there agree to the
/// last bit.
struct Tally {
  std::uint32_t replicas = 0;
  std::size_t municipalities = 0;
  std::size_t needs = 0;
  std::vector<std::int64_t> unmet;     ///< replica × municipality × need: person-minutes of everyone, whole
  std::vector<std::uint8_t> exceeded;  ///< process × replica: 1 when an interruption is longer than the MTPD
  bool operator==(const Tally&) const = default;

  [[nodiscard]] std::int64_t unmet_of(std::size_t replica, std::size_t municipality, std::size_t need) const {
    return unmet[(replica * municipalities + municipality) * needs + need];
  }
};

/// The tally of a world, worked out anew from its first replicas on.
/// @param threads  the result does not depend on it
/// @pre cascade::choose_engine allows the automatic engine
[[nodiscard]] Tally tally(const World& world, std::uint32_t replicas, std::size_t threads);

/// One world against variants of it, on the same random numbers: of a variant only what depends on its changes is
/// worked out again, and the tally is that of working it out anew, to the last bit. Of worlds without directors; for
/// those with see Replays.
///
/// Not to be used by two threads at once.
class Comparison {
 public:
  /// @param base      outlives this object
  /// @param supplied  a program of the same components with every supplier that any variant will have: it says in which
  ///                  order components can be worked out
  Comparison(const World& base, const cascade::Program& supplied, std::uint32_t replicas, std::size_t threads);
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;
  Comparison(Comparison&&) = delete;
  Comparison& operator=(Comparison&&) = delete;
  ~Comparison();

  [[nodiscard]] const Tally& base() const { return base_tally_; }
  /// @param variant  a world with the same zones, needs and processes
  [[nodiscard]] Tally of(const World& variant);

 private:
  struct Batch;
  const World& base_;
  std::uint32_t replicas_;
  std::size_t threads_;
  std::unique_ptr<cascade::Plan> plan_;
  std::vector<std::unique_ptr<Batch>> batches_;  ///< empty: no engine here can compare, all is worked out anew
  Tally base_tally_;
};

}  // namespace veer::ensemble
