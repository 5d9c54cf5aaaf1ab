#include "server/run_request.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/local_time.hpp"
#include "server/package_request.hpp"
#include "server/request_members.hpp"
#include "store/sha256.hpp"

namespace veer::server {

namespace {

using nlohmann::json;

constexpr std::uint32_t most_replicas = 100'000;
/// Of each hazard that is compared: what `veer study --hazard all` takes, and the most that people will wait for.
constexpr std::uint32_t compared_replicas = 200;
constexpr std::uint32_t most_compared_replicas = 2'000;

std::optional<support_points::Objective> objective_of(const std::string& word) {
  for (std::size_t i = 0; i < support_points::objective_count; ++i)
    if (word == support_points::objective_names[i]) return static_cast<support_points::Objective>(i);
  return std::nullopt;
}

std::string objective_list() {
  std::string out;
  for (const char* const name : support_points::objective_names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/// The cell of a row by the name of its column.
std::string& cell(formats::Table& table, std::vector<std::string>& row, const std::string& column) {
  return row[table.column(column).value()];
}

double number_of(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string hours_text(double hours) {
  constexpr double per_hour = 60;  // the engine counts in minutes
  return canonical_number(std::round(hours * per_hour) / per_hour);
}

const region::Hazard* hazard_of(const region::Region& region, const std::string& id) {
  const auto found = region.find_hazard(id);
  return found ? &region.hazards[found->index()] : nullptr;
}

void check_hazard(const region::Region& region, const RunRequest& request, const region::Tables& tables,
                  const Speech& say, std::vector<FieldProblem>& problems) {
  const region::Hazard* const hazard = hazard_of(region, request.hazard);
  if (hazard == nullptr) {
    std::vector<std::string> ids;
    std::string list;
    for (const region::Hazard& row : region.hazards) {
      ids.push_back(row.id);
      list += (list.empty() ? "" : ", ") + row.id;
    }
    const std::string near = nearest_word(request.hazard, ids);
    problems.push_back({"dreiging", near.empty() ? say("study.hazard.unknown", {request.hazard, list})
                                                 : say("study.hazard.near", {request.hazard, near})});
    return;
  }
  if (!request.duration_h) return;
  if (longest_hit_h(tables, request.hazard) <= 0)
    problems.push_back({"duurUren", say("server.run.no_hit", {request.hazard})});
  else if (*request.duration_h > hazard->horizon_h)
    problems.push_back({"duurUren", say("server.input.above", {"0", canonical_number(hazard->horizon_h)})});
}

/// Points that are asked for by name exist.
void check_points(const region::Region& region, const RunRequest& request, const Speech& say,
                  std::vector<FieldProblem>& problems) {
  std::vector<std::string> ids;
  for (const region::SupportPoint& point : region.support_points) ids.push_back(point.id);
  std::sort(ids.begin(), ids.end());
  const support_points::Question question = question_of(request);
  const auto check = [&](const char* name, const std::vector<std::string>& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!std::binary_search(ids.begin(), ids.end(), list[i]))
        problems.push_back({name + ("/" + std::to_string(i)), say("server.input.no_row", {"support_points", list[i]}),
                            "support_points", list[i], ""});
  };
  check("verplicht", question.must);
  check("uitgesloten", question.must_not);
  for (std::size_t i = 0; i < question.must.size(); ++i)
    if (std::find(question.must_not.begin(), question.must_not.end(), question.must[i]) != question.must_not.end())
      problems.push_back({"verplicht/" + std::to_string(i), say("server.placement.both", {question.must[i]}),
                          "support_points", question.must[i], ""});
}

std::string key_of(const RunRequest& request, const std::string& content, const std::string& program) {
  store::Digest digest;
  digest.add("veer-run-1");
  digest.add(program);
  digest.add(content);
  digest.add(request.hazard);
  digest.add(request.season.value_or(""));
  digest.add(request.start.value_or(""));
  digest.add(request.duration_h ? canonical_number(*request.duration_h) : "");
  digest.add(request.replicas);
  digest.add(request.placement);
  if (!request.package.empty()) digest.add(request.package);
  digest.add(request.all_chapters ? "all" : "");
  digest.add(request.comparison ? "comparison" : "");
  return digest.hex();
}

}  // namespace

RunRequest parse_run_request(std::string_view text, const Speech& say, std::vector<FieldProblem>& problems) {
  RunRequest out;
  const auto body = object_in(text, say, problems);
  if (!body) return out;
  Members members(*body, say, problems);
  members.only({"regio", "naam", "dreiging", "seizoen", "start", "duurUren", "herhalingen", "aanpassing", "volledig"});
  out.region = members.text("regio", true).value_or("");
  out.name = members.text("naam", false).value_or("");
  out.hazard = members.text("dreiging", true).value_or("");
  out.season = members.text("seizoen", false);
  static constexpr std::array seasons{"winter", "spring", "summer", "autumn"};
  if (out.season && std::find(seasons.begin(), seasons.end(), *out.season) == seasons.end())
    problems.push_back({"seizoen", say("study.season.unknown", {*out.season})});
  out.start = members.text("start", false);
  if (out.start && !is_local_time(*out.start)) problems.push_back({"start", say("server.input.local", {*out.start})});
  out.duration_h = members.number("duurUren", 0, 24 * 45);
  if (const auto replicas = members.number("herhalingen", 0, most_replicas)) {
    if (*replicas != std::floor(*replicas))
      problems.push_back({"herhalingen", say("server.query.number",
                                             {"1", std::to_string(most_replicas), canonical_number(*replicas)})});
    out.replicas = static_cast<std::uint32_t>(*replicas);
  }
  out.all_chapters = members.flag("volledig").value_or(false);
  take_overlay(members, out, say, problems);
  return out;
}

RunKind kind_of(const RunRequest& request) {
  if (request.comparison) return RunKind::comparison;
  if (!request.package.empty()) return RunKind::package;
  return request.placement.empty() ? RunKind::study : RunKind::placement;
}

bool has_all_chapters(const RunRequest& request) { return request.all_chapters || request.overlay == "{}"; }

RunRequest parse_comparison_request(std::string_view text, const Speech& say, std::vector<FieldProblem>& problems) {
  RunRequest out;
  out.comparison = true;
  out.replicas = compared_replicas;
  const auto body = object_in(text, say, problems);
  if (!body) return out;
  Members members(*body, say, problems);
  members.only({"regio", "naam", "herhalingen"});
  out.region = members.text("regio", true).value_or("");
  out.name = members.text("naam", false).value_or("");
  if (const auto replicas = members.whole("herhalingen", 1, static_cast<int>(most_compared_replicas)))
    out.replicas = static_cast<std::uint32_t>(*replicas);
  return out;
}

RunRequest parse_placement_request(std::string_view text, const Speech& say, std::vector<FieldProblem>& problems) {
  RunRequest out;
  out.replicas = 0;
  const auto body = object_in(text, say, problems);
  if (!body) return out;
  Members members(*body, say, problems);
  members.only({"regio", "naam", "dreiging", "seizoen", "aanpassing", "lokaal", "coordinerend", "doel", "verplicht",
                "uitgesloten"});
  out.region = members.text("regio", true).value_or("");
  out.name = members.text("naam", false).value_or("");
  out.hazard = members.text("dreiging", false).value_or("");
  out.season = members.text("seizoen", false);
  static constexpr std::array seasons{"winter", "spring", "summer", "autumn"};
  if (out.season && std::find(seasons.begin(), seasons.end(), *out.season) == seasons.end())
    problems.push_back({"seizoen", say("study.season.unknown", {*out.season})});
  take_overlay(members, out, say, problems);
  json question = json::object();
  constexpr double most_points = 10'000;
  for (const char* const name : {"lokaal", "coordinerend"})
    if (const auto count = members.number(name, -1, most_points)) {
      if (*count == std::floor(*count))
        question[name] = static_cast<std::uint64_t>(*count);
      else
        problems.push_back(
            {name, say("server.query.number", {"0", canonical_number(most_points), canonical_number(*count)})});
    }
  if (const auto objective = members.text("doel", false)) {
    if (objective_of(*objective))
      question["doel"] = *objective;
    else
      problems.push_back({"doel", say("server.query.word", {objective_list(), *objective})});
  }
  for (const char* const name : {"verplicht", "uitgesloten"}) {
    const json* const list = members.find(name);
    if (list == nullptr) continue;
    const bool texts = list->is_array() && static_cast<double>(list->size()) <= most_points &&
                       std::all_of(list->begin(), list->end(), [](const json& id) { return id.is_string(); });
    if (texts)
      question[name] = *list;
    else
      members.wrong(name, "server.input.list");
  }
  out.placement = question.dump(-1, ' ', false, json::error_handler_t::replace);
  return out;
}

support_points::Question question_of(const RunRequest& request) {
  const json question = json::parse(request.placement, nullptr, false);
  support_points::Question out;
  out.compare = false;
  if (request.season) out.season = *request.season;
  if (!question.is_object()) return out;
  if (question.contains("lokaal")) out.points = question.at("lokaal").get<std::size_t>();
  if (question.contains("coordinerend")) out.coordinating = question.at("coordinerend").get<std::size_t>();
  if (question.contains("doel"))
    out.objective = objective_of(question.at("doel").get<std::string>()).value_or(out.objective);
  if (question.contains("verplicht")) out.must = question.at("verplicht").get<std::vector<std::string>>();
  if (question.contains("uitgesloten")) out.must_not = question.at("uitgesloten").get<std::vector<std::string>>();
  return out;
}

double longest_hit_h(const region::Tables& tables, const std::string& hazard) {
  const auto found = tables.tables.find("shocks");
  if (found == tables.tables.end()) return 0;
  const formats::Table& table = found->second;
  const auto of = table.column("hazard");
  const auto kind = table.column("kind");
  const auto start = table.column("start_h");
  const auto duration = table.column("duration_h");
  double longest = 0;
  double first = std::numeric_limits<double>::max();
  double last = 0;
  for (const auto& row : table.rows) {
    if (row[*of] != hazard) continue;
    if (row[*kind] == "hit") longest = std::max(longest, number_of(row[*duration]));
    first = std::min(first, number_of(row[*start]));
    last = std::max(last, number_of(row[*start]) + number_of(row[*duration]));
  }
  return longest > 0 ? longest : std::max(0.0, last - first);
}

void stretch(region::Tables& tables, const std::string& hazard, double duration_h) {
  const double factor = duration_h / longest_hit_h(tables, hazard);
  formats::Table& shocks = tables.tables.at("shocks");
  for (auto& row : shocks.rows) {
    if (cell(shocks, row, "hazard") != hazard) continue;
    for (const char* const column : {"start_h", "duration_h"}) {
      std::string& text = cell(shocks, row, column);
      text = hours_text(number_of(text) * factor);
    }
  }
  formats::Table& hazards = tables.tables.at("hazards");
  for (auto& row : hazards.rows) {
    if (cell(hazards, row, "id") != hazard) continue;
    cell(hazards, row, "name_nl") +=
        " (duur " + format_decimal(duration_h, duration_h == std::floor(duration_h) ? 0 : 1, Language::nl) + " uur)";
    cell(hazards, row, "name_en") +=
        " (lasting " + format_decimal(duration_h, duration_h == std::floor(duration_h) ? 0 : 1, Language::en) +
        " hours)";
  }
}

namespace {

/// A what-if weighs no measures, so what those would change in rows that it takes away need not be right.
store::State without_measure_changes(const store::State& state, const std::vector<store::Operation>& operations) {
  const std::string table = "measure_changes";
  store::State out = state;
  const store::TableState* const changes = state.table(table);
  const bool touched = std::any_of(operations.begin(), operations.end(),
                                   [&](const store::Operation& operation) { return operation.table == table; });
  if (changes == nullptr || touched) return out;
  store::Change removal;
  removal.columns[table] = changes->columns;
  for (const auto& [id, row] : changes->rows) removal.operations.push_back({table, id, row.position, std::nullopt});
  out.apply(removal);
  return out;
}

}  // namespace

Result<std::optional<RunWorld>> world_of(const Snapshot& snapshot, const RunRequest& request,
                                         const std::string& program, const Speech& say,
                                         std::vector<FieldProblem>& problems) {
  std::vector<FieldProblem> inside;
  const ChangeInput input = parse_change_input(request.overlay, say, inside);
  const auto operations = resolve(input, snapshot.state, say, inside);
  std::string content = snapshot.version;
  store::State after = snapshot.state;
  Built built;
  built.package.tables = snapshot.package.tables;
  built.region = std::shared_ptr<const region::Region>(std::shared_ptr<const void>(), &snapshot.region);
  if (!operations.empty() && inside.empty()) {
    // These look at the measures too.
    const bool weighed = request.all_chapters || !request.package.empty();
    TRY(Checked checked,
        check(weighed ? snapshot.state : without_measure_changes(snapshot.state, operations), operations, input, say));
    inside = std::move(checked.errors);
    built = std::move(checked.built);
    store::Change change;
    change.operations = operations;
    change.columns = store::columns_of(operations);
    after.apply(change);
    content = after.content_hash();
  }
  for (FieldProblem& problem : inside) {
    problem.name = "aanpassing/" + problem.name;
    problems.push_back(std::move(problem));
  }
  if (!problems.empty()) return std::optional<RunWorld>{};
  const RunKind kind = kind_of(request);
  if (kind == RunKind::placement)
    check_points(*built.region, request, say, problems);
  else if (kind == RunKind::package)
    check_package(*built.region, request, say, problems);
  else if (kind == RunKind::comparison && built.region->hazards.empty())
    problems.push_back({"regio", say("study.hazards.none")});
  else if (kind == RunKind::study)
    check_hazard(*built.region, request, built.package.tables, say, problems);
  if (!problems.empty()) return std::optional<RunWorld>{};
  RunWorld world;
  world.key = key_of(request, content, program);
  world.account = region::measure_account(built.package.tables);
  if (!request.package.empty()) world.effects_key = effects_key(after);
  if (request.duration_h) {
    stretch(built.package.tables, request.hazard, *request.duration_h);
    built = build(std::move(built.package));
    if (!built.region) {
      for (const RowProblem& problem : built.problems)
        if (problem.severity == Severity::error)
          problems.push_back({"duurUren", say(problem.message), problem.table, problem.row, problem.column});
      return std::optional<RunWorld>{};
    }
  }
  world.region = operations.empty() && !request.duration_h ? std::make_shared<const region::Region>(snapshot.region)
                                                           : built.region;
  return std::optional(std::move(world));
}

}  // namespace veer::server
