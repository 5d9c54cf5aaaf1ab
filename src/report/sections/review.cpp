#include <algorithm>
#include <array>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// How a consequence stands, as a class of the table and a word.
struct Sign {
  const char* css;
  const char* mark;
};
Sign sign_of(const std::string& coverage) {
  if (coverage == "covered") return {"v0", "●"};
  if (coverage == "partly") return {"v1", "◐"};
  return {"v2", "○"};
}

std::string when(const Page& page, const ConsequenceFinding& row) {
  return page.t(row.beyond_horizon ? "review.from_on" : "review.from_until",
                {page.format.hours_bare(row.from_h), page.format.hours_bare(row.until_h)});
}

std::string plans(const Page& page, const ConsequenceFinding& row) {
  std::string out;
  for (const PlanCover& plan : row.plans) {
    std::string hours;
    if (plan.from_h || plan.until_h)
      hours = plan.until_h ? page.t("review.plan_hours",
                                    {page.format.number(plan.from_h.value_or(0)), page.format.number(*plan.until_h)})
                           : page.t("review.plan_from", {page.format.number(plan.from_h.value_or(0))});
    if (plan.capacity)
      hours += (hours.empty() ? "" : ", ") +
               page.t("review.plan_capacity", {escaped(plan.unit), page.format.count(*plan.capacity)});
    out += "<li>" + escaped(plan.name) + " <span class=\"sub\">" + escaped(plan.organisation) +
           (hours.empty() ? "" : ": " + hours) + "</span></li>";
  }
  if (out.empty()) return "–";
  out = "<ul class=\"plain\">" + out + "</ul>";
  constexpr std::size_t at_a_glance = 3;
  if (row.plans.size() <= at_a_glance) return out;
  return "<details><summary>" +
         page.t("review.plan_count", {page.format.count(static_cast<double>(row.plans.size()))}) + "</summary>" + out +
         "</details>";
}

void track(Page& page, const std::string& id, const std::vector<const ConsequenceFinding*>& rows) {
  TableView view{"tabel-gevolgen-" + id,
                 page.t("review.caption", {page.word("track", id)}),
                 {page.t("review.col.consequence"), page.t("review.col.peak"), page.t("review.col.when"),
                  page.t("review.col.verdict"), page.t("review.col.plans")},
                 {},
                 "consequences",
                 "review"};
  for (const ConsequenceFinding* const row : rows) {
    const Sign sign = sign_of(row->coverage);
    view.rows.push_back(
        {{page.name(row->name) +
          (row->criterion.empty()
               ? ""
               : " <span class=\"sub\">" + page.t("review.criterion", {escaped(row->criterion)}) + "</span>")},
         number_cell(page.format.spread_rough(row->peak.mean, row->peak.p5, row->peak.p95) + " <span class=\"sub\">" +
                     page.t("review.at_hour", {page.name(row->unit), page.format.hours_bare(row->peak_h)}) + "</span>"),
         {when(page, *row)},
         {"<span class=\"sign\" aria-hidden=\"true\">" + std::string(sign.mark) + "</span> " +
              page.word("coverage", row->coverage) + "<span class=\"say\">" + page.name(row->sentence) + "</span>",
          std::string("wide ") + sign.css},
         {plans(page, *row), "wide"}});
  }
  page.table(view);
}

}  // namespace

void review(Page& page) {
  const Findings& f = page.findings;
  if (f.consequences.empty()) return;
  page.open_section("gevolgen", "review.heading");
  std::array<std::size_t, 3> count{};
  std::size_t absent = 0;
  std::string quiet;
  for (const ConsequenceFinding& row : f.consequences) {
    if (!row.occurs) {
      ++absent;
      quiet += (quiet.empty() ? "" : "; ") + page.name(row.name);
    } else {
      ++count[row.coverage == "covered" ? 0U : row.coverage == "partly" ? 1U : 2U];
    }
  }
  const auto told = [&](std::size_t number) { return page.format.count(static_cast<double>(number)); };
  page.paragraph(
      page.t("review.intro", {told(count[0] + count[1] + count[2]), told(count[0]), told(count[1]), told(count[2])}),
      "lead");
  page.paragraph(page.t("review.reading"));
  for (const char* const id : {"car", "veiligheidsdirectie", "provider", "national"}) {
    std::vector<const ConsequenceFinding*> rows;
    for (const ConsequenceFinding& row : f.consequences)
      if (row.occurs && row.track == id) rows.push_back(&row);
    if (!rows.empty()) track(page, id, rows);
  }
  if (absent > 0) page.paragraph(page.t("review.absent", {quiet}));
  page.close_section();
}

}  // namespace veer::report::sections
