#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "reach/world.hpp"
#include "region/drawn_figure.hpp"

namespace veer::reach {

/// For a while only a share of those whom a message reaches heed it.
struct Doubt {
  Minutes from = 0;
  Minutes until = 0;
  float heed = 1;
  auto operator<=>(const Doubt&) const = default;
};

/// A channel made ready: what it needs at both ends, and whom it reaches while it works.
struct ReadyChannel {
  std::size_t index = 0;  ///< in Region::channels
  std::size_t line = 0;   ///< channels of one line reach the same people: of these the best counts
  std::optional<cascade::Component> sender;
  std::optional<std::size_t> supply;  ///< which of ReadyChannels::supplies must reach the zone
  std::optional<std::size_t> power;   ///< which of ReadyChannels::powers the receiver runs on when its zone is dark
  /// A sender of a municipality speaks to its residents only; invalid: to all.
  region::OrganisationId municipality;
  Minutes delay = 0;
  std::vector<float> audience;  ///< share of residents, by replica
  std::vector<Doubt> doubts = {};
  /// The share of those reached who heed a message that comes in at that minute: the product of the doubts that hold.
  [[nodiscard]] float heeded(Minutes minute) const;
};

/// All channels of a region under one hazard.
///
/// Two channels are of one line when sender and receiver service are the same: an NL-Alert and a second NL-Alert over
/// the same failing net reach the same telephones. What is not listed is not a condition: no sender, no receiver
/// service, no own power (parameter `receiver.<channel>`, else `receiver.<service>`: hours that the receiver runs
/// without electricity of the zone). A shock of kind trust makes that fewer heed the messages of the senders it
/// selects; with an empty target those of every channel, also one without a sender. Immutable; share it between
/// threads.
/// @source docs/method/reach.md
class ReadyChannels {
 public:
  /// @errors as region::quantiles and region::quantile_table
  [[nodiscard]] static Result<ReadyChannels> prepare(const World& world);

  [[nodiscard]] const std::vector<ReadyChannel>& channels() const { return channels_; }
  [[nodiscard]] std::size_t line_count() const { return lines_; }
  [[nodiscard]] const World& world() const { return *world_; }
  [[nodiscard]] std::uint32_t replicas() const { return world_->record.replicas(); }
  /// Whether the channel speaks to the people of a zone at all.
  [[nodiscard]] bool speaks_to(const ReadyChannel& channel, std::size_t zone) const;

  /// What receivers have in one minute of the first `replicas` replicas.
  struct Moment {
    std::uint32_t replicas = 0;
    Minutes minute = 0;
    std::vector<float> supplied;  ///< supply set × replicas: 0 or 1
    std::vector<float> powered;   ///< (power × feeding area) × replicas: share of receivers that still run
  };
  /// @param supplies  false: leave out what zones are supplied with, for channels that need none
  [[nodiscard]] Moment moment(Minutes minute, std::uint32_t replicas, bool supplies = true) const;
  /// 1 where the sender works in that minute, by replica.
  [[nodiscard]] std::vector<float> sending(const ReadyChannel& channel, Minutes minute, std::uint32_t replicas) const;
  /// The share of a zone's residents that a message reaches which was sent in a minute and comes in at `moment`.
  void reached(const ReadyChannel& channel, std::size_t zone, const std::vector<float>& sending, const Moment& moment,
               std::vector<float>& out) const;

 private:
  explicit ReadyChannels(const World& world) : world_(&world) {}

  const World* world_;
  std::size_t lines_ = 0;
  std::vector<ReadyChannel> channels_;
  std::vector<SupplySet> sets_;
  std::vector<std::vector<std::int32_t>> set_of_;  ///< supply × zone: index in sets_; −1: that zone cannot receive
  std::vector<region::QuantileTable> powers_;
  std::vector<cascade::Component> feeders_;
  std::vector<std::int32_t> feeder_of_;  ///< by zone; −1: always powered
};

}  // namespace veer::reach
