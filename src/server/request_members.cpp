#include "server/request_members.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "formats/geojson.hpp"
#include "server/change_input.hpp"
#include "server/run_request.hpp"

namespace veer::server {

using nlohmann::json;

Members::Members(const json& body, const Speech& say, std::vector<FieldProblem>& problems, std::string below)
    : body_(body), say_(say), problems_(problems), below_(std::move(below)) {}

void Members::only(std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : body_.items())
    if (std::find(known.begin(), known.end(), name) == known.end()) wrong(name, "server.input.unknown");
}

std::optional<std::string> Members::text(const char* name, bool must, std::size_t most) {
  const json* const value = find(name);
  if (value == nullptr) {
    if (must) wrong(name, "server.input.word");
    return std::nullopt;
  }
  if (!value->is_string() || (must && value->get_ref<const std::string&>().empty())) {
    wrong(name, "server.input.word");
    return std::nullopt;
  }
  if (value->get_ref<const std::string&>().size() > most) {
    wrong(name, "server.query.long", {std::to_string(most)});
    return std::nullopt;
  }
  return value->get<std::string>();
}

std::optional<double> Members::number(const char* name, double above, double most) {
  const json* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number() && value->get<double>() > above && value->get<double>() <= most) return value->get<double>();
  wrong(name, "server.input.above", {canonical_number(above), canonical_number(most)});
  return std::nullopt;
}

std::optional<double> Members::within(const char* name, double least, double most, bool must) {
  const json* const value = find(name);
  if (value == nullptr && !must) return std::nullopt;
  if (value != nullptr && value->is_number() && value->get<double>() >= least && value->get<double>() <= most)
    return value->get<double>();
  wrong(name, "server.input.within", {canonical_number(least), canonical_number(most)});
  return std::nullopt;
}

std::optional<int> Members::whole(const char* name, int least, int most, bool must) {
  const auto value = within(name, least, most, must);
  if (!value) return std::nullopt;
  if (*value == std::floor(*value)) return static_cast<int>(*value);
  wrong(name, "server.query.number", {std::to_string(least), std::to_string(most), canonical_number(*value)});
  return std::nullopt;
}

std::optional<bool> Members::flag(const char* name) {
  const json* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  wrong(name, "server.input.flag");
  return std::nullopt;
}

std::optional<std::string> Members::one_of(const char* name, const std::vector<std::string>& words) {
  const auto word = text(name, false);
  if (!word || std::find(words.begin(), words.end(), *word) != words.end()) return word;
  std::string all;
  for (const std::string& one : words) all += (all.empty() ? "" : ", ") + one;
  wrong(name, "server.query.word", {all, *word});
  return std::nullopt;
}

const json* Members::list(const char* name, std::size_t most) {
  const json* const value = find(name);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) {
    wrong(name, "server.input.list");
    return nullptr;
  }
  if (value->size() <= most) return value;
  wrong(name, "server.input.many", {std::to_string(most)});
  return nullptr;
}

const json* Members::find(const char* name) const {
  const auto found = body_.find(name);
  return found == body_.end() || found->is_null() ? nullptr : &*found;
}

void Members::wrong(const std::string& name, const char* key, std::vector<std::string> arguments) {
  problems_.push_back({below_ + name, say_(key, std::move(arguments))});
}

std::optional<json> object_in(std::string_view body, const Speech& say, std::vector<FieldProblem>& problems) {
  constexpr std::size_t deepest = 8;
  json out =
      formats::json_nesting_within(body, deepest) ? json::parse(body, nullptr, false) : json(json::value_t::discarded);
  if (out.is_object()) return out;
  problems.push_back({"", say("server.input.json")});
  return std::nullopt;
}

void take_overlay(const Members& members, RunRequest& into, const Speech& say, std::vector<FieldProblem>& problems) {
  const json* const overlay = members.find("aanpassing");
  if (overlay == nullptr) return;
  into.overlay = overlay->dump(-1, ' ', false, json::error_handler_t::replace);
  std::vector<FieldProblem> inside;
  const ChangeInput checked = parse_change_input(into.overlay, say, inside);
  static_cast<void>(checked);  // read again when it is applied; here only what is wrong with it counts
  for (FieldProblem& problem : inside) {
    problem.name = "aanpassing" + (problem.name.empty() ? "" : "/" + problem.name);
    problems.push_back(std::move(problem));
  }
}

}  // namespace veer::server
