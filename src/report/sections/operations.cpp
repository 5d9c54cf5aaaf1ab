#include <algorithm>
#include <cmath>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

constexpr double shown_hours = 48;
constexpr std::size_t shown_tanks = 12;

std::string decimal(const Page& page, double value) { return format_decimal(value, 1, page.language); }
std::string range(const Page& page, const Estimate& e) {
  return "P5–P95 " + page.format.count(e.p5) + "–" + page.format.count(e.p95);
}
std::string count(const Page& page, double value) { return page.format.count(value); }

void balance(Page& page, const OperationsFinding& f) {
  TableView view{"tabel-brandstof",
                 page.t("operations.balance_caption", {page.format.rough(f.stock_l), count(page, f.depots)}),
                 {page.t("operations.col.day"), page.t("operations.col.burnt"), page.t("operations.col.delivered"),
                  page.t("operations.col.supplied"), page.t("operations.col.stock")},
                 {},
                 "operations/days",
                 "operations"};
  const auto spread = [&](const Estimate& e) { return number_cell(page.format.spread_rough(e.mean, e.p5, e.p95)); };
  for (const FuelDay& day : f.days)
    view.rows.push_back(
        {{std::to_string(day.day)}, spread(day.burnt), spread(day.delivered), spread(day.supplied), spread(day.stock)});
  page.table(view);
}

void queue(Page& page, const OperationsFinding& f) {
  Curve curve;
  curve.mean = f.queue;
  curve.standard_error.assign(f.queue.size(), 0);
  curve.p5 = f.queue_p5;
  curve.p50 = f.queue;
  curve.p95 = f.queue_p95;
  page << "<div class=\"charts\">\n";
  chart_with_table(page, {"tankwachtrij", page.t("operations.queue"), page.t("operations.queue_unit"), &curve, false,
                          "operations/queue", true});
  page << "</div>\n";
}

TableView tank_table(const Page& page, std::string id, std::string caption) {
  return {std::move(id),
          std::move(caption),
          {page.t("operations.col.tank"), page.t("col.municipality"), page.t("operations.col.rank"),
           page.t("operations.col.people"), page.t("operations.col.use"), page.t("operations.col.wait"),
           page.t("operations.col.dry"), page.t("operations.col.dry_h")},
          {},
          "operations/tanks",
          "operations"};
}

std::vector<Cell> tank_row(const Page& page, const FuelTank& tank) {
  std::string name = page.name(tank.name);
  if (tank.mobile) name += " (" + page.t("operations.mobile") + ")";
  return {{name + page.mark(tank.confirmed)},
          {tank.municipality.empty() ? "–" : escaped(tank.municipality)},
          number_cell(count(page, tank.rank)),
          number_cell(count(page, tank.people)),
          number_cell(decimal(page, tank.litres_per_h)),
          number_cell(tank.wait_h > 0 ? decimal(page, tank.wait_h) : "–"),
          {page.format.percent(tank.dry_probability), "n k" + std::to_string(shade_of(tank.dry_probability))},
          number_cell(decimal(page, tank.dry_h))};
}

void tanks(Page& page, const OperationsFinding& f) {
  if (f.tanks.empty()) return;
  if (f.tanks.front().dry_probability <= 0) {
    page.paragraph(page.t("operations.none_dry"));
  } else {
    TableView view = tank_table(page, "tabel-droog", page.t("operations.tanks_caption"));
    for (std::size_t i = 0; i < std::min(shown_tanks, f.tanks.size()); ++i)
      if (f.tanks[i].dry_probability > 0) view.rows.push_back(tank_row(page, f.tanks[i]));
    page.table(view);
  }
  TableView all = tank_table(page, "tabel-tanks", page.t("operations.all_caption"));
  for (const FuelTank& tank : f.tanks) all.rows.push_back(tank_row(page, tank));
  page.open_fold(page.t("operations.all_tanks", {count(page, static_cast<double>(f.tanks.size()))}), true);
  page.table(all);
  page.close_fold();
}

void orders(Page& page, const OperationsFinding& f) {
  page << "<h3>" << page.t("operations.orders") << "</h3>\n";
  TableView view{"tabel-volgorde",
                 page.t("operations.orders_caption"),
                 {page.t("operations.col.order"), page.t("operations.col.dry_tanks"),
                  page.t("operations.col.dry_hours"), page.t("operations.col.more")},
                 {},
                 "operations/orders",
                 "operations"};
  for (const OrderFinding& row : f.orders) {
    const bool planned = row.id == f.order;
    const double half = 1.96 * row.unmet_more_error;
    view.rows.push_back({{page.name(row.name)},
                         number_cell(decimal(page, row.dry_tanks.mean)),
                         number_cell(count(page, row.dry_hours.mean)),
                         planned ? Cell{page.t("operations.planned")}
                                 : number_cell(count(page, row.unmet_more) + " (" + count(page, row.unmet_more - half) +
                                               " – " + count(page, row.unmet_more + half) + ")")});
  }
  page.table(view);
}

