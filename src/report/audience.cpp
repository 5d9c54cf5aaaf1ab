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

/// The balance, the queue and the comparison of orders are everybody's; which tank runs dry, where a truck goes and who
/// is short of people is not.
void leave_out_objects(OperationsFinding& operations) {
  operations.tanks.clear();
  operations.plan.clear();
  operations.feed_ins.clear();
  operations.relief.clear();
}

}  // namespace

Findings for_audience(Findings findings, Audience audience) {
  if (audience == Audience::internal) return findings;
  findings.audience = Audience::open;
  findings.assets.clear();
  findings.influences_assets.clear();
  findings.held.clear();
  findings.decision_clock.reset();  // it tells how long which kind of building lasts
  findings.measure_account.reset();
  findings.measures.reset();      // what is to be repaired says what is weak
  findings.consequences.clear();  // for what no plan exists is a weakness
  if (findings.support_points) leave_out_places(*findings.support_points);
  if (findings.operations) leave_out_objects(*findings.operations);
  for (ProcessFinding& process : findings.processes) leave_out_parts(process);
  const Name circle = sentence("report.data.open_circle");
  for (Deadlock& deadlock : findings.deadlocks) {
    deadlock.assets.clear();
    deadlock.sentence = circle;
  }
  return findings;
}

}  // namespace veer::report
