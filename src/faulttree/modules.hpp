#pragma once

#include <cstdint>
#include <vector>

#include "faulttree/tree.hpp"

namespace veer::faulttree {

/// What a variable of a module stands for: an event of the tree, or another module.
struct ModuleVariable {
  bool is_module = false;
  std::uint32_t index = 0;  ///< of the event, or of the module
};

/// A part of a tree that shares no event with the rest: a small circuit whose events are its variables.
struct Module {
  Circuit circuit;
  std::vector<ModuleVariable>
      variables;  ///< by event of `circuit`, in the order in which a walk from the top meets them
};

/// Takes a (simplified) circuit apart into its modules; each comes after those it uses, the last one is the whole.
[[nodiscard]] std::vector<Module> modules_of(const Circuit& circuit);

}  // namespace veer::faulttree
