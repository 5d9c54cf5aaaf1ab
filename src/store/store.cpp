#include "store/store.hpp"

namespace veer::store {

Result<State> state_at(const Store& store, const std::string& region, std::uint64_t last) {
  State state;
  TRY_DONE(store.replay(region, last, [&](const Change& change) -> Done {
    state.apply(change);
    return {};
  }));
  return state;
}

std::uint64_t number_at(const std::vector<ChangeHead>& heads, const std::string& instant) {
  std::uint64_t number = 0;
  for (const ChangeHead& head : heads)
    if (head.time <= instant) number = head.number;
  return number;
}

Result<std::uint64_t> verify(const Store& store) {
  std::uint64_t checked = 0;
  TRY(const auto regions, store.regions());
  for (const std::string& region : regions) {
    std::string previous;
    std::uint64_t number = 0;
    TRY_DONE(store.replay(region, 0, [&](const Change& change) -> Done {
      ++number;
      if (change.number != number || change.previous_hash != previous || change.hash != hash_of(region, change))
        return fail({ErrorKind::conflict, {"store.chain.broken", {std::to_string(number), region}}, {}, {}});
      previous = change.hash;
      ++checked;
      return {};
    }));
  }
  return checked;
}

}  // namespace veer::store
