#include <unistd.h>

#include "store/sqlite.hpp"
#include "store/sqlite_store.hpp"

namespace veer::store {

namespace {

namespace fs = std::filesystem;

Error at(ErrorKind kind, std::string key, const fs::path& path, std::vector<std::string> arguments = {}) {
  return {kind, {std::move(key), std::move(arguments)}, {path.string(), {}, 0, {}}, {}};
}

/// Removes a file that SQLite may have made, with what lies beside it.
void forget(const fs::path& path) {
  std::error_code ignored;
  for (const char* const ending : {"", "-wal", "-shm", "-journal"}) fs::remove(path.string() + ending, ignored);
}

Result<std::uint64_t> checked_copy(const fs::path& from, const fs::path& to) {
  {
    TRY(Connection source, Connection::open(from, Connection::Use::read));
    TRY(Connection copy, Connection::open(to, Connection::Use::write));
    TRY_DONE(source.copy_to(copy));
    // A copy carries no journal beside it.
    TRY_DONE(copy.run("PRAGMA journal_mode=DELETE"));
  }
  std::uint64_t changes = 0;
  {
    TRY(const auto store, open_sqlite_store(to));
    TRY(changes, verify(*store));
  }
  TRY(Connection copy, Connection::open(to, Connection::Use::write));
  TRY_DONE(copy.run("PRAGMA journal_mode=DELETE"));
  return changes;
}

/// Makes the copy beside its place; whatever goes wrong, nothing of it stays.
Result<std::uint64_t> copy_beside(const fs::path& from, const fs::path& beside) {
  std::error_code ignored;
  if (!fs::exists(from, ignored)) return fail(at(ErrorKind::not_found, "store.missing", from));
  forget(beside);
  auto changes = checked_copy(from, beside);
  if (changes) return changes;
  forget(beside);
  // What is wrong with the copy was wrong with what was copied; nobody knows the copy by its name.
  Error error = changes.error();
  if (error.kind == ErrorKind::invalid_input && fs::path(error.place.file).filename() == beside.filename())
    error.place.file = from.string();
  return fail(error);
}

}  // namespace

Result<std::uint64_t> backup_store(const fs::path& from, const fs::path& to) {
  const fs::path beside = to.string() + ".nieuw." + std::to_string(::getpid());
  TRY(const std::uint64_t changes, copy_beside(from, beside));
  std::error_code failed;
  fs::rename(beside, to, failed);
  if (!failed) return changes;
  forget(beside);
  return fail(at(ErrorKind::unavailable, "store.not_placed", to, {failed.message()}));
}

Result<std::uint64_t> restore_store(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  if (to.has_parent_path()) fs::create_directories(to.parent_path(), failed);
  if (failed) return fail(at(ErrorKind::unavailable, "store.folder", to.parent_path(), {failed.message()}));
  const fs::path beside = to.string() + ".nieuw." + std::to_string(::getpid());
  TRY(const std::uint64_t changes, copy_beside(from, beside));
  std::error_code ignored;
  if (fs::exists(to, ignored)) {
    // What stood there becomes one file without a journal, so that a rename takes all of it along. A process that has
    // it open keeps SQLite from leaving WAL mode.
    auto settled = [&]() -> Done {
      TRY(Connection old, Connection::open(to, Connection::Use::write));
      TRY_DONE(old.run("PRAGMA busy_timeout=500"));
      TRY(Statement mode, old.prepare("PRAGMA journal_mode=DELETE"));
      TRY(const bool row, mode.step());
      if (!row || mode.text(0) != "delete") return fail(at(ErrorKind::conflict, "store.open_elsewhere", to));
      return {};
    }();
    if (!settled) {
      forget(beside);
      if (settled.error().kind == ErrorKind::conflict) return fail(at(ErrorKind::conflict, "store.open_elsewhere", to));
      return fail(settled.error());
    }
    fs::rename(to, to.string() + ".voor-herstel", failed);
  }
  if (!failed) fs::rename(beside, to, failed);
  if (!failed) return changes;
  forget(beside);
  return fail(at(ErrorKind::unavailable, "store.not_placed", to, {failed.message()}));
}

}  // namespace veer::store
