#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace veer::test {

/// A zip archive of these parts, packed; enough for what reads spreadsheets.
inline std::string small_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
  };
  std::string body;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    std::string packed(compressBound(static_cast<uLong>(bytes.size())) + 64, '\0');
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string copy = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    const auto sum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
    const std::string common = number(20, 2) + number(0, 2) + number(8, 2) + number(0, 4) + number(sum, 4) +
                               number(static_cast<std::uint32_t>(packed.size()), 4) +
                               number(static_cast<std::uint32_t>(bytes.size()), 4) +
                               number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                 number(static_cast<std::uint32_t>(body.size()), 4) + name;
    body += "PK\x03\x04" + common + name + packed;
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  return body + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
         number(static_cast<std::uint32_t>(directory.size()), 4) + number(static_cast<std::uint32_t>(body.size()), 4) +
         number(0, 2);
}

/// content.xml of an OpenDocument spreadsheet with these rows of a table.
inline std::string ods_content(std::string_view rows) {
  return std::string(
             R"(<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>)"
             R"(<office:spreadsheet><table:table table:name="Blad1">)") +
         std::string(rows) + "</table:table></office:spreadsheet></office:body></office:document-content>";
}

}  // namespace veer::test
