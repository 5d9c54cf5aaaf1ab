#include "cascade/lane_kernel.hpp"

#include <algorithm>
#include <limits>

#include "base/result.hpp"

// This file is compiled once for each kind of processor: foreach_target includes it again with other settings.
// Before SSE4 no vector code pays; such a machine has the interval engine.
#define HWY_DISABLED_TARGETS HWY_SSSE3
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "cascade/lane_kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace veer::cascade::lanes {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using D16 = hn::CappedTag<std::uint16_t, chunk_lanes>;
using D32 = hn::Repartition<std::uint32_t, D16>;
using D64 = hn::Repartition<std::uint64_t, D16>;
using V = hn::Vec<D16>;
using V32 = hn::Vec<D32>;
using V64 = hn::Vec<D64>;
using Mask = hn::Mask<D16>;

constexpr D16 d16;
constexpr D32 d32;
constexpr D64 d64;

HWY_INLINE V constant(std::int64_t value) {
  return hn::Set(d16, static_cast<std::uint16_t>(std::clamp<std::int64_t>(value, 0, nothing)));
}
HWY_INLINE V none_start() { return hn::Set(d16, nothing); }
HWY_INLINE V none_end() { return hn::Zero(d16); }
HWY_INLINE Mask no_lane() { return hn::FirstN(d16, 0); }
HWY_INLINE Mask every_lane() { return hn::Not(no_lane()); }
HWY_INLINE Mask at_most(V a, V b) { return hn::Not(hn::Lt(b, a)); }

// --- Random numbers ------------------------------------------------------------------------------------------------

/// A random word for each lane: even lanes and odd lanes apart, each in its own order.
struct Words {
  V32 even;
  V32 odd;
};

/// One Philox 4x32-10 block for each lane of a vector, of which the asked words are worked out.
///
/// A 64-bit element holds one 32-bit number; what its upper half holds does not matter, for multiplication reads the
/// lower half. Rounds 1 to 3 are half known beforehand, as only the replica differs between lanes.
template <unsigned wanted>
HWY_INLINE void philox_words(std::uint64_t seed, StableId id, std::uint32_t purpose_block, std::uint32_t replica,
                             Words* out) {
  constexpr std::uint32_t m0 = 0xD2511F53U;
  constexpr std::uint32_t m1 = 0xCD9E8D57U;
  const auto key0 = [seed](std::uint32_t round) { return static_cast<std::uint32_t>(seed) + round * 0x9E3779B9U; };
  const auto key1 = [seed](std::uint32_t round) {
    return static_cast<std::uint32_t>(seed >> 32U) + round * 0xBB67AE85U;
  };
  const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
  const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32U); };
  const auto number = static_cast<std::uint64_t>(id);

  // Round 1: words 0 and 2 of the counter are the same in all lanes.
  const std::uint64_t a0 = std::uint64_t{low(number)} * m0;
  const std::uint64_t a1 = std::uint64_t{purpose_block} * m1;
  const std::uint32_t r1c2 = high(a0) ^ high(number) ^ key1(0);
  // Round 2: so is word 2; round 3: so is word 0.
  const std::uint64_t b1 = std::uint64_t{r1c2} * m1;
  const std::uint32_t r2c0 = high(b1) ^ low(a1) ^ key0(1);
  const std::uint64_t c0 = std::uint64_t{r2c0} * m0;

  const V64 mul0 = hn::Set(d64, m0);
  const V64 mul1 = hn::Set(d64, m1);
  const auto times = [](V64 x, V64 y) { return hn::MulEven(hn::BitCast(d32, x), hn::BitCast(d32, y)); };
  const auto upper = [](V64 x) { return hn::ShiftRight<32>(x); };

  // Elements of part 0: replicas 0, 4, 8, …; part 1: 2, 6, …; part 2: 1, 5, …; part 3: 3, 7, …
  constexpr std::uint32_t shift[4] = {0, 2, 1, 3};
  V64 x0[4], x1[4], x2[4], x3[4];
  const V64 step = hn::ShiftLeft<2>(hn::Iota(d64, 0));
  for (int i = 0; i < 4; ++i) {
    const V64 lane = hn::Add(step, hn::Set(d64, std::uint64_t{replica} + shift[i]));
    const V64 r1c0 = hn::Xor(lane, hn::Set(d64, high(a1) ^ key0(0)));
    const V64 p = times(r1c0, mul0);
    const V64 r2c2 = hn::Xor(upper(p), hn::Set(d64, low(a0) ^ key1(1)));
    const V64 q = times(r2c2, mul1);
    x0[i] = hn::Xor(upper(q), hn::Set(d64, low(b1) ^ key0(2)));
    x1[i] = q;
    x2[i] = hn::Xor(p, hn::Set(d64, high(c0) ^ key1(2)));
    x3[i] = hn::Set(d64, low(c0));
  }
  for (std::uint32_t round = 3; round < 9; ++round) {
    const V64 k0 = hn::Set(d64, key0(round));
    const V64 k1 = hn::Set(d64, key1(round));
    for (int i = 0; i < 4; ++i) {
      const V64 p = times(x0[i], mul0);
      const V64 q = times(x2[i], mul1);
      x0[i] = hn::Xor3(upper(q), x1[i], k0);
      x2[i] = hn::Xor3(upper(p), x3[i], k1);
      x1[i] = q;
      x3[i] = p;
    }
  }
  const V64 k0 = hn::Set(d64, key0(9));
  const V64 k1 = hn::Set(d64, key1(9));
  for (int i = 0; i < 4; ++i) {
    if constexpr ((wanted & 12U) != 0) {
      const V64 p = times(x0[i], mul0);
      const V64 c2 = hn::Xor3(upper(p), x3[i], k1);
      if constexpr ((wanted & 3U) != 0) {
        const V64 q = times(x2[i], mul1);
        x0[i] = hn::Xor3(upper(q), x1[i], k0);
        x1[i] = q;
      }
      x2[i] = c2;
      x3[i] = p;
    } else {
      const V64 q = times(x2[i], mul1);
      x0[i] = hn::Xor3(upper(q), x1[i], k0);
      x1[i] = q;
    }
  }
  const auto join = [](V64 even, V64 odd) {
    return hn::OddEven(hn::BitCast(d32, hn::ShiftLeft<32>(odd)), hn::BitCast(d32, even));
  };
  if constexpr ((wanted & 1U) != 0) out[0] = {join(x0[0], x0[1]), join(x0[2], x0[3])};
  if constexpr ((wanted & 2U) != 0) out[1] = {join(x1[0], x1[1]), join(x1[2], x1[3])};
  if constexpr ((wanted & 4U) != 0) out[2] = {join(x2[0], x2[1]), join(x2[2], x2[3])};
  if constexpr ((wanted & 8U) != 0) out[3] = {join(x3[0], x3[1]), join(x3[2], x3[3])};
}

