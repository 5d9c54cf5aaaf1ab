#include <algorithm>
#include <cmath>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

/// "2:15": a quarter of an hour is told.
std::string clock_time(double hours) {
  const auto minutes = std::llround(hours * 60);
  const auto rest = minutes % 60;
  return std::to_string(minutes / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

double at_hour(const std::vector<float>& values, double hour) {
  const auto index = static_cast<std::size_t>(hour);
  return index < values.size() ? static_cast<double>(values[index]) : 0;
}

/// Darker where fewer are reached: dark is bad, as everywhere in the report.
std::string shade_of_reach(double share) { return "n k" + std::to_string(shade_of(1 - share)); }

Cell shaded(const Page& page, double share) { return {page.format.percent(share), shade_of_reach(share)}; }

/// Each channel alone and all together, at the moments.
void channel_table(Page& page, const ReachFinding& reach) {
  TableView view{"tabel-bereik", page.t("reach.channels_caption"), {page.t("reach.col.channel")}, {}, "reach", "reach",
                 "heat"};
  for (const Moment& moment : page.findings.moments) view.head.push_back(page.name(moment.label));
  std::vector<Cell> together{{"<strong>" + page.t("reach.together") + "</strong>"}};
  std::vector<Cell> bounds{{page.t("reach.bounds")}};
  for (const Moment& moment : page.findings.moments) {
    const At value = at(reach.reached, moment.hour);
    together.push_back(
        {page.format.spread_percent(value.mean, value.p5, std::min(1.0, value.p95)), shade_of_reach(value.mean)});
    bounds.push_back(number_cell(page.format.percent_bare(at_hour(reach.at_least, moment.hour)) + "–" +
                                 page.format.percent_bare(at_hour(reach.at_most, moment.hour))));
  }
  view.rows.push_back(std::move(together));
  view.rows.push_back(std::move(bounds));
  for (const ReachChannel& channel : reach.channels) {
    std::vector<Cell> row{{page.name(channel.name)}};
    for (const Moment& moment : page.findings.moments)
      row.push_back(shaded(page, at_hour(channel.reached, moment.hour)));
    view.rows.push_back(std::move(row));
  }
  page.table(view);
}

void plan(Page& page, const ReachFinding& reach) {
  if (reach.messages.empty() || reach.residents <= 0) return;
  page << "<h3>" << page.t("reach.plan_heading") << "</h3>\n";
  page.paragraph(page.t("reach.plan", {page.counted("reach.messages", static_cast<double>(reach.messages.size())),
                                       page.format.hours(reach.deadline_h), page.format.rough(reach.planned.mean),
                                       page.format.percent(reach.planned.mean / reach.residents),
                                       page.format.rough(reach.planned_bound)}));
  TableView view{"tabel-berichten",
                 page.t("reach.plan_caption"),
                 {page.t("reach.col.send"), page.t("reach.col.channel"), page.t("reach.col.arrives"),
                  page.t("reach.col.gained"), page.t("reach.col.reached")},
                 {},
                 "reach/plan",
                 "reach"};
  for (const ReachMessage& message : reach.messages)
    view.rows.push_back({{clock_time(message.send_h)},
                         {page.name(message.name)},
                         number_cell(clock_time(message.arrives_h)),
                         number_cell(page.format.rough(message.gained)),
                         number_cell(page.format.rough(message.reached))});
  page.table(view);
  if (reach.starts.size() < 2) return;
  TableView starts{"tabel-eerste-uur",
                   page.t("reach.starts_caption"),
                   {page.t("reach.col.not_before"), page.t("reach.col.reached"), page.t("reach.col.share")},
                   {},
                   "reach/plan/not_before",
                   "reach"};
  for (const ReachStart& start : reach.starts)
    starts.rows.push_back({{clock_time(start.send_h)},
                           number_cell(page.format.rough(start.reached)),
                           shaded(page, start.reached / reach.residents)});
  page.table(starts);
}

/// Areas that are reached worst a few hours on.
void worst_areas(Page& page, const ReachFinding& reach) {
  const Findings& f = page.findings;
  constexpr double hour = 8;
  constexpr std::size_t most = 10;
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t a = 0; a < std::min(reach.areas.size(), f.areas.size()); ++a)
    if (f.areas[a].residents > 0) order.emplace_back(at(reach.areas[a].reached, hour).mean, a);
  if (order.size() < 2) return;
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), most));
  TableView view{"tabel-bereik-gebieden",
                 page.t("reach.areas_caption", {page.format.number(hour)}),
                 {page.t("col.area"), page.t("col.municipality"), page.t("reach.col.share_spread")},
                 {},
                 "reach/areas",
                 "reach"};
  for (const auto& [share, a] : order) {
    const At value = at(reach.areas[a].reached, hour);
    view.rows.push_back(
        {{escaped(f.areas[a].name)},
         {f.areas[a].municipality < f.municipalities.size() ? escaped(f.municipalities[f.areas[a].municipality].name)
                                                            : ""},
         {page.format.spread_percent(value.mean, value.p5, std::min(1.0, value.p95)), shade_of_reach(value.mean)}});
  }
  page.open_fold(page.t("reach.areas_fold"));
  page.table(view);
  page.close_fold();
}

