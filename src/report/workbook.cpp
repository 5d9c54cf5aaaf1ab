#include "report/workbook.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "formats/files.hpp"
#include "report/reading.hpp"
#include "report/sheet_book.hpp"
#include "report/workbook_reach.hpp"

namespace veer::report {

namespace {

/// Makes the sheets one by one; a sheet's columns and rows stand in one function, so that they stay in step.
class Book {
 public:
  Book(const Findings& findings, Language language, const Texts& texts)
      : findings_(findings), language_(language), texts_(texts) {}

  std::vector<BookSheet> sheets() const {
    std::vector<BookSheet> out{read_me(), processes(),  services(),   needs(),   areas(),
                               groups(),  influences(), parameters(), sources(), confidence()};
    if (!findings_.held.empty()) out.insert(out.begin() + 2, held());
    if (findings_.measures) out.insert(out.end() - 3, measures(*findings_.measures));
    if (findings_.measure_account) out.insert(out.end() - 3, account(*findings_.measure_account));
    if (findings_.support_points) out.insert(out.end() - 3, support_points(*findings_.support_points));
    const std::vector<BookSheet> reach = reach_sheets(findings_, language_, texts_);
    out.insert(out.end() - 3, reach.begin(), reach.end());
    return out;
  }

 private:
  using Row = std::vector<BookCell>;

  std::string say(const char* key, std::vector<std::string> arguments = {}) const {
    return texts_.render(Message{key, std::move(arguments)}, language_);
  }
  std::string words(const std::string& value) const { return word(value, language_, texts_); }
  std::string yes_no(bool value) const { return say(value ? "report.data.yes" : "report.data.no"); }
  const std::string& name(const Name& value) const { return in(value, language_); }

  /// A number of hours, or "> 168" where it lies beyond the horizon.
  BookCell hours(double value) const {
    if (std::isfinite(value)) return std::round(value * 100) / 100;
    return "> " + format_decimal(findings_.horizon_h, 0, language_);
  }
  static void add_quantiles(Row& row, const Estimate& value) {
    row.insert(row.end(), {value.p5, value.p50, value.p95});
  }
  void add_hour_quantiles(Row& row, const Estimate& value) const {
    row.insert(row.end(), {hours(value.p5), hours(value.p50), hours(value.p95)});
  }

  static BookCell at(const std::vector<float>& series, double hour) {
    const auto value = value_at(series, hour);
    return value ? BookCell{*value} : BookCell{};
  }

  void column(BookSheet& sheet, const char* key, CellFormat format, double width,
              std::vector<std::string> arguments = {}) const {
    sheet.columns.push_back({say(key, std::move(arguments)), format, width});
  }

  /// Mean, P5 and P95 at every moment.
  void moment_columns(BookSheet& sheet, const char* key, CellFormat format) const {
    for (const Moment& moment : findings_.moments) {
      const std::string hour = format_decimal(moment.hour, 0, language_);
      for (const char* part : {"report.data.mean", "report.data.p5", "report.data.p95"})
        column(sheet, key, format, 12, {hour, say(part)});
    }
  }
  void add_moments(Row& row, const Curve& curve) const {
    for (const Moment& moment : findings_.moments)
      for (const auto* part : {&curve.mean, &curve.p5, &curve.p95}) row.push_back(at(*part, moment.hour));
  }

  BookSheet read_me() const {
    BookSheet sheet{say("report.data.sheet.read_me"), {}, {}, 1};
    column(sheet, "report.data.column.subject", CellFormat::text, 32);
    column(sheet, "report.data.column.value", CellFormat::wrapped, 100);
    for (const auto& [key, value] : study_facts(findings_, language_, texts_)) sheet.rows.push_back({say(key), value});
    for (const char* topic : {"numbers", "unmet", "interval", "beyond", "probability", "static", "sheets"})
      sheet.rows.push_back({say((std::string("report.data.topic.") + topic).c_str()),
                            say((std::string("report.data.explain.") + topic).c_str())});
    for (const Name& missing : findings_.not_modelled)
      sheet.rows.push_back({say("report.data.topic.not_modelled"), name(missing)});
    return sheet;
  }

