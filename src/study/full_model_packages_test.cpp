#include "study/full_model_packages.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "importers/package/package.hpp"
#include "region/builder.hpp"
#include "region/measure_change.hpp"

using namespace veer;

TEST_CASE("full model packages: only replicas that a package can reach are played") {
  const char* const source = std::getenv("VEER_SOURCE_DIR");
  Diagnostics notes;
  auto package = importers::read_package(
      std::filesystem::path(source == nullptr ? "." : source) / "regions" / "haaglanden", notes);
  REQUIRE(package.has_value());
  const auto region = region::build_region(*package, notes);
  REQUIRE(region.has_value());
  const region::MeasureBook book(*region);
  study::Options options;
  options.hazard = "extreme-rain";
  options.replicas = 40;
  options.threads = 2;
  auto bare = book.with(*region, {}, false);
  REQUIRE(bare.has_value());
  const auto packages = study::FullModelPackages::build(*std::move(bare), options);
  REQUIRE(packages.has_value());
  CHECK((*packages)->replicas_played() == 40);
  const auto ask = [&](const std::vector<const char*>& ids) {
    std::vector<std::size_t> measures;
    for (std::size_t i = 0; i < region->measures.size(); ++i)
      for (const char* id : ids)
        if (region->measures[i].id == id) measures.push_back(i);
    REQUIRE(measures.size() == ids.size());
    auto changed = book.with(*region, measures, false);
    REQUIRE(changed.has_value());
    const std::uint64_t before = (*packages)->replicas_played();
    REQUIRE((*packages)->of(measures, *std::move(changed)).has_value());
    return (*packages)->replicas_played() - before;
  };
  // What people have at home is no component: nothing is played, and the hours are counted anew.
  CHECK(ask({"campaign"}) == 0);
  // Hospitals that lose their water, or not, in a few of the replicas.
  const auto hospital = ask({"hospital-water"});
  CHECK(hospital < 40);
  // More trucks matter wherever somebody calls for fuel.
  const auto trucks = ask({"fuel-contract-second"});
  CHECK(trucks > 0);
  CHECK(trucks >= hospital);
  // Asked again, nothing is remembered but what is near; the count is the same.
  CHECK(ask({"hospital-water"}) == hospital);
}
