#include "server/package_request.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "measures/choose.hpp"
#include "measures/money.hpp"
#include "server/request_members.hpp"
#include "store/sha256.hpp"

namespace veer::server {

namespace {

using nlohmann::json;

constexpr double most_eur = 1e12;
constexpr int first_year_allowed = 1990;
constexpr int last_year_allowed = 2100;
constexpr std::size_t most_years = 12;
constexpr std::size_t most_entries = 1000;
constexpr int most_replicas = 2000;
/// Replicas of each package on the core: the differences are paired, so that a few hundred tell them apart.
constexpr std::uint32_t usual_replicas = 256;
/// Effort of one solve, in nodes: whoever moves a slider waits for the answer.
constexpr std::uint64_t nodes = 4'000;

const std::array<const char*, 5> money_names{"announced", "low", "high", "cut", "stops"};

template <std::size_t N>
std::vector<std::string> words_of(const std::array<const char*, N>& names) {
  return {names.begin(), names.end()};
}

template <std::size_t N>
std::size_t index_in(const std::array<const char*, N>& names, const std::string& word) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const char* name) { return word == name; });
  return static_cast<std::size_t>(found - names.begin());
}

std::string at(const std::string& list, std::size_t index) { return list + "/" + std::to_string(index); }

/// Reads the members of one question.
class Reader {
 public:
  Reader(Members& members, const Speech& say, std::vector<FieldProblem>& problems)
      : members_(members), say_(say), problems_(problems) {}

  /// [{jaar, bedrag}] in order of year: each once, none in between missing.
  json years(Members& members, const char* name, bool some_money) {
    const json* const list = members.list(name, most_years);
    if (list == nullptr) return nullptr;
    std::map<int, double> by_year;
    bool good = !list->empty();
    if (list->empty()) members.wrong(name, "server.package.years");
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto entry = object((*list)[i], members.below() + at(name, i));
      if (!entry) {
        good = false;
        continue;
      }
      Members own(*entry, say_, problems_, members.below() + at(name, i) + "/");
      own.only({"jaar", "bedrag"});
      const auto year = own.whole("jaar", first_year_allowed, last_year_allowed, true);
      const auto amount = own.within("bedrag", 0, most_eur, true);
      if (!year || !amount)
        good = false;
      else if (!by_year.emplace(*year, *amount).second)
        own.wrong("jaar", "measures.budget.twice", {std::to_string(*year)});
    }
    if (!good) return nullptr;
    json out = json::array();
    bool money = false;
    for (const auto& [year, amount] : by_year) {
      const int expected = by_year.begin()->first + static_cast<int>(out.size());
      if (year != expected) {
        members.wrong(name, "measures.budget.missing", {std::to_string(expected)});
        return nullptr;
      }
      money = money || amount > 0;
      out.push_back({{"jaar", year}, {"bedrag", amount}});
    }
    if (some_money && !money) members.wrong(name, "server.package.no_money");
    return out;
  }

  /// [{<key>, …}] with a text under `key`, each once, in order of it; `more` reads the other member into the entry.
  json entries(const char* name, const char* key, const char* value, const std::function<json(Members& own)>& more) {
    const json* const list = members_.list(name, most_entries);
    std::map<std::string, json> by_key;
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const auto entry = object((*list)[i], at(name, i));
      if (!entry) continue;
      Members own(*entry, say_, problems_, at(name, i) + "/");
      own.only({key, value});
      const auto id = own.text(key, true);
      json read = more(own);
      if (!id) continue;
      if (!by_key.emplace(*id, std::move(read)).second) own.wrong(key, "server.package.twice", {*id});
    }
    json out = json::array();
    for (auto& [id, read] : by_key) out.push_back({{key, id}, {value, std::move(read)}});
    return out;
  }

 private:
  std::optional<json> object(const json& value, const std::string& where) {
    if (value.is_object()) return value;
    problems_.push_back({where, say_("server.input.object")});
    return std::nullopt;
  }

  Members& members_;
  const Speech& say_;
  std::vector<FieldProblem>& problems_;
};

measures::YearlyMoney money_in(const json& years) {
  measures::YearlyMoney out;
  for (const json& entry : years) {
    if (out.eur.empty()) out.first_year = entry.at("jaar").get<int>();
    out.eur.push_back(entry.at("bedrag").get<double>());
  }
  return out;
}

/// The place of an id in a list of the question, as the client sent it: lists are in order of id here.
FieldProblem unknown(const std::string& list, const std::string& table, const std::string& id, const Speech& say) {
  return {list, say("server.input.no_row", {table, id}), table, id, ""};
}

}  // namespace

