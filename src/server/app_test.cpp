#include "server/app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cascade/messages.hpp"
#include "ensemble/messages.hpp"
#include "formats/messages.hpp"
#include "importers/messages.hpp"
#include "importers/package/package.hpp"
#include "measures/messages.hpp"
#include "region/messages.hpp"
#include "report/data_messages.hpp"
#include "report/messages.hpp"
#include "server/documents.hpp"
#include "server/messages.hpp"
#include "store/messages.hpp"
#include "store/store.hpp"
#include "study/messages.hpp"
#include "support_points/messages.hpp"

// The server without a socket, on the village, with a store in memory.

using namespace veer;
using namespace veer::server;
using Json = nlohmann::json;

namespace {

const Texts& texts() {
  static const Texts all{cascade::messages(),   ensemble::messages(),       formats::messages(),
                         importers::messages(), region::messages(),         report::data_messages(),
                         report::messages(),    server::messages(),         store::messages(),
                         study::messages(),     support_points::messages(), measures::messages()};
  return all;
}

std::string tick() {
  static std::atomic<int> seconds{0};  // asked by the thread that computes too
  const int now = ++seconds;
  std::string text = std::to_string(100 + now / 60 % 60).substr(1) + ":" + std::to_string(100 + now % 60).substr(1);
  return "2026-03-01T10:" + text + ".000Z";
}

/// A server that serves the village.
struct Village {
  std::unique_ptr<store::Store> store = store::make_memory_store();
  std::ostringstream log;
  std::unique_ptr<App> app;

  explicit Village(RunLimits limits = {}) {
    AppSettings settings;
    settings.openapi = std::string(documents::openapi);
    settings.openapi_ogc = std::string(documents::openapi_ogc);
    settings.program = "test";
    settings.version = "0";
    settings.security_contact = "mailto:contact@veerkracht.invalid";
    settings.hosts = {"localhost"};
    settings.runs = limits;
    app = std::make_unique<App>(*store, texts(), log, tick, std::move(settings));
    REQUIRE(app->start());
    Diagnostics notes;
    auto tables = importers::read_package(std::string(std::getenv("VEER_SOURCE_DIR")) + "/regions/dorp", notes);
    REQUIRE(tables);
    REQUIRE(app->regions().import({*std::move(tables), {}}, tick(), "proef", "eerste"));
  }
  ~Village() { app->stop(); }
  Village(const Village&) = delete;
  Village& operator=(const Village&) = delete;

  Response ask(const std::string& method, const std::string& target, const std::string& body = "",
               std::map<std::string, std::string> headers = {}) {
    headers.emplace("host", "localhost:8072");
    if (!body.empty()) headers.emplace("content-type", "application/json");
    return app->handle({method, target, headers, body, "127.0.0.1"});
  }
  Json get(const std::string& target, int status = 200) {
    const Response answer = ask("GET", target);
    INFO(target, " ", answer.body.substr(0, 500));
    CHECK(answer.status == status);
    return Json::parse(answer.body, nullptr, false);
  }
};

const std::string village_path = "/v1/regios/dorp";

std::string first_id(Village& village, const std::string& table) {
  return village.get(village_path + "/tabellen/" + table + "/rijen?paginaGrootte=1").at("rijen").at(0).at("id");
}

}  // namespace

TEST_CASE("server: every method and path of the documents has a handler, and every handler is in a document") {
  Village village;
  std::set<std::string> documented{"GET /gezondheid", "GET /metrics", "GET /.well-known/security.txt"};
  for (const auto& [text, base] : {std::pair{documents::openapi, "/v1"}, {documents::openapi_ogc, "/ogc/v1"}}) {
    const Json document = Json::parse(text);
    for (const auto& [path, operations] : document.at("paths").items())
      for (const auto& [method, operation] : operations.items()) {
        std::string upper;
        for (const char c : method) upper += static_cast<char>(c - 'a' + 'A');
        documented.insert(upper + " " + base + (path == "/" ? "" : path));
      }
  }
  const auto routes = village.app->routes();
  CHECK(std::set<std::string>(routes.begin(), routes.end()) == documented);
}

TEST_CASE("server: a change of two cells is stored whole, shows in the rows, and is taken back by a new change") {
  Village village;
  const std::string id = first_id(village, "assets");
  const std::string row = village_path + "/tabellen/assets/rijen/" + id;
  const std::string before = village.get(row).at("rij").at("name");
  const std::string body =
      Json{{"wie", "Crisisbeheersing"},
           {"notitie", "naam"},
           {"put", {{{"tabel", "assets"}, {"rij", {{"id", id}, {"name", "Nieuw"}, {"confirmed", true}}}}}}}
          .dump();
  CHECK(village.ask("POST", village_path + "/wijzigingen?controleer=true", body).status == 200);
  CHECK(village.get(village_path + "/wijzigingen").at("paginering").at("totaal") == 1);
  const Response made = village.ask("POST", village_path + "/wijzigingen", body);
  CHECK(made.status == 201);
  CHECK(made.header("Location") == village_path + "/wijzigingen/2");
  CHECK(village.get(row).at("rij").at("name") == "Nieuw");
  CHECK(village.get(row).at("rij").at("confirmed") == "true");
  CHECK(village.get(row).at("laatsteWijziging").at("wie") == "Crisisbeheersing");
  CHECK(village.get(village_path + "/tabellen/assets/rijen?opNummer=1&zoek=" + id).at("rijen").at(0).at("name") ==
        before);
  const Json difference = village.get(village_path + "/verschillen?van=1");
  CHECK(difference.at("telling").at("gewijzigd") == 1);
  CHECK(difference.at("tabellen").at(0).at("gewijzigd").at(0).at("cellen").size() == 2);
  CHECK(village.ask("POST", village_path + "/wijzigingen/2/terugdraaiingen", R"({"wie":"proef"})").status == 201);
  CHECK(village.get(row).at("rij").at("name") == before);
  CHECK(village.get(village_path + "/verschillen?van=1").at("tabellen").empty());
  CHECK(village.get(village_path).at("versie") != "");
}

