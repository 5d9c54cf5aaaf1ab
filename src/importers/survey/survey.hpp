#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/result.hpp"
#include "formats/table.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// One preparedness profile that a survey gave.
struct SurveyProfile {
  std::string id;           ///< "survey-2513", "survey-GM0518" or "survey"
  std::size_t areas = 0;    ///< that have it now
  std::size_t answers = 0;  ///< respondents
  double effective = 0;     ///< (Σw)² / Σw²: how many equal answers they are worth (Kish 1965)
  std::size_t needs = 0;    ///< daily needs that were asked
};

struct SurveyReport {
  std::vector<SurveyProfile> profiles;
  double correction = 1;               ///< by which reported hours were multiplied: parameter survey.correction
  std::vector<std::string> not_asked;  ///< daily needs that keep what the areas had
  std::vector<std::string> unread;     ///< columns of the file that say nothing here, in its order
};

struct SurveySettings {
  double least_effective = 30;       ///< answers of an area must be worth so many equal ones for a profile of its own
  std::optional<double> correction;  ///< sets the row survey.correction to this, above 0 and at most 1; else as it is
};

/// By what reported hours are multiplied, as a region has it.
struct SurveyFigure {
  double low = 0.5;
  double typical = 0.7;
  double high = 0.9;
  bool stored = false;  ///< the region has the row; else these are the standard values
};
/// @pre the tables were accepted by build_region
[[nodiscard]] SurveyFigure survey_correction(const region::Tables& tables);

/// Turns a survey of how long households manage by themselves into preparedness profiles of areas.
///
/// The table has a column `area` (id of an area or a municipality of the region) and columns `<daily need>_h` or
/// `<daily need>_days`: how long a household manages without. `weight` may be absent; an empty answer is no answer.
/// Decimals may be written with a comma. Households that say how ready they are overstate it, so hours are multiplied
/// by the typical value of the parameter `survey.correction`; the row is made (0.7, an assumption) when the region
/// lacks it, and can be changed before importing again. An area with answers worth at least `least_effective` equal
/// ones gets a profile of its own, else the one of its municipality, else that of all answers. Needs that were not
/// asked, and groups, keep the rows of the profile that the area had. Columns of another name are not read, and told.
/// @pre the tables were accepted by build_region; `notes` holds no error yet
/// @param notes  takes every fault of the file, with file, row and column: no column of an area or a need, a column of
///   an unknown need, a need in hours and in days, a weight or answer that is no number, an unknown area (once, with
///   the nearest and how many rows have it)
/// @errors invalid_input: the file has faults, with their number; fewer answers than make a profile; a correction out
///   of range. The tables are then as they were.
/// @source docs/method/people.md
[[nodiscard]] Result<SurveyReport> import_survey(region::Tables& tables, const formats::Table& survey,
                                                 const SurveySettings& settings, Diagnostics& notes);
/// The same from a file.
/// @errors as above and formats::read_csv
[[nodiscard]] Result<SurveyReport> import_survey(region::Tables& tables, const std::filesystem::path& file,
                                                 Diagnostics& notes, double least_effective = 30);
/// How many faults of a survey are shown; the others are counted.
inline constexpr std::size_t survey_faults_shown = 20;

}  // namespace veer::importers
