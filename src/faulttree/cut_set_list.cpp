#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

#include "faulttree/cut_sets.hpp"

namespace veer::faulttree {

namespace {

/// What the sets below a node can still bring.
struct Promise {
  double best = 0;  ///< highest product of a set
  std::uint32_t least_order = std::numeric_limits<std::uint32_t>::max() / 4;
  bool has_event = false;  ///< some set holds the event that is asked for

  /// One set of each of two families together.
  [[nodiscard]] Promise with(const Promise& other) const {
    return {best * other.best, least_order + other.least_order, has_event || other.has_event};
  }
};
constexpr Promise empty_set{1, 0, false};

/// Promises are products in another order than the set itself; a hair of room keeps a set at the border.
constexpr double rounding = 1e-12;

/// The promises of all nodes, and what a filter asks of them.
class Outlook {
 public:
  Outlook(const CutSets& sets, std::span<const double> probability, const SetFilter& filter)
      : sets_(sets), probability_(probability), filter_(filter) {
    for (const CutSets::Part& part : sets.parts()) look(part);
  }

  [[nodiscard]] const Promise& of(std::uint32_t part, Family node) const { return promises_[part][node]; }
  [[nodiscard]] Promise of(CutSets::Variable variable) const {
    if (variable.is_part) return promises_[variable.index][sets_.parts()[variable.index].root];
    return {chance(variable), sets_.weight_of(variable.index),
            !variable.negative && filter_.with_event && *filter_.with_event == variable.index};
  }
  [[nodiscard]] double chance(CutSets::Variable variable) const {
    const double p = probability_[variable.index];
    return variable.negative ? 1 - p : p;
  }
  /// Whether a set that is so far like `begun` and may still gain `rest` can pass the filter.
  [[nodiscard]] bool feasible(const Promise& begun, const Promise& rest) const {
    const Promise whole = begun.with(rest);
    return (!filter_.most_order || whole.least_order <= *filter_.most_order) &&
           whole.best >= filter_.least_probability * (1 - rounding) && (!filter_.with_event || whole.has_event);
  }
  /// The set of these literals, when the filter lets it through.
  [[nodiscard]] std::optional<CutSet> set_of(std::vector<Literal> literals) const {
    CutSet set{std::move(literals), 1, 0};
    std::sort(set.literals.begin(), set.literals.end());
    for (const Literal literal : set.literals) {
      set.probability *= chance({false, literal.event, literal.negative});
      set.order += sets_.weight_of(literal.event);
    }
    if (set.probability < filter_.least_probability) return std::nullopt;
    return set;
  }

 private:
  void look(const CutSets::Part& part) {
    std::vector<Promise> promise(part.sets->table().capacity());
    promise[Zbdd::unit] = empty_set;
    const Family roots[] = {part.root};
    const auto nodes = part.sets->nodes_below(roots);
    for (auto it = nodes.rbegin(); it != nodes.rend(); ++it) {
      const Promise high = of(part.variables[part.sets->level(*it)]).with(promise[part.sets->high(*it)]);
      const Promise& low = promise[part.sets->low(*it)];
      promise[*it] = {std::max(high.best, low.best), std::min(high.least_order, low.least_order),
                      high.has_event || low.has_event};
    }
    promises_.push_back(std::move(promise));
  }

  const CutSets& sets_;
  std::span<const double> probability_;
  const SetFilter& filter_;
  std::vector<std::vector<Promise>> promises_;  ///< by part, by node
};

/// CutSets::each: high branch first, in depth.
class Listing {
 public:
  Listing(const CutSets& sets, const Outlook& outlook, const std::function<bool(const CutSet&)>& visit)
      : sets_(sets), outlook_(outlook), visit_(visit) {}

  void run() {
    const auto top = static_cast<std::uint32_t>(sets_.parts().size() - 1);
    static_cast<void>(walk(top, sets_.parts()[top].root, nullptr, empty_set));
  }

 private:
  /// What is still to do when the sets of a part within a part are through.
  struct Rest {
    std::uint32_t part;
    Family node;
    const Rest* next;
    Promise promise;
  };

