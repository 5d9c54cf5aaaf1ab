#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "backtest/restoration.hpp"
#include "importers/package/package.hpp"

// The shipped region says how long a feeding area is out by cause; those hours are what the figures that are held
// against real outages give for one customer (docs/method/hazards.md).

namespace {

using namespace veer;

/// Hours that one customer, drawn at random, is out: S(t) = u turned round.
std::vector<double> customers(const char* name, bool one_line = false, double factor_t = 1) {
  std::vector<double> out;
  const std::string family = name;
  for (std::uint32_t replica = 0; replica < 20'000; ++replica) {
    const backtest::Draws draws(11, family + (one_line ? "/line" : ""), replica);
    const std::string bends = one_line ? "RST-CABLE" : "RST-" + family;
    const std::string last = family == "CABLE-SMALL" ? "RST-CABLE-SMALL-T" : "RST-" + family + "-T";
    const std::string shape = family == "CABLE-SMALL" ? "RST-CABLE" : bends;
    const double t = factor_t * draws(last);
    const double u = draws.chance("customer");
    out.push_back(t * std::pow(1 - std::pow(u, 1 / draws(shape + "-B")), 1 / draws(shape + "-A")));
  }
  std::sort(out.begin(), out.end());
  return out;
}

const region::Region& haaglanden() {
  static const region::Region region = [] {
    const char* const source = std::getenv("VEER_SOURCE_DIR");
    Diagnostics notes;
    auto loaded =
        importers::load_region(std::filesystem::path(source == nullptr ? "." : source) / "regions/haaglanden", notes);
    REQUIRE(loaded);
    return *std::move(loaded);
  }();
  return region;
}

void compare(const char* parameter, const std::vector<double>& drawn) {
  CAPTURE(parameter);
  const auto id = haaglanden().find_parameter(parameter);
  REQUIRE(id.valid());
  const auto values = region::quantiles(haaglanden().parameters[id.index()]);
  REQUIRE(values);
  for (const double p : {0.1, 0.25, 0.5, 0.75, 0.9, 0.95}) {
    CAPTURE(p);
    const double told = (*values)[static_cast<std::size_t>(p * 1024)];
    const double found = drawn[static_cast<std::size_t>(p * static_cast<double>(drawn.size()))];
    CHECK(std::fabs(told - found) < 0.25 + 0.06 * found);
  }
}

}  // namespace

TEST_CASE("restoration families: hours of the shipped region are those of one customer of an outage by that cause") {
  compare("restoration.cable", customers("CABLE"));
  compare("restoration.cable_small", customers("CABLE-SMALL"));
  compare("restoration.transmission", customers("TRANSMISSION"));
  compare("restoration.station_fire", customers("STATION-FIRE"));
  compare("restoration.station_flood", customers("STATION-FLOOD"));
  compare("restoration.storm", customers("STORM"));
  compare("restoration.storm_line", customers("STORM", true));
}
