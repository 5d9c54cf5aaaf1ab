#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "geo/polygon.hpp"
#include "importers/foreign/census.hpp"
#include "importers/fresh/fresh.hpp"
#include "importers/ground/facts.hpp"

namespace veer::importers::fresh {

using foreign::CensusRow;
using foreign::Level;

/// The areas of one part, and where its report stands.
struct CensusSource {
  std::size_t report = 0;  ///< index in FreshReport::parts
  std::vector<CensusRow> rows;
};

/// Outlines that can be asked which of them holds a place.
class OutlineIndex {
 public:
  explicit OutlineIndex(std::vector<const geo::MultiPolygon*> outlines);
  /// The first outline that holds the place.
  [[nodiscard]] std::optional<std::size_t> at(geo::LonLat place) const;

 private:
  std::vector<const geo::MultiPolygon*> outlines_;
  std::vector<geo::Bounds> bounds_;
};

/// A point in the outline: its centroid where that lies inside, else the middle of its widest stretch from west to
/// east.
[[nodiscard]] geo::LonLat point_inside(const geo::MultiPolygon& outline);

/// Fills what `into` does not tell with what `from` tells. Ages of another count of residents are taken as shares.
void complete(CensusRow& into, const CensusRow& from);

/// The municipalities of the region with their outlines.
struct ChosenMunicipalities {
  std::vector<CensusRow> rows;  ///< by code, each with an outline
  geo::MultiPolygon outline;    ///< of all
  geo::Bounds bounds;
};

/// Gives municipalities that a file names but does not code the code that another file has for the name.
void code_by_name(std::vector<CensusSource>& sources, FreshReport& report);

/// The region: which municipalities, from which layer.
/// @errors invalid_input: no layer of municipalities with outlines; a wished code that none has
[[nodiscard]] Result<ChosenMunicipalities> choose_municipalities(const std::vector<CensusSource>& sources,
                                                                 const std::vector<std::string>& wished,
                                                                 FreshReport& report);

/// Facts of the municipalities and areas of the region; addresses and places are left to the caller.
/// @errors invalid_input: a municipality has no residents in any file; the wished level does not cover the region
[[nodiscard]] Result<ground::Facts> choose_areas(const std::vector<CensusSource>& sources,
                                                 const ChosenMunicipalities& chosen, const FreshSettings& settings,
                                                 FreshReport& report);

}  // namespace veer::importers::fresh
