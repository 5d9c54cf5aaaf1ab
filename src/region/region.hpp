#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.hpp"
#include "base/random.hpp"
#include "base/units.hpp"
#include "geo/outline.hpp"
#include "region/parameter.hpp"

namespace veer::region {

using OrganisationId = Id<struct OrganisationTag>;
using ServiceId = Id<struct ServiceTag>;
using AreaId = Id<struct AreaTag>;
using ZoneId = Id<struct ZoneTag>;
using CellId = Id<struct CellTag>;
using AssetId = Id<struct AssetTag>;
using NeedId = Id<struct NeedTag>;
using BackupId = Id<struct BackupTag>;
using HazardId = Id<struct HazardTag>;
using ProcessId = Id<struct ProcessTag>;
using ParameterId = Id<struct ParameterTag>;
using SupportPointId = Id<struct SupportPointTag>;

/// How much a figure may be leaned on; `assumption` is our own plausible layout or value.
enum class Confidence : std::uint8_t { measured, registered, published, estimate, assumption };
inline constexpr std::size_t confidence_count = 5;

/// Where a figure comes from: an id of the table `sources`, and how sure we are.
struct Provenance {
  std::string source;
  Confidence confidence = Confidence::assumption;
};

enum class OrganisationKind : std::uint8_t {
  municipality,
  safety_region,
  fire_service,
  police,
  ambulance_service,
  ghor,
  control_room,
  provider,
  national,
  other
};
enum class Track : std::uint8_t { car, veiligheidsdirectie, provider, national };

struct Organisation {
  std::string id;
  std::string name;
  OrganisationKind kind = OrganisationKind::other;
  Track track = Track::provider;
  Provenance provenance;
};

enum class ServiceKind : std::uint8_t { vital, daily_need };

/// A kind of vital process, or a daily need of people (MODEL 5).
struct Service {
  std::string id;
  std::string name_nl;
  std::string name_en;
  ServiceKind kind = ServiceKind::vital;
  int pillar = 1;                ///< national pillar 1…4
  std::string category;          ///< national category of the list in force; may be empty
  std::optional<double> mtpd_h;  ///< what the public can bear, hours
  Provenance provenance;
};

/// Groups of residents that are counted apart. Head counts may overlap; they are never added up.
enum class Group : std::uint8_t { over_65, dependent_care, medical_power, alarm_users, high_rise, low_income };
inline constexpr std::size_t group_count = 6;
using GroupCounts = std::array<std::int32_t, group_count>;
/// The column names and keys of the groups, in the order of Group.
inline constexpr std::array<const char*, group_count> group_names{"over_65",     "dependent_care", "medical_power",
                                                                  "alarm_users", "high_rise",      "low_income"};

/// Where people live: PC4 in the shipped region.
struct Area {
  std::string id;
  std::string name;
  OrganisationId municipality;
  std::int32_t residents = 0;
  double households = 0;
  std::array<std::int32_t, 7> ages{};  ///< 0–14, 15–24, 25–44, 45–64, 65+, 75+, 85+ (the last two are part of 65+)
  std::string preparedness;            ///< profile name: parameters `reserve.<profile>.<need>[.<group>]`
  double mutual_help = 0;              ///< index 0…1
  double volunteers = 0;               ///< registered volunteers, heads
  std::int32_t businesses = 0;         ///< business establishments
  std::int32_t jobs = 0;
  geo::LonLat centre;
  geo::MultiPolygon outline;  ///< WGS 84; may be empty
  Provenance provenance;
};

/// The part of an area that hangs on one medium-voltage feeding area; residents = sum over its cells.
struct Zone {
  std::string id;
  AreaId area;
  AssetId feeding_area;
  std::int32_t residents = 0;
  GroupCounts groups{};
  std::int32_t businesses = 0;
  std::int32_t jobs = 0;
  ParameterId building;  ///< thermal time constant of the homes, hours (HEA01)
  Provenance provenance;
};

/// A demand square of 250 m.
struct Cell {
  std::string id;
  ZoneId zone;
  geo::LonLat centre;
  std::int32_t addresses = 0;
  std::int32_t residents = 0;
  Provenance provenance;
};

/// One thing that delivers one service at one place.
struct Asset {
  std::string id;
  std::string name;
  std::string kind;
  ServiceId service;
  OrganisationId organisation;
  OrganisationId municipality;  ///< where it stands; invalid when outside the region
  std::optional<geo::LonLat> place;
  ParameterId restart;               ///< R: from all well to up again, hours (at least one minute)
  ParameterId failure;               ///< own failures: time to failure, hours; invalid: none
  ParameterId repair;                ///< own failures: time to repair, hours
  std::optional<double> recovery_h;  ///< recovery time the owner states, for the static verdict
  bool external = false;             ///< stands in a neighbouring region
  bool confirmed = false;            ///< the owner confirmed this row; false: example data
  Provenance provenance;
};

enum class OwnerKind : std::uint8_t { asset, zone, process };

/// What one need belongs to: an asset, a component of a zone (a daily need, perhaps of one group) or a level of a
/// process.
struct NeedOwner {
  OwnerKind kind = OwnerKind::asset;
  std::size_t index = 0;  ///< AssetId, ZoneId or ProcessId, as an index
  /// Zone: daily need ("water") or daily need of a group ("water@high_rise"); process: "minimum" or "full"; asset:
  /// empty.
  std::string component;
};

/// A supplier of a need: an asset, or the minimum level of another process.
struct Supplier {
  OwnerKind kind = OwnerKind::asset;  ///< asset or process
  std::size_t index = 0;
};

/// "This asset (zone, process) needs that service": k of these suppliers, and back-ups in order.
struct Need {
  std::string id;
  NeedOwner owner;
  ServiceId service;
  std::uint32_t k = 1;  ///< how many suppliers must be up, 1 … suppliers.size()
  std::vector<Supplier> suppliers;
  std::vector<BackupId> backups;  ///< in the order in which they are tried
  Provenance provenance;
};

enum class BackupKind : std::uint8_t { reservoir, generator, manual };

/// What carries a need when its supply is gone (MODEL 4).
struct Backup {
  std::string id;
  NeedId need;
  BackupKind kind = BackupKind::reservoir;
  ParameterId capacity;        ///< hours: reservoir or manual b, generator tank
  std::uint32_t recharge = 4;  ///< q: minutes of supply that win back one minute (reservoir)
  ParameterId start_failure;   ///< generator: probability that it does not start; invalid: always starts
  ParameterId run;             ///< generator: hours of running until it breaks; invalid: never
  ParameterId available_from;  ///< hours: D; generator: a refuel contract keeps it going; manual: it can begin.
                               ///< Invalid: generator never, manual 0
  ParameterId start_delay;     ///< generator: hours without supply before it carries (typical); invalid: 0
  Provenance provenance;
};

/// Something scarce that many ask for (full model).
struct Resource {
  std::string id;
  std::string kind;
  double amount = 0;
  std::optional<AssetId> base;
  double shift_h = 0;
  double speed_kmh = 0;
  Provenance provenance;
};

/// A hazard that another one contains, with all its shocks that much later.
struct HazardPart {
  HazardId hazard;
  double offset_h = 0;
};

struct Hazard {
  std::string id;
  std::string name_nl;
  std::string name_en;
  std::string start;   ///< local time of minute 0, ISO 8601 "2023-01-17T17:00"
  std::string season;  ///< winter, spring, summer, autumn
  double horizon_h = 168;
  Provenance provenance;
  std::string family;             ///< power, weather, health, …; empty: not said
  std::vector<HazardPart> parts;  ///< a combination: their shocks are among Region::shocks under this hazard too
};

/// What a shock is (docs/model.md, section 3). Core: hit, and the intensities heat, cold, rain and flood, which are a
/// hit to what they are too strong for. Full model: demand, derate, damage, access. Trust holds nothing down: it lowers
/// how many heed the messages of a sender.
enum class ShockKind : std::uint8_t { hit, demand, derate, damage, access, heat, cold, rain, flood, trust };
/// Whether the magnitude of such a shock is a factor that holds for all its targets from a stated hour on.
[[nodiscard]] constexpr bool is_factor(ShockKind kind) {
  return kind == ShockKind::demand || kind == ShockKind::derate || kind == ShockKind::access ||
         kind == ShockKind::trust;
}

/// Targets of a shock: the assets for which every given condition holds; no condition selects all.
struct Selector {
  std::vector<std::string> ids;
  std::vector<std::string> kinds;
  std::vector<std::string> services;
  std::vector<std::string> organisations;
  std::vector<std::string> municipalities;
  std::vector<std::string> areas;  ///< where it stands: inside the outlines of these areas
  geo::MultiPolygon polygon;       ///< those outlines; empty: anywhere
};

struct Shock {
  std::string id;
  HazardId hazard;
  ShockKind kind = ShockKind::hit;
  Selector target;
  double share = 1;  ///< probability that a selected asset is taken
  double start_h = 0;
  ParameterId start_delay;  ///< hours on top of start_h, drawn per target; invalid: none
  double duration_h = 0;
  ParameterId duration_delay;  ///< hours on top of duration_h, drawn per target; invalid: none
  double magnitude = 0;  ///< demand, derate: factor; access: share of the speed that is left; trust: share of those
                         ///< reached who heed it; heat: °C; cold: °C of frost; rain: mm an hour; flood: m
  Provenance provenance;
  /// Of a shock that a combination takes over from one of its parts: the id of that shock, on which its draws hang, so
  /// that each part behaves as it does alone. Empty: its own id.
  std::string drawn_as;

