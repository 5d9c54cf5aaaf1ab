#include <algorithm>
#include <optional>

#include "region/rows.hpp"

namespace veer::region {

namespace {

/// The parameter of the cell, else that of the kind, else the default; reports where none of them exists.
ParameterId restart_of(const Cells& cells, const View& view, std::size_t row) {
  if (!view.empty(row, "restart")) return cells.reference<ParameterId>(view, row, "restart");
  const View& parameters = cells.view("parameters");
  const std::string by_kind = view.text(row, "kind") + ".restart";
  for (const std::string& id : {by_kind, std::string("default.restart")})
    if (const auto found = parameters.find(id)) return ParameterId(*found);
  cells.error(view, row, "restart", "region.asset.no_restart", {view.id(row), by_kind});
  return {};
}

/// Both coordinates or neither.
std::optional<geo::LonLat> place_of(const Cells& cells, const View& view, std::size_t row) {
  if (view.empty(row, "lon") != view.empty(row, "lat")) {
    const bool lon = view.empty(row, "lon");
    cells.error(view, row, lon ? "lon" : "lat", "region.asset.half_place", {lon ? "lat" : "lon", lon ? "lon" : "lat"});
  }
  const auto lon = view.maybe_number(row, "lon");
  const auto lat = view.maybe_number(row, "lat");
  if (!lon || !lat) return std::nullopt;
  return geo::LonLat{*lon, *lat};
}

void read_asset_rows(const Cells& cells, Region& region) {
  const View& view = cells.view("assets");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Asset asset;
    asset.id = view.id(row);
    asset.name = view.text(row, "name");
    asset.kind = view.text(row, "kind");
    asset.service = cells.reference<ServiceId>(view, row, "service");
    asset.organisation = cells.reference<OrganisationId>(view, row, "organisation");
    asset.municipality = cells.reference<OrganisationId>(view, row, "municipality");
    asset.place = place_of(cells, view, row);
    asset.restart = restart_of(cells, view, row);
    asset.failure = cells.reference<ParameterId>(view, row, "failure");
    asset.repair = cells.reference<ParameterId>(view, row, "repair");
    asset.recovery_h = view.maybe_number(row, "recovery_h");
    asset.external = view.flag(row, "external");
    asset.confirmed = view.flag(row, "confirmed");
    asset.provenance = view.provenance(row);
    expect_municipality(cells, region, view, row, "municipality", asset.municipality);
    expect_time(cells, region, view, row, "restart", asset.restart);
    expect_time(cells, region, view, row, "failure", asset.failure);
    expect_time(cells, region, view, row, "repair", asset.repair);
    if (view.empty(row, "failure") != view.empty(row, "repair")) {
      const bool failure = view.empty(row, "failure");
      cells.error(view, row, failure ? "failure" : "repair", "region.asset.half_breakdown",
                  {failure ? "repair" : "failure", failure ? "failure" : "repair"});
    }
    region.assets.push_back(std::move(asset));
  }
}

void read_processes(const Cells& cells, Region& region) {
  const View& view = cells.view("processes");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Process process;
    process.id = view.id(row);
    process.name_nl = view.text(row, "name_nl");
    process.name_en = view.text(row, "name_en");
    process.organisation = cells.reference<OrganisationId>(view, row, "organisation");
    process.service = cells.reference<ServiceId>(view, row, "service");
    process.pillar = view.integer(row, "pillar");
    process.track = view.value<Track>(row, "track");
    process.rto_h = view.number(row, "rto_h");
    process.mtpd_h = view.number(row, "mtpd_h");
    process.mbco = view.text(row, "mbco");
    process.restart = cells.reference<ParameterId>(view, row, "restart");
    process.provenance = view.provenance(row);
    expect_time(cells, region, view, row, "restart", process.restart);
    region.processes.push_back(std::move(process));
  }
}

std::optional<AssetId> asset_or_none(const Cells& cells, const View& view, std::size_t row, std::string_view column) {
  const AssetId asset = cells.reference<AssetId>(view, row, column);
  return asset.valid() ? std::optional(asset) : std::nullopt;
}

void read_resources(const Cells& cells, Region& region) {
  const View& view = cells.view("resources");
  for (std::size_t row = 0; row < view.size(); ++row) {
    region.resources.push_back({view.id(row), view.text(row, "kind"), view.number(row, "amount"),
                                asset_or_none(cells, view, row, "base"), view.number(row, "shift_h"),
                                view.number(row, "speed_kmh"), view.provenance(row)});
  }
}

}  // namespace

void read_assets(const Cells& cells, Region& region) {
  read_asset_rows(cells, region);
  read_processes(cells, region);
  read_resources(cells, region);
}

}  // namespace veer::region
