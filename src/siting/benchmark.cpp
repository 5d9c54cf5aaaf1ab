#include "siting/benchmark.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <queue>

#include "siting/number_reader.hpp"

namespace veer::siting {

namespace {

constexpr double highest_cost = 1e9;
constexpr std::int64_t highest_demand = 1'000'000'000;
constexpr std::int64_t highest_edges = 10'000'000;

struct Neighbour {
  std::uint32_t point = 0;
  double cost = 0;
};
using Network = std::vector<std::vector<Neighbour>>;

/// Lengths of the shortest paths from one point to all (Dijkstra 1959).
std::vector<double> distances_from(const Network& network, std::uint32_t start) {
  using Entry = std::pair<double, std::uint32_t>;
  std::vector<double> distance(network.size(), unreachable);
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  distance[start] = 0;
  queue.emplace(0, start);
  while (!queue.empty()) {
    const auto [length, point] = queue.top();
    queue.pop();
    if (length > distance[point]) continue;
    for (const Neighbour& next : network[point]) {
      const double reached = length + next.cost;
      if (reached >= distance[next.point]) continue;
      distance[next.point] = reached;
      queue.emplace(reached, next.point);
    }
  }
  return distance;
}

/// One row of costs as a list.
std::vector<Arc> row_of(const std::vector<double>& costs) {
  std::vector<Arc> row;
  for (Site site = 0; site < costs.size(); ++site) row.push_back({costs[site], site});
  return row;
}

Result<Network> read_network(NumberReader& reader, std::size_t points, std::int64_t edges) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> cost_of;
  const auto highest = static_cast<std::int64_t>(points);
  for (std::int64_t e = 0; e < edges; ++e) {
    TRY(const auto u, reader.next_whole("u", 1, highest));
    TRY(const auto v, reader.next_whole("v", 1, highest));
    TRY(const double cost, reader.next("cost", 0, highest_cost));
    const auto a = static_cast<std::uint32_t>(u - 1);
    const auto b = static_cast<std::uint32_t>(v - 1);
    cost_of[std::minmax(a, b)] = cost;
  }
  Network network(points);
  for (const auto& [ends, cost] : cost_of) {
    network[ends.first].push_back({ends.second, cost});
    network[ends.second].push_back({ends.first, cost});
  }
  return network;
}

Done check_size(const NumberReader& reader, std::size_t customers, std::size_t sites) {
  if (customers * sites > most_benchmark_numbers)
    return fail(reader.error("siting.benchmark.large", {std::to_string(customers), std::to_string(sites),
                                                        std::to_string(most_benchmark_numbers)}));
  return {};
}

Done read_costs(NumberReader& reader, std::span<double> row) {
  for (double& cost : row) {
    TRY(cost, reader.next("cost", 0, highest_cost));
  }
  return {};
}

Done read_wholes(NumberReader& reader, std::string_view what, std::vector<std::int64_t>& out) {
  for (std::int64_t& value : out) {
    TRY(value, reader.next_whole(what, 0, highest_demand));
  }
  return {};
}

}  // namespace

Result<MedianProblem> parse_pmed(std::string_view text, const std::string& file) {
  NumberReader reader(text, file);
  TRY(const auto points, reader.next_whole("n", 1, 1'000'000));
  TRY(const auto edges, reader.next_whole("edges", 0, highest_edges));
  TRY(const auto p, reader.next_whole("p", 1, points));
  const auto count = static_cast<std::size_t>(points);
  TRY_DONE(check_size(reader, count, count));
  TRY(const Network network, read_network(reader, count, edges));
  TRY_DONE(reader.end());
  MedianProblem problem;
  problem.site_count = count;
  problem.least = problem.most = static_cast<std::size_t>(p);
  for (std::uint32_t point = 0; point < count; ++point) {
    const std::vector<double> distance = distances_from(network, point);
    const auto lost = std::find(distance.begin(), distance.end(), unreachable);
    if (lost != distance.end())
      return fail(reader.error("siting.benchmark.apart",
                               {std::to_string(point + 1), std::to_string(lost - distance.begin() + 1)}));
    problem.add_customer(row_of(distance), *std::max_element(distance.begin(), distance.end()) + 1);
  }
  return problem;
}