TEST_CASE("server: a change with several mistakes names them all with table, row and column, and stores nothing") {
  Village village;
  const std::string id = first_id(village, "assets");
  const Response answer =
      village.ask("POST", village_path + "/wijzigingen",
                  Json{{"wie", "proef"},
                       {"put",
                        {{{"tabel", "assets"}, {"rij", {{"id", id}, {"lat", 200}, {"service", "stroomm"}}}},
                         {{"tabel", "support_points"}, {"rij", {{"id", "nieuw"}}}}}}}
                      .dump());
  CHECK(answer.status == 400);
  CHECK(answer.media == "application/problem+json");
  const Json problem = Json::parse(answer.body);
  std::set<std::string> names;
  for (const Json& field : problem.at("invalidParams")) names.insert(field.at("name").get<std::string>());
  CHECK(names.contains("put/0/rij/lat"));
  CHECK(names.contains("put/0/rij/service"));
  CHECK(names.contains("put/1/rij/name"));
  CHECK(names.contains("put/1/rij/lon"));
  CHECK(village.get(village_path + "/wijzigingen").at("paginering").at("totaal") == 1);
}

TEST_CASE("server: what is no change is refused: other media, no author, unknown fields, a row that is not there") {
  Village village;
  CHECK(village.ask("POST", village_path + "/wijzigingen", "{}", {{"content-type", "text/plain"}}).status == 415);
  const auto names = [&](const std::string& body) {
    std::set<std::string> out;
    const Response answer = village.ask("POST", village_path + "/wijzigingen", body);
    CHECK(answer.status == 400);
    const Json problem = Json::parse(answer.body);
    for (const Json& field : problem.at("invalidParams")) out.insert(field.at("name").get<std::string>());
    return out;
  };
  CHECK(names("{}").contains("wie"));
  CHECK(names("[]").contains(""));
  CHECK(names("{\"wie\":").contains(""));
  CHECK(names(R"({"wie":"x","putt":[]})").contains("putt"));
  CHECK(names(R"({"wie":"x","remove":[{"tabel":"assets","id":"nergens"}]})").contains("remove/0/id"));
  CHECK(names(R"({"wie":"x","put":[{"tabel":"asets","rij":{"id":"a"}}]})").contains("put/0/tabel"));
  CHECK(names(R"({"wie":"x","put":[{"tabel":"assets","rij":{"id":"a","nam":"b"}}]})").contains("put/0/rij/nam"));
  CHECK(names(R"({"wie":"x"})").contains("put"));
}

TEST_CASE("server: a query with two mistakes names both") {
  Village village;
  const Json problem = village.get(village_path + "/tabellen/assets/rijen?pagina=0&sorteer=x&zook=a", 400);
  CHECK(problem.at("invalidParams").size() == 3);
  CHECK(problem.at("status") == 400);
}

TEST_CASE("server: rows are searched, sorted by value, filtered and paged") {
  Village village;
  const std::string rows = village_path + "/tabellen/areas/rijen";
  const Json all = village.get(rows + "?sorteer=-residents");
  const std::size_t total = all.at("paginering").at("totaal");
  REQUIRE(total >= 2);
  for (std::size_t r = 1; r < total; ++r)
    CHECK(std::stod(all.at("rijen").at(r - 1).at("residents").get<std::string>()) >=
          std::stod(all.at("rijen").at(r).at("residents").get<std::string>()));
  CHECK(village.get(rows + "?paginaGrootte=1&pagina=2").at("rijen").size() == 1);
  CHECK(village.get(rows + "?pagina=1000").at("rijen").empty());
  const std::string id = first_id(village, "areas");
  CHECK(village.get(rows + "?kolom=id&waarde=" + id).at("paginering").at("totaal") == 1);
}

TEST_CASE("server: addresses without content, with a slash too many or with another method get their problem") {
  Village village;
  CHECK(village.ask("GET", "/v1/regios/").status == 404);
  CHECK(village.ask("GET", "/v1/niets").status == 404);
  CHECK(village.ask("GET", "/v1/regios/dorpp").body.find("dorp") != std::string::npos);
  const Response put = village.ask("PUT", "/v1/regios");
  CHECK(put.status == 405);
  CHECK(put.header("Allow") == "GET, HEAD");
  CHECK(village.ask("OPTIONS", village_path + "/wijzigingen").header("Allow") == "GET, HEAD, POST");
  CHECK(village.ask("GET", "/v1/%ff").status == 400);
  for (const char* const target : {"/v1/regios", "/v1/niets", "/ogc/v1", "/gezondheid", "/"}) {
    const Response answer = village.ask("GET", target);
    CAPTURE(target);
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("X-Frame-Options") == "DENY");
    CHECK(answer.header("Content-Security-Policy").find("frame-ancestors 'none'") != std::string_view::npos);
  }
  CHECK(village.ask("GET", "/v1/niets").header("API-Version") == "1.0.0");
  CHECK(village.ask("GET", "/v1/openapi.json").header("Access-Control-Allow-Origin") == "*");
  CHECK(village.ask("GET", "/v1/regios").header("Cache-Control") == "no-store");
}

