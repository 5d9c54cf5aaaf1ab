#include "importers/ground/borders.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "geo/polygon.hpp"
#include "geo/rd.hpp"
#include "geo/simplify.hpp"

namespace veer::importers::ground {

namespace {

/// A vertex as whole millionths of a degree: neighbours write a common corner with the same digits.
using Corner = std::pair<long long, long long>;

Corner corner_of(geo::LonLat at) { return {std::llround(at.lon * 1e6), std::llround(at.lat * 1e6)}; }

/// For each corner the corners it is joined to in any ring; more than two means that borders meet there.
std::map<Corner, std::set<Corner>> joints(const std::map<std::string, geo::MultiPolygon>& outlines) {
  std::map<Corner, std::set<Corner>> joined;
  for (const auto& [id, outline] : outlines)
    for (const geo::Polygon& polygon : outline)
      for (const geo::Ring& ring : polygon)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
          joined[corner_of(ring[i])].insert(corner_of(ring[i + 1]));
          joined[corner_of(ring[i + 1])].insert(corner_of(ring[i]));
        }
  return joined;
}

double distance_to_segment(geo::RdMetres p, geo::RdMetres a, geo::RdMetres b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
  return geo::distance_m(p, {a.x + t * dx, a.y + t * dy});
}

void keep_far(const std::vector<geo::RdMetres>& line, std::size_t first, std::size_t last, double tolerance_m,
              std::vector<bool>& keep) {
  double furthest = 0;
  std::size_t at = first;
  for (std::size_t i = first + 1; i < last; ++i) {
    const double away = distance_to_segment(line[i], line[first], line[last]);
    if (away > furthest) {
      furthest = away;
      at = i;
    }
  }
  if (furthest <= tolerance_m) return;
  keep[at] = true;
  keep_far(line, first, at, tolerance_m, keep);
  keep_far(line, at, last, tolerance_m, keep);
}

/// Names a piece of border in its own direction: its first, second and last corner.
using PieceName = std::array<Corner, 3>;
/// How coarse each piece may become; pieces that are not named take the tolerance of all.
struct Tolerances {
  double usual_m = 0;
  std::map<PieceName, double> finer_m;
  [[nodiscard]] double of(const PieceName& name) const {
    const auto found = finer_m.find(name);
    return found == finer_m.end() ? usual_m : found->second;
  }
};

/// The piece with fewer points; the same points whichever neighbour asks. Its name is added to `names`.
geo::Ring simplified_piece(geo::Ring piece, const Tolerances& tolerances, std::vector<PieceName>& names) {
  const bool turned = corner_of(piece.back()) < corner_of(piece.front()) ||
                      (corner_of(piece.back()) == corner_of(piece.front()) && piece.size() > 2 &&
                       corner_of(piece[piece.size() - 2]) < corner_of(piece[1]));
  if (turned) std::reverse(piece.begin(), piece.end());
  names.push_back({corner_of(piece.front()), corner_of(piece[1]), corner_of(piece.back())});
  const double tolerance_m = tolerances.of(names.back());
  std::vector<geo::RdMetres> line;
  for (const geo::LonLat at : piece) line.push_back(geo::to_rd(at));
  std::vector<bool> keep(piece.size(), false);
  keep.front() = keep.back() = true;
  if (corner_of(piece.front()) == corner_of(piece.back())) {  // a whole ring: hold the point furthest from its anchor
    std::size_t far = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
      if (geo::distance_m(line[0], line[i]) > geo::distance_m(line[0], line[far])) far = i;
    keep[far] = true;
    keep_far(line, 0, far, tolerance_m, keep);
    keep_far(line, far, line.size() - 1, tolerance_m, keep);
  } else {
    keep_far(line, 0, line.size() - 1, tolerance_m, keep);
  }
  geo::Ring out;
  for (std::size_t i = 0; i < piece.size(); ++i)
    if (keep[i]) out.push_back(piece[i]);
  if (turned) std::reverse(out.begin(), out.end());
  return out;
}

geo::Ring generalised_ring(const geo::Ring& ring, const std::map<Corner, std::set<Corner>>& joined,
                           const Tolerances& tolerances, std::vector<PieceName>& names) {
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    if (joined.at(corner_of(ring[i])).size() > 2) cuts.push_back(i);
  if (cuts.empty()) {  // nothing meets it: start at its smallest corner, so that a neighbour around it starts there too
    std::size_t least = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
      if (corner_of(ring[i]) < corner_of(ring[least])) least = i;
    cuts.push_back(least);
  }
  const std::size_t size = ring.size() - 1;
  geo::Ring out;
  for (std::size_t c = 0; c < cuts.size(); ++c) {
    const std::size_t begin = cuts[c];
    const std::size_t end = c + 1 < cuts.size() ? cuts[c + 1] : cuts.front() + size;
    geo::Ring piece;
    for (std::size_t i = begin; i <= end; ++i) piece.push_back(ring[i % size]);
    const geo::Ring fewer = simplified_piece(std::move(piece), tolerances, names);
    out.insert(out.end(), fewer.begin(), fewer.end() - 1);
  }
  out.push_back(out.front());
  return out;
}

geo::Ring rounded_ring(const geo::Ring& ring, int decimals) {
  geo::Ring out;
  for (const geo::LonLat at : ring) {
    const geo::LonLat there = geo::rounded(at, decimals);
    if (out.empty() || !(out.back() == there)) out.push_back(there);
  }
  return out;
}

/// Where pieces of a ring would cross, they become finer, for the neighbours too.
Tolerances settled(const std::map<std::string, geo::MultiPolygon>& outlines,
                   const std::map<Corner, std::set<Corner>>& joined, double tolerance_m, int decimals) {
  constexpr int rounds = 6;
  Tolerances tolerances{tolerance_m, {}};
  for (int round = 0; round < rounds; ++round) {
    std::set<PieceName> crossing;
    for (const auto& [id, outline] : outlines)
      for (const geo::Polygon& polygon : outline)
        for (const geo::Ring& ring : polygon) {
          std::vector<PieceName> names;
          if (!geo::is_valid(rounded_ring(generalised_ring(ring, joined, tolerances, names), decimals)))
            crossing.insert(names.begin(), names.end());
        }
    if (crossing.empty()) break;
    for (const PieceName& name : crossing) tolerances.finer_m[name] = tolerances.of(name) / 2;
  }
  return tolerances;
}

}  // namespace

