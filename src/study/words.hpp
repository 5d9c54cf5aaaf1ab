#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "cascade/cause.hpp"
#include "cascade/compile.hpp"
#include "faulttree/held_view.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"

namespace veer::study {

/// A sentence in both languages, with arguments that differ by language.
[[nodiscard]] report::Name say(const Texts& texts, const std::string& key, const std::vector<report::Name>& arguments);

/// Puts things of a region in words, in both languages.
class Words {
 public:
  Words(const region::Region& region, const cascade::CompiledRegion& compiled, const Texts& texts)
      : region_(region), compiled_(compiled), texts_(texts) {}

  [[nodiscard]] report::Name say(const std::string& key, std::vector<std::string> arguments = {}) const;
  /// Arguments that differ by language.
  [[nodiscard]] report::Name say(const std::string& key, const std::vector<report::Name>& arguments) const;
  /// The name of a component as people know it: an asset's name, "water in zone …", a process.
  [[nodiscard]] report::Name component(cascade::Component component) const;
  [[nodiscard]] report::Name service(region::ServiceId service) const;
  /// The same inside a sentence: "elektriciteit", but "C2000".
  [[nodiscard]] report::Name service_in_sentence(region::ServiceId service) const;
  [[nodiscard]] report::Name hours(double hours, int decimals = 1) const;
  /// A length of time as people say it: "40 minuten", "28 uur", "28 uur en 42 minuten".
  [[nodiscard]] report::Name duration(Minutes minutes) const;
  /// One clause: which defence gave way.
  [[nodiscard]] report::Name cause(const cascade::Cause& cause) const;
  /// One clause: what a basic event of a held tree says went wrong.
  [[nodiscard]] report::Name held_event(const faulttree::HeldEvent& event, double horizon_h) const;
  /// table/id of what gave way: the back-up, else the component.
  [[nodiscard]] std::string cause_id(const cascade::Cause& cause) const;

 private:
  const region::Region& region_;
  const cascade::CompiledRegion& compiled_;
  const Texts& texts_;
};

}  // namespace veer::study