TEST_CASE("server: pages of elsewhere may neither reach it by a name of their own nor change anything") {
  Village village;
  const auto refused = [&](const std::string& method, std::map<std::string, std::string> headers) {
    const auto answer = village.app->before_body({method, "/v1/regios", std::move(headers), "", "127.0.0.1"});
    return answer ? answer->status : 0;
  };
  CHECK(refused("GET", {{"host", "localhost:8072"}}) == 0);
  CHECK(refused("GET", {{"host", "kwaad.example"}}) == 421);
  CHECK(refused("GET", {}) == 421);
  CHECK(refused("POST", {{"host", "localhost:8072"}, {"origin", "http://localhost:8072"}}) == 0);
  CHECK(refused("POST", {{"host", "localhost:8072"}, {"origin", "https://kwaad.example"}}) == 403);
  CHECK(refused("POST", {{"host", "localhost:8072"}, {"content-length", "999999999"}}) == 413);
  int tries = 0;
  while (refused("DELETE", {{"host", "localhost:8072"}}) == 0 && tries < 1000) ++tries;
  CHECK(tries >= 50);
  CHECK(tries < 1000);
  CHECK(refused("DELETE", {{"host", "localhost:8072"}}) == 429);
}

TEST_CASE("server: a run gives results, the same question is answered from memory, and each part can be read") {
  Village village;
  const std::string body = R"({"regio":"dorp","naam":"proef","dreiging":"power-72h","herhalingen":20,"duurUren":24})";
  const Response asked = village.ask("POST", "/v1/doorrekeningen", body);
  INFO(asked.body);
  REQUIRE(asked.status == 202);
  const std::string run(asked.header("Location"));
  std::string last;
  Response events = village.ask("GET", run + "/voortgang");
  REQUIRE(events.stream);
  events.stream([&](std::string_view piece) {
    last = piece;
    return true;
  });
  CHECK(last.find("\"klaar\"") != std::string::npos);
  const Json done = village.get(run);
  CHECK(done.at("status") == "klaar");
  CHECK(done.at("kerncijfers").at("persoonsurenOnvervuld").at("gemiddelde").get<double>() > 0);
  CHECK(village.get(run + "/uitkomsten").at("run").at("hazard").at("nl").get<std::string>().find("24 uur") !=
        std::string::npos);
  CHECK(village.get(run + "/uitkomsten/overzicht").at("assets").empty());
  const Json areas = village.get(run + "/uitkomsten/gebieden?behoefte=warmth");
  CHECK(areas.at("gebieden").at(0).at("gemiddelde").size() == areas.at("uren"));
  village.get(run + "/uitkomsten/gebieden/" + areas.at("gebieden").at(0).at("id").get<std::string>());
  const Json assets = village.get(run + "/uitkomsten/objecten");
  const std::string asset = assets.at("objecten").at(0).at("id");
  CHECK(village.get(run + "/uitkomsten/objecten/" + asset.substr(0, 6) + "%2F" + asset.substr(7)).at("id") == asset);
  village.get(run + "/uitkomsten/objectreeksen");
  village.get(run + "/uitkomsten/parameters");
  village.get(run + "/uitkomsten/gebieden?behoefte=zon", 404);
  const Json group = village.get(run + "/uitkomsten/gebieden?behoefte=warmth&groep=over_65");
  CHECK(group.at("groep") == "over_65");
  CHECK(group.at("regio").size() == group.at("uren"));
  village.get(run + "/uitkomsten/gebieden?behoefte=warmth&groep=over_65&soort=without", 400);
  village.get(run + "/uitkomsten/gebieden?behoefte=warmth&groep=jeugd", 400);
  CHECK(village.get(run + "/verklaringen?object=" + asset.substr(7)).at("zinnen").size() >= 1);

  const Response again = village.ask("POST", "/v1/doorrekeningen", body);
  CHECK(again.status == 200);
  CHECK(Json::parse(again.body).at("uitGeheugen") == true);
  CHECK(village.ask("PATCH", run, R"({"naam":"anders","bewaard":true})").status == 200);
  CHECK(village.get("/v1/doorrekeningen?bewaard=true").at("doorrekeningen").at(0).at("naam") == "anders");
  CHECK(village.ask("DELETE", run).status == 204);
  village.get(run, 404);
  // The other run with the same results keeps them.
  village.get(std::string(again.header("Location")) + "/uitkomsten/overzicht");
}

