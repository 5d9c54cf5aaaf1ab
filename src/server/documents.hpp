#pragma once

#include <string_view>

namespace veer::server::documents {

/// `schema/openapi.json` and `schema/openapi-ogc.json` as they were when the program was built.
extern const std::string_view openapi;
extern const std::string_view openapi_ogc;
/// Hash of `schema/openapi.json` and `schema/results.schema.json`: what a web application for this program was built
/// for. SHA-256 of the two SHA-256 in lower-case hexadecimals, one after the other.
extern const std::string_view contract;

}  // namespace veer::server::documents
