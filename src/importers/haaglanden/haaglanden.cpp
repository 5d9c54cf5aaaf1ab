#include "importers/haaglanden/haaglanden.hpp"

#include "importers/ground/borders.hpp"
#include "importers/ground/lattice.hpp"
#include "importers/haaglanden/context.hpp"
#include "importers/osm/read_osm.hpp"
#include "importers/walks/walks.hpp"

namespace veer::importers {

namespace {

using namespace haaglanden;

constexpr double outline_square_m = 25;
constexpr double outline_tolerance_m = 40;
constexpr double least_outline_m2 = 20'000;
constexpr int outline_decimals = 4;
constexpr std::size_t threads = 2;

void describe(region::Tables& tables) {
  tables.id = "haaglanden";
  tables.title = "Haaglanden";
  tables.reference_date = "2021-01-01";
  tables.licence = "ODbL-1.0";
  tables.attributions = {"© OpenStreetMap-bijdragers (ODbL)", "Bron: CBS / Kadaster (CC BY 4.0)"};
  const std::string cbs = "CC BY 4.0, bron: CBS / Kadaster";
  const std::string mixed = "ODbL 1.0, © OpenStreetMap-bijdragers; inwonertallen CC BY 4.0, bron: CBS / Kadaster";
  tables.table_licences = {{"areas", cbs + "; bedrijven en banen mede uit OpenStreetMap (ODbL 1.0)"},
                           {"organisations", cbs + " (gemeenten)"},
                           {"zones", mixed},
                           {"cells", mixed}};
}

}  // namespace

Result<region::Tables> build_haaglanden(const std::filesystem::path& sources, Diagnostics& notes) {
  TRY(const Sources facts, read_sources(sources, notes));
  TRY(const Territory territory, build_territory(facts));
  Draft draft;
  Context context{{.facts = facts, .territory = territory, .draft = draft}, facts};
  find_named_places(context);
  add_catalogue(context);
  add_people(context, {.areas = "cbs-pc4", .cells = "osm", .zones = assumed().source, .homes = "HEA01"});
  add_grid_assets(context);
  add_telecom(context);
  add_grid_needs(context);
  add_water(context);
  add_energy(context);
  add_care(context);
  add_shops(context);
  add_public_places(context);
  add_emergency(context);
  add_municipal(context);
  add_municipal_processes(context);
  add_emergency_processes(context);
  add_zone_needs(context);
  add_sources(context);
  add_parameters(context);
  add_support_figures(context);
  add_operations_figures(context);
  add_hazards(context);
  add_operations_hazard(context);
  add_consequences(context);
  add_response(context);
  add_support_staff(context);
  add_operations_means(context);
  add_measure_figures(context);
  add_measures(context);

  region::Tables tables = std::move(draft).finish();
  describe(tables);
  std::map<std::string, geo::MultiPolygon> outlines;
  for (const AreaFact& area : facts.areas) outlines.emplace(area.id, area.outline);
  tables.outlines = generalised(on_lattice(outlines, outline_square_m, least_outline_m2), outline_tolerance_m,
                                least_outline_m2, outline_decimals);
  TRY(const osm::OsmMap map, osm::read_osm(facts.streets, crop_for(tables), threads));
  if (const auto walks = add_walks(tables, map, {.threads = threads}, notes); !walks) return fail(walks.error());
  return tables;
}

}  // namespace veer::importers