const char* shade(const FuelTank& tank) {
  if (tank.dry_probability >= 0.5) return "tank often";
  return tank.dry_probability >= 0.05 ? "tank some" : "tank";
}

void map_of(Page& page, const MapDrawing& drawing, const OperationsFinding& f) {
  if (drawing.empty() || f.plan.empty()) return;
  page << "<figure class=\"support-map\"><figcaption>" << page.t("operations.map_caption")
       << "</figcaption>\n<svg class=\"map\" viewBox=\"" << drawing.view_box() << "\" role=\"img\" aria-label=\""
       << page.t("operations.map_caption") << "\">\n";
  for (const MapDrawing::Shape& shape : drawing.shapes())
    page << "<path class=\"area plain\" d=\"" << shape.d << "\"/>\n";
  page << "<path class=\"border\" d=\"" << drawing.borders() << "\"/>\n";
  std::string routes;
  std::string depots;
  for (const FuelStop& stop : f.plan) {
    const svg::Point to = drawing.at(stop.to);
    if (stop.depot) {
      const std::string sign = "<rect class=\"depot\" x=\"" + svg::coordinate(to.x - 5) + "\" y=\"" +
                               svg::coordinate(to.y - 5) + "\" width=\"10\" height=\"10\"><title>" +
                               page.name(stop.place) + "</title></rect>\n";
      if (depots.find(sign) == std::string::npos) depots += sign;
    }
    if (stop.left_h >= shown_hours) continue;
    const svg::Point from = drawing.at(stop.from);
    routes += svg::path({from, to}, false);
  }
  page << "<path class=\"route\" d=\"" << routes << "\"/>\n";
  for (const FuelTank& tank : f.tanks) {
    if (!tank.place) continue;
    const svg::Point at = drawing.at(*tank.place);
    page << "<circle class=\"" << shade(tank) << "\" cx=\"" << svg::coordinate(at.x) << "\" cy=\""
         << svg::coordinate(at.y) << "\" r=\"3.5\"><title>" << page.name(tank.name) << ": "
         << page.format.percent(tank.dry_probability) << "</title></circle>\n";
  }
  page << depots << "</svg></figure>\n<ul class=\"legend\" aria-label=\"" << page.t("support.legend") << "\">";
  page << "<li><svg class=\"sign-point\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect class=\"depot\" x=\"1\" "
          "y=\"1\" "
          "width=\"10\" height=\"10\" fill=\"#111\"/></svg>"
       << page.t("operations.legend.depot") << "</li>";
  for (const char* key : {"never", "some", "often"})
    page << "<li><svg class=\"sign-point\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"tank"
         << (std::string(key) == "never" ? "" : " " + std::string(key)) << "\" cx=\"6\" cy=\"6\" r=\"5\"/></svg>"
         << page.t("operations.legend." + std::string(key)) << "</li>";
  page << "</ul>\n";
}

void timetable(Page& page, const OperationsFinding& f) {
  TableView view{"tabel-ritten",
                 page.t("operations.timetable_caption"),
                 {page.t("operations.col.truck"), page.t("operations.col.leaves"), page.t("operations.col.arrives"),
                  page.t("operations.col.done"), page.t("operations.col.to"), page.t("operations.col.litres"),
                  page.t("operations.col.left")},
                 {},
                 "operations/plan",
                 "operations"};
  for (const FuelStop& stop : f.plan) {
    if (stop.left_h >= shown_hours) continue;
    const std::string place = page.name(stop.place);
    view.rows.push_back({{escaped(stop.truck) + ", " + std::to_string(stop.trip)},
                         number_cell(decimal(page, stop.left_h)),
                         number_cell(decimal(page, stop.arrived_h)),
                         number_cell(decimal(page, stop.done_h)),
                         {stop.depot ? page.t("operations.back", {place}) : place},
                         number_cell(stop.depot ? "–" : count(page, stop.litres)),
                         number_cell(stop.depot ? "–" : decimal(page, stop.tank_left_h))});
  }
  page.open_fold(page.t("operations.timetable", {count(page, static_cast<double>(view.rows.size()))}), true);
  page.table(view);
  page.close_fold();
}

void feed_ins(Page& page, const OperationsFinding& f) {
  if (f.feed_ins.empty()) return;
  page << "<h3>" << page.t("operations.feed_ins") << "</h3>\n";
  page.paragraph(page.t("operations.feed_ins_reading",
                        {count(page, f.sets), count(page, static_cast<double>(f.feed_ins.size()))}));
  TableView view{"tabel-aansluitpunten",
                 page.t("operations.feed_ins_caption"),
                 {page.t("operations.col.point"), page.t("operations.col.served"), page.t("operations.col.connected")},
                 {},
                 "operations/feed_ins",
                 "operations"};
  for (const FeedInFinding& row : f.feed_ins)
    view.rows.push_back({{page.name(row.name) + page.mark(row.confirmed)},
                         number_cell(page.format.percent(row.served_probability)),
                         number_cell(page.format.spread_hours(row.connected_h))});
  page.table(view);
}

