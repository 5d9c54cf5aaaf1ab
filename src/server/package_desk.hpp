#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "server/run_request.hpp"

namespace veer::study {
class MeasureDesk;
}  // namespace veer::study

namespace veer::server {

/// Chooses packages of measures, one after the other.
///
/// What packages are worth does not depend on budgets, keys, rules, weights of hazards and costs: the desk of the last
/// question is kept with every package that was played at it, so that the next question about the same region and
/// hazards costs solving, and playing what is new. One is kept: it holds the replicas of its hazards. For one thread at
/// a time.
class PackageDesk {
 public:
  struct Settings {
    std::size_t threads = 1;
    std::string version;
    std::function<bool()> cancelled;
    std::function<void(double share)> progress;
  };

  PackageDesk();
  PackageDesk(const PackageDesk&) = delete;
  PackageDesk& operator=(const PackageDesk&) = delete;
  ~PackageDesk();

  struct Answer {
    std::string plan;     ///< JSON, the member measures of schema/results.schema.json
    std::string account;  ///< JSON, Maatregelverantwoording of schema/openapi.json; empty: the region keeps none
  };
  /// @param world  as world_of gave it for the request
  /// @errors as study::MeasureDesk; cancelled
  [[nodiscard]] Result<Answer> answer(const RunRequest& request, const RunWorld& world, const Settings& settings);

 private:
  std::string key_;
  std::unique_ptr<study::MeasureDesk> desk_;
  std::function<void(double share)> listener_;  ///< of the question that is being answered
};

}  // namespace veer::server