  BookSheet processes() const {
    BookSheet sheet{say("report.data.sheet.processes"), {}, {}, 2};
    column(sheet, "report.data.column.organisation", CellFormat::text, 28);
    column(sheet, "report.data.column.process", CellFormat::text, 34);
    column(sheet, "report.data.column.track", CellFormat::text, 16);
    column(sheet, "report.data.column.pillar", CellFormat::whole, 8);
    column(sheet, "report.data.column.mbco", CellFormat::wrapped, 34);
    column(sheet, "report.data.column.rto", CellFormat::six_digits, 10);
    column(sheet, "report.data.column.mtpd", CellFormat::six_digits, 10);
    column(sheet, "report.data.column.mtpd_exceeded", CellFormat::percent, 14);
    column(sheet, "report.data.column.mtpd_error", CellFormat::percent, 12);
    column(sheet, "report.data.column.rto_missed", CellFormat::percent, 14);
    column(sheet, "report.data.column.rto_error", CellFormat::percent, 12);
    column(sheet, "report.data.column.never_fails", CellFormat::percent, 12);
    for (const char* key :
         {"report.data.column.first_failure", "report.data.column.recovery", "report.data.column.longest"})
      for (const char* part : {"report.data.p5", "report.data.p50", "report.data.p95"})
        column(sheet, key, CellFormat::one_decimal, 13, {say(part)});
    column(sheet, "report.data.column.down_hours", CellFormat::one_decimal, 12);
    column(sheet, "report.data.column.full_down_hours", CellFormat::one_decimal, 14);
    column(sheet, "report.data.column.static_required", CellFormat::six_digits, 12);
    column(sheet, "report.data.column.static_expected", CellFormat::six_digits, 12);
    column(sheet, "report.data.column.static_ok", CellFormat::text, 12);
    const bool internal = findings_.audience == Audience::internal;
    if (internal) column(sheet, "report.data.column.limiting", CellFormat::wrapped, 44);
    column(sheet, "report.data.column.broken_rules", CellFormat::wrapped, 44);
    column(sheet, "report.data.column.assumption_share", CellFormat::percent, 12);
    column(sheet, "report.data.column.confirmed", CellFormat::text, 12);
    for (const ProcessFinding& process : findings_.processes) sheet.rows.push_back(process_row(process, internal));
    return sheet;
  }

  Row process_row(const ProcessFinding& process, bool internal) const {
    const bool known = process.organisation < findings_.organisations.size();
    Row row{known ? findings_.organisations[process.organisation].name : std::string{},
            name(process.name),
            words(process.track),
            double(process.pillar),
            process.mbco,
            process.rto_h,
            process.mtpd_h,
            process.mtpd_exceeded.mean,
            process.mtpd_exceeded.standard_error,
            process.rto_missed.mean,
            process.rto_missed.standard_error,
            process.never_fails};
    for (const Estimate* part : {&process.first_failure_h, &process.recovery_h, &process.longest_interruption_h})
      add_hour_quantiles(row, *part);
    row.push_back(process.down_hours.mean);
    row.push_back(process.full_down_hours_mean ? BookCell{*process.full_down_hours_mean} : BookCell{});
    row.push_back(process.static_required_h);
    row.push_back(process.static_expected_h ? BookCell{*process.static_expected_h} : BookCell{});
    row.push_back(say(process.static_ok ? "report.data.meets" : "report.data.fails"));
    if (internal) row.push_back(limiting(process));
    std::string broken;
    for (const RuleCheck& check : process.checks)
      if (!check.holds) broken += (broken.empty() ? "" : "\n") + name(check.sentence);
    row.push_back(broken);
    row.push_back(process.assumption_share);
    row.push_back(yes_no(process.confirmed));
    return row;
  }

