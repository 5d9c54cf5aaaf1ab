#include "backtest/restoration.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace veer::backtest {

namespace {

constexpr double small_cable_customers = 10'000;
constexpr double storm_reference = 30'000;
constexpr double storm_of_many_faults = 200'000;
constexpr double shedding_reference = 100'000;

Restoration family(const std::string& name, const Draws& draws) {
  return {.last_h = draws("RST-" + name + "-T"), .a = draws("RST-" + name + "-A"), .b = draws("RST-" + name + "-B")};
}

Restoration cable(const Case& of, const Draws& draws) {
  Restoration out = family("CABLE", draws);
  if (of.customers_out < small_cable_customers) out.last_h = draws("RST-CABLE-SMALL-T");
  return out;
}

Restoration storm(const Case& of, const Draws& draws) {
  Restoration out = family("STORM", draws);
  out.last_h *= std::pow(of.customers_out / storm_reference, draws("RST-STORM-SIZE"));
  const bool many = of.customers_out >= storm_of_many_faults || draws.chance("storm/many") < draws("RST-STORM-MANY");
  if (!many) {  // all wait for the same line
    out.a = draws("RST-CABLE-A");
    out.b = draws("RST-CABLE-B");
  }
  return out;
}

Restoration shedding(const Case& of, const Draws& draws) {
  Restoration out = family("SHEDDING", draws);
  out.last_h *= std::pow(of.customers_out / shedding_reference, draws("RST-SHEDDING-SIZE"));
  return out;
}

}  // namespace

double Restoration::share_out(double t_hours) const {
  if (t_hours >= last_h) return 0;
  return std::pow(1 - std::pow(std::max(0.0, t_hours) / last_h, a), b);
}

Restoration restoration(const Case& of, const Draws& draws) {
  switch (of.cause) {
    case Cause::cable_damage:
      return cable(of, draws);
    case Cause::station_fire:
      return family("STATION-FIRE", draws);
    case Cause::station_flood:
      return family("STATION-FLOOD", draws);
    case Cause::transmission_fault:
      return family("TRANSMISSION", draws);
    case Cause::storm_overhead:
      return storm(of, draws);
    case Cause::blackout_no_damage:
      return family("BLACKOUT", draws);
    case Cause::load_shedding:
      return shedding(of, draws);
  }
  return {};
}

}  // namespace veer::backtest
