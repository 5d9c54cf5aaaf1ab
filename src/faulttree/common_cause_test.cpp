#include "faulttree/common_cause.hpp"

#include <doctest/doctest.h>

#include "support/answered_tree.hpp"

// Formulas: Mosleh, Rasmuson and Marshall, "Guidelines on Modeling Common-Cause Failures in Probabilistic Risk
// Assessment", NUREG/CR-5485 (1998), appendix A.

namespace {

using namespace veer;
using namespace veer::faulttree;

CommonCauseGroup group_of(CommonCauseModel model, std::uint32_t size) {
  CommonCauseGroup group;
  group.name = "pumps";
  group.model = model;
  for (std::uint32_t m = 0; m < size; ++m) group.members.push_back(m);
  return group;
}

/// Probability of the failures of each size, index = size; the same for all of one size.
std::vector<double> by_size(const std::vector<CommonFailure>& failures, std::size_t size) {
  std::vector<double> out(size + 1, 0);
  for (const CommonFailure& failure : failures) out[failure.members.size()] = failure.probability;
  return out;
}

std::string key_of(const Result<std::vector<CommonFailure>>& failures) {
  return failures ? "" : failures.error().message.key;
}

}  // namespace

TEST_CASE("common cause: beta 0.1 of 0.01 leaves 0.009 alone and 0.001 together") {
  const auto found = common_failures(group_of(CommonCauseModel::beta_factor, 3), 0.01, {{3, 0.1}}).value();
  REQUIRE(found.size() == 4);
  CHECK(found[0].probability == doctest::Approx(0.009).epsilon(1e-14));
  CHECK(found[3].members == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(found[3].probability == doctest::Approx(0.001).epsilon(1e-14));
}

TEST_CASE("common cause: multiple Greek letters share the total among one, two and three") {
  const auto found = common_failures(group_of(CommonCauseModel::mgl, 3), 0.01, {{2, 0.1}, {3, 0.2}}).value();
  CHECK(found.size() == 7);
  // Q1 = (1 − β)Q, Q2 = β(1 − γ)Q/2, Q3 = βγQ; a member takes part in Q1 + 2·Q2 + Q3 = Q.
  const auto q = by_size(found, 3);
  CHECK(q[1] == doctest::Approx(0.009).epsilon(1e-14));
  CHECK(q[2] == doctest::Approx(0.0004).epsilon(1e-14));
  CHECK(q[3] == doctest::Approx(0.0002).epsilon(1e-14));
  CHECK(q[1] + 2 * q[2] + q[3] == doctest::Approx(0.01).epsilon(1e-14));
}

TEST_CASE("common cause: alpha factors of failures, not of members") {
  const auto found =
      common_failures(group_of(CommonCauseModel::alpha_factor, 3), 0.01, {{1, 0.95}, {2, 0.04}, {3, 0.01}}).value();
  // αt = 0.95 + 2·0.04 + 3·0.01 = 1.06; Q2 = 2·α2·Q/(2·αt), Q3 = 3·α3·Q/αt.
  const auto q = by_size(found, 3);
  CHECK(q[1] == doctest::Approx(0.01 * 0.95 / 1.06).epsilon(1e-14));
  CHECK(q[2] == doctest::Approx(0.01 * 0.04 / 1.06).epsilon(1e-14));
  CHECK(q[3] == doctest::Approx(0.01 * 0.03 / 1.06).epsilon(1e-14));
  CHECK(q[1] + 2 * q[2] + q[3] == doctest::Approx(0.01).epsilon(1e-14));
}

TEST_CASE("common cause: phi factors are shares as they stand") {
  const auto found = common_failures(group_of(CommonCauseModel::phi_factor, 2), 0.01, {{1, 0.75}, {2, 0.25}}).value();
  const auto q = by_size(found, 2);
  CHECK(q[1] == doctest::Approx(0.0075).epsilon(1e-14));
  CHECK(q[2] == doctest::Approx(0.0025).epsilon(1e-14));
}

TEST_CASE("common cause: factors that do not fit are named") {
  const auto beta = [](std::map<std::uint32_t, double> factors) {
    return common_failures(group_of(CommonCauseModel::beta_factor, 3), 0.01, factors);
  };
  CHECK(key_of(beta({{2, 0.1}})) == "faulttree.group.level");
  CHECK(key_of(beta({})) == "faulttree.group.level");
  CHECK(key_of(beta({{3, 1.2}})) == "faulttree.group.factor");
  CHECK(key_of(beta({{3, 1}})) == "");
  CHECK(key_of(common_failures(group_of(CommonCauseModel::mgl, 3), 0.01, {{3, 0.1}})) == "faulttree.group.level");
  CHECK(key_of(common_failures(group_of(CommonCauseModel::mgl, 3), 0.01, {{2, 0.1}, {3, 0.1}, {4, 0.1}})) ==
        "faulttree.group.level");
  CHECK(key_of(common_failures(group_of(CommonCauseModel::phi_factor, 2), 0.01, {{1, 0.5}, {2, 0.4}})) ==
        "faulttree.group.sum");
  CHECK(key_of(common_failures(group_of(CommonCauseModel::alpha_factor, 2), 0.01, {{1, 0}, {2, 0}})) ==
        "faulttree.group.sum");
  CHECK(key_of(common_failures(group_of(CommonCauseModel::beta_factor, 1), 0.01, {{1, 0.1}})) ==
        "faulttree.group.members");
  // All sets of 2 … 12 of 24: far beyond 4,096.
  std::map<std::uint32_t, double> many;
  for (std::uint32_t level = 2; level <= 12; ++level) many[level] = 0.5;
  const auto large = common_failures(group_of(CommonCauseModel::mgl, 24), 0.01, many);
  CHECK(key_of(large) == "faulttree.group.large");
  CHECK(large.error().kind == ErrorKind::unsupported);
}

TEST_CASE("common cause: two pumps with a common cause fail together by it or each alone") {
  test::AnsweredTree pumps(R"(
    <define-gate name="top"><and><basic-event name="a"/><basic-event name="b"/></and></define-gate>
    <define-CCF-group name="pumps" model="beta-factor">
      <members><basic-event name="a"/><basic-event name="b"/></members>
      <distribution><float value="0.01"/></distribution>
      <factor><float value="0.1"/></factor>
    </define-CCF-group>)");
  // 1 − (1 − 0.001)(1 − 0.009²)
  CHECK(pumps.probability() == doctest::Approx(1 - (1 - 0.001) * (1 - 0.009 * 0.009)).epsilon(1e-12));
  CHECK(pumps.minimal_sets() == std::set<std::string>{"[a b]", "a b"});
}
