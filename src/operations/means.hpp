#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cascade/compile.hpp"
#include "geo/rd.hpp"
#include "region/region.hpp"

namespace veer::operations {

using cascade::Component;
using cascade::Draw;
using cascade::Tick;

inline constexpr std::uint32_t none = 0xffffffffU;

/// What the draws of the full model are for, beside those of the core (docs/model.md, section 2): of a truck, a mobile
/// set or a crew (`resources/<id>/<number>`) word 0 is the minute from which it can be used; of a supply
/// (`resources/<id>`) draw n is how long its n-th tanker takes.
inline constexpr Purpose purpose_means{10};

/// Who is helped first. Ties go by the minute of the call, then by the order of the region's tables.
enum class Order : std::uint8_t {
  rank,        ///< lowest `priority.<service>` first
  first_come,  ///< earliest call first
  people,      ///< most residents who miss something when this alone is down first
};
inline constexpr std::size_t order_count = 3;
/// rank, first_come, people
[[nodiscard]] std::string_view name_of(Order order);

/// A stretch in which a place is hard to reach; speed 0: not at all.
struct Closure {
  Tick from = 0;
  Tick until = 0;
  double speed = 0;
};

/// Where something stands, RD New.
struct Site {
  geo::RdMetres at;
  std::vector<Closure> closures;
};

/// Who waits for trucks, sets or crews, as the order sees it.
struct Claim {
  std::uint32_t site = 0;
  std::int32_t rank = 0;    ///< `priority.<service>`; lowest first
  std::int64_t people = 0;  ///< residents who miss something when this alone is down and nothing backs it up
};

/// A tank that trucks fill: of a generator with a fuel contract, or of the mobile set at a feed-in point.
struct Customer {
  Claim claim;
  std::uint32_t need = 0;    ///< of the program
  std::uint32_t backup = 0;  ///< of the program
  Component owner = 0;
  std::int64_t burn_ml = 1;        ///< millilitres a running minute
  bool mobile = false;             ///< a feed-in point: its back-up is there while a set is
  std::uint32_t same_need = none;  ///< the next customer with the same need
};

/// A stock of fuel and its pump; the pump works while the asset is up.
struct Depot {
  Component component = 0;
  std::uint32_t site = 0;
  std::int64_t stock_ml = 0;
  std::vector<Closure> slow;  ///< derated: speed is what is left of the pump's flow
};

/// Tankers from outside that fill a depot again. It orders by standing order: no telephone is needed.
struct Supply {
  StableId id{};
  std::uint32_t depot = 0;
  std::int64_t ml = 0;           ///< what one tanker brings
  std::int64_t order_at_ml = 0;  ///< the depot orders when it holds no more than that and nothing is under way
};

struct Truck {
  StableId id{};
  std::uint32_t depot = 0;
  double metres_per_minute = 500;
  Tick shift = 0;   ///< length of its driver's shift; 0: always on the road
  Tick offset = 0;  ///< start of its first shift
};

struct MobileSet {
  StableId id{};
  std::uint32_t site = 0;
  double metres_per_minute = 500;
};

struct RepairCrew {
  std::uint32_t site = 0;
  double metres_per_minute = 500;
};

/// What a crew must mend: held down from its start until the work is done.
struct Damage {
  Claim claim;
  Component component = 0;
  StableId id{};
  std::uint64_t taken_below = 1ULL << 32U;
  Tick start = 0;
  Draw start_delay;
  Tick work = 0;
  Draw work_delay;
};

/// A factor that holds for a while.
struct Factor {
  Tick from = 0;
  Tick until = 0;
  double factor = 1;
};

/// People on duty: the asset is held down in each shift to which fewer come than are needed.
struct Roster {
  Component component = 0;
  StableId id{};
  Tick shift = 480;
  std::int64_t strength = 0;   ///< everyone in the roster
  std::int64_t teams = 1;      ///< into how many shifts they are divided
  std::int64_t required = 0;   ///< on duty at once
  Draw attendance;             ///< share that comes, in ten thousandths; purpose staff, draw = number of the shift
  std::vector<Factor> demand;  ///< more needed
  std::vector<Factor> derate;  ///< fewer there
  /// People who are tied elsewhere at once, from a minute on.
  struct Tie {
    std::string id;
    Tick from = 0;
    std::int64_t people = 0;
  };
  std::vector<Tie> ties;
};

/// A reservoir that empties at another pace while more (or less) is asked of what it serves.
struct Drain {
  std::uint32_t need = 0;    ///< of the program
  std::uint32_t backup = 0;  ///< of the program
  std::vector<Factor> paces;
};

/// The feeding areas by which one tells who is without power at home, for the care of one's own family.
struct Homes {
  Component feeding_area = 0;
  std::int64_t residents = 0;
};

/// Everything scarce of a region under a hazard, and who asks for it. Immutable; share it between threads.
struct Means {
  Order order = Order::rank;
  Tick horizon = 0;
  std::vector<Site> sites;
  std::vector<Customer> customers;
  std::vector<std::uint32_t> customer_of_need;  ///< by need of the program: the first, or none
  std::vector<Depot> depots;
  std::vector<Supply> supplies;
  std::vector<Truck> trucks;
  std::vector<MobileSet> sets;
  std::vector<RepairCrew> crews;
  std::vector<Damage> damages;
  std::vector<Roster> rosters;
  std::vector<Drain> drains;
  std::vector<Homes> homes;

