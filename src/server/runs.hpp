#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "server/log.hpp"
#include "server/package_desk.hpp"
#include "server/run_request.hpp"
#include "store/store.hpp"

namespace veer::study {
struct Options;
}

namespace veer::server {

enum class RunStatus : std::uint8_t { waiting, busy, done, failed, cancelled };
/// In the words of the interface: wachtend, bezig, klaar, mislukt, afgebroken.
[[nodiscard]] const char* text_of(RunStatus status);
[[nodiscard]] std::optional<RunStatus> run_status(const std::string& text);

/// A run as it stands.
struct Run {
  std::string id;
  RunRequest request;
  std::string key;             ///< of its results
  std::string region_version;  ///< content hash of the region it was asked about
  std::uint64_t region_change = 0;
  RunStatus status = RunStatus::waiting;
  bool kept = false;
  bool from_cache = false;
  std::string created;  ///< instants, RFC 3339; empty: not yet
  std::string started;
  std::string finished;
  double seconds = 0;                ///< that it computed; 0: not finished
  std::string failure;               ///< problem as JSON; empty: none
  std::uint32_t median_replica = 0;  ///< whose total is the median; for explanations
  // Of the moment, not stored:
  double share = 0;  ///< done, 0 to 1
  std::optional<double> seconds_left;
};

struct RunLimits {
  std::size_t waiting = 8;      ///< runs in the queue
  std::size_t remembered = 60;  ///< finished runs that nobody keeps, of each kind
  std::size_t threads = 1;      ///< of the study that runs
};

/// The studies: one at a time on a thread of its own that yields to answering requests, the others in a queue.
///
/// Every step is stored before it is told. Runs that waited or ran when the process ended wait again after the next
/// start. Safe for many threads.
class Runs {
 public:
  using Clock = std::function<std::string()>;  ///< the instant now, as text

  /// @param program  names what computes; part of the key of results
  Runs(store::Store& store, const Regions& regions, const Texts& texts, Log& log, std::string program, RunLimits limits,
       Clock clock);
  Runs(const Runs&) = delete;
  Runs& operator=(const Runs&) = delete;
  ~Runs();

  /// Reads the stored runs, and begins to work. @errors as the store
  [[nodiscard]] Done start();
  /// Ends the study that runs; it waits again after the next start. Ends streams of progress.
  void stop();

  /// world_of for the program that computes here.
  [[nodiscard]] Result<std::optional<RunWorld>> world_for(const Snapshot& snapshot, const RunRequest& request,
                                                          const Speech& say,
                                                          std::vector<FieldProblem>& problems) const {
    return world_of(snapshot, request, program_, say, problems);
  }

  struct Asked {
    Run run;
    bool new_results = true;  ///< false: the results were there
  };
  /// Stores a run and queues it, unless the results are there.
  /// @param world  as world_of gave it for this request
  /// @errors unavailable: the queue is full (server.run.full); as the store
  [[nodiscard]] Result<Asked> ask(const RunRequest& request, const Snapshot& snapshot, RunWorld world);

  [[nodiscard]] std::vector<Run> list() const;  ///< newest first
  [[nodiscard]] std::optional<Run> find(const std::string& id) const;
  /// Changes name or keeping. @errors not_found; as the store
  [[nodiscard]] Result<Run> change(const std::string& id, const std::optional<std::string>& name,
                                   std::optional<bool> kept);
  /// A run that waits or runs is cancelled, another removed. @errors not_found; as the store
  [[nodiscard]] Done remove(const std::string& id);

  /// Waits until the run has moved on from what the caller knows, at most that long.
  /// @returns  how it stands; absent: it is gone, or the server stops
  [[nodiscard]] std::optional<Run> wait(const std::string& id, const Run& known, double seconds);

  [[nodiscard]] std::size_t waiting_count() const;
  [[nodiscard]] bool busy() const;

  /// The world of a run, for explanations; the last few are remembered.
  /// @errors as world_of; conflict: the region has changed so that the request no longer fits
  [[nodiscard]] Result<std::shared_ptr<const region::Region>> world(const Run& run, const Speech& say);

 private:
  void work();
  void compute(Run run, const RunWorld& world);
  [[nodiscard]] Done place(const Run& run, const region::Region& region);
  [[nodiscard]] Done choose(const Run& run, const RunWorld& world);
  /// As world(), with all that world_of found.
  [[nodiscard]] Result<RunWorld> whole_world(const Run& run, const Speech& say);
  void remember(const std::string& key, RunWorld world);
  [[nodiscard]] Done compare(const Run& run, const region::Region& region, const study::Options& options);
  /// How far a run is that began at a moment; never back.
  void told(const std::string& id, double share, std::chrono::steady_clock::time_point begin);
  [[nodiscard]] Done keep(const Run& run);
  void moved(const Run& run);
  void clear_away();

  store::Store& store_;
  const Regions& regions_;
  const Texts& texts_;
  Log& log_;
  const std::string program_;
  const RunLimits limits_;
  const Clock clock_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Run> runs_;
  std::deque<std::string> queue_;
  std::map<std::string, RunWorld> worlds_;  ///< by key
  std::deque<std::string> world_order_;     ///< keys, oldest first
  PackageDesk desk_;                        ///< of the worker
  std::string running_;
  std::atomic<bool> cancel_{false};
  std::atomic<bool> stopping_{false};
  std::uint64_t counter_ = 0;
  std::thread worker_;
};

}  // namespace veer::server
