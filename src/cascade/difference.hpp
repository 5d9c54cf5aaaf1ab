#pragma once

#include <optional>
#include <vector>

#include "cascade/program.hpp"

namespace veer::cascade {

/// Another program told in the tables and groups of a first one, so that an engine of the first can compare the two.
struct Variant {
  Program program;                ///< tables and groups of the first come first, in their order
  std::vector<Component> edited;  ///< whose needs, back-ups or restart differ; ascending
};

/// What a program changes of another one. Nothing when they differ in more than needs and restarts: in components, in
/// what hits them, or in how many needs a component has.
///
/// Cost: linear in the size of the programs.
[[nodiscard]] std::optional<Variant> difference(const Program& first, const Program& other);

}  // namespace veer::cascade