std::map<std::string, geo::MultiPolygon> generalised(const std::map<std::string, geo::MultiPolygon>& outlines,
                                                     double tolerance_m, double least_area_m2, int decimals) {
  const auto joined = joints(outlines);
  const Tolerances tolerances = settled(outlines, joined, tolerance_m, decimals);
  std::map<std::string, geo::MultiPolygon> result;
  for (const auto& [id, outline] : outlines) {
    geo::MultiPolygon out;
    double largest = 0;
    for (const geo::Polygon& polygon : outline) largest = std::max(largest, geo::area_m2(polygon));
    for (const geo::Polygon& polygon : outline) {
      const double size = geo::area_m2(polygon);
      if (size < least_area_m2 && size < largest) continue;
      geo::Polygon coarse;
      for (const geo::Ring& ring : polygon) {
        if (!coarse.empty() && geo::area_m2(geo::Polygon{ring}) < least_area_m2) continue;  // a small hole
        std::vector<PieceName> names;
        geo::Ring candidate = rounded_ring(generalised_ring(ring, joined, tolerances, names), decimals);
        if (!geo::is_valid(candidate)) candidate = rounded_ring(geo::simplified(ring, tolerance_m), decimals);
        if (!geo::is_valid(candidate)) candidate = ring;
        coarse.push_back(std::move(candidate));
      }
      out.push_back(std::move(coarse));
    }
    result.emplace(id, std::move(out));
  }
  return result;
}

}  // namespace veer::importers::ground
