#include "server/placements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "formats/geojson.hpp"
#include "report/json.hpp"
#include "store/sha256.hpp"
#include "study/support_points.hpp"
#include "support_points/make_plan.hpp"

namespace veer::server {

namespace {

using nlohmann::json;
namespace points = veer::support_points;

constexpr std::size_t most_waiting = 4;
constexpr std::size_t id_digits = 16;
constexpr std::size_t most_ids = 5000;
constexpr std::uint32_t most_points = 5000;
constexpr const char* file_name = "plaatsing.json";
/// Counted in steps, not read off a clock: the same question has the same answer everywhere.
constexpr double effort_seconds = 5;

std::string key_of(const std::string& id) { return "plaatsing/" + id; }

std::vector<std::string> ids_of(const json& body, const char* name, const Speech& say, std::vector<FieldProblem>& problems) {
  std::vector<std::string> out;
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return out;
  if (!found->is_array()) {
    problems.push_back({name, say("server.input.list")});
    return out;
  }
  if (found->size() > most_ids) {
    problems.push_back({name, say("server.input.many", {std::to_string(most_ids)})});
    return out;
  }
  for (std::size_t i = 0; i < found->size(); ++i) {
    if ((*found)[i].is_string())
      out.push_back((*found)[i].get<std::string>());
    else
      problems.push_back({std::string(name) + "/" + std::to_string(i), say("server.input.word")});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string text_of(const json& body, const char* name, bool must, const Speech& say, std::vector<FieldProblem>& problems) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) {
    if (must) problems.push_back({name, say("server.input.word")});
    return "";
  }
  if (found->is_string() && !found->get_ref<const std::string&>().empty()) return found->get<std::string>();
  problems.push_back({name, say("server.input.word")});
  return "";
}

std::optional<std::uint32_t> count_of(const json& body, const char* name, std::uint32_t least, const Speech& say,
                                      std::vector<FieldProblem>& problems) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (found->is_number()) {
    const double value = found->get<double>();
    if (value == std::floor(value) && value >= least && value <= most_points) return static_cast<std::uint32_t>(value);
  }
  problems.push_back({name, say("server.query.number", {std::to_string(least), std::to_string(most_points), found->dump()})});
  return std::nullopt;
}

points::Question question_of(const PlacementRequest& request, const region::Region& region) {
  points::Question question;
  for (const auto& hazard : region.hazards)
    if (hazard.id == request.hazard) question.season = hazard.season;
  const auto* const name = std::find(std::begin(points::objective_names), std::end(points::objective_names), request.objective);
  if (name != std::end(points::objective_names))
    question.objective = static_cast<points::Objective>(name - std::begin(points::objective_names));
  if (request.local) question.points = *request.local;
  if (request.coordinating) question.coordinating = *request.coordinating;
  question.must = request.must;
  question.must_not = request.must_not;
  // With every point fixed there is nothing that an assumption could change.
  question.compare = !request.local || request.must.size() < *request.local;
  return question;
}

}  // namespace

PlacementRequest parse_placement_request(std::string_view text, const Speech& say, std::vector<FieldProblem>& problems) {
  PlacementRequest out;
  const json body =
      formats::json_nesting_within(text, 4) ? json::parse(text, nullptr, false) : json(json::value_t::discarded);
  if (!body.is_object()) {
    problems.push_back({"", say("server.input.json")});
    return out;
  }
  static constexpr std::array known{"regio", "dreiging", "doel", "lokaal", "coordinerend", "verplicht", "uitgesloten"};
  for (const auto& [name, value] : body.items())
    if (std::find(known.begin(), known.end(), name) == known.end())
      problems.push_back({name, say("server.input.unknown")});
  out.region = text_of(body, "regio", true, say, problems);
  out.hazard = text_of(body, "dreiging", false, say, problems);
  out.objective = text_of(body, "doel", false, say, problems);
  out.local = count_of(body, "lokaal", 1, say, problems);
  out.coordinating = count_of(body, "coordinerend", 0, say, problems);
  out.must = ids_of(body, "verplicht", say, problems);
  out.must_not = ids_of(body, "uitgesloten", say, problems);
  return out;
}

