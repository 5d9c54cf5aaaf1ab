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
  bool no_cutsets = false;        ///< chances only
  bool prime_implicants = false;  ///< counts of these too; the function is coherent, so they are the same sets
  bool json = false;
};

/// "72h", "72" or "90min" in hours; nothing when it is none of these.
[[nodiscard]] std::optional<double> horizon_of(const std::string& text);

/// The held view of a process or an asset: counts, chances, likeliest sets and what strengthening gains.
/// Without a list in the question the ten likeliest sets are shown.
/// @param limits  memory and time of all of it
/// @errors as study::prepare and study::ask_held; not_found: the event of the question; unsupported: more memory than
/// allowed; cancelled
[[nodiscard]] Outcome run_region_cutsets(const RegionCutsets& asked, const SetQuestion& sets, faulttree::Limits& limits,
                                         Context& context);

}  // namespace veer::cli
