#include <algorithm>
#include <cmath>
#include <map>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

constexpr double chart_wide = 320;
constexpr double chart_high = 176;

std::string number(const Page& page, double value, int decimals) {
  return std::isfinite(value) ? format_decimal(value, decimals, page.language) : "&gt; 45";
}

/// Shares near all and near none keep their decimal: they differ by thousands of people.
std::string percent(const Page& page, double share) { return number(page, 100 * share, 1) + "&nbsp;%"; }

/// The shade of a walk: 0 within a third of the reach, then by thirds, darkest from five thirds.
int shade_of_walk(double minutes, double reach) {
  return static_cast<int>(std::clamp(std::floor(3 * minutes / reach), 0.0, 5.0));
}

std::string legend(const Page& page, const SupportPlanFinding& plan) {
  std::string out = "<ul class=\"legend\" aria-label=\"" + page.t("support.legend") + "\">";
  for (int shade = 0; shade <= 5; ++shade) {
    const std::string from = number(page, shade * plan.reach_min / 3, 0);
    const std::string to = number(page, (shade + 1) * plan.reach_min / 3, 0);
    out += "<li><span class=\"swatch k" + std::to_string(shade) + "\"></span>" +
           (shade < 5 ? from + "–" + to + " min" : "≥ " + from + " min") + "</li>";
  }
  const bool places =
      std::any_of(plan.points.begin(), plan.points.end(), [](const auto& p) { return p.place.has_value(); });
  if (places) {
    out +=
        "<li><svg class=\"sign-point\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"point local\" "
        "cx=\"6\" "
        "cy=\"6\" r=\"4\"/></svg>" +
        page.t("support.level.local") + "</li>";
    if (plan.coordinating > 0)
      out +=
          "<li><svg class=\"sign-point\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect class=\"point coordinating\" "
          "x=\"1.5\" y=\"1.5\" width=\"9\" height=\"9\"/></svg>" +
          page.t("support.level.coordinating") + "</li>";
    if (plan.water > 0)
      out +=
          "<li><svg class=\"sign-point\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"point water\" "
          "cx=\"6\" "
          "cy=\"6\" r=\"4\"/></svg>" +
          page.t("support.level.water") + "</li>";
  }
  return out + "</ul>\n";
}

std::string sign(const MapDrawing& drawing, const SupportPointFinding& point) {
  const svg::Point at = drawing.at(*point.place);
  const std::string title = "<title>" + escaped(point.name) + "</title>";
  const std::string x = svg::coordinate(at.x);
  const std::string y = svg::coordinate(at.y);
  if (point.level != "coordinating")
    return "<circle class=\"point " + point.level + "\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"3\">" + title +
           "</circle>";
  return "<rect class=\"point coordinating\" x=\"" + svg::coordinate(at.x - 4.5) + "\" y=\"" +
         svg::coordinate(at.y - 4.5) + "\" width=\"9\" height=\"9\">" + title + "</rect>";
}

/// Areas shaded by how far their people walk; the points on top of them, coordinating ones last.
void map_of(Page& page, const MapDrawing& drawing, const SupportPlanFinding& plan) {
  if (drawing.empty()) return;
  const Findings& f = page.findings;
  std::map<std::string, const SupportArea*> areas;
  for (const SupportArea& area : plan.areas) areas[area.id] = &area;
  page << "<figure class=\"support-map\"><figcaption>" << page.t("support.map_caption")
       << "</figcaption>\n<svg class=\"map\" viewBox=\"" << drawing.view_box() << "\" role=\"img\" aria-label=\""
       << page.t("support.map_caption") << "\">\n";
  for (const MapDrawing::Shape& shape : drawing.shapes()) {
    const auto found = areas.find(f.areas[shape.area].id);
    const double minutes = found == areas.end() ? 0 : found->second->minutes_mean;
    page << "<path class=\"area k" << std::to_string(shade_of_walk(minutes, plan.reach_min)) << "\" d=\"" << shape.d
         << "\"><title>" << escaped(f.areas[shape.area].name) << ": " << number(page, minutes, 1)
         << " min</title></path>\n";
  }
  page << "<path class=\"border\" d=\"" << drawing.borders() << "\"/>\n";
  for (const bool coordinating : {false, true})
    for (const SupportPointFinding& point : plan.points)
      if (point.place && (point.level == "coordinating") == coordinating) page << sign(drawing, point) << "\n";
  page << "</svg></figure>\n" << legend(page, plan);
}

