#include <doctest/doctest.h>

#include <algorithm>

#include "region/builder.hpp"
#include "region/messages.hpp"
#include "region/selector.hpp"
#include "support/drawn_region.hpp"

// Hazards that contradict themselves or say too little are named with their row and column.

using namespace veer;
using test::Figure;
using test::RegionSketch;

namespace {

/// A roster of thirty people, so that every kind of factor can be played (playable_test.cpp).
void roster(RegionSketch& sketch, const std::string& id) {
  sketch.asset(id).set("assets", id, "kind", "roster");
  sketch.row("resources", {{"id", id + "/people"}, {"kind", "duty_staff"}, {"amount", "30"}, {"base", id}});
}

/// Two rosters, something else and a crew; the hazard has one shock on both rosters in hours 2 to 8: row 2 of the
/// table.
RegionSketch town(const test::ShockDetail& detail) {
  RegionSketch out;
  roster(out, "a");
  roster(out, "b");
  out.asset("other").row("resources", {{"id", "crew"}, {"kind", "repair_crew"}, {"amount", "1"}});
  out.hazard("h", 96).shock("id=a|b", 2, 6, detail);
  return out;
}

/// The problems that building tells, as key, row and column.
std::vector<std::string> told(const RegionSketch& sketch) {
  Diagnostics notes;
  (void)sketch.try_build(notes);
  std::vector<std::string> out;
  for (const Problem& problem : notes.problems())
    out.push_back(problem.message.key + " " + std::to_string(problem.place.row) + " " + problem.place.column);
  return out;
}
using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("factors: no more can be left than all, and nobody can be asked nothing") {
  for (const char* kind : {"derate", "access"}) {
    CHECK(told(town({.kind = kind, .magnitude = 1.2})) == Told{"region.shock.above_one 2 magnitude"});
    CHECK(told(town({.kind = kind, .magnitude = 0.5})).empty());
    CHECK(told(town({.kind = kind, .magnitude = 0})).empty());
  }
  CHECK(told(town({.kind = "demand", .magnitude = 0})) == Told{"region.shock.no_demand 2 magnitude"});
  CHECK(told(town({.kind = "demand", .magnitude = 3})).empty());
}

TEST_CASE("factors: one that changes nothing, lasts no time or says no factor is told") {
  CHECK(told(town({.kind = "derate", .magnitude = 1})) == Told{"region.shock.no_effect 2 magnitude"});
  CHECK(told(town({.kind = "derate"})) == Told{"region.shock.no_magnitude.derate 2 magnitude"});
  CHECK(told(town({.kind = "demand", .magnitude = 2}).set("shocks", "h.s1", "duration_h", "0")) ==
        Told{"region.shock.no_length 2 duration_h"});
  CHECK(told(town({.kind = "damage", .magnitude = 2})) == Told{"region.shock.idle_magnitude 2 magnitude"});
  CHECK(told(town({.kind = "access", .magnitude = 0.5}).set("shocks", "h.s1", "target", "id=a; kind=other")) ==
        Told{"region.selector.nothing 2 target"});
}

TEST_CASE("factors: a strength that is missing is asked for in words, with its unit and the column in brackets") {
  const Texts texts{region::messages()};
  for (const char* kind : {"demand", "derate", "trust", "heat", "cold", "rain", "flood"}) {
    CAPTURE(kind);
    Diagnostics notes;
    (void)town({.kind = kind}).try_build(notes);
    const Problem* found = nullptr;
    for (const Problem& problem : notes.problems())
      if (problem.message.key == std::string("region.shock.no_magnitude.") + kind) found = &problem;
    REQUIRE(found != nullptr);
    CHECK(texts.render(found->message, Language::nl).starts_with("Gebeurtenis 'h.s1' heeft geen sterkte. Vul in "));
    CHECK(texts.render(found->message, Language::nl).find("(kolom magnitude): ") != std::string::npos);
    CHECK(texts.render(found->message, Language::en).find("(column magnitude): ") != std::string::npos);
  }
}

TEST_CASE("factors: what is said of a shock names the columns to change in brackets") {
  std::size_t count = 0;
  for (const MessageText& entry : region::messages()) {
    if (!entry.key.starts_with("region.shock.")) continue;
    CAPTURE(entry.key);
    ++count;
    CHECK((entry.nl.find("(kolom") != std::string_view::npos || entry.nl.find(" kolom ") != std::string_view::npos));
    CHECK((entry.en.find("(column") != std::string_view::npos || entry.en.find(" column ") != std::string_view::npos));
  }
  CHECK(count >= 20);
}

TEST_CASE("factors: they hold for all their targets from a stated hour on") {
  CHECK(told(town({.share = 0.5, .kind = "access", .magnitude = 0.5})) == Told{"region.shock.factor_drawn 2 share"});
  CHECK(told(town({.start_delay = Figure(2), .kind = "demand", .magnitude = 2})) ==
        Told{"region.shock.factor_drawn 2 start_delay"});
  CHECK(told(town({.duration_delay = Figure(2), .kind = "derate", .magnitude = 0.5})) ==
        Told{"region.shock.factor_drawn 2 duration_delay"});
}

TEST_CASE("factors: two that say different things of one asset at one time contradict each other") {
  const auto both = [](const char* target, double start, double magnitude, const char* kind = "derate") {
    return told(
        town({.kind = "derate", .magnitude = 0.5}).shock(target, start, 4, {.kind = kind, .magnitude = magnitude}));
  };
  CHECK(both("id=b", 5, 0.8) == Told{"region.shock.contradicts 3 magnitude"});
  CHECK(both("id=b", 5, 0.5).empty());  // the same said twice
  CHECK(both("id=b", 8, 0.8).empty());  // one begins where the other ends
  CHECK(both("id=b", 7.5, 0.8) == Told{"region.shock.contradicts 3 magnitude"});
  CHECK(both("id=b", 5, 0.8, "access").empty());  // another matter
  auto apart = town({.kind = "derate", .magnitude = 0.5});
  roster(apart, "c");
  apart.shock("id=c", 5, 4, {.kind = "derate", .magnitude = 0.8});
  CHECK(told(apart).empty());
}

TEST_CASE("factors: of the parts of a combination both hold, so that they do not contradict") {
  auto sketch = town({.kind = "derate", .magnitude = 0.5});
  sketch.hazard("other", 96).shock("id=b", 2, 6, {.kind = "derate", .magnitude = 0.8});
  sketch.row("hazards", {{"id", "both"},
                         {"name_nl", "both"},
                         {"name_en", "both"},
                         {"start", "2023-01-17T17:00"},
                         {"season", "winter"},
                         {"horizon_h", "96"},
                         {"combines", "h@0 other@1"}});
  CHECK(told(sketch).empty());
}

TEST_CASE("trust: a shock that no channel minds is named; without a target it is about every channel") {
  auto sketch = town({.kind = "trust", .magnitude = 0.5});
  CHECK(told(sketch) == Told{"region.shock.nobody_doubted 2 target"});
  sketch.parameter("reach", Figure::share(0.5));
  const auto channel = [&](const char* id, const char* sender) {
    sketch.row(
        "channels",
        {{"id", id}, {"name_nl", id}, {"name_en", id}, {"sender", sender}, {"reach", "reach"}, {"delay_h", "0"}});
  };
  channel("radio", "a");
  channel("door", "");
  CHECK(told(sketch).empty());
  const auto region = sketch.build();
  CHECK(region::doubted_channels(region, region.shocks[0]) == std::vector<std::size_t>{0});
  const auto all = sketch.set("shocks", "h.s1", "target", "").build();
  CHECK(region::doubted_channels(all, all.shocks[0]) == std::vector<std::size_t>{0, 1});
}
