#include <algorithm>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// Mean with P5–P95 in thousands of person-hours.
std::string thousands(const Page& page, const Estimate& value) {
  return page.format.spread_rough(value.mean / 1000, value.p5 / 1000, value.p95 / 1000);
}

std::string people(const Page& page, const Estimate& value) {
  return page.format.spread_rough(value.mean, value.p5, value.p95);
}

std::string processes(const Page& page, const Estimate& value) {
  const std::string mean = format_decimal(value.mean, 1, page.language);
  if (value.p5 == value.p95 && value.mean == value.p5) return mean;
  return mean + " <span class=\"iv\">(" + page.format.count(value.p5) + "–" + page.format.count(value.p95) + ")</span>";
}

/// When nine tenths have electricity again, and how often they had not where that is not always.
std::string recovered(const Page& page, const HazardFinding& row) {
  if (!row.recovered_h) return "–";
  const std::string hours = page.format.spread_hours(*row.recovered_h);
  if (row.lost_share >= 1) return hours;
  return hours + " <span class=\"sub\">" + page.t("hazards.lost", {page.format.percent(row.lost_share)}) + "</span>";
}

}  // namespace

void hazards(Page& page) {
  const Findings& f = page.findings;
  if (f.hazards.empty()) return;
  page.open_section("dreigingen", "hazards.heading");
  std::vector<HazardFinding> rows = f.hazards;
  std::stable_sort(rows.begin(), rows.end(), [](const HazardFinding& a, const HazardFinding& b) {
    return a.unmet_person_hours.mean > b.unmet_person_hours.mean;
  });
  const auto run = std::find_if(rows.begin(), rows.end(), [](const HazardFinding& row) { return row.replicas > 0; });
  page.paragraph(page.t("hazards.intro", {page.format.count(static_cast<double>(rows.size())),
                                          page.format.count(run == rows.end() ? 0 : run->replicas)}),
                 "lead");
  TableView view{
      "tabel-dreigingen",
      page.t("hazards.caption"),
      {page.t("hazards.col.hazard"), page.t("hazards.col.unmet"), page.t("hazards.col.needs"), page.t("col.class"),
       page.t("hazards.col.dark"), page.t("hazards.col.recovered"), page.t("hazards.col.late")},
      {},
      "hazards",
      "hazards"};
  for (const HazardFinding& row : rows) {
    const std::string name = page.name(row.name) + " <span class=\"sub\">" + escaped(row.id) + " · " +
                             page.word("season", row.season) + "</span>";
    if (row.replicas == 0) {
      view.rows.push_back(
          {{name}, {page.t("hazards.refused", {page.name(row.refused)}), "wide", view.head.size() - 1}});
      continue;
    }
    view.rows.push_back({{name},
                         number_cell(thousands(page, row.unmet_person_hours)),
                         number_cell(people(page, row.worst_needs)),
                         {row.national_class.empty() ? "–" : "<strong>" + escaped(row.national_class) + "</strong>"},
                         number_cell(people(page, row.worst_dark)),
                         number_cell(recovered(page, row)),
                         number_cell(processes(page, row.processes_too_late))});
  }
  page.table(view);
  page.paragraph(page.t("hazards.note.recovered"));
  page.paragraph(page.t("hazards.note.class"));
  page.close_section();
}

}  // namespace veer::report::sections
