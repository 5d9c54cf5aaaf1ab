#pragma once

#include <span>
#include <vector>

#include "siting/capacitated_problem.hpp"
#include "siting/cover_choice.hpp"
#include "siting/knapsack.hpp"
#include "siting/site_choice.hpp"
#include "siting/subgradient.hpp"

namespace veer::siting {

/// What is decided in one part of the search: about sites, and who may go where.
struct CapacitatedPart {
  std::vector<Choice> site;
  std::vector<char> may;  ///< customers × sites, row-major: whether the customer may still go to the site
};

/// The Lagrangian lower bound of a CapacitatedProblem: "every customer goes somewhere" is relaxed, and "the chosen
/// sites are large enough together", which is implied and makes the bound stronger.
///
///     L(m) = sum_i m_i + mu·D + min over at most `most` sites of
///            (fixed_j − mu·capacity_j − best knapsack of profits m_i − cost_ij and weights demand_i)
///
/// @source docs/method/siting.md, section "Capacities"
class CapacitatedDual {
 public:
  explicit CapacitatedDual(const CapacitatedProblem& problem);

  /// What holds from here on; forgets use(). @pre `part` outlives its use
  void decide(const CapacitatedPart& part);

  /// L(m); −infinity when the decided sites leave no allowed set.
  /// Afterwards chosen(), taken_by() and order() describe this evaluation; use() and use_of() count it.
  [[nodiscard]] double evaluate(const Multipliers& m);
  [[nodiscard]] double turn(const Multipliers& m);
  void step(Multipliers& m, double length) const;
  void forget() { direction_.assign(problem_.customer_count() + 1, 0); }

  [[nodiscard]] const std::vector<Site>& chosen() const { return cover_exactly_ ? cover_.chosen() : chooser_.chosen(); }
  /// Per customer the cheapest chosen site whose sack it is in, or no_site.
  [[nodiscard]] std::vector<Site> hints() const;
  /// All sites, cheapest reduced cost first.
  [[nodiscard]] std::vector<Site> order() const;

  /// Closes or opens sites and takes away ways to serve that would lift the bound over `cutoff`.
  /// @param m  where L(m) = `value` was met
  /// @returns whether anything was ruled out
  bool fix(CapacitatedPart& part, const Multipliers& m, double cutoff);

  /// Since decide(): in which share of the evaluations a site was chosen, or a customer went to a site.
  [[nodiscard]] double use(Site site) const { return share(site_uses_[site]); }
  [[nodiscard]] double use_of(std::size_t customer, Site site) const {
    return share(way_uses_[customer * problem_.site_count() + site]);
  }

 private:
  [[nodiscard]] double share(std::uint32_t count) const {
    return evaluations_ == 0 ? 0 : static_cast<double>(count) / evaluations_;
  }
  void collect_items(const Multipliers& m, Site site);
  void count_use();
  [[nodiscard]] bool choose();
  [[nodiscard]] bool is_chosen(Site site) const {
    return cover_exactly_ ? cover_.is_chosen(site) : chooser_.is_chosen(site);
  }

  const CapacitatedProblem& problem_;
  const CapacitatedPart* part_ = nullptr;
  MedianProblem rules_;  ///< counts only, for the chooser
  SiteChooser chooser_;
  CoverChooser cover_;
  bool cover_exactly_ = false;
  Knapsack sack_;
  std::vector<Item> items_;
  std::vector<std::vector<std::uint32_t>> candidates_;  ///< per site: customers that may go there
  struct Sack {
    std::vector<std::uint32_t> taken;
    double profit = 0;
    std::uint32_t broken = 0;
    double part = 0;
  };
  std::vector<Sack> sacks_;
  std::vector<double> reduced_;
  std::vector<double> direction_;
  std::vector<double> times_;
  std::vector<std::uint32_t> site_uses_;
  std::vector<std::uint32_t> way_uses_;
  std::uint32_t evaluations_ = 0;
  double demand_ = 0;
  double capacity_scale_ = 1;
};

}  // namespace veer::siting
