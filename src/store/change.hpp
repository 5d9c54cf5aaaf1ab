#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace veer::store {

/// The cells of one row, in the order of the columns that its change names.
using Row = std::vector<std::string>;

/// What becomes of one row.
struct Operation {
  std::string table;
  std::string id;
  std::int64_t position = 0;  ///< rows of a table stand in this order; a row keeps it while it is there
  std::optional<Row> row;     ///< as it becomes; absent: the row goes away
  bool operator==(const Operation&) const = default;
};

enum class ChangeKind : std::uint8_t { import, edit, undo };
[[nodiscard]] const char* text_of(ChangeKind kind);
[[nodiscard]] std::optional<ChangeKind> change_kind(const std::string& text);

/// One change of a region: who, when, why, and the rows it puts and removes. The only way in which data changes.
///
/// Invariant: no two operations are about the same row; every row has as many cells as its table has columns here.
struct Change {
  std::uint64_t number = 0;  ///< 1, 2, 3, … within its region, without gaps
  std::string time;          ///< instant in UTC, RFC 3339: 2026-03-01T10:15:00.000Z
  std::string who;
  std::string note;
  ChangeKind kind = ChangeKind::edit;
  std::uint64_t undoes = 0;                                 ///< number of the change that it takes back; 0: none
  std::map<std::string, std::vector<std::string>> columns;  ///< of every table that it touches
  std::vector<Operation> operations;
  std::string previous_hash;  ///< of the change before it; empty for the first
  std::string hash;           ///< hash_of(region, *this)
};

/// A change without its rows.
struct ChangeHead {
  std::uint64_t number = 0;
  std::string time;
  std::string who;
  std::string note;
  ChangeKind kind = ChangeKind::edit;
  std::uint64_t undoes = 0;
  std::size_t put_count = 0;
  std::size_t remove_count = 0;
  std::vector<std::string> tables;  ///< with at least one operation, in order of name
  std::string previous_hash;
  std::string hash;
};

/// SHA-256 over everything the change says, its region and the hash before it; so no change can be altered, left out or
/// moved without all later hashes showing it.
[[nodiscard]] std::string hash_of(const std::string& region, const Change& change);

[[nodiscard]] ChangeHead head_of(const Change& change);

}  // namespace veer::store
