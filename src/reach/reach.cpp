#include "reach/reach.hpp"

#include <algorithm>
#include <numeric>

#include "base/parallel.hpp"

namespace veer::reach {

namespace {

/// The sums of one hour while its zones are added.
struct HourSums {
  std::vector<double> region, least, most;  ///< by replica: residents
  std::vector<double> areas;                ///< areas × replicas
  std::vector<double> channels;             ///< by channel: residents, over all replicas
};

HourSums sum_hour(const ReadyChannels& ready, Minutes minute) {
  const region::Region& region = ready.world().region;
  const std::uint32_t replicas = ready.replicas();
  const auto moment = ready.moment(minute, replicas);
  std::vector<std::vector<float>> sending;
  for (const ReadyChannel& channel : ready.channels()) sending.push_back(ready.sending(channel, minute, replicas));
  HourSums out{std::vector<double>(replicas, 0), std::vector<double>(replicas, 0), std::vector<double>(replicas, 0),
               std::vector<double>(region.areas.size() * replicas, 0), std::vector<double>(ready.channels().size(), 0)};
  std::vector<std::vector<float>> lines(ready.line_count(), std::vector<float>(replicas));
  std::vector<char> used(ready.line_count());
  std::vector<float> value;
  std::vector<float> missed(replicas);
  std::vector<float> largest(replicas);
  std::vector<float> together(replicas);
  for (std::size_t z = 0; z < region.zones.size(); ++z) {
    const double residents = region.zones[z].residents;
    if (residents <= 0) continue;
    std::fill(used.begin(), used.end(), 0);
    for (std::size_t c = 0; c < ready.channels().size(); ++c) {
      const ReadyChannel& channel = ready.channels()[c];
      if (!ready.speaks_to(channel, z)) continue;
      ready.reached(channel, z, sending[c], moment, value);
      out.channels[c] += residents * std::accumulate(value.begin(), value.end(), 0.0);
      std::vector<float>& line = lines[channel.line];
      if (used[channel.line] == 0) {
        line = value;
        used[channel.line] = 1;
      } else {
        for (std::uint32_t r = 0; r < replicas; ++r) line[r] = std::max(line[r], value[r]);
      }
    }
    std::fill(missed.begin(), missed.end(), 1.0F);
    std::fill(largest.begin(), largest.end(), 0.0F);
    std::fill(together.begin(), together.end(), 0.0F);
    for (std::size_t l = 0; l < lines.size(); ++l) {
      if (used[l] == 0) continue;
      for (std::uint32_t r = 0; r < replicas; ++r) {
        missed[r] *= 1 - lines[l][r];
        largest[r] = std::max(largest[r], lines[l][r]);
        together[r] += lines[l][r];
      }
    }
    double* const area = out.areas.data() + region.zones[z].area.index() * replicas;
    for (std::uint32_t r = 0; r < replicas; ++r) {
      const double reached = residents * (1 - static_cast<double>(missed[r]));
      out.region[r] += reached;
      area[r] += reached;
      out.least[r] += residents * static_cast<double>(largest[r]);
      out.most[r] += residents * std::min(1.0, static_cast<double>(together[r]));
    }
  }
  return out;
}

std::vector<double> shares(const double* sums, std::uint32_t replicas, double residents) {
  std::vector<double> out(sums, sums + replicas);
  for (double& value : out) value = residents > 0 ? value / residents : 0;
  return out;
}

}  // namespace

HourlyReach hourly_reach(const ReadyChannels& ready, std::size_t threads) {
  const region::Region& region = ready.world().region;
  const std::uint32_t replicas = ready.replicas();
  HourlyReach out;
  out.hours = static_cast<std::size_t>(ready.world().record.horizon() / minutes_per_hour) + 1;
  std::vector<double> residents(region.areas.size(), 0);
  double all = 0;
  for (const region::Zone& zone : region.zones) {
    residents[zone.area.index()] += zone.residents;
    all += zone.residents;
  }
  out.region.resize(out.hours);
  out.at_least.resize(out.hours);
  out.at_most.resize(out.hours);
  out.areas.resize(region.areas.size() * out.hours);
  out.channels.resize(ready.channels().size() * out.hours);
  parallel_for(threads, out.hours, [&](std::size_t, std::size_t hour) {
    // The state at the very end is that of the last minute played.
    const Minutes minute =
        std::min(static_cast<Minutes>(hour) * minutes_per_hour, std::max(0, ready.world().record.horizon() - 1));
    const HourSums sums = sum_hour(ready, minute);
    out.region[hour] = spread(shares(sums.region.data(), replicas, all));
    out.at_least[hour] = spread(shares(sums.least.data(), replicas, all)).mean;
    out.at_most[hour] = spread(shares(sums.most.data(), replicas, all)).mean;
    for (std::size_t a = 0; a < region.areas.size(); ++a)
      out.areas[a * out.hours + hour] = spread(shares(sums.areas.data() + a * replicas, replicas, residents[a]));
    for (std::size_t c = 0; c < ready.channels().size(); ++c)
      out.channels[c * out.hours + hour] = all > 0 ? sums.channels[c] / replicas / all : 0;
  });
  for (const ReadyChannel& channel : ready.channels())
    out.audience.push_back(spread({channel.audience.begin(), channel.audience.end()}));
  return out;
}

}  // namespace veer::reach
