#include "report/html_page.hpp"

#include <algorithm>
#include <array>

#include "base/result.hpp"
#include "report/reading.hpp"

namespace veer::report {

int shade_of(double share) {
  constexpr std::array<double, 5> limits{0.01, 0.10, 0.25, 0.50, 0.75};
  int shade = 0;
  while (shade < 5 && share >= limits[static_cast<std::size_t>(shade)]) ++shade;
  return shade;
}

std::string Page::t(std::string_view key, std::vector<std::string> arguments) const {
  const std::string full = "report." + std::string(key);
  ENSURE(texts_.has(full), "a sentence of the report is not in the catalogue: add it to src/report/messages.cpp");
  // The sentences are ours and hold no markup, so only the arguments can carry any.
  return texts_.render(Message{full, std::move(arguments)}, language);
}

std::string Page::word(std::string_view kind, std::string_view id) const {
  const std::string full = "report." + std::string(kind) + "." + std::string(id);
  return texts_.has(full) ? texts_.render(full, language) : escaped(id);
}

std::string Page::name(const Name& name) const { return escaped(in(name, language)); }

std::string Page::figure(const Name& name) const { return escaped(figure_name(name, language, texts_)); }
std::string Page::figure(const std::string& phrase) const { return escaped(figure_phrase(phrase, language, texts_)); }
std::string Page::time(const std::string& local) const { return escaped(readable_time(local, language, texts_)); }
std::string Page::date(const std::string& day) const { return escaped(readable_date(day, language, texts_)); }

std::string Page::counted(std::string_view key, double count) const {
  return t(std::string(key) + (count == 1 ? ".one" : ".many"), {format.count(count)});
}

std::string Page::mark(bool confirmed) const {
  return confirmed ? " <span class=\"mark ok\">" + t("mark.confirmed") + "</span>"
                   : " <span class=\"mark\">" + t("mark.example") + "</span>";
}

void Page::open_section(std::string_view id, std::string_view title_key) {
  const std::string title = t(title_key);
  chapters_.push_back({std::string(id), title});
  *this << "<section id=\"" << id << "\" aria-labelledby=\"" << id << "-h\">\n<h2 id=\"" << id << "-h\">" << title
        << "</h2>\n";
}

void Page::paragraph(std::string_view html, std::string_view css) {
  *this << "<p" << (css.empty() ? "" : " class=\"") << css << (css.empty() ? ">" : "\">") << html << "</p>\n";
}

std::string Page::trace(std::string_view data, std::string_view method) const {
  std::string out;
  if (!data.empty()) out += t("trace.data") + " <code>results.json → /" + std::string(data) + "</code>";
  if (!method.empty()) {
    const std::string anchor(method);
    out += (out.empty() ? "" : " · ") + t("trace.method") + " <a href=\"#method-" + anchor + "\">" +
           t("method." + anchor + ".title") + "</a>";
  }
  return out.empty() ? out : "<p class=\"trace\">" + out + "</p>\n";
}

namespace {

/// Whether the first row that is no group heading has a number there: its heading then stands above it at the right.
bool numeric_column(const TableView& view, std::size_t column) {
  for (const auto& row : view.rows) {
    if (row.size() > 1) return column < row.size() && (row[column].css == "n" || row[column].css.starts_with("n "));
  }
  return false;
}

/// Whether the rows of a table become blocks on a small screen: where the columns say different things of a row, so
/// that one that is out of sight would be missed. The same figure at several moments or places stays a table that
/// scrolls under its first column, and what has a form of its own keeps it.
bool stacks(const TableView& view) {
  constexpr std::size_t side_by_side = 2;
  constexpr std::array<std::string_view, 4> own_form{"heat", "matrix", "held", "board-plan"};
  return view.head.size() > side_by_side && std::find(own_form.begin(), own_form.end(), view.css) == own_form.end();
}

/// The words of a column head, without its tags, as they may stand in an attribute.
std::string plain(std::string_view html) {
  std::string out;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside) out += c;
    if (c == '>') inside = false;
  }
  return out;
}

}  // namespace

std::string Page::table_html(const TableView& view) const {
  const bool stacked = stacks(view);
  const std::string css = view.css + (stacked ? (view.css.empty() ? "stack" : " stack") : "");
  std::string out = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + view.id +
                    "-c\"><table id=\"" + view.id + "\"" + (css.empty() ? "" : " class=\"" + css + "\"") +
                    "><caption id=\"" + view.id + "-c\"><span>" + view.caption + "</span></caption>\n<thead><tr>";
  for (std::size_t i = 0; i < view.head.size(); ++i) {
    out +=
        "<th scope=\"col\"" + std::string(numeric_column(view, i) ? " class=\"r\"" : "") + ">" + view.head[i] + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : view.rows) {
    const bool group = row.size() == 1;
    out += group ? "<tr class=\"group\">" : "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Cell& cell = row[i];
      const std::string tag = i == 0 ? "th" : "td";
      out += "<" + tag;
      if (i == 0) out += group ? " scope=\"colgroup\"" : " scope=\"row\"";
      const std::size_t span = group ? view.head.size() : cell.span;
      if (span > 1) out += " colspan=\"" + std::to_string(span) + "\"";
      if (stacked && i > 0 && span <= 1 && i < view.head.size() && !view.head[i].empty())
        out += " data-label=\"" + plain(view.head[i]) + "\"";
      if (!cell.css.empty()) out += " class=\"" + cell.css + "\"";
      out += ">" + cell.html + "</" + tag + ">";
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n" + trace(view.data, view.method);
}

void Page::open_fold(std::string_view summary_html, bool data) {
  *this << "<details class=\"" << (data ? "data" : "fold") << "\"><summary>" << summary_html
        << "</summary><div class=\"inside\">\n";
}

std::string Page::shade_legend() const {
  constexpr std::array<std::string_view, 6> labels{"&lt; 1 %", "1–10 %", "10–25 %", "25–50 %", "50–75 %", "75–100 %"};
  std::string out = "<ul class=\"legend\" aria-label=\"" + t("legend.label") + "\">";
  for (std::size_t i = 0; i < labels.size(); ++i)
    out += "<li><span class=\"swatch k" + std::to_string(i) + "\"></span>" + std::string(labels[i]) + "</li>";
  return out + "</ul>\n";
}

}  // namespace veer::report
