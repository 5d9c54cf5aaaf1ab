#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/outline.hpp"
#include "report/estimate.hpp"
#include "report/measure_account.hpp"
#include "report/measure_plan.hpp"
#include "report/name.hpp"
#include "report/operations_finding.hpp"

namespace veer::report {

/// What one study found, ready to show: plain numbers with units, names in both languages, no engine type.
///
/// `study` fills it; every output (HTML, JSON, XLSX, GeoPackage, GeoJSON, the terminal) is written from it and from
/// nothing else. Hours are hours since the start of the scenario. Money is whole euros. People are residents.

/// One quantity per output hour: hours 0 … horizon, state in the minute on the hour.
struct Curve {
  std::vector<float> mean;
  std::vector<float> standard_error;
  std::vector<float> p5;  ///< lower edge of the histogram bin: error at most `Findings::quantile_error` of the whole
  std::vector<float> p50;
  std::vector<float> p95;  ///< upper edge of the bin
  /// How wide the bins are, in the unit of the curve; 0: the quantiles are exact. Where all replicas have the same
  /// value P5, P50 and P95 are that value.
  float bin_width = 0;
};

/// A daily need of people (MODEL 5): water, food, warmth, …
struct DailyNeed {
  std::string id;
  Name name;
  int pillar = 2;
};

struct GroupInfo {
  std::string id;  ///< "all" first, then the groups
  Name name;
};

struct Municipality {
  std::string id;
  std::string name;
  double residents = 0;
  double area_count = 0;
  std::vector<Curve>
      unmet;  ///< by daily need: residents whose need is unmet after their own reserve, before mutual help
  std::vector<Curve> without;                             ///< by daily need: residents without the service
  std::vector<std::vector<Estimate>> unmet_person_hours;  ///< daily need × group
  std::vector<double> group_heads;                        ///< by group
};

struct AreaFinding {
  std::string id;
  std::string name;
  std::size_t municipality = 0;  ///< index in Findings::municipalities
  double residents = 0;
  geo::LonLat centre;
  geo::MultiPolygon outline;
  std::vector<Curve> unmet;    ///< by daily need, residents
  std::vector<Curve> without;  ///< by daily need, residents
};

/// The three phases of a resilience curve: prevented (depth that did not happen), controlled (area under the loss),
/// recovered (slope).
struct Phases {
  Estimate depth;           ///< greatest share lost, 0…1
  Estimate area;            ///< lost share-hours
  Estimate hours_to_90;     ///< hour at which 90 % is back for good
  Estimate slope_per_hour;  ///< share won back per hour between the deepest point and 90 %
};

/// A vital process as a whole: which part of its assets is down.
struct ServiceFinding {
  std::string id;
  Name name;
  int pillar = 1;
  std::string category;
  std::size_t asset_count = 0;
  Curve down_share;            ///< 0…1
  Estimate first_half_down_h;  ///< hour at which half is down for the first time
  Phases phases;
  double confirmed_share = 0;  ///< share of its assets that owners confirmed
};

struct RuleCheck {
  std::string rule;  ///< rto_below_mtpd, dependency_rto, autonomy
  bool holds = true;
  Name sentence;  ///< what was compared with what, with the numbers
};

/// What stops a process most often, with the share of replicas in which it was the first cause.
struct LimitingPart {
  std::string id;  ///< table/id
  Name what;
  double share = 0;
  bool confirmed = false;
};

struct ProcessFinding {
  std::string id;
  Name name;
  std::size_t organisation = 0;  ///< index in Findings::organisations
  int pillar = 3;
  std::string track;
  std::string mbco;
  double rto_h = 0;
  double mtpd_h = 0;
  Estimate mtpd_exceeded;    ///< mean = probability
  Estimate rto_missed;       ///< mean = probability
  Estimate first_failure_h;  ///< +infinity where it never failed
  Estimate recovery_h;       ///< hour at which it is up for good; 0 where it never failed
  Estimate longest_interruption_h;
  Estimate down_hours;
  double never_fails = 0;                      ///< share of replicas without interruption
  Curve down_probability;                      ///< mean and standard error only
  std::optional<double> full_down_hours_mean;  ///< of the full level, where it is modelled
  std::vector<LimitingPart> limiting;
  // The static verdict that today's tools give: required by the objectives above, expected from stated recovery times
  // below.
  std::optional<double> static_expected_h;
  double static_required_h = 0;
  bool static_ok = true;
  std::vector<RuleCheck> checks;
  double assumption_share = 0;  ///< of the rows it rests on
  bool confirmed = false;
};

struct OrganisationFinding {
  std::string id;
  std::string name;
  std::string kind;  ///< municipality, safety_region, police, …
  std::string track;
  bool own_continuity = false;  ///< a municipality or an emergency service: shown first
};

/// Things that together stop a process within a horizon, and none of them can be missed: a minimal cut set.
struct HeldSet {
  std::vector<Name> events;
  double probability = 0;  ///< product of the chances of its events
};

/// What strengthening one part would gain: the chance when it never fails.
struct HeldGain {
  Name what;
  double fails = 0;                ///< chance that this part fails, given those before it in its chain
  double probability_without = 0;  ///< chance that the process stops when it never does
  bool alone = false;              ///< it stops the process by itself
};

/// A process in the held view at one horizon (docs/method/held_view.md).
struct HeldHorizon {
  double horizon_h = 0;
  Name sentence;           ///< what holds it up by a thread
  std::string set_count;   ///< decimal digits: minimal cut sets
  std::string singles;     ///< of one event
  std::string pairs;       ///< of two events
  double probability = 0;  ///< held view
  double low = 0;          ///< it lies between these; equal where it is exact
  double high = 0;
  double simulated = 0;  ///< share of replicas in which it was down in some minute before the horizon
  double simulated_error = 0;
  std::vector<HeldSet> sets;    ///< the most probable ones
  std::vector<HeldGain> gains;  ///< greatest gain first
};

/// A part of the picture of what a process hangs on.
struct HeldNode {
  Name name;
  std::size_t depth = 0;  ///< 0: the process itself
  struct Weak {
    Name what;
    bool alone = false;  ///< it stops the process by itself
  };
  std::vector<Weak> weak;
  bool again = false;  ///< it stands elsewhere in the picture with what lies below it
};

struct HeldFinding {
  std::size_t process = 0;            ///< index in Findings::processes
  std::vector<HeldHorizon> horizons;  ///< 24 and 72 h, as far as the scenario reaches
  std::vector<HeldNode> picture;      ///< depth first, at the first horizon that is neither certain nor impossible
  double picture_horizon_h = 0;
  bool confirmed = false;
};

/// A line of a stock list: what, and how much of it.
struct SupportStock {
  std::string item;
  double amount = 0;
};

/// A chosen support point (docs/method/siting.md). In the open version it stands in the middle of its area, without its
/// name, so that nobody can tell the building.
struct SupportPointFinding {
  std::string id;
  std::string name;
  std::string level;                        ///< local, coordinating or water (only hands out water)
  std::optional<std::size_t> municipality;  ///< index in Findings::municipalities
  std::string municipality_name;
  std::string area;                  ///< id of the area it stands in; may be empty
  std::optional<geo::LonLat> place;  ///< nothing in the open version
  std::string functions;             ///< words of the region, separated by blanks
  bool water = false;                ///< hands out emergency water
  bool confirmed = false;            ///< its owner confirmed the row
  double residents = 0;              ///< who live nearest to it, over the streets
  double visitors_per_day = 0;       ///< on the busiest day
  double visitors_per_h = 0;         ///< in the busiest hour
  double capacity_per_h = 0;         ///< 0: not known
  double minutes_mean = 0;
  double minutes_p95 = 0;
  std::optional<std::size_t> coordinator;  ///< index in SupportPlanFinding::points
  double courier_minutes = 0;
  double staff = 0;         ///< on duty at once
  double shifts = 0;        ///< over 72 hours
  double power_kw = 0;      ///< of its functions together
  double wiring_holds = 1;  ///< chance that the wiring of the building carries that
  double water_l_per_day = 0;
  double once_eur = 0;
  double year_eur = 0;
  std::vector<SupportStock> stock;
  /// Played in the cascade, of the first 72 hours; not set by `veer site`, which plays nothing.
  std::optional<Estimate> open_h;
  std::vector<float> open_probability;  ///< by output hour
  std::vector<LimitingPart> closes;     ///< what closes it first, most often first
};

/// Value and bound of one decision.
struct SupportProof {
  Name about;
  Name unit;
  double value = 0;
  double bound = 0;  ///< no allowed choice is better than this
  double gap = 0;    ///< between the two, as a share of the value
  bool optimal = false;
};

/// The people that the points of one municipality need and have; coordinating points have none of their own.
struct SupportRoster {
  std::string municipality;
  double points = 0;
  double needed = 0;  ///< on duty at once
  double shifts = 0;
  double person_shifts = 0;   ///< over 72 hours
  double staff = 0;           ///< who could be set free
  double volunteers = 0;      ///< registered
  Estimate present_called;    ///< on duty at once when telephones work; p5, p50, p95 only
  Estimate present_uncalled;  ///< without a call; p5, p50, p95 only
  double short_chance = 0;    ///< that fewer come than needed, without a call
  double unstaffed_share = 0;
};

/// What the duty takes away elsewhere.
struct SupportDisplaced {
  std::string resource;
  double tied = 0;  ///< people at once
  double pool = 0;
  double person_shifts = 0;  ///< over 72 hours
};

/// One assumption about demand, and what the plan loses under it.
struct SupportAssumption {
  std::string id;
  Name name;
  double regret_share = 0;  ///< by how much a plan made for it is better there, at least
  double regret_most = 0;   ///< and at most
  std::size_t other_points = 0;
  bool flips = false;
};

/// Residents of one demand square and the point they walk to: columns of equal length.
struct SupportWalks {
  std::vector<std::string> cell;
  std::vector<std::int64_t> point;  ///< index in SupportPlanFinding::points; −1: none within reach of the table
  std::vector<float> minutes;
  std::vector<float> residents;
};

/// How far the residents of an area walk.
struct SupportArea {
  std::string id;
  double residents = 0;
  double minutes_mean = 0;  ///< of those who reach a point
  double within_reach = 0;  ///< share of residents
};

/// What closes points first, over all local points and replayed replicas.
struct SupportClosing {
  std::string id;  ///< electricity, wiring, warmth, water, radio, stock, staff, other
  double share = 0;
};

/// Where support points go, and what that means (docs/method/siting.md).
struct SupportPlanFinding {
  std::string objective;  ///< walk, cover, …
  Name objective_name;
  std::size_t local = 0;
  std::size_t coordinating = 0;
  std::size_t water = 0;  ///< places where water is handed out
  std::size_t candidates_local = 0;
  std::size_t candidates_coordinating = 0;
  double residents = 0;
  std::vector<SupportProof> proofs;  ///< the plan first
  std::vector<SupportPointFinding> points;
  SupportWalks walks;  ///< empty in the open version
  std::vector<SupportArea> areas;
  double minutes_mean = 0;
  double minutes_p95 = 0;  ///< +infinity: more than one in twenty reaches no point
  double minutes_longest = 0;
  double reach_min = 15;
  double within_reach = 0;     ///< share of residents
  double within_1km = 0;       ///< share of residents
  double within_reach_75 = 0;  ///< share of residents of 75 and over, at their own pace
  double unreached = 0;        ///< residents
  std::vector<double> within;  ///< share of residents within 1, 2, … 45 minutes
  Estimate visitors_per_day;   ///< p5, p50, p95 only
  double over_capacity = 0;    ///< share of local points
  double over_capacity_p95 = 0;
  double courier_mean_min = 0;
  std::vector<SupportRoster> rosters;
  std::vector<SupportDisplaced> displaced;
  std::vector<SupportStock> stock;
  double water_l_per_day = 0;
  double once_eur = 0;
  double year_eur = 0;
  std::vector<SupportAssumption> assumptions;  ///< the one planned for first; empty: not compared
  std::vector<float> open_share;               ///< of local points, by output hour; empty: not played
  std::optional<Estimate> open_h;              ///< mean over local points of the hours open in the first 72
  std::vector<SupportClosing> closing;         ///< greatest share first; empty: not played
};

/// A way to reach the public, alone.
struct ReachChannel {
  std::string id;
  Name name;
  double delay_h = 0;
  Estimate audience;           ///< share of residents whom it reaches while it works
  std::vector<float> reached;  ///< share of residents, by output hour
  bool needs_nothing = false;  ///< neither a sender nor something at the receiver
};

/// One message of the plan, in the order in which it was chosen.
struct ReachMessage {
  std::string channel;
  Name name;
  double send_h = 0;
  double arrives_h = 0;
  double gained = 0;   ///< residents whom no message before it in the list reaches
  double reached = 0;  ///< residents reached with it and all before it
};

/// What the same number of messages reaches when nothing goes out before that hour.
struct ReachStart {
  double send_h = 0;
  double reached = 0;  ///< residents
};

struct ReachArea {
  std::string id;
  Curve reached;  ///< share of residents
};

/// For a while only a share of those reached heed a message.
struct ReachDoubt {
  double from_h = 0;
  double until_h = 0;
  double heeded = 1;
  std::vector<std::string> channels;  ///< ids
  Name names;                         ///< of these channels; of all of them: "all channels"
};

/// Whom a message still reaches (docs/method/reach.md).
struct ReachFinding {
  std::uint32_t replicas = 0;
  Curve reached;                ///< share of residents with a living channel, audiences independent
  std::vector<float> at_least;  ///< the same when every smaller audience lies inside the largest: mean
  std::vector<float> at_most;   ///< the same when audiences overlap as little as they can: mean
  std::vector<ReachArea> areas;
  std::vector<ReachChannel> channels;
  std::vector<ReachDoubt> doubts;
  std::vector<ReachMessage> messages;
  double deadline_h = 0;
  double residents = 0;
  Estimate planned;          ///< residents reached by the messages in time
  double planned_bound = 0;  ///< no choice of as many messages reaches more
  std::vector<ReachStart> starts;
};

/// A decision under one outage. Hours; nothing: too late from the first minute; +infinity: not before the horizon.
struct DecisionAt {
  double needed = 0;                       ///< share of replicas in which there was something to be in time for
  std::optional<double> latest_95_h = {};  ///< still in time in 95 % of the replicas in which it matters
  std::optional<double> latest_50_h = {};
  std::optional<double> agreed_95_h = {};  ///< the same when nobody has to be called
  std::optional<double> agreed_50_h = {};
  double lost_per_hour = 0;  ///< by waiting one hour longer than latest_95_h (or latest_50_h, or minute 0)
};

struct DecisionFinding {
  std::string id;
  Name name;
  std::string kind;  ///< warning, opening, fuel, relief, relocation
  Name owner;
  Name through;  ///< what the order needs; empty: agreed beforehand
  Name limit;    ///< what it must precede
  Name unit;     ///< of lost_per_hour
  std::string confidence;
  std::vector<DecisionAt> outages;  ///< as DecisionClock::outages
};

/// Until when a decision still takes effect (docs/method/reach.md).
struct DecisionClock {
  std::uint32_t replicas = 0;
  struct Outage {
    std::string hazard;
    Name name;
  };
  std::vector<Outage> outages;  ///< the end is not known while it lasts: as many columns
  std::vector<DecisionFinding> decisions;
};

/// A daily need before help, what help takes away, and what is left: residents by output hour, means over replicas.
struct HelpNeed {
  std::size_t need = 0;  ///< index in Findings::needs
  std::vector<float> unmet, neighbours, volunteers, points, left;
  Estimate unmet_h, neighbours_h, volunteers_h, points_h, left_h;  ///< person-hours over the whole scenario
};

/// People who depend on a device or on care at home.
struct VulnerableGroup {
  std::string id;
  Name name;
  double heads = 0;
  Curve in_need;  ///< of these without it, after their own battery or cylinder
  Estimate most;  ///< at the worst hour
};

struct EmergencyCalls {
  Estimate wanted, impossible, unanswered, answered;  ///< calls over the scenario; the last three add up to the first
  std::vector<float> wanted_by_hour, impossible_by_hour, unanswered_by_hour;
};

struct VolunteerCall {
  double call_h = 0;
  Estimate come;  ///< people
};

struct SupportVisits {
  Estimate visitors, served, waiting_h;  ///< over the scenario; person-hours in queues
  Curve arriving;                        ///< people an hour
  Curve queue;                           ///< people waiting
  double busiest_h = 0;
  Estimate longest_queue;
};

/// Harm that sources allow a figure for.
struct HarmFinding {
  std::string id;
  Name name;
  Estimate people;
  Name rests_on;  ///< the figures and where they come from
};

struct UnrestPart {
  Name need;
  double weight = 0;
};

/// What people do for one another, and for whom it is not enough (docs/method/help.md).
struct HelpFinding {
  std::uint32_t replicas = 0;
  std::vector<HelpNeed> needs;
  std::vector<Estimate> capacity_by_day;  ///< people whom neighbours can help at once, day 1, 2, …
  std::vector<VulnerableGroup> vulnerable;
  EmergencyCalls calls;
  double volunteers_registered = 0;
  std::vector<VolunteerCall> volunteer_calls;
  Estimate volunteers_uncalled;
  double volunteer_call_h = 0;          ///< the hour of the call that the results rest on
  std::optional<SupportVisits> visits;  ///< nothing: no points were chosen
  std::vector<HarmFinding> harms;
  Curve unrest;  ///< 0 … 100, an indicator and no prediction
  std::vector<UnrestPart> unrest_parts;
};

/// How strongly one uncertain figure moves total unmet person-hours, over replicas.
struct Influence {
  std::string id;  ///< parameter group, or table/id of an asset
  Name name;
  double effect = 0;  ///< groups: rank correlation; assets: difference in unmet person-hours, longer minus shorter down
                      ///< than its median
  double low = 0;     ///< 95 % interval; it never holds 0
  double high = 0;
  std::string confidence;
  bool confirmed = false;
};

struct ImpactCriterion {
  std::string code;  ///< 2.3, 5.1, …
  Name name;
  Estimate value;
  Name unit;
  std::string national_class;  ///< A…E, or empty where we give only the raw measure
  Name note;
  std::string regional_class = {};  ///< A…E on the scale of a safety region; empty: no such scale in the region
};

/// Something that was seen in an outage that happened, beside what is predicted of it (docs/method/backtest.md).
struct BacktestRow {
  std::size_t outage = 0;  ///< index in BacktestFinding::outages
  std::string observable;  ///< a word of the vocabulary
  Name name;
  double t_hours = 0;  ///< hours after the start of that outage
  double p05 = 0;
  double p50 = 0;
  double p95 = 0;
  double observed_low = 0;
  double observed_high = 0;
  bool inside = false;                ///< both ranges have a value in common
  bool middle_inside = false;         ///< the middle of what was seen lies in P5–P95
  std::optional<double> width_ratio;  ///< P95 − P5 against the spread of the observable over outages
  double miss = 0;                    ///< distance between the ranges, as a share of the farthest value
  std::string source;
};

struct BacktestOutage {
  std::string id;
  std::string name;
  Name cause;
  std::string season;
  double customers_out = 0;
  bool in_sources = false;  ///< the figures that predict it were partly set from it: the verdict is a memory
};

/// All that was seen of one observable.
struct BacktestScore {
  std::string observable;
  Name name;
  std::size_t observations = 0;
  std::size_t inside = 0;
  std::optional<double> median_width_ratio;  ///< nothing: seen in one outage only
};

/// How good the model is, as far as outages that happened can tell.
struct BacktestFinding {
  std::vector<BacktestOutage> outages;
  std::vector<BacktestRow> rows;  ///< by outage
  std::vector<BacktestScore> scores;
  double share_inside = 0;
  double share_middle_inside = 0;
  std::size_t new_rows = 0;  ///< of outages from which no figure was set
  std::size_t new_inside = 0;
  std::optional<double> median_width_ratio;
  std::vector<std::size_t> worst;  ///< indices in rows: farthest off first; those inside by their middle
  std::vector<Name> not_tested;
};

/// One hazard beside the others.
struct HazardFinding {
  std::string id;
  Name name;
  std::string season;
  double horizon_h = 0;
  std::uint32_t replicas = 0;  ///< 0: it cannot be run, see `refused`
  Name refused;                ///< why not; empty: it was run
  Estimate unmet_person_hours;
  Estimate worst_needs;  ///< residents with an unmet need of water, food or warmth at the worst hour of their mean
  double worst_needs_h = 0;
  Estimate worst_dark;          ///< residents without electricity at home at the worst hour
  Estimate processes_too_late;  ///< processes of own continuity with an interruption longer than their MTPD
  /// Hour from which 90 % of residents have electricity again for good, over the replicas in which more than a tenth
  /// lost it; nothing: in none.
  std::optional<Estimate> recovered_h;
  double lost_share = 0;       ///< share of the replicas in which more than a tenth lost it
  std::string national_class;  ///< of worst_needs
};

/// A plan that says something of a consequence.
struct PlanCover {
  std::string plan;
  std::string name;
  std::string organisation;
  bool confidential = false;     ///< it exists; what it covers is not stored
  std::optional<double> from_h;  ///< nothing: the plan does not say
  std::optional<double> until_h;
  std::optional<double> capacity;
  std::string unit;
};

/// What the scenario brings about, and whether existing plans are up to it (docs/method/consequences.md).
struct ConsequenceFinding {
  std::string id;
  Name name;
  std::string track;
  std::string criterion;  ///< code of the impact criterion it counts for; may be empty
  Name unit;
  bool occurs = false;  ///< its number reaches the least in some hour of the mean
  double least = 0;     ///< from this number on it counts
  double from_h = 0;    ///< first hour at which the mean reaches it
  double until_h = 0;   ///< hour after the last one
  bool beyond_horizon = false;
  Estimate peak;  ///< at the worst hour
  double peak_h = 0;
  double sum_hours = 0;      ///< number × hours, of the mean
  std::string coverage;      ///< covered, partly, none, unknown (only confidential plans), or empty: it does not occur
  double hours_covered = 0;  ///< share of the hours from from_h to until_h, 0…1
  std::optional<double> number_covered;  ///< least capacity over the covered hours against the peak, at most 1
  std::vector<PlanCover> plans;
  Name sentence;  ///< the verdict in words
};

/// How much of the spread of the total one uncertain figure explains (docs/method/sensitivity.md).
struct SensitivityRow {
  std::string id;
  Name name;
  std::string confidence;
  double first_order = 0;  ///< share of the variance, 0…1
  double low = 0;          ///< 95 % interval
  double high = 0;
  double pawn = 0;        ///< median Kolmogorov–Smirnov distance between the conditional and the whole distribution
  double pawn_noise = 0;  ///< what a figure without any influence would reach in 95 of 100 samples of this size
};

/// An assumption under which another one comes out first.
struct RankingFlip {
  std::string id;
  Name name;
  std::string confidence;
  std::string ranking;  ///< municipalities or needs
  Name low_first;       ///< who comes first where the figure is in its lowest third
  Name high_first;
  double margin = 0;  ///< distance between the two, in its standard errors, the smaller of both thirds
};

struct SensitivityFinding {
  std::size_t replicas = 0;
  std::size_t figures = 0;  ///< that were tried
  double explained = 0;     ///< sum of the first-order shares of those shown
  std::vector<SensitivityRow> rows;
  std::vector<RankingFlip> flips;
  std::size_t rankings = 0;  ///< pairs of a ranking and a figure that were tried
};

struct Deadlock {
  std::vector<std::string> assets;  ///< table/id of the members that wait for one another
  Name sentence;
  double probability = 0;  ///< share of replicas in which it was still down at the horizon
};

/// How many rows of a table rest on what.
struct ConfidenceRow {
  std::string table;
  std::array<std::size_t, 5> count{};  ///< measured, register, published, estimate, assumption
};

struct SourceRow {
  std::string id;
  std::string title;
  std::string publisher;
  std::string url;
  std::string date;
  std::string licence;
};

struct ParameterRow {
  std::string id;
  std::string subject;
  std::string name;
  double low = 0;
  double typical = 0;
  double high = 0;
  std::string unit;
  std::string distribution;
  std::string source;
  std::string confidence;
  std::size_t used_by = 0;                ///< rows of the region that use it
  std::vector<std::string> used_in = {};  ///< where: table.column, or the rule that reads it
};

/// A place on the map (left out of the public version).
struct AssetRow {
  std::string id;
  std::string name;
  std::string kind;
  std::string service;
  std::string organisation;
  std::string municipality;
  std::optional<geo::LonLat> place;
  std::vector<float> down_probability;  ///< by output hour
  double down_hours_mean = 0;
  bool confirmed = false;
  std::string confidence;
};

/// How homes cool down that are without heating from the start. P5, P50 and P95 are over homes, not over replicas.
struct HomeCooling {
  double indoor_c = 20;
  double limit_c = 14;    ///< below it the need for warmth is unmet
  std::vector<float> p5;  ///< degrees Celsius by output hour; the coldest 5 % lie below
  std::vector<float> p50;
  std::vector<float> p95;
  Estimate hours_to_limit;  ///< p5, p50 and p95 only; +infinity: never
};

/// One moment of "wat valt wanneer uit": hour and label; the last is "after".
struct Moment {
  double hour = 0;
  Name label;
};

enum class Audience { internal, open };

struct Findings {
  // The run
  std::string version;
  std::string run_id;  ///< hash of region, hazard and settings: the same id, the same numbers
  std::string region_id;
  Name region_title;
  std::string reference_date;
  std::string hazard_id;
  Name hazard;
  std::string start;  ///< local time of minute 0
  std::string season;
  double outdoor_c = 0;
  std::uint32_t replicas = 0;
  std::uint32_t curve_replicas = 0;      ///< the first of them: hourly values and influences rest on these
  std::uint32_t explained_replicas = 0;  ///< the first of them: limiting causes and deadlocks rest on these
  std::uint64_t seed = 0;
  double horizon_h = 168;
  std::string engine;
  std::string model;  ///< core or full
  Name model_reason;  ///< why full; empty for core
  bool cancelled = false;
  double quantile_error = 0;  ///< of curve quantiles, as a share of the whole
  Audience audience = Audience::internal;
  std::vector<std::string> attributions;