/// The share of residents within so many minutes, as a line.
void walking_chart(Page& page, const SupportPlanFinding& plan) {
  if (plan.within.empty()) return;
  const double left = 44;
  const double right = 14;
  const double top = 10;
  const double bottom = 26;
  const auto x = [&](double minutes) {
    return left + minutes / static_cast<double>(plan.within.size()) * (chart_wide - left - right);
  };
  const auto y = [&](double share) { return top + (1 - share) * (chart_high - top - bottom); };
  const std::string title = page.t("support.walking_title");
  page << "<figure class=\"chart-box\"><figcaption>" << title
       << "</figcaption><svg class=\"chart\" viewBox=\"0 0 320 176\" role=\"img\" aria-labelledby=\"lopen-t lopen-d\">"
       << "<title id=\"lopen-t\">" << title << "</title><desc id=\"lopen-d\">"
       << page.t("support.walking_desc", {percent(page, plan.within_reach), number(page, plan.reach_min, 0)})
       << "</desc>";
  for (const int tick : {0, 25, 50, 75, 100}) {
    const std::string at = svg::coordinate(y(tick / 100.0));
    page << "<path class=\"grid\" d=\"M" << svg::coordinate(left) << " " << at << "H"
         << svg::coordinate(chart_wide - right) << "\"/><text class=\"tick\" text-anchor=\"end\" x=\""
         << svg::coordinate(left - 4) << "\" y=\"" << svg::coordinate(y(tick / 100.0) + 4) << "\">"
         << std::to_string(tick) << "%</text>";
  }
  for (std::size_t minutes = 0; minutes <= plan.within.size(); minutes += 15)
    page << "<text class=\"tick\" text-anchor=\"middle\" x=\"" << svg::coordinate(x(static_cast<double>(minutes)))
         << "\" y=\"" << svg::coordinate(chart_high - 8) << "\">" << std::to_string(minutes)
         << (minutes == 0 ? " min" : "") << "</text>";
  std::vector<svg::Point> line{{x(0), y(0)}};
  for (std::size_t i = 0; i < plan.within.size(); ++i)
    line.push_back({x(static_cast<double>(i + 1)), y(plan.within[i])});
  page << "<path class=\"walked\" d=\"" << svg::path(line, false) << "\"/><path class=\"norm\" d=\"M"
       << svg::coordinate(x(plan.reach_min)) << " " << svg::coordinate(top) << "V"
       << svg::coordinate(chart_high - bottom) << "\"/></svg>\n";
  TableView view{"tabel-lopen",
                 title,
                 {page.t("support.col.minutes"), page.t("support.col.share")},
                 {},
                 "support_points/walking/within",
                 "siting"};
  for (std::size_t i = 0; i < plan.within.size(); ++i)
    if ((i + 1) % 5 == 0) view.rows.push_back({{std::to_string(i + 1)}, number_cell(percent(page, plan.within[i]))});
  page.open_fold(page.t("show_table"), true);
  page.table(view);
  page.close_fold();
  page << "</figure>\n";
}

/// When local points are open, on average.
void open_chart(Page& page, const SupportPlanFinding& plan) {
  if (plan.open_share.empty()) return;
  Curve curve;
  curve.mean = plan.open_share;
  curve.standard_error.assign(curve.mean.size(), 0);
  chart_with_table(page, {"steunpunten-open", page.t("support.open_title"), page.t("support.open_unit"), &curve, true,
                          "support_points/open_share", true});
}

void proof(Page& page, const SupportPlanFinding& plan) {
  for (const SupportProof& row : plan.proofs) {
    const int decimals = row.value < 1000 ? 1 : 0;
    page.paragraph(page.t(row.optimal ? "support.proof.optimal" : "support.proof.feasible",
                          {page.name(row.about), number(page, row.value, decimals), page.name(row.unit),
                           number(page, row.bound, decimals), number(page, 100 * row.gap, 2)}));
  }
  page << page.trace("support_points/proofs", "siting");
}

