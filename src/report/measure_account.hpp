#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/measure_plan.hpp"

namespace veer::report {

/// A row of the account: one measure in one year.
struct AccountMeasure {
  std::string id;
  Name name;
  std::string payer;  ///< name of an organisation
  int year = 0;
  double planned_eur = 0;
  std::optional<double> spent_eur;  ///< nothing: not yet known
  std::string delivered = "no";     ///< no, partly or yes
  std::string date;                 ///< from which it works, ISO 8601; empty: not delivered
  std::string note;
  bool expressed = false;  ///< the model can express what it changes
};

/// What stood at the end of a year of the account.
struct AccountYear {
  int year = 0;
  double planned_eur = 0, spent_eur = 0;                ///< of that year
  std::size_t promised = 0, delivered = 0, partly = 0;  ///< measures up to then
  /// When the hazard strikes with what was promised by then, and with what was delivered; both played by the engine.
  MeasureWorth promised_worth, delivered_worth;
};

struct AccountPayer {
  struct Year {
    int year = 0;
    double planned_eur = 0, spent_eur = 0;
    std::size_t promised = 0, delivered = 0;  ///< measures of that payer up to then
  };
  std::string id, name;
  std::vector<Year> years;
};

/// What became of the measures: planned, spent, delivered, and the effect of what was really delivered.
struct MeasureAccount {
  std::vector<AccountYear> years;
  std::vector<AccountPayer> payers;
  std::vector<AccountMeasure> rows;  ///< in the order of the table
};

/// The account for machines: what `veer choose --account --json` prints, and Maatregelverantwoording of
/// schema/openapi.json. Ends with a newline.
[[nodiscard]] std::string account_json(const MeasureAccount& account, double seconds);

}  // namespace veer::report
