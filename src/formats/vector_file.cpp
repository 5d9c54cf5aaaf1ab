#include "formats/vector_file.hpp"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <array>
#include <cmath>
#include <utility>

#include "base/late_call.hpp"
#include "base/text.hpp"
#include "formats/files.hpp"
#include "formats/gdal.hpp"
#include "geo/rd.hpp"
#include "geo/reference.hpp"

namespace veer::formats {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
VEER_LATE(gdal(), CPLErrorReset);
VEER_LATE(gdal(), CPLGetLastErrorType);
VEER_LATE(gdal(), GDALClose);
VEER_LATE(gdal(), GDALDatasetGetLayer);
VEER_LATE(gdal(), GDALDatasetGetLayerCount);
VEER_LATE(gdal(), GDALOpenEx);
VEER_LATE(gdal(), OCTDestroyCoordinateTransformation);
VEER_LATE(gdal(), OCTNewCoordinateTransformation);
VEER_LATE(gdal(), OCTTransform);
VEER_LATE(gdal(), OGR_FD_GetFieldCount);
VEER_LATE(gdal(), OGR_FD_GetFieldDefn);
VEER_LATE(gdal(), OGR_F_Destroy);
VEER_LATE(gdal(), OGR_F_GetFieldAsDouble);
VEER_LATE(gdal(), OGR_F_GetFieldAsInteger);
VEER_LATE(gdal(), OGR_F_GetFieldAsInteger64);
VEER_LATE(gdal(), OGR_F_GetFieldAsString);
VEER_LATE(gdal(), OGR_F_GetGeometryRef);
VEER_LATE(gdal(), OGR_F_IsFieldSetAndNotNull);
VEER_LATE(gdal(), OGR_Fld_GetNameRef);
VEER_LATE(gdal(), OGR_Fld_GetSubType);
VEER_LATE(gdal(), OGR_Fld_GetType);
VEER_LATE(gdal(), OGR_G_GetGeometryCount);
VEER_LATE(gdal(), OGR_G_GetGeometryRef);
VEER_LATE(gdal(), OGR_G_GetGeometryType);
VEER_LATE(gdal(), OGR_G_GetPointCount);
VEER_LATE(gdal(), OGR_G_GetX);
VEER_LATE(gdal(), OGR_G_GetY);
VEER_LATE(gdal(), OGR_G_IsEmpty);
VEER_LATE(gdal(), OGR_GT_Flatten);
VEER_LATE(gdal(), OGR_L_GetExtent);
VEER_LATE(gdal(), OGR_L_GetFeatureCount);
VEER_LATE(gdal(), OGR_L_GetGeomType);
VEER_LATE(gdal(), OGR_L_GetLayerDefn);
VEER_LATE(gdal(), OGR_L_GetName);
VEER_LATE(gdal(), OGR_L_GetNextFeature);
VEER_LATE(gdal(), OGR_L_GetSpatialRef);
VEER_LATE(gdal(), OGR_L_ResetReading);
VEER_LATE(gdal(), OGR_L_SetSpatialFilter);
VEER_LATE(gdal(), OGR_L_SetSpatialFilterRect);
VEER_LATE(gdal(), OSRGetAuthorityCode);
VEER_LATE(gdal(), OSRGetName);
VEER_LATE(gdal(), OSRImportFromEPSG);
VEER_LATE(gdal(), OSRIsSame);
VEER_LATE(gdal(), OSRNewSpatialReference);
VEER_LATE(gdal(), OSRRelease);
VEER_LATE(gdal(), OSRSetAxisMappingStrategy);
VEER_LATE(gdal(), VSIFCloseL);
VEER_LATE(gdal(), VSIFileFromMemBuffer);
VEER_LATE(gdal(), VSIUnlink);
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

struct DestroyFeature {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct ReleaseReference {
  void operator()(OGRSpatialReferenceH reference) const { OSRRelease(reference); }
};
struct DestroyTransformation {
  void operator()(OGRCoordinateTransformationH turn) const { OCTDestroyCoordinateTransformation(turn); }
};
template <class Handle, class Delete>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Delete>;
using Feature = Owned<OGRFeatureH, DestroyFeature>;
using OwnedReference = Owned<OGRSpatialReferenceH, ReleaseReference>;
using Transformation = Owned<OGRCoordinateTransformationH, DestroyTransformation>;

Error wrong(std::string key, std::vector<std::string> arguments, const std::string& file, const std::string& table = {},
            std::size_t row = 0, std::string column = {}) {
  return {ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {file, table, row, std::move(column)}, {}};
}

OwnedReference wgs84() {
  OwnedReference reference(OSRNewSpatialReference(nullptr));
  OSRImportFromEPSG(reference.get(), 4326);
  OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);  // longitude first
  return reference;
}

/// How the coordinates of a layer become degrees.
enum class Turn { none, rd, gdal };

/// The system that a layer says it is in.
struct Declared {
  Turn turn = Turn::none;
  bool any = false;
  std::string name;
};

Declared declared(OGRLayerH layer) {
  OGRSpatialReferenceH own = OGR_L_GetSpatialRef(layer);
  if (own == nullptr) return {};
  const char* const code = OSRGetAuthorityCode(own, nullptr);
  const char* const title = OSRGetName(own);
  Declared found{.turn = Turn::gdal, .any = true, .name = title == nullptr ? "" : title};
  // "Undefined geographic SRS" and its kin are how a GeoPackage writes that nobody said.
  if (found.name.starts_with("Undefined")) return {};
  const std::string epsg = code == nullptr ? "" : code;
  const bool rd_by_name =
      found.name.find("RD_New") != std::string::npos || found.name.find("RD New") != std::string::npos;
  const OwnedReference target = wgs84();
  // ETRS89 and WGS 84 differ by less than a metre, which RD by its own datum shift ignores as well.
  if (epsg == "4326" || epsg == "4258" || OSRIsSame(own, target.get()) != 0) {
    found.turn = Turn::none;
    if (!epsg.empty()) found.name = "EPSG:" + epsg;
  } else if (epsg == "28992" || epsg == "7415" || rd_by_name) {
    found.turn = Turn::rd;
    found.name = "EPSG:28992";
  }
  return found;
}

std::string shown(double value) { return canonical_number(std::round(value * 1000) / 1000); }

/// The way to degrees, once the coordinates agree with what the layer says.
Result<Turn> turn_of(OGRLayerH layer, const std::string& file, const std::string& name) {
  const Declared said = declared(layer);
  OGREnvelope extent{};
  if (OGR_L_GetExtent(layer, &extent, TRUE) != OGRERR_NONE || !(extent.MinX <= extent.MaxX)) return said.turn;
  if (said.turn == Turn::gdal) return Turn::gdal;
  const std::array corners{geo::Pair{extent.MinX, extent.MinY}, geo::Pair{extent.MaxX, extent.MaxY}};
  const geo::Reference seen = geo::reference_of(corners);
  const std::string x = shown(extent.MinX);
  const std::string y = shown(extent.MinY);
  if (seen == geo::Reference::wgs84_swapped || seen == geo::Reference::rd_swapped)
    return fail(wrong("formats.reference_swapped", {x, y}, file, name));
  if (!said.any) {
    if (seen == geo::Reference::unknown) return fail(wrong("formats.reference_unknown", {x, y}, file, name));
    return seen == geo::Reference::rd ? Turn::rd : Turn::none;
  }
  // In RD everything within a few hundred kilometres is possible; degrees are not.
  const bool degrees = std::abs(extent.MaxX) <= 180 && std::abs(extent.MaxY) <= 90 && std::abs(extent.MinX) <= 180 &&
                       std::abs(extent.MinY) <= 90;
  if (degrees != (said.turn == Turn::none))
    return fail(wrong("formats.reference_wrong", {said.name, x, y}, file, name));
  return said.turn;
}

/// Turns places to degrees.
class Turner {
 public:
  Turner(Turn turn, OGRLayerH layer) : turn_(turn) {
    if (turn != Turn::gdal) return;
    const OwnedReference target = wgs84();
    to_degrees_.reset(OCTNewCoordinateTransformation(OGR_L_GetSpatialRef(layer), target.get()));
    from_degrees_.reset(OCTNewCoordinateTransformation(target.get(), OGR_L_GetSpatialRef(layer)));
  }
  [[nodiscard]] geo::LonLat degrees(double x, double y) const {
    if (turn_ == Turn::rd) return geo::to_lonlat({x, y});
    if (turn_ == Turn::gdal && to_degrees_) OCTTransform(to_degrees_.get(), 1, &x, &y, nullptr);
    return {x, y};
  }
  [[nodiscard]] geo::Pair own(geo::LonLat at) const {
    if (turn_ == Turn::rd) {
      const geo::RdMetres metres = geo::to_rd(at);
      return {metres.x, metres.y};
    }
    if (turn_ == Turn::gdal && from_degrees_) OCTTransform(from_degrees_.get(), 1, &at.lon, &at.lat, nullptr);
    return {at.lon, at.lat};
  }

