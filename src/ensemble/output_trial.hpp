#pragma once

#include <memory>
#include <span>

#include "ensemble/ensemble.hpp"

namespace veer::ensemble {

/// One batch beyond the replicas of which hourly values are kept, over and over: to see what it costs to keep what an
/// ensemble reports. Times nothing itself.
class OutputTrial {
 public:
  /// @pre the lanes engine may be chosen for the world; what it refers to outlives this object
  explicit OutputTrial(const World& world);
  ~OutputTrial();
  OutputTrial(const OutputTrial&) = delete;
  OutputTrial& operator=(const OutputTrial&) = delete;
  OutputTrial(OutputTrial&&) = delete;
  OutputTrial& operator=(OutputTrial&&) = delete;

  /// The engine, and of each replica nothing but the total of unmet person-hours: by lane, until the next call.
  std::span<const double> run_totals();
  /// The engine, and all that is kept of such a replica: totals by municipality, need and group, what happened to
  /// processes, and in how many replicas each asset and process was down in each hour.
  /// @return the totals, equal to those of run_totals
  std::span<const double> run_reported();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace veer::ensemble
