#include "report/reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace veer::report {

std::string word(const std::string& value, Language language, const Texts& texts) {
  const std::string key = "report.data.word." + value;
  return texts.has(key) ? texts.render(key, language) : value;
}

std::optional<double> value_at(const std::vector<float>& series, double hour) {
  if (series.empty()) return std::nullopt;
  const double index = std::clamp(std::floor(hour + 0.5), 0.0, static_cast<double>(series.size() - 1));
  return static_cast<double>(series[static_cast<std::size_t>(index)]);
}

std::string hour_suffix(double hour) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "u%03d", static_cast<int>(std::clamp(std::floor(hour + 0.5), 0.0, 9999.0)));
  return text.data();
}

std::string column_part(const std::string& id) {
  std::string out;
  for (const char c : id) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper) {
      out += static_cast<char>(c - 'A' + 'a');
    } else {
      out += plain ? c : '_';
    }
  }
  return out;
}

WorstNeed worst_need(const AreaFinding& area, double hour) {
  WorstNeed worst;
  if (area.residents <= 0) return worst;
  for (std::size_t n = 0; n < area.unmet.size(); ++n) {
    const double share = value_at(area.unmet[n].mean, hour).value_or(0) / area.residents;
    if (share > worst.share) worst = {share, n};
  }
  return worst;
}

namespace {

/// The number in `text` at [from, from + size), when all of it are digits.
std::optional<int> digits(const std::string& text, std::size_t from, std::size_t size) {
  if (text.size() < from + size) return std::nullopt;
  int value = 0;
  const char* const end = text.data() + from + size;
  const auto read = std::from_chars(text.data() + from, end, value);
  if (read.ec != std::errc{} || read.ptr != end || value < 0) return std::nullopt;
  return value;
}

std::optional<std::chrono::sys_days> day_of(const std::string& text) {
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

}  // namespace

std::string time_at(const std::string& start, double hour) {
  const auto day = day_of(start);
  const auto hours = digits(start, 11, 2);
  const auto minutes = digits(start, 14, 2);
  if (!day || !hours || !minutes) return "";
  const auto total = std::chrono::minutes{*hours * 60 + *minutes + static_cast<int>(std::floor(hour * 60 + 0.5))};
  const auto at = std::chrono::sys_time<std::chrono::minutes>{*day} + total;
  const auto at_day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{at_day};
  const auto minute = static_cast<int>((at - at_day).count());
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:00", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minute / 60, minute % 60);
  return text.data();
}

std::string marking(const Findings& findings, Language language, const Texts& texts) {
  const bool confirmed = std::all_of(findings.processes.begin(), findings.processes.end(),
                                     [](const ProcessFinding& one) { return one.confirmed; }) &&
                         std::all_of(findings.services.begin(), findings.services.end(),
                                     [](const ServiceFinding& one) { return one.confirmed_share >= 1; });
  const char* audience =
      findings.audience == Audience::open ? "report.data.marking_open" : "report.data.marking_internal";
  const std::string text = texts.render(audience, language);
  return confirmed ? text : text + " · " + texts.render("report.data.unconfirmed", language);
}

std::vector<StudyFact> study_facts(const Findings& findings, Language language, const Texts& texts) {
  std::vector<StudyFact> out{
      {"report.data.fact.marking", marking(findings, language, texts)},
      {"report.data.fact.region", in(findings.region_title, language)},
      {"report.data.fact.hazard", in(findings.hazard, language) + " (" + findings.hazard_id + ")"},
      {"report.data.fact.start", readable_time(findings.start, language, texts)},
      {"report.data.fact.season", word(findings.season, language, texts)},
      {"report.data.fact.outdoor", format_decimal(findings.outdoor_c, 1, language)},
      {"report.data.fact.residents", format_count(std::llround(findings.residents), language)},
      {"report.data.fact.reference_date", findings.reference_date},
      {"report.data.fact.replicas", format_count(findings.replicas, language)},
      {"report.data.fact.seed", std::to_string(findings.seed)},
      {"report.data.fact.horizon", format_decimal(findings.horizon_h, 0, language)},
      {"report.data.fact.engine", findings.engine + ", " + findings.model},
      {"report.data.fact.run_id", findings.run_id},
      {"report.data.fact.version", findings.version},
  };
  if (findings.cancelled)
    out.push_back({"report.data.fact.cancelled", texts.render("report.data.cancelled", language)});
  for (const std::string& attribution : findings.attributions)
    out.push_back({"report.data.fact.attribution", attribution});
  return out;
}

std::string readable_time(const std::string& start, Language language, const Texts& texts) {
  const std::string exact = time_at(start, 0);
  const auto day = day_of(start);
  if (exact.empty() || !day) return start;
  const std::chrono::year_month_day date{*day};
  const std::string weekday = "report.data.weekday." + std::to_string(std::chrono::weekday{*day}.iso_encoding());
  const std::string month = "report.data.month." + std::to_string(static_cast<unsigned>(date.month()));
  return texts.render(weekday, language) + " " + std::to_string(static_cast<unsigned>(date.day())) + " " +
         texts.render(month, language) + " " + std::to_string(static_cast<int>(date.year())) + ", " +
         exact.substr(11, 5);
}

std::string readable_date(const std::string& text, Language language, const Texts& texts) {
  const auto day = day_of(text);
  if (!day) return text;
  const std::chrono::year_month_day date{*day};
  const std::string month = "report.data.month." + std::to_string(static_cast<unsigned>(date.month()));
  return std::to_string(static_cast<unsigned>(date.day())) + " " + texts.render(month, language) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string figure_phrase(const std::string& phrase, Language language, const Texts& texts) {
  std::string key = "report.figure.";
  for (const char c : phrase) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (plain) {
      key += small;
    } else if (!key.ends_with('_') && !key.ends_with('.')) {
      key += '_';
    }
  }
  if (key.ends_with('_')) key.pop_back();
  return texts.has(key) ? texts.render(key, language) : phrase;
}

std::string figure_name(const Name& name, Language language, const Texts& texts) {
  const std::string& own = in(name, language);
  if (name.nl != name.en) return own;
  const std::size_t colon = own.find(": ");
  if (colon == std::string::npos) return figure_phrase(own, language, texts);
  return figure_phrase(own.substr(0, colon), language, texts) + ": " +
         figure_phrase(own.substr(colon + 2), language, texts);
}

std::string date_of(const std::string& text) { return day_of(text) ? text.substr(0, 10) : ""; }

}  // namespace veer::report
