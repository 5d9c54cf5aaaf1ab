#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <utility>

#include "faulttree/cut_sets.hpp"

namespace veer::faulttree {

namespace {

using Integer = boost::multiprecision::cpp_int;
using ByOrder = std::vector<Integer>;  ///< index = order; empty: no set

/// The number of sets by order, from the lowest node up; what is no longer needed is given back on the way.
class Counting {
 public:
  /// @param without  sets with this event are left out
  Counting(const CutSets& sets, std::optional<std::uint32_t> most_order, std::optional<std::uint32_t> without = {})
      : sets_(sets), most_order_(most_order), without_(without) {}

  ByOrder run() {
    for (const CutSets::Part& part : sets_.parts()) parts_.push_back(count(part));
    return parts_.back();
  }

 private:
  ByOrder count(const CutSets::Part& part) {
    const Family roots[] = {part.root};
    const auto nodes = part.sets->nodes_below(roots);
    std::map<Family, std::uint32_t> uses;
    for (const Family node : nodes) {
      ++uses[part.sets->high(node)];
      ++uses[part.sets->low(node)];
    }
    ++uses[part.root];
    std::map<Family, ByOrder> known;
    known[Zbdd::none] = {};
    known[Zbdd::unit] = {1};
    for (auto it = nodes.rbegin(); it != nodes.rend(); ++it) {
      const Family high = part.sets->high(*it);
      const Family low = part.sets->low(*it);
      ByOrder sum = known[low];
      add_with(sum, known[high], part.variables[part.sets->level(*it)]);
      for (const Family below : {high, low})
        if (--uses[below] == 0 && !Zbdd::terminal(below)) known.erase(below);
      known[*it] = std::move(sum);
    }
    return known[part.root];
  }

  void add_with(ByOrder& sum, const ByOrder& sets, CutSets::Variable variable) const {
    if (!variable.is_part && !variable.negative && without_ == variable.index) return;
    if (!variable.is_part) return add(sum, sets, sets_.weight_of(variable.index), Integer(1));
    const ByOrder& part = parts_[variable.index];
    for (std::size_t order = 0; order < part.size(); ++order)
      if (part[order] != 0) add(sum, sets, order, part[order]);
  }

  void add(ByOrder& sum, const ByOrder& sets, std::size_t shift, const Integer& times) const {
    std::size_t size = sets.size() + shift;
    if (most_order_) size = std::min<std::size_t>(size, std::size_t{*most_order_} + 1);
    if (size <= shift) return;
    if (sum.size() < size) sum.resize(size);
    const bool once = times == 1;
    for (std::size_t i = shift; i < size; ++i) {
      if (once) {
        sum[i] += sets[i - shift];
      } else {
        sum[i] += sets[i - shift] * times;
      }
    }
  }

  const CutSets& sets_;
  std::optional<std::uint32_t> most_order_;
  std::optional<std::uint32_t> without_;
  std::vector<ByOrder> parts_;
};

SetCount written(ByOrder by_order) {
  while (!by_order.empty() && by_order.back() == 0) by_order.pop_back();
  SetCount out;
  Integer total = 0;
  for (const Integer& one : by_order) {
    total += one;
    out.by_order.push_back(one.str());
  }
  out.total = total.str();
  return out;
}

}  // namespace

SetCount CutSets::count(std::optional<std::uint32_t> most_order) const {
  return written(Counting(*this, most_order).run());
}

SetCount CutSets::count_with(std::uint32_t event, std::optional<std::uint32_t> most_order) const {
  ByOrder all = Counting(*this, most_order).run();
  const ByOrder others = Counting(*this, most_order, event).run();
  for (std::size_t order = 0; order < others.size(); ++order) all[order] -= others[order];
  return written(std::move(all));
}

}  // namespace veer::faulttree
