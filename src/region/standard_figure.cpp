#include "region/standard_figure.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace veer::region {

namespace {

const StandardFigure& figure_of(std::span<const StandardFigure> figures, std::string_view id) {
  const auto found =
      std::find_if(figures.begin(), figures.end(), [&](const StandardFigure& row) { return id == row.id; });
  ENSURE(found != figures.end(), "a figure is not in its list in src/region: add it there");
  return *found;
}

}  // namespace

Parameter as_parameter(const StandardFigure& figure) {
  static constexpr std::array<std::pair<std::string_view, Distribution>, 5> shapes{
      {{"fixed", Distribution::fixed},
       {"triangular", Distribution::triangular},
       {"lognormal", Distribution::lognormal},
       {"exponential", Distribution::exponential},
       {"beta", Distribution::beta}}};
  Parameter out;
  out.id = figure.id;
  out.subject = figure.subject;
  out.name = figure.name;
  out.low = figure.low;
  out.typical = figure.typical;
  out.high = figure.high;
  out.unit_text = figure.unit;
  out.unit = out.unit_text == "h" ? Unit::hours : out.unit_text == "min" ? Unit::minutes : Unit::other;
  if (out.unit_text == "fraction" || out.unit_text == "probability") out.unit = Unit::fraction;
  for (const auto& [name, shape] : shapes)
    if (name == figure.distribution) out.distribution = shape;
  out.group = out.id;
  out.note = figure.note;
  out.confidence = static_cast<std::uint8_t>(Confidence::assumption);
  return out;
}

Parameter own_or_standard(const Region& region, std::span<const StandardFigure> figures, std::string_view id) {
  if (const auto own = region.find_parameter(std::string(id)); own.valid()) return region.parameters[own.index()];
  return as_parameter(figure_of(figures, id));
}

Parameter own_published_or_standard(const Region& region, std::span<const StandardFigure> figures,
                                    std::string_view id) {
  if (const auto own = region.find_parameter(std::string(id)); own.valid()) return region.parameters[own.index()];
  const StandardFigure& figure = figure_of(figures, id);
  if (const auto published = region.find_parameter(figure.evidence); published.valid())
    return region.parameters[published.index()];
  return as_parameter(figure);
}

}  // namespace veer::region
