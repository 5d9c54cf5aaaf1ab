#include "study/measure_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "importers/package/package.hpp"
#include "region/builder.hpp"
#include "study/choose_measures.hpp"

namespace {

using namespace veer;
using study::MeasureWorld;
using study::Options;

region::Tables haaglanden() {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  auto tables = importers::read_package(
      std::filesystem::path(source == nullptr ? "." : source) / "regions" / "haaglanden", notes);
  REQUIRE(tables.has_value());
  return *std::move(tables);
}

region::Region built(const region::Tables& tables) {
  Diagnostics notes;
  auto region = region::build_region(tables, notes);
  REQUIRE(region.has_value());
  return *std::move(region);
}

/// The changes of some measures put into the tables as text, as a planner would do it by hand.
region::Tables by_hand(region::Tables tables, const std::set<std::string>& measures) {
  const formats::Table changes = tables.tables.at("measure_changes");
  for (const auto& change : changes.rows) {
    const auto cell = [&](const char* column) { return change[*changes.column(column)]; };
    if (!measures.contains(cell("measure")) || cell("action") != "put") continue;
    formats::Table& table = tables.tables.at(cell("table"));
    std::string rows = cell("rows") + " ";
    while (!rows.empty()) {
      const std::string id = rows.substr(0, rows.find(' '));
      rows.erase(0, id.size() + 1);
      auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const auto& r) { return r[0] == id; });
      if (row == table.rows.end()) {
        table.rows.emplace_back(table.columns.size());
        row = table.rows.end() - 1;
        (*row)[0] = id;
        for (const auto& [column, text] : {std::pair("source", "layout"), std::pair("confidence", "assumption"),
                                           std::pair("external", "false"), std::pair("confirmed", "false")})
          if (const auto at = table.column(column)) (*row)[*at] = text;
      }
      std::string values = cell("values") + ";";
      while (!values.empty()) {
        const std::string pair = values.substr(0, values.find(';'));
        values.erase(0, pair.size() + 1);
        (*row)[*table.column(pair.substr(0, pair.find('=')))] = pair.substr(pair.find('=') + 1);
      }
    }
  }
  // They are done: as changes they would be done twice.
  std::erase_if(tables.tables.at("measure_changes").rows,
                [&](const auto& row) { return measures.contains(row[*changes.column("measure")]); });
  return tables;
}

std::size_t index_of(const region::Region& region, const std::string& id) {
  const auto found =
      std::find_if(region.measures.begin(), region.measures.end(), [&](const auto& row) { return row.id == id; });
  REQUIRE(found != region.measures.end());
  return static_cast<std::size_t>(found - region.measures.begin());
}

bool same(const measures::Effects& a, const measures::Effects& b) {
  return a.unmet == b.unmet && a.gaps == b.gaps && a.municipality == b.municipality;
}

Options few() {
  Options options;
  options.replicas = 40;
  options.threads = 2;
  return options;
}

}  // namespace

TEST_CASE("measures: a package is worth to the bit what the region with its rows in the tables is worth") {
  const region::Tables tables = haaglanden();
  const region::Region region = built(tables);
  const auto world = MeasureWorld::build(region, {"power-72h"}, few());
  REQUIRE(world.has_value());
  const auto base = (*world)->effects({});
  REQUIRE(base.has_value());
  for (const std::set<std::string>& package : std::vector<std::set<std::string>>{
           {"fuel-contract-second", "campaign", "satellite-links"},
           {"fire-station-sets", "water-points", "crisis-room-kits", "paper-procedures", "silent-attendance"}}) {
    std::vector<std::size_t> measures;
    for (const std::string& id : package) measures.push_back(index_of(region, id));
    const auto compared = (*world)->effects(measures);
    const auto anew = (*world)->effects_anew(measures);
    REQUIRE(compared.has_value());
    REQUIRE(anew.has_value());
    CHECK(same((*compared)[0], (*anew)[0]));
    CHECK_FALSE(same((*compared)[0], (*base)[0]));

    const region::Region changed = built(by_hand(tables, package));
    const auto elsewhere = MeasureWorld::build(changed, {"power-72h"}, few());
    REQUIRE(elsewhere.has_value());
    const auto as_base = (*elsewhere)->effects({});
    REQUIRE(as_base.has_value());
    CHECK(same((*compared)[0], (*as_base)[0]));
  }
}

