#pragma once

#include <map>

#include "base/result.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"
#include "study/chapters.hpp"

namespace veer::study {

/// How many processes of organisations have been down for their MTPD or longer, hour by hour, for each vital process
/// that a consequence of measure `late` is about.
///
/// A process counts at hour h in a replica when the interruption of its minimum level that holds then began at least
/// its MTPD before. Counted replica by replica, over the first replicas of the ensemble (most_replicas at most), so
/// that the quantiles are those of the number itself, with what the processes share.
class LateProcesses {
 public:
  static constexpr std::uint32_t most_replicas = 512;

  /// Plays nothing where no consequence asks for it.
  /// @errors as cascade::choose_engine
  [[nodiscard]] static Result<LateProcesses> play(const Material& material);

  /// @returns nothing: no consequence asked for this vital process, or no organisation has a process for it
  [[nodiscard]] const report::Curve* of(region::ServiceId service) const;

 private:
  std::map<std::size_t, report::Curve> by_service_;
};

}  // namespace veer::study
