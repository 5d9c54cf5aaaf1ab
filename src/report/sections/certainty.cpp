#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "report/sections/sections.hpp"
#include "report/svg_chart.hpp"

namespace veer::report::sections {

namespace {

constexpr std::array<std::string_view, 5> levels{"measured", "register", "published", "estimate", "assumption"};
constexpr std::array<std::string_view, 23> methods{
    "replicas", "reach",    "clock",  "help",    "siting",     "measures", "operations", "mtpd",
    "static",   "held",     "curve",  "unmet",   "phases",     "economy",  "influence",  "sensitivity",
    "criteria", "deadlock", "review", "hazards", "confidence", "backtest", "parameters"};
constexpr std::array<std::string_view, 11> terms{"bia",         "mtpd",          "rto",        "mbco",
                                                 "process",     "replica",       "p5p95",      "wilson",
                                                 "before_help", "support_point", "own_reserve"};

void confidence_table(Page& page) {
  const Findings& f = page.findings;
  if (f.confidence.empty()) return;
  TableView view{
      "tabel-zekerheid", page.t("certainty.table_caption"), {page.t("col.table")}, {}, "confidence", "confidence",
      "tornado"};
  for (const std::string_view level : levels) view.head.push_back(page.word("confidence", level));
  view.head.push_back(page.t("col.assumed"));
  view.head.push_back(page.t("col.bar_share"));
  std::array<std::size_t, 5> sum{};
  const auto add = [&](const std::string& name, const std::array<std::size_t, 5>& count) {
    const auto total = static_cast<double>(std::accumulate(count.begin(), count.end(), std::size_t{0}));
    const double share = total > 0 ? static_cast<double>(count[4]) / total : 0;
    std::vector<Cell> row{{name}};
    for (const std::size_t one : count) row.push_back(number_cell(page.format.count(static_cast<double>(one))));
    row.push_back(number_cell(page.format.percent(share)));
    row.push_back({bar(share, share, share, 1, false), "bar"});
    view.rows.push_back(row);
  };
  for (const ConfidenceRow& row : f.confidence) {
    add(page.word("table", row.table), row.count);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += row.count[i];
  }
  add("<strong>" + page.t("certainty.all") + "</strong>", sum);
  page.table(view);
}

void not_modelled(Page& page) {
  const Findings& f = page.findings;
  if (f.not_modelled.empty()) return;
  page << "<h3>" << page.t("certainty.not_modelled") << "</h3>\n<p>" << page.t("certainty.not_modelled_intro")
       << "</p>\n<ul>\n";
  for (const Name& name : f.not_modelled) page << "<li>" << page.name(name) << "</li>\n";
  page << "</ul>\n";
}

void method_texts(Page& page) {
  page << "<h3 id=\"methode\">" << page.t("certainty.method") << "</h3>\n<p>" << page.t("certainty.method_intro")
       << "</p>\n<dl class=\"methods\">\n";
  for (const std::string_view method : methods) {
    const std::string key = "method." + std::string(method);
    page << "<dt id=\"method-" << method << "\">" << page.t(key + ".title") << "</dt><dd>"
         << page.t(key, {page.format.count(page.replicas()), page.format.number(page.findings.horizon_h),
                         page.format.number(100 * page.findings.quantile_error),
                         page.format.count(static_cast<double>(page.findings.curve_replicas)),
                         page.format.count(static_cast<double>(page.findings.explained_replicas))})
         << "</dd>\n";
  }
  page << "</dl>\n";
}

void parameters(Page& page) {
  const Findings& f = page.findings;
  if (f.parameters.empty()) return;
  TableView view{
      "tabel-parameters",
      page.t("certainty.parameters_caption"),
      {page.t("col.parameter"), page.t("col.low"), page.t("col.typical"), page.t("col.high"), page.t("col.unit"),
       page.t("col.distribution"), page.t("col.source"), page.t("col.confidence"), page.t("col.used_by")},
      {},
      "parameters",
      "parameters",
      "processes"};
  const auto used = static_cast<std::size_t>(
      std::count_if(f.parameters.begin(), f.parameters.end(), [](const ParameterRow& row) { return row.used_by > 0; }));
  for (const ParameterRow& row : f.parameters) {
    if (row.used_by == 0 && used > 0) continue;
    std::string source = escaped(row.source);
    for (std::size_t i = 0; i < f.sources.size(); ++i) {
      if (f.sources[i].id == row.source) source = "<a href=\"#bron-" + std::to_string(i) + "\">" + source + "</a>";
    }
    view.rows.push_back({{page.figure(row.subject) + ": " + page.figure(row.name) + " <span class=\"sub\">" +
                          escaped(row.id) + "</span>"},
                         number_cell(page.format.number(row.low)),
                         number_cell(page.format.number(row.typical)),
                         number_cell(page.format.number(row.high)),
                         {escaped(row.unit)},
                         {page.word("distribution", row.distribution)},
                         {source},
                         {page.word("confidence", row.confidence)},
                         number_cell(page.format.count(static_cast<double>(row.used_by)))});
  }
  page << "<h3>" << page.t("certainty.parameters") << "</h3>\n";
  page.paragraph(page.t("certainty.on_screen"), "paper");
  page.open_fold(page.t("certainty.parameters_fold", {std::to_string(view.rows.size())}), true);
  page.table(view);
  page.close_fold();
}

/// Only addresses of the web become links: anything else in a source is shown as text.
std::string link(const std::string& url) {
  if (url.starts_with("https://") || url.starts_with("http://"))
    return "<a href=\"" + escaped(url) + "\" rel=\"noreferrer\">" + escaped(url) + "</a>";
  return escaped(url);
}

void source_list(Page& page) {
  const Findings& f = page.findings;
  if (f.sources.empty()) return;
  page << "<h3>" << page.t("certainty.sources") << "</h3>\n";
  page.paragraph(page.t("certainty.on_screen"), "paper");
  page.open_fold(page.t("certainty.sources_fold", {std::to_string(f.sources.size())}), true);
  page << "<ol class=\"sources\">\n";
  for (std::size_t i = 0; i < f.sources.size(); ++i) {
    const SourceRow& row = f.sources[i];
    page << "<li id=\"bron-" << std::to_string(i) << "\"><strong>" << escaped(row.title) << "</strong> ("
         << escaped(row.id) << ")";
    for (const std::string* part : {&row.publisher, &row.date, &row.licence}) {
      if (!part->empty()) page << ", " << escaped(*part);
    }
    if (!row.url.empty()) page << "<br>" << link(row.url);
    page << "</li>\n";
  }
  page << "</ol>\n";
  page.close_fold();
}

}  // namespace

void certainty(Page& page) {
  page.open_section("zekerheid", "certainty.heading");
  page.paragraph(page.t("certainty.intro"), "lead");
  confidence_table(page);
  not_modelled(page);
  method_texts(page);
  parameters(page);
  source_list(page);
  page << "<h3 id=\"begrippen\">" << page.t("certainty.glossary") << "</h3>\n<dl class=\"glossary\">\n";
  for (const std::string_view term : terms) {
    const std::string key = "term." + std::string(term);
    page << "<dt>" << page.t(key + ".name") << "</dt><dd>" << page.t(key) << "</dd>\n";
  }
  page << "</dl>\n";
  page.close_section();
}

}  // namespace veer::report::sections
