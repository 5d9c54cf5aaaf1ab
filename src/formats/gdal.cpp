#include "formats/gdal.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <dlfcn.h>
#include <ogr_api.h>

#include <atomic>
#include <mutex>

#include "base/result.hpp"
#include "formats/late_call.hpp"

namespace veer::formats {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
VEER_LATE(CPLErrorReset);
VEER_LATE(CPLGetLastErrorMsg);
VEER_LATE(CPLPopErrorHandler);
VEER_LATE(CPLPushErrorHandler);
VEER_LATE(CPLSetThreadLocalConfigOption);
VEER_LATE(OGRRegisterAll);
VEER_LATE(CPLQuietErrorHandler);
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

}  // namespace

void* gdal_symbol(const char* name) {
  static void* const library = dlopen(VEER_GDAL_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  ENSURE(library != nullptr, "the library GDAL (" VEER_GDAL_LIBRARY ") cannot be loaded; install it");
  void* const found = dlsym(library, name);
  ENSURE(found != nullptr, "the library GDAL (" VEER_GDAL_LIBRARY ") is of another version than the program needs");
  return found;
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
