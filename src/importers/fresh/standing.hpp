#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "importers/foreign/points.hpp"
#include "importers/fresh/choice.hpp"
#include "importers/ground/ground.hpp"

namespace veer::importers::fresh {

/// Things of one part, and where they come from.
struct ThingSource {
  std::size_t report = 0;  ///< index in FreshReport::parts
  std::string source;      ///< id in the table `sources`
  std::vector<foreign::Thing> things;
};

/// A kind of asset of the model that a thing of a public file is, or "" for none.
[[nodiscard]] std::string asset_kind(const foreign::Thing& thing, foreign::Content content);

/// Who owns assets of a kind: an organisation that stands for all of them together.
struct Owner {
  std::string id;
  std::string name;
  std::string kind;
  std::string track;
};
[[nodiscard]] Owner owner_of(const std::string& asset_kind);

/// Adds things of the region as assets with their need of power, and candidates for support points.
///
/// Sources are taken in their order: what a later one has of the same kind within 150 m (hospitals 300 m,
/// stations 500 m) is the same thing and is counted as matched. Of several files of the high-voltage grid only the
/// first that has stations of the region is taken: their positions differ by kilometres. Sewage plants without a place
/// stand where their name says, in a municipality of the region; others are dropped.
/// @param known  what a region that exists has already, by kind of asset: ids and places. A thing with such an id is
///   written again; one nearby that has another id is the same thing.
struct KnownAsset {
  std::string id;
  std::string name;
  std::optional<geo::LonLat> place;
};
void add_standing(ground::Ground& ground, const std::vector<ThingSource>& sources, const ChosenMunicipalities& chosen,
                  std::vector<foreign::PartReport>& parts,
                  const std::map<std::string, std::vector<KnownAsset>>& known = {});

}  // namespace veer::importers::fresh
