#include "importers/osm/collected.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "geo/rd.hpp"

namespace veer::importers::osm {

namespace {

/// From the origin of RD New.
constexpr double furthest_m = 1e7;

class Assembler {
 public:
  Assembler(Collected collected, const CropTest& crop) : from_(std::move(collected)), crop_(crop) {
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    // Files from the usual sources are sorted; the sort is for those that people made themselves.
    if (!std::is_sorted(from_.nodes.begin(), from_.nodes.end(), by_id))
      std::stable_sort(from_.nodes.begin(), from_.nodes.end(), by_id);
    std::sort(from_.closed_gates.begin(), from_.closed_gates.end());
    place_of_.assign(from_.nodes.size(), walking_nothing);
  }

  OsmMap run(std::size_t threads) {
    for (const Collected::Street& street : from_.streets) add_street(street);
    project(threads);
    for (auto& drawn : from_.addresses) add_address(drawn);
    for (auto& drawn : from_.places) add_place(drawn);
    for (auto& drawn : from_.power) add_power(drawn);
    return std::move(from_.map);
  }

 private:
  static constexpr std::uint32_t walking_nothing = 0xffffffffU;

  [[nodiscard]] std::optional<std::size_t> slot(std::int64_t id) const {
    const auto found =
        std::lower_bound(from_.nodes.begin(), from_.nodes.end(), id,
                         [](const Collected::Node& node, std::int64_t wanted) { return node.id < wanted; });
    if (found == from_.nodes.end() || found->id != id) return std::nullopt;
    return static_cast<std::size_t>(found - from_.nodes.begin());
  }
  [[nodiscard]] std::span<const std::int64_t> refs(const Collected::Way& way) const {
    return {from_.refs.data() + way.first, way.count};
  }

  /// The place of a street's node; a closed gate is another place for every street that ends at it.
  std::uint32_t street_place(std::size_t node) {
    const bool gate = std::binary_search(from_.closed_gates.begin(), from_.closed_gates.end(), from_.nodes[node].id);
    if (!gate && place_of_[node] != walking_nothing) return place_of_[node];
    const auto place = static_cast<std::uint32_t>(lonlat_.size());
    lonlat_.push_back(from_.nodes[node].place);
    if (!gate) place_of_[node] = place;
    return place;
  }

  void add_street(const Collected::Street& street) {
    const auto ids = refs(street);
    const std::size_t before = from_.map.streets.pieces.size();
    std::optional<std::size_t> last = ids.empty() ? std::nullopt : slot(ids[0]);
    for (std::size_t i = 1; i < ids.size(); ++i) {
      const auto next = slot(ids[i]);
      if (last && next && *last != *next) {
        const std::uint32_t from = street_place(*last);
        from_.map.streets.pieces.push_back({from, street_place(*next), street.traits});
      } else if (!last || !next) {
        ++from_.map.counts.pieces_cut;
      }
      last = next;
    }
    if (from_.map.streets.pieces.size() > before) {
      ++from_.map.counts.streets;
    } else {
      ++from_.map.counts.streets_outside;
    }
  }

  void project(std::size_t threads) {
    from_.map.streets.places = geo::to_rd(lonlat_, threads);
    const auto& places = from_.map.streets.places;
    from_.map.counts.pieces = from_.map.streets.pieces.size();
    // On the other side of the earth the projection runs away; what is not in reach of it cannot be a street.
    auto& pieces = from_.map.streets.pieces;
    const auto nowhere = [&](std::uint32_t place) {
      return !(std::abs(places[place].x) < furthest_m && std::abs(places[place].y) < furthest_m);
    };
    std::erase_if(pieces, [&](const walking::Piece& piece) { return nowhere(piece.from) || nowhere(piece.to); });
    from_.map.counts.pieces_cut += from_.map.counts.pieces - pieces.size();
    from_.map.counts.pieces = pieces.size();
  }

  [[nodiscard]] std::vector<geo::LonLat> course(const Collected::Way& way) const {
    std::vector<geo::LonLat> course;
    for (const std::int64_t id : refs(way))
      if (const auto node = slot(id)) course.push_back(from_.nodes[*node].place);
    return course;
  }

  /// The mean of the corners inside; nothing when there is none.
  [[nodiscard]] std::optional<geo::LonLat> middle(const Collected::Way& way) const {
    auto corners = course(way);
    if (corners.empty()) return std::nullopt;
    if (corners.size() > 1 && corners.front() == corners.back()) corners.pop_back();
    geo::LonLat sum;
    for (const geo::LonLat corner : corners) {
      sum.lon += corner.lon;
      sum.lat += corner.lat;
    }
    return geo::LonLat{sum.lon / static_cast<double>(corners.size()), sum.lat / static_cast<double>(corners.size())};
  }
  [[nodiscard]] bool inside(geo::LonLat place) const { return crop_.inside(place); }

  void add_address(Collected::Drawn<Address>& drawn) {
    const auto place = middle(drawn);
    if (!place || !inside(*place)) {
      ++from_.map.counts.addresses_outside;
      return;
    }
    drawn.thing.place = *place;
    from_.map.addresses.push_back(std::move(drawn.thing));
  }
  void add_place(Collected::Drawn<PlaceOfInterest>& drawn) {
    const auto place = middle(drawn);
    if (!place || !inside(*place)) {
      ++from_.map.counts.items_outside;
      return;
    }
    drawn.thing.place = *place;
    from_.map.places.push_back(std::move(drawn.thing));
  }
  void add_power(Collected::Drawn<PowerItem>& drawn) {
    const auto place = middle(drawn);
    if (!place || !inside(*place)) {
      ++from_.map.counts.items_outside;
      return;
    }
    const bool line = drawn.thing.kind == "line" || drawn.thing.kind == "cable";
    drawn.thing.course = line ? course(drawn) : std::vector{*place};
    from_.map.power.push_back(std::move(drawn.thing));
  }

  Collected from_;
  const CropTest& crop_;
  std::vector<std::uint32_t> place_of_;  ///< by node
  std::vector<geo::LonLat> lonlat_;      ///< of the places of streets
};

}  // namespace

OsmMap assemble(Collected collected, const CropTest& crop, std::size_t threads) {
  return Assembler(std::move(collected), crop).run(threads);
}

}  // namespace veer::importers::osm
