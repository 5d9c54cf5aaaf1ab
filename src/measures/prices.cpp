#include "measures/prices.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace veer::measures {

Proof::Proof(const Layout& layout, const Masks& masks, const Prices& prices)
    : width_(layout.width()),
      reduced_(layout.count() * layout.width(), 0),
      most_(layout.count(), -std::numeric_limits<double>::infinity()) {
  for (std::size_t r = 0; r < layout.row_count(); ++r) bound_ += prices.row[r] * layout.right(r);
  for (std::size_t k = 0; k < layout.goals(); ++k) bound_ += prices.goal[k] * layout.offset()[k];
  for (std::size_t i = 0; i < layout.count(); ++i) {
    for (std::uint32_t left = masks[i]; left != 0; left &= left - 1) {
      const auto o = static_cast<std::size_t>(std::countr_zero(left));
      double worth = 0;
      for (std::size_t k = 0; k < layout.goals(); ++k) worth += prices.goal[k] * layout.worth(i, o, k);
      for (const Layout::Entry* entry = layout.begin(i, o); entry != layout.end(i, o); ++entry)
        worth -= prices.row[entry->row] * entry->factor;
      reduced_[i * width_ + o] = worth;
      most_[i] = std::max(most_[i], worth);
    }
    bound_ += most_[i];
  }
}

bool Proof::strike_out(Masks& masks, double least) const {
  bool any = false;
  for (std::size_t i = 0; i < masks.size(); ++i)
    for (std::uint32_t left = masks[i]; left != 0; left &= left - 1) {
      const auto o = static_cast<std::uint32_t>(std::countr_zero(left));
      const double lacking = lack(i, o);
      if (lacking <= 0 || bound_ - lacking > least) continue;
      masks[i] &= ~(1U << o);
      any = true;
    }
  return any;
}

}  // namespace veer::measures
