#include "importers/ground/territory.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "geo/rd.hpp"
#include "importers/ground/apportion.hpp"
#include "importers/ground/ground.hpp"

namespace veer::importers::ground {

namespace {

constexpr int square_m = 250;
constexpr double residents_per_station = 20'000;
constexpr double residents_per_feeding_area = 4'000;
/// A piece of a PC4 with fewer residents joins the largest piece of that PC4: no zone rests on a handful of homes.
constexpr std::int64_t least_zone_residents = 800;
/// Addresses without residents still draw power: shops and greenhouses keep a feeding area near them.
constexpr double address_weight = 0.05;
constexpr double jobs_per_business = 8;
constexpr double jobs_per_resident = 0.03;
/// CAR01 and CAR04, per 100,000 residents; share of residents of 75 and over who depend on care (assumption).
constexpr double medical_power_per_100k = 21;
constexpr double alarm_users_per_100k = 1400;
constexpr double dependent_share_75_plus = 0.2;

const MunicipalityFact& municipality_of(const Facts& facts, const AreaFact& area) {
  const auto found = std::find_if(facts.municipalities.begin(), facts.municipalities.end(),
                                  [&area](const auto& fact) { return fact.id == area.municipality; });
  ENSURE(found != facts.municipalities.end(), "an area lies in a municipality that the facts do not name");
  return *found;
}

Result<std::vector<Cell>> build_cells(const Facts& facts) {
  std::map<std::tuple<std::size_t, int, int>, std::int64_t> addresses;
  for (const AddressFact& address : facts.addresses) {
    const geo::RdMetres corner = geo::square_corner(geo::to_rd(address.place), square_m);
    ++addresses[{address.area, static_cast<int>(corner.x) / square_m, static_cast<int>(corner.y) / square_m}];
  }
  std::vector<Cell> cells;
  std::vector<std::vector<std::size_t>> cells_of(facts.areas.size());
  for (const auto& [key, count] : addresses) {
    const auto& [area, column, row] = key;
    cells_of[area].push_back(cells.size());
    cells.push_back({.area = area,
                     .column = column,
                     .row = row,
                     .centre = {(column + 0.5) * square_m, (row + 0.5) * square_m},
                     .addresses = count});
  }
  for (std::size_t area = 0; area < facts.areas.size(); ++area) {
    const AreaFact& fact = facts.areas[area];
    if (cells_of[area].empty())
      return fail({.message = {"importers.ground.no_addresses", {fact.id, std::to_string(fact.residents)}},
                   .place = {.file = {}, .table = {}, .row = 0, .column = {}},
                   .context = {}});
    std::vector<double> weights;
    for (const std::size_t cell : cells_of[area]) weights.push_back(static_cast<double>(cells[cell].addresses));
    const auto residents = apportion(fact.residents, weights);
    for (std::size_t i = 0; i < residents.size(); ++i) cells[cells_of[area][i]].residents = residents[i];
  }
  return cells;
}

std::vector<WeightedPlace> weighed(const std::vector<Cell>& cells, const std::vector<std::size_t>& members) {
  std::vector<WeightedPlace> places;
  for (const std::size_t member : members)
    places.push_back({cells[member].centre, static_cast<double>(cells[member].residents) +
                                                address_weight * static_cast<double>(cells[member].addresses)});
  return places;
}

std::size_t parts_for(const std::vector<WeightedPlace>& places, double size) {
  double weight = 0;
  for (const WeightedPlace& place : places) weight += place.weight;
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::lround(weight / size)), 1, places.size());
}

/// Main stations within each municipality, feeding areas within each main station.
void lay_grid(const Facts& facts, Territory& territory) {
  for (const MunicipalityFact& municipality : facts.municipalities) {
    std::vector<std::size_t> members;
    for (std::size_t cell = 0; cell < territory.cells.size(); ++cell)
      if (facts.areas[territory.cells[cell].area].municipality == municipality.id) members.push_back(cell);
    const auto places = weighed(territory.cells, members);
    const std::size_t stations = parts_for(places, residents_per_station);
    const auto station_of = bisect(places, stations);
    const auto station_middles = middles(places, station_of, stations);
    for (std::size_t part = 0; part < stations; ++part) {
      const std::size_t station = territory.stations.size();
      territory.stations.push_back({two_digits(station + 1), municipality.id, station_middles[part]});
      std::vector<std::size_t> own;
      for (std::size_t i = 0; i < members.size(); ++i)
        if (station_of[i] == part) own.push_back(members[i]);
      const auto own_places = weighed(territory.cells, own);
      const std::size_t count = parts_for(own_places, residents_per_feeding_area);
      const auto feeding_of = bisect(own_places, count);
      for (std::size_t i = 0; i < own.size(); ++i)
        territory.cells[own[i]].feeding = territory.feeding.size() + feeding_of[i];
      for (std::size_t i = 0; i < count; ++i)
        territory.feeding.push_back({.number = two_digits(station + 1) + "-" + two_digits(i + 1),
                                     .station = station,
                                     .municipality = municipality.id,
                                     .middle = {},
                                     .place = {}});
    }
  }
}