  /// A row for each process and horizon, the likeliest sets in one cell.
  BookSheet held() const {
    BookSheet sheet{say("report.data.sheet.held"), {}, {}, 2};
    column(sheet, "report.data.column.organisation", CellFormat::text, 28);
    column(sheet, "report.data.column.process", CellFormat::text, 34);
    column(sheet, "report.data.column.held_horizon", CellFormat::whole, 10);
    column(sheet, "report.data.column.held_sentence", CellFormat::wrapped, 60);
    for (const char* key :
         {"report.data.column.held_singles", "report.data.column.held_pairs", "report.data.column.held_sets"})
      column(sheet, key, CellFormat::text, 12);
    for (const char* key :
         {"report.data.column.held_probability", "report.data.column.held_low", "report.data.column.held_high",
          "report.data.column.held_simulated", "report.data.column.held_gained"})
      column(sheet, key, CellFormat::percent, 12);
    column(sheet, "report.data.column.held_likeliest", CellFormat::wrapped, 60);
    column(sheet, "report.data.column.held_gain", CellFormat::wrapped, 60);
    for (const HeldFinding& finding : findings_.held)
      for (const HeldHorizon& horizon : finding.horizons)
        sheet.rows.push_back(held_row(findings_.processes[finding.process], horizon));
    return sheet;
  }

  Row held_row(const ProcessFinding& process, const HeldHorizon& horizon) const {
    const auto percent = [&](double share) { return format_decimal(100 * share, 1, language_) + " %"; };
    std::string sets;
    for (const HeldSet& set : horizon.sets) {
      std::string events;
      for (const Name& event : set.events) events += (events.empty() ? "" : " + ") + name(event);
      sets += (sets.empty() ? "" : "\n") + events + " (" + percent(set.probability) + ")";
    }
    std::string gains;
    for (const HeldGain& gain : horizon.gains)
      gains += (gains.empty() ? "" : "\n") + name(gain.what) + ": " + percent(gain.probability_without);
    const bool known = process.organisation < findings_.organisations.size();
    return {known ? findings_.organisations[process.organisation].name : std::string{},
            name(process.name),
            horizon.horizon_h,
            name(horizon.sentence),
            horizon.singles,
            horizon.pairs,
            horizon.set_count,
            horizon.probability,
            horizon.low,
            horizon.high,
            horizon.simulated,
            horizon.probability - horizon.simulated,
            sets,
            gains};
  }

  /// A row for each row of the account, and for each year what was promised and what was delivered is worth.
  BookSheet account(const MeasureAccount& told) const {
    BookSheet sheet{say("report.data.sheet.account"), {}, {}, 1};
    column(sheet, "report.data.column.account_year", CellFormat::whole, 8);
    column(sheet, "report.data.column.account_measure", CellFormat::wrapped, 44);
    column(sheet, "report.data.column.measure_payer", CellFormat::text, 28);
    for (const char* key : {"report.data.column.account_planned", "report.data.column.account_spent"})
      column(sheet, key, CellFormat::whole, 14);
    column(sheet, "report.data.column.account_state", CellFormat::text, 12);
    column(sheet, "report.data.column.account_date", CellFormat::text, 12);
    for (const char* key : {"report.data.column.account_promised_h", "report.data.column.account_delivered_h"})
      column(sheet, key, CellFormat::whole, 18);
    column(sheet, "report.data.column.account_note", CellFormat::wrapped, 44);
    for (const AccountYear& year : told.years) {
      for (const AccountMeasure& row : told.rows) {
        if (row.year != year.year) continue;
        sheet.rows.push_back({static_cast<double>(row.year), name(row.name), row.payer, row.planned_eur,
                              row.spent_eur ? BookCell{*row.spent_eur} : BookCell{},
                              say(("report.data.delivered." + row.delivered).c_str()), row.date, BookCell{}, BookCell{},
                              row.note});
      }
      sheet.rows.push_back({static_cast<double>(year.year), say("report.data.account_year_total"), std::string(),
                            year.planned_eur, year.spent_eur, std::string(), std::string(),
                            std::round(year.promised_worth.unmet.value), std::round(year.delivered_worth.unmet.value),
                            std::string()});
    }
    return sheet;
  }