/// Even and odd lanes side by side again; the numbers fit 16 bits.
HWY_INLINE V join_lanes(Words words) {
  return hn::OddEven(hn::BitCast(d16, hn::ShiftLeft<16>(words.odd)), hn::BitCast(d16, words.even));
}

/// Where a vector stands in a batch.
struct At {
  const Task& task;
  std::uint32_t chunk;
  std::size_t offset;  ///< first lane in the chunk
  [[nodiscard]] std::uint32_t replica() const {
    return task.first_replica + chunk * chunk_lanes + static_cast<std::uint32_t>(offset);
  }
};

/// The words that say who follows its group: word `number` mod 4 of that block.
HWY_INLINE bool asks_to_follow(const Draw& spec) {
  return spec.table >= 0 && spec.group >= 0 && spec.follow_below > 0 && spec.follow_below < (1ULL << 32U);
}

HWY_INLINE V value_of(const At& at, const Draw& spec, Words own, Words follow) {
  if (spec.table < 0) return constant(spec.constant);
  Words words = own;
  if (spec.group >= 0 && spec.follow_below > 0) {
    const std::uint32_t* row =
        at.task.shared + (static_cast<std::size_t>(spec.group) * at.task.chunks + at.chunk) * chunk_lanes + at.offset;
    const Words shared{hn::LoadU(d32, row), hn::LoadU(d32, row + hn::Lanes(d32))};
    if (spec.follow_below >= (1ULL << 32U)) {
      words = shared;
    } else {
      const V32 below = hn::Set(d32, static_cast<std::uint32_t>(spec.follow_below));
      words.even = hn::IfThenElse(hn::Lt(follow.even, below), shared.even, own.even);
      words.odd = hn::IfThenElse(hn::Lt(follow.odd, below), shared.odd, own.odd);
    }
  }
  const std::uint32_t* table = at.task.tables + static_cast<std::size_t>(spec.table) * region::quantile_count;
  const hn::RebindToSigned<D32> index;
  words.even = hn::GatherIndex(d32, table, hn::BitCast(index, hn::ShiftRight<22>(words.even)));
  words.odd = hn::GatherIndex(d32, table, hn::BitCast(index, hn::ShiftRight<22>(words.odd)));
  return join_lanes(words);
}

/// The follow words of a purpose: those of draws 16·purpose … 16·purpose + 3 (or + 4 … + 7 in the next block).
HWY_INLINE void follow_words(const At& at, StableId id, Purpose purpose, std::uint32_t block, Words* out) {
  const std::uint32_t number = static_cast<std::uint32_t>(purpose) * 4 + block;
  philox_words<15>(at.task.program->seed, id, (number << 16U) + static_cast<std::uint32_t>(Purpose::follow),
                   at.replica(), out);
}

HWY_INLINE void no_words(Words* out) {
  for (int i = 0; i < 4; ++i) out[i] = {hn::Zero(d32), hn::Zero(d32)};
}

/// Lanes whose word is below a threshold.
HWY_INLINE Mask below(Words words, std::uint64_t threshold) {
  if (threshold == 0) return no_lane();
  if (threshold >= (1ULL << 32U)) return every_lane();
  const V32 limit = hn::Set(d32, static_cast<std::uint32_t>(threshold));
  const V32 one = hn::Set(d32, 1);
  const Words hits{hn::IfThenElseZero(hn::Lt(words.even, limit), one),
                   hn::IfThenElseZero(hn::Lt(words.odd, limit), one)};
  return hn::Eq(join_lanes(hits), hn::Set(d16, 1));
}

HWY_NOINLINE void draw_restart(const Task& task, Component component, std::uint32_t chunk, Draws& draws) {
  const Program& program = *task.program;
  const Draw& spec = program.restart[component];
  const StableId id = program.component_id[component];
  for (std::size_t offset = 0; offset < chunk_lanes; offset += hn::Lanes(d16)) {
    const At at{task, chunk, offset};
    Words own[4];
    Words follow[4];
    no_words(own);
    no_words(follow);
    if (spec.table >= 0) philox_words<1>(program.seed, id, 0, at.replica(), own);
    if (asks_to_follow(spec)) follow_words(at, id, Purpose::asset, 0, follow);
    const V restart = hn::Max(hn::Set(d16, 1), value_of(at, spec, own[0], follow[0]));
    hn::StoreU(restart, d16, draws.rows.data() + offset);
  }
  draws.ready |= 1U;
}

