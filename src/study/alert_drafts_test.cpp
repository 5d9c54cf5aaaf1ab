#include "study/alert_drafts.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "importers/package/package.hpp"
#include "reach/cap_text.hpp"
#include "region/builder.hpp"
#include "study/messages.hpp"
#include "support/drawn_region.hpp"

namespace {

using namespace veer;
using study::AlertTopic;
using test::Figure;
using test::RegionSketch;

/// A town with a grid and a sewer, and a second town that a hazard may leave alone.
RegionSketch towns() {
  RegionSketch sketch;
  sketch.service("electricity").asset("grid").service("sewage").asset("sewer").service("payments").asset("switch");
  sketch.row("organisations", {{"id", "other"}, {"name", "Other town"}, {"kind", "municipality"}, {"track", "car"}});
  sketch.set("assets", "grid", "municipality", "town").set("assets", "sewer", "municipality", "town");
  return sketch;
}

/// The sketch's only hazard with a family.
RegionSketch& of(RegionSketch& sketch, const char* family) { return sketch.set("hazards", "h", "family", family); }

reach::CapDraft draft(const region::Region& region, double send_h, const char* season = "winter") {
  static const Texts texts{study::messages()};
  study::Scenario scenario;
  scenario.hazard = region::HazardId{region.hazards.size() - 1};
  scenario.start = "2023-01-17T17:00";
  scenario.season = season;
  report::ReachFinding finding;
  finding.messages.push_back({"alert", {"NL-Alert", "Cell broadcast"}, send_h, send_h, 1, 1});
  return study::cap_drafts(region, scenario, finding, texts).front();
}

bool says(const reach::CapDraft& draft, const char* word) {
  const reach::CapText& dutch = draft.texts.front();
  return (dutch.headline + dutch.description + dutch.instruction).find(word) != std::string::npos;
}

}  // namespace

TEST_CASE("alert: a power cut is told as one, in the town that it takes and nowhere else") {
  auto sketch = towns();
  sketch.hazard("h").shock("id=grid", 0, 72);
  const auto told = draft(of(sketch, "power").build(), 0);
  CHECK(told.categories == std::vector<std::string>{"Infra"});
  CHECK(told.urgency == "Immediate");
  CHECK(told.geocodes == std::vector<std::string>{"town"});
  CHECK(says(told, "Stroomstoring"));
  CHECK(says(told, "De stroom is uitgevallen in "));
  CHECK(!says(told, "hele regio"));
  for (const auto& text : told.texts)
    CHECK((text.headline.starts_with("OEFENING") || text.headline.starts_with("EXERCISE")));
}

TEST_CASE("alert: each family speaks of itself, and of a power cut only where the power is cut") {
  struct Expected {
    const char* family;
    const char* category;
    const char* word;
  };
  for (const auto& [family, category, word] :
       {Expected{"weather", "Met", "Wateroverlast"}, Expected{"health", "Health", "ziek"},
        Expected{"digital", "Infra", "Digitale storing"}, Expected{"water", "Infra", "drinkwater"},
        Expected{"hybrid", "Security", "met opzet"}}) {
    for (const double hour : {0.0, 5.0, 20.0}) {
      auto sketch = towns();
      sketch.hazard("h").shock("id=sewer", 0, 72);
      const auto told = draft(of(sketch, family).build(), hour);
      CAPTURE(family);
      CAPTURE(hour);
      CHECK(told.categories.front() == category);
      CHECK((says(told, word) || says(told, "storingen met opzet") || says(told, "Storingen met opzet")));
      CHECK(!says(told, "stroom"));
      CHECK(!says(told, "Stroom"));
    }
  }
}

TEST_CASE("alert: where very many municipalities are hit the text stays short and the area names them all") {
  auto sketch = towns();
  std::string hit = "id=grid";
  for (int i = 0; i < 200; ++i) {
    const std::string id = "gm" + std::to_string(i);
    sketch.row("organisations",
               {{"id", id}, {"name", "Lang-en-breed-" + id}, {"kind", "municipality"}, {"track", "car"}});
    sketch.asset("grid-" + id).set("assets", "grid-" + id, "municipality", id);
    hit += "|grid-" + id;
  }
  sketch.hazard("h").shock(hit, 0, 72);
  sketch.set("hazards", "h", "name_nl", std::string(4000, 'x') + " ramp");
  for (const char* family : {"power", "digital", "hybrid", "water", "health", "weather"})
    for (const double hour : {-1.0, 0.0, 5.0, 20.0, 100.0}) {
      CAPTURE(family);
      CAPTURE(hour);
      const auto told = draft(of(sketch, family).build(), hour);
      CHECK(told.geocodes.size() == 201);
      for (const reach::CapText& text : told.texts) {
        CHECK(reach::characters(text.headline) <= reach::headline_characters);
        CHECK(reach::characters(text.headline) + reach::characters(text.description) +
                  reach::characters(text.instruction) + 2 <=
              reach::text_characters);
        CHECK(!text.instruction.empty());
        CHECK((text.description.starts_with("Dit is een oefening.") ||
               text.description.starts_with("This is an exercise.")));
        CHECK(text.area.find("Lang-en-breed-gm0") != std::string::npos);
        CHECK(text.area.find("Lang-en-breed-gm199") != std::string::npos);
      }
    }
  const auto power = draft(of(sketch, "power").build(), 0);
  CHECK(says(power, "Lang-en-breed-gm1 en nog 198 gemeenten"));
}

