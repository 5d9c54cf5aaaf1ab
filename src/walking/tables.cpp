#include "walking/tables.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "base/parallel.hpp"
#include "walking/search.hpp"

namespace veer::walking {

namespace {

constexpr std::size_t places_at_once = 4096;

/// Which places can be walked to from a key (a junction or a link), in compressed rows.
class Rows {
 public:
  struct Item {
    std::uint32_t key = 0;
    std::uint32_t place = 0;
    Decimetres distance = 0;
  };
  Rows(std::size_t keys, std::vector<Item> items) : begin_(keys + 1, 0), items_(std::move(items)) {
    std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.key < b.key; });
    for (const Item& item : items_) ++begin_[item.key + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  }
  [[nodiscard]] std::span<const Item> at(std::uint32_t key) const {
    return {items_.data() + begin_[key], begin_[key + 1] - begin_[key]};
  }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<Item> items_;
};

Rows by_junction(const Network& network, std::span<const Snap> places, const Closures* closures) {
  std::vector<Rows::Item> items;
  for (std::uint32_t place = 0; place < places.size(); ++place)
    for (const Approach& end : approaches(network, places[place], closures))
      if (end.junction != nothing) items.push_back({end.junction, place, end.distance});
  return {network.junction_count(), std::move(items)};
}

Rows by_link(const Network& network, std::span<const Snap> places) {
  std::vector<Rows::Item> items;
  for (std::uint32_t place = 0; place < places.size(); ++place)
    if (places[place].found()) items.push_back({places[place].link, place, 0});
  return {network.links().size(), std::move(items)};
}

/// Walks from single places to all destinations; one per thread.
class Collector {
 public:
  Collector(const Network& network, std::span<const Snap> destinations, const Rows& junctions, const Rows& links)
      : destinations_(destinations),
        junctions_(&junctions),
        links_(&links),
        search_(network),
        best_(destinations.size(), unreachable) {}

  std::vector<Walk> from(const Snap& origin, Decimetres limit, const Closures* closures) {
    search_.run(origin, limit, closures);
    found_.clear();
    const auto offer = [&](std::uint32_t place, Decimetres distance) {
      if (distance > limit || distance >= best_[place]) return;
      if (best_[place] == unreachable) found_.push_back(place);
      best_[place] = distance;
    };
    for (const std::uint32_t junction : search_.reached())
      for (const Rows::Item& item : junctions_->at(junction)) offer(item.place, search_.to(junction) + item.distance);
    if (origin.found())
      for (const Rows::Item& item : links_->at(origin.link))
        offer(item.place, along_one_link(origin, destinations_[item.place], closures));
    std::sort(found_.begin(), found_.end());
    std::vector<Walk> walks;
    walks.reserve(found_.size());
    for (const std::uint32_t place : found_) {
      walks.push_back({place, best_[place]});
      best_[place] = unreachable;
    }
    return walks;
  }

 private:
  std::span<const Snap> destinations_;
  const Rows* junctions_;
  const Rows* links_;
  Search search_;
  std::vector<Decimetres> best_;  ///< by destination; unreachable between two calls
  std::vector<std::uint32_t> found_;
};

std::vector<std::vector<Walk>> from_each(const Network& network, std::span<const Snap> origins,
                                         std::span<const Snap> destinations, Decimetres limit, const Closures* closures,
                                         std::size_t threads) {
  const Rows junctions = by_junction(network, destinations, closures);
  const Rows links = by_link(network, destinations);
  std::vector<std::optional<Collector>> collectors(std::max<std::size_t>(threads, 1));
  std::vector<std::vector<Walk>> walks(origins.size());
  parallel_for(threads, origins.size(), [&](std::size_t thread, std::size_t i) {
    if (!collectors[thread]) collectors[thread].emplace(network, destinations, junctions, links);
    walks[i] = collectors[thread]->from(origins[i], limit, closures);
  });
  return walks;
}

/// Distances to the nearest of several sites, by junction.
class Spread {
 public:
  Spread(const Network& network, const Closures* closures, Decimetres limit)
      : network_(network),
        closures_(closures),
        limit_(std::min(limit, unreachable - 1)),
        nearest_(network.junction_count()) {}

