#include <algorithm>
#include <numeric>
#include <set>

#include "backtest/backtest.hpp"
#include "backtest/observables.hpp"
#include "backtest/shipped.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

constexpr std::size_t most_worst = 5;

/// How far the middle of what was seen lies from the median, in half widths of the prediction.
double off_middle(const report::BacktestRow& row) {
  const double middle = (row.observed_low + row.observed_high) / 2;
  const double half = std::max(1e-9, middle < row.p50 ? row.p50 - row.p05 : row.p95 - row.p50);
  return std::max(0.0, (middle < row.p50 ? row.p50 - middle : middle - row.p50) / half);
}

/// Those outside by how far they are off, then those of which the middle lies outside.
std::vector<std::size_t> worst(const std::vector<report::BacktestRow>& rows) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].middle_inside) out.push_back(i);
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    if (rows[a].inside != rows[b].inside) return !rows[a].inside;
    return rows[a].inside ? off_middle(rows[a]) > off_middle(rows[b]) : rows[a].miss > rows[b].miss;
  });
  if (out.size() > most_worst) out.resize(most_worst);
  return out;
}

/// What no outage of the list says anything of.
std::vector<report::Name> not_tested(const backtest::Cases& cases, const Words& words) {
  std::set<std::string_view> seen;
  std::set<std::size_t> causes;
  for (const backtest::Observation& row : cases.observations) {
    seen.insert(row.observable);
    causes.insert(static_cast<std::size_t>(cases.cases[row.case_index].cause));
  }
  std::vector<report::Name> out;
  const auto list = [&](const char* key, const std::vector<std::string>& names) {
    report::Name all;
    for (const std::string& name : names) {
      const report::Name one = words.say(name);
      all.nl += (all.nl.empty() ? "" : "; ") + one.nl;
      all.en += (all.en.empty() ? "" : "; ") + one.en;
    }
    if (!names.empty()) out.push_back(words.say(key, std::vector<report::Name>{all}));
  };
  std::vector<std::string> names;
  for (const std::string_view name : backtest::observable_names())
    if (!seen.contains(name)) names.push_back("backtest.observable." + std::string(name));
  list("study.backtest.unseen_observables", names);
  names.clear();
  for (std::size_t i = 0; i < backtest::cause_names.size(); ++i)
    if (!causes.contains(i)) names.push_back("backtest.cause." + std::string(backtest::cause_names[i]));
  list("study.backtest.unseen_causes", names);
  for (const char* const key : {"study.backtest.region", "study.backtest.people", "study.backtest.processes",
                                "study.backtest.hazards", "study.backtest.chains"})
    out.push_back(words.say(key));
  return out;
}

}  // namespace

void tell_backtest(const Words& words, report::Findings& findings) {
  const backtest::Cases& cases = backtest::shipped_cases();
  const backtest::Report report = backtest::run(cases);
  report::BacktestFinding out;
  for (const backtest::Case& row : cases.cases)
    out.outages.push_back(
        {row.id, row.name,
         words.say("backtest.cause." + std::string(backtest::cause_names[static_cast<std::size_t>(row.cause)])),
         row.season, row.customers_out, row.in_sources});
  std::vector<std::size_t> order(cases.observations.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return cases.observations[a].case_index < cases.observations[b].case_index;
  });
  for (const std::size_t i : order) {
    const backtest::Observation& seen = cases.observations[i];
    const backtest::Prediction& told = report.predictions[i];
    out.rows.push_back({.outage = seen.case_index,
                        .observable = seen.observable,
                        .name = words.say("backtest.observable." + seen.observable),
                        .t_hours = seen.t_hours,
                        .p05 = told.p05,
                        .p50 = told.p50,
                        .p95 = told.p95,
                        .observed_low = seen.low,
                        .observed_high = seen.high,
                        .inside = told.inside,
                        .middle_inside = told.middle_inside,
                        .width_ratio = told.width_ratio,
                        .miss = told.miss,
                        .source = seen.source});
    if (!cases.cases[seen.case_index].in_sources) {
      ++out.new_rows;
      out.new_inside += told.inside ? 1U : 0U;
    }
  }
  for (const backtest::Score& score : report.scores)
    out.scores.push_back({std::string(score.observable),
                          words.say("backtest.observable." + std::string(score.observable)), score.observations,
                          score.inside, score.median_width_ratio});
  out.share_inside = report.share_inside;
  out.share_middle_inside = report.share_middle_inside;
  out.median_width_ratio = report.median_width_ratio;
  out.worst = worst(out.rows);
  out.not_tested = not_tested(cases, words);
  findings.backtest = std::move(out);
}

}  // namespace veer::study
