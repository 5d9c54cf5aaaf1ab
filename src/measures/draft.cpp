#include "measures/draft.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace veer::measures {

namespace {

constexpr double least_gain = 1e-12;

}  // namespace

Draft::Draft(const Layout& layout, Options options)
    : layout_(layout),
      options_(std::move(options)),
      activity_(layout.row_count(), 0),
      goal_(layout.offset()),
      change_(layout.row_count(), 0) {
  for (std::size_t r = 0; r < activity_.size(); ++r)
    if (0 > layout_.right(r) + row_slack) ++broken_;
  for (std::size_t i = 0; i < options_.size(); ++i) count(i, options_[i], 1);
}

void Draft::count(std::size_t i, std::size_t option, double sign) {
  for (const Layout::Entry* entry = layout_.begin(i, option); entry != layout_.end(i, option); ++entry) {
    const double right = layout_.right(entry->row) + row_slack;
    const bool before = activity_[entry->row] > right;
    activity_[entry->row] += sign * entry->factor;
    const bool after = activity_[entry->row] > right;
    if (before != after) after ? ++broken_ : --broken_;
  }
  for (std::size_t k = 0; k < goal_.size(); ++k) goal_[k] += sign * layout_.worth(i, option, k);
}

void Draft::take(std::size_t i, std::size_t option) {
  count(i, options_[i], -1);
  options_[i] = static_cast<std::uint8_t>(option);
  count(i, option, 1);
}

bool Draft::improve(std::size_t i, std::size_t option) {
  const std::size_t old = options_[i];
  const double before = value();
  take(i, option);
  if (fits() && value() > before + least_gain) return true;
  take(i, old);
  return false;
}

double Draft::value() const { return *std::min_element(goal_.begin(), goal_.end()); }

double Draft::excess() const {
  double sum = 0;
  for (std::size_t r = 0; r < activity_.size(); ++r) sum += std::max(0.0, activity_[r] - layout_.right(r));
  return sum;
}

double Draft::excess_change(std::size_t i, std::size_t option) const {
  touched_.clear();
  const auto add = [&](std::size_t o, double sign) {
    for (const Layout::Entry* entry = layout_.begin(i, o); entry != layout_.end(i, o); ++entry) {
      if (change_[entry->row] == 0) touched_.push_back(entry->row);
      change_[entry->row] += sign * entry->factor;
    }
  };
  add(options_[i], -1);
  add(option, 1);
  double sum = 0;
  for (const std::uint32_t r : touched_) {
    const double over = activity_[r] - layout_.right(r);
    sum += std::max(0.0, over + change_[r]) - std::max(0.0, over);
    change_[r] = 0;
  }
  return sum;
}

double Draft::gain_at_most(std::size_t i, std::size_t option) const {
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k < goal_.size(); ++k)
    most = std::max(most, layout_.worth(i, option, k) - layout_.worth(i, options_[i], k));
  return most;
}

std::optional<Options> repaired(const Layout& layout, const Masks& masks, Options wished) {
  Draft draft(layout, std::move(wished));
  while (!draft.fits()) {
    double best_rate = 0;
    std::size_t who = layout.count();
    std::size_t what = 0;
    for (std::size_t i = 0; i < layout.count(); ++i)
      for (std::uint32_t left = masks[i]; left != 0; left &= left - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(left));
        if (o == draft.options()[i]) continue;
        const double less = -draft.excess_change(i, o);
        if (less <= 1e-12) continue;
        const double rate = less / std::max(1e-9, -draft.gain_at_most(i, o));
        if (rate > best_rate) {
          best_rate = rate;
          who = i;
          what = o;
        }
      }
    if (who == layout.count()) return std::nullopt;
    draft.take(who, what);
  }
  return polished(layout, masks, draft.options());
}

Options polished(const Layout& layout, const Masks& masks, Options options) {
  Draft draft(layout, std::move(options));
  const std::size_t count = layout.count();
  // Two changes at once: the first makes room or is what the second needs.
  const auto swap = [&] {
    for (std::size_t i = 0; i < count; ++i)
      for (std::uint32_t less = masks[i]; less != 0; less &= less - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(less));
        const std::size_t old = draft.options()[i];
        if (o == old) continue;
        const double before = draft.value();
        const double loss = -draft.gain_at_most(i, o);
        draft.take(i, o);
        for (std::size_t j = 0; j < count; ++j)
          for (std::uint32_t left = masks[j]; left != 0; left &= left - 1) {
            const auto p = static_cast<std::size_t>(std::countr_zero(left));
            const std::size_t other = draft.options()[j];
            if (j == i || p == other || draft.gain_at_most(j, p) <= loss) continue;
            draft.take(j, p);
            if (draft.fits() && draft.value() > before + least_gain) return true;
            draft.take(j, other);
          }
        draft.take(i, old);
      }
    return false;
  };
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < count; ++i)
      for (std::uint32_t left = masks[i]; left != 0; left &= left - 1) {
        const auto o = static_cast<std::size_t>(std::countr_zero(left));
        if (o != draft.options()[i] && draft.gain_at_most(i, o) > 0 && draft.improve(i, o)) again = true;
      }
    if (!again) again = swap();
  }
  return draft.options();
}

}  // namespace veer::measures
