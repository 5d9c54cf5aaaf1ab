#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "formats/geojson.hpp"
#include "server/api.hpp"
#include "server/package_request.hpp"
#include "server/result_parts.hpp"
#include "server/run_json.hpp"
#include "server/writing.hpp"

namespace veer::server {

namespace {

using nlohmann::json;

/// The run that the path names: one of the kind that has this address.
tl::expected<Run, Refusal> run_in(const Services& services, const Call& call, const Speech& say) {
  static constexpr std::array<std::pair<const char*, RunKind>, 4> names{
      {{"doorrekeningId", RunKind::study},
       {"plaatsingId", RunKind::placement},
       {"maatregelpakketId", RunKind::package},
       {"dreigingsvergelijkingId", RunKind::comparison}}};
  const auto named =
      std::find_if(names.begin(), names.end(), [&](const auto& name) { return call.path.contains(name.first); });
  const std::string& id = call.path.at(named->first);
  if (auto run = services.runs.find(id); run && kind_of(run->request) == named->second) return *std::move(run);
  return refuse(not_found(say, say("server.run.unknown", {id})));
}

Response run_answer(const Services& services, const Run& run, int status) {
  return json_answer(run_json(run, figures_of(services.parts, run)), status);
}

Reply list_runs(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  const Page page = page_of(query);
  const auto kept = query.maybe_flag("bewaard");
  const auto status = query.one_of("status", {"wachtend", "bezig", "klaar", "mislukt", "afgebroken"});
  TRY_QUERY(query);
  auto runs = services.runs.list();
  std::erase_if(runs, [&](const Run& run) {
    return kind_of(run.request) != RunKind::study || (kept && run.kept != *kept) ||
           (status && text_of(run.status) != *status);
  });
  std::string rows;
  for (std::size_t r = page.begin(runs.size()); r < page.end(runs.size()); ++r)
    rows += (rows.empty() ? "" : ",") + run_json(runs[r], figures_of(services.parts, runs[r]));
  return json_answer("{\"doorrekeningen\":[" + rows + "],\"paginering\":" + paging_json(page, runs.size()) + "}");
}

/// What is wrong with a request, in one answer.
Problem all_wrong(const std::vector<FieldProblem>& problems, const Speech& say) {
  return {400, say("server.run.wrong"), say("server.query.wrong", {std::to_string(problems.size())}), problems};
}

/// Has a run computed, of a hazard or of a choice of support points: they differ in what is asked and what is answered.
/// @param parse   reads the request; what is wrong with it goes to its last argument
/// @param answer  the answer for Runs::Asked
Reply ask(const Services& services, const Call& call, const Speech& say,
          RunRequest (*parse)(std::string_view, const Speech&, std::vector<FieldProblem>&), const std::string& below,
          const std::function<Response(const Runs::Asked&)>& answer) {
  Query query(call.target, say);
  TRY_QUERY(query);
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  std::vector<FieldProblem> problems;
  RunRequest request = parse(call.request.body, say, problems);
  const auto region = services.regions.find(request.region);
  if (!region && !request.region.empty()) problems.push_back({"regio", say("server.region.unknown", {request.region})});
  if (!problems.empty()) return refuse(all_wrong(problems, say));
  if (!request.package.empty()) settle_package(region->region, request);
  TRY(auto world, services.runs.world_for(*region, request, say, problems));
  if (!world) return refuse(all_wrong(problems, say));
  TRY(const Runs::Asked asked, services.runs.ask(request, *region, *std::move(world)));
  Response out = answer(asked);
  out.with("Location", below + asked.run.id);
  return out;
}

Reply ask_placement(const Services& services, const Call& call, const Speech& say) {
  return ask(services, call, say, parse_placement_request, "/v1/plaatsingen/", [&services](const Runs::Asked& asked) {
    return json_answer(placement_json(asked.run, plain_result(services.parts, asked.run, part::placement)),
                       asked.new_results ? 202 : 200);
  });
}

Reply read_placement(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  return json_answer(placement_json(*run, plain_result(services.parts, *run, part::placement)));
}

Response package_answer(const Services& services, const Run& run, int status) {
  return json_answer(package_json(run, plain_result(services.parts, run, part::package),
                                  plain_result(services.parts, run, part::account)),
                     status);
}

Reply ask_package(const Services& services, const Call& call, const Speech& say) {
  return ask(services, call, say, parse_package_request, "/v1/maatregelpakketten/",
             [&services](const Runs::Asked& asked) {
               return package_answer(services, asked.run, asked.new_results ? 202 : 200);
             });
}

Reply read_package(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  return package_answer(services, *run, 200);
}

Response comparison_answer(const Services& services, const Run& run, int status) {
  return json_answer(comparison_json(run, plain_result(services.parts, run, part::comparison)), status);
}

Reply ask_comparison(const Services& services, const Call& call, const Speech& say) {
  return ask(services, call, say, parse_comparison_request, "/v1/dreigingsvergelijkingen/",
             [&services](const Runs::Asked& asked) {
               return comparison_answer(services, asked.run, asked.new_results ? 202 : 200);
             });
}

Reply list_comparisons(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  const Page page = page_of(query);
  const auto region = query.text("regio");
  TRY_QUERY(query);
  auto runs = services.runs.list();
  std::erase_if(runs, [&](const Run& run) {
    return kind_of(run.request) != RunKind::comparison || (region && run.request.region != *region);
  });
  // What they found is asked for one by one.
  std::string rows;
  for (std::size_t r = page.begin(runs.size()); r < page.end(runs.size()); ++r)
    rows += (rows.empty() ? "" : ",") + comparison_json(runs[r], "");
  return json_answer("{\"dreigingsvergelijkingen\":[" + rows + "],\"paginering\":" + paging_json(page, runs.size()) +
                     "}");
}

Reply read_comparison(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  return comparison_answer(services, *run, 200);
}

Reply ask_run(const Services& services, const Call& call, const Speech& say) {
  return ask(services, call, say, parse_run_request, "/v1/doorrekeningen/", [&services](const Runs::Asked& asked) {
    return run_answer(services, asked.run, asked.new_results ? 202 : 200);
  });
}

Reply read_run(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  return run_answer(services, *run, 200);
}

Reply change_run(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  constexpr std::size_t longest_name = 200;
  const json body = formats::json_nesting_within(call.request.body, 4) ? json::parse(call.request.body, nullptr, false)
                                                                       : json(json::value_t::discarded);
  std::vector<FieldProblem> problems;
  std::optional<std::string> name;
  std::optional<bool> kept;
  if (!body.is_object()) {
    problems.push_back({"", say("server.input.json")});
  } else {
    for (const auto& [member, value] : body.items()) {
      if (member == "naam" && value.is_string() && !value.get_ref<const std::string&>().empty() &&
          value.get_ref<const std::string&>().size() <= longest_name)
        name = value.get<std::string>();
      else if (member == "naam")
        problems.push_back({member, say("server.query.long", {std::to_string(longest_name)})});
      else if (member == "bewaard" && value.is_boolean())
        kept = value.get<bool>();
      else
        problems.push_back({member, say(member == "bewaard" ? "server.input.flag" : "server.input.unknown")});
    }
  }
  if (!problems.empty())
    return refuse(
        Problem{400, title_of(400, say), say("server.query.wrong", {std::to_string(problems.size())}), problems});
  TRY(const Run changed, services.runs.change(run->id, name, kept));
  return run_answer(services, changed, 200);
}

Reply remove_run(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  TRY_DONE(services.runs.remove(run->id));
  Response out;
  out.status = 204;
  return out;
}

/// Server-sent events until the run has ended, with a comment now and then that keeps the connection open.
Reply follow_run(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto run = run_in(services, call, say);
  if (!run) return refuse(run.error());
  Response out;
  out.media = "text/event-stream";
  out.with("X-Accel-Buffering", "no");
  out.stream = [&runs = services.runs, first = *run](const Write& write) {
    constexpr double patience_s = 10;
    Run known = first;
    const auto tell = [&] { return write("event: voortgang\ndata: " + progress_json(known) + "\n\n"); };
    if (!tell()) return;
    while (known.status == RunStatus::waiting || known.status == RunStatus::busy) {
      const auto now = runs.wait(known.id, known, patience_s);
      if (!now) return;
      const bool same = now->status == known.status && now->share == known.share;
      known = *now;
      if (same ? !write(": nog bezig\n\n") : !tell()) return;
    }
  };
  return out;
}

}  // namespace

void add_runs(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/v1/doorrekeningen", list_runs);
  routes.add("POST", "/v1/doorrekeningen", ask_run);
  routes.add("GET", "/v1/doorrekeningen/{doorrekeningId}", read_run);
  routes.add("PATCH", "/v1/doorrekeningen/{doorrekeningId}", change_run);
  routes.add("DELETE", "/v1/doorrekeningen/{doorrekeningId}", remove_run);
  routes.add("GET", "/v1/doorrekeningen/{doorrekeningId}/voortgang", follow_run);
  routes.add("GET", "/v1/dreigingsvergelijkingen", list_comparisons);
  routes.add("POST", "/v1/dreigingsvergelijkingen", ask_comparison);
  routes.add("GET", "/v1/dreigingsvergelijkingen/{dreigingsvergelijkingId}", read_comparison);
  routes.add("DELETE", "/v1/dreigingsvergelijkingen/{dreigingsvergelijkingId}", remove_run);
  routes.add("GET", "/v1/dreigingsvergelijkingen/{dreigingsvergelijkingId}/voortgang", follow_run);
  routes.add("POST", "/v1/plaatsingen", ask_placement);
  routes.add("GET", "/v1/plaatsingen/{plaatsingId}", read_placement);
  routes.add("DELETE", "/v1/plaatsingen/{plaatsingId}", remove_run);
  routes.add("GET", "/v1/plaatsingen/{plaatsingId}/voortgang", follow_run);
  routes.add("POST", "/v1/maatregelpakketten", ask_package);
  routes.add("GET", "/v1/maatregelpakketten/{maatregelpakketId}", read_package);
  routes.add("DELETE", "/v1/maatregelpakketten/{maatregelpakketId}", remove_run);
  routes.add("GET", "/v1/maatregelpakketten/{maatregelpakketId}/voortgang", follow_run);
}

}  // namespace veer::server