HWY_NOINLINE void draw_backup(const Task& task, std::uint32_t backup, std::uint32_t number, std::uint32_t chunk,
                              Draws& draws) {
  const Program& program = *task.program;
  const Backup& spec = program.backups[backup];
  std::uint16_t* const row = draws.rows.data() + (1 + 3 * std::size_t{number}) * chunk_lanes;
  const bool drawn =
      spec.capacity.table >= 0 || spec.run.table >= 0 || spec.from.table >= 0 || spec.start_fail_below > 0;
  const bool follows = asks_to_follow(spec.capacity) || asks_to_follow(spec.run) || asks_to_follow(spec.from);
  for (std::size_t offset = 0; offset < chunk_lanes; offset += hn::Lanes(d16)) {
    const At at{task, chunk, offset};
    Words own[4];
    Words follow[4];
    no_words(own);
    no_words(follow);
    if (drawn) philox_words<15>(program.seed, spec.id, static_cast<std::uint32_t>(Purpose::need), at.replica(), own);
    if (follows) follow_words(at, spec.id, Purpose::need, 0, follow);
    V run = value_of(at, spec.run, own[1], follow[1]);
    if (spec.start_fail_below > 0) run = hn::IfThenZeroElse(below(own[0], spec.start_fail_below), run);
    hn::StoreU(value_of(at, spec.capacity, own[3], follow[3]), d16, row + offset);
    hn::StoreU(run, d16, row + chunk_lanes + offset);
    hn::StoreU(value_of(at, spec.from, own[2], follow[2]), d16, row + 2 * chunk_lanes + offset);
  }
  draws.ready |= 4ULL << number;
}

HWY_INLINE void store_hit(V start, V end, Mask taken, Tick horizon, std::uint16_t* row) {
  end = hn::Min(end, constant(horizon));
  taken = hn::And(taken, hn::Lt(start, end));
  hn::StoreU(hn::IfThenElse(taken, start, none_start()), d16, row);
  hn::StoreU(hn::IfThenElseZero(taken, end), d16, row + chunk_lanes);
}

HWY_INLINE void draw_hit(const At& at, const Hit& spec, std::uint16_t* row) {
  const Program& program = *at.task.program;
  Words own[4];
  Words follow[4];
  no_words(own);
  no_words(follow);
  Mask taken = every_lane();
  if (spec.taken_below < (1ULL << 32U)) {
    philox_words<1>(program.seed, spec.id, static_cast<std::uint32_t>(Purpose::selection), at.replica(), own);
    taken = below(own[0], spec.taken_below);
  }
  if (spec.start_delay.table >= 0)
    philox_words<1>(program.seed, spec.id, static_cast<std::uint32_t>(Purpose::hit_start), at.replica(), own);
  if (asks_to_follow(spec.start_delay)) follow_words(at, spec.id, Purpose::hit_start, 0, follow);
  const V start = hn::SaturatedAdd(constant(spec.start), value_of(at, spec.start_delay, own[0], follow[0]));
  if (spec.length_delay.table >= 0)
    philox_words<2>(program.seed, spec.id, static_cast<std::uint32_t>(Purpose::asset), at.replica(), own);
  if (asks_to_follow(spec.length_delay)) follow_words(at, spec.id, Purpose::asset, 0, follow);
  const V length = hn::SaturatedAdd(constant(spec.length), value_of(at, spec.length_delay, own[1], follow[1]));
  store_hit(start, hn::SaturatedAdd(start, length), taken, program.horizon, row + at.offset);
}

HWY_INLINE void draw_breakdown(const At& at, const Breakdown& spec, std::uint16_t* row) {
  const Program& program = *at.task.program;
  V clock = hn::Zero(d16);
  for (std::uint32_t block = 0; block < most_breakdowns / 2; ++block) {
    Words own[4];
    Words follow[4];
    no_words(own);
    no_words(follow);
    if (spec.failure.table >= 0 || spec.repair.table >= 0)
      philox_words<15>(program.seed, spec.id, (block << 16U) + static_cast<std::uint32_t>(Purpose::breakdown),
                       at.replica(), own);
    if (asks_to_follow(spec.failure) || asks_to_follow(spec.repair))
      follow_words(at, spec.id, Purpose::breakdown, block, follow);
    for (std::uint32_t i = 0; i < 2; ++i) {
      clock = hn::SaturatedAdd(clock, value_of(at, spec.failure, own[2 * i], follow[2 * i]));
      const V end = hn::SaturatedAdd(clock, value_of(at, spec.repair, own[2 * i + 1], follow[2 * i + 1]));
      store_hit(clock, end, every_lane(), program.horizon, row + (block * 2 + i) * 2 * chunk_lanes + at.offset);
      clock = end;
    }
  }
}

/// Row of the first hit of a component in its draws.
HWY_INLINE std::size_t first_hit_row(const Program& program, Component component) {
  const std::uint32_t first = program.backup_begin[program.need_begin[component]];
  const std::uint32_t last = program.backup_begin[program.need_begin[component + 1]];
  return 1 + 3 * std::size_t{last - first};
}

HWY_NOINLINE void draw_hits(const Task& task, Component component, std::uint32_t chunk, Draws& draws) {
  const Program& program = *task.program;
  for (std::size_t offset = 0; offset < chunk_lanes; offset += hn::Lanes(d16)) {
    const At at{task, chunk, offset};
    std::uint16_t* row = draws.rows.data() + first_hit_row(program, component) * chunk_lanes;
    for (const std::uint32_t hit : task.plan->hits(component)) {
      draw_hit(at, program.hits[hit], row);
      row += 2 * chunk_lanes;
    }
    for (const std::uint32_t breakdown : task.plan->breakdowns(component)) {
      draw_breakdown(at, program.breakdowns[breakdown], row);
      row += 2 * most_breakdowns * chunk_lanes;
    }
  }
  draws.ready |= 2U;
}