TEST_CASE(
    "measures: as many as go together, and a back-up that is taken away, are worth to the bit what the tables say") {
  region::Tables tables = haaglanden();
  // No shipped measure takes something away: the last one that is expressed does so here.
  formats::Table& changes = tables.tables.at("measure_changes");
  const std::string last = changes.rows.back()[*changes.column("measure")];
  changes.rows.emplace_back(changes.columns.size());
  const std::string gone = "crisis-room/GM0503/electricity/b1";
  const auto put = [&](const char* column, const std::string& text) {
    changes.rows.back()[*changes.column(column)] = text;
  };
  put("id", last + "#taken");
  put("measure", last);
  put("action", "remove");
  put("table", "backups");
  put("rows", gone);
  const region::Region region = built(tables);
  const region::MeasureBook book(region);

  std::vector<std::size_t> most;
  std::set<std::string> names;
  for (std::size_t i = 0; i < region.measures.size(); ++i) {
    const auto has = [](const std::vector<std::string>& list, const std::string& id) {
      return std::find(list.begin(), list.end(), id) != list.end();
    };
    const region::Measure& own = region.measures[i];
    const auto at_odds = [&](std::size_t other) {
      return has(own.excludes_measures, region.measures[other].id) ||
             has(region.measures[other].excludes_measures, own.id);
    };
    const bool ready = std::all_of(own.requires_measures.begin(), own.requires_measures.end(),
                                   [&](const std::string& id) { return names.contains(id); });
    if (!book.expressed(i) || !ready || std::any_of(most.begin(), most.end(), at_odds)) continue;
    most.push_back(i);
    names.insert(region.measures[i].id);
  }
  CHECK(most.size() > 50);
  CHECK(names.contains(last));
  const auto world = MeasureWorld::build(region, {"power-72h"}, few());
  REQUIRE(world.has_value());
  const auto compared = (*world)->effects(most);
  const auto anew = (*world)->effects_anew(most);
  REQUIRE(compared.has_value());
  REQUIRE(anew.has_value());
  CHECK(same((*compared)[0], (*anew)[0]));

  region::Tables changed_tables = by_hand(tables, names);
  auto& backups = changed_tables.tables.at("backups").rows;
  CHECK(std::erase_if(backups, [&](const auto& row) { return row[0] == gone; }) == 1);
  const region::Region changed = built(changed_tables);
  const auto elsewhere = MeasureWorld::build(changed, {"power-72h"}, few());
  REQUIRE(elsewhere.has_value());
  const auto as_base = (*elsewhere)->effects({});
  REQUIRE(as_base.has_value());
  CHECK(same((*compared)[0], (*as_base)[0]));
}

TEST_CASE(
    "measures: under a hazard of the full model a package is worth to the bit what playing all of it anew is worth") {
  const region::Region region = built(haaglanden());
  const std::vector<std::string> hazards{"extreme-rain", "power-72h/crews", "pandemic/power-24h"};
  const auto world = MeasureWorld::build(region, hazards, few());
  REQUIRE(world.has_value());
  const auto base = (*world)->effects({});
  REQUIRE(base.has_value());
  const auto of_rows = [&](const std::vector<std::string>& ids) {
    std::vector<std::size_t> out;
    for (const std::string& id : ids) out.push_back(index_of(region, id));
    return out;
  };
  // One alone, some together (among them new assets, other stocks and more tanks), and the same with one more and one
  // less, which are compared with those.
  const std::vector<std::string> together{"fuel-contract-second", "campaign",       "sewer-pumps",
                                          "crisis-room-feed-in",  "fuel-depot-own", "silent-attendance"};
  std::vector<std::string> more = together;
  more.emplace_back("mast-batteries");
  const std::vector<std::string> fewer(together.begin() + 1, together.end());
  std::vector<bool> differs(hazards.size(), false);
  for (const auto& package : {std::vector<std::string>{"hospital-water"}, together, more, fewer,
                              std::vector<std::string>{"gp-practice-kits", "nursing-home-water"}}) {
    const auto compared = (*world)->effects(of_rows(package));
    const auto anew = (*world)->effects_anew(of_rows(package));
    REQUIRE(compared.has_value());
    REQUIRE(anew.has_value());
    for (std::size_t h = 0; h < hazards.size(); ++h) {
      CAPTURE(hazards[h]);
      CAPTURE(package.front());
      CHECK(same((*compared)[h], (*anew)[h]));
      differs[h] = differs[h] || !same((*compared)[h], (*base)[h]);
    }
  }
  CHECK(std::count(differs.begin(), differs.end(), true) == 3);
}

