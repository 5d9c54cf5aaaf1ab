#include "backtest/observables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "backtest/restoration.hpp"
#include "base/result.hpp"

namespace veer::backtest {

namespace {

/// What an observable may look at.
struct At {
  const Case& of;
  double t = 0;  ///< hours since the start
  const Draws& draws;
};

double normal_share(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

/// Share whose battery is empty, when half are after `median` hours and the factor to the next 34 % is `spread`.
double empty_after(double t, double median, double spread) {
  if (t <= 0 || median <= 0) return t > 0 ? 1 : 0;
  return normal_share(std::log(t / median) / std::log(spread));
}

/// Triangular distribution function.
double below(double x, const Figure& figure) {
  const auto [low, mode, high] = std::array{figure.low, figure.typical, figure.high};
  if (x <= low) return 0;
  if (x >= high) return 1;
  if (x < mode) return (x - low) * (x - low) / ((high - low) * (mode - low));
  return 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

const Figure& figure(std::string_view id) {
  const auto all = figures();
  const auto found = std::find_if(all.begin(), all.end(), [id](const Figure& row) { return row.id == id; });
  ENSURE(found != all.end(), "predictions ask for figures of the list only");
  return *found;
}

double without_power(const At& at) { return restoration(at.of, at.draws).share_out(at.t); }
double last_customer(const At& at) { return restoration(at.of, at.draws).last_h; }

/// Of the masts that have no mains: those without back-up at once, the others as their batteries run out.
double masts_down(const At& at) {
  if (at.t <= 0) return 0;
  const double bare = at.draws("TEL04");
  return bare + (1 - bare) * empty_after(at.t, at.draws("TEL01"), at.draws("RST-MAST-SPREAD"));
}

/// A user is cut off when all masts in reach are.
double users_connected(const At& at) { return 1 - std::pow(masts_down(at), at.draws("RST-MASTS-IN-REACH")); }

/// In a network that works nearly all are reached; when it degrades about half, as long as phones last.
double reached_by_warning(const At& at) {
  const double connected = users_connected(at);
  const double phones = 1 - empty_after(at.t, at.draws("RST-PHONE-HOURS"), 1.5);
  return connected * at.draws("TEL15") + (1 - connected) * at.draws("TEL14") * phones;
}

double radio_sites_up(const At& at) {
  const double generators = at.draws("RST-RADIO-GENERATOR");
  return generators * at.draws("TEL20") + (1 - generators) * (1 - below(at.t, figure("TEL12")));
}

double emergency_calls(const At& at) { return at.draws("TEL17"); }
double terminals_up(const At& at) { return at.draws("PAY01"); }
double signals_up(const At& at) { return at.draws("TRA01"); }
double fuel_stations_open(const At& at) { return at.draws("GEN17"); }
double upper_floors_with_water(const At& at) { return at.draws("RST-BOOSTER"); }

/// Acute care goes on while the generators start, run and have fuel.
double hospitals_up(const At& at) {
  const double on_power = (1 - at.draws("GEN06")) * (1 - at.draws("GEN13")) * std::exp(-at.draws("GEN02") * at.t);
  return on_power * (at.t > at.draws("GEN12") ? at.draws("RST-HOSPITAL-REFUEL") : 1);
}

/// Homes of the area that are still cold: all that lost heat, until it comes back some hours after the power.
double homes_without_district_heat(const At& at) {
  const double since_power = std::max(0.0, at.t - last_customer(at));
  return at.draws("HEA05") * (1 - below(since_power, figure("HEA06")));
}

double sewer_hours(const At& at) { return at.draws("WAT09"); }
double emergency_lighting_hours(const At& at) { return at.draws("HEA10"); }
double entrapments(const At& at) { return at.draws("CAR11"); }

double carbon_monoxide(const At& at) {
  const double in_winter = at.draws("CAR09") * at.t / 72;
  return at.of.season == "winter" ? in_winter : in_winter * at.draws("RST-CO-MILD");
}

double excess_deaths(const At& at) {
  return at.of.season == "summer" ? at.draws("CAR08") : at.draws("RST-EXCESS-OTHER");
}

struct Observable {
  std::string_view name;
  double (*value)(const At&);
};
constexpr std::array<Observable, 18> all{{
    {"share_customers_without_power", without_power},
    {"hours_to_full_restoration", last_customer},
    {"share_mobile_sites_down", masts_down},
    {"share_mobile_users_connected", users_connected},
    {"share_reached_by_mobile_warning", reached_by_warning},
    {"share_emergency_radio_sites_up", radio_sites_up},
    {"calls_112_factor_peak", emergency_calls},
    {"share_payment_terminals_up", terminals_up},
    {"share_traffic_signals_up", signals_up},
    {"share_fuel_stations_open", fuel_stations_open},
    {"share_high_rise_upper_floors_with_water", upper_floors_with_water},
    {"share_hospital_acute_up", hospitals_up},
    {"share_district_heating_down_after_power_return", homes_without_district_heat},
    {"hours_until_sewer_overflow_dry", sewer_hours},
    {"hours_emergency_lighting", emergency_lighting_hours},
    {"lift_entrapments_per_100k", entrapments},
    {"co_poisonings_per_100k", carbon_monoxide},
    {"excess_mortality_share", excess_deaths},
}};

}  // namespace

std::span<const std::string_view> observable_names() {
  static const auto names = [] {
    std::array<std::string_view, all.size()> out;
    for (std::size_t i = 0; i < all.size(); ++i) out[i] = all[i].name;
    return out;
  }();
  return names;
}

double predict(std::string_view observable, const Case& of, double t_hours, const Draws& draws) {
  const auto found =
      std::find_if(all.begin(), all.end(), [observable](const Observable& row) { return row.name == observable; });
  ENSURE(found != all.end(), "ask for observables of the vocabulary only");
  return found->value({of, t_hours, draws});
}

}  // namespace veer::backtest
