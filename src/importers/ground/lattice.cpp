#include "importers/ground/lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "geo/rd.hpp"

namespace veer::importers::ground {

namespace {

constexpr int nobody = -1;
constexpr int rim = 4;         ///< squares of nobody around all outlines
constexpr int widest_gap = 2;  ///< squares between two areas that are closed

/// Squares with the area that each belongs to, row by row from the south-west.
struct Lattice {
  double west = 0;
  double south = 0;
  double square = 0;
  int columns = 0;
  int rows = 0;
  std::vector<int> owner;

  [[nodiscard]] std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
  [[nodiscard]] int get(int column, int row) const {
    return column < 0 || row < 0 || column >= columns || row >= rows ? nobody : owner[at(column, row)];
  }
};

using Rings = std::vector<std::vector<geo::RdMetres>>;

Rings in_metres(const geo::Polygon& polygon) {
  Rings rings;
  for (const geo::Ring& ring : polygon) {
    rings.emplace_back();
    for (const geo::LonLat place : ring) rings.back().push_back(geo::to_rd(place));
  }
  return rings;
}

/// Claims the squares whose middles the polygon holds, by the crossings of each row (even-odd rule).
void claim(Lattice& lattice, const Rings& rings, int area) {
  for (int row = 0; row < lattice.rows; ++row) {
    const double y = lattice.south + (row + 0.5) * lattice.square;
    std::vector<double> crossings;
    for (const auto& ring : rings)
      for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        if ((ring[i].y > y) != (ring[i + 1].y > y))
          crossings.push_back(ring[i].x + (y - ring[i].y) / (ring[i + 1].y - ring[i].y) * (ring[i + 1].x - ring[i].x));
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const int first = static_cast<int>(std::ceil((crossings[i] - lattice.west) / lattice.square - 0.5));
      const int last = static_cast<int>(std::floor((crossings[i + 1] - lattice.west) / lattice.square - 0.5));
      for (int column = first; column <= last; ++column) {
        int& owner = lattice.owner[lattice.at(column, row)];
        if (owner == nobody) owner = area;
      }
    }
  }
}

/// The first owner in a direction, and how many squares away it is; nobody within reach: nobody.
struct Sight {
  int owner = nobody;
  int steps = 0;
};
Sight look(const Lattice& lattice, int column, int row, int dx, int dy) {
  for (int steps = 1; steps <= widest_gap; ++steps)
    if (const int owner = lattice.get(column + dx * steps, row + dy * steps); owner != nobody) return {owner, steps};
  return {};
}

void close_gaps(Lattice& lattice) {
  const Lattice before = lattice;
  const auto closes = [](Sight one, Sight other) {
    return one.owner != nobody && other.owner != nobody && one.steps + other.steps - 1 <= widest_gap;
  };
  for (int row = 0; row < lattice.rows; ++row)
    for (int column = 0; column < lattice.columns; ++column) {
      if (before.get(column, row) != nobody) continue;
      const Sight west = look(before, column, row, -1, 0);
      const Sight south = look(before, column, row, 0, -1);
      int& owner = lattice.owner[lattice.at(column, row)];
      if (closes(west, look(before, column, row, 1, 0))) {
        owner = west.owner;
      } else if (closes(south, look(before, column, row, 0, 1))) {
        owner = south.owner;
      }
    }
}

constexpr std::array<std::pair<int, int>, 4> sides{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};  // east, north, west, south

/// Squares of one owner that hang together by their sides.
struct Parts {
  std::vector<std::size_t> of;  ///< by square
  std::vector<std::vector<std::pair<int, int>>> squares;
};

Parts parts_of(const Lattice& lattice) {
  constexpr auto unseen = static_cast<std::size_t>(-1);
  Parts parts{std::vector<std::size_t>(lattice.owner.size(), unseen), {}};
  for (int row = 0; row < lattice.rows; ++row)
    for (int column = 0; column < lattice.columns; ++column) {
      if (parts.of[lattice.at(column, row)] != unseen) continue;
      const int owner = lattice.get(column, row);
      const std::size_t part = parts.squares.size();
      parts.squares.emplace_back();
      std::vector<std::pair<int, int>> open{{column, row}};
      parts.of[lattice.at(column, row)] = part;
      while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        parts.squares[part].emplace_back(x, y);
        for (const auto& [dx, dy] : sides) {
          const bool inside = x + dx >= 0 && y + dy >= 0 && x + dx < lattice.columns && y + dy < lattice.rows;
          if (!inside || lattice.get(x + dx, y + dy) != owner || parts.of[lattice.at(x + dx, y + dy)] != unseen)
            continue;
          parts.of[lattice.at(x + dx, y + dy)] = part;
          open.emplace_back(x + dx, y + dy);
        }
      }
    }
  return parts;
}

