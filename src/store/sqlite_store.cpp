#include "store/sqlite_store.hpp"

#include <array>
#include <mutex>
#include <nlohmann/json.hpp>

#include "store/sqlite.hpp"

namespace veer::store {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::int64_t application_id = 0x56454552;  // "VEER"

/// What brings a file from version i to version i + 1.
constexpr std::array migrations{
    R"(CREATE TABLE changes(
         region TEXT NOT NULL, number INTEGER NOT NULL, time TEXT NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL,
         kind TEXT NOT NULL, undoes INTEGER NOT NULL, columns TEXT NOT NULL, put_count INTEGER NOT NULL,
         remove_count INTEGER NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
         PRIMARY KEY(region, number)) WITHOUT ROWID;
       CREATE TABLE operations(
         region TEXT NOT NULL, number INTEGER NOT NULL, sequence INTEGER NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL,
         position INTEGER NOT NULL, cells TEXT,
         PRIMARY KEY(region, number, sequence),
         FOREIGN KEY(region, number) REFERENCES changes(region, number)) WITHOUT ROWID;
       CREATE INDEX operations_by_row ON operations(region, tbl, id);
       CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
       CREATE TRIGGER changes_remain BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
       CREATE TRIGGER operations_stay BEFORE UPDATE ON operations
         BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
       CREATE TRIGGER operations_remain BEFORE DELETE ON operations
         BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
       CREATE TABLE runs(id TEXT PRIMARY KEY, key TEXT NOT NULL, status TEXT NOT NULL, kept INTEGER NOT NULL,
         created TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID;
       CREATE TABLE results(key TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL, encoding TEXT NOT NULL,
         bytes BLOB NOT NULL, PRIMARY KEY(key, name));)"};

/// A text of one of our tables; what the library throws would be our own mistake or a file that others wrote in.
Result<json> parsed(const std::string& text) {
  json out = json::parse(text, nullptr, false);
  if (out.is_discarded()) return fail({ErrorKind::invalid_input, {"store.not_ours", {"JSON"}}, {}, {}});
  return out;
}

Result<std::map<std::string, std::vector<std::string>>> columns_of(const std::string& text) {
  TRY(const json object, parsed(text));
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& [table, columns] : object.items())
    for (const json& column : columns) {
      if (!column.is_string()) return fail({ErrorKind::invalid_input, {"store.not_ours", {"columns"}}, {}, {}});
      out[table].push_back(column.get<std::string>());
    }
  return out;
}

Result<Row> cells_of(const std::string& text) {
  TRY(const json list, parsed(text));
  Row row;
  for (const json& cell : list) {
    if (!cell.is_string()) return fail({ErrorKind::invalid_input, {"store.not_ours", {"cells"}}, {}, {}});
    row.push_back(cell.get<std::string>());
  }
  return row;
}

std::string text_of_columns(const std::map<std::string, std::vector<std::string>>& columns) {
  return json(columns).dump(-1, ' ', false, json::error_handler_t::replace);
}

/// The head columns of a row of `changes`, in the order of head_columns.
constexpr std::string_view head_columns =
    "number, time, who, note, kind, undoes, put_count, remove_count, previous_hash, hash, columns";

Result<ChangeHead> head_in(const Statement& row) {
  const auto kind = change_kind(row.text(4));
  if (!kind) return fail({ErrorKind::invalid_input, {"store.not_ours", {row.text(4)}}, {}, {}});
  ChangeHead head{.number = static_cast<std::uint64_t>(row.number(0)),
                  .time = row.text(1),
                  .who = row.text(2),
                  .note = row.text(3),
                  .kind = *kind,
                  .undoes = static_cast<std::uint64_t>(row.number(5)),
                  .put_count = static_cast<std::size_t>(row.number(6)),
                  .remove_count = static_cast<std::size_t>(row.number(7)),
                  .tables = {},
                  .previous_hash = row.text(8),
                  .hash = row.text(9)};
  TRY(const auto columns, columns_of(row.text(10)));
  for (const auto& [table, names] : columns) head.tables.push_back(table);
  return head;
}

