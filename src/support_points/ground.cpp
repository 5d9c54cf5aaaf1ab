#include "support_points/ground.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "region/support_figures.hpp"
#include "support_points/words.hpp"

namespace veer::support_points {

namespace {

using region::Region;
using region::SupportPoint;
using siting::Choice;
using siting::Site;

/// Groups of stations are climbed to until no more worlds than this are left.
constexpr std::size_t most_dark_worlds = 12;

Result<std::size_t> find_point(const Region& region, const std::string& id) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < region.support_points.size(); ++i) {
    if (region.support_points[i].id == id) return i;
    ids.push_back(region.support_points[i].id);
  }
  const std::string near = nearest_word(id, ids);
  if (near.empty())
    return fail({ErrorKind::not_found, {"support_points.point.unknown", {id}}, {.table = "support_points"}, {}});
  return fail({ErrorKind::not_found, {"support_points.point.near", {id, near}}, {.table = "support_points"}, {}});
}

/// What musts, must-nots and confirmations decide, by support point.
Result<std::vector<Choice>> decided(const Region& region, const Question& question) {
  std::vector<Choice> out(region.support_points.size(), Choice::free);
  if (question.keep)
    for (std::size_t i = 0; i < out.size(); ++i)
      if (region.support_points[i].confirmed) out[i] = Choice::open;
  for (const std::string& id : question.must) {
    TRY(const std::size_t at, find_point(region, id));
    out[at] = Choice::open;
  }
  for (const std::string& id : question.must_not) {
    TRY(const std::size_t at, find_point(region, id));
    if (std::find(question.must.begin(), question.must.end(), id) != question.must.end())
      return fail({ErrorKind::conflict, {"support_points.point.both", {id}}, {.table = "support_points"}, {}});
    out[at] = Choice::closed;
  }
  return out;
}

double residents_of(const Region& region) {
  double sum = 0;
  for (const region::Cell& cell : region.cells) sum += cell.residents;
  return sum;
}

std::size_t by_norm(const Region& region, const char* norm) {
  const double count = residents_of(region) / region::support_value(region, norm);
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(count)));
}

Error too_many(const char* level, std::size_t asked, std::size_t candidates) {
  return {ErrorKind::conflict,
          {std::string("support_points.too_many.") + level, {std::to_string(asked), std::to_string(candidates)}},
          {.table = "support_points"},
          {}};
}

/// Candidates of a level that may be chosen.
std::size_t open_to_choice(const siting::Rules& rules) {
  return static_cast<std::size_t>(
      std::count_if(rules.choice.begin(), rules.choice.end(), [](Choice c) { return c != Choice::closed; }));
}

/// At least `least` points in every municipality, or all of its candidates where it has fewer.
void share_out(const Region& region, Ground& ground, std::size_t least) {
  std::map<std::size_t, std::uint32_t> known;
  std::vector<std::size_t> candidates;
  for (Site site = 0; site < ground.local.size(); ++site) {
    const auto id = municipality_of(region, region.support_points[ground.local[site].index()]);
    const auto [at, fresh] = known.emplace(id.index(), static_cast<std::uint32_t>(candidates.size()));
    if (fresh) candidates.push_back(0);
    candidates[at->second] += ground.rules.choice[site] == Choice::closed ? 0U : 1U;
    ground.rules.group.push_back(at->second);
  }
  for (const std::size_t count : candidates) ground.rules.group_least.push_back(std::min(least, count));
}

void link_levels(const Region& region, Ground& ground) {
  const double metres_per_min = region::support_value(region, "support.link.speed") * 1000 / 60;
  const double detour = region::support_value(region, "support.link.detour");
  for (const auto local : ground.local) {
    std::vector<siting::Arc> row;
    for (Site above = 0; above < ground.upper.size(); ++above) {
      const double metres = metres_between(region.support_points[local.index()].place,
                                           region.support_points[ground.upper[above].index()].place);
      row.push_back({metres * detour / metres_per_min, above});
    }
    ground.links.push_back(std::move(row));
  }
}

/// The asset that electricity of an asset comes from first; itself where it needs none.
std::size_t supplier_of(const Region& region, const std::vector<std::size_t>& above, std::size_t asset) {
  return above[asset] < region.assets.size() ? above[asset] : asset;
}

}  // namespace

double metres_between(geo::LonLat a, geo::LonLat b) {
  const geo::RdMetres p = geo::to_rd(a);
  const geo::RdMetres q = geo::to_rd(b);
  return std::hypot(p.x - q.x, p.y - q.y);
}

region::OrganisationId municipality_of(const Region& region, const SupportPoint& point) {
  if (point.area.valid()) return region.areas[point.area.index()].municipality;
  const bool municipal =
      region.organisations[point.organisation.index()].kind == region::OrganisationKind::municipality;
  return municipal ? point.organisation : region::OrganisationId{};
}

region::CellId nearest_cell(const Region& region, geo::LonLat place) {
  // Degrees will do to compare: the same square metre is the same share of both everywhere in one region.
  const double shrink = std::cos(place.lat * 3.14159265358979323846 / 180);
  std::size_t best = 0;
  double least = siting::unreachable;
  for (std::size_t i = 0; i < region.cells.size(); ++i) {
    const double x = (region.cells[i].centre.lon - place.lon) * shrink;
    const double y = region.cells[i].centre.lat - place.lat;
    if (const double distance = x * x + y * y; distance < least) {
      least = distance;
      best = i;
    }
  }
  return region::CellId{best};
}

