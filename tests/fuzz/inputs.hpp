#pragma once

#include <string_view>

namespace veer::fuzz {

/// Each feeds one input to a parser and ends the program when what comes out breaks a promise of its header.
void feed_csv(std::string_view input);
void feed_foreign(std::string_view input);
void feed_geopackage(std::string_view input);
void feed_geojson(std::string_view input);
void feed_datapackage(std::string_view input);
void feed_siting(std::string_view input);
void feed_osm(std::string_view input);
void feed_mef(std::string_view input);
void feed_request(std::string_view input);

}  // namespace veer::fuzz
