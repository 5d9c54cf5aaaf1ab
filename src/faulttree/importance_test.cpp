#include "faulttree/importance.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/answered_tree.hpp"

namespace {

using namespace veer;
using test::AnsweredTree;
using test::events;

AnsweredTree formula(const std::string& text, const std::string& more = "") {
  return AnsweredTree("<define-gate name=\"top\">" + text + "</define-gate>" + more);
}

std::string probability(const std::string& name, const char* value) { return events({name}, value); }

const std::string a = "<basic-event name=\"a\"/>";
const std::string b = "<basic-event name=\"b\"/>";
const std::string v = "<basic-event name=\"v\"/>";
const std::string x = "<basic-event name=\"x\"/>";

}  // namespace

TEST_CASE("importance: of two in parallel, each counts by the other") {
  auto tree = formula("<and>" + a + b + "</and>", probability("a", "0.2") + probability("b", "0.5"));
  const auto one = tree.importance_of("a");
  CHECK(one.birnbaum == doctest::Approx(0.5));
  CHECK(*one.criticality == doctest::Approx(1));
  CHECK(*one.fussell_vesely == doctest::Approx(1));
  CHECK(*one.achievement_worth == doctest::Approx(5));
  CHECK(std::isinf(*one.reduction_worth));  // without a nothing fails
  CHECK(one.structural == doctest::Approx(0.5));
}

TEST_CASE("importance: of two in series") {
  auto tree = formula("<or>" + a + b + "</or>", probability("a", "0.2") + probability("b", "0.5"));
  // P = 0.6, with a 1, without it 0.5.
  const auto one = tree.importance_of("a");
  CHECK(one.birnbaum == doctest::Approx(0.5));
  CHECK(*one.criticality == doctest::Approx(0.2 * 0.5 / 0.6));
  CHECK(*one.fussell_vesely == doctest::Approx(0.2 / 0.6));
  CHECK(*one.achievement_worth == doctest::Approx(1 / 0.6));
  CHECK(*one.reduction_worth == doctest::Approx(0.6 / 0.5));
}

TEST_CASE("importance: an event that helps has negative measures") {
  // Flood: a and b, or v while a does not happen.
  auto tree = formula("<or><and>" + a + b + "</and><and>" + v + "<not>" + a + "</not></and></or>",
                      probability("a", "0.2") + probability("b", "0.2") + probability("v", "0.5"));
  const auto one = tree.importance_of("a");
  // With a: 0.2, without: 0.5; P = 0.04 + 0.4.
  CHECK(one.birnbaum == doctest::Approx(-0.3));
  CHECK(*one.criticality == doctest::Approx(-0.06 / 0.44));
  CHECK(*one.achievement_worth == doctest::Approx(0.2 / 0.44));
  CHECK(*one.reduction_worth == doctest::Approx(0.44 / 0.5));
  CHECK(one.structural == doctest::Approx(0));
}

TEST_CASE("importance: a set can have occurred while another event undoes its module") {
  // top = x or (v and w), w = a and not b. The set {v, a} has occurred in v·a, also where b undoes w and x brings the
  // top.
  auto tree = formula("<or>" + x + "<and>" + v + "<gate name=\"w\"/></and></or>",
                      "<define-gate name=\"w\"><and>" + a + "<not>" + b + "</not></and></define-gate>" +
                          probability("a", "0.5") + probability("b", "0.5") + probability("v", "0.5") +
                          probability("x", "0.1"));
  const double top = 0.1 + 0.9 * 0.125;
  CHECK(tree.probability() == doctest::Approx(top));
  const double occurred = 0.25 * (0.5 + 0.5 * 0.1);
  CHECK(*tree.importance_of("v").fussell_vesely == doctest::Approx(occurred / top));
  CHECK(*tree.importance_of("a").fussell_vesely == doctest::Approx(occurred / top));
  CHECK(*tree.importance_of("b").fussell_vesely == 0);
  CHECK(*tree.importance_of("x").fussell_vesely == doctest::Approx(0.1 / top));
}

TEST_CASE("importance: what cannot happen has no shares of it") {
  auto tree = formula("<and>" + a + b + "</and>", probability("a", "0") + probability("b", "0.5"));
  const auto one = tree.importance_of("a");
  CHECK(one.birnbaum == doctest::Approx(0.5));
  CHECK_FALSE(one.criticality.has_value());
  CHECK_FALSE(one.fussell_vesely.has_value());
  CHECK_FALSE(one.reduction_worth.has_value());
}
