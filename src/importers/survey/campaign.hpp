#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"
#include "region/region.hpp"
#include "region/schema.hpp"

namespace veer::importers {

/// Which value of the uptake a campaign is played with; what the results differ by is its uncertainty.
enum class Uptake { low, typical, high };

struct CampaignReport {
  double uptake = 0;     ///< share of the households that last less than 72 hours and now do
  std::size_t rows = 0;  ///< reserves that changed
  std::size_t areas = 0;
};

/// The share of households that a campaign moves, as a region has it.
struct CampaignFigure {
  double low = 0.05;
  double typical = 0.15;
  double high = 0.3;
  bool stored = false;  ///< the region has the row campaign.uptake; else these are the standard values
};
[[nodiscard]] CampaignFigure campaign_uptake(const region::Region& region);

/// A public campaign (kit, plan, talk) as a measure: of the households whose own reserve of water, food, light,
/// information or cash lasts less than 72 hours, a share takes care that it lasts 72.
///
/// Each profile gets a twin `<profile>-campaign` that every area with it takes; other needs keep their rows. The uptake
/// is the parameter `campaign.uptake`, made (0.05, 0.15, 0.3: an assumption) when the region lacks it. Draws do not
/// depend on it, so runs before and after differ by the campaign alone.
/// @pre the tables were accepted by build_region
/// @errors conflict: the areas have a campaign already
/// @source docs/method/people.md
[[nodiscard]] Result<CampaignReport> apply_campaign(region::Tables& tables, Uptake uptake);

}  // namespace veer::importers
