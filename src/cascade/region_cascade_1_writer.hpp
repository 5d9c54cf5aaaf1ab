#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cascade/compile.hpp"
#include "cascade/program.hpp"
#include "region/region.hpp"

namespace veer::cascade {

/// What a program may hold and `region-cascade-1` cannot say, and what the writer then says instead.
enum class Unfit : std::uint8_t {
  breakdown,        ///< own failures: left out
  late_hit,         ///< a hit that does not begin at tick 0: the component is hit from tick 0 to its end (the median of
                    ///< a drawn start)
  joint_hits,       ///< hits of one component of which more than one is drawn: the longest, all at the same quantile
  hit_share,        ///< a hit that only happens with some probability: zeros in its quantile table, to 1/1024
  shared_draw,      ///< a value that follows a group: drawn by each for itself, with the same distribution
  chain,            ///< back-ups other than one reservoir and then one generator or manual fallback: left out
  drawn_reservoir,  ///< a capacity that is drawn: its median
  drawn_tank,       ///< a tank that is drawn beside a drawn F or a contract: its median
  start_delay,      ///< a generator with a start delay: left out
  recharge,         ///< a recharge divisor other than that of most reservoirs: that one
};
inline constexpr std::size_t unfit_count = 10;

/// One sort of thing that was replaced or left out, and where: names of components or needs.
struct Replaced {
  Unfit what{};
  std::vector<std::string> places;
};

/// What is written beside the program itself. By component unless said otherwise.
struct ExchangeLabels {
  std::vector<std::string> names;       ///< for people: "assets/x"
  std::vector<std::string> kinds;       ///< "base_station", "zone/water", "process/minimum"
  std::vector<std::string> need_names;  ///< by need of the program: "needs/x"
  std::vector<std::string> service_names;
  std::vector<std::int32_t> service;     ///< index in service_names of a demand zone, else -1
  std::vector<std::int64_t> population;  ///< residents of a demand zone, else 0
};

struct ExchangeText {
  std::string json;
  std::vector<Replaced> replaced;  ///< in the order of Unfit; empty: the text says all that the program does
};

/// The labels of a compiled region. A demand zone is the daily need of everyone in a zone; components of one group
/// carry no population, since groups overlap.
[[nodiscard]] ExchangeLabels exchange_labels(const region::Region& region, const CompiledRegion& compiled);

/// Writes a program in the format `region-cascade-1`.
///
/// Components and needs keep their order. Draws of the format have the plain index as id and their own words, so where
/// anything is drawn the replicas are others than the program's own, with the same distributions. What is constant is
/// exact; a manual fallback is a generator without tank whose running time is its capacity and whose contract is D.
///
/// @pre the labels have an entry for every component and need
/// @source docs/method/exchange.md
[[nodiscard]] ExchangeText write_region_cascade_1(const Program& program, const ExchangeLabels& labels);

}  // namespace veer::cascade