TEST_CASE("alert: the weather is heat when a shock of heat strikes, and plain weather when nothing tells") {
  auto hot = towns();
  hot.parameter("fragility.heat.grid", Figure::uniform(30, 40));
  hot.hazard("h").shock("id=grid", 0, 24, {.kind = "heat", .magnitude = 38.0});
  CHECK(study::alert_topic(of(hot, "weather").build(), region::HazardId{0}) == AlertTopic::heat);
  auto plain = towns();
  plain.hazard("h").shock("id=switch", 0, 24);
  CHECK(study::alert_topic(of(plain, "weather").build(), region::HazardId{0}) == AlertTopic::weather);
}

TEST_CASE("alert: without a family what is hit decides") {
  auto power = towns();
  power.hazard("h").shock("id=grid", 0, 24);
  CHECK(study::alert_topic(power.build(), region::HazardId{0}) == AlertTopic::power);
  auto cash = towns();
  cash.hazard("h").shock("id=switch", 0, 24);
  const auto region = cash.build();
  CHECK(study::alert_topic(region, region::HazardId{0}) == AlertTopic::other);
  CHECK(says(draft(region, 0), "payments"));
}

TEST_CASE("alert: before the first shock nothing is claimed, and once all is over it is past") {
  auto sketch = towns();
  sketch.hazard("h").shock("id=grid", 3, 8);
  const auto region = of(sketch, "power").build();
  const auto early = draft(region, 0);
  CHECK(early.urgency == "Future");
  CHECK(early.certainty == "Likely");
  CHECK(!says(early, "is uitgevallen"));
  CHECK(draft(region, 2).urgency == "Expected");
  CHECK(says(draft(region, 3), "is uitgevallen"));
  CHECK(draft(region, 10.9).urgency == "Expected");
  const auto past = draft(region, 11);
  CHECK(past.urgency == "Past");
  CHECK(!says(past, "nog niet overal terug"));
}

TEST_CASE("alert: one warm room together is advice for the winter") {
  auto sketch = towns();
  sketch.hazard("h").shock("id=grid", 0, 72);
  const auto region = of(sketch, "power").build();
  CHECK(says(draft(region, 20), "Verwarm samen"));
  CHECK(!says(draft(region, 20, "summer"), "Verwarm samen"));
}

TEST_CASE("alert: a combination speaks of the part that began last") {
  auto sketch = towns();
  sketch.hazard("a").shock("id=sewer", 0, 48).set("hazards", "a", "family", "weather");
  sketch.hazard("b").shock("id=grid", 0, 48).set("hazards", "b", "family", "power");
  sketch.hazard("h").set("hazards", "h", "family", "combination").set("hazards", "h", "combines", "a@0 b@6");
  const auto region = sketch.build();
  CHECK(says(draft(region, 0), "Wateroverlast"));
  CHECK(draft(region, 0).categories.front() == "Met");
  CHECK(says(draft(region, 6), "Stroomstoring"));
  CHECK(draft(region, 6).categories.front() == "Infra");
  // The event is the whole of it.
  CHECK(draft(region, 0).texts.front().event == draft(region, 6).texts.front().event);
}

TEST_CASE("alert: no hazard of the shipped library is told as another disaster") {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  const auto tables = importers::read_package(
      std::filesystem::path(source == nullptr ? "." : source) / "regions" / "haaglanden", notes);
  REQUIRE(tables.has_value());
  const auto region = region::build_region(*tables, notes);
  REQUIRE(region.has_value());
  const auto topic = [&](const char* id) { return study::alert_topic(*region, *region->find_hazard(id)); };
  CHECK(topic("power-72h") == AlertTopic::power);
  CHECK(topic("power-72h/crews") == AlertTopic::power);
  CHECK(topic("extreme-rain") == AlertTopic::rain);
  CHECK((topic("heat-wave") == AlertTopic::heat || topic("heat-wave") == AlertTopic::weather));
  CHECK(topic("pandemic") == AlertTopic::health);
  CHECK(topic("digital-payments") == AlertTopic::digital);
  CHECK(topic("water-failure") == AlertTopic::water);
  CHECK(topic("hybrid") == AlertTopic::hybrid);
}
