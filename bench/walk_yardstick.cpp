// The walking network beside plain programs (docs/performance.md).
//
//   walk_yardstick OSM_FILE [GRAPH_OUT]
//
// Reads an OpenStreetMap file and times, on one graph in one go: the search of src/walking, and what a textbook makes
// of the same question, Dijkstra's algorithm with std::priority_queue that stops at a limit. Both must find the same
// junctions at the same distances, or the program ends with an error. Then: reading, building, snapping all addresses,
// and the nearest of 2,000 sites for each of them, on two threads.
//
// GRAPH_OUT gets the graph as text for other programs (bench/networkx_walks.py): "n JUNCTIONS", then per link
// "FROM TO DECIMETRES", then the start junctions and limit as "s START LIMIT" with the number of junctions reached and
// the sum of their distances.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "geo/rd.hpp"
#include "importers/osm/read_osm.hpp"
#include "walking/pace.hpp"
#include "walking/search.hpp"
#include "walking/tables.hpp"

namespace {

using namespace veer;
using walking::Decimetres;
using walking::unreachable;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The textbook: arcs in compressed rows, a heap of pairs, stale entries skipped, the table reset by what was touched.
class PlainDijkstra {
 public:
  explicit PlainDijkstra(const walking::Network& network)
      : begin_(network.begin().begin(), network.begin().end()),
        arcs_(network.arcs().begin(), network.arcs().end()),
        distance_(network.junction_count(), unreachable) {}

  void run(std::uint32_t start, Decimetres limit) {
    for (const std::uint32_t node : reached_) distance_[node] = unreachable;
    reached_.clear();
    using Entry = std::pair<Decimetres, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance_[start] = 0;
    reached_.push_back(start);
    queue.emplace(0U, start);
    while (!queue.empty()) {
      const auto [distance, node] = queue.top();
      queue.pop();
      if (distance > distance_[node]) continue;
      for (std::uint32_t arc = begin_[node]; arc < begin_[node + 1]; ++arc) {
        const Decimetres next = distance + arcs_[arc].length;
        if (next > limit || next >= distance_[arcs_[arc].to]) continue;
        if (distance_[arcs_[arc].to] == unreachable) reached_.push_back(arcs_[arc].to);
        distance_[arcs_[arc].to] = next;
        queue.emplace(next, arcs_[arc].to);
      }
    }
  }
  [[nodiscard]] Decimetres to(std::uint32_t node) const { return distance_[node]; }
  [[nodiscard]] const std::vector<std::uint32_t>& reached() const { return reached_; }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<walking::Arc> arcs_;
  std::vector<Decimetres> distance_;
  std::vector<std::uint32_t> reached_;
};

walking::Snap at_junction(const walking::Network& network, std::uint32_t junction) {
  const std::uint32_t number = network.arc_links()[network.begin()[junction]];
  const walking::Link& link = network.links()[number];
  return {number, link.from == junction ? 0 : link.length, 0, network.component(junction)};
}

struct Answer {
  std::uint64_t reached = 0;
  std::uint64_t sum = 0;
};
template <class Search>
Answer answer_of(const Search& search) {
  Answer answer;
  for (const std::uint32_t junction : search.reached()) {
    ++answer.reached;
    answer.sum += search.to(junction);
  }
  return answer;
}

/// Best time of five rounds over all starts.
template <class Round>
double best_of(Round&& round) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const double begin = now();
    round();
    best = std::min(best, now() - begin);
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: walk_yardstick OSM_FILE [GRAPH_OUT]\n"), 2;
  double start = now();
  const auto map = importers::osm::read_osm(argv[1], {}, 2);
  if (!map) return std::fprintf(stderr, "walk_yardstick: %s\n", map.error().message.key.c_str()), 1;
  const double read_s = now() - start;
  start = now();
  const walking::Network network(map->streets);
  const walking::Snapper snapper(network, 50);
  const double build_s = now() - start;

  start = now();
  std::vector<geo::LonLat> homes;
  for (const auto& address : map->addresses) homes.push_back(address.place);
  const auto snaps = snapper.nearest(geo::to_rd(homes, 2), 500, 2);
  const double snap_s = now() - start;

  // Every address to the nearest of 2,000 of them: from degrees to answers.
  double nearest_s = 0;
  std::size_t answered = 0;
  if (homes.size() > 2000) {
    std::vector<geo::LonLat> sites;
    for (std::size_t i = 0; i < 2000; ++i) sites.push_back(homes[i * homes.size() / 2000]);
    start = now();
    const auto from = snapper.nearest(geo::to_rd(homes, 2), 500, 2);
    const auto to = snapper.nearest(geo::to_rd(sites, 2), 500, 2);
    const auto nearest = walking::nearest_sites(network, to, from, unreachable - 1, nullptr, 2);
    nearest_s = now() - start;
    answered = static_cast<std::size_t>(
        std::count_if(nearest.begin(), nearest.end(), [](const auto& one) { return one.site != walking::nothing; }));
  }

  // 1,000 starts spread over the largest island, 45 minutes of walking.
  const Decimetres limit = walking::walking_limit(45);
  std::vector<std::uint32_t> starts;
  for (std::size_t i = 0; i < 1000; ++i) {
    auto junction = static_cast<std::uint32_t>(i * network.junction_count() / 1000);
    while (network.component(junction) != 0)
      junction = (junction + 1) % static_cast<std::uint32_t>(network.junction_count());
    starts.push_back(junction);
  }
  walking::Search search(network);
  PlainDijkstra plain(network);
  Answer all;
  std::vector<Answer> answers;
  for (const std::uint32_t junction : starts) {
    search.run(at_junction(network, junction), limit);
    plain.run(junction, limit);
    const Answer ours = answer_of(search);
    const Answer theirs = answer_of(plain);
    if (ours.reached != theirs.reached || ours.sum != theirs.sum)
      return std::fprintf(stderr, "walk_yardstick: the two searches from %u differ; no time counts\n", junction), 1;
    answers.push_back(ours);
    all.reached += ours.reached;
    all.sum += ours.sum;
  }
  const double plain_s = best_of([&] {
    for (const std::uint32_t junction : starts) plain.run(junction, limit);
  });
  const double search_s = best_of([&] {
    for (const std::uint32_t junction : starts) search.run(at_junction(network, junction), limit);
  });
  if (argc > 2) {
    std::ofstream out(argv[2]);
    out << "n " << network.junction_count() << '\n';
    for (const walking::Link& link : network.links()) out << link.from << ' ' << link.to << ' ' << link.length << '\n';
    for (std::size_t i = 0; i < starts.size(); i += 100)
      out << "s " << starts[i] << ' ' << limit << ' ' << answers[i].reached << ' ' << answers[i].sum << '\n';
  }
  std::printf(
      "{\"junctions\": %zu, \"links\": %zu, \"nodes\": %zu, \"addresses\": %zu, \"read_s\": %.3f, \"build_s\": %.3f, "
      "\"snap_s\": %.3f, \"nearest_s\": %.3f, \"answered\": %zu, \"reached\": %llu, \"searches\": %zu, "
      "\"plain_s\": %.4f, \"search_s\": %.4f}\n",
      network.junction_count(), network.links().size(), map->counts.nodes_read, homes.size(), read_s, build_s, snap_s,
      nearest_s, answered, static_cast<unsigned long long>(all.reached), starts.size(), plain_s, search_s);
  return 0;
}
