#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "formats/table.hpp"

namespace veer::backtest {

/// What an outage came from: how it ends follows from it.
enum class Cause : std::uint8_t {
  cable_damage,
  station_fire,
  station_flood,
  transmission_fault,
  storm_overhead,
  blackout_no_damage,
  load_shedding
};
inline constexpr std::array<std::string_view, 7> cause_names{
    "cable_damage",   "station_fire",       "station_flood", "transmission_fault",
    "storm_overhead", "blackout_no_damage", "load_shedding"};
inline constexpr std::array<std::string_view, 4> season_names{"winter", "spring", "summer", "autumn"};

/// An outage that happened.
struct Case {
  std::string id;
  std::string name;
  Cause cause = Cause::cable_damage;
  std::string season;        ///< one of season_names
  double customers_out = 0;  ///< at the peak
  bool in_sources = false;   ///< figures were partly set from it, so that its verdict is a memory
};

/// Something that was seen of it: a range, as the source words it.
struct Observation {
  std::size_t case_index = 0;  ///< in Cases::cases
  std::string observable;
  double t_hours = 0;  ///< since the start
  double low = 0;
  double high = 0;
  std::string unit;
  std::string note;
  std::string source;
};

struct Cases {
  std::vector<Case> cases;
  std::vector<Observation> observations;
};

/// Reads the two tables and holds them against each other; all that is wrong is told at once.
/// @param cases         columns case, name, cause, season, customers_out; in_sources (true or false) may be absent
/// @param observations  columns case, t_hours, observable, observed_low, observed_high; unit, note and source may be
/// absent
/// @return nothing when an error was told
[[nodiscard]] std::optional<Cases> read_cases(const formats::Table& cases, const formats::Table& observations,
                                              Diagnostics& diagnostics);

}  // namespace veer::backtest
