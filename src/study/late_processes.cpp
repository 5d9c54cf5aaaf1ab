#include "study/late_processes.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "cascade/down_record.hpp"
#include "operations/conductor.hpp"

namespace veer::study {

namespace {

/// A process that is counted.
struct Counted {
  cascade::Component component = 0;
  Minutes mtpd = 0;
};

report::Curve curve_of(const cascade::DownRecord& record, const std::vector<Counted>& processes) {
  const auto hours = static_cast<std::size_t>(record.horizon() / minutes_per_hour);
  report::Curve out;
  std::vector<double> values(record.replicas());
  for (std::size_t hour = 0; hour < hours; ++hour) {
    const auto minute = static_cast<Minutes>(hour) * minutes_per_hour;
    for (std::uint32_t r = 0; r < record.replicas(); ++r)
      values[r] = static_cast<double>(std::count_if(processes.begin(), processes.end(), [&](const Counted& process) {
        return record.down_for(process.component, r, minute) >= process.mtpd;
      }));
    const report::Estimate at = shown(ensemble::estimate(values));
    out.mean.push_back(static_cast<float>(at.mean));
    out.standard_error.push_back(static_cast<float>(at.standard_error));
    out.p5.push_back(static_cast<float>(at.p5));
    out.p50.push_back(static_cast<float>(at.p50));
    out.p95.push_back(static_cast<float>(at.p95));
  }
  return out;
}

}  // namespace

Result<LateProcesses> LateProcesses::play(const Material& material) {
  LateProcesses out;
  const region::Region& region = material.region;
  const cascade::CompiledRegion& compiled = material.scenario.compiled;
  std::map<std::size_t, std::vector<Counted>> asked;
  for (const region::Consequence& row : region.consequences)
    if (row.measure == region::ConsequenceMeasure::late) asked[row.subject.index()];
  std::vector<cascade::Component> wanted;
  for (std::size_t p = 0; p < region.processes.size(); ++p) {
    const auto found = asked.find(region.processes[p].service.index());
    if (found == asked.end()) continue;
    const cascade::Component minimum = compiled.map.processes[p].minimum;
    // A process that may be missed for no time at all is late as soon as it is down.
    found->second.push_back({minimum, to_minutes(region.processes[p].mtpd_h)});
    wanted.push_back(minimum);
  }
  const std::uint32_t replicas = std::min(most_replicas, material.outcome.replicas);
  if (wanted.empty() || replicas == 0) return out;
  TRY(const auto engine,
      cascade::choose_engine(compiled.program, material.options.engine, material.scenario.means != nullptr));
  const auto record = cascade::DownRecord::play(
      compiled.program, wanted, replicas, material.options.threads, engine,
      material.scenario.means ? operations::conductors(*material.scenario.means) : cascade::DirectorMaker{});
  for (const auto& [service, processes] : asked)
    if (!processes.empty()) out.by_service_.emplace(service, curve_of(record, processes));
  return out;
}

const report::Curve* LateProcesses::of(region::ServiceId service) const {
  const auto found = by_service_.find(service.index());
  return found == by_service_.end() ? nullptr : &found->second;
}

}  // namespace veer::study
