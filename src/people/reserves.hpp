#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "region/region.hpp"

namespace veer::people {

/// Parts per million, the grain of all shares of households.
inline constexpr std::int64_t ppm = 1'000'000;

/// How long a share of households can do without a service: S(u), and the integral of 1 − S.
///
/// `unmet(u)` = (1 − S(u)) in ppm: the share whose own reserve has run out after u unserved minutes.
/// `unmet_before(u)` = Σ unmet(v) for v < u: the integer prefix sum G of docs/model.md, section 5.
class Reserve {
 public:
  /// @param lasts    sorted values at which a 1,024th of the households each runs out, minutes
  /// @param horizon  longest unserved time asked for
  Reserve(const region::QuantileTable& lasts, Minutes horizon);

  [[nodiscard]] std::int64_t unmet(Minutes unserved) const {
    return after_[static_cast<std::size_t>(unserved) + 1] - after_[static_cast<std::size_t>(unserved)];
  }
  [[nodiscard]] std::int64_t unmet_before(Minutes unserved) const { return after_[static_cast<std::size_t>(unserved)]; }
  /// unmet_before(0), unmet_before(1), … up to the horizon and one more.
  [[nodiscard]] const std::vector<std::int64_t>& unmet_before_each() const { return after_; }

 private:
  std::vector<std::int64_t> after_;  ///< G(0) … G(horizon + 1)
};

/// Outdoor and indoor temperatures that turn a thermal time constant into hours of warmth, degrees Celsius.
struct Warmth {
  double outdoor_c = 5;
  double indoor_c = 20;
  double limit_c = 14;
};

/// Minutes until a home of each time constant falls below the limit: τ·ln((T_in − T_out)/(limit − T_out)); the clip
/// when it never does.
/// @param tau  quantiles of the thermal time constant, hours
/// @source docs/model.md, section 5; HEA01, HEA02
[[nodiscard]] region::QuantileTable warmth_lasts(const region::QuantileValues& tau, const Warmth& warmth);

/// The reserves of a region, each built once.
class ReserveBook {
 public:
  ReserveBook(const region::Region& region, const Warmth& warmth, Minutes horizon)
      : region_(region), warmth_(warmth), horizon_(horizon) {}

  /// Index of the reserve that holds for a need of a profile (and a group: its own row, else everyone's); households
  /// without any row have none. For the need `warmth` the building decides.
  Result<std::size_t> find(const std::string& profile, const std::string& need, const std::string& group,
                           region::ParameterId building);
  [[nodiscard]] const std::vector<Reserve>& reserves() const { return reserves_; }

 private:
  const region::Region& region_;
  Warmth warmth_;
  Minutes horizon_;
  std::map<std::string, std::size_t> known_;
  std::vector<Reserve> reserves_;
};

}  // namespace veer::people
