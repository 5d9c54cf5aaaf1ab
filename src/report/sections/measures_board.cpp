#include "report/sections/measures_board.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace veer::report::sections {

namespace {

/// As many measures as stand on one A4 beside the rest of the page, each on two lines.
constexpr std::size_t most_rows = 24;

const BudgetScenario* scenario(const MeasurePlan& plan, const std::string& id) {
  const auto found =
      std::find_if(plan.scenarios.begin(), plan.scenarios.end(), [&](const auto& row) { return row.id == id; });
  return found == plan.scenarios.end() ? nullptr : &*found;
}

bool has(const std::vector<std::size_t>& rows, std::size_t row) {
  return std::find(rows.begin(), rows.end(), row) != rows.end();
}

/// What becomes of a measure of the plan when other money comes.
std::string fate(const Page& page, const BudgetScenario* money, std::size_t row) {
  if (money == nullptr) return "–";
  if (has(money->dropped, row)) return "<strong>" + page.t("measures.fate.dropped") + "</strong>";
  if (has(money->lost, row)) return "<strong>" + page.t("measures.fate.lost") + "</strong>";
  return page.t(has(money->later, row) ? "measures.fate.later" : "measures.fate.stays");
}

/// The head of a column, where a narrow screen shows the cells below one another.
std::string narrow(const Page& page, const char* head) {
  return "<span class=\"narrow\">" + page.t(head) + ": </span>";
}

std::string hazards(const Page& page, const MeasurePlan& plan) {
  std::string out;
  for (const MeasureHazard& hazard : plan.hazards)
    out += (out.empty() ? "" : "; ") + page.name(hazard.name) +
           (plan.hazards.size() > 1 ? " (" + page.format.percent(hazard.weight) + ")" : "") +
           (hazard.full_model ? page.t("measures.full_model") : "");
  return out;
}

void what_it_buys(Page& page, const MeasurePlan& plan) {
  double borne = 0;
  double tail = 0;
  double gaps = 0;
  for (const MeasureHazard& hazard : plan.hazards) {
    borne += hazard.weight * hazard.borne;
    tail += hazard.weight * hazard.borne_tail;
    gaps += hazard.weight * hazard.borne_gaps;
  }
  const MunicipalityWorth* least = nullptr;
  const auto share = [](const MunicipalityWorth& row) { return row.borne > 0 ? row.saved / row.borne : 0; };
  for (const MunicipalityWorth& row : plan.municipalities)
    if (least == nullptr || share(row) < share(*least)) least = &row;
  const auto rough = [&](double value) { return page.format.rough(value); };
  const auto part = [&](double saved, double of) { return page.format.percent(of > 0 ? saved / of : 0); };
  TableView view{"tabel-maatregelen-koopt",
                 page.t("measures.buys_caption"),
                 {"", page.t("measures.col.less"), page.t("measures.col.of"), page.t("measures.col.share_saved")},
                 {},
                 "measures/worth",
                 "measures"};
  view.rows.push_back({{page.t("measures.buys.unmet")},
                       number_cell(measured(plan.worth.unmet, rough)),
                       number_cell(rough(borne)),
                       number_cell(part(plan.worth.unmet.value, borne))});
  view.rows.push_back({{page.t("measures.buys.tail")},
                       number_cell(measured_in_tail(plan, plan.worth.tail, rough)),
                       number_cell(rough(tail)),
                       number_cell(part(plan.worth.tail.value, tail))});
  view.rows.push_back({{page.t("measures.buys.gaps")},
                       number_cell(measured(plan.worth.gaps, [&](double value) { return page.format.number(value); })),
                       number_cell(page.format.number(gaps)),
                       number_cell(part(plan.worth.gaps.value, gaps))});
  if (least != nullptr)
    view.rows.push_back(
        {{page.t("measures.buys.worst", {escaped(least->name)})},
         number_cell("–"),
         number_cell(rough(least->borne)),
         number_cell(measured(plan.worth.worst, [&](double value) { return page.format.percent(value); }))});
  page.table(view);
}

/// The measures of a year, dearest first, and which of them share one row.
void plan_table(Page& page, const MeasurePlan& plan) {
  TableView view{"tabel-maatregelen-bestuur",
                 page.t("measures.board_caption"),
                 {page.t("measures.col.measure"), page.t("measures.col.owner"), page.t("measures.col.payer"),
                  page.t("measures.col.cost_plan"), page.t("measures.col.if_cut"), page.t("measures.col.if_stops")},
                 {},
                 "measures/years",
                 "measures",
                 "board-plan"};
  std::vector<std::size_t> order;
  for (std::size_t row = 0; row < plan.measures.size(); ++row)
    if (plan.measures[row].year) order.push_back(row);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return plan.measures[a].planned_eur > plan.measures[b].planned_eur;
  });
  const std::set<std::size_t> shown(order.begin(),
                                    order.begin() + static_cast<std::ptrdiff_t>(std::min(most_rows, order.size())));
  const BudgetScenario* const cut = scenario(plan, "cut");
  const BudgetScenario* const stops = scenario(plan, "stops");
  for (const MeasureYear& year : plan.years) {
    std::vector<std::string> sums{std::to_string(year.year), euros(page, year.cost_eur - year.others_eur),
                                  euros(page, year.budget_eur + year.kept_eur), euros(page, year.kept_eur),
                                  euros(page, year.gap_eur)};
    std::string line = page.t(year.gap_eur >= 0.5    ? "measures.year_short"
                              : year.kept_eur >= 0.5 ? "measures.year_kept"
                                                     : "measures.year",
                              std::move(sums));
    if (year.others_eur >= 0.5) line += page.t("measures.year_others", {euros(page, year.others_eur)});
    view.rows.push_back({{std::move(line), "", view.head.size()}});
    double rest_eur = 0;
    std::size_t rest = 0;
    for (const std::size_t row : order) {
      const MeasureFinding& measure = plan.measures[row];
      if (*measure.year != year.year) continue;
      if (!shown.contains(row)) {
        rest_eur += measure.planned_eur;
        ++rest;
        continue;
      }
      view.rows.push_back({{page.name(measure.name)},
                           {escaped(measure.owner)},
                           {escaped(measure.payer)},
                           number_cell(euros(page, measure.planned_eur)),
                           {narrow(page, "measures.col.if_cut") + fate(page, cut, row)},
                           {narrow(page, "measures.col.if_stops") + fate(page, stops, row)}});
    }
    if (rest > 0)
      view.rows.push_back({{page.t("measures.rest", {page.format.count(static_cast<double>(rest))})},
                           {"–"},
                           {"–"},
                           number_cell(euros(page, rest_eur)),
                           {"–"},
                           {"–"}});
  }
  page.table(view);
}

