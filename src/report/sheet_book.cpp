#include "report/sheet_book.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "formats/workbook.hpp"

namespace veer::report {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t cell_format_count = 6;
constexpr std::size_t longest_cell = 32'000;    ///< Excel holds 32,767 characters
constexpr std::size_t longest_page_text = 250;  ///< Excel holds 255

Error no_room(const std::string& where) {
  return {ErrorKind::unavailable, {"formats.no_temporary_room", {}}, {where, {}, 0, {}}, {}};
}

/// Text as a cell can hold it: XML knows no control characters, Excel no endless texts.
std::string cell_text(const std::string& text, std::size_t most = longest_cell) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (out.size() >= most && (byte & 0xC0U) != 0x80U) break;
    out += byte < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
  }
  return out;
}

/// In headers and footers & starts a command.
std::string page_text(const std::string& text) {
  std::string out;
  for (const char c : cell_text(text, longest_page_text / 2)) out += c == '&' ? std::string("&&") : std::string(1, c);
  return out;
}

/// The cell formats of one workbook; the header has its own.
struct Formats {
  lxw_format* header = nullptr;
  std::array<lxw_format*, cell_format_count> cells{};

  explicit Formats(lxw_workbook* book) {
    constexpr std::array<const char*, cell_format_count> codes{"@", "@", "#,##0", "#,##0.0", "General", "0.0%"};
    header = workbook_add_format(book);
    format_set_bold(header);
    format_set_text_wrap(header);
    format_set_align(header, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(header, 0xE7EEF4);
    format_set_bottom(header, LXW_BORDER_THIN);
    for (std::size_t i = 0; i < cell_format_count; ++i) {
      cells[i] = workbook_add_format(book);
      format_set_num_format(cells[i], codes[i]);
      format_set_align(cells[i], LXW_ALIGN_VERTICAL_TOP);
      // A text among numbers ("> 168") stands where the numbers stand.
      if (i > 1) format_set_align(cells[i], LXW_ALIGN_RIGHT);
    }
    format_set_text_wrap(cells[static_cast<std::size_t>(CellFormat::wrapped)]);
  }

  [[nodiscard]] lxw_format* of(CellFormat format) const { return cells.at(static_cast<std::size_t>(format)); }
};

void write_cell(lxw_worksheet* to, std::size_t row, std::size_t column, const BookCell& cell, lxw_format* format) {
  const auto r = static_cast<lxw_row_t>(row);
  const auto c = static_cast<lxw_col_t>(column);
  if (const auto* number = std::get_if<double>(&cell)) {
    if (std::isfinite(*number)) worksheet_write_number(to, r, c, *number, format);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    if (!text->empty()) worksheet_write_string(to, r, c, cell_text(*text).c_str(), format);
  }
}

void write_sheet(lxw_workbook* book, const BookSheet& sheet, const BookPage& page, const Formats& formats) {
  lxw_worksheet* const to = workbook_add_worksheet(book, sheet.name.c_str());
  ENSURE(to != nullptr, "a sheet has a name that Excel refuses, or one that another sheet has");
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(to, column, column, sheet.columns[c].width, formats.of(sheet.columns[c].format));
    worksheet_write_string(to, 0, column, cell_text(sheet.columns[c].title).c_str(), formats.header);
  }
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    ENSURE(sheet.rows[r].size() == sheet.columns.size(), "a row of a sheet has as many cells as the sheet has columns");
    for (std::size_t c = 0; c < sheet.columns.size(); ++c)
      write_cell(to, r + 1, c, sheet.rows[r][c], formats.of(sheet.columns[c].format));
  }
  worksheet_freeze_panes(to, 1, static_cast<lxw_col_t>(sheet.frozen_columns));
  worksheet_autofilter(to, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()),
                       static_cast<lxw_col_t>(sheet.columns.size() - 1));
  worksheet_set_landscape(to);
  worksheet_set_paper(to, 9);  // A4
  worksheet_fit_to_pages(to, 1, 0);
  worksheet_repeat_rows(to, 0, 0);
  worksheet_set_header(to, ("&L" + page_text(page.above) + "&R&A").c_str());
  worksheet_set_footer(to, ("&L" + page_text(page.below) + "&R&P / &N").c_str());
}

Done write_book(const fs::path& file, const std::vector<BookSheet>& sheets, const BookPage& page) {
  std::string folder = file.parent_path().string();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  lxw_workbook* const book = workbook_new_opt(file.c_str(), &options);
  if (book == nullptr) return fail(no_room(folder));
  lxw_doc_properties properties{};
  properties.created = 946684800;  // 2000-01-01: the date of writing would make every file differ
  workbook_set_properties(book, &properties);
  const Formats formats(book);
  for (const BookSheet& sheet : sheets) write_sheet(book, sheet, page, formats);
  if (workbook_close(book) != LXW_NO_ERROR) return fail(no_room(folder));
  return {};
}

}  // namespace

Result<std::string> sheet_book(const std::vector<BookSheet>& sheets, const BookPage& page) {
  ENSURE(!sheets.empty(), "a workbook has at least one sheet");
  return formats::packed_workbook(sheets.size(), [&](const fs::path& file) { return write_book(file, sheets, page); });
}

}  // namespace veer::report