  /// A row for each measure of the catalogue, with the year in which it begins.
  BookSheet measures(const MeasurePlan& plan) const {
    BookSheet sheet{say("report.data.sheet.measures"), {}, {}, 1};
    column(sheet, "report.data.column.name", CellFormat::text, 50);
    column(sheet, "report.data.column.id", CellFormat::text, 26);
    for (const char* key : {"report.data.column.measure_owner", "report.data.column.measure_payer"})
      column(sheet, key, CellFormat::text, 26);
    column(sheet, "report.data.column.measure_task", CellFormat::wrapped, 36);
    for (const char* key : {"report.data.column.measure_once", "report.data.column.measure_year_cost",
                            "report.data.column.measure_lead", "report.data.column.measure_year"})
      column(sheet, key, CellFormat::whole, 14);
    for (const char* key :
         {"report.data.column.measure_saved", "report.data.column.measure_saved_se", "report.data.column.measure_tail"})
      column(sheet, key, CellFormat::whole, 16);
    column(sheet, "report.data.column.measure_gaps", CellFormat::one_decimal, 14);
    column(sheet, "report.data.column.measure_change", CellFormat::wrapped, 50);
    for (const MeasureFinding& row : plan.measures) {
      Row cells{name(row.name), row.id,          row.owner,
                row.payer,      row.task,        row.once_eur,
                row.year_eur,   row.lead_months, row.year ? BookCell{static_cast<double>(*row.year)} : BookCell{}};
      if (row.worth) {
        cells.insert(cells.end(), {row.worth->unmet.value, row.worth->unmet.standard_error, row.worth->tail.value,
                                   row.worth->gaps.value});
      } else {
        cells.insert(cells.end(), 4, BookCell{});
      }
      cells.emplace_back(row.change);
      sheet.rows.push_back(std::move(cells));
    }
    return sheet;
  }

  /// A row for each chosen point.
  BookSheet support_points(const SupportPlanFinding& plan) const {
    BookSheet sheet{say("report.data.sheet.support_points"), {}, {}, 1};
    column(sheet, "report.data.column.name", CellFormat::text, 34);
    column(sheet, "report.data.column.id", CellFormat::text, 20);
    column(sheet, "report.data.column.municipality", CellFormat::text, 24);
    column(sheet, "report.data.column.support_level", CellFormat::text, 14);
    for (const char* key : {"report.data.column.support_residents", "report.data.column.support_visitors_day"})
      column(sheet, key, CellFormat::whole, 12);
    for (const char* key : {"report.data.column.support_visitors_h", "report.data.column.support_capacity",
                            "report.data.column.support_minutes", "report.data.column.support_minutes_p95"})
      column(sheet, key, CellFormat::one_decimal, 12);
    column(sheet, "report.data.column.support_coordinator", CellFormat::text, 30);
    for (const char* key : {"report.data.column.support_courier", "report.data.column.support_staff",
                            "report.data.column.support_shifts", "report.data.column.support_power"})
      column(sheet, key, CellFormat::one_decimal, 12);
    column(sheet, "report.data.column.support_wiring", CellFormat::percent, 12);
    for (const char* part : {"report.data.p5", "report.data.p50", "report.data.p95"})
      column(sheet, "report.data.column.support_open", CellFormat::one_decimal, 12, {say(part)});
    column(sheet, "report.data.column.support_closes", CellFormat::wrapped, 44);
    for (const char* key :
         {"report.data.column.support_water", "report.data.column.support_once", "report.data.column.support_year"})
      column(sheet, key, CellFormat::whole, 14);
    column(sheet, "report.data.column.support_stock", CellFormat::wrapped, 44);
    column(sheet, "report.data.column.confirmed", CellFormat::text, 12);
    for (const SupportPointFinding& point : plan.points) sheet.rows.push_back(point_row(plan, point));
    return sheet;
  }

