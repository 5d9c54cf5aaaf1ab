#include "report/sections/measures_account.hpp"

#include "report/sections/measures_board.hpp"

namespace veer::report::sections {

void measures_account(Page& page, const MeasureAccount& told) {
  page << "<h3>" << page.t("measures.account") << "</h3>\n";
  TableView years{"tabel-maatregelen-verantwoording",
                  page.t("measures.account_caption"),
                  {page.t("measures.col.year"), page.t("measures.col.planned"), page.t("measures.col.spent"),
                   page.t("measures.col.promised"), page.t("measures.col.delivered"), page.t("measures.col.partly"),
                   page.t("measures.col.promised_worth"), page.t("measures.col.delivered_worth")},
                  {},
                  "measure_account/years",
                  "measures"};
  const auto count = [&](std::size_t value) { return number_cell(page.format.count(static_cast<double>(value))); };
  const auto saved = [&](const MeasureWorth& worth) {
    return measured(worth.unmet, [&](double value) { return page.format.rough(value); });
  };
  for (const AccountYear& year : told.years)
    years.rows.push_back({{std::to_string(year.year)},
                          number_cell(euros(page, year.planned_eur)),
                          number_cell(euros(page, year.spent_eur)),
                          count(year.promised),
                          count(year.delivered),
                          count(year.partly),
                          number_cell(saved(year.promised_worth)),
                          number_cell(saved(year.delivered_worth))});
  page.table(years);
  TableView rows{"tabel-maatregelen-verantwoording-regels",
                 page.t("measures.account_rows"),
                 {page.t("measures.col.measure"), page.t("measures.col.year"), page.t("measures.col.payer"),
                  page.t("measures.col.planned"), page.t("measures.col.spent"), page.t("measures.col.state"),
                  page.t("measures.col.note")},
                 {},
                 "measure_account/rows",
                 "measures"};
  for (const AccountMeasure& row : told.rows)
    rows.rows.push_back(
        {{page.name(row.name)},
         {std::to_string(row.year)},
         {escaped(row.payer)},
         number_cell(euros(page, row.planned_eur)),
         number_cell(row.spent_eur ? euros(page, *row.spent_eur) : "–"),
         {page.t("measures.delivered." + row.delivered) + (row.date.empty() ? "" : " " + page.date(row.date))},
         {escaped(row.note)}});
  page.table(rows);
}

}  // namespace veer::report::sections
