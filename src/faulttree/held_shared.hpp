#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "faulttree/held_chance.hpp"
#include "faulttree/held_view.hpp"
#include "faulttree/limits.hpp"

namespace veer::faulttree {

/// Words of a group among which no draw of a cone tells a difference (or that are taken together): begin … end − 1.
struct WordClass {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] double chance() const;
};

/// The distinct causes of a cone (kinds) and the groups that more than one of their draws follow. Given the words of
/// these groups all causes are independent, and those of a kind have the same chance.
struct SharedProblem {
  std::vector<HeldCause> kinds;
  std::vector<std::uint32_t> count_of;  ///< by kind: causes of the cone
  std::vector<std::uint32_t> kind_of;   ///< by cause of the cone
  std::vector<std::int32_t> groups;     ///< of the program
  std::vector<std::vector<WordClass>> classes;
  bool exact = true;

  /// Place of a group of the program among the shared ones; −1: it is none of them.
  [[nodiscard]] std::int32_t place(std::int32_t group) const;
  /// Combinations of the classes of all groups.
  [[nodiscard]] double cells() const;
};
[[nodiscard]] SharedProblem shared_problem(const HeldCone& cone);

/// Joins neighbouring classes of the group where the fewest minutes are then taken together.
/// @returns  false when no group has classes left to join
bool join_classes(SharedProblem& problem);

/// Shortens the lists of values of a cause that is no simple chain, neighbours taken together at their worst or best,
/// until one value of it costs little enough beside all the work. @returns  whether anything was taken together
bool shorten_values(const SharedProblem& problem, HeldCause& cause, double most_work, bool worst);

/// The chance of a kind as a function of the classes of the shared groups: a sum over which of its draws follow theirs.
///
/// Tables what fits. For one thread.
class SharedCause {
 public:
  /// @param worst  whether a class stands for its worst word or for its best one
  SharedCause(const SharedProblem& problem, const HeldCause& cause, bool worst);

  /// What a call of `prepare` looks at: entries of tables, and what that costs where combinations are played.
  [[nodiscard]] double preparation() const;
  /// Whether no value takes too much of the work by itself, whatever classes are joined.
  [[nodiscard]] bool costs_at_most(double most_work) const;
  /// What one value costs, in the same unit.
  [[nodiscard]] double cost() const;
  /// Fills the tables; `bytes` says what they take.
  /// @errors cancelled
  [[nodiscard]] Done prepare(Limits& limits);
  /// Bytes of the tables.
  [[nodiscard]] std::size_t bytes() const;

  /// All that the chance depends on but for the classes.
  [[nodiscard]] std::string text() const;
  /// Groups it depends on, one bit each.
  [[nodiscard]] std::uint32_t depends() const { return depends_; }
  /// Whether the chance goes one way only along the classes of a group.
  [[nodiscard]] bool monotone(std::size_t place) const;

  /// @param at  class of each group
  [[nodiscard]] double chance(std::span<const std::uint32_t> at);

  /// From here on `along` gives the chances along one group, the others as they stand in `at`.
  void set_row(std::span<const std::uint32_t> at, std::size_t place);
  [[nodiscard]] double along(std::uint32_t word_class) {
    double out = constant_;
    for (const Moving& one : moving_)
      out += one.weight * (one.row != nullptr     ? one.row[one.stride * word_class]
                           : one.tanks != nullptr ? one.along(one.tanks[word_class])
                                                  : play(*one.pattern, row_place_, word_class));
    return out;
  }

 private:
  struct Pattern {
    double weight = 1;
    std::vector<bool> given;
    std::vector<std::size_t> dims;  ///< groups it depends on
    std::uint32_t mask = 0;         ///< the same, as bits
    std::size_t size = 1;           ///< combinations of their classes
    CauseChance chance;
    std::vector<double> table;
    /// Where one stock, tank and contract are given: by minutes that stock and tank must bridge, by class of the stock.
    std::vector<double> bridge;
  };
  /// A pattern that changes along a row.
  struct Moving {
    Pattern* pattern = nullptr;
    double weight = 1;
    const double* row = nullptr;  ///< in its table
    std::size_t stride = 0;
    CauseChance::AlongTank along;
    const cascade::Tick* tanks = nullptr;  ///< by class: only the tank changes
  };
  [[nodiscard]] bool only_tank(const Pattern& pattern, std::size_t place) const;
  [[nodiscard]] bool only_stock(const Pattern& pattern, std::size_t place) const;
  [[nodiscard]] const double* bridge_of(Pattern& pattern, std::size_t place);

  void add_patterns(std::size_t slot, double weight, const std::vector<bool>& given);
  [[nodiscard]] std::size_t index(const Pattern& pattern, std::span<const std::uint32_t> at) const;
  [[nodiscard]] double play(Pattern& pattern, std::span<const std::uint32_t> at);
  /// With the values of the last set_row, but for one group.
  [[nodiscard]] double play(Pattern& pattern, std::size_t place, std::uint32_t word_class);

  const SharedProblem* problem_;
  const HeldCause* cause_;
  bool worst_;
  std::vector<std::int32_t> places_;                ///< by slot: of its group among the shared ones; −1: its own word
  std::vector<std::vector<cascade::Tick>> values_;  ///< by slot, by class of its group
  std::uint32_t depends_ = 0;
  std::vector<Pattern> patterns_;
  std::vector<cascade::Tick> now_;
  std::size_t row_place_ = 0;
  double constant_ = 0;
  std::vector<Moving> moving_;
};

/// Bytes booked with some limits for as long as it lives.
class BookedBytes {
 public:
  explicit BookedBytes(Limits& limits) : limits_(&limits) {}
  BookedBytes(const BookedBytes&) = delete;
  BookedBytes& operator=(const BookedBytes&) = delete;
  ~BookedBytes() { ENSURE(limits_->book(-static_cast<std::ptrdiff_t>(bytes_)), "giving back always succeeds"); }
  /// @errors unsupported: more memory than allowed
  [[nodiscard]] Done add(std::size_t bytes) {
    if (!limits_->book(static_cast<std::ptrdiff_t>(bytes))) return fail(limits_->error(Stop::memory));
    bytes_ += bytes;
    return {};
  }

 private:
  Limits* limits_;
  std::size_t bytes_ = 0;
};

}  // namespace veer::faulttree
