#include "importers/haaglanden/sources.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <tuple>

#include "base/text.hpp"
#include "formats/csv.hpp"
#include "formats/geojson.hpp"
#include "importers/haaglanden/source_files.hpp"

namespace veer::importers::haaglanden {

namespace {

/// A table of which some columns were looked up by name; cells are read as text or as a number with its place.
class Reader {
 public:
  [[nodiscard]] static Result<Reader> open(const std::filesystem::path& path, const std::vector<std::string>& wanted) {
    TRY(formats::Table table, formats::read_csv(path, path.stem().string()));
    return from(std::move(table), wanted);
  }

  [[nodiscard]] static Result<Reader> from(formats::Table table, const std::vector<std::string>& wanted) {
    Reader reader;
    for (const std::string& name : wanted) {
      const auto column = table.column(name);
      if (!column)
        return fail({.message = {"importers.haaglanden.column", {name}},
                     .place = {.file = table.file, .table = {}, .row = 1, .column = name},
                     .context = {}});
      reader.columns_.emplace(name, *column);
    }
    reader.table_ = std::move(table);
    return reader;
  }

  [[nodiscard]] std::size_t rows() const { return table_.rows.size(); }
  [[nodiscard]] const std::string& text(std::size_t row, const std::string& name) const {
    return table_.rows[row][columns_.at(name)];
  }
  [[nodiscard]] Result<double> number(std::size_t row, const std::string& name) const {
    const std::string& cell = text(row, name);
    double value = 0;
    const auto [end, status] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (status != std::errc{} || end != cell.data() + cell.size())
      return fail({.message = {"importers.haaglanden.number", {cell}},
                   .place = {.file = table_.file, .table = {}, .row = table_.line(row), .column = name},
                   .context = {}});
    return value;
  }
  [[nodiscard]] Result<std::int64_t> count(std::size_t row, const std::string& name) const {
    TRY(const double value, number(row, name));
    const auto whole = static_cast<std::int64_t>(value);
    if (value < 0 || static_cast<double>(whole) != value)
      return fail({.message = {"importers.haaglanden.count", {text(row, name)}},
                   .place = {.file = table_.file, .table = {}, .row = table_.line(row), .column = name},
                   .context = {}});
    return whole;
  }
  [[nodiscard]] Result<geo::LonLat> place(std::size_t row) const {
    TRY(const double lon, number(row, "lon"));
    TRY(const double lat, number(row, "lat"));
    return geo::LonLat{lon, lat};
  }
  [[nodiscard]] formats::Table& table() { return table_; }

