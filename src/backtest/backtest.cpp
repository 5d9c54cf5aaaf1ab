#include "backtest/backtest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "backtest/observables.hpp"

namespace veer::backtest {

namespace {

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

/// The smallest value that at least a share p of all do not exceed.
double quantile(const std::vector<double>& sorted, double p) {
  const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

/// By observable seen in two cases or more: highest value less the lowest.
std::map<std::string_view, double> spreads(const Cases& cases) {
  struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    std::set<std::size_t> cases;
  };
  std::map<std::string_view, Range> ranges;
  for (const Observation& seen : cases.observations) {
    Range& range = ranges[seen.observable];
    range.low = std::min(range.low, seen.low);
    range.high = std::max(range.high, seen.high);
    range.cases.insert(seen.case_index);
  }
  std::map<std::string_view, double> out;
  for (const auto& [name, range] : ranges)
    if (range.cases.size() > 1 && range.high > range.low) out[name] = range.high - range.low;
  return out;
}

Prediction predict_one(const Observation& seen, const Case& of, std::optional<double> spread,
                       const Settings& settings) {
  std::vector<double> values;
  values.reserve(settings.replicas);
  for (std::uint32_t replica = 0; replica < settings.replicas; ++replica)
    values.push_back(predict(seen.observable, of, seen.t_hours, {settings.seed, of.id, replica}));
  std::sort(values.begin(), values.end());
  Prediction out;
  out.p05 = quantile(values, 0.05);
  out.p50 = quantile(values, 0.5);
  out.p95 = quantile(values, 0.95);
  const double middle = (seen.low + seen.high) / 2;
  out.inside = seen.low <= out.p95 && out.p05 <= seen.high;
  out.middle_inside = out.p05 <= middle && middle <= out.p95;
  if (spread) out.width_ratio = (out.p95 - out.p05) / *spread;
  if (!out.inside) out.miss = std::max(out.p05 - seen.high, seen.low - out.p95) / std::max(out.p95, seen.high);
  return out;
}

}  // namespace

Report run(const Cases& cases, const Settings& settings) {
  Report out;
  const auto spread = spreads(cases);
  std::vector<double> widths;
  std::size_t inside = 0;
  std::size_t middle_inside = 0;
  const auto spread_of = [&spread](std::string_view observable) -> std::optional<double> {
    const auto found = spread.find(observable);
    return found == spread.end() ? std::nullopt : std::optional(found->second);
  };
  for (const Observation& seen : cases.observations) {
    const Prediction& told = out.predictions.emplace_back(
        predict_one(seen, cases.cases[seen.case_index], spread_of(seen.observable), settings));
    if (told.width_ratio) widths.push_back(*told.width_ratio);
    inside += told.inside ? 1U : 0U;
    middle_inside += told.middle_inside ? 1U : 0U;
  }
  for (const std::string_view name : observable_names()) {
    Score score;
    score.observable = name;
    std::vector<double> own;
    for (std::size_t i = 0; i < cases.observations.size(); ++i) {
      if (cases.observations[i].observable != name) continue;
      ++score.observations;
      score.inside += out.predictions[i].inside ? 1U : 0U;
      if (out.predictions[i].width_ratio) own.push_back(*out.predictions[i].width_ratio);
    }
    if (score.observations == 0) continue;
    score.spread = spread_of(name);
    score.median_width_ratio = median(own);
    out.scores.push_back(score);
  }
  const double count = std::max(1.0, static_cast<double>(cases.observations.size()));
  out.share_inside = static_cast<double>(inside) / count;
  out.share_middle_inside = static_cast<double>(middle_inside) / count;
  out.median_width_ratio = median(widths);
  return out;
}

}  // namespace veer::backtest
