#include "measures/money.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>

#include "base/text.hpp"

namespace veer::measures {

namespace {

Error bad(const char* key, std::vector<std::string> arguments) {
  return {ErrorKind::invalid_input, {key, std::move(arguments)}, {}, {}};
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (true) {
    const auto comma = text.find(',');
    out.push_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return out;
    text.remove_prefix(comma + 1);
  }
}

Done not_all_zero(const YearlyMoney& money, std::string_view text) {
  if (std::all_of(money.eur.begin(), money.eur.end(), [](double value) { return value == 0; }))
    return fail(bad("measures.budget.zero", {std::string(text)}));
  return {};
}

}  // namespace

Result<double> parse_euros(std::string_view text) {
  double factor = 1;
  std::string_view number = text;
  if (!number.empty() && (number.back() == 'k' || number.back() == 'K')) factor = 1e3;
  if (!number.empty() && (number.back() == 'M' || number.back() == 'm')) factor = 1e6;
  if (factor > 1) number.remove_suffix(1);
  double value = 0;
  const auto [end, status] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (number.empty() || status != std::errc{} || end != number.data() + number.size() || !std::isfinite(value) ||
      value > 1e12)
    return fail(bad("measures.budget.amount", {std::string(text)}));
  if (value < 0) return fail(bad("measures.budget.negative", {std::string(text)}));
  return value * factor;
}

Result<YearlyMoney> parse_budget(std::string_view text, bool may_be_nothing) {
  std::map<int, double> by_year;
  for (const std::string_view part : parts_of(text)) {
    const auto equals = part.find('=');
    int year = 0;
    const auto [end, status] = std::from_chars(part.data(), part.data() + std::min(equals, part.size()), year);
    if (equals == std::string_view::npos || status != std::errc{} || end != part.data() + equals || year < 1990 ||
        year > 2100)
      return fail(bad("measures.budget.part", {std::string(part)}));
    auto amount = parse_euros(part.substr(equals + 1));
    if (!amount) {
      amount.error().message.arguments = {std::string(part)};
      return fail(std::move(amount).error());
    }
    if (!by_year.emplace(year, *amount).second) return fail(bad("measures.budget.twice", {std::to_string(year)}));
  }
  YearlyMoney out{.first_year = by_year.begin()->first, .eur = {}};
  for (const auto& [year, amount] : by_year) {
    const int expected = out.first_year + static_cast<int>(out.eur.size());
    if (year != expected) return fail(bad("measures.budget.missing", {std::to_string(expected)}));
    out.eur.push_back(amount);
  }
  if (!may_be_nothing) TRY_DONE(not_all_zero(out, text));
  return out;
}

Result<YearlyMoney> parse_series(std::string_view text, int first_year) {
  YearlyMoney out{.first_year = first_year, .eur = {}};
  for (const std::string_view part : parts_of(text)) {
    TRY(const double amount, parse_euros(part));
    out.eur.push_back(amount);
  }
  TRY_DONE(not_all_zero(out, text));
  return out;
}

int votes_of(double residents) {
  int votes = 1;
  for (const double limit : {30'000.0, 90'000.0, 150'000.0, 300'000.0}) votes += residents >= limit ? 1 : 0;
  return votes;
}

Result<std::vector<double>> shares(Key key, const std::vector<KeyFacts>& facts) {
  std::vector<double> out;
  for (const KeyFacts& one : facts) {
    switch (key) {
      case Key::population:
        out.push_back(one.residents);
        break;
      case Key::equal:
        out.push_back(1);
        break;
      case Key::area:
        out.push_back(one.area_km2);
        break;
      case Key::vulnerability:
        out.push_back(one.vulnerable);
        break;
      case Key::votes:
        out.push_back(votes_of(one.residents));
        break;
      case Key::own:
        out.push_back(one.own_share);
        break;
    }
  }
  const double sum = std::accumulate(out.begin(), out.end(), 0.0);
  if (sum <= 0) return fail(bad("measures.key.empty", {key_names[static_cast<std::size_t>(key)]}));
  for (double& part : out) part /= sum;
  return out;
}

}  // namespace veer::measures
