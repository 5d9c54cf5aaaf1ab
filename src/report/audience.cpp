#include "report/audience.hpp"

#include <algorithm>
#include <tuple>

#include "report/data_messages.hpp"

namespace veer::report {

namespace {

constexpr const char* rule_without_assets = "rto_below_mtpd";

Name sentence(const char* key) {
  const Texts texts{data_messages()};
  return {texts.render(key, Language::nl), texts.render(key, Language::en)};
}

void leave_out_parts(ProcessFinding& process) {
  process.limiting.clear();
  std::erase_if(process.checks, [](const RuleCheck& check) { return check.rule != rule_without_assets; });
}

/// Which building it is, where it stands and what would close it is nobody's business; how many there are in each
/// municipality, how far people walk and what it costs is everybody's.
void leave_out_places(SupportPlanFinding& plan) {
  plan.walks = {};
  for (SupportPointFinding& point : plan.points) {
    point.id.clear();
    point.name.clear();
    point.area.clear();
    point.place.reset();
    point.closes.clear();
    point.coordinator.reset();
    point.power_kw = 0;
    point.wiring_holds = 1;
    point.open_h.reset();
    point.open_probability.clear();
    point.stock.clear();
  }
  // The order of the table would tell neighbours.
  std::stable_sort(plan.points.begin(), plan.points.end(), [](const auto& a, const auto& b) {
    return std::tie(a.level, a.municipality_name, a.residents) < std::tie(b.level, b.municipality_name, b.residents);
  });
  plan.closing.clear();
}

}  // namespace

Findings for_audience(Findings findings, Audience audience) {
  if (audience == Audience::internal) return findings;
  findings.audience = Audience::open;
  findings.assets.clear();
  findings.influences_assets.clear();
  findings.held.clear();
  findings.consequences.clear();  // for what no plan exists is a weakness
  if (findings.support_points) leave_out_places(*findings.support_points);
  for (ProcessFinding& process : findings.processes) leave_out_parts(process);
  const Name circle = sentence("report.data.open_circle");
  for (Deadlock& deadlock : findings.deadlocks) {
    deadlock.assets.clear();
    deadlock.sentence = circle;
  }
  return findings;
}

}  // namespace veer::report