 private:
  Turn turn_;
  Transformation to_degrees_;
  Transformation from_degrees_;
};

/// Lets the layer give only rows near the rectangle. The rectangle is no rectangle in another system: its corners and
/// the middles of its sides decide, with a margin.
void filter(OGRLayerH layer, const geo::Bounds& bounds, const Turner& turner) {
  double west = 1e18;
  double south = 1e18;
  double east = -1e18;
  double north = -1e18;
  for (const double lon : {bounds.west, (bounds.west + bounds.east) / 2, bounds.east})
    for (const double lat : {bounds.south, (bounds.south + bounds.north) / 2, bounds.north}) {
      const geo::Pair at = turner.own({lon, lat});
      west = std::min(west, at.x);
      south = std::min(south, at.y);
      east = std::max(east, at.x);
      north = std::max(north, at.y);
    }
  const double margin_x = (east - west) * 0.01;
  const double margin_y = (north - south) * 0.01;
  OGR_L_SetSpatialFilterRect(layer, west - margin_x, south - margin_y, east + margin_x, north + margin_y);
}

ColumnType column_type(OGRFieldDefnH field) {
  switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
      return OGR_Fld_GetSubType(field) == OFSTBoolean ? ColumnType::boolean : ColumnType::integer;
    case OFTInteger64:
      return ColumnType::integer;
    case OFTReal:
      return ColumnType::number;
    default:
      return ColumnType::text;
  }
}

