#include <algorithm>

#include "people/population.hpp"
#include "sensitivity/sensitivity.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

constexpr std::size_t most_rows = 15;
/// Hundreds of pairs are tried: at three standard errors in both thirds hardly one of them flips by chance.
constexpr double least_margin = 3;

struct Named {
  report::Name name;
  std::string confidence;
};

Named named(const region::Region& region, const std::string& group) {
  const auto found = std::find_if(region.parameters.begin(), region.parameters.end(),
                                  [&](const auto& row) { return row.id == group || row.group == group; });
  if (found == region.parameters.end()) return {{group, group}, ""};
  const std::string words = found->subject + ": " + found->name;
  return {{words, words}, text_of(static_cast<region::Confidence>(found->confidence))};
}

/// Who comes first may change: things by name, each with its number in every replica.
struct Ranking {
  const char* key;
  std::vector<report::Name> names;
  std::vector<std::vector<double>> values;
};

double unmet_h(const ensemble::Outcome& outcome, std::size_t replica, std::size_t municipality, std::size_t need,
               std::size_t municipalities) {
  const std::size_t at = ((replica * municipalities + municipality) * outcome.needs + need) * people::row_count;
  return static_cast<double>(outcome.unmet[at]) / 60;
}

/// Municipalities by unmet person-hours for each resident, and daily needs by unmet person-hours.
std::vector<Ranking> rankings(const Material& material, const report::Findings& findings, std::size_t replicas) {
  const std::size_t places = findings.municipalities.size();
  Ranking municipalities{"municipalities", {}, std::vector(places, std::vector<double>(replicas, 0))};
  Ranking needs{"needs", {}, std::vector(findings.needs.size(), std::vector<double>(replicas, 0))};
  for (const auto& place : findings.municipalities) municipalities.names.push_back({place.name, place.name});
  for (const auto& need : findings.needs) needs.names.push_back(need.name);
  for (std::size_t r = 0; r < replicas; ++r)
    for (std::size_t m = 0; m < places; ++m)
      for (std::size_t n = 0; n < findings.needs.size(); ++n) {
        const double hours = unmet_h(material.outcome, r, m, n, places);
        municipalities.values[m][r] += hours / std::max(1.0, findings.municipalities[m].residents);
        needs.values[n][r] += hours;
      }
  return {std::move(municipalities), std::move(needs)};
}

}  // namespace

void tell_sensitivity(const Material& material, report::Findings& findings) {
  const ensemble::Outcome& outcome = material.outcome;
  const std::size_t n = outcome.curved;
  const auto totals = std::span(outcome.total_unmet_h).first(n);
  const auto& groups = material.scenario.compiled.group_names;
  report::SensitivityFinding out;
  out.replicas = n;
  out.figures = groups.size();
  const auto ranked = rankings(material, findings, n);
  double noise = -1;
  std::vector<double> x(n);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (std::size_t r = 0; r < n; ++r) x[r] = outcome.group_draws[g * n + r];
    const auto share = sensitivity::first_order(x, totals);
    if (!share) return;
    if (noise < 0) noise = sensitivity::pawn_noise(n);
    const double distance = *sensitivity::pawn(x, totals);
    const Named what = named(material.region, groups[g]);
    // Chance alone lifts one in forty intervals off zero: a figure is shown when PAWN sees it too.
    if (share->low > 0 && distance > noise)
      out.rows.push_back(
          {groups[g], what.name, what.confidence, share->share, share->low, share->high, distance, noise});
    for (const Ranking& ranking : ranked) {
      ++out.rankings;
      if (const auto found = sensitivity::flip(x, ranking.values, least_margin))
        out.flips.push_back({groups[g], what.name, what.confidence, ranking.key, ranking.names[found->low_first],
                             ranking.names[found->high_first], found->margin});
    }
  }
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [](const auto& a, const auto& b) { return a.first_order > b.first_order; });
  if (out.rows.size() > most_rows) out.rows.resize(most_rows);
  for (const auto& row : out.rows) out.explained += row.first_order;
  std::stable_sort(out.flips.begin(), out.flips.end(),
                   [](const auto& a, const auto& b) { return a.margin > b.margin; });
  findings.sensitivity = std::move(out);
}

}  // namespace veer::study
