#include <array>

#include "consequences/review.hpp"
#include "study/chapters.hpp"
#include "study/late_processes.hpp"

namespace veer::study {

namespace {

using region::ConsequenceMeasure;

/// The curve that a consequence counts, and by what its values are multiplied; nothing when this run has none.
struct Counted {
  const report::Curve* curve = nullptr;
  double factor = 1;
};

Counted counted(const Material& material, const region::Consequence& row, const report::Findings& findings,
                const LateProcesses& late) {
  if (row.measure == ConsequenceMeasure::late) return {late.of(row.subject), 1};
  const std::string& subject = material.region.services[row.subject.index()].id;
  if (row.measure == ConsequenceMeasure::down) {
    for (const report::ServiceFinding& service : findings.services)
      if (service.id == subject) return {&service.down_share, static_cast<double>(service.asset_count)};
    return {};
  }
  for (std::size_t n = 0; n < findings.needs.size(); ++n)
    if (findings.needs[n].id == subject)
      return {row.measure == ConsequenceMeasure::unmet ? &findings.region.unmet[n] : &findings.region.without[n], 1};
  return {};
}

report::Name percent_of(double share) {
  // "0 %" would say none where a plan reaches a few.
  const int decimals = share > 0 && share < 0.01 ? 2 : 0;
  return {format_decimal(100 * share, decimals, Language::nl), format_decimal(100 * share, decimals, Language::en)};
}

/// What was found, in one sentence for the owner of the plans.
report::Name sentence(const Words& words, const consequences::Review& found, const report::ConsequenceFinding& out) {
  if (!out.occurs) return words.say("study.review.absent");
  using consequences::Coverage;
  if (found.coverage == Coverage::none)
    return words.say(found.plans.empty() ? "study.review.none" : "study.review.elsewhere");
  if (found.coverage == Coverage::covered) return words.say("study.review.covered");
  if (!found.says_when) return words.say("study.review.silent");
  if (!found.number_covered)
    return words.say("study.review.no_number", std::vector<report::Name>{percent_of(found.hours_covered)});
  return words.say("study.review.partly",
                   std::vector<report::Name>{percent_of(found.hours_covered), percent_of(*found.number_covered)});
}

void add_plans(const Material& material, const consequences::Review& found, report::ConsequenceFinding& out) {
  for (const std::size_t index : found.plans) {
    const region::Plan& plan = material.region.plans[index];
    out.plans.push_back({plan.id, plan.name, material.region.organisations[plan.organisation.index()].name,
                         plan.confidential, plan.from_h, plan.until_h, plan.capacity, plan.unit});
  }
}

report::ConsequenceFinding told(const Material& material, const region::Consequence& row, const Counted& what) {
  report::ConsequenceFinding out;
  out.id = row.id;
  out.name = {row.name_nl, row.name_en};
  out.track = text_of(row.track);
  out.criterion = row.criterion;
  out.unit = material.words.say(row.measure == ConsequenceMeasure::down   ? "study.unit.assets"
                                : row.measure == ConsequenceMeasure::late ? "study.unit.processes"
                                                                          : "study.unit.residents");
  out.least = row.least;
  consequences::Course course;
  for (std::size_t hour = 0; what.curve != nullptr && hour < what.curve->mean.size(); ++hour) {
    course.mean.push_back(what.factor * what.curve->mean[hour]);
    course.p95.push_back(what.factor * what.curve->p95[hour]);
  }
  const auto found = consequences::review(row, course, material.region.plans);
  add_plans(material, found, out);
  out.occurs = found.occurs;
  if (found.occurs) {
    const report::Curve& curve = *what.curve;
    const std::size_t h = found.peak_h;
    out.from_h = static_cast<double>(found.from_h);
    out.until_h = static_cast<double>(found.until_h);
    out.beyond_horizon = found.beyond_horizon;
    out.peak_h = static_cast<double>(h);
    out.peak = {what.factor * curve.mean[h], what.factor * curve.standard_error[h], what.factor * curve.p5[h],
                what.factor * curve.p50[h], what.factor * curve.p95[h]};
    out.sum_hours = found.sum_hours;
    out.hours_covered = found.hours_covered;
    out.number_covered = found.number_covered;
    static constexpr std::array<const char*, 3> verdicts{"none", "partly", "covered"};
    out.coverage = verdicts[static_cast<std::size_t>(found.coverage)];
  }
  out.sentence = sentence(material.words, found, out);
  return out;
}

}  // namespace

Done tell_consequences(const Material& material, report::Findings& findings) {
  TRY(const LateProcesses late, LateProcesses::play(material));
  for (const region::Consequence& row : material.region.consequences)
    findings.consequences.push_back(told(material, row, counted(material, row, findings, late)));
  return {};
}

}  // namespace veer::study
