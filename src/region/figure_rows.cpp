#include <algorithm>

#include "base/text.hpp"
#include "region/rows.hpp"

namespace veer::region {

namespace {

/// "0:1 0.5:2 1:8"; reports the first pair that is none.
bool read_points(const Cells& cells, const View& view, std::size_t row, Parameter& parameter) {
  for (const std::string& pair : split_words(view.text(row, "points"))) {
    const std::size_t colon = pair.find(':');
    const auto probability =
        colon == std::string::npos ? std::nullopt : parse_number(std::string_view(pair).substr(0, colon));
    const auto value =
        colon == std::string::npos ? std::nullopt : parse_number(std::string_view(pair).substr(colon + 1));
    if (!probability || !value) {
      cells.error(view, row, "points", "region.parameter.point_form", {pair});
      return false;
    }
    parameter.points.emplace_back(*probability, *value);
  }
  return true;
}

/// The column that people should look at for an error of `quantiles`.
std::string_view column_of(const std::string& key) {
  if (key == "region.parameter.low_above_typical") return "low";
  if (key == "region.parameter.typical_above_high") return "high";
  if (key == "region.parameter.points_ends" || key == "region.parameter.points_order") return "points";
  return "distribution";
}

Parameter read_parameter(const Cells& cells, const View& view, std::size_t row) {
  Parameter parameter;
  parameter.id = view.id(row);
  parameter.subject = view.text(row, "subject");
  parameter.name = view.text(row, "parameter");
  parameter.low = view.number(row, "low");
  parameter.typical = view.number(row, "typical");
  parameter.high = view.number(row, "high");
  parameter.unit_text = view.text(row, "unit");
  parameter.unit = unit_of(parameter.unit_text);
  parameter.distribution = view.value<Distribution>(row, "distribution");
  parameter.group = view.empty(row, "group") ? parameter.id : view.text(row, "group");
  parameter.share = view.maybe_number(row, "share").value_or(0.5);
  parameter.note = view.text(row, "note");
  const Provenance provenance = view.provenance(row);
  parameter.source = provenance.source;
  parameter.confidence = static_cast<std::uint8_t>(provenance.confidence);

  const bool points = read_points(cells, view, row, parameter);
  const bool figures =
      view.maybe_number(row, "low") && view.maybe_number(row, "typical") && view.maybe_number(row, "high");
  if (!points || !figures || !view.choice(row, "distribution")) return parameter;
  if (!parameter.points.empty() && parameter.distribution != Distribution::empirical)
    cells.error(view, row, "points", "region.parameter.points_unused");
  if (parameter.unit == Unit::fraction && parameter.high > 1) {
    cells.error(view, row, "high", "region.parameter.share_above_one",
                {canonical_number(parameter.high), parameter.unit_text});
  }
  if (const auto values = quantiles(parameter); !values)
    cells.error(view, row, column_of(values.error().message.key), values.error().message);
  return parameter;
}

}  // namespace

void expect_time(const Cells& cells, const Region& region, const View& at, std::size_t row, std::string_view column,
                 ParameterId parameter) {
  if (!parameter.valid()) return;
  const Parameter& found = region.parameters[parameter.index()];
  if (found.unit != Unit::hours && found.unit != Unit::minutes)
    cells.error(at, row, column, "region.parameter.no_time", {found.id, found.unit_text});
}

void expect_share(const Cells& cells, const Region& region, const View& at, std::size_t row, std::string_view column,
                  ParameterId parameter) {
  if (!parameter.valid()) return;
  const Parameter& found = region.parameters[parameter.index()];
  if (found.unit != Unit::fraction)
    cells.error(at, row, column, "region.parameter.no_share", {found.id, found.unit_text});
}

void read_figures(const Cells& cells, Region& region) {
  const View& parameters = cells.view("parameters");
  for (std::size_t row = 0; row < parameters.size(); ++row)
    region.parameters.push_back(read_parameter(cells, parameters, row));
  const View& sources = cells.view("sources");
  for (std::size_t row = 0; row < sources.size(); ++row) {
    region.sources.push_back({sources.id(row), sources.text(row, "title"), sources.text(row, "publisher"),
                              sources.text(row, "url"), sources.text(row, "date"), sources.text(row, "licence")});
  }
}

}  // namespace veer::region
