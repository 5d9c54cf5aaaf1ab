#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "region/cells.hpp"
#include "region/schema.hpp"

namespace veer::region {

enum class Delivered : std::uint8_t { no, partly, yes };
[[nodiscard]] const char* text_of(Delivered delivered);

/// What became of one measure in one year.
struct AccountRow {
  std::string id;
  std::size_t measure = 0;  ///< index in Region::measures
  int year = 0;
  double planned_eur = 0;           ///< planned for it in that year
  std::optional<double> spent_eur;  ///< nothing: not yet known
  Delivered delivered = Delivered::no;
  std::string date;  ///< day from which it works, ISO 8601; empty unless delivered
  std::string note;
};

/// The rows of the table `measure_account`, in its order. No outcome of the model depends on them, so they are no part
/// of a Region: the account says what happened, the region how it is now.
///
/// Told with its place: a measure that stands twice in one year; a measure that was delivered and later is not; a day
/// that is none, lies after its year, or stands without `yes`; `yes` without a day in the first year in which it
/// stands.
/// @pre check_cells has been called, or the schema is held to otherwise
[[nodiscard]] std::vector<AccountRow> read_measure_account(const Cells& cells);

/// The same of a package that build_region has accepted: nothing is told.
[[nodiscard]] std::vector<AccountRow> measure_account(const Tables& tables);

}  // namespace veer::region
