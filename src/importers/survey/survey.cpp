#include "importers/survey/survey.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "formats/csv.hpp"
#include "importers/fresh/table_rows.hpp"
#include "region/cells.hpp"

namespace veer::importers {

namespace {

using fresh::TableRows;

constexpr const char* correction_id = "survey.correction";
constexpr const char* source_id = "survey";

/// The hours of one answer with its weight.
struct Answer {
  double hours = 0;
  double weight = 1;
};

/// A column that asks after a daily need.
struct Asked {
  std::size_t column = 0;
  std::string name;
  std::string need;
  double hours = 1;  ///< 24 for days
};

/// All answers of some place: by need, and the weight of each respondent.
struct Pool {
  std::map<std::string, std::vector<Answer>> needs;
  std::vector<double> weights;

  [[nodiscard]] double effective() const {
    double sum = 0;
    double squares = 0;
    for (const double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    return squares > 0 ? sum * sum / squares : 0;
  }
};

/// The smallest value that a share p of the weight does not exceed.
double quantile(const std::vector<Answer>& sorted, double p) {
  double all = 0;
  for (const Answer& answer : sorted) all += answer.weight;
  double seen = 0;
  for (const Answer& answer : sorted) {
    seen += answer.weight;
    if (seen >= p * all * (1 - 1e-12)) return answer.hours;
  }
  return sorted.back().hours;
}

double rounded(double hours) { return std::floor(hours * 100 + 0.5) / 100; }

/// Reads and checks the table; everything that is wrong with it goes to the notes, with its place.
class Reader {
 public:
  Reader(const formats::Table& table, region::Tables& tables, Diagnostics& notes)
      : table_(table), tables_(tables), notes_(notes) {
    const TableRows areas(tables, "areas");
    for (std::size_t i = 0; i < areas.size(); ++i) {
      municipality_[areas.text(i, "id")] = areas.text(i, "municipality");
      for (const char* column : {"id", "municipality"})
        if (!areas.text(i, column).empty()) places_.insert(areas.text(i, column));
    }
  }

  void read() {
    find_columns();
    if (area_)
      for (const auto& row : table_.rows)
        if (!places_.contains(row[*area_])) ++strangers_[row[*area_]];
    for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row);
  }

  [[nodiscard]] const std::vector<Asked>& asked() const { return asked_; }
  [[nodiscard]] const std::vector<std::string>& unread() const { return unread_; }
  [[nodiscard]] const std::map<std::string, Pool>& pools() const { return pools_; }
  [[nodiscard]] const std::string& municipality(const std::string& area) const { return municipality_.at(area); }

 private:
  void wrong(Message message, std::size_t row, const std::string& column) {
    notes_.error(std::move(message), {.file = table_.file, .row = table_.line(row), .column = column});
  }
  void wrong_head(Message message, const std::string& column = {}) {
    notes_.error(std::move(message), {.file = table_.file, .row = 1, .column = column});
  }

  void find_columns() {
    std::vector<std::string> needs;
    const TableRows services(tables_, "services");
    for (std::size_t i = 0; i < services.size(); ++i)
      if (services.text(i, "kind") == "daily_need") needs.push_back(services.text(i, "id"));
    area_ = table_.column("area");
    weight_ = table_.column("weight");
    if (!area_) wrong_head({"importers.survey.no_area", {}});
    bool meant = false;
    for (std::size_t c = 0; c < table_.columns.size(); ++c)
      if (table_.columns[c] != "area" && table_.columns[c] != "weight") meant |= take_column(c, needs);
    if (!meant) wrong_head({"importers.survey.no_need", {listed(needs, ", ")}});
  }

