#pragma once

#include <vector>

#include "mip/model.hpp"
#include "siting/siting_case.hpp"

namespace veer::siting {

/// Adds a 0-1 column per site and the rows of the rules. @returns the columns
[[nodiscard]] std::vector<mip::Column> add_sites(mip::Model& model, std::size_t site_count, const Rules& rules);

/// Adds who is served from where: a share per arc, each at most its site, all of a customer 1 together with the share
/// that stays outside at `outside`.
/// @param cost  of the arcs and outside, times the column of a bounding variable when `into` is given: then the costs
/// do
///              not stand in the objective but are returned as terms
/// @returns the terms of the costs
std::vector<mip::Term> add_service(mip::Model& model, const MedianProblem& core, const std::vector<mip::Column>& sites,
                                   bool in_objective);

/// The sites whose columns are 1.
[[nodiscard]] std::vector<Site> chosen_sites(const mip::Solution& solution, const std::vector<mip::Column>& columns);

/// Takes a solver's outcome into an own answer: whichever value is less, whichever bound is greater.
/// @param value  of the solver's sites, recomputed; unreachable when there are none
void take_in(Answer& own, const mip::Solution& solution, double value, const std::vector<Site>& sites);

/// Sets the status by the gap.
void settle(Answer& answer);

/// A solver's turn: nothing when there is no solver, no distance left, no time left, or the model is too large.
[[nodiscard]] Result<std::optional<mip::Solution>> ask(mip::Solver* solver, const mip::Model& model, const Answer& own,
                                                       const Patience& patience);

}  // namespace veer::siting
