#include "study/measure_account.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "study/choose_measures.hpp"

namespace veer::study {

namespace {

/// Whether a measure that begins on the first of January of one year works at the end of another.
bool works_by(const region::Measure& measure, int begun, int year) {
  constexpr int months_per_year = 12;
  return begun <= year && std::ceil(measure.lead_time_months) <= months_per_year * (year - begun + 1);
}

/// What these measures take away, weighted over the hazards.
Result<measures::Worth> worth_in(MeasureWorld& world, const std::vector<std::size_t>& package,
                                 const std::vector<std::pair<std::string, double>>& hazards) {
  TRY(const auto without, world.effects({}));
  TRY(const auto with, world.effects(package));
  std::vector<measures::Worth> worths;
  std::vector<double> weights;
  for (std::size_t h = 0; h < hazards.size(); ++h) {
    worths.push_back(measures::worth_of(without[h], with[h]));
    weights.push_back(hazards[h].second);
  }
  return measures::weighted(worths, weights);
}

std::size_t count_of_payer(const region::Region& region, const std::vector<std::size_t>& package,
                           region::OrganisationId payer) {
  return static_cast<std::size_t>(std::count_if(
      package.begin(), package.end(), [&](std::size_t measure) { return region.measures[measure].payer == payer; }));
}

}  // namespace

AccountSets account_sets(const region::Region& region, const std::vector<region::AccountRow>& rows, int year) {
  std::map<std::size_t, int> begun;
  std::map<std::size_t, const region::AccountRow*> latest;
  for (const region::AccountRow& row : rows) {
    const auto [first, fresh] = begun.emplace(row.measure, row.year);
    if (!fresh) first->second = std::min(first->second, row.year);
    if (row.year > year) continue;
    const region::AccountRow*& last = latest[row.measure];
    if (last == nullptr || last->year < row.year) last = &row;
  }
  AccountSets out;
  for (const auto& [measure, first] : begun)
    if (works_by(region.measures[measure], first, year)) out.promised.push_back(measure);
  for (const auto& [measure, row] : latest) {
    if (row->delivered == region::Delivered::yes) out.delivered.push_back(measure);
    if (row->delivered == region::Delivered::partly) out.partly.push_back(measure);
  }
  return out;
}

Result<report::MeasureAccount> account_of(const region::Region& region, const std::vector<region::AccountRow>& rows,
                                          MeasureWorld& world,
                                          const std::vector<std::pair<std::string, double>>& hazards) {
  report::MeasureAccount out;
  if (rows.empty()) return out;
  const auto earlier = [](const region::AccountRow& a, const region::AccountRow& b) { return a.year < b.year; };
  const int first = std::min_element(rows.begin(), rows.end(), earlier)->year;
  const int last = std::max_element(rows.begin(), rows.end(), earlier)->year;
  std::vector<region::OrganisationId> payers;
  for (std::size_t o = 0; o < region.organisations.size(); ++o) {
    const auto id = region::OrganisationId(o);
    if (std::none_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return region.measures[row.measure].payer == id; }))
      continue;
    payers.push_back(id);
    out.payers.push_back({region.organisations[o].id, region.organisations[o].name, {}});
  }
  for (int year = first; year <= last; ++year) {
    const AccountSets sets = account_sets(region, rows, year);
    report::AccountYear told;
    told.year = year;
    told.promised = sets.promised.size();
    told.delivered = sets.delivered.size();
    told.partly = sets.partly.size();
    TRY(const auto promised, worth_in(world, sets.promised, hazards));
    TRY(const auto delivered, worth_in(world, sets.delivered, hazards));
    told.promised_worth = shown(promised);
    told.delivered_worth = shown(delivered);
    for (std::size_t p = 0; p < payers.size(); ++p) {
      report::AccountPayer::Year own{.year = year,
                                     .planned_eur = 0,
                                     .spent_eur = 0,
                                     .promised = count_of_payer(region, sets.promised, payers[p]),
                                     .delivered = count_of_payer(region, sets.delivered, payers[p])};
      for (const region::AccountRow& row : rows) {
        if (row.year != year || region.measures[row.measure].payer != payers[p]) continue;
        own.planned_eur += row.planned_eur;
        own.spent_eur += row.spent_eur.value_or(0);
      }
      told.planned_eur += own.planned_eur;
      told.spent_eur += own.spent_eur;
      out.payers[p].years.push_back(own);
    }
    out.years.push_back(told);
  }
  for (const region::AccountRow& row : rows) {
    const region::Measure& measure = region.measures[row.measure];
    report::AccountMeasure told;
    told.id = measure.id;
    told.name = {measure.name_nl, measure.name_en};
    told.payer = region.organisations[measure.payer.index()].name;
    told.year = row.year;
    told.planned_eur = row.planned_eur;
    told.spent_eur = row.spent_eur;
    told.delivered = region::text_of(row.delivered);
    told.date = row.date;
    told.note = row.note;
    told.expressed = world.expressed(row.measure);
    out.rows.push_back(std::move(told));
  }
  return out;
}

}  // namespace veer::study
