#include "measures/rows.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace veer::measures {

namespace {

/// What budgets may be overrun by: less than half a cent is rounding.
constexpr double cent = 0.005;

class Builder {
 public:
  explicit Builder(const Problem& problem) : problem_(problem) {
    out_.options.resize(problem.candidates.size());
    for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
      out_.options[i].resize(1 + problem.years);
      std::uint32_t allowed = 1;
      for (std::size_t t = problem.candidates[i].earliest; t < problem.years; ++t) allowed |= 2U << t;
      if (problem.candidates[i].barred) allowed = 1;
      if (problem.candidates[i].begun) allowed = 2U << *problem.candidates[i].begun;
      out_.allowed.push_back(allowed);
      for (std::size_t o = 0; o <= problem.years; ++o)
        for (const Goal& goal : problem.goals)
          out_.options[i][o].worth.push_back(o == 0 ? 0 : goal.worth[i] * worth_years(problem, i, o - 1));
    }
  }

  Rows build() && {
    budgets();
    needs();
    exclusions();
    minimums();
    return std::move(out_);
  }

 private:
  using Factor = std::function<double(std::size_t candidate, std::size_t year)>;

  /// A row in which a candidate counts by the year it begins.
  void add(double right, const Factor& factor) {
    double most = 0;
    for (std::size_t i = 0; i < out_.options.size(); ++i) {
      double own = -std::numeric_limits<double>::infinity();
      for (std::size_t o = 0; o <= problem_.years; ++o)
        if ((out_.allowed[i] >> o & 1U) != 0) own = std::max(own, o == 0 ? 0 : factor(i, o - 1));
      most += own;
    }
    if (most <= right) return;
    const auto row = static_cast<std::uint32_t>(out_.right.size());
    out_.right.push_back(right);
    for (std::size_t i = 0; i < out_.options.size(); ++i)
      for (std::size_t t = 0; t < problem_.years; ++t)
        if (const double value = factor(i, t); value != 0) out_.options[i][1 + t].entries.push_back({row, value});
  }

  void budgets() {
    for (std::size_t payer = 0; payer < problem_.payers; ++payer) {
      double sum = 0;
      for (std::size_t year = 0; year < problem_.years; ++year) {
        sum = (problem_.carry_over ? sum : 0) + problem_.budget[payer][year];
        if (!std::isfinite(sum)) continue;
        const std::size_t first = problem_.carry_over ? 0 : year;
        add(sum + cent, [&](std::size_t i, std::size_t t) {
          double cost = 0;
          for (std::size_t y = first; y <= year; ++y) cost += cost_in(problem_.candidates[i], t, y);
          return problem_.candidates[i].payer_share[payer] * cost;
        });
      }
    }
  }

  void needs() {
    for (std::size_t i = 0; i < problem_.candidates.size(); ++i)
      for (const std::size_t other : problem_.candidates[i].needs)
        for (std::size_t year = 0; year < problem_.years; ++year)
          add(0, [&](std::size_t j, std::size_t t) {
            if (t > year) return 0.0;
            return j == i ? 1.0 : j == other ? -1.0 : 0.0;
          });
  }

  void exclusions() {
    for (std::size_t i = 0; i < problem_.candidates.size(); ++i)
      for (const std::size_t other : problem_.candidates[i].excludes) {
        const auto& back = problem_.candidates[other].excludes;
        if (other < i && std::find(back.begin(), back.end(), i) != back.end()) continue;  // the pair has its row
        add(1, [&](std::size_t j, std::size_t) { return j == i || j == other ? 1.0 : 0.0; });
      }
  }

  void minimums() {
    for (const Minimum& minimum : problem_.minimums)
      add(-minimum.least + 1e-9 * (1 + minimum.least), [&](std::size_t i, std::size_t t) {
        return -minimum.worth[i] * working_share(problem_.candidates[i].lead_months, t, problem_.years - 1);
      });
  }

  const Problem& problem_;
  Rows out_;
};

}  // namespace

Rows to_rows(const Problem& problem) { return Builder(problem).build(); }

}  // namespace veer::measures
