#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/change.hpp"
#include "store/state.hpp"

namespace veer::store {

/// A study that was asked for. What it is about stands in `document` (JSON), which the store does not read.
struct RunRecord {
  std::string id;
  std::string key;      ///< of its results: same key, same bytes
  std::string status;   ///< in the words of the caller
  bool kept = false;    ///< not to be cleared away
  std::string created;  ///< instant, RFC 3339
  std::string document;
  bool operator==(const RunRecord&) const = default;
};

/// One file of results, or one part of a file.
struct ResultFile {
  std::string name;
  std::string media;     ///< media type
  std::string encoding;  ///< "gzip", or empty: as it is
  std::string bytes;
  bool operator==(const ResultFile&) const = default;
};

/// Where regions live, as chains of changes, and what was computed from them.
///
/// A change is confirmed when `append` returns: from then on it survives the end of the process and of the machine's
/// power, as far as the disk keeps what it says it has written. Nothing that was appended is ever altered or removed.
/// All functions may be called from any thread. Every failing function leaves things as they were.
/// @errors of all functions: unavailable: the disk is full or the file cannot be read or written; conflict: another
///   process holds the file for too long
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Ids of the regions with at least one change, in order.
  [[nodiscard]] virtual Result<std::vector<std::string>> regions() const = 0;

  /// Heads of all changes of a region, oldest first; empty: no such region.
  [[nodiscard]] virtual Result<std::vector<ChangeHead>> heads(const std::string& region) const = 0;

  /// @errors not_found: no such change
  [[nodiscard]] virtual Result<Change> change(const std::string& region, std::uint64_t number) const = 0;

  /// Hands every change up to `last` (0: all) to `take`, oldest first; stops at its first error.
  [[nodiscard]] virtual Done replay(const std::string& region, std::uint64_t last,
                                    const std::function<Done(const Change&)>& take) const = 0;

  /// Numbers of the changes with an operation about this row, oldest first.
  [[nodiscard]] virtual Result<std::vector<std::uint64_t>> touching(const std::string& region, const std::string& table,
                                                                    const std::string& id) const = 0;

  /// Adds a change to the chain of its region: fills in previous_hash and hash, and stores it.
  /// @param change  its number says which one it is to become
  /// @returns  its head, confirmed
  /// @errors conflict: number is not one above the last: another change came first
  [[nodiscard]] virtual Result<ChangeHead> append(const std::string& region, Change change) = 0;

  /// Adds the run, or replaces the one with its id.
  [[nodiscard]] virtual Done put_run(const RunRecord& run) = 0;
  /// All runs, newest first (by created, then id).
  [[nodiscard]] virtual Result<std::vector<RunRecord>> runs() const = 0;
  /// Removes the run, and the results when no other run has its key. Removing what is not there is fine.
  [[nodiscard]] virtual Done remove_run(const std::string& id) = 0;

  /// Adds files under a key, all or none; a file of the same name is replaced.
  [[nodiscard]] virtual Done put_results(const std::string& key, const std::vector<ResultFile>& files) = 0;
  /// Absent: no such file.
  [[nodiscard]] virtual Result<std::optional<ResultFile>> result(const std::string& key,
                                                                 const std::string& name) const = 0;
  /// Names under a key, in order; empty: no results.
  [[nodiscard]] virtual Result<std::vector<std::string>> result_names(const std::string& key) const = 0;
};

/// The state of a region after its first `last` changes (0: all of them).
[[nodiscard]] Result<State> state_at(const Store& store, const std::string& region, std::uint64_t last = 0);

/// Number of the last change at or before an instant (RFC 3339 in UTC); 0: there was none yet.
[[nodiscard]] std::uint64_t number_at(const std::vector<ChangeHead>& heads, const std::string& instant);

/// Holds every chain against its hashes.
/// @returns  how many changes were checked
/// @errors conflict: a change is not what was written; the message names region and number
[[nodiscard]] Result<std::uint64_t> verify(const Store& store);

/// The twin without a disk: for tests, and the proof that the interface hides the database.
[[nodiscard]] std::unique_ptr<Store> make_memory_store();

}  // namespace veer::store
