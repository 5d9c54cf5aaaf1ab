#include <algorithm>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// Person-hours in thousands.
std::string thousands(const Page& page, const Estimate& value) { return page.format.median_thousands(value); }

void needs_table(Page& page, const HelpFinding& help) {
  const Findings& f = page.findings;
  TableView view{
      "tabel-hulp",
      page.t("help.needs_caption"),
      {page.t("help.col.need"), page.t("help.col.before"), page.t("help.col.neighbours"), page.t("help.col.volunteers"),
       page.t("help.col.points"), page.t("help.col.left"), page.t("help.col.left_share")},
      {},
      "help/needs",
      "help",
      "heat"};
  for (const HelpNeed& need : help.needs) {
    if (need.unmet_h.p95 < 1 || need.need >= f.needs.size()) continue;
    const double left = need.unmet_h.mean > 0 ? need.left_h.mean / need.unmet_h.mean : 0;
    view.rows.push_back({{page.name(f.needs[need.need].name)},
                         number_cell(thousands(page, need.unmet_h)),
                         number_cell(thousands(page, need.neighbours_h)),
                         number_cell(thousands(page, need.volunteers_h)),
                         number_cell(help.visits ? thousands(page, need.points_h) : "–"),
                         number_cell(thousands(page, need.left_h)),
                         {page.format.percent(left), "n k" + std::to_string(shade_of(left))}});
  }
  page.table(view);
}

void tiring(Page& page, const HelpFinding& help) {
  TableView view{"tabel-buren",
                 page.t("help.tiring_caption"),
                 {page.t("help.col.day"), page.t("help.col.capacity")},
                 {},
                 "help/neighbours_capacity_by_day",
                 "help"};
  for (std::size_t day = 0; day < help.capacity_by_day.size(); ++day) {
    const Estimate& value = help.capacity_by_day[day];
    view.rows.push_back(
        {{std::to_string(day + 1)}, number_cell(page.format.spread_rough(value.mean, value.p5, value.p95))});
  }
  page.table(view);
}

void volunteers(Page& page, const HelpFinding& help) {
  if (help.volunteers_registered <= 0) return;
  page << "<h3>" << page.t("help.volunteers_heading") << "</h3>\n";
  page.paragraph(page.t("help.volunteers", {page.format.rough(help.volunteers_registered)}));
  TableView view{"tabel-vrijwilligers",
                 page.t("help.volunteers_caption"),
                 {page.t("help.col.call"), page.t("help.col.come")},
                 {},
                 "help/volunteers",
                 "help"};
  const auto people = [&](const Estimate& value) {
    return number_cell(page.format.spread_rough(value.mean, value.p5, value.p95));
  };
  for (const VolunteerCall& call : help.volunteer_calls)
    view.rows.push_back({{page.t("help.call_at", {page.format.number(call.call_h)})}, people(call.come)});
  view.rows.push_back({{page.t("help.uncalled")}, people(help.volunteers_uncalled)});
  page.table(view);
}

void vulnerable(Page& page, const HelpFinding& help) {
  page << "<h3>" << page.t("help.vulnerable_heading") << "</h3>\n";
  page.paragraph(page.t("help.vulnerable"));
  TableView view{"tabel-kwetsbaar",
                 page.t("help.vulnerable_caption"),
                 {page.t("help.col.group"), page.t("help.col.heads")},
                 {},
                 "help/vulnerable",
                 "help",
                 "heat"};
  for (const Moment& moment : page.findings.moments) view.head.push_back(page.name(moment.label));
  for (const VulnerableGroup& group : help.vulnerable) {
    std::vector<Cell> row{{page.name(group.name)}, number_cell(page.format.count(group.heads))};
    for (const Moment& moment : page.findings.moments) {
      const At value = at(group.in_need, moment.hour);
      row.push_back({page.format.spread_count(value.mean, value.p5, value.p95),
                     "n k" + std::to_string(shade_of(group.heads > 0 ? value.mean / group.heads : 0))});
    }
    view.rows.push_back(std::move(row));
  }
  page.table(view);
}