void by_municipality(Page& page, const SupportPlanFinding& plan) {
  TableView view{"tabel-steunpunten-gemeenten",
                 page.t("support.municipality_caption"),
                 {page.t("col.municipality"), page.t("support.col.points"), page.t("support.col.residents"),
                  page.t("support.col.minutes"), page.t("support.col.needed"), page.t("support.col.called"),
                  page.t("support.col.uncalled"), page.t("support.col.short")},
                 {},
                 "support_points/rosters",
                 "siting"};
  for (const SupportRoster& roster : plan.rosters) {
    double residents = 0;
    double minutes = 0;
    for (const SupportPointFinding& point : plan.points) {
      if (point.municipality_name != roster.municipality || point.level != "local") continue;
      residents += point.residents;
      minutes += point.residents * point.minutes_mean;
    }
    const auto spread = [&](const Estimate& e) { return page.format.spread_count(e.p50, e.p5, e.p95); };
    view.rows.push_back(
        {{escaped(roster.municipality)},
         number_cell(page.format.count(roster.points)),
         number_cell(page.format.count(residents)),
         number_cell(number(page, residents > 0 ? minutes / residents : 0, 1)),
         number_cell(page.format.count(roster.needed)),
         number_cell(spread(roster.present_called)),
         number_cell(spread(roster.present_uncalled)),
         {page.format.percent(roster.short_chance), "n k" + std::to_string(shade_of(roster.short_chance))}});
  }
  page.table(view);
}

std::string closes(const Page& page, const SupportPointFinding& point) {
  if (point.closes.empty()) return "–";
  return page.name(point.closes.front().what) + " (" + page.format.percent(point.closes.front().share) + ")";
}

void points_table(Page& page, const SupportPlanFinding& plan) {
  const bool named = page.findings.audience == Audience::internal;
  TableView view{"tabel-steunpunten", page.t("support.points_caption"), {}, {}, "support_points/points", "siting"};
  if (named) view.head.push_back(page.t("support.col.name"));
  for (const char* key : {"col.municipality", "support.col.level", "support.col.residents", "support.col.minutes",
                          "support.col.load", "support.col.staff"})
    view.head.push_back(page.t(key));
  if (named)
    for (const char* key : {"support.col.coordinator", "support.col.wiring", "support.col.open", "support.col.closes"})
      view.head.push_back(page.t(key));
  for (const SupportPointFinding& point : plan.points) {
    const double load = point.capacity_per_h > 0 ? point.visitors_per_h / point.capacity_per_h : 0;
    std::vector<Cell> row;
    if (named) row.push_back({escaped(point.name) + page.mark(point.confirmed)});
    row.push_back({escaped(point.municipality_name)});
    row.push_back({page.t("support.level." + point.level)});
    const bool walked = point.level == "local";
    row.push_back(number_cell(walked ? page.format.count(point.residents) : "–"));
    row.push_back(number_cell(walked ? number(page, point.minutes_mean, 1) : "–"));
    row.push_back(walked ? Cell{number(page, point.visitors_per_h, 0) +
                                    (point.capacity_per_h > 0 ? " / " + page.format.count(point.capacity_per_h) : ""),
                                load > 1 ? "n k4" : "n"}
                         : number_cell("–"));
    row.push_back(number_cell(page.t("support.shifts", {number(page, point.staff, 0), number(page, point.shifts, 0)})));
    if (named) {
      row.push_back({point.coordinator ? escaped(plan.points[*point.coordinator].name) : "–"});
      row.push_back(number_cell(number(page, point.power_kw, 1) + " kW, " + page.format.percent(point.wiring_holds)));
      row.push_back(number_cell(point.open_h ? page.format.spread_hours(*point.open_h) : "–"));
      row.push_back({closes(page, point)});
    }
    view.rows.push_back(std::move(row));
  }
  page.open_fold(page.t("support.all_points", {page.format.count(static_cast<double>(plan.points.size()))}), true);
  page.table(view);
  page.close_fold();
}

void assumptions(Page& page, const SupportPlanFinding& plan) {
  if (plan.assumptions.size() < 2) return;
  page << "<h3>" << page.t("support.assumptions") << "</h3>\n";
  const auto greatest = std::max_element(plan.assumptions.begin() + 1, plan.assumptions.end(),
                                         [](const auto& a, const auto& b) { return a.regret_share < b.regret_share; });
  page.paragraph(page.t(greatest->flips ? "support.flips" : "support.holds",
                        {page.name(greatest->name), number(page, 100 * greatest->regret_share, 1),
                         page.format.count(static_cast<double>(greatest->other_points))}));
  TableView view{"tabel-steunpunten-aannames",
                 page.t("support.assumptions_caption"),
                 {page.t("support.col.assumption"), page.t("support.col.regret"), page.t("support.col.other"),
                  page.t("support.col.flips")},
                 {},
                 "support_points/assumptions",
                 "siting"};
  for (auto row = plan.assumptions.begin() + 1; row != plan.assumptions.end(); ++row)
    view.rows.push_back({{page.name(row->name)},
                         number_cell(number(page, 100 * row->regret_share, 1) + "–" +
                                     number(page, 100 * row->regret_most, 1) + "&nbsp;%"),
                         number_cell(page.format.count(static_cast<double>(row->other_points))),
                         {page.t(row->flips ? "support.yes" : "support.no")}});
  page.table(view);
}

