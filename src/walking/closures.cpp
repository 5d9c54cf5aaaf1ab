#include "walking/closures.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "geo/rd.hpp"

namespace veer::walking {

namespace {

/// Decimetres: more than any place in RD New.
constexpr double far = 1e9;

struct Spot {
  double x = 0;
  double y = 0;
};

/// A straight edge in decimetres.
struct Edge {
  Spot a;
  Spot b;
};

Spot to_spot(geo::LonLat place) {
  const geo::RdMetres at = geo::to_rd(place);
  return {at.x * 10, at.y * 10};
}

std::vector<Edge> edges_of(std::span<const geo::LonLat> line, bool close) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) edges.push_back({to_spot(line[i]), to_spot(line[i + 1])});
  if (close && line.size() > 2 && !(line.front() == line.back()))
    edges.push_back({to_spot(line.back()), to_spot(line.front())});
  return edges;
}

std::vector<Edge> edges_of(const geo::MultiPolygon& outline) {
  std::vector<Edge> edges;
  for (const geo::Polygon& polygon : outline)
    for (const geo::Ring& ring : polygon) {
      const auto more = edges_of(ring, true);
      edges.insert(edges.end(), more.begin(), more.end());
    }
  return edges;
}

/// Even-odd rule: holes count as outside.
bool inside(const std::vector<Edge>& edges, Spot p) {
  bool in = false;
  for (const Edge& e : edges)
    if ((e.a.y > p.y) != (e.b.y > p.y) && p.x < (e.b.x - e.a.x) * (p.y - e.a.y) / (e.b.y - e.a.y) + e.a.x) in = !in;
  return in;
}

/// Where on the part from a to b (0…1) the edge crosses it; edges that run along it cross nothing.
std::optional<double> crossing(Spot a, Spot b, const Edge& edge) {
  const Spot part{b.x - a.x, b.y - a.y};
  const Spot side{edge.b.x - edge.a.x, edge.b.y - edge.a.y};
  const double turn = part.x * side.y - part.y * side.x;
  if (turn == 0) return std::nullopt;
  const Spot gap{edge.a.x - a.x, edge.a.y - a.y};
  const double along = (gap.x * side.y - gap.y * side.x) / turn;
  const double along_edge = (gap.x * part.y - gap.y * part.x) / turn;
  if (along < 0 || along > 1 || along_edge < 0 || along_edge > 1) return std::nullopt;
  return along;
}

struct Hull {
  double first = 2;
  double last = -1;
  void take(double share) {
    first = std::min(first, share);
    last = std::max(last, share);
  }
};

/// Calls visit(link, first, last) with the hull of what the edges (and what they enclose) cover of each link.
template <class Visit>
void each_hit(const Network& network, const Snapper& snapper, const std::vector<Edge>& edges, bool filled,
              Visit&& visit) {
  Spot low{far, far};
  Spot high{-far, -far};
  for (const Edge& edge : edges)
    for (const Spot& p : {edge.a, edge.b}) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
  if (edges.empty()) return;
  const auto whole = [](double value) { return static_cast<std::int32_t>(std::clamp(value, -far, far)); };
  const auto shape = network.shape();
  const auto along = network.shape_along();
  for (const std::uint32_t number :
       snapper.links_near({whole(low.x - 1), whole(low.y - 1)}, {whole(high.x + 1), whole(high.y + 1)})) {
    const Link& link = network.links()[number];
    std::optional<Decimetres> first;
    Decimetres last = 0;
    for (std::uint32_t i = link.shape_begin; i + 1 < link.shape_end; ++i) {
      const Spot a{static_cast<double>(shape[i].x), static_cast<double>(shape[i].y)};
      const Spot b{static_cast<double>(shape[i + 1].x), static_cast<double>(shape[i + 1].y)};
      Hull hull;
      if (filled && inside(edges, a)) hull.take(0);
      if (filled && inside(edges, b)) hull.take(1);
      for (const Edge& edge : edges)
        if (const auto share = crossing(a, b, edge)) hull.take(*share);
      if (hull.last < 0) continue;
      const double length = static_cast<double>(along[i + 1]) - along[i];
      if (!first) first = along[i] + static_cast<Decimetres>(std::floor(hull.first * length));
      last = along[i] + static_cast<Decimetres>(std::ceil(hull.last * length));
    }
    if (first) visit(number, *first, last);
  }
}

}  // namespace

void Closures::close(std::uint32_t link, Decimetres first, Decimetres last) {
  closed_[link] = 1;
  const auto [at, fresh] = parts_.try_emplace(link, Part{first, last});
  if (fresh) return;
  at->second.first = std::min(at->second.first, first);
  at->second.last = std::max(at->second.last, last);
}

void Closures::close_link(std::uint32_t link) { close(link, 0, network_->links()[link].length); }

void Closures::close_traits(std::uint8_t traits) {
  for (std::uint32_t link = 0; link < network_->links().size(); ++link)
    if ((network_->links()[link].traits & traits) != 0) close_link(link);
}

void Closures::close_traits(std::uint8_t traits, const geo::MultiPolygon& outline, const Snapper& snapper) {
  each_hit(*network_, snapper, edges_of(outline), true, [&](std::uint32_t link, Decimetres, Decimetres) {
    if ((network_->links()[link].traits & traits) != 0) close_link(link);
  });
}

void Closures::close_area(const geo::MultiPolygon& outline, const Snapper& snapper) {
  each_hit(*network_, snapper, edges_of(outline), true,
           [this](std::uint32_t link, Decimetres first, Decimetres last) { close(link, first, last); });
}

void Closures::close_line(std::span<const geo::LonLat> line, const Snapper& snapper) {
  each_hit(*network_, snapper, edges_of(line, false), false,
           [this](std::uint32_t link, Decimetres first, Decimetres last) { close(link, first, last); });
}

bool Closures::open_between(std::uint32_t link, Decimetres a, Decimetres b) const {
  if (closed_[link] == 0) return true;
  const Part part = parts_.at(link);
  return std::max(a, b) < part.first || std::min(a, b) > part.last;
}

}  // namespace veer::walking