HWY_NOINLINE void share(const Program& program, std::uint32_t chunk, std::uint32_t chunks, std::uint32_t group_replica,
                        std::uint32_t* shared) {
  for (std::size_t group = 0; group < program.groups.size(); ++group)
    for (std::size_t offset = 0; offset < chunk_lanes; offset += hn::Lanes(d16)) {
      Words words[4];
      philox_words<1>(program.seed, program.groups[group], static_cast<std::uint32_t>(Purpose::group),
                      group_replica + chunk * chunk_lanes + static_cast<std::uint32_t>(offset), words);
      std::uint32_t* const row = shared + (group * chunks + chunk) * chunk_lanes + offset;
      hn::StoreU(words[0].even, d32, row);
      hn::StoreU(words[0].odd, d32, row + hn::Lanes(d32));
    }
}

// --- Intervals -----------------------------------------------------------------------------------------------------

/// One interval in each lane; where there is none: start = nothing, end = 0.
struct One {
  V s;
  V e;
};
HWY_INLINE One empty_one() { return {none_start(), none_end()}; }
HWY_INLINE Mask there(One x) { return hn::Lt(x.s, x.e); }
HWY_INLINE One only(Mask mask, One x) {
  return {hn::IfThenElse(mask, x.s, none_start()), hn::IfThenElseZero(mask, x.e)};
}
/// Makes what is not an interval the empty one.
HWY_INLINE One tidy(One x) { return only(there(x), x); }
HWY_INLINE One common(One a, One b) { return tidy({hn::Max(a.s, b.s), hn::Min(a.e, b.e)}); }
HWY_INLINE One hull(One a, One b) { return {hn::Min(a.s, b.s), hn::Max(a.e, b.e)}; }
HWY_INLINE One choose(Mask mask, One yes, One no) {
  return {hn::IfThenElse(mask, yes.s, no.s), hn::IfThenElse(mask, yes.e, no.e)};
}
/// Lanes in which two intervals have a common tick or one begins where the other ends; false where one is empty, but
/// for an empty one beside one that starts at 0, where joining does no harm.
HWY_INLINE Mask meet(One a, One b) { return hn::And(at_most(a.s, b.e), at_most(b.s, a.e)); }

/// Two intervals at most in each lane, the first before the second and apart from it.
struct Two {
  One a;
  One b;
};

/// Intervals put one after the other, in order, apart: the first two are kept, a third is reported.
struct Pair {
  Two kept;
  Mask third;
  // Written out: a constructor that the compiler makes is not built for this processor.
  HWY_INLINE Pair() : kept{empty_one(), empty_one()}, third(no_lane()) {}
  HWY_INLINE void push(One x) {
    const Mask has_a = there(kept.a);
    const Mask has_b = there(kept.b);
    const Mask has_x = there(x);
    third = hn::Or(third, hn::And(has_b, has_x));
    kept.b = choose(hn::And(has_a, hn::Not(has_b)), x, kept.b);
    kept.a = choose(has_a, kept.a, x);
  }
};

/// A union of intervals that may come in any order; more than two are reported.
struct Union {
  Two kept;
  Mask third;
  bool begun = false;  ///< something may be in it
  HWY_INLINE Union() : kept{empty_one(), empty_one()}, third(no_lane()) {}
  /// Two intervals that lie apart and in order.
  HWY_INLINE void add(Two x) {
    if (!begun) {
      kept = x;
      begun = true;
      return;
    }
    add(x.a);
    add(x.b);
  }
  HWY_INLINE void add(One x) {
    const Mask has_x = there(x);
    if (hn::AllFalse(d16, has_x)) return;
    if (!begun) {
      kept.a = x;
      begun = true;
      return;
    }
    const Mask meets_a = hn::And(hn::And(has_x, there(kept.a)), meet(kept.a, x));
    const Mask meets_b = hn::And(hn::And(has_x, there(kept.b)), meet(kept.b, x));
    One joined = choose(meets_a, hull(kept.a, x), x);
    joined = choose(meets_b, hull(kept.b, joined), joined);
    const One left_a = only(hn::Not(meets_a), kept.a);
    const One left_b = only(hn::Not(meets_b), kept.b);
    // Sort joined among the two that are left; they are in order already.
    const Mask before_a = hn::Lt(joined.s, left_a.s);
    const One first = choose(before_a, joined, left_a);
    const One rest = choose(before_a, left_a, joined);
    const Mask before_b = hn::Lt(rest.s, left_b.s);
    const One second = choose(before_b, rest, left_b);
    const One last = choose(before_b, left_b, rest);
    third = hn::Or(third, there(last));
    // Where a joined b or was empty, `first` may be the empty one only if all are: it sorts last.
    kept = {first, second};
  }
};

/// The component's needs in one vector of lanes: shared by the one-interval and the two-interval way.
struct Place {
  At at;
  Component component;
  Draws& draws;
};

HWY_INLINE V restart_of(const Place& place) {
  if ((place.draws.ready & 1U) == 0) draw_restart(place.at.task, place.component, place.at.chunk, place.draws);
  return hn::LoadU(d16, place.draws.rows.data() + place.at.offset);
}

struct BackupValues {
  V capacity;
  V run;
  V from;
};
HWY_INLINE BackupValues backup_of(const Place& place, std::uint32_t backup) {
  const Program& program = *place.at.task.program;
  const std::uint32_t number = backup - program.backup_begin[program.need_begin[place.component]];
  if ((place.draws.ready & (4ULL << number)) == 0)
    draw_backup(place.at.task, backup, number, place.at.chunk, place.draws);
  const std::uint16_t* row = place.draws.rows.data() + (1 + 3 * std::size_t{number}) * chunk_lanes + place.at.offset;
  return {hn::LoadU(d16, row), hn::LoadU(d16, row + chunk_lanes), hn::LoadU(d16, row + 2 * chunk_lanes)};
}

