#include "operations/means.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace veer::operations {

std::string_view name_of(Order order) {
  static constexpr std::array<std::string_view, order_count> names{"rank", "first_come", "people"};
  return names[static_cast<std::size_t>(order)];
}

double factor_at(const std::vector<Factor>& factors, Tick tick) {
  double out = 1;
  for (const Factor& row : factors)
    if (row.from <= tick && tick < row.until) out *= row.factor;
  return out;
}

/// The slowest that holds at a place: two closures do not make it twice as bad.
double Means::speed_at(std::uint32_t site, Tick tick) const {
  double out = 1;
  for (const Closure& closure : sites[site].closures)
    if (closure.from <= tick && tick < closure.until) out = std::min(out, closure.speed);
  return out;
}

std::optional<Tick> Means::travel(std::uint32_t from, std::uint32_t to, double metres_per_minute, Tick tick) const {
  const double speed = std::min(speed_at(from, tick), speed_at(to, tick));
  if (speed <= 0) return std::nullopt;
  const double minutes = detour * geo::distance_m(sites[from].at, sites[to].at) / (metres_per_minute * speed);
  return std::max<Tick>(1, static_cast<Tick>(std::min(std::ceil(minutes), double{cascade::never / 2})));
}

std::vector<Tick> Means::reopenings() const {
  std::vector<Tick> out;
  for (const Site& site : sites)
    for (const Closure& closure : site.closures) out.push_back(closure.until);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Means::before(const Claim& a, Tick called_a, std::uint32_t a_number, const Claim& b, Tick called_b,
                   std::uint32_t b_number) const {
  switch (order) {
    case Order::rank:
      if (a.rank != b.rank) return a.rank < b.rank;
      break;
    case Order::people:
      if (a.people != b.people) return a.people > b.people;
      break;
    case Order::first_come:
      break;
  }
  if (called_a != called_b) return called_a < called_b;
  return a_number < b_number;
}

}  // namespace veer::operations
