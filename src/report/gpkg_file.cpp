#include "report/gpkg_file.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <map>

#include "base/result.hpp"

namespace veer::report {

namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}
void put(std::string& out, std::uint32_t value) { put(out, value, 4); }
void put(std::string& out, double value) { put(out, std::bit_cast<std::uint64_t>(value), 8); }

constexpr std::uint32_t wgs84 = 4326;
constexpr std::uint32_t wkb_point = 1;
constexpr std::uint32_t wkb_polygon = 3;
constexpr std::uint32_t wkb_multi_polygon = 6;

/// "GP", version 0, flags (bit 0: little-endian, bits 1-3: envelope), reference system.
std::string header(char flags) {
  std::string out{'G', 'P', '\0', flags};
  put(out, wgs84);
  return out;
}

void put_shape(std::string& out, std::uint32_t type) {
  out += '\1';
  put(out, type);
}

std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

void widen(std::optional<GpkgBounds>& bounds, const geo::LonLat& place) {
  if (!bounds) bounds = GpkgBounds{place.lon, place.lat, place.lon, place.lat};
  bounds->west = std::min(bounds->west, place.lon);
  bounds->east = std::max(bounds->east, place.lon);
  bounds->south = std::min(bounds->south, place.lat);
  bounds->north = std::max(bounds->north, place.lat);
}

GpkgGeometry gpkg_geometry(const geo::LonLat& place) {
  std::string out = header('\1');
  put_shape(out, wkb_point);
  put(out, place.lon);
  put(out, place.lat);
  return {std::move(out)};
}

GpkgGeometry gpkg_geometry(const geo::MultiPolygon& outline) {
  std::optional<GpkgBounds> bounds;
  for (const geo::Polygon& polygon : outline)
    for (const geo::Ring& ring : polygon)
      for (const geo::LonLat& point : ring) widen(bounds, point);
  std::string out = header(bounds ? '\3' : '\1');
  if (bounds)
    for (const double edge : {bounds->west, bounds->east, bounds->south, bounds->north}) put(out, edge);
  put_shape(out, wkb_multi_polygon);
  put(out, static_cast<std::uint32_t>(outline.size()));
  for (const geo::Polygon& polygon : outline) {
    put_shape(out, wkb_polygon);
    put(out, static_cast<std::uint32_t>(polygon.size()));
    for (const geo::Ring& ring : polygon) {
      put(out, static_cast<std::uint32_t>(ring.size()));
      for (const geo::LonLat& point : ring) {
        put(out, point.lon);
        put(out, point.lat);
      }
    }
  }
  return {std::move(out)};
}

/// The SQLite database in memory. Its statements cannot fail for a reason outside the program, so a failure ends it.
struct GpkgFile::Database {
  Database() { ENSURE(sqlite3_open(":memory:", &handle) == SQLITE_OK, "no database in memory"); }
  ~Database() {
    for (auto& [table, statement] : inserts) sqlite3_finalize(statement);
    sqlite3_close(handle);
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql) {
    const int done = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
    ENSURE(done == SQLITE_OK, sqlite3_errmsg(handle));
  }

  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const int done = sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr);
    ENSURE(done == SQLITE_OK, sqlite3_errmsg(handle));
    return statement;
  }

  void step(sqlite3_stmt* statement, std::span<const GpkgValue> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int done = bind(statement, static_cast<int>(i + 1), values[i]);
      ENSURE(done == SQLITE_OK, "a row has more values than its table has columns");
    }
    const int done = sqlite3_step(statement);
    ENSURE(done == SQLITE_DONE, sqlite3_errmsg(handle));
    sqlite3_reset(statement);
  }

  void run(const std::string& sql, std::initializer_list<GpkgValue> values) {
    sqlite3_stmt* const statement = prepare(sql);
    step(statement, {values.begin(), values.size()});
    sqlite3_finalize(statement);
  }

  static int bind(sqlite3_stmt* statement, int index, const GpkgValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, index, *number);
    if (const auto* real = std::get_if<double>(&value)) return sqlite3_bind_double(statement, index, *real);
    // The values outlive the step, so SQLite need not copy them (a null destructor is SQLITE_STATIC).
    if (const auto* text = std::get_if<std::string>(&value))
      return sqlite3_bind_text(statement, index, text->data(), static_cast<int>(text->size()), nullptr);
    if (const auto* shape = std::get_if<GpkgGeometry>(&value))
      return sqlite3_bind_blob(statement, index, shape->bytes.data(), static_cast<int>(shape->bytes.size()), nullptr);
    return sqlite3_bind_null(statement, index);
  }

  void describe(const std::string& table, const std::vector<GpkgColumn>& columns) {
    // Titles are unique in a table; where two needs bear one name the second column goes by its own name.
    for (const GpkgColumn& column : columns)
      run("INSERT OR IGNORE INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)",
          {table, column.name, column.title, column.title});
  }

  void list(const std::string& table, const char* kind, const std::string& title, const std::string& description,
            const std::string& last_change, const std::optional<GpkgBounds>& bounds) {
    const auto edge = [&bounds](double GpkgBounds::* side) -> GpkgValue {
      return bounds ? GpkgValue{*bounds.*side} : GpkgValue{};
    };
    const GpkgValue system = std::string(kind) == "features" ? GpkgValue{std::int64_t{wgs84}} : GpkgValue{};
    run("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {table, std::string(kind), title, description, last_change + "T00:00:00.000Z", edge(&GpkgBounds::west),
         edge(&GpkgBounds::south), edge(&GpkgBounds::east), edge(&GpkgBounds::north), system});
  }

  void list_geometry(const std::string& table, const std::string& type) {
    run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", {table, type, std::int64_t{wgs84}});
  }

  sqlite3* handle = nullptr;
  std::map<std::string, sqlite3_stmt*> inserts;
};

