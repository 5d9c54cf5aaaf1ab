#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace veer::store {

/// A prepared statement, bound and stepped through. For one thread; lives shorter than its connection.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}

  Statement& bind(int at, std::string_view text);  ///< the text must live until the last step
  Statement& bind(int at, std::int64_t number);
  Statement& bind_null(int at);
  Statement& bind_blob(int at, std::string_view bytes);  ///< the bytes must live until the last step

  /// True: there is a row; false: done.
  [[nodiscard]] Result<bool> step();
  /// Ready to be bound and stepped again.
  void reset();

  [[nodiscard]] std::string text(int column) const;  ///< also of a blob
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// One connection to a SQLite file. For one thread at a time.
class Connection {
 public:
  enum class Use : std::uint8_t { read, write };  ///< write makes the file when it is missing

  /// @errors unavailable: it cannot be opened
  [[nodiscard]] static Result<Connection> open(const std::filesystem::path& path, Use use);

  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;
  /// Statements without a result.
  [[nodiscard]] Done run(const std::string& sql) const;
  /// The first value of the first row of a query, or absent.
  [[nodiscard]] Result<std::optional<std::int64_t>> ask(std::string_view sql) const;
  /// Copies everything, as it is now, over what `into` holds.
  [[nodiscard]] Done copy_to(const Connection& into) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  explicit Connection(sqlite3* handle) : handle_(handle) {}
  std::unique_ptr<sqlite3, Close> handle_;
};

/// Rolls back unless it was committed.
class Transaction {
 public:
  /// Takes the right to write at once. @errors conflict: another holds it for too long
  [[nodiscard]] static Result<Transaction> begin(const Connection& connection);
  Transaction(Transaction&& other) noexcept : connection_(other.connection_) { other.connection_ = nullptr; }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  /// @errors unavailable: disk full; then nothing was written
  [[nodiscard]] Done commit();

 private:
  explicit Transaction(const Connection& connection) : connection_(&connection) {}
  const Connection* connection_;
};

}  // namespace veer::store