  /// Whether the column is meant as a question after a need, rightly or not.
  bool take_column(std::size_t c, const std::vector<std::string>& needs) {
    const std::string& name = table_.columns[c];
    const bool days = name.ends_with("_days");
    if (!days && !name.ends_with("_h")) {
      unread_.push_back(name);
      return false;
    }
    const std::string need = name.substr(0, name.size() - (days ? 5 : 2));
    const auto earlier = std::find_if(asked_.begin(), asked_.end(), [&](const Asked& one) { return one.need == need; });
    if (earlier != asked_.end())
      wrong_head({"importers.survey.twice", {need, earlier->name, name}}, name);
    else if (std::find(needs.begin(), needs.end(), need) != needs.end())
      asked_.push_back({c, name, need, days ? 24.0 : 1.0});
    else
      unknown_need(name, need, needs);
    return true;
  }

  void unknown_need(const std::string& name, const std::string& need, const std::vector<std::string>& needs) {
    const std::string near = nearest_word(need, needs);
    if (near.empty())
      wrong_head({"importers.survey.need", {need, listed(needs, ", ")}}, name);
    else
      wrong_head({"importers.survey.need_near", {need, near + name.substr(need.size()), listed(needs, ", ")}}, name);
  }

  static std::string listed(const std::vector<std::string>& words, const char* between) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
    return out;
  }

  std::optional<double> number(std::size_t row, std::size_t column, const std::string& name) {
    constexpr double most = 1e6;
    std::string text = table_.rows[row][column];
    // A spreadsheet in Dutch writes 2,5; no answer has thousands.
    if (std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string::npos)
      std::replace(text.begin(), text.end(), ',', '.');
    const auto value = region::parse_number(text);
    if (value && *value >= 0 && *value <= most) return value;
    const char* key = name == "weight" ? "importers.survey.weight" : "importers.survey.number";
    wrong({key, {table_.rows[row][column], canonical_number(most)}}, row, name);
    return std::nullopt;
  }

  /// Names an area that the region lacks where it is met first; later rows of it are counted.
  void check_area(std::size_t row) {
    const std::string& area = table_.rows[row][*area_];
    const auto stranger = strangers_.find(area);
    if (stranger == strangers_.end() || stranger->second == 0) return;
    const std::string rows = std::to_string(std::exchange(stranger->second, 0));
    if (area.empty()) return wrong({"importers.survey.area_empty", {rows}}, row, "area");
    // Words are compared while somebody will read the outcome; a file of another region has thousands of strangers.
    constexpr std::size_t most_compared = 100;
    constexpr std::size_t most_near = 3;
    std::vector<std::string> near;
    std::vector<std::string> known(places_.begin(), places_.end());
    while (notes_.error_count() < most_compared && near.size() < most_near) {
      const std::string word = nearest_word(area, known);
      if (word.empty()) break;
      near.push_back("'" + word + "'");
      known.erase(std::find(known.begin(), known.end(), word));
    }
    if (near.empty())
      wrong({"importers.survey.area", {area, rows}}, row, "area");
    else
      wrong({"importers.survey.area_near", {area, rows, listed(near, ", ")}}, row, "area");
  }

  void read_row(std::size_t row) {
    if (area_) check_area(row);
    std::optional<double> weight = 1;
    if (weight_) weight = number(row, *weight_, "weight");
    std::map<std::string, double> hours;
    for (const Asked& column : asked_) {
      if (table_.rows[row][column.column].empty()) continue;
      if (const auto value = number(row, column.column, column.name)) hours[column.need] = *value * column.hours;
    }
    if (notes_.error_count() > 0 || !weight || *weight == 0 || hours.empty()) return;
    const std::string& area = table_.rows[row][*area_];
    std::set<std::string> into{area, std::string()};
    if (const auto known = municipality_.find(area); known != municipality_.end()) into.insert(known->second);
    for (const std::string& place : into) {
      Pool& pool = pools_[place];
      pool.weights.push_back(*weight);
      for (const auto& [need, value] : hours) pool.needs[need].push_back({value, *weight});
    }
  }

