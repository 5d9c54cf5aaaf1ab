#include "sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.hpp"

namespace veer::sensitivity {

namespace {

constexpr std::size_t least_replicas = 200;
constexpr std::size_t blocks = 40;

/// Replicas in order of their value; equal values in the order of replicas.
std::vector<std::uint32_t> order_of(std::span<const double> values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  return order;
}

/// The class of each replica, by the rank of its x.
std::vector<std::uint32_t> classes_of(std::span<const double> x, std::size_t classes) {
  const auto order = order_of(x);
  std::vector<std::uint32_t> out(x.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank)
    out[order[rank]] = static_cast<std::uint32_t>(rank * classes / order.size());
  return out;
}

bool varies(std::span<const double> y) {
  return std::any_of(y.begin(), y.end(), [&](double value) { return value != y.front(); });
}

/// Count, sum and sum of squares by class, of all replicas or of one block.
struct Sums {
  std::vector<double> count;
  std::vector<double> sum;
  double squares = 0;

  explicit Sums(std::size_t classes) : count(classes, 0), sum(classes, 0) {}
  void add(std::uint32_t of, double value) {
    count[of] += 1;
    sum[of] += value;
    squares += value * value;
  }
  [[nodiscard]] Sums less(const Sums& part) const {
    Sums out = *this;
    for (std::size_t c = 0; c < count.size(); ++c) {
      out.count[c] -= part.count[c];
      out.sum[c] -= part.sum[c];
    }
    out.squares -= part.squares;
    return out;
  }
  /// Omega squared: (SSB − (K − 1)·MSW) / (SST + MSW).
  [[nodiscard]] double omega() const {
    const double n = std::accumulate(count.begin(), count.end(), 0.0);
    const double total = std::accumulate(sum.begin(), sum.end(), 0.0);
    double between = 0;
    double filled = 0;
    for (std::size_t c = 0; c < count.size(); ++c) {
      if (count[c] == 0) continue;
      filled += 1;
      between += sum[c] * sum[c] / count[c];
    }
    between -= total * total / n;
    const double all = squares - total * total / n;
    const double within = (all - between) / (n - filled);
    return (between - (filled - 1) * within) / (all + within);
  }
};

/// The median over classes of the Kolmogorov–Smirnov distance between class and whole.
/// @param of_rank  the class of the replica with the lowest y, the next, …
double median_distance(const std::vector<std::uint32_t>& of_rank, const std::vector<double>& y_in_order,
                       std::size_t classes) {
  const auto n = static_cast<double>(of_rank.size());
  std::vector<double> size(classes, 0);
  for (const std::uint32_t c : of_rank) size[c] += 1;
  std::vector<double> seen(classes, 0);
  std::vector<double> distance(classes, 0);
  for (std::size_t i = 0; i < of_rank.size(); ++i) {
    seen[of_rank[i]] += 1;
    if (i + 1 < of_rank.size() && y_in_order[i + 1] == y_in_order[i]) continue;  // distributions step past equal values
    const double whole = static_cast<double>(i + 1) / n;
    for (std::size_t c = 0; c < classes; ++c) distance[c] = std::max(distance[c], std::fabs(seen[c] / size[c] - whole));
  }
  std::sort(distance.begin(), distance.end());
  return (distance[(classes - 1) / 2] + distance[classes / 2]) / 2;
}

}  // namespace

std::size_t classes_for(std::size_t n) { return std::clamp<std::size_t>(n / 50, 5, 20); }

std::optional<FirstOrder> first_order(std::span<const double> x, std::span<const double> y) {
  if (x.size() < least_replicas || !varies(y)) return std::nullopt;
  const std::size_t classes = classes_for(x.size());
  const auto of = classes_of(x, classes);
  // Sums of squares lose digits far from zero: the mean is taken off first.
  const double middle = std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(y.size());
  Sums all(classes);
  std::vector<Sums> block(blocks, Sums(classes));
  for (std::size_t r = 0; r < y.size(); ++r) {
    all.add(of[r], y[r] - middle);
    block[r % blocks].add(of[r], y[r] - middle);
  }
  std::vector<double> without;
  without.reserve(blocks);
  for (const Sums& part : block) without.push_back(all.less(part).omega());
  const double mean = std::accumulate(without.begin(), without.end(), 0.0) / blocks;
  double squares = 0;
  for (const double value : without) squares += (value - mean) * (value - mean);
  const double error = std::sqrt(squares * (blocks - 1) / blocks);
  const double found = all.omega();
  return FirstOrder{.share = std::clamp(found, 0.0, 1.0),
                    .low = std::clamp(found - 1.96 * error, 0.0, 1.0),
                    .high = std::clamp(found + 1.96 * error, 0.0, 1.0)};
}

std::optional<double> pawn(std::span<const double> x, std::span<const double> y) {
  if (x.size() < least_replicas || !varies(y)) return std::nullopt;
  const std::size_t classes = classes_for(x.size());
  const auto of = classes_of(x, classes);
  const auto order = order_of(y);
  std::vector<std::uint32_t> of_rank;
  std::vector<double> values;
  for (const std::uint32_t r : order) {
    of_rank.push_back(of[r]);
    values.push_back(y[r]);
  }
  return median_distance(of_rank, values, classes);
}

double pawn_noise(std::size_t n) {
  constexpr std::uint32_t samples = 200;
  const std::size_t classes = classes_for(n);
  std::vector<double> rising(n);
  std::iota(rising.begin(), rising.end(), 0.0);
  std::vector<double> found;
  std::vector<double> words(n);
  for (std::uint32_t sample = 0; sample < samples; ++sample) {
    for (std::size_t i = 0; i < n; ++i)
      words[i] = static_cast<double>(
          draw(0, sample, stable_id("sensitivity/noise"), Purpose::group, static_cast<std::uint32_t>(i % 65'536)));
    found.push_back(median_distance(classes_of(words, classes), rising, classes));
  }
  std::sort(found.begin(), found.end());
  return found[samples * 95 / 100 - 1];
}

std::optional<Flip> flip(std::span<const double> x, const std::vector<std::vector<double>>& values,
                         double least_margin) {
  const std::size_t third = x.size() / 3;
  if (third < 30 || values.size() < 2) return std::nullopt;
  const auto order = order_of(x);
  const auto mean = [&](std::size_t thing, std::size_t from) {
    double sum = 0;
    for (std::size_t i = from; i < from + third; ++i) sum += values[thing][order[i]];
    return sum / static_cast<double>(third);
  };
  const auto first = [&](std::size_t from) {
    std::size_t best = 0;
    for (std::size_t thing = 1; thing < values.size(); ++thing)
      if (mean(thing, from) > mean(best, from)) best = thing;
    return best;
  };
  const std::size_t top = x.size() - third;
  Flip out{.low_first = first(0), .high_first = first(top), .margin = 0};
  if (out.low_first == out.high_first) return std::nullopt;
  // Within one replica both share what happened, so the difference is judged pair by pair.
  const auto margin = [&](std::size_t winner, std::size_t loser, std::size_t from) {
    const double difference = mean(winner, from) - mean(loser, from);
    double squares = 0;
    for (std::size_t i = from; i < from + third; ++i) {
      const double off = values[winner][order[i]] - values[loser][order[i]] - difference;
      squares += off * off;
    }
    const auto n = static_cast<double>(third);
    const double error = std::sqrt(squares / (n - 1) / n);
    return error > 0 ? difference / error : 1e9;
  };
  out.margin = std::min(margin(out.low_first, out.high_first, 0), margin(out.high_first, out.low_first, top));
  if (out.margin < least_margin) return std::nullopt;
  return out;
}

}  // namespace veer::sensitivity