HWY_INLINE std::size_t hit_count(const Place& place) {
  const Plan& plan = *place.at.task.plan;
  return plan.hits(place.component).size() + most_breakdowns * plan.breakdowns(place.component).size();
}
HWY_INLINE const std::uint16_t* hit_rows(const Place& place) {
  if ((place.draws.ready & 2U) == 0) draw_hits(place.at.task, place.component, place.at.chunk, place.draws);
  return place.draws.rows.data() + first_hit_row(*place.at.task.program, place.component) * chunk_lanes +
         place.at.offset;
}

/// Suppliers are named by their entry in Program::suppliers.
HWY_INLINE const Chunk& first_of(const At& at, std::uint32_t supplier) {
  return at.task.first[at.task.supplier_row[supplier] + at.chunk];
}
HWY_INLINE const Tail& tail_of(const At& at, std::uint32_t supplier) {
  return at.task.tail[at.task.supplier_row[supplier] + at.chunk];
}
HWY_INLINE One load(const Chunk& chunk, std::size_t offset) {
  return {hn::LoadU(d16, chunk.start.data() + offset), hn::LoadU(d16, chunk.end.data() + offset)};
}
HWY_INLINE One first_interval(const At& at, std::uint32_t supplier) { return load(first_of(at, supplier), at.offset); }
HWY_INLINE Two both_intervals(const At& at, std::uint32_t supplier) {
  const std::uint32_t second = tail_of(at, supplier).second;
  return {first_interval(at, supplier), second == 0 ? empty_one() : load(at.task.second[second], at.offset)};
}

/// A generator through one stretch [x.s, x.e) in which it is asked: up to two stretches that it leaves.
HWY_INLINE Two after_generator(One x, V tank, V run, V from) {
  const V tank_end = hn::SaturatedAdd(x.s, tank);
  // It breaks before the tank is empty, or fuel comes in time: it runs till it breaks.
  const Mask to_break = hn::Or(at_most(run, tank), at_most(from, tank_end));
  const One broken{hn::SaturatedAdd(x.s, run), x.e};
  const One dry{tank_end, hn::Min(from, x.e)};
  const One later{hn::SaturatedAdd(from, hn::SaturatedSub(run, tank)), x.e};
  const Mask has = there(x);
  return {only(has, tidy(choose(to_break, broken, dry))), only(hn::AndNot(to_break, has), tidy(later))};
}

/// Work by hand through one stretch.
HWY_INLINE Two after_manual(One x, V capacity, V from) {
  const Mask has = there(x);
  return {only(has, tidy({x.s, hn::Min(from, x.e)})),
          only(has, tidy({hn::SaturatedAdd(hn::Max(x.s, from), capacity), x.e}))};
}

// --- One interval at most everywhere: nearly all lanes -------------------------------------------------------------

/// At least `enough` of the suppliers down, by order statistics: exact where all that are down share a tick.
/// @param count  at most 32
HWY_INLINE One enough_down(const One* suppliers, std::size_t count, std::size_t enough, Mask& unclear) {
  V starts[chunk_lanes];
  V ends[chunk_lanes];
  for (std::size_t i = 0; i < enough; ++i) {
    starts[i] = none_start();
    ends[i] = none_end();
  }
  V last_start = none_end();
  V first_end = none_start();
  for (std::size_t i = 0; i < count; ++i) {
    const Mask has = there(suppliers[i]);
    last_start = hn::Max(last_start, hn::IfThenElseZero(has, suppliers[i].s));
    first_end = hn::Min(first_end, hn::IfThenElse(has, suppliers[i].e, none_start()));
    V s = suppliers[i].s;  // keep the smallest starts and the largest ends, each in order
    V e = suppliers[i].e;
    for (std::size_t j = 0; j < enough; ++j) {
      const V low = hn::Min(starts[j], s);
      s = hn::Max(starts[j], s);
      starts[j] = low;
      const V high = hn::Max(ends[j], e);
      e = hn::Min(ends[j], e);
      ends[j] = high;
    }
  }
  const One found{starts[enough - 1], ends[enough - 1]};
  // Fewer than enough down in the whole replica: nothing, clear or not.
  const Mask possible = hn::Lt(found.s, none_start());
  unclear = hn::Or(unclear, hn::And(possible, at_most(first_end, last_start)));
  return tidy(found);
}

/// Joins x into the union so far; false when a lane would get two intervals.
HWY_INLINE bool join(One& sum, One x) {
  const Mask both = hn::And(there(sum), there(x));
  if (!hn::AllFalse(d16, hn::AndNot(meet(sum, x), both))) return false;
  sum = hull(sum, x);
  return true;
}

/// Stretches without supply of one need, when no supplier has two intervals. False: some lane has two.
HWY_INLINE bool one_unsupplied(const At& at, std::uint32_t need, One& out, Mask& unclear) {
  const Program& program = *at.task.program;
  const std::uint32_t begin = program.supplier_begin[need];
  const std::uint32_t end = program.supplier_begin[need + 1];
  const auto count = std::int64_t{end} - begin;
  const std::int64_t enough = count - static_cast<std::int64_t>(program.need_k[need]) + 1;
  if (enough <= 0) {
    out = {hn::Zero(d16), constant(program.horizon)};
    return true;
  }
  out = empty_one();
  if (enough > count) return true;
  if (enough == count) {
    out = first_interval(at, begin);
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const One next = first_interval(at, i);
      out = {hn::Max(out.s, next.s), hn::Min(out.e, next.e)};
    }
    if (count > 1) out = tidy(out);
    return true;
  }
  if (enough == 1) {
    for (std::uint32_t i = begin; i < end; ++i)
      if (!join(out, first_interval(at, i))) return false;
    return true;
  }
  if (count == 3) {
    const One a = first_interval(at, begin);
    const One b = first_interval(at, begin + 1);
    const One c = first_interval(at, begin + 2);
    out = common(a, b);
    return join(out, common(a, c)) && join(out, common(b, c));
  }
  One loaded[chunk_lanes];
  for (std::uint32_t i = begin; i < end; ++i) loaded[i - begin] = first_interval(at, i);
  out = enough_down(loaded, end - begin, static_cast<std::size_t>(enough), unclear);
  return true;
}

