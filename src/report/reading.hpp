#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// Small questions that every output asks of the findings; one place, so that all files answer them alike.

/// The name in that language.
[[nodiscard]] inline const std::string& in(const Name& name, Language language) {
  return language == Language::nl ? name.nl : name.en;
}

/// A fixed word of the data ("winter", "assumption", "car") as people say it; a word we do not know stays as it is.
[[nodiscard]] std::string word(const std::string& value, Language language, const Texts& texts);

/// The value of an hourly series at the whole hour nearest to `hour`, its last value beyond the end; empty for an empty
/// series.
[[nodiscard]] std::optional<double> value_at(const std::vector<float>& series, double hour);

/// "u000", "u008", "u072": the part of a column name that says at which hour it holds; sorts by time.
[[nodiscard]] std::string hour_suffix(double hour);

/// A need's id as part of a column name: small letters, digits and underscores only.
[[nodiscard]] std::string column_part(const std::string& id);

/// The greatest loss over all needs at one hour, as a share of the residents of the area; which need it is, or none
/// when nobody lacks anything.
struct WorstNeed {
  double share = 0;
  std::optional<std::size_t> need;
};
[[nodiscard]] WorstNeed worst_need(const AreaFinding& area, double hour);

/// Local time at `hour` hours after minute 0, as "2023-01-17T18:00:00"; empty when `start` is no such time.
///
/// Daylight saving is not applied: the scenario clock runs on without jumps.
/// @param start  "2023-01-17T17:00", "2023-01-17 17:00" or with seconds
[[nodiscard]] std::string time_at(const std::string& start, double hour);

/// "dinsdag 17 januari 2023, 17:00"; the text itself where it is no such time.
[[nodiscard]] std::string readable_time(const std::string& start, Language language, const Texts& texts);

/// "1 januari 2021" of a text that begins with such a date; the text itself where it does not.
[[nodiscard]] std::string readable_date(const std::string& text, Language language, const Texts& texts);

/// "2023-01-17" or a longer form cut to it; empty when the text does not begin with a date.
[[nodiscard]] std::string date_of(const std::string& text);

/// A phrase of the figure catalogue ("mobile base station", "battery autonomy") in that language; a phrase it does not
/// hold stays as it is. Figures come from sources in English, so this is where their Dutch names live.
[[nodiscard]] std::string figure_phrase(const std::string& phrase, Language language, const Texts& texts);

/// The name of an influence: subject and figure, each as `figure_phrase` has it, where the region gives only one
/// language.
[[nodiscard]] std::string figure_name(const Name& name, Language language, const Texts& texts);

/// The line that says who may see this and whether it is confirmed: "INTERN · voorbeeldgegevens – niet bevestigd".
///
/// It drops its second half only when owners confirmed every process and every asset behind the services.
[[nodiscard]] std::string marking(const Findings& findings, Language language, const Texts& texts);

/// What the reader of a file must know of the run: message key of the subject and its value, in order of importance.
struct StudyFact {
  const char* key;
  std::string value;
};
[[nodiscard]] std::vector<StudyFact> study_facts(const Findings& findings, Language language, const Texts& texts);

}  // namespace veer::report
