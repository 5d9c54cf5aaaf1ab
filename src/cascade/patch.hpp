#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cascade/program.hpp"

namespace veer::cascade {

/// What a measure changes about one need of a program; what is not set stays as it is.
///
/// The stable ids of back-ups say which random numbers they draw: a back-up that stays keeps its id, and so its
/// numbers; one that is added brings an id of its own.
struct NeedPatch {
  std::uint32_t need = 0;
  std::optional<std::uint32_t> k;
  std::optional<std::vector<Component>> suppliers;
  std::optional<std::vector<Backup>> backups;
};

/// Another restart for a component.
struct RestartPatch {
  Component component = 0;
  Draw restart;
};

/// A plan of measures as changes of arrays: components, draws and all else stay, so that nothing is compiled again and
/// what is not touched keeps its random numbers.
struct Patch {
  std::vector<NeedPatch> needs;
  std::vector<RestartPatch> restarts;

  /// The components whose own rows change.
  [[nodiscard]] std::vector<Component> edited(const Program& program) const;
};

/// Applies a patch. Cost: a few moves within the arrays; the reverse links are derived again when suppliers change.
/// @pre the needs and components exist, and tables and groups of new draws are in the program
void apply(const Patch& patch, Program& program);

}  // namespace veer::cascade
