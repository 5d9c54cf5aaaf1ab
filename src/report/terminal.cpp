#include "report/terminal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "report/reading.hpp"

namespace veer::report {

namespace {

constexpr std::size_t service_rows = 10;
constexpr std::size_t need_rows = 8;
constexpr std::size_t process_rows = 5;
constexpr std::size_t spark_columns = 12;
constexpr std::size_t interval_columns = 13;

/// Columns a text takes: one per code point; the texts here hold no wide or combining characters.
std::size_t columns(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The first `most` columns of a text, ending in … where something was left out.
std::string cut(const std::string& text, std::size_t most) {
  if (columns(text) <= most) return text;
  std::size_t seen = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (starts && ++seen == most) break;
    ++end;
  }
  return text.substr(0, end) + "…";
}

std::string left(const std::string& text, std::size_t width) {
  const std::string short_text = cut(text, width);
  return short_text + std::string(width - columns(short_text), ' ');
}

std::string right(const std::string& text, std::size_t width) {
  const std::string short_text = cut(text, width);
  return std::string(width - columns(short_text), ' ') + short_text;
}

enum class Tone { plain, strong, quiet, good, warn, bad };

/// A table row by row: how a value is written, how grave it is, and where its curve and interval come from.
struct Row {
  std::string label;
  const Curve* curve = nullptr;
  double whole = 1;  ///< what 100 % is
};

class Screen {
 public:
  Screen(const Findings& findings, Language language, const Texts& texts, bool colour, int width)
      : findings_(findings),
        language_(language),
        texts_(texts),
        colour_(colour),
        width_(static_cast<std::size_t>(std::max(width, 60))) {}

  std::string draw() {
    heading();
    continuity();
    services();
    people();
    certainty();
    return std::move(out_);
  }

 private:
  std::string say(const char* key, std::vector<std::string> arguments = {}) const {
    return texts_.render(Message{key, std::move(arguments)}, language_);
  }
  /// "42 %"; "<1 %" and ">99 %" where rounding would say none or all.
  std::string percent(double share) const {
    if (share > 0 && share < 0.005) return "<1 %";
    if (share < 1 && share > 0.995) return ">99 %";
    return format_decimal(100 * share, 0, language_) + " %";
  }
  std::string count(double value) const { return format_count(std::llround(value), language_); }

  std::string paint(const std::string& text, Tone tone) const {
    static constexpr std::array<const char*, 6> codes{"", "\033[1m", "\033[2m", "\033[32m", "\033[33m", "\033[31;1m"};
    const char* code = codes.at(static_cast<std::size_t>(tone));
    return colour_ && tone != Tone::plain ? code + text + "\033[0m" : text;
  }

  void line(const std::string& text, Tone tone = Tone::plain) { out_ += paint(cut(text, width_), tone) + "\n"; }
  void title(const std::string& text) {
    out_ += "\n";
    line(text, Tone::strong);
  }

  void heading() {
    const std::string mark = marking(findings_, language_, texts_);
    const std::string what = in(findings_.region_title, language_) + " · " + in(findings_.hazard, language_);
    const std::size_t room = width_ - std::min(width_ - 20, columns(mark) + 2);
    out_ += paint(left(what, room), Tone::strong) + "  " + paint(cut(mark, width_ - room - 2), Tone::warn) + "\n";
    line(say("report.data.run_line", {count(findings_.residents), readable_time(findings_.start, language_, texts_),
                                      word(findings_.season, language_, texts_),
                                      format_decimal(findings_.outdoor_c, 0, language_), count(findings_.replicas)}),
         Tone::quiet);
    if (findings_.cancelled) line(say("report.data.cancelled"), Tone::bad);
  }

  /// "82–99 %"; the closed interval P5–P95 of one hour, or "100 %" where both are the same.
  std::string interval(const Row& row, double hour, bool share) const {
    const auto low = value_at(row.curve->p5, hour);
    const auto high = value_at(row.curve->p95, hour);
    if (!low || !high) return "";
    if (*low == *high) return share ? percent(*high / row.whole) : thousands(*high);
    if (share) return format_decimal(100 * *low / row.whole, 0, language_) + "–" + percent(*high / row.whole);
    return thousands(*low) + "–" + thousands(*high);
  }

