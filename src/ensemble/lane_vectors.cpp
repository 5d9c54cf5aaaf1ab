#include "ensemble/lane_vectors.hpp"

#include <algorithm>
#include <cmath>

#include "base/units.hpp"

// This file is compiled once for each kind of processor: foreach_target includes it again with other settings.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ensemble/lane_vectors.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace veer::ensemble {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using cascade::lanes::Chunk;
using cascade::lanes::chunk_lanes;

HWY_INLINE void add_weighted(std::span<std::int64_t> sums, std::span<const WeightedLanes> terms) {
  std::size_t lane = 0;
#if HWY_TARGET != HWY_SCALAR
  const hn::ScalableTag<double> d;
  const hn::RebindToSigned<decltype(d)> whole;
  const std::size_t step = hn::Lanes(d);
  // From 2⁵² to 2⁵³ the lowest bits of a double are the number less 2⁵².
  const auto bound = hn::Set(d, weighted_bound);
  for (; lane + step <= sums.size(); lane += step) {
    auto sum = bound;
    for (const WeightedLanes& term : terms)
      sum = hn::MulAdd(hn::LoadU(d, term.values + lane), hn::Set(d, term.weight), sum);
    const auto added = hn::Sub(hn::BitCast(whole, sum), hn::BitCast(whole, bound));
    hn::StoreU(hn::Add(hn::LoadU(whole, sums.data() + lane), added), whole, sums.data() + lane);
  }
#endif
  for (; lane < sums.size(); ++lane)
    for (const WeightedLanes& term : terms) sums[lane] += static_cast<std::int64_t>(term.weight * term.values[lane]);
}

HWY_INLINE LaneHours hours_of(const Chunk& chunk, std::uint16_t horizon, std::uint16_t hours) {
  LaneHours out;
#if HWY_TARGET != HWY_SCALAR
  const hn::CappedTag<std::uint16_t, chunk_lanes> d16;
  const auto set = [d16](int value) { return hn::Set(d16, static_cast<std::uint16_t>(value)); };
  // Divides by 60: times 2²¹ ÷ 60, rounded up, and down by 21 bits; right for all numbers of 16 bits.
  const auto hour_at_or_after = [&set](auto minute) {
    return hn::ShiftRight<5>(hn::MulHigh(hn::Add(minute, set(minutes_per_hour - 1)), set(0x8889)));
  };
  const std::size_t step = hn::Lanes(d16);
  auto differs_first = hn::Zero(d16);
  auto differs_last = hn::Zero(d16);
  auto first_lane = hn::Zero(d16);
  auto last_lane = hn::Zero(d16);
  for (std::size_t lane = 0; lane < chunk_lanes; lane += step) {
    const auto start = hn::Min(hn::LoadU(d16, chunk.start.data() + lane), set(horizon));
    const auto end = hn::LoadU(d16, chunk.end.data() + lane);
    const auto first = hour_at_or_after(start);
    const auto last = hn::IfThenElse(hn::Eq(end, hn::Zero(d16)), set(hours), hour_at_or_after(end));
    hn::StoreU(first, d16, out.first.data() + lane);
    hn::StoreU(last, d16, out.last.data() + lane);
    if (lane == 0) {
      first_lane = set(out.first[0]);
      last_lane = set(out.last[0]);
    }
    differs_first = hn::Or(differs_first, hn::Xor(first, first_lane));
    differs_last = hn::Or(differs_last, hn::Xor(last, last_lane));
  }
  out.same_first = hn::AllTrue(d16, hn::Eq(differs_first, hn::Zero(d16)));
  out.same_last = hn::AllTrue(d16, hn::Eq(differs_last, hn::Zero(d16)));
#else
  for (std::size_t lane = 0; lane < chunk_lanes; ++lane) {
    const auto hour_at_or_after = [](int minute) {
      return static_cast<std::uint16_t>((minute + minutes_per_hour - 1) / minutes_per_hour);
    };
    out.first[lane] = hour_at_or_after(std::min(chunk.start[lane], horizon));
    out.last[lane] = chunk.end[lane] == 0 ? hours : hour_at_or_after(chunk.end[lane]);
  }
#endif
  return out;
}

HWY_INLINE void bins_of(std::span<const std::uint32_t> values, std::int64_t whole, std::int32_t bins,
                        std::span<std::int32_t> out) {
  // A quotient below 64 of whole numbers below 2⁴⁶ is never rounded across a whole number.
  const auto divisor = static_cast<double>(whole);
  std::size_t i = 0;
#if HWY_TARGET != HWY_SCALAR
  const hn::ScalableTag<double> d;
  const hn::Rebind<std::int32_t, decltype(d)> d32;
  const std::size_t step = hn::Lanes(d);
  const auto last = hn::Set(d, bins - 1.0);
  const auto* const whole_values = reinterpret_cast<const std::int32_t*>(values.data());
  for (; i + step <= values.size(); i += step) {
    const auto scaled = hn::Mul(hn::PromoteTo(d, hn::LoadU(d32, whole_values + i)), hn::Set(d, bins));
    const auto bin = hn::Floor(hn::Div(hn::Sub(scaled, hn::Set(d, 1.0)), hn::Set(d, divisor)));
    hn::StoreU(hn::DemoteTo(d32, hn::Min(bin, last)), d32, out.data() + i);
  }
#endif
  for (; i < values.size(); ++i)
    out[i] = std::min(bins - 1, static_cast<std::int32_t>(std::floor((double{1} * values[i] * bins - 1) / divisor)));
}

}  // namespace HWY_NAMESPACE
}  // namespace veer::ensemble
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace veer::ensemble {

HWY_EXPORT(add_weighted);
HWY_EXPORT(hours_of);
HWY_EXPORT(bins_of);

void add_weighted(std::span<std::int64_t> sums, std::span<const WeightedLanes> terms) {
  HWY_DYNAMIC_DISPATCH(add_weighted)(sums, terms);
}

LaneHours hours_of(const cascade::lanes::Chunk& chunk, std::uint16_t horizon, std::uint16_t hours) {
  return HWY_DYNAMIC_DISPATCH(hours_of)(chunk, horizon, hours);
}

void bins_of(std::span<const std::uint32_t> values, std::int64_t whole, std::int32_t bins,
             std::span<std::int32_t> out) {
  HWY_DYNAMIC_DISPATCH(bins_of)(values, whole, bins, out);
}

}  // namespace veer::ensemble
#endif
