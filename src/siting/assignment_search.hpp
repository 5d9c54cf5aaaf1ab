#pragma once

#include <span>
#include <vector>

#include "siting/capacitated_problem.hpp"

namespace veer::siting {

/// Gives customers to sites within capacity, and improves by moving a customer, swapping two, moving a whole site,
/// closing one and opening one, until none of these helps.
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
  /// @returns whether everybody found a place
  [[nodiscard]] bool improve(std::span<const Site> sites, std::span<const Site> order, std::span<const Site> hint);

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
  [[nodiscard]] bool place_rest(bool by_demand);
  [[nodiscard]] bool unload();
  [[nodiscard]] std::int64_t overload(Site site, std::int64_t more) const {
    return std::max<std::int64_t>(0, more - left_[site]);
  }
  bool move_customers();
  bool swap_customers();
  bool move_sites();
  bool close_sites();
  bool open_sites();
  [[nodiscard]] std::vector<std::size_t> customers_of(Site site) const;

  const CapacitatedProblem& problem_;
  std::vector<Site> server_;
  std::vector<std::int64_t> left_;
  std::vector<char> open_;
  std::size_t open_count_ = 0;
};

}  // namespace veer::siting