void openings(Page& page, const SupportPlanFinding& plan) {
  if (!plan.open_h) return;
  page << "<h3>" << page.t("support.open_heading") << "</h3>\n";
  page.paragraph(page.t("support.open", {page.format.spread_hours(*plan.open_h)}));
  std::string words;
  for (const SupportClosing& row : plan.closing)
    if (row.share >= 0.005)
      words +=
          (words.empty() ? "" : ", ") + page.word("support.closing", row.id) + " " + page.format.percent(row.share);
  if (!words.empty()) page.paragraph(page.t("support.closing", {words}));
}

void costs(Page& page, const SupportPlanFinding& plan) {
  page << "<h3>" << page.t("support.means") << "</h3>\n";
  page.paragraph(page.t("support.cost", {page.format.rough(plan.once_eur), page.format.rough(plan.year_eur)}));
  double needed = 0;
  double shifts = 0;
  for (const SupportRoster& roster : plan.rosters) {
    needed += roster.needed;
    shifts += roster.person_shifts;
  }
  page.paragraph(page.t("support.staff", {page.format.count(needed), page.format.count(shifts)}));
  for (const SupportDisplaced& row : plan.displaced)
    page.paragraph(page.t("support.displaced", {page.format.count(row.tied), page.format.count(row.pool),
                                                page.format.count(row.person_shifts)}));
  if (plan.stock.empty()) return;
  TableView view{"tabel-steunpunten-voorraad",
                 page.t("support.stock_caption"),
                 {page.t("support.col.item"), page.t("support.col.amount")},
                 {},
                 "support_points/stock",
                 "siting"};
  for (const SupportStock& line : plan.stock)
    view.rows.push_back({{page.figure(line.item)}, number_cell(page.format.count(line.amount))});
  page.open_fold(page.t("support.stock"), true);
  page.table(view);
  page.close_fold();
}

}  // namespace

void support_points(Page& page, const MapDrawing& drawing) {
  if (!page.findings.support_points) return;
  const SupportPlanFinding& plan = *page.findings.support_points;
  page.open_section("noodsteunpunten", "support.heading");
  page.paragraph(page.t("support.lead",
                        {page.format.count(static_cast<double>(plan.local)),
                         page.format.count(static_cast<double>(plan.coordinating)), percent(page, plan.within_reach),
                         number(page, plan.reach_min, 0), number(page, plan.minutes_mean, 1)}),
                 "lead");
  page.paragraph(page.t("support.reading", {page.format.count(static_cast<double>(plan.candidates_local)),
                                            page.format.count(static_cast<double>(plan.candidates_coordinating)),
                                            page.name(plan.objective_name)}));
  proof(page, plan);
  map_of(page, drawing, plan);
  page.paragraph(page.t("support.walking", {number(page, plan.minutes_mean, 1), number(page, plan.minutes_p95, 1),
                                            number(page, plan.minutes_longest, 1), percent(page, plan.within_1km),
                                            percent(page, plan.within_reach_75), number(page, plan.reach_min, 0),
                                            page.format.count(plan.unreached)}));
  if (plan.coordinating > 0) page.paragraph(page.t("support.couriers", {number(page, plan.courier_mean_min, 1)}));
  page << "<div class=\"charts\">\n";
  walking_chart(page, plan);
  open_chart(page, plan);
  page << "</div>\n";
  page.paragraph(
      page.t("support.visitors",
             {page.format.spread_rough(plan.visitors_per_day.p50, plan.visitors_per_day.p5, plan.visitors_per_day.p95),
              page.format.percent(plan.over_capacity), page.format.percent(plan.over_capacity_p95)}));
  openings(page, plan);
  by_municipality(page, plan);
  points_table(page, plan);
  assumptions(page, plan);
  costs(page, plan);
  page.close_section();
}

}  // namespace veer::report::sections
