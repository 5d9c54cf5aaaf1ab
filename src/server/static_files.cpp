#include "server/static_files.hpp"

#include <array>

#include "formats/files.hpp"
#include "server/negotiation.hpp"
#include "store/sha256.hpp"

namespace veer::server {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20U;
constexpr std::size_t tag_digits = 20;

/// Whether a segment may be a name of a file: dots alone, a separator or a hidden file may not.
bool plain_name(const std::string& segment) {
  return !segment.empty() && segment.front() != '.' && segment.find_first_of("/\\") == std::string::npos;
}

/// The real path of what the segments name, if it is a file inside the folder.
std::optional<fs::path> inside(const fs::path& folder, const std::vector<std::string>& segments) {
  fs::path path = folder;
  for (const std::string& segment : segments) {
    if (!plain_name(segment)) return std::nullopt;
    path /= segment;
  }
  std::error_code failed;
  const fs::path real = fs::canonical(path, failed);
  if (failed || !fs::is_regular_file(real, failed)) return std::nullopt;
  const fs::path root = fs::canonical(folder, failed);
  const auto [end, ignored] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
  return !failed && end == root.end() ? std::optional(real) : std::nullopt;
}

}  // namespace

std::string media_of(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 25> known{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".geojson", "application/geo+json"},
      {".map", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".woff", "font/woff"},
      {".ttf", "font/ttf"},
      {".txt", "text/plain; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".xml", "application/xml"},
      {".wasm", "application/wasm"},
      {".pmtiles", "application/vnd.pmtiles"},
      {".webmanifest", "application/manifest+json"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".gpkg", "application/geopackage+sqlite3"},
      {".pdf", "application/pdf"},
      {".zip", "application/zip"},
  }};
  const std::string ending = fs::path(name).extension().string();
  for (const auto& [known_ending, media] : known)
    if (ending == known_ending) return std::string(media);
  return "application/octet-stream";
}

std::shared_ptr<const StaticFiles::Held> StaticFiles::load(const fs::path& file) {
  std::error_code failed;
  const auto changed = fs::last_write_time(file, failed);
  const auto size = fs::file_size(file, failed);
  if (failed) return nullptr;
  {
    const std::scoped_lock lock(mutex_);
    const auto found = held_.find(file);
    if (found != held_.end() && found->second->changed == changed && found->second->size == size) return found->second;
  }
  auto bytes = formats::read_file(file, largest_file);
  if (!bytes) return nullptr;
  auto held = std::make_shared<Held>();
  held->changed = changed;
  held->size = size;
  held->bytes = *std::move(bytes);
  held->etag = "\"" + store::sha256_hex(held->bytes).substr(0, tag_digits) + "\"";
  if (compressible(media_of(file.filename().string()))) held->packed = gzip(held->bytes);
  if (held->packed.size() >= held->bytes.size()) held->packed.clear();
  const std::scoped_lock lock(mutex_);
  held_[file] = held;
  return held;
}

std::optional<Response> StaticFiles::find(const std::vector<std::string>& segments, bool packed) {
  auto file = inside(folder_, segments);
  const bool exact = file.has_value();
  if (!exact) {
    if (!segments.empty() && segments.back().find('.') != std::string::npos) return std::nullopt;
    file = inside(folder_, {"index.html"});
    if (!file) return std::nullopt;
  }
  const auto held = load(*file);
  if (!held) return std::nullopt;
  Response out;
  out.media = media_of(file->filename().string());
  out.with("ETag", held->etag);
  if (exact && segments.size() > 1 && segments.front() == "assets")
    out.with("Cache-Control", "public, max-age=31536000, immutable");
  const bool use_packed = packed && !held->packed.empty();
  out.body = use_packed ? held->packed : held->bytes;
  if (use_packed) out.encoding = "gzip";
  return out;
}

}  // namespace veer::server
