#pragma once

#include <limits>
#include <span>
#include <vector>

#include "siting/median_problem.hpp"

namespace veer::siting {

/// Improves a set of sites by single moves: open one, close one, or swap two, always the best move there is.
///
/// Keeps per candidate what opening gains, per chosen site what closing loses, and per pair what a swap wins back
/// (Resende and Werneck 2004); a move only touches the customers whose nearest or second site changes. Rules on counts,
/// groups, budget and decided sites hold after every move when they hold before.
///
/// Ties go to the lowest site: the result depends on the problem and the start alone. One object per thread.
class SwapSearch {
 public:
  /// @pre the problem outlives this object
  explicit SwapSearch(const MedianProblem& problem);

  /// Makes a set that keeps the rules out of any set, and improves it until no move helps or `most_moves` are made.
  /// @returns false when no allowed set was found from here; `sites` is then unspecified
  [[nodiscard]] bool improve(std::vector<Site>& sites,
                             std::size_t most_moves = std::numeric_limits<std::size_t>::max());

  /// A first set: sites that gain most, one by one, then improved.
  [[nodiscard]] bool greedy(std::vector<Site>& sites);

 private:
  struct Nearest {
    Site first = no_site;  ///< no_site: outside
    double d1 = 0;
    double d2 = 0;
    Site second = no_site;
  };
  struct Move {
    double profit = 0;
    Site in = no_site;
    Site out = no_site;
  };

  void reset(std::span<const Site> start);
  void open(Site site);
  void close(Site site);
  [[nodiscard]] Nearest nearest_of(std::size_t customer) const;
  void account(std::size_t customer, double sign);
  void touch_customers(Site in, Site out);
  [[nodiscard]] bool fill();
  [[nodiscard]] bool fits(Site in, Site out) const;
  [[nodiscard]] Move best_move() const;
  void offer(Move& best, Move move) const;
  void apply(const Move& move);

  const MedianProblem& problem_;
  std::vector<std::size_t> column_begin_;
  std::vector<std::uint32_t> column_customer_;
  std::vector<double> column_cost_;

  std::vector<std::uint32_t> slot_;  ///< per site: its slot while open, no_site otherwise
  std::vector<Site> open_;           ///< by slot
  std::vector<Nearest> nearest_;
  std::vector<double> gain_;  ///< per site
  std::vector<double> loss_;  ///< per slot
  std::vector<double> back_;  ///< sites × slots, row-major
  std::size_t width_ = 0;     ///< slots of back_
  std::vector<std::size_t> in_group_;
  double spent_ = 0;
  double tolerance_ = 0;
};

}  // namespace veer::siting
