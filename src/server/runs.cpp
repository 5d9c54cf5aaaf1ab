#include "server/runs.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>

#include "formats/files.hpp"
#include "report/json.hpp"
#include "report/outputs.hpp"
#include "server/group_parts.hpp"
#include "server/result_parts.hpp"
#include "server/run_record.hpp"
#include "server/static_files.hpp"
#include "store/sha256.hpp"
#include "study/alert_drafts.hpp"
#include "study/hazards.hpp"
#include "study/reach.hpp"
#include "study/study.hpp"
#include "study/support_points.hpp"
#include "support_points/make_plan.hpp"

namespace veer::server {

namespace {

using SteadyClock = std::chrono::steady_clock;

double seconds_since(SteadyClock::time_point begin) {
  return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

/// Share of the work that the replicas are; the rest is telling and storing what they mean.
constexpr double share_of_replicas = 0.85;
constexpr std::size_t remembered_worlds = 4;
/// How long a choice of support points may take on a slow machine; people wait for it.
constexpr double placement_effort_s = 5;
constexpr double study_placement_effort_s = 2;

/// "0.1.0" of "veer 0.1.0 3f1c…": results say which version computed them.
std::string version_in(const std::string& program) {
  const auto first = program.find(' ');
  if (first == std::string::npos) return program;
  return program.substr(first + 1, program.find(' ', first + 1) - first - 1);
}

study::Options options_of(const RunRequest& request, const std::string& program, std::size_t threads) {
  study::Options options;
  options.hazard = request.hazard;
  options.season = request.season;
  options.start = request.start;
  options.replicas = request.replicas;
  options.threads = threads;
  options.version = version_in(program);
  options.support_seconds = study_placement_effort_s;
  // Whoever tries a change waits for it: seconds, not a minute. The other chapters are there for the asking.
  options.cut_sets = options.reach = options.help = options.operations = options.measures = has_all_chapters(request);
  return options;
}

/// The part of the results without which there are none.
const char* main_part_of(RunKind kind) {
  switch (kind) {
    case RunKind::study:
      return part::whole;
    case RunKind::placement:
      return part::placement;
    case RunKind::package:
      return part::package;
    case RunKind::comparison:
      return part::comparison;
  }
  return part::whole;
}

/// Number of the replica whose total is the median.
std::uint32_t median_replica(const ensemble::Outcome& outcome) {
  std::vector<std::size_t> order(outcome.total_unmet_h.size());
  if (order.empty()) return 0;
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>((order.size() - 1) / 2);
  std::nth_element(order.begin(), middle, order.end(), [&](std::size_t a, std::size_t b) {
    return outcome.total_unmet_h[a] != outcome.total_unmet_h[b] ? outcome.total_unmet_h[a] < outcome.total_unmet_h[b]
                                                                : a < b;
  });
  return outcome.number(*middle);
}

/// A folder for the files of a study, that goes away.
class WorkFolder {
 public:
  WorkFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "veer-serve-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

const char* text_of(RunStatus status) {
  switch (status) {
    case RunStatus::waiting:
      return "wachtend";
    case RunStatus::busy:
      return "bezig";
    case RunStatus::done:
      return "klaar";
    case RunStatus::failed:
      return "mislukt";
    case RunStatus::cancelled:
      return "afgebroken";
  }
  return "mislukt";
}

std::optional<RunStatus> run_status(const std::string& text) {
  for (const RunStatus status :
       {RunStatus::waiting, RunStatus::busy, RunStatus::done, RunStatus::failed, RunStatus::cancelled})
    if (text == text_of(status)) return status;
  return std::nullopt;
}

Runs::Runs(store::Store& store, const Regions& regions, const Texts& texts, Log& log, std::string program,
           RunLimits limits, Clock clock)
    : store_(store),
      regions_(regions),
      texts_(texts),
      log_(log),
      program_(std::move(program)),
      limits_(limits),
      clock_(std::move(clock)) {}

Runs::~Runs() { stop(); }

Done Runs::start() {
  TRY(const auto records, store_.runs());
  std::vector<Run> waiting;
  for (const store::RunRecord& record : records) {
    TRY(Run run, run_of(record));
    if (run.status == RunStatus::waiting || run.status == RunStatus::busy) {
      run.status = RunStatus::waiting;
      waiting.push_back(run);
    }
    runs_[run.id] = std::move(run);
  }
  std::reverse(waiting.begin(), waiting.end());  // oldest first
  for (const Run& run : waiting) queue_.push_back(run.id);
  worker_ = std::thread([this] { work(); });
  return {};
}

void Runs::stop() {
  stopping_ = true;
  cancel_ = true;
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

Result<Runs::Asked> Runs::ask(const RunRequest& request, const Snapshot& snapshot, RunWorld world) {
  TRY(const auto there, store_.result_names(world.key));
  const char* const main_part = main_part_of(kind_of(request));
  const bool cached = std::find(there.begin(), there.end(), main_part) != there.end();
  std::unique_lock lock(mutex_);
  if (!cached && queue_.size() >= limits_.waiting)
    return fail({ErrorKind::unavailable, {"server.run.full", {std::to_string(limits_.waiting)}}, {}, {}});
  Run run;
  run.request = request;
  run.key = world.key;
  run.region_version = snapshot.version;
  run.region_change = snapshot.last.number;
  run.created = clock_();
  run.from_cache = cached;
  constexpr std::size_t id_digits = 10;
  run.id = "d-" + store::sha256_hex(run.created + world.key + std::to_string(++counter_)).substr(0, id_digits);
  if (cached) {
    run.status = RunStatus::done;
    run.share = 1;
    run.started = run.finished = run.created;
    for (const auto& [id, other] : runs_)  // the median replica goes with the results
      if (other.key == run.key && other.status == RunStatus::done) run.median_replica = other.median_replica;
  }
  TRY_DONE(keep(run));
  runs_[run.id] = run;
  const std::string key = world.key;
  remember(key, std::move(world));
  if (!cached) queue_.push_back(run.id);
  changed_.notify_all();
  return Asked{std::move(run), !cached};
}

std::vector<Run> Runs::list() const {
  const std::scoped_lock lock(mutex_);
  std::vector<Run> out;
  for (const auto& [id, run] : runs_) out.push_back(run);
  std::sort(out.begin(), out.end(),
            [](const Run& a, const Run& b) { return a.created != b.created ? a.created > b.created : a.id > b.id; });
  return out;
}

std::optional<Run> Runs::find(const std::string& id) const {
  const std::scoped_lock lock(mutex_);
  const auto found = runs_.find(id);
  return found == runs_.end() ? std::nullopt : std::optional(found->second);
}

Result<Run> Runs::change(const std::string& id, const std::optional<std::string>& name, std::optional<bool> kept) {
  const std::scoped_lock lock(mutex_);
  const auto found = runs_.find(id);
  if (found == runs_.end()) return fail({ErrorKind::not_found, {"server.run.unknown", {id}}, {}, {}});
  Run changed = found->second;
  if (name) changed.request.name = *name;
  if (kept) changed.kept = *kept;
  TRY_DONE(keep(changed));
  found->second = changed;
  changed_.notify_all();
  return changed;
}

Done Runs::remove(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  const auto found = runs_.find(id);
  if (found == runs_.end()) return fail({ErrorKind::not_found, {"server.run.unknown", {id}}, {}, {}});
  if (running_ == id && found->second.status != RunStatus::done) {
    cancel_ = true;  // the worker stores that it was cancelled
    return {};
  }
  if (found->second.status == RunStatus::waiting) {
    Run run = found->second;
    run.status = RunStatus::cancelled;
    run.finished = clock_();
    TRY_DONE(keep(run));
    std::erase(queue_, id);
    found->second = run;
  } else {
    TRY_DONE(store_.remove_run(id));
    runs_.erase(found);
  }
  changed_.notify_all();
  return {};
}

std::optional<Run> Runs::wait(const std::string& id, const Run& known, double seconds) {
  std::unique_lock lock(mutex_);
  const auto moved_on = [&] {
    const auto found = runs_.find(id);
    return stopping_ || found == runs_.end() || found->second.status != known.status ||
           found->second.share != known.share;
  };
  changed_.wait_for(lock, std::chrono::duration<double>(seconds), moved_on);
  const auto found = runs_.find(id);
  return stopping_ || found == runs_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Runs::waiting_count() const {
  const std::scoped_lock lock(mutex_);
  return queue_.size();
}

bool Runs::busy() const {
  const std::scoped_lock lock(mutex_);
  return !running_.empty();
}

void Runs::remember(const std::string& key, RunWorld world) {
  if (!worlds_.contains(key)) {
    world_order_.push_back(key);
    if (world_order_.size() > remembered_worlds + limits_.waiting) {
      worlds_.erase(world_order_.front());
      world_order_.pop_front();
    }
  }
  worlds_[key] = std::move(world);
}

Result<std::shared_ptr<const region::Region>> Runs::world(const Run& run, const Speech& say) {
  TRY(auto whole, whole_world(run, say));
  return std::move(whole.region);
}

Result<RunWorld> Runs::whole_world(const Run& run, const Speech& say) {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = worlds_.find(run.key); found != worlds_.end()) return found->second;
  }
  const auto now = regions_.find(run.request.region);
  const Error gone{ErrorKind::conflict, {"server.run.region_changed", {run.id}}, {}, {}};
  if (!now) return fail(gone);
  std::optional<Snapshot> then;
  if (now->last.number != run.region_change) {
    then.emplace(*now);
    TRY(then->state, store::state_at(store_, now->id, run.region_change));
    TRY(Built built, build(then->state));
    if (!built.region) return fail(gone);
    then->region = *built.region;
    then->package = std::move(built.package);
    then->version = then->state.content_hash();
  }
  std::vector<FieldProblem> problems;
  TRY(auto world, world_of(then ? *then : *now, run.request, program_, say, problems));
  if (!world) return fail(gone);
  const std::scoped_lock lock(mutex_);
  remember(run.key, *world);
  return *std::move(world);
}

void Runs::work() {
  // Answering goes before computing; threads that this one starts inherit it.
  constexpr int yielding = 10;
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), yielding);
  while (true) {
    Run run;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (stopping_) return;
      run = runs_[queue_.front()];
      queue_.pop_front();
      running_ = run.id;
      cancel_ = false;
    }
    const auto region = whole_world(run, {texts_, Language::nl});
    if (region) {
      compute(run, *region);
    } else {
      run.status = RunStatus::failed;
      run.finished = clock_();
      run.failure = to_json(problem_of(region.error(), {texts_, Language::nl}));
      moved(run);
    }
    {
      const std::scoped_lock lock(mutex_);
      running_.clear();
    }
    clear_away();
  }
}

void Runs::compute(Run run, const RunWorld& world) {
  const auto& region = world.region;
  const auto begin = SteadyClock::now();
  run.status = RunStatus::busy;
  run.started = clock_();
  moved(run);
  log_.info("run started", {{"id", run.id}, {"replicas", std::to_string(run.request.replicas)}});
  study::Options options = options_of(run.request, program_, limits_.threads);
  options.cancelled = [this] { return cancel_.load(); };
  options.progress = [&](std::uint32_t done, std::uint32_t most) {
    told(run.id, most == 0 ? 0 : share_of_replicas * done / most, begin);
  };
  const auto outcome = [&]() -> Result<std::optional<report::Findings>> {
    if (kind_of(run.request) == RunKind::placement) {
      TRY_DONE(place(run, *region));
      return std::optional<report::Findings>{};
    }
    if (kind_of(run.request) == RunKind::package) {
      TRY_DONE(choose(run, world));
      return std::optional<report::Findings>{};
    }
    if (kind_of(run.request) == RunKind::comparison) {
      TRY_DONE(compare(run, *region, options));
      return std::optional<report::Findings>{};
    }
    options.account = world.account;
    TRY(const auto plan, study::plan_support_points(*region, options));
    region::Region played = *region;
    if (plan) {
      TRY(played, study::with_support_points(std::move(played), *plan, options));
    }
    TRY(const study::Scenario scenario, study::prepare(played, options));
    TRY(const ensemble::Outcome simulated, study::simulate(played, scenario, options));
    if (simulated.cancelled || cancel_) return fail({ErrorKind::cancelled, {"server.run.cancelled", {}}, {}, {}});
    run.median_replica = median_replica(simulated);
    TRY(report::Findings findings, study::tell(played, scenario, simulated, options, texts_, plan ? &*plan : nullptr));
    TRY(auto parts, cut_results(report::results_json(findings)));
    for (auto& part : group_parts(played, scenario.population, simulated)) parts.push_back(std::move(part));
    if (findings.reach)
      for (auto& [name, xml] : study::cap_files(played, scenario, *findings.reach, texts_))
        parts.push_back(packed(part::file(name), media_of(name), std::move(xml)));
    TRY_DONE(store_.put_results(run.key, parts));
    return std::optional(std::move(findings));
  }();
  if (!outcome && stopping_) {
    run.status = RunStatus::waiting;  // again after the next start
    run.started.clear();
    return moved(run);
  }
  run.seconds = seconds_since(begin);
  run.finished = clock_();
  run.share = outcome ? 1 : run.share;
  run.seconds_left.reset();
  run.status = outcome                                                   ? RunStatus::done
               : outcome.error().kind == ErrorKind::cancelled || cancel_ ? RunStatus::cancelled
                                                                         : RunStatus::failed;
  if (run.status == RunStatus::failed) run.failure = to_json(problem_of(outcome.error(), {texts_, Language::nl}));
  {
    // The name may have been changed meanwhile.
    const std::scoped_lock lock(mutex_);
    const Run& now = runs_[run.id];
    run.request.name = now.request.name;
    run.kept = now.kept;
  }
  moved(run);
  log_.info("run ended",
            {{"id", run.id}, {"status", text_of(run.status)}, {"seconds", fmt::format("{:.2f}", run.seconds)}});
  if (!outcome || !outcome->has_value()) return;
  // The files for people come after the results: who waits for figures does not wait for a workbook.
  const WorkFolder folder;
  const auto written = [&]() -> Done {
    TRY_DONE(report::write_outputs(**outcome, Language::nl, texts_, folder.path() / "out"));
    std::vector<store::ResultFile> files;
    for (const char* const name : report::output_names) {
      if (std::string_view(name) == part::whole) continue;
      TRY(std::string bytes, formats::read_file(folder.path() / "out" / name));
      files.push_back(packed(part::file(name), media_of(name), std::move(bytes)));
    }
    // Who removed the run meanwhile wants no files of it either.
    if (!find(run.id)) return {};
    return store_.put_results(run.key, files);
  }();
  if (!written)
    log_.warn("files not written", {{"id", run.id}, {"reason", texts_.render(written.error().message, Language::nl)}});
}

void Runs::told(const std::string& id, double share, SteadyClock::time_point begin) {
  const std::scoped_lock lock(mutex_);
  const auto found = runs_.find(id);
  if (found == runs_.end() || share < found->second.share) return;
  found->second.share = share;
  if (share > 0) found->second.seconds_left = seconds_since(begin) * (1 / share - 1);
  changed_.notify_all();
}

Done Runs::place(const Run& run, const region::Region& region) {
  const auto begin = SteadyClock::now();
  support_points::Effort effort{.seconds = placement_effort_s};
  effort.cancelled = [this] { return cancel_.load(); };
  effort.progress = [&](double share) { told(run.id, share, begin); };
  TRY(const auto plan, support_points::make_plan(region, question_of(run.request), effort));
  const std::string json = report::support_points_json(study::shown(region, plan, texts_), seconds_since(begin));
  return store_.put_results(run.key, {packed(part::placement, "application/json", json)});
}

Done Runs::choose(const Run& run, const RunWorld& world) {
  const auto begin = SteadyClock::now();
  const PackageDesk::Settings settings{.threads = limits_.threads,
                                       .version = version_in(program_),
                                       .cancelled = [this] { return cancel_.load(); },
                                       .progress = [&](double share) { told(run.id, share, begin); }};
  TRY(const auto answer, desk_.answer(run.request, world, settings));
  std::vector<store::ResultFile> parts{packed(part::package, "application/json", answer.plan)};
  if (!answer.account.empty()) parts.push_back(packed(part::account, "application/json", answer.account));
  return store_.put_results(run.key, parts);
}

Done Runs::compare(const Run& run, const region::Region& region, const study::Options& options) {
  const auto begin = SteadyClock::now();
  const auto progress = [&](std::size_t done, std::size_t all) {
    told(run.id, static_cast<double>(done) / static_cast<double>(all), begin);
  };
  TRY(const auto hazards, study::compare_hazards(region, options, run.request.replicas, texts_, progress));
  // One that was cancelled holds the hazards until then, and is no comparison of all.
  if (cancel_) return fail({ErrorKind::cancelled, {"server.run.cancelled", {}}, {}, {}});
  return store_.put_results(run.key, {packed(part::comparison, "application/json", report::hazards_json(hazards))});
}

Done Runs::keep(const Run& run) { return store_.put_run(record_of(run)); }

void Runs::moved(const Run& run) {
  const auto stored = keep(run);
  if (!stored)
    log_.warn("run not stored", {{"id", run.id}, {"reason", texts_.render(stored.error().message, Language::nl)}});
  const std::scoped_lock lock(mutex_);
  if (runs_.contains(run.id)) runs_[run.id] = run;
  changed_.notify_all();
}

void Runs::clear_away() {
  // Each kind by itself: who moves a slider makes many packages, and no study may go for them.
  std::map<RunKind, std::size_t> count;
  for (const Run& run : list()) {
    if (run.kept || run.status == RunStatus::waiting || run.status == RunStatus::busy) continue;
    if (++count[kind_of(run.request)] <= limits_.remembered) continue;
    const auto removed = remove(run.id);
    if (!removed)
      return log_.warn("run not cleared away",
                       {{"id", run.id}, {"reason", texts_.render(removed.error().message, Language::nl)}});
  }
}

}  // namespace veer::server
