#include "report/gpkg_style.hpp"

#include <array>
#include <cstddef>

namespace veer::report {

namespace {

/// Upper edges of the classes and their colours (the sequential "Oranges" of ColorBrewer, five classes).
struct Class {
  double upper;
  const char* colour;
};
constexpr std::array<Class, 5> classes{Class{0.05, "254,237,222,255"}, Class{0.2, "253,190,133,255"},
                                       Class{0.4, "253,141,60,255"}, Class{0.6, "230,85,13,255"},
                                       Class{1.0, "166,54,3,255"}};

std::string option(const char* name, const std::string& value) {
  return "<Option name=\"" + std::string(name) + "\" type=\"QString\" value=\"" + value + "\"/>";
}

std::string symbol(std::size_t index) {
  return "<symbol name=\"" + std::to_string(index) +
         "\" type=\"fill\" alpha=\"0.85\" clip_to_extent=\"1\" force_rhr=\"0\">"
         "<layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">" +
         option("color", classes.at(index).colour) + option("outline_color", "90,90,90,255") +
         option("outline_style", "solid") + option("outline_width", "0.15") + option("outline_width_unit", "MM") +
         option("style", "solid") + "</Option></layer></symbol>\n";
}

std::string range(std::size_t index, double lower, Language language) {
  const double upper = classes.at(index).upper;
  const std::string label =
      format_decimal(100 * lower, 0, language) + " – " + format_decimal(100 * upper, 0, language) + " %";
  return "<range symbol=\"" + std::to_string(index) + "\" lower=\"" + canonical_number(lower) + "\" upper=\"" +
         canonical_number(upper) + "\" label=\"" + label + "\" render=\"true\"/>\n";
}

}  // namespace

std::string share_style(const std::string& column, const std::string& time_column, Language language) {
  std::string ranges;
  std::string symbols;
  double lower = 0;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    ranges += range(i, lower, language);
    symbols += symbol(i);
    lower = classes.at(i).upper;
  }
  std::string out =
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" "
      "styleCategories=\"Symbology|Temporal\">\n";
  // Mode 1: one moment per feature, held for a fixed time.
  if (!time_column.empty())
    out += "<temporal enabled=\"1\" mode=\"1\" startField=\"" + time_column +
           "\" endField=\"\" durationField=\"\" startExpression=\"\" endExpression=\"\" fixedDuration=\"1\" "
           "durationUnit=\"h\" accumulate=\"0\" limitMode=\"0\">"
           "<fixedRange><start></start><end></end></fixedRange></temporal>\n";
  out += "<renderer-v2 type=\"graduatedSymbol\" attr=\"" + column +
         "\" graduatedMethod=\"GraduatedColor\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n<ranges>\n" +
         ranges + "</ranges>\n<symbols>\n" + symbols +
         "</symbols>\n</renderer-v2>\n<blendMode>0</blendMode>\n</qgis>\n";
  return out;
}

}  // namespace veer::report
