#include "region/builder.hpp"

#include <string>

#include "region/cell_checks.hpp"
#include "region/rows.hpp"

namespace veer::region {

Result<Region> build_region(const Tables& tables, Diagnostics& notes) {
  const std::size_t errors_before = notes.error_count();
  const Cells cells(tables, notes);
  check_cells(cells);

  Region region;
  region.id = tables.id;
  region.title = tables.title;
  region.reference_date = tables.reference_date;
  region.attributions = tables.attributions;
  read_figures(cells, region);
  read_people(cells, region);
  read_assets(cells, region);
  read_needs(cells, region);
  read_hazards(cells, region);
  combine_hazards(cells, region);
  read_programme(cells, region);
  check_doubts(cells, region);
  // Whatever has no place yet was reported; what is left can be judged as the engines would.
  if (notes.error_count() == errors_before) {
    region.make_index();
    check_playable(cells, region);
  }

  const std::size_t errors = notes.error_count() - errors_before;
  if (errors > 0) {
    const std::string& name = tables.title.empty() ? tables.id : tables.title;
    return fail({ErrorKind::invalid_input, {"region.refused", {name, std::to_string(errors)}}, {}, {}});
  }
  return region;
}

}  // namespace veer::region
