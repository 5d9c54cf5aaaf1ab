#include <algorithm>
#include <cmath>
#include <numeric>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// The sentences a board member reads; each knows where its numbers come from.
class Sentences {
 public:
  explicit Sentences(Page& page) : page_(page) {}

  void add(const std::string& html, std::string_view anchor) {
    page_ << "<li>" << html << " <a class=\"why\" href=\"#" << anchor << "\">" << page_.t("summary.why") << "</a></li>\n";
  }

 private:
  Page& page_;
};

std::string strong(const std::string& html) { return "<strong>" + html + "</strong>"; }

/// Indices of the processes of municipalities and emergency services, the most endangered first.
std::vector<std::size_t> own_processes(const Findings& f) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < f.processes.size(); ++i) {
    const std::size_t organisation = f.processes[i].organisation;
    if (organisation < f.organisations.size() && f.organisations[organisation].own_continuity) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return f.processes[a].mtpd_exceeded.mean > f.processes[b].mtpd_exceeded.mean; });
  return out;
}

std::size_t too_late(const Findings& f, const std::vector<std::size_t>& processes) {
  return static_cast<std::size_t>(std::count_if(processes.begin(), processes.end(), [&](std::size_t i) { return verdict_of(f.processes[i]) == Verdict::too_late; }));
}

bool has_people(const Findings& f) { return !f.needs.empty() && !f.region.unmet.empty() && !f.moments.empty() && f.residents > 0; }

std::optional<std::size_t> slowest_service(const Findings& f) {
  std::optional<std::size_t> slowest;
  for (std::size_t i = 0; i < f.services.size(); ++i) {
    if (f.services[i].phases.depth.mean < 0.1) continue;
    if (!slowest || f.services[i].phases.hours_to_90.p50 > f.services[*slowest].phases.hours_to_90.p50) slowest = i;
  }
  return slowest;
}

void tiles(Page& page, const std::vector<std::size_t>& own) {
  const Findings& f = page.findings;
  const auto tile = [&](const std::string& figure, const std::string& text, std::string_view anchor) {
    page << "<li><a href=\"#" << anchor << "\"><span class=\"figure\">" << figure << "</span><span>" << text << "</span></a></li>\n";
  };
  page << "<ul class=\"tiles\">\n";
  if (!own.empty()) {
    tile(page.t("summary.tile_own_figure", {std::to_string(too_late(f, own)), std::to_string(own.size())}), page.t("summary.tile_own"), "eigen");
  }
  if (has_people(f)) {
    const Focus focus = focus_of(f);
    const Moment& moment = f.moments[focus.moment];
    const At value = at(f.region.unmet[focus.need], moment.hour);
    tile(page.format.rough(value.mean),
         page.t("summary.tile_people", {page.name(f.needs[focus.need].name), page.format.number(moment.hour), page.format.rough(value.p5), page.format.rough(value.p95)}),
         "kaart");
  }
  if (const auto slowest = slowest_service(f)) {
    const Estimate& hours = f.services[*slowest].phases.hours_to_90;
    tile(page.format.hours(hours.p50),
         page.t("summary.tile_recovery", {page.name(f.services[*slowest].name), page.format.hours_bare(hours.p5), page.format.hours_bare(hours.p95)}), "fasen");
  }
  page << "</ul>\n";
}

void people(Page& page, Sentences& sentences) {
  const Findings& f = page.findings;
  if (!has_people(f)) return;
  const Focus focus = focus_of(f);
  const Moment& moment = f.moments[focus.moment];
  const std::string need = page.name(f.needs[focus.need].name);
  const At value = at(f.region.unmet[focus.need], moment.hour);
  sentences.add(page.t("summary.people", {page.format.number(moment.hour), strong(page.format.rough(value.mean)), page.format.rough(value.p5),
                                          page.format.rough(value.p95), strong(need), page.format.percent(value.mean / f.residents)}),
                "kaart");
  const Municipality* worst = nullptr;
  double most = 0;
  for (const Municipality& m : f.municipalities) {
    const double share = m.residents > 0 && focus.need < m.unmet.size() ? at(m.unmet[focus.need], moment.hour).mean / m.residents : 0;
    if (share > most) {
      most = share;
      worst = &m;
    }
  }
  if (worst != nullptr && f.municipalities.size() > 1) {
    const At there = at(worst->unmet[focus.need], moment.hour);
    sentences.add(page.t("summary.municipality", {strong(escaped(worst->name)), page.format.percent(most), page.format.percent_bare(there.p5 / worst->residents),
                                                  page.format.percent_bare(std::min(1.0, there.p95 / worst->residents)), need}),
                  "uitsplitsing");
  }
}