std::string latest(const Page& page, const std::optional<double>& hours) {
  if (!hours) return page.t("clock.never");
  return std::isfinite(*hours) ? clock_time(*hours) : page.t("clock.end");
}

std::string both(const Page& page, const std::optional<double>& sure, const std::optional<double>& even) {
  return "<strong>" + latest(page, sure) + "</strong> <span class=\"iv\">" + latest(page, even) + "</span>";
}

}  // namespace

void reach(Page& page) {
  if (!page.findings.reach) return;
  const ReachFinding& reach = *page.findings.reach;
  page.open_section("bereik", "reach.heading");
  const auto share = [&](double hour) { return page.format.percent(at(reach.reached, hour).mean); };
  page.paragraph(page.t("reach.lead", {share(0), share(2), share(8), share(24)}), "lead");
  page.paragraph(page.t("reach.intro"));
  for (const ReachDoubt& doubt : reach.doubts)
    page.paragraph(page.t("reach.doubt", {page.format.count(doubt.from_h), page.format.count(doubt.until_h),
                                          page.format.percent(doubt.heeded), page.name(doubt.names)}));
  page << "<div class=\"charts\">\n";
  chart_with_table(page, {"bereik-uur", page.t("reach.chart"), page.t("reach.chart_unit"), &reach.reached, true,
                          "reach/reached", true});
  page << "</div>\n";
  channel_table(page, reach);
  plan(page, reach);
  std::string words;
  for (const ReachChannel& channel : reach.channels)
    if (channel.needs_nothing) words += (words.empty() ? "" : ", ") + page.name(channel.name);
  if (!words.empty()) page.paragraph(page.t("reach.needs_nothing", {words}));
  worst_areas(page, reach);
  page.close_section();
}

void decision_clock(Page& page) {
  if (!page.findings.decision_clock || page.findings.decision_clock->decisions.empty()) return;
  const DecisionClock& clock = *page.findings.decision_clock;
  page.open_section("beslisklok", "clock.heading");
  page.paragraph(page.t("clock.lead"), "lead");
  page.paragraph(page.t("clock.intro"));
  TableView view{
      "tabel-beslisklok", page.t("clock.caption"), {page.t("clock.col.decision")}, {}, "decision_clock", "clock",
      "heat clock"};
  for (const auto& outage : clock.outages) view.head.push_back(page.name(outage.name));
  view.head.push_back(page.t("clock.col.lost"));
  std::vector<std::string> agreed;
  for (const DecisionFinding& decision : clock.decisions) {
    const bool called = decision.kind != "warning" && !decision.through.nl.empty();
    const std::string through =
        decision.through.nl.empty() ? page.t("clock.agreed") : page.t("clock.via", {page.name(decision.through)});
    std::vector<Cell> row{{page.name(decision.name) + "<span class=\"sub\">" + page.name(decision.owner) + "; " +
                           page.name(decision.limit) + "; " + through + "</span>"}};
    bool gains = false;
    for (const DecisionAt& value : decision.outages) {
      if (value.needed <= 0) {
        row.push_back({page.t("clock.not_needed"), "n"});
        continue;
      }
      std::string text = both(page, value.latest_95_h, value.latest_50_h);
      const double waits = value.latest_95_h.value_or(-1);
      if (called && value.agreed_95_h.value_or(-1) > waits) {
        gains = true;
        text += "<span class=\"sub\">" +
                page.t("clock.if_agreed", {latest(page, value.agreed_95_h), latest(page, value.agreed_50_h)}) +
                "</span>";
      }
      const int shade = waits < 0 ? 5 : waits < 1 ? 4 : waits < 4 ? 3 : waits < 12 ? 2 : waits < 24 ? 1 : 0;
      row.push_back({std::move(text), "n k" + std::to_string(shade)});
    }
    if (gains) agreed.push_back(page.name(decision.name));
    const DecisionAt* const last = decision.outages.empty() ? nullptr : &decision.outages.back();
    std::string lost = "–";
    if (last != nullptr && last->needed > 0)
      lost = (last->lost_per_hour >= 10     ? page.format.rough(last->lost_per_hour)
              : last->lost_per_hour >= 0.05 ? format_decimal(last->lost_per_hour, 1, page.language)
                                            : "&lt; " + format_decimal(0.1, 1, page.language)) +
             " " + page.name(decision.unit);
    row.push_back(number_cell(std::move(lost)));
    view.rows.push_back(std::move(row));
  }
  page.table(view);
  if (!agreed.empty()) {
    page << "<h3>" << page.t("clock.uncalled_heading") << "</h3>\n";
    page.paragraph(page.t("clock.uncalled"));
    page << "<ul>\n";
    for (const std::string& name : agreed) page << "<li>" << name << "</li>\n";
    page << "</ul>\n";
  }
  page.close_section();
}

}  // namespace veer::report::sections