/// Small parts, the largest of each owner excepted, and gaps that areas enclose go to the neighbour along the longest
/// side (the smallest index when equal).
void give_away_crumbs(Lattice& lattice, double least_area_m2) {
  const Parts parts = parts_of(lattice);
  std::map<int, std::size_t> largest;
  for (const auto& squares : parts.squares) {
    std::size_t& most = largest[lattice.get(squares.front().first, squares.front().second)];
    most = std::max(most, squares.size());
  }
  const double least = least_area_m2 / (lattice.square * lattice.square);
  for (const auto& squares : parts.squares) {
    const int owner = lattice.get(squares.front().first, squares.front().second);
    const bool enclosed_gap = owner == nobody;  // the largest part of nobody lies around all outlines
    if (squares.size() == largest.at(owner) || (!enclosed_gap && static_cast<double>(squares.size()) >= least))
      continue;
    std::map<int, std::size_t> border;
    for (const auto& [x, y] : squares)
      for (const auto& [dx, dy] : sides)
        if (const int other = lattice.get(x + dx, y + dy); other != owner) ++border[other];
    const auto longest = std::max_element(border.begin(), border.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [x, y] : squares) lattice.owner[lattice.at(x, y)] = longest->first;
  }
}

/// Where two squares of one owner meet in a corner only, a square beside them joins them. A pass may make a new such
/// corner; a few passes settle all of them, and where they do not the ring falls apart into two that touch.
void mend_corners(Lattice& lattice) {
  constexpr int passes = 20;
  bool changed = true;
  for (int pass = 0; pass < passes && changed; ++pass) {
    changed = false;
    for (int row = 0; row + 1 < lattice.rows; ++row)
      for (int column = 0; column + 1 < lattice.columns; ++column) {
        int& south_west = lattice.owner[lattice.at(column, row)];
        int& south_east = lattice.owner[lattice.at(column + 1, row)];
        const int north_west = lattice.get(column, row + 1);
        const int north_east = lattice.get(column + 1, row + 1);
        if (south_west == north_east && south_west != south_east && south_west != north_west) {
          south_east = south_west;
          changed = true;
        } else if (south_east == north_west && south_east != south_west && south_east != north_east) {
          south_west = south_east;
          changed = true;
        }
      }
  }
}

/// Walks round the squares of an owner with them on the left hand.
class Tracer {
 public:
  explicit Tracer(const Lattice& lattice)
      : lattice_(lattice), parts_(parts_of(lattice)), walked_(lattice.owner.size(), 0) {}

  /// The rings of every owner: by part, the outer ring first.
  [[nodiscard]] std::map<int, geo::MultiPolygon> rings() {
    std::map<std::size_t, geo::Polygon> polygons;
    for (int row = 0; row < lattice_.rows; ++row)
      for (int column = 0; column < lattice_.columns; ++column)
        for (std::size_t side = 0; side < sides.size(); ++side)
          // The first side that a scan meets of a part belongs to its outer ring.
          if (lattice_.get(column, row) != nobody && is_border(column, row, side) &&
              (walked_[lattice_.at(column, row)] & (1U << side)) == 0)
            polygons[parts_.of[lattice_.at(column, row)]].push_back(walk(column, row, side));
    std::map<int, geo::MultiPolygon> outlines;
    for (auto& [part, polygon] : polygons) {
      const auto& [column, row] = parts_.squares[part].front();
      outlines[lattice_.get(column, row)].push_back(std::move(polygon));
    }
    return outlines;
  }

