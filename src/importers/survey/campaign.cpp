#include "importers/survey/campaign.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "importers/fresh/table_rows.hpp"
#include "region/builder.hpp"
#include "region/parameter.hpp"

namespace veer::importers {

namespace {

using fresh::TableRows;

constexpr const char* uptake_id = "campaign.uptake";
constexpr const char* suffix = "-campaign";
constexpr double kit_h = 72;
/// What is in the kit (denkvooruit.nl): water, food that keeps, torch and power bank, radio, cash.
constexpr std::array<std::string_view, 5> kit{"water", "food", "light", "information", "cash"};

bool in_kit(const std::string& need) {
  const std::string first = need.substr(0, need.find('.'));
  return std::find(kit.begin(), kit.end(), first) != kit.end();
}

/// The reserve after a share of those below 72 hours came to 72: F(h)·(1 − u) below 72, F(h) from there on.
std::string raised(const region::QuantileValues& hours, double uptake) {
  const auto below = static_cast<double>(std::lower_bound(hours.begin(), hours.end(), kit_h) - hours.begin());
  const auto n = static_cast<double>(hours.size());
  std::vector<std::pair<double, double>> points{{0, hours[0]}};
  // Every 16th of 1,024 quantiles draws the same curve in a row that can be read.
  constexpr std::size_t step = 16;
  for (std::size_t i = step; i < hours.size(); i += step)
    if (hours[i] < kit_h) points.emplace_back(static_cast<double>(i) / n * (1 - uptake), hours[i]);
  if (below > 0) {
    points.emplace_back(below / n * (1 - uptake), hours[static_cast<std::size_t>(below) - 1]);
    points.emplace_back(below / n * (1 - uptake), kit_h);
    points.emplace_back(below / n, kit_h);
  }
  for (std::size_t i = step; i < hours.size(); i += step)
    if (hours[i] >= kit_h && static_cast<double>(i) > below) points.emplace_back(static_cast<double>(i) / n, hours[i]);
  points.emplace_back(1, std::max(kit_h, hours.back()));
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    // Of a flat stretch only the ends are needed.
    const bool inside = i > 0 && i + 1 < points.size() && points[i - 1].second == points[i].second &&
                        points[i].second == points[i + 1].second;
    if (!inside)
      out += (out.empty() ? "" : " ") + canonical_number(points[i].first) + ":" + canonical_number(points[i].second);
  }
  return out;
}

double uptake_of(region::Tables& tables, Uptake which) {
  TableRows parameters(tables, "parameters");
  if (!parameters.find(uptake_id)) {
    TableRows(tables, "sources")
        .put({{"id", "campaign"}, {"title", "Aanname: opkomst bij een publiekscampagne (tas, plan, praat)"}});
    parameters.put({{"id", uptake_id},
                    {"subject", "huishouden"},
                    {"parameter", "deel dat na de campagne 72 uur vooruit kan en eerst niet"},
                    {"low", canonical_number(CampaignFigure{}.low)},
                    {"typical", canonical_number(CampaignFigure{}.typical)},
                    {"high", canonical_number(CampaignFigure{}.high)},
                    {"unit", "fraction"},
                    {"distribution", "triangular"},
                    {"note", "kit ownership rose from 20 to about 29 percent in two years of attention (POP01)"},
                    {"source", "campaign"},
                    {"confidence", "assumption"}});
  }
  static constexpr std::array<const char*, 3> columns{"low", "typical", "high"};
  return parameters.number(*parameters.find(uptake_id), columns[static_cast<std::size_t>(which)]);
}

}  // namespace

CampaignFigure campaign_uptake(const region::Region& region) {
  CampaignFigure out;
  if (const auto id = region.find_parameter(uptake_id); id.valid()) {
    const region::Parameter& row = region.parameters[id.index()];
    out = {row.low, row.typical, row.high, true};
  }
  return out;
}

Result<CampaignReport> apply_campaign(region::Tables& tables, Uptake which) {
  Diagnostics notes;
  TRY(const region::Region region, region::build_region(tables, notes));
  std::set<std::string> profiles;
  for (const region::Area& area : region.areas) {
    if (area.preparedness.ends_with(suffix))
      return fail({ErrorKind::conflict, {"importers.campaign.twice", {area.id}}, {.table = "areas"}, {}});
    profiles.insert(area.preparedness);
  }
  CampaignReport report;
  report.uptake = uptake_of(tables, which);
  TableRows parameters(tables, "parameters");
  for (const std::string& profile : profiles) {
    const std::string from = "reserve." + profile + ".";
    for (const region::Parameter& row : region.parameters) {
      if (!row.id.starts_with(from)) continue;
      const std::string need = row.id.substr(from.size());
      const auto old = parameters.find(row.id);
      std::vector<std::pair<std::string, std::string>> cells{{"id", "reserve." + profile + suffix + "." + need}};
      for (const region::ColumnSchema& column : region::schema("parameters")->columns)
        if (column.name != "id") cells.emplace_back(column.name, parameters.text(*old, column.name));
      if (in_kit(need)) {
        TRY(const auto hours, region::quantiles(row));
        if (hours[0] < kit_h) {
          ++report.rows;
          for (auto& [column, value] : cells) {
            if (column == "distribution") value = "empirical";
            if (column == "points") value = raised(hours, report.uptake);
            if (column == "high") value = canonical_number(std::max(row.high, kit_h));
            if (column == "note") value = row.id + " with campaign.uptake " + canonical_number(report.uptake);
            if (column == "confidence") value = "assumption";
          }
        }
      }
      parameters.put(cells);
    }
  }
  TableRows areas(tables, "areas");
  for (std::size_t i = 0; i < areas.size(); ++i) {
    areas.set(i, "preparedness", areas.text(i, "preparedness") + suffix);
    ++report.areas;
  }
  return report;
}

}  // namespace veer::importers
