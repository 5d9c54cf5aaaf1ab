#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/fresh/update.hpp"
#include "region/schema.hpp"

namespace veer::importers::fresh {

/// One table of a package to read and change by id and column; a table that lacks is made empty.
class TableRows {
 public:
  /// @pre the schema has the table
  TableRows(region::Tables& tables, const std::string& name);

  [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
  [[nodiscard]] double number(std::size_t row, std::string_view column) const;
  [[nodiscard]] std::optional<std::size_t> find(const std::string& id) const;

  /// Sets a cell; says whether it was another.
  bool set(std::size_t row, std::string_view column, const std::string& value);
  /// Puts a row: a new id is added, a known one gets these cells. Counts it in `change`.
  void put(const std::vector<std::pair<std::string, std::string>>& cells);
  /// Keeps these rows only, in order. @pre one flag per row
  void keep(const std::vector<bool>& kept);

  [[nodiscard]] const TableChange& change() const { return change_; }

 private:
  [[nodiscard]] std::size_t column(std::string_view name) const;

  formats::Table& table_;
  std::map<std::string, std::size_t> rows_;
  TableChange change_;
};

}  // namespace veer::importers::fresh