std::string cell_of(OGRFeatureH feature, int index, OGRFieldDefnH field) {
  if (OGR_F_IsFieldSetAndNotNull(feature, index) == 0) return {};
  switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
      if (OGR_Fld_GetSubType(field) == OFSTBoolean)
        return OGR_F_GetFieldAsInteger(feature, index) != 0 ? "true" : "false";
      return std::to_string(OGR_F_GetFieldAsInteger(feature, index));
    case OFTInteger64:
      return std::to_string(OGR_F_GetFieldAsInteger64(feature, index));
    case OFTReal:
      return canonical_number(OGR_F_GetFieldAsDouble(feature, index));
    default:
      return OGR_F_GetFieldAsString(feature, index);
  }
}

geo::Polygon polygon_of(OGRGeometryH geometry, const Turner& turner) {
  geo::Polygon polygon;
  for (int r = 0; r < OGR_G_GetGeometryCount(geometry); ++r) {
    OGRGeometryH line = OGR_G_GetGeometryRef(geometry, r);
    geo::Ring ring;
    for (int i = 0; i < OGR_G_GetPointCount(line); ++i)
      ring.push_back(turner.degrees(OGR_G_GetX(line, i), OGR_G_GetY(line, i)));
    polygon.push_back(std::move(ring));
  }
  return polygon;
}

