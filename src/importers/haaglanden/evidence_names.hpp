#pragma once

#include <span>
#include <string_view>

namespace veer::importers::haaglanden {

/// What a row of evidence/parameters.csv is called in Dutch: the file itself is in English, reports are not.
struct EvidenceName {
  std::string_view id;
  std::string_view subject;
  std::string_view parameter;
};

/// In the order of the evidence file.
[[nodiscard]] std::span<const EvidenceName> evidence_names();

/// @returns  nullptr: this list does not know the row (a newer evidence file)
[[nodiscard]] const EvidenceName* evidence_name(std::string_view id);

}  // namespace veer::importers::haaglanden
