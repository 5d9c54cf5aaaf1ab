#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"
#include "support_points/plan.hpp"

namespace veer::support_points {

/// The figures behind a number of visitors.
struct VisitFigures {
  double mild = 0;       ///< share of residents a day while their homes are warm
  double cold = 0;       ///< and once they are cold
  double ready = 1;      ///< how often a prepared household comes, next to one that is not
  double outdoor_c = 5;  ///< outside temperature
};

/// How many people come to support points on the third day of an outage without heating, square by square.
///
///     visitors_c = residents_c · (mild + (cold − mild) · k_c) · (1 − r_c + r_c · ready) / mean of that factor
///
/// k_c is the share of homes of the square's zone that are below the limit, averaged over hours 48 to 72, from the same
/// formula as the need for warmth: home i is cold after tau_i · ln((T_in − T_out)/(limit − T_out)). r_c is the share of
/// households whose own drinking water outlasts 48 hours, by preparedness profile and low income. Dividing by the mean
/// keeps `mild` and `cold` what they are: shares of all residents.
/// @source docs/method/siting.md, section "Who comes"
class Demand {
 public:
  /// @errors invalid_input: no outdoor temperature of that season; a parameter that has no quantiles
  [[nodiscard]] static Result<Demand> build(const region::Region& region, const std::string& season);

  /// The typical figures of the region.
  [[nodiscard]] const VisitFigures& typical() const { return typical_; }
  /// Visitors on the busiest day by CellId.
  [[nodiscard]] std::vector<double> visitors(const VisitFigures& figures) const;
  /// All visitors together, over what is not known: shares, readiness and temperature drawn independently.
  [[nodiscard]] Spread total() const { return total_; }

  /// A world to hold plans against: visitors by CellId.
  struct World {
    std::string id;  ///< key support_points.assumption.<id>
    std::vector<double> weight;
  };
  /// The typical world first, then one for each assumption that might be wrong.
  [[nodiscard]] std::vector<World> worlds() const;
  /// Households that fetch water, by CellId: those whose own water does not outlast the hour at which it is handed out.
  [[nodiscard]] std::vector<double> water_households() const;

 private:
  explicit Demand(const region::Region& region) : region_(&region) {}
  [[nodiscard]] double cold_share(std::size_t building, double outdoor_c) const;
  [[nodiscard]] double sum(const VisitFigures& figures) const;

  struct Group {  ///< zones that are alike in building and readiness, for quick sums
    std::size_t building = 0;
    double ready = 0;
    double residents = 0;
  };

  const region::Region* region_;
  VisitFigures typical_;
  double indoor_c_ = 20;
  double limit_c_ = 14;
  double outdoor_low_c_ = 0;
  std::vector<std::vector<double>> tau_h_;  ///< by building: time constants of its homes, ascending
  std::vector<std::size_t> zone_building_;  ///< by ZoneId
  std::vector<double> zone_ready_;          ///< by ZoneId
  std::vector<double> zone_dry_;            ///< by ZoneId: share without water when it is handed out
  std::vector<Group> groups_;
  double residents_ = 0;
  Spread total_;
};

}  // namespace veer::support_points
