#include "walking/network.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/result.hpp"
#include "geo/rd.hpp"
#include "walking/hilbert.hpp"

namespace veer::walking {

namespace {

Point to_point(geo::RdMetres place) {
  ENSURE(std::abs(place.x) < 1e8 && std::abs(place.y) < 1e8, "a street lies less than 100,000 km from the origin");
  return {static_cast<std::int32_t>(std::lround(place.x * 10)), static_cast<std::int32_t>(std::lround(place.y * 10))};
}

/// The pieces that meet at each place, in compressed rows.
class Meetings {
 public:
  explicit Meetings(const Streets& streets) : begin_(streets.places.size() + 1, 0) {
    for (const Piece& piece : streets.pieces) {
      ENSURE(piece.from < streets.places.size() && piece.to < streets.places.size(),
             "a piece of street joins places that exist");
      ++begin_[piece.from + 1];
      ++begin_[piece.to + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    pieces_.resize(begin_.back());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t i = 0; i < streets.pieces.size(); ++i) {
      pieces_[next[streets.pieces[i].from]++] = i;
      pieces_[next[streets.pieces[i].to]++] = i;
    }
  }
  [[nodiscard]] std::span<const std::uint32_t> at(std::uint32_t place) const {
    return {pieces_.data() + begin_[place], begin_[place + 1] - begin_[place]};
  }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> pieces_;
};

/// Whether one has no choice there: two different pieces of one kind meet.
bool is_bend(const Streets& streets, std::span<const std::uint32_t> meeting) {
  return meeting.size() == 2 && meeting[0] != meeting[1] &&
         streets.pieces[meeting[0]].traits == streets.pieces[meeting[1]].traits;
}

std::uint32_t other_end(const Piece& piece, std::uint32_t end) { return piece.from == end ? piece.to : piece.from; }

/// The places that become junctions: all that are no bend, and one of every ring of bends.
std::vector<std::uint32_t> junction_places(const Streets& streets, const Meetings& meetings) {
  std::vector<std::uint32_t> junctions;
  std::vector<char> passed(streets.pieces.size(), 0);
  const auto follow = [&](std::uint32_t place, std::uint32_t piece) {
    while (passed[piece] == 0) {
      passed[piece] = 1;
      place = other_end(streets.pieces[piece], place);
      const auto meeting = meetings.at(place);
      if (!is_bend(streets, meeting)) return;
      piece = meeting[0] == piece ? meeting[1] : meeting[0];
    }
  };
  for (std::uint32_t place = 0; place < streets.places.size(); ++place) {
    const auto meeting = meetings.at(place);
    if (meeting.empty() || is_bend(streets, meeting)) continue;
    junctions.push_back(place);
    for (const std::uint32_t piece : meeting) follow(place, piece);
  }
  for (std::uint32_t i = 0; i < streets.pieces.size(); ++i) {
    if (passed[i] != 0) continue;  // what is left are rings without any junction
    junctions.push_back(streets.pieces[i].from);
    follow(streets.pieces[i].from, i);
  }
  return junctions;
}

/// Junctions along Hilbert's curve through the square around them.
void sort_along_curve(const Streets& streets, std::vector<std::uint32_t>& junctions) {
  geo::RdMetres low{1e12, 1e12};
  geo::RdMetres high{-1e12, -1e12};
  for (const std::uint32_t place : junctions) {
    const geo::RdMetres at = streets.places[place];
    low = {std::min(low.x, at.x), std::min(low.y, at.y)};
    high = {std::max(high.x, at.x), std::max(high.y, at.y)};
  }
  const double scale = 65'535.0 / std::max({high.x - low.x, high.y - low.y, 1.0});
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  order.reserve(junctions.size());
  for (const std::uint32_t place : junctions) {
    const geo::RdMetres at = streets.places[place];
    order.emplace_back(hilbert_index(static_cast<std::uint32_t>((at.x - low.x) * scale),
                                     static_cast<std::uint32_t>((at.y - low.y) * scale)),
                       place);
  }
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < order.size(); ++i) junctions[i] = order[i].second;
}

}  // namespace

Network::Network(const Streets& streets) {
  const Meetings meetings(streets);
  std::vector<std::uint32_t> junctions = junction_places(streets, meetings);
  sort_along_curve(streets, junctions);
  std::vector<std::uint32_t> junction_of(streets.places.size(), nothing);
  for (std::uint32_t i = 0; i < junctions.size(); ++i) junction_of[junctions[i]] = i;

  std::vector<char> used(streets.pieces.size(), 0);
  const auto add_link = [&](std::uint32_t first, std::uint32_t piece) {
    Link link{.from = junction_of[first],
              .to = nothing,
              .shape_begin = static_cast<std::uint32_t>(shape_.size()),
              .traits = streets.pieces[piece].traits};
    double length_m = 0;
    const auto bend = [&](std::uint32_t place) {
      shape_.push_back(to_point(streets.places[place]));
      shape_along_.push_back(static_cast<Decimetres>(std::lround(length_m * 10)));
    };
    bend(first);
    for (std::uint32_t place = first;;) {
      used[piece] = 1;
      const std::uint32_t next = other_end(streets.pieces[piece], place);
      length_m += geo::distance_m(streets.places[place], streets.places[next]);
      ENSURE(length_m < 1e8, "a street is shorter than 100,000 km");
      place = next;
      bend(place);
      link.to = junction_of[place];
      if (link.to != nothing) break;
      const auto meeting = meetings.at(place);
      piece = meeting[0] == piece ? meeting[1] : meeting[0];
    }
    shape_along_.back() = std::max(shape_along_.back(), Decimetres{1});
    link.length = shape_along_.back();
    link.shape_end = static_cast<std::uint32_t>(shape_.size());
    longest_link_ = std::max(longest_link_, link.length);
    links_.push_back(link);
  };
  for (const std::uint32_t place : junctions) {
    places_.push_back(to_point(streets.places[place]));
    for (const std::uint32_t piece : meetings.at(place))
      if (used[piece] == 0) add_link(place, piece);
  }

  begin_.assign(junctions.size() + 1, 0);
  for (const Link& link : links_) {
    ++begin_[link.from + 1];
    ++begin_[link.to + 1];
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  arcs_.resize(begin_.back());
  arc_links_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (std::uint32_t i = 0; i < links_.size(); ++i) {
    const Link& link = links_[i];
    arc_links_[next[link.from]] = i;
    arcs_[next[link.from]++] = {link.to, link.length};
    arc_links_[next[link.to]] = i;
    arcs_[next[link.to]++] = {link.from, link.length};
  }
  find_components();
}

void Network::find_components() {
  std::vector<std::uint32_t> found(junction_count(), nothing);
  std::vector<std::uint32_t> sizes;
  std::vector<std::uint32_t> open;
  for (std::uint32_t start = 0; start < junction_count(); ++start) {
    if (found[start] != nothing) continue;
    const auto number = static_cast<std::uint32_t>(sizes.size());
    sizes.push_back(0);
    found[start] = number;
    open.push_back(start);
    while (!open.empty()) {
      const std::uint32_t here = open.back();
      open.pop_back();
      ++sizes[number];
      for (std::uint32_t arc = begin_[here]; arc < begin_[here + 1]; ++arc) {
        const std::uint32_t to = arcs_[arc].to;
        if (found[to] != nothing) continue;
        found[to] = number;
        open.push_back(to);
      }
    }
  }
  std::vector<std::uint32_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&sizes](auto a, auto b) { return sizes[a] > sizes[b]; });
  std::vector<std::uint32_t> rank(sizes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    component_sizes_.push_back(sizes[order[i]]);
  }
  component_.reserve(found.size());
  for (const std::uint32_t number : found) component_.push_back(rank[number]);
}

geo::RdMetres Network::along(std::uint32_t link, Decimetres from_start) const {
  const Link& it = links_[link];
  const auto first = shape_along_.begin() + it.shape_begin + 1;
  const auto last = shape_along_.begin() + it.shape_end - 1;
  const auto end = static_cast<std::size_t>(std::lower_bound(first, last, from_start) - shape_along_.begin());
  const double length = static_cast<double>(shape_along_[end]) - shape_along_[end - 1];
  const double share =
      length > 0 ? std::clamp((static_cast<double>(from_start) - shape_along_[end - 1]) / length, 0.0, 1.0) : 0.0;
  const Point a = shape_[end - 1];
  const Point b = shape_[end];
  return {(a.x + share * (b.x - a.x)) / 10, (a.y + share * (b.y - a.y)) / 10};
}

}  // namespace veer::walking
