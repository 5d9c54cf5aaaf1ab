#include <algorithm>
#include <set>

#include "report/sections/sections.hpp"
#include "report/svg_chart.hpp"

namespace veer::report::sections {

namespace {

void heat_table(Page& page, std::string id, const std::string& caption,
                const std::vector<const ServiceFinding*>& services, bool grouped) {
  const Findings& f = page.findings;
  TableView view{std::move(id), caption, {page.t("col.service")}, {}, "services", "curve", "heat"};
  for (const Moment& moment : f.moments) view.head.push_back(page.name(moment.label));
  view.head.push_back(page.t("col.half_down"));
  int pillar = 0;
  for (const ServiceFinding* service : services) {
    if (grouped && service->pillar != pillar) {
      pillar = service->pillar;
      view.rows.push_back({{page.word("pillar", std::to_string(pillar))}});
    }
    std::vector<Cell> row{{page.name(service->name) + "<span class=\"sub\">" +
                           page.t("services.assets", {page.counted("assets", static_cast<double>(service->asset_count)),
                                                      page.format.percent(service->confirmed_share)}) +
                           "</span>"}};
    for (const Moment& moment : f.moments) {
      const At value = at(service->down_share, moment.hour);
      row.push_back({page.format.spread_percent(value.mean, value.p5, std::min(1.0, value.p95)),
                     "n k" + std::to_string(shade_of(value.mean))});
    }
    row.push_back(number_cell(page.format.spread_hours(service->first_half_down_h)));
    view.rows.push_back(row);
  }
  page.table(view);
}

/// The hours that the table behind a chart shows: the first hours one by one, then every sixth.
std::vector<std::size_t> table_hours(std::size_t count) {
  std::vector<std::size_t> out;
  for (std::size_t h = 0; h < count; ++h) {
    if (h <= 4 || h % 6 == 0 || h == 8) out.push_back(h);
  }
  return out;
}

}  // namespace

void chart_with_table(Page& page, const ChartOfCurve& chart) {
  const Findings& f = page.findings;
  const auto value_text = [&](double value) {
    return chart.share ? page.format.percent(value) : page.format.count(value);
  };
  double most = 0;
  for (const auto* values : {&chart.curve->mean, &chart.curve->p95}) {
    for (const float value : *values) most = std::max(most, static_cast<double>(value));
  }
  double peak = 0;
  double peak_hour = 0;
  for (std::size_t h = 0; h < chart.curve->mean.size(); ++h) {
    if (static_cast<double>(chart.curve->mean[h]) <= peak) continue;
    peak = static_cast<double>(chart.curve->mean[h]);
    peak_hour = static_cast<double>(h);
  }
  page << "<figure class=\"chart-box\"><figcaption>" << chart.title << " <span class=\"sub\">" << chart.unit
       << "</span></figcaption>"
       << line_chart({chart.id, chart.title,
                      page.t("chart.description", {value_text(peak), page.format.number(peak_hour)}), chart.curve,
                      chart.share ? 1.0 : most, f.horizon_h, value_text, page.t("chart.hours")});
  if (!chart.table) {
    page << "</figure>\n";
    return;
  }
  TableView view{chart.id + "-table",
                 chart.title + " (" + chart.unit + ")",
                 {page.t("col.hour"), page.t("col.mean_spread")},
                 {},
                 chart.data,
                 "curve"};
  for (const std::size_t h : table_hours(chart.curve->mean.size())) {
    const At value = at(*chart.curve, static_cast<double>(h));
    view.rows.push_back(
        {{std::to_string(h)},
         number_cell(chart.share ? page.format.spread_percent(value.mean, value.p5, std::min(1.0, value.p95))
                                 : page.format.spread_count(value.mean, value.p5, value.p95))});
  }
  page.open_fold(page.t("show_table"), true);
  page.table(view);
  page.close_fold();
  page << "</figure>\n";
}

void service_rows(Page& page, std::string id, const std::string& caption,
                  const std::vector<const ServiceFinding*>& services) {
  heat_table(page, std::move(id), caption, services, false);
}

void services(Page& page) {
  const Findings& f = page.findings;
  if (f.services.empty()) return;
  std::vector<const ServiceFinding*> order;
  for (const ServiceFinding& service : f.services) order.push_back(&service);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->pillar < b->pillar; });
  page.open_section("diensten", "services.heading");
  page.paragraph(page.t("services.intro"), "lead");
  page << page.shade_legend();
  heat_table(page, "tabel-diensten", page.t("services.caption"), order, true);
  page << "<h3>" << page.t("services.charts") << "</h3>\n";
  page.paragraph(page.t("services.charts_intro"));
  float width = 0;
  for (const ServiceFinding* service : order) width = std::max(width, service->down_share.bin_width);
  if (width > 0) page.paragraph(page.t("bins.share", {page.format.number(100 * static_cast<double>(width))}), "note");
  page << "<div class=\"charts\">\n";
  for (std::size_t i = 0; i < order.size(); ++i) {
    chart_with_table(page, {"dienst-" + std::to_string(i), page.name(order[i]->name), page.t("unit.share_down"),
                            &order[i]->down_share, true, "services", true});
  }
  page << "</div>\n";
  page.close_section();
}

}  // namespace veer::report::sections
