#pragma once

#include "report/html_page.hpp"
#include "report/svg_map.hpp"

namespace veer::report::sections {

/// Each writes one chapter of the report, or nothing when the findings hold nothing for it.

void summary(Page& page);
void continuity(Page& page);
/// What holds each process up by a thread: cut sets at a horizon.
void held(Page& page);
void support_points(Page& page, const MapDrawing& drawing);
/// Fuel, mobile sets, crews and people on duty: the full model.
void operations(Page& page, const MapDrawing& drawing);
/// Whom a message reaches, and which messages reach most people in time.
void reach(Page& page);
void decision_clock(Page& page);
/// What people do for one another, and for whom it is not enough.
void help(Page& page);
/// Which measures, in which year, from which budget.
void measures(Page& page, const MapDrawing& drawing);
void services(Page& page);
void map(Page& page, const MapDrawing& drawing);
void people(Page& page);
void phases(Page& page);
void economy(Page& page);
void influences(Page& page);
/// Which figure explains the spread, and which assumption flips a ranking; the end of the chapter on influences.
void sensitivity(Page& page);
/// All hazards side by side.
void hazards(Page& page);
/// What the scenario brings about, and whether existing plans are up to it.
void review(Page& page);
/// How good the model is: outages that happened beside their prediction.
void backtest(Page& page);
void criteria(Page& page);
void deadlocks(Page& page);
void certainty(Page& page);

/// Which need and which moment the report shows first: of water, food and warmth the one most residents lack at any
/// moment, and that moment. (Light fails for everyone at once: true, but not what people cannot live without.) Without
/// these three: of all needs.
struct Focus {
  std::size_t need = 0;
  std::size_t moment = 0;
};
[[nodiscard]] Focus focus_of(const Findings& findings);

/// Which need and which moment the map opens with: where the areas differ most (standard deviation of the share of
/// residents without, weighed by residents), for a map of one colour tells nothing. Where they hardly differ at any
/// moment: `focus_of`.
[[nodiscard]] Focus map_focus_of(const Findings& findings);

/// The value of a curve at an hour, 0 where there is none.
struct At {
  double mean = 0;
  double p5 = 0;
  double p95 = 0;
};
[[nodiscard]] At at(const Curve& curve, double hour);

/// Says once how far P5 and P95 of residents may be off, which are edges of bins; nothing where they are exact.
/// @param of     HTML: for whom the width is told
/// @param width  of a bin, in residents
void bins_note(Page& page, const std::string& of, double width);

/// A line chart in a figure, with the table behind it folded under it.
struct ChartOfCurve {
  std::string id;
  std::string title;  ///< HTML
  std::string unit;   ///< HTML
  const Curve* curve = nullptr;
  bool share = false;  ///< 0…1 shown as per cent, else heads
  std::string data;    ///< JSON pointer in results.json
  bool table = true;   ///< false where one table beside it serves a row of charts
};
void chart_with_table(Page& page, const ChartOfCurve& chart);

/// The share of these services that is down at the moments, as a heat table.
void service_rows(Page& page, std::string id, const std::string& caption,
                  const std::vector<const ServiceFinding*>& services);

/// How a process is judged at a glance.
enum class Verdict { in_time, uncertain, too_late };
/// In time below 5 %, too late from 50 %: classes of this report, not of a norm.
[[nodiscard]] Verdict verdict_of(const ProcessFinding& process);

}  // namespace veer::report::sections