  const formats::Table& table_;
  region::Tables& tables_;
  Diagnostics& notes_;
  std::map<std::string, std::string> municipality_;
  std::set<std::string> places_;
  std::map<std::string, std::size_t> strangers_;  ///< areas that the region lacks, with the rows not yet told
  std::optional<std::size_t> area_;
  std::optional<std::size_t> weight_;
  std::vector<Asked> asked_;
  std::vector<std::string> unread_;
  std::map<std::string, Pool> pools_;  ///< by area and municipality; "" is everybody
};

/// The rows of a profile: what was asked, and the rest as the old profile has it.
class ProfileRows {
 public:
  ProfileRows(region::Tables& tables, double correction, std::string file)
      : parameters_(tables, "parameters"), correction_(correction), file_(std::move(file)) {}

  void write(const std::string& profile, const std::string& old_profile, const Pool& pool) {
    copy(profile, old_profile);
    for (const auto& [need, answers] : pool.needs) ask(profile, need, answers);
  }

 private:
  void copy(const std::string& profile, const std::string& old_profile) {
    if (profile == old_profile) return;
    const std::string from = "reserve." + old_profile + ".";
    std::vector<std::vector<std::pair<std::string, std::string>>> rows;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
      const std::string id = parameters_.text(i, "id");
      if (!id.starts_with(from)) continue;
      std::vector<std::pair<std::string, std::string>> cells{
          {"id", "reserve." + profile + "." + id.substr(from.size())}};
      for (const region::ColumnSchema& column : region::schema("parameters")->columns)
        if (column.name != "id") cells.emplace_back(column.name, parameters_.text(i, column.name));
      rows.push_back(std::move(cells));
    }
    for (const auto& cells : rows) parameters_.put(cells);
  }

  void ask(const std::string& profile, const std::string& need, std::vector<Answer> answers) {
    for (Answer& answer : answers) answer.hours = rounded(answer.hours * correction_);
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Answer& a, const Answer& b) { return a.hours < b.hours; });
    std::string points = "0:" + canonical_number(answers.front().hours);
    for (const double p : {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95})
      points += " " + canonical_number(p) + ":" + canonical_number(quantile(answers, p));
    points += " 1:" + canonical_number(answers.back().hours);
    parameters_.put({{"id", "reserve." + profile + "." + need},
                     {"subject", "huishouden"},
                     {"parameter", "uren op eigen voorraad volgens de enquête, na correctie"},
                     {"low", canonical_number(quantile(answers, 0.05))},
                     {"typical", canonical_number(quantile(answers, 0.5))},
                     {"high", canonical_number(quantile(answers, 0.95))},
                     {"unit", "h"},
                     {"distribution", "empirical"},
                     {"points", points},
                     {"note", file_ + ": " + std::to_string(answers.size()) + " answers, times " + correction_id + " " +
                                  canonical_number(correction_)},
                     {"source", source_id},
                     {"confidence", "estimate"}});
  }

  TableRows parameters_;
  double correction_;
  std::string file_;
};

/// The correction to work with; its row is made when it lacks, and set when another is asked for.
double correction_of(region::Tables& tables, const std::optional<double>& wanted) {
  SurveyFigure figure = survey_correction(tables);
  if (figure.stored && !wanted) return figure.typical;
  const bool same = figure.stored && *wanted == figure.typical;
  if (same) return figure.typical;
  if (wanted) figure.typical = *wanted;
  TableRows(tables, "parameters")
      .put({{"id", correction_id},
            {"subject", "huishouden"},
            {"parameter", "werkelijke voorraad ten opzichte van wat mensen in een enquête zeggen"},
            {"low", canonical_number(std::min(figure.low, figure.typical))},
            {"typical", canonical_number(figure.typical)},
            {"high", canonical_number(std::max(figure.high, figure.typical))},
            {"unit", "fraction"},
            {"distribution", "triangular"},
            {"note", "self-report overstates; no measured readiness was found"},
            {"source", source_id},
            {"confidence", "assumption"}});
  return figure.typical;
}

}  // namespace

