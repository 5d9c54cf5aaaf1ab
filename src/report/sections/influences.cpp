#include <algorithm>
#include <cmath>

#include "report/sections/sections.hpp"
#include "report/svg_chart.hpp"

namespace veer::report::sections {

namespace {

/// A tornado as a table: the bar stands in its own column, the numbers beside it.
void tornado(Page& page, std::string id, const std::string& caption, const std::string& effect,
             const std::vector<Influence>& rows, std::string data, bool correlation) {
  double most = correlation ? 1 : 0;
  bool negative = correlation;
  for (const Influence& row : rows) {
    if (!correlation) most = std::max({most, std::fabs(row.low), std::fabs(row.high)});
    negative = negative || row.low < 0;
  }
  TableView view{
      std::move(id), caption,  {page.t("col.what"), effect, "", page.t("col.confidence")}, {}, std::move(data),
      "influence",   "tornado"};
  view.head[2] = page.t(negative ? "col.bar_both" : "col.bar");
  const auto number = [&](double value) {
    return correlation ? format_decimal(value, 2, page.language) : page.format.rough(value);
  };
  for (const Influence& row : rows) {
    view.rows.push_back({{correlation ? page.figure(row.name) + " <span class=\"sub\">" + escaped(row.id) + "</span>"
                                      : page.name(row.name) + page.mark(row.confirmed)},
                         number_cell(number(row.effect) + " <span class=\"iv\">(" +
                                     page.t("influence.range", {number(row.low), number(row.high)}) + ")</span>"),
                         {bar(row.effect, row.low, row.high, most, negative), "bar"},
                         {page.word("confidence", row.confidence)}});
  }
  page.table(view);
}

}  // namespace

void influences(Page& page) {
  const Findings& f = page.findings;
  const bool spread = f.spread_shared > 0 || f.spread_own > 0;
  if (f.influences_groups.empty() && f.influences_assets.empty() && !spread) return;
  page.open_section("invloed", "influence.heading");
  page.paragraph(page.t("influence.intro", {page.format.rough(f.total_unmet_person_hours.mean),
                                            page.format.rough(f.total_unmet_person_hours.p5),
                                            page.format.rough(f.total_unmet_person_hours.p95)}),
                 "lead");
  if (!f.influences_groups.empty())
    tornado(page, "tabel-invloed", page.t("influence.groups_caption"), page.t("col.correlation"), f.influences_groups,
            "influences_groups", true);
  if (!f.influences_assets.empty()) {
    tornado(page, "tabel-invloed-objecten", page.t("influence.assets_caption"), page.t("col.difference"),
            f.influences_assets, "influences_assets", false);
  }
  if (spread) {
    TableView view{"tabel-spreiding",
                   page.t("influence.spread_caption"),
                   {page.t("col.what"), page.t("col.share"), page.t("col.bar_share")},
                   {},
                   "spread",
                   "influence",
                   "tornado"};
    const auto add = [&](std::string_view key, double share) {
      view.rows.push_back(
          {{page.t(key)}, number_cell(page.format.percent(share)), {bar(share, share, share, 1, false), "bar"}});
    };
    add("influence.shared", f.spread_shared);
    add("influence.own", f.spread_own);
    page.table(view);
  }
  sensitivity(page);
  page.close_section();
}

}  // namespace veer::report::sections