 private:
  formats::Table table_;
  std::map<std::string, std::size_t> columns_;
};

double low_income_share(const std::string& municipality) {
  // Assumption: the larger the city, the larger the share; the national share of low-income households is some 7 %.
  if (municipality == "GM0518") return 0.13;
  if (municipality == "GM0503") return 0.11;
  if (municipality == "GM0603" || municipality == "GM0637") return 0.09;
  if (municipality == "GM1916") return 0.07;
  return 0.05;
}

Result<std::vector<MunicipalityFact>> read_municipalities(const std::filesystem::path& path) {
  TRY(const Reader reader, Reader::open(path, {"municipality_code", "name", "population", "population_2017",
                                               "households_2017", "centroid_lat", "centroid_lon"}));
  std::vector<MunicipalityFact> facts;
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    MunicipalityFact fact;
    fact.id = reader.text(row, "municipality_code");
    if (!fact.id.starts_with("GM")) continue;  // the sum of the safety region
    fact.name = reader.text(row, "name") == "'s-Gravenhage" ? "Den Haag" : reader.text(row, "name");
    TRY(fact.residents, reader.count(row, "population"));
    TRY(const double residents, reader.number(row, "population_2017"));
    TRY(const double households, reader.number(row, "households_2017"));
    if (!(households > 0))
      return fail(
          {.message = {"importers.haaglanden.number", {reader.text(row, "households_2017")}},
           .place = {.file = path.filename().string(), .table = {}, .row = row + 2, .column = "households_2017"},
           .context = {}});
    fact.household_size = residents / households;
    fact.low_income_share = low_income_share(fact.id);
    TRY(fact.centre.lat, reader.number(row, "centroid_lat"));
    TRY(fact.centre.lon, reader.number(row, "centroid_lon"));
    facts.push_back(std::move(fact));
  }
  std::sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return facts;
}

Result<std::vector<AreaFact>> read_areas(const std::filesystem::path& outlines_file,
                                         const std::filesystem::path& counts_file) {
  TRY(formats::Layer layer, formats::read_geojson(outlines_file, "postcode4"));
  formats::Table table;
  table.file = outlines_file.filename().string();
  for (const auto& column : layer.columns) table.columns.push_back(column.name);
  table.rows = std::move(layer.rows);
  TRY(const Reader outlines, Reader::from(std::move(table), {"postcode", "gemeentecode", "plaats", "lon", "lat"}));
  const std::vector<std::string> age_columns{"inw_0_14",    "inw_15_24",   "inw_25_44",  "inw_45_64",
                                             "inw_65_plus", "inw_75_plus", "inw_85_plus"};
  std::vector<std::string> wanted = age_columns;
  wanted.insert(wanted.end(), {"postcode", "level", "inwoners"});
  TRY(const Reader counts, Reader::open(counts_file, wanted));
  std::map<std::string, std::size_t> row_of;
  for (std::size_t row = 0; row < counts.rows(); ++row)
    if (counts.text(row, "level") == "PC4") row_of.emplace(counts.text(row, "postcode"), row);

  std::vector<AreaFact> areas;
  for (std::size_t row = 0; row < outlines.rows(); ++row) {
    AreaFact area;
    area.id = outlines.text(row, "postcode");
    area.place = outlines.text(row, "plaats");
    area.municipality = outlines.text(row, "gemeentecode");
    TRY(area.inside, outlines.place(row));
    area.outline = std::move(layer.polygons[row]);
    const auto found = row_of.find(area.id);
    if (found == row_of.end())
      return fail({.message = {"importers.haaglanden.postcode", {area.id}},
                   .place = {.file = counts_file.filename().string(), .table = {}, .row = 0, .column = "postcode"},
                   .context = {}});
    TRY(area.residents, counts.count(found->second, "inwoners"));
    for (std::size_t age = 0; age < age_columns.size(); ++age) {
      TRY(area.ages[age], counts.count(found->second, age_columns[age]));
    }
    areas.push_back(std::move(area));
  }
  std::sort(areas.begin(), areas.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return areas;
}

Done read_addresses(const std::filesystem::path& path, Sources& sources, Diagnostics& notes) {
  TRY(const Reader reader, Reader::open(path, {"pc4", "lat", "lon"}));
  std::map<std::string, std::size_t> area_of;
  for (std::size_t area = 0; area < sources.areas.size(); ++area) area_of.emplace(sources.areas[area].id, area);
  std::size_t left_out = 0;
  sources.addresses.reserve(reader.rows());
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    const auto found = area_of.find(reader.text(row, "pc4"));
    if (found == area_of.end()) {
      ++left_out;
      continue;
    }
    TRY(const geo::LonLat place, reader.place(row));
    sources.addresses.push_back({found->second, place});
  }
  if (left_out > 0)
    notes.warn({"importers.haaglanden.addresses", {std::to_string(left_out), std::to_string(reader.rows())}},
               {.file = path.filename().string(), .table = {}, .row = 0, .column = "pc4"});
  return {};
}

Result<std::vector<PoiFact>> read_pois(const std::filesystem::path& path) {
  TRY(const Reader reader, Reader::open(path, {"lat", "lon", "osm_key", "osm_value", "name", "municipality_code"}));
  std::vector<PoiFact> pois;
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    if (reader.text(row, "municipality_code").empty()) continue;  // the rim around the region
    PoiFact poi;
    poi.kind = reader.text(row, "osm_key") + "=" + reader.text(row, "osm_value");
    poi.name = reader.text(row, "name");
    poi.municipality = reader.text(row, "municipality_code");
    TRY(poi.place, reader.place(row));
    pois.push_back(std::move(poi));
  }
  const auto order = [](const PoiFact& p) { return std::tie(p.kind, p.place.lat, p.place.lon, p.name); };
  std::sort(pois.begin(), pois.end(), [&order](const auto& a, const auto& b) { return order(a) < order(b); });
  return pois;
}

/// Places large enough to say whereabouts something is; neighbourhoods and hamlets are left aside.
Result<std::vector<PlaceFact>> read_places(const std::filesystem::path& path) {
  TRY(const Reader reader, Reader::open(path, {"lat", "lon", "place", "name"}));
  std::vector<PlaceFact> places;
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    const std::string& kind = reader.text(row, "place");
    if (kind != "suburb" && kind != "quarter" && kind != "town" && kind != "village") continue;
    TRY(const geo::LonLat place, reader.place(row));
    places.push_back({reader.text(row, "name"), place});
  }
  return places;
}

Result<std::vector<FacilityFact>> read_facilities(const std::filesystem::path& path) {
  TRY(const Reader reader, Reader::open(path, {"type", "name", "municipality_code", "lat", "lon", "confidence"}));
  std::vector<FacilityFact> facilities;
  for (std::size_t row = 0; row < reader.rows(); ++row) {
    FacilityFact facility{reader.text(row, "type"),
                          reader.text(row, "name"),
                          reader.text(row, "municipality_code"),
                          {},
                          reader.text(row, "confidence")};
    TRY(facility.place, reader.place(row));
    facilities.push_back(std::move(facility));
  }
  return facilities;
}

