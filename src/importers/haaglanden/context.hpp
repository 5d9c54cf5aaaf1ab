#pragma once

#include <map>
#include <string>
#include <vector>

#include "importers/ground/ground.hpp"
#include "importers/haaglanden/sources.hpp"

namespace veer::importers::haaglanden {

using namespace ground;  // NOLINT(google-build-using-namespace): this folder adds to it and nothing else

/// What every generator of this folder works with; `facts` of the ground are the sources themselves.
///
/// The generators below run in the order of `build_haaglanden`; later ones find by `Draft::nearest` what earlier ones
/// placed.
struct Context : Ground {
  const Sources& sources;
  /// Of each feeding area, by index of Territory::feeding: the assets that serve its homes.
  std::vector<std::string> home_fixed = {};
  std::vector<std::string> booster = {};  ///< empty: no high-rise
  std::vector<std::string> sewer_district = {};
  std::vector<std::string> gas_district = {};
  std::vector<std::string> heat_district = {};  ///< empty: homes have gas boilers
  std::vector<std::string> water_zone = {};     ///< of each area, by index of Facts::areas
};

void add_catalogue(Context& context);      ///< organisations, services
void add_grid_assets(Context& context);    ///< stations and feeding areas
void add_telecom(Context& context);        ///< exchanges, core, masts, hubs, C2000
void add_grid_needs(Context& context);     ///< who powers whom; the circle between power and telecom
void add_water(Context& context);          ///< drinking water, sewage, drainage
void add_energy(Context& context);         ///< gas, heat, fuel
void add_care(Context& context);           ///< hospitals, GPs, home care, nursing homes, pharmacies
void add_shops(Context& context);          ///< payments, food
void add_public_places(Context& context);  ///< schools, community buildings, sports centres, transport, roads
void add_emergency(Context& context);      ///< 112, fire, police, ambulance, GHOR, broadcaster
void add_municipal(Context& context);      ///< town halls, crisis rooms, data centres, depots, rosters
void add_municipal_processes(Context& context);
void add_emergency_processes(Context& context);
void add_zone_needs(Context& context);  ///< the daily needs of people
void add_parameters(Context& context);  ///< evidence, restart times, reserves, seasons
void add_sources(Context& context);     ///< where all of it comes from
void add_hazards(Context& context);
void add_consequences(Context& context);     ///< what plans are wanted for, and the scales of impact
void add_response(Context& context);         ///< support points, channels, plans, resources
void add_decisions(Context& context);        ///< the decision clock
void add_measures(Context& context);         ///< what one can decide to do, and what each changes in the tables above
void add_measure_figures(Context& context);  ///< parameters measures.*: weights, money
void add_support_figures(Context& context);  ///< parameters support.*: norms, visits, staff, power, stock, money
void add_operations_figures(Context& context);  ///< parameters of the full model: trucks, sets, ranks, fuel use, duty
void add_operations_means(Context& context);    ///< resources: fuel stocks, people on duty, posts that tie them
void add_operations_hazard(Context& context);   ///< a hazard that only the full model plays
void add_support_staff(Context& context);       ///< resources: who can staff support points, by municipality

/// "Zendmast 2548 Den Haag 3" for the id "mast/2548-03".
[[nodiscard]] std::string by_postcode(const Context& context, std::string_view word, std::string_view id);

/// The points of interest of these kinds, in the order of Sources::pois.
[[nodiscard]] std::vector<const PoiFact*> pois(const Context& context, std::initializer_list<std::string_view> kinds);

/// The facilities of that type, in file order.
[[nodiscard]] std::vector<const FacilityFact*> facilities(const Context& context, std::string_view type);

/// "published" for a position from OSM or RIVM, "estimate" for one from general knowledge.
[[nodiscard]] Origin facility_origin(const FacilityFact& facility);

/// The municipality of a facility, empty where it lies outside the region.
[[nodiscard]] std::string inside(const Context& context, const std::string& municipality);

/// Where the municipality governs: its first town hall in the facts file, else its middle.
[[nodiscard]] geo::LonLat main_hall(const Context& context, const MunicipalityFact& municipality);

/// "<prefix>/<postcode>-<number>", numbered per prefix and postcode in the order of asking.
class PostcodeNumbers {
 public:
  explicit PostcodeNumbers(const Context& context) : context_(context) {}
  [[nodiscard]] std::string next(const std::string& prefix, geo::LonLat place);
  [[nodiscard]] const std::string& postcode(geo::LonLat place) const;

 private:
  const Context& context_;
  std::map<std::string, std::size_t> count_;
};

}  // namespace veer::importers::haaglanden
