#include "faulttree/cut_sets.hpp"

#include <doctest/doctest.h>
#include <malloc.h>

#include "support/answered_tree.hpp"

namespace {

using namespace veer;
using namespace veer::faulttree;
using test::AnsweredTree;
using test::events;
using Sets = std::set<std::string>;

/// Top gate "top" with this formula; events a … f of probability 0.1.
AnsweredTree formula(const std::string& text) {
  return AnsweredTree("<define-gate name=\"top\">" + text + "</define-gate>" + events({"a", "b", "c", "d", "e", "f"}) +
                      "<define-house-event name=\"on\"><constant value=\"true\"/></define-house-event>"
                      "<define-house-event name=\"off\"><constant value=\"false\"/></define-house-event>");
}

std::string e(const char* name) { return std::string("<basic-event name=\"") + name + "\"/>"; }

}  // namespace

// Vesely, Goldberg, Roberts and Haasl, "Fault Tree Handbook", NUREG-0492 (1981), chapter VIII: the pressure tank with
// its timer relay R, relays K1 and K2, switches S1 and S (pressure switch), and the tank T.
TEST_CASE("cut sets: the pressure tank of the Fault Tree Handbook has its five sets") {
  AnsweredTree tank(R"(
    <define-gate name="E1"><or><basic-event name="T"/><gate name="E2"/></or></define-gate>
    <define-gate name="E2"><or><basic-event name="K2"/><gate name="E3"/></or></define-gate>
    <define-gate name="E3"><and><basic-event name="S"/><gate name="E4"/></and></define-gate>
    <define-gate name="E4"><or><basic-event name="S1"/><gate name="E5"/></or></define-gate>
    <define-gate name="E5"><or><basic-event name="K1"/><basic-event name="R"/></or></define-gate>
    <define-basic-event name="T"><float value="5e-6"/></define-basic-event>
    <define-basic-event name="R"><float value="1e-4"/></define-basic-event>
    <define-basic-event name="S"><float value="1e-4"/></define-basic-event>)" +
                    events({"K1", "K2", "S1"}, "3e-5"));
  CHECK(tank.minimal_sets() == Sets{"T", "K2", "S S1", "K1 S", "R S"});
  CHECK(tank.minimal().count().by_order == std::vector<std::string>{"0", "2", "3"});
  // By hand: the sum of the sets, 5e-6 + 3e-5 + 1e-4·(3e-5 + 3e-5 + 1e-4) = 3.5016e-5, less products below 2e-10.
  CHECK(tank.probability() == doctest::Approx(3.5016e-5).epsilon(1e-5));
  CHECK(tank.probability() < 3.5016e-5);
}

TEST_CASE("cut sets: the bridge network fails by its two ends or across the bridge") {
  auto bridge = formula("<or><and>" + e("a") + e("b") + "</and><and>" + e("d") + e("e") + "</and><and>" + e("a") +
                        e("c") + e("e") + "</and><and>" + e("b") + e("c") + e("d") + "</and></or>");
  CHECK(bridge.minimal_sets() == Sets{"a b", "d e", "a c e", "b c d"});
  // Given c: (1 − 0.9²)²; else 2·0.01 − 0.0001.
  CHECK(bridge.probability() == doctest::Approx(0.1 * 0.19 * 0.19 + 0.9 * 0.0199).epsilon(1e-14));
}

TEST_CASE("cut sets: two of three, and between one and two of three") {
  auto vote = formula("<atleast min=\"2\">" + e("a") + e("b") + e("c") + "</atleast>");
  CHECK(vote.minimal_sets() == Sets{"a b", "a c", "b c"});
  CHECK(vote.probability() == doctest::Approx(3 * 0.01 * 0.9 + 0.001).epsilon(1e-14));
  auto between = formula("<cardinality min=\"1\" max=\"2\">" + e("a") + e("b") + e("c") + "</cardinality>");
  CHECK(between.minimal_sets() == Sets{"a", "b", "c"});
  CHECK(between.probability() == doctest::Approx(1 - 0.729 - 0.001).epsilon(1e-14));
  // One happens and another does not: six ways.
  CHECK(between.primes().count().total == "6");
}

