#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "report/findings.hpp"
#include "report/html_format.hpp"

namespace veer::report {

/// One cell of a table of the report.
struct Cell {
  std::string html;
  std::string css = {};  ///< classes: "n" number, "k0" … "k5" shade
  std::size_t span = 1;
};

[[nodiscard]] inline Cell number_cell(std::string html) { return {std::move(html), "n"}; }

/// The shade of a share: 0 below 1 %, then up to 10, 25, 50, 75 and 100 %. The map, the heat tables and the legend
/// share it.
[[nodiscard]] int shade_of(double share);

/// A table with a caption, row headers and the way to its data and its method.
struct TableView {
  std::string id;
  std::string caption;            ///< HTML
  std::vector<std::string> head;  ///< HTML, one per column
  std::vector<std::vector<Cell>>
      rows;            ///< the first cell is the row header; a row of one spanning cell is a group heading
  std::string data;    ///< JSON pointer in results.json; empty: none
  std::string method;  ///< anchor of the paragraph that explains it, without "method-"; empty: none
  std::string css = {};
};

/// The report while it is written: what is in it so far, and the words and numbers of its language.
///
/// Everything added is HTML; text from the findings goes through `escaped` or `name` first. Not for two threads at
/// once.
class Page {
 public:
  Page(const Findings& all, Language in_language, const Texts& texts)
      : findings(all), language(in_language), format(in_language, all.horizon_h), texts_(texts) {}

  const Findings& findings;
  const Language language;
  const Format format;

  /// The sentence `report.<key>`, escaped, with arguments filled in as they are: they are HTML already.
  [[nodiscard]] std::string t(std::string_view key, std::vector<std::string> arguments = {}) const;
  /// The word `report.<kind>.<id>` when the catalogue has it, else the id itself, escaped.
  [[nodiscard]] std::string word(std::string_view kind, std::string_view id) const;
  [[nodiscard]] std::string name(const Name& name) const;
  /// The name of an uncertain figure, with the catalogue's Dutch where the region has only English.
  [[nodiscard]] std::string figure(const Name& name) const;
  [[nodiscard]] std::string figure(const std::string& phrase) const;
  /// "dinsdag 17 januari 2023, 17:00" and "1 januari 2021"
  [[nodiscard]] std::string time(const std::string& local) const;
  [[nodiscard]] std::string date(const std::string& day) const;
  /// `report.<key>.one` for 1, else `report.<key>.many` with the count as argument 0.
  [[nodiscard]] std::string counted(std::string_view key, double count) const;
  [[nodiscard]] double replicas() const { return static_cast<double>(findings.replicas); }
  /// "voorbeeldgegevens – niet bevestigd" as a mark behind a name, or nothing when its rows are confirmed.
  [[nodiscard]] std::string mark(bool confirmed) const;

  Page& operator<<(std::string_view html) {
    html_ += html;
    return *this;
  }
  void open_section(std::string_view id, std::string_view title_key);
  void close_section() { html_ += "</section>\n"; }
  void paragraph(std::string_view html, std::string_view css = {});
  void table(const TableView& view) { html_ += table_html(view); }
  [[nodiscard]] std::string table_html(const TableView& view) const;
  /// "Gegevens: results.json → … · Methode: …"
  [[nodiscard]] std::string trace(std::string_view data, std::string_view method) const;
  /// A fold that stays closed on paper when `data`: the numbers behind a picture that is printed itself.
  void open_fold(std::string_view summary_html, bool data = false);
  void close_fold() { html_ += "</div></details>\n"; }
  /// The legend of the six shades.
  [[nodiscard]] std::string shade_legend() const;

  struct Chapter {
    std::string id;
    std::string title;
  };
  [[nodiscard]] const std::vector<Chapter>& chapters() const { return chapters_; }
  [[nodiscard]] std::string take() { return std::move(html_); }

 private:
  const Texts& texts_;
  std::string html_;
  std::vector<Chapter> chapters_;
};

}  // namespace veer::report
