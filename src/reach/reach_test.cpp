#include <doctest/doctest.h>

#include "cascade/compile.hpp"
#include "reach/cap.hpp"
#include "reach/decision_clock.hpp"
#include "reach/message_plan.hpp"
#include "reach/reach.hpp"
#include "support/drawn_region.hpp"

using namespace veer;
using test::Figure;
using test::RegionSketch;

namespace {

/// A sketch played for a few replicas, ready to be asked whom a message reaches.
struct Heard {
  explicit Heard(const RegionSketch& sketch, std::uint32_t replicas = 4, std::size_t threads = 1)
      : region(sketch.build()),
        compiled(cascade::compile(region, {.hazard = region::HazardId{0}, .seed = 5}).value()),
        population(people_of(region, compiled)),
        record(cascade::DownRecord::play(compiled.program, reach::wanted(region, compiled), replicas, threads,
                                         cascade::EngineKind::events)),
        channels(reach::ReadyChannels::prepare(world()).value()) {}
  Heard(const Heard&) = delete;
  Heard& operator=(const Heard&) = delete;

  static people::Population people_of(const region::Region& region, const cascade::CompiledRegion& compiled) {
    std::vector<people::Leaf> leaves;
    for (const auto& leaf : compiled.map.zone_components) leaves.push_back({leaf.zone, leaf.need, leaf.group});
    return people::Population::build(region, leaves, {}, compiled.program.horizon).value();
  }
  [[nodiscard]] reach::World world_of() const { return {region, compiled, population, record, region::HazardId{0}}; }
  [[nodiscard]] const reach::World& world() {
    if (!held) held = std::make_unique<reach::World>(world_of());
    return *held;
  }

  region::Region region;
  cascade::CompiledRegion compiled;
  people::Population population;
  cascade::DownRecord record;
  std::unique_ptr<reach::World> held;
  reach::ReadyChannels channels;
};

void channel(RegionSketch& sketch, const char* id, const char* sender, const char* receiver, double reach,
             const char* delay_h = "0") {
  const std::string name = std::string("reach.") + id;
  sketch.parameter(name, Figure::share(reach));
  sketch.row("channels", {{"id", id},
                          {"name_nl", id},
                          {"name_en", id},
                          {"sender", sender},
                          {"receiver_service", receiver},
                          {"reach", name},
                          {"delay_h", delay_h}});
}

/// A mast on a battery of two hours and a studio on one of ten; the power goes out for a day.
RegionSketch village() {
  RegionSketch sketch;
  sketch.asset("grid").service("telecom").asset("mast").service("broadcast").asset("studio");
  sketch.need("mast", {"grid"}).reservoir(2).need("studio", {"grid"}).reservoir(10);
  sketch.area("a").zone("a1", 1000);
  sketch.daily("a1", "information", {"mast"}).daily("a1", "light", {"grid"});
  sketch.hazard("dark", 30).shock("id=grid", 0, 24);
  return sketch;
}

}  // namespace

TEST_CASE("reach: a channel works while both its ends do") {
  RegionSketch sketch = village();
  channel(sketch, "alert", "mast", "", 0.9);
  const Heard heard(sketch);
  const auto hourly = reach::hourly_reach(heard.channels, 1);
  REQUIRE(hourly.hours == 31);
  CHECK(hourly.region[0].mean == doctest::Approx(0.9));
  CHECK(hourly.region[1].mean == doctest::Approx(0.9));
  CHECK(hourly.region[2].mean == 0);
  CHECK(hourly.region[23].mean == 0);
  CHECK(hourly.region[30].mean == doctest::Approx(0.9));
}

TEST_CASE("reach: independent audiences lie between the largest alone and the sum of all") {
  RegionSketch sketch = village();
  channel(sketch, "alert", "mast", "", 0.5);
  channel(sketch, "radio", "studio", "", 0.4);
  const Heard heard(sketch);
  const auto hourly = reach::hourly_reach(heard.channels, 1);
  CHECK(hourly.region[0].mean == doctest::Approx(1 - 0.5 * 0.6));
  CHECK(hourly.at_least[0] == doctest::Approx(0.5));
  CHECK(hourly.at_most[0] == doctest::Approx(0.9));
  CHECK(hourly.region[5].mean == doctest::Approx(0.4));
  CHECK(hourly.region[10].mean == 0);
}

