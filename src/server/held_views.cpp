#include "server/held_views.hpp"

#include <chrono>

#include "report/json.hpp"
#include "study/held_question.hpp"
#include "study/study.hpp"

namespace veer::server {

namespace {

constexpr std::size_t most_known = 256;

}  // namespace

Result<std::string> HeldViews::find(const Run& run, const std::string& process, const Speech& say) {
  const Name wanted{run.key, process};
  const std::scoped_lock lock(one_at_a_time_);
  if (const auto known = known_.find(wanted); known != known_.end()) return known->second;
  TRY(std::string found, work_out(run, process, say));
  known_[wanted] = found;
  order_.push_back(wanted);
  if (order_.size() > most_known) {
    known_.erase(order_.front());
    order_.pop_front();
  }
  return found;
}

Result<std::string> HeldViews::work_out(const Run& run, const std::string& process, const Speech& say) const {
  TRY(const auto region, runs_.world(run, say));
  study::Options options;
  options.hazard = run.request.hazard;
  options.season = run.request.season;
  options.start = run.request.start;
  TRY(const study::Scenario scenario, study::prepare(*region, options));
  if (scenario.means) return std::string("null");
  const auto id = region->find_process(process);
  if (!id) return fail({ErrorKind::not_found, {"server.results.none", {process}}, {}, {}});
  const auto begin = std::chrono::steady_clock::now();
  const auto late = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() > most_seconds_;
  };
  const auto found = study::held_finding(*region, scenario, *id, run.request.replicas, texts_, late);
  if (!found && found.error().kind == ErrorKind::cancelled)
    return fail({ErrorKind::unavailable, {"server.cut_sets.late", {process}}, {}, {}});
  if (!found) return fail(found.error());
  return report::held_view_json(*found, process);
}

}  // namespace veer::server