  [[nodiscard]] const std::string& draw_id() const { return drawn_as.empty() ? id : drawn_as; }
};

/// A continuity-critical activity of an organisation (ISO 22301).
struct Process {
  std::string id;
  std::string name_nl;
  std::string name_en;
  OrganisationId organisation;
  ServiceId service;
  int pillar = 3;
  Track track = Track::car;
  double rto_h = 0;
  double mtpd_h = 0;
  std::string mbco;     ///< minimum level in words
  ParameterId restart;  ///< from all well to delivering again, hours
  Provenance provenance;
};

enum class SupportLevel : std::uint8_t { local, coordinating };

struct SupportPoint {
  std::string id;
  std::string name;
  SupportLevel level = SupportLevel::local;
  OrganisationId organisation;
  AreaId area;
  geo::LonLat place;
  std::string functions;
  double capacity_per_h = 0;
  std::optional<double> staff;          ///< people on duty at once; nothing: as support.staff.<level>
  std::optional<double> cost_once_eur;  ///< nothing: as support.cost.once.<level>
  std::optional<double> cost_year_eur;  ///< nothing: as support.cost.year.<level>
  std::string exposed;                  ///< hazards that close it, in words of the region
  bool confirmed = false;
  Provenance provenance;
};

/// How long one walks to a support point, at 4.5 km/h (docs/method/walking.md).
struct WalkTo {
  SupportPointId support_point;
  double minutes = 0;
};
/// The walks from one demand square to the support points near it, nearest first. A square without such a row, or a
/// point that is not listed, lies beyond the longest walk that was looked for.
struct CellWalks {
  std::string id;
  CellId cell;
  std::vector<WalkTo> walks;
  Provenance provenance;
};

struct Channel {
  std::string id;
  std::string name_nl;
  std::string name_en;
  std::optional<AssetId> sender;
  std::optional<ServiceId> receiver_service;  ///< what the receiver must still have
  ParameterId reach;                          ///< share of residents
  double delay_h = 0;
  Provenance provenance;
};

/// What kind of step a decision is (docs/method/reach.md, section "Beslisklok").
enum class DecisionKind : std::uint8_t { warning, opening, fuel, relief, relocation };

/// A step that only helps when it is decided in time: a row of the decision clock.
///
/// A warning names the channels it goes through. Every other decision names one thing that must not have happened yet
/// when it takes effect: the first outage of its target, the loss of a daily need, or a number of hours.
struct Decision {
  std::string id;
  std::string name_nl;
  std::string name_en;
  DecisionKind kind = DecisionKind::warning;
  OrganisationId owner;
  std::vector<std::size_t> channels;  ///< indices in Region::channels; warnings only, of which the best counts
  std::optional<ServiceId> through;   ///< what must still work to pass the order on; nothing: agreed beforehand
  ParameterId lead;                   ///< hours from order to effect; invalid: none, as for a warning
  std::optional<Selector> target;     ///< assets that must not be down before the effect
  std::optional<ServiceId> need;      ///< daily need that half of the residents must still have
  ParameterId until;                  ///< hours within which the effect must be there
  Provenance provenance;
};

/// When a measure does its work: in quiet times, in the first 72 hours, or in what comes after.
enum class MeasurePhase : std::uint8_t { before, first_72h, after };

struct Measure {
  std::string id;
  std::string name_nl;
  std::string name_en;
  OrganisationId owner;
  Track track = Track::car;
  int pillar = 3;
  double cost_once_eur = 0;
  double cost_year_eur = 0;
  int price_year = 2025;
  double lead_time_months = 0;
  std::vector<std::string> requires_measures;
  std::vector<std::string> excludes_measures;
  std::string change;  ///< the change it makes to the model, in words of the tables
  MeasurePhase phase = MeasurePhase::before;
  std::string task;      ///< the existing task it joins; may be empty
  OrganisationId payer;  ///< whose money it is; without another word the owner
  OrganisationId accountable;
  std::vector<std::string> consulted, informed;  ///< organisations
  Provenance provenance;
};

/// One row of the change that a measure makes to the model: cells put into rows of a table, or rows taken away.
/// measure_change.hpp says which tables and columns these may be.
/// How many people take part in what a measure asks of them, where that is not known.
enum class Uptake : std::uint8_t { expected, low, high };

struct MeasureChange {
  std::string id;
  std::size_t measure = 0;  ///< index in Region::measures
  bool remove = false;
  Uptake uptake = Uptake::expected;  ///< low and high: instead of the expected cells, when few or many take part
  std::string table;
  std::vector<std::string> rows;                            ///< ids; one that the table has not yet is a new row
  std::vector<std::pair<std::string, std::string>> values;  ///< column and cell, as in the table
};

struct Plan {
  std::string id;
  std::string name;
  OrganisationId organisation;
  std::string kind;
  std::string consequence;
  std::optional<double> from_h;    ///< nothing: the plan does not say
  std::optional<double> until_h;   ///< nothing: the plan does not say
  std::optional<double> capacity;  ///< nothing: the plan does not say
  std::string unit;
  bool confidential = false;  ///< confidential plans are only named
  Provenance provenance;
  std::vector<std::string> covers;  ///< ids of the consequences it has an answer to
};

/// What of a run a consequence counts.
enum class ConsequenceMeasure : std::uint8_t {
  unmet,    ///< residents whose daily need is unmet after their own reserve
  without,  ///< residents without what serves a daily need
  down,     ///< assets of a vital process that are down
  late      ///< processes of organisations for a vital process that have been down for their MTPD or longer
};

/// Something a scenario may bring about for which a plan is wanted (docs/method/consequences.md).
struct Consequence {
  std::string id;
  std::string name_nl;
  std::string name_en;
  ConsequenceMeasure measure = ConsequenceMeasure::unmet;
  ServiceId subject;  ///< a daily need, or for `down` a vital process
  double least = 0;   ///< from this number of residents or assets on it counts
  Track track = Track::car;
  std::string criterion;  ///< code of the impact criterion; may be empty
  Provenance provenance;
};

enum class ImpactScaleKind : std::uint8_t { national, regional };

/// The borders between the classes A to E of one criterion on one scale.
struct ImpactScale {
  std::string id;
  ImpactScaleKind scale = ImpactScaleKind::national;
  std::string criterion;
  double from_days = 0;                  ///< for disruptions that last as long as this
  std::optional<double> until_days;      ///< and shorter than this; nothing: any longer
  std::array<std::string, 5> classes{};  ///< the class below the first border, between the first and second, …
  std::array<double, 4> borders{};       ///< not descending
  Provenance provenance;
};

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::string url;
  std::string date;
  std::string licence;
};

