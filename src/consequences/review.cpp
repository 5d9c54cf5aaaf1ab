#include "consequences/review.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace veer::consequences {

namespace {

void find_hours(const region::Consequence& consequence, const Course& course, Review& out) {
  for (std::size_t hour = 0; hour < course.mean.size(); ++hour) {
    if (course.mean[hour] > course.mean[out.peak_h]) out.peak_h = hour;
    if (course.mean[hour] < consequence.least || course.mean[hour] <= 0) continue;
    if (!out.occurs) out.from_h = hour;
    out.occurs = true;
    out.until_h = hour + 1;
  }
  out.beyond_horizon = out.occurs && out.until_h == course.mean.size();
  for (std::size_t hour = out.from_h; hour < out.until_h; ++hour) out.sum_hours += course.mean[hour];
}

bool says_when(const region::Plan& plan) { return plan.from_h.has_value() || plan.until_h.has_value(); }

bool holds(const region::Plan& plan, std::size_t hour) {
  const auto at = static_cast<double>(hour);
  return says_when(plan) && plan.from_h.value_or(0) <= at && (!plan.until_h || at < *plan.until_h);
}

}  // namespace

bool counts_the_same(std::string_view unit, region::ConsequenceMeasure measure) {
  static constexpr std::array<std::string_view, 6> people{"personen", "inwoners", "mensen",
                                                          "persons",  "people",   "residents"};
  static constexpr std::array<std::string_view, 2> things{"objecten", "assets"};
  static constexpr std::array<std::string_view, 2> processes{"processen", "processes"};
  if (measure == region::ConsequenceMeasure::late)
    return std::find(processes.begin(), processes.end(), unit) != processes.end();
  if (measure == region::ConsequenceMeasure::down) return std::find(things.begin(), things.end(), unit) != things.end();
  return std::find(people.begin(), people.end(), unit) != people.end();
}

Review review(const region::Consequence& consequence, const Course& course, std::span<const region::Plan> plans_of) {
  Review out;
  if (course.mean.empty()) return out;
  find_hours(consequence, course, out);
  std::vector<const region::Plan*> plans;
  for (std::size_t i = 0; i < plans_of.size(); ++i) {
    const auto& covers = plans_of[i].covers;
    if (std::find(covers.begin(), covers.end(), consequence.id) == covers.end()) continue;
    out.plans.push_back(i);
    plans.push_back(&plans_of[i]);
    out.says_when = out.says_when || says_when(plans_of[i]);
  }
  if (!out.occurs || plans.empty()) return out;
  std::size_t hours = 0;
  double wanted = 0;
  double borne = 0;
  bool stated = false;
  for (std::size_t hour = out.from_h; hour < out.until_h; ++hour) {
    double capacity = 0;
    bool any = false;
    for (const region::Plan* const plan : plans) {
      if (!holds(*plan, hour)) continue;
      any = true;
      if (plan->capacity && counts_the_same(plan->unit, consequence.measure)) capacity += *plan->capacity;
    }
    hours += any ? 1U : 0U;
    wanted += course.p95[hour];
    borne += std::min(capacity, course.p95[hour]);
  }
  for (const region::Plan* const plan : plans)
    stated = stated || (plan->capacity && counts_the_same(plan->unit, consequence.measure));
  out.hours_covered = static_cast<double>(hours) / static_cast<double>(out.until_h - out.from_h);
  if (stated && wanted > 0) out.number_covered = borne / wanted;
  const bool all = out.hours_covered == 1 && out.number_covered && *out.number_covered > 1 - 1e-9;
  const bool elsewhere =
      hours == 0 && std::all_of(plans.begin(), plans.end(), [](const auto* p) { return says_when(*p); });
  out.coverage = all ? Coverage::covered : elsewhere ? Coverage::none : Coverage::partly;
  return out;
}

}  // namespace veer::consequences
