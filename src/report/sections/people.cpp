#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// Residents whose need is unmet at the moments, one row per need.
TableView moments_view(const Page& page, const Municipality& of, std::string id, std::string caption,
                       std::string data) {
  const Findings& f = page.findings;
  TableView view{std::move(id), std::move(caption), {page.t("col.need")}, {}, std::move(data), "unmet", "heat"};
  for (const Moment& moment : f.moments) view.head.push_back(page.name(moment.label));
  for (std::size_t n = 0; n < std::min(f.needs.size(), of.unmet.size()); ++n) {
    std::vector<Cell> row{{page.name(f.needs[n].name)}};
    for (const Moment& moment : f.moments) {
      const At value = at(of.unmet[n], moment.hour);
      row.push_back({page.format.spread_count(value.mean, value.p5, value.p95),
                     "n k" + std::to_string(shade_of(of.residents > 0 ? value.mean / of.residents : 0))});
    }
    view.rows.push_back(row);
  }
  return view;
}

/// Unmet person-hours by need and group in thousands: P50 with P5–P95.
TableView groups_view(const Page& page, const Municipality& of, std::string id, std::string caption, std::string data) {
  const Findings& f = page.findings;
  TableView view{std::move(id), std::move(caption), {page.t("col.need")}, {}, std::move(data), "unmet", "heat"};
  for (std::size_t g = 0; g < f.groups.size(); ++g) {
    const std::string heads =
        g < of.group_heads.size()
            ? " <span class=\"sub\">" + page.t("people.heads", {page.format.count(of.group_heads[g])}) + "</span>"
            : "";
    view.head.push_back(page.name(f.groups[g].name) + heads);
  }
  for (std::size_t n = 0; n < std::min(f.needs.size(), of.unmet_person_hours.size()); ++n) {
    std::vector<Cell> row{{page.name(f.needs[n].name)}};
    for (std::size_t g = 0; g < f.groups.size(); ++g) {
      const auto& by_group = of.unmet_person_hours[n];
      row.push_back(number_cell(g < by_group.size() ? page.format.median_thousands(by_group[g]) : "–"));
    }
    view.rows.push_back(row);
  }
  return view;
}

/// Needs down, municipalities across, with the region behind them.
void municipalities_table(Page& page) {
  const Findings& f = page.findings;
  TableView view{"tabel-gemeenten",
                 page.t("people.municipalities_caption"),
                 {page.t("col.need")},
                 {},
                 "municipalities",
                 "unmet",
                 "heat"};
  std::vector<const Municipality*> columns;
  for (std::size_t m = 0; m < f.municipalities.size(); ++m) {
    columns.push_back(&f.municipalities[m]);
    view.head.push_back("<a href=\"#gemeente-" + std::to_string(m) + "\">" + escaped(f.municipalities[m].name) +
                        "</a>");
  }
  columns.push_back(&f.region);
  view.head.push_back(page.name(f.region_title));
  std::vector<Cell> residents{{page.t("col.residents")}};
  for (const Municipality* of : columns) residents.push_back(number_cell(page.format.count(of->residents)));
  view.rows.push_back(residents);
  for (std::size_t n = 0; n < f.needs.size(); ++n) {
    std::vector<Cell> row{{page.name(f.needs[n].name)}};
    for (const Municipality* of : columns) {
      const bool known = n < of->unmet_person_hours.size() && !of->unmet_person_hours[n].empty();
      row.push_back(number_cell(known ? page.format.median_thousands(of->unmet_person_hours[n][0]) : "–"));
    }
    view.rows.push_back(row);
  }
  page.table(view);
}

void municipality(Page& page, std::size_t index) {
  const Findings& f = page.findings;
  const Municipality& of = f.municipalities[index];
  const std::string number = std::to_string(index);
  page << "<div id=\"gemeente-" << number << "\">\n";
  page.open_fold("<span class=\"fold-title\">" + escaped(of.name) + "</span> <span class=\"sub\">" +
                 page.t("people.fold", {page.format.count(of.residents), page.counted("areas", of.area_count)}) +
                 "</span>");
  page << "<div class=\"charts\">\n";
  for (std::size_t n = 0; n < std::min(f.needs.size(), of.unmet.size()); ++n) {
    chart_with_table(page, {"gemeente-" + number + "-" + std::to_string(n), page.name(f.needs[n].name),
                            page.t("unit.residents_unmet"), &of.unmet[n], false, "municipalities", false});
  }
  page << "</div>\n";
  page.table(moments_view(page, of, "gemeente-momenten-" + number, page.t("people.moments_caption", {escaped(of.name)}),
                          "municipalities"));
  if (!f.groups.empty())
    page.table(groups_view(page, of, "gemeente-groepen-" + number, page.t("people.groups_caption", {escaped(of.name)}),
                           "municipalities"));
  page.close_fold();
  page << "</div>\n";
}

struct Counts {
  std::size_t processes = 0;
  std::array<std::size_t, 3> verdicts{};
  const ProcessFinding* worst = nullptr;

  void take(const ProcessFinding& process) {
    ++processes;
    ++verdicts[static_cast<std::size_t>(verdict_of(process))];
    if (worst == nullptr || process.mtpd_exceeded.mean > worst->mtpd_exceeded.mean) worst = &process;
  }
};

std::vector<Cell> verdict_counts(const Page& page, const Counts& counts) {
  std::vector<Cell> out{number_cell(page.format.count(static_cast<double>(counts.processes)))};
  for (const std::size_t count : counts.verdicts) out.push_back(number_cell(std::to_string(count)));
  const ProcessFinding* worst = counts.worst;
  const bool named = worst != nullptr && worst->organisation < page.findings.organisations.size();
  out.push_back({!named
                     ? "–"
                     : page.t("summary.process",
                              {page.name(worst->name), escaped(page.findings.organisations[worst->organisation].name),
                               page.format.probability(worst->mtpd_exceeded.mean, page.replicas())})});
  return out;
}

