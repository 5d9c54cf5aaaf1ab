#include <algorithm>

#include "report/sections/sections.hpp"
#include "report/svg_point.hpp"

namespace veer::report::sections {

namespace {

std::string number(const Page& page, double value) {
  // A share below a tenth needs a third decimal to be told from nothing.
  const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 || value == 0 ? 2 : 3;
  return format_decimal(value, decimals, page.language);
}

std::string range(const Page& page, double low, double high) {
  return low == high ? number(page, low) : number(page, low) + "–" + number(page, high);
}

/// The host of an address, as a link; anything else as it stands.
std::string source(const std::string& text) {
  const std::size_t begin = text.find("://");
  if (begin == std::string::npos || !text.starts_with("http")) return escaped(text.substr(0, text.find(',')));
  const std::size_t end = text.find_first_of("/ ", begin + 3);
  const std::string host = text.substr(begin + 3, end == std::string::npos ? end : end - begin - 3);
  return "<a href=\"" + escaped(text.substr(0, text.find(' '))) + "\" rel=\"noreferrer\">" + escaped(host) + "</a>";
}

/// What was predicted (band P5–P95 with the median) and what was seen (bar below it), on one axis from 0.
std::string picture(const Page& page, const BacktestRow& row) {
  constexpr double width = 180;
  constexpr double height = 22;
  const double most = row.observable.starts_with("share_") ? 1 : std::max(row.p95, row.observed_high) * 1.05;
  const auto x = [&](double value) { return svg::coordinate(2 + (width - 4) * std::clamp(value / most, 0.0, 1.0)); };
  const auto box = [&](const char* css, double from, double to, double top, double tall) {
    const double left = 2 + (width - 4) * std::clamp(from / most, 0.0, 1.0);
    const double right = 2 + (width - 4) * std::clamp(to / most, 0.0, 1.0);
    return "<rect class=\"" + std::string(css) + "\" x=\"" + svg::coordinate(left) + "\" y=\"" + svg::coordinate(top) +
           "\" width=\"" + svg::coordinate(std::max(2.5, right - left)) + "\" height=\"" + svg::coordinate(tall) +
           "\"/>";
  };
  return "<svg class=\"seen\" viewBox=\"0 0 " + svg::coordinate(width) + " " + svg::coordinate(height) + "\" width=\"" +
         svg::coordinate(width) + "\" height=\"" + svg::coordinate(height) + "\" role=\"img\" aria-label=\"" +
         page.t("backtest.picture", {range(page, row.p05, row.p95), number(page, row.p50),
                                     range(page, row.observed_low, row.observed_high)}) +
         "\"><path class=\"axis\" d=\"M2,19H" + svg::coordinate(width - 2) + "\"/>" +
         box("told", row.p05, row.p95, 3, 8) + "<path class=\"middle\" d=\"M" + x(row.p50) + ",2V12\"/>" +
         box(row.inside ? "fact" : "fact off", row.observed_low, row.observed_high, 12, 5) + "</svg>";
}

std::string verdict(const Page& page, const BacktestRow& row) {
  if (!row.inside) return "<strong>" + page.t("backtest.outside") + "</strong>";
  return page.t(row.middle_inside ? "backtest.inside" : "backtest.edge");
}

void outages(Page& page, const BacktestFinding& found) {
  TableView view{"tabel-toetsing",
                 page.t("backtest.caption"),
                 {page.t("backtest.col.seen"), page.t("backtest.col.predicted"), page.t("backtest.col.observed"),
                  page.t("backtest.col.picture"), page.t("backtest.col.verdict"), page.t("col.source")},
                 {},
                 "backtest/observations",
                 "backtest"};
  std::size_t outage = found.outages.size();
  for (const BacktestRow& row : found.rows) {
    if (row.outage != outage) {
      outage = row.outage;
      const BacktestOutage& of = found.outages[outage];
      view.rows.push_back({{escaped(of.name) + " <span class=\"sub\">" +
                                page.t("backtest.outage", {page.name(of.cause), page.word("season", of.season),
                                                           page.format.count(of.customers_out)}) +
                                (of.in_sources ? "" : " · " + page.t("backtest.new")) + "</span>",
                            {},
                            view.head.size()}});
    }
    view.rows.push_back(
        {{page.name(row.name) + " <span class=\"sub\">" + page.t("backtest.after", {page.format.number(row.t_hours)}) +
          "</span>"},
         number_cell(number(page, row.p50) + " <span class=\"iv\">(" + range(page, row.p05, row.p95) + ")</span>"),
         number_cell(range(page, row.observed_low, row.observed_high)),
         {picture(page, row), "bar"},
         {verdict(page, row)},
         {source(row.source)}});
  }
  page.open_fold(page.t("backtest.fold", {page.format.count(static_cast<double>(found.rows.size())),
                                          page.format.count(static_cast<double>(found.outages.size()))}));
  page.table(view);
  page.close_fold();
}

void scores(Page& page, const BacktestFinding& found) {
  TableView view{"tabel-toetsing-soort",
                 page.t("backtest.scores_caption"),
                 {page.t("backtest.col.seen"), page.t("backtest.col.count"), page.t("backtest.col.inside"),
                  page.t("backtest.col.width")},
                 {},
                 "backtest/observables",
                 "backtest"};
  for (const BacktestScore& score : found.scores)
    view.rows.push_back(
        {{page.name(score.name)},
         number_cell(page.format.count(static_cast<double>(score.observations))),
         number_cell(page.format.count(static_cast<double>(score.inside))),
         number_cell(score.median_width_ratio ? number(page, *score.median_width_ratio) : page.t("backtest.alone"))});
  page.table(view);
}

void worst(Page& page, const BacktestFinding& found) {
  if (found.worst.empty()) return;
  page << "<h3>" << page.t("backtest.worst") << "</h3>\n<ul>\n";
  for (const std::size_t index : found.worst) {
    const BacktestRow& row = found.rows[index];
    page << "<li>"
         << page.t(row.inside ? "backtest.worst_edge" : "backtest.worst_outside",
                   {escaped(found.outages[row.outage].name), page.name(row.name), page.format.number(row.t_hours),
                    range(page, row.observed_low, row.observed_high), number(page, row.p50),
                    range(page, row.p05, row.p95)})
         << "</li>\n";
  }
  page << "</ul>\n";
}

}  // namespace

void backtest(Page& page) {
  if (!page.findings.backtest) return;
  const BacktestFinding& found = *page.findings.backtest;
  page.open_section("toetsing", "backtest.heading");
  page.paragraph(page.t("backtest.intro", {page.format.count(static_cast<double>(found.outages.size())),
                                           page.format.count(static_cast<double>(found.rows.size()))}),
                 "lead");
  page << "<ul class=\"key\">\n<li>"
       << page.t("backtest.share_inside",
                 {page.format.percent(found.share_inside), page.format.percent(found.share_middle_inside)})
       << "</li>\n";
  if (found.median_width_ratio)
    page << "<li>" << page.t("backtest.width", {number(page, *found.median_width_ratio)}) << "</li>\n";
  const auto memory = std::count_if(found.outages.begin(), found.outages.end(),
                                    [](const BacktestOutage& outage) { return outage.in_sources; });
  page << "<li>"
       << page.t("backtest.memory", {page.format.count(static_cast<double>(memory)),
                                     page.format.count(static_cast<double>(found.outages.size())),
                                     page.format.count(static_cast<double>(found.new_inside)),
                                     page.format.count(static_cast<double>(found.new_rows))})
       << "</li>\n</ul>\n";
  if (found.share_inside > 0.95) page.paragraph(page.t("backtest.wide"), "note");
  scores(page, found);
  worst(page, found);
  page << "<h3>" << page.t("backtest.not_tested") << "</h3>\n<ul>\n";
  for (const Name& name : found.not_tested) page << "<li>" << page.name(name) << "</li>\n";
  page << "</ul>\n";
  outages(page, found);
  page.close_section();
}

}  // namespace veer::report::sections
