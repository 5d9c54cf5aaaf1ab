#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "importers/ground/facts.hpp"
#include "region/region.hpp"

namespace veer::importers::ground {

/// What we derive for a PC4 besides its counts.
struct AreaDerived {
  double households = 0;  ///< residents / mean household size of the municipality, one decimal
  std::int64_t addresses = 0;
  std::int64_t businesses = 0;
  std::int64_t jobs = 0;
};

/// The part of a 250 m square that lies in one PC4.
struct Cell {
  std::size_t area = 0;
  int column = 0;  ///< RD x of the square's west side / 250
  int row = 0;     ///< RD y of its south side / 250
  geo::RdMetres centre;
  std::int64_t addresses = 0;
  std::int64_t residents = 0;
  std::size_t feeding = 0;  ///< index in Territory::feeding
};

/// A medium-voltage main station of the layout with the feeding areas it powers.
struct MainStation {
  std::string number;  ///< "07"
  std::string municipality;
  geo::RdMetres middle;
};

/// The finest unit that can be switched (RES08), some 4,000 residents.
struct FeedingArea {
  std::string number;  ///< "07-03"
  std::size_t station = 0;
  std::string municipality;
  geo::RdMetres middle;
  geo::LonLat place;
  std::int64_t residents = 0;
  std::int64_t addresses = 0;
  std::int64_t high_rise = 0;
  std::string asset = {};  ///< its id in a region that exists; empty: feeding/<number>
  [[nodiscard]] std::string reference() const { return "assets/" + (asset.empty() ? "feeding/" + number : asset); }
};

/// The part of a PC4 that hangs on one feeding area.
struct Zone {
  std::string id;  ///< "2511-3": the third part of postcode 2511
  std::size_t area = 0;
  std::size_t feeding = 0;
  geo::LonLat middle;
  std::int64_t residents = 0;
  std::int64_t addresses = 0;
  std::array<std::int64_t, region::group_count> groups{};
  std::int64_t businesses = 0;
  std::int64_t jobs = 0;
};

/// Where people live and on which part of the grid they hang: cells, feeding areas and zones with exact sums.
struct Territory {
  std::vector<AreaDerived> areas;  ///< as Facts::areas
  std::vector<Cell> cells;         ///< by area, column, row
  std::vector<MainStation> stations;
  std::vector<FeedingArea> feeding;
  std::vector<Zone> zones;  ///< by area, feeding area

  /// The cell whose middle is nearest to the place.
  [[nodiscard]] const Cell& cell_at(geo::LonLat place) const;
  /// The feeding area that powers the place: that of the nearest cell.
  [[nodiscard]] const FeedingArea& feeding_at(geo::LonLat place) const { return feeding[cell_at(place).feeding]; }
};

/// @errors invalid_input: an area has no address to spread its residents over
/// @source docs/method/haaglanden.md, sections "Cells" and "Feeding areas and zones"
[[nodiscard]] Result<Territory> build_territory(const Facts& facts);

/// The assumed share of residents of a cell who live on floors that need a booster pump, by its number of addresses.
[[nodiscard]] double high_rise_share(std::int64_t addresses);

}  // namespace veer::importers::ground
