#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "formats/files.hpp"
#include "formats/layer.hpp"

namespace veer::formats {

/// A FeatureCollection (RFC 7946) with points or multipolygons, coordinates rounded to 6 decimals, one feature per
/// line.
///
/// A first column named `id` becomes the id of the feature; the other columns become properties, typed where the text
/// is kept (exact_number), empty cells null. Same layer, same bytes.
[[nodiscard]] std::string to_geojson(const Layer& layer);

/// Reads a FeatureCollection of Point, Polygon or MultiPolygon features (one kind per file; null geometry is fine).
///
/// Column `id` comes first when features have an id; then the properties in the order in which they first occur.
/// Properties that are objects or lists are kept as their JSON text. Rings that are not closed are refused.
/// @errors invalid_input, with the number of the feature: no JSON, nested too deep, another type, a place outside
///   -180…180, -90…90
[[nodiscard]] Result<Layer> parse_geojson(std::string_view text, std::string layer_name, const std::string& shown_file);

/// The same from a file; *.gz is unpacked.
[[nodiscard]] Result<Layer> read_geojson(const std::filesystem::path& path, std::string layer_name,
                                         std::size_t most_bytes = largest_file_bytes);

/// One outline as a GeoJSON geometry of type MultiPolygon, coordinates rounded to 6 decimals.
[[nodiscard]] std::string outline_json(const geo::MultiPolygon& outline);

/// The outline that such a text (or a Polygon) holds.
/// @errors as parse_geojson
[[nodiscard]] Result<geo::MultiPolygon> parse_outline(const std::string& text, const std::string& shown_file);

/// Whether brackets nest at most `most` deep outside strings: what a JSON reader may be given.
[[nodiscard]] bool json_nesting_within(std::string_view text, std::size_t most);

}  // namespace veer::formats
