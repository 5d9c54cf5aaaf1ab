#include "importers/foreign/census.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "importers/foreign/columns.hpp"
#include "importers/foreign/values.hpp"
#include "importers/ground/apportion.hpp"

namespace veer::importers::foreign {

namespace {

constexpr std::array age_meanings{Meaning::age_0_14,    Meaning::age_15_24,   Meaning::age_25_44,  Meaning::age_45_64,
                                  Meaning::age_65_plus, Meaning::age_75_plus, Meaning::age_85_plus};
constexpr std::array percent_meanings{Meaning::percent_0_14, Meaning::percent_15_24, Meaning::percent_25_44,
                                      Meaning::percent_45_64, Meaning::percent_65_plus};
/// Shares of the population of the Netherlands by class, 1 January 2021 (CBS StatLine 7461bev); of those of 65 and over
/// the shares of 75+ and 85+.
constexpr std::array<double, disjoint_age_classes> national_shares{0.154, 0.124, 0.250, 0.274, 0.198};
constexpr double share_75_of_65 = 0.43;
constexpr double share_85_of_65 = 0.11;

/// One table as cells by meaning.
class Reader {
 public:
  explicit Reader(const Rows& rows) : rows_(rows), columns_(rows.column_names()) {}

  [[nodiscard]] std::string text(std::size_t row, Meaning meaning) const {
    const auto column = columns_.find(meaning);
    return column ? rows_.rows[row][*column] : std::string();
  }
  [[nodiscard]] bool has(Meaning meaning) const { return columns_.has(meaning); }

  /// The finest code of the row decides what it is; a prefix goes before the column that it stands in.
  [[nodiscard]] bool identify(std::size_t row, CensusRow& out) const {
    out.municipality = code(text(row, Meaning::municipality_code), "GM", 4);
    out.municipality_name = text(row, Meaning::municipality_name);
    const std::string region = text(row, Meaning::region_code);
    const auto take = [&](Level level, std::string found, std::string name) {
      out.level = level;
      out.code = std::move(found);
      out.name = std::move(name);
      return !out.code.empty();
    };
    if (has(Meaning::region_code) && !has(Meaning::neighbourhood_code) && !has(Meaning::municipality_code)) {
      if (region.starts_with("BU"))
        return take(Level::neighbourhood, code(region, "BU", 8), {}) && own_municipality(out);
      if (region.starts_with("WK")) return take(Level::district, code(region, "WK", 6), {}) && own_municipality(out);
      if (region.starts_with("GM"))
        return take(Level::municipality, code(region, "GM", 4), out.municipality_name) && own_municipality(out);
      return false;
    }
    if (has(Meaning::neighbourhood_code))
      return take(Level::neighbourhood, code(text(row, Meaning::neighbourhood_code), "BU", 8),
                  text(row, Meaning::neighbourhood_name)) &&
             own_municipality(out);
    if (has(Meaning::district_code))
      return take(Level::district, code(text(row, Meaning::district_code), "WK", 6),
                  text(row, Meaning::district_name)) &&
             own_municipality(out);
    for (const Meaning meaning : {Meaning::postcode6, Meaning::postcode5, Meaning::postcode}) {
      if (!has(meaning)) continue;
      const std::string found = postcode(text(row, meaning));
      if (found.empty()) return false;
      const Level level = found.size() == 4   ? Level::postcode4
                          : found.size() == 5 ? Level::postcode5
                                              : Level::postcode6;
      return take(level, found, text(row, Meaning::place_name));
    }
    out.level = Level::municipality;
    out.code = out.municipality;
    out.name = out.municipality_name.empty() ? text(row, Meaning::name) : out.municipality_name;
    return !out.code.empty() || !out.name.empty();
  }

  [[nodiscard]] bool is_water(std::size_t row) const {
    std::string word = text(row, Meaning::water);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word == "JA" || word == "B";  // B: abroad, in some years
  }

  void take_figures(std::size_t row, CensusRow& out) const {
    out.residents = count(text(row, Meaning::residents));
    if (const auto households = number(text(row, Meaning::households)); households && *households >= 0)
      out.households = households;
    const auto size = number(text(row, Meaning::household_size));
    if (!out.households && size && *size > 0 && out.residents)
      out.households = std::floor(static_cast<double>(*out.residents) / *size + 0.5);
    for (std::size_t i = 0; i < age_meanings.size(); ++i) out.ages[i] = count(text(row, age_meanings[i]));
    take_percentages(row, out);
  }

 private:
  /// The municipality is part of the code of a district or neighbourhood.
  static bool own_municipality(CensusRow& out) {
    if (out.municipality.empty()) out.municipality = "GM" + out.code.substr(2, 4);
    return true;
  }

