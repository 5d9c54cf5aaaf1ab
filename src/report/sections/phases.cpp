#include <algorithm>

#include "report/sections/sections.hpp"
#include "report/svg_chart.hpp"

namespace veer::report::sections {

namespace {

std::vector<Cell> phase_cells(const Page& page, const Phases& phases) {
  const auto& depth = phases.depth;
  const auto& area = phases.area;
  const auto& slope = phases.slope_per_hour;
  const auto decimals = [&](const Estimate& e) {
    return page.format.number(e.mean) + " <span class=\"iv\">(" + page.format.number(e.p5) + "–" +
           page.format.number(e.p95) + ")</span>";
  };
  Estimate percent_per_hour = slope;
  percent_per_hour.mean *= 100;
  percent_per_hour.p5 *= 100;
  percent_per_hour.p95 *= 100;
  return {{page.format.spread_percent(depth.mean, depth.p5, std::min(1.0, depth.p95)),
           "n k" + std::to_string(shade_of(depth.mean))},
          number_cell(decimals(area)),
          number_cell(phases.hours_to_90.mean > 0 ? page.format.spread_hours(phases.hours_to_90) : "–"),
          number_cell(decimals(percent_per_hour))};
}

}  // namespace

void phases(Page& page) {
  const Findings& f = page.findings;
  if (f.services.empty() && f.need_phases.empty()) return;
  page.open_section("fasen", "phases.heading");
  page.paragraph(page.t("phases.intro"), "lead");
  page << "<figure class=\"picture\"><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
       << page.t("phases.picture") << "\">"
       << phase_picture({page.t("phases.picture"), page.t("phases.picture_description"), page.t("phases.prevented"),
                         page.t("phases.controlled"), page.t("phases.recovered"), page.t("phases.axis_share"),
                         page.t("phases.axis_time")})
       << "</div><figcaption>" << page.t("phases.caption") << "</figcaption></figure>\n";
  TableView view{"tabel-fasen",
                 page.t("phases.table_caption"),
                 {page.t("col.what"), page.t("col.depth"), page.t("col.lost_area"), page.t("col.hours_to_90"),
                  page.t("col.slope")},
                 {},
                 "need_phases, services",
                 "phases"};
  const auto add = [&](const std::string& name, const Phases& phases) {
    std::vector<Cell> row{{name}};
    for (const Cell& cell : phase_cells(page, phases)) row.push_back(cell);
    view.rows.push_back(row);
  };
  if (!f.need_phases.empty()) view.rows.push_back({{page.t("phases.needs")}});
  for (std::size_t n = 0; n < std::min(f.needs.size(), f.need_phases.size()); ++n)
    add(page.name(f.needs[n].name), f.need_phases[n]);
  if (!f.services.empty()) view.rows.push_back({{page.t("phases.services")}});
  for (const ServiceFinding& service : f.services) add(page.name(service.name), service.phases);
  page.table(view);
  page.close_section();
}

}  // namespace veer::report::sections
