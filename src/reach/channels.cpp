#include "reach/channels.hpp"

#include <algorithm>
#include <utility>

#include "region/selector.hpp"

namespace veer::reach {

namespace {

using cascade::Component;
using cascade::ComponentMap;

/// The share of a 1,024-value table that lasts longer than a number of minutes.
float lasting(const region::QuantileTable& lasts, Minutes minutes) {
  const auto beyond = lasts.end() - std::upper_bound(lasts.begin(), lasts.end(), minutes);
  return static_cast<float>(beyond) / static_cast<float>(region::quantile_count);
}

/// Puts the shocks of kind trust of the hazard on the channels whose messages they make doubted.
void add_doubts(const World& world, std::vector<ReadyChannel>& channels) {
  if (!world.hazard.valid()) return;
  for (const region::Shock& shock : world.region.shocks) {
    if (shock.hazard != world.hazard || shock.kind != region::ShockKind::trust) continue;
    const Minutes from = to_minutes(shock.start_h);
    const Doubt doubt{from, from + to_minutes(shock.duration_h), static_cast<float>(shock.magnitude)};
    const auto doubted = region::doubted_channels(world.region, shock);
    for (ReadyChannel& channel : channels)
      if (std::find(doubted.begin(), doubted.end(), channel.index) != doubted.end()) channel.doubts.push_back(doubt);
  }
}

}  // namespace

float ReadyChannel::heeded(Minutes minute) const {
  float out = 1;
  for (const Doubt& doubt : doubts)
    if (doubt.from <= minute && minute < doubt.until) out *= doubt.heed;
  return out;
}

Result<ReadyChannels> ReadyChannels::prepare(const World& world) {
  const region::Region& region = world.region;
  ReadyChannels out(world);
  std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> lines;
  std::map<region::ServiceId, std::size_t> supplies;
  std::map<SupplySet, std::int32_t> sets;
  std::map<std::size_t, std::size_t> powers;  // by parameter
  std::map<Component, std::int32_t> feeders;
  for (const region::Zone& zone : region.zones) {
    if (!zone.feeding_area.valid()) {
      out.feeder_of_.push_back(-1);
      continue;
    }
    const Component feeder = ComponentMap::of(zone.feeding_area);
    const auto [found, fresh] = feeders.emplace(feeder, static_cast<std::int32_t>(out.feeders_.size()));
    if (fresh) out.feeders_.push_back(feeder);
    out.feeder_of_.push_back(found->second);
  }
  for (std::size_t i = 0; i < region.channels.size(); ++i) {
    const region::Channel& row = region.channels[i];
    ReadyChannel channel;
    channel.index = i;
    channel.delay = to_minutes(row.delay_h);
    if (row.sender) {
      channel.sender = ComponentMap::of(*row.sender);
      const region::OrganisationId owner = region.assets[row.sender->index()].organisation;
      if (region.organisations[owner.index()].kind == region::OrganisationKind::municipality)
        channel.municipality = owner;
    }
    if (row.receiver_service) {
      const auto [found, fresh] = supplies.emplace(*row.receiver_service, out.set_of_.size());
      if (fresh) {
        out.set_of_.emplace_back();
        for (const auto& set : supply_of(region, world.compiled, *row.receiver_service)) {
          if (!set) {
            out.set_of_.back().push_back(-1);
            continue;
          }
          const auto [known, first] = sets.emplace(*set, static_cast<std::int32_t>(out.sets_.size()));
          if (first) out.sets_.push_back(*set);
          out.set_of_.back().push_back(known->second);
        }
      }
      channel.supply = found->second;
    }
    region::ParameterId power = region.find_parameter("receiver." + row.id);
    if (!power.valid() && row.receiver_service)
      power = region.find_parameter("receiver." + region.services[row.receiver_service->index()].id);
    if (power.valid()) {
      const auto [found, fresh] = powers.emplace(power.index(), out.powers_.size());
      if (fresh) {
        TRY(const auto table, region::quantile_table(region.parameters[power.index()]));
        out.powers_.push_back(table);
      }
      channel.power = found->second;
    }
    // Without a sender a channel is a line of its own.
    const auto key = row.sender
                         ? std::pair{static_cast<std::int64_t>(row.sender->index()),
                                     row.receiver_service ? static_cast<std::int64_t>(row.receiver_service->index())
                                                          : std::int64_t{-1}}
                         : std::pair{std::int64_t{-1}, static_cast<std::int64_t>(i)};
    channel.line = lines.emplace(key, lines.size()).first->second;
    TRY(const auto audience,
        region::DrawnFigure::of(region.parameters[row.reach.index()], world.compiled.program.seed));
    const StableId entity = stable_id("channels/" + row.id);
    for (std::uint32_t replica = 0; replica < world.record.replicas(); ++replica)
      channel.audience.push_back(static_cast<float>(audience.value(replica, entity, Purpose::people)));
    out.channels_.push_back(std::move(channel));
  }
  out.lines_ = lines.size();
  add_doubts(world, out.channels_);
  return out;
}

bool ReadyChannels::speaks_to(const ReadyChannel& channel, std::size_t zone) const {
  const region::Region& region = world_->region;
  if (channel.supply && set_of_[*channel.supply][zone] < 0) return false;
  return !channel.municipality.valid() ||
         region.areas[region.zones[zone].area.index()].municipality == channel.municipality;
}

ReadyChannels::Moment ReadyChannels::moment(Minutes minute, std::uint32_t replicas, bool supplies) const {
  const cascade::DownRecord& record = world_->record;
  Moment out{replicas, minute, {}, {}};
  std::map<Component, std::vector<char>> up;
  const std::size_t sets = supplies ? sets_.size() : 0;
  for (std::size_t s = 0; s < sets; ++s)
    for (const Component supplier : sets_[s].suppliers) {
      auto& states = up[supplier];
      if (!states.empty()) continue;
      states.resize(replicas);
      for (std::uint32_t r = 0; r < replicas; ++r) states[r] = record.is_down(supplier, r, minute) ? 0 : 1;
    }
  out.supplied.assign(sets * replicas, 0);
  std::vector<std::uint32_t> count(replicas);
  for (std::size_t s = 0; s < sets; ++s) {
    std::fill(count.begin(), count.end(), 0);
    for (const Component supplier : sets_[s].suppliers) {
      const std::vector<char>& states = up[supplier];
      for (std::uint32_t r = 0; r < replicas; ++r) count[r] += static_cast<std::uint32_t>(states[r]);
    }
    for (std::uint32_t r = 0; r < replicas; ++r) out.supplied[s * replicas + r] = count[r] >= sets_[s].k ? 1.0F : 0.0F;
  }
  out.powered.assign(powers_.size() * feeders_.size() * replicas, 1);
  for (std::size_t f = 0; f < feeders_.size(); ++f)
    for (std::uint32_t r = 0; r < replicas; ++r) {
      const Minutes dark = record.down_for(feeders_[f], r, minute);
      if (dark < 0) continue;
      for (std::size_t p = 0; p < powers_.size(); ++p)
        out.powered[(p * feeders_.size() + f) * replicas + r] = lasting(powers_[p], dark);
    }
  return out;
}

std::vector<float> ReadyChannels::sending(const ReadyChannel& channel, Minutes minute, std::uint32_t replicas) const {
  std::vector<float> out(replicas, 1);
  if (channel.sender)
    for (std::uint32_t r = 0; r < replicas; ++r)
      if (world_->record.is_down(*channel.sender, r, minute)) out[r] = 0;
  return out;
}

void ReadyChannels::reached(const ReadyChannel& channel, std::size_t zone, const std::vector<float>& sending,
                            const Moment& moment, std::vector<float>& out) const {
  const std::uint32_t replicas = moment.replicas;
  out.resize(replicas);
  if (!speaks_to(channel, zone)) {
    std::fill(out.begin(), out.end(), 0.0F);
    return;
  }
  const float heeded = channel.heeded(moment.minute);
  for (std::uint32_t r = 0; r < replicas; ++r) out[r] = channel.audience[r] * sending[r] * heeded;
  if (channel.supply) {
    const float* const supplied =
        moment.supplied.data() + static_cast<std::size_t>(set_of_[*channel.supply][zone]) * replicas;
    for (std::uint32_t r = 0; r < replicas; ++r) out[r] *= supplied[r];
  }
  if (channel.power && feeder_of_[zone] >= 0) {
    const float* const powered =
        moment.powered.data() +
        (*channel.power * feeders_.size() + static_cast<std::size_t>(feeder_of_[zone])) * replicas;
    for (std::uint32_t r = 0; r < replicas; ++r) out[r] *= powered[r];
  }
}

}  // namespace veer::reach
