#include "report/workbook_reach.hpp"

#include <algorithm>
#include <cmath>

#include "report/reading.hpp"

namespace veer::report {

namespace {

class ReachBook {
 public:
  ReachBook(const Findings& findings, Language language, const Texts& texts)
      : findings_(findings), language_(language), texts_(texts) {}

  /// A row for each hour: all channels together with their bounds, then each channel alone.
  [[nodiscard]] BookSheet by_hour(const ReachFinding& reach) const {
    BookSheet sheet{say("report.data.sheet.reach"), {}, {}, 1};
    column(sheet, "report.data.column.reach_hour", CellFormat::whole, 8);
    for (const char* key :
         {"report.data.column.reach_mean", "report.data.column.reach_p5", "report.data.column.reach_p95",
          "report.data.column.reach_least", "report.data.column.reach_most"})
      column(sheet, key, CellFormat::percent, 14);
    for (const ReachChannel& channel : reach.channels)
      sheet.columns.push_back({in(channel.name, language_), CellFormat::percent, 16});
    for (std::size_t hour = 0; hour < reach.reached.mean.size(); ++hour) {
      std::vector<BookCell> row{static_cast<double>(hour)};
      for (const auto* values :
           {&reach.reached.mean, &reach.reached.p5, &reach.reached.p95, &reach.at_least, &reach.at_most})
        row.push_back(at(*values, hour));
      for (const ReachChannel& channel : reach.channels) row.push_back(at(channel.reached, hour));
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  /// A row for each decision and outage.
  [[nodiscard]] BookSheet clock(const DecisionClock& clock) const {
    BookSheet sheet{say("report.data.sheet.clock"), {}, {}, 1};
    column(sheet, "report.data.column.clock_decision", CellFormat::wrapped, 44);
    for (const char* key : {"report.data.column.clock_owner", "report.data.column.clock_outage",
                            "report.data.column.clock_through", "report.data.column.clock_limit"})
      column(sheet, key, CellFormat::text, 26);
    column(sheet, "report.data.column.clock_needed", CellFormat::percent, 12);
    for (const char* key : {"report.data.column.clock_95", "report.data.column.clock_50",
                            "report.data.column.clock_agreed_95", "report.data.column.clock_agreed_50"})
      column(sheet, key, CellFormat::one_decimal, 14);
    column(sheet, "report.data.column.clock_lost", CellFormat::one_decimal, 14);
    column(sheet, "report.data.column.clock_unit", CellFormat::text, 20);
    for (const DecisionFinding& decision : clock.decisions)
      for (std::size_t o = 0; o < std::min(clock.outages.size(), decision.outages.size()); ++o) {
        const DecisionAt& value = decision.outages[o];
        const bool called = decision.kind != "warning" && !decision.through.nl.empty();
        sheet.rows.push_back(
            {in(decision.name, language_), in(decision.owner, language_), in(clock.outages[o].name, language_),
             in(decision.through, language_), in(decision.limit, language_), value.needed, hours(value.latest_95_h),
             hours(value.latest_50_h), called ? hours(value.agreed_95_h) : BookCell{},
             called ? hours(value.agreed_50_h) : BookCell{}, value.lost_per_hour, in(decision.unit, language_)});
      }
    return sheet;
  }

  /// A row for each daily need: person-hours before help, by whom, and left.
  [[nodiscard]] BookSheet help(const HelpFinding& help) const {
    BookSheet sheet{say("report.data.sheet.help"), {}, {}, 1};
    column(sheet, "report.data.column.need", CellFormat::text, 28);
    for (const char* key :
         {"report.data.column.help_unmet", "report.data.column.help_neighbours", "report.data.column.help_volunteers",
          "report.data.column.help_points", "report.data.column.help_left"})
      for (const char* part : {"report.data.mean", "report.data.p5", "report.data.p95"})
        column(sheet, key, CellFormat::whole, 14, {say(part)});
    for (const HelpNeed& need : help.needs) {
      if (need.need >= findings_.needs.size()) continue;
      std::vector<BookCell> row{in(findings_.needs[need.need].name, language_)};
      for (const Estimate* value :
           {&need.unmet_h, &need.neighbours_h, &need.volunteers_h, &need.points_h, &need.left_h})
        row.insert(row.end(), {value->mean, value->p5, value->p95});
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

 private:
  [[nodiscard]] std::string say(const char* key, std::vector<std::string> arguments = {}) const {
    return texts_.render(Message{key, std::move(arguments)}, language_);
  }
  void column(BookSheet& sheet, const char* key, CellFormat format, double width,
              std::vector<std::string> arguments = {}) const {
    sheet.columns.push_back({say(key, std::move(arguments)), format, width});
  }
  static BookCell at(const std::vector<float>& values, std::size_t hour) {
    return hour < values.size() ? BookCell{static_cast<double>(values[hour])} : BookCell{};
  }
  [[nodiscard]] BookCell hours(const std::optional<double>& value) const {
    if (!value) return say("report.clock.never");
    if (!std::isfinite(*value)) return say("report.clock.end");
    return std::round(*value * 100) / 100;
  }

  const Findings& findings_;
  Language language_;
  const Texts& texts_;
};

}  // namespace

std::vector<BookSheet> reach_sheets(const Findings& findings, Language language, const Texts& texts) {
  const ReachBook book(findings, language, texts);
  std::vector<BookSheet> out;
  if (findings.reach) out.push_back(book.by_hour(*findings.reach));
  if (findings.decision_clock && !findings.decision_clock->decisions.empty())
    out.push_back(book.clock(*findings.decision_clock));
  if (findings.help) out.push_back(book.help(*findings.help));
  return out;
}

}  // namespace veer::report