  /// @returns false when the visitor wants no more
  bool walk(std::uint32_t part, Family node, const Rest* rest, const Promise& begun) {
    for (;;) {
      const Promise& after = rest == nullptr ? empty_set : rest->promise;
      if (node == Zbdd::none || !outlook_.feasible(begun, outlook_.of(part, node).with(after))) return true;
      if (node == Zbdd::unit) {
        if (rest != nullptr) return walk(rest->part, rest->node, rest->next, begun);
        const auto set = outlook_.set_of(trail_);
        return !set || visit_(*set);
      }
      const CutSets::Part& here = sets_.parts()[part];
      const CutSets::Variable variable = here.variables[here.sets->level(node)];
      const Family high = here.sets->high(node);
      if (variable.is_part) {
        const Rest then{part, high, rest, outlook_.of(part, high).with(after)};
        if (!walk(variable.index, sets_.parts()[variable.index].root, &then, begun)) return false;
      } else {
        trail_.push_back({variable.index, variable.negative});
        const bool more = walk(part, high, rest, begun.with(outlook_.of(variable)));
        trail_.pop_back();
        if (!more) return false;
      }
      node = here.sets->low(node);
    }
  }

  const CutSets& sets_;
  const Outlook& outlook_;
  const std::function<bool(const CutSet&)>& visit_;
  std::vector<Literal> trail_;
};

/// CutSets::most_probable: the unfinished set that promises most goes on first.
class BestFirst {
 public:
  BestFirst(const CutSets& sets, const Outlook& outlook, Limits& limits)
      : sets_(sets), outlook_(outlook), limits_(limits) {}
  BestFirst(const BestFirst&) = delete;
  BestFirst& operator=(const BestFirst&) = delete;
  ~BestFirst() { ENSURE(limits_.book(-static_cast<std::ptrdiff_t>(booked_)), "giving back always succeeds"); }

  Result<std::vector<CutSet>> run(std::size_t most) {
    const auto top = static_cast<std::uint32_t>(sets_.parts().size() - 1);
    push({top, sets_.parts()[top].root, nothing, nothing, empty_set, 0, 0});
    std::vector<CutSet> out;
    while (out.size() < most && !open_.empty()) {
      State state = open_.top();
      open_.pop();
      go_on(state, out);
      if (limits_.stop_asked()) return fail(limits_.error(Stop::asked));
      if (!book_what_grew(out)) return fail(limits_.error(Stop::memory));
    }
    std::stable_sort(out.begin(), out.end(), [](const CutSet& a, const CutSet& b) {
      if (a.probability != b.probability) return a.probability > b.probability;
      return std::pair{a.order, a.literals} < std::pair{b.order, b.literals};
    });
    return out;
  }

 private:
  static constexpr std::uint32_t nothing = 0xffffffffU;
  struct Rest {
    std::uint32_t part;
    Family node;
    std::uint32_t next;
    Promise promise;
  };
  struct Step {
    Literal literal;
    std::uint32_t before;
  };
  struct State {
    std::uint32_t part;
    Family node;
    std::uint32_t rest;   ///< index in rests_
    std::uint32_t trail;  ///< index in steps_
    Promise begun;
    double bound;
    std::uint64_t number;  ///< in the order of making: equal bounds, earlier first
    bool operator<(const State& other) const {
      return bound != other.bound ? bound < other.bound : number > other.number;
    }
  };

  /// Books in steps, so that it costs nothing. An array that grows is there twice for a moment.
  bool book_what_grew(const std::vector<CutSet>& out) {
    constexpr std::size_t step = std::size_t{1} << 18U;
    const std::size_t now = 2 * (open_.size() * sizeof(State) + rests_.capacity() * sizeof(Rest) +
                                 steps_.capacity() * sizeof(Step) + out.capacity() * sizeof(CutSet)) +
                            literal_bytes_;
    if (now < booked_ + step) return true;
    if (!limits_.book(static_cast<std::ptrdiff_t>(now - booked_))) return false;
    booked_ = now;
    return true;
  }