  void take_percentages(std::size_t row, CensusRow& out) const {
    if (!out.residents) return;
    std::array<std::optional<double>, disjoint_age_classes> percent;
    bool all = true;
    for (std::size_t i = 0; i < percent.size(); ++i) {
      percent[i] = number(text(row, percent_meanings[i]));
      all = all && percent[i] && *percent[i] >= 0;
    }
    if (all) {
      std::vector<double> weights;
      for (const auto& share : percent) weights.push_back(*share);
      const auto heads = ground::apportion(*out.residents, weights);
      for (std::size_t i = 0; i < heads.size(); ++i)
        if (!out.ages[i]) out.ages[i] = heads[i];
      return;
    }
    for (std::size_t i = 0; i < percent.size(); ++i)
      if (percent[i] && *percent[i] >= 0 && *percent[i] <= 100 && !out.ages[i])
        out.ages[i] =
            static_cast<std::int64_t>(std::floor(*percent[i] / 100 * static_cast<double>(*out.residents) + 0.5));
  }

  const Rows& rows_;
  Columns columns_;
};

/// Rows that name nobody's home: "Buitenland", and the open water of CBS (codes …9997 and …9998).
bool is_nowhere(const CensusRow& row) {
  return row.level == Level::neighbourhood &&
         (row.code.ends_with("9997") || row.code.ends_with("9998") || row.code == "BU09989999");
}

std::optional<geo::LonLat> given_point(const Rows& rows, const Columns& columns, std::size_t row) {
  const auto lon = columns.find(Meaning::longitude);
  const auto lat = columns.find(Meaning::latitude);
  if (!lon || !lat) return std::nullopt;
  const auto x = number(rows.rows[row][*lon]);
  const auto y = number(rows.rows[row][*lat]);
  if (!x || !y) return std::nullopt;
  return geo::LonLat{*x, *y};
}

Error twice(const std::string& code, std::optional<std::int64_t> first, std::optional<std::int64_t> second,
            const PartReport& report, std::size_t row) {
  const auto shown = [](std::optional<std::int64_t> heads) {
    return heads ? std::to_string(*heads) : std::string("?");
  };
  return {ErrorKind::invalid_input,
          {"importers.foreign.code_twice", {code, shown(first), shown(second)}},
          {report.file, report.part, row, {}},
          {}};
}

Result<std::vector<CensusRow>> told(std::vector<CensusRow> areas, const PartReport& report) {
  if (areas.empty())
    return fail({ErrorKind::invalid_input,
                 {"importers.foreign.no_areas", {std::to_string(report.rows_read)}},
                 {report.file, report.part, 0, {}},
                 {}});
  return areas;
}

}  // namespace

Result<std::vector<CensusRow>> read_census(const Rows& rows, PartReport& report) {
  const Reader reader(rows);
  const Columns columns(rows.column_names());
  std::vector<CensusRow> areas;
  std::map<std::pair<Level, std::string>, std::optional<std::int64_t>> seen;
  report.rows_read += rows.rows.size();
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    CensusRow area;
    if (reader.is_water(row)) {
      report.drop("water", rows.line(row));
      continue;
    }
    if (!reader.identify(row, area)) {
      report.drop("no_code", rows.line(row));
      continue;
    }
    if (is_nowhere(area)) {
      report.drop("water", rows.line(row));
      continue;
    }
    reader.take_figures(row, area);
    if (!area.code.empty()) {
      const auto [before, first] = seen.emplace(std::pair{area.level, area.code}, area.residents);
      if (!first && before->second == area.residents) {
        report.drop("code_twice", rows.line(row));
        continue;
      }
      if (!first) return fail(twice(area.code, before->second, area.residents, report, rows.line(row)));
    }
    if (rows.geometry == formats::GeometryKind::multipolygon) area.outline = rows.polygons[row];
    area.inside = given_point(rows, columns, row);
    areas.push_back(std::move(area));
  }
  return told(std::move(areas), report);
}

