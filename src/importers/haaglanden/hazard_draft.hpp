#pragma once

#include <string>

#include "base/text.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

/// A row of `hazards`.
struct HazardRow {
  std::string id;
  std::string nl;
  std::string en;
  std::string family = "power";
  std::string start = "2023-01-17T17:00";  ///< a Tuesday
  std::string season = "winter";
  double horizon_h = 168;
  std::string combines = {};
  std::string source = "discussion-note";
};

/// A row of `shocks`: a hit.
struct HitRow {
  std::string target;
  double share = 1;
  double start_h = 0;
  double duration_h = 0;
  std::string duration_delay = {};
  std::string start_delay = {};
  std::string source = {};  ///< empty: that of the hazard
};

/// A row of `shocks`: heat, rain or flood, which fails what is not strong enough (fragilities.hpp).
struct IntensityRow {
  std::string kind;
  std::string target;
  double magnitude = 0;  ///< °C, mm an hour, m of water
  double start_h = 0;
  double duration_h = 0;
  std::string duration_delay = {};
  std::string start_delay = {};
  std::string source = {};  ///< empty: that of the hazard
};

/// A row of `shocks` with a factor, which holds for all its targets: demand, derate, access or trust.
struct FactorRow {
  std::string kind;
  std::string target;
  double start_h = 0;
  double duration_h = 0;
  double magnitude = 1;
  std::string source = {};  ///< empty: that of the hazard
};

/// Writes hazards with their shocks into a draft: a shock belongs to the hazard written last and has its source.
class HazardRows {
 public:
  explicit HazardRows(Draft& draft) : draft_(draft) {}

  void hazard(const HazardRow& row) {
    id_ = row.id;
    source_ = row.source;
    count_ = 0;
    draft_.row("hazards", {{"id", row.id},
                           {"name_nl", row.nl},
                           {"name_en", row.en},
                           {"start", row.start},
                           {"season", row.season},
                           {"horizon_h", canonical_number(row.horizon_h)},
                           {"family", row.family},
                           {"combines", row.combines},
                           {"source", row.source},
                           {"confidence", "assumption"}});
  }
  void factor(const FactorRow& shock) {
    draft_.row("shocks", {{"id", id_ + "/" + std::to_string(++count_)},
                          {"hazard", id_},
                          {"kind", shock.kind},
                          {"target", shock.target},
                          {"share", "1"},
                          {"start_h", canonical_number(shock.start_h)},
                          {"duration_h", canonical_number(shock.duration_h)},
                          {"magnitude", canonical_number(shock.magnitude)},
                          {"source", shock.source.empty() ? source_ : shock.source},
                          {"confidence", "assumption"}});
  }
  void intensity(const IntensityRow& shock) {
    draft_.row("shocks", {{"id", id_ + "/" + std::to_string(++count_)},
                          {"hazard", id_},
                          {"kind", shock.kind},
                          {"target", shock.target},
                          {"share", "1"},
                          {"start_h", canonical_number(shock.start_h)},
                          {"start_delay", shock.start_delay},
                          {"duration_h", canonical_number(shock.duration_h)},
                          {"duration_delay", shock.duration_delay},
                          {"magnitude", canonical_number(shock.magnitude)},
                          {"source", shock.source.empty() ? source_ : shock.source},
                          {"confidence", "assumption"}});
  }
  void hit(const HitRow& shock) {
    draft_.row("shocks", {{"id", id_ + "/" + std::to_string(++count_)},
                          {"hazard", id_},
                          {"kind", "hit"},
                          {"target", shock.target},
                          {"share", canonical_number(shock.share)},
                          {"start_h", canonical_number(shock.start_h)},
                          {"start_delay", shock.start_delay},
                          {"duration_h", canonical_number(shock.duration_h)},
                          {"duration_delay", shock.duration_delay},
                          {"source", shock.source.empty() ? source_ : shock.source},
                          {"confidence", "assumption"}});
  }

 private:
  Draft& draft_;
  std::string id_;
  std::string source_;
  int count_ = 0;
};

/// The hazards besides the governing one and its variants: docs/method/hazards.md.
void add_hazard_library(Context& context, HazardRows& rows);
/// How long feeding areas stay out by cause, `restoration.<family>`.
void add_restoration_families(const Context& context);

}  // namespace veer::importers::haaglanden
