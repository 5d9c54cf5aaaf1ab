#include <algorithm>

#include "report/sections/sections.hpp"
#include "report/svg_chart.hpp"

namespace veer::report::sections {

void sensitivity(Page& page) {
  if (!page.findings.sensitivity) return;
  const SensitivityFinding& found = *page.findings.sensitivity;
  const auto decimals = [&](double value) { return format_decimal(value, 2, page.language); };
  page << "<h3>" << page.t("sensitivity.heading") << "</h3>\n";
  if (found.rows.empty()) {
    page.paragraph(page.t("sensitivity.none", {page.format.count(static_cast<double>(found.figures))}));
  } else {
    page.paragraph(page.t("sensitivity.intro",
                          {page.format.count(static_cast<double>(found.figures)), page.format.percent(found.explained),
                           page.format.count(static_cast<double>(found.replicas))}));
    TableView view{"tabel-gevoeligheid",
                   page.t("sensitivity.caption"),
                   {page.t("col.what"), page.t("sensitivity.col.share"), page.t("col.bar_share"),
                    page.t("sensitivity.col.pawn"), page.t("col.confidence")},
                   {},
                   "sensitivity",
                   "sensitivity",
                   "tornado"};
    for (const SensitivityRow& row : found.rows)
      view.rows.push_back({{page.figure(row.name) + " <span class=\"sub\">" + escaped(row.id) + "</span>"},
                           number_cell(page.format.percent(row.first_order) + " <span class=\"iv\">(" +
                                       page.t("influence.range",
                                              {page.format.percent_bare(row.low), page.format.percent_bare(row.high)}) +
                                       ")</span>"),
                           {bar(row.first_order, row.low, row.high, 1, false), "bar"},
                           number_cell(decimals(row.pawn) + " <span class=\"iv\">(" +
                                       page.t("sensitivity.noise", {decimals(row.pawn_noise)}) + ")</span>"),
                           {page.word("confidence", row.confidence)}});
    page.table(view);
  }
  if (found.flips.empty()) {
    page.paragraph(page.t("sensitivity.no_flip", {page.format.count(static_cast<double>(found.rankings))}));
    return;
  }
  page.paragraph(page.t("sensitivity.flips", {page.format.count(static_cast<double>(found.rankings))}));
  page << "<ul>\n";
  for (const RankingFlip& flip : found.flips)
    page << "<li>"
         << page.t(flip.ranking == "needs" ? "sensitivity.flip_needs" : "sensitivity.flip_municipalities",
                   {page.figure(flip.name), page.name(flip.low_first), page.name(flip.high_first),
                    page.word("confidence", flip.confidence)})
         << "</li>\n";
  page << "</ul>\n";
}

}  // namespace veer::report::sections
