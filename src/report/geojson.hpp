#pragma once

#include <string>

#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// The areas as GeoJSON (RFC 7946, WGS 84), with the state at every moment as flat properties that any map program can
/// colour by.
///
/// Properties: id, naam, gemeente, inwoners, per need and moment `onvervuld_<need>_u024` (residents whose need is unmet
/// after their own reserve, before mutual help) and `zonder_<need>_u024` (residents without the service), and
/// `zwaarste_aandeel_u024` (greatest unmet share over the needs, 0…1). An area without outline is a feature without
/// geometry. Members beside the features name the run, the marking, the meaning of the properties and the attribution.
/// Coordinates have five decimals (about a metre); outer rings run counter-clockwise.
[[nodiscard]] std::string results_geojson(const Findings& findings, Language language, const Texts& texts);

/// The chosen support points as points (RFC 7946); none in the open version.
[[nodiscard]] std::string support_points_geojson(const Findings& findings, Language language, const Texts& texts);

}  // namespace veer::report
