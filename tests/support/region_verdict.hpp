#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "support/drawn_region.hpp"

namespace veer::test {

/// A pump on the grid with a battery and a generator, that serves two zones; a crisis room; one outage. No oddities.
[[nodiscard]] RegionSketch village();

/// What the builder said of some tables.
struct Verdict {
  bool built = false;
  std::vector<Problem> problems;
  [[nodiscard]] std::size_t count(const std::string& key) const;
};
[[nodiscard]] Verdict judge(const region::Tables& tables);

/// Checks that the tables have exactly one problem, of this severity, at this place, with these words.
void check_only(const region::Tables& tables, Severity severity, const std::string& table, std::size_t row,
                const std::string& column, const Message& message);
/// The same for a sketch; row 2 is the first below the header.
void check_error(const RegionSketch& sketch, const std::string& table, std::size_t row, const std::string& column,
                 const Message& message);
void check_warning(const RegionSketch& sketch, const std::string& table, std::size_t row, const std::string& column,
                   const Message& message);

}  // namespace veer::test