  [[nodiscard]] const Promise& after(std::uint32_t rest) const {
    return rest == nothing ? empty_set : rests_[rest].promise;
  }

  /// Sets the bound; false when the filter cannot be met any more.
  bool assess(State& state) const {
    if (state.node == Zbdd::none) return false;
    const Promise promise = outlook_.of(state.part, state.node).with(after(state.rest));
    state.bound = state.begun.best * promise.best;
    return outlook_.feasible(state.begun, promise);
  }

  void push(State state) {
    if (!assess(state)) return;
    state.number = next_number_++;
    open_.push(state);
  }

  /// Follows the better branch as long as it promises as much as the state did, and keeps the other branches for later.
  void go_on(State state, std::vector<CutSet>& out) {
    const double promised = state.bound * (1 - rounding);
    for (;;) {
      if (state.node == Zbdd::unit) {
        if (state.rest == nothing) return emit(state, out);
        const Rest rest = rests_[state.rest];
        state.part = rest.part;
        state.node = rest.node;
        state.rest = rest.next;
      } else {
        State low = state;
        low.node = sets_.parts()[state.part].sets->low(state.node);
        State high = with_variable(state);
        const bool high_fits = assess(high);
        const bool low_fits = assess(low);
        if (!high_fits && !low_fits) return;
        const bool take_high = high_fits && (!low_fits || high.bound >= low.bound);
        if (take_high && low_fits) push(low);
        if (!take_high && high_fits) push(high);
        state = take_high ? high : low;
      }
      if (!assess(state)) return;
      if (state.bound < promised) return push(state);
    }
  }

  State with_variable(State state) {
    const CutSets::Part& here = sets_.parts()[state.part];
    const CutSets::Variable variable = here.variables[here.sets->level(state.node)];
    const Family high = here.sets->high(state.node);
    if (variable.is_part) {
      rests_.push_back({state.part, high, state.rest, outlook_.of(state.part, high).with(after(state.rest))});
      state.rest = static_cast<std::uint32_t>(rests_.size() - 1);
      state.part = variable.index;
      state.node = sets_.parts()[variable.index].root;
      return state;
    }
    steps_.push_back({{variable.index, variable.negative}, state.trail});
    state.trail = static_cast<std::uint32_t>(steps_.size() - 1);
    state.begun = state.begun.with(outlook_.of(variable));
    state.node = high;
    return state;
  }

  void emit(const State& state, std::vector<CutSet>& out) {
    std::vector<Literal> literals;
    for (std::uint32_t i = state.trail; i != nothing; i = steps_[i].before) literals.push_back(steps_[i].literal);
    auto set = outlook_.set_of(std::move(literals));
    if (!set) return;
    constexpr std::size_t of_an_allocation = 16;
    literal_bytes_ += set->literals.capacity() * sizeof(Literal) + of_an_allocation;
    out.push_back(*std::move(set));
  }

  const CutSets& sets_;
  const Outlook& outlook_;
  Limits& limits_;
  std::size_t booked_ = 0;
  std::size_t literal_bytes_ = 0;
  std::vector<Rest> rests_;
  std::vector<Step> steps_;
  std::priority_queue<State> open_;
  std::uint64_t next_number_ = 0;
};

}  // namespace

std::vector<CutSet> CutSets::most_probable(std::size_t most, std::span<const double> probability,
                                           const SetFilter& filter) const {
  Limits unbounded(std::numeric_limits<std::ptrdiff_t>::max());
  auto out = most_probable(most, probability, filter, unbounded);
  ENSURE(out, "without limits nothing stops the search");
  return *std::move(out);
}

Result<std::vector<CutSet>> CutSets::most_probable(std::size_t most, std::span<const double> probability,
                                                   const SetFilter& filter, Limits& limits) const {
  const Outlook outlook(*this, probability, filter);
  return BestFirst(*this, outlook, limits).run(most);
}

void CutSets::each(std::span<const double> probability, const SetFilter& filter,
                   const std::function<bool(const CutSet&)>& visit) const {
  const Outlook outlook(*this, probability, filter);
  Listing(*this, outlook, visit).run();
}

}  // namespace veer::faulttree
