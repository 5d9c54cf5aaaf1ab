#pragma once

#include <string_view>

namespace veer::server::documents {

/// `schema/openapi.json` and `schema/openapi-ogc.json` as they were when the program was built.
extern const std::string_view openapi;
extern const std::string_view openapi_ogc;

}  // namespace veer::server::documents
