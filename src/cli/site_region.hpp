#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace veer::cli {

/// `veer site REGION`: what a planner may ask of the support points of a region.
struct SiteRegion {
  std::string objective = "walk";
  std::string season = "winter";
  std::string robust = "none";
  std::size_t points = 0;
  double budget = 0;
  std::size_t coordinating = 0;
  std::vector<std::string> must;
  std::vector<std::string> must_not;
  bool keep = false;
  bool capacity = false;
  double capacity_per_h = 0;
  bool backup = false;
  bool gradual = false;
  bool water = false;
  bool no_compare = false;
  std::size_t per_municipality = 0;
  double reach = 0;
  std::string out;
  const CLI::Option* points_given = nullptr;
  const CLI::Option* budget_given = nullptr;
  const CLI::Option* coordinating_given = nullptr;
  const CLI::Option* objective_given = nullptr;

  void add_to(CLI::App& command, const Context& context);
};

/// @param seconds  of a clock; 0: as much work as a study does, counted in steps
[[nodiscard]] Outcome run_site_region(const SiteRegion& options, const std::string& region, double seconds, bool json,
                                      Context& context);

}  // namespace veer::cli
