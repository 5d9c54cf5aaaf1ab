#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace veer::measures {

/// Euros by year, consecutive.
struct YearlyMoney {
  int first_year = 0;
  std::vector<double> eur;
};

/// "640k", "1.28M", "250000": euros. @errors invalid_input: no amount; negative
[[nodiscard]] Result<double> parse_euros(std::string_view text);

/// "2025=640k,2026=1.28M". Years may stand in any order.
/// @errors invalid_input: a part is no year=amount; a year stands twice; a year in between is missing; an amount is
/// negative; all are zero
/// @param may_be_nothing  all may be zero: a payer that has nothing
[[nodiscard]] Result<YearlyMoney> parse_budget(std::string_view text, bool may_be_nothing = false);

/// "10M,20M,70M" from a first year on. @errors as parse_budget
[[nodiscard]] Result<YearlyMoney> parse_series(std::string_view text, int first_year);

/// How one sum is divided over municipalities.
///
/// population: residents · equal: the same for each · area: land · vulnerability: heads of the groups at risk ·
/// votes: votes in the general board by size class (FIN04) · own: shares that were given.
enum class Key : std::uint8_t { population, equal, area, vulnerability, votes, own };
inline constexpr std::array<const char*, 6> key_names{"population", "equal", "area", "vulnerability", "votes", "own"};

/// What a municipality brings to the keys.
struct KeyFacts {
  std::string id;
  double residents = 0;
  double area_km2 = 0;
  double vulnerable = 0;
  double own_share = 0;
};

/// Votes in the general board by residents: below 30,000 one, 90,000 two, 150,000 three, 300,000 four, else five.
/// @source FIN04
[[nodiscard]] int votes_of(double residents);

/// The share of each, summing to 1. @errors invalid_input: a key that adds up to nothing
[[nodiscard]] Result<std::vector<double>> shares(Key key, const std::vector<KeyFacts>& facts);

}  // namespace veer::measures
