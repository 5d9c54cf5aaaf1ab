#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace veer::importers::foreign {

/// What a column of a public file means, whatever the file calls it.
enum class Meaning {
  municipality_code,
  municipality_name,
  district_code,  ///< wijk
  district_name,
  neighbourhood_code,  ///< buurt
  neighbourhood_name,
  region_code,  ///< StatLine: the prefix of the code tells the level
  postcode,     ///< four digits
  postcode5,
  postcode6,
  water,
  residents,
  households,
  household_size,
  age_0_14,  ///< heads
  age_15_24,
  age_25_44,
  age_45_64,
  age_65_plus,
  age_75_plus,
  age_85_plus,
  percent_0_14,
  percent_15_24,
  percent_25_44,
  percent_45_64,
  percent_65_plus,
  homes,  ///< dwellings
  longitude,
  latitude,
  rd_x,
  rd_y,
  plain_x,  ///< x or y of a system that the name does not tell
  plain_y,
  name,
  house_number,
  place_name,
  kind,
  identifier,
  capacity,
  level,
  function,
  last_
};

/// Lower-case ASCII words with single underscores: "Gemeentecode", "k_65JaarOfOuder_12" → "gemeentecode",
/// "k_65jaarofouder"; the number that StatLine puts behind a column goes.
[[nodiscard]] std::string plain_name(std::string_view column);

/// Which columns of a table mean what: the first of each meaning, by one list of names that CBS, PDOK, Kadaster, grid
/// operators and OpenStreetMap have used over the years.
class Columns {
 public:
  explicit Columns(const std::vector<std::string>& names);

  [[nodiscard]] std::optional<std::size_t> find(Meaning meaning) const {
    return found_[static_cast<std::size_t>(meaning)];
  }
  [[nodiscard]] bool has(Meaning meaning) const { return find(meaning).has_value(); }
  /// Whether there is a column of that plain name.
  [[nodiscard]] bool has(std::string_view plain) const { return find(plain).has_value(); }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view plain) const;
  /// A column pair for a place: degrees, RD, or x and y.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> place() const;

 private:
  std::vector<std::string> plain_;
  std::array<std::optional<std::size_t>, static_cast<std::size_t>(Meaning::last_)> found_{};
};

}  // namespace veer::importers::foreign
