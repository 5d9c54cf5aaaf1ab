#include "faulttree/held_pair.hpp"

#include <doctest/doctest.h>

#include <random>

#include "faulttree/held_chance.hpp"

namespace {

using namespace veer;
using namespace veer::faulttree;
using cascade::BackupKind;
using cascade::Tick;

/// Chains of stocks and two runners with a few values each, and some of their numbers given.
class AnyChain {
 public:
  explicit AnyChain(std::uint32_t seed) : engine_(seed) {}

  HeldCause cause() {
    HeldCause out;
    out.horizon = 4 + upto(20);
    h_ = out.horizon;
    std::vector<BackupKind> kinds;
    for (Tick i = upto(2); i > 0; --i) kinds.push_back(BackupKind::reservoir);
    if (upto(5) == 0) kinds.push_back(BackupKind::manual);
    for (int i = 0; i < 2; ++i) {
      const bool by_hand = upto(3) == 0;
      kinds.push_back(by_hand ? BackupKind::manual : BackupKind::generator);
    }
    // In any order, as the rows of a region may come.
    std::vector<std::size_t> order(kinds.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), engine_);
    for (const std::size_t i : order) {
      const bool runner = i + 2 >= kinds.size();
      out.kinds.push_back(kinds[i]);
      out.delays.push_back(0);
      const bool generator = kinds[i] == BackupKind::generator;
      out.slots.push_back(generator && upto(1) == 0 ? values({0, 1}) : fixed(1));
      out.slots.push_back(generator ? some() : fixed(h_));
      out.slots.push_back(some());
      out.slots.push_back(!runner ? fixed(0) : upto(4) == 0 ? fixed(h_) : some());
      out.slots.back().high_is_bad = true;
    }
    return out;
  }

  /// Which numbers are given; whether a generator starts never is.
  std::vector<bool> given(const HeldCause& cause) {
    std::vector<bool> out;
    for (std::size_t i = 0; i < cause.slots.size(); ++i)
      out.push_back(i % 4 != 0 && cause.slots[i].varies() && upto(1) == 0);
    return out;
  }

  std::vector<Tick> any_values(const HeldCause& cause) {
    std::vector<Tick> out;
    for (const HeldSlot& slot : cause.slots)
      out.push_back(slot.own[static_cast<std::size_t>(upto(static_cast<Tick>(slot.own.size()) - 1))].first);
    return out;
  }

 private:
  Tick upto(Tick most) { return std::uniform_int_distribution<Tick>(0, most)(engine_); }
  HeldSlot fixed(Tick value) { return values({value}); }
  HeldSlot some() {
    std::vector<Tick> out;
    for (Tick v = 0; v <= h_; ++v)
      if (upto(h_) < 4) out.push_back(v);
    if (out.empty()) out.push_back(upto(h_));
    return values(out);
  }
  HeldSlot values(const std::vector<Tick>& of) {
    HeldSlot out;
    double sum = 0;
    for (const Tick v : of) {
      out.own.emplace_back(v, 1 + upto(5));
      sum += out.own.back().second;
    }
    for (auto& [value, chance] : out.own) chance /= sum;
    return out;
  }

  std::mt19937 engine_;
  Tick h_ = 0;
};

/// Minute by minute, in the order of the chain.
bool gives_out(const HeldCause& cause, const std::vector<Tick>& values) {
  std::vector<Tick> used(cause.kinds.size(), 0);
  for (Tick t = 0; t < cause.horizon; ++t) {
    bool carried = false;
    for (std::size_t i = 0; i < used.size() && !carried; ++i) {
      const Tick* v = &values[4 * i];
      switch (cause.kinds[i]) {
        case BackupKind::reservoir:
          carried = used[i] < v[2];
          break;
        case BackupKind::manual:
          carried = t >= v[3] && used[i] < v[2];
          break;
        case BackupKind::generator:
          carried = v[0] != 0 && used[i] < v[1] && (used[i] < v[2] || t >= v[3]);
          break;
      }
      if (carried) ++used[i];
    }
    if (!carried) return true;
  }
  return false;
}

