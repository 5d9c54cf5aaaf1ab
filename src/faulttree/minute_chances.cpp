#include "faulttree/minute_chances.hpp"

namespace veer::faulttree {

using cascade::Tick;

namespace {

std::vector<double> by_minute(const MinuteChances& chances, Tick most) {
  std::vector<double> out(static_cast<std::size_t>(most) + 1, 0);
  for (const auto& [value, chance] : chances) out[static_cast<std::size_t>(std::clamp<Tick>(value, 0, most))] += chance;
  return out;
}

}  // namespace

MinuteChances sum_of(const MinuteChances& a, const MinuteChances& b, Tick most) {
  std::vector<double> chance(static_cast<std::size_t>(most) + 1, 0);
  for (const auto& [x, p] : a)
    for (const auto& [y, q] : b) chance[static_cast<std::size_t>(std::min(x + y, most))] += p * q;
  MinuteChances out;
  for (std::size_t value = 0; value < chance.size(); ++value)
    if (chance[value] > 0) out.emplace_back(static_cast<Tick>(value), chance[value]);
  return out;
}

std::vector<double> at_least(const MinuteChances& chances, Tick most) {
  std::vector<double> out = by_minute(chances, most);
  for (std::size_t x = out.size() - 1; x > 0; --x) out[x - 1] += out[x];
  return out;
}

std::vector<double> at_most(const MinuteChances& chances, Tick most) {
  std::vector<double> out = by_minute(chances, most);
  for (std::size_t x = 1; x < out.size(); ++x) out[x] += out[x - 1];
  return out;
}

}  // namespace veer::faulttree