RunRequest parse_package_request(std::string_view text, const Speech& say, std::vector<FieldProblem>& problems) {
  RunRequest out;
  const auto body = object_in(text, say, problems);
  if (!body) return out;
  Members members(*body, say, problems);
  members.only({"regio",          "naam",
                "dreigingen",     "herhalingen",
                "budget",         "landelijk",
                "jaren",          "geld",
                "sleutel",        "aandelen",
                "rechtstreeks",   "eigenBijdrage",
                "betalers",       "anderen",
                "meenemen",       "regel",
                "minimum",        "begonnen",
                "nietDoen",       "uitgebreid",
                "aanpassing",     "behoefteGewichten",
                "procesGewichten"});
  Reader reader(members, say, problems);
  out.region = members.text("regio", true).value_or("");
  out.name = members.text("naam", false).value_or("");
  out.replicas = static_cast<std::uint32_t>(members.whole("herhalingen", 2, most_replicas).value_or(0));
  json asked = json::object();
  asked["budget"] = reader.years(members, "budget", true);
  asked["landelijk"] = reader.years(members, "landelijk", true);
  if ((members.find("budget") == nullptr) == (members.find("landelijk") == nullptr))
    members.wrong("budget", "server.package.one_sum");
  asked["jaren"] = members.whole("jaren", 1, static_cast<int>(most_years)).value_or(0);
  asked["geld"] = members.one_of("geld", words_of(money_names)).value_or(money_names.front());
  asked["sleutel"] = members.one_of("sleutel", words_of(measures::key_names)).value_or(measures::key_names.front());
  asked["aandelen"] = reader.entries("aandelen", "gemeente", "deel",
                                     [](Members& own) { return own.within("deel", 0, 1e9, true).value_or(0); });
  asked["rechtstreeks"] = members.flag("rechtstreeks").value_or(false);
  asked["eigenBijdrage"] = members.within("eigenBijdrage", 0, 1).value_or(0);
  asked["betalers"] =
      reader.entries("betalers", "betaler", "budget", [&](Members& own) { return reader.years(own, "budget", false); });
  asked["anderen"] = reader.years(members, "anderen", false);
  asked["meenemen"] = members.flag("meenemen").value_or(true);
  asked["regel"] = members.one_of("regel", words_of(measures::rule_names)).value_or(measures::rule_names.front());
  asked["minimum"] = members.within("minimum", 0, 100).value_or(0);
  asked["dreigingen"] = reader.entries("dreigingen", "dreiging", "gewicht",
                                       [](Members& own) { return own.within("gewicht", 0, 1e6).value_or(1); });
  asked["behoefteGewichten"] = reader.entries("behoefteGewichten", "behoefte", "gewicht", [](Members& own) {
    return own.within("gewicht", 0, 1e6, true).value_or(0);
  });
  asked["procesGewichten"] = reader.entries("procesGewichten", "proces", "gewicht", [](Members& own) {
    return own.within("gewicht", 0, 1e6, true).value_or(0);
  });
  asked["begonnen"] = reader.entries("begonnen", "maatregel", "jaar", [](Members& own) {
    return own.whole("jaar", first_year_allowed, last_year_allowed, true).value_or(0);
  });
  std::set<std::string> barred;
  if (const json* const list = members.list("nietDoen", most_entries)) {
    for (std::size_t i = 0; i < list->size(); ++i)
      if ((*list)[i].is_string())
        barred.insert((*list)[i].get<std::string>());
      else
        members.wrong(at("nietDoen", i), "server.input.word");
  }
  asked["nietDoen"] = barred;
  asked["uitgebreid"] = members.flag("uitgebreid").value_or(false);
  take_overlay(members, out, say, problems);
  out.package = asked.dump(-1, ' ', false, json::error_handler_t::replace);
  return out;
}

study::MeasureOptions measure_options(const RunRequest& request) {
  const json asked = json::parse(request.package);
  study::MeasureOptions out;
  if (asked.at("budget").is_array()) out.budget = money_in(asked.at("budget"));
  if (asked.at("landelijk").is_array()) out.national = money_in(asked.at("landelijk"));
  if (asked.at("anderen").is_array()) out.others = money_in(asked.at("anderen"));
  out.years = asked.at("jaren").get<std::size_t>();
  out.money = asked.at("geld").get<std::string>();
  out.key = static_cast<measures::Key>(index_in(measures::key_names, asked.at("sleutel").get<std::string>()));
  out.direct = asked.at("rechtstreeks").get<bool>();
  // As `veer choose` has it: of the nation only these three are known; the others divide within the region.
  if (out.national && !out.direct && (out.key == measures::Key::equal || out.key == measures::Key::area))
    out.region_key = out.key;
  for (const json& entry : asked.at("aandelen"))
    out.own_shares[entry.at("gemeente").get<std::string>()] = entry.at("deel").get<double>();
  out.co_funding = asked.at("eigenBijdrage").get<double>();
  for (const json& entry : asked.at("betalers"))
    if (entry.at("budget").is_array())
      out.payers[entry.at("betaler").get<std::string>()] = money_in(entry.at("budget"));
  out.carry_over = asked.at("meenemen").get<bool>();
  out.rule = static_cast<measures::Rule>(index_in(measures::rule_names, asked.at("regel").get<std::string>()));
  out.minimum_share = asked.at("minimum").get<double>() / 100;
  for (const json& entry : asked.at("dreigingen"))
    out.hazards.emplace_back(entry.at("dreiging").get<std::string>(), entry.at("gewicht").get<double>());
  for (const json& entry : asked.value("behoefteGewichten", json::array()))
    out.weights["need=" + entry.at("behoefte").get<std::string>()] = entry.at("gewicht").get<double>();
  for (const json& entry : asked.value("procesGewichten", json::array()))
    out.weights["process=" + entry.at("proces").get<std::string>()] = entry.at("gewicht").get<double>();
  for (const json& entry : asked.at("begonnen"))
    out.begun[entry.at("maatregel").get<std::string>()] = entry.at("jaar").get<int>();
  out.barred = asked.at("nietDoen").get<std::vector<std::string>>();
  out.extras = asked.at("uitgebreid").get<bool>();
  out.nodes = nodes;
  return out;
}

