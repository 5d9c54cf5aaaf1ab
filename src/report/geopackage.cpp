#include "report/geopackage.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/files.hpp"
#include "report/gpkg_file.hpp"
#include "report/gpkg_style.hpp"
#include "report/reading.hpp"

namespace veer::report {

namespace {

constexpr const char* layer_areas = "gebieden";
constexpr const char* table_hours = "gebied_uur";
constexpr const char* layer_hours = "gebieden_uur";
constexpr const char* layer_assets = "objecten";
constexpr const char* layer_points = "noodsteunpunten";
constexpr const char* table_study = "studie";

GpkgValue people(double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); }
double rounded(double value, double steps) { return std::floor(value * steps + 0.5) / steps; }

/// Writes one kind of table after the other into one file; the columns and the rows of a table stand beside each other.
class Writer {
 public:
  Writer(const Findings& findings, Language language, const Texts& texts)
      : findings_(findings), language_(language), texts_(texts), file_(last_change(findings)) {
    for (const AreaFinding& area : findings.areas)
      for (const geo::Polygon& polygon : area.outline)
        for (const geo::Ring& ring : polygon)
          for (const geo::LonLat& point : ring) widen(bounds_, point);
  }

  std::string write() {
    areas();
    hours();
    if (findings_.audience == Audience::internal) assets();
    if (findings_.audience == Audience::internal && findings_.support_points) support_points(*findings_.support_points);
    study();
    return std::move(file_).bytes();
  }

 private:
  /// The clock is no input of a study, so the date of its data stands for the date of the file.
  static std::string last_change(const Findings& findings) {
    const std::string reference = date_of(findings.reference_date);
    if (!reference.empty()) return reference;
    const std::string start = date_of(findings.start);
    return start.empty() ? "2000-01-01" : start;
  }

  std::string say(const char* key, std::vector<std::string> arguments = {}) const {
    return texts_.render(Message{key, std::move(arguments)}, language_);
  }
  std::string hour_text(double hour) const { return format_decimal(hour, 0, language_); }

  std::vector<GpkgColumn> place_columns() const {
    return {{"id", "TEXT", say("report.data.column.id")},
            {"naam", "TEXT", say("report.data.column.name")},
            {"gemeente", "TEXT", say("report.data.column.municipality")},
            {"inwoners", "INTEGER", say("report.data.column.residents")}};
  }

  void add_place(std::vector<GpkgValue>& row, const AreaFinding& area) const {
    const bool known = area.municipality < findings_.municipalities.size();
    row.insert(row.end(),
               {area.id, area.name, known ? GpkgValue{findings_.municipalities[area.municipality].name} : GpkgValue{},
                people(area.residents)});
  }

  void areas() {
    std::vector<GpkgColumn> columns = place_columns();
    for (const Moment& moment : findings_.moments)
      columns.push_back({"zwaarste_aandeel_" + hour_suffix(moment.hour), "REAL",
                         say("report.data.column.worst_at", {hour_text(moment.hour)})});
    const auto per_need = [&](const std::string& measure, const char* key) {
      for (const DailyNeed& need : findings_.needs)
        for (const Moment& moment : findings_.moments)
          columns.push_back({measure + column_part(need.id) + "_" + hour_suffix(moment.hour), "INTEGER",
                             say(key, {in(need.name, language_), hour_text(moment.hour)})});
    };
    per_need("onvervuld_", "report.data.column.unmet_at");
    per_need("zonder_", "report.data.column.without_at");
    file_.add_features(layer_areas, say("report.data.layer.areas"), say("report.data.columns"), "MULTIPOLYGON", columns,
                       bounds_);
    for (const AreaFinding& area : findings_.areas) {
      std::vector<GpkgValue> row{area.outline.empty() ? GpkgValue{} : GpkgValue{gpkg_geometry(area.outline)}};
      add_place(row, area);
      for (const Moment& moment : findings_.moments)
        row.emplace_back(rounded(worst_need(area, moment.hour).share, 1e4));
      for (const auto* curves : {&area.unmet, &area.without})
        for (std::size_t n = 0; n < findings_.needs.size(); ++n)
          for (const Moment& moment : findings_.moments) row.push_back(at(*curves, n, &Curve::mean, moment.hour));
      file_.insert(layer_areas, row);
    }
    if (!findings_.moments.empty())
      file_.set_style(layer_areas, say("report.data.column.worst_at", {hour_text(style_hour())}),
                      share_style("zwaarste_aandeel_" + hour_suffix(style_hour()), "", language_));
  }

  /// The last moment of the governing outage says most at one glance; the moment after it shows recovery.
  double style_hour() const {
    return findings_.moments[findings_.moments.size() > 1 ? findings_.moments.size() - 2 : 0].hour;
  }