OGRwkbGeometryType flat(OGRwkbGeometryType type) { return OGR_GT_Flatten(type); }

/// Adds the geometry of one row; what is of another kind than the layer's comes as none.
bool take_geometry(OGRGeometryH geometry, Layer& layer, const Turner& turner) {
  const bool absent = geometry == nullptr || OGR_G_IsEmpty(geometry) != 0;
  const OGRwkbGeometryType type = absent ? wkbNone : flat(OGR_G_GetGeometryType(geometry));
  if (layer.geometry == GeometryKind::point) {
    layer.points.emplace_back();
    if (type == wkbPoint) layer.points.back() = turner.degrees(OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0));
    return absent || type == wkbPoint;
  }
  if (layer.geometry == GeometryKind::multipolygon) {
    geo::MultiPolygon outline;
    if (type == wkbPolygon) outline.push_back(polygon_of(geometry, turner));
    for (int i = 0; type == wkbMultiPolygon && i < OGR_G_GetGeometryCount(geometry); ++i)
      outline.push_back(polygon_of(OGR_G_GetGeometryRef(geometry, i), turner));
    layer.polygons.push_back(std::move(outline));
    return absent || type == wkbPolygon || type == wkbMultiPolygon;
  }
  return true;
}

/// What a layer holds that promises "any geometry", as some programs write: the kind of its first row that has one.
OGRwkbGeometryType first_kind(OGRLayerH layer) {
  OGR_L_ResetReading(layer);
  while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
    if (geometry != nullptr && OGR_G_IsEmpty(geometry) == 0) return flat(OGR_G_GetGeometryType(geometry));
  }
  return wkbNone;
}

LayerHeader header_of(OGRLayerH layer) {
  LayerHeader header;
  header.name = OGR_L_GetName(layer);
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  for (int c = 0; c < OGR_FD_GetFieldCount(definition); ++c) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, c);
    header.columns.push_back({OGR_Fld_GetNameRef(field), column_type(field)});
  }
  OGRwkbGeometryType kind = flat(OGR_L_GetGeomType(layer));
  if (kind == wkbUnknown) kind = first_kind(layer);
  switch (kind) {
    case wkbNone:
      break;
    case wkbPoint:
      header.geometry = GeometryKind::point;
      break;
    case wkbPolygon:
    case wkbMultiPolygon:
      header.geometry = GeometryKind::multipolygon;
      break;
    default:
      header.other_geometry = true;
  }
  header.row_count = static_cast<std::size_t>(std::max<GIntBig>(0, OGR_L_GetFeatureCount(layer, TRUE)));
  return header;
}

}  // namespace

struct VectorFile::Handle {
  explicit Handle(GDALDatasetH opened) : dataset(opened) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (dataset != nullptr) GDALClose(dataset);
    if (!memory_name.empty()) VSIUnlink(memory_name.c_str());
  }
  GDALDatasetH dataset;
  std::string memory_name;  ///< the file in GDAL's memory; empty: a real one
  std::string bytes;        ///< what it holds
};

VectorFile::VectorFile(std::unique_ptr<Handle> handle, std::string file)
    : handle_(std::move(handle)), file_(std::move(file)) {}
VectorFile::VectorFile(VectorFile&&) noexcept = default;
VectorFile::~VectorFile() = default;

