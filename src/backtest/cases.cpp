#include "backtest/cases.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <span>

#include "backtest/observables.hpp"

namespace veer::backtest {

namespace {

/// A table with the columns that are asked of it.
class Reader {
 public:
  Reader(const formats::Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  bool require(std::initializer_list<const char*> columns) {
    bool all = true;
    for (const char* const column : columns) {
      if (table_.column(column)) continue;
      diagnostics_.error({"backtest.column.missing", {column}}, {.file = table_.file, .row = 1});
      all = false;
    }
    return all;
  }
  [[nodiscard]] std::string text(std::size_t row, const char* column) const {
    const auto at = table_.column(column);
    return at ? table_.rows[row][*at] : std::string();
  }
  std::string id(std::size_t row, const char* column) {
    std::string out = text(row, column);
    if (out.empty()) tell(row, column, {"backtest.cell.empty", {}});
    return out;
  }
  double number(std::size_t row, const char* column, double least, double most) {
    const std::string cell = text(row, column);
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size() || !std::isfinite(value) || value < least ||
        value > most)
      tell(row, column, {"backtest.number", {canonical_number(least), canonical_number(most), cell}});
    return value;
  }
  /// The place of the word among those allowed; 0 after an error.
  std::size_t word(std::size_t row, const char* column, std::span<const std::string_view> allowed) {
    const std::string cell = text(row, column);
    const auto found = std::find(allowed.begin(), allowed.end(), cell);
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    std::string list;
    for (const std::string_view name : allowed) list += (list.empty() ? "" : ", ") + std::string(name);
    const std::vector<std::string> names(allowed.begin(), allowed.end());
    const std::string near = nearest_word(cell, names);
    tell(row, column,
         near.empty() ? Message{"backtest.word", {cell, list}} : Message{"backtest.word.near", {cell, near, list}});
    return 0;
  }
  void tell(std::size_t row, const char* column, Message message) {
    diagnostics_.error(std::move(message), {.file = table_.file, .row = table_.line(row), .column = column});
  }

 private:
  const formats::Table& table_;
  Diagnostics& diagnostics_;
};

constexpr double most_customers = 2e9;
constexpr double most_hours = 87'660;  // ten years

}  // namespace

std::optional<Cases> read_cases(const formats::Table& cases, const formats::Table& observations,
                                Diagnostics& diagnostics) {
  Cases out;
  Reader of_cases(cases, diagnostics);
  Reader of_seen(observations, diagnostics);
  const bool complete = of_cases.require({"case", "name", "cause", "season", "customers_out"});
  if (!of_seen.require({"case", "t_hours", "observable", "observed_low", "observed_high"}) || !complete)
    return std::nullopt;

  std::map<std::string, std::size_t> known;
  for (std::size_t row = 0; row < cases.rows.size(); ++row) {
    Case read;
    read.id = of_cases.id(row, "case");
    read.name = of_cases.text(row, "name");
    read.cause = static_cast<Cause>(of_cases.word(row, "cause", cause_names));
    read.season = season_names[of_cases.word(row, "season", season_names)];
    read.customers_out = of_cases.number(row, "customers_out", 1, most_customers);
    read.in_sources = of_cases.text(row, "in_sources") == "true";
    if (!read.id.empty() && !known.emplace(read.id, out.cases.size()).second)
      of_cases.tell(row, "case", {"backtest.case.twice", {read.id}});
    out.cases.push_back(std::move(read));
  }
  std::vector<std::string> ids;
  for (const auto& [id, index] : known) ids.push_back(id);
  for (std::size_t row = 0; row < observations.rows.size(); ++row) {
    Observation read;
    read.t_hours = of_seen.number(row, "t_hours", 0, most_hours);
    const std::string id = of_seen.id(row, "case");
    if (const auto found = known.find(id); found != known.end()) {
      read.case_index = found->second;
    } else if (!id.empty()) {
      const std::string near = nearest_word(id, ids);
      of_seen.tell(row, "case",
                   near.empty() ? Message{"backtest.case.unknown", {id}} : Message{"backtest.case.near", {id, near}});
    }
    read.observable = observable_names()[of_seen.word(row, "observable", observable_names())];
    read.low = of_seen.number(row, "observed_low", 0, 1e9);
    read.high = of_seen.number(row, "observed_high", 0, 1e9);
    if (read.high < read.low)
      of_seen.tell(row, "observed_high", {"backtest.range", {of_seen.text(row, "observed_low")}});
    read.unit = of_seen.text(row, "unit");
    read.note = of_seen.text(row, "note");
    read.source = of_seen.text(row, "source");
    out.observations.push_back(std::move(read));
  }
  if (diagnostics.error_count() > 0) return std::nullopt;
  return out;
}

}  // namespace veer::backtest