/// As announced, with a cut, and when it stops: what the money is, and what is then saved.
void what_if(Page& page, const MeasurePlan& plan) {
  TableView view{"tabel-maatregelen-anders",
                 page.t("measures.if_caption"),
                 {page.t("measures.col.scenario"), page.t("measures.col.money"), page.t("measures.col.saved"),
                  page.t("measures.col.lost_hours"), page.t("measures.col.falls_away")},
                 {},
                 "measures/scenarios",
                 "measures"};
  for (const char* const id : {"announced", "cut", "stops"}) {
    const BudgetScenario* const row = scenario(plan, id);
    if (row == nullptr) continue;
    double sum = 0;
    for (const double amount : row->budget_eur) sum += amount;
    const double lost = plan.worth.unmet.value - row->worth_after.unmet.value;
    std::string away = page.t("measures.nothing_lost");
    if (row->lost.size() == 1) away = page.t("measures.fall_away.one");
    if (row->lost.size() > 1)
      away = page.t("measures.fall_away.many", {page.format.count(static_cast<double>(row->lost.size()))});
    view.rows.push_back(
        {{page.t(std::string("measures.money.") + id)},
         number_cell(euros(page, sum)),
         number_cell(measured(row->worth_after.unmet, [&](double value) { return page.format.rough(value); })),
         number_cell(lost < 0.5 ? "–" : page.format.rough(lost)),
         {away}});
  }
  if (!view.rows.empty()) page.table(view);
}

/// What payers with a budget have in all years and are not asked for.
double not_asked_eur(const MeasurePlan& plan) {
  double left = 0;
  for (const PayerFinding& payer : plan.payers)
    for (const PayerYear& year : payer.years)
      if (year.available_eur) left += *year.available_eur - year.asked_eur;
  return left;
}

}  // namespace

std::string euros(const Page& page, double value) { return "€&nbsp;" + page.format.count(value); }

void measures_board(Page& page, const MeasurePlan& plan) {
  std::size_t chosen = 0;
  std::size_t assumed = 0;
  double assumed_eur = 0;
  double planned_eur = 0;
  for (const MeasureFinding& measure : plan.measures) {
    if (!measure.year) continue;
    ++chosen;
    planned_eur += measure.planned_eur;
    if (measure.confidence != "assumption") continue;
    ++assumed;
    assumed_eur += measure.planned_eur;
  }
  page << "<div class=\"board\">\n";
  page.paragraph(
      page.t("measures.lead", {page.format.count(static_cast<double>(chosen)), euros(page, plan.cost_eur),
                               plan.years.empty() ? "" : std::to_string(plan.years.front().year),
                               plan.years.empty() ? "" : std::to_string(plan.years.back().year), hazards(page, plan)}),
      "lead");
  what_it_buys(page, plan);
  plan_table(page, plan);
  what_if(page, plan);
  std::string facts;
  if (plan.break_even) {
    // A chance above 1 is no chance: then it is told how often.
    const bool chance = *plan.break_even <= 1;
    facts +=
        page.t(chance ? "measures.break_even" : "measures.break_even_often",
               {page.format.number(plan.euro_per_hour), page.format.number((chance ? 100 : 1) * *plan.break_even)}) +
        " ";
  }
  const double room = room_above(plan);
  if (const double left = not_asked_eur(plan); left >= 0.5 && room == 0)
    facts += page.t("measures.not_asked", {euros(page, left)}) + " ";
  facts += page.t(room == 0 ? "measures.proof.optimal" : "measures.proof.feasible",
                  {plan.rule == "regret" ? page.t("measures.points", {page.format.number(100 * room)})
                                         : page.format.percent(room)}) +
           " ";
  if (plan.below_minimum > 0)
    facts += page.t("measures.below_minimum",
                    {page.format.percent(plan.minimum), page.format.number(100 * plan.below_minimum)}) +
             " ";
  facts += page.t("measures.assumed",
                  {page.format.count(static_cast<double>(assumed)), page.format.count(static_cast<double>(chosen)),
                   page.format.percent(planned_eur > 0 ? assumed_eur / planned_eur : 0)}) +
           " ";
  facts += page.t("measures.margins", {page.format.count(plan.replicas)});
  page.paragraph(facts);
  page << "</div>\n";
}

}  // namespace veer::report::sections