/// What a chain of back-ups leaves of one stretch. False: some lane is left with two.
HWY_INLINE bool one_after_chain(const Place& place, std::uint32_t need, One& x) {
  const Program& program = *place.at.task.program;
  for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i) {
    if (hn::AllFalse(d16, there(x))) return true;
    const BackupValues values = backup_of(place, i);
    if (program.backups[i].kind == BackupKind::reservoir) {
      x = tidy({hn::SaturatedAdd(x.s, values.capacity), x.e});
      continue;
    }
    const Two left = program.backups[i].kind == BackupKind::generator
                         ? after_generator(x, values.capacity, values.run, values.from)
                         : after_manual(x, values.capacity, values.from);
    if (!hn::AllFalse(d16, hn::And(there(left.a), there(left.b)))) return false;
    x = hull(left.a, left.b);
  }
  return true;
}

/// Adds the restart to a stretch in which something was wrong.
HWY_INLINE One with_restart(const Place& place, One x) {
  const V end = hn::Min(hn::SaturatedAdd(x.e, restart_of(place)), constant(place.at.task.program->horizon));
  return {x.s, hn::IfThenElseZero(there(x), end)};
}

/// The same for two stretches: apart no longer where the second begins before the first is over.
HWY_INLINE Two with_restart(const Place& place, Two x) {
  const One a = with_restart(place, x.a);
  if (hn::AllFalse(d16, there(x.b))) return {a, empty_one()};
  const One b = with_restart(place, x.b);
  const Mask joined = hn::And(there(b), at_most(b.s, a.e));
  return {{a.s, hn::IfThenElse(joined, b.e, a.e)}, only(hn::Not(joined), b)};
}

/// All of a component when no supplier has two intervals in this chunk. False: some lane gets two on the way.
HWY_INLINE bool one_way(const Place& place, One& out, Mask& unclear) {
  const Program& program = *place.at.task.program;
  out = empty_one();
  if (const std::size_t hits = hit_count(place); hits > 0) {
    const std::uint16_t* row = hit_rows(place);
    for (std::size_t i = 0; i < hits; ++i, row += 2 * chunk_lanes) {
      const One hit{hn::LoadU(d16, row), hn::LoadU(d16, row + chunk_lanes)};
      if (hn::AllFalse(d16, there(hit))) continue;
      if (!join(out, with_restart(place, hit))) return false;
    }
  }
  for (std::uint32_t need = program.need_begin[place.component]; need < program.need_begin[place.component + 1];
       ++need) {
    One x;
    if (!one_unsupplied(place.at, need, x, unclear)) return false;
    if (!one_after_chain(place, need, x)) return false;
    if (hn::AllFalse(d16, there(x))) continue;
    if (!join(out, with_restart(place, x))) return false;
  }
  return true;
}

// --- Two intervals at most -----------------------------------------------------------------------------------------

/// Both down.
HWY_INLINE Two common(Two x, Two y, Mask& third) {
  if (hn::AllFalse(d16, hn::Or(there(x.b), there(y.b)))) return {common(x.a, y.a), empty_one()};
  Pair out;
  out.push(common(x.a, y.a));
  // Only one of the two in the middle can be there.
  const One left = common(x.a, y.b);
  out.push(choose(there(left), left, common(x.b, y.a)));
  out.push(common(x.b, y.b));
  third = hn::Or(third, out.third);
  return out.kept;
}

HWY_INLINE Two two_unsupplied(const At& at, std::uint32_t need, Mask& unclear) {
  const Program& program = *at.task.program;
  const std::uint32_t begin = program.supplier_begin[need];
  const std::uint32_t end = program.supplier_begin[need + 1];
  const auto count = std::int64_t{end} - begin;
  const std::int64_t enough = count - static_cast<std::int64_t>(program.need_k[need]) + 1;
  if (enough <= 0) return {{hn::Zero(d16), constant(program.horizon)}, empty_one()};
  if (enough > count) return {empty_one(), empty_one()};
  if (enough == count) {
    Two out = both_intervals(at, begin);
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      if (hn::AllFalse(d16, there(out.a))) break;
      out = common(out, both_intervals(at, i), unclear);
    }
    return out;
  }
  Union sum;
  if (enough == 1) {
    for (std::uint32_t i = begin; i < end; ++i) sum.add(both_intervals(at, i));
  } else if (count == 3) {
    const Two a = both_intervals(at, begin);
    const Two b = both_intervals(at, begin + 1);
    const Two c = both_intervals(at, begin + 2);
    for (const Two& x : {common(a, b, unclear), common(a, c, unclear), common(b, c, unclear)}) sum.add(x);
  } else {
    One loaded[chunk_lanes];
    for (std::uint32_t i = begin; i < end; ++i) {
      const Two x = both_intervals(at, i);
      loaded[i - begin] = x.a;
      unclear = hn::Or(unclear, there(x.b));
    }
    sum.kept.a = enough_down(loaded, end - begin, static_cast<std::size_t>(enough), unclear);
  }
  unclear = hn::Or(unclear, sum.third);
  return sum.kept;
}

/// ⌈x / q⌉. @pre q is a power of two
HWY_INLINE V divided_up(V x, Tick q) {
  const int shift = __builtin_ctz(static_cast<unsigned>(q));
  if (shift >= 16) return hn::Min(x, hn::Set(d16, 1));
  const V whole = hn::ShiftRightSame(x, shift);
  const Mask rest = hn::Ne(hn::And(x, hn::Set(d16, static_cast<std::uint16_t>((1U << shift) - 1))), hn::Zero(d16));
  return hn::Add(whole, hn::IfThenElseZero(rest, hn::Set(d16, 1)));
}

