#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "faulttree/diagrams.hpp"
#include "faulttree/limits.hpp"
#include "faulttree/model.hpp"

namespace veer::faulttree {

struct UncertaintySettings {
  std::uint32_t draws = 1000;  ///< at least 2
  std::uint64_t seed = 1;
  std::vector<double> shares = {0.05, 0.25, 0.5, 0.75, 0.95};  ///< of the quantiles
};

/// How the chance of the top spreads when the random deviates of a model are drawn.
struct Uncertainty {
  std::uint32_t draws = 0;
  std::uint64_t seed = 0;
  double mean = 0;
  double standard_error = 0;      ///< of the mean: standard deviation of the draws / √draws
  double standard_deviation = 0;  ///< of the draws
  std::vector<double> shares;     ///< as asked
  std::vector<double> quantiles;  ///< smallest value that at least this share of the draws does not exceed
  std::size_t clipped = 0;        ///< drawn probabilities outside [0, 1], moved to the nearest of the two
  std::size_t deviates = 0;       ///< random deviates of the model; 0: nothing is uncertain
};

/// Draws all deviates again and again and computes the exact chance of the top each time.
///
/// Draw r of a deviate is a function of the seed, r and the name of the parameter, event or group that it belongs to:
/// adding another one to the file changes no draw. A parameter that several events use has one value in a draw, so
/// those events vary together.
/// @param tree, diagrams  of the same model and question, deviates at their mean
/// @errors invalid_input: a drawn argument out of its domain (such as a negative rate); cancelled
/// @source docs/method/cutsets.md, section "Uncertainty"
[[nodiscard]] Result<Uncertainty> propagate(const Model& model, const Question& question, const Tree& tree,
                                            const Diagrams& diagrams, const UncertaintySettings& settings,
                                            Limits& limits);

/// Uniform numbers for the deviates of a model in draw `draw`: one number per deviate, whatever is asked first.
[[nodiscard]] Uniform drawn(const Model& model, std::uint64_t seed, std::uint32_t draw);

}  // namespace veer::faulttree