  Row point_row(const SupportPlanFinding& plan, const SupportPointFinding& point) const {
    Row row{point.name,
            point.id,
            point.municipality_name,
            say(("report.support.level." + point.level).c_str()),
            point.residents,
            point.visitors_per_day,
            point.visitors_per_h,
            point.capacity_per_h > 0 ? BookCell{point.capacity_per_h} : BookCell{},
            point.minutes_mean,
            point.minutes_p95,
            point.coordinator ? plan.points[*point.coordinator].name : std::string{},
            point.coordinator ? BookCell{point.courier_minutes} : BookCell{},
            point.staff,
            point.shifts,
            point.power_kw,
            point.wiring_holds};
    if (point.open_h)
      add_quantiles(row, *point.open_h);
    else
      row.insert(row.end(), 3, BookCell{});
    std::string closes;
    for (const LimitingPart& part : point.closes)
      closes += (closes.empty() ? "" : "\n") + name(part.what) + " (" + format_decimal(100 * part.share, 0, language_) +
                " %)";
    std::string stock;
    for (const SupportStock& line : point.stock)
      stock += (stock.empty() ? "" : "\n") + line.item + ": " + format_decimal(line.amount, 0, language_);
    row.insert(row.end(), {closes, point.water_l_per_day, point.once_eur, point.year_eur, stock});
    row.push_back(yes_no(point.confirmed));
    return row;
  }

  std::string limiting(const ProcessFinding& process) const {
    std::string out;
    for (const LimitingPart& part : process.limiting)
      out +=
          (out.empty() ? "" : "\n") + name(part.what) + " (" + format_decimal(100 * part.share, 0, language_) + " %)";
    return out;
  }