void settle_package(const region::Region& region, RunRequest& request) {
  if (request.replicas != 0) return;
  request.replicas = study::usual_replicas(region, measure_options(request), {}, usual_replicas);
}

void check_package(const region::Region& region, const RunRequest& request, const Speech& say,
                   std::vector<FieldProblem>& problems) {
  if (region.measures.empty()) {
    problems.push_back({"regio", say("study.measures.none", {region.id}), "measures", "", ""});
    return;
  }
  const study::MeasureOptions options = measure_options(request);
  const auto has_measure = [&](const std::string& id) {
    return std::any_of(region.measures.begin(), region.measures.end(), [&](const auto& row) { return row.id == id; });
  };
  const auto organisation = [&](const std::string& id) {
    return std::find_if(region.organisations.begin(), region.organisations.end(),
                        [&](const auto& row) { return row.id == id; });
  };
  double weights = options.hazards.empty() ? 1 : 0;
  for (const auto& [id, weight] : options.hazards) {
    weights += weight;
    if (!region.find_hazard(id)) problems.push_back(unknown("dreigingen", "hazards", id, say));
  }
  if (weights <= 0) problems.push_back({"dreigingen", say("study.choice.weights")});
  for (const auto& [what, weight] : options.weights) {
    const std::string id = what.substr(what.find('=') + 1);
    const bool need = what.starts_with("need=");
    const bool known =
        need
            ? std::any_of(region.services.begin(), region.services.end(), [&](const auto& row) { return row.id == id; })
            : std::any_of(region.processes.begin(), region.processes.end(),
                          [&](const auto& row) { return row.id == id || row.id.substr(row.id.rfind('/') + 1) == id; });
    if (!known)
      problems.push_back(
          unknown(need ? "behoefteGewichten" : "procesGewichten", need ? "services" : "processes", id, say));
  }
  for (const auto& [id, share] : options.own_shares)
    if (const auto row = organisation(id);
        row == region.organisations.end() || row->kind != region::OrganisationKind::municipality)
      problems.push_back({"aandelen", say("study.money.municipality", {id}), "organisations", id, ""});
  for (const auto& [id, year] : options.begun)
    if (!has_measure(id)) problems.push_back(unknown("begonnen", "measures", id, say));
  for (const std::string& id : options.barred)
    if (!has_measure(id)) problems.push_back(unknown("nietDoen", "measures", id, say));
  for (const auto& [id, money] : options.payers)
    if (organisation(id) == region.organisations.end())
      problems.push_back(unknown("betalers", "organisations", id, say));
  const auto money = study::money_of(region, options, options.money);
  if (!money) {
    const FieldProblem problem{options.national ? "landelijk" : "budget", say(money.error().message),
                               money.error().place.table, "", ""};
    problems.push_back(problem);
    return;
  }
  for (const auto& [id, own] : options.payers)
    if (own.first_year > money->first_year)
      problems.push_back({"betalers", say("study.money.payer_year", {id, std::to_string(money->first_year)})});
  if (options.others && options.others->first_year > money->first_year)
    problems.push_back({"anderen", say("study.money.payer_year", {"anderen", std::to_string(money->first_year)})});
}

std::string effects_key(const store::State& state) {
  static const std::set<std::string, std::less<>> apart{"cost_once_eur", "cost_year_eur", "price_year",
                                                        "lead_time_months"};
  store::Digest digest;
  for (const auto& [name, table] : state.tables()) {
    if (name == "measure_account") continue;
    digest.add(name);
    for (const std::string& column : table.columns) digest.add(column);
    for (const auto* const row : table.in_order()) {
      digest.add(row->first);
      const store::Row& cells = *row->second.cells;
      for (std::size_t c = 0; c < cells.size(); ++c)
        if (name != "measures" || !apart.contains(table.columns[c])) digest.add(cells[c]);
    }
  }
  return digest.hex();
}

}  // namespace veer::server