/// The table as it is, once it is sure that it has its columns and that its figures are figures.
Result<formats::Table> read_evidence(const std::filesystem::path& path) {
  TRY(Reader reader, Reader::open(path, {"id", "subject", "parameter", "low", "typical", "high", "unit", "distribution",
                                         "source", "confidence", "note"}));
  for (std::size_t row = 0; row < reader.rows(); ++row)
    for (const char* column : {"low", "typical", "high"}) {
      if (const auto value = reader.number(row, column); !value) return fail(value.error());
    }
  return std::move(reader.table());
}

/// The file separates by '#' and quotes by an apostrophe, so it is read by line; only one station of it is wanted.
Result<geo::LonLat> read_the_hague_station(const std::filesystem::path& path) {
  TRY(const std::string text, formats::read_file(path));
  std::size_t row = 0;
  for (std::size_t begin = 0; begin < text.size(); ++row) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    if (line.find("150 kV ''s-Gravenhage") == std::string_view::npos) continue;
    const std::size_t first = line.find('#');
    const std::size_t second = line.find('#', first + 1);
    const std::size_t third = line.find('#', second + 1);
    geo::LonLat place;
    const bool good = third != std::string_view::npos &&
                      std::from_chars(line.data() + first + 1, line.data() + second, place.lon).ec == std::errc{} &&
                      std::from_chars(line.data() + second + 1, line.data() + third, place.lat).ec == std::errc{};
    if (good) return place;
    return fail({.message = {"importers.haaglanden.number", {std::string(line.substr(0, 60))}},
                 .place = {.file = path.filename().string(), .table = {}, .row = row + 1, .column = "lon"},
                 .context = {}});
  }
  return fail({.kind = ErrorKind::not_found,
               .message = {"importers.haaglanden.station", {"150 kV 's-Gravenhage"}},
               .place = {.file = path.filename().string(), .table = {}, .row = 0, .column = "name"},
               .context = {}});
}

}  // namespace

Result<Sources> read_sources(const std::filesystem::path& folder, Diagnostics& notes) {
  TRY(const SourceFiles files, SourceFiles::below(folder));
  Sources sources;
  TRY(const auto facts, files.table("data/haaglanden_facts.csv",
                                    {"municipality_code", "population", "population_2017", "households_2017"}));
  TRY(sources.municipalities, read_municipalities(facts));
  TRY(const auto outlines, files.table("data/real/cbs_pc4_2021/haaglanden_pc4_2021.geojson.gz",
                                       {"FeatureCollection", "postcode", "gemeentecode", "plaats", "inw_0_14"}));
  TRY(const auto counts, files.table("data/real/cbs_pc4_2021/nl_postcodes_2021.csv.gz",
                                     {"postcode", "level", "inwoners", "inw_0_14", "inw_85_plus"}));
  TRY(sources.areas, read_areas(outlines, counts));
  for (const AreaFact& area : sources.areas)
    if (!sources.has_municipality(area.municipality))
      return fail({.message = {"importers.haaglanden.municipality", {area.id, area.municipality}},
                   .place = {.file = outlines.filename().string(), .table = {}, .row = 0, .column = "gemeentecode"},
                   .context = {}});
  const std::string osm = "data/real/osm_haaglanden_2021/";
  TRY(const auto addresses, files.table(osm + "haaglanden_addresses.csv.gz", {"pc4", "lat", "lon", "housenumber"}));
  TRY_DONE(read_addresses(addresses, sources, notes));
  TRY(const auto pois, files.table(osm + "haaglanden_poi.csv.gz", {"osm_key", "osm_value", "municipality_code"}));
  TRY(sources.pois, read_pois(pois));
  TRY(const auto places, files.table(osm + "haaglanden_places.csv", {"lat", "lon", "place", "name"}));
  TRY(sources.places, read_places(places));
  TRY(const auto facilities,
      files.table("data/haaglanden_facilities.csv", {"type", "name", "municipality_code", "confidence"}));
  TRY(sources.facilities, read_facilities(facilities));
  TRY(const auto power,
      files.table("data/real/power_osm_nl_2017/heuristic_vertices.csv", {"v_id", "lon", "lat", "typ"}));
  TRY(sources.the_hague_station, read_the_hague_station(power));
  TRY(const auto evidence, files.table("evidence/parameters.csv", {"subject", "parameter", "low", "typical", "high"}));
  TRY(sources.parameters, read_evidence(evidence));
  TRY(sources.streets, files.map(osm + "haaglanden-2021.osm.pbf"));
  return sources;
}

}  // namespace veer::importers::haaglanden
