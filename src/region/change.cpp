#include "region/change.hpp"

#include <set>

namespace veer::region {

namespace {

template <class Row>
Done put(std::vector<Row>& rows, const std::vector<Row>& more, const char* table) {
  std::set<std::string> ids;
  for (const Row& row : rows) ids.insert(row.id);
  for (const Row& row : more) {
    if (!ids.insert(row.id).second)
      return fail({ErrorKind::conflict, {"region.change.twice", {row.id, table}}, {.table = table}, {}});
    rows.push_back(row);
  }
  return {};
}

}  // namespace

Result<Region> with(Region region, const Change& change) {
  TRY_DONE(put(region.services, change.services, "services"));
  TRY_DONE(put(region.parameters, change.parameters, "parameters"));
  TRY_DONE(put(region.assets, change.assets, "assets"));
  TRY_DONE(put(region.needs, change.needs, "needs"));
  TRY_DONE(put(region.backups, change.backups, "backups"));
  TRY_DONE(put(region.shocks, change.shocks, "shocks"));
  region.make_index();
  return region;
}

}  // namespace veer::region
