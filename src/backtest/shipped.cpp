#include "backtest/shipped.hpp"

#include "formats/csv.hpp"

namespace veer::backtest {

// Made from the files of the folder shipped/ by embed.cmake.
extern const std::string_view shipped_case_rows;
extern const std::string_view shipped_observation_rows;

const Cases& shipped_cases() {
  static const Cases all = [] {
    const auto cases = formats::parse_csv(shipped_case_rows, "cases", "cases.csv");
    const auto seen = formats::parse_csv(shipped_observation_rows, "observations", "observations.csv");
    ENSURE(cases && seen, "the shipped outages are two tables");
    Diagnostics notes;
    auto read = read_cases(*cases, *seen, notes);
    ENSURE(read.has_value(), "the shipped outages have no errors");
    return *std::move(read);
  }();
  return all;
}

}  // namespace veer::backtest
