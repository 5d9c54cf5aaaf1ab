#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "report/sections/measures_account.hpp"
#include "report/sections/measures_board.hpp"
#include "report/sections/sections.hpp"

namespace veer::report::sections {

namespace {

constexpr double chart_wide = 320;
constexpr double chart_high = 190;

std::string roughly(const Page& page, const Measured& value) {
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

/// The names of measures as a list that reads on a narrow screen too.
std::string name_list(const Page& page, const MeasurePlan& plan, const std::vector<std::size_t>& rows) {
  if (rows.empty()) return "–";
  std::string out = "<ul class=\"plain\">";
  for (const std::size_t row : rows) out += "<li>" + page.name(plan.measures[row].name) + "</li>";
  return out + "</ul>";
}

/// A value in the unit of the rule.
std::string value_of(const Page& page, const MeasurePlan& plan, double number) {
  if (plan.rule == "worst-municipality" || plan.rule == "regret") return page.format.percent(number);
  return plan.rule == "continuity" ? page.format.number(number) : page.format.rough(number);
}

/// What begins by year, with what it saves when the hazard strikes in that year.
void by_year(Page& page, const MeasurePlan& plan) {
  TableView view{"tabel-maatregelen-jaar",
                 page.t("measures.years_caption"),
                 {page.t("measures.col.year"), page.t("measures.col.begins"), page.t("measures.col.cost"),
                  page.t("measures.col.budget"), page.t("measures.col.kept_money"), page.t("measures.col.saved")},
                 {},
                 "measures/years",
                 "measures"};
  for (const MeasureYear& year : plan.years)
    view.rows.push_back(
        {{std::to_string(year.year)},
         {name_list(page, plan, year.begins)},
         number_cell(euros(page, year.cost_eur - year.others_eur) +
                     (year.others_eur < 0.5 ? "" : page.t("measures.year_others", {euros(page, year.others_eur)}))),
         number_cell(euros(page, year.budget_eur)),
         number_cell(year.kept_eur < 0.5 ? "–" : euros(page, year.kept_eur)),
         number_cell(page.format.rough(year.saved))});
  page.table(view);
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

/// One line of a chart of money against worth, with its points.
void front_chart(Page& page, const MeasurePlan& plan, const std::string& id, const std::string& title,
                 const std::function<double(const FrontPoint&)>& worth) {
  const double left = 34;
  const double right = 10;
  const double top = 8;
  const double bottom = 34;
  double most_money = 1;
  double most_worth = 1e-9;
  for (const FrontPoint& point : plan.front) {
    most_money = std::max(most_money, point.budget_eur);
    most_worth = std::max(most_worth, worth(point));
  }
  // Round steps, four or five of them.
  const auto step_of = [](double most) {
    const double power = std::pow(10, std::floor(std::log10(most / 4)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
      if (most / (factor * power) <= 5) return factor * power;
    return 10 * power;
  };
  const double step_x = step_of(most_money);
  const double step_y = step_of(most_worth);
  const double end_y = step_y * std::ceil(most_worth / step_y);
  const auto x = [&](double money) { return left + money / most_money * (chart_wide - left - right); };
  const auto y = [&](double value) { return top + (1 - value / end_y) * (chart_high - top - bottom); };
  page << "<figure class=\"chart-box front\"><figcaption>" << title
       << "</figcaption><svg class=\"chart\" viewBox=\"0 0 320 190\" role=\"img\" aria-labelledby=\"" << id << "-t "
       << id << "-d\"><title id=\"" << id << "-t\">" << title << "</title><desc id=\"" << id << "-d\">"
       << page.t("measures.front_desc") << "</desc>";
  for (int i = 0; i * step_y <= end_y * 1.001; ++i) {
    const std::string at = svg::coordinate(y(i * step_y));
    page << "<path class=\"grid\" d=\"M" << svg::coordinate(left) << " " << at << "H"
         << svg::coordinate(chart_wide - right) << "\"/><text class=\"tick\" text-anchor=\"end\" x=\""
         << svg::coordinate(left - 6) << "\" y=\"" << svg::coordinate(y(i * step_y) + 4) << "\">"
         << page.format.number(i * step_y / 1e6) << "</text>";
  }
  for (int i = 0; i * step_x <= most_money * 1.001; ++i)
    page << "<text class=\"tick\" text-anchor=\"middle\" x=\"" << svg::coordinate(x(i * step_x)) << "\" y=\""
         << svg::coordinate(chart_high - bottom + 14) << "\">" << page.format.number(i * step_x / 1e6) << "</text>";
  page << "<text class=\"tick\" text-anchor=\"end\" x=\"" << svg::coordinate(chart_wide - right) << "\" y=\""
       << svg::coordinate(chart_high - 4) << "\">" << page.t("measures.front_x") << "</text>";
  std::vector<svg::Point> line{{x(0), y(0)}};
  for (const FrontPoint& point : plan.front) line.push_back({x(point.budget_eur), y(worth(point))});
  page << "<path class=\"walked\" d=\"" << svg::path(line, false) << "\"/>";
  for (const FrontPoint& point : plan.front)
    page << "<circle class=\"point " << (point.share == 1 ? "coordinating" : "local") << "\" cx=\""
         << svg::coordinate(x(point.budget_eur)) << "\" cy=\"" << svg::coordinate(y(worth(point)))
         << "\" r=\"3\"><title>"
         << page.t("measures.front_point",
                   {page.format.percent(point.share), euros(page, point.budget_eur), page.format.rough(worth(point))})
         << "</title></circle>\n";
  page << "</svg></figure>\n";
}

/// What a part of the money, or more of it, would buy.
void front(Page& page, const MeasurePlan& plan) {
  if (plan.front.size() < 2) return;
  page << "<h3>" << page.t("measures.front") << "</h3>\n";
  page.paragraph(page.t("measures.front_read"));
  page << "<div class=\"charts\">";
  front_chart(page, plan, "front", page.t("measures.front_title"),
              [](const FrontPoint& point) { return point.most_unmet; });
  front_chart(page, plan, "front-tail", page.t("measures.front_tail_title"),
              [](const FrontPoint& point) { return point.most_tail; });
  page << "</div>\n";
  TableView view{"tabel-maatregelen-front",
                 page.t("measures.front_caption"),
                 {page.t("measures.col.share"), page.t("measures.col.budget"), page.t("measures.col.cost"),
                  page.t("measures.col.saved"), page.t("measures.col.tail"), page.t("measures.col.worst"),
                  page.t("measures.col.gaps"), page.t("measures.col.count")},
                 {},
                 "measures/front",
                 "measures"};
  for (const FrontPoint& point : plan.front)
    view.rows.push_back({{page.format.percent_bare(point.share) + "&nbsp;%"},
                         number_cell(euros(page, point.budget_eur)),
                         number_cell(euros(page, point.cost_eur)),
                         number_cell(page.format.rough(point.most_unmet)),
                         number_cell(page.format.rough(point.most_tail)),
                         number_cell(page.format.percent(point.most_worst)),
                         number_cell(page.format.number(point.most_gaps)),
                         number_cell(page.format.count(static_cast<double>(point.measures)))});
  page.table(view);
  std::string next;
  for (std::size_t i = 0; i < plan.next_euro.size() && i < plan.years.size(); ++i)
    next +=
        (next.empty() ? "" : ", ") + std::to_string(plan.years[i].year) + ": " + page.format.rough(plan.next_euro[i]);
  if (!next.empty()) page.paragraph(page.t("measures.next_euro", {next}));
}

/// The order in which to buy, for whoever cannot do all of it.
void order(Page& page, const MeasurePlan& plan) {
  if (!plan.one_by_one || plan.one_by_one->order.empty()) return;
  page << "<h3>" << page.t("measures.order") << "</h3>\n";
  page.paragraph(page.t("measures.order_read",
                        {value_of(page, plan, plan.one_by_one->value), value_of(page, plan, plan.value.value)}));
  page << "<ol class=\"columns\">";
  for (const std::size_t row : plan.one_by_one->order) page << "<li>" << page.name(plan.measures[row].name) << "</li>";
  page << "</ol>\n";
}

void otherwise(Page& page, const MeasurePlan& plan) {
  if (plan.scenarios.empty()) return;
  page << "<h3>" << page.t("measures.otherwise") << "</h3>\n";
  page.paragraph(page.t("measures.otherwise_read"));
  TableView view{"tabel-maatregelen-geld",
                 page.t("measures.otherwise_caption"),
                 {page.t("measures.col.scenario"), page.t("measures.col.money"), page.t("measures.col.best"),
                  page.t("measures.col.kept"), page.t("measures.col.lost"), page.t("measures.col.instead")},
                 {},
                 "measures/scenarios",
                 "measures"};
  const auto value = [&](double number) { return value_of(page, plan, number); };
  for (const BudgetScenario& scenario : plan.scenarios) {
    double sum = 0;
    for (const double amount : scenario.budget_eur) sum += amount;
    view.rows.push_back({{page.t("measures.money." + scenario.id)},
                         number_cell(euros(page, sum)),
                         number_cell(value(scenario.saved)),
                         number_cell(scenario.after_now ? value(*scenario.after_now) : page.t("measures.not_payable")),
                         {name_list(page, plan, scenario.lost)},
                         {name_list(page, plan, scenario.instead)}});
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
  const auto rough = [&](double value) { return page.format.rough(value); };
  for (const RuleFinding& row : plan.rules) {
    std::vector<Cell> cells{{rule(page, row.rule)},
                            number_cell(roughly(page, row.worth.unmet)),
                            number_cell(measured_in_tail(plan, row.worth.tail, rough)),
                            number_cell(measured(row.worth.gaps, [&](double x) { return page.format.number(x); })),
                            number_cell(measured(row.worth.worst, [&](double x) { return page.format.percent(x); })),
                            number_cell(euros(page, row.cost_eur)),
                            number_cell(page.format.count(static_cast<double>(row.measures.size())))};
    view.rows.push_back(std::move(cells));
  }
  page.table(view);
}

/// What each rule misses: by hazard with the money as it is counted on, and when other money comes.
void regrets(Page& page, const MeasurePlan& plan) {
  if (plan.rules.empty() || plan.scenarios.size() + plan.hazards.size() < 3) return;
  TableView view{"tabel-maatregelen-spijt",
                 page.t("measures.regret_caption"),
                 {page.t("measures.col.rule")},
                 {},
                 "measures/rules",
                 "measures"};
  if (plan.hazards.size() > 1)
    for (const MeasureHazard& hazard : plan.hazards) view.head.push_back(page.name(hazard.name));
  for (std::size_t c = 1; c < plan.scenarios.size(); ++c)
    view.head.push_back(page.t("measures.money." + plan.scenarios[c].id));
  view.head.push_back(page.t("measures.col.regret"));
  const auto percent = [&](double value) { return page.format.percent(value); };
  for (const RuleFinding& row : plan.rules) {
    std::vector<Cell> cells{{rule(page, row.rule)}};
    if (plan.hazards.size() > 1)
      for (const double part : row.regret) cells.push_back(number_cell(percent(part)));
    for (std::size_t c = 1; c < row.regret_money.size(); ++c)
      cells.push_back(number_cell(percent(row.regret_money[c])));
    cells.push_back(number_cell(measured(row.largest_regret, percent)));
    view.rows.push_back(std::move(cells));
  }
  page.table(view);
  page.paragraph(page.t("measures.regret_read"));
}

/// Three maps by municipality: what a resident bears without and with the plan, on one scale from 0, and what goes away
/// on its own.
void before_and_after(Page& page, const MapDrawing& drawing, const MeasurePlan& plan) {
  std::map<std::string, const MunicipalityWorth*> by_name;
  std::map<std::string, double> residents;
  for (const AreaFinding& area : page.findings.areas) residents[municipality_of(page, area)] += area.residents;
  double most_borne = 0;
  double most_saved = 0;
  for (const MunicipalityWorth& row : plan.municipalities) {
    by_name[row.name] = &row;
    if (residents[row.name] <= 0) continue;
    most_borne = std::max(most_borne, row.borne / residents[row.name]);
    most_saved = std::max(most_saved, row.saved / residents[row.name]);
  }
  if (!drawing.empty() && most_saved > 0) {
    struct View {
      const char* title;
      double most;
      double (*hours)(const MunicipalityWorth&);
    };
    const std::array<View, 3> views{
        {{"measures.map_before", most_borne, [](const MunicipalityWorth& row) { return row.borne; }},
         {"measures.map_after", most_borne, [](const MunicipalityWorth& row) { return row.borne - row.saved; }},
         {"measures.map_gone", most_saved, [](const MunicipalityWorth& row) { return row.saved; }}}};
    page << "<div class=\"charts\">\n";
    for (const View& view : views) {
      const std::string title = page.t(view.title);
      page << "<figure class=\"chart-box\"><figcaption>" << title << "</figcaption>\n<svg class=\"map\" viewBox=\""
           << drawing.view_box() << "\" role=\"img\" aria-label=\"" << title << "\">\n";
      for (const MapDrawing::Shape& shape : drawing.shapes()) {
        const AreaFinding& area = page.findings.areas[shape.area];
        const auto found = by_name.find(municipality_of(page, area));
        const double hours = found == by_name.end() ? 0 : view.hours(*found->second);
        const double each = hours / std::max(1.0, residents[municipality_of(page, area)]);
        const int shade = static_cast<int>(std::clamp(std::floor(6 * each / view.most), 0.0, 5.0));
        page << "<path class=\"area k" << std::to_string(shade) << "\" d=\"" << shape.d << "\"><title>"
             << escaped(municipality_of(page, area)) << ": " << page.format.number(each) << "</title></path>\n";
      }
      page << "<path class=\"border\" d=\"" << drawing.borders() << "\"/>\n</svg></figure>\n";
    }
    page << "</div>\n";
    page.paragraph(page.t("measures.map_scale", {page.format.number(most_borne), page.format.number(most_saved)}));
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

std::string worth_list(const Page& page, const std::vector<std::string>& items) {
  std::string out = "<ul>";
  for (const std::string& item : items) out += "<li>" + item + "</li>";
  return out + (items.empty() ? "<li>" + page.t("measures.none") + "</li>" : "") + "</ul>\n";
}

/// Of one municipality: what works there by year, what it pays, what it misses, what it does itself.
void municipality(Page& page, const MeasurePlan& plan, std::size_t m) {
  const MunicipalityWorth& row = plan.municipalities[m];
  const auto share = [&](double part) { return page.format.percent(row.borne > 0 ? part / row.borne : 0); };
  page.open_fold(escaped(row.name));
  page.paragraph(
      page.t("measures.municipality", {page.format.rough(row.borne), page.format.rough(row.borne - row.saved),
                                       page.format.rough(row.saved), share(row.saved)}));
  TableView years{"tabel-maatregelen-" + row.id,
                  page.t("measures.municipality_years"),
                  {page.t("measures.col.year"), page.t("measures.col.helps_here"), page.t("measures.col.saved_there"),
                   page.t("measures.col.share_saved")},
                  {},
                  "measures/municipalities",
                  "measures"};
  for (std::size_t y = 0; y < plan.years.size() && y < row.saved_by_year.size(); ++y) {
    std::vector<std::size_t> here;
    for (const std::size_t begins : plan.years[y].begins)
      if (const auto& each = plan.measures[begins].municipality; m < each.size() && each[m] >= 0.5)
        here.push_back(begins);
    std::stable_sort(here.begin(), here.end(), [&](std::size_t a, std::size_t b) {
      return plan.measures[a].municipality[m] > plan.measures[b].municipality[m];
    });
    std::string list;
    for (const std::size_t one : here)
      list += "<li>" + page.name(plan.measures[one].name) + " <span class=\"iv\">(" +
              page.format.rough(plan.measures[one].municipality[m]) + ")</span></li>";
    years.rows.push_back({{std::to_string(plan.years[y].year)},
                          {list.empty() ? "–" : "<ul class=\"plain\">" + list + "</ul>"},
                          number_cell(page.format.rough(row.saved_by_year[y])),
                          number_cell(share(row.saved_by_year[y]))});
  }
  page.table(years);
  page.paragraph(page.t("measures.municipality_pays", {euros(page, row.asked_eur), page.format.percent(row.key_share),
                                                       euros(page, row.direct_eur), euros(page, row.own_eur)}));
  for (const BudgetScenario& money : plan.scenarios)
    if ((money.id == "cut" || money.id == "stops") && m < money.municipality.size())
      page.paragraph(
          page.t("measures.municipality_misses",
                 {page.t("measures.money." + money.id),
                  page.format.rough(std::max(0.0, row.saved - money.municipality[m])), share(money.municipality[m])}));
  std::vector<std::string> own;
  std::vector<std::string> not_chosen;
  std::vector<std::string> answers;
  std::vector<std::string> consulted;
  std::vector<std::string> informed;
  const auto listed = [&](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), row.id) != ids.end();
  };
  for (const MeasureFinding& measure : plan.measures) {
    const std::string what = page.name(measure.name);
    if (measure.owner == row.name && !measure.year)
      not_chosen.push_back(page.t(
          measure.worth ? "measures.not_chosen" : "measures.not_chosen_silent",
          {what, euros(page, measure.once_eur), euros(page, measure.year_eur),
           measure.worth ? roughly(page, measure.worth->unmet) : "",
           measure.worth ? measured(measure.worth->gaps, [&](double x) { return page.format.number(x); }) : ""}));
    if (!measure.year) continue;
    const std::string when = what + " (" + std::to_string(*measure.year) + ")";
    if (measure.owner == row.name) own.push_back(when + ", " + euros(page, measure.planned_eur));
    if (measure.accountable == row.name && measure.owner != row.name) answers.push_back(when);
    if (listed(measure.consulted)) consulted.push_back(when);
    if (listed(measure.informed)) informed.push_back(when);
  }
  const auto part = [&](const char* key, const std::vector<std::string>& items, bool always) {
    if (items.empty() && !always) return;
    page << "<p><strong>" << page.t(key) << "</strong></p>" << worth_list(page, items);
  };
  part("measures.own", own, true);
  part("measures.own_not_chosen", not_chosen, false);
  part("measures.answers", answers, false);
  part("measures.consulted", consulted, true);
  part("measures.informed", informed, false);
  page.close_fold();
}

void municipalities(Page& page, const MeasurePlan& plan) {
  page << "<h3>" << page.t("measures.by_municipality") << "</h3>\n";
  for (std::size_t m = 0; m < plan.municipalities.size(); ++m) municipality(page, plan, m);
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
                         number_cell(roughly(page, measure->worth->unmet)),
                         number_cell(page.format.rough(1000 * rate(measure))),
                         number_cell(page.format.number(measure->worth->gaps.value)),
                         {measure->year ? std::to_string(*measure->year) : "–"}});
  page.open_fold(page.t("measures.show_catalogue", {page.format.count(static_cast<double>(rows.size()))}), true);
  page.table(view);
  page.close_fold();
  std::string uptake;
  for (const MeasureFinding& measure : plan.measures)
    if (measure.worth && measure.worth_few && measure.worth_many)
      uptake +=
          "<li>" +
          page.t("measures.uptake", {page.name(measure.name), roughly(page, measure.worth_few->unmet),
                                     roughly(page, measure.worth->unmet), roughly(page, measure.worth_many->unmet)}) +
          "</li>";
  if (!uptake.empty()) page << "<p>" << page.t("measures.uptake_intro") << "</p>\n<ul>" << uptake << "</ul>\n";
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
  measures_board(page, plan);
  by_year(page, plan);
  who_pays(page, plan);
  otherwise(page, plan);
  front(page, plan);
  order(page, plan);
  rules(page, plan);
  regrets(page, plan);
  before_and_after(page, drawing, plan);
  municipalities(page, plan);
  if (page.findings.measure_account) measures_account(page, *page.findings.measure_account);
  catalogue(page, plan);
  page.close_section();
}

}  // namespace veer::report::sections