  /// Two digits at least, so that small groups are not lost: "1.122", "61", "8,3", "0,93".
  std::string thousands(double residents) const {
    const double value = residents / 1000;
    if (value < 0.005) return "0";
    return format_decimal(value, value < 0.995 ? 2 : value < 9.95 ? 1 : 0, language_);
  }

  double worst_moment(const Curve& curve) const {
    double hour = findings_.moments.front().hour;
    double most = -1;
    for (const Moment& moment : findings_.moments) {
      const double value = value_at(curve.mean, moment.hour).value_or(0);
      if (value > most) {
        most = value;
        hour = moment.hour;
      }
    }
    return hour;
  }

  static std::string spark(const Row& row) {
    static constexpr std::array<const char*, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const auto& values = row.curve->mean;
    std::string out;
    for (std::size_t i = 0; i < spark_columns && !values.empty(); ++i) {
      const std::size_t from = i * values.size() / spark_columns;
      const std::size_t to = std::max(from + 1, (i + 1) * values.size() / spark_columns);
      float most = 0;
      for (std::size_t hour = from; hour < to && hour < values.size(); ++hour) most = std::max(most, values[hour]);
      const double share = row.whole > 0 ? std::clamp(static_cast<double>(most) / row.whole, 0.0, 1.0) : 0;
      out += blocks.at(static_cast<std::size_t>(std::lround(share * 7)));
    }
    return out;
  }

  static Tone tone_of(double share) {
    return share >= 0.5 ? Tone::bad : share >= 0.1 ? Tone::warn : share < 0.005 ? Tone::good : Tone::plain;
  }

  /// The moments as columns, then the small curve and the interval where there is room for them.
  void table(const std::string& head, const std::vector<Row>& rows, bool share) {
    constexpr std::size_t cell = 6;
    const bool with_spark = width_ >= 100;
    const bool with_interval = width_ >= 84;
    const std::size_t extra = (with_interval ? interval_columns : 0) + (with_spark ? spark_columns + 2 : 0);
    const std::size_t moments = std::min(findings_.moments.size(), (width_ - extra - 16) / cell);
    const std::size_t label = std::min<std::size_t>(width_ - extra - moments * cell, 32);
    std::string top = left(head, label);
    for (std::size_t m = 0; m < moments; ++m)
      top += right(format_decimal(findings_.moments[m].hour, 0, language_) + " " + say("report.data.hour_unit"), cell);
    if (with_spark)
      top += "  " + left("0–" + format_decimal(findings_.horizon_h, 0, language_) + " " + say("report.data.hour_unit"),
                         spark_columns);
    if (with_interval) top += right("P5–P95", interval_columns);
    line(top, Tone::quiet);
    for (const Row& row : rows) {
      out_ += left(row.label, label);
      for (std::size_t m = 0; m < moments; ++m) {
        const double value = value_at(row.curve->mean, findings_.moments[m].hour).value_or(0);
        const double part = row.whole > 0 ? value / row.whole : 0;
        out_ += paint(right(share ? percent(part) : thousands(value), cell), tone_of(part));
      }
      if (with_spark) out_ += "  " + left(spark(row), spark_columns);
      if (with_interval)
        out_ += paint(right(interval(row, worst_moment(*row.curve), share), interval_columns), Tone::quiet);
      out_ += "\n";
    }
  }

