#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "formats/table.hpp"
#include "region/region.hpp"
#include "region/schema.hpp"

namespace veer::region {

/// The whole text as a number with a '.' for decimals; nothing else counts as one (no blanks, no sign '+', no
/// infinity).
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
/// The words of a cell that lists them, separated by blanks.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text, char separator = ' ');
/// Whether one of the words of such a cell is that word.
[[nodiscard]] bool has_word(std::string_view list, std::string_view word);

/// The message with the suggestion as last argument and "_suggestion" behind its key, or as it is where there is none.
[[nodiscard]] Message with_suggestion(std::string key, std::vector<std::string> arguments,
                                      const std::string& suggestion);

/// One table of a package behind its schema: where its columns stand, its ids, and its cells as values.
///
/// Typed access never reports: a cell that is empty or not of its type gives nothing (0, false, an invalid id), because
/// `check_cells` has already told. Rows are those of the table, so that row number = dense index of the entity.
/// Refers to the tables it was made from.
class View {
 public:
  View(const TableSchema& schema, const formats::Table* table);

  [[nodiscard]] const TableSchema& schema() const { return *schema_; }
  [[nodiscard]] const formats::Table* table() const { return table_; }
  [[nodiscard]] std::size_t size() const { return table_ == nullptr ? 0 : table_->rows.size(); }
  [[nodiscard]] bool has_column(std::size_t schema_column) const { return positions_[schema_column].has_value(); }
  /// File, table, row as the user sees it, and column.
  [[nodiscard]] Place place(std::size_t row, std::string_view column) const;

  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
  [[nodiscard]] const std::string& text_at(std::size_t row, std::size_t schema_column) const;
  [[nodiscard]] const std::string& id(std::size_t row) const { return text(row, "id"); }
  [[nodiscard]] bool empty(std::size_t row, std::string_view column) const { return text(row, column).empty(); }
  [[nodiscard]] std::optional<double> maybe_number(std::size_t row, std::string_view column) const {
    return parse_number(text(row, column));
  }
  [[nodiscard]] double number(std::size_t row, std::string_view column) const {
    return maybe_number(row, column).value_or(0);
  }
  [[nodiscard]] std::int32_t integer(std::size_t row, std::string_view column) const;
  [[nodiscard]] bool flag(std::size_t row, std::string_view column) const { return text(row, column) == "true"; }
  /// Which of the values of the schema stands there; nothing for any other text.
  [[nodiscard]] std::optional<std::size_t> choice(std::size_t row, std::string_view column) const;
  /// The same as an enumeration declared in the order of the schema; the first one for any other text.
  template <class Enumeration>
  [[nodiscard]] Enumeration value(std::size_t row, std::string_view column) const {
    return static_cast<Enumeration>(choice(row, column).value_or(0));
  }
  [[nodiscard]] Provenance provenance(std::size_t row) const;

  /// The row of an id; of an id that stands twice the first.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& id) const;
  [[nodiscard]] const std::vector<std::string>& ids() const { return id_list_; }

 private:
  const TableSchema* schema_;
  const formats::Table* table_;
  std::vector<std::optional<std::size_t>> positions_;  ///< by schema column
  std::map<std::string, std::size_t> rows_by_id_;
  std::vector<std::string> id_list_;
};

/// A row of one of several tables, as a cell writes it: "assets/pump".
struct Target {
  std::string_view table;  ///< as the schema names it
  std::size_t row = 0;
};

/// All tables of a package behind their schemas, and the notes that the builder takes.
class Cells {
 public:
  Cells(const Tables& tables, Diagnostics& notes);

  [[nodiscard]] const View& view(std::string_view table) const;
  [[nodiscard]] const std::vector<View>& views() const { return views_; }
  [[nodiscard]] const Tables& tables() const { return *tables_; }
  [[nodiscard]] Diagnostics& notes() const { return *notes_; }

  /// What a single reference points at; an invalid id when the cell is empty or unknown.
  template <class IdType>
  [[nodiscard]] IdType reference(const View& from, std::size_t row, std::string_view column) const {
    const ColumnSchema* wanted = from.schema().column(column);
    const auto found = view(wanted->references).find(from.text(row, column));
    return found ? IdType(*found) : IdType();
  }
  /// What a cell "table/id" points at.
  [[nodiscard]] std::optional<Target> target(const View& from, std::size_t row, std::string_view column) const;

  void error(const View& at, std::size_t row, std::string_view column, std::string key,
             std::vector<std::string> arguments = {}) const;
  void warn(const View& at, std::size_t row, std::string_view column, std::string key,
            std::vector<std::string> arguments = {}) const;
  void error(const View& at, std::size_t row, std::string_view column, Message message) const;

  /// The nearest candidate to a word, or "". After a few hundred questions the answer is "": no one reads that many,
  /// and it keeps bad files cheap.
  [[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates) const;

 private:
  const Tables* tables_;
  Diagnostics* notes_;
  std::vector<View> views_;
  mutable int suggestions_left_ = 300;
};

}  // namespace veer::region
