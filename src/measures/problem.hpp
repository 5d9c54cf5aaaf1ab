#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace veer::measures {

/// Money without a limit: of a payer whose budget is not asked about.
inline constexpr double unlimited = std::numeric_limits<double>::infinity();

/// One measure that can be begun, as the solver sees it.
struct Candidate {
  std::string id;
  double once_eur = 0;
  double year_eur = 0;
  int lead_months = 0;
  std::vector<std::size_t> needs;     ///< candidates that must have begun in the same year or before
  std::vector<std::size_t> excludes;  ///< candidates that cannot be chosen with it
  std::vector<double> payer_share;    ///< by payer, >= 0: which part of the cost is theirs
  std::optional<std::size_t> begun;   ///< decided already: it begins in that year
  bool barred = false;                ///< decided already: it does not begin
  std::size_t earliest = 0;           ///< first year in which it may begin
};

/// What is to be as large as possible: worth of the candidates that work, plus `offset`.
///
/// Worth is counted per year in which a measure works, times the weight of that year.
struct Goal {
  std::string name;
  std::vector<double> worth;  ///< by candidate; may be negative
  double offset = 0;
};

/// A least amount of worth in the last year: the minimum of a municipality.
struct Minimum {
  std::string name;
  std::vector<double> worth;  ///< by candidate
  double least = 0;
};

/// Which measures in which year, as a question in numbers alone.
///
/// A measure that begins in year t costs `once` in t. It works after its lead time, counted from the first of January
/// of t; in each year it costs `year` times the share of the year in which it works, and its worth counts for the same
/// share. With several goals the least of them is made as large as possible.
/// @source docs/method/measures.md
struct Problem {
  std::vector<Candidate> candidates;
  std::size_t years = 0;
  std::vector<double> year_weight;  ///< by year, >= 0
  std::size_t payers = 0;
  std::vector<std::vector<double>> budget;  ///< payer × year, euros; may be unlimited
  bool carry_over = true;                   ///< what is left may be spent in a later year
  std::vector<Goal> goals;                  ///< at least one
  std::vector<Minimum> minimums;
};

/// The share of year y (0 = the first) in which a measure works that begins in year t.
[[nodiscard]] double working_share(int lead_months, std::size_t begun, std::size_t year);

/// What a candidate that begins in year t costs in year y, euros of all payers.
[[nodiscard]] double cost_in(const Candidate& candidate, std::size_t begun, std::size_t year);

/// The years of worth of a candidate that begins in year t: working shares times the weights of years.
[[nodiscard]] double worth_years(const Problem& problem, std::size_t candidate, std::size_t begun);

/// In which year each candidate begins; nothing: never.
using Phasing = std::vector<std::optional<std::size_t>>;

/// The least of the goals under a phasing.
[[nodiscard]] double value_of(const Problem& problem, const Phasing& phasing);

/// Euros by payer and year, payer-major.
[[nodiscard]] std::vector<std::vector<double>> spending(const Problem& problem, const Phasing& phasing);

/// The first payer who is asked for more than it has by some year; nothing: all can pay.
[[nodiscard]] std::optional<std::size_t> short_payer(const Problem& problem, const Phasing& phasing);

/// What a phasing breaks first, for tests and messages; empty: it keeps to everything.
[[nodiscard]] std::string broken(const Problem& problem, const Phasing& phasing);

}  // namespace veer::measures
