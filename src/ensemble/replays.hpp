#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ensemble/comparison.hpp"

namespace veer::ensemble {

/// A world played one replica after the other by the event engine, directors and all, with what must be known of each
/// replica to tell whether a variant can differ in it.
///
/// A component is *quiet* in a replica when it is never down and none of its needs ever loses supply. While it is, how
/// it restarts, what backs its needs up and who else could supply them is never asked. So a variant that changes
/// nothing but that, of components that are all quiet, gives the same replica to the last bit, and is not played again
/// in it. Immutable once made; refers to the world it was made of.
/// @source docs/method/measures.md, section "Hazards of the full model"
class Replays {
 public:
  /// Plays all of them. @param world  outlives this object
  /// @param threads  the result does not depend on it
  Replays(const World& world, std::uint32_t replicas, std::size_t threads);

  /// The components of which a variant changes only what is not asked of them while they are quiet; nothing: it changes
  /// more.
  [[nodiscard]] std::optional<std::vector<cascade::Component>> touched(const World& variant) const;

  /// The same replicas of a variant, of which those are taken over in which all of some components are quiet.
  /// @param variant  outlives what is made; the same zones, needs and processes
  /// @param quiet    what is touched() by it, and those that must be quiet for the directors of both worlds to act
  /// alike
  [[nodiscard]] Replays of(const World& variant, std::span<const cascade::Component> quiet, std::size_t threads) const;

  [[nodiscard]] Tally tally() const;
  /// Replicas that were played to make this object; the others were taken over.
  [[nodiscard]] std::uint32_t played() const { return played_; }

 private:
  /// What one replica leaves.
  struct Record {
    std::vector<std::pair<std::uint32_t, std::uint16_t>> down;  ///< leaf and its minutes down, where not 0
    std::vector<std::uint32_t> late;                            ///< processes with an interruption beyond their MTPD
    std::vector<std::uint64_t> stirred;                         ///< by component, a bit each: it is not quiet
  };
  Replays(const World& world, std::vector<std::shared_ptr<const Record>> records)
      : world_(&world), records_(std::move(records)) {}
  [[nodiscard]] static Record record(const World& world, const cascade::Engine& engine);
  /// Plays what has no record yet.
  void play(std::size_t threads);

  const World* world_;
  std::vector<std::shared_ptr<const Record>> records_;  ///< by replica
  std::uint32_t played_ = 0;
};

}  // namespace veer::ensemble
