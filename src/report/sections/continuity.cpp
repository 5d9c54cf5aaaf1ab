#include <algorithm>
#include <cmath>
#include <map>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

struct Look {
  const char* sign;
  const char* css;
  const char* key;
};

/// Sign, shade and word: never colour alone.
Look look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::in_time:
      return {"✓", "v0", "verdict.in_time"};
    case Verdict::uncertain:
      return {"▲", "v1", "verdict.uncertain"};
    case Verdict::too_late:
      break;
  }
  return {"✕", "v2", "verdict.too_late"};
}

/// "Gemeente Delft" stands as "Delft" above a column of municipalities.
std::string short_name(const OrganisationFinding& organisation) {
  for (const std::string_view prefix : {"Gemeente ", "gemeente ", "Municipality of "}) {
    if (organisation.name.starts_with(prefix))
      return escaped(std::string_view(organisation.name).substr(prefix.size()));
  }
  return escaped(organisation.name);
}

std::string anchor(std::size_t organisation) { return "organisatie-" + std::to_string(organisation); }

Cell verdict_cell(const Page& page, const ProcessFinding& process) {
  const Look look = look_of(verdict_of(process));
  return {"<span class=\"sign\" aria-hidden=\"true\">" + std::string(look.sign) + "</span> " +
              page.format.probability(process.mtpd_exceeded.mean, page.replicas()) + "<span class=\"unseen\"> " +
              page.t(look.key) + "</span>",
          "n " + std::string(look.css)};
}

/// The verdict in words with its probability: what stands beside the static verdict.
Cell timed_cell(const Page& page, const ProcessFinding& process) {
  const Look look = look_of(verdict_of(process));
  return {"<span class=\"sign\" aria-hidden=\"true\">" + std::string(look.sign) + "</span> " + page.t(look.key) + ": " +
              page.format.probability(process.mtpd_exceeded.mean, page.replicas()),
          std::string(look.css)};
}

/// Processes of an organisation, in the order of the findings.
std::vector<const ProcessFinding*> processes_of(const Findings& f, std::size_t organisation) {
  std::vector<const ProcessFinding*> out;
  for (const ProcessFinding& process : f.processes) {
    if (process.organisation == organisation) out.push_back(&process);
  }
  return out;
}

void verdict_legend(Page& page) {
  page << "<ul class=\"legend\" aria-label=\"" << page.t("legend.verdict") << "\">";
  for (const Verdict verdict : {Verdict::in_time, Verdict::uncertain, Verdict::too_late}) {
    const Look look = look_of(verdict);
    page << "<li><span class=\"swatch " << look.css << "\">" << look.sign << "</span>"
         << page.t(std::string(look.key) + "_long") << "</li>";
  }
  page << "</ul>\n";
}

/// One kind with several organisations: processes down, organisations across.
void matrix(Page& page, const std::string& kind, const std::vector<std::size_t>& organisations) {
  const Findings& f = page.findings;
  std::vector<std::string> names;
  std::map<std::pair<std::string, std::size_t>, const ProcessFinding*> cells;
  for (const std::size_t o : organisations) {
    for (const ProcessFinding* process : processes_of(f, o)) {
      const std::string name = page.name(process->name);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      cells.emplace(std::pair{name, o}, process);
    }
  }
  TableView view{"matrix-" + escaped(kind),
                 page.t("own.matrix_caption", {page.word("kind", kind)}),
                 {page.t("col.process")},
                 {},
                 "processes",
                 "mtpd",
                 "matrix"};
  for (const std::size_t o : organisations)
    view.head.push_back("<a href=\"#" + anchor(o) + "\">" + short_name(f.organisations[o]) + "</a>");
  for (const std::string& name : names) {
    std::vector<Cell> row{{name}};
    for (const std::size_t o : organisations) {
      const auto found = cells.find({name, o});
      row.push_back(found == cells.end() ? Cell{"–", "n none"} : verdict_cell(page, *found->second));
    }
    view.rows.push_back(row);
  }
  page.table(view);
}