void by_pillar(Page& page) {
  const Findings& f = page.findings;
  const double hour = f.moments.empty() ? 0 : f.moments[focus_of(f).moment].hour;
  TableView view{"tabel-pijlers",
                 page.t("people.pillar_caption", {page.format.number(hour)}),
                 {page.t("col.pillar"), page.t("col.worst_service"), page.t("col.worst_need"), page.t("col.processes"),
                  page.t("col.too_late")},
                 {},
                 "services",
                 "curve"};
  for (int pillar = 1; pillar <= 4; ++pillar) {
    std::string service = "–";
    double most = 0;
    for (const ServiceFinding& s : f.services) {
      const At value = at(s.down_share, hour);
      if (s.pillar != pillar || value.mean <= most) continue;
      most = value.mean;
      service = page.name(s.name) + ": " + page.format.spread_percent(value.mean, value.p5, std::min(1.0, value.p95));
    }
    std::string need = "–";
    most = 0;
    for (std::size_t n = 0; n < std::min(f.needs.size(), f.region.unmet.size()); ++n) {
      const At value = at(f.region.unmet[n], hour);
      if (f.needs[n].pillar != pillar || value.mean <= most) continue;
      most = value.mean;
      need = page.name(f.needs[n].name) + ": " + page.format.spread_count(value.mean, value.p5, value.p95);
    }
    Counts counts;
    for (const ProcessFinding& process : f.processes) {
      if (process.pillar == pillar) counts.take(process);
    }
    view.rows.push_back({{page.word("pillar", std::to_string(pillar))},
                         {service},
                         {need},
                         number_cell(std::to_string(counts.processes)),
                         number_cell(std::to_string(counts.verdicts[2]))});
  }
  page.table(view);
}

void by_track(Page& page) {
  std::map<std::string, Counts> tracks;
  for (const ProcessFinding& process : page.findings.processes) tracks[process.track].take(process);
  if (tracks.empty()) return;
  TableView view{"tabel-sporen",
                 page.t("people.track_caption"),
                 {page.t("col.track"), page.t("col.processes"), page.t("verdict.in_time"), page.t("verdict.uncertain"),
                  page.t("verdict.too_late"), page.t("col.worst_process")},
                 {},
                 "processes",
                 "mtpd"};
  for (const auto& [track, counts] : tracks) {
    std::vector<Cell> row{{page.word("track", track)}};
    for (const Cell& cell : verdict_counts(page, counts)) row.push_back(cell);
    view.rows.push_back(row);
  }
  page.table(view);
}

/// How fast homes get cold: the reserve behind the need for warmth.
void home(Page& page) {
  const HomeCooling& cooling = page.findings.home;
  if (cooling.p50.empty()) return;
  const auto degrees = [&](double value) { return format_decimal(value, 0, page.language); };
  const auto after = [&](std::size_t hour) { return degrees(cooling.p50[std::min(hour, cooling.p50.size() - 1)]); };
  const std::string key = std::isfinite(cooling.hours_to_limit.p50) ? "people.home" : "people.home_warm";
  page.paragraph(
      page.t(key, {degrees(page.findings.outdoor_c), degrees(cooling.limit_c),
                   page.format.hours(cooling.hours_to_limit.p50), page.format.hours(cooling.hours_to_limit.p5),
                   page.format.hours(cooling.hours_to_limit.p95), after(24), after(48), after(72)}));
}

}  // namespace

void people(Page& page) {
  const Findings& f = page.findings;
  const bool lives = !f.needs.empty() && !f.region.unmet.empty();
  if (!lives && f.processes.empty() && f.services.empty()) return;
  page.open_section("uitsplitsing", "people.heading");
  page.paragraph(page.t("people.intro"), "lead");
  if (lives) {
    page << "<h3>" << page.t("people.by_need") << "</h3>\n" << page.shade_legend();
    page.table(moments_view(page, f.region, "behoeften", page.t("people.moments_caption", {page.name(f.region_title)}),
                            "region/unmet"));
    bins_note(page, page.name(f.region_title), static_cast<double>(f.region.unmet.front().bin_width));
    if (!f.groups.empty()) {
      page.table(groups_view(page, f.region, "behoeften-groepen",
                             page.t("people.groups_caption", {page.name(f.region_title)}),
                             "region/unmet_person_hours"));
      page.paragraph(page.t("people.groups_note"), "note");
    }
    home(page);
  }
  if (lives && !f.municipalities.empty()) {
    page << "<h3>" << page.t("people.by_municipality") << "</h3>\n";
    municipalities_table(page);
    page.paragraph(page.t("people.on_screen"), "paper");
    page << "<div class=\"screen\">\n";
    for (std::size_t m = 0; m < f.municipalities.size(); ++m) municipality(page, m);
    page << "</div>\n";
  }
  page << "<h3>" << page.t("people.by_pillar") << "</h3>\n";
  by_pillar(page);
  if (!f.processes.empty()) {
    page << "<h3>" << page.t("people.by_track") << "</h3>\n";
    by_track(page);
  }
  if (!f.services.empty()) {
    page << "<h3>" << page.t("people.by_service") << "</h3>\n<p>" << page.t("people.by_service_text")
         << " <a href=\"#tabel-diensten\">" << page.t("services.heading") << "</a>.</p>\n";
  }
  page.close_section();
}

}  // namespace veer::report::sections
