#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <atomic>
#include <type_traits>

namespace veer::formats {

/// The address of a function of GDAL; the library is loaded at the first question.
///
/// GDAL draws in some seventy other libraries, which cost every start of the program 40 ms although few commands read a
/// GeoPackage. Safe from any thread.
[[nodiscard]] void* gdal_symbol(const char* name);

/// A function of GDAL's C interface that is looked up at its first call, and called as if it were linked.
template <class Function>
class LateCall;
template <class Returned, class... Arguments>
class LateCall<Returned(Arguments...)> {
 public:
  explicit constexpr LateCall(const char* name) : name_(name) {}
  Returned operator()(Arguments... arguments) { return address()(arguments...); }
  /// To hand to a function that takes it.
  [[nodiscard]] auto address() -> Returned (*)(Arguments...) {
    void* found = found_.load(std::memory_order_acquire);
    if (found == nullptr) found_.store(found = gdal_symbol(name_), std::memory_order_release);
    return reinterpret_cast<Returned (*)(Arguments...)>(found);
  }

 private:
  const char* name_;
  std::atomic<void*> found_ = nullptr;
};

// Within this namespace these names hide the functions that the headers above declare.
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
// The types of functions that warn of a result nobody looks at lose that attribute here; their callers look.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wignored-attributes"
#define VEER_LATE(name) inline LateCall<std::remove_pointer_t<decltype(&::name)>> name{#name};
VEER_LATE(CPLErrorReset)
VEER_LATE(CPLGetLastErrorMsg)
VEER_LATE(CPLGetLastErrorType)
VEER_LATE(CPLPopErrorHandler)
VEER_LATE(CPLPushErrorHandler)
VEER_LATE(CPLSetThreadLocalConfigOption)
VEER_LATE(GDALClose)
VEER_LATE(GDALCreate)
VEER_LATE(GDALDatasetCommitTransaction)
VEER_LATE(GDALDatasetCreateLayer)
VEER_LATE(GDALDatasetGetLayer)
VEER_LATE(GDALDatasetGetLayerCount)
VEER_LATE(GDALDatasetStartTransaction)
VEER_LATE(GDALGetDriverByName)
VEER_LATE(GDALOpenEx)
VEER_LATE(OGRGeometryTypeToName)
VEER_LATE(OGRRegisterAll)
VEER_LATE(OGR_FD_GetFieldCount)
VEER_LATE(OGR_FD_GetFieldDefn)
VEER_LATE(OGR_F_Create)
VEER_LATE(OGR_F_Destroy)
VEER_LATE(OGR_F_GetFieldAsDouble)
VEER_LATE(OGR_F_GetFieldAsInteger)
VEER_LATE(OGR_F_GetFieldAsInteger64)
VEER_LATE(OGR_F_GetFieldAsString)
VEER_LATE(OGR_F_GetGeometryRef)
VEER_LATE(OGR_F_IsFieldSetAndNotNull)
VEER_LATE(OGR_F_SetFieldDouble)
VEER_LATE(OGR_F_SetFieldInteger)
VEER_LATE(OGR_F_SetFieldInteger64)
VEER_LATE(OGR_F_SetFieldNull)
VEER_LATE(OGR_F_SetFieldString)
VEER_LATE(OGR_F_SetGeometryDirectly)
VEER_LATE(OGR_Fld_Create)
VEER_LATE(OGR_Fld_Destroy)
VEER_LATE(OGR_Fld_GetNameRef)
VEER_LATE(OGR_Fld_GetSubType)
VEER_LATE(OGR_Fld_GetType)
VEER_LATE(OGR_Fld_SetSubType)
VEER_LATE(OGR_G_AddGeometryDirectly)
VEER_LATE(OGR_G_CreateGeometry)
VEER_LATE(OGR_G_DestroyGeometry)
VEER_LATE(OGR_G_GetGeometryCount)
VEER_LATE(OGR_G_GetGeometryRef)
VEER_LATE(OGR_G_GetGeometryType)
VEER_LATE(OGR_G_GetPointCount)
VEER_LATE(OGR_G_GetX)
VEER_LATE(OGR_G_GetY)
VEER_LATE(OGR_G_IsEmpty)
VEER_LATE(OGR_G_SetPointCount)
VEER_LATE(OGR_G_SetPoint_2D)
VEER_LATE(OGR_G_Transform)
VEER_LATE(OCTDestroyCoordinateTransformation)
VEER_LATE(OCTNewCoordinateTransformation)
VEER_LATE(OGR_GT_Flatten)
VEER_LATE(OGR_L_CreateFeature)
VEER_LATE(OGR_L_CreateField)
VEER_LATE(OGR_L_GetGeomType)
VEER_LATE(OGR_L_GetLayerDefn)
VEER_LATE(OGR_L_GetName)
VEER_LATE(OGR_L_GetNextFeature)
VEER_LATE(OGR_L_GetSpatialRef)
VEER_LATE(OGR_L_ResetReading)
VEER_LATE(OSRImportFromEPSG)
VEER_LATE(OSRIsSame)
VEER_LATE(OSRNewSpatialReference)
VEER_LATE(OSRRelease)
VEER_LATE(OSRSetAxisMappingStrategy)
VEER_LATE(VSIFCloseL)
VEER_LATE(VSIFOpenL)
VEER_LATE(VSIFReadL)
VEER_LATE(VSIFileFromMemBuffer)
VEER_LATE(VSIGetMemFileBuffer)
VEER_LATE(VSIStatL)
VEER_LATE(VSIUnlink)
VEER_LATE(CPLQuietErrorHandler)
#undef VEER_LATE
#pragma GCC diagnostic pop
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace veer::formats
