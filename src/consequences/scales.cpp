#include "consequences/scales.hpp"

namespace veer::consequences {

std::string class_of(std::span<const region::ImpactScale> scales, region::ImpactScaleKind kind,
                     const std::string& criterion, double value, double days) {
  for (const region::ImpactScale& row : scales) {
    if (row.scale != kind || row.criterion != criterion || days < row.from_days) continue;
    if (row.until_days && days >= *row.until_days) continue;
    std::size_t step = 0;
    while (step < row.borders.size() && value >= row.borders[step]) ++step;
    return row.classes[step];
  }
  return {};
}

}  // namespace veer::consequences