TEST_CASE("cut sets: of what happens and does not, minimal sets keep what happens") {
  auto either = formula("<xor>" + e("a") + e("b") + "</xor>");
  CHECK(either.minimal_sets() == Sets{"a", "b"});
  CHECK(either.listed(either.primes()) == Sets{"-b a", "-a b"});
  CHECK(either.probability() == doctest::Approx(0.18).epsilon(1e-14));
  auto same = formula("<iff>" + e("a") + e("b") + "</iff>");
  CHECK(same.minimal_sets() == Sets{""});  // it holds when nothing happens
  CHECK(same.minimal().count().by_order == std::vector<std::string>{"1"});
  CHECK(same.probability() == doctest::Approx(0.82).epsilon(1e-14));
  auto follows = formula("<imply>" + e("a") + e("b") + "</imply>");
  CHECK(follows.listed(follows.primes()) == Sets{"-a", "b"});
  CHECK(follows.probability() == doctest::Approx(0.91).epsilon(1e-14));
  auto neither = formula("<nor>" + e("a") + e("b") + "</nor>");
  CHECK(neither.probability() == doctest::Approx(0.81).epsilon(1e-14));
  auto not_both = formula("<nand>" + e("a") + e("b") + "</nand>");
  CHECK(not_both.probability() == doctest::Approx(0.99).epsilon(1e-14));
}

// Quine's consensus: ab + ¬a·c implies bc, which no literal can leave.
TEST_CASE("cut sets: prime implicants hold the consensus of two others") {
  auto choice =
      formula("<or><and>" + e("a") + e("b") + "</and><and><not>" + e("a") + "</not>" + e("c") + "</and></or>");
  CHECK(choice.listed(choice.primes()) == Sets{"a b", "-a c", "b c"});
  CHECK(choice.minimal_sets() == Sets{"a b", "c"});
  CHECK(choice.probability() == doctest::Approx(0.1 * 0.1 + 0.9 * 0.1).epsilon(1e-14));
}

TEST_CASE("cut sets: house events and constants disappear") {
  const std::string on = "<house-event name=\"on\"/>";
  const std::string off = "<house-event name=\"off\"/>";
  CHECK(formula("<and>" + e("a") + on + "</and>").minimal_sets() == Sets{"a"});
  CHECK(formula("<or>" + e("a") + off + "</or>").minimal_sets() == Sets{"a"});
  auto never = formula("<and>" + e("a") + off + "</and>");
  CHECK(never.minimal().count().total == "0");
  CHECK(never.probability() == 0);
  auto always_so = formula("<or>" + e("a") + on + "</or>");
  CHECK(always_so.minimal_sets() == Sets{""});
  CHECK(always_so.probability() == 1);
  CHECK(formula("<atleast min=\"2\">" + e("a") + e("b") + on + "</atleast>").minimal_sets() == Sets{"a", "b"});
  CHECK(formula("<xor>" + e("a") + "<constant value=\"true\"/></xor>").probability() == doctest::Approx(0.9));
}

namespace {

/// Ten ways for each of six parts: 10⁶ sets.
AnsweredTree million_sets() {
  std::string all;
  std::vector<std::string> names;
  for (int part = 0; part < 6; ++part) {
    all += "<or>";
    for (int way = 0; way < 10; ++way) {
      names.push_back("p" + std::to_string(part) + "w" + std::to_string(way));
      all += e(names.back().c_str());
    }
    all += "</or>";
  }
  return AnsweredTree("<define-gate name=\"top\"><and>" + all + "</and></define-gate>" + events(names));
}

}  // namespace

