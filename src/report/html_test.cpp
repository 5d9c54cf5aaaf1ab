#include "report/html.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <regex>
#include <set>
#include <vector>

#include "report/assets.hpp"
#include "report/data_messages.hpp"
#include "report/html_format.hpp"
#include "report/html_page.hpp"
#include "report/messages.hpp"
#include "report/svg_chart.hpp"
#include "report/svg_map.hpp"
#include "report/svg_point.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

namespace {

const Texts& texts() {
  static const Texts all{messages(), data_messages()};
  return all;
}

std::string report_of(const Findings& findings, Language language = Language::nl) {
  return html_report(findings, language, texts());
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

/// The page without its script, style and embedded data: what a reader sees, with the tags.
std::string body_of(const std::string& html) {
  const std::size_t from = html.find("<body>");
  std::string out = html.substr(from, html.rfind("</html>") - from);
  for (std::size_t at = out.find("<script"); at != std::string::npos; at = out.find("<script"))
    out.erase(at, out.find("</script>", at) + 9 - at);
  return out;
}

/// The words alone.
std::string words_of(const std::string& html) {
  std::string out;
  bool tag = false;
  for (const char c : body_of(html)) {
    tag = tag || c == '<';
    if (!tag) out += c;
    if (c == '>' && tag) {
      tag = false;
      out += ' ';
    }
  }
  return out;
}

/// Whether every element that is opened is closed, in order.
std::string first_unbalanced(const std::string& html) {
  static const std::set<std::string> empty{"meta", "input", "br", "!DOCTYPE"};
  std::vector<std::string> open;
  const std::regex tag("<(/?)([!a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
  const std::string body = body_of(html);
  for (std::sregex_iterator it(body.begin(), body.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2];
    const std::string rest = (*it)[3];
    if (empty.contains(name) || rest.ends_with("/")) continue;
    if ((*it)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + "> while " + (open.empty() ? "nothing" : open.back()) + " is open";
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is left open";
}

}  // namespace

TEST_CASE("html: what could be read as markup is escaped") {
  CHECK(escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(escaped("caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(escaped("bad\xFFtail") == "bad\xEF\xBF\xBDtail");
  CHECK(escaped(std::string("a\0b", 3)) == "a b");
}

TEST_CASE("html: base64 as in RFC 4648, section 10") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("html: the Wilson interval of 2 in 10 is 0.057 to 0.510, and of none in 10 it is 0 to 0.278") {
  // Hand: z² = 3.8415; (0.2 + 0.19207 ± 1.96·sqrt(0.016 + 0.0096036)) / 1.38415 = (0.39207 ± 0.31362) / 1.38415.
  CHECK(wilson(0.2, 10).low == doctest::Approx(0.0567).epsilon(0.01));
  CHECK(wilson(0.2, 10).high == doctest::Approx(0.5098).epsilon(0.001));
  CHECK(wilson(0, 10).low == 0);
  CHECK(wilson(0, 10).high == doctest::Approx(0.2775).epsilon(0.001));
  CHECK(wilson(1, 10).high == 1);
}

TEST_CASE("html: numbers follow the language and say when they lie beyond the horizon") {
  const Format dutch(Language::nl, 168);
  const Format english(Language::en, 168);
  constexpr double never = std::numeric_limits<double>::infinity();
  CHECK(dutch.hours(8.5) == "8,5\u00A0uur");
  CHECK(dutch.hours(4) == "4\u00A0uur");
  CHECK(dutch.hours(9.96) == "10\u00A0uur");
  CHECK(dutch.hours(83.5) == "84\u00A0uur");
  CHECK(english.hours(8.5) == "8.5\u00A0h");
  CHECK(dutch.hours(never) == "&gt; 168\u00A0uur");
  CHECK(dutch.hours(168) == "168\u00A0uur");
  CHECK(dutch.spread_hours({70, 1, 49, 70, never}) == "70\u00A0uur <span class=\"iv\">(49 – &gt; 168)</span>");
  CHECK(dutch.count(1121670) == "1.121.670");
  CHECK(dutch.rough(1121670) == "1.120.000");
  CHECK(dutch.count(std::nan("")) == "–");
  CHECK(dutch.percent(0.001) == "&lt; 1\u00A0%");
  CHECK(dutch.percent(0) == "0\u00A0%");
  CHECK(dutch.percent(0.999) == "&gt; 99\u00A0%");
  CHECK(dutch.percent(1) == "100\u00A0%");
  CHECK(dutch.number(0.25) == "0,25");
  CHECK(dutch.number(0.02) == "0,02");
  CHECK(english.number(4) == "4");
}

TEST_CASE("html: what came out the same in all replicas stands alone, what varies has its interval") {
  const Format dutch(Language::nl, 168);
  constexpr double never = std::numeric_limits<double>::infinity();
  CHECK(dutch.spread_count(1200, 1200, 1200) == "1.200");
  CHECK(dutch.spread_count(0, 0, 0) == "0");
  CHECK(dutch.spread_count(12, 0, 0) == "12 <span class=\"iv\">(0)</span>");
  CHECK(dutch.spread_percent(1, 1, 1) == "100\u00A0%");
  CHECK(dutch.spread_hours({8, 0, 8, 8, 8}) == "8\u00A0uur");
  CHECK(dutch.spread_hours({168, 0, never, never, never}) == "&gt; 168\u00A0uur");
  CHECK(dutch.median_thousands({12000, 0, 12000, 12000, 12000}) == "12");
  CHECK(dutch.spread_count(1200, 1190, 1206) == "1.200 <span class=\"iv\">(1.190–1.206)</span>");
}

TEST_CASE("html: the width of a bin is told where residents and services are shown, and not where there are none") {
  Findings findings = testing::sample_findings();
  REQUIRE(findings.region.unmet.front().bin_width > 0);
  const std::string html = report_of(findings);
  CHECK(html.find("(1 van 63 even brede klassen)") != std::string::npos);
  CHECK(html.find("voor het gebied met de meeste inwoners is een klasse") != std::string::npos);
  CHECK(html.find("randen van klassen van 1,59 procentpunt") != std::string::npos);
  for (auto* curves : {&findings.region.unmet, &findings.areas.front().unmet})
    for (Curve& curve : *curves) curve.bin_width = 0;
  for (AreaFinding& area : findings.areas)
    for (Curve& curve : area.unmet) curve.bin_width = 0;
  for (ServiceFinding& service : findings.services) service.down_share.bin_width = 0;
  CHECK(report_of(findings).find("randen van klassen") == std::string::npos);
}

TEST_CASE("html: columns that say different things stand with their names on a small screen; moments stay a table") {
  const Findings findings = testing::sample_findings();
  const Page page(findings, Language::nl, texts());
  TableView view{"t", "Titel", {"Wat", "Kans <b>hier</b>", "Bron"}, {{{"a"}, {"b"}, {"c"}}}, "", ""};
  const std::string blocks = page.table_html(view);
  CHECK(blocks.find("class=\"stack\"") != std::string::npos);
  CHECK(blocks.find("<td data-label=\"Kans hier\">b</td>") != std::string::npos);
  CHECK(blocks.find("<th scope=\"row\">a</th>") != std::string::npos);
  view.css = "heat";
  CHECK(page.table_html(view).find("data-label") == std::string::npos);
  view.css = "";
  view.head.pop_back();
  view.rows[0].pop_back();
  CHECK(page.table_html(view).find("stack") == std::string::npos);
}

TEST_CASE("html: the ticks of an axis are round and reach the top") {
  CHECK(nice_ticks(1) == std::vector<double>{0, 0.5, 1});
  CHECK(nice_ticks(41000).back() >= 41000);
  CHECK(nice_ticks(41000).size() <= 6);
  CHECK(nice_ticks(0) == std::vector<double>{0, 1});
  CHECK(nice_ticks(std::nan("")) == std::vector<double>{0, 1});
}

TEST_CASE("html: thinning a line keeps its corners and drops what lies on it") {
  const auto kept = svg::thinned({{0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}}, 0.1);
  CHECK(svg::path(kept, false) == "M0,0L2,0 2,2");
  CHECK(svg::coordinate(-0.04) == "0");
  CHECK(svg::coordinate(12.34) == "12.3");
  CHECK(svg::coordinate(std::nan("")) == "0");
}

TEST_CASE("html: a border lies between municipalities and round the region, not between areas of one municipality") {
  Findings findings = testing::empty_findings();
  findings.municipalities.resize(2);
  const auto add = [&](double lon, std::size_t municipality) {
    AreaFinding area;
    area.municipality = municipality;
    area.outline = {{{{lon, 52}, {lon + 0.1, 52}, {lon + 0.1, 52.1}, {lon, 52.1}, {lon, 52}}}};
    findings.areas.push_back(area);
  };
  add(5.0, 0);
  add(5.1, 0);
  add(5.2, 1);
  const MapDrawing drawing(findings);
  REQUIRE(drawing.shapes().size() == 3);
  // Three equal columns over 612 units from 14 on: edges at 14, 218, 422 and 626; only 218 lies inside a municipality.
  CHECK(drawing.borders().find("422,") != std::string::npos);
  const std::regex inner("218,[0-9.]+ 218,|218,[0-9.]+L218,");
  CHECK_FALSE(std::regex_search(drawing.borders(), inner));
}

TEST_CASE("html: every sentence stands in both languages and none is missing from the page") {
  const Texts of_page{messages()};
  for (const auto& [key, entry] : of_page.entries()) {
    CAPTURE(key);
    CHECK_FALSE(entry.nl.empty());
    CHECK_FALSE(entry.en.empty());
    CHECK(entry.nl.find_first_of("<>&") == std::string_view::npos);
    CHECK(entry.en.find_first_of("<>&") == std::string_view::npos);
    for (char slot = '0'; slot <= '9'; ++slot) {
      const std::string place = std::string("{") + slot + "}";
      CHECK((entry.nl.find(place) != std::string_view::npos) == (entry.en.find(place) != std::string_view::npos));
    }
  }
  const std::regex key("report\\.[a-z_]+\\.[a-z_0-9]+");
  for (const Language language : {Language::nl, Language::en})
    CHECK_FALSE(std::regex_search(words_of(report_of(testing::sample_findings(), language)), key));
}

TEST_CASE("html: the page is well formed, whatever is left out of it") {
  CHECK(first_unbalanced(report_of(testing::sample_findings())) == "");
  CHECK(first_unbalanced(report_of(testing::sample_findings(), Language::en)) == "");
  CHECK(first_unbalanced(report_of(testing::sample_findings_open())) == "");
  CHECK(first_unbalanced(report_of(testing::empty_findings())) == "");
}

TEST_CASE("html: nothing is loaded from elsewhere; an address stands only in a link") {
  const std::string html = report_of(testing::sample_findings());
  CHECK_FALSE(std::regex_search(body_of(html), std::regex("\\s(src|srcset|action|poster|xlink:href)\\s*=")));
  CHECK(html.find("@import") == std::string::npos);
  CHECK(html.find("url(") == std::string::npos);
  CHECK(html.find("<link") == std::string::npos);
  CHECK(html.find("fetch(") == std::string::npos);
  const std::regex elsewhere("<([a-z]+)[^>]*href=\"([^#\"][^\"]*)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), elsewhere), end; it != end; ++it) CHECK((*it)[1] == "a");
  CHECK(html.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("html: a source address that is no web address does not become a link") {
  Findings findings = testing::sample_findings();
  findings.sources[0].url = "javascript:alert(1)";
  const std::string html = report_of(findings);
  CHECK(html.find("href=\"javascript") == std::string::npos);
}

TEST_CASE("html: names with markup in them cannot break the page or its data") {
  Findings findings = testing::sample_findings();
  findings.areas[0].name = "</script><script>alert(1)</script>";
  findings.municipalities[0].name = "<img onerror=x>";
  findings.region_title.nl = "a\"}<b>";
  const std::string html = report_of(findings);
  CHECK(html.find("<script>alert") == std::string::npos);
  CHECK(html.find("<img") == std::string::npos);
  CHECK(html.find("\\u003c/script\\u003e") != std::string::npos);
  CHECK(count_of(html, "<script") == 2);
  CHECK(count_of(html, "</script>") == 2);
  CHECK(report_of(testing::sample_findings()).find("<Kolk>") == std::string::npos);
}

TEST_CASE("html: no number that is none reaches the page") {
  Findings findings = testing::sample_findings();
  findings.processes[0].recovery_h.mean = std::nan("");
  findings.processes[0].recovery_h.p50 = std::nan("");
  findings.services[0].down_share.mean[5] = std::nanf("");
  findings.areas[0].unmet[0].mean[24] = std::numeric_limits<float>::infinity();
  const std::string words = words_of(report_of(findings));
  const std::regex none("\\b(nan|inf|NaN|Infinity)\\b");
  CHECK_FALSE(std::regex_search(words, none));
  CHECK_FALSE(std::regex_search(body_of(report_of(findings)), std::regex("\\sd=\"[^\"]*(nan|inf)")));
}

TEST_CASE("html: beyond the horizon is said, with decimal commas in Dutch and points in English") {
  const std::string dutch = report_of(testing::sample_findings());
  CHECK(dutch.find("&gt; 168") != std::string::npos);
  CHECK(dutch.find("<html lang=\"nl\">") != std::string::npos);
  CHECK(dutch.find("0,25") != std::string::npos);
  const std::string english = report_of(testing::sample_findings(), Language::en);
  CHECK(english.find("<html lang=\"en\">") != std::string::npos);
  CHECK(english.find("0.25") != std::string::npos);
}

TEST_CASE("html: the page says how fast homes get cold, or that they stay warm enough") {
  Findings findings = testing::sample_findings();
  findings.outdoor_c = 5;
  const std::string cold = html_report(findings, Language::nl, texts());
  CHECK(cold.find("na 20\u00a0uur kouder dan 14 °C (de koudste 5 % al na 15\u00a0uur, 95 % na 41\u00a0uur)") !=
        std::string::npos);
  CHECK(cold.find("na 24 uur 13 °C, na 48 uur 10 °C en na 72 uur 7 °C") != std::string::npos);  // 5 + 15·exp(−t/40)

  findings.home.hours_to_limit.p50 = std::numeric_limits<double>::infinity();
  CHECK(html_report(findings, Language::nl, texts()).find("wordt geen huis kouder dan 14 °C") != std::string::npos);
}

TEST_CASE("html: the banner and the marking stand on the screen and in the margins of paper") {
  const std::string html = report_of(testing::sample_findings());
  CHECK(html.find("Voorbeeldgegevens – niet bevestigd.") != std::string::npos);
  CHECK(html.find("@bottom-left{content:\"voorbeeldgegevens – niet bevestigd\"}") != std::string::npos);
  CHECK(html.find("<p class=\"marking\">intern</p>") != std::string::npos);
  CHECK(report_of(testing::sample_findings_open()).find("<p class=\"marking\">openbaar</p>") != std::string::npos);
  CHECK(report_of(testing::sample_findings(), Language::en).find("example data – not confirmed") != std::string::npos);
}

TEST_CASE("html: every chart has a title, a description and a table with its numbers") {
  const std::string html = body_of(report_of(testing::sample_findings()));
  std::size_t charts = 0;
  for (std::size_t at = html.find("<svg class=\"chart\""); at != std::string::npos;
       at = html.find("<svg class=\"chart\"", at + 1)) {
    ++charts;
    const std::string chart = html.substr(at, html.find("</svg>", at) - at);
    CHECK(chart.find("<title") != std::string::npos);
    CHECK(chart.find("<desc") != std::string::npos);
    const std::size_t end = html.find("</section>", at);
    const std::size_t table = html.find("<table", at);
    CHECK(table < end);
  }
  CHECK(charts >= 10 + 2 + 1);
  CHECK(count_of(html, "<caption") == count_of(html, "<table"));
  CHECK(count_of(html, "<thead") == count_of(html, "<table"));
}

TEST_CASE("html: every link inside the page has its target and no id stands twice") {
  for (const Findings& findings :
       {testing::sample_findings(), testing::sample_findings_open(), testing::empty_findings()}) {
    const std::string html = body_of(report_of(findings));
    std::multiset<std::string> ids;
    const std::regex id("\\sid=\"([^\"]*)\"");
    for (std::sregex_iterator it(html.begin(), html.end(), id), end; it != end; ++it) ids.insert((*it)[1]);
    for (const std::string& one : ids) {
      CAPTURE(one);
      CHECK(ids.count(one) == 1);
    }
    const std::regex href("href=\"#([^\"]*)\"");
    for (std::sregex_iterator it(html.begin(), html.end(), href), end; it != end; ++it) {
      const std::string target = (*it)[1];
      CAPTURE(target);
      CHECK(ids.contains(target));
    }
  }
}

TEST_CASE("html: the chapters stand in their order, own continuity before everything but the summary") {
  const std::string html = report_of(testing::sample_findings());
  std::size_t before = 0;
  for (const std::string id : {"kern", "eigen", "diensten", "kaart", "uitsplitsing", "fasen", "economie", "invloed",
                               "criteria", "vastlopers", "zekerheid"}) {
    CAPTURE(id);
    const std::size_t at = html.find("<section id=\"" + id + "\"");
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
}

TEST_CASE("html: the public version has no empty headings and names no asset") {
  const std::string html = body_of(report_of(testing::sample_findings_open()));
  CHECK(html.find("tabel-invloed-objecten") == std::string::npos);
  CHECK(html.find("Kolk") == std::string::npos);
  CHECK(html.find("Beperkend onderdeel") == std::string::npos);
  CHECK_FALSE(std::regex_search(html, std::regex("</h3>\\s*(<h3|</section)")));
  CHECK_FALSE(std::regex_search(html, std::regex("</h2>\\s*</section")));
}

TEST_CASE("html: a region in which nothing was found gives a page with its methods only") {
  const std::string html = body_of(report_of(testing::empty_findings()));
  CHECK(html.find("<section id=\"eigen\"") == std::string::npos);
  CHECK(html.find("<section id=\"kaart\"") == std::string::npos);
  CHECK(html.find("<section id=\"zekerheid\"") != std::string::npos);
}

TEST_CASE("html: the same findings give the same bytes") {
  CHECK(report_of(testing::sample_findings()) == report_of(testing::sample_findings()));
}

TEST_CASE("html: 142 areas, 12 needs and 169 hours stay below 6 MB") {
  Findings findings = testing::sample_findings();
  const DailyNeed need = findings.needs[0];
  const AreaFinding area = findings.areas[0];
  findings.needs.resize(12, need);
  for (Municipality& municipality : findings.municipalities) {
    municipality.unmet.resize(12, municipality.unmet[0]);
    municipality.without.resize(12, municipality.without[0]);
  }
  findings.municipalities.resize(9, findings.municipalities[0]);
  findings.areas.resize(142, area);
  for (AreaFinding& one : findings.areas) {
    one.unmet.resize(12, area.unmet[0]);
    one.without.resize(12, area.without[0]);
  }
  CHECK(report_of(findings).size() < 6'000'000);
}

TEST_CASE("html: no text is set smaller than 12 pixels on screen") {
  // rem is 16 px; the style for paper follows "@media print".
  const std::string style(assets::style.substr(0, assets::style.find("@page {")));
  const std::regex sizes("font-size: (\\.?[0-9.]+)(px|rem|em)");
  for (std::sregex_iterator it(style.begin(), style.end(), sizes), end; it != end; ++it) {
    const std::string unit = (*it)[2];
    const double size = std::stod((*it)[1].str()) * (unit == "px" ? 1 : 16);
    CAPTURE((*it)[0].str());
    CHECK(size >= 12);
  }
}

TEST_CASE("html: the sample can be looked at") {
  // Left where the build is, so that a person can open what the tests have checked.
  const char* build = std::getenv("VEER_BINARY_DIR");
  if (build == nullptr) {
    MESSAGE("skipped: VEER_BINARY_DIR is not set");
    return;
  }
  const std::filesystem::path folder(build);
  for (const auto& [name, findings, language] :
       {std::tuple{"sample_report.html", testing::sample_findings(), Language::nl},
        std::tuple{"sample_report_en.html", testing::sample_findings(), Language::en},
        std::tuple{"sample_report_openbaar.html", testing::sample_findings_open(), Language::nl}}) {
    std::ofstream(folder / name, std::ios::binary) << report_of(findings, language);
    CHECK(std::filesystem::file_size(folder / name) > 10'000);
  }
}
