#include "mip/lp_file.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>

namespace veer::mip {

namespace {

/// LP readers break long lines badly; this many terms stand on one.
constexpr std::size_t terms_per_line = 8;

void write_terms(std::string& out, const std::vector<Term>& terms) {
  std::size_t written = 0;
  for (const Term& term : terms) {
    if (term.factor == 0) continue;
    if (written > 0 && written % terms_per_line == 0) out += "\n ";
    ++written;
    out += term.factor < 0 ? " - " : " + ";
    out += canonical_number(std::abs(term.factor)) + " x" + std::to_string(term.column);
  }
}

Error unreadable(std::string_view what) {
  return {ErrorKind::unavailable, {"mip.cbc.unreadable", {std::string(what.substr(0, 80))}}, {}, {}};
}

/// The number behind `label`, or nothing.
std::optional<double> number_behind(std::string_view text, std::string_view label) {
  const auto at = text.rfind(label);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(at + label.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  double value = 0;
  const auto [end, status] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (status != std::errc{} || end == rest.data()) return std::nullopt;
  return value;
}

Result<SolutionStatus> status_of(std::string_view line) {
  const auto begins = [line](std::string_view words) { return line.starts_with(words); };
  if (begins("Optimal")) return SolutionStatus::optimal;
  if (begins("Infeasible") || begins("Integer infeasible")) return SolutionStatus::infeasible;
  if (begins("Stopped") || begins("Status unknown"))
    return line.find("no integer solution") == std::string_view::npos ? SolutionStatus::feasible : SolutionStatus::none;
  return fail(unreadable(line));
}

}  // namespace

std::string to_lp(const Model& model) {
  std::string out = "Minimize\n obj:";
  std::vector<Term> costs;
  for (Column j = 0; j < model.columns.size(); ++j) costs.push_back({j, model.columns[j].cost});
  write_terms(out, costs);
  out += "\nSubject To\n";
  for (std::size_t r = 0; r < model.rows.size(); ++r) {
    const Row& row = model.rows[r];
    out += " r" + std::to_string(r) + ":";
    write_terms(out, row.terms);
    out += row.sense == Sense::at_most ? " <= " : row.sense == Sense::at_least ? " >= " : " = ";
    out += canonical_number(row.right) + "\n";
  }
  out += "Bounds\n";
  for (Column j = 0; j < model.columns.size(); ++j) {
    const auto& column = model.columns[j];
    out += " " + canonical_number(column.low) + " <= x" + std::to_string(j);
    if (std::isfinite(column.high)) out += " <= " + canonical_number(column.high);
    out += "\n";
  }
  out += "Generals\n";
  for (Column j = 0; j < model.columns.size(); ++j)
    if (model.columns[j].whole) out += " x" + std::to_string(j) + "\n";
  out += "End\n";
  return out;
}

std::string to_mps(const Model& model) {
  std::string out = "NAME veer FREE\nROWS\n N obj\n";
  std::vector<std::vector<std::pair<std::size_t, double>>> columns(model.columns.size());
  for (std::size_t r = 0; r < model.rows.size(); ++r) {
    const Row& row = model.rows[r];
    out += row.sense == Sense::at_most ? " L r" : row.sense == Sense::at_least ? " G r" : " E r";
    out += std::to_string(r) + "\n";
    for (const Term& term : row.terms) {
      auto& own = columns[term.column];
      if (!own.empty() && own.back().first == r) {
        own.back().second += term.factor;
      } else {
        own.emplace_back(r, term.factor);
      }
    }
  }
  out += "COLUMNS\n";
  bool whole = false;
  const auto marker = [&](bool on) {
    if (on == whole) return;
    whole = on;
    out += std::string(" MARKER 'MARKER' '") + (on ? "INTORG" : "INTEND") + "'\n";
  };
  for (std::size_t j = 0; j < model.columns.size(); ++j) {
    marker(model.columns[j].whole);
    const std::string name = " x" + std::to_string(j) + " ";
    out += name + "obj " + canonical_number(model.columns[j].cost) + "\n";
    for (const auto& [row, factor] : columns[j])
      if (factor != 0) out += name + "r" + std::to_string(row) + " " + canonical_number(factor) + "\n";
  }
  marker(false);
  out += "RHS\n";
  for (std::size_t r = 0; r < model.rows.size(); ++r)
    if (model.rows[r].right != 0)
      out += " RHS r" + std::to_string(r) + " " + canonical_number(model.rows[r].right) + "\n";
  out += "BOUNDS\n";
  for (std::size_t j = 0; j < model.columns.size(); ++j) {
    const auto& column = model.columns[j];
    out += " LO BND x" + std::to_string(j) + " " + canonical_number(column.low) + "\n";
    out += std::isfinite(column.high) ? " UP BND x" + std::to_string(j) + " " + canonical_number(column.high) + "\n"
                                      : " PL BND x" + std::to_string(j) + "\n";
  }
  return out + "ENDATA\n";
}

Result<Solution> parse_cbc_solution(std::string_view text, std::size_t columns) {
  const std::string_view first = text.substr(0, text.find('\n'));
  Solution solution;
  TRY(solution.status, status_of(first));
  if (solution.status == SolutionStatus::infeasible || solution.status == SolutionStatus::none) return solution;
  solution.values.assign(columns, 0);
  std::istringstream lines{std::string(text.substr(std::min(first.size() + 1, text.size())))};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string number;
    std::string name;
    std::string value;
    words >> number;
    if (number == "**") words >> number;
    words >> name >> value;
    std::size_t column = 0;
    double amount = 0;
    const bool named = name.starts_with('x') &&
                       std::from_chars(name.data() + 1, name.data() + name.size(), column).ec == std::errc{} &&
                       column < columns;
    if (!named || std::from_chars(value.data(), value.data() + value.size(), amount).ec != std::errc{})
      return fail(unreadable(line));
    solution.values[column] = amount;
  }
  return solution;
}

double parse_cbc_bound(std::string_view log) {
  if (const auto bound = number_behind(log, "Lower bound:")) return *bound;
  return -infinite;
}

}  // namespace veer::mip