  BookSheet services() const {
    BookSheet sheet{say("report.data.sheet.services"), {}, {}, 1};
    column(sheet, "report.data.column.service", CellFormat::text, 34);
    column(sheet, "report.data.column.pillar", CellFormat::whole, 8);
    column(sheet, "report.data.column.category", CellFormat::text, 10);
    column(sheet, "report.data.column.asset_count", CellFormat::whole, 10);
    moment_columns(sheet, "report.data.column.down_share", CellFormat::percent);
    for (const char* key : {"report.data.column.half_down", "report.data.column.hours_to_90"})
      for (const char* part : {"report.data.p5", "report.data.p50", "report.data.p95"})
        column(sheet, key, CellFormat::one_decimal, 13, {say(part)});
    column(sheet, "report.data.column.lost_hours", CellFormat::one_decimal, 14);
    column(sheet, "report.data.column.confirmed_share", CellFormat::percent, 12);
    for (const ServiceFinding& service : findings_.services) {
      Row row{name(service.name), double(service.pillar), service.category, static_cast<double>(service.asset_count)};
      add_moments(row, service.down_share);
      add_hour_quantiles(row, service.first_half_down_h);
      add_hour_quantiles(row, service.phases.hours_to_90);
      row.push_back(service.phases.area.mean);
      row.push_back(service.confirmed_share);
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  /// The region first, then its municipalities.
  std::vector<const Municipality*> places() const {
    std::vector<const Municipality*> out{&findings_.region};
    for (const Municipality& municipality : findings_.municipalities) out.push_back(&municipality);
    return out;
  }

  BookSheet needs() const {
    BookSheet sheet{say("report.data.sheet.needs"), {}, {}, 2};
    column(sheet, "report.data.column.municipality", CellFormat::text, 24);
    column(sheet, "report.data.column.need", CellFormat::text, 26);
    column(sheet, "report.data.column.residents", CellFormat::whole, 12);
    moment_columns(sheet, "report.data.column.unmet_moment", CellFormat::whole);
    for (const Moment& moment : findings_.moments)
      column(sheet, "report.data.column.without_moment", CellFormat::whole, 12,
             {format_decimal(moment.hour, 0, language_)});
    for (const Municipality* place : places())
      for (std::size_t n = 0; n < std::min(findings_.needs.size(), place->unmet.size()); ++n) {
        Row row{place->name, name(findings_.needs[n].name), place->residents};
        add_moments(row, place->unmet[n]);
        for (const Moment& moment : findings_.moments)
          row.push_back(n < place->without.size() ? at(place->without[n].mean, moment.hour) : BookCell{});
        sheet.rows.push_back(std::move(row));
      }
    return sheet;
  }

  BookSheet areas() const {
    BookSheet sheet{say("report.data.sheet.areas"), {}, {}, 2};
    column(sheet, "report.data.column.id", CellFormat::text, 10);
    column(sheet, "report.data.column.name", CellFormat::text, 28);
    column(sheet, "report.data.column.municipality", CellFormat::text, 24);
    column(sheet, "report.data.column.residents", CellFormat::whole, 12);
    for (const DailyNeed& need : findings_.needs)
      for (const Moment& moment : findings_.moments)
        column(sheet, "report.data.column.unmet_at", CellFormat::whole, 14,
               {name(need.name), format_decimal(moment.hour, 0, language_)});
    for (const AreaFinding& area : findings_.areas) {
      const bool known = area.municipality < findings_.municipalities.size();
      Row row{area.id, area.name, known ? findings_.municipalities[area.municipality].name : std::string{},
              area.residents};
      for (std::size_t n = 0; n < findings_.needs.size(); ++n)
        for (const Moment& moment : findings_.moments)
          row.push_back(n < area.unmet.size() ? at(area.unmet[n].mean, moment.hour) : BookCell{});
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  BookSheet groups() const {
    BookSheet sheet{say("report.data.sheet.groups"), {}, {}, 3};
    column(sheet, "report.data.column.municipality", CellFormat::text, 24);
    column(sheet, "report.data.column.group", CellFormat::text, 30);
    column(sheet, "report.data.column.need", CellFormat::text, 26);
    column(sheet, "report.data.column.heads", CellFormat::whole, 12);
    column(sheet, "report.data.column.person_hours", CellFormat::whole, 16);
    column(sheet, "report.data.column.standard_error_hours", CellFormat::whole, 14);
    for (const char* part : {"report.data.p5", "report.data.p50", "report.data.p95"})
      column(sheet, "report.data.column.person_hours_part", CellFormat::whole, 16, {say(part)});
    for (const Municipality* place : places())
      for (std::size_t g = 0; g < findings_.groups.size(); ++g)
        for (std::size_t n = 0; n < std::min(findings_.needs.size(), place->unmet_person_hours.size()); ++n) {
          if (g >= place->unmet_person_hours[n].size()) continue;
          const Estimate& value = place->unmet_person_hours[n][g];
          Row row{place->name,
                  name(findings_.groups[g].name),
                  name(findings_.needs[n].name),
                  g < place->group_heads.size() ? BookCell{place->group_heads[g]} : BookCell{},
                  value.mean,
                  value.standard_error};
          add_quantiles(row, value);
          sheet.rows.push_back(std::move(row));
        }
    return sheet;
  }

  BookSheet influences() const {
    BookSheet sheet{say("report.data.sheet.influence"), {}, {}, 2};
    column(sheet, "report.data.column.influence_kind", CellFormat::text, 16);
    column(sheet, "report.data.column.name", CellFormat::text, 44);
    column(sheet, "report.data.column.id", CellFormat::text, 26);
    column(sheet, "report.data.column.effect", CellFormat::six_digits, 14);
    column(sheet, "report.data.column.effect_low", CellFormat::six_digits, 14);
    column(sheet, "report.data.column.effect_high", CellFormat::six_digits, 14);
    column(sheet, "report.data.column.measure", CellFormat::wrapped, 40);
    column(sheet, "report.data.column.confidence", CellFormat::text, 14);
    column(sheet, "report.data.column.confirmed", CellFormat::text, 12);
    const auto add = [&](const std::vector<Influence>& influences, const char* kind, const char* measure) {
      for (const Influence& one : influences)
        sheet.rows.push_back({say(kind), name(one.name), one.id, one.effect, one.low, one.high, say(measure),
                              words(one.confidence), yes_no(one.confirmed)});
    };
    add(findings_.influences_groups, "report.data.influence_figure", "report.data.measure_correlation");
    add(findings_.influences_assets, "report.data.influence_asset", "report.data.measure_person_hours");
    return sheet;
  }

  BookSheet parameters() const {
    BookSheet sheet{say("report.data.sheet.parameters"), {}, {}, 1};
    column(sheet, "report.data.column.id", CellFormat::text, 12);
    column(sheet, "report.data.column.subject", CellFormat::text, 30);
    column(sheet, "report.data.column.name", CellFormat::text, 44);
    column(sheet, "report.data.column.low", CellFormat::six_digits, 10);
    column(sheet, "report.data.column.typical", CellFormat::six_digits, 10);
    column(sheet, "report.data.column.high", CellFormat::six_digits, 10);
    column(sheet, "report.data.column.unit", CellFormat::text, 12);
    column(sheet, "report.data.column.distribution", CellFormat::text, 14);
    column(sheet, "report.data.column.source", CellFormat::text, 50);
    column(sheet, "report.data.column.confidence", CellFormat::text, 16);
    column(sheet, "report.data.column.used_by", CellFormat::whole, 12);
    for (const ParameterRow& one : findings_.parameters)
      sheet.rows.push_back({one.id, one.subject, one.name, one.low, one.typical, one.high, one.unit,
                            words(one.distribution), one.source, words(one.confidence),
                            static_cast<double>(one.used_by)});
    return sheet;
  }

  BookSheet sources() const {
    BookSheet sheet{say("report.data.sheet.sources"), {}, {}, 1};
    column(sheet, "report.data.column.id", CellFormat::text, 16);
    column(sheet, "report.data.column.title", CellFormat::wrapped, 50);
    column(sheet, "report.data.column.publisher", CellFormat::text, 30);
    column(sheet, "report.data.column.url", CellFormat::text, 60);
    column(sheet, "report.data.column.date", CellFormat::text, 14);
    column(sheet, "report.data.column.licence", CellFormat::text, 16);
    for (const SourceRow& one : findings_.sources)
      sheet.rows.push_back({one.id, one.title, one.publisher, one.url, one.date, one.licence});
    return sheet;
  }

  BookSheet confidence() const {
    BookSheet sheet{say("report.data.sheet.confidence"), {}, {}, 1};
    column(sheet, "report.data.column.table", CellFormat::text, 20);
    for (const char* level : {"measured", "register", "published", "estimate", "assumption"})
      column(sheet, "report.data.column.rows_of", CellFormat::whole, 16, {words(level)});
    column(sheet, "report.data.column.assumption_share", CellFormat::percent, 14);
    for (const ConfidenceRow& one : findings_.confidence) {
      const std::size_t all = std::accumulate(one.count.begin(), one.count.end(), std::size_t{0});
      Row row{one.table};
      for (const std::size_t count : one.count) row.emplace_back(static_cast<double>(count));
      row.push_back(all == 0 ? BookCell{} : BookCell{static_cast<double>(one.count.back()) / static_cast<double>(all)});
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  const Findings& findings_;
  Language language_;
  const Texts& texts_;
};

}  // namespace

Result<std::string> results_workbook(const Findings& findings, Language language, const Texts& texts) {
  const BookPage page{marking(findings, language, texts), in(findings.region_title, language) + " · " +
                                                              in(findings.hazard, language) + " · " + findings.run_id};
  return sheet_book(Book(findings, language, texts).sheets(), page);
}

Done write_results_workbook(const Findings& findings, Language language, const Texts& texts,
                            const std::filesystem::path& path) {
  TRY(const std::string bytes, results_workbook(findings, language, texts));
  return formats::write_file_atomically(path, bytes);
}

}  // namespace veer::report