HWY_INLINE V length(One x) { return hn::IfThenElseZero(there(x), hn::Sub(x.e, x.s)); }
HWY_INLINE V length(Two x) { return hn::Add(length(x.a), length(x.b)); }

/// What one back-up that was not used before leaves of one stretch.
HWY_INLINE Two one_link(BackupKind kind, const BackupValues& values, One x) {
  if (kind == BackupKind::reservoir) return {tidy({hn::SaturatedAdd(x.s, values.capacity), x.e}), empty_one()};
  const Two left = kind == BackupKind::generator ? after_generator(x, values.capacity, values.run, values.from)
                                                 : after_manual(x, values.capacity, values.from);
  const Mask has_a = there(left.a);
  return {choose(has_a, left.a, left.b), only(has_a, left.b)};
}

/// What a chain of back-ups leaves of two stretches without supply.
HWY_INLINE Two two_after_chain(const Place& place, std::uint32_t need, Two x, Mask& unclear) {
  const Program& program = *place.at.task.program;
  // Supplied ticks between the two stretches: none where both are of one stretch without supply.
  V between = hn::IfThenElseZero(there(x.b), hn::Sub(x.b.s, x.a.e));
  for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i) {
    if (hn::AllFalse(d16, there(x.a))) break;
    const BackupValues values = backup_of(place, i);
    const Backup& spec = program.backups[i];
    if (hn::AllFalse(d16, there(x.b))) {  // one stretch in every lane of this vector
      x = one_link(spec.kind, values, x.a);
      continue;
    }
    Two left_a;
    Two left_b;
    if (spec.kind == BackupKind::reservoir) {
      const V kept = hn::SaturatedSub(values.capacity, length(x.a));
      left_a = {tidy({hn::SaturatedAdd(x.a.s, values.capacity), x.a.e}), empty_one()};
      V again = kept;
      if (!hn::AllFalse(d16, there(x.b))) {
        if ((spec.recharge & (spec.recharge - 1)) == 0) {
          again = hn::Min(values.capacity, hn::SaturatedAdd(kept, divided_up(between, spec.recharge)));
        } else {
          unclear = hn::Or(unclear, there(x.b));
        }
      }
      left_b = {tidy({hn::SaturatedAdd(x.b.s, again), x.b.e}), empty_one()};
    } else if (spec.kind == BackupKind::generator) {
      left_a = after_generator(x.a, values.capacity, values.run, values.from);
      const V ran = hn::Sub(length(x.a), length(left_a));
      left_b =
          after_generator(x.b, hn::SaturatedSub(values.capacity, ran), hn::SaturatedSub(values.run, ran), values.from);
    } else {
      left_a = after_manual(x.a, values.capacity, values.from);
      const V worked = hn::Sub(length(x.a), length(left_a));
      left_b = after_manual(x.b, hn::SaturatedSub(values.capacity, worked), values.from);
    }
    Pair out;
    out.push(left_a.a);
    out.push(left_a.b);
    out.push(left_b.a);
    out.push(left_b.b);
    unclear = hn::Or(unclear, out.third);
    // One of each stretch: the supply between them stays. Two of the same: there was none.
    const auto any = [](Two y) { return hn::Or(there(y.a), there(y.b)); };
    between = hn::IfThenElseZero(hn::And(any(left_a), any(left_b)), between);
    x = out.kept;
  }
  return x;
}

HWY_INLINE Two two_way(const Place& place, Mask& unclear) {
  const Program& program = *place.at.task.program;
  Union sum;
  if (const std::size_t hits = hit_count(place); hits > 0) {
    const std::uint16_t* row = hit_rows(place);
    for (std::size_t i = 0; i < hits; ++i, row += 2 * chunk_lanes) {
      const One hit{hn::LoadU(d16, row), hn::LoadU(d16, row + chunk_lanes)};
      if (!hn::AllFalse(d16, there(hit))) sum.add(with_restart(place, hit));
    }
  }
  for (std::uint32_t need = program.need_begin[place.component]; need < program.need_begin[place.component + 1];
       ++need) {
    const Two left = two_after_chain(place, need, two_unsupplied(place.at, need, unclear), unclear);
    if (hn::AllFalse(d16, there(left.a))) continue;
    sum.add(with_restart(place, left));
  }
  unclear = hn::Or(unclear, sum.third);
  return sum.kept;
}

// --- The whole component -------------------------------------------------------------------------------------------

/// What the suppliers have in this vector (second) or chunk (more) that the one-interval way cannot do.
struct Found {
  bool second = false;
  bool more = false;
};
HWY_INLINE Found look(const At& at, Component component) {
  const Program& program = *at.task.program;
  Found found;
  const std::uint32_t first = program.supplier_begin[program.need_begin[component]];
  const std::uint32_t last = program.supplier_begin[program.need_begin[component + 1]];
  Mask second = no_lane();
  for (std::uint32_t i = first; i < last; ++i) {
    const Tail& tail = tail_of(at, i);
    if (tail.second != 0) second = hn::Or(second, there(load(at.task.second[tail.second], at.offset)));
    found.more = found.more || tail.more != 0;
  }
  found.second = !hn::AllFalse(d16, second);
  return found;
}