/// The verdict first, the two times under it.
std::string static_html(const Page& page, const ProcessFinding& process) {
  if (!process.static_expected_h) return page.t("static.unknown");
  const std::string verdict = process.static_ok
                                  ? "<span class=\"sign\" aria-hidden=\"true\">✓</span> " + page.t("static.holds")
                                  : "<span class=\"sign\" aria-hidden=\"true\">✕</span> " + page.t("static.fails");
  return verdict + "<span class=\"sub\">" +
         page.t("static.times",
                {page.format.hours(*process.static_expected_h), page.format.hours_bare(process.static_required_h)}) +
         "</span>";
}

/// The part that stops it most often; the others follow on screen.
std::string limiting_html(const Page& page, const ProcessFinding& process) {
  if (process.limiting.empty()) return "–";
  std::string out = "<ul class=\"plain\">";
  for (std::size_t i = 0; i < process.limiting.size(); ++i) {
    const LimitingPart& part = process.limiting[i];
    out += (i == 0 ? "<li>" : "<li class=\"screen sub\">") + page.name(part.what) + ": " +
           (i == 0 ? page.format.probability(part.share, page.replicas()) : page.format.percent(part.share)) +
           (part.confirmed ? page.mark(true) : "") + "</li>";
  }
  return out + "</ul>";
}

/// Up for good after how long; a process that most often does not stop has no such time.
std::string back_html(const Page& page, const ProcessFinding& process) {
  const Estimate& back = process.recovery_h;
  if (back.p50 > 0 || std::isnan(back.p50)) return page.format.spread_hours(back);
  std::string out = page.t("own.does_not_stop");
  if (back.p95 > 0) out += " <span class=\"iv\">(" + page.t("own.at_most", {page.format.hours(back.p95)}) + ")</span>";
  return out;
}

/// `marked`: its own mark, where the processes of the table differ in it.
std::string process_html(const Page& page, const ProcessFinding& process, bool marked) {
  std::string out = page.name(process.name) + (marked ? page.mark(process.confirmed) : "") + "<span class=\"sub\">" +
                    page.t("own.objectives", {page.format.hours(process.rto_h), page.format.hours(process.mtpd_h)}) +
                    "</span><span class=\"sub screen\">";
  if (!process.mbco.empty()) out += page.t("own.mbco", {escaped(process.mbco)}) + ". ";
  if (process.full_down_hours_mean)
    out += page.t("own.full_level", {page.format.hours(*process.full_down_hours_mean)}) + ". ";
  return out + page.t("own.assumed", {page.format.percent(process.assumption_share)}) + "</span>";
}

void detail_table(Page& page, std::size_t organisation, const std::vector<const ProcessFinding*>& processes) {
  const bool parts =
      std::any_of(processes.begin(), processes.end(), [](const ProcessFinding* p) { return !p->limiting.empty(); });
  const bool any_confirmed =
      std::any_of(processes.begin(), processes.end(), [](const ProcessFinding* p) { return p->confirmed; });
  // One mark for the table where it holds for every row of it.
  TableView view{"processen-" + std::to_string(organisation),
                 page.t("own.detail_caption", {escaped(page.findings.organisations[organisation].name)}) +
                     (any_confirmed ? "" : page.mark(false)),
                 {page.t("col.process"), page.t("col.static"), page.t("col.timed"), page.t("col.rto_missed"),
                  page.t("col.first_failure"), page.t("col.recovery")},
                 {},
                 "processes",
                 "static",
                 "processes details"};
  if (parts) view.head.push_back(page.t("col.limiting"));
  for (const ProcessFinding* process : processes) {
    std::vector<Cell> row{
        {process_html(page, *process, any_confirmed)},
        {static_html(page, *process)},
        timed_cell(page, *process),
        number_cell(page.format.probability(process->rto_missed.mean, page.replicas())),
        number_cell(page.format.spread_hours(process->first_failure_h) + "<span class=\"sub screen\">" +
                    page.t("own.never_fails", {page.format.percent(process->never_fails)}) + "</span>"),
        number_cell(back_html(page, *process) + "<span class=\"sub screen\">" +
                    page.t("own.longest", {page.format.hours(process->longest_interruption_h.p50)}) + "</span>")};
    if (parts) row.push_back({limiting_html(page, *process), "wide"});
    view.rows.push_back(row);
  }
  page.table(view);
}