void calls(Page& page, const HelpFinding& help) {
  const EmergencyCalls& calls = help.calls;
  if (calls.wanted.mean <= 0) return;
  page << "<h3>" << page.t("help.calls_heading") << "</h3>\n";
  page.paragraph(page.t("help.calls"));
  TableView view{"tabel-112",
                 page.t("help.calls_caption"),
                 {page.t("help.col.calls"), page.t("help.col.number"), page.t("col.share")},
                 {},
                 "help/calls",
                 "help"};
  const auto add = [&](const char* key, const Estimate& value) {
    view.rows.push_back({{page.t(key)},
                         number_cell(page.format.spread_rough(value.mean, value.p5, value.p95)),
                         number_cell(page.format.percent(value.mean / calls.wanted.mean))});
  };
  add("help.calls.wanted", calls.wanted);
  add("help.calls.impossible", calls.impossible);
  add("help.calls.unanswered", calls.unanswered);
  add("help.calls.answered", calls.answered);
  page.table(view);
}

void visits(Page& page, const HelpFinding& help) {
  page << "<h3>" << page.t("help.visits_heading") << "</h3>\n";
  if (!help.visits) {
    page.paragraph(page.t("help.no_visits"));
    return;
  }
  const SupportVisits& visits = *help.visits;
  const auto spread = [&](const Estimate& value) { return page.format.spread_rough(value.mean, value.p5, value.p95); };
  page.paragraph(
      page.t("help.visits", {spread(visits.visitors), spread(visits.served), page.format.number(visits.busiest_h),
                             spread(visits.longest_queue), spread(visits.waiting_h)}));
  page << "<div class=\"charts\">\n";
  chart_with_table(page, {"bezoek", page.t("help.visits_chart"), page.t("help.visits_unit"), &visits.arriving, false,
                          "help/visits/arriving_per_h", true});
  chart_with_table(page, {"wachtrij", page.t("help.queue_chart"), page.t("help.queue_unit"), &visits.queue, false,
                          "help/visits/queue", true});
  page << "</div>\n";
}

void harms(Page& page, const HelpFinding& help) {
  if (help.harms.empty()) return;
  page << "<h3>" << page.t("help.harm_heading") << "</h3>\n";
  page.paragraph(page.t("help.harm"));
  TableView view{"tabel-schade",
                 page.t("help.harm_caption"),
                 {page.t("col.what"), page.t("help.col.people"), page.t("help.col.rests_on")},
                 {},
                 "help/harms",
                 "help"};
  for (const HarmFinding& harm : help.harms)
    view.rows.push_back({{page.name(harm.name)},
                         number_cell(page.format.spread_count(harm.people.mean, harm.people.p5, harm.people.p95)),
                         {page.name(harm.rests_on)}});
  page.table(view);
}

void unrest(Page& page, const HelpFinding& help) {
  if (help.unrest_parts.empty()) return;
  page << "<h3>" << page.t("help.unrest_heading") << "</h3>\n";
  std::string formula;
  for (const UnrestPart& part : help.unrest_parts)
    formula += (formula.empty() ? "" : " + ") + format_decimal(part.weight, 2, page.language) + "&nbsp;×&nbsp;" +
               page.name(part.need);
  page.paragraph(page.t("help.unrest", {formula}));
  page << "<div class=\"charts\">\n";
  chart_with_table(page, {"onrust", page.t("help.unrest_chart"), page.t("help.unrest_unit"), &help.unrest, false,
                          "help/unrest/indicator", true});
  page << "</div>\n";
}

}  // namespace

void help(Page& page) {
  if (!page.findings.help) return;
  const HelpFinding& help = *page.findings.help;
  page.open_section("hulp", "help.heading");
  double before = 0;
  double left = 0;
  for (const HelpNeed& need : help.needs) {
    before += need.unmet_h.mean;
    left += need.left_h.mean;
  }
  page.paragraph(page.t("help.lead", {page.format.percent(before > 0 ? (before - left) / before : 0)}), "lead");
  page.paragraph(page.t("help.intro", {page.format.count(help.replicas)}));
  needs_table(page, help);
  tiring(page, help);
  volunteers(page, help);
  visits(page, help);
  vulnerable(page, help);
  calls(page, help);
  harms(page, help);
  unrest(page, help);
  page.close_section();
}

}  // namespace veer::report::sections