 private:
  [[nodiscard]] bool is_border(int column, int row, std::size_t side) const {
    return lattice_.get(column + sides[side].first, row + sides[side].second) != lattice_.get(column, row);
  }

  /// The corner at which the walk along that side begins: the east side is walked northward, the north side westward,
  /// and so on.
  [[nodiscard]] geo::LonLat corner(int column, int row, std::size_t side) const {
    const int x = column + (side == 0 || side == 1 ? 1 : 0);
    const int y = row + (side == 1 || side == 2 ? 1 : 0);
    return geo::to_lonlat({lattice_.west + x * lattice_.square, lattice_.south + y * lattice_.square});
  }

  geo::Ring walk(int column, int row, std::size_t side) {
    const int owner = lattice_.get(column, row);
    geo::Ring ring;
    while ((walked_[lattice_.at(column, row)] & (1U << side)) == 0) {
      walked_[lattice_.at(column, row)] |= static_cast<std::uint8_t>(1U << side);
      ring.push_back(corner(column, row, side));
      const std::size_t next =
          (side + 1) % sides.size();  // the side of this square that comes after it, going round to the left
      const auto [ahead_x, ahead_y] = sides[next];
      const auto [out_x, out_y] = sides[side];
      if (lattice_.get(column + ahead_x, row + ahead_y) != owner) {
        side = next;
      } else if (lattice_.get(column + ahead_x + out_x, row + ahead_y + out_y) != owner) {
        column += ahead_x;
        row += ahead_y;
      } else {
        column += ahead_x + out_x;
        row += ahead_y + out_y;
        side = (side + 3) % sides.size();
      }
    }
    ring.push_back(ring.front());
    return ring;
  }

  const Lattice& lattice_;
  Parts parts_;
  std::vector<std::uint8_t> walked_;  ///< by square: a bit per side
};

Lattice empty_lattice(const std::map<std::string, geo::MultiPolygon>& outlines, double square_m) {
  double east = -1e18;
  double north = -1e18;
  Lattice lattice{.west = 1e18, .south = 1e18, .square = square_m, .columns = 0, .rows = 0, .owner = {}};
  for (const auto& [id, outline] : outlines)
    for (const geo::Polygon& polygon : outline)
      for (const auto& ring : in_metres(polygon))
        for (const geo::RdMetres at : ring) {
          lattice.west = std::min(lattice.west, at.x);
          lattice.south = std::min(lattice.south, at.y);
          east = std::max(east, at.x);
          north = std::max(north, at.y);
        }
  lattice.west = (std::floor(lattice.west / square_m) - rim) * square_m;
  lattice.south = (std::floor(lattice.south / square_m) - rim) * square_m;
  lattice.columns = static_cast<int>(std::ceil((east - lattice.west) / square_m)) + rim;
  lattice.rows = static_cast<int>(std::ceil((north - lattice.south) / square_m)) + rim;
  lattice.owner.assign(static_cast<std::size_t>(lattice.columns) * static_cast<std::size_t>(lattice.rows), nobody);
  return lattice;
}

}  // namespace

std::map<std::string, geo::MultiPolygon> on_lattice(const std::map<std::string, geo::MultiPolygon>& outlines,
                                                    double square_m, double least_area_m2) {
  ENSURE(square_m > 0, "squares of a lattice need a side");
  if (outlines.empty()) return {};
  Lattice lattice = empty_lattice(outlines, square_m);
  std::vector<std::string> ids;
  for (const auto& [id, outline] : outlines) {
    for (const geo::Polygon& polygon : outline) claim(lattice, in_metres(polygon), static_cast<int>(ids.size()));
    ids.push_back(id);
  }
  close_gaps(lattice);
  give_away_crumbs(lattice, least_area_m2);
  mend_corners(lattice);
  std::map<std::string, geo::MultiPolygon> result;
  for (auto& [owner, outline] : Tracer(lattice).rings())
    result.emplace(ids[static_cast<std::size_t>(owner)], std::move(outline));
  return result;
}

}  // namespace veer::importers::ground