  double detour = 1.3;                   ///< road kilometres per kilometre as the crow flies
  std::int64_t truck_load_ml = 0;        ///< what a full truck carries
  Tick load_fixed = 0;                   ///< minutes at the depot, beside pumping
  Tick unload_fixed = 0;                 ///< minutes at a tank, beside pumping
  std::int64_t pump_ml = 1;              ///< millilitres a minute, at the depot and from the truck
  std::int64_t call_below_ppm = 500000;  ///< a tank at or below this share calls
  Draw truck_ready;                      ///< minute from which a truck drives
  Draw supply_lead;                      ///< minutes from the order until a tanker is at the depot
  Draw set_ready;                        ///< minute from which a mobile set is on the road
  Tick set_connect = 0;                  ///< minutes to connect or disconnect a set
  Tick set_stay = 0;                     ///< minutes of supply before a set moves on
  std::int64_t set_tank_ml = 0;
  std::int64_t family_ppm = 0;  ///< of people whose home is without power, who stay to care for their own

  /// Whole minutes between two sites: ceil(detour · metres / speed), at least 1; slower where a closure says so.
  /// @param tick  when the trip begins
  /// @returns  nothing: one of them cannot be reached at that minute
  [[nodiscard]] std::optional<Tick> travel(std::uint32_t from, std::uint32_t to, double metres_per_minute,
                                           Tick tick) const;
  /// Share of the usual speed at which one gets to a site in that minute; 0: not at all.
  [[nodiscard]] double speed_at(std::uint32_t site, Tick tick) const;
  /// The minutes in which a place becomes easier to reach, each once: then it is looked at again who can be sent.
  [[nodiscard]] std::vector<Tick> reopenings() const;
  /// Whether `a` goes before `b`, both with the minute of their call and their number.
  [[nodiscard]] bool before(const Claim& a, Tick called_a, std::uint32_t a_number, const Claim& b, Tick called_b,
                            std::uint32_t b_number) const;
};

/// What holds of a list of factors at a minute: their product.
[[nodiscard]] double factor_at(const std::vector<Factor>& factors, Tick tick);

/// A region under a hazard with its scarce means: the program the engine plays, in which fuel contracts and the arrival
/// of mobile sets are taken out, since trucks and sets bring them now; and the means that bring them.
struct FullModel {
  cascade::CompiledRegion compiled;
  Means means;
};

/// Which kinds of shock a hazard has that only the full model plays, in the order of the rows; empty: none.
[[nodiscard]] std::vector<const region::Shock*> full_model_shocks(const region::Region& region,
                                                                  region::HazardId hazard);

/// Whether a region has trucks and a stock of fuel for them, without which there is nothing to play.
[[nodiscard]] bool has_fuel(const region::Region& region);

/// Puts the means of a region beside its compiled program.
/// @param core  as cascade::compile gives it with RunSettings::full_model
/// @errors invalid_input: a truck or a supply without a depot, a depot without a stock, damage without a crew, a demand
/// on what neither answers calls nor has people or a stock, a derate of one thing; each with its row
[[nodiscard]] Result<FullModel> compile(const region::Region& region, const cascade::RunSettings& settings,
                                        cascade::CompiledRegion core);

}  // namespace veer::operations
