#include "server/writing.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/geojson.hpp"
#include "server/region_json.hpp"

namespace veer::server {

namespace {

using nlohmann::json;

constexpr std::size_t longest_who = 100;
constexpr std::size_t longest_note = 1000;

Problem all_wrong(std::vector<FieldProblem> problems, const Speech& say) {
  return {400, say("server.change.wrong"), say("server.change.wrong_detail", {std::to_string(problems.size())}),
          std::move(problems)};
}

}  // namespace

void check_author(const Author& author, const Speech& say, std::vector<FieldProblem>& problems) {
  if (author.who.find_first_not_of(" \t") == std::string::npos) problems.push_back({"wie", say("server.input.word")});
  if (author.who.size() > longest_who)
    problems.push_back({"wie", say("server.query.long", {std::to_string(longest_who)})});
  if (author.note.size() > longest_note)
    problems.push_back({"notitie", say("server.query.long", {std::to_string(longest_note)})});
}

Author parse_author(std::string_view text, std::initializer_list<std::string_view> known, const Speech& say,
                    std::vector<FieldProblem>& problems) {
  constexpr std::size_t deepest = 8;
  const json body =
      formats::json_nesting_within(text, deepest) ? json::parse(text, nullptr, false) : json(json::value_t::discarded);
  Author author;
  if (!body.is_object()) {
    // Where rows may stand too, their reader says that this is no object.
    if (std::find(known.begin(), known.end(), "put") == known.end()) problems.push_back({"", say("server.input.json")});
    return author;
  }
  for (const auto& [name, value] : body.items())
    if (std::find(known.begin(), known.end(), name) == known.end())
      problems.push_back({name, say("server.input.unknown")});
  const auto word = [&](const char* name) -> std::string {
    const auto found = body.find(name);
    if (found == body.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    problems.push_back({name, say("server.input.word")});
    return {};
  };
  author.note = word("notitie");
  const std::size_t before = problems.size();
  author.who = word("wie");
  if (problems.size() == before) check_author(author, say, problems);
  return author;
}

std::optional<Problem> must_be_json(const Request& request, const Speech& say) {
  std::string media(request.header("content-type"));
  media = media.substr(0, media.find(';'));
  while (media.ends_with(' ')) media.pop_back();
  if (media == "application/json") return std::nullopt;
  return Problem{415, title_of(415, say), say("server.input.media", {"application/json", media})};
}

Reply store_change(const Services& services, Writing writing, const Speech& say) {
  std::optional<Checked> checked;
  if (writing.problems.empty()) {
    TRY(checked, check(writing.base->state, writing.operations, writing.input, say));
    for (FieldProblem& error : checked->errors) writing.problems.push_back(std::move(error));
    // Whoever only asks what a file would change may hear: nothing.
    if (writing.operations.empty() && !writing.only_check)
      writing.problems.push_back({"put", say("server.change.nothing")});
  }
  if (!writing.problems.empty()) return refuse(all_wrong(std::move(writing.problems), say));
  store::Change change;
  change.time = services.now();
  change.who = writing.author.who;
  change.note = writing.author.note;
  change.kind = writing.kind;
  change.undoes = writing.undoes;
  change.operations = std::move(writing.operations);
  change.columns = store::columns_of(change.operations);
  if (writing.only_check) return json_answer(change_json(change, checked->warnings));
  TRY(const store::ChangeHead head, services.regions.commit(*writing.base, change, std::move(checked->built)));
  change.number = head.number;
  change.previous_hash = head.previous_hash;
  change.hash = head.hash;
  Response out = json_answer(change_json(change, checked->warnings), 201);
  out.with("Location", "/v1/regios/" + encoded(writing.base->id) + "/wijzigingen/" + std::to_string(head.number));
  return out;
}

std::string paging_json(const Page& page, std::size_t total) {
  return nlohmann::ordered_json{{"pagina", page.number},
                                {"paginaGrootte", page.size},
                                {"totaal", total},
                                {"paginas", (total + page.size - 1) / page.size}}
      .dump();
}

}  // namespace veer::server