  static GpkgValue at(const std::vector<Curve>& curves, std::size_t need, std::vector<float> Curve::* part,
                      double hour) {
    if (need >= curves.size()) return {};
    const auto value = value_at(curves[need].*part, hour);
    return value ? people(*value) : GpkgValue{};
  }

  std::size_t hour_count() const {
    std::size_t most = 0;
    for (const AreaFinding& area : findings_.areas)
      for (const Curve& curve : area.unmet) most = std::max(most, curve.mean.size());
    return most;
  }

  std::vector<GpkgColumn> hour_columns() const {
    std::vector<GpkgColumn> columns{{"uur", "INTEGER", say("report.data.column.hour")},
                                    {"tijd", "DATETIME", say("report.data.column.time")},
                                    {"zwaarste_aandeel", "REAL", say("report.data.column.worst")},
                                    {"zwaarste_behoefte", "TEXT", say("report.data.column.worst_need")}};
    for (const DailyNeed& need : findings_.needs) {
      const std::string part = column_part(need.id);
      const std::string& name = in(need.name, language_);
      columns.push_back({"onvervuld_" + part, "INTEGER", say("report.data.column.unmet", {name})});
      columns.push_back({"fout_" + part, "REAL", say("report.data.column.error", {name})});
      columns.push_back({"zonder_" + part, "INTEGER", say("report.data.column.without", {name})});
    }
    return columns;
  }

  void hours() {
    std::vector<GpkgColumn> columns{{"gebied_fid", "INTEGER", say("report.data.column.area_key")},
                                    {"gebied_id", "TEXT", say("report.data.column.id")}};
    const std::vector<GpkgColumn> shared = hour_columns();
    columns.insert(columns.end(), shared.begin(), shared.end());
    file_.add_attributes(table_hours, say("report.data.layer.hours_table"), say("report.data.columns"), columns);
    const std::size_t count = hour_count();
    std::vector<std::string> times;
    for (std::size_t hour = 0; hour < count; ++hour)
      times.push_back(time_at(findings_.start, static_cast<double>(hour)));
    for (std::size_t a = 0; a < findings_.areas.size(); ++a)
      for (std::size_t hour = 0; hour < count; ++hour) insert_hour(a, hour, times[hour]);
    hours_layer(shared);
  }

  void insert_hour(std::size_t index, std::size_t hour, const std::string& time) {
    const AreaFinding& area = findings_.areas[index];
    const auto when = static_cast<double>(hour);
    const WorstNeed worst = worst_need(area, when);
    std::vector<GpkgValue> row{static_cast<std::int64_t>(index + 1),
                               area.id,
                               static_cast<std::int64_t>(hour),
                               time.empty() ? GpkgValue{} : GpkgValue{time + ".000Z"},
                               rounded(worst.share, 1e4),
                               worst.need && *worst.need < findings_.needs.size()
                                   ? GpkgValue{in(findings_.needs[*worst.need].name, language_)}
                                   : GpkgValue{}};
    for (std::size_t n = 0; n < findings_.needs.size(); ++n) {
      row.push_back(at(area.unmet, n, &Curve::mean, when));
      const auto error = n < area.unmet.size() ? value_at(area.unmet[n].standard_error, when) : std::nullopt;
      row.push_back(error ? GpkgValue{rounded(*error, 10)} : GpkgValue{});
      row.push_back(at(area.without, n, &Curve::mean, when));
    }
    file_.insert(table_hours, row);
  }

  void hours_layer(const std::vector<GpkgColumn>& shared) {
    std::vector<GpkgColumn> columns = place_columns();
    columns.insert(columns.end(), shared.begin(), shared.end());
    // No ORDER BY and one join by integer key: GDAL reads the rows as they stand, by area and then by hour.
    std::string select =
        "SELECT u.fid AS OGC_FID, g.geom AS geom, g.id AS id, g.naam AS naam, g.gemeente AS gemeente, g.inwoners AS "
        "inwoners";
    for (const GpkgColumn& column : shared) select += ", u.\"" + column.name + "\" AS \"" + column.name + "\"";
    select += " FROM gebied_uur u JOIN gebieden g ON g.fid = u.gebied_fid";
    file_.add_view(layer_hours, say("report.data.layer.hours"), say("report.data.columns"), "MULTIPOLYGON", select,
                   columns, bounds_);
    file_.set_style(layer_hours, say("report.data.column.worst"), share_style("zwaarste_aandeel", "tijd", language_));
  }

