#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"

namespace veer::reach {

/// The text of a draft in one language.
struct CapText {
  std::string language;  ///< "nl-NL"
  std::string event;
  std::string headline;
  std::string description;
  std::string instruction;
  std::string sender_name;
  std::string area;
};

/// A draft of one message in the Common Alerting Protocol 1.2. Its status is always `Exercise`: what stands in it was
/// computed, and nobody may take it for a warning.
struct CapDraft {
  std::string identifier;  ///< without blanks, commas, < and &: other characters become '-'
  std::string sender;      ///< likewise
  std::string start;       ///< local time of minute 0 in the Netherlands, "2023-01-17T17:00"
  Minutes sent = 0;
  Minutes expires = 0;
  std::string channel;                              ///< in a <parameter>
  std::vector<std::string> categories = {"Infra"};  ///< codes of the standard, at least one: "Met", "Health"
  std::string response = "Prepare";                 ///< responseType: what people are asked to do
  std::string urgency = "Immediate";                ///< Immediate, Expected (within an hour), Future or Past
  std::string severity = "Severe";                  ///< Extreme, Severe, Moderate or Minor
  std::string certainty = "Observed";               ///< Observed, Likely or Possible
  std::vector<std::string> geocodes;                ///< CBS codes of the municipalities
  std::vector<CapText> texts;                       ///< one <info> each
};

/// The draft as an XML document. Characters that XML does not allow become U+FFFD.
/// @source OASIS, Common Alerting Protocol Version 1.2 (1 July 2010); schema/cap-1.2.rng
[[nodiscard]] std::string cap_xml(const CapDraft& draft);

/// A local time in the Netherlands some minutes later, with its offset: "2023-01-17T17:15:00+01:00". Minutes that pass
/// are counted, also where the clock is put forward or back.
/// @pre is_local_time(start)
[[nodiscard]] std::string dutch_time(std::string_view start, Minutes later);

}  // namespace veer::reach