void check_placement_request(const PlacementRequest& request, const Snapshot& snapshot, const Speech& say,
                             std::vector<FieldProblem>& problems) {
  const region::Region& region = snapshot.region;
  const auto knows = [](const auto& rows, const std::string& id) {
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
  };
  if (!points::can_plan(region)) problems.push_back({"regio", say("server.placement.none", {request.region})});
  if (!request.hazard.empty() && !knows(region.hazards, request.hazard))
    problems.push_back({"dreiging", say("server.input.no_row", {"hazards", request.hazard})});
  const auto* const end = std::end(points::objective_names);
  if (!request.objective.empty() && std::find(std::begin(points::objective_names), end, request.objective) == end)
    problems.push_back({"doel", say("server.query.word", {"walk, cover, gradual, backup, everyone, furthest, capacity", request.objective})});
  for (const auto& [name, ids] : {std::pair{"verplicht", &request.must}, std::pair{"uitgesloten", &request.must_not}})
    for (const std::string& id : *ids)
      if (!knows(region.support_points, id))
        problems.push_back({name, say("server.input.no_row", {"support_points", id}), "support_points", id, "id"});
  for (const std::string& id : request.must)
    if (std::binary_search(request.must_not.begin(), request.must_not.end(), id))
      problems.push_back({"uitgesloten", say("server.placement.both", {id}), "support_points", id, "id"});
}

Placements::Placements(store::Store& store, const Texts& texts, std::string program)
    : store_(store), texts_(texts), program_(std::move(program)) {}

Placements::~Placements() { stop(); }

void Placements::start() {
  worker_ = std::thread([this] { work(); });
}

void Placements::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  asked_.notify_all();
  if (worker_.joinable()) worker_.join();
}

Result<Placement> Placements::ask(const PlacementRequest& request, std::shared_ptr<const Snapshot> snapshot) {
  store::Digest digest;
  digest.add("veer-placement-1");
  digest.add(program_);
  digest.add(snapshot->version);
  digest.add(request.hazard);
  digest.add(request.objective);
  digest.add(request.local ? std::to_string(*request.local) : "");
  digest.add(request.coordinating ? std::to_string(*request.coordinating) : "");
  for (const auto* const ids : {&request.must, &request.must_not}) {
    digest.add(std::uint64_t{ids->size()});
    for (const std::string& id : *ids) digest.add(id);
  }
  const std::string id = digest.hex().substr(0, id_digits);
  TRY(auto before, find(id));
  if (before && before->status != RunStatus::failed) return *std::move(before);
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= most_waiting)
    return fail({ErrorKind::unavailable, {"server.placement.full", {std::to_string(most_waiting)}}, {}, {}});
  Placement placement{.id = id};
  known_[id] = placement;
  waiting_.push_back({id, request, std::move(snapshot)});
  asked_.notify_one();
  return placement;
}

Result<std::optional<Placement>> Placements::find(const std::string& id) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = known_.find(id); found != known_.end()) return std::optional(found->second);
  }
  TRY(const auto file, store_.result(key_of(id), file_name));
  if (!file) return std::optional<Placement>{};
  return std::optional(Placement{.id = id, .status = RunStatus::done, .plan = file->bytes});
}

Placement Placements::solve(const Job& job) const {
  Placement out{.id = job.id, .status = RunStatus::done};
  const Speech say{texts_, Language::nl};
  const region::Region& region = job.snapshot->region;
  const auto plan = points::make_plan(region, question_of(job.request, region), {.seconds = effort_seconds});
  if (!plan) {
    out.status = RunStatus::failed;
    out.failure = to_json(problem_of(plan.error(), say));
    return out;
  }
  // Without the seconds it took: the same question has the same bytes.
  json document = json::parse(report::support_points_json(study::shown(region, *plan, texts_), 0), nullptr, false);
  document.erase("seconds");
  out.plan = document.dump();
  if (const auto stored = store_.put_results(key_of(job.id), {{file_name, "application/json", "", out.plan}}); !stored) {
    out.status = RunStatus::failed;
    out.failure = to_json(problem_of(stored.error(), say));
    out.plan.clear();
  }
  return out;
}

void Placements::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    asked_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const Job job = std::move(waiting_.front());
    waiting_.pop_front();
    known_[job.id].status = RunStatus::busy;
    lock.unlock();
    Placement solved = solve(job);
    lock.lock();
    // What is stored need not be remembered.
    if (solved.status == RunStatus::done)
      known_.erase(job.id);
    else
      known_[job.id] = std::move(solved);
  }
}

std::string placement_json(const Placement& placement) {
  const std::string share = placement.status == RunStatus::done ? "1" : "0";
  return R"({"id":")" + placement.id + R"(","status":")" + text_of(placement.status) + R"(","deel":)" + share + R"(,"fout":)" +
         (placement.failure.empty() ? "null" : placement.failure) + R"(,"uitkomst":)" +
         (placement.plan.empty() ? "null" : placement.plan) + "}";
}

}  // namespace veer::server
