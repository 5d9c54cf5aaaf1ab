#include "server/exchange.hpp"

#include <zlib.h>

#include <algorithm>
#include <set>

#include "formats/csv.hpp"
#include "server/negotiation.hpp"

namespace veer::server {

namespace {

bool is_number(formats::ColumnType type) {
  return type == formats::ColumnType::number || type == formats::ColumnType::integer;
}

/// Digits, perhaps with a sign, and exactly one separator of that kind between digits: what a decimal number looks
/// like.
bool is_decimal(std::string_view cell, char separator) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  const auto at = cell.find(separator);
  const auto digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return at != std::string_view::npos && digits(cell.substr(0, at)) && digits(cell.substr(at + 1));
}

void swap_separator(std::string& cell, char from, char to) {
  if (is_decimal(cell, from)) std::replace(cell.begin(), cell.end(), from, to);
}

std::string quoted_cell(const std::string& cell) {
  if (cell.find_first_of(";\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

void put16(std::string& out, std::size_t value) {
  out += {static_cast<char>(value & 255U), static_cast<char>(value >> 8U & 255U)};
}
void put32(std::string& out, std::size_t value) {
  put16(out, value & 65535U);
  put16(out, value >> 16U);
}

/// What the local header and the entry of the directory have in common (APPNOTE 4.3.7, 4.3.12).
std::string zip_fields(std::size_t checksum, std::size_t packed, std::size_t plain, std::size_t name) {
  std::string out;
  put16(out, 20);         // version that can unpack it: 2.0
  put16(out, 1U << 11U);  // names are UTF-8
  put16(out, 8);          // deflate
  put16(out, 0);          // time
  put16(out, 33);         // date: 1 January 1980, the first there is
  put32(out, checksum);
  put32(out, packed);
  put32(out, plain);
  put16(out, name);
  put16(out, 0);  // no extra field
  return out;
}

/// The deflated bytes inside a gzip file without a name: a header of ten bytes, a trailer of eight.
std::string deflated(std::string_view bytes) {
  const std::string packed = gzip(bytes);
  return packed.substr(10, packed.size() - 18);
}

}  // namespace

std::string dutch_csv(const formats::Table& table, const region::TableSchema& schema) {
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t c = 0; c < table.columns.size(); ++c) out += (c > 0 ? ";" : "") + quoted_cell(table.columns[c]);
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      std::string cell = row[c];
      if (is_number(schema.columns[c].type)) swap_separator(cell, '.', ',');
      out += (c > 0 ? ";" : "") + quoted_cell(cell);
    }
    out += "\r\n";
  }
  return out;
}

Result<formats::Table> read_any_csv(std::string_view bytes, const region::TableSchema& schema) {
  const std::string name(schema.name);
  TRY(formats::Table table, formats::parse_csv(bytes, name, name + ".csv"));
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const region::ColumnSchema* const column = schema.column(table.columns[c]);
    if (column == nullptr || !is_number(column->type)) continue;
    for (auto& row : table.rows) swap_separator(row[c], ',', '.');
  }
  return table;
}

ChangeInput input_of(const formats::Table& table, const formats::Table& present, bool remove_absent) {
  ChangeInput out;
  std::set<std::string> ids;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    RowInput row{table.name, {}, table.name + "/" + std::to_string(table.line(r))};
    for (std::size_t c = 0; c < table.columns.size(); ++c) row.cells[table.columns[c]] = table.rows[r][c];
    if (const auto id = row.cells.find("id"); id != row.cells.end()) ids.insert(id->second);
    out.put.push_back(std::move(row));
  }
  if (!remove_absent) return out;
  for (const auto& row : present.rows)
    if (!ids.contains(row.front())) out.remove.push_back({table.name, row.front(), table.name + "/" + row.front()});
  return out;
}

std::string zip(const std::map<std::string, std::string>& files) {
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : files) {
    const std::size_t begin = out.size();
    const std::string packed = deflated(bytes);
    const auto checksum = ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const std::string fields = zip_fields(checksum, packed.size(), bytes.size(), name.size());
    out += "PK\x03\x04" + fields + name + packed;
    directory += "PK\x01\x02";
    put16(directory, 20);  // made by version 2.0
    directory += fields;
    put16(directory, 0);  // no comment
    put16(directory, 0);  // first disk
    put16(directory, 0);  // internal attributes
    put32(directory, 0);  // external attributes
    put32(directory, begin);
    directory += name;
  }
  const std::size_t begin = out.size();
  out += directory + "PK\x05\x06";
  put32(out, 0);  // one disk
  put16(out, files.size());
  put16(out, files.size());
  put32(out, directory.size());
  put32(out, begin);
  put16(out, 0);  // no comment
  return out;
}

}  // namespace veer::server
