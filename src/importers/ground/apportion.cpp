#include "importers/ground/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/result.hpp"

namespace veer::importers::ground {

std::vector<std::int64_t> apportion(std::int64_t total, std::span<const double> weights) {
  ENSURE(total == 0 || !weights.empty(), "a count is to be spread over nothing");
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<std::int64_t> shares;
  std::vector<double> remainders;
  std::int64_t given = 0;
  for (const double weight : weights) {
    const double exact = sum > 0 ? static_cast<double>(total) * weight / sum
                                 : static_cast<double>(total) / static_cast<double>(weights.size());
    shares.push_back(static_cast<std::int64_t>(std::floor(exact)));
    remainders.push_back(exact - std::floor(exact));
    given += shares.back();
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&remainders](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; given < total; ++i, ++given) ++shares[order[i % order.size()]];
  return shares;
}

namespace {

struct Splitter {
  std::span<const WeightedPlace> places;
  std::vector<std::size_t>& group;
  std::size_t next = 0;

  void split(std::vector<std::size_t> members, std::size_t parts) {
    if (parts == 1) {
      for (const std::size_t member : members) group[member] = next;
      ++next;
      return;
    }
    double west = 1e18;
    double east = -1e18;
    double south = 1e18;
    double north = -1e18;
    double total = 0;
    for (const std::size_t member : members) {
      const geo::RdMetres at = places[member].at;
      west = std::min(west, at.x);
      east = std::max(east, at.x);
      south = std::min(south, at.y);
      north = std::max(north, at.y);
      total += places[member].weight;
    }
    const bool wide = east - west >= north - south;
    const auto along = [this, wide](std::size_t member) { return wide ? places[member].at.x : places[member].at.y; };
    std::sort(members.begin(), members.end(),
              [&along](std::size_t a, std::size_t b) { return along(a) != along(b) ? along(a) < along(b) : a < b; });
    const std::size_t left = parts / 2;
    const double wanted = total * static_cast<double>(left) / static_cast<double>(parts);
    std::size_t cut = 0;
    double weight = 0;
    while (cut < members.size() && weight + places[members[cut]].weight / 2 < wanted)
      weight += places[members[cut++]].weight;
    cut = std::clamp(cut, left, members.size() - (parts - left));
    const auto middle = members.begin() + static_cast<std::ptrdiff_t>(cut);
    split({members.begin(), middle}, left);
    split({middle, members.end()}, parts - left);
  }
};

}  // namespace

std::vector<std::size_t> bisect(std::span<const WeightedPlace> places, std::size_t parts) {
  ENSURE(parts >= 1 && parts <= places.size(), "more groups are asked than there are places");
  std::vector<std::size_t> group(places.size());
  std::vector<std::size_t> all(places.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  Splitter{places, group}.split(std::move(all), parts);
  return group;
}

std::vector<geo::RdMetres> middles(std::span<const WeightedPlace> places, std::span<const std::size_t> group,
                                   std::size_t parts) {
  std::vector<geo::RdMetres> sums(parts);
  std::vector<double> weights(parts);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double weight = places[i].weight + 1e-6;  // a group of places without weight still has a middle
    sums[group[i]].x += places[i].at.x * weight;
    sums[group[i]].y += places[i].at.y * weight;
    weights[group[i]] += weight;
  }
  for (std::size_t part = 0; part < parts; ++part) {
    sums[part].x /= weights[part];
    sums[part].y /= weights[part];
  }
  return sums;
}

}  // namespace veer::importers::ground
