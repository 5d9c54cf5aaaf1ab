#include "report/audience.hpp"

#include <algorithm>

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

}  // namespace

Findings for_audience(Findings findings, Audience audience) {
  if (audience == Audience::internal) return findings;
  findings.audience = Audience::open;
  findings.assets.clear();
  findings.influences_assets.clear();
  findings.held.clear();
  for (ProcessFinding& process : findings.processes) leave_out_parts(process);
  const Name circle = sentence("report.data.open_circle");
  for (Deadlock& deadlock : findings.deadlocks) {
    deadlock.assets.clear();
    deadlock.sentence = circle;
  }
  return findings;
}

}  // namespace veer::report