/// Lanes in which a supplier has three intervals or more.
HWY_INLINE Mask lanes_with_more(const At& at, Component component) {
  const Program& program = *at.task.program;
  const std::uint32_t first = program.supplier_begin[program.need_begin[component]];
  const std::uint32_t last = program.supplier_begin[program.need_begin[component + 1]];
  Mask out = no_lane();
  for (std::uint32_t i = first; i < last; ++i) {
    if (tail_of(at, i).more == 0) continue;
    const One x = first_interval(at, i);
    out = hn::Or(out, hn::And(hn::Eq(x.s, none_start()), hn::Eq(x.e, none_start())));
  }
  return out;
}

HWY_INLINE std::uint32_t bits_of(Mask mask) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(d16, mask, bytes);
  std::uint32_t bits = 0;
  for (unsigned i = 0; i < 4; ++i) bits |= std::uint32_t{bytes[i]} << (8 * i);
  return bits;
}

HWY_INLINE void store(One x, Chunk& chunk, std::size_t offset) {
  hn::StoreU(x.s, d16, chunk.start.data() + offset);
  hn::StoreU(x.e, d16, chunk.end.data() + offset);
}

Worked work_out(const Task& task, Component component, std::uint32_t chunk, Draws& draws, Chunk& first, Chunk& second) {
  Worked out;
  for (std::size_t offset = 0; offset < chunk_lanes; offset += hn::Lanes(d16)) {
    const Place place{{task, chunk, offset}, component, draws};
    const Found found = look(place.at, component);
    Mask unclear = found.more ? lanes_with_more(place.at, component) : no_lane();
    One one;
    Mask one_unclear = unclear;
    if (!found.second && one_way(place, one, one_unclear)) {
      store(one, first, offset);
      if (out.second) store(empty_one(), second, offset);
      out.one_by_one |= bits_of(one_unclear) << offset;
      continue;
    }
    const Two two = two_way(place, unclear);
    store(two.a, first, offset);
    const bool has_second = !hn::AllFalse(d16, hn::AndNot(unclear, there(two.b)));
    if (has_second && !out.second) {  // the vectors before this one have none
      out.second = true;
      for (std::size_t before = 0; before < offset; before += hn::Lanes(d16)) store(empty_one(), second, before);
    }
    if (out.second) store(two.b, second, offset);
    out.one_by_one |= bits_of(unclear) << offset;
  }
  return out;
}

HWY_NOINLINE void add_lengths(const Chunk& chunk, std::int64_t weight, std::int64_t* sums) {
  const hn::Half<hn::Half<D16>> quarter16;
  const hn::Repartition<std::uint32_t, hn::Half<D16>> half32;
  const V64 times = hn::Set(d64, static_cast<std::uint64_t>(weight));
  const std::size_t step = hn::Lanes(d64);
  for (std::size_t lane = 0; lane < chunk_lanes; lane += step) {
    const auto start = hn::LoadU(quarter16, chunk.start.data() + lane);
    const auto end = hn::LoadU(quarter16, chunk.end.data() + lane);
    // No interval: 0 − 65,535 saturates to 0.
    const auto length = hn::SaturatedSub(end, start);
    const V64 wide = hn::PromoteTo(d64, hn::PromoteTo(half32, length));
    auto* const out = reinterpret_cast<std::uint64_t*>(sums + lane);
    hn::StoreU(hn::Add(hn::LoadU(d64, out), hn::MulEven(hn::BitCast(d32, wide), hn::BitCast(d32, times))), d64, out);
  }
}

Kernel kernel() {
  const char* name = HWY_TARGET == HWY_AVX3   ? "avx512"
                     : HWY_TARGET == HWY_AVX2 ? "avx2"
                     : HWY_TARGET == HWY_SSE4 ? "sse4"
                                              : hwy::TargetName(HWY_TARGET);
  return {name, static_cast<std::uint32_t>(hn::Lanes(d16)), share, draw_restart, work_out, add_lengths};
}

}  // namespace HWY_NAMESPACE
}  // namespace veer::cascade::lanes
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace veer::cascade::lanes {

HWY_EXPORT(kernel);

namespace {

/// The kernel of one of Highway's targets.
Kernel kernel_of(std::int64_t target) {
  hwy::SetSupportedTargetsForTest(target);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  const Kernel found = HWY_DYNAMIC_DISPATCH(kernel)();
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  return found;
}

/// All of them, best first; found once, so that threads can ask at the same time.
const std::vector<Kernel>& kernels() {
  static const std::vector<Kernel> found = [] {
    std::vector<Kernel> out;
    std::int64_t targets = hwy::SupportedTargets() & HWY_TARGETS;
    for (; targets != 0; targets &= targets - 1) {  // the lowest bit is the best
      const Kernel next = kernel_of(targets & -targets);
      constexpr std::uint32_t least_lanes = 8;  // even and odd lanes of 16, 32 and 64 bits
      if (next.lanes >= least_lanes) out.push_back(next);
    }
    return out;
  }();
  return found;
}

}  // namespace

std::vector<std::string> kernel_names() {
  std::vector<std::string> out;
  for (const Kernel& kernel : kernels()) out.emplace_back(kernel.name);
  return out;
}

Kernel find_kernel(const std::string& name) {
  ENSURE(!kernels().empty(), "this machine has no vectors that the lanes engine can use");
  if (name.empty()) return kernels().front();
  for (const Kernel& kernel : kernels())
    if (name == kernel.name) return kernel;
  ENSURE(false, "no vector code of that name on this machine");
}

void Draws::reset(const Program& program, const Plan& plan, Component component) {
  const std::uint32_t first = program.backup_begin[program.need_begin[component]];
  const std::uint32_t last = program.backup_begin[program.need_begin[component + 1]];
  const std::size_t hits = plan.hits(component).size() + most_breakdowns * plan.breakdowns(component).size();
  const std::size_t size = (1 + 3 * std::size_t{last - first} + 2 * hits) * chunk_lanes;
  if (rows.size() < size) rows.resize(size);
  ready = 0;
}

}  // namespace veer::cascade::lanes
#endif
