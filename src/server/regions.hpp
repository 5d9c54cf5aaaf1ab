#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "region/region.hpp"
#include "store/region_rows.hpp"
#include "store/store.hpp"

namespace veer::server {

/// A region as it stands after a change, in every form in which it is asked for. Immutable.
struct Snapshot {
  std::string id;
  store::ChangeHead last;
  store::State state;
  store::StoredPackage package;
  region::Region region;
  std::string version;  ///< content hash of the state
};

/// A row that the checks of the region complain of.
struct RowProblem {
  Severity severity = Severity::error;
  Message message;
  std::string table;
  std::string row;     ///< id; empty: none in particular
  std::string column;  ///< empty: none in particular
};

/// What becomes of a state when it is checked and built; without a region when there are errors.
struct Built {
  store::StoredPackage package;
  std::shared_ptr<const region::Region> region;
  std::vector<RowProblem> problems;  ///< warnings too, in the order in which they were met
};

/// Builds the region that a state holds.
/// @errors invalid_input: the state holds no package at all (an outline that is none)
[[nodiscard]] Result<Built> build(const store::State& state);
/// The same of a package.
[[nodiscard]] Built build(store::StoredPackage package);

/// The regions of a store, ready for use. Safe for many threads: readers share snapshots, changes come one by one.
class Regions {
 public:
  explicit Regions(store::Store& store) : store_(store) {}

  /// Reads all regions of the store.
  /// @errors as the store; invalid_input: a stored region no longer passes the checks of this version of the program
  [[nodiscard]] Done load();

  /// The first import of a package, or what differs from the region of that id; nothing when nothing differs.
  /// @returns  the head of the change; absent: nothing differs
  /// @errors invalid_input: the package has errors; as the store
  [[nodiscard]] Result<std::optional<store::ChangeHead>> import(const store::StoredPackage& package,
                                                                const std::string& time, const std::string& who,
                                                                const std::string& note);

  [[nodiscard]] std::vector<std::shared_ptr<const Snapshot>> all() const;
  /// Null: no such region.
  [[nodiscard]] std::shared_ptr<const Snapshot> find(const std::string& id) const;

  /// Stores a change that was checked against `base` (its number, columns and hashes are filled in here) and makes it
  /// the present.
  /// @param after  what `build` made of the state after it; has a region
  /// @errors conflict: `base` is no longer the present; as the store. Then nothing has changed.
  [[nodiscard]] Result<store::ChangeHead> commit(const Snapshot& base, store::Change change, Built after);

 private:
  void keep(std::shared_ptr<const Snapshot> snapshot);

  store::Store& store_;
  mutable std::mutex mutex_;
  std::mutex writing_;
  std::map<std::string, std::shared_ptr<const Snapshot>> snapshots_;
};

}  // namespace veer::server
