#include "server/negotiation.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/result.hpp"

namespace veer::server {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view next_item(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const std::string_view item = trimmed(rest.substr(0, end));
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return item;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y; });
}

/// Whether the weight of an item ("q=0.5") is above 0; no weight is 1.
bool wanted(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view parameter = next_item(parameters, ';');
    if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=') continue;
    return parameter.substr(2).find_first_of("123456789") != std::string_view::npos;
  }
  return true;
}

std::optional<std::uint64_t> parse_whole(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

constexpr int gzip_window = 15 + 16;  // zlib: window of 32 KiB, gzip header

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> named;
  bool any = false;
  while (!accept_encoding.empty()) {
    std::string_view item = next_item(accept_encoding, ',');
    const std::string_view coding = next_item(item, ';');
    if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) named = wanted(item);
    if (coding == "*") any = wanted(item);
  }
  return named.value_or(any);
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  const auto plain = [](std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; };
  while (!if_none_match.empty()) {
    const std::string_view item = next_item(if_none_match, ',');
    if (item == "*" || (!item.empty() && plain(item) == plain(etag))) return true;
  }
  return false;
}

RangeChoice parse_range(std::string_view text, std::uint64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!same_word(text.substr(0, unit.size()), unit)) return {};
  text = trimmed(text.substr(unit.size()));
  const auto dash = text.find('-');
  if (dash == std::string_view::npos || text.find(',') != std::string_view::npos) return {};
  const std::string_view from = trimmed(text.substr(0, dash));
  const std::string_view until = trimmed(text.substr(dash + 1));
  if (from.empty()) {
    const auto suffix = parse_whole(until);
    if (!suffix) return {};
    if (*suffix == 0 || size == 0) return {RangeAnswer::unsatisfiable, {}};
    return {RangeAnswer::part, {size - std::min(*suffix, size), size - 1}};
  }
  const auto first = parse_whole(from);
  const auto last = until.empty() ? std::optional(size == 0 ? 0 : size - 1) : parse_whole(until);
  if (!first || !last) return {};
  if (*first >= size) return {RangeAnswer::unsatisfiable, {}};
  if (*last < *first) return {};
  return {RangeAnswer::part, {*first, std::min(*last, size - 1)}};
}

std::string gzip(std::string_view bytes) {
  constexpr int level = 5;
  constexpr int memory = 8;
  z_stream stream{};
  ENSURE(deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory, Z_DEFAULT_STRATEGY) == Z_OK, "zlib works");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib takes its input as a pointer to what it may not change, without saying so in the type.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ENSURE(deflate(&stream, Z_FINISH) == Z_STREAM_END, "the bound of zlib holds");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::optional<std::string> gunzip(std::string_view bytes, std::size_t most_bytes) {
  z_stream stream{};
  ENSURE(inflateInit2(&stream, gzip_window) == Z_OK, "zlib works");
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 65536> piece{};
  int code = Z_OK;
  while (code == Z_OK && out.size() <= most_bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    code = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (code != Z_STREAM_END || out.size() > most_bytes) return std::nullopt;
  return out;
}

bool compressible(std::string_view media) {
  media = trimmed(media.substr(0, media.find(';')));
  return media.starts_with("text/") || media.ends_with("json") || media.ends_with("javascript") ||
         media.ends_with("xml") || media == "application/wasm" || media == "application/geopackage+sqlite3";
}

}  // namespace veer::server