TEST_CASE("cut sets: listing a million of them takes no more memory than the first") {
  auto tree = million_sets();
  const CutSets sets = tree.minimal();
  std::size_t count = 0;
  std::size_t before = 0;
  std::size_t most = 0;
  sets.each(tree.p, {}, [&](const CutSet&) {
    if (++count == 1) before = mallinfo2().uordblks;
    if (count % 10'000 == 0) most = std::max(most, mallinfo2().uordblks);
    return true;
  });
  CHECK(count == 1'000'000);
  CHECK(most <= before + 4096);
}

TEST_CASE("cut sets: a list of the most probable that does not fit in the memory is one error, and gives all back") {
  auto tree = million_sets();
  const CutSets sets = tree.minimal();
  Limits limits(std::size_t{16} << 20U);
  const auto found = sets.most_probable(1'000'000, tree.p, {}, limits);
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().kind == ErrorKind::unsupported);
  CHECK(found.error().message.key == "faulttree.memory");
  CHECK(limits.book(std::ptrdiff_t{16} << 20U));
  Limits room;
  CHECK(sets.most_probable(1000, tree.p, {}, room)->size() == 1000);
  CHECK(room.peak_bytes() < std::size_t{8} << 20U);
}

TEST_CASE("cut sets: counts have as many digits as they need") {
  // 100 of 200: the central binomial coefficient, OEIS A000984(100).
  std::string vote;
  std::vector<std::string> names;
  for (int i = 0; i < 200; ++i) {
    names.push_back("e" + std::to_string(i));
    vote += e(names.back().c_str());
  }
  AnsweredTree half("<define-gate name=\"top\"><atleast min=\"100\">" + vote + "</atleast></define-gate>" +
                    events(names));
  CHECK(half.minimal().count().total == "90548514656103281165404177077484163874504589675413336841320");
  // Ten ways for each of forty parts: 10⁴⁰ sets, all of order 40.
  std::string all;
  std::vector<std::string> many;
  for (int part = 0; part < 40; ++part) {
    all += "<or>";
    for (int way = 0; way < 10; ++way) {
      many.push_back("p" + std::to_string(part) + "w" + std::to_string(way));
      all += e(many.back().c_str());
    }
    all += "</or>";
  }
  AnsweredTree parts("<define-gate name=\"top\"><and>" + all + "</and></define-gate>" + events(many));
  const SetCount count = parts.minimal().count();
  CHECK(count.total == "1" + std::string(40, '0'));
  CHECK(count.by_order.size() == 41);
  CHECK(parts.minimal().count(39).total == "0");
  // A tenth of them holds any one event.
  CHECK(parts.minimal().count_with(parts.number("p3w7")).total == "1" + std::string(39, '0'));
  // The first few of them come at once.
  CHECK(parts.minimal().most_probable(3, parts.p).size() == 3);
}

TEST_CASE("cut sets: a count with an event is that of the list with it") {
  auto bridge = formula("<or><and>" + e("a") + e("b") + "</and><and>" + e("d") + e("e") + "</and><and>" + e("a") +
                        e("c") + e("e") + "</and><and>" + e("b") + e("c") + e("d") + "</and></or>");
  const CutSets sets = bridge.minimal();
  CHECK(sets.count_with(bridge.number("a")).by_order == std::vector<std::string>{"0", "0", "1", "1"});
  CHECK(sets.count_with(bridge.number("a"), 2).total == "1");
  CHECK(sets.count_with(bridge.number("c")).total == "2");
  SetFilter filter;
  filter.with_event = bridge.number("c");
  CHECK(bridge.listed(sets, filter) == Sets{"a c e", "b c d"});
  filter.most_order = 2;
  CHECK(bridge.listed(sets, filter).empty());
}

TEST_CASE("cut sets: steps of one quantity count once") {
  // "Lasts less than 24 h" and, given that, "less than 8 h": one quantity with two thresholds.
  AnsweredTree steps("<define-gate name=\"top\"><or><and>" + e("short") + e("shorter") + e("a") + "</and><and>" +
                     e("short") + e("b") + "</and></or></define-gate>" + events({"short", "shorter", "a", "b"}));
  steps.weight[steps.number("shorter")] = 0;
  CHECK(steps.minimal().count().by_order == std::vector<std::string>{"0", "0", "2"});
}