TEST_CASE("reach: two channels over the same sender to the same receiver reach the same people: the best counts") {
  RegionSketch sketch = village();
  channel(sketch, "alert", "mast", "", 0.9);
  channel(sketch, "late", "mast", "", 0.5);
  const Heard heard(sketch);
  CHECK(heard.channels.line_count() == 1);
  CHECK(reach::hourly_reach(heard.channels, 1).region[0].mean == doctest::Approx(0.9));
}

TEST_CASE("reach: the same bytes on one thread and on four") {
  RegionSketch sketch = village();
  channel(sketch, "alert", "mast", "", 0.5);
  channel(sketch, "truck", "", "", 0.3, "4");
  const Heard one(sketch, 200, 1);
  const Heard four(sketch, 200, 4);
  const auto a = reach::hourly_reach(one.channels, 1);
  const auto b = reach::hourly_reach(four.channels, 4);
  for (std::size_t hour = 0; hour < a.hours; ++hour) CHECK(a.region[hour].mean == b.region[hour].mean);
  const auto p = reach::plan_messages(one.channels, {}, 1);
  const auto q = reach::plan_messages(four.channels, {}, 4);
  REQUIRE(p.messages.size() == q.messages.size());
  CHECK(p.reached.mean == q.reached.mean);
  CHECK(p.bound == q.bound);
}

TEST_CASE("plan: the message that adds most goes first, and waiting costs what the mast reached") {
  RegionSketch sketch = village();
  channel(sketch, "alert", "mast", "", 0.5);
  channel(sketch, "radio", "studio", "", 0.4);
  channel(sketch, "truck", "", "", 0.3, "4");
  const Heard heard(sketch);
  const auto plan = reach::plan_messages(heard.channels, {.messages = 2, .deadline = 6 * 60, .starts = {0, 120}}, 1);
  REQUIRE(plan.messages.size() == 2);
  CHECK(heard.region.channels[plan.messages[0].channel].id == "alert");
  CHECK(plan.messages[0].sent == 0);
  CHECK(plan.messages[0].gained == doctest::Approx(500));
  CHECK(heard.region.channels[plan.messages[1].channel].id == "radio");
  CHECK(plan.messages[1].gained == doctest::Approx(200));  // 0.4 of the 500 that are left
  CHECK(plan.reached.mean == doctest::Approx(700));
  CHECK(plan.everything == doctest::Approx(790));  // 1000 · (1 − 0.5 · 0.6 · 0.7)
  CHECK(plan.bound <= 790.001);
  // From two hours on the mast is silent: radio and truck, 1 − 0.6 · 0.7.
  REQUIRE(plan.starts.size() == 2);
  CHECK(plan.starts[0].reached == doctest::Approx(700));
  CHECK(plan.starts[1].reached == doctest::Approx(580));
}

TEST_CASE("plan: a message that comes in after the deadline is none") {
  RegionSketch sketch = village();
  channel(sketch, "truck", "", "", 0.3, "4");
  const Heard heard(sketch);
  CHECK(reach::plan_messages(heard.channels, {.deadline = 239}, 1).messages.empty());
  CHECK(reach::plan_messages(heard.channels, {.deadline = 240}, 1).messages.size() == 1);
}

