#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/change_input.hpp"
#include "server/region_json.hpp"
#include "server/stand.hpp"
#include "server/writing.hpp"

namespace veer::server {

namespace {

using Json = nlohmann::ordered_json;

Reply list_changes(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  const Page page = page_of(query);
  const auto table = query.text("tabel");
  const auto row = query.text("rij");
  if (row && !table) query.wrong("rij", say("server.query.both", {"tabel", "rij"}));
  TRY_QUERY(query);
  TRY(auto heads, services.store.heads((*region)->id));
  if (row) {
    TRY(const auto numbers, services.store.touching((*region)->id, *table, *row));
    std::erase_if(heads, [&](const store::ChangeHead& head) {
      return std::find(numbers.begin(), numbers.end(), head.number) == numbers.end();
    });
  } else if (table) {
    std::erase_if(heads, [&](const store::ChangeHead& head) {
      return std::find(head.tables.begin(), head.tables.end(), *table) == head.tables.end();
    });
  }
  std::reverse(heads.begin(), heads.end());
  std::string list;
  for (std::size_t h = page.begin(heads.size()); h < page.end(heads.size()); ++h)
    list += (list.empty() ? "" : ",") + head_json(heads[h]);
  return json_answer("{\"wijzigingen\":[" + list + "],\"paginering\":" + paging_json(page, heads.size()) + "}");
}

tl::expected<std::uint64_t, Refusal> number_in(const Call& call, const Snapshot& snapshot, const Speech& say) {
  const std::string& text = call.path.at("nummer");
  const bool digits = !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string::npos;
  const std::uint64_t number = digits ? std::stoull(text) : 0;
  if (number >= 1 && number <= snapshot.last.number) return number;
  return refuse(not_found(say, say("store.change.unknown", {text, snapshot.id})));
}

Reply read_change(const Services& services, const Call& call, const Speech& say) {
  Query query(call.target, say);
  TRY_QUERY(query);
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  const auto number = number_in(call, **region, say);
  if (!number) return refuse(number.error());
  TRY(const store::Change change, services.store.change((*region)->id, *number));
  return json_answer(change_json(change));
}

Reply make_change(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  const bool only_check = query.flag("controleer");
  TRY_QUERY(query);
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  std::vector<FieldProblem> problems;
  const Author author = parse_author(call.request.body, {"wie", "notitie", "put", "remove"}, say, problems);
  const ChangeInput input = parse_change_input(call.request.body, say, problems);
  const auto operations = resolve(input, (*region)->state, say, problems);
  return store_change(services, {*region, author, operations, input, std::move(problems), only_check}, say);
}

Reply take_back(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  Query query(call.target, say);
  TRY_QUERY(query);
  if (auto refusal = must_be_json(call.request, say)) return refuse(*refusal);
  const auto number = number_in(call, **region, say);
  if (!number) return refuse(number.error());
  std::vector<FieldProblem> problems;
  const Author author = parse_author(call.request.body, {"wie", "notitie"}, say, problems);
  const std::string& id = (*region)->id;
  TRY(const store::Change change, services.store.change(id, *number));
  store::State before;
  if (*number > 1) {
    TRY(before, store::state_at(services.store, id, *number - 1));
  }
  store::State after = before;
  after.apply(change);
  TRY(const auto operations, store::undo_operations(change, before, after, (*region)->state));
  Writing writing{*region, author, operations, {}, std::move(problems), false};
  writing.kind = store::ChangeKind::undo;
  writing.undoes = *number;
  return store_change(services, std::move(writing), say);
}

Reply read_difference(const Services& services, const Call& call, const Speech& say) {
  const auto region = region_of(services, call, say);
  if (!region) return refuse(region.error());
  constexpr std::int64_t most = 1'000'000'000;
  Query query(call.target, say);
  const auto from = query.number("van", 0, most);
  const auto to = query.number("tot", 0, most);
  const auto from_instant = query.instant("vanTijdstip");
  const auto to_instant = query.instant("totTijdstip");
  if (from.has_value() == from_instant.has_value())
    query.wrong("van", say("server.query.one_of_two", {"van", "vanTijdstip"}));
  if (to && to_instant) query.wrong("tot", say("server.query.one_of_two", {"tot", "totTijdstip"}));
  TRY_QUERY(query);
  const auto first = number_of(services, **region, from, from_instant, "van", say);
  if (!first) return refuse(first.error());
  const auto second = number_of(services, **region, to, to_instant, "tot", say);
  if (!second) return refuse(second.error());
  const auto state = [&](std::uint64_t number) -> Result<store::State> {
    if (number == 0) return store::State{};
    if (number == (*region)->last.number) return (*region)->state;
    return store::state_at(services.store, (*region)->id, number);
  };
  TRY(const store::State before, state(*first));
  TRY(const store::State after, state(*second));
  return json_answer(difference_json(*first, *second, before, after));
}

}  // namespace

void add_changes(Router& router, const Services& services) {
  const Routes routes(router, services);
  routes.add("GET", "/v1/regios/{regioId}/wijzigingen", list_changes);
  routes.add("POST", "/v1/regios/{regioId}/wijzigingen", make_change);
  routes.add("GET", "/v1/regios/{regioId}/wijzigingen/{nummer}", read_change);
  routes.add("POST", "/v1/regios/{regioId}/wijzigingen/{nummer}/terugdraaiingen", take_back);
  routes.add("GET", "/v1/regios/{regioId}/verschillen", read_difference);
}

}  // namespace veer::server
