#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "faulttree/diagrams.hpp"
#include "faulttree/limits.hpp"
#include "faulttree/zbdd.hpp"

namespace veer::faulttree {

/// An event that occurs in a set, or (prime implicants only) its not occurring.
struct Literal {
  std::uint32_t event = 0;
  bool negative = false;
  auto operator<=>(const Literal&) const = default;
};

/// One minimal cut set (or prime implicant) with the product of the probabilities of its literals.
struct CutSet {
  std::vector<Literal> literals;  ///< ascending
  double probability = 0;
  std::uint32_t order = 0;  ///< events that count: see TreeEvent::order_weight
};

/// How many sets there are, exactly. Decimal digits, since no integer type is wide enough.
struct SetCount {
  std::string total = "0";
  std::vector<std::string> by_order;  ///< index = order, up to the largest one
};

/// Which sets are wanted.
struct SetFilter {
  std::optional<std::uint32_t> most_order;
  double least_probability = 0;
  std::optional<std::uint32_t> with_event;
};

/// All minimal cut sets (or prime implicants) of a tree, never listed: a diagram of sets for each module.
///
/// Counting, the most probable sets and listing all work on these diagrams. The diagrams it was made from and the
/// limits must outlive it only while it is made.
class CutSets {
 public:
  /// @errors unsupported: more memory than allowed; cancelled
  [[nodiscard]] static Result<CutSets> minimal(const Diagrams& diagrams, const std::vector<std::uint32_t>& order_weight,
                                               Limits& limits);
  /// @errors as minimal
  [[nodiscard]] static Result<CutSets> prime_implicants(Diagrams& diagrams,
                                                        const std::vector<std::uint32_t>& order_weight, Limits& limits);

  /// @param most_order  sets of a higher order are left out of the count
  [[nodiscard]] SetCount count(std::optional<std::uint32_t> most_order = {}) const;

  /// The same, of the sets with this event only. Of prime implicants: with the event occurring.
  [[nodiscard]] SetCount count_with(std::uint32_t event, std::optional<std::uint32_t> most_order = {}) const;

  /// The `most` sets of the highest probability that the filter lets through, highest first; sets of equal probability
  /// by order, then by their literals. Which of them come last when there are more is fixed by the diagram.
  /// @param probability  by event
  [[nodiscard]] std::vector<CutSet> most_probable(std::size_t most, std::span<const double> probability,
                                                  const SetFilter& filter = {}) const;

  /// The same within limits: the sets found and the unfinished ones book their memory while they are looked for.
  /// @errors unsupported: more memory than allowed; cancelled
  [[nodiscard]] Result<std::vector<CutSet>> most_probable(std::size_t most, std::span<const double> probability,
                                                          const SetFilter& filter, Limits& limits) const;

  /// Calls `visit` for every set that the filter lets through, in the order of the diagram, without keeping them;
  /// `visit` returns false to stop. Every branch that is entered holds at least one wanted set for the order and for
  /// the event; memory is the depth of the diagrams.
  void each(std::span<const double> probability, const SetFilter& filter,
            const std::function<bool(const CutSet&)>& visit) const;

  /// Nodes of all diagrams together.
  [[nodiscard]] std::size_t node_count() const;

  /// What a level of a diagram stands for.
  struct Variable {
    bool is_part = false;
    std::uint32_t index = 0;  ///< of the event, or of the part
    bool negative = false;    ///< of an event
  };
  /// The sets of one module, or of its negation.
  struct Part {
    std::unique_ptr<Zbdd> sets;
    Family root = Zbdd::none;
    std::vector<Variable> variables;  ///< by level
  };
  /// Each part comes after those it uses; the last one is the whole.
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] std::uint32_t weight_of(std::uint32_t event) const { return order_weight_[event]; }

 private:
  std::vector<Part> parts_;
  std::vector<std::uint32_t> order_weight_;
};

}  // namespace veer::faulttree
