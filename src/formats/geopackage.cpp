#include "formats/geopackage.hpp"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <charconv>
#include <memory>
#include <set>

#include "base/late_call.hpp"
#include "base/text.hpp"
#include "formats/files.hpp"
#include "formats/gdal.hpp"
#include "formats/vector_file.hpp"

namespace veer::formats {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
VEER_LATE(gdal(), CPLErrorReset);
VEER_LATE(gdal(), CPLGetLastErrorType);
VEER_LATE(gdal(), GDALClose);
VEER_LATE(gdal(), GDALCreate);
VEER_LATE(gdal(), GDALDatasetCommitTransaction);
VEER_LATE(gdal(), GDALDatasetCreateLayer);
VEER_LATE(gdal(), GDALDatasetStartTransaction);
VEER_LATE(gdal(), GDALGetDriverByName);
VEER_LATE(gdal(), OGR_F_Create);
VEER_LATE(gdal(), OGR_F_Destroy);
VEER_LATE(gdal(), OGR_F_SetFieldDouble);
VEER_LATE(gdal(), OGR_F_SetFieldInteger);
VEER_LATE(gdal(), OGR_F_SetFieldInteger64);
VEER_LATE(gdal(), OGR_F_SetFieldNull);
VEER_LATE(gdal(), OGR_F_SetFieldString);
VEER_LATE(gdal(), OGR_F_SetGeometryDirectly);
VEER_LATE(gdal(), OGR_Fld_Create);
VEER_LATE(gdal(), OGR_Fld_Destroy);
VEER_LATE(gdal(), OGR_Fld_SetSubType);
VEER_LATE(gdal(), OGR_G_AddGeometryDirectly);
VEER_LATE(gdal(), OGR_G_CreateGeometry);
VEER_LATE(gdal(), OGR_G_DestroyGeometry);
VEER_LATE(gdal(), OGR_G_SetPointCount);
VEER_LATE(gdal(), OGR_G_SetPoint_2D);
VEER_LATE(gdal(), OGR_L_CreateFeature);
VEER_LATE(gdal(), OGR_L_CreateField);
VEER_LATE(gdal(), OGR_L_GetLayerDefn);
VEER_LATE(gdal(), OSRImportFromEPSG);
VEER_LATE(gdal(), OSRNewSpatialReference);
VEER_LATE(gdal(), OSRRelease);
VEER_LATE(gdal(), OSRSetAxisMappingStrategy);
VEER_LATE(gdal(), VSIGetMemFileBuffer);
VEER_LATE(gdal(), VSIUnlink);
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

struct CloseDataset {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct DestroyGeometry {
  void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
struct ReleaseReference {
  void operator()(OGRSpatialReferenceH reference) const { OSRRelease(reference); }
};
template <class Handle, class Delete>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Delete>;
using Dataset = Owned<GDALDatasetH, CloseDataset>;
using Feature = Owned<OGRFeatureH, DestroyFeature>;
using Geometry = Owned<OGRGeometryH, DestroyGeometry>;
using Reference = Owned<OGRSpatialReferenceH, ReleaseReference>;

Error wrong(ErrorKind kind, std::string key, std::vector<std::string> arguments, const std::string& file,
            const std::string& table = {}, std::size_t row = 0, std::string column = {}) {
  return {kind, {std::move(key), std::move(arguments)}, {file, table, row, std::move(column)}, {}};
}

Error failed(const std::string& layer) {
  return wrong(ErrorKind::unavailable, "formats.geopackage_failed", {GdalSession::complaint()}, {}, layer);
}

std::string folded(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

Reference wgs84() {
  Reference reference(OSRNewSpatialReference(nullptr));
  OSRImportFromEPSG(reference.get(), 4326);
  OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);  // longitude first
  return reference;
}

/// The type in which every cell of the column reads back to the same text.
ColumnType storable_type(const Layer& layer, std::size_t column) {
  const ColumnType type = layer.columns[column].type;
  for (const auto& row : layer.rows) {
    const std::string& cell = row[column];
    if (cell.empty()) continue;
    const bool kept = (type == ColumnType::number && exact_number(cell)) ||
                      (type == ColumnType::integer && exact_integer(cell)) ||
                      (type == ColumnType::boolean && (cell == "true" || cell == "false"));
    if (!kept) return ColumnType::text;
  }
  return type;
}

OGRFieldType field_type(ColumnType type) {
  switch (type) {
    case ColumnType::number:
      return OFTReal;
    case ColumnType::integer:
      return OFTInteger64;
    case ColumnType::boolean:
      return OFTInteger;
    case ColumnType::text:
      break;
  }
  return OFTString;
}

/// A name for a column that GDAL adds, which none of ours has.
std::string free_name(const Layer& layer, std::string name) {
  for (bool taken = true; taken;) {
    taken = false;
    for (const Column& column : layer.columns) taken = taken || folded(column.name) == name;
    if (taken) name += "_";
  }
  return name;
}

Geometry geometry_of(const geo::LonLat& place) {
  Geometry point(OGR_G_CreateGeometry(wkbPoint));
  OGR_G_SetPoint_2D(point.get(), 0, place.lon, place.lat);
  return point;
}

Geometry geometry_of(const geo::MultiPolygon& outline) {
  Geometry whole(OGR_G_CreateGeometry(wkbMultiPolygon));
  for (const geo::Polygon& polygon : outline) {
    OGRGeometryH part = OGR_G_CreateGeometry(wkbPolygon);
    for (const geo::Ring& ring : polygon) {
      OGRGeometryH line = OGR_G_CreateGeometry(wkbLinearRing);
      OGR_G_SetPointCount(line, static_cast<int>(ring.size()));
      for (std::size_t i = 0; i < ring.size(); ++i)
        OGR_G_SetPoint_2D(line, static_cast<int>(i), ring[i].lon, ring[i].lat);
      OGR_G_AddGeometryDirectly(part, line);
    }
    OGR_G_AddGeometryDirectly(whole.get(), part);
  }
  return whole;
}

void set_cell(OGRFeatureH feature, int index, const std::string& cell, ColumnType type) {
  if (cell.empty()) {
    OGR_F_SetFieldNull(feature, index);
  } else if (type == ColumnType::number) {
    OGR_F_SetFieldDouble(feature, index, *exact_number(cell));
  } else if (type == ColumnType::integer) {
    OGR_F_SetFieldInteger64(feature, index, *exact_integer(cell));
  } else if (type == ColumnType::boolean) {
    OGR_F_SetFieldInteger(feature, index, cell == "true" ? 1 : 0);
  } else {
    OGR_F_SetFieldString(feature, index, cell.c_str());
  }
}

Done check_names(std::span<const Layer> layers) {
  std::set<std::string> names;
  for (const Layer& layer : layers) {
    if (layer.name.empty() || !names.insert(folded(layer.name)).second) {
      return fail(wrong(ErrorKind::invalid_input, "formats.layer_name", {layer.name}, {}, layer.name));
    }
    std::set<std::string> columns;
    for (const Column& column : layer.columns) {
      if (column.name.empty() || !columns.insert(folded(column.name)).second) {
        return fail(
            wrong(ErrorKind::invalid_input, "formats.column_twice", {column.name}, {}, layer.name, 1, column.name));
      }
    }
  }
  return {};
}

Done write_row(const Layer& layer, std::size_t row, OGRLayerH to, const std::vector<ColumnType>& types) {
  ENSURE(layer.rows[row].size() == layer.columns.size(), "a row of a layer has as many cells as the layer has columns");
  const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(to)));
  for (std::size_t c = 0; c < types.size(); ++c)
    set_cell(feature.get(), static_cast<int>(c), layer.rows[row][c], types[c]);
  if (layer.geometry == GeometryKind::point && layer.points[row]) {
    OGR_F_SetGeometryDirectly(feature.get(), geometry_of(*layer.points[row]).release());
  }
  if (layer.geometry == GeometryKind::multipolygon && !layer.polygons[row].empty()) {
    OGR_F_SetGeometryDirectly(feature.get(), geometry_of(layer.polygons[row]).release());
  }
  if (OGR_L_CreateFeature(to, feature.get()) != OGRERR_NONE) return fail(failed(layer.name));
  return {};
}

Done write_layer(GDALDatasetH dataset, const Layer& layer, OGRSpatialReferenceH reference) {
  ENSURE(layer.geometry != GeometryKind::point || layer.points.size() == layer.rows.size(),
         "a point layer has a place per row");
  ENSURE(layer.geometry != GeometryKind::multipolygon || layer.polygons.size() == layer.rows.size(),
         "an outline layer has an outline per row");
  const OGRwkbGeometryType kind = layer.geometry == GeometryKind::none    ? wkbNone
                                  : layer.geometry == GeometryKind::point ? wkbPoint
                                                                          : wkbMultiPolygon;
  const std::string row_name = "FID=" + free_name(layer, "fid");
  const std::string shape_name = "GEOMETRY_NAME=" + free_name(layer, "geom");
  std::vector<const char*> options{row_name.c_str()};
  if (kind != wkbNone) options.push_back(shape_name.c_str());
  options.push_back(nullptr);
  OGRLayerH to = GDALDatasetCreateLayer(dataset, layer.name.c_str(), kind == wkbNone ? nullptr : reference, kind,
                                        const_cast<char**>(options.data()));
  if (to == nullptr) return fail(failed(layer.name));

  std::vector<ColumnType> types;
  for (std::size_t c = 0; c < layer.columns.size(); ++c) {
    types.push_back(storable_type(layer, c));
    OGRFieldDefnH field = OGR_Fld_Create(layer.columns[c].name.c_str(), field_type(types.back()));
    if (types.back() == ColumnType::boolean) OGR_Fld_SetSubType(field, OFSTBoolean);
    const OGRErr problem = OGR_L_CreateField(to, field, FALSE);
    OGR_Fld_Destroy(field);
    if (problem != OGRERR_NONE) return fail(failed(layer.name));
  }
  for (std::size_t r = 0; r < layer.rows.size(); ++r) TRY_DONE(write_row(layer, r, to, types));
  return {};
}

Done fill(GDALDatasetH dataset, std::span<const Layer> layers) {
  const Reference reference = wgs84();
  if (GDALDatasetStartTransaction(dataset, FALSE) != OGRERR_NONE) return fail(failed({}));
  for (const Layer& layer : layers) TRY_DONE(write_layer(dataset, layer, reference.get()));
  if (GDALDatasetCommitTransaction(dataset) != OGRERR_NONE) return fail(failed({}));
  return {};
}

}  // namespace

