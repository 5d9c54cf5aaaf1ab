#include "report/reading.hpp"

#include <doctest/doctest.h>

#include "report/data_messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

TEST_CASE("reading: the value of a series is that of the nearest hour, and the last beyond its end") {
  const std::vector<float> series{1, 2, 3};
  CHECK(*value_at(series, 0) == 1);
  CHECK(*value_at(series, 0.49) == 1);
  CHECK(*value_at(series, 0.5) == 2);
  CHECK(*value_at(series, 2) == 3);
  CHECK(*value_at(series, 400) == 3);
  CHECK(*value_at(series, -1) == 1);
  CHECK_FALSE(value_at({}, 0));
}

TEST_CASE("reading: names of columns sort by hour and hold plain characters only") {
  CHECK(hour_suffix(0) == "u000");
  CHECK(hour_suffix(72) == "u072");
  CHECK(hour_suffix(1080) == "u1080");
  CHECK(column_part("medical_power") == "medical_power");
  CHECK(column_part("Warmte/koeling") == "warmte_koeling");
}

TEST_CASE("reading: the worst need is the one with the greatest share, and none when nobody lacks anything") {
  AreaFinding area;
  area.residents = 200;
  area.unmet.resize(2);
  area.unmet[0].mean = {0, 50};
  area.unmet[1].mean = {0, 80};
  CHECK_FALSE(worst_need(area, 0).need);
  CHECK(worst_need(area, 1).need == 1U);
  CHECK(worst_need(area, 1).share == doctest::Approx(0.4));
  area.residents = 0;
  CHECK(worst_need(area, 1).share == 0);
}

TEST_CASE("reading: hours of the scenario become local times across midnight, month and leap day") {
  CHECK(time_at("2023-01-17T17:00", 0) == "2023-01-17T17:00:00");
  CHECK(time_at("2023-01-17 17:00", 7) == "2023-01-18T00:00:00");
  CHECK(time_at("2023-01-31T17:30:00", 7.5) == "2023-02-01T01:00:00");
  CHECK(time_at("2024-02-28T23:00", 1) == "2024-02-29T00:00:00");
  CHECK(time_at("dinsdag 17 januari, 17:00", 0).empty());
  CHECK(time_at("2023-02-30T17:00", 0).empty());
  CHECK(time_at("", 0).empty());
}

TEST_CASE("reading: a time is said with its weekday, and what is no time is left as it is") {
  const Texts texts{data_messages()};
  CHECK(readable_time("2023-01-17T17:00", Language::nl, texts) == "dinsdag 17 januari 2023, 17:00");
  CHECK(readable_time("2024-09-01 08:05:00", Language::en, texts) == "Sunday 1 September 2024, 08:05");
  CHECK(readable_time("ergens in januari", Language::nl, texts) == "ergens in januari");
}

TEST_CASE("reading: a date is the begin of a text or nothing") {
  CHECK(date_of("2021-01-01") == "2021-01-01");
  CHECK(date_of("2021-01-01T12:00") == "2021-01-01");
  CHECK(date_of("1-1-2021").empty());
}

TEST_CASE("reading: the marking warns until every process and service is confirmed") {
  const Texts texts{data_messages()};
  Findings findings = testing::sample_findings();
  CHECK(marking(findings, Language::nl, texts) == "INTERN · voorbeeldgegevens – niet bevestigd");
  for (auto& process : findings.processes) process.confirmed = true;
  for (auto& service : findings.services) service.confirmed_share = 1;
  CHECK(marking(findings, Language::nl, texts) == "INTERN");
  findings.services.back().confirmed_share = 0.99;
  findings.audience = Audience::open;
  CHECK(marking(findings, Language::en, texts) == "OPEN · example data – not confirmed");
}

TEST_CASE("data messages: every entry has words in both languages and the same slots in each") {
  for (const MessageText& entry : data_messages()) {
    CAPTURE(entry.key);
    CHECK_FALSE(entry.nl.empty());
    CHECK_FALSE(entry.en.empty());
    for (const char* slot : {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}"})
      CHECK((entry.nl.find(slot) == std::string_view::npos) == (entry.en.find(slot) == std::string_view::npos));
  }
}
