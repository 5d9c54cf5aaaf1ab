#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "base/result.hpp"
#include "server/runs.hpp"

namespace veer::server {

/// What hangs by a thread, for runs whose results leave it out: whoever tries a change does not wait for all processes.
///
/// Worked out for one process when it is first looked at (seconds at most, one at a time) and remembered; what was
/// asked first goes first when there are many. Safe for many threads.
class HeldViews {
 public:
  HeldViews(Runs& runs, const Texts& texts, double most_seconds = 30)
      : runs_(runs), texts_(texts), most_seconds_(most_seconds) {}
  HeldViews(const HeldViews&) = delete;
  HeldViews& operator=(const HeldViews&) = delete;
  ~HeldViews() = default;

  /// @returns  a row of the member held_view of results.json; "null": the run is of the full model, which has no cut
  /// sets
  /// @errors not_found: no such process; conflict: the region no longer holds the run; unavailable: it takes too long
  [[nodiscard]] Result<std::string> find(const Run& run, const std::string& process, const Speech& say);

 private:
  using Name = std::pair<std::string, std::string>;  ///< key of the results, process
  [[nodiscard]] Result<std::string> work_out(const Run& run, const std::string& process, const Speech& say) const;

  Runs& runs_;
  const Texts& texts_;
  const double most_seconds_;
  std::mutex one_at_a_time_;
  std::map<Name, std::string> known_;
  std::list<Name> order_;
};

}  // namespace veer::server
