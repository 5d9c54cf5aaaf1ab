#include "siting/pair_dual.hpp"

#include <algorithm>

namespace veer::siting {

namespace {

std::vector<Choice> decided(const MedianProblem& problem) {
  return problem.choice.empty() ? std::vector<Choice>(problem.site_count, Choice::free) : problem.choice;
}

}  // namespace

PairDual::PairDual(MedianProblem& first, MedianProblem& second, const std::vector<double>& place_cost)
    : first_(first),
      second_(second),
      place_cost_(place_cost),
      first_choice_(decided(first)),
      second_choice_(decided(second)),
      first_dual_(first, first_choice_),
      second_dual_(second, second_choice_),
      direction_(place_cost.size(), 0) {}

std::vector<Site> PairDual::chosen(const MedianDual& dual) {
  std::vector<Site> sites = dual.chooser().chosen();
  std::sort(sites.begin(), sites.end());
  return sites;
}

double PairDual::evaluate(const PairPrices& m) {
  first_.fixed = m.place;
  second_.fixed.resize(place_cost_.size());
  for (Site site = 0; site < place_cost_.size(); ++site) second_.fixed[site] = place_cost_[site] - m.place[site];
  const double first = first_dual_.evaluate(m.first);
  const double second = second_dual_.evaluate(m.second);
  return first == -unreachable || second == -unreachable ? -unreachable : first + second;
}

double PairDual::turn(const PairPrices& m) {
  constexpr double memory = 0.3;  // as in MedianDual
  double squares = first_dual_.turn(m.first) + second_dual_.turn(m.second);
  double slack_squares = squares;
  for (Site site = 0; site < place_cost_.size(); ++site) {
    double slope = static_cast<double>(first_dual_.chooser().is_chosen(site)) -
                   static_cast<double>(second_dual_.chooser().is_chosen(site));
    if ((slope > 0 && m.place[site] >= place_cost_[site]) || (slope < 0 && m.place[site] <= 0)) slope = 0;
    slack_squares += slope * slope;
    direction_[site] = slope + memory * direction_[site];
    squares += direction_[site] * direction_[site];
  }
  return slack_squares == 0 ? 0 : squares;
}

void PairDual::step(PairPrices& m, double length) const {
  first_dual_.step(m.first, length);
  second_dual_.step(m.second, length);
  for (Site site = 0; site < place_cost_.size(); ++site)
    m.place[site] = std::clamp(m.place[site] + length * direction_[site], 0.0, place_cost_[site]);
}

void PairDual::forget() {
  first_dual_.forget();
  second_dual_.forget();
  direction_.assign(place_cost_.size(), 0);
}

}  // namespace veer::siting
