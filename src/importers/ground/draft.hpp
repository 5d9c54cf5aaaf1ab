#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/outline.hpp"
#include "region/schema.hpp"

namespace veer::importers::ground {

/// Where the figures of a row come from: an id of `sources` and a word of the confidence list.
struct Origin {
  std::string source;
  std::string confidence;
};

/// Our own plausible layout: nothing of it is known of the real thing.
[[nodiscard]] Origin assumed();

/// A row of `assets`; what is left empty stays empty in the table.
struct AssetRow {
  std::string id;
  std::string name;
  std::string kind;
  std::string organisation;
  std::string municipality = {};
  std::optional<geo::LonLat> place = {};
  int decimals = 3;  ///< 3 (about 100 m) for what we placed ourselves, 4 for public facilities
  bool external = false;
  std::string failure = {};
  std::string repair = {};
  Origin origin = assumed();
};

/// A row of `needs` with its suppliers ("assets/…" or "processes/…").
struct NeedRow {
  std::string of;         ///< "assets/…", "zones/…" or "processes/…"
  std::string component;  ///< zones: daily need; processes: minimum or full; assets: empty
  std::string service;
  std::vector<std::string> suppliers;
  std::string k = "any";
};

/// A place with the reference "assets/<id>" of what stands there.
struct Placed {
  std::string reference;
  geo::RdMetres at;
  std::string municipality;
};

/// The tables of the package while they are being written.
///
/// Every generator adds its rows here; ids are kept apart, the order of rows is the order of adding, and what was
/// placed can be found again by kind and distance. One mistake in a generator (an id given twice, a column that the
/// schema does not know) ends the program: the data cannot cause it.
class Draft {
 public:
  Draft();

  /// Adds a row to any table; columns that are not named stay empty.
  void row(std::string_view table, std::initializer_list<std::pair<std::string_view, std::string>> cells) {
    row(table, std::vector<std::pair<std::string_view, std::string>>(cells));
  }
  void row(std::string_view table, const std::vector<std::pair<std::string_view, std::string>>& cells);

  /// Adds an asset of a kind of `kinds.hpp` and returns its reference "assets/<id>".
  std::string asset(const AssetRow& asset);

  /// Adds a need and returns its id: the owner's id and the component (zones) or service.
  std::string need(const NeedRow& need);

  /// Back-ups of a need, in the order in which they are added. The texts are ids of parameters; empty: none.
  void reservoir(const std::string& need, const std::string& capacity);
  void generator(const std::string& need, const std::string& tank, const std::string& start_failure,
                 const std::string& run, const std::string& contract);
  void manual(const std::string& need, const std::string& capacity, const std::string& from = {});

  /// The `count` nearest assets of that kind, nearest first (ties by reference); fewer when there are fewer.
  [[nodiscard]] std::vector<std::string> nearest(const std::string& kind, geo::LonLat place, std::size_t count) const;
  [[nodiscard]] const std::vector<Placed>& placed(const std::string& kind) const;

  [[nodiscard]] std::size_t size(std::string_view table) const;
  /// The rows so far, in the columns of the schema.
  [[nodiscard]] const formats::Table& table(std::string_view name) const;
  /// Hands over the finished tables.
  [[nodiscard]] region::Tables finish() &&;

 private:
  void backup(const std::string& need, std::string_view kind,
              std::initializer_list<std::pair<std::string_view, std::string>> cells);

  region::Tables tables_;
  std::map<std::string, std::set<std::string>, std::less<>> ids_;
  std::map<std::string, std::vector<Placed>> placed_;
  std::map<std::string, int> backup_count_;
  std::map<std::string, int> component_count_;
  std::size_t supplier_count_ = 0;  ///< numbers the rows of need_suppliers: nobody refers to them
};

}  // namespace veer::importers::ground