/// Gives small pieces of a PC4 to its largest piece, but never the last cells of a feeding area.
void join_small_pieces(const Facts& facts, Territory& territory) {
  struct Piece {
    std::int64_t residents = 0;
    std::vector<std::size_t> cells;
  };
  std::vector<std::map<std::size_t, Piece>> pieces(facts.areas.size());
  std::vector<std::size_t> cells_left(territory.feeding.size());
  for (std::size_t i = 0; i < territory.cells.size(); ++i) {
    const Cell& cell = territory.cells[i];
    Piece& piece = pieces[cell.area][cell.feeding];
    piece.residents += cell.residents;
    piece.cells.push_back(i);
    ++cells_left[cell.feeding];
  }
  for (const auto& own : pieces) {
    const std::size_t largest = std::max_element(own.begin(), own.end(), [](const auto& a, const auto& b) {
                                  return a.second.residents < b.second.residents;
                                })->first;
    for (const auto& [feeding, piece] : own) {
      if (feeding == largest || piece.residents >= least_zone_residents || cells_left[feeding] == piece.cells.size())
        continue;
      for (const std::size_t cell : piece.cells) territory.cells[cell].feeding = largest;
      cells_left[feeding] -= piece.cells.size();
      cells_left[largest] += piece.cells.size();
    }
  }
}

void measure_feeding_areas(Territory& territory) {
  std::vector<WeightedPlace> places;
  std::vector<std::size_t> group;
  for (const Cell& cell : territory.cells) {
    FeedingArea& feeding = territory.feeding[cell.feeding];
    feeding.residents += cell.residents;
    feeding.addresses += cell.addresses;
    places.push_back({cell.centre, static_cast<double>(cell.addresses)});
    group.push_back(cell.feeding);
  }
  const auto centres = middles(places, group, territory.feeding.size());
  for (std::size_t i = 0; i < centres.size(); ++i) {
    territory.feeding[i].middle = centres[i];
    territory.feeding[i].place = geo::to_lonlat(centres[i]);
  }
}

void build_zones(const Facts& facts, Territory& territory) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> cells_of;
  for (std::size_t cell = 0; cell < territory.cells.size(); ++cell)
    cells_of[{territory.cells[cell].area, territory.cells[cell].feeding}].push_back(cell);
  std::size_t number = 0;
  for (const auto& [key, members] : cells_of) {
    const bool first = territory.zones.empty() || territory.zones.back().area != key.first;
    number = first ? 1 : number + 1;
    Zone zone{.id = facts.areas[key.first].id + "-" + std::to_string(number),
              .area = key.first,
              .feeding = key.second,
              .middle = {}};
    double high_rise = 0;
    for (const std::size_t member : members) {
      const Cell& cell = territory.cells[member];
      zone.residents += cell.residents;
      zone.addresses += cell.addresses;
      high_rise += static_cast<double>(cell.residents) * high_rise_share(cell.addresses);
    }
    const std::vector<std::size_t> one_group(members.size(), 0);
    zone.middle = geo::to_lonlat(middles(weighed(territory.cells, members), one_group, 1).front());
    zone.groups[static_cast<std::size_t>(region::Group::high_rise)] =
        static_cast<std::int64_t>(std::floor(high_rise + 0.5));
    territory.feeding[zone.feeding].high_rise += zone.groups[static_cast<std::size_t>(region::Group::high_rise)];
    territory.zones.push_back(std::move(zone));
  }
}

/// Spreads a total of every area over its zones and hands the parts to `take`.
template <class Total, class Weight, class Take>
void spread_by_area(const Facts& facts, Territory& territory, Total total, Weight weight, Take take) {
  for (std::size_t begin = 0; begin < territory.zones.size();) {
    std::size_t end = begin;
    std::vector<double> weights;
    while (end < territory.zones.size() && territory.zones[end].area == territory.zones[begin].area)
      weights.push_back(weight(territory.zones[end++]));
    const std::size_t area = territory.zones[begin].area;
    const auto parts = apportion(total(facts.areas[area], area), weights);
    for (std::size_t i = 0; i < parts.size(); ++i) take(territory.zones[begin + i], parts[i]);
    begin = end;
  }
}