TEST_CASE("server: a run over what is not stored: the overlay counts, its mistakes are named, the region stays") {
  Village village;
  const Json hazards = village.get(village_path + "/dreigingen").at("dreigingen");
  REQUIRE(hazards.size() >= 1);
  const Response wrong = village.ask(
      "POST", "/v1/doorrekeningen",
      R"({"regio":"dorp","dreiging":"power-72hh","seizoen":"lente","duurUren":-1,"herhalingen":1.5,"aanpassing":{"put":[{"tabel":"assets","rij":{}}]}})");
  CHECK(wrong.status == 400);
  const std::size_t wrong_count = Json::parse(wrong.body).at("invalidParams").size();
  CHECK(wrong_count >= 3);
  const Response unknown = village.ask("POST", "/v1/doorrekeningen", R"({"regio":"dorp","dreiging":"power-72hh"})");
  CHECK(unknown.body.find("power-72h") != std::string::npos);
  const std::string id = first_id(village, "backups");
  const Response asked = village.ask("POST", "/v1/doorrekeningen",
                                     Json{{"regio", "dorp"},
                                          {"dreiging", "power-72h"},
                                          {"herhalingen", 5},
                                          {"aanpassing", {{"remove", {{{"tabel", "backups"}, {"id", id}}}}}}}
                                         .dump());
  CHECK(asked.status == 202);
  CHECK(Json::parse(asked.body).at("aanpassing").at("remove").at(0).at("id") == id);
  CHECK(village.get(village_path + "/tabellen/backups/rijen/" + id).at("rij").at("id") == id);

  // What stops a process is left out of such a run, and worked out for the one that is looked at.
  const std::string run(asked.header("Location"));
  village.ask("GET", run + "/voortgang").stream([](std::string_view) { return true; });
  const Json results = village.get(run + "/uitkomsten");
  CHECK(results.at("held_view").empty());
  const std::string process = results.at("processes").at(0).at("id");
  std::string escaped = process;
  if (const auto slash = escaped.find('/'); slash != std::string::npos) escaped.replace(slash, 1, "%2F");
  const Json held = village.get(run + "/uitkomsten/processen/" + escaped).at("heldView");
  CHECK(held.at("process") == process);
  CHECK(held.at("horizons").size() == 2);
  CHECK(village.get(run + "/uitkomsten/processen/" + escaped).at("heldView") == held);
  village.get(run + "/uitkomsten/processen/geen", 404);
}

