#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "formats/files.hpp"
#include "report/audience.hpp"
#include "report/data_messages.hpp"
#include "report/geojson.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

namespace {

const Texts& texts() {
  static const Texts all{messages(), data_messages()};
  return all;
}

std::string chapter_of(const Findings& findings, Language language = Language::nl) {
  const std::string html = html_report(findings, language, texts());
  const std::size_t from = html.find("<section id=\"noodsteunpunten\"");
  if (from == std::string::npos) return {};
  return html.substr(from, html.find("</section>", from) - from);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("support points: the chapter says how far people walk, how good the choice is and what turns it") {
  const std::string chapter = chapter_of(testing::sample_findings());
  CHECK(has(chapter, "Met 2 lokale en 1 coördinerende noodsteunpunten loopt 93,0&nbsp;% van de inwoners"));
  CHECK(has(chapter, "Geen andere keuze komt voorbij 5.000: beter dan 1,96 % kan het niet."));
  CHECK(has(chapter, "De keuze hangt het meest aan wie er komt: vooral 65-plussers komen."));
  CHECK(has(chapter, "Buurthuis Kwikstaart &amp; co"));
  CHECK(has(chapter, "houden 9 van de 1.200 brandweermensen tegelijk vast"));
  CHECK(has(chapter, "Wat een punt het eerst sluit: personeel 40"));
  CHECK(has(chapter, "class=\"point coordinating\""));
  CHECK(has(chapter_of(testing::sample_findings(), Language::en), "No other choice gets past 5,000"));
}

TEST_CASE("support points: a proven choice is called the best, and no chapter stands without a plan") {
  Findings findings = testing::sample_findings();
  findings.support_points->proofs.front().optimal = true;
  CHECK(has(chapter_of(findings), "Dat is bewezen het beste dat kan."));
  findings.support_points.reset();
  CHECK(chapter_of(findings).empty());
}

TEST_CASE("support points: the open version counts points and minutes, and names and places none") {
  const Findings open = for_audience(testing::sample_findings(), Audience::open);
  const std::string chapter = chapter_of(open);
  CHECK(has(chapter, "Met 2 lokale en 1 coördinerende"));
  CHECK_FALSE(has(chapter, "Kwikstaart"));
  CHECK_FALSE(has(chapter, "class=\"point"));
  CHECK_FALSE(has(chapter, "Wat een punt het eerst sluit"));
  const auto points = nlohmann::json::parse(support_points_geojson(open, Language::nl, texts()));
  CHECK(points["features"].empty());
  const auto results = nlohmann::json::parse(results_json(open))["support_points"];
  CHECK(results["points"].size() == 3);
  CHECK(results["points"][0]["lon"].is_null());
  CHECK(results["points"][0]["name"] == "");
  CHECK(results["walks"]["cell"].empty());
}

TEST_CASE("support points: every point is a point on the map, with what one needs to know") {
  const auto points = nlohmann::json::parse(support_points_geojson(testing::sample_findings(), Language::nl, texts()));
  REQUIRE(points["features"].size() == 3);
  const auto& first = points["features"][0];
  CHECK(first["geometry"]["type"] == "Point");
  CHECK(first["geometry"]["coordinates"][0] == doctest::Approx(5.07778));
  CHECK(first["properties"]["valt_onder"] == "Kazerne Reiger");
  CHECK(first["properties"]["open_uren"] == 40);
}

TEST_CASE("support points: results hold the members that the schema asks for, and null without a plan") {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  const auto text =
      formats::read_file(std::filesystem::path(source == nullptr ? "." : source) / "schema" / "results.schema.json");
  REQUIRE(text.has_value());
  const auto schema = nlohmann::json::parse(*text)["$defs"];
  const auto keys = [](const nlohmann::json& object) {
    std::set<std::string> out;
    for (const auto& [key, value] : object.items()) out.insert(key);
    return out;
  };
  Findings findings = testing::sample_findings();
  const auto plan = nlohmann::json::parse(results_json(findings))["support_points"];
  CHECK(keys(plan) == keys(schema["support_plan"]["properties"]));
  CHECK(keys(plan["points"][0]) == keys(schema["support_point"]["properties"]));
  CHECK(keys(plan["rosters"][0]) == keys(schema["support_roster"]["properties"]));
  CHECK(keys(plan["walking"]) == keys(schema["support_plan"]["properties"]["walking"]["properties"]));
  CHECK(plan["points"][0]["coordinator"] == 2);
  findings.support_points.reset();
  CHECK(nlohmann::json::parse(results_json(findings))["support_points"].is_null());
}
