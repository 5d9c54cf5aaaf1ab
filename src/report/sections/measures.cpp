#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

constexpr double chart_wide = 320;
constexpr double chart_high = 176;

std::string euros(const Page& page, double value) { return "€&nbsp;" + page.format.count(value); }

/// A mean with half the width of its 95 % interval, as `format` writes a number.
template <class Format>
std::string measured(const Measured& value, const Format& format) {
  return format(value.value) + " <span class=\"iv\">± " + format(1.96 * value.standard_error) + "</span>";
}
std::string measured(const Page& page, const Measured& value) {
  return measured(value, [&](double number) { return page.format.rough(number); });
}

std::string names(const Page& page, const MeasurePlan& plan, const std::vector<std::size_t>& rows) {
  std::string out;
  for (const std::size_t row : rows) out += (out.empty() ? "" : "; ") + page.name(plan.measures[row].name);
  return out.empty() ? "–" : out;
}

const std::string& municipality_of(const Page& page, const AreaFinding& area) {
  return page.findings.municipalities[area.municipality].name;
}

std::string rule(const Page& page, const std::string& id) { return page.t("measures.rule." + id); }

/// What, when, who pays, what it buys, what if not: the page a board reads.
void answer(Page& page, const MeasurePlan& plan) {
  double saved = 0;
  double borne = 0;
  for (const MeasureHazard& hazard : plan.hazards) {
    saved += hazard.weight * hazard.saved;
    borne += hazard.weight * hazard.borne;
  }
  const auto chosen = std::count_if(plan.measures.begin(), plan.measures.end(),
                                    [](const MeasureFinding& measure) { return measure.year.has_value(); });
  page.paragraph(page.t("measures.lead", {page.format.count(static_cast<double>(chosen)), euros(page, plan.cost_eur),
                                          page.format.rough(saved), page.format.percent(borne > 0 ? saved / borne : 0),
                                          page.format.number(plan.worth.gaps.value)}),
                 "lead");
  page.paragraph(page.t("measures.assumed"));
  TableView view{"tabel-maatregelen-jaar",
                 page.t("measures.years_caption"),
                 {page.t("measures.col.year"), page.t("measures.col.begins"), page.t("measures.col.cost"),
                  page.t("measures.col.budget"), page.t("measures.col.saved")},
                 {},
                 "measures/years",
                 "measures"};
  for (const MeasureYear& year : plan.years)
    view.rows.push_back({{std::to_string(year.year)},
                         {names(page, plan, year.begins)},
                         number_cell(euros(page, year.cost_eur)),
                         number_cell(euros(page, year.budget_eur)),
                         number_cell(page.format.rough(year.saved))});
  page.table(view);
  page.paragraph(page.t(plan.status == "optimal" ? "measures.proof.optimal" : "measures.proof.feasible",
                        {page.format.percent(plan.gap), measured(page, plan.value)}));
  if (plan.break_even)
    page.paragraph(page.t("measures.break_even",
                          {page.format.number(plan.euro_per_hour), page.format.number(100 * *plan.break_even)}));
}

void who_pays(Page& page, const MeasurePlan& plan) {
  page << "<h3>" << page.t("measures.payers") << "</h3>\n";
  TableView view{"tabel-maatregelen-betaler",
                 page.t("measures.payers_caption"),
                 {page.t("measures.col.payer"), page.t("measures.col.year"), page.t("measures.col.asked"),
                  page.t("measures.col.available"), page.t("measures.col.gap")},
                 {},
                 "measures/payers",
                 "measures"};
  for (const PayerFinding& payer : plan.payers)
    for (const PayerYear& year : payer.years) {
      if (year.asked_eur < 0.5 && !year.available_eur) continue;
      view.rows.push_back({{escaped(payer.name)},
                           {std::to_string(year.year)},
                           number_cell(euros(page, year.asked_eur)),
                           number_cell(year.available_eur ? euros(page, *year.available_eur) : "–"),
                           number_cell(year.gap_eur < 0.5 ? "–" : euros(page, year.gap_eur))});
    }
  page.table(view);
}

