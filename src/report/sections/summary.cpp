#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "report/reading.hpp"
#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// The sentences a board member reads; each knows where its numbers come from.
class Sentences {
 public:
  explicit Sentences(Page& page) : page_(page) {}

  void add(const std::string& html, std::string_view anchor) {
    page_ << "<li>" << html << " <a class=\"why\" href=\"#" << anchor << "\">" << page_.t("summary.why")
          << "</a></li>\n";
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
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return f.processes[a].mtpd_exceeded.mean > f.processes[b].mtpd_exceeded.mean;
  });
  return out;
}

std::size_t too_late(const Findings& f, const std::vector<std::size_t>& processes) {
  return static_cast<std::size_t>(std::count_if(processes.begin(), processes.end(), [&](std::size_t i) {
    return verdict_of(f.processes[i]) == Verdict::too_late;
  }));
}

bool has_people(const Findings& f) {
  return !f.needs.empty() && !f.region.unmet.empty() && !f.moments.empty() && f.residents > 0;
}

std::optional<std::size_t> slowest_service(const Findings& f) {
  std::optional<std::size_t> slowest;
  for (std::size_t i = 0; i < f.services.size(); ++i) {
    if (f.services[i].phases.depth.mean < 0.1) continue;
    if (!slowest || f.services[i].phases.hours_to_90.p50 > f.services[*slowest].phases.hours_to_90.p50) slowest = i;
  }
  return slowest;
}

/// A name as it stands inside a sentence: "Warmte" becomes "warmte", "C2000" and "ICT" stay.
std::string within(const Page& page, const Name& name) {
  std::string text = in(name, page.language);
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool word = text.size() > 1 && upper(text[0]) && text[1] >= 'a' && text[1] <= 'z';
  if (word) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return escaped(text);
}

/// "a, b en c"
std::string listed(const Page& page, const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " " + page.t("summary.and") + " " : ", ") + names[i];
  return out;
}

/// A time as people say it: below an hour in minutes, to the nearest five.
std::string spoken(const Page& page, double hours) {
  if (!(hours > 0.04 && hours < 0.96)) return page.format.hours(hours);
  return page.t("summary.minutes", {page.format.count(std::max(5.0, 5 * std::round(hours * 12)))});
}

void tiles(Page& page, const std::vector<std::size_t>& own) {
  const Findings& f = page.findings;
  const auto tile = [&](const std::string& figure, const std::string& text, std::string_view anchor) {
    page << "<li><a href=\"#" << anchor << "\"><span class=\"figure\">" << figure << "</span><span>" << text
         << "</span></a></li>\n";
  };
  page << "<ul class=\"tiles\">\n";
  if (!own.empty()) {
    tile(page.t("summary.tile_own_figure", {std::to_string(too_late(f, own)), std::to_string(own.size())}),
         page.t("summary.tile_own"), "eigen");
  }
  if (has_people(f)) {
    const Focus focus = focus_of(f);
    const Moment& moment = f.moments[focus.moment];
    const At value = at(f.region.unmet[focus.need], moment.hour);
    tile(page.format.rough(value.mean),
         page.t("summary.tile_people",
                {page.format.count(f.residents), page.format.number(moment.hour),
                 within(page, f.needs[focus.need].name), page.format.rough(value.p5), page.format.rough(value.p95)}),
         "uitsplitsing");
  }
  if (const auto slowest = slowest_service(f)) {
    const Estimate& hours = f.services[*slowest].phases.hours_to_90;
    tile(page.format.hours(hours.p50),
         page.t("summary.tile_recovery", {within(page, f.services[*slowest].name), page.format.hours_bare(hours.p5),
                                          page.format.hours_bare(hours.p95)}),
         "fasen");
  }
  page << "</ul>\n";
}

/// What is half down by when: one step per moment, and what stays up last.
void timeline(Page& page) {
  const Findings& f = page.findings;
  if (f.services.empty() || f.moments.empty()) return;
  page << "<h3>" << page.t("summary.timeline") << "</h3>\n<ol class=\"timeline\">\n";
  const auto step = [&](const std::string& label, double after, double until, bool up = false) {
    std::vector<std::string> names;
    for (const ServiceFinding& service : f.services) {
      const double half = service.first_half_down_h.p50;
      if (half > after && half <= until) names.push_back(page.name(service.name));
    }
    if (names.empty()) return;
    page << (up ? "<li class=\"up\"><strong>" : "<li><strong>") << label << "</strong><span>";
    for (std::size_t i = 0; i < names.size(); ++i) page << (i == 0 ? "" : ", ") << names[i];
    page << "</span></li>\n";
  };
  double before = -1;
  for (const Moment& moment : f.moments) {
    step(moment.hour <= 0 ? page.t("summary.at_once") : page.t("summary.within", {page.format.number(moment.hour)}),
         before, moment.hour);
    before = moment.hour;
  }
  step(page.t("summary.stays"), before, std::numeric_limits<double>::infinity(), true);
  page << "</ol>\n";
  page.paragraph(page.t("summary.timeline_note"), "sub");
}