Result<std::string> to_gpkg(std::span<const Layer> layers) {
  TRY_DONE(check_names(layers));
  const GdalSession session;
  GDALDriverH driver = GDALGetDriverByName("GPKG");
  ENSURE(driver != nullptr, "GDAL was built without its GeoPackage driver");
  const std::string name = memory_file_name(".gpkg");
  Dataset dataset(GDALCreate(driver, name.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  Done done = dataset ? fill(dataset.get(), layers) : Done(fail(failed({})));
  CPLErrorReset();
  dataset.reset();
  if (done && CPLGetLastErrorType() == CE_Failure) done = fail(failed({}));
  vsi_l_offset size = 0;
  GByte* const data = VSIGetMemFileBuffer(name.c_str(), &size, FALSE);
  std::string bytes;
  if (data != nullptr) bytes.assign(reinterpret_cast<const char*>(data), size);
  VSIUnlink(name.c_str());
  TRY_DONE(std::move(done));
  return bytes;
}

Done write_geopackage(const std::filesystem::path& path, std::span<const Layer> layers) {
  TRY(const std::string bytes, to_gpkg(layers));
  return write_file_atomically(path, bytes);
}

Result<std::vector<Layer>> read_geopackage(const std::filesystem::path& path) {
  TRY(const VectorFile file, VectorFile::open(path, VectorFile::Forms::geopackage));
  std::vector<Layer> layers;
  for (std::size_t i = 0; i < file.layers().size(); ++i) {
    if (file.layers()[i].other_geometry)
      return fail(wrong(ErrorKind::invalid_input, "formats.layer_geometry", {file.layers()[i].name},
                        path.filename().string(), file.layers()[i].name));
    TRY(Layer layer, file.read(i));
    layers.push_back(std::move(layer));
  }
  return layers;
}

}  // namespace veer::formats
