#pragma once

namespace veer::report {

/// A quantity over replicas. Quantiles that lie beyond the horizon are +infinity and print as "> 168 h".
struct Estimate {
  double mean = 0;            ///< for times: restricted mean to the horizon
  double standard_error = 0;  ///< of the mean
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
};

}  // namespace veer::report
