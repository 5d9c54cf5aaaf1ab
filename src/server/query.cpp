#include "server/query.hpp"

#include <algorithm>
#include <charconv>

namespace veer::server {

const std::string* Query::find(const std::string& name) {
  asked_.push_back(name);
  for (const auto& [key, value] : target_.query)
    if (key == name) return &value;
  return nullptr;
}

std::optional<std::string> Query::text(const std::string& name, std::size_t longest) {
  const std::string* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->size() > longest) {
    wrong(name, say_("server.query.long", {std::to_string(longest)}));
    return std::nullopt;
  }
  return *value;
}

std::string Query::required(const std::string& name) {
  const std::string* const value = find(name);
  if (value != nullptr && !value->empty()) return *value;
  wrong(name, say_("server.query.missing"));
  return {};
}

std::optional<std::int64_t> Query::number(const std::string& name, std::int64_t least, std::int64_t most) {
  const std::string* const value = find(name);
  if (value == nullptr) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  if (!value->empty() && error == std::errc{} && end == value->data() + value->size() && number >= least &&
      number <= most)
    return number;
  wrong(name, say_("server.query.number", {std::to_string(least), std::to_string(most), *value}));
  return std::nullopt;
}

std::optional<bool> Query::maybe_flag(const std::string& name) {
  const std::string* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (*value == "true") return true;
  if (*value == "false") return false;
  wrong(name, say_("server.query.flag", {*value}));
  return std::nullopt;
}

bool Query::flag(const std::string& name) { return maybe_flag(name).value_or(false); }

std::optional<std::string> Query::one_of(const std::string& name, const std::vector<std::string>& words) {
  const std::string* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (std::find(words.begin(), words.end(), *value) != words.end()) return *value;
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  wrong(name, say_("server.query.word", {list, *value}));
  return std::nullopt;
}

std::optional<Instant> Query::instant(const std::string& name) {
  const std::string* const value = find(name);
  if (value == nullptr) return std::nullopt;
  const auto instant = parse_instant(*value);
  if (!instant) wrong(name, say_("server.query.instant", {*value}));
  return instant;
}

std::optional<Problem> Query::done() {
  std::vector<std::string> seen;
  for (const auto& [name, value] : target_.query) {
    if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) {
      const std::string near = nearest_word(name, asked_);
      wrong(name, near.empty() ? say_("server.query.unknown") : say_("server.query.unknown_near", {near}));
    } else if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      wrong(name, say_("server.query.twice"));
    }
    seen.push_back(name);
  }
  if (problems_.empty()) return std::nullopt;
  return Problem{400, title_of(400, say_), say_("server.query.wrong", {std::to_string(problems_.size())}), problems_};
}

Page page_of(Query& query, std::size_t usual, std::size_t most) {
  constexpr std::int64_t last_page = 1'000'000;
  Page page;
  page.number = static_cast<std::size_t>(query.number("pagina", 1, last_page).value_or(1));
  page.size = static_cast<std::size_t>(
      query.number("paginaGrootte", 1, static_cast<std::int64_t>(most)).value_or(static_cast<std::int64_t>(usual)));
  return page;
}

}  // namespace veer::server
