#include "study/evidence.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "backtest/figures.hpp"
#include "region/help_figures.hpp"
#include "region/operations_figures.hpp"
#include "region/support_figures.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

/// Title and address of a source; an id that is none stands for itself.
std::pair<std::string, std::string> source_of(const region::Region& region, const std::string& id) {
  for (const region::Source& source : region.sources)
    if (source.id == id) return {source.title, source.url};
  return {id, ""};
}

void add_region(const region::Region& region, std::vector<EvidenceRow>& rows) {
  const auto uses = evidence::uses(region);
  for (std::size_t i = 0; i < region.parameters.size(); ++i) {
    const region::Parameter& row = region.parameters[i];
    auto [source, url] = source_of(region, row.source);
    rows.push_back({row.id, row.subject, row.name, row.low, row.typical, row.high, row.unit_text,
                    text_of(row.distribution), std::move(source), std::move(url), row.note,
                    text_of(static_cast<region::Confidence>(row.confidence)), uses[i]});
  }
}

/// What the program holds itself: the figures of the test against outages, and the standard ones of support points,
/// scarce means and help. A figure that the region has too gets the use, not a second row.
void add_program(std::vector<EvidenceRow>& rows) {
  const auto find = [&rows](std::string_view id) {
    return std::find_if(rows.begin(), rows.end(), [&](const EvidenceRow& row) { return row.id == id; });
  };
  for (const backtest::Figure& figure : backtest::figures()) {
    const evidence::Use use{"rule:backtest", 1};
    if (const auto known = find(figure.id); known != rows.end()) {
      known->uses.push_back(use);
      continue;
    }
    const std::string meaning(figure.meaning);
    const std::size_t colon = meaning.find(": ");
    rows.push_back({std::string(figure.id),
                    meaning.substr(0, colon),
                    colon == std::string::npos ? "" : meaning.substr(colon + 2),
                    figure.low,
                    figure.typical,
                    figure.high,
                    std::string(figure.unit),
                    text_of(figure.distribution),
                    std::string(figure.source),
                    "",
                    "",
                    std::string(figure.confidence),
                    {use}});
  }
  const auto add = [&](std::span<const region::StandardFigure> figures, const char* rule) {
    for (const region::StandardFigure& figure : figures)
      if (find(figure.id) == rows.end())
        rows.push_back({figure.id,
                        figure.subject,
                        figure.name,
                        figure.low,
                        figure.typical,
                        figure.high,
                        figure.unit,
                        figure.distribution,
                        figure.evidence,
                        "",
                        figure.note,
                        "assumption",
                        {{rule, 1}}});
  };
  add(region::support_figures(), "rule:support_points");
  add(region::operations_figures(), "rule:operations");
  add(region::help_figures(), "rule:help");
}

}  // namespace

std::vector<EvidenceRow> evidence_rows(const region::Region* region) {
  std::vector<EvidenceRow> rows;
  if (region != nullptr) add_region(*region, rows);
  add_program(rows);
  return rows;
}

}  // namespace veer::study
