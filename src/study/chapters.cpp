#include "study/chapters.hpp"

#include <array>

namespace veer::study {

report::Estimate shown(const ensemble::Estimate& estimate) {
  return {estimate.mean, estimate.standard_error, estimate.p5, estimate.p50, estimate.p95};
}

report::Curve curve(const ensemble::Curves& curves, std::size_t row, std::size_t replicas, double whole) {
  report::Curve out;
  out.bin_width = static_cast<float>(curves.bin_width(row) / whole);
  for (const auto& point : curves.points(row, replicas)) {
    out.mean.push_back(static_cast<float>(point.mean / whole));
    out.standard_error.push_back(static_cast<float>(point.standard_error / whole));
    out.p5.push_back(static_cast<float>(point.p5 / whole));
    out.p50.push_back(static_cast<float>(point.p50 / whole));
    out.p95.push_back(static_cast<float>(point.p95 / whole));
  }
  return out;
}

report::Phases shown(const std::vector<ensemble::PhaseRun>& runs, double horizon_h) {
  const auto gather = [&](float ensemble::PhaseRun::* member) {
    std::vector<double> values;
    for (const auto& run : runs) values.push_back(run.*member);
    return shown(ensemble::estimate(values, horizon_h));
  };
  return {.depth = gather(&ensemble::PhaseRun::depth),
          .area = gather(&ensemble::PhaseRun::area),
          .hours_to_90 = gather(&ensemble::PhaseRun::hours_to_90),
          .slope_per_hour = gather(&ensemble::PhaseRun::slope)};
}

const char* text_of(region::Confidence confidence) {
  static constexpr std::array<const char*, region::confidence_count> texts{"measured", "register", "published",
                                                                           "estimate", "assumption"};
  return texts[static_cast<std::size_t>(confidence)];
}

const char* text_of(region::Distribution distribution) {
  static constexpr std::array<const char*, 9> texts{"fixed",     "uniform", "triangular", "exponential", "weibull",
                                                    "lognormal", "beta",    "normal",     "empirical"};
  return texts[static_cast<std::size_t>(distribution)];
}

const char* text_of(region::Track track) {
  static constexpr std::array<const char*, 4> texts{"car", "veiligheidsdirectie", "provider", "national"};
  return texts[static_cast<std::size_t>(track)];
}

const char* text_of(region::OrganisationKind kind) {
  static constexpr std::array<const char*, 10> texts{"municipality",      "safety_region", "fire_service", "police",
                                                     "ambulance_service", "ghor",          "control_room", "provider",
                                                     "national",          "other"};
  return texts[static_cast<std::size_t>(kind)];
}

}  // namespace veer::study
