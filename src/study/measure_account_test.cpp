#include "study/measure_account.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "importers/package/package.hpp"
#include "region/builder.hpp"

namespace {

using namespace veer;
using region::AccountRow;
using region::Delivered;

const region::Region& haaglanden() {
  static const region::Region built = [] {
    const char* const source = std::getenv("VEER_SOURCE_DIR");
    Diagnostics notes;
    auto tables = importers::read_package(
        std::filesystem::path(source == nullptr ? "." : source) / "regions" / "haaglanden", notes);
    REQUIRE(tables.has_value());
    auto region = region::build_region(*tables, notes);
    REQUIRE(region.has_value());
    return *std::move(region);
  }();
  return built;
}

std::size_t measure(const std::string& id) {
  const auto& rows = haaglanden().measures;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].id == id) return i;
  FAIL("no measure ", id);
  return 0;
}

AccountRow row(const std::string& id, int year, double planned, double spent, Delivered delivered) {
  return {.id = id + "#" + std::to_string(year),
          .measure = measure(id),
          .year = year,
          .planned_eur = planned,
          .spent_eur = spent,
          .delivered = delivered,
          .date = {},
          .note = {}};
}

using Set = std::vector<std::size_t>;

}  // namespace

TEST_CASE("account: promised is what was to work by the end of the year, delivered what says so, partly is neither") {
  // The sets of the crisis rooms take a year, so that one begun in 2025 works by the end of 2025.
  REQUIRE(haaglanden().measures[measure("crisis-room-generators")].lead_time_months == 12);
  const std::vector<AccountRow> rows{row("crisis-room-generators", 2026, 100, 0, Delivered::partly),
                                     row("campaign", 2025, 10, 10, Delivered::no),
                                     row("campaign", 2026, 10, 10, Delivered::yes)};
  const auto first = study::account_sets(haaglanden(), rows, 2025);
  const auto second = study::account_sets(haaglanden(), rows, 2026);
  CHECK(first.promised == Set{measure("campaign")});
  CHECK(first.delivered.empty());
  Set both{measure("campaign"), measure("crisis-room-generators")};
  std::sort(both.begin(), both.end());
  CHECK(second.promised == both);
  CHECK(second.delivered == Set{measure("campaign")});
  CHECK(second.partly == Set{measure("crisis-room-generators")});
  // A year without a row of its own is as the last one before it.
  CHECK(study::account_sets(haaglanden(), rows, 2027).delivered == Set{measure("campaign")});
}

TEST_CASE("account: what was delivered is worth what the engine says of those measures, and money adds up by payer") {
  study::Options few;
  few.replicas = 16;
  few.threads = 2;
  const auto world = study::MeasureWorld::build(haaglanden(), {"power-72h"}, few);
  REQUIRE(world.has_value());
  const std::vector<AccountRow> rows{row("crisis-room-generators", 2025, 240000, 200000, Delivered::no),
                                     row("campaign", 2025, 1000, 1500, Delivered::yes),
                                     row("crisis-room-generators", 2026, 12000, 30000, Delivered::yes)};
  const auto account = study::account_of(haaglanden(), rows, **world, {{"power-72h", 1}});
  REQUIRE(account.has_value());
  REQUIRE(account->years.size() == 2);
  const auto& late = account->years[0];
  const auto& whole = account->years[1];
  CHECK(late.planned_eur == 241000);
  CHECK(late.spent_eur == 201500);
  CHECK(late.promised == 2);
  CHECK(late.delivered == 1);
  CHECK(late.delivered_worth.gaps.value < late.promised_worth.gaps.value);
  // A year later all is there, and it is worth what was promised to the bit.
  CHECK(whole.delivered_worth.unmet.value == whole.promised_worth.unmet.value);
  CHECK(whole.delivered_worth.gaps.value == whole.promised_worth.gaps.value);
  CHECK(late.promised_worth.unmet.value == whole.promised_worth.unmet.value);
  const auto anew = (*world)->effects_anew({measure("campaign")});
  const auto base = (*world)->effects_anew({});
  REQUIRE(anew.has_value());
  CHECK(measures::worth_of((*base)[0], (*anew)[0]).unmet.value == late.delivered_worth.unmet.value);
  double planned = 0;
  for (const auto& payer : account->payers) planned += payer.years[0].planned_eur;
  CHECK(planned == late.planned_eur);
  CHECK(account->rows.size() == 3);
}
