#include "region/measure_account.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace veer::region {

namespace {

constexpr std::array<const char*, 3> delivered_names{"no", "partly", "yes"};

/// The year of "2026-07-01"; nothing: that is no day of the calendar.
std::optional<int> year_of_day(std::string_view text) {
  const auto part = [&](std::size_t from, std::size_t count) -> int {
    int value = 0;
    const char* const end = text.data() + from + count;
    const auto [stop, status] = std::from_chars(text.data() + from, end, value);
    return status == std::errc{} && stop == end ? value : -1;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = part(0, 4);
  const int month = part(5, 2);
  const int day = part(8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return std::nullopt;
  static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
  return day <= last ? std::optional(year) : std::nullopt;
}

void check_day(const Cells& cells, const View& view, std::size_t row, const AccountRow& account) {
  if (account.date.empty()) return;
  const auto year = year_of_day(account.date);
  if (!year)
    cells.error(view, row, "date", "region.measure_account.day", {account.date});
  else if (account.delivered != Delivered::yes)
    cells.error(view, row, "date", "region.measure_account.day_without", {account.date, text_of(account.delivered)});
  else if (*year > account.year)
    cells.error(view, row, "date", "region.measure_account.day_later", {account.date, std::to_string(account.year)});
}

/// Over the years of one measure: each once, what was delivered stays so, and the first `yes` says since when.
void check_course(const Cells& cells, const View& view, const std::vector<AccountRow>& rows,
                  const std::vector<std::size_t>& of_measure) {
  std::set<int> years;
  bool delivered = false;
  int since = 0;
  for (const std::size_t row : of_measure) {
    const AccountRow& account = rows[row];
    const std::string& measure = view.text(row, "measure");
    if (!years.insert(account.year).second) {
      cells.error(view, row, "year", "region.measure_account.twice", {measure, std::to_string(account.year)});
      continue;
    }
    if (delivered && account.delivered != Delivered::yes)
      cells.error(view, row, "delivered", "region.measure_account.undone",
                  {measure, std::to_string(since), text_of(account.delivered)});
    if (!delivered && account.delivered == Delivered::yes) {
      delivered = true;
      since = account.year;
      if (account.date.empty()) cells.error(view, row, "date", "region.measure_account.day_missing", {measure});
    }
  }
}

}  // namespace

const char* text_of(Delivered delivered) { return delivered_names[static_cast<std::size_t>(delivered)]; }

std::vector<AccountRow> read_measure_account(const Cells& cells) {
  const View& view = cells.view("measure_account");
  const View& measures = cells.view("measures");
  std::vector<AccountRow> out;
  std::map<std::size_t, std::vector<std::size_t>> by_measure;
  for (std::size_t row = 0; row < view.size(); ++row) {
    AccountRow account;
    account.id = view.id(row);
    account.year = view.integer(row, "year");
    account.planned_eur = view.number(row, "planned_eur");
    account.spent_eur = view.maybe_number(row, "spent_eur");
    account.delivered = view.value<Delivered>(row, "delivered");
    account.date = view.text(row, "date");
    account.note = view.text(row, "note");
    check_day(cells, view, row, account);
    // A measure that is unknown has been told already, and nothing is built.
    if (const auto measure = measures.find(view.text(row, "measure"))) {
      account.measure = *measure;
      by_measure[*measure].push_back(row);
    }
    out.push_back(std::move(account));
  }
  for (auto& [measure, rows] : by_measure) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return out[a].year < out[b].year; });
    check_course(cells, view, out, rows);
  }
  return out;
}

std::vector<AccountRow> measure_account(const Tables& tables) {
  Diagnostics told_already;
  return read_measure_account(Cells(tables, told_already));
}

}  // namespace veer::region
