#include "report/sections/measures_account.hpp"

#include <doctest/doctest.h>

#include "report/data_messages.hpp"
#include "report/messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

namespace {

MeasureWorth worth(double person_hours, double error) {
  MeasureWorth out;
  out.unmet = {person_hours, error};
  return out;
}

/// Two years: a contract that was planned, cost more than that and came a year late; and a campaign, half delivered.
MeasureAccount two_years() {
  MeasureAccount out;
  AccountYear first;
  first.year = 2025;
  first.planned_eur = 13000;
  first.spent_eur = 500;
  first.promised = 2;
  first.partly = 1;
  first.promised_worth = worth(12300, 100);
  AccountYear second = first;
  second.year = 2026;
  second.planned_eur = 3000;
  second.spent_eur = 4100;
  second.delivered = 1;
  second.delivered_worth = worth(8200, 50);
  out.years = {first, second};
  out.rows = {{"contract",
               {"Brandstofcontract", "Fuel contract"},
               "Gemeente <Dorp>",
               2026,
               3000,
               4100,
               "yes",
               "2026-03-01",
               "later & duurder",
               true},
              {"campaign", {"Campagne", "Campaign"}, "Gemeente <Dorp>", 2025, 10000, {}, "partly", "", "", true}};
  return out;
}

std::string shown(Language language) {
  static const Texts texts{messages(), data_messages()};
  static const Findings findings = testing::sample_findings();
  Page page(findings, language, texts);
  sections::measures_account(page, two_years());
  std::string html = page.take();
  // A blank that does not break is a blank to who reads.
  for (const std::string blank : {"\u00A0", "&nbsp;"})
    for (std::size_t at = html.find(blank); at != std::string::npos; at = html.find(blank, at))
      html.replace(at, blank.size(), " ");
  return html;
}

/// The text of the row of a table whose header is this, cells parted by "|".
std::string row_of(const std::string& html, const std::string& head) {
  const std::size_t begin = html.rfind("<tr", html.find(">" + head + "<"));
  REQUIRE(begin != std::string::npos);
  std::string out;
  bool tag = false;
  for (std::size_t i = begin; i < html.find("</tr>", begin); ++i) {
    if (html[i] == '<') {
      tag = true;
      if (html.compare(i, 3, "<td") == 0) out += '|';
    }
    if (!tag && html[i] != '\n') out += html[i];
    if (html[i] == '>') tag = false;
  }
  return out;
}

}  // namespace

TEST_CASE("account in the report: each year has what was planned, spent, promised and delivered, and what both save") {
  const std::string html = shown(Language::nl);
  // ± is 1.96 standard errors: 196 of 100, 98 of 50.
  CHECK(row_of(html, "2025") == "2025|€ 13.000|€ 500|2|0|1|12.300 ± 196|0 ± 0");
  CHECK(row_of(html, "2026") == "2026|€ 3.000|€ 4.100|2|1|1|12.300 ± 196|8.200 ± 98");
}

TEST_CASE("account in the report: each row says who pays, whether it was delivered and when; unspent is not zero") {
  const std::string html = shown(Language::nl);
  CHECK(row_of(html, "Brandstofcontract") ==
        "Brandstofcontract|2026|Gemeente &lt;Dorp&gt;|€ 3.000|€ 4.100|klaar 1 maart 2026|later &amp; duurder");
  CHECK(row_of(html, "Campagne").find("|€ 10.000|–|") != std::string::npos);
  CHECK(row_of(shown(Language::en), "Fuel contract").find("|€ 3,000|") != std::string::npos);
}