TEST_CASE("server: the queue has an end; a run that waits or runs is cancelled and says so") {
  Village village({.waiting = 1, .remembered = 5, .threads = 1});
  const auto ask = [&](int replicas) {
    return village.ask("POST", "/v1/doorrekeningen",
                       R"({"regio":"dorp","dreiging":"power-72h","herhalingen":)" + std::to_string(replicas) + "}");
  };
  const Response first = ask(100'000);
  REQUIRE(first.status == 202);
  const std::string run(first.header("Location"));
  while (village.get(run).at("status") == "wachtend") {
  }
  const Response second = ask(99'999);
  CHECK(second.status == 202);
  const Response third = ask(99'998);
  CHECK(third.status == 503);
  CHECK(third.header("Retry-After") != "");
  village.get(run + "/uitkomsten/overzicht", 409);
  CHECK(village.ask("DELETE", std::string(second.header("Location"))).status == 204);
  CHECK(village.get(std::string(second.header("Location"))).at("status") == "afgebroken");
  CHECK(village.ask("DELETE", run).status == 204);
  Response events = village.ask("GET", run + "/voortgang");
  events.stream([](std::string_view) { return true; });
  CHECK(village.get(run).at("status") == "afgebroken");
}

TEST_CASE("server: a package of measures for a budget, again from memory, and with another cost that is not stored") {
  Village village;
  // The contract keeps the exchange running, so that it is worth something.
  const Json contract{{"id", "contract#1"}, {"measure", "contract-gemeentehuis"},
                      {"action", "put"},    {"table", "parameters"},
                      {"rows", "hub.tank"}, {"values", "low=99;typical=99;high=99"}};
  REQUIRE(village
              .ask("POST", village_path + "/wijzigingen",
                   Json{{"wie", "proef"}, {"put", {{{"tabel", "measure_changes"}, {"rij", contract}}}}}.dump())
              .status == 201);
  const auto ask = [&](Json body) {
    body["regio"] = "dorp";
    body["herhalingen"] = 8;
    body["dreigingen"] = {{{"dreiging", "power-72h"}}};
    return village.ask("POST", "/v1/maatregelpakketten", body.dump());
  };
  const auto answer_of = [&](const Response& asked) {
    INFO(asked.body);
    REQUIRE((asked.status == 202 || asked.status == 200));
    const std::string address(asked.header("Location"));
    Response events = village.ask("GET", address + "/voortgang");
    events.stream([](std::string_view) { return true; });
    return village.get(address);
  };
  const Json budget = {{{"jaar", 2026}, {"bedrag", 4000}}, {{"jaar", 2025}, {"bedrag", 4000}}};
  const Json done = answer_of(ask({{"budget", budget}}));
  INFO(done.dump());
  REQUIRE(done.at("status") == "klaar");
  const Json& plan = done.at("uitkomst");
  CHECK(plan.at("years").at(0).at("year") == 2025);
  CHECK(plan.at("measures").at(0).at("year") == 2025);  // the contract costs 3,000 a year
  CHECK(done.at("vraag").at("budget").at(0).at("jaar") == 2025);
  CHECK(village.get("/v1/doorrekeningen").at("doorrekeningen").empty());
  // The same question in other words.
  CHECK(ask({{"budget", {budget.at(1), budget.at(0)}}, {"sleutel", "population"}}).status == 200);
  // With another cost the contract does not fit any more; the region keeps its own.
  const Json dearer = answer_of(ask(
      {{"budget", budget},
       {"aanpassing",
        {{"put", {{{"tabel", "measures"}, {"rij", {{"id", "contract-gemeentehuis"}, {"cost_year_eur", 90000}}}}}}}}}));
  CHECK(dearer.at("uitkomst").at("measures").at(0).at("year").is_null());
  CHECK(dearer.at("uitkomst").at("measures").at(0).at("cost_year_eur") == 90000);
  CHECK(village.get(village_path + "/tabellen/measures/rijen/contract-gemeentehuis").at("rij").at("cost_year_eur") ==
        "3000");
  // Weights of the question instead of those of the region: what nobody weighs is worth nothing.
  Json nothing = Json::array();
  for (const auto& [need, weight] : plan.at("weights").items()) nothing.push_back({{"behoefte", need}, {"gewicht", 0}});
  const Json weightless = answer_of(ask({{"budget", budget}, {"behoefteGewichten", nothing}}));
  CHECK(plan.at("value") > 0);
  CHECK(weightless.at("uitkomst").at("value") == 0);
  const Response unknown = ask({{"budget", budget}, {"procesGewichten", {{{"proces", "nergens"}, {"gewicht", 1}}}}});
  CHECK(unknown.status == 400);
  CHECK(unknown.body.find("procesGewichten") != std::string::npos);
  // A run of another kind is not found here.
  village.get("/v1/doorrekeningen/" + done.at("id").get<std::string>(), 404);
}

TEST_CASE("server: a study tells what became of the measures, as the account of the region says, and plays it again") {
  Village village;
  const auto put = [](const char* table, Json row) { return Json{{"tabel", table}, {"rij", std::move(row)}}; };
  const auto figure = [&](const char* id, double value, const char* unit) {
    return put("parameters", {{"id", id},
                              {"subject", "geld"},
                              {"parameter", "bedrag"},
                              {"low", value},
                              {"typical", value},
                              {"high", value},
                              {"unit", unit},
                              {"distribution", "fixed"},
                              {"source", "dorp"},
                              {"confidence", "assumption"}});
  };
  Json rows = Json::array();
  rows.push_back(put("measure_changes", {{"id", "contract#1"},
                                         {"measure", "contract-gemeentehuis"},
                                         {"action", "put"},
                                         {"table", "parameters"},
                                         {"rows", "hub.tank"},
                                         {"values", "low=99;typical=99;high=99"}}));
  rows.push_back(figure("FIN01", 1, "million EUR/year"));
  rows.push_back(figure("money.share.population", 0.01, "fraction"));
  const auto study = [&] {
    const Response asked =
        village.ask("POST", "/v1/doorrekeningen", R"({"regio":"dorp","dreiging":"power-72h","herhalingen":8})");
    INFO(asked.body);
    REQUIRE(asked.status == 202);
    const std::string run(asked.header("Location"));
    village.ask("GET", run + "/voortgang").stream([](std::string_view) { return true; });
    INFO(village.get(run).dump());
    REQUIRE(village.get(run).at("status") == "klaar");
    return village.get(run + "/uitkomsten/overzicht");
  };
  const auto change = [&](const Json& what) {
    const Response made =
        village.ask("POST", village_path + "/wijzigingen", Json{{"wie", "proef"}, {"put", what}}.dump());
    INFO(made.body);
    REQUIRE(made.status == 201);
  };
  change(rows);
  const Json without = study();
  REQUIRE(!without.at("measures").is_null());
  CHECK(without.at("measure_account").is_null());
  change({put("measure_account", {{"id", "1"},
                                  {"measure", "contract-gemeentehuis"},
                                  {"year", 2025},
                                  {"planned_eur", 3000},
                                  {"spent_eur", 500},
                                  {"delivered", "partly"}}),
          put("measure_account", {{"id", "2"},
                                  {"measure", "contract-gemeentehuis"},
                                  {"year", 2026},
                                  {"planned_eur", 3000},
                                  {"spent_eur", 3100},
                                  {"delivered", "yes"},
                                  {"date", "2026-03-01"}})});
  const Json account = study().at("measure_account");
  REQUIRE(account.is_object());
  const Json& late = account.at("years").at(0);
  const Json& done = account.at("years").at(1);
  CHECK(late.at("planned") == 3000);
  CHECK(late.at("spent") == 500);
  CHECK(late.at("promised") == 1);
  CHECK(late.at("delivered") == 0);
  CHECK(late.at("delivered_worth").at("unmet_h").at("value") == 0);
  CHECK(done.at("delivered") == 1);
  // What is there is worth what was promised: both were played by the engine on the same draws.
  CHECK(done.at("delivered_worth") == done.at("promised_worth"));
  CHECK(done.at("delivered_worth").at("unmet_h").at("value") > 0);
}

TEST_CASE("server: a question about money with many mistakes names them all") {
  Village village;
  const auto names = [&](const Json& body) {
    const Response answer = village.ask("POST", "/v1/maatregelpakketten", body.dump());
    INFO(answer.body);
    CHECK(answer.status == 400);
    std::set<std::string> out;
    const Json problem = Json::parse(answer.body);
    for (const Json& field : problem.at("invalidParams")) out.insert(field.at("name").get<std::string>());
    return out;
  };
  CHECK(names({{"regio", "dorp"}}) == std::set<std::string>{"budget"});
  CHECK(names({{"regio", "dorp"},
               {"budget", {{{"jaar", 2025}, {"bedrag", -1}}, {{"jaar", 1}, {"bedrag", 1}}, 7}},
               {"sleutel", "toeval"},
               {"eigenBijdrage", 2},
               {"meenemen", "ja"},
               {"jaren", 0},
               {"betalers", {{{"betaler", ""}, {"budget", Json::array()}}}},
               {"nietDoen", {1}},
               {"budgett", 1}}) == std::set<std::string>{"budget/0/bedrag", "budget/1/jaar", "budget/2", "sleutel",
                                                         "eigenBijdrage", "meenemen", "jaren", "betalers/0/betaler",
                                                         "betalers/0/budget", "nietDoen/0", "budgett"});
  CHECK(names({{"regio", "dorp"}, {"budget", {{{"jaar", 2025}, {"bedrag", 1}}, {{"jaar", 2027}, {"bedrag", 1}}}}}) ==
        std::set<std::string>{"budget"});
  CHECK(names({{"regio", "dorp"}, {"budget", {{{"jaar", 2025}, {"bedrag", 0}}}}}) == std::set<std::string>{"budget"});
  CHECK(names({{"regio", "dorp"}, {"landelijk", {{{"jaar", 2025}, {"bedrag", 1}}}}}) ==
        std::set<std::string>{"landelijk"});  // the village has no part of national sums
  const Json good = {{{"jaar", 2025}, {"bedrag", 1000}}};
  CHECK(names({{"regio", "dorp"},
               {"budget", good},
               {"dreigingen", {{{"dreiging", "vuur"}}}},
               {"begonnen", {{{"maatregel", "niets"}, {"jaar", 2025}}}},
               {"nietDoen", {"nergens"}},
               {"betalers", {{{"betaler", "niemand"}, {"budget", good}}}},
               {"aandelen", {{{"gemeente", "nergens"}, {"deel", 1}}}}}) ==
        std::set<std::string>{"dreigingen", "begonnen", "nietDoen", "betalers", "aandelen"});
}

TEST_CASE(
    "server: a hazard is told in sentences; one in the making too, or all that is wrong with it, and nothing is kept") {
  Village village;
  const Json stored = village.get(village_path + "/dreigingen/two-hits");
  CHECK(stored.at("zinnen").size() == 2);
  CHECK(stored.at("kernmodel") == true);
  CHECK(stored.at("duurUren") == 5);
  CHECK(stored.at("waarschuwingen").empty());
  village.get(village_path + "/dreigingen/three-hits", 404);
  const std::string tell = village_path + "/dreigingsverklaringen";
  const Json hazard{{"id", "brand"},      {"name_nl", "Brand"}, {"name_en", "Fire"}, {"start", "2025-02-11T08:00"},
                    {"season", "winter"}, {"horizon_h", 96},    {"source", "dorp"},  {"confidence", "assumption"}};
  Json shock{
      {"id", "brand/1"}, {"hazard", "brand"}, {"kind", "hit"},    {"target", "kind=feeding_area"}, {"share", 0.5},
      {"start_h", 2},    {"duration_h", 12},  {"source", "dorp"}, {"confidence", "assumption"}};
  const auto told = [&](const Json& row, const std::string& id) {
    return village.ask(
        "POST", tell,
        Json{{"dreiging", id}, {"put", {{{"tabel", "hazards"}, {"rij", hazard}}, {{"tabel", "shocks"}, {"rij", row}}}}}
            .dump());
  };
  const Response good = told(shock, "brand");
  INFO(good.body);
  REQUIRE(good.status == 200);
  CHECK(Json::parse(good.body).at("zinnen").at(0).at("nl").get<std::string>().find("50") != std::string::npos);
  CHECK(Json::parse(good.body).at("duurUren") == 12);
  shock["share"] = 0;
  CHECK(Json::parse(told(shock, "brand").body).at("waarschuwingen").at(0).at("kolom") == "share");
  shock["share"] = 2;
  shock["target"] = "kind=kasteel";
  const Response bad = told(shock, "brand");
  CHECK(bad.status == 400);
  std::set<std::string> columns;
  const Json problems = Json::parse(bad.body).at("invalidParams");
  for (const Json& problem : problems) columns.insert(problem.value("kolom", ""));
  CHECK(columns == std::set<std::string>{"share", "target"});
  shock["share"] = 1;
  shock["target"] = "";
  CHECK(told(shock, "storm").status == 400);
  CHECK(village.ask("POST", tell, R"({"put":[],"kleur":1})").status == 400);
  village.get(village_path + "/tabellen/hazards/rijen/brand", 404);
}

TEST_CASE("server: what a shock may aim at counts the assets, and every figure says what it rests on and who uses it") {
  Village village;
  const Json targets = village.get(village_path + "/doelen").at("doelen");
  std::size_t of_kinds = 0;
  for (const Json& target : targets)
    if (target.at("sleutel") == "kind") of_kinds += target.at("aantal").get<std::size_t>();
  CHECK(of_kinds == village.get(village_path + "/tabellen/assets").at("aantalRijen"));
  const Json figures = village.get(village_path + "/onderbouwingen").at("onderbouwingen");
  CHECK(figures.size() > village.get(village_path + "/tabellen/parameters").at("aantalRijen"));
  const auto delay =
      std::find_if(figures.begin(), figures.end(), [](const Json& row) { return row.at("id") == "second.delay"; });
  REQUIRE(delay != figures.end());
  CHECK(delay->at("aantalGebruikt") == 1);
  CHECK(delay->at("gebruik").at(0).at("plaats") == "shocks.start_delay");
}

TEST_CASE(
    "server: all hazards are put side by side once; the same question is answered from memory, and one is cancelled") {
  Village village;
  const std::string path = "/v1/dreigingsvergelijkingen";
  const std::string body = R"({"regio":"dorp","naam":"alles","herhalingen":10})";
  const Response asked = village.ask("POST", path, body);
  INFO(asked.body);
  REQUIRE(asked.status == 202);
  const std::string job(asked.header("Location"));
  village.ask("GET", job + "/voortgang").stream([](std::string_view) { return true; });
  const Json done = village.get(job);
  REQUIRE(done.at("status") == "klaar");
  REQUIRE(done.at("dreigingen").size() == 2);
  CHECK(done.at("dreigingen").at(0).at("id") == "power-72h");
  CHECK(done.at("dreigingen").at(0).at("replicas") == 10);
  CHECK(done.at("dreigingen").at(0).at("unmet_person_hours").at("mean").get<double>() >
        done.at("dreigingen").at(1).at("unmet_person_hours").at("mean").get<double>());
  CHECK(village.ask("POST", path, body).status == 200);
  CHECK(village.get(path + "?regio=dorp").at("paginering").at("totaal") == 2);
  CHECK(village.get(path + "?regio=elders").at("dreigingsvergelijkingen").empty());
  // It is no run and no placement, and has their addresses not.
  CHECK(village.get("/v1/doorrekeningen").at("doorrekeningen").empty());
  village.get("/v1/doorrekeningen/" + job.substr(path.size() + 1), 404);
  village.get("/v1/plaatsingen/" + job.substr(path.size() + 1), 404);
  const Response wrong = village.ask("POST", path, R"({"regio":"elders","herhalingen":0.5,"dreiging":"x"})");
  CHECK(wrong.status == 400);
  CHECK(Json::parse(wrong.body).at("invalidParams").size() == 3);

  const Response longer = village.ask("POST", path, R"({"regio":"dorp","herhalingen":2000})");
  REQUIRE(longer.status == 202);
  const std::string other(longer.header("Location"));
  CHECK(village.ask("DELETE", other).status == 204);
  village.ask("GET", other + "/voortgang").stream([](std::string_view) { return true; });
  CHECK(village.get(other).at("status") == "afgebroken");
  CHECK(village.get(other).at("dreigingen").is_null());
}

TEST_CASE(
    "server: a run of a change leaves out what takes long, unless all is asked for; then its messages are drafts") {
  Village village;
  const auto ask = [&](bool whole) {
    Json body{{"regio", "dorp"},
              {"dreiging", "power-72h"},
              {"herhalingen", 20},
              {"aanpassing", {{"remove", {{{"tabel", "backups"}, {"id", first_id(village, "backups")}}}}}}};
    if (whole) body["volledig"] = true;
    const Response asked = village.ask("POST", "/v1/doorrekeningen", body.dump());
    INFO(asked.body);
    REQUIRE(asked.status == 202);
    const std::string run(asked.header("Location"));
    village.ask("GET", run + "/voortgang").stream([](std::string_view) { return true; });
    REQUIRE(village.get(run).at("status") == "klaar");
    CHECK(village.get(run).at("volledig") == whole);
    return run;
  };
  const std::string quick = ask(false);
  CHECK(village.get(quick + "/uitkomsten/overzicht").at("reach").is_null());
  village.get(quick + "/uitkomsten/bereik", 404);
  const std::string whole = ask(true);
  const Json reach = village.get(whole + "/uitkomsten/overzicht").at("reach");
  REQUIRE(reach.is_object());
  const Json areas = village.get(whole + "/uitkomsten/bereik");
  CHECK(areas.at("gebieden").size() == 2);
  CHECK(areas.at("gebieden").at(0).at("gemiddelde").size() == areas.at("uren"));
  std::vector<std::string> drafts;
  const Json files = village.get(whole + "/bestanden").at("bestanden");
  for (const Json& file : files)
    if (file.at("naam").get<std::string>().starts_with("cap-")) drafts.push_back(file.at("naam"));
  REQUIRE(drafts.size() == reach.at("plan").at("messages").size());
  const Response draft = village.ask("GET", whole + "/bestanden/" + drafts.front());
  CHECK(draft.media == "application/xml");
  CHECK(draft.body.find("<status>Exercise</status>") != std::string::npos);
  CHECK(
      village.ask("POST", "/v1/doorrekeningen", R"({"regio":"dorp","dreiging":"power-72h","volledig":"ja"})").status ==
      400);
}

TEST_CASE("server: map layers: pages, boxes, systems and what is wrong with them") {
  Village village;
  const std::string items = "/ogc/v1/collections/gebieden/items";
  const Json all = village.get(items);
  const std::size_t total = all.at("numberMatched");
  REQUIRE(total >= 2);
  const Json page = village.get(items + "?limit=1");
  CHECK(page.at("numberReturned") == 1);
  CHECK(page.at("links").dump().find("\"next\"") != std::string::npos);
  CHECK(village.get(items + "?bbox=0,0,1,1").at("numberMatched") == 0);
  CHECK(village.get(items + "?crs=http://example.org/x&bbox=1&datetime=x&foo=1", 400).at("invalidParams").size() == 4);
  const Response rd = village.ask("GET", items + "?limit=1&crs=http://www.opengis.net/def/crs/EPSG/0/28992");
  CHECK(rd.header("Content-Crs") == "<http://www.opengis.net/def/crs/EPSG/0/28992>");
  CHECK(village.get("/ogc/v1/collections/uitkomsten/items").at("numberMatched") == 0);
  village.get("/ogc/v1/collections/iets/items", 404);
  village.get("/ogc/v1/collections/gebieden/items/iets", 404);
  CHECK(village.ask("GET", "/ogc/v1/").status == 200);
}

TEST_CASE("server: a survey shows what it would change, becomes a change with its profiles, and is taken back") {
  Village village;
  const std::string view = village_path + "/voorbereidingen";
  const Json before = village.get(view);
  REQUIRE(before.at("gebieden").size() == 2);
  CHECK(before.at("correctie").at("opgeslagen") == false);
  const std::string area = before.at("gebieden").at(0).at("id");
  std::string csv = "area;water_days\n";
  for (int i = 0; i < 40; ++i) csv += area + ";2,5\n";
  const auto send = [&](const std::string& query, const std::string& body) {
    return village.ask("POST", village_path + "/enquetes" + query, body, {{"content-type", "text/csv"}});
  };
  const Response look = send("?controleer=true&correctie=0.5", csv);
  INFO(look.body);
  REQUIRE(look.status == 200);
  CHECK(Json::parse(look.body).at("wijziging").at("telling").at("put").get<int>() > 0);
  CHECK(Json::parse(look.body).at("nietGelezen").empty());
  CHECK(village.get(view) == before);
  const Response made = send("?wie=proef&correctie=0.5&bestand=peiling.csv", csv);
  REQUIRE(made.status == 201);
  const Json after = village.get(view);
  CHECK(after.at("correctie").at("gewoon") == 0.5);
  CHECK(after.at("gebieden").at(0).at("profiel") == "survey-" + area);
  for (const Json& profile : after.at("profielen"))
    if (profile.at("id") == "survey-" + area)
      for (const Json& need : profile.at("behoeften"))
        if (need.at("behoefte") == "water") {
          CHECK(need.at("gewoon") == 30);  // 2.5 days, of which half is believed
          CHECK(need.at("deel72uur") == 0);
        }
  const Response wrong = send("?controleer=true", "area;water_days\n" + area + ";veel\n");
  CHECK(wrong.status == 400);
  const Json problem = Json::parse(wrong.body).at("invalidParams").at(0);
  CHECK(problem.at("rij") == "2");
  CHECK(problem.at("kolom") == "water_days");
  std::string junk = "area;water_days;leeftijd\n";
  for (int i = 0; i < 21; ++i) junk += area + ";veel;40\n";
  const Json many = Json::parse(send("?controleer=true", junk).body);
  CHECK(many.at("invalidParams").size() == 20);
  CHECK(many.at("invalidParams").at(19).at("rij") == "21");
  CHECK(many.at("detail").get<std::string>().find("21 fouten") != std::string::npos);
  CHECK(many.at("detail").get<std::string>().find("nog 1") != std::string::npos);
  CHECK(send("?controleer=true&correctie=2", csv).status == 400);
  CHECK(send("", csv).status == 400);  // nobody says who
  CHECK(village.ask("POST", village_path + "/enquetes?controleer=true", csv).status == 415);
  const std::string change(made.header("Location"));
  CHECK(village.ask("POST", change + "/terugdraaiingen", R"({"wie":"proef"})").status == 201);
  CHECK(village.get(view) == before);
}

TEST_CASE("server: a campaign lets more households last 72 hours the higher its uptake, and is held once") {
  Village village;
  const std::string path = village_path + "/campagnes";
  const auto share = [&](const std::string& uptake) {
    const Response look =
        village.ask("POST", path + "?controleer=true", R"({"wie":"-","opkomst":")" + uptake + R"("})");
    REQUIRE(look.status == 200);
    return Json::parse(look.body).at("opkomst").get<double>();
  };
  CHECK(share("laag") < share("gewoon"));
  CHECK(share("gewoon") < share("hoog"));
  CHECK(village.ask("POST", path, R"({"wie":"proef","opkomst":"heel hoog"})").status == 400);
  CHECK(village.ask("POST", path, R"({"wie":"proef","opkomst":"hoog"})").status == 201);
  CHECK(village.ask("POST", path, R"({"wie":"proef","opkomst":"hoog"})").status == 409);
}

TEST_CASE("server: health, counts and the log say how it is, and nothing of what was asked or by whom") {
  Village village;
  CHECK(village.get("/gezondheid").at("status") == "gezond");
  village.get(village_path + "/tabellen/assets/rijen?zoek=geheim");
  const std::string counts = village.ask("GET", "/metrics").body;
  CHECK(counts.find("veer_http_requests_total{method=\"GET\",route=\"/v1/regios/{regioId}/tabellen/{tabel}/"
                    "rijen\",status=\"200\"} 1") != std::string::npos);
  CHECK(counts.find("geheim") == std::string::npos);
  CHECK(village.log.str().find("geheim") == std::string::npos);
  CHECK(village.log.str().find("127.0.0.1") == std::string::npos);
  CHECK(village.ask("GET", "/.well-known/security.txt").body.find("Expires: 2026-08-28T") != std::string::npos);
}
