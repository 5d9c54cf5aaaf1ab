#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "server/problem.hpp"
#include "server/regions.hpp"
#include "server/runs.hpp"
#include "store/store.hpp"

namespace veer::server {

/// What a planner asks about the support points of a region: how many, and which are fixed or closed.
struct PlacementRequest {
  std::string region;
  std::string hazard;     ///< whose season counts; empty: winter
  std::string objective;  ///< as support_points::objective_names; empty: walk
  std::optional<std::uint32_t> local;         ///< nothing: by the norm
  std::optional<std::uint32_t> coordinating;  ///< nothing: by the norm
  std::vector<std::string> must;              ///< ids of support_points, in order
  std::vector<std::string> must_not;          ///< ids of support_points, in order
};

/// Reads a request; everything that is wrong with its form goes to `problems`.
[[nodiscard]] PlacementRequest parse_placement_request(std::string_view json, const Speech& say,
                                                       std::vector<FieldProblem>& problems);

/// Holds the request against the region: hazard, objective, and every id of a point.
void check_placement_request(const PlacementRequest& request, const Snapshot& snapshot, const Speech& say,
                             std::vector<FieldProblem>& problems);

/// A placement as it stands.
struct Placement {
  std::string id;  ///< hash of the content of the region, the request and the program: the same question, the same id
  RunStatus status = RunStatus::waiting;
  std::string plan;     ///< member support_points of the results, as JSON; empty: not done
  std::string failure;  ///< problem as JSON; empty: none
};

/// Places support points, one question at a time on a thread of its own. Answers are stored by content, so a link to one
/// still works after a restart. Safe for many threads.
class Placements {
 public:
  Placements(store::Store& store, const Texts& texts, std::string program);
  Placements(const Placements&) = delete;
  Placements& operator=(const Placements&) = delete;
  ~Placements();

  void start();
  /// Ends after the question at hand.
  void stop();

  /// @returns the placement: done when the same was asked before, else waiting
  /// @errors unavailable: too many wait; as the store
  [[nodiscard]] Result<Placement> ask(const PlacementRequest& request, std::shared_ptr<const Snapshot> snapshot);

  /// Nothing: never asked. @errors as the store
  [[nodiscard]] Result<std::optional<Placement>> find(const std::string& id) const;

 private:
  struct Job {
    std::string id;
    PlacementRequest request;
    std::shared_ptr<const Snapshot> snapshot;
  };
  void work();
  [[nodiscard]] Placement solve(const Job& job) const;

  store::Store& store_;
  const Texts& texts_;
  std::string program_;
  mutable std::mutex mutex_;
  std::condition_variable asked_;
  std::deque<Job> waiting_;
  std::map<std::string, Placement> known_;  ///< of this process: waiting, being solved, failed
  bool stopping_ = false;
  std::thread worker_;
};

/// As JSON text.
[[nodiscard]] std::string placement_json(const Placement& placement);

}  // namespace veer::server