  // Who and where
  double residents = 0;
  std::vector<DailyNeed> needs;
  std::vector<GroupInfo> groups;
  std::vector<Municipality> municipalities;
  std::vector<AreaFinding> areas;
  Municipality region;  ///< the sum, with its own uncertainty

  // What fails when
  std::vector<Moment> moments;  ///< 0, 2, 8, 24, 48, 72 h and after
  std::vector<ServiceFinding> services;
  std::vector<Phases> need_phases;  ///< by daily need, of residents served in the region
  HomeCooling home;
  Curve jobs_without_power;
  Curve businesses_without_power;
  double jobs = 0;
  double businesses = 0;

  // Own continuity
  std::vector<OrganisationFinding> organisations;
  std::vector<ProcessFinding> processes;
  std::vector<HeldFinding> held;  ///< by process; none in the open version

  // Where support points go
  std::optional<MeasureAccount> measure_account;     ///< nothing: the region keeps no account of its measures
  std::optional<MeasurePlan> measures;               ///< nothing: not asked, or the region has no measures to weigh
  std::optional<SupportPlanFinding> support_points;  ///< nothing: not asked, or the region has no walks or candidates

  // Whom a message reaches, until when one can decide, what people do for one another
  std::optional<ReachFinding> reach;            ///< nothing: the region has no channels
  std::optional<DecisionClock> decision_clock;  ///< nothing: the region has no decisions
  std::optional<HelpFinding> help;              ///< nothing: not asked for

  // What it brings about, and what is ready for it
  std::vector<ConsequenceFinding> consequences;  ///< in the order of the table
  std::vector<HazardFinding> hazards;            ///< side by side; empty: one hazard was asked for

  // What matters, how sure
  Estimate total_unmet_person_hours;
  double spread_shared = 0;  ///< variance share of the total from what we do not know (shared draws)
  double spread_own = 0;     ///< and from chance per thing; the two add up to 1, or are both 0 where nothing varies
  std::vector<Influence> influences_groups;
  std::vector<Influence> influences_assets;
  std::vector<ImpactCriterion> criteria;
  std::vector<Deadlock> deadlocks;
  std::optional<SensitivityFinding> sensitivity;  ///< nothing: too few replicas to say anything
  std::optional<BacktestFinding> backtest;
  std::vector<ConfidenceRow> confidence;
  std::vector<SourceRow> sources;
  std::vector<ParameterRow> parameters;
  std::vector<AssetRow> assets;
  std::vector<Name> not_modelled;

  // Who gets fuel, sets and people
  std::optional<OperationsFinding> operations;  ///< nothing: not asked, or the region has no trucks with a stock
};

}  // namespace veer::report