Done bring_up_to_date(const Connection& connection) {
  TRY(const auto version, connection.ask("PRAGMA user_version"));
  TRY(const auto application, connection.ask("PRAGMA application_id"));
  TRY(const auto tables, connection.ask("SELECT count(*) FROM sqlite_master"));
  const bool empty = tables.value_or(0) == 0;
  if (!empty && application.value_or(0) != application_id)
    return fail({ErrorKind::invalid_input, {"store.not_ours", {"SQLite"}}, {}, {}});
  const auto newest = static_cast<std::int64_t>(migrations.size());
  if (version.value_or(0) > newest)
    return fail({ErrorKind::unsupported,
                 {"store.newer", {std::to_string(version.value_or(0)), std::to_string(newest)}},
                 {},
                 {}});
  if (version.value_or(0) == newest) return {};
  TRY(Transaction transaction, Transaction::begin(connection));
  // Another process may have been first while we waited.
  TRY(const auto now, connection.ask("PRAGMA user_version"));
  for (auto from = static_cast<std::size_t>(now.value_or(0)); from < migrations.size(); ++from)
    TRY_DONE(connection.run(migrations[from]));
  TRY_DONE(connection.run("PRAGMA application_id=" + std::to_string(application_id)));
  TRY_DONE(connection.run("PRAGMA user_version=" + std::to_string(newest)));
  return transaction.commit();
}

class SqliteStore final : public Store {
 public:
  SqliteStore(Connection writer, Connection reader) : writer_(std::move(writer)), reader_(std::move(reader)) {}

