#include "store/sqlite.hpp"

#include <sqlite3.h>

namespace veer::store {

namespace {

constexpr int patience_ms = 10'000;  ///< for another process that writes

/// What SQLite says, as an error of ours.
Error error_of(sqlite3* handle, int code) {
  const std::string said = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  const char* const file = handle != nullptr ? sqlite3_db_filename(handle, "main") : nullptr;
  const Place place{file != nullptr ? file : "", {}, 0, {}};
  const int extended = handle != nullptr ? sqlite3_extended_errcode(handle) : code;
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorKind::unavailable, {"store.full", {}}, place, {}};
    case SQLITE_IOERR:
      // A write that was cut short is how most disks say that they are full.
      if (extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_SHMSIZE || extended == SQLITE_IOERR_TRUNCATE)
        return {ErrorKind::unavailable, {"store.full", {}}, place, {}};
      return {ErrorKind::unavailable, {"store.broken", {said}}, place, {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::conflict, {"store.busy", {}}, place, {}};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorKind::invalid_input, {"store.not_ours", {said}}, place, {}};
    default:
      return {ErrorKind::unavailable, {"store.broken", {said}}, place, {}};
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

Statement& Statement::bind(int at, std::string_view text) {
  sqlite3_bind_text64(handle_.get(), at, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int at, std::int64_t number) {
  sqlite3_bind_int64(handle_.get(), at, number);
  return *this;
}

Statement& Statement::bind_null(int at) {
  sqlite3_bind_null(handle_.get(), at);
  return *this;
}

Statement& Statement::bind_blob(int at, std::string_view bytes) {
  sqlite3_bind_blob64(handle_.get(), at, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return fail(error_of(sqlite3_db_handle(handle_.get()), code));
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

std::string Statement::text(int column) const {
  const void* const bytes = sqlite3_column_blob(handle_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

void Connection::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Connection> Connection::open(const std::filesystem::path& path, Use use) {
  sqlite3* handle = nullptr;
  const int flags =
      SQLITE_OPEN_NOMUTEX | (use == Use::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  Connection connection(handle);
  if (code != SQLITE_OK) {
    Error error = error_of(handle, code);
    error.place.file = path.string();
    return fail(std::move(error));
  }
  sqlite3_busy_timeout(handle, patience_ms);
  return connection;
}

Result<Statement> Connection::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  Statement out(statement);
  if (code != SQLITE_OK) return fail(error_of(handle_.get(), code));
  return out;
}

Done Connection::run(const std::string& sql) const {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail(error_of(handle_.get(), code));
  return {};
}

Result<std::optional<std::int64_t>> Connection::ask(std::string_view sql) const {
  TRY(Statement statement, prepare(sql));
  TRY(const bool found, statement.step());
  return found && !statement.is_null(0) ? std::optional(statement.number(0)) : std::nullopt;
}

Done Connection::copy_to(const Connection& into) const {
  sqlite3_backup* const backup = sqlite3_backup_init(into.handle_.get(), "main", handle_.get(), "main");
  if (backup == nullptr) return fail(error_of(into.handle_.get(), sqlite3_errcode(into.handle_.get())));
  // All pages in one step: one moment of the source, which in WAL mode keeps no writer waiting.
  const int stepped = sqlite3_backup_step(backup, -1);
  const int code = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) return fail(error_of(into.handle_.get(), stepped == SQLITE_OK ? code : stepped));
  return {};
}

Result<Transaction> Transaction::begin(const Connection& connection) {
  TRY_DONE(connection.run("BEGIN IMMEDIATE"));
  return Transaction(connection);
}

Transaction::~Transaction() {
  if (connection_ == nullptr) return;
  const Done ignored = connection_->run("ROLLBACK");  // fails when SQLite rolled back by itself, as on a full disk
  static_cast<void>(ignored);
}

Done Transaction::commit() {
  TRY_DONE(connection_->run("COMMIT"));
  connection_ = nullptr;
  return {};
}

}  // namespace veer::store
