#include "siting/knapsack.hpp"

#include <algorithm>

namespace veer::siting {

namespace {

/// Profit per unit of weight; infinite for what weighs nothing.
double worth(const Item& item) { return item.profit / static_cast<double>(item.weight); }

std::int64_t weight_of(std::span<const Item> items) {
  std::int64_t weight = 0;
  for (const Item& item : items) weight += item.weight;
  return weight;
}

bool too_large(std::size_t items, std::int64_t capacity) {
  return (static_cast<std::int64_t>(items) + 1) * (capacity + 1) > Knapsack::most_cells;
}

}  // namespace

void Knapsack::sort(std::vector<Item>& items) {
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    const double ra = worth(a);
    const double rb = worth(b);
    return ra != rb ? ra > rb : a.name < b.name;
  });
}

void Knapsack::fill(std::vector<Item>& items, std::int64_t capacity) {
  taken_.clear();
  broken_part_ = 0;
  profit_ = 0;
  if (weight_of(items) <= capacity) {
    for (const Item& item : items) {
      taken_.push_back(item.name);
      profit_ += item.profit;
    }
    return;
  }
  sort(items);
  if (!decide(items, capacity)) return;
  // What is left of the room after the items that are in for certain.
  std::int64_t left = capacity;
  double profit = 0;
  std::vector<std::uint32_t> sure;
  std::size_t next = 0;
  for (const Item& item : items) {
    if (next < core_.size() && core_[next].name == item.name) {
      ++next;
    } else if (item.profit > 0) {
      sure.push_back(item.name);
      left -= item.weight;
      profit += item.profit;
    }
  }
  const auto width = static_cast<std::size_t>(left) + 1;
  fill_table(core_, width);
  const double whole = profit + rows_[core_.size() * width + width - 1];
  if (whole <= profit_) return;  // the first greedy filling was the best
  profit_ = whole;
  taken_ = std::move(sure);
  take_from_table(core_, width);
}

/// Fills greedily, and marks which items any better filling must hold or leave: those left get profit 0, those not
/// decided go to core_ (Dembo and Hammer 1980).
/// @returns whether a table has to look further; if not, the sack is filled, perhaps with a broken item
bool Knapsack::decide(std::vector<Item>& items, std::int64_t capacity) {
  const std::size_t count = items.size();
  std::size_t b = 0;
  std::int64_t room = capacity;
  double before = 0;
  for (; items[b].weight <= room; ++b) {
    room -= items[b].weight;
    before += items[b].profit;
    taken_.push_back(items[b].name);
  }
  const double price = worth(items[b]);
  const std::size_t whole_count = taken_.size();
  double filled = before;
  std::int64_t left = room;
  for (std::size_t k = b + 1; k < count; ++k) {
    if (items[k].weight > left) continue;
    left -= items[k].weight;
    filled += items[k].profit;
    taken_.push_back(items[k].name);
  }
  core_.clear();
  std::int64_t core_room = capacity;
  for (std::size_t k = 0; k < count; ++k) {
    const double sign = k < b ? -1 : 1;
    const double bound = before + sign * items[k].profit +
                         (static_cast<double>(room) - sign * static_cast<double>(items[k].weight)) * price;
    if (bound > filled)
      core_.push_back(items[k]);
    else if (k < b)
      core_room -= items[k].weight;
  }
  if (too_large(core_.size(), core_room)) {
    taken_.resize(whole_count);
    broken_name_ = items[b].name;
    broken_part_ = static_cast<double>(room) / static_cast<double>(items[b].weight);
    profit_ = before + static_cast<double>(room) * price;
    return false;
  }
  profit_ = filled;
  std::size_t next = 0;
  for (std::size_t k = 0; k < count; ++k) {
    if (next < core_.size() && core_[next].name == items[k].name)
      ++next;
    else if (k >= b)
      items[k].profit = 0;
  }
  return !core_.empty();
}

void Knapsack::fill_table(std::span<const Item> items, std::size_t width) {
  rows_.resize((items.size() + 1) * width);
  std::fill_n(rows_.begin(), width, 0.0);
  for (std::size_t k = 0; k < items.size(); ++k) {
    const double* const before = rows_.data() + k * width;
    double* const now = rows_.data() + (k + 1) * width;
    const std::size_t weight = std::min(static_cast<std::size_t>(items[k].weight), width);
    const double profit = items[k].profit;
    std::copy_n(before, weight, now);
    for (std::size_t w = weight; w < width; ++w) now[w] = std::max(before[w], before[w - weight] + profit);
  }
}

void Knapsack::take_from_table(std::span<const Item> items, std::size_t width) {
  std::size_t left = width - 1;
  for (std::size_t k = items.size(); k-- > 0;) {
    if (rows_[(k + 1) * width + left] == rows_[k * width + left]) continue;
    taken_.push_back(items[k].name);
    left -= static_cast<std::size_t>(items[k].weight);
  }
}

void Knapsack::tabulate(std::vector<Item>& items, std::int64_t capacity) {
  weights_.clear();
  if (weight_of(items) > capacity && !too_large(items.size(), capacity)) {
    const auto width = static_cast<std::size_t>(capacity) + 1;
    fill_table(items, width);
    const auto last = rows_.begin() + static_cast<std::ptrdiff_t>(items.size() * width);
    last_.assign(last, last + static_cast<std::ptrdiff_t>(width));
    return;
  }
  sort(items);
  last_.assign(1, 0);
  weights_.assign(1, 0);
  for (const Item& item : items) {
    weights_.push_back(weights_.back() + item.weight);
    last_.push_back(last_.back() + item.profit);
  }
}

double Knapsack::profit_within(std::int64_t capacity) const {
  if (weights_.empty()) return last_[static_cast<std::size_t>(capacity)];
  // The first break point above the capacity; everything before it fits.
  const auto above = std::upper_bound(weights_.begin(), weights_.end(), capacity);
  if (above == weights_.end()) return last_.back();
  const auto k = static_cast<std::size_t>(above - weights_.begin());
  const double part =
      static_cast<double>(capacity - weights_[k - 1]) / static_cast<double>(weights_[k] - weights_[k - 1]);
  return last_[k - 1] + part * (last_[k] - last_[k - 1]);
}

}  // namespace veer::siting
