#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "faulttree/cut_sets.hpp"
#include "faulttree/importance.hpp"
#include "faulttree/uncertainty.hpp"

namespace veer::cli {

/// What was asked about the sets of a tree.
struct SetQuestion {
  std::optional<std::uint32_t> most_order;
  double least_probability = 0;
  std::string with_event;
  std::string list;  ///< "", a number, or "all"

  /// How many of the most probable sets are wanted; nothing when all are, or none.
  [[nodiscard]] std::optional<std::size_t> most() const {
    if (list.empty() || list == "all") return std::nullopt;
    return std::stoul(list);
  }
};

/// The answer to `veer cutsets`, whatever the tree was made of. Absent: not asked for.
struct CutsetAnswer {
  faulttree::Tree tree;
  bool coherent = false;
  double probability = 0;
  std::optional<faulttree::CutSets> minimal;
  std::optional<faulttree::CutSets> primes;
  std::optional<std::uint32_t> with_event;
  std::vector<faulttree::CutSet> best;  ///< the most probable sets, where a number of them was asked for
  std::optional<std::vector<faulttree::Importance>> importance;

  /// The sets that a list is made of. @pre minimal or primes
  [[nodiscard]] const faulttree::CutSets& listed() const { return primes ? *primes : *minimal; }
  /// By event.
  [[nodiscard]] std::vector<double> probabilities() const;

  std::optional<faulttree::Uncertainty> uncertainty;
  std::size_t modules = 0;
  std::size_t nodes = 0;       ///< of the decision diagrams
  std::size_t peak_bytes = 0;  ///< of the diagrams, largest so far
};

/// The number of an event of the tree, by its name.
/// @errors not_found: with the nearest name
[[nodiscard]] Result<std::uint32_t> find_event(const faulttree::Tree& tree, const std::string& name);

/// One JSON object; a list of sets is written as it is made, last.
/// @param seconds  since the command began, taken before the list
void print_cutsets_json(const CutsetAnswer& answer, const SetQuestion& question, double seconds, Context& context);

/// The same in sentences and tables.
void print_cutsets_text(const CutsetAnswer& answer, const SetQuestion& question, double seconds, Context& context);

}  // namespace veer::cli