/// The most urgent process that several municipalities have: where it stops first, and where last.
void first_to_stop(Page& page, Sentences& sentences, const std::vector<std::size_t>& own) {
  const Findings& f = page.findings;
  const auto municipal = [&](std::size_t i) {
    return f.organisations[f.processes[i].organisation].kind == "municipality";
  };
  const auto same = [&](std::size_t i, std::size_t j) { return f.processes[i].name.nl == f.processes[j].name.nl; };
  std::vector<std::size_t> ordered = own;
  std::sort(ordered.begin(), ordered.end());  // the order of the findings, which is the order of the plans
  std::optional<std::size_t> urgent;
  for (const std::size_t i : ordered) {
    if (!municipal(i)) continue;
    const auto several =
        std::count_if(ordered.begin(), ordered.end(), [&](std::size_t j) { return municipal(j) && same(i, j); });
    if (several > 1 && (!urgent || f.processes[i].mtpd_h < f.processes[*urgent].mtpd_h)) urgent = i;
  }
  if (!urgent) return;
  std::vector<std::size_t> places;
  for (const std::size_t i : ordered) {
    if (municipal(i) && same(i, *urgent)) places.push_back(i);
  }
  const auto median = [&](std::size_t i) { return f.processes[i].first_failure_h.p50; };
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return median(a) < median(b); });
  if (!(median(places.front()) <= f.horizon_h)) return;
  // Half an hour apart is one moment to a board.
  const double first = median(places.front()) + 0.5;
  std::vector<std::string> names;
  std::size_t early = 0;
  while (early < places.size() && median(places[early]) <= first)
    names.push_back(strong(escaped(f.organisations[f.processes[places[early++]].organisation].name)));
  std::string sentence = page.t("summary.first_stop", {strong(page.name(f.processes[*urgent].name)),
                                                       listed(page, names), spoken(page, median(places.front()))});
  if (early < places.size()) {
    const std::string low = page.format.hours_bare(median(places[early]));
    const std::string high = page.format.hours_bare(median(places.back()));
    sentence += " " + page.counted("summary.other_places", static_cast<double>(places.size() - early)) + " " +
                (low == high ? page.t("summary.after_one", {low}) : page.t("summary.after_range", {low, high}));
  }
  sentences.add(sentence, "eigen");
}

/// What stops own processes first, whatever thing it happens to: "de brandstof van het noodaggregaat is op".
void what_stops(Page& page, Sentences& sentences, const std::vector<std::size_t>& own) {
  const Findings& f = page.findings;
  std::vector<std::pair<std::string, double>> causes;
  for (const std::size_t i : own) {
    for (const LimitingPart& part : f.processes[i].limiting) {
      const std::string& what = in(part.what, page.language);
      const std::size_t colon = what.rfind(": ");
      const std::string cause = colon == std::string::npos ? what : what.substr(colon + 2);
      const auto known =
          std::find_if(causes.begin(), causes.end(), [&](const auto& one) { return one.first == cause; });
      if (known == causes.end()) {
        causes.emplace_back(cause, part.share);
      } else {
        known->second += part.share;
      }
    }
  }
  if (causes.empty()) return;
  std::stable_sort(causes.begin(), causes.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, causes.size()); ++i) {
    text += (i == 0 ? "" : "; ") + strong(escaped(causes[i].first)) + " (" +
            page.format.percent(causes[i].second / static_cast<double>(own.size())) + ")";
  }
  sentences.add(page.t("summary.stops", {text}), "eigen");
}

/// The need that most residents lack a working day in: what goes wrong first for people.
void first_need(Page& page, Sentences& sentences) {
  const Findings& f = page.findings;
  if (!has_people(f)) return;
  std::vector<double> hours;
  for (const Moment& moment : f.moments) {
    if (moment.hour > 0 && moment.hour <= 8) hours.push_back(moment.hour);
  }
  if (hours.empty()) return;
  std::size_t first = 0;
  double most = 0;
  for (std::size_t n = 0; n < std::min(f.needs.size(), f.region.unmet.size()); ++n) {
    const double value = at(f.region.unmet[n], hours.back()).mean;
    if (value > most) {
      most = value;
      first = n;
    }
  }
  if (most / f.residents < 0.01 || first == focus_of(f).need) return;
  std::vector<std::string> parts;
  for (const double hour : hours)
    parts.push_back(page.t("summary.people_part", {page.format.number(hour),
                                                   strong(page.format.rough(at(f.region.unmet[first], hour).mean))}));
  sentences.add(page.t("summary.first_need", {strong(within(page, f.needs[first].name)), listed(page, parts)}),
                "uitsplitsing");
}

