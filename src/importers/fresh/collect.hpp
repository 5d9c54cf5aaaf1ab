#pragma once

#include <string>
#include <vector>

#include "importers/foreign/source_file.hpp"
#include "importers/fresh/choice.hpp"
#include "importers/fresh/standing.hpp"
#include "importers/osm/osm_map.hpp"

namespace veer::importers::fresh {

using Reports = std::vector<foreign::PartReport>;

/// Addresses of one part.
struct AddressSource {
  std::size_t report = 0;
  foreign::Content content = foreign::Content::addresses;
  std::string source;  ///< id in the table `sources`
  std::vector<foreign::AddressRow> rows;
};

/// A file that was opened, and the reports of its parts (consecutive in the reports).
struct Opened {
  foreign::SourceFile file;
  std::size_t first_report = 0;
};

/// What the files hold of a region.
class Collection {
 public:
  /// Opens the files and tells what each part is.
  /// @errors as SourceFile::open
  [[nodiscard]] static Result<Collection> open(const std::vector<std::filesystem::path>& files, Reports& parts);

  /// Why the first file without any part is not known; nothing where all are.
  [[nodiscard]] std::optional<Error> why_unknown() const;

  /// Residents of all areas; layers finer than municipalities only near `within`, once that is known.
  /// @errors as read_census; a layer that cannot be read
  [[nodiscard]] Result<std::vector<CensusSource>> municipalities(Reports& parts);
  [[nodiscard]] Done add_finer(std::vector<CensusSource>& sources, const geo::Bounds& within, Reports& parts);

  /// Everything that stands at a place.
  [[nodiscard]] Done read_places(const geo::Bounds& within, Reports& parts);
  /// The map that holds most of the region; others are told to be doubled, or to lie outside.
  [[nodiscard]] Done read_maps(const geo::MultiPolygon& outline, bool with_addresses, std::size_t threads,
                               Reports& parts);

  /// Puts things in the order in which their sources are believed; of one kind the fuller file goes first.
  void order(const Reports& parts);

  std::vector<AddressSource> addresses;
  std::vector<ThingSource> things;       ///< facilities, hospitals, sites, sewage plants, points of interest, stations
  std::vector<ground::PlaceFact> names;  ///< towns, villages and quarters
  std::vector<std::pair<std::string, std::int64_t>> connections;  ///< by four-digit postcode
  std::optional<osm::OsmMap> map;

  /// The id of a part in the table `sources`.
  [[nodiscard]] static std::string source_id(const foreign::PartReport& part);

 private:
  [[nodiscard]] Done read_place(Opened& opened, std::size_t part, const geo::Bounds& within, Reports& parts);

  std::vector<Opened> files_;
};

/// The row of the table `sources` for a part, the id first.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> source_row(const foreign::PartReport& part);
/// The rows of `sources` that every region has: what we assumed, and where the list of services comes from.
[[nodiscard]] std::vector<std::vector<std::pair<std::string, std::string>>> standing_sources();

}  // namespace veer::importers::fresh