/// Spreads a total of the region over all zones.
template <class Weight>
void spread_over_region(Territory& territory, std::int64_t total, region::Group group, Weight weight) {
  std::vector<double> weights;
  for (const Zone& zone : territory.zones) weights.push_back(weight(zone));
  const auto parts = apportion(total, weights);
  for (std::size_t i = 0; i < parts.size(); ++i)
    territory.zones[i].groups[static_cast<std::size_t>(group)] = std::min(parts[i], territory.zones[i].residents);
}

void count_groups(const Facts& facts, Territory& territory) {
  const auto residents = [](const Zone& zone) { return static_cast<double>(zone.residents); };
  const auto addresses = [](const Zone& zone) { return static_cast<double>(zone.addresses); };
  const auto into = [](region::Group group) {
    return [group](Zone& zone, std::int64_t part) {
      zone.groups[static_cast<std::size_t>(group)] = std::min(part, zone.residents);
    };
  };
  const auto rounded = [](double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); };
  spread_by_area(
      facts, territory, [](const AreaFact& area, std::size_t) { return std::min(area.ages[4], area.residents); },
      residents, into(region::Group::over_65));
  spread_by_area(
      facts, territory,
      [&](const AreaFact& area, std::size_t) {
        return rounded(dependent_share_75_plus * static_cast<double>(area.ages[5]));
      },
      residents, into(region::Group::dependent_care));
  spread_by_area(
      facts, territory,
      [&](const AreaFact& area, std::size_t) {
        return rounded(municipality_of(facts, area).low_income_share * static_cast<double>(area.residents));
      },
      residents, into(region::Group::low_income));
  spread_by_area(
      facts, territory, [&](const AreaFact&, std::size_t area) { return territory.areas[area].businesses; }, addresses,
      [](Zone& zone, std::int64_t part) { zone.businesses = part; });
  spread_by_area(
      facts, territory, [&](const AreaFact&, std::size_t area) { return territory.areas[area].jobs; }, addresses,
      [](Zone& zone, std::int64_t part) { zone.jobs = part; });
  double total = 0;
  for (const Zone& zone : territory.zones) total += residents(zone);
  const auto over_75 = [&facts](const Zone& zone) {
    const AreaFact& area = facts.areas[zone.area];
    return area.residents > 0 ? static_cast<double>(area.ages[5]) * static_cast<double>(zone.residents) /
                                    static_cast<double>(area.residents)
                              : 0.0;
  };
  spread_over_region(territory, rounded(medical_power_per_100k * total / 1e5), region::Group::medical_power, residents);
  spread_over_region(territory, rounded(alarm_users_per_100k * total / 1e5), region::Group::alarm_users, over_75);
}

void derive_areas(const Facts& facts, Territory& territory) {
  territory.areas.resize(facts.areas.size());
  for (const AddressFact& address : facts.addresses) ++territory.areas[address.area].addresses;
  for (std::size_t area = 0; area < facts.areas.size(); ++area) {
    const AreaFact& fact = facts.areas[area];
    AreaDerived& derived = territory.areas[area];
    const double households = fact.households > 0
                                  ? fact.households
                                  : static_cast<double>(fact.residents) / municipality_of(facts, fact).household_size;
    derived.households = std::floor(households * 10 + 0.5) / 10;
    derived.businesses =
        std::max<std::int64_t>(0, derived.addresses - static_cast<std::int64_t>(std::floor(households + 0.5)));
    derived.jobs = static_cast<std::int64_t>(std::floor(jobs_per_business * static_cast<double>(derived.businesses) +
                                                        jobs_per_resident * static_cast<double>(fact.residents) + 0.5));
  }
}

}  // namespace

const Cell& Territory::cell_at(geo::LonLat place) const {
  const geo::RdMetres at = geo::to_rd(place);
  return *std::min_element(cells.begin(), cells.end(), [at](const Cell& a, const Cell& b) {
    return geo::distance_m(at, a.centre) < geo::distance_m(at, b.centre);
  });
}

Result<Territory> build_territory(const Facts& facts) {
  Territory territory;
  TRY(territory.cells, build_cells(facts));
  derive_areas(facts, territory);
  lay_grid(facts, territory);
  join_small_pieces(facts, territory);
  measure_feeding_areas(territory);
  build_zones(facts, territory);
  count_groups(facts, territory);
  return territory;
}

double high_rise_share(std::int64_t addresses) {
  // Assumption, by addresses in 6.25 ha: rows of houses hold some 150, blocks of four storeys some 300.
  if (addresses >= 500) return 0.3;
  if (addresses >= 350) return 0.15;
  if (addresses >= 250) return 0.05;
  return 0;
}

}  // namespace veer::importers::ground
