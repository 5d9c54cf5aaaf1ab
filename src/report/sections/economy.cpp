#include "report/sections/sections.hpp"

namespace veer::report::sections {

void economy(Page& page) {
  const Findings& f = page.findings;
  std::vector<const ServiceFinding*> fourth;
  for (const ServiceFinding& service : f.services) {
    if (service.pillar == 4) fourth.push_back(&service);
  }
  const bool work = !f.jobs_without_power.mean.empty() && (f.jobs > 0 || f.businesses > 0);
  if (!work && fourth.empty()) return;
  page.open_section("economie", "economy.heading");
  page.paragraph(page.t("economy.intro"), "lead");
  if (work) {
    TableView view{"tabel-economie",
                   page.t("economy.caption"),
                   {page.t("col.what"), page.t("col.total")},
                   {},
                   "economy",
                   "economy",
                   "heat"};
    for (const Moment& moment : f.moments) view.head.push_back(page.name(moment.label));
    const auto add = [&](const std::string& name, const Curve& curve, double total) {
      std::vector<Cell> row{{name}, number_cell(page.format.rough(total))};
      for (const Moment& moment : f.moments) {
        const At value = at(curve, moment.hour);
        row.push_back({page.format.spread_rough(value.mean, value.p5, value.p95),
                       "n k" + std::to_string(shade_of(total > 0 ? value.mean / total : 0))});
      }
      view.rows.push_back(row);
    };
    add(page.t("economy.jobs"), f.jobs_without_power, f.jobs);
    add(page.t("economy.businesses"), f.businesses_without_power, f.businesses);
    page << "<div class=\"charts\">\n";
    chart_with_table(
        page, {"banen", page.t("economy.jobs"), page.t("unit.jobs"), &f.jobs_without_power, false, "economy", true});
    chart_with_table(page, {"bedrijven", page.t("economy.businesses"), page.t("unit.businesses"),
                            &f.businesses_without_power, false, "economy", true});
    page << "</div>\n";
    page.table(view);
  }
  if (!fourth.empty()) service_rows(page, "tabel-pijler4", page.t("economy.services_caption"), fourth);
  page.close_section();
}

}  // namespace veer::report::sections
