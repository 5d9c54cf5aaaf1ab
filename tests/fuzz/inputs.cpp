#include "fuzz/inputs.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "faulttree/cut_sets.hpp"
#include "faulttree/mef.hpp"
#include "faulttree/probability.hpp"
#include "formats/csv.hpp"
#include "formats/foreign_text.hpp"
#include "formats/geojson.hpp"
#include "formats/vector_file.hpp"
#include "importers/foreign/census.hpp"
#include "importers/foreign/points.hpp"
#include "importers/osm/read_osm.hpp"
#include "importers/package/datapackage.hpp"
#include "server/change_input.hpp"
#include "server/geo_query.hpp"
#include "server/instant.hpp"
#include "server/messages.hpp"
#include "server/negotiation.hpp"
#include "server/run_request.hpp"
#include "server/target.hpp"
#include "siting/benchmark.hpp"
#include "siting/capacitated.hpp"
#include "siting/median.hpp"
#include "walking/network.hpp"
#include "walking/search.hpp"

namespace veer::fuzz {

void feed_csv(std::string_view input) {
  const auto table = formats::parse_csv(input, "t", "t.csv");
  if (!table) {
    ENSURE(!table.error().message.key.empty(), "a refusal says why");
    return;
  }
  ENSURE(!table->columns.empty() && table->lines.size() == table->rows.size(),
         "a table has columns and a line for each row");
  for (const auto& row : table->rows)
    ENSURE(row.size() == table->columns.size(), "every row has a cell for each column");
  const auto again = formats::parse_csv(formats::to_csv(*table), "t", "t.csv");
  ENSURE(again && again->columns == table->columns && again->rows == table->rows, "what is written is read back");
}

namespace {

/// Reads rows as every kind of file that their columns may announce.
void feed_rows(importers::foreign::Rows rows) {
  namespace foreign = importers::foreign;
  const foreign::Content content = foreign::recognised(rows.column_names(), rows.geometry);
  foreign::PartReport report{.file = "f", .content = content};
  const auto counted = [&report](std::size_t kept) {
    std::size_t dropped = 0;
    for (const foreign::Dropped& one : report.dropped) dropped += one.count;
    ENSURE(kept + dropped == report.rows_read, "every row is kept or counted as dropped");
  };
  if (content == foreign::Content::census) {
    auto areas = foreign::read_census(rows, report);
    if (!areas) return;
    counted(areas->size());
    for (foreign::CensusRow& area : *areas) {
      foreign::complete_ages(area);
      ENSURE(
          area.ages[6] <= area.ages[5] && area.ages[5] <= area.ages[4] && *area.ages[4] <= area.residents.value_or(0),
          "those of 85 are among those of 75, these of 65, and these among all");
    }
  } else if (content == foreign::Content::homes || content == foreign::Content::addresses) {
    const auto found =
        content == foreign::Content::homes ? foreign::read_homes(rows, report) : foreign::read_addresses(rows, report);
    if (found) counted(found->size());
  } else if (content == foreign::Content::connections) {
    const auto found = foreign::read_connections(rows, report);
    ENSURE(!found || found->size() <= report.rows_read, "postcodes come from rows");
  } else if (foreign::is_used(content) && content != foreign::Content::osm_map &&
             content < foreign::Content::parameters && content > foreign::Content::homes) {
    const auto found = foreign::read_things(rows, report);
    if (found) counted(found->size());
  }
}

}  // namespace

void feed_foreign(std::string_view input) {
  auto read = formats::parse_foreign_text(input, "t", "t.csv");
  if (!read) {
    ENSURE(!read.error().message.key.empty(), "a refusal says why");
    return;
  }
  importers::foreign::Rows rows;
  for (const std::string& column : read->table.columns) rows.columns.push_back({column, formats::ColumnType::text});
  for (const auto& row : read->table.rows)
    ENSURE(row.size() == rows.columns.size(), "every row has a cell for each column");
  rows.rows = std::move(read->table.rows);
  rows.lines = std::move(read->table.lines);
  feed_rows(std::move(rows));
}

void feed_geopackage(std::string_view input) {
  const auto file = formats::VectorFile::open_bytes(input, "f.gpkg");
  if (!file) return;
  for (std::size_t i = 0; i < file->layers().size(); ++i) {
    auto layer = file->read(i, {.within = {}, .most_rows = 10'000});
    if (!layer) continue;
    ENSURE(layer->geometry != formats::GeometryKind::point || layer->points.size() == layer->rows.size(),
           "a point layer has a place per row");
    ENSURE(layer->geometry != formats::GeometryKind::multipolygon || layer->polygons.size() == layer->rows.size(),
           "an outline layer has an outline per row");
    importers::foreign::Rows rows;
    static_cast<formats::Layer&>(rows) = *std::move(layer);
    feed_rows(std::move(rows));
  }
}

void feed_geojson(std::string_view input) {
  const auto layer = formats::parse_geojson(input, "areas", "outlines.geojson");
  if (!layer || layer->columns.empty()) return;
  for (const auto& row : layer->rows)
    ENSURE(row.size() == layer->columns.size(), "every row has a cell for each column");
  // Rounding happens when writing, so the second text is the first one that must stay.
  const std::string once = formats::to_geojson(*layer);
  const auto again = formats::parse_geojson(once, "areas", "outlines.geojson");
  ENSURE(again && formats::to_geojson(*again) == once, "what is written is read back");
}

void feed_datapackage(std::string_view input) {
  Diagnostics notes;
  auto package = importers::parse_datapackage(input, "datapackage.json", notes);
  if (!package) return;
  for (const auto& [table, file] : package->files) {
    ENSURE(region::schema(table) != nullptr, "only tables of the schema are read");
    ENSURE(file.find('/') == std::string::npos && file != "..", "no file outside the folder is read");
  }
  const std::string once = importers::to_datapackage(package->meta);
  Diagnostics later;
  const auto again = importers::parse_datapackage(once, "datapackage.json", later);
  ENSURE(again && importers::to_datapackage(again->meta) == once, "what is written is read back");
}

namespace {

/// Patience that is counted, not timed, so that an input always does the same.
siting::Patience counted_patience() {
  return {.seconds_left = [left = 300]() mutable { return static_cast<double>(left > 0 ? left-- : 0); }};
}

void feed_capacitated(const Result<siting::CapacitatedProblem>& problem) {
  constexpr std::size_t most_points = 12;  // small ones are solved too
  if (!problem || problem->customer_count() > most_points || problem->site_count() > most_points) return;
  const auto outcome = siting::solve_capacitated(*problem, counted_patience());
  if (!outcome.answer) return;
  ENSURE(siting::value_of(*problem, outcome.answer->server) == outcome.answer->value, "an answer is what it says");
  ENSURE(outcome.answer->bound <= outcome.answer->value, "no bound is above the value");
}

}  // namespace

void feed_siting(std::string_view input) {
  constexpr std::size_t most_points = 30;
  const auto median = siting::parse_pmed(input, "f.txt");
  if (median && median->site_count <= most_points) {
    const auto outcome = siting::solve_median(*median, counted_patience());
    ENSURE(outcome.answer || !outcome.proven_empty, "p of the points can always be chosen");
    if (outcome.answer)
      ENSURE(siting::value_of(*median, outcome.answer->sites) == outcome.answer->value &&
                 outcome.answer->bound <= outcome.answer->value,
             "an answer is what it says");
  }
  feed_capacitated(siting::parse_pmedcap(input, "f.txt"));
  feed_capacitated(siting::parse_sscflp(input, "f.txt"));
}

void feed_osm(std::string_view input) {
  const auto map = importers::osm::parse_osm(input, "map.osm.pbf", {});
  if (!map) {
    ENSURE(map.error().message.key.starts_with("importers.osm."), "a refusal says why");
    return;
  }
  ENSURE(map->counts.pieces == map->streets.pieces.size() && !map->streets.pieces.empty(), "pieces are counted");
  const walking::Network network(map->streets);
  const walking::Snapper snapper(network);
  walking::Search search(network);
  search.run(snapper.nearest(map->streets.places[map->streets.pieces[0].from], 100), walking::unreachable);
  ENSURE(!search.reached().empty(), "from the end of a street its corner can be reached");
  for (const std::uint32_t junction : search.reached())
    ENSURE(network.component(junction) == network.component(search.reached()[0]), "walks stay on their island");
}

void feed_mef(std::string_view input) {
  const auto model = faulttree::read_mef(input, "tree.xml");
  if (!model) {
    ENSURE(!model.error().message.key.empty(), "a refusal says why");
    return;
  }
  const std::string once = faulttree::to_mef(*model);
  const auto again = faulttree::read_mef(once, "tree.xml");
  ENSURE(again && faulttree::to_mef(*again) == once, "what is written is read back");
  const auto tops = faulttree::top_events(*model);
  if (tops.empty()) return;
  const auto tree = faulttree::to_tree(*model, {tops.front(), 100, {}});
  if (!tree || tree->events.size() > 200) return;
  std::vector<double> probability;
  for (const faulttree::TreeEvent& event : tree->events) probability.push_back(event.probability);
  faulttree::Limits limits(std::size_t{16} << 20U);
  const auto diagrams = faulttree::build_diagrams(tree->circuit, limits);
  if (!diagrams) return;
  const auto chance = faulttree::top_chance(*diagrams, faulttree::module_chances(*diagrams, probability));
  ENSURE(chance.holds >= 0 && chance.holds <= 1 + 1e-9 && std::abs(chance.holds + chance.fails - 1) < 1e-9,
         "a tree holds or does not");
  const std::vector<std::uint32_t> weight(tree->events.size(), 1);
  const auto sets = faulttree::CutSets::minimal(*diagrams, weight, limits);
  if (sets) ENSURE(!sets->count().total.empty(), "sets can be counted");
}

namespace {

/// Places in the small state that changes are resolved against.
store::State small_state() {
  store::Change change;
  change.operations = {{"support_points", "a", 1, store::Row(region::schema("support_points")->columns.size(), "x")}};
  change.columns = store::columns_of(change.operations);
  store::State state;
  state.apply(change);
  return state;
}

}  // namespace

/// The first line is what stands in the head of a request, the rest is its body.
void feed_request(std::string_view input) {
  using namespace server;
  const std::string_view head = input.substr(0, input.find('\n'));
  const std::string_view body = input.substr(std::min(input.size(), head.size() + 1));
  if (const auto target = parse_target(head)) {
    std::string again;
    for (const std::string& segment : target->segments) again += "/" + encoded(segment);
    const auto second = parse_target(again.empty() ? "/" : again);
    ENSURE(second && second->segments == target->segments, "segments survive being written and read");
    for (const auto& [name, value] : target->query) ENSURE(is_utf8(name) && is_utf8(value), "what is decoded is text");
  }
  if (const auto instant = parse_instant(head))
    ENSURE(parse_instant(format_instant(*instant)) == instant, "an instant survives being written and read");
  if (const auto period = parse_period(head))
    ENSURE(!period->from || !period->until || *period->from <= *period->until,
           "a period does not end before it begins");
  if (const auto box = parse_box(head, Crs::crs84))
    ENSURE(box->west <= box->east && box->south <= box->north && std::isfinite(box->west + box->north),
           "a box has its ends in order");
  for (const std::uint64_t size : {0U, 1U, 1000U}) {
    const RangeChoice choice = parse_range(head, size);
    ENSURE(choice.answer != RangeAnswer::part || (choice.range.first <= choice.range.last && choice.range.last < size),
           "a part lies inside");
  }
  static_cast<void>(accepts_gzip(head));
  ENSURE(head.empty() || head.find_first_of(", \t\"*") != std::string_view::npos || matches_etag(head, head),
         "a tag matches itself");
  constexpr std::size_t most_unpacked = 1U << 20U;
  if (const auto plain = gunzip(body, most_unpacked)) ENSURE(plain->size() <= most_unpacked, "no bomb goes off");
  static const Texts texts{server::messages()};
  static const store::State state = small_state();
  const Speech say{texts, Language::nl};
  std::vector<FieldProblem> problems;
  const ChangeInput change = parse_change_input(body, say, problems);
  const auto operations = resolve(change, state, say, problems);
  for (const store::Operation& operation : operations) {
    const region::TableSchema* const schema = region::schema(operation.table);
    ENSURE(schema != nullptr && !operation.id.empty(), "an operation is about a row of a table");
    ENSURE(!operation.row || operation.row->size() == schema->columns.size(), "a row has all its cells");
  }
  problems.clear();
  const RunRequest request = parse_run_request(body, say, problems);
  ENSURE(!problems.empty() || (!request.hazard.empty() && request.replicas >= 1), "what passes can be computed");
}

}  // namespace veer::fuzz