/// Organisations that stand alone in their kind: their processes differ, so one list serves better than a sparse
/// matrix.
void list(Page& page, const std::vector<std::size_t>& organisations) {
  const Findings& f = page.findings;
  TableView view{"matrix-diensten",
                 page.t("own.list_caption"),
                 {page.t("col.process"), page.t("col.mtpd_exceeded"), page.t("col.rto_missed"), page.t("col.recovery")},
                 {},
                 "processes",
                 "mtpd"};
  for (const std::size_t o : organisations) {
    view.rows.push_back({{"<a href=\"#" + anchor(o) + "\">" + escaped(f.organisations[o].name) + "</a>"}});
    for (const ProcessFinding* process : processes_of(f, o)) {
      view.rows.push_back({{page.name(process->name)},
                           verdict_cell(page, *process),
                           number_cell(page.format.probability(process->rto_missed.mean, page.replicas())),
                           number_cell(back_html(page, *process))});
    }
  }
  page.table(view);
}

void rule_checks(Page& page, std::size_t organisation, const std::vector<const ProcessFinding*>& processes) {
  TableView view{"toetsen-" + std::to_string(organisation),
                 "",
                 {page.t("col.process"), page.t("col.rule"), page.t("col.outcome")},
                 {},
                 "processes",
                 "static"};
  std::size_t total = 0;
  for (const ProcessFinding* process : processes) {
    for (const RuleCheck& check : process->checks) {
      ++total;
      if (!check.holds)
        view.rows.push_back({{page.name(process->name)}, {page.word("rule", check.rule)}, {page.name(check.sentence)}});
    }
  }
  if (total == 0) return;
  if (view.rows.empty()) {
    page.paragraph(page.t("own.checks_all", {std::to_string(total)}));
    return;
  }
  view.caption = page.t("own.checks_caption", {std::to_string(total - view.rows.size()), std::to_string(total)});
  page.table(view);
}

void details(Page& page, std::size_t organisation) {
  const OrganisationFinding& own = page.findings.organisations[organisation];
  const auto processes = processes_of(page.findings, organisation);
  if (processes.empty()) return;
  const auto late = std::count_if(processes.begin(), processes.end(),
                                  [](const ProcessFinding* p) { return verdict_of(*p) == Verdict::too_late; });
  page << "<div id=\"" << anchor(organisation) << "\">\n";
  page.open_fold(
      "<span class=\"fold-title\">" + escaped(own.name) + "</span> <span class=\"sub\">" +
      page.t("own.fold", {page.counted("processes", static_cast<double>(processes.size())), std::to_string(late)}) +
      "</span>");
  detail_table(page, organisation, processes);
  page << "<div class=\"screen\">\n";
  rule_checks(page, organisation, processes);
  page << "</div>\n";
  page.close_fold();
  page << "</div>\n";
}

}  // namespace

void continuity(Page& page) {
  const Findings& f = page.findings;
  std::vector<std::pair<std::string, std::vector<std::size_t>>> kinds;
  std::vector<std::size_t> own;
  std::vector<std::size_t> others;
  for (std::size_t o = 0; o < f.organisations.size(); ++o) {
    if (processes_of(f, o).empty()) continue;
    if (!f.organisations[o].own_continuity) {
      others.push_back(o);
      continue;
    }
    own.push_back(o);
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const auto& kind) { return kind.first == f.organisations[o].kind; });
    if (found == kinds.end()) {
      kinds.push_back({f.organisations[o].kind, {o}});
    } else {
      found->second.push_back(o);
    }
  }
  if (own.empty() && others.empty()) return;
  page.open_section("eigen", "own.heading");
  page.paragraph(page.t("own.intro"), "lead");
  verdict_legend(page);
  std::vector<std::size_t> single;
  for (const auto& [kind, organisations] : kinds) {
    if (organisations.size() > 1) {
      matrix(page, kind, organisations);
    } else {
      single.push_back(organisations.front());
    }
  }
  if (!single.empty()) list(page, single);
  page << "<h3>" << page.t("own.per_organisation") << "</h3>\n";
  for (const std::size_t o : own) details(page, o);
  if (!others.empty()) {
    page << "<h3>" << page.t("own.others") << "</h3>\n";
    page.paragraph(page.t("own.others_intro"));
    for (const std::size_t o : others) details(page, o);
  }
  page.close_section();
}

}  // namespace veer::report::sections