  /// The services that lose most, in the order in which half of them is gone.
  void services() {
    if (findings_.services.empty() || findings_.moments.empty()) return;
    std::vector<const ServiceFinding*> chosen;
    for (const ServiceFinding& service : findings_.services) chosen.push_back(&service);
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](auto* a, auto* b) { return a->phases.area.mean > b->phases.area.mean; });
    chosen.resize(std::min(chosen.size(), service_rows));
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](auto* a, auto* b) { return a->first_half_down_h.p50 < b->first_half_down_h.p50; });
    std::vector<Row> rows;
    for (const ServiceFinding* service : chosen)
      rows.push_back({in(service->name, language_), &service->down_share, 1});
    title(say("report.data.services_title"));
    table(say("report.data.services_head"), rows, true);
  }

  void people() {
    const auto& unmet = findings_.region.unmet;
    const std::size_t known = std::min(unmet.size(), findings_.needs.size());
    if (known == 0 || findings_.moments.empty()) return;
    std::vector<std::size_t> chosen(known);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    const auto total = [&](std::size_t n) { return std::accumulate(unmet[n].mean.begin(), unmet[n].mean.end(), 0.0); };
    std::stable_sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) { return total(a) > total(b); });
    chosen.resize(std::min(chosen.size(), need_rows));
    std::vector<Row> rows;
    for (const std::size_t n : chosen)
      rows.push_back({in(findings_.needs[n].name, language_), &unmet[n], findings_.residents});
    title(say("report.data.people_title"));
    table(say("report.data.people_head"), rows, false);
  }

  std::string hours(double value) const {
    const std::string unit = " " + say("report.data.hour_unit");
    return std::isfinite(value) ? format_decimal(value, value < 10 && value > 0 ? 1 : 0, language_) + unit
                                : "> " + format_decimal(findings_.horizon_h, 0, language_) + unit;
  }

  std::vector<const ProcessFinding*> own_processes() const {
    std::vector<const ProcessFinding*> own;
    for (const ProcessFinding& process : findings_.processes)
      if (process.organisation < findings_.organisations.size() &&
          findings_.organisations[process.organisation].own_continuity)
        own.push_back(&process);
    std::stable_sort(own.begin(), own.end(), [](auto* a, auto* b) {
      return std::pair{a->mtpd_exceeded.mean, a->longest_interruption_h.mean} >
             std::pair{b->mtpd_exceeded.mean, b->longest_interruption_h.mean};
    });
    return own;
  }

  void continuity() {
    auto own = own_processes();
    if (own.empty()) return;
    const auto likely =
        std::count_if(own.begin(), own.end(), [](auto* process) { return process->mtpd_exceeded.mean >= 0.5; });
    title(say("report.data.continuity_title"));
    line(say("report.data.continuity_count",
             {count(static_cast<double>(likely)), count(static_cast<double>(own.size()))}));
    own.resize(std::min(own.size(), process_rows));
    const std::size_t chance = 14;
    const std::size_t recovery = width_ >= 84 ? 28 : 14;
    const std::size_t label = std::min<std::size_t>(width_ - chance - recovery, 58);
    line(left(say("report.data.continuity_head"), label) + right(say("report.data.continuity_chance"), chance) +
             right(say(width_ >= 84 ? "report.data.continuity_recovery" : "report.data.continuity_recovery_short"),
                   recovery),
         Tone::quiet);
    for (const ProcessFinding* process : own) {
      const double p = process->mtpd_exceeded.mean;
      const std::string margin = " ± " + format_decimal(196 * process->mtpd_exceeded.standard_error, 0, language_);
      std::string back = hours(process->recovery_h.p50);
      if (width_ >= 84) back += " (" + hours(process->recovery_h.p5) + " – " + hours(process->recovery_h.p95) + ")";
      const std::string who = findings_.organisations[process->organisation].name + ": " + in(process->name, language_);
      out_ += left(who, label) +
              paint(right(format_decimal(100 * p, 0, language_) + margin + " %", chance), tone_of(p)) +
              right(back, recovery) + "\n";
    }
  }

  double assumption_share() const {
    std::size_t all = 0;
    std::size_t assumed = 0;
    for (const ConfidenceRow& row : findings_.confidence) {
      all += std::accumulate(row.count.begin(), row.count.end(), std::size_t{0});
      assumed += row.count.back();
    }
    return all == 0 ? 0 : static_cast<double>(assumed) / static_cast<double>(all);
  }

  std::string millions(double value) const { return format_decimal(value / 1e6, value < 1e7 ? 1 : 0, language_); }

  void certainty() {
    title(say("report.data.certainty_title"));
    const Estimate& total = findings_.total_unmet_person_hours;
    line(say("report.data.certainty_total", {millions(total.mean), millions(total.p5), millions(total.p95)}));
    line(say("report.data.certainty_spread", {percent(findings_.spread_shared), percent(findings_.spread_own)}));
    std::string most;
    for (std::size_t i = 0; i < std::min<std::size_t>(findings_.influences_groups.size(), 3); ++i)
      most += (i == 0 ? "" : "; ") + in(findings_.influences_groups[i].name, language_);
    if (!most.empty()) line(say("report.data.certainty_most", {most}));
    line(say("report.data.certainty_rows", {percent(assumption_share())}));
  }

  const Findings& findings_;
  Language language_;
  const Texts& texts_;
  bool colour_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string summary(const Findings& findings, Language language, const Texts& texts, bool colour, int width) {
  return Screen(findings, language, texts, colour, width).draw();
}

}  // namespace veer::report