/// What a part of the money, or more of it, would buy.
void front(Page& page, const MeasurePlan& plan) {
  if (plan.front.size() < 2) return;
  const double left = 52;
  const double right = 14;
  const double top = 10;
  const double bottom = 30;
  double most_cost = 1;
  double most_saved = 1e-9;
  for (const FrontPoint& point : plan.front) {
    most_cost = std::max(most_cost, point.cost_eur);
    most_saved = std::max(most_saved, point.saved);
  }
  const auto x = [&](double cost) { return left + cost / most_cost * (chart_wide - left - right); };
  const auto y = [&](double saved) { return top + (1 - saved / most_saved) * (chart_high - top - bottom); };
  const std::string title = page.t("measures.front_title");
  page << "<div class=\"charts\"><figure class=\"chart-box\"><figcaption>" << title
       << "</figcaption><svg class=\"chart\" viewBox=\"0 0 320 176\" role=\"img\" aria-labelledby=\"front-t front-d\">"
       << "<title id=\"front-t\">" << title << "</title><desc id=\"front-d\">" << page.t("measures.front_desc")
       << "</desc>";
  for (const int tick : {0, 50, 100}) {
    const std::string at = svg::coordinate(y(most_saved * tick / 100.0));
    page << "<path class=\"grid\" d=\"M" << svg::coordinate(left) << " " << at << "H"
         << svg::coordinate(chart_wide - right) << "\"/><text class=\"tick\" text-anchor=\"end\" x=\""
         << svg::coordinate(left - 4) << "\" y=\"" << svg::coordinate(y(most_saved * tick / 100.0) + 4) << "\">"
         << page.format.rough(most_saved * tick / 100.0 / 1e6) << "</text>";
  }
  for (const double part : {0.0, 0.5, 1.0})
    page << "<text class=\"tick\" text-anchor=\"" << (part > 0.9 ? "end" : "middle") << "\" x=\""
         << svg::coordinate(x(part * most_cost)) << "\" y=\"" << svg::coordinate(chart_high - 10) << "\">"
         << page.format.number(part * most_cost / 1e6) << (part == 0 ? " M€" : "") << "</text>";
  std::vector<svg::Point> line{{x(0), y(0)}};
  for (const FrontPoint& point : plan.front) line.push_back({x(point.cost_eur), y(point.saved)});
  page << "<path class=\"walked\" d=\"" << svg::path(line, false) << "\"/>";
  for (const FrontPoint& point : plan.front)
    page << "<circle class=\"point local\" cx=\"" << svg::coordinate(x(point.cost_eur)) << "\" cy=\""
         << svg::coordinate(y(point.saved)) << "\" r=\"3\"/>";
  page << "</svg>\n";
  TableView view{"tabel-maatregelen-front",
                 title,
                 {page.t("measures.col.share"), page.t("measures.col.cost"), page.t("measures.col.saved"),
                  page.t("measures.col.count")},
                 {},
                 "measures/front",
                 "measures"};
  for (const FrontPoint& point : plan.front)
    view.rows.push_back({{page.format.percent_bare(point.share) + "&nbsp;%"},
                         number_cell(euros(page, point.cost_eur)),
                         number_cell(page.format.rough(point.saved)),
                         number_cell(page.format.count(static_cast<double>(point.measures)))});
  page.open_fold(page.t("show_table"), true);
  page.table(view);
  page.close_fold();
  page << "</figure></div>\n";
  std::string next;
  for (std::size_t i = 0; i < plan.next_euro.size() && i < plan.years.size(); ++i)
    next +=
        (next.empty() ? "" : ", ") + std::to_string(plan.years[i].year) + ": " + page.format.rough(plan.next_euro[i]);
  if (!next.empty()) page.paragraph(page.t("measures.next_euro", {next}));
}

void otherwise(Page& page, const MeasurePlan& plan) {
  if (plan.scenarios.empty()) return;
  page << "<h3>" << page.t("measures.otherwise") << "</h3>\n";
  TableView view{"tabel-maatregelen-geld",
                 page.t("measures.otherwise_caption"),
                 {page.t("measures.col.scenario"), page.t("measures.col.budget"), page.t("measures.col.saved"),
                  page.t("measures.col.kept"), page.t("measures.col.first")},
                 {},
                 "measures/scenarios",
                 "measures"};
  for (const BudgetScenario& scenario : plan.scenarios) {
    double sum = 0;
    for (const double amount : scenario.budget_eur) sum += amount;
    view.rows.push_back(
        {{page.t("measures.money." + scenario.id)},
         number_cell(euros(page, sum)),
         number_cell(page.format.rough(scenario.saved)),
         number_cell(scenario.after_now ? page.format.rough(*scenario.after_now) : page.t("measures.not_payable")),
         number_cell(page.format.count(static_cast<double>(scenario.first.size())))});
  }
  page.table(view);
  page.paragraph(
      page.t("measures.keep_first", {names(page, plan, plan.keep_first), page.format.percent(plan.keep_regret)}));
}

