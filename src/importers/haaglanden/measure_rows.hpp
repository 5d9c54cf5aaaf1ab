#pragma once

#include <span>

#include "importers/ground/figures.hpp"

namespace veer::importers::haaglanden {

/// A row of `measures` as it is written down here; lists are separated by blanks, an empty payer is the owner.
struct MeasureRow {
  const char* id;
  const char* nl;
  const char* en;
  const char* owner;
  const char* track;
  int pillar;
  double once_eur;
  double year_eur;
  double lead_months;
  const char* needs;
  const char* excludes;
  const char* change;
  const char* phase;
  const char* task;
  const char* payer;
  const char* accountable;
  const char* consulted;
  const char* informed;
};

/// The measures of the region and of its providers; those of each municipality are made by rule.
///
/// Costs per piece: fixed set FIN08 (80,000; 5 % a year for upkeep), feed-in FIN09 (10,000), satellite FIN10 (600),
/// coordinating point NSP04 (50,000 a year), feed-in at a fuel station GEN18 (6,000); numbers of pieces and the rest
/// are planning values.
[[nodiscard]] std::span<const MeasureRow> measure_rows();

/// `choice.process.<process>`: what a process weighs that stays down longer than can be borne, for every kind of
/// process of the region.
void add_process_weights(ground::FigureRows& rows);

}  // namespace veer::importers::haaglanden
