#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "siting/answer.hpp"

namespace veer::siting {

/// What it costs when this site serves this customer.
struct Arc {
  double cost = 0;
  Site site = 0;
  bool operator==(const Arc&) const = default;
};

/// The uncapacitated core to which most models of siting come down.
///
/// Choose a set S of sites that minimises
///
///     sum over customers i of min(outside_i, min over j in S of cost_ij) + sum over j in S of fixed_j
///
/// with least <= |S| <= most, at least group_least_g sites of every group g, the price of S within the budget, and the
/// sites that are decided kept. Costs are finite and not negative, and already contain the weight of the customer.
/// Rows are sparse: what is not listed is unreachable.
/// @source docs/method/siting.md, section "One core"
struct MedianProblem {
  std::size_t site_count = 0;
  std::vector<std::size_t> row_begin = {0};  ///< customers + 1; arcs of customer i: [row_begin[i], row_begin[i + 1])
  std::vector<Arc> arcs;                     ///< by customer, ascending by cost and site; a site at most once a row
  std::vector<double> outside;               ///< per customer: cost when no chosen site serves it
  std::vector<double> fixed;                 ///< per site, >= 0; empty: all zero
  std::vector<double> price;                 ///< per site, >= 0; empty: no budget
  double budget = 0;
  std::size_t least = 0;
  std::size_t most = 0;
  std::vector<Choice> choice;            ///< per site; empty: all free
  std::vector<std::uint32_t> group;      ///< per site; empty: no groups
  std::vector<std::size_t> group_least;  ///< per group

  [[nodiscard]] std::size_t customer_count() const { return row_begin.size() - 1; }
  [[nodiscard]] std::span<const Arc> row(std::size_t customer) const {
    return {arcs.data() + row_begin[customer], row_begin[customer + 1] - row_begin[customer]};
  }
  [[nodiscard]] double fixed_of(Site site) const { return fixed.empty() ? 0 : fixed[site]; }
  [[nodiscard]] double price_of(Site site) const { return price.empty() ? 0 : price[site]; }
  [[nodiscard]] Choice choice_of(Site site) const { return choice.empty() ? Choice::free : choice[site]; }

  /// Adds a customer with its arcs in any order; arcs that cost `out` or more are dropped, as they never serve.
  void add_customer(std::vector<Arc> row, double out);
};

/// The value of a set of sites.
[[nodiscard]] double value_of(const MedianProblem& problem, std::span<const Site> sites);
/// Per customer the cheapest of the sites, the first of equals; no_site where staying outside is cheaper.
[[nodiscard]] std::vector<Site> servers_of(const MedianProblem& problem, std::span<const Site> sites);
/// Whether a set keeps counts, groups, budget and decided sites.
[[nodiscard]] bool allowed(const MedianProblem& problem, std::span<const Site> sites);
/// 1 when every value of the problem is whole, so that a better one is better by at least 1; else 0.
[[nodiscard]] double value_step(const MedianProblem& problem);

}  // namespace veer::siting
