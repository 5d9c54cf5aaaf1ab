#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "region/region.hpp"
#include "siting/answer.hpp"
#include "support_points/question.hpp"

namespace veer::support_points {

/// Three quantiles of an uncertain figure, over what we do not know.
struct Spread {
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
};

/// Value and bound of one decision. `unit` is a key of messages.cpp: support_points.unit.<word>.
struct Proof {
  std::string about;  ///< plan, coordinating or water
  std::string unit;
  double value = 0;
  double bound = 0;
  double gap = 0;  ///< share of the value
  siting::Status status = siting::Status::feasible;
};

/// A line of the stock list.
struct Stock {
  std::string item;  ///< Dutch, from the table parameters
  double amount = 0;
  bool operator==(const Stock&) const = default;
};

/// A chosen point.
struct Point {
  region::SupportPointId point;
  region::OrganisationId municipality;  ///< where it stands; invalid when the row names no area
  bool water = false;                   ///< hands out emergency water
  bool local = true;                    ///< people walk here
  double residents = 0;                 ///< who live nearest to it, over the streets
  double visitors_per_day = 0;          ///< on the busiest day
  double visitors_per_h = 0;            ///< in the busiest hour
  double capacity_per_h = 0;            ///< 0: not known
  double minutes_mean = 0;              ///< of its residents
  double minutes_p95 = 0;
  std::optional<std::size_t> coordinator;  ///< index in Plan::points
  double courier_minutes = 0;              ///< to its coordinator
  double staff = 0;                        ///< on duty at once
  double power_kw = 0;                     ///< of its functions together
  double wiring_holds = 1;                 ///< chance that the building's wiring carries that
  double water_l_per_day = 0;
  double once_eur = 0;
  double year_eur = 0;
  std::vector<Stock> stock;
};

/// Who walks where: per demand square of the region.
struct Walk {
  std::optional<std::size_t> point;  ///< index in Plan::points; nothing: no chosen point within reach of the table
  double minutes = 0;
};

/// How far people walk. Shares are of residents; who reaches no point counts as beyond every limit.
struct WalkFigures {
  double mean_min = 0;  ///< of those who reach one
  double p95_min = 0;   ///< of all; infinite when more than one in twenty reaches none
  double longest_min = 0;
  double within_reach = 0;
  double within_1km = 0;
  double within_reach_75 = 0;  ///< of residents of 75 and over, at their own pace
  double unreached = 0;        ///< residents
  std::vector<double> within;  ///< share within 1, 2, … 45 minutes
};

/// The people that a municipality's points need and has.
struct Roster {
  region::OrganisationId municipality;  ///< invalid: coordinating points, staffed by the fire service
  std::size_t points = 0;
  double needed = 0;           ///< on duty at once
  double shifts = 0;           ///< of one post over 72 hours
  double person_shifts = 0;    ///< over 72 hours
  double staff = 0;            ///< who could be set free
  double volunteers = 0;       ///< registered
  Spread present_called;       ///< on duty at once when telephones work
  Spread present_uncalled;     ///< without a call
  double short_chance = 0;     ///< that fewer come than needed, without a call
  double unstaffed_share = 0;  ///< mean share of posts that stay empty, without a call
};

/// What the duty takes away elsewhere.
struct Displaced {
  std::string resource;  ///< id of the resource
  double tied = 0;       ///< people at once
  double pool = 0;
  double person_shifts = 0;  ///< over 72 hours
};

/// One assumption about demand, and what the plan is worth under it.
struct Assumption {
  std::string id;               ///< key support_points.assumption.<id>
  double regret_share = 0;      ///< by how much the plan made for it is better there, share of its value
  double regret_most = 0;       ///< the regret can be no more: with the distance to the bound
  std::size_t other_sites = 0;  ///< points of that plan which this plan lacks
  double chosen_regret = 0;     ///< greatest regret of that plan in any of the worlds
  bool flips = false;           ///< regret above flip_share
};

/// A plan made for another assumption must be better by more than this before the choice is said to turn on it.
inline constexpr double flip_share = 0.005;

/// The answer to a Question, worked out for people: a plain record, filled by make_plan().
struct Plan {
  Question question;
  std::size_t local = 0;  ///< how many local points
  std::size_t coordinating = 0;
  std::size_t water = 0;  ///< places where water is handed out
  double residents = 0;
  std::size_t candidates_local = 0;
  std::size_t candidates_coordinating = 0;
  std::vector<Proof> proofs;  ///< the plan first
  std::vector<Point> points;  ///< local ones first, by place in the table; then coordinating ones
  std::vector<Walk> walks;    ///< by CellId
  WalkFigures walking;
  double reach_min = 15;
  Spread visitors_per_day;   ///< of all points, on the busiest day
  double over_capacity = 0;  ///< share of local points whose busiest hour exceeds their capacity
  double over_capacity_p95 = 0;
  double courier_mean_min = 0;
  std::vector<Roster> rosters;
  std::vector<Displaced> displaced;
  std::vector<Stock> stock;
  double water_l_per_day = 0;
  double once_eur = 0;
  double year_eur = 0;
  std::vector<Assumption> assumptions;  ///< the one that was planned for first; empty: not compared
  std::size_t own_figures = 0;          ///< figures support.* that the region states itself
};

}  // namespace veer::support_points