Result<CapacitatedProblem> parse_pmedcap(std::string_view text, const std::string& file) {
  NumberReader reader(text, file);
  TRY_DONE(reader.next("problem", -1e9, 1e9));
  TRY_DONE(reader.next("best", -1e12, 1e12));
  TRY(const auto points, reader.next_whole("n", 1, 1'000'000));
  TRY(const auto p, reader.next_whole("p", 1, points));
  TRY(const auto capacity, reader.next_whole("capacity", 0, highest_demand));
  const auto count = static_cast<std::size_t>(points);
  TRY_DONE(check_size(reader, count, count));
  CapacitatedProblem problem;
  problem.most = static_cast<std::size_t>(p);
  std::vector<double> x(count);
  std::vector<double> y(count);
  for (std::size_t i = 0; i < count; ++i) {
    TRY_DONE(reader.next("id", -1e9, 1e9));
    TRY(x[i], reader.next("x", -highest_cost, highest_cost));
    TRY(y[i], reader.next("y", -highest_cost, highest_cost));
    TRY(const auto demand, reader.next_whole("demand", 0, capacity));
    problem.demand.push_back(demand);
  }
  TRY_DONE(reader.end());
  problem.capacity.assign(count, capacity);
  problem.fixed.assign(count, 0);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < count; ++j) problem.cost.push_back(std::floor(std::hypot(x[i] - x[j], y[i] - y[j])));
  return problem;
}

namespace {

/// What stands behind the first line of Holmberg's layout.
Done read_holmberg(NumberReader& reader, CapacitatedProblem& problem) {
  const std::size_t sites = problem.site_count();
  for (std::size_t j = 0; j < sites; ++j) {
    TRY(problem.capacity[j], reader.next_whole("capacity", 0, highest_demand));
    TRY(problem.fixed[j], reader.next("fixed cost", 0, highest_cost));
  }
  TRY_DONE(read_wholes(reader, "demand", problem.demand));
  std::vector<double> column(problem.customer_count());
  for (std::size_t j = 0; j < sites; ++j) {
    TRY_DONE(read_costs(reader, column));
    for (std::size_t i = 0; i < column.size(); ++i) problem.cost[i * sites + j] = column[i];
  }
  return {};
}

/// What stands behind the first line of Delmaire's layout.
Done read_delmaire(NumberReader& reader, CapacitatedProblem& problem) {
  TRY_DONE(read_costs(reader, problem.cost));
  TRY_DONE(read_wholes(reader, "demand", problem.demand));
  TRY_DONE(read_costs(reader, problem.fixed));
  return read_wholes(reader, "capacity", problem.capacity);
}

}  // namespace

Result<CapacitatedProblem> parse_sscflp(std::string_view text, const std::string& file) {
  NumberReader reader(text, file);
  const bool holmberg = reader.words_on_line(2) == 2;
  TRY(const auto first, reader.next_whole(holmberg ? "facilities" : "customers", 1, 1'000'000));
  TRY(const auto second, reader.next_whole(holmberg ? "customers" : "facilities", 1, 1'000'000));
  const auto sites = static_cast<std::size_t>(holmberg ? first : second);
  const auto customers = static_cast<std::size_t>(holmberg ? second : first);
  TRY_DONE(check_size(reader, customers, sites));
  // A file with fewer bytes than costs cannot hold them; said before memory is taken for them.
  if (text.size() < customers * sites) return fail(reader.error("siting.benchmark.short", {"cost"}));
  CapacitatedProblem problem;
  problem.demand.resize(customers);
  problem.capacity.resize(sites);
  problem.fixed.resize(sites);
  problem.cost.resize(customers * sites);
  problem.most = sites;
  TRY_DONE(holmberg ? read_holmberg(reader, problem) : read_delmaire(reader, problem));
  TRY_DONE(reader.end());
  return problem;
}

}  // namespace veer::siting