TEST_CASE("clock: an order goes while half of the net is up, and must take effect before the limit") {
  RegionSketch sketch = village();
  sketch.parameter("lead", Figure(3)).parameter("shift", Figure(8));
  channel(sketch, "alert", "mast", "", 0.9);
  const auto decision = [&](const char* id, const char* kind, const char* through, const char* target, const char* need,
                            const char* until, const char* channels) {
    sketch.row("decisions", {{"id", id},
                             {"name_nl", id},
                             {"name_en", id},
                             {"kind", kind},
                             {"owner", sketch.build().organisations.front().id},
                             {"channels", channels},
                             {"through", through},
                             {"lead", *channels == '\0' ? "lead" : ""},
                             {"target", target},
                             {"need", need},
                             {"until", until}});
  };
  decision("warn", "warning", "", "", "", "", "alert");
  decision("move", "relocation", "telecom", "id=studio", "", "", "");
  decision("agreed", "relocation", "", "id=studio", "", "", "");
  decision("open", "opening", "", "", "information", "", "");
  decision("relief", "relief", "telecom", "", "", "shift", "");
  const Heard heard(sketch);
  const auto clock = reach::decision_clock(heard.channels, 1).value();
  REQUIRE(clock.size() == 5);
  CHECK(clock[0].latest_95 == 105);  // the last quarter before the mast stops at 120
  CHECK(clock[0].lost_per_hour == doctest::Approx(900));
  CHECK(clock[1].latest_95 == 119);  // the mast stops at 120; the studio would wait until 600 − 180
  CHECK(clock[1].agreed_95 == 420);
  CHECK(clock[1].lost_per_hour == doctest::Approx(1));
  CHECK(clock[2].latest_95 == 420);
  CHECK_FALSE(clock[3].latest_95.has_value());  // information is lost at 120, opening takes 180
  CHECK(clock[3].needed == 1);
  CHECK(clock[4].latest_95 == 119);
  CHECK(clock[4].agreed_95 == 300);
  CHECK(clock[4].lost_per_hour == doctest::Approx(100));
}

TEST_CASE("clock: an order for fuel matters where a generator ran its tank empty, and nowhere else") {
  RegionSketch sketch = village();
  sketch.asset("room").need("room", {"grid"}).reservoir(1).generator({.tank = Figure(10)});
  sketch.asset("broken").need("broken", {"grid"}).reservoir(1).generator({.tank = Figure(10), .run = Figure(4)});
  sketch.parameter("lead", Figure(3));
  const std::string owner = sketch.build().organisations.front().id;
  channel(sketch, "alert", "mast", "", 0.9);
  for (const char* target : {"room", "broken", "studio"})
    sketch.row("decisions", {{"id", target},
                             {"name_nl", target},
                             {"name_en", target},
                             {"kind", "fuel"},
                             {"owner", owner},
                             {"lead", "lead"},
                             {"target", std::string("id=") + target}});
  const Heard heard(sketch);
  const auto clock = reach::decision_clock(heard.channels, 1).value();
  CHECK(clock[0].latest_95 == 480);  // one hour on the battery, ten on the tank, three to bring it
  CHECK(clock[1].needed == 0);       // it broke with fuel in its tank
  CHECK(clock[2].needed == 0);       // a battery takes no fuel
}

TEST_CASE("clock: one waits up to the first minute in which it no longer works in enough cases") {
  // Two cases: one works in [0, 10), one in [0, 5) and again in [7, 12).
  std::vector<std::int64_t> changes(20, 0);
  changes[0] = 2;
  changes[5] = -1;
  changes[7] = 1;
  changes[10] = -1;
  changes[12] = -1;
  CHECK(reach::latest(changes, 2, 0.95) == 4);
  CHECK(reach::latest(changes, 2, 0.5) == 11);
  CHECK_FALSE(reach::latest(changes, 0, 0.5).has_value());
}

TEST_CASE("cap: times carry the Dutch offset, also past the night the clock changes") {
  CHECK(reach::dutch_time("2023-01-17T17:00", 15) == "2023-01-17T17:15:00+01:00");
  CHECK(reach::dutch_time("2023-07-01T00:00", 0) == "2023-07-01T00:00:00+02:00");
  CHECK(reach::dutch_time("2023-03-26T01:30", 60) == "2023-03-26T03:30:00+02:00");
  CHECK(reach::dutch_time("2023-10-29T02:30", 60) == "2023-10-29T02:30:00+01:00");
  CHECK(reach::dutch_time("2023-12-31T23:30", 60) == "2024-01-01T00:30:00+01:00");
}

TEST_CASE("cap: a draft is an exercise, whatever stands in it") {
  const std::string xml = reach::cap_xml({.identifier = "a b,<c>",
                                          .sender = "vr",
                                          .start = "2023-01-17T17:00",
                                          .sent = 0,
                                          .expires = 60,
                                          .channel = "nl & <alert>",
                                          .geocodes = {"GM0518"},
                                          .texts = {{"nl-NL", "x", "<b>", "\xff", "y", "z", "w"}}});
  CHECK(xml.find("<status>Exercise</status>") != std::string::npos);
  CHECK(xml.find("<identifier>a-b--c-</identifier>") != std::string::npos);
  CHECK(xml.find("nl &amp; &lt;alert&gt;") != std::string::npos);
  CHECK(xml.find("<description>\xEF\xBF\xBD</description>") != std::string::npos);
}