void own_continuity(Page& page, Sentences& sentences, const std::vector<std::size_t>& own) {
  const Findings& f = page.findings;
  if (own.empty()) return;
  std::string worst;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, own.size()); ++i) {
    const ProcessFinding& process = f.processes[own[i]];
    if (verdict_of(process) == Verdict::in_time) break;
    worst += (worst.empty() ? "" : "; ") + page.t("summary.process", {strong(page.name(process.name)), escaped(f.organisations[process.organisation].name),
                                                                      page.format.probability(process.mtpd_exceeded.mean, page.replicas())});
  }
  std::string sentence = page.t("summary.own", {std::to_string(own.size()), strong(std::to_string(too_late(f, own)))});
  if (!worst.empty()) sentence += " " + page.t("summary.own_worst", {worst});
  sentences.add(sentence, "eigen");

  std::size_t refused = 0;
  std::size_t missed = 0;
  for (const std::size_t i : own) {
    const ProcessFinding& process = f.processes[i];
    refused += process.static_ok ? 0U : 1U;
    missed += process.static_ok && verdict_of(process) == Verdict::too_late ? 1U : 0U;
  }
  sentences.add(page.t("summary.static", {strong(std::to_string(refused)), strong(std::to_string(missed))}), "method-static");
}

void certainty(Page& page, Sentences& sentences) {
  const Findings& f = page.findings;
  if (!f.influences_groups.empty()) {
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, f.influences_groups.size()); ++i) {
      names += (i == 0 ? "" : "; ") + strong(page.name(f.influences_groups[i].name));
    }
    sentences.add(page.t("summary.matters", {names}) + " " + page.t("summary.spread", {page.format.percent(f.spread_shared), page.format.percent(f.spread_own)}), "invloed");
  }
  std::size_t rows = 0;
  std::size_t assumed = 0;
  for (const ConfidenceRow& row : f.confidence) {
    rows += std::accumulate(row.count.begin(), row.count.end(), std::size_t{0});
    assumed += row.count[4];
  }
  if (rows > 0) {
    sentences.add(page.t("summary.sure", {strong(page.format.percent(static_cast<double>(assumed) / static_cast<double>(rows))),
                                          page.format.count(static_cast<double>(rows))}),
                  "zekerheid");
  }
}

/// Needs by the moments that boards ask about: a day, two days, three days and after.
void needs_table(Page& page) {
  const Findings& f = page.findings;
  if (!has_people(f)) return;
  TableView view{"tabel-kern", page.t("summary.table_caption"), {page.t("col.need")}, {}, "region/unmet", "unmet"};
  std::vector<double> hours;
  for (const Moment& moment : f.moments) {
    if (moment.hour < 24) continue;
    hours.push_back(moment.hour);
    view.head.push_back(page.name(moment.label));
  }
  for (std::size_t n = 0; n < std::min(f.needs.size(), f.region.unmet.size()); ++n) {
    std::vector<Cell> row{{page.name(f.needs[n].name)}};
    for (const double hour : hours) {
      const At value = at(f.region.unmet[n], hour);
      row.push_back({page.format.spread_count(value.mean, value.p5, value.p95), "n k" + std::to_string(shade_of(value.mean / f.residents))});
    }
    view.rows.push_back(row);
  }
  page.table(view);
  page << page.shade_legend();
}

}  // namespace

void summary(Page& page) {
  const Findings& f = page.findings;
  const std::vector<std::size_t> own = own_processes(f);
  page.open_section("kern", "summary.heading");
  page.paragraph(page.t("summary.intro", {page.name(f.hazard), page.format.count(page.replicas())}), "lead");
  tiles(page, own);
  page << "<ol class=\"key\">\n";
  Sentences sentences(page);
  own_continuity(page, sentences, own);
  people(page, sentences);
  if (const auto slowest = slowest_service(f)) {
    const ServiceFinding& service = f.services[*slowest];
    sentences.add(page.t("summary.recovery", {strong(page.name(service.name)), page.format.spread_hours(service.phases.hours_to_90)}), "fasen");
  }
  certainty(page, sentences);
  page << "</ol>\n";
  needs_table(page);
  page.paragraph(page.t("summary.reading"), "note");
  page.close_section();
}

}  // namespace veer::report::sections