TEST_CASE("measures: what only the full model reads is expressed and has an effect there, and not in the core") {
  const region::Region region = built(haaglanden());
  const std::size_t staff = index_of(region, "staff-arrangements");
  Options options = few();
  options.replicas = 20;
  const auto core = MeasureWorld::build(region, {"power-72h"}, options);
  REQUIRE(core.has_value());
  CHECK_FALSE((*core)->full_model(0));
  CHECK_FALSE((*core)->expressed(staff));
  options.full_model = true;
  const auto full = MeasureWorld::build(region, {"power-72h"}, options);
  REQUIRE(full.has_value());
  CHECK((*full)->full_model(0));
  CHECK((*full)->expressed(staff));
  const auto base = (*full)->effects({});
  const auto with = (*full)->effects({staff});
  REQUIRE(with.has_value());
  // Fewer rosters fall short: fewer processes are down for longer than can be borne, or hours are saved.
  CHECK_FALSE(same((*with)[0], (*base)[0]));
  const auto worth = worth_of((*base)[0], (*with)[0]);
  CHECK(worth.gaps.value >= 0);
  CHECK(worth.unmet.value >= 0);
}

TEST_CASE("measures: more trucks and stock are worth something where fuel is scarce") {
  const region::Region region = built(haaglanden());
  Options options = few();
  options.replicas = 20;
  const auto world = MeasureWorld::build(region, {"power-72h/crews"}, options);
  REQUIRE(world.has_value());
  const auto base = (*world)->effects({});
  const auto with = (*world)->effects({index_of(region, "fuel-contract-second"), index_of(region, "fuel-depot-own")});
  REQUIRE(with.has_value());
  CHECK(worth_of((*base)[0], (*with)[0]).unmet.value > 0);
}

TEST_CASE("measures: a campaign is worth a third when few take part and twice as much when many do") {
  const region::Region region = built(haaglanden());
  const auto world = MeasureWorld::build(region, {"power-72h"}, few());
  REQUIRE(world.has_value());
  const auto base = (*world)->effects({});
  for (const char* const id : {"campaign", "campaign-cash", "campaign-food", "campaign-medicines"}) {
    const std::vector<std::size_t> package{index_of(region, id)};
    CAPTURE(id);
    const auto worth = [&](const measures::Effects& with) { return worth_of((*base)[0], with).unmet.value; };
    const double expected = worth((*(*world)->effects(package))[0]);
    const auto low = (*world)->effects_taken_up(package, region::Uptake::low);
    const auto high = (*world)->effects_taken_up(package, region::Uptake::high);
    REQUIRE(low.has_value());
    REQUIRE(high.has_value());
    REQUIRE(low->has_value());
    // Hours without are in proportion to who has run out; shares stand in the table to four decimals, and to 1,024ths.
    CHECK(worth((**low)[0]) == doctest::Approx(expected / 3).epsilon(0.03));
    CHECK(worth((**high)[0]) == doctest::Approx(expected * 2).epsilon(0.03));
  }
  const auto none = (*world)->effects_taken_up({index_of(region, "satellite-links")}, region::Uptake::low);
  REQUIRE(none.has_value());
  CHECK_FALSE(none->has_value());
}

TEST_CASE("measures: one thread and two agree, and assets that stand ready change nothing") {
  const region::Region region = built(haaglanden());
  Options one = few();
  one.threads = 1;
  one.replicas = 300;
  Options two = one;
  two.threads = 2;
  const auto first = MeasureWorld::build(region, {"power-72h"}, one);
  const auto second = MeasureWorld::build(region, {"power-72h"}, two);
  const auto a = (*first)->effects({});
  const auto b = (*second)->effects({});
  const auto plain = (*first)->effects_anew({});
  CHECK(same((*a)[0], (*b)[0]));
  CHECK(same((*a)[0], (*plain)[0]));
}

TEST_CASE("measures: the catalogue is whole") {
  const region::Region region = built(haaglanden());
  CHECK(region.measures.size() >= 60);
  const region::MeasureBook book(region);
  std::size_t expressed = 0;
  for (std::size_t i = 0; i < region.measures.size(); ++i) {
    if (book.expressed(i)) ++expressed;
    CHECK((book.expressed(i) || region.measures[i].change.starts_with("nog niet in het model")));
  }
  CHECK(expressed >= 60);
}
