#include "measures/problem.hpp"

#include <algorithm>

namespace veer::measures {

namespace {

constexpr int months_per_year = 12;
/// Euros are whole; what differs by less is rounding.
constexpr double cent = 0.005;

}  // namespace

double working_share(int lead_months, std::size_t begun, std::size_t year) {
  if (year < begun) return 0;
  const int months = months_per_year * (static_cast<int>(year - begun) + 1) - lead_months;
  return static_cast<double>(std::clamp(months, 0, months_per_year)) / months_per_year;
}

double cost_in(const Candidate& candidate, std::size_t begun, std::size_t year) {
  return (year == begun ? candidate.once_eur : 0) +
         candidate.year_eur * working_share(candidate.lead_months, begun, year);
}

double worth_years(const Problem& problem, std::size_t candidate, std::size_t begun) {
  double out = 0;
  for (std::size_t year = begun; year < problem.years; ++year)
    out += problem.year_weight[year] * working_share(problem.candidates[candidate].lead_months, begun, year);
  return out;
}

double value_of(const Problem& problem, const Phasing& phasing) {
  double least = std::numeric_limits<double>::infinity();
  for (const Goal& goal : problem.goals) {
    double sum = goal.offset;
    for (std::size_t i = 0; i < phasing.size(); ++i)
      if (phasing[i]) sum += goal.worth[i] * worth_years(problem, i, *phasing[i]);
    least = std::min(least, sum);
  }
  return least;
}

std::vector<std::vector<double>> spending(const Problem& problem, const Phasing& phasing) {
  std::vector<std::vector<double>> out(problem.payers, std::vector<double>(problem.years, 0));
  for (std::size_t i = 0; i < phasing.size(); ++i) {
    if (!phasing[i]) continue;
    const Candidate& candidate = problem.candidates[i];
    for (std::size_t year = 0; year < problem.years; ++year) {
      const double cost = cost_in(candidate, *phasing[i], year);
      for (std::size_t payer = 0; payer < problem.payers; ++payer)
        out[payer][year] += candidate.payer_share[payer] * cost;
    }
  }
  return out;
}

std::optional<std::size_t> short_payer(const Problem& problem, const Phasing& phasing) {
  const auto spent = spending(problem, phasing);
  for (std::size_t payer = 0; payer < problem.payers; ++payer) {
    double left = 0;
    for (std::size_t year = 0; year < problem.years; ++year) {
      left = (problem.carry_over ? left : 0) + problem.budget[payer][year] - spent[payer][year];
      if (left < -cent) return payer;
    }
  }
  return std::nullopt;
}

std::string broken(const Problem& problem, const Phasing& phasing) {
  for (std::size_t i = 0; i < phasing.size(); ++i) {
    const Candidate& candidate = problem.candidates[i];
    if (candidate.barred && phasing[i]) return candidate.id + " is barred";
    if (candidate.begun && phasing[i] != candidate.begun) return candidate.id + " was decided";
    if (!phasing[i]) continue;
    if (*phasing[i] < candidate.earliest) return candidate.id + " begins too early";
    for (const std::size_t other : candidate.needs)
      if (!phasing[other] || *phasing[other] > *phasing[i])
        return candidate.id + " needs " + problem.candidates[other].id;
    for (const std::size_t other : candidate.excludes)
      if (phasing[other]) return candidate.id + " rules out " + problem.candidates[other].id;
  }
  if (const auto payer = short_payer(problem, phasing)) return "payer " + std::to_string(*payer) + " is short";
  for (const Minimum& minimum : problem.minimums) {
    double sum = 0;
    for (std::size_t i = 0; i < phasing.size(); ++i)
      if (phasing[i])
        sum += minimum.worth[i] * working_share(problem.candidates[i].lead_months, *phasing[i], problem.years - 1);
    if (sum < minimum.least - 1e-9 * (1 + minimum.least)) return "minimum " + minimum.name;
  }
  return {};
}

}  // namespace veer::measures
