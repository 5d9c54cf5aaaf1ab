#include "study/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/messages.hpp"
#include "support/drawn_region.hpp"

// The exact Dutch sentences: this is what people read aloud in a crisis room.

namespace {

using namespace veer;
using test::Figure;
using test::RegionSketch;
using Lines = std::vector<std::string>;

const Texts& texts() {
  static const Texts all{study::messages()};
  return all;
}

Result<std::vector<study::Sentence>> told(const RegionSketch& sketch, const std::string& id,
                                          Language language = Language::nl, std::uint32_t replica = 0) {
  const auto region = sketch.build();
  study::Options options;
  options.hazard = region.hazards.front().id;
  const auto scenario = study::prepare(region, options);
  REQUIRE(scenario.has_value());
  return study::explain(region, *scenario, replica, id, texts(), language);
}

/// The sentences, indented by their depth.
Lines story(const RegionSketch& sketch, const std::string& id, Language language = Language::nl) {
  const auto sentences = told(sketch, id, language);
  REQUIRE(sentences.has_value());
  Lines out;
  for (const auto& sentence : *sentences) out.push_back(std::string(2 * sentence.depth, ' ') + sentence.text);
  return out;
}

/// A pump on the grid, which is away for ten hours; what carries it is drawn by the case.
template <class Draw>
RegionSketch pump(Draw&& draw) {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump").need("pump", {"grid"});
  draw(sketch);
  return sketch.outage("grid", 10);
}

/// What is said of the back-ups: the lines between the reason and the suppliers.
template <class Draw>
Lines said_of_backups(Draw&& draw, Language language = Language::nl) {
  Lines lines = story(pump(draw), "pump", language);
  const auto end = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find("leverancier") != std::string::npos || line.find("supplier") != std::string::npos;
  });
  REQUIRE(lines.size() > 3);
  return {lines.begin() + 2, end};
}

bool says(const Lines& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

}  // namespace

TEST_CASE("explain: a whole story, from going down to coming back") {
  const auto sketch =
      pump([](RegionSketch& drawn) { drawn.reservoir(1).generator({.tank = 5, .start_failure = Figure::share(1)}); });
  CHECK(story(sketch, "pump") ==
        Lines{
            "pump viel uit na 1 uur.",
            "  Reden: er was geen power meer voor pump.",
            "  De accu of voorraad was leeg na 1 uur.",
            "  Het noodaggregaat startte niet.",
            "  De enige leverancier was uitgevallen: grid.",
            "  Waarom grid er niet was:",
            "    grid viel meteen uit, bij het begin.",
            "    Reden: de dreiging trof grid zelf, 10 uur lang.",
            "  Alles wat het nodig heeft was er weer na 10 uur en 1 minuut; opstarten duurde 1 minuut.",
            "pump kwam terug na 10 uur en 2 minuten; dat is 9 uur en 2 minuten na de uitval.",
        });
  const auto english = story(sketch, "pump", Language::en);
  CHECK(english.front() == "pump went down after 1 hour.");
  CHECK(says(english, "  The generator did not start."));
  CHECK(english.back() ==
        "pump came back after 10 hours and 2 minutes; that is 9 hours and 2 minutes after it went down.");
}

TEST_CASE("explain: the generator broke, ran dry, or its fuel came too late") {
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.generator({.tank = 8, .run = 3}); }) ==
        Lines{"  Het noodaggregaat startte en ging stuk na 3 uur draaien."});
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.generator({.tank = 4}); }) ==
        Lines{"  Het noodaggregaat startte; na 4 uur draaien was de tank leeg en er kwam geen brandstof."});
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.generator({.tank = 4, .refuel_from = 6}); }) ==
        Lines{"  Het noodaggregaat startte; na 4 uur draaien was de tank leeg. De brandstof zou pas na 6 uur komen."});
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.generator({.tank = 4}); }, Language::en) ==
        Lines{"  The generator started; after running 4 hours its tank was empty and no fuel came."});
}

TEST_CASE("explain: batteries, work by hand, and nothing at all") {
  CHECK(said_of_backups([](RegionSketch&) {}) == Lines{"  Er was geen noodvoorziening."});
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.reservoir(0); }) ==
        Lines{"  De accu of voorraad was al leeg."});
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.manual(2, 5); }) ==
        Lines{"  Met de hand werken kon pas vanaf 5 uur."});
  CHECK(said_of_backups([](RegionSketch& drawn) { drawn.manual(2); }) ==
        Lines{"  Met de hand werken hield 2 uur stand."});
}