void rules(Page& page, const MeasurePlan& plan) {
  if (plan.rules.empty()) return;
  page << "<h3>" << page.t("measures.rules") << "</h3>\n";
  TableView view{"tabel-maatregelen-regels",
                 page.t("measures.rules_caption"),
                 {page.t("measures.col.rule"), page.t("measures.col.saved"), page.t("measures.col.tail"),
                  page.t("measures.col.gaps"), page.t("measures.col.worst"), page.t("measures.col.cost"),
                  page.t("measures.col.count")},
                 {},
                 "measures/rules",
                 "measures"};
  if (plan.hazards.size() > 1) view.head.push_back(page.t("measures.col.regret"));
  for (const RuleFinding& row : plan.rules) {
    double regret = 0;
    for (const double part : row.regret) regret = std::max(regret, part);
    std::vector<Cell> cells{{rule(page, row.rule)},
                            number_cell(measured(page, row.worth.unmet)),
                            number_cell(measured(page, row.worth.tail)),
                            number_cell(measured(row.worth.gaps, [&](double x) { return page.format.number(x); })),
                            number_cell(measured(row.worth.worst, [&](double x) { return page.format.percent(x); })),
                            number_cell(euros(page, row.cost_eur)),
                            number_cell(page.format.count(static_cast<double>(row.measures.size())))};
    if (plan.hazards.size() > 1) cells.push_back(number_cell(page.format.percent(regret)));
    view.rows.push_back(std::move(cells));
  }
  page.table(view);
}

/// Two maps with one scale: what is borne without and with the plan, by municipality.
void before_and_after(Page& page, const MapDrawing& drawing, const MeasurePlan& plan) {
  std::map<std::string, const MunicipalityWorth*> by_name;
  std::map<std::string, double> residents;
  for (const AreaFinding& area : page.findings.areas) residents[municipality_of(page, area)] += area.residents;
  double most = 0;
  double least = std::numeric_limits<double>::infinity();
  for (const MunicipalityWorth& row : plan.municipalities) {
    by_name[row.name] = &row;
    if (residents[row.name] <= 0) continue;
    most = std::max(most, row.borne / residents[row.name]);
    least = std::min(least, (row.borne - row.saved) / residents[row.name]);
  }
  if (!drawing.empty() && most > least) {
    page << "<div class=\"charts\">\n";
    for (const bool after : {false, true}) {
      const std::string title = page.t(after ? "measures.map_after" : "measures.map_before");
      page << "<figure class=\"chart-box\"><figcaption>" << title << "</figcaption>\n<svg class=\"map\" viewBox=\""
           << drawing.view_box() << "\" role=\"img\" aria-label=\"" << title << "\">\n";
      for (const MapDrawing::Shape& shape : drawing.shapes()) {
        const AreaFinding& area = page.findings.areas[shape.area];
        const auto found = by_name.find(municipality_of(page, area));
        const double borne = found == by_name.end() ? 0 : found->second->borne - (after ? found->second->saved : 0);
        const double each = borne / std::max(1.0, residents[municipality_of(page, area)]);
        const int shade = static_cast<int>(std::clamp(std::floor(6 * (each - least) / (most - least)), 0.0, 5.0));
        page << "<path class=\"area k" << std::to_string(shade) << "\" d=\"" << shape.d << "\"><title>"
             << escaped(municipality_of(page, area)) << ": " << page.format.number(each) << "</title></path>\n";
      }
      page << "<path class=\"border\" d=\"" << drawing.borders() << "\"/>\n</svg></figure>\n";
    }
    page << "</div>\n";
    page.paragraph(page.t("measures.map_scale", {page.format.number(least), page.format.number(most)}));
  }
  TableView view{"tabel-maatregelen-gemeente",
                 page.t("measures.municipalities_caption"),
                 {page.t("measures.col.municipality"), page.t("measures.col.borne"), page.t("measures.col.saved"),
                  page.t("measures.col.share_saved"), page.t("measures.col.own_money")},
                 {},
                 "measures/municipalities",
                 "measures"};
  for (const MunicipalityWorth& row : plan.municipalities)
    view.rows.push_back({{escaped(row.name)},
                         number_cell(page.format.rough(row.borne)),
                         number_cell(page.format.rough(row.saved)),
                         number_cell(page.format.percent(row.borne > 0 ? row.saved / row.borne : 0)),
                         number_cell(row.asked_eur < 0.5 ? "–" : euros(page, row.asked_eur))});
  page.table(view);
}