/// A region: everything the analyses read. Built and checked once by `build_region`, immutable after.
///
/// Vectors are indexed by the matching Id. Safe to read from any number of threads.
struct Region {
  std::string id;
  std::string title;
  std::string reference_date;  ///< of the resident counts, ISO 8601
  std::vector<std::string> attributions;
  std::vector<Organisation> organisations;
  std::vector<Service> services;
  std::vector<Area> areas;
  std::vector<Zone> zones;
  std::vector<Cell> cells;
  std::vector<Asset> assets;
  std::vector<Need> needs;
  std::vector<Backup> backups;
  std::vector<Resource> resources;
  std::vector<Hazard> hazards;
  std::vector<Shock> shocks;
  std::vector<Process> processes;
  std::vector<SupportPoint> support_points;
  std::vector<CellWalks> walks;  ///< at most one of each cell; empty: no walking network was imported
  std::vector<Channel> channels;
  std::vector<Decision> decisions;
  std::vector<Measure> measures;
  std::vector<MeasureChange> measure_changes;  ///< in the order of the table
  std::vector<Plan> plans;
  std::vector<Consequence> consequences;
  std::vector<ImpactScale> impact_scales;
  std::vector<Parameter> parameters;
  std::vector<Source> sources;

  /// The parameter with that id, or an invalid id. Cost: logarithmic.
  [[nodiscard]] ParameterId find_parameter(const std::string& parameter_id) const;
  [[nodiscard]] std::optional<HazardId> find_hazard(const std::string& hazard_id) const;
  [[nodiscard]] std::optional<AssetId> find_asset(const std::string& asset_id) const;
  [[nodiscard]] std::optional<ProcessId> find_process(const std::string& process_id) const;
  [[nodiscard]] std::optional<ServiceId> find_service(const std::string& service_id) const;

  /// Positions in order of id, for the finders. `build_region` makes it; without it the finders look through the whole
  /// list.
  struct Index {
    std::vector<std::uint32_t> parameters;
    std::vector<std::uint32_t> hazards;
    std::vector<std::uint32_t> assets;
    std::vector<std::uint32_t> processes;
    std::vector<std::uint32_t> services;
  } index;
  void make_index();
};

/// Whether an asset answers calls: it belongs to a control room and is no roster.
[[nodiscard]] bool is_control_room(const Region& region, AssetId asset);

}  // namespace veer::region
