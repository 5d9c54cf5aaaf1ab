#pragma once

#include <string>
#include <vector>

#include "report/findings.hpp"
#include "report/svg_point.hpp"

namespace veer::report {

/// The outlines of the areas on a flat drawing 640 user units wide.
///
/// Plate carrée with the longitude shrunk by the cosine of the middle latitude: true enough for one region, and north
/// is up. An area without an outline is a circle at its centre; one without a centre on the map is left out. A border
/// between municipalities is every stretch of outline that has no area of the same municipality at its other side, so
/// it survives outlines that were generalised one by one and do not touch exactly.
class MapDrawing {
 public:
  explicit MapDrawing(const Findings& findings);

  [[nodiscard]] bool empty() const { return shapes_.empty(); }
  [[nodiscard]] double width() const { return 640; }
  [[nodiscard]] double height() const { return height_; }
  [[nodiscard]] std::string view_box() const;

  struct Shape {
    std::size_t area = 0;  ///< index in Findings::areas
    std::string d;         ///< path data
  };
  [[nodiscard]] const std::vector<Shape>& shapes() const { return shapes_; }
  [[nodiscard]] const std::string& borders() const { return borders_; }
  /// Where a place lies on the drawing; it may lie outside.
  [[nodiscard]] svg::Point at(const geo::LonLat& place) const {
    return {shift_ + (place.lon - west_) * across_, margin + (north_ - place.lat) * scale_};
  }

 private:
  using Outline = std::vector<std::vector<svg::Point>>;  ///< rings; inside by the even-odd rule
  struct Extent {
    svg::Point least, most;
  };
  void trace_borders(const Findings& findings, const std::vector<Outline>& outlines);

  static constexpr double margin = 14;
  double height_ = 0;
  double west_ = 0;
  double north_ = 0;
  double shift_ = 0;
  double across_ = 1;  ///< units per degree of longitude
  double scale_ = 1;   ///< units per degree of latitude
  std::vector<Shape> shapes_;
  std::string borders_;
};

}  // namespace veer::report
