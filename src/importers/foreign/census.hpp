#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/outline.hpp"
#include "importers/foreign/report.hpp"
#include "importers/foreign/source_file.hpp"

namespace veer::importers::foreign {

/// How fine an area is, coarsest first.
enum class Level { municipality, district, neighbourhood, postcode4, postcode5, postcode6 };

/// The age classes of CBS: 0–14, 15–24, 25–44, 45–64, 65+; and of the last 75+ and 85+.
inline constexpr std::size_t age_classes = 7;
inline constexpr std::size_t disjoint_age_classes = 5;

/// One area as a file tells it; what it does not tell is absent.
struct CensusRow {
  Level level = Level::municipality;
  std::string code;  ///< GM0518, WK051801, BU05180101, 2511, 2511A, 2511AB; empty: a municipality known by name only
  std::string name;
  std::string municipality;       ///< GM0518, or empty
  std::string municipality_name;  ///< or empty
  std::optional<std::int64_t> residents;
  std::optional<double> households;
  std::array<std::optional<std::int64_t>, age_classes> ages{};
  geo::MultiPolygon outline;          ///< empty: the file has none
  std::optional<geo::LonLat> inside;  ///< a point of it, where the file gives one
};

/// The areas of a part; rows of water, without a code, or that say the same twice are dropped and counted.
///
/// Percentages become heads that add up to the residents. What CBS marks as unknown or secret is absent, never a
/// number.
/// @errors invalid_input: no row could be used; a code stands twice with different residents
[[nodiscard]] Result<std::vector<CensusRow>> read_census(const Rows& rows, PartReport& report);

/// Residents per municipality in tens of years become the classes of CBS, halves of a class taken as equal.
[[nodiscard]] Result<std::vector<CensusRow>> read_age_decades(const Rows& rows, PartReport& report);

/// StatLine, unpivoted: figures by code and measure. The titles of the measures come from MeasureCodes.csv.
/// @param measures  identifier and title of each measure
/// @errors invalid_input: no measure is known by its title or identifier
[[nodiscard]] Result<std::vector<CensusRow>> read_statline(
    const Rows& rows, const std::vector<std::pair<std::string, std::string>>& measures, PartReport& report);

/// Fills in the ages that the row does not tell, from what it tells and the shares of the Netherlands (CBS, 1 January
/// 2021): where a class was missing the five add up to the residents; always 85+ <= 75+ <= 65+ <= residents.
/// @returns whether all five classes were told
bool complete_ages(CensusRow& row);

}  // namespace veer::importers::foreign