double enumerated(const HeldCause& cause, const std::vector<bool>& given, std::vector<Tick> values,
                  std::size_t slot = 0) {
  if (slot == given.size()) return gives_out(cause, values) ? 1 : 0;
  if (given[slot]) return enumerated(cause, given, values, slot + 1);
  double out = 0;
  for (const auto& [value, chance] : cause.slots[slot].own) {
    values[slot] = value;
    out += chance * enumerated(cause, given, values, slot + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("two runners: the closed form is what every combination played minute by minute adds up to") {
  int compared = 0;
  double furthest = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    AnyChain any(seed);
    const HeldCause cause = any.cause();
    const auto given = any.given(cause);
    double combinations = 1;
    for (std::size_t i = 0; i < given.size(); ++i)
      if (!given[i]) combinations *= static_cast<double>(cause.slots[i].own.size());
    if (combinations > 3000) continue;
    CauseChance chance(cause, given);
    REQUIRE(!chance.is_played());
    // The same object is asked again: what it keeps must not depend on what was given before.
    for (int again = 0; again < 3; ++again) {
      const auto values = any.any_values(cause);
      const double found = chance(values);
      const double expected = enumerated(cause, given, values);
      CAPTURE(seed);
      REQUIRE(found == doctest::Approx(expected).epsilon(1e-12));
      furthest = std::max(furthest, std::abs(found - expected));
      compared += expected > 0 && expected < 1 ? 1 : 0;
    }
  }
  CHECK(compared > 1000);
  CHECK(furthest < 1e-14);
}

TEST_CASE("two runners: by hand, two generators of one tank each behind a battery, fuel from minute 8") {
  // h = 10, S = 2. Each starts with chance 3/4, runs long enough; tanks of 2 or 4 minutes, even chances; D = 8.
  // Both start: 2 + T₁ + T₂ ≥ 8 fails unless T₁ + T₂ ≥ 6: 3 of 4. One starts: 2 + T ≥ 8 never.
  HeldCause cause;
  cause.horizon = 10;
  const auto fixed = [](Tick value) {
    HeldSlot out;
    out.own = {{value, 1.0}};
    return out;
  };
  HeldSlot start;
  start.own = {{0, 0.25}, {1, 0.75}};
  HeldSlot tank;
  tank.own = {{2, 0.5}, {4, 0.5}};
  cause.kinds = {BackupKind::reservoir, BackupKind::generator, BackupKind::generator};
  cause.delays = {0, 0, 0};
  cause.slots = {fixed(1), fixed(10), fixed(2), fixed(0),  start, fixed(10),
                 tank,     fixed(8),  start,    fixed(10), tank,  fixed(8)};
  CauseChance own(cause, std::vector<bool>(12, false));
  CHECK(own(std::vector<Tick>(12, 0)) == doctest::Approx(1 - 0.75 * 0.75 * 0.75).epsilon(1e-15));
  // The first tank known to hold 4: then the second must hold 2 or 4, which it does.
  std::vector<bool> given(12, false);
  given[6] = true;
  CauseChance known(cause, given);
  std::vector<Tick> values(12, 0);
  values[6] = 4;
  CHECK(known(values) == doctest::Approx(1 - 0.75 * 0.75).epsilon(1e-15));
}

TEST_CASE("two runners: a start delay, or a third runner, is played instead") {
  AnyChain any(7);
  HeldCause cause = any.cause();
  const std::vector<bool> none(cause.slots.size(), false);
  CHECK(PairChance::of(cause, none));
  cause.delays.back() = 1;
  CHECK(!PairChance::of(cause, none));
  cause.delays.back() = 0;
  cause.kinds.push_back(BackupKind::generator);
  cause.delays.push_back(0);
  for (int i = 0; i < 4; ++i) cause.slots.push_back(cause.slots[0]);
  CHECK(!PairChance::of(cause, std::vector<bool>(cause.slots.size(), false)));
}
