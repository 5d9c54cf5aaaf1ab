#include "siting/cover_reduction.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "mip/cbc.hpp"
#include "siting/mixed_models.hpp"
#include "support/small_problems.hpp"

using namespace veer;
using namespace veer::siting;

namespace {

using Rows = std::vector<std::vector<Site>>;

bool meets(const Rows& rows, const std::vector<Site>& sites) {
  return std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
    return std::any_of(row.begin(), row.end(),
                       [&](Site site) { return std::find(sites.begin(), sites.end(), site) != sites.end(); });
  });
}

Rows random_rows(std::uint32_t seed, std::uint32_t count, std::uint32_t sites, std::uint32_t reach) {
  test::Dice dice(seed * 2741U + 7U);
  Rows rows(count);
  for (auto& row : rows)
    for (Site site = 0; site < sites; ++site)
      if (dice.chance(reach)) row.push_back(site);
  return rows;
}

}  // namespace

TEST_CASE("cover reduction: a row within another row and a site that another replaces go") {
  const ReducedCover cover = reduce_cover({{0, 1}, {0, 1, 2}, {3}}, 4, {.most = 4}, true);
  CHECK(cover.rows == Rows{{0}, {3}});  // sites 0 and 1 serve the same row: the first stays
  CHECK(cover.dropped == std::vector<char>{0, 1, 0, 0});
  CHECK(reduce_cover({{0, 1}, {0, 1, 2}, {3}}, 4, {.most = 4}, false).rows == Rows{{0, 1}, {3}});
  using enum Choice;
  CHECK(reduce_cover({{0, 1}, {1, 2}, {2}}, 3, {.most = 3, .choice = {open, free, closed}}, false).rows ==
        Rows{{1}, {}});  // the first is served, the last cannot be
}

TEST_CASE("cover reduction: rows left say the same of every set, and a smallest set avoids the sites dropped") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    INFO("seed ", seed);
    constexpr std::uint32_t sites = 8;
    const Rows rows = random_rows(seed, 4 + seed % 12, sites, 30);
    const Rules rules{.most = sites};
    const ReducedCover rows_only = reduce_cover(rows, sites, rules, false);
    const ReducedCover both = reduce_cover(rows, sites, rules, true);
    std::size_t least = sites + 1;
    std::size_t least_without = sites + 1;
    for (unsigned set = 0; set < (1U << sites); ++set) {
      const auto chosen = test::sites_of(set);
      CHECK(meets(rows, chosen) == meets(rows_only.rows, chosen));
      if (meets(rows, chosen)) least = std::min(least, chosen.size());
      const bool dropped =
          std::any_of(chosen.begin(), chosen.end(), [&](Site site) { return both.dropped[site] != 0; });
      if (dropped || !meets(both.rows, chosen)) continue;
      CHECK(meets(rows, chosen));
      least_without = std::min(least_without, chosen.size());
    }
    CHECK(least == least_without);
  }
}

TEST_CASE("set covering: a hard part gives the same number of sites with the solver and without it") {
  mip::Cbc cbc;
  if (!cbc.present()) {
    MESSAGE("skipped: cbc is not installed");
    return;
  }
  for (std::uint32_t seed = 0; seed < 3; ++seed) {
    INFO("seed ", seed);
    SitingCase facts{.site_count = 40, .weight = std::vector<double>(60, 1), .minutes = {}};
    for (const auto& row : random_rows(seed, 60, 40, 10)) {
      facts.minutes.emplace_back();
      for (const Site site : row) facts.minutes.back().push_back({1, site});
    }
    const Rules rules{.most = 40};
    const auto own = cover_all(facts, rules, 5, nullptr, {});
    const auto asked = cover_all(facts, rules, 5, &cbc, {});
    REQUIRE(own.has_value());
    REQUIRE(asked.has_value());
    CHECK(own->status == Status::optimal);
    CHECK(asked->status == Status::optimal);
    CHECK(own->value == asked->value);
    CHECK(asked->value == static_cast<double>(asked->sites.size()));
  }
}

TEST_CASE("set covering: fewer sites allowed than it takes is a conflict, exactly as many is not") {
  const SitingCase facts{.site_count = 3, .weight = {1, 1}, .minutes = {{{5, 0}}, {{5, 1}, {9, 2}}}};
  CHECK(cover_all(facts, {.most = 2}, 5, nullptr, {})->sites == std::vector<Site>{0, 1});
  CHECK(cover_all(facts, {.most = 1}, 5, nullptr, {}).error().kind == ErrorKind::conflict);
  using enum Choice;
  CHECK(cover_all(facts, {.most = 3, .choice = {closed, free, free}}, 5, nullptr, {}).error().kind ==
        ErrorKind::conflict);
  CHECK(cover_all(facts, {.most = 3, .choice = {free, free, open}}, 9, nullptr, {})->sites == std::vector<Site>{0, 2});
}
