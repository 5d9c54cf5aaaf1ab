#include <algorithm>
#include <cmath>

#include "report/reading.hpp"
#include "report/sections/sections.hpp"

namespace veer::report::sections {

At at(const Curve& curve, double hour) {
  At out;
  out.mean = value_at(curve.mean, hour).value_or(0);
  const double error = 1.96 * value_at(curve.standard_error, hour).value_or(0);
  out.p5 = value_at(curve.p5, hour).value_or(std::max(0.0, out.mean - error));
  out.p95 = value_at(curve.p95, hour).value_or(out.mean + error);
  return out;
}

void bins_note(Page& page, const std::string& of, double width) {
  const double share = page.findings.quantile_error;
  if (!(width > 0) || !(share > 0)) return;
  page.paragraph(page.t("bins.people",
                        {page.format.number(100 * share), page.format.count(1 / share), of, page.format.number(width)}),
                 "note");
}

Focus focus_of(const Findings& findings) {
  const auto basic = [](const DailyNeed& need) {
    return need.id == "water" || need.id == "food" || need.id == "warmth" || need.id == "cooling";
  };
  const bool only_basic = std::any_of(findings.needs.begin(), findings.needs.end(), basic);
  Focus best;
  double most = -1;
  for (std::size_t n = 0; n < std::min(findings.needs.size(), findings.region.unmet.size()); ++n) {
    if (only_basic && !basic(findings.needs[n])) continue;
    for (std::size_t m = 0; m < findings.moments.size(); ++m) {
      const double mean = at(findings.region.unmet[n], findings.moments[m].hour).mean;
      if (mean > most) {
        most = mean;
        best = {n, m};
      }
    }
  }
  return best;
}

Focus map_focus_of(const Findings& findings) {
  Focus best = focus_of(findings);
  double widest = 0.02;  // below this the map is one colour whatever is chosen
  for (std::size_t n = 0; n < findings.needs.size(); ++n) {
    for (std::size_t m = 0; m < findings.moments.size(); ++m) {
      double people = 0;
      double sum = 0;
      double squares = 0;
      for (const AreaFinding& area : findings.areas) {
        if (n >= area.unmet.size() || area.residents <= 0) continue;
        const double lacking = at(area.unmet[n], findings.moments[m].hour).mean;
        people += area.residents;
        sum += lacking;
        squares += lacking * lacking / area.residents;
      }
      if (people <= 0) continue;
      const double spread = std::sqrt(std::max(0.0, squares / people - sum / people * (sum / people)));
      if (spread > widest) {
        widest = spread;
        best = {n, m};
      }
    }
  }
  return best;
}

Verdict verdict_of(const ProcessFinding& process) {
  const double p = process.mtpd_exceeded.mean;
  return p < 0.05 ? Verdict::in_time : p < 0.5 ? Verdict::uncertain : Verdict::too_late;
}

}  // namespace veer::report::sections
