#include "server/problem.hpp"

#include <nlohmann/json.hpp>

namespace veer::server {

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::invalid_input:
      return 400;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::conflict:
      return 409;
    case ErrorKind::unsupported:
      return 400;
    case ErrorKind::unavailable:
    case ErrorKind::cancelled:
      return 503;
  }
  return 500;
}

std::string title_of(int status, const Speech& say) {
  switch (status) {
    case 400:
    case 403:
    case 404:
    case 405:
    case 409:
    case 413:
    case 414:
    case 415:
    case 416:
    case 421:
    case 429:
    case 503:
      return say(("server.title." + std::to_string(status)).c_str());
    default:
      return say("server.title.500");
  }
}

Problem problem_of(const Error& error, const Speech& say) {
  const int status = status_of(error.kind);
  Problem problem{status, title_of(status, say), error.text(say.texts, say.language)};
  // Where something stands on this machine is nobody's business; the name of a file is.
  if (status >= 500) problem.detail = say(error.message);
  if (!error.place.column.empty() || error.place.row > 0 || !error.place.table.empty())
    problem.fields.push_back({error.place.table.empty() ? error.place.file : error.place.table, say(error.message),
                              error.place.table, "", error.place.column});
  return problem;
}

std::string to_json(const Problem& problem) {
  nlohmann::ordered_json out{{"status", problem.status}, {"title", problem.title}, {"detail", problem.detail}};
  if (problem.status == 400 || !problem.fields.empty()) out["invalidParams"] = nlohmann::ordered_json::array();
  for (const FieldProblem& field : problem.fields) {
    nlohmann::ordered_json entry{{"name", field.name}, {"reason", field.reason}};
    if (!field.table.empty()) entry["tabel"] = field.table;
    if (!field.row.empty()) entry["rij"] = field.row;
    if (!field.column.empty()) entry["kolom"] = field.column;
    out["invalidParams"].push_back(std::move(entry));
  }
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Response answer(const Problem& problem) {
  Response out{.status = problem.status,
               .media = "application/problem+json",
               .headers = {},
               .body = to_json(problem),
               .encoding = {},
               .stream = {}};
  if (problem.status == 503 || problem.status == 429) out.with("Retry-After", problem.status == 429 ? "1" : "5");
  return out;
}

Response answer(const Error& error, const Speech& say) { return answer(problem_of(error, say)); }

}  // namespace veer::server
