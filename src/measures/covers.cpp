#include "measures/covers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace veer::measures {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double broken_by = 1e-4;  ///< cuts broken by less are not worth their row
constexpr std::size_t longest_cover = 40;

/// A row in which everything costs 0 or more, as its candidates' options.
class Knapsack {
 public:
  Knapsack(const Layout& layout, const Masks& masks, const Relaxation& relaxation, const Layout::Row& row)
      : width_(layout.width()), right_(row.right + row_slack), row_(row) {
    for (const Layout::InRow& in : row.candidates) {
      Group group;
      for (std::size_t o = 0; o < width_; ++o) {
        group.allowed.push_back((masks[in.candidate] >> o & 1U) != 0);
        group.share.push_back(relaxation.share(in.candidate, o));
        group.factor.push_back(0);
        usable_ = usable_ && in.factor[o] >= 0;
      }
      groups_.push_back(std::move(group));
    }
  }

  /// @returns whether there is a cut that the relaxed choice breaks
  bool cut(Layout::Row& out) {
    if (!usable_ || !find_cover()) return false;
    lift();
    double left = right_side_;
    for (const Group& group : groups_)
      for (std::size_t o = 0; o < width_; ++o) left -= group.factor[o] * group.share[o];
    if (left > -broken_by) return false;
    out.right = right_side_;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      if (std::any_of(groups_[g].factor.begin(), groups_[g].factor.end(), [](double f) { return f != 0; }))
        out.candidates.push_back({row_.candidates[g].candidate, groups_[g].factor});
    return true;
  }

 private:
  struct Group {
    std::vector<bool> allowed;
    std::vector<double> share;
    std::vector<double> factor;  ///< of the cut
  };
  struct Member {
    std::size_t group, option;
    double cost;     ///< in the row
    double missing;  ///< the part of the candidate that takes nothing as dear
  };

  [[nodiscard]] double cost(std::size_t g, std::size_t o) const { return row_.candidates[g].factor[o]; }

  bool find_cover() {
    std::vector<Member> members;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (std::size_t o = 0; o < width_; ++o) {
        if (!groups_[g].allowed[o] || cost(g, o) <= 0 || cost(g, o) > right_) continue;
        double taken = 0;
        for (std::size_t p = 0; p < width_; ++p)
          if (cost(g, p) >= cost(g, o)) taken += groups_[g].share[p];
        if (taken > 1e-6) members.push_back({g, o, cost(g, o), std::max(0.0, 1 - taken)});
      }
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return a.missing * b.cost != b.missing * a.cost ? a.missing * b.cost < b.missing * a.cost : a.cost > b.cost;
    });
    std::vector<bool> used(groups_.size(), false);
    double sum = 0;
    for (const Member& member : members) {
      if (sum > right_) break;
      if (used[member.group]) continue;
      used[member.group] = true;
      cover_.push_back(member);
      sum += member.cost;
    }
    if (sum <= right_) return false;
    // Members without which it is still a cover go, those of which most is missing first.
    std::vector<std::size_t> order(cover_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cover_[a].missing > cover_[b].missing; });
    std::vector<bool> goes(cover_.size(), false);
    for (const std::size_t i : order)
      if (sum - cover_[i].cost > right_) {
        goes[i] = true;
        sum -= cover_[i].cost;
      }
    std::vector<Member> kept;
    for (std::size_t i = 0; i < cover_.size(); ++i)
      if (!goes[i]) kept.push_back(cover_[i]);
    cover_ = std::move(kept);
    return cover_.size() > 1 && cover_.size() <= longest_cover;
  }

  void lift() {
    right_side_ = static_cast<double>(cover_.size() - 1);
    for (const Member& member : cover_) groups_[member.group].factor[member.option] = 1;
    struct Next {
      std::size_t group, option;
      double share, cost;
    };
    std::vector<Next> order;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (std::size_t o = 0; o < width_; ++o)
        if (groups_[g].allowed[o] && cost(g, o) > 0 && groups_[g].factor[o] == 0)
          order.push_back({g, o, groups_[g].share[o], cost(g, o)});
    std::stable_sort(order.begin(), order.end(), [](const Next& a, const Next& b) {
      return a.share != b.share ? a.share > b.share : a.cost > b.cost;
    });
    for (const Next& next : order) {
      const double room = right_ - next.cost;
      groups_[next.group].factor[next.option] =
          room < 0 ? right_side_ + 1 : right_side_ - most_beside(next.group, room);
    }
  }

  /// The largest left-hand side that the other candidates can reach with that much money.
  [[nodiscard]] double most_beside(std::size_t without, double room) const {
    const auto most = static_cast<std::size_t>(right_side_);
    std::vector<double> least(most + 1, infinite);  // by what is reached: the least it costs
    least[0] = 0;
    std::vector<double> next;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (g == without) continue;
      next = least;
      for (std::size_t o = 0; o < width_; ++o) {
        const auto gain = static_cast<std::size_t>(groups_[g].factor[o]);
        if (gain == 0) continue;
        for (std::size_t reached = 0; reached <= most; ++reached) {
          const std::size_t then = std::min(most, reached + gain);
          next[then] = std::min(next[then], least[reached] + cost(g, o));
        }
      }
      least.swap(next);
    }
    for (std::size_t reached = most; reached > 0; --reached)
      if (least[reached] <= room) return static_cast<double>(reached);
    return 0;
  }

  std::size_t width_;
  double right_;
  const Layout::Row& row_;
  bool usable_ = true;
  std::vector<Group> groups_;
  std::vector<Member> cover_;
  double right_side_ = 0;
};

}  // namespace

std::vector<Layout::Row> covers(const Layout& layout, const Masks& masks, const Relaxation& relaxation) {
  std::vector<Layout::Row> out;
  for (std::size_t r = 0; r < layout.own_row_count(); ++r) {
    const Layout::Row& row = layout.row(r);
    if (row.candidates.size() < 2) continue;
    Layout::Row cut;
    if (Knapsack(layout, masks, relaxation, row).cut(cut)) out.push_back(std::move(cut));
  }
  return out;
}

}  // namespace veer::measures