  void run(std::span<const Snap> sites) {
    std::vector<std::array<Approach, 2>> starts;
    starts.reserve(sites.size());
    Decimetres largest = network_.longest_link();
    for (const Snap& site : sites) {
      starts.push_back(approaches(network_, site, closures_));
      for (const Approach& end : starts.back())
        if (end.junction != nothing) largest = std::max(largest, end.distance);
    }
    queue_.reset(largest);
    for (std::uint32_t site = 0; site < starts.size(); ++site)
      for (const Approach& end : starts[site])
        if (end.junction != nothing) offer(end.junction, {site, end.distance});
    while (!queue_.empty()) {
      const BucketQueue::Entry entry = queue_.pop();
      const Nearest here = nearest_[entry.junction];
      if (entry.distance != here.distance) continue;
      for (std::uint32_t arc = network_.begin()[entry.junction]; arc < network_.begin()[entry.junction + 1]; ++arc) {
        if (closures_ != nullptr && closures_->closed(network_.arc_links()[arc])) continue;
        offer(network_.arcs()[arc].to, {here.site, here.distance + network_.arcs()[arc].length});
      }
    }
  }
  [[nodiscard]] const Nearest& at(std::uint32_t junction) const { return nearest_[junction]; }

 private:
  /// Nearer counts, and of equally near sites the first, so that the order of visits does not matter.
  void offer(std::uint32_t junction, Nearest candidate) {
    Nearest& known = nearest_[junction];
    if (candidate.distance > limit_ || candidate.distance > known.distance ||
        (candidate.distance == known.distance && candidate.site >= known.site))
      return;
    known = candidate;
    queue_.push(junction, candidate.distance);
  }

  const Network& network_;
  const Closures* closures_;
  Decimetres limit_;
  std::vector<Nearest> nearest_;
  BucketQueue queue_;
};

}  // namespace

std::vector<std::vector<Walk>> walks_within(const Network& network, std::span<const Snap> origins,
                                            std::span<const Snap> destinations, Decimetres limit,
                                            const Closures* closures, std::size_t threads) {
  if (origins.size() <= destinations.size()) return from_each(network, origins, destinations, limit, closures, threads);
  const auto turned = from_each(network, destinations, origins, limit, closures, threads);
  std::vector<std::vector<Walk>> walks(origins.size());
  for (std::uint32_t destination = 0; destination < turned.size(); ++destination)
    for (const Walk& walk : turned[destination]) walks[walk.destination].push_back({destination, walk.distance});
  return walks;
}

std::vector<Nearest> nearest_sites(const Network& network, std::span<const Snap> sites, std::span<const Snap> places,
                                   Decimetres limit, const Closures* closures, std::size_t threads) {
  Spread spread(network, closures, limit);
  spread.run(sites);
  const Rows site_links = by_link(network, sites);
  std::vector<Nearest> answers(places.size());
  const auto answer = [&](const Snap& place) {
    Nearest best;
    const auto offer = [&](Nearest candidate) {
      if (candidate.distance > limit || candidate.distance > best.distance ||
          (candidate.distance == best.distance && candidate.site >= best.site))
        return;
      best = candidate;
    };
    for (const Approach& end : approaches(network, place, closures))
      if (end.junction != nothing && spread.at(end.junction).site != nothing)
        offer({spread.at(end.junction).site, spread.at(end.junction).distance + end.distance});
    if (place.found())
      for (const Rows::Item& item : site_links.at(place.link)) {
        const Decimetres distance = along_one_link(sites[item.place], place, closures);
        if (distance != unreachable) offer({item.place, distance});
      }
    return best;
  };
  const std::size_t batches = (places.size() + places_at_once - 1) / places_at_once;
  parallel_for(threads, batches, [&](std::size_t, std::size_t batch) {
    const std::size_t end = std::min(places.size(), (batch + 1) * places_at_once);
    for (std::size_t i = batch * places_at_once; i < end; ++i) answers[i] = answer(places[i]);
  });
  return answers;
}

}  // namespace veer::walking
