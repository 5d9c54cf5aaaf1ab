#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "report/reading.hpp"
#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// 252 levels hold every edge of 63 bins exactly, four levels a bin.
constexpr double quantile_levels = 252;
/// In place of a level: the quantile is the mean, for the value does not vary.
constexpr std::uint32_t as_mean = 255;

struct Packed {
  std::string bytes;
  double step = 1;  ///< persons per unit of the means
  std::size_t hours = 0;
};

/// For each measure (unmet, without), need, area: the means of all hours as 16-bit little-endian, then P5 and P95 as
/// 8-bit shares, or `as_mean`.
Packed packed(const Findings& findings) {
  Packed out;
  double most = 0;
  for (const AreaFinding& area : findings.areas) {
    most = std::max(most, area.residents);
    for (const auto* curves : {&area.unmet, &area.without}) {
      for (const Curve& curve : *curves) out.hours = std::max(out.hours, curve.mean.size());
    }
  }
  out.step = std::max(1.0, std::ceil(most / 65535));
  const auto mean_byte = [&](std::uint32_t value) {
    out.bytes += static_cast<char>(static_cast<unsigned char>(value & 255U));
  };
  for (const bool unmet : {true, false}) {
    for (std::size_t n = 0; n < findings.needs.size(); ++n) {
      for (const AreaFinding& area : findings.areas) {
        const auto& curves = unmet ? area.unmet : area.without;
        const Curve none;
        const Curve& curve = n < curves.size() ? curves[n] : none;
        const double residents = area.residents > 0 ? area.residents : 1;
        for (std::size_t h = 0; h < out.hours; ++h) {
          const auto value = static_cast<std::uint32_t>(
              std::clamp(std::round(at(curve, static_cast<double>(h)).mean / out.step), 0.0, 65535.0));
          mean_byte(value);
          mean_byte(value >> 8U);
        }
        for (const bool low : {true, false}) {
          for (std::size_t h = 0; h < out.hours; ++h) {
            const At value = at(curve, static_cast<double>(h));
            mean_byte(value.p5 == value.p95 && value.mean == value.p5
                          ? as_mean
                          : static_cast<std::uint32_t>(
                                std::clamp(std::round((low ? value.p5 : value.p95) / residents * quantile_levels), 0.0,
                                           quantile_levels)));
          }
        }
      }
    }
  }
  return out;
}

