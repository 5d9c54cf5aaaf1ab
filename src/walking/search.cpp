#include "walking/search.hpp"

#include <algorithm>

namespace veer::walking {

namespace {

/// The bends of a link between two points on it, walked from a to b; the point at a left out.
void append_course(const Network& network, std::uint32_t number, Decimetres a, Decimetres b,
                   std::vector<geo::RdMetres>& path) {
  const Link& link = network.links()[number];
  const auto bend = [&](std::uint32_t i) {
    path.push_back({network.shape()[i].x / 10.0, network.shape()[i].y / 10.0});
  };
  const auto along = network.shape_along();
  if (a <= b) {
    for (std::uint32_t i = link.shape_begin; i < link.shape_end; ++i)
      if (along[i] > a && along[i] < b) bend(i);
  } else {
    for (std::uint32_t i = link.shape_end; i-- > link.shape_begin;)
      if (along[i] > b && along[i] < a) bend(i);
  }
  path.push_back(network.along(number, b));
}

}  // namespace

std::array<Approach, 2> approaches(const Network& network, const Snap& snap, const Closures* closures) {
  std::array<Approach, 2> ends;
  if (!snap.found()) return ends;
  const Link& link = network.links()[snap.link];
  if (closures == nullptr || closures->open_between(snap.link, 0, snap.along))
    ends[0] = {link.from, snap.offset + snap.along};
  if (closures == nullptr || closures->open_between(snap.link, snap.along, link.length))
    ends[1] = {link.to, snap.offset + link.length - snap.along};
  return ends;
}

Decimetres along_one_link(const Snap& from, const Snap& to, const Closures* closures) {
  if (!from.found() || from.link != to.link) return unreachable;
  if (closures != nullptr && !closures->open_between(from.link, from.along, to.along)) return unreachable;
  return from.offset + to.offset + std::max(from.along, to.along) - std::min(from.along, to.along);
}

Search::Search(const Network& network) : network_(&network), distance_(network.junction_count(), unreachable) {}

void Search::run(const Snap& from, Decimetres limit, const Closures* closures) {
  for (const std::uint32_t junction : reached_) distance_[junction] = unreachable;
  reached_.clear();
  from_ = from;
  limit_ = limit;
  closures_ = closures;
  const auto ends = approaches(*network_, from, closures);
  Decimetres largest = network_->longest_link();
  for (const Approach& end : ends)
    if (end.junction != nothing) largest = std::max(largest, end.distance);
  queue_.reset(largest);
  for (const Approach& end : ends) {
    if (end.junction == nothing || end.distance > limit || end.distance >= distance_[end.junction]) continue;
    if (distance_[end.junction] == unreachable) reached_.push_back(end.junction);
    distance_[end.junction] = end.distance;
    queue_.push(end.junction, end.distance);
  }
  if (closures == nullptr) {
    spread<false>();
  } else {
    spread<true>();
  }
}

template <bool patched>
void Search::spread() {
  const std::uint32_t* const begin = network_->begin().data();
  const Arc* const arcs = network_->arcs().data();
  const std::uint32_t* const links = network_->arc_links().data();
  Decimetres* const distance = distance_.data();
  const Decimetres limit = limit_ == unreachable ? unreachable - 1 : limit_;
  while (!queue_.empty()) {
    const BucketQueue::Entry entry = queue_.pop();
    if (entry.distance != distance[entry.junction]) continue;  // a shorter way was found meanwhile
    for (std::uint32_t arc = begin[entry.junction]; arc < begin[entry.junction + 1]; ++arc) {
      if constexpr (patched) {
        if (closures_->closed(links[arc])) continue;
      }
      const Decimetres next = entry.distance + arcs[arc].length;
      Decimetres& known = distance[arcs[arc].to];
      if (next >= known || next > limit) continue;
      if (known == unreachable) reached_.push_back(arcs[arc].to);
      known = next;
      queue_.push(arcs[arc].to, next);
    }
  }
}

Decimetres Search::to(const Snap& place) const {
  Decimetres best = along_one_link(from_, place, closures_);
  for (const Approach& end : approaches(*network_, place, closures_))
    if (end.junction != nothing && distance_[end.junction] != unreachable)
      best = std::min(best, distance_[end.junction] + end.distance);
  return best <= limit_ ? best : unreachable;
}

/// The arc over which the walk came to a junction, of several the first; `nothing` where the walk began.
std::uint32_t Search::arc_towards_start(std::uint32_t junction) const {
  for (std::uint32_t arc = network_->begin()[junction]; arc < network_->begin()[junction + 1]; ++arc) {
    if (closures_ != nullptr && closures_->closed(network_->arc_links()[arc])) continue;
    const Arc& back = network_->arcs()[arc];
    if (distance_[back.to] != unreachable && distance_[back.to] + back.length == distance_[junction]) return arc;
  }
  return nothing;
}

std::vector<geo::RdMetres> Search::path_to(const Snap& place) const {
  const Decimetres whole = to(place);
  if (whole == unreachable) return {};
  std::vector<geo::RdMetres> path{network_->along(from_.link, from_.along)};
  if (along_one_link(from_, place, closures_) == whole) {
    append_course(*network_, from_.link, from_.along, place.along, path);
    return path;
  }
  const auto lasts = approaches(*network_, place, closures_);
  std::size_t last = 0;
  while (lasts[last].junction == nothing || distance_[lasts[last].junction] == unreachable ||
         distance_[lasts[last].junction] + lasts[last].distance != whole)
    ++last;
  // Back from the end: every arc shortens the distance, so this ends at one of the two ends of the first link.
  std::vector<std::uint32_t> junctions;
  std::vector<std::uint32_t> arcs;
  std::uint32_t junction = lasts[last].junction;
  const auto firsts = approaches(*network_, from_, closures_);
  const auto is_first = [&](std::size_t i) {
    return firsts[i].junction == junction && firsts[i].distance == distance_[junction];
  };
  while (!is_first(0) && !is_first(1)) {
    arcs.push_back(arc_towards_start(junction));
    junctions.push_back(junction);
    junction = network_->arcs()[arcs.back()].to;
  }
  const Link& first_link = network_->links()[from_.link];
  append_course(*network_, from_.link, from_.along, is_first(0) ? 0 : first_link.length, path);
  for (std::size_t i = arcs.size(); i-- > 0;) {
    const std::uint32_t number = network_->arc_links()[arcs[i]];
    const Link& link = network_->links()[number];
    // A link that ends where it begins is never part of a shortest walk, so its direction is plain.
    const bool forward = link.to == junctions[i];
    append_course(*network_, number, forward ? 0 : link.length, forward ? link.length : 0, path);
  }
  const Link& last_link = network_->links()[place.link];
  append_course(*network_, place.link, last == 0 ? 0 : last_link.length, place.along, path);
  return path;
}

}  // namespace veer::walking
