#include "siting/median_dual.hpp"

#include <algorithm>
#include <numeric>

namespace veer::siting {

MedianDual::MedianDual(const MedianProblem& problem, std::span<const Choice> choice)
    : problem_(problem),
      choice_(choice),
      chooser_(problem),
      reduced_(problem.site_count, 0),
      use_(problem.site_count, 0) {
  row_begin_.push_back(0);
  for (std::size_t i = 0; i < problem.customer_count(); ++i) {
    for (const Arc& arc : problem.row(i)) {
      if (choice[arc.site] == Choice::closed) continue;
      cost_.push_back(arc.cost);
      site_.push_back(arc.site);
    }
    row_begin_.push_back(cost_.size());
  }
}

double MedianDual::evaluate(const Multipliers& m) {
  for (Site site = 0; site < problem_.site_count; ++site)
    reduced_[site] = problem_.fixed_of(site) + m.side * problem_.price_of(site);
  for (std::size_t i = 0; i < problem_.customer_count(); ++i) {
    const double pays = m.customer[i];
    for (std::size_t at = row_begin_[i]; at < row_begin_[i + 1] && cost_[at] < pays; ++at)
      reduced_[site_[at]] += cost_[at] - pays;
  }
  if (!chooser_.choose(reduced_, choice_)) return -unreachable;
  remember_use();
  return std::accumulate(m.customer.begin(), m.customer.end(), chooser_.sum()) - m.side * problem_.budget;
}

double MedianDual::turn(const Multipliers& m) {
  constexpr double memory = 0.3;  // share of the last direction that stays
  double squares = 0;
  double slack_squares = 0;
  for (std::size_t i = 0; i < problem_.customer_count(); ++i) {
    const double pays = m.customer[i];
    int times = 0;
    for (std::size_t at = row_begin_[i]; at < row_begin_[i + 1] && cost_[at] < pays; ++at)
      times += chooser_.is_chosen(site_[at]) ? 1 : 0;
    double slope = 1 - times;
    if ((slope > 0 && pays >= problem_.outside[i]) || (slope < 0 && pays <= 0)) slope = 0;
    slack_squares += slope * slope;
    direction_[i] = slope + memory * direction_[i];
    squares += direction_[i] * direction_[i];
  }
  if (!problem_.price.empty()) {
    double slope = -problem_.budget;
    for (const Site site : chooser_.chosen()) slope += problem_.price_of(site);
    if (slope < 0 && m.side <= 0) slope = 0;
    // The budget is of another size than a count of customers; scaled by it, one step length serves both.
    slope *= static_cast<double>(problem_.customer_count()) / std::max(problem_.budget, 1e-9);
    slack_squares += slope * slope;
    direction_.back() = slope + memory * direction_.back();
    squares += direction_.back() * direction_.back();
  }
  return slack_squares == 0 ? 0 : squares;
}

void MedianDual::step(Multipliers& m, double length) const {
  for (std::size_t i = 0; i < m.customer.size(); ++i)
    m.customer[i] = std::clamp(m.customer[i] + length * direction_[i], 0.0, problem_.outside[i]);
  if (problem_.price.empty()) return;
  const double scale = static_cast<double>(problem_.customer_count()) / std::max(problem_.budget, 1e-9);
  m.side = std::max(0.0, m.side + length * direction_.back() * scale);
}

void MedianDual::remember_use() {
  constexpr double fresh = 0.05;
  for (double& share : use_) share *= 1 - fresh;
  for (const Site site : chooser_.chosen()) use_[site] += fresh;
}

}  // namespace veer::siting
