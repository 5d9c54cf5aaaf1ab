#include "report/svg_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "report/svg_point.hpp"

namespace veer::report {

using svg::coordinate;
using svg::Point;

std::vector<double> nice_ticks(double most) {
  if (!std::isfinite(most) || most <= 0) return {0, 1};
  const double power = std::pow(10.0, std::floor(std::log10(most / 4)));
  double step = power;
  for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
    step = factor * power;
    if (most / step <= 4.5) break;
  }
  std::vector<double> out;
  for (int i = 0; out.empty() || out.back() < most * (1 - 1e-9); ++i) out.push_back(i * step);
  return out;
}

namespace {

constexpr double width = 320;
constexpr double height = 176;
constexpr double left = 58;
constexpr double right = 16;
constexpr double top = 10;
constexpr double bottom = 34;

double value_or_zero(const std::vector<float>& values, std::size_t i) {
  const double value = i < values.size() ? static_cast<double>(values[i]) : 0;
  return std::isfinite(value) ? value : 0;
}

std::string line(double x1, double y1, double x2, double y2, const std::string& css) {
  return "<path class=\"" + css + "\" d=\"M" + coordinate(x1) + "," + coordinate(y1) + "L" + coordinate(x2) + "," +
         coordinate(y2) + "\"/>";
}

std::string words(double x, double y, const std::string& anchor, const std::string& html) {
  return "<text x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" text-anchor=\"" + anchor + "\">" + html +
         "</text>";
}

std::string head(const std::string& id, const std::string& title, const std::string& description, double w, double h) {
  return "<svg class=\"chart\" viewBox=\"0 0 " + coordinate(w) + " " + coordinate(h) + "\" width=\"" + coordinate(w) +
         "\" height=\"" + coordinate(h) + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\"><title id=\"" +
         id + "-t\">" + title + "</title><desc id=\"" + id + "-d\">" + description + "</desc>";
}

}  // namespace

std::string line_chart(const LineChart& chart) {
  const std::vector<double> ticks = nice_ticks(chart.most);
  const double most = ticks.back();
  const double span = chart.horizon_h > 0 ? chart.horizon_h : 1;
  const auto x = [&](double hour) { return left + (width - left - right) * hour / span; };
  const auto y = [&](double value) {
    return height - bottom - (height - top - bottom) * std::clamp(value / most, 0.0, 1.0);
  };

  std::string out = head(chart.id, chart.title, chart.description, width, height);
  for (const double tick : ticks) {
    out += line(left, y(tick), width - right, y(tick), tick == 0 ? "axis" : "grid") +
           words(left - 6, y(tick) + 4, "end", chart.label(tick));
  }
  // A label every day up to a week; with longer horizons so many days apart that they do not touch.
  const double every = 24 * std::max(1.0, std::ceil(span / 168));
  for (double hour = 0; hour <= span + 0.5; hour += every) {
    out += line(x(hour), height - bottom, x(hour), height - bottom + 4, "axis") +
           words(x(hour), height - bottom + 17, "middle", coordinate(hour));
  }
  out += words(width - right, height - 3, "end", chart.hours_label);

  const Curve& curve = *chart.curve;
  std::vector<Point> mean;
  std::vector<Point> low;
  std::vector<Point> high;
  const bool quantiles = curve.p5.size() == curve.mean.size() && curve.p95.size() == curve.mean.size();
  for (std::size_t i = 0; i < curve.mean.size(); ++i) {
    const double value = value_or_zero(curve.mean, i);
    const double error = 1.96 * value_or_zero(curve.standard_error, i);
    const double at = x(static_cast<double>(i));
    mean.push_back({at, y(value)});
    low.push_back({at, y(quantiles ? value_or_zero(curve.p5, i) : value - error)});
    high.push_back({at, y(quantiles ? value_or_zero(curve.p95, i) : value + error)});
  }
  constexpr double tolerance = 0.3;
  std::vector<Point> band = svg::thinned(high, tolerance);
  const std::vector<Point> under = svg::thinned(low, tolerance);
  band.insert(band.end(), under.rbegin(), under.rend());
  out += "<path class=\"band\" d=\"" + svg::path(band, true) + "\"/><path class=\"mean\" d=\"" +
         svg::path(svg::thinned(mean, tolerance), false) + "\"/>";
  return out + "</svg>";
}

std::string bar(double value, double low, double high, double most, bool both_sides) {
  constexpr double w = 220;
  constexpr double h = 20;
  const double whole = most > 0 && std::isfinite(most) ? most : 1;
  const auto x = [&](double v) {
    const double part = std::clamp(v / whole, both_sides ? -1.0 : 0.0, 1.0);
    return both_sides ? w / 2 + part * (w / 2 - 3) : 1 + part * (w - 4);
  };
  const double zero = x(0);
  const double end = x(value);
  std::string out = "<svg class=\"bar\" viewBox=\"0 0 220 20\" width=\"220\" height=\"20\" aria-hidden=\"true\">";
  out += "<rect class=\"" + std::string(value < 0 ? "less" : "more") + "\" x=\"" + coordinate(std::min(zero, end)) +
         "\" y=\"4\" width=\"" + coordinate(std::fabs(end - zero)) + "\" height=\"12\"/>";
  out += line(x(low), h / 2, x(high), h / 2, "whisker") + line(x(low), 6, x(low), 14, "whisker") +
         line(x(high), 6, x(high), 14, "whisker");
  return out + line(zero, 0, zero, h, "axis") + "</svg>";
}

std::string phase_picture(const PhaseWords& w) {
  std::string out = head("phase-picture", w.title, w.description, 560, 230);
  // A loss that sets in, lasts and is mended: the area under the full level is what is controlled.
  out += "<path class=\"loss\" d=\"M60,40L150,40L190,150L330,150L450,60L540,40Z\"/>";
  out += line(60, 190, 540, 190, "axis") + line(60, 20, 60, 190, "axis") + line(60, 40, 540, 40, "grid");
  out += "<path class=\"mean\" d=\"M60,40L150,40L190,150L330,150L450,60L540,40\"/>";
  out +=
      line(170, 153, 170, 187, "whisker") + line(164, 187, 176, 187, "whisker") + line(164, 153, 176, 153, "whisker");
  out += words(182, 175, "start", w.prevented) + words(265, 100, "middle", w.controlled) +
         words(412, 125, "start", w.recovered);
  out += words(54, 44, "end", "100 %") + words(54, 194, "end", "0 %") + words(60, 14, "start", w.share) +
         words(540, 210, "end", w.hours);
  return out + "</svg>";
}

}  // namespace veer::report
