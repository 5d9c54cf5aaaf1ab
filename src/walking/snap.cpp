#include "walking/snap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/parallel.hpp"

namespace veer::walking {

namespace {

constexpr double least_square = 500;  ///< 50 m: a handful of street parts in a town
constexpr std::size_t places_at_once = 4096;

}  // namespace

std::int64_t Snapper::column_of(double x) const {
  return static_cast<std::int64_t>(std::floor((x - low_.x) / square_));
}
std::int64_t Snapper::row_of(double y) const { return static_cast<std::int64_t>(std::floor((y - low_.y) / square_)); }

/// The squares that a straight part may touch: in each row those between where it enters and where it leaves.
template <class Visit>
void Snapper::each_square(Point a, Point b, Visit&& visit) const {
  if (a.y > b.y) std::swap(a, b);
  const std::int64_t first = row_of(a.y);
  const std::int64_t last = row_of(b.y);
  for (std::int64_t row = first; row <= last; ++row) {
    double enter = a.x;
    double leave = b.x;
    if (first != last) {
      const double slope = static_cast<double>(b.x - a.x) / (b.y - a.y);
      const double south = low_.y + static_cast<double>(row) * square_;
      enter = row == first ? a.x : a.x + slope * (south - a.y);
      leave = row == last ? b.x : a.x + slope * (south + square_ - a.y);
    }
    const std::int64_t west = std::clamp<std::int64_t>(column_of(std::min(enter, leave) - 1), 0, columns_ - 1);
    const std::int64_t east = std::clamp<std::int64_t>(column_of(std::max(enter, leave) + 1), 0, columns_ - 1);
    for (std::int64_t column = west; column <= east; ++column) visit(static_cast<std::size_t>(row * columns_ + column));
  }
}

Snapper::Snapper(const Network& network, std::uint32_t least_island)
    : network_(&network), link_of_(network.shape().size(), nothing) {
  const auto shape = network.shape();
  if (shape.empty()) return;
  low_ = shape[0];
  Point high = shape[0];
  for (const Point& p : shape) {
    low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  const double width = static_cast<double>(high.x) - low_.x + 1;
  const double height = static_cast<double>(high.y) - low_.y + 1;
  // About two squares per part at most, so that a whole country or a far stray place takes no more memory than streets.
  square_ = std::max({least_square, std::sqrt(width * height / (2.0 * static_cast<double>(shape.size()))),
                      std::max(width, height) / (2.0 * static_cast<double>(shape.size()) + 16)});
  columns_ = column_of(high.x) + 1;
  rows_ = row_of(high.y) + 1;

  begin_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
  const auto each_part = [&](auto&& visit) {
    for (std::uint32_t link = 0; link < network.links().size(); ++link) {
      const std::uint32_t island = network.component(network.links()[link].from);
      if (island != 0 && network.component_sizes()[island] < least_island) continue;
      for (std::uint32_t i = network.links()[link].shape_begin; i + 1 < network.links()[link].shape_end; ++i)
        visit(link, i);
    }
  };
  each_part([&](std::uint32_t link, std::uint32_t i) {
    link_of_[i] = link;
    each_square(shape[i], shape[i + 1], [this](std::size_t square) { ++begin_[square + 1]; });
  });
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  parts_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  each_part([&](std::uint32_t, std::uint32_t i) {
    each_square(shape[i], shape[i + 1],
                [&](std::size_t square) { parts_[next[square]++] = {shape[i], shape[i + 1], i}; });
  });
}

void Snapper::look(std::int64_t column, std::int64_t row, double x, double y, Best& best) const {
  if (column < 0 || row < 0 || column >= columns_ || row >= rows_) return;
  const auto square = static_cast<std::size_t>(row * columns_ + column);
  for (std::uint32_t i = begin_[square]; i < begin_[square + 1]; ++i) {
    const Part& part = parts_[i];
    const double along_x = static_cast<double>(part.b.x) - part.a.x;
    const double along_y = static_cast<double>(part.b.y) - part.a.y;
    const double to_x = x - part.a.x;
    const double to_y = y - part.a.y;
    const double squared_length = along_x * along_x + along_y * along_y;
    const double projection = to_x * along_x + to_y * along_y;
    const double share = squared_length > 0 ? std::clamp(projection / squared_length, 0.0, 1.0) : 0.0;
    const double off_x = to_x - share * along_x;
    const double off_y = to_y - share * along_y;
    const double squared = off_x * off_x + off_y * off_y;
    if (squared < best.squared || (squared == best.squared && part.index < best.index))
      best = {squared, part.index, share};
  }
}

Snap Snapper::nearest(geo::RdMetres place, double reach_m) const {
  const double x = place.x * 10;
  const double y = place.y * 10;
  const double reach = reach_m * 10;
  if (columns_ == 0 || !std::isfinite(x) || !std::isfinite(y)) return {};
  // Far outside nothing can be in reach, and whole numbers would run over.
  if (x < low_.x - reach || y < low_.y - reach || x > low_.x + static_cast<double>(columns_) * square_ + reach ||
      y > low_.y + static_cast<double>(rows_) * square_ + reach)
    return {};
  Best best{.squared = reach * reach};
  const std::int64_t column = column_of(x);
  const std::int64_t row = row_of(y);
  const double side_x = std::min(x - low_.x - static_cast<double>(column) * square_,
                                 low_.x + static_cast<double>(column + 1) * square_ - x);
  const double side_y =
      std::min(y - low_.y - static_cast<double>(row) * square_, low_.y + static_cast<double>(row + 1) * square_ - y);
  const double side = std::max(0.0, std::min(side_x, side_y));
  const std::int64_t most = std::max(columns_, rows_) + static_cast<std::int64_t>(reach / square_) + 2;
  for (std::int64_t ring = 0; ring <= most; ++ring) {
    // What lies in ring `ring` is at least this far away.
    const double least = ring == 0 ? 0 : side + static_cast<double>(ring - 1) * square_;
    if (least * least > best.squared) break;
    if (ring == 0) {
      look(column, row, x, y, best);
      continue;
    }
    for (std::int64_t c = column - ring; c <= column + ring; ++c) {
      look(c, row - ring, x, y, best);
      look(c, row + ring, x, y, best);
    }
    for (std::int64_t r = row - ring + 1; r < row + ring; ++r) {
      look(column - ring, r, x, y, best);
      look(column + ring, r, x, y, best);
    }
  }
  if (best.index == nothing) return {};
  const std::uint32_t link = link_of_[best.index];
  const auto along = network_->shape_along();
  const double part = static_cast<double>(along[best.index + 1]) - along[best.index];
  return {.link = link,
          .along = along[best.index] + static_cast<Decimetres>(std::lround(best.share * part)),
          .offset = static_cast<Decimetres>(std::lround(std::sqrt(best.squared))),
          .component = network_->component(network_->links()[link].from)};
}

std::vector<Snap> Snapper::nearest(std::span<const geo::RdMetres> places, double reach_m, std::size_t threads) const {
  std::vector<Snap> snaps(places.size());
  const std::size_t batches = (places.size() + places_at_once - 1) / places_at_once;
  parallel_for(threads, batches, [&](std::size_t, std::size_t batch) {
    const std::size_t end = std::min(places.size(), (batch + 1) * places_at_once);
    for (std::size_t i = batch * places_at_once; i < end; ++i) snaps[i] = nearest(places[i], reach_m);
  });
  return snaps;
}

std::vector<std::uint32_t> Snapper::links_near(Point low, Point high) const {
  std::vector<std::uint32_t> links;
  if (columns_ == 0) return links;
  const std::int64_t west = std::max<std::int64_t>(column_of(low.x), 0);
  const std::int64_t east = std::min<std::int64_t>(column_of(high.x), columns_ - 1);
  const std::int64_t north = std::min<std::int64_t>(row_of(high.y), rows_ - 1);
  for (std::int64_t row = std::max<std::int64_t>(row_of(low.y), 0); row <= north; ++row)
    for (std::int64_t column = west; column <= east; ++column) {
      const auto square = static_cast<std::size_t>(row * columns_ + column);
      for (std::uint32_t i = begin_[square]; i < begin_[square + 1]; ++i) links.push_back(link_of_[parts_[i].index]);
    }
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

}  // namespace veer::walking
