#pragma once

#include <string>

#include "cli/cutset_output.hpp"
#include "study/held_question.hpp"

namespace veer::cli {

/// What `veer cutsets REGION` asks besides the sets.
struct RegionCutsets {
  std::string region;
  study::HeldQuestion held;
  std::string hazard = "power-72h";
  std::uint64_t seed = 72;
  bool importance = false;
  bool json = false;
};

/// "72h", "72" or "90min" in hours; nothing when it is none of these.
[[nodiscard]] std::optional<double> horizon_of(const std::string& text);

/// The held view of a process or an asset: counts, chances, likeliest sets and what strengthening gains.
/// @errors as study::prepare and study::ask_held
[[nodiscard]] Outcome run_region_cutsets(const RegionCutsets& asked, const SetQuestion& sets, Context& context);

}  // namespace veer::cli