/// What a municipality itself decides, pays and carries out.
void municipalities(Page& page, const MeasurePlan& plan) {
  page << "<h3>" << page.t("measures.by_municipality") << "</h3>\n";
  for (const MunicipalityWorth& row : plan.municipalities) {
    std::string own;
    std::string asked;
    for (const MeasureFinding& measure : plan.measures) {
      if (!measure.year) continue;
      if (measure.owner == row.name)
        own += "<li>" + page.name(measure.name) + " (" + std::to_string(*measure.year) + ", " +
               euros(page, measure.once_eur) + ")</li>";
      if (std::find(measure.consulted.begin(), measure.consulted.end(), row.id) != measure.consulted.end())
        asked += "<li>" + page.name(measure.name) + " (" + std::to_string(*measure.year) + ")</li>";
    }
    page.open_fold(escaped(row.name));
    page.paragraph(page.t("measures.municipality", {page.format.rough(row.saved),
                                                    page.format.percent(row.borne > 0 ? row.saved / row.borne : 0)}));
    page << "<p>" << page.t("measures.own") << "</p><ul>" << (own.empty() ? "<li>–</li>" : own) << "</ul>\n<p>"
         << page.t("measures.consulted") << "</p><ul>" << (asked.empty() ? "<li>–</li>" : asked) << "</ul>\n";
    page.close_fold();
  }
}

void catalogue(Page& page, const MeasurePlan& plan) {
  page << "<h3>" << page.t("measures.catalogue") << "</h3>\n";
  std::vector<const MeasureFinding*> rows;
  for (const MeasureFinding& measure : plan.measures)
    if (measure.asked && measure.worth) rows.push_back(&measure);
  const auto rate = [](const MeasureFinding* measure) {
    return measure->worth->unmet.value / std::max(1.0, measure->cost_eur);
  };
  std::stable_sort(rows.begin(), rows.end(), [&](auto* a, auto* b) { return rate(a) > rate(b); });
  TableView view{"tabel-maatregelen",
                 page.t("measures.catalogue_caption"),
                 {page.t("measures.col.measure"), page.t("measures.col.owner"), page.t("measures.col.task"),
                  page.t("measures.col.cost_plan"), page.t("measures.col.saved"), page.t("measures.col.per_1000"),
                  page.t("measures.col.gaps"), page.t("measures.col.year")},
                 {},
                 "measures/measures",
                 "measures"};
  for (const MeasureFinding* measure : rows)
    view.rows.push_back({{page.name(measure->name)},
                         {escaped(measure->owner)},
                         {escaped(measure->task)},
                         number_cell(euros(page, measure->cost_eur)),
                         number_cell(measured(page, measure->worth->unmet)),
                         number_cell(page.format.rough(1000 * rate(measure))),
                         number_cell(page.format.number(measure->worth->gaps.value)),
                         {measure->year ? std::to_string(*measure->year) : "–"}});
  page.open_fold(page.t("measures.show_catalogue", {page.format.count(static_cast<double>(rows.size()))}), true);
  page.table(view);
  page.close_fold();
  for (const bool silent : {true, false}) {
    std::string list;
    std::size_t count = 0;
    for (const MeasureFinding& measure : plan.measures) {
      if (silent ? measure.expressed : measure.asked || !measure.expressed) continue;
      list += "<li>" + page.name(measure.name) + " <span class=\"iv\">(" +
              escaped(silent ? measure.change : measure.payer) + ")</span></li>";
      ++count;
    }
    if (count == 0) continue;
    page.open_fold(
        page.t(silent ? "measures.silent" : "measures.others", {page.format.count(static_cast<double>(count))}));
    page << "<ul>" << list << "</ul>\n";
    page.close_fold();
  }
}

}  // namespace

void measures(Page& page, const MapDrawing& drawing) {
  if (!page.findings.measures) return;
  const MeasurePlan& plan = *page.findings.measures;
  page.open_section("maatregelen", "measures.heading");
  answer(page, plan);
  who_pays(page, plan);
  otherwise(page, plan);
  front(page, plan);
  rules(page, plan);
  before_and_after(page, drawing, plan);
  municipalities(page, plan);
  catalogue(page, plan);
  page.close_section();
}

}  // namespace veer::report::sections
