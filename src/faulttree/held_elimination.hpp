#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "faulttree/held_counts.hpp"
#include "faulttree/held_shared.hpp"

namespace veer::faulttree {

/// What parts of cones had in common and need not be worked out again: tables by a text that says all they depend on.
/// For one thread.
using EliminationMemory = std::map<std::string, std::vector<double>>;

/// The chances of the numbers of causes that happen, over all words of the shared groups: one group after the other is
/// summed out.
///
/// Groups that meet in no cause are summed apart. Of those that do one is put on top; given its word the others may
/// fall apart, and so on: a tree of groups in which every cause hangs on one path. A step sums over the classes of its
/// group what its own causes and the steps below it give, as an array by numbers of causes. The lowest steps do nearly
/// all the work; there a stretch of classes at whose ends all chances are equal is taken at once, since chances go one
/// way only along the words of a group.
/// @source variable elimination along a tree: Dechter, "Bucket elimination", 1999
class Elimination {
 public:
  static constexpr std::size_t most_groups = 12;

  /// @param causes  by kind, prepared; kinds that share nothing are not looked at
  Elimination(const SharedProblem& problem, std::vector<SharedCause>& causes, EliminationMemory& memory)
      : problem_(problem), causes_(causes), memory_(memory) {}

  /// Chooses the tree of groups. @pre at most most_groups groups
  /// @returns  the work to be expected: values of causes and entries of arrays
  double plan();

  /// Σ over numbers n: ways(n) · P(n). @param axis_of  by kind: its axis in `ways`, −1: it shares nothing
  /// @errors unsupported: more memory than allowed; cancelled
  [[nodiscard]] Result<double> sum(const Counts& ways, const std::vector<std::int32_t>& axis_of, Limits& limits);

 private:
  struct Step {
    std::size_t group = 0;
    std::vector<std::size_t> kinds;  ///< whose last group on the path this is
    std::vector<Step> below;
    std::size_t entries = 1;             ///< of its array: kinds, then those of each step below
    std::uint32_t above = 0;             ///< groups on the path that it depends on
    bool stretches = true;               ///< lowest steps: look for stretches of equal chances
    std::vector<double> table;           ///< by class of the one group above, when it is only one
    std::vector<double> last;            ///< else the last result,
    std::vector<std::uint32_t> last_at;  ///< and for which classes of the groups above
  };
  /// A set of groups that hang together, once the others above them are given.
  struct Choice {
    double work = 0;
    std::size_t group = 0;
  };

  [[nodiscard]] std::uint32_t groups_of(std::size_t kind) const { return causes_[kind].depends(); }
  [[nodiscard]] std::vector<std::uint32_t> parts(std::uint32_t set) const;
  [[nodiscard]] double entries_of(std::uint32_t set) const;
  [[nodiscard]] double work_of(std::uint32_t set);
  [[nodiscard]] double lowest_work(std::size_t group);
  [[nodiscard]] Step step_of(std::uint32_t set, std::uint32_t above);
  [[nodiscard]] std::string signature(const Step& step) const;
  void describe(const Step& step, std::string& text) const;

  [[nodiscard]] Done run(Step& step, std::vector<std::uint32_t>& at, std::vector<double>& out);
  [[nodiscard]] Done run_below(Step& step, std::vector<std::uint32_t>& at, const std::vector<double>*& out);
  void run_lowest(Step& step, const std::vector<std::uint32_t>& at, std::vector<double>& out);
  void add(const Step& step, double weight, const double* chances, std::vector<double>& out);
  void append_axes(const Step& step, const std::vector<std::int32_t>& axis_of, std::vector<std::size_t>& axes) const;

  const SharedProblem& problem_;
  std::vector<SharedCause>& causes_;
  EliminationMemory& memory_;
  Limits* limits_ = nullptr;
  std::optional<BookedBytes> booked_;  ///< of what is kept in memory_
  std::vector<Step> roots_;
  std::map<std::uint32_t, Choice> choices_;  ///< by set of groups
  std::map<std::size_t, std::pair<double, bool>> lowest_;
  std::vector<double> row_, wider_;
  std::vector<double> chances_;  ///< of a lowest step: by class, by kind
  std::vector<std::pair<std::size_t, std::size_t>> open_;
};

}  // namespace veer::faulttree