SurveyFigure survey_correction(const region::Tables& tables) {
  SurveyFigure out;
  const auto found = tables.tables.find("parameters");
  if (found == tables.tables.end()) return out;
  const formats::Table& table = found->second;
  const auto id = table.column("id");
  const auto cell = [&](const std::vector<std::string>& row, const std::string& name) {
    const auto column = table.column(name);
    return column ? region::parse_number(row[*column]) : std::nullopt;
  };
  for (const auto& row : table.rows) {
    if (!id || row[*id] != correction_id) continue;
    if (const auto typical = cell(row, "typical")) {
      out.typical = *typical;
      out.low = cell(row, "low").value_or(out.typical);
      out.high = cell(row, "high").value_or(out.typical);
      out.stored = true;
    }
  }
  return out;
}

Result<SurveyReport> import_survey(region::Tables& tables, const std::filesystem::path& file, Diagnostics& notes,
                                   double least_effective) {
  TRY(const formats::Table table, formats::read_csv(file, "survey"));
  return import_survey(tables, table, {.least_effective = least_effective, .correction = {}}, notes);
}

Result<SurveyReport> import_survey(region::Tables& tables, const formats::Table& table, const SurveySettings& settings,
                                   Diagnostics& notes) {
  const double least_effective = settings.least_effective;
  if (settings.correction && !(*settings.correction > 0 && *settings.correction <= 1))
    return fail({ErrorKind::invalid_input,
                 {"importers.survey.correction", {canonical_number(*settings.correction)}},
                 {.table = "parameters", .column = "typical"},
                 {}});
  const std::size_t before = notes.error_count();
  Reader reader(table, tables, notes);
  reader.read();
  if (const std::size_t wrong = notes.error_count() - before; wrong > 0)
    return fail({ErrorKind::invalid_input,
                 {wrong == 1 ? "importers.survey.wrong_one" : "importers.survey.wrong", {std::to_string(wrong)}},
                 {.file = table.file},
                 {}});
  const auto everybody = reader.pools().find("");
  const double worth = everybody == reader.pools().end() ? 0 : everybody->second.effective();
  if (worth < least_effective)
    return fail({ErrorKind::invalid_input,
                 {"importers.survey.few", {format_decimal(worth, 0, Language::en), canonical_number(least_effective)}},
                 {.file = table.file},
                 {}});
  const std::string name = std::filesystem::path(table.file).filename().string();
  TableRows(tables, "sources").put({{"id", source_id}, {"title", "Enquête onder inwoners: " + name}});
  SurveyReport report;
  report.unread = reader.unread();
  report.correction = correction_of(tables, settings.correction);
  ProfileRows rows(tables, report.correction, name);
  TableRows areas(tables, "areas");
  std::map<std::string, SurveyProfile> profiles;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const std::string area = areas.text(i, "id");
    std::string place;
    for (const std::string& candidate : {area, reader.municipality(area)}) {
      const auto pool = reader.pools().find(candidate);
      if (place.empty() && pool != reader.pools().end() && pool->second.effective() >= least_effective)
        place = candidate;
    }
    const Pool& pool = reader.pools().at(place);
    const std::string profile = place.empty() ? "survey" : "survey-" + place;
    const auto [told, first] = profiles.try_emplace(
        profile, SurveyProfile{profile, 0, pool.weights.size(), pool.effective(), pool.needs.size()});
    if (first) rows.write(profile, areas.text(i, "preparedness"), pool);
    ++told->second.areas;
    areas.set(i, "preparedness", profile);
  }
  for (const auto& [id, profile] : profiles) report.profiles.push_back(profile);
  const TableRows services(tables, "services");
  for (std::size_t i = 0; i < services.size(); ++i)
    if (services.text(i, "kind") == "daily_need" && !everybody->second.needs.contains(services.text(i, "id")))
      report.not_asked.push_back(services.text(i, "id"));
  return report;
}

}  // namespace veer::importers
