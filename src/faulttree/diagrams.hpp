#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "faulttree/bdd.hpp"
#include "faulttree/limits.hpp"
#include "faulttree/modules.hpp"
#include "faulttree/order.hpp"

namespace veer::faulttree {

/// The decision diagram of one module. Its function is false when none of its variables holds: where the module says
/// otherwise the function is that of its negation, and `flipped` tells so.
struct ModuleDiagram {
  std::unique_ptr<Bdd> bdd;
  Edge root = Bdd::zero;
  bool flipped = false;
  std::vector<ModuleVariable> variables;    ///< by level
  OrderRule order = OrderRule::as_written;  ///< that it began with
  std::size_t node_count = 0;               ///< of the function, terminal left out
};

/// A tree as decision diagrams, one for each module; each comes after those it uses, the last one is the top.
struct Diagrams {
  std::vector<ModuleDiagram> modules;
  bool coherent = false;  ///< the simplified circuit has neither negation nor parity

  [[nodiscard]] const ModuleDiagram& top() const { return modules.back(); }
  [[nodiscard]] std::size_t node_count() const;
};

/// Simplifies the circuit, takes it apart and builds each module's diagram in the best of several orders, each tried
/// within a growing number of nodes; where they all grow large, an order is mended by sifting while the diagram grows.
/// @param limits  must outlive the result
/// @param first  events that stand above all others in every order: numbers that many parts share
/// @errors unsupported: more memory than allowed, or a module of more than 20,000 variables; cancelled
[[nodiscard]] Result<Diagrams> build_diagrams(const Circuit& circuit, Limits& limits,
                                              std::span<const std::uint32_t> first = {});

}  // namespace veer::faulttree
