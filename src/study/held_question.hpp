#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "faulttree/held_probability.hpp"
#include "faulttree/limits.hpp"
#include "faulttree/model.hpp"
#include "report/findings.hpp"
#include "study/study.hpp"

namespace veer::study {

/// One component at one horizon, in the held view.
struct HeldQuestion {
  std::string process;  ///< id; its minimum level
  std::string asset;    ///< id; where no process is given
  double horizon_h = 72;
};

struct HeldAnswer {
  cascade::Component component = 0;
  report::Name name;
  faulttree::HeldCone cone;
  faulttree::HeldTree tree;         ///< events named by what they are about, in letters that the exchange format allows
  std::vector<report::Name> words;  ///< by event of the tree
  faulttree::HeldProbability probability;
  double tree_probability = 0;  ///< what a fault-tree program finds for the tree
};

/// @param limits  memory and time of the whole analysis; must outlive the answer
/// @errors not_found: no such process or asset (with the nearest); invalid_input: neither or both are named, or a
/// horizon beyond the scenario; as HeldView::cone and held_probability
[[nodiscard]] Result<HeldAnswer> ask_held(const region::Region& region, const Scenario& scenario,
                                          const HeldQuestion& question, const Texts& texts, faulttree::Limits& limits);

/// In how many of the first replicas the component is down in some minute before the horizon.
/// @errors cancelled: the limits ask to stop
[[nodiscard]] Result<std::uint64_t> down_before(const cascade::Program& program, cascade::Component component,
                                                cascade::Tick horizon, std::uint32_t replicas,
                                                faulttree::Limits& limits);

/// All that a study tells of one process in the held view, asked for by itself: the same figures, but for
/// `confirmed`, which stays false.
/// @param replicas  of the simulated chance beside it
/// @pre the scenario is of the core: no means
/// @errors cancelled: asked to stop; as HeldView::cone and held_probability
[[nodiscard]] Result<report::HeldFinding> held_finding(const region::Region& region, const Scenario& scenario,
                                                       region::ProcessId process, std::uint32_t replicas,
                                                       const Texts& texts, const std::function<bool()>& cancelled);

/// The tree as a model that can be written in the exchange format.
[[nodiscard]] faulttree::Model held_model(const faulttree::Tree& tree, const std::string& name);

}  // namespace veer::study
