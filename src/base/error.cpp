#include "base/error.hpp"

#include <utility>

namespace veer {

std::string Place::text(Language language) const {
  std::string out = file;
  const auto append = [&out](const std::string& part) {
    if (part.empty()) return;
    if (!out.empty()) out += ", ";
    out += part;
  };
  if (!table.empty() && !file.starts_with(table)) append((language == Language::nl ? "tabel " : "table ") + table);
  if (row > 0) append((language == Language::nl ? "rij " : "row ") + std::to_string(row));
  if (!column.empty()) append((language == Language::nl ? "kolom " : "column ") + column);
  return out;
}

std::string Error::text(const Texts& texts, Language language) const {
  std::string out = place.text(language);
  if (!out.empty()) out += ": ";
  out += texts.render(message, language);
  for (const Message& frame : context) out += " (" + texts.render(frame, language) + ")";
  return out;
}

void Diagnostics::add(Problem problem) {
  (problem.severity == Severity::error ? error_count_ : warning_count_) += 1;
  if (problems_.size() < limit_) problems_.push_back(std::move(problem));
}

}  // namespace veer
