#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "base/result.hpp"
#include "store/store.hpp"

namespace veer::store {

struct SqliteSettings {
  std::uint32_t most_pages =
      0;  ///< pages of 4 KiB that the file may grow to; 0: as SQLite has it (tests of a full disk)
};

/// Opens a store in one SQLite file, and makes the file and the folders above it when they are missing.
///
/// Journal: WAL with synchronous=FULL, so what was confirmed survives a loss of power. One connection writes, another
/// reads beside it; other processes may read and back up meanwhile. A file of an older version is brought up to date in
/// one transaction.
/// @errors unavailable: it cannot be opened or made; invalid_input: no file of ours; unsupported: written by a newer
///   version
[[nodiscard]] Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& path,
                                                               const SqliteSettings& settings = {});

/// Copies the store of a file, as it is at one moment, into another file; others may write to it meanwhile.
///
/// The copy is made beside `to`, its chains are held against their hashes, and then it takes its name: `to` is whole or
/// as it was.
/// @returns  how many changes it holds
/// @errors not_found: no such file; unavailable: disk full, no right to write; as open_sqlite_store and verify
[[nodiscard]] Result<std::uint64_t> backup_store(const std::filesystem::path& from, const std::filesystem::path& to);

/// Puts a backup in the place of a store. What stood there is kept beside it, as `<name>.voor-herstel`.
///
/// @pre no process has `to` open
/// @returns  how many changes it holds
/// @errors as backup_store; conflict: another process has `to` open
[[nodiscard]] Result<std::uint64_t> restore_store(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace veer::store