Result<std::vector<CensusRow>> read_age_decades(const Rows& rows, PartReport& report) {
  const Columns columns(rows.column_names());
  constexpr std::array names{"0_9", "10_19", "20_29", "30_39", "40_49", "50_59", "60_69", "70_79", "80_89", "90"};
  std::vector<CensusRow> areas;
  std::set<std::string> seen;
  report.rows_read += rows.rows.size();
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    CensusRow area;
    area.code = code(rows.rows[row][*columns.find(Meaning::municipality_code)], "GM", 4);
    area.municipality = area.code;
    if (const auto name = columns.find(Meaning::name)) area.name = area.municipality_name = rows.rows[row][*name];
    std::array<double, names.size()> decade{};
    bool good = true;
    for (std::size_t i = 0; i < names.size(); ++i) {
      // A spreadsheet turned 10-19 into a date.
      auto column = columns.find(names[i]);
      if (!column && i == 1) column = columns.find("okt_19");
      const auto heads = column ? count(rows.rows[row][*column]) : std::nullopt;
      good = good && heads;
      decade[i] = heads ? static_cast<double>(*heads) : 0;
    }
    if (area.code.empty() || !good) {
      report.drop(area.code.empty() ? "no_code" : "no_figure", rows.line(row));
      continue;
    }
    if (!seen.insert(area.code).second) {
      report.drop("code_twice", rows.line(row));
      continue;
    }
    const std::vector<double> classes{
        decade[0] + decade[1] / 2, decade[1] / 2 + decade[2] / 2, decade[2] / 2 + decade[3] + decade[4] / 2,
        decade[4] / 2 + decade[5] + decade[6] / 2, decade[6] / 2 + decade[7] + decade[8] + decade[9]};
    double total = 0;
    for (const double heads : decade) total += heads;
    area.residents = static_cast<std::int64_t>(total);
    const auto heads = ground::apportion(*area.residents, classes);
    for (std::size_t i = 0; i < heads.size(); ++i) area.ages[i] = heads[i];
    area.ages[5] = std::min(heads[4], static_cast<std::int64_t>(decade[7] / 2 + decade[8] + decade[9]));
    area.ages[6] = std::min(*area.ages[5], static_cast<std::int64_t>(decade[8] / 2 + decade[9]));
    areas.push_back(std::move(area));
  }
  return told(std::move(areas), report);
}

Result<std::vector<CensusRow>> read_statline(const Rows& rows,
                                             const std::vector<std::pair<std::string, std::string>>& measures,
                                             PartReport& report) {
  const Columns columns(rows.column_names());
  // Titles become the column names that the wide form of the same table has.
  std::map<std::string, std::string> title_of;
  for (const auto& [identifier, title] : measures) title_of[identifier] = title;
  std::map<std::string, std::size_t> column_of;  // plain title → column of the wide table
  Rows wide;
  wide.columns.push_back({"Codering", formats::ColumnType::text});
  std::map<std::string, std::size_t> row_of;
  const std::size_t region = *columns.find(Meaning::region_code);
  const std::size_t measure = *columns.find("measure");
  const std::size_t value = *columns.find("value");
  report.rows_read += rows.rows.size();
  for (std::size_t row = 0; row < rows.rows.size(); ++row) {
    const std::string& identifier = rows.rows[row][measure];
    const auto title = title_of.find(identifier);
    std::string name = plain_name(title == title_of.end() ? identifier : title->second);
    const Columns known({name});
    if (!known.has(Meaning::residents) && !known.has(Meaning::households)) {
      report.drop("other_measure", rows.line(row));
      continue;
    }
    const auto [place, added] = column_of.emplace(name, wide.columns.size());
    if (added) wide.columns.push_back({name, formats::ColumnType::text});
    const auto [at, first] = row_of.emplace(rows.rows[row][region], wide.rows.size());
    if (first) {
      wide.rows.push_back({rows.rows[row][region]});
      wide.lines.push_back(rows.line(row));
    }
    auto& cells = wide.rows[at->second];
    if (cells.size() <= place->second) cells.resize(place->second + 1);
    cells[place->second] = rows.rows[row][value];
  }
  for (auto& cells : wide.rows) cells.resize(wide.columns.size());
  PartReport inner;
  inner.file = report.file;
  TRY(auto areas, read_census(wide, inner));
  for (const Dropped& dropped : inner.dropped) report.drop(dropped.reason, dropped.first_row, dropped.count);
  return areas;
}

bool complete_ages(CensusRow& row) {
  const std::int64_t residents = row.residents.value_or(0);
  std::int64_t known = 0;
  std::vector<double> open;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < disjoint_age_classes; ++i) {
    if (row.ages[i]) {
      known += *row.ages[i];
    } else {
      open.push_back(national_shares[i]);
      which.push_back(i);
    }
  }
  const bool told = open.empty();
  if (!told) {
    const auto heads = ground::apportion(std::max<std::int64_t>(0, residents - known), open);
    for (std::size_t i = 0; i < which.size(); ++i) row.ages[which[i]] = heads[i];
  }
  std::int64_t& over_65 = *row.ages[4];
  over_65 = std::min(over_65, residents);
  const auto part = [&](double share) {
    return static_cast<std::int64_t>(std::floor(share * static_cast<double>(over_65) + 0.5));
  };
  row.ages[5] = std::min(row.ages[5].value_or(part(share_75_of_65)), over_65);
  row.ages[6] = std::min(row.ages[6].value_or(part(share_85_of_65)), *row.ages[5]);
  return told;
}

}  // namespace veer::importers::foreign
