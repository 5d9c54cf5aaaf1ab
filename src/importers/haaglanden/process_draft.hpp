#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

/// What a process leans on besides other processes; each becomes one need of its level.
struct Leaning {
  std::string service;
  std::vector<std::string> suppliers;
  std::string k = "any";
  std::string manual = {};       ///< parameter: how long people carry on by hand or on paper
  std::string manual_from = {};  ///< parameter: when that can begin
};

/// One row of a list of processes, as the lists in municipal_processes.cpp and emergency_processes.cpp write it.
struct ProcessSpec {
  const char* suffix;
  const char* name_nl;
  const char* name_en;
  const char* service;
  int pillar;
  const char* track;
  double rto_h;
  double mtpd_h;
  const char* mbco;
  const char* restart;       ///< parameter
  std::string_view minimum;  ///< letters, each a Leaning of the organisation
  std::string_view full;     ///< letters of full service on top of the minimum; empty: not modelled
  const char* after;         ///< suffix of a process of the same organisation that it needs; empty: none
};

/// Adds the process "<organisation>/<suffix>" with its needs; `leaning` explains the letters.
///
/// Full service leans on all that the minimum leans on and more, and nothing of it can be done by hand.
template <class LeaningOf>
void add_process(Context& context, const std::string& organisation, const ProcessSpec& spec, const LeaningOf& leaning) {
  Draft& draft = context.draft;
  const std::string id = organisation + "/" + spec.suffix;
  draft.row("processes", {{"id", id},
                          {"name_nl", spec.name_nl},
                          {"name_en", spec.name_en},
                          {"organisation", organisation},
                          {"service", spec.service},
                          {"pillar", std::to_string(spec.pillar)},
                          {"track", spec.track},
                          {"rto_h", canonical_number(spec.rto_h)},
                          {"mtpd_h", canonical_number(spec.mtpd_h)},
                          {"mbco", spec.mbco},
                          {"restart", spec.restart},
                          {"source", assumed().source},
                          {"confidence", assumed().confidence}});
  const auto add_level = [&](const char* level, std::string_view letters, bool by_hand) {
    for (const char letter : letters) {
      const Leaning on = leaning(letter);
      const std::string need = draft.need(
          {.of = "processes/" + id, .component = level, .service = on.service, .suppliers = on.suppliers, .k = on.k});
      if (by_hand && !on.manual.empty()) draft.manual(need, on.manual, on.manual_from);
    }
    if (*spec.after != '\0')
      draft.need({.of = "processes/" + id,
                  .component = level,
                  .service = "internal",
                  .suppliers = {"processes/" + organisation + "/" + spec.after}});
  };
  add_level("minimum", spec.minimum, true);
  if (!spec.full.empty()) add_level("full", std::string(spec.minimum) + std::string(spec.full), false);
}

}  // namespace veer::importers::haaglanden