/// A string of JSON inside a script element: no "<", so that nothing in it can close the element.
std::string json_text(std::string_view text) {
  std::string out = "\"";
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '<' || c == '>' || c == '&' || c == '"' || c == '\\' || c == '\'') {
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

template <class Rows, class Write>
std::string json_list(const Rows& rows, Write write) {
  std::string out = "[";
  for (const auto& row : rows) out += (out.size() > 1 ? "," : "") + write(row);
  return out + "]";
}

std::string map_data(const Page& page, const Packed& data, const Focus& focus) {
  const Findings& f = page.findings;
  std::string out = "<script type=\"application/json\" id=\"map-data\">{\"language\":";
  out += json_text(page.language == Language::nl ? "nl" : "en");
  out += ",\"hours\":" + std::to_string(data.hours) + ",\"step\":" + std::to_string(static_cast<long long>(data.step)) +
         ",\"levels\":" + std::to_string(static_cast<int>(quantile_levels)) + ",\"same\":" + std::to_string(as_mean) +
         ",\"need\":" + std::to_string(focus.need);
  out += ",\"moments\":" + json_list(f.moments, [](const Moment& m) { return std::to_string(std::llround(m.hour)); });
  out += ",\"needs\":" + json_list(f.needs, [&](const DailyNeed& n) { return json_text(in(n.name, page.language)); });
  out += ",\"municipalities\":" + json_list(f.municipalities, [](const Municipality& m) { return json_text(m.name); });
  out += ",\"areas\":" + json_list(f.areas, [](const AreaFinding& a) {
           return "[" + json_text(a.name) + "," + std::to_string(a.municipality) + "," +
                  std::to_string(std::llround(a.residents)) + "]";
         });
  const auto words = {"map.hour", "map.affected", "map.of", "map.play", "map.pause", "map.unmet", "map.without"};
  out += ",\"words\":{";
  bool first = true;
  for (const char* key : words) {
    out += (first ? "" : ",") + json_text(std::string(key).substr(4)) + ":" + json_text(page.t(key, {"{0}", "{1}"}));
    first = false;
  }
  return out + "},\"values\":\"" + base64(data.bytes) + "\"}</script>\n";
}

int shade_at(const AreaFinding& area, std::size_t need, double hour) {
  if (need >= area.unmet.size() || area.residents <= 0) return 0;
  return shade_of(at(area.unmet[need], hour).mean / area.residents);
}

std::vector<Cell> area_row(const Page& page, const AreaFinding& area, std::size_t need, double hour) {
  const At value = need < area.unmet.size() ? at(area.unmet[need], hour) : At{};
  const double share = area.residents > 0 ? value.mean / area.residents : 0;
  const std::string municipality = area.municipality < page.findings.municipalities.size()
                                       ? page.findings.municipalities[area.municipality].name
                                       : "";
  return {{escaped(area.name)},
          number_cell(page.format.spread_count(value.mean, value.p5, value.p95)),
          {page.format.percent(share), "n k" + std::to_string(shade_of(share))},
          number_cell(page.format.count(area.residents)),
          {escaped(municipality)}};
}

std::vector<std::size_t> by_affected(const Findings& f, std::size_t need, double hour) {
  std::vector<std::size_t> order(f.areas.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto value = [&](std::size_t i) {
    return need < f.areas[i].unmet.size() ? at(f.areas[i].unmet[need], hour).mean : 0;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
  return order;
}

void controls(Page& page, const Packed& data, const Focus& focus, double hour) {
  const Findings& f = page.findings;
  page << "<div class=\"controls\" id=\"map-controls\" hidden>\n<p><label for=\"map-need\">" << page.t("map.need")
       << "</label> <select id=\"map-need\">";
  for (std::size_t n = 0; n < f.needs.size(); ++n) {
    page << "<option value=\"" << std::to_string(n) << "\"" << (n == focus.need ? " selected" : "") << ">"
         << page.name(f.needs[n].name) << "</option>";
  }
  page << "</select></p>\n<fieldset><legend>" << page.t("map.measure") << "</legend>";
  page << "<label><input type=\"radio\" name=\"map-measure\" value=\"0\" checked> " << page.t("map.unmet")
       << "</label> ";
  page << "<label><input type=\"radio\" name=\"map-measure\" value=\"1\"> " << page.t("map.without")
       << "</label></fieldset>\n";
  const std::string last = std::to_string(data.hours > 0 ? data.hours - 1 : 0);
  const std::string now = std::to_string(std::llround(hour));
  page << "<p class=\"time\"><button type=\"button\" id=\"map-play\">" << page.t("map.play")
       << "</button> <label for=\"map-hour\">" << page.t("map.time")
       << "</label> <input type=\"range\" id=\"map-hour\" min=\"0\" max=\"" << last << "\" value=\"" << now
       << "\"> <input type=\"number\" id=\"map-number\" min=\"0\" max=\"" << last << "\" value=\"" << now
       << "\" aria-label=\"" << page.t("map.time") << "\"> <span>" << page.t("unit.hours") << "</span></p>\n</div>\n";
}

void main_map(Page& page, const MapDrawing& drawing, const Focus& focus, double hour) {
  const Findings& f = page.findings;
  page << "<div class=\"map-frame\"><svg id=\"map\" class=\"map\" viewBox=\"" << drawing.view_box()
       << "\" role=\"group\" aria-labelledby=\"map-t map-d\"><title id=\"map-t\">" << page.t("map.title")
       << "</title><desc id=\"map-d\">" << page.t("map.description") << "</desc>\n";
  bool first = true;
  for (const MapDrawing::Shape& shape : drawing.shapes()) {
    const AreaFinding& area = f.areas[shape.area];
    const At value = focus.need < area.unmet.size() ? at(area.unmet[focus.need], hour) : At{};
    const std::string index = std::to_string(shape.area);
    page << "<path id=\"area-" << index << "\" data-area=\"" << index << "\" class=\"area k"
         << std::to_string(shade_at(area, focus.need, hour)) << "\" tabindex=\"" << (first ? "0" : "-1")
         << "\" role=\"img\" aria-label=\"" << escaped(area.name) << ": " << page.format.count(value.mean) << "\" d=\""
         << shape.d << "\"/>\n";
    first = false;
  }
  page << "<path class=\"border\" d=\"" << drawing.borders()
       << "\"/></svg><div id=\"map-tip\" class=\"tip\" role=\"status\" hidden></div></div>\n"
       << page.shade_legend();
}

/// One small map per moment but the first, when nothing has happened yet: what paper shows instead of the slider.
void small_maps(Page& page, const MapDrawing& drawing, const Focus& focus) {
  const Findings& f = page.findings;
  page << "<h3>" << page.t("map.moments") << "</h3>\n<p>" << page.t("map.moments_intro")
       << " <strong id=\"map-small-title\">" << page.t("map.unmet") << ": " << page.name(f.needs[focus.need].name)
       << "</strong></p>\n";
  page << "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"defs\"><defs>";
  for (const MapDrawing::Shape& shape : drawing.shapes())
    page << "<path id=\"s" << std::to_string(shape.area) << "\" d=\"" << shape.d << "\"/>";
  page << "<path id=\"sb\" d=\"" << drawing.borders() << "\"/></defs></svg>\n<div class=\"small-maps\">\n";
  for (std::size_t m = f.moments.size() > 6 ? 1 : 0; m < f.moments.size(); ++m) {
    const double hour = f.moments[m].hour;
    const std::string id = "small-" + std::to_string(m);
    const At value = focus.need < f.region.unmet.size() ? at(f.region.unmet[focus.need], hour) : At{};
    page << "<figure><svg class=\"small\" data-moment=\"" << std::to_string(m) << "\" viewBox=\"" << drawing.view_box()
         << "\" role=\"img\" aria-labelledby=\"" << id << "\">";
    for (const MapDrawing::Shape& shape : drawing.shapes()) {
      const std::string index = std::to_string(shape.area);
      page << "<use href=\"#s" << index << "\" data-area=\"" << index << "\" class=\"area k"
           << std::to_string(shade_at(f.areas[shape.area], focus.need, hour)) << "\"/>";
    }
    page << "<use href=\"#sb\" class=\"border\"/></svg><figcaption id=\"" << id << "\">"
         << page.name(f.moments[m].label) << ": <span class=\"total\" data-moment=\"" << std::to_string(m) << "\">"
         << page.format.count(value.mean) << "</span> " << page.t("unit.residents") << "</figcaption></figure>\n";
  }
  page << "</div>\n";
}

void moments_table(Page& page, const Focus& focus) {
  const Findings& f = page.findings;
  TableView view{"map-moments",
                 page.t("map.moments_caption", {page.name(f.needs[focus.need].name)}),
                 {page.t("col.area")},
                 {},
                 "areas",
                 "unmet"};
  for (const Moment& moment : f.moments) view.head.push_back(page.name(moment.label));
  for (const AreaFinding& area : f.areas) {
    std::vector<Cell> row{{escaped(area.name)}};
    for (const Moment& moment : f.moments) {
      const At value = focus.need < area.unmet.size() ? at(area.unmet[focus.need], moment.hour) : At{};
      row.push_back({page.format.spread_count(value.mean, value.p5, value.p95),
                     "n k" + std::to_string(shade_at(area, focus.need, moment.hour))});
    }
    view.rows.push_back(row);
  }
  page.open_fold(page.t("show_table"), true);
  page.table(view);
  page.close_fold();
}

/// The widest bin of the areas: that of the area with most residents.
double largest_bin(const Findings& f) {
  float out = 0;
  for (const AreaFinding& area : f.areas)
    for (const Curve& curve : area.unmet) out = std::max(out, curve.bin_width);
  return static_cast<double>(out);
}

}  // namespace

void map(Page& page, const MapDrawing& drawing) {
  const Findings& f = page.findings;
  if (f.areas.empty() || f.needs.empty()) return;
  const Focus focus = map_focus_of(f);
  const double hour = f.moments.empty() ? 0 : f.moments[focus.moment].hour;
  const Packed data = packed(f);

  page.open_section("kaart", "map.heading");
  page.paragraph(page.t("map.intro"));
  bins_note(page, page.t("map.whole"), largest_bin(f));
  if (!drawing.empty()) {
    page << "<div class=\"live\">\n";
    controls(page, data, focus, hour);
    page << "<p class=\"now\" id=\"map-now\" aria-live=\"polite\">" << page.t("map.unmet") << ": "
         << page.name(f.needs[focus.need].name) << ", " << page.t("map.hour", {page.format.number(hour)}) << "</p>\n";
    main_map(page, drawing, focus, hour);
    page << "</div>\n";
  }

  const std::vector<std::string> head{page.t("col.area"), page.t("col.affected"), page.t("col.share"),
                                      page.t("col.residents"), page.t("col.municipality")};
  const auto order = by_affected(f, focus.need, hour);
  TableView top{"map-top", page.t("map.top_caption"), head, {}, "areas", "unmet", "areas"};
  TableView all{"map-all", page.t("map.all_caption"), head, {}, "areas", "unmet", "areas"};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto row = area_row(page, f.areas[order[i]], focus.need, hour);
    if (i < 10) top.rows.push_back(row);
    all.rows.push_back(row);
  }
  page.table(top);
  if (order.size() > 10) {
    page.open_fold(page.t("map.show_all", {std::to_string(order.size())}), true);
    page.table(all);
    page.close_fold();
  }
  if (!drawing.empty() && !f.moments.empty()) {
    small_maps(page, drawing, focus);
    moments_table(page, focus);
  }
  if (!drawing.empty()) page << map_data(page, data, focus);
  page.close_section();
}

}  // namespace veer::report::sections
