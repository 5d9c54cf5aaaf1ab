// The solver of siting on a problem of the size of a region.
//
//   siting_region REGION_FOLDER [seconds=20] [model]
//
// Residents by cell (cells.csv) and candidates (support_points.csv) of a region package are real in number and place.
// The minutes between them are not: straight-line distance times 1.3 at 80 metres a minute stands in for the walking
// network, which this program is not about. Prints one line of JSON per model; a time limit that is met shows in
// `seconds`.

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "formats/csv.hpp"
#include "geo/rd.hpp"
#include "mip/cbc.hpp"
#include "siting/mixed_models.hpp"

namespace {

using namespace veer;
using siting::Answer;
using siting::Arc;

constexpr double detour = 1.3;
constexpr double metres_a_minute = 80;
constexpr double longest_walk_minutes = 60;
constexpr double reach_minutes = 15;
constexpr std::size_t local_points = 230;
constexpr std::size_t scarce_points = 80;  // too few to cover everybody: the hard side of covering
constexpr double link_weight = 500;  // person-minutes that a minute between a local point and its coordinator counts

[[noreturn]] void stop(const std::string& what) {
  std::fprintf(stderr, "siting_region: %s\n", what.c_str());
  std::exit(1);
}

struct Points {
  std::vector<geo::RdMetres> at;
  std::vector<double> residents;
};

/// The points of a table, of one level when `level` is not empty.
Points read_points(const std::string& folder, const std::string& name, const std::string& level) {
  const auto table = formats::read_csv(folder + "/" + name + ".csv", name);
  if (!table) stop("cannot read " + name + ".csv in " + folder);
  const auto column = [&](const char* wanted) {
    const auto found = table->column(wanted);
    if (!found) stop("no column " + std::string(wanted) + " in " + name + ".csv");
    return *found;
  };
  const std::size_t lon = column("lon");
  const std::size_t lat = column("lat");
  Points points;
  for (const auto& row : table->rows) {
    if (!level.empty() && row[column("level")] != level) continue;
    points.at.push_back(geo::to_rd({std::stod(row[lon]), std::stod(row[lat])}));
    if (level.empty()) points.residents.push_back(std::stod(row[column("residents")]));
  }
  return points;
}

/// Per point of `from` those of `to` within the longest walk.
std::vector<std::vector<Arc>> minutes_between(const Points& from, const Points& to, double longest) {
  std::vector<std::vector<Arc>> rows;
  for (const geo::RdMetres a : from.at) {
    std::vector<Arc> row;
    for (siting::Site site = 0; site < to.at.size(); ++site) {
      const double minutes = detour * geo::distance_m(a, to.at[site]) / metres_a_minute;
      if (minutes < longest) row.push_back({minutes, site});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Clock {
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
};

void print(const char* model, const Result<Answer>& answer, const Clock& clock) {
  if (!answer) stop(std::string(model) + ": " + answer.error().message.key);
  std::printf(
      "{\"model\":\"%s\",\"sites\":%zu,\"value\":%.6f,\"bound\":%.6f,\"gap\":%.8f,\"status\":\"%s\",\"seconds\":%.3f}"
      "\n",
      model, answer->sites.size(), answer->value, answer->bound, siting::gap(*answer),
      answer->status == siting::Status::optimal ? "optimal" : "feasible", clock.seconds());
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) stop("expected a folder with cells.csv and support_points.csv");
  const std::string folder = words[1];
  const double limit = count > 2 ? std::atof(words[2]) : 20;
  const std::string wanted = count > 3 ? words[3] : "";
  const Points cells = read_points(folder, "cells", "");
  const Points local = read_points(folder, "support_points", "local");
  const Points coordinating = read_points(folder, "support_points", "coordinating");
  siting::SitingCase facts{.site_count = local.at.size(),
                           .weight = cells.residents,
                           .minutes = minutes_between(cells, local, longest_walk_minutes)};
  const auto arcs = std::accumulate(facts.minutes.begin(), facts.minutes.end(), std::size_t{0},
                                    [](std::size_t sum, const auto& row) { return sum + row.size(); });
  std::fprintf(stderr, "%zu cells, %zu local and %zu coordinating candidates, %zu ways\n", cells.at.size(),
               local.at.size(), coordinating.at.size(), arcs);

  const siting::Rules rules{.least = local_points, .most = local_points};
  const siting::Rules scarce{.least = scarce_points, .most = scarce_points};
  const siting::Rules any{.most = facts.site_count};
  siting::UpperLevel upper{.site_count = coordinating.at.size(),
                           .rules = {.least = 1, .most = coordinating.at.size()},
                           .minutes = minutes_between(local, coordinating, 1e9),
                           .weight = link_weight};
  mip::Cbc cbc;
  mip::Solver* const solver = cbc.present() ? &cbc : nullptr;
  const auto measure = [&](const char* model, const std::function<Result<Answer>(const siting::Patience&)>& solve) {
    if (!wanted.empty() && wanted != model) return;
    const Clock clock;
    const siting::Patience patience{.seconds_left = [&] { return limit - clock.seconds(); }};
    const auto answer = solve(patience);
    print(model, answer, clock);
  };
  measure("median", [&](const auto& patience) { return walk_least(facts, rules, longest_walk_minutes, patience); });
  measure("cover_most", [&](const auto& patience) { return cover_most(facts, rules, reach_minutes, patience); });
  measure("cover_most_scarce",
          [&](const auto& patience) { return cover_most(facts, scarce, reach_minutes, patience); });
  measure("cover_all", [&](const auto& patience) { return cover_all(facts, any, reach_minutes, solver, patience); });
  measure("centre", [&](const auto& patience) { return walk_least_at_worst(facts, rules, patience); });
  measure("cover_twice",
          [&](const auto& patience) { return cover_twice(facts, rules, reach_minutes, 0.7, solver, patience); });
  const auto both_levels = [&](const auto& patience) {
    auto answer = two_levels(facts, rules, upper, longest_walk_minutes, solver, patience);
    return answer ? Result<Answer>(answer->base) : fail(answer.error());
  };
  measure("two_levels", both_levels);
  upper.rules.most = coordinating.at.size() / 2;  // far fewer than there are candidates: the weak side of the bound
  measure("two_levels_half", both_levels);
}