TEST_CASE("explain: two interruptions are told one after the other") {
  const auto lines = story(pump([](RegionSketch& drawn) { drawn.manual(2, 5); }), "pump");
  // Nobody until 5 h, by hand until 7 h, then nobody until the grid is back.
  CHECK(says(lines, "pump viel meteen uit, bij het begin."));
  CHECK(says(lines, "pump kwam terug na 5 uur en 1 minuut; dat is 5 uur en 1 minuut na de uitval."));
  CHECK(says(lines, "pump viel uit na 7 uur."));
}

TEST_CASE("explain: its own breakdown is no hazard") {
  RegionSketch sketch;
  sketch.asset("grid").asset("pump", 0.5).breaks_down(6, 2).outage("grid", 1, 10);
  CHECK(story(sketch, "pump") ==
        Lines{"pump viel uit na 6 uur.", "  Reden: pump ging na 6 uur zelf stuk, 2 uur lang.",
              "  Alles wat het nodig heeft was er weer na 8 uur; opstarten duurde 30 minuten.",
              "pump kwam terug na 8 uur en 30 minuten; dat is 2 uur en 30 minuten na de uitval."});
}

TEST_CASE("explain: what is not back at the end, and what never failed") {
  RegionSketch sketch;
  sketch.asset("grid").asset("spare").outage("grid", 100, 24);
  CHECK(story(sketch, "grid").back() == "grid was aan het einde (24 uur) nog niet terug.");
  CHECK(story(sketch, "spare") == Lines{"spare bleef in deze doorrekening de hele tijd werken."});
}

TEST_CASE("explain: of many suppliers three are named; the one that went down last is explained") {
  RegionSketch sketch;
  for (const char* const name : {"a", "b", "c", "d", "e"}) sketch.asset(name);
  sketch.asset("load").need("load", {"a", "b", "c", "d", "e"}, "2");
  sketch.hazard("storm", 24);
  double hour = 1;
  for (const char* const name : {"a", "b", "c", "d"}) sketch.shock(std::string("id=") + name, hour++, 10);
  const auto lines = story(sketch, "load");
  CHECK(lines.front() == "load viel uit na 4 uur.");
  CHECK(says(lines, "  Van de 5 leveranciers werkten er nog 1; nodig: 2. Uitgevallen: d, c, b en nog 1."));
  CHECK(says(lines, "  Waarom d er niet was:"));
}

TEST_CASE("explain: a circle that fell together is told once and ends") {
  RegionSketch sketch;
  sketch.asset("one")
      .asset("two")
      .asset("grid")
      .need("one", {"two"})
      .need("one", {"grid"})
      .reservoir(2)
      .need("two", {"one"})
      .outage("grid", 10);
  const auto lines = story(sketch, "two");
  CHECK(lines.front() == "two viel uit na 2 uur.");
  CHECK(std::count(lines.begin(), lines.end(), "  Waarom one er niet was:") == 1);
  CHECK(lines.back() == "two was aan het einde (168 uur) nog niet terug.");
}

TEST_CASE("explain: zones and processes are asked by their names") {
  RegionSketch sketch = pump([](RegionSketch&) {});
  sketch.zone("z", 10)
      .daily("z", "water", {"pump"})
      .process("crisis", 1, 2)
      .level("crisis", "minimum", {"pump"})
      .level("crisis", "full", {"grid"});
  CHECK(story(sketch, "zones/z/water").front() == "water in area viel meteen uit, bij het begin.");
  CHECK(story(sketch, "processes/crisis").front() == "crisis viel meteen uit, bij het begin.");
  CHECK(story(sketch, "crisis") == story(sketch, "processes/crisis"));
  CHECK(story(sketch, "processes/crisis/full").front() == "crisis viel meteen uit, bij het begin.");
  CHECK(story(sketch, "assets/pump") == story(sketch, "pump"));
}

TEST_CASE("explain: an unknown thing is met with the nearest, where there is one") {
  const auto sketch = pump([](RegionSketch&) {});
  const auto near = told(sketch, "pomp");
  REQUIRE_FALSE(near.has_value());
  CHECK(near.error().kind == ErrorKind::not_found);
  CHECK(near.error().message == Message{"study.asset.near", {"pomp", "pump"}});
  CHECK(near.error().place.table == "assets");
  CHECK(told(sketch, "ziekenhuis").error().message == Message{"study.asset.unknown", {"ziekenhuis"}});
}

TEST_CASE("explain: one replica is that replica, others go otherwise") {
  const auto sketch = pump([](RegionSketch& drawn) { drawn.reservoir(Figure::uniform(1, 9)); });
  const auto first = [&](std::uint32_t replica) { return told(sketch, "pump", Language::nl, replica)->front().text; };
  CHECK(first(4) == first(4));
  CHECK((first(4) != first(5) || first(4) != first(6)));
}