Result<Ground> lay_ground(const Region& region, const Question& question) {
  if (region.walks.empty() || region.cells.empty())
    return fail({ErrorKind::invalid_input, {"support_points.no_walks", {}}, {.table = "walks"}, {}});
  TRY(const auto choice, decided(region, question));
  Ground ground;
  std::vector<Site> site(region.support_points.size(), siting::no_site);
  for (std::size_t i = 0; i < region.support_points.size(); ++i) {
    const bool local = region.support_points[i].level == region::SupportLevel::local;
    auto& list = local ? ground.local : ground.upper;
    site[i] = static_cast<Site>(list.size());
    list.emplace_back(i);
    (local ? ground.rules : ground.upper_rules).choice.push_back(choice[i]);
  }
  if (ground.local.empty())
    return fail({ErrorKind::invalid_input, {"support_points.no_candidates", {}}, {.table = "support_points"}, {}});

  ground.facts.site_count = ground.local.size();
  ground.facts.weight.assign(region.cells.size(), 0);
  ground.facts.minutes.resize(region.cells.size());
  for (const region::CellWalks& row : region.walks)
    for (const region::WalkTo& walk : row.walks)
      if (region.support_points[walk.support_point.index()].level == region::SupportLevel::local)
        ground.facts.minutes[row.cell.index()].push_back({walk.minutes, site[walk.support_point.index()]});

  const std::size_t free_local = open_to_choice(ground.rules);
  ground.points = question.points.value_or(std::min(by_norm(region, "support.norm.local"), free_local));
  if (ground.points > free_local) return fail(too_many("local", ground.points, free_local));
  ground.rules.most = ground.points;
  ground.rules.least = ground.points;
  if (question.budget_eur) {
    const double usual = region::support_value(region, "support.cost.once.local");
    for (const auto id : ground.local)
      ground.rules.price.push_back(region.support_points[id.index()].cost_once_eur.value_or(usual));
    ground.rules.budget = *question.budget_eur;
    ground.rules.least = 0;
    if (!question.points) ground.rules.most = free_local;
  }
  if (question.objective == Objective::everyone) {
    ground.rules.least = 0;
    if (!question.points) ground.rules.most = free_local;
  }
  if (question.per_municipality > 0) share_out(region, ground, question.per_municipality);

  const std::size_t free_upper = open_to_choice(ground.upper_rules);
  ground.coordinating =
      question.coordinating.value_or(std::min(by_norm(region, "support.norm.coordinating"), free_upper));
  if (ground.coordinating > free_upper) return fail(too_many("coordinating", ground.coordinating, free_upper));
  ground.upper_rules.most = ground.coordinating;
  ground.upper_rules.least = ground.coordinating;
  if (ground.coordinating > 0) link_levels(region, ground);
  return ground;
}

std::vector<siting::Scenario> closing_worlds(const Region& region, const Ground& ground) {
  const auto electricity = region.find_service("electricity");
  std::vector<std::size_t> above(region.assets.size(), region.assets.size());
  for (const region::Need& need : region.needs)
    if (electricity && need.service == *electricity && need.owner.kind == region::OwnerKind::asset &&
        !need.suppliers.empty() && need.suppliers.front().kind == region::OwnerKind::asset)
      above[need.owner.index] = need.suppliers.front().index;
  // Every point hangs on the feeding area of its square; climb until few stations are left.
  std::vector<std::size_t> station;
  for (const auto id : ground.local) {
    const auto cell = nearest_cell(region, region.support_points[id.index()].place);
    const auto feeding = region.zones[region.cells[cell.index()].zone.index()].feeding_area;
    station.push_back(feeding.valid() ? feeding.index() : region.assets.size());
  }
  const auto distinct = [&] {
    auto copy = station;
    std::sort(copy.begin(), copy.end());
    copy.erase(std::unique(copy.begin(), copy.end()), copy.end());
    std::erase(copy, region.assets.size());
    return copy;
  };
  auto stations = distinct();
  for (int climb = 0; climb < 4 && stations.size() > most_dark_worlds; ++climb) {
    for (std::size_t& asset : station)
      if (asset < region.assets.size()) asset = supplier_of(region, above, asset);
    stations = distinct();
  }

  const double dark = stations.empty() ? 0 : region::support_value(region, "support.dark");
  std::vector<siting::Scenario> out{{1, std::vector<char>(ground.local.size(), 1)}};
  for (const std::size_t asset : stations) {
    siting::Scenario world{dark / static_cast<double>(stations.size()), std::vector<char>(ground.local.size(), 1)};
    for (Site site = 0; site < station.size(); ++site)
      if (station[site] == asset) world.available[site] = 0;
    out.push_back(std::move(world));
  }
  std::map<std::string, std::vector<Site>> exposed;
  for (Site site = 0; site < ground.local.size(); ++site)
    for (const std::string& word : words_of(region.support_points[ground.local[site].index()].exposed))
      exposed[word].push_back(site);
  const double hit = region::support_value(region, "support.exposed");
  for (const auto& [word, sites] : exposed) {
    siting::Scenario world{hit, std::vector<char>(ground.local.size(), 1)};
    for (const Site site : sites) world.available[site] = 0;
    out.push_back(std::move(world));
  }
  double others = 0;
  for (std::size_t i = 1; i < out.size(); ++i) others += out[i].chance;
  for (std::size_t i = 1; i < out.size() && others > 1; ++i) out[i].chance /= others;
  out.front().chance = std::max(0.0, 1 - others);
  return out;
}

}  // namespace veer::support_points
