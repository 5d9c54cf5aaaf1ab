#include "siting/siting_case.hpp"

#include <algorithm>

#include "siting/median.hpp"

namespace veer::siting {

namespace {

Error wrong(std::string what, std::string where) {
  return {ErrorKind::invalid_input, {"siting.case.bad", {std::move(what), std::move(where)}}, {}, {}};
}

bool good(double value) { return std::isfinite(value) && value >= 0; }

Done check_customers(const SitingCase& facts) {
  if (facts.minutes.size() != facts.weight.size()) return fail(wrong("minutes", std::to_string(facts.minutes.size())));
  std::vector<std::size_t> seen(facts.site_count, facts.customer_count());
  for (std::size_t i = 0; i < facts.customer_count(); ++i) {
    if (!good(facts.weight[i])) return fail(wrong("weight", std::to_string(i)));
    for (const Arc& arc : facts.minutes[i]) {
      if (arc.site >= facts.site_count || seen[arc.site] == i) return fail(wrong("site", std::to_string(i)));
      if (!good(arc.cost)) return fail(wrong("minutes", std::to_string(i)));
      seen[arc.site] = i;
    }
  }
  return {};
}

}  // namespace

Done check(const SitingCase& facts, const Rules& rules) {
  TRY_DONE(check_customers(facts));
  const auto fits = [&](std::size_t size) { return size == 0 || size == facts.site_count; };
  if (!fits(rules.choice.size())) return fail(wrong("choice", std::to_string(rules.choice.size())));
  if (!fits(rules.price.size())) return fail(wrong("price", std::to_string(rules.price.size())));
  if (!fits(rules.group.size())) return fail(wrong("group", std::to_string(rules.group.size())));
  if (rules.budget && (rules.price.empty() || !good(*rules.budget))) return fail(wrong("budget", "-"));
  for (Site site = 0; site < rules.price.size(); ++site)
    if (!good(rules.price[site])) return fail(wrong("price", std::to_string(site)));
  for (Site site = 0; site < rules.group.size(); ++site)
    if (rules.group[site] >= rules.group_least.size()) return fail(wrong("group", std::to_string(site)));
  return {};
}

MedianProblem core_of(const SitingCase& facts, const Rules& rules) {
  MedianProblem core;
  core.site_count = facts.site_count;
  core.least = rules.least;
  core.most = std::min(rules.most, facts.site_count);
  core.choice = rules.choice;
  if (rules.budget) {
    core.price = rules.price;
    core.budget = *rules.budget;
  }
  core.group = rules.group;
  if (!rules.group.empty()) core.group_least = rules.group_least;
  return core;
}

Error nothing_allowed() { return {ErrorKind::conflict, {"siting.none_allowed", {}}, {}, {}}; }
Error nothing_found() { return {ErrorKind::unavailable, {"siting.none_found", {}}, {}, {}}; }

Result<Answer> answer_of(MedianOutcome outcome) {
  if (outcome.answer) return *std::move(outcome.answer);
  return fail(outcome.proven_empty ? nothing_allowed() : nothing_found());
}

}  // namespace veer::siting
