#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"
#include "siting/mixed_models.hpp"
#include "support_points/question.hpp"

namespace veer::support_points {

/// A question about a region as solvers see it: squares are customers, candidates are sites.
struct Ground {
  std::vector<region::SupportPointId> local;  ///< by site of `facts`
  std::vector<region::SupportPointId> upper;  ///< by site of the coordinating level
  siting::SitingCase facts;                   ///< customers are cells; the weights are still 0
  siting::Rules rules;
  siting::Rules upper_rules;
  std::vector<std::vector<siting::Arc>> links;  ///< per local site: every upper site with a courier's minutes
  std::size_t points = 0;                       ///< local points asked for
  std::size_t coordinating = 0;
};

/// Numbers, municipalities, musts and budget as rules; walks as minutes.
/// @errors not_found: an id that is no support point (with the nearest); conflict: more points than candidates, a point
///         both must and must not; invalid_input: no candidates, no walks
[[nodiscard]] Result<Ground> lay_ground(const region::Region& region, const Question& question);

/// Where a point stands: the municipality of its area, or who runs it when that is a municipality; else invalid.
[[nodiscard]] region::OrganisationId municipality_of(const region::Region& region, const region::SupportPoint& point);

/// The square nearest to a place. @pre the region has cells
[[nodiscard]] region::CellId nearest_cell(const region::Region& region, geo::LonLat place);

/// Worlds in which some local candidates are closed: everything open, then all points of one supplying station dark at
/// a time, then all that one hazard closes. Chances add up to 1.
[[nodiscard]] std::vector<siting::Scenario> closing_worlds(const region::Region& region, const Ground& ground);

/// Straight-line metres between two places in RD New.
[[nodiscard]] double metres_between(geo::LonLat a, geo::LonLat b);

}  // namespace veer::support_points
