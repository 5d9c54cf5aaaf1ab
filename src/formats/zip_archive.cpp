#include "formats/zip_archive.hpp"

#include <cpl_vsi.h>

#include <utility>
#include <vector>

#include "base/late_call.hpp"
#include "formats/files.hpp"
#include "formats/gdal.hpp"

namespace veer::formats {

namespace {

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): each holds one address, found once
VEER_LATE(gdal(), VSIFCloseL);
VEER_LATE(gdal(), VSIFOpenL);
VEER_LATE(gdal(), VSIFReadL);
VEER_LATE(gdal(), VSIFileFromMemBuffer);
VEER_LATE(gdal(), VSIStatL);
VEER_LATE(gdal(), VSIUnlink);
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

Error damaged(const std::string& shown, const std::string& part) {
  return {ErrorKind::invalid_input, {"formats.damaged_zip", {part}}, {shown, {}, 0, {}}, {}};
}

}  // namespace

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path, std::size_t most_bytes) {
  prepare_gdal();
  ZipArchive archive;
  TRY(archive.bytes_, read_file(path, most_bytes));
  archive.shown_ = path.filename().string();
  archive.most_bytes_ = most_bytes;
  archive.memory_name_ = memory_file_name(".zip");
  // GDAL only reads from it.
  auto* const data = reinterpret_cast<GByte*>(archive.bytes_.data());
  VSILFILE* const file = VSIFileFromMemBuffer(archive.memory_name_.c_str(), data, archive.bytes_.size(), FALSE);
  if (file != nullptr) VSIFCloseL(file);
  if (!archive.bytes_.starts_with("PK")) return fail(damaged(archive.shown_, ""));
  return archive;
}

ZipArchive::ZipArchive(ZipArchive&& other) noexcept
    : memory_name_(std::exchange(other.memory_name_, {})),
      shown_(std::move(other.shown_)),
      most_bytes_(other.most_bytes_),
      unpacked_(other.unpacked_) {
  // A short string's bytes move to another address; GDAL is told where they are now.
  const bool own = !memory_name_.empty();
  if (own) VSIUnlink(memory_name_.c_str());
  bytes_ = std::move(other.bytes_);
  if (!own) return;
  auto* const data = reinterpret_cast<GByte*>(bytes_.data());
  if (VSILFILE* const file = VSIFileFromMemBuffer(memory_name_.c_str(), data, bytes_.size(), FALSE)) VSIFCloseL(file);
}

ZipArchive::~ZipArchive() {
  if (!memory_name_.empty()) VSIUnlink(memory_name_.c_str());
}

std::string ZipArchive::address(const std::string& part) const { return "/vsizip/{" + memory_name_ + "}/" + part; }

bool ZipArchive::has(const std::string& part) const {
  const GdalSession session;
  VSIStatBufL status{};
  return VSIStatL(address(part).c_str(), &status) == 0;
}

Done ZipArchive::read(const std::string& part, const std::function<Done(std::string_view)>& take) {
  const GdalSession session;
  VSIStatBufL status{};
  VSILFILE* const file = VSIFOpenL(address(part).c_str(), "rb");
  if (file == nullptr || VSIStatL(address(part).c_str(), &status) != 0) {
    if (file != nullptr) VSIFCloseL(file);
    return fail(damaged(shown_, part));
  }
  std::size_t size = 0;
  std::vector<char> buffer(std::size_t{64} << 10U);
  Done done;
  while (done) {
    const std::size_t got = VSIFReadL(buffer.data(), 1, buffer.size(), file);
    size += got;
    unpacked_ += got;
    if (unpacked_ > most_bytes_) {
      done = fail(Error{ErrorKind::invalid_input,
                        {"formats.file_too_large", {std::to_string(most_bytes_ >> 20U)}},
                        {shown_, {}, 0, {}},
                        {}});
    } else if (got > 0) {
      done = take({buffer.data(), got});
    }
    if (got < buffer.size()) break;
  }
  // A damaged part ends before the size that the archive promises.
  if (done && size != static_cast<std::size_t>(status.st_size)) done = fail(damaged(shown_, part));
  VSIFCloseL(file);
  return done;
}

}  // namespace veer::formats