TEST_CASE("plan: no choice of two messages beats the bound, and the plan reaches at least 63 % of the best one") {
  for (const double radio : {0.1, 0.4, 0.8})
    for (const double late : {0.2, 0.7}) {
      RegionSketch sketch = village();
      channel(sketch, "alert", "mast", "", 0.5);
      channel(sketch, "radio", "studio", "", radio);
      channel(sketch, "again", "studio", "", late, "1");
      channel(sketch, "truck", "", "", 0.3, "2");
      const Heard heard(sketch);
      constexpr Minutes deadline = 180;
      const auto plan = reach::plan_messages(heard.channels, {.messages = 2, .deadline = deadline, .step = 60}, 1);
      // Every pair, added up by hand: of a line the best counts, lines are independent; all is one zone.
      double best = 0;
      const auto& ready = heard.channels.channels();
      const auto share = [&](std::size_t c, Minutes sent) {
        std::vector<float> value;
        heard.channels.reached(ready[c], 0, heard.channels.sending(ready[c], sent, 4),
                               heard.channels.moment(sent + ready[c].delay, 4), value);
        return static_cast<double>(value[0]);
      };
      for (std::size_t a = 0; a < ready.size(); ++a)
        for (std::size_t b = a; b < ready.size(); ++b)
          for (Minutes s = 0; s + ready[a].delay <= deadline; s += 60)
            for (Minutes t = 0; t + ready[b].delay <= deadline; t += 60) {
              const double one = share(a, s);
              const double two = share(b, t);
              const double both = ready[a].line == ready[b].line ? std::max(one, two) : 1 - (1 - one) * (1 - two);
              best = std::max(best, 1000 * both);
            }
      CHECK(plan.bound >= best - 1e-3);
      CHECK(plan.reached.mean >= 0.632 * best);
      CHECK(plan.reached.mean <= plan.bound + 1e-3);
    }
}

TEST_CASE("reach: where trust is lower a part of those reached heeds the message, also in the plan of messages") {
  RegionSketch sketch = village();
  channel(sketch, "radio", "studio", "", 0.4);
  channel(sketch, "door", "", "", 0.5);
  const auto heard = [&](const char* target, double factor) {
    auto with = sketch;
    with.shock(target, 3, 4, {.kind = "trust", .magnitude = factor});
    return with;
  };
  // Half heed the radio in hours 3 to 7: 1 - (1 - 0.2) · 0.5; the door is believed.
  const Heard radio(heard("id=studio", 0.5));
  const auto hourly = reach::hourly_reach(radio.channels, 1);
  CHECK(hourly.region[2].mean == doctest::Approx(1 - 0.6 * 0.5));
  CHECK(hourly.region[3].mean == doctest::Approx(1 - 0.8 * 0.5));
  CHECK(hourly.region[7].mean == doctest::Approx(1 - 0.6 * 0.5));
  // Every channel, also one without a sender.
  const Heard all(heard("", 0.5));
  CHECK(reach::hourly_reach(all.channels, 1).region[3].mean == doctest::Approx(1 - 0.8 * 0.75));
  // Two at once multiply.
  const Heard twice(heard("", 0.5).shock("", 3, 1, {.kind = "trust", .magnitude = 0.5}));
  CHECK(reach::hourly_reach(twice.channels, 1).region[3].mean == doctest::Approx(1 - 0.9 * 0.875).epsilon(0.001));
  // One message within five hours: at once, before it is doubted; when nothing goes out before hour 3, half is lost.
  const Heard late(heard("", 0.5));
  const auto plan = reach::plan_messages(late.channels, {.messages = 1, .deadline = 300, .starts = {0, 180}}, 1);
  CHECK(plan.messages.front().sent == 0);
  REQUIRE(plan.starts.size() == 2);
  CHECK(plan.starts[0].reached == doctest::Approx(500));
  CHECK(plan.starts[1].reached == doctest::Approx(250));
}
