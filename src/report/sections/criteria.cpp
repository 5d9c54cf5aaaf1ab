#include <algorithm>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

void criteria(Page& page) {
  const Findings& f = page.findings;
  if (f.criteria.empty()) return;
  page.open_section("criteria", "criteria.heading");
  page.paragraph(page.t("criteria.intro"), "lead");
  const bool regional = std::any_of(f.criteria.begin(), f.criteria.end(),
                                    [](const ImpactCriterion& row) { return !row.regional_class.empty(); });
  TableView view{"tabel-criteria",
                 page.t("criteria.caption"),
                 {page.t("col.criterion"), page.t("col.raw_measure"), page.t("col.class"), page.t("col.note")},
                 {},
                 "criteria",
                 "criteria"};
  if (regional) view.head.insert(view.head.begin() + 3, page.t("col.regional_class"));
  for (const ImpactCriterion& criterion : f.criteria) {
    std::vector<Cell> row(
        {{escaped(criterion.code) + " " + page.name(criterion.name)},
         number_cell(page.format.spread_rough(criterion.value.mean, criterion.value.p5, criterion.value.p95) +
                     " <span class=\"sub\">" + page.name(criterion.unit) + "</span>"),
         {criterion.national_class.empty() ? page.t("criteria.raw_only")
                                           : "<strong>" + escaped(criterion.national_class) + "</strong>"},
         {page.name(criterion.note), "wide"}});
    if (regional)
      row.insert(
          row.begin() + 3,
          {criterion.regional_class.empty() ? "–" : "<strong>" + escaped(criterion.regional_class) + "</strong>"});
    view.rows.push_back(std::move(row));
  }
  page.table(view);
  page.close_section();
}

void deadlocks(Page& page) {
  const Findings& f = page.findings;
  if (f.deadlocks.empty()) return;
  page.open_section("vastlopers", "deadlock.heading");
  page.paragraph(page.t("deadlock.intro"), "lead");
  TableView view{"tabel-vastlopers",
                 page.t("deadlock.caption"),
                 {page.t("col.what"), page.t("col.deadlock_probability")},
                 {},
                 "deadlocks",
                 "deadlock"};
  for (const Deadlock& deadlock : f.deadlocks) {
    std::string members;
    for (const std::string& asset : deadlock.assets) members += (members.empty() ? "" : ", ") + escaped(asset);
    if (!members.empty()) members = "<span class=\"sub\">" + members + page.mark(false) + "</span>";
    view.rows.push_back({{page.name(deadlock.sentence) + members},
                         number_cell(page.format.probability(deadlock.probability, page.replicas()))});
  }
  page.table(view);
  page.close_section();
}

}  // namespace veer::report::sections