  Result<std::vector<std::string>> regions() const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement, reader_.prepare("SELECT DISTINCT region FROM changes ORDER BY region"));
    std::vector<std::string> out;
    while (true) {
      TRY(const bool found, statement.step());
      if (!found) return out;
      out.push_back(statement.text(0));
    }
  }

  Result<std::vector<ChangeHead>> heads(const std::string& region) const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement,
        reader_.prepare("SELECT " + std::string(head_columns) + " FROM changes WHERE region=?1 ORDER BY number"));
    statement.bind(1, region);
    std::vector<ChangeHead> out;
    while (true) {
      TRY(const bool found, statement.step());
      if (!found) return out;
      TRY(ChangeHead head, head_in(statement));
      out.push_back(std::move(head));
    }
  }

  Result<Change> change(const std::string& region, std::uint64_t number) const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement,
        reader_.prepare("SELECT " + std::string(head_columns) + " FROM changes WHERE region=?1 AND number=?2"));
    statement.bind(1, region).bind(2, static_cast<std::int64_t>(number));
    TRY(const bool found, statement.step());
    if (!found) return fail({ErrorKind::not_found, {"store.change.unknown", {std::to_string(number), region}}, {}, {}});
    return whole(region, statement);
  }

  Done replay(const std::string& region, std::uint64_t last,
              const std::function<Done(const Change&)>& take) const override {
    TRY(const auto all, heads(region));
    for (const ChangeHead& head : all) {
      if (last != 0 && head.number > last) break;
      TRY(const Change next, change(region, head.number));
      TRY_DONE(take(next));
    }
    return {};
  }

  Result<std::vector<std::uint64_t>> touching(const std::string& region, const std::string& table,
                                              const std::string& id) const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement,
        reader_.prepare("SELECT number FROM operations WHERE region=?1 AND tbl=?2 AND id=?3 ORDER BY number"));
    statement.bind(1, region).bind(2, table).bind(3, id);
    std::vector<std::uint64_t> out;
    while (true) {
      TRY(const bool found, statement.step());
      if (!found) return out;
      out.push_back(static_cast<std::uint64_t>(statement.number(0)));
    }
  }

  Result<ChangeHead> append(const std::string& region, Change change) override {
    const std::scoped_lock lock(write_);
    TRY(Transaction transaction, Transaction::begin(writer_));
    TRY(Statement last,
        writer_.prepare("SELECT number, hash FROM changes WHERE region=?1 ORDER BY number DESC LIMIT 1"));
    last.bind(1, region);
    TRY(const bool any, last.step());
    const std::uint64_t number = any ? static_cast<std::uint64_t>(last.number(0)) : 0;
    if (change.number != number + 1)
      return fail({ErrorKind::conflict, {"store.change.overtaken", {std::to_string(number)}}, {}, {}});
    change.previous_hash = any ? last.text(1) : "";
    last.reset();
    change.hash = hash_of(region, change);
    ChangeHead head = head_of(change);
    TRY_DONE(insert(region, change, head));
    TRY_DONE(transaction.commit());
    return head;
  }

  Done put_run(const RunRecord& run) override {
    const std::scoped_lock lock(write_);
    TRY(Statement statement, writer_.prepare("INSERT OR REPLACE INTO runs VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    statement.bind(1, run.id).bind(2, run.key).bind(3, run.status).bind(4, std::int64_t{run.kept ? 1 : 0});
    statement.bind(5, run.created).bind(6, run.document);
    TRY(const bool row, statement.step());
    static_cast<void>(row);
    return {};
  }

  Result<std::vector<RunRecord>> runs() const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement,
        reader_.prepare("SELECT id, key, status, kept, created, document FROM runs ORDER BY created DESC, id DESC"));
    std::vector<RunRecord> out;
    while (true) {
      TRY(const bool found, statement.step());
      if (!found) return out;
      out.push_back({statement.text(0), statement.text(1), statement.text(2), statement.number(3) != 0,
                     statement.text(4), statement.text(5)});
    }
  }

  Done remove_run(const std::string& id) override {
    const std::scoped_lock lock(write_);
    TRY(Transaction transaction, Transaction::begin(writer_));
    for (const char* const sql :
         {"DELETE FROM results WHERE key=(SELECT key FROM runs WHERE id=?1) AND NOT EXISTS (SELECT 1 FROM runs WHERE "
          "key=results.key AND id<>?1)",
          "DELETE FROM runs WHERE id=?1"}) {
      TRY(Statement statement, writer_.prepare(sql));
      statement.bind(1, id);
      TRY(const bool row, statement.step());
      static_cast<void>(row);
    }
    return transaction.commit();
  }

  Done put_results(const std::string& key, const std::vector<ResultFile>& files) override {
    const std::scoped_lock lock(write_);
    TRY(Transaction transaction, Transaction::begin(writer_));
    TRY(Statement statement, writer_.prepare("INSERT OR REPLACE INTO results VALUES(?1, ?2, ?3, ?4, ?5)"));
    for (const ResultFile& file : files) {
      statement.bind(1, key).bind(2, file.name).bind(3, file.media).bind(4, file.encoding).bind_blob(5, file.bytes);
      TRY(const bool row, statement.step());
      static_cast<void>(row);
      statement.reset();
    }
    return transaction.commit();
  }

  Result<std::optional<ResultFile>> result(const std::string& key, const std::string& name) const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement, reader_.prepare("SELECT media, encoding, bytes FROM results WHERE key=?1 AND name=?2"));
    statement.bind(1, key).bind(2, name);
    TRY(const bool found, statement.step());
    if (!found) return std::optional<ResultFile>{};
    return std::optional(ResultFile{name, statement.text(0), statement.text(1), statement.text(2)});
  }

  Result<std::vector<std::string>> result_names(const std::string& key) const override {
    const std::scoped_lock lock(read_);
    TRY(Statement statement, reader_.prepare("SELECT name FROM results WHERE key=?1 ORDER BY name"));
    statement.bind(1, key);
    std::vector<std::string> out;
    while (true) {
      TRY(const bool found, statement.step());
      if (!found) return out;
      out.push_back(statement.text(0));
    }
  }

 private:
  /// @param row  a row of `changes`; @pre read_ is held
  Result<Change> whole(const std::string& region, const Statement& row) const {
    TRY(const ChangeHead head, head_in(row));
    Change change{.number = head.number,
                  .time = head.time,
                  .who = head.who,
                  .note = head.note,
                  .kind = head.kind,
                  .undoes = head.undoes,
                  .columns = {},
                  .operations = {},
                  .previous_hash = head.previous_hash,
                  .hash = head.hash};
    TRY(change.columns, columns_of(row.text(10)));
    TRY(Statement statement,
        reader_.prepare(
            "SELECT tbl, id, position, cells FROM operations WHERE region=?1 AND number=?2 ORDER BY sequence"));
    statement.bind(1, region).bind(2, static_cast<std::int64_t>(head.number));
    change.operations.reserve(head.put_count + head.remove_count);
    while (true) {
      TRY(const bool found, statement.step());
      if (!found) return change;
      Operation operation{statement.text(0), statement.text(1), statement.number(2), std::nullopt};
      if (!statement.is_null(3)) {
        TRY(operation.row, cells_of(statement.text(3)));
        if (operation.row->size() != change.columns[operation.table].size())
          return fail({ErrorKind::invalid_input, {"store.not_ours", {"cells"}}, {}, {}});
      }
      change.operations.push_back(std::move(operation));
    }
  }

  Done insert(const std::string& region, const Change& change, const ChangeHead& head) {
    const std::string columns = text_of_columns(change.columns);
    TRY(Statement statement,
        writer_.prepare("INSERT INTO changes VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"));
    statement.bind(1, region).bind(2, static_cast<std::int64_t>(change.number)).bind(3, change.time);
    statement.bind(4, change.who).bind(5, change.note).bind(6, text_of(change.kind));
    statement.bind(7, static_cast<std::int64_t>(change.undoes)).bind(8, columns);
    statement.bind(9, static_cast<std::int64_t>(head.put_count));
    statement.bind(10, static_cast<std::int64_t>(head.remove_count));
    statement.bind(11, change.previous_hash).bind(12, change.hash);
    TRY(const bool row, statement.step());
    static_cast<void>(row);
    TRY(Statement operations, writer_.prepare("INSERT INTO operations VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    std::int64_t sequence = 0;
    for (const Operation& operation : change.operations) {
      operations.bind(1, region).bind(2, static_cast<std::int64_t>(change.number)).bind(3, ++sequence);
      operations.bind(4, operation.table).bind(5, operation.id).bind(6, operation.position);
      std::string cells;
      if (operation.row) {
        cells = json(*operation.row).dump(-1, ' ', false, json::error_handler_t::replace);
        operations.bind(7, cells);
      } else {
        operations.bind_null(7);
      }
      TRY(const bool inserted, operations.step());
      static_cast<void>(inserted);
      operations.reset();
    }
    return {};
  }

  mutable std::mutex write_;
  mutable std::mutex read_;
  Connection writer_;
  Connection reader_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const fs::path& path, const SqliteSettings& settings) {
  std::error_code failed;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), failed);
  if (failed)
    return fail(
        {ErrorKind::unavailable, {"store.folder", {failed.message()}}, {path.parent_path().string(), {}, 0, {}}, {}});
  const auto open = [&]() -> Result<std::unique_ptr<Store>> {
    TRY(Connection writer, Connection::open(path, Connection::Use::write));
    TRY_DONE(writer.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"));
    if (settings.most_pages > 0) {
      TRY(const auto set, writer.ask("PRAGMA max_page_count=" + std::to_string(settings.most_pages)));
      static_cast<void>(set);
    }
    TRY_DONE(bring_up_to_date(writer));
    TRY(Connection reader, Connection::open(path, Connection::Use::read));
    return std::make_unique<SqliteStore>(std::move(writer), std::move(reader));
  };
  auto opened = open();
  if (opened) return opened;
  Error error = std::move(opened).error();
  error.place.file = path.string();
  return fail(std::move(error));
}

}  // namespace veer::store
