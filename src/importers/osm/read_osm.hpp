#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "importers/osm/osm_map.hpp"

namespace veer::importers::osm {

/// Reads streets, addresses, places and power from an OpenStreetMap file: .osm.pbf, .osm or .osm.gz, recognised by its
/// content.
///
/// The file is read as a stream, unpacked beside the reading; in memory are the nodes inside the crop (24 bytes each)
/// and the ways that are used. The same file gives the same map, on any number of threads.
/// @errors not_found, unavailable: as formats::InputFile; invalid_input: the file is empty, of another kind, damaged or
///         cut off, or without a street that may be walked
[[nodiscard]] Result<OsmMap> read_osm(const std::filesystem::path& path, const Crop& crop, std::size_t threads);

/// The same from memory. @param name  stands in the place of errors
[[nodiscard]] Result<OsmMap> parse_osm(std::string_view bytes, std::string_view name, const Crop& crop);

/// Whether a file that begins like this (unpacked, some kilobytes) is an OpenStreetMap file.
[[nodiscard]] bool is_osm(std::string_view begin);

}  // namespace veer::importers::osm
