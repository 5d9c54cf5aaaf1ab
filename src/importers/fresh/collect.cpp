#include "importers/fresh/collect.hpp"

#include <algorithm>
#include <array>

#include "importers/foreign/columns.hpp"
#include "importers/osm/read_osm.hpp"

namespace veer::importers::fresh {

namespace {

using foreign::Content;
using foreign::PartReport;
using foreign::SourceFile;
using foreign::Verdict;

/// Whether a table of residents is about municipalities, or tells the level per row: small, and needed to know the
/// region.
bool is_coarse(const foreign::Part& part) {
  const foreign::Columns columns(part.columns);
  for (const foreign::Meaning finer :
       {foreign::Meaning::neighbourhood_code, foreign::Meaning::district_code, foreign::Meaning::postcode,
        foreign::Meaning::postcode5, foreign::Meaning::postcode6})
    if (columns.has(finer)) return false;
  return true;
}

/// The year of figures: the column `jaar`, else the last year in the name of the layer or the file.
std::string year_of(const foreign::Rows& rows, const PartReport& part) {
  const auto is_year = [](std::string_view text) {
    return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const foreign::Columns columns(rows.column_names());
  if (const auto column = columns.find("jaar"); column && !rows.rows.empty() && is_year(rows.rows.front()[*column]))
    return rows.rows.front()[*column];
  for (const std::string& name : {part.part, part.file})
    for (std::size_t end = name.size(); end >= 4; --end)
      if (is_year(std::string_view(name).substr(end - 4, 4))) return name.substr(end - 4, 4);
  return {};
}

/// The order in which sources of things are believed, first first.
int rank(Content content) {
  switch (content) {
    case Content::facilities:
      return 0;
    case Content::hospitals:
      return 1;
    case Content::sites:
      return 2;
    case Content::sewage_plants:
      return 3;
    case Content::osm_map:
      return 4;
    case Content::places_of_interest:
      return 5;
    default:
      return 6;
  }
}

struct TitleOf {
  Content content;
  const char* title;
  const char* publisher;
  const char* licence;
};
constexpr const char* cbs = "CC BY 4.0";
constexpr const char* odbl = "ODbL 1.0";
constexpr std::array titles{
    TitleOf{Content::census, "Inwoners en omtrekken van gemeenten, wijken, buurten of postcodes", "CBS / Kadaster",
            cbs},
    TitleOf{Content::age_decades, "Inwoners per gemeente en leeftijd", "CBS", cbs},
    TitleOf{Content::statline_rows, "Kerncijfers uit StatLine", "CBS", cbs},
    TitleOf{Content::osm_map, "OpenStreetMap: straten, adressen en voorzieningen", "OpenStreetMap-bijdragers", odbl},
    TitleOf{Content::addresses, "Adressen uit OpenStreetMap (overgenomen uit de BAG)", "OpenStreetMap-bijdragers",
            odbl},
    TitleOf{Content::homes, "Woningen uit de Basisregistratie Adressen en Gebouwen", "Kadaster", cbs},
    TitleOf{Content::places_of_interest, "Voorzieningen uit OpenStreetMap", "OpenStreetMap-bijdragers", odbl},
    TitleOf{Content::named_places, "Plaatsnamen uit OpenStreetMap", "OpenStreetMap-bijdragers", odbl},
    TitleOf{Content::facilities, "Lijst van publieke voorzieningen", "", ""},
    TitleOf{Content::hospitals, "Ziekenhuislocaties", "RIVM", ""},
    TitleOf{Content::sewage_plants, "Rioolwaterzuiveringen", "", ""},
    TitleOf{Content::power_nodes, "Stations van het hoogspanningsnet", "OpenStreetMap-bijdragers", odbl},
    TitleOf{Content::connections, "Kleinverbruikaansluitingen per postcode", "Netbeheerder", ""},
    TitleOf{Content::sites, "Eigen lijst van locaties", "", ""},
};

}  // namespace

std::string Collection::source_id(const PartReport& part) {
  std::string stem = part.file;
  for (const char* ending :
       {".gz", ".csv", ".geojson", ".json", ".gpkg", ".shp", ".xlsx", ".ods", ".pbf", ".osm", ".txt"})
    if (stem.ends_with(ending)) stem.resize(stem.size() - std::string_view(ending).size());
  std::string id = ground::slug(stem);
  if (!part.part.empty()) id += "-" + ground::slug(part.part);
  return id.empty() ? "source" : id;
}

Result<Collection> Collection::open(const std::vector<std::filesystem::path>& files, Reports& parts) {
  Collection collection;
  for (const auto& path : files) {
    TRY(SourceFile file, SourceFile::open(path));
    const std::size_t first = parts.size();
    for (const foreign::Part& part : file.parts()) {
      PartReport line{.file = file.shown(), .part = part.name, .content = part.content};
      line.verdict = part.content == Content::unknown ? Verdict::unknown : Verdict::recognised;
      if (part.content != Content::unknown && (!foreign::is_used(part.content) || part.content == Content::parameters))
        line.verdict = Verdict::not_needed;
      parts.push_back(std::move(line));
    }
    // Who calls a file .csv means a table; any other text may be a note beside the data.
    const std::string name = file.shown();
    const bool means_table = name.ends_with(".csv") || name.ends_with(".csv.gz") || name.ends_with(".tsv");
    if (file.why_unknown() && means_table) return fail(*file.why_unknown());
    if (file.parts().empty()) {
      PartReport line{.file = file.shown(), .part = {}};
      if (file.why_unknown()) line.notes.push_back(file.why_unknown()->message);
      parts.push_back(std::move(line));
    }
    collection.files_.push_back({std::move(file), first});
  }
  return collection;
}

std::optional<Error> Collection::why_unknown() const {
  for (const Opened& opened : files_)
    if (opened.file.why_unknown()) return opened.file.why_unknown();
  return std::nullopt;
}

Result<std::vector<CensusSource>> Collection::municipalities(Reports& parts) {
  std::vector<CensusSource> sources;
  std::vector<std::pair<std::string, std::string>> measures;
  for (Opened& opened : files_)
    for (std::size_t i = 0; i < opened.file.parts().size(); ++i) {
      if (opened.file.parts()[i].content != Content::statline_measures) continue;
      TRY(const foreign::Rows rows, opened.file.take(i));
      const foreign::Columns columns(rows.column_names());
      for (const auto& row : rows.rows)
        measures.emplace_back(row[*columns.find("identifier")], row[*columns.find("title")]);
      PartReport& line = parts[opened.first_report + i];
      line.rows_read = line.rows_used = rows.rows.size();
      line.verdict = Verdict::used;
    }
  for (Opened& opened : files_)
    for (std::size_t i = 0; i < opened.file.parts().size(); ++i) {
      const foreign::Part& part = opened.file.parts()[i];
      PartReport& line = parts[opened.first_report + i];
      CensusSource source{.report = opened.first_report + i, .rows = {}};
      if (part.content == Content::census && is_coarse(part)) {
        TRY(const foreign::Rows rows, opened.file.take(i));
        TRY(source.rows, foreign::read_census(rows, line));
        line.year = year_of(rows, line);
      } else if (part.content == Content::age_decades) {
        TRY(const foreign::Rows rows, opened.file.take(i));
        TRY(source.rows, foreign::read_age_decades(rows, line));
      } else if (part.content == Content::statline_rows) {
        TRY(const foreign::Rows rows, opened.file.take(i));
        TRY(source.rows, foreign::read_statline(rows, measures, line));
      } else {
        continue;
      }
      sources.push_back(std::move(source));
    }
  return sources;
}

Done Collection::add_finer(std::vector<CensusSource>& sources, const geo::Bounds& within, Reports& parts) {
  for (Opened& opened : files_)
    for (std::size_t i = 0; i < opened.file.parts().size(); ++i) {
      const foreign::Part& part = opened.file.parts()[i];
      if (part.content != Content::census || is_coarse(part)) continue;
      PartReport& line = parts[opened.first_report + i];
      CensusSource source{.report = opened.first_report + i, .rows = {}};
      formats::LayerWish wish;
      if (!within.empty()) wish.within = within;
      TRY(const foreign::Rows rows, opened.file.take(i, wish));
      if (rows.rows.empty()) {
        line.verdict = Verdict::outside;
        line.rows_read = part.rows;
        continue;
      }
      TRY(source.rows, foreign::read_census(rows, line));
      line.year = year_of(rows, line);
      sources.push_back(std::move(source));
    }
  return {};
}

Done Collection::read_place(Opened& opened, std::size_t part, const geo::Bounds& within, Reports& parts) {
  const std::size_t at = opened.first_report + part;
  PartReport& line = parts[at];
  formats::LayerWish wish;
  wish.within = within;
  TRY(const foreign::Rows rows, opened.file.take(part, wish));
  const std::string source = source_id(line);
  if (rows.rows.empty()) {
    line.verdict = Verdict::outside;
    line.rows_read = opened.file.parts()[part].rows;
    return {};
  }
  if (line.content == Content::addresses || line.content == Content::homes) {
    AddressSource found{.report = at, .content = line.content, .source = source, .rows = {}};
    TRY(found.rows,
        line.content == Content::homes ? foreign::read_homes(rows, line) : foreign::read_addresses(rows, line));
    addresses.push_back(std::move(found));
  } else if (line.content == Content::connections) {
    TRY(const auto found, foreign::read_connections(rows, line));
    for (const auto& row : found) connections.emplace_back(row.postcode, row.electricity);
    line.rows_used = found.size();
    line.verdict = Verdict::used;
  } else if (line.content == Content::named_places) {
    TRY(const auto found, foreign::read_things(rows, line));
    for (const foreign::Thing& thing : found) {
      const bool quarter =
          thing.kind == "suburb" || thing.kind == "quarter" || thing.kind == "town" || thing.kind == "village";
      if (!quarter || thing.name.empty()) {
        line.drop("other_kind", 0);
      } else if (!within.contains(*thing.place)) {
        line.drop("outside", 0);
      } else {
        names.push_back({thing.name, *thing.place});
        line.see(*thing.place);
        ++line.rows_used;
      }
    }
    line.verdict = line.rows_used > 0 ? Verdict::used : Verdict::outside;
  } else {
    ThingSource found{.report = at, .source = source, .things = {}};
    TRY(found.things, foreign::read_things(rows, line));
    things.push_back(std::move(found));
  }
  return {};
}

Done Collection::read_places(const geo::Bounds& within, Reports& parts) {
  for (Opened& opened : files_)
    for (std::size_t i = 0; i < opened.file.parts().size(); ++i) {
      switch (opened.file.parts()[i].content) {
        case Content::addresses:
        case Content::homes:
        case Content::places_of_interest:
        case Content::named_places:
        case Content::facilities:
        case Content::hospitals:
        case Content::sewage_plants:
        case Content::power_nodes:
        case Content::connections:
        case Content::sites:
          TRY_DONE(read_place(opened, i, within, parts));
          break;
        default:
          break;
      }
    }
  return {};
}

void Collection::order(const Reports& parts) {
  std::stable_sort(things.begin(), things.end(), [&parts](const ThingSource& a, const ThingSource& b) {
    const int first = rank(parts[a.report].content);
    const int second = rank(parts[b.report].content);
    return first != second ? first < second : a.things.size() > b.things.size();
  });
}

Done Collection::read_maps(const geo::MultiPolygon& outline, bool with_addresses, std::size_t threads, Reports& parts) {
  std::size_t best = 0;
  for (Opened& opened : files_) {
    if (opened.file.form() != SourceFile::Form::osm) continue;
    PartReport& line = parts[opened.first_report];
    osm::Crop crop;
    crop.outline = outline;
    crop.addresses = with_addresses;
    auto read = osm::read_osm(opened.file.path(), crop, threads);
    if (!read) {
      if (read.error().message.key != "importers.osm.elsewhere") return fail(std::move(read).error());
      line.verdict = Verdict::outside;
      continue;
    }
    line.rows_read = read->counts.nodes_read + read->counts.ways_read;
    line.rows_used = read->counts.pieces + read->addresses.size() + read->places.size() + read->power.size();
    line.bounds = read->counts.bounds;
    if (read->counts.nodes_outside > 0) line.drop("outside", 0, read->counts.nodes_outside);
    line.verdict = Verdict::doubled;
    if (map && line.rows_used <= parts[best].rows_used) continue;
    if (map) parts[best].verdict = Verdict::doubled;
    best = opened.first_report;
    line.verdict = Verdict::used;
    map = *std::move(read);
  }
  if (!map) return {};
  const std::string source = source_id(parts[best]);
  if (!map->addresses.empty()) {
    AddressSource found{.report = best, .content = Content::osm_map, .source = source, .rows = {}};
    for (osm::Address& address : map->addresses) found.rows.push_back({address.place, std::move(address.postcode)});
    addresses.push_back(std::move(found));
  }
  ThingSource found{.report = best, .source = source, .things = {}};
  for (const osm::PlaceOfInterest& place : map->places)
    found.things.push_back({.key = place.id, .kind = place.kind, .name = place.name, .place = place.place});
  for (const osm::PowerItem& item : map->power) {
    const bool high =
        std::any_of(item.voltages_v.begin(), item.voltages_v.end(), [](int volts) { return volts >= 110'000; });
    if (item.kind == "substation" && high && !item.course.empty())
      found.things.push_back(
          {.key = item.id, .kind = "substation_150", .name = item.name, .place = item.course.front()});
  }
  if (!found.things.empty()) things.push_back(std::move(found));
  return {};
}

std::vector<std::pair<std::string, std::string>> source_row(const PartReport& part) {
  const auto title =
      std::find_if(titles.begin(), titles.end(), [&part](const auto& one) { return one.content == part.content; });
  const std::string name = part.file + (part.part.empty() ? "" : ", " + part.part);
  std::vector<std::pair<std::string, std::string>> row{{"id", Collection::source_id(part)}};
  row.emplace_back("title", title == titles.end() ? name : std::string(title->title) + " (" + name + ")");
  row.emplace_back("publisher", title == titles.end() ? "" : title->publisher);
  row.emplace_back("date", part.year);
  row.emplace_back("licence", title == titles.end() ? "" : title->licence);
  return row;
}

std::vector<std::vector<std::pair<std::string, std::string>>> standing_sources() {
  return {
      {{"id", "vital-processes"},
       {"title", "Lijst van vitale processen; indeling in pijlers en maximale uitval zijn een aanname van dit project"},
       {"publisher", "NCTV"},
       {"url", "https://www.nctv.nl"}},
      {{"id", ground::assumed().source},
       {"title", "Aannemelijke inrichting: voorbeeldgegevens, niet door eigenaren bevestigd"},
       {"publisher", "Veerkracht"},
       {"licence", odbl}}};
}

}  // namespace veer::importers::fresh