void people(Page& page, Sentences& sentences) {
  const Findings& f = page.findings;
  if (!has_people(f)) return;
  const Focus focus = focus_of(f);
  const Moment& moment = f.moments[focus.moment];
  const std::string need = within(page, f.needs[focus.need].name);
  std::vector<std::string> parts;
  std::string after;
  for (const Moment& one : f.moments) {
    if (one.hour < 24) continue;
    const std::string text = page.t(
        "summary.people_part",
        {page.format.number(one.hour), strong(page.format.rough(at(f.region.unmet[focus.need], one.hour).mean))});
    if (one.hour <= std::max(72.0, moment.hour)) {
      parts.push_back(text);
    } else if (after.empty()) {
      after = page.t("summary.people_after", {text});
    }
  }
  if (parts.empty()) return;
  const At value = at(f.region.unmet[focus.need], moment.hour);
  std::string sentence = page.t("summary.people", {strong(need), listed(page, parts), page.format.number(moment.hour),
                                                   page.format.percent(value.mean / f.residents)});
  if (!after.empty()) sentence += " " + after;
  sentences.add(sentence, "uitsplitsing");
  const Municipality* worst = nullptr;
  double most = 0;
  for (const Municipality& m : f.municipalities) {
    const double share =
        m.residents > 0 && focus.need < m.unmet.size() ? at(m.unmet[focus.need], moment.hour).mean / m.residents : 0;
    if (share > most) {
      most = share;
      worst = &m;
    }
  }
  // Where all places are hit alike, naming one would say something that is not so.
  if (worst != nullptr && f.municipalities.size() > 1 && most > value.mean / f.residents + 0.03) {
    const At there = at(worst->unmet[focus.need], moment.hour);
    sentences.add(
        page.t("summary.municipality", {strong(escaped(worst->name)), page.format.percent(most),
                                        page.format.percent_bare(there.p5 / worst->residents),
                                        page.format.percent_bare(std::min(1.0, there.p95 / worst->residents)), need}),
        "uitsplitsing");
  }
}

void own_continuity(Page& page, Sentences& sentences, const std::vector<std::size_t>& own) {
  const Findings& f = page.findings;
  if (own.empty()) return;
  first_to_stop(page, sentences, own);
  sentences.add(page.t("summary.own", {std::to_string(own.size()), strong(std::to_string(too_late(f, own)))}), "eigen");
  what_stops(page, sentences, own);

  std::size_t refused = 0;
  std::size_t missed = 0;
  for (const std::size_t i : own) {
    const ProcessFinding& process = f.processes[i];
    refused += process.static_ok ? 0U : 1U;
    missed += process.static_ok && verdict_of(process) == Verdict::too_late ? 1U : 0U;
  }
  sentences.add(page.t("summary.static", {strong(std::to_string(refused)), strong(std::to_string(missed))}),
                "method-static");
}

void certainty(Page& page, Sentences& sentences) {
  const Findings& f = page.findings;
  if (!f.influences_groups.empty()) {
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, f.influences_groups.size()); ++i) {
      names += (i == 0 ? "" : "; ") + strong(page.figure(f.influences_groups[i].name));
    }
    sentences.add(
        page.t("summary.matters", {names}) + " " +
            page.t("summary.spread", {page.format.percent(f.spread_shared), page.format.percent(f.spread_own)}),
        "invloed");
  }
  std::size_t rows = 0;
  std::size_t assumed = 0;
  for (const ConfidenceRow& row : f.confidence) {
    rows += std::accumulate(row.count.begin(), row.count.end(), std::size_t{0});
    assumed += row.count[4];
  }
  if (rows > 0) {
    sentences.add(
        page.t("summary.sure", {strong(page.format.percent(static_cast<double>(assumed) / static_cast<double>(rows))),
                                page.format.count(static_cast<double>(rows))}),
        "zekerheid");
  }
}

/// Needs by the moments that boards ask about: a day, two days, three days and after.
void needs_table(Page& page) {
  const Findings& f = page.findings;
  if (!has_people(f)) return;
  TableView view{"tabel-kern", page.t("summary.table_caption"), {page.t("col.need")}, {}, "region/unmet", "unmet",
                 "heat"};
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
      row.push_back({page.format.spread_rough(value.mean, value.p5, value.p95),
                     "n k" + std::to_string(shade_of(value.mean / f.residents))});
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
  timeline(page);
  page << "<h3>" << page.t("summary.findings") << "</h3>\n<ol class=\"key\">\n";
  Sentences sentences(page);
  own_continuity(page, sentences, own);
  first_need(page, sentences);
  people(page, sentences);
  if (const auto slowest = slowest_service(f)) {
    const ServiceFinding& service = f.services[*slowest];
    sentences.add(page.t("summary.recovery",
                         {strong(page.name(service.name)), page.format.spread_hours(service.phases.hours_to_90)}),
                  "fasen");
  }
  certainty(page, sentences);
  page << "</ol>\n";
  needs_table(page);
  page.paragraph(page.t("summary.reading"), "note");
  page.close_section();
}

}  // namespace veer::report::sections
