#pragma once

#include "region/cells.hpp"
#include "region/region.hpp"

namespace veer::region {

/// Each turns the rows of some tables into entities and reports what a row or its neighbours contradict.
///
/// To be called in this order. Row number = dense id, also while there are errors: an entity that refers to something
/// unknown keeps an invalid id, and checks skip what `check_cells` has already reported.

/// parameters, sources
void read_figures(const Cells& cells, Region& region);
/// organisations, services, areas (with outlines), zones, cells
void read_people(const Cells& cells, Region& region);
/// processes, assets, resources; restart parameters by kind
void read_assets(const Cells& cells, Region& region);
/// needs, need_suppliers, backups
void read_needs(const Cells& cells, Region& region);
/// hazards, shocks
void read_hazards(const Cells& cells, Region& region);
/// Names a shock of kind trust that no channel minds. @pre the channels are read
void check_doubts(const Cells& cells, const Region& region);
/// Names every shock that no engine can play (playable.hpp). @pre all is read and indexed
void check_playable(const Cells& cells, const Region& region);
/// The shocks of combinations, behind those of the table: each part's shocks that much later, drawn as they are alone.
/// After read_hazards.
void combine_hazards(const Cells& cells, Region& region);
/// support_points, walks, channels, measures, plans, consequences, impact_scales
void read_programme(const Cells& cells, Region& region);
/// decisions; after the channels
void read_decisions(const Cells& cells, Region& region);

/// What may stand behind the keys of a selector.
struct TargetChoices {
  std::vector<std::string> kinds;
  std::vector<std::string> municipalities;
};
[[nodiscard]] TargetChoices target_choices(const Region& region);
/// The selector in the column `target` of a row; reports every value that no asset, service or organisation has.
[[nodiscard]] Selector read_target(const Cells& cells, const Region& region, const View& view, std::size_t row,
                                   const TargetChoices& choices);

/// Reports a parameter that is no time, where a time is needed, or no share between 0 and 1, where a share is needed.
/// An invalid id passes.
void expect_time(const Cells& cells, const Region& region, const View& at, std::size_t row, std::string_view column,
                 ParameterId parameter);
void expect_share(const Cells& cells, const Region& region, const View& at, std::size_t row, std::string_view column,
                  ParameterId parameter);
/// Reports an organisation that is no municipality. An invalid id passes.
void expect_municipality(const Cells& cells, const Region& region, const View& at, std::size_t row,
                         std::string_view column, OrganisationId organisation);

}  // namespace veer::region
