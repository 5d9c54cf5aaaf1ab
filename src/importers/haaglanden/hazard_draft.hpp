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

/// A row of `shocks`: a hit, or damage that crews must mend.
struct HitRow {
  std::string target;
  double share = 1;
  double start_h = 0;
  double duration_h = 0;
  std::string duration_delay = {};
  std::string start_delay = {};
  std::string source = {};  ///< empty: that of the hazard
  std::string kind = "hit";
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
    write(shock.kind, shock.target, 1, shock.start_h, {}, shock.duration_h, {}, canonical_number(shock.magnitude),
          shock.source);
  }
  void intensity(const IntensityRow& shock) {
    write(shock.kind, shock.target, 1, shock.start_h, shock.start_delay, shock.duration_h, shock.duration_delay,
          canonical_number(shock.magnitude), shock.source);
  }
  void hit(const HitRow& shock) {
    write(shock.kind, shock.target, shock.share, shock.start_h, shock.start_delay, shock.duration_h,
          shock.duration_delay, {}, shock.source);
  }

 private:
  void write(const std::string& kind, const std::string& target, double share, double start_h,
             const std::string& start_delay, double duration_h, const std::string& duration_delay,
             const std::string& magnitude, const std::string& source) {
    draft_.row("shocks", {{"id", id_ + "/" + std::to_string(++count_)},
                          {"hazard", id_},
                          {"kind", kind},
                          {"target", target},
                          {"share", canonical_number(share)},
                          {"start_h", canonical_number(start_h)},
                          {"start_delay", start_delay},
                          {"duration_h", canonical_number(duration_h)},
                          {"duration_delay", duration_delay},
                          {"magnitude", magnitude},
                          {"source", source.empty() ? source_ : source},
                          {"confidence", "assumption"}});
  }

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
