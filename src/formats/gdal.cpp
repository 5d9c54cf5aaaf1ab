#include "formats/gdal.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <ogr_api.h>

#include <atomic>
#include <mutex>

#include "base/late_call.hpp"

namespace veer::formats {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
VEER_LATE(gdal(), CPLErrorReset);
VEER_LATE(gdal(), CPLGetLastErrorMsg);
VEER_LATE(gdal(), CPLPopErrorHandler);
VEER_LATE(gdal(), CPLPushErrorHandler);
VEER_LATE(gdal(), CPLSetThreadLocalConfigOption);
VEER_LATE(gdal(), OGRRegisterAll);
VEER_LATE(gdal(), CPLQuietErrorHandler);
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

LateLibrary& gdal() {
  static constinit LateLibrary library(VEER_GDAL_LIBRARY);
  return library;
}

void prepare_gdal() {
  static std::once_flag once;
  std::call_once(once, [] { OGRRegisterAll(); });
}

GdalSession::GdalSession() {
  prepare_gdal();
  CPLPushErrorHandler(CPLQuietErrorHandler.address());
  CPLErrorReset();
  // The date of writing would make every file differ; the region package itself says what it dates from.
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
}

GdalSession::~GdalSession() {
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
  CPLPopErrorHandler();
}

std::string GdalSession::complaint() { return CPLGetLastErrorMsg(); }

std::string memory_file_name(const std::string& ending) {
  static std::atomic<unsigned> counter{0};
  return "/vsimem/veer-" + std::to_string(counter++) + ending;
}

}  // namespace veer::formats
