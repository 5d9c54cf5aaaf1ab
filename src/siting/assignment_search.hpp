#pragma once

#include <span>
#include <vector>

#include "siting/capacitated_problem.hpp"

namespace veer::siting {

/// Gives customers to sites within capacity, and improves by moving a customer, swapping two, moving a whole site,
/// closing one, opening one, and opening one for another, until none of these helps.
///
/// Everything goes in a fixed order and takes the first move that helps: the result depends on the arguments alone.
/// One object per thread.
class AssignmentSearch {
 public:
  /// @pre the problem outlives this object
  explicit AssignmentSearch(const CapacitatedProblem& problem);

  /// Makes an assignment from these sites and hints, and improves it.
  /// @param sites  open at the start, at most `most`, none decided closed; more open when they are too small together
  /// @param order  all sites, those to open first in front
  /// @param hint   per customer a site that it can reach and may go to first, or no_site
  /// @param patience  when it ends, what was reached so far stands
  /// @returns whether everybody found a place
  [[nodiscard]] bool improve(std::span<const Site> sites, std::span<const Site> order, std::span<const Site> hint,
                             const Patience& patience);

  [[nodiscard]] const std::vector<Site>& server() const { return server_; }

 private:
  [[nodiscard]] bool start(std::span<const Site> sites, std::span<const Site> order);
  void open(Site site);
  [[nodiscard]] bool fits(std::size_t customer, Site site) const {
    return open_[site] != 0 && left_[site] >= problem_.demand[customer];
  }
  void place(std::size_t customer, Site site);
  void lift(std::size_t customer);
  [[nodiscard]] Site cheapest_with_room(std::size_t customer) const;
  [[nodiscard]] bool place_rest(bool by_demand, const Patience& patience);
  [[nodiscard]] bool unload(const Patience& patience);
  [[nodiscard]] std::int64_t overload(Site site, std::int64_t more) const {
    return std::max<std::int64_t>(0, more - left_[site]);
  }
  bool move_customers();
  bool swap_customers(const Patience& patience);
  bool move_sites();
  bool close_sites();
  bool open_sites();
  bool swap_sites(const Patience& patience);
  /// Whom a site would draw if it opened, and what that gains after its fixed cost.
  struct Draw {
    double gain = 0;
    std::vector<std::size_t> customers;
  };
  [[nodiscard]] Draw draw_of(Site site) const;
  void open_with(Site site, const Draw& draw);
  [[nodiscard]] double loss_of(Site site) const;
  [[nodiscard]] bool close_with_moves(Site site);
  [[nodiscard]] double total() const;
  [[nodiscard]] std::vector<std::size_t> customers_of(Site site) const;
  [[nodiscard]] std::span<const Site> reach(std::size_t customer) const {
    return {reach_.data() + reach_begin_[customer], reach_begin_[customer + 1] - reach_begin_[customer]};
  }
  [[nodiscard]] const std::vector<std::size_t>& served_within_reach(std::size_t customer);

  const CapacitatedProblem& problem_;
  std::vector<std::size_t> reach_begin_ = {0};   ///< customers + 1
  std::vector<Site> reach_;                      ///< sites that can serve a customer, ascending
  std::vector<std::vector<std::size_t>> users_;  ///< per site who can be served there, ascending
  bool all_reach_all_ = true;
  std::vector<Site> server_;
  std::vector<std::vector<std::size_t>> served_;  ///< per site its customers, in no order
  std::vector<std::size_t> seat_;                 ///< per customer its place in that list
  std::vector<std::size_t> near_;                 ///< of served_within_reach()
  std::vector<std::int64_t> left_;
  std::vector<char> open_;
  std::size_t open_count_ = 0;
};

}  // namespace veer::siting