  void assets() {
    std::vector<GpkgColumn> columns{{"id", "TEXT", say("report.data.column.id")},
                                    {"naam", "TEXT", say("report.data.column.name")},
                                    {"soort", "TEXT", say("report.data.column.kind")},
                                    {"proces", "TEXT", say("report.data.column.service")},
                                    {"organisatie", "TEXT", say("report.data.column.organisation")},
                                    {"gemeente", "TEXT", say("report.data.column.municipality")},
                                    {"uren_uit", "REAL", say("report.data.column.down_hours")},
                                    {"bevestigd", "BOOLEAN", say("report.data.column.confirmed")},
                                    {"zekerheid", "TEXT", say("report.data.column.confidence")}};
    for (const Moment& moment : findings_.moments)
      columns.push_back({"kans_uit_" + hour_suffix(moment.hour), "REAL",
                         say("report.data.column.down_at", {hour_text(moment.hour)})});
    std::optional<GpkgBounds> bounds;
    for (const AssetRow& asset : findings_.assets)
      if (asset.place) widen(bounds, *asset.place);
    file_.add_features(layer_assets, say("report.data.layer.assets"), marking(findings_, language_, texts_), "POINT",
                       columns, bounds);
    for (const AssetRow& asset : findings_.assets) {
      std::vector<GpkgValue> row{asset.place ? GpkgValue{gpkg_geometry(*asset.place)} : GpkgValue{},
                                 asset.id,
                                 asset.name,
                                 asset.kind,
                                 asset.service,
                                 asset.organisation,
                                 asset.municipality,
                                 rounded(asset.down_hours_mean, 100),
                                 std::int64_t{asset.confirmed},
                                 word(asset.confidence, language_, texts_)};
      for (const Moment& moment : findings_.moments) {
        const auto value = value_at(asset.down_probability, moment.hour);
        row.push_back(value ? GpkgValue{rounded(*value, 1e4)} : GpkgValue{});
      }
      file_.insert(layer_assets, row);
    }
  }

  void support_points(const SupportPlanFinding& plan) {
    const std::vector<GpkgColumn> columns{{"id", "TEXT", say("report.data.column.id")},
                                          {"naam", "TEXT", say("report.data.column.name")},
                                          {"soort", "TEXT", say("report.data.column.support_level")},
                                          {"gemeente", "TEXT", say("report.data.column.municipality")},
                                          {"inwoners", "INTEGER", say("report.data.column.support_residents")},
                                          {"bezoekers_dag", "INTEGER", say("report.data.column.support_visitors_day")},
                                          {"bezoekers_uur", "REAL", say("report.data.column.support_visitors_h")},
                                          {"plaats_uur", "REAL", say("report.data.column.support_capacity")},
                                          {"looptijd_min", "REAL", say("report.data.column.support_minutes")},
                                          {"valt_onder", "TEXT", say("report.data.column.support_coordinator")},
                                          {"personeel", "REAL", say("report.data.column.support_staff")},
                                          {"open_uren", "REAL", say("report.data.column.support_open", {""})},
                                          {"bevestigd", "BOOLEAN", say("report.data.column.confirmed")}};
    std::optional<GpkgBounds> bounds;
    for (const SupportPointFinding& point : plan.points)
      if (point.place) widen(bounds, *point.place);
    file_.add_features(layer_points, say("report.data.layer.support_points"), marking(findings_, language_, texts_),
                       "POINT", columns, bounds);
    for (const SupportPointFinding& point : plan.points)
      file_.insert(
          layer_points,
          std::vector<GpkgValue>{
              point.place ? GpkgValue{gpkg_geometry(*point.place)} : GpkgValue{}, point.id, point.name,
              say(("report.support.level." + point.level).c_str()), point.municipality_name, people(point.residents),
              people(point.visitors_per_day), rounded(point.visitors_per_h, 10),
              point.capacity_per_h > 0 ? GpkgValue{point.capacity_per_h} : GpkgValue{}, rounded(point.minutes_mean, 10),
              point.coordinator ? GpkgValue{plan.points[*point.coordinator].name} : GpkgValue{}, point.staff,
              point.open_h ? GpkgValue{rounded(point.open_h->mean, 10)} : GpkgValue{}, std::int64_t{point.confirmed}});
  }

  void study() {
    file_.add_attributes(table_study, say("report.data.layer.study"), "",
                         {{"onderwerp", "TEXT", say("report.data.column.subject")},
                          {"waarde", "TEXT", say("report.data.column.value")}});
    const auto add = [this](const char* key, const std::string& value) {
      file_.insert(table_study, std::array<GpkgValue, 2>{say(key), value});
    };
    for (const auto& [key, value] : study_facts(findings_, language_, texts_)) add(key, value);
  }

  const Findings& findings_;
  Language language_;
  const Texts& texts_;
  GpkgFile file_;
  std::optional<GpkgBounds> bounds_;
};

}  // namespace

std::string results_geopackage(const Findings& findings, Language language, const Texts& texts) {
  return Writer(findings, language, texts).write();
}

Done write_results_geopackage(const Findings& findings, Language language, const Texts& texts,
                              const std::filesystem::path& path) {
  return formats::write_file_atomically(path, results_geopackage(findings, language, texts));
}

}  // namespace veer::report