namespace {

/// The tables every GeoPackage has (OGC 12-128r18, annex C), the schema extension for column titles, and the table
/// where QGIS keeps styles.
constexpr const char* frame = R"sql(
PRAGMA page_size = 4096;
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
BEGIN;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write');
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
  f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME);
)sql";

std::string column_list(const std::vector<GpkgColumn>& columns) {
  std::string out;
  for (const GpkgColumn& column : columns) out += ", " + quoted(column.name) + " " + column.type;
  return out;
}

std::string insertion(const std::string& table, std::size_t count, bool with_geometry,
                      const std::vector<GpkgColumn>& columns) {
  std::string names = with_geometry ? "geom" : "";
  for (const GpkgColumn& column : columns) names += (names.empty() ? "" : ", ") + quoted(column.name);
  std::string slots = "?";
  for (std::size_t i = 1; i < count; ++i) slots += ", ?";
  return "INSERT INTO " + quoted(table) + " (" + names + ") VALUES (" + slots + ")";
}

}  // namespace

GpkgFile::GpkgFile(const std::string& last_change)
    : database_(std::make_unique<Database>()), last_change_(last_change) {
  database_->run(frame);
  database_->list("layer_styles", "attributes", "layer_styles", "", last_change_, std::nullopt);
}

GpkgFile::~GpkgFile() = default;

void GpkgFile::add_features(const std::string& table, const std::string& title, const std::string& description,
                            const std::string& geometry_type, const std::vector<GpkgColumn>& columns,
                            const std::optional<GpkgBounds>& bounds) {
  database_->run("CREATE TABLE " + quoted(table) + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom " +
                 geometry_type + column_list(columns) + ")");
  database_->list(table, "features", title, description, last_change_, bounds);
  database_->list_geometry(table, geometry_type);
  database_->describe(table, columns);
  database_->inserts[table] = database_->prepare(insertion(table, columns.size() + 1, true, columns));
}

void GpkgFile::add_attributes(const std::string& table, const std::string& title, const std::string& description,
                              const std::vector<GpkgColumn>& columns) {
  database_->run("CREATE TABLE " + quoted(table) + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL" +
                 column_list(columns) + ")");
  database_->list(table, "attributes", title, description, last_change_, std::nullopt);
  database_->describe(table, columns);
  database_->inserts[table] = database_->prepare(insertion(table, columns.size(), false, columns));
}

void GpkgFile::add_view(const std::string& view, const std::string& title, const std::string& description,
                        const std::string& geometry_type, const std::string& select,
                        const std::vector<GpkgColumn>& columns, const std::optional<GpkgBounds>& bounds) {
  database_->run("CREATE VIEW " + quoted(view) + " AS " + select);
  database_->list(view, "features", title, description, last_change_, bounds);
  database_->list_geometry(view, geometry_type);
  database_->describe(view, columns);
}

void GpkgFile::insert(const std::string& table, std::span<const GpkgValue> values) {
  const auto found = database_->inserts.find(table);
  ENSURE(found != database_->inserts.end(), "a row for a table that was not added");
  ENSURE(static_cast<std::size_t>(sqlite3_bind_parameter_count(found->second)) == values.size(),
         "a row has another number of values than its table has columns");
  database_->step(found->second, values);
}

void GpkgFile::set_style(const std::string& table, const std::string& name, const std::string& qml) {
  database_->run(
      "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
      "styleQML, styleSLD, useAsDefault, description, owner, "
      "update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', ?)",
      {table, name, qml, last_change_ + "T00:00:00.000Z"});
}

std::string GpkgFile::bytes() && {
  database_->run("COMMIT");
  sqlite3_int64 size = 0;
  unsigned char* const data = sqlite3_serialize(database_->handle, "main", &size, 0);
  ENSURE(data != nullptr, "the GeoPackage does not fit in memory");
  std::string out(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  return out;
}

}  // namespace veer::report
