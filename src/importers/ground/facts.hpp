#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/outline.hpp"

namespace veer::importers::ground {

/// One municipality of the region.
struct MunicipalityFact {
  std::string id;  ///< CBS code, GM0518
  std::string name;
  std::int64_t residents = 0;
  double household_size = 1;  ///< residents / households, > 0
  geo::LonLat centre;
  double low_income_share = 0.07;  ///< of its residents; an assumption everywhere
};

/// One area of the census: a four-digit postcode, a neighbourhood (buurt), a district (wijk) or a municipality.
struct AreaFact {
  std::string id;  ///< "2511", "BU05180101"
  std::string place;
  std::string municipality;
  std::int64_t residents = 0;
  std::array<std::int64_t, 7> ages{};  ///< 0–14, 15–24, 25–44, 45–64, 65+, 75+, 85+
  geo::LonLat inside;                  ///< a point of it
  geo::MultiPolygon outline;
  double households = 0;  ///< private households; 0: residents / MunicipalityFact::household_size
};

struct AddressFact {
  std::size_t area = 0;  ///< index in Facts::areas
  geo::LonLat place;
};

/// A named town, village or quarter.
struct PlaceFact {
  std::string name;
  geo::LonLat place;
};

/// What a region stands on: who lives where. Checked and in a fixed order.
struct Facts {
  std::vector<MunicipalityFact> municipalities;  ///< by code
  std::vector<AreaFact> areas;                   ///< by id
  std::vector<AddressFact> addresses;            ///< in file order; every area has at least one
  std::vector<PlaceFact> places;                 ///< in file order

  [[nodiscard]] bool has_municipality(const std::string& id) const {
    return std::any_of(municipalities.begin(), municipalities.end(), [&id](const auto& fact) { return fact.id == id; });
  }
};

}  // namespace veer::importers::ground