void relief(Page& page, const OperationsFinding& f) {
  if (f.relief.empty()) return;
  page << "<h3>" << page.t("operations.relief") << "</h3>\n";
  page.paragraph(page.t("operations.relief_reading", {"72"}));
  TableView view{"tabel-aflossing",
                 page.t("operations.relief_caption"),
                 {page.t("operations.col.roster"), page.t("operations.col.shifts"), page.t("operations.col.team"),
                  page.t("operations.col.tied"), page.t("operations.col.required"), page.t("operations.col.present"),
                  page.t("operations.col.short"), page.t("operations.col.short_chance")},
                 {},
                 "operations/relief",
                 "operations"};
  for (const ReliefFinding& row : f.relief)
    view.rows.push_back(
        {{page.name(row.name) + page.mark(row.confirmed)},
         number_cell(page.t("operations.shifts", {count(page, row.shifts_72h), count(page, row.shift_h)})),
         number_cell(count(page, row.due)),
         number_cell(count(page, row.tied)),
         number_cell(count(page, row.required)),
         number_cell(page.format.spread_count(row.present.mean, row.present.p5, row.present.p95)),
         number_cell(decimal(page, row.short_shifts.mean)),
         {page.format.percent(row.short_probability), "n k" + std::to_string(shade_of(row.short_probability))}});
  page.table(view);
  TableView hours{"tabel-diensturen",
                  page.t("operations.hours_caption"),
                  {page.t("operations.col.roster"), page.t("operations.col.on_duty"), page.t("operations.col.resting"),
                   page.t("operations.col.tied"), page.t("operations.col.absent"), page.t("operations.col.at_home"),
                   page.t("operations.col.away"), page.t("operations.col.together")},
                  {},
                  "operations/relief",
                  "operations"};
  for (const ReliefFinding& row : f.relief) {
    const DutyHours& h = row.hours_72h;
    std::vector<Cell> cells{{page.name(row.name) + page.mark(row.confirmed)}};
    for (const double value : {h.present, h.resting, h.elsewhere, h.absent, h.at_home, h.away,
                               h.present + h.resting + h.elsewhere + h.absent + h.at_home + h.away})
      cells.push_back(number_cell(count(page, value)));
    hours.rows.push_back(std::move(cells));
  }
  page.open_fold(page.t("operations.hours"), true);
  page.table(hours);
  page.close_fold();
}

void repairs(Page& page, const OperationsFinding& f) {
  if (!f.repairs) return;
  const RepairFinding& row = *f.repairs;
  page << "<h3>" << page.t("operations.repairs") << "</h3>\n";
  page.paragraph(
      page.t("operations.repairs_text",
             {count(page, row.crews), decimal(page, row.repaired.mean), decimal(page, row.damages.mean),
              decimal(page, row.wait_h.mean), range(page, row.wait_h), page.format.spread_hours(row.last_repaired_h)}));
}

}  // namespace

void operations(Page& page, const MapDrawing& drawing) {
  if (!page.findings.operations) return;
  const OperationsFinding& f = *page.findings.operations;
  page.open_section("brandstof", "operations.heading");
  if (f.tanks.empty()) {
    page.paragraph(page.t("operations.lead_open",
                          {count(page, f.trucks), decimal(page, f.dry_tanks.mean), range(page, f.dry_tanks),
                           count(page, f.dry_hours.mean), range(page, f.dry_hours)}),
                   "lead");
  } else {
    page.paragraph(page.t("operations.lead", {count(page, f.trucks), count(page, static_cast<double>(f.tanks.size())),
                                              decimal(page, f.dry_tanks.mean), range(page, f.dry_tanks),
                                              count(page, f.dry_hours.mean), range(page, f.dry_hours)}),
                   "lead");
  }
  page.paragraph(page.t(page.findings.model == "core" ? "operations.reading" : "operations.reading_full",
                        {count(page, f.replicas), page.name(f.order_name)}));
  if (f.core_unmet_person_hours && *f.core_unmet_person_hours > 0) {
    const double more = f.unmet_person_hours.mean / *f.core_unmet_person_hours - 1;
    page.paragraph(page.t("operations.core",
                          {page.format.rough(f.unmet_person_hours.mean), page.format.rough(*f.core_unmet_person_hours),
                           (more >= 0 ? "+" : "−") + decimal(page, 100 * std::fabs(more)) + "&nbsp;%"}));
  }
  page << "<h3>" << page.t("operations.balance") << "</h3>\n";
  balance(page, f);
  queue(page, f);
  tanks(page, f);
  orders(page, f);
  if (!f.plan.empty()) {
    page << "<h3>" << page.t("operations.plan") << "</h3>\n";
    page.paragraph(page.t("operations.plan_reading", {std::to_string(f.plan_replica)}));
    map_of(page, drawing, f);
    timetable(page, f);
  }
  feed_ins(page, f);
  relief(page, f);
  repairs(page, f);
  page.close_section();
}

}  // namespace veer::report::sections