Result<VectorFile> VectorFile::open(const std::filesystem::path& path, Forms forms) {
  // Says in our words when there is no file, or no right to read it.
  TRY_DONE(InputFile::open(path).map([](const InputFile&) {}));
  const GdalSession session;
  const std::array<const char*, 2> one{"GPKG", nullptr};
  const std::array<const char*, 3> both{"GPKG", "ESRI Shapefile", nullptr};
  const char* const* const drivers = forms == Forms::geopackage ? one.data() : both.data();
  auto handle =
      std::make_unique<Handle>(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
  return opened(std::move(handle), path.filename().string(),
                forms == Forms::geopackage ? "formats.no_geopackage" : "formats.no_vector_file");
}

Result<VectorFile> VectorFile::open_bytes(std::string_view bytes, std::string shown_file) {
  const GdalSession session;
  auto handle = std::make_unique<Handle>(nullptr);
  handle->bytes = bytes;
  handle->memory_name = memory_file_name(".gpkg");
  const char* const name = handle->memory_name.c_str();
  auto* const data = reinterpret_cast<GByte*>(handle->bytes.data());
  VSILFILE* const file = VSIFileFromMemBuffer(name, data, handle->bytes.size(), FALSE);
  if (file != nullptr) VSIFCloseL(file);
  const std::array<const char*, 2> drivers{"GPKG", nullptr};
  handle->dataset = GDALOpenEx(name, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr);
  return opened(std::move(handle), std::move(shown_file), "formats.no_geopackage");
}

Result<VectorFile> VectorFile::opened(std::unique_ptr<Handle> handle, std::string shown_file, const char* key) {
  VectorFile file(std::move(handle), std::move(shown_file));
  if (file.handle_->dataset == nullptr) return fail(wrong(key, {GdalSession::complaint()}, file.file_));
  CPLErrorReset();
  for (int i = 0; i < GDALDatasetGetLayerCount(file.handle_->dataset); ++i)
    file.headers_.push_back(header_of(GDALDatasetGetLayer(file.handle_->dataset, i)));
  if (CPLGetLastErrorType() == CE_Failure) return fail(wrong(key, {GdalSession::complaint()}, file.file_));
  return file;
}

Result<Layer> VectorFile::read(std::size_t layer, const LayerWish& wish) const {
  ENSURE(layer < headers_.size(), "a layer is asked that the file does not have");
  const GdalSession session;
  OGRLayerH from = GDALDatasetGetLayer(handle_->dataset, static_cast<int>(layer));
  Layer read;
  read.name = headers_[layer].name;
  read.columns = headers_[layer].columns;
  read.geometry = headers_[layer].geometry;
  Turn turn = Turn::none;
  if (read.geometry != GeometryKind::none) {
    TRY(turn, turn_of(from, file_, read.name));
  }
  const Turner turner(turn, from);
  OGR_L_SetSpatialFilter(from, nullptr);
  if (wish.within && read.geometry != GeometryKind::none) filter(from, *wish.within, turner);
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(from);
  CPLErrorReset();
  OGR_L_ResetReading(from);
  while (const Feature feature{OGR_L_GetNextFeature(from)}) {
    if (read.rows.size() >= wish.most_rows)
      return fail(wrong("formats.too_many_rows", {std::to_string(read.rows.size())}, file_, read.name));
    std::vector<std::string> row;
    for (int c = 0; c < static_cast<int>(read.columns.size()); ++c) {
      row.push_back(cell_of(feature.get(), c, OGR_FD_GetFieldDefn(definition, c)));
      if (!is_utf8(row.back()))
        return fail(wrong("formats.broken_text", {}, file_, read.name, read.rows.size() + 2,
                          read.columns[static_cast<std::size_t>(c)].name));
    }
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
    read.rows.push_back(std::move(row));
    if (!take_geometry(geometry, read, turner)) {
      const std::string kind = std::to_string(static_cast<int>(OGR_G_GetGeometryType(geometry)));
      return fail(wrong("formats.layer_geometry", {"WKB " + kind}, file_, read.name, read.rows.size() + 1));
    }
  }
  if (CPLGetLastErrorType() == CE_Failure)
    return fail(wrong("formats.no_vector_file", {GdalSession::complaint()}, file_, read.name));
  return read;
}

}  // namespace veer::formats
