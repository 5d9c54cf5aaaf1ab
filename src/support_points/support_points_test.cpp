#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/random.hpp"
#include "region/support_figures.hpp"
#include "support_points/assets.hpp"
#include "support_points/demand.hpp"
#include "support_points/ground.hpp"
#include "support_points/make_plan.hpp"
#include "support_points/staff.hpp"

using namespace veer;
using namespace veer::support_points;

namespace {

constexpr double far = siting::unreachable;

/// Whole numbers that depend on the seed alone.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : seed_(seed) {}
  int roll(int least, int most) {
    const auto word = philox({count_++, seed_, 0, 0}, 72)[0];
    return least + static_cast<int>(word % static_cast<std::uint32_t>(most - least + 1));
  }

 private:
  std::uint32_t seed_;
  std::uint32_t count_ = 0;
};

region::Parameter figure(const std::string& id, double value, const std::string& unit = "h") {
  region::Parameter out;
  out.id = out.group = id;
  out.low = out.typical = out.high = value;
  out.unit_text = unit;
  out.unit = unit == "h" ? region::Unit::hours : region::Unit::other;
  out.distribution = region::Distribution::fixed;
  return out;
}

/// Two municipalities, a square of residents for each number, and candidates along a line.
struct Town {
  region::Region region;

  explicit Town(const std::vector<int>& residents) {
    for (const char* id : {"west", "east"}) {
      region::Organisation row;
      row.id = row.name = id;
      row.kind = region::OrganisationKind::municipality;
      region.organisations.push_back(row);
      region::Area area;
      area.id = area.name = id;
      area.municipality = region::OrganisationId{region.organisations.size() - 1};
      area.preparedness = "default";
      region.areas.push_back(area);
    }
    region.parameters = {figure("outdoor.winter", 4, "degrees C"), figure("tau.thick", 80), figure("tau.thin", 30)};
    for (std::size_t i = 0; i < 2; ++i) {
      region::Zone zone;
      zone.id = i == 0 ? "thick" : "thin";
      zone.area = region::AreaId{i};
      zone.building = region::ParameterId{1 + i};
      region.zones.push_back(zone);
    }
    for (std::size_t i = 0; i < residents.size(); ++i) {
      region::Cell cell;
      cell.id = "square-" + std::to_string(i);
      cell.zone = region::ZoneId{i % 2};
      cell.centre = {4.3 + 0.01 * static_cast<double>(i), 52};
      cell.residents = residents[i];
      region.zones[i % 2].residents += residents[i];
      region.areas[i % 2].residents += residents[i];
      region.cells.push_back(cell);
    }
    region.make_index();
  }

  void candidate(const std::string& id, region::SupportLevel level, double lon, double capacity = 60) {
    region::SupportPoint row;
    row.id = row.name = id;
    row.level = level;
    row.organisation = region::OrganisationId{0};
    row.area = region::AreaId{region.support_points.size() % 2};
    row.place = {lon, 52.01};
    row.functions = "information charging";
    row.capacity_per_h = capacity;
    region.support_points.push_back(row);
  }

  void walks(std::size_t cell, std::vector<std::pair<std::size_t, double>> minutes) {
    region::CellWalks row;
    row.id = std::to_string(cell);
    row.cell = region::CellId{cell};
    std::sort(minutes.begin(), minutes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [point, time] : minutes) row.walks.push_back({region::SupportPointId{point}, time});
    region.walks.push_back(row);
  }
};

constexpr std::size_t locals = 6;
constexpr std::size_t uppers = 3;

/// A town in which half of the walks are there.
Town random_town(Dice& dice, bool everybody = false) {
  std::vector<int> residents;
  const int squares = dice.roll(4, 7);
  for (int i = 0; i < squares; ++i) residents.push_back(dice.roll(20, 900));
  Town town(residents);
  for (std::size_t i = 0; i < locals; ++i)
    town.candidate("local-" + std::to_string(i), region::SupportLevel::local, 4.3 + 0.01 * static_cast<double>(i), 100);
  for (std::size_t i = 0; i < uppers; ++i)
    town.candidate("upper-" + std::to_string(i), region::SupportLevel::coordinating,
                   4.29 + 0.03 * static_cast<double>(i));
  for (std::size_t cell = 0; cell < residents.size(); ++cell) {
    std::vector<std::pair<std::size_t, double>> row;
    for (std::size_t point = 0; point < locals; ++point)
      if (everybody || dice.roll(0, 9) < 6) row.emplace_back(point, dice.roll(1, 40));
    town.walks(cell, row);
  }
  return town;
}

/// What every set of sites is worth, by trying all of them: written apart from the solvers.
class Enumeration {
 public:
  Enumeration(const region::Region& region, const Question& question)
      : region_(region), question_(question), weight_(demand().visitors(demand().typical())) {}

  [[nodiscard]] const std::vector<double>& weight() const { return weight_; }

  [[nodiscard]] double minutes(std::size_t cell, const std::vector<std::size_t>& sites, double otherwise) const {
    double least = otherwise;
    for (const auto& row : region_.walks)
      if (row.cell.index() == cell)
        for (const auto& walk : row.walks)
          if (std::find(sites.begin(), sites.end(), walk.support_point.index()) != sites.end())
            least = std::min(least, walk.minutes);
    return least;
  }

  [[nodiscard]] double walking(const std::vector<std::size_t>& sites) const {
    double sum = 0;
    for (std::size_t cell = 0; cell < weight_.size(); ++cell) sum += weight_[cell] * minutes(cell, sites, 60);
    return sum;
  }

  /// Courier minutes to the nearest of these upper points.
  [[nodiscard]] double couriers(const std::vector<std::size_t>& sites, const std::vector<std::size_t>& above) const {
    double sum = 0;
    for (const std::size_t site : sites) {
      double least = far;
      for (const std::size_t upper : above)
        least =
            std::min(least, metres_between(region_.support_points[site].place, region_.support_points[upper].place));
      sum += least * 1.25 / (15000.0 / 60) * 24;
    }
    return sum;
  }

  template <class Worth>
  double best(std::size_t count, bool more, Worth&& worth) const {
    double out = more ? -far : far;
    for (std::size_t mask = 0; mask < (1U << locals); ++mask) {
      std::vector<std::size_t> sites;
      for (std::size_t i = 0; i < locals; ++i)
        if ((mask >> i & 1U) != 0) sites.push_back(i);
      if (sites.size() != count || !allowed(sites)) continue;
      const double value = worth(sites);
      out = more ? std::max(out, value) : std::min(out, value);
    }
    return out;
  }

  template <class Visit>
  void each_upper(std::size_t count, Visit&& visit) const {
    for (std::size_t mask = 0; mask < (1U << uppers); ++mask) {
      std::vector<std::size_t> sites;
      for (std::size_t i = 0; i < uppers; ++i)
        if ((mask >> i & 1U) != 0) sites.push_back(locals + i);
      if (sites.size() == count) visit(sites);
    }
  }

 private:
  [[nodiscard]] Demand demand() const { return *Demand::build(region_, "winter"); }
  [[nodiscard]] bool allowed(const std::vector<std::size_t>& sites) const {
    const auto has = [&](std::size_t site) { return std::find(sites.begin(), sites.end(), site) != sites.end(); };
    std::array<std::size_t, 2> in{};
    for (std::size_t i = 0; i < locals; ++i) {
      const std::string id = "local-" + std::to_string(i);
      const auto named = [&](const std::vector<std::string>& ids) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
      };
      if (named(question_.must) && !has(i)) return false;
      if (named(question_.must_not) && has(i)) return false;
      if (question_.keep && region_.support_points[i].confirmed && !has(i)) return false;
      if (has(i)) ++in[i % 2];
    }
    return in[0] >= question_.per_municipality && in[1] >= question_.per_municipality;
  }

  const region::Region& region_;
  const Question& question_;
  std::vector<double> weight_;
};

Question asked(std::size_t points, std::size_t coordinating) {
  Question question;
  question.points = points;
  question.coordinating = coordinating;
  question.compare = false;
  return question;
}

/// The plan, proven: value as expected and bound on its right side.
void check_best(const region::Region& region, const Question& question, double expected, bool more = false) {
  const auto plan = make_plan(region, question, {});
  REQUIRE_MESSAGE(plan.has_value(), (plan ? "" : plan.error().message.key));
  const Proof& proof = plan->proofs.front();
  CHECK(proof.value == doctest::Approx(expected).epsilon(1e-6));
  CHECK((more ? proof.bound >= expected * (1 - 1e-6) : proof.bound <= expected * (1 + 1e-6)));
}

}  // namespace

TEST_CASE("support points: least walking and couriers are as good as the best of all pairs of sets") {
  for (std::uint32_t seed = 0; seed < 25; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Town town = random_town(dice);
    const auto question =
        asked(static_cast<std::size_t>(dice.roll(1, 4)), static_cast<std::size_t>(dice.roll(1, uppers)));
    const Enumeration every(town.region, question);
    double best = far;
    every.each_upper(*question.coordinating, [&](const auto& above) {
      best = std::min(best, every.best(*question.points, false, [&](const auto& sites) {
        return every.walking(sites) + every.couriers(sites, above);
      }));
    });
    check_best(town.region, question, best);
  }
}

TEST_CASE("support points: musts, must-nots, kept points and a minimum per municipality hold") {
  for (std::uint32_t seed = 100; seed < 125; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Town town = random_town(dice);
    Question question = asked(4, 0);
    const int must = dice.roll(0, 5);
    question.must = {"local-" + std::to_string(must)};
    question.must_not = {"local-" + std::to_string((must + 1) % 6)};
    question.keep = true;
    town.region.support_points[static_cast<std::size_t>((must + 2) % 6)].confirmed = true;
    question.per_municipality = static_cast<std::size_t>(dice.roll(0, 2));
    const Enumeration every(town.region, question);
    check_best(town.region, question, every.best(4, false, [&](const auto& sites) { return every.walking(sites); }));
  }
}

TEST_CASE("support points: most visitors within reach, fading reach and a second point within reach") {
  for (std::uint32_t seed = 200; seed < 220; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Town town = random_town(dice);
    Question question = asked(2, 0);
    question.objective = Objective::cover;
    const Enumeration every(town.region, question);
    const auto sum = [&](const auto& sites, auto&& worth) {
      double out = 0;
      for (std::size_t cell = 0; cell < every.weight().size(); ++cell) out += every.weight()[cell] * worth(cell, sites);
      return out;
    };
    const auto within = [&](std::size_t cell, const auto& sites) {
      return every.minutes(cell, sites, far) <= 15 ? 1.0 : 0.0;
    };
    check_best(town.region, question, every.best(2, true, [&](const auto& s) { return sum(s, within); }), true);

    question.objective = Objective::gradual;
    check_best(town.region, question,
               every.best(2, true,
                          [&](const auto& s) {
                            return sum(s, [&](std::size_t cell, const auto& sites) {
                              const double minutes = every.minutes(cell, sites, far);
                              return minutes == far ? 0.0 : std::clamp(1 - (minutes - 15) / 15, 0.0, 1.0);
                            });
                          }),
               true);

    question.objective = Objective::backup;
    check_best(town.region, question,
               every.best(2, true,
                          [&](const auto& s) {
                            return sum(s, [&](std::size_t cell, const auto& sites) {
                              int near = 0;
                              for (const std::size_t site : sites)
                                near += every.minutes(cell, {site}, far) <= 15 ? 1 : 0;
                              return near == 0 ? 0.0 : near == 1 ? 0.75 : 1.0;
                            });
                          }),
               true);
  }
}

TEST_CASE("support points: everybody within reach with fewest points, and the shortest longest walk") {
  for (std::uint32_t seed = 300; seed < 320; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Town town = random_town(dice, true);
    Question question = asked(3, 0);
    const Enumeration every(town.region, question);
    const auto longest = [&](const auto& sites) {
      double out = 0;
      for (std::size_t cell = 0; cell < every.weight().size(); ++cell)
        out = std::max(out, every.minutes(cell, sites, far));
      return out;
    };
    question.objective = Objective::furthest;
    check_best(town.region, question, every.best(3, false, longest));

    question.objective = Objective::everyone;
    question.points.reset();
    question.reach_min = 20;
    // Who has nobody within reach is left out.
    std::size_t fewest = locals + 1;
    for (std::size_t count = 0; count <= locals && fewest > locals; ++count) {
      const double missed = every.best(count, false, [&](const auto& sites) {
        double out = 0;
        for (std::size_t cell = 0; cell < every.weight().size(); ++cell)
          if (every.minutes(cell, {0, 1, 2, 3, 4, 5}, far) <= 20 && every.minutes(cell, sites, far) > 20) out += 1;
        return out;
      });
      if (missed == 0) fewest = count;
    }
    check_best(town.region, question, static_cast<double>(fewest));
  }
}

TEST_CASE("support points: with room for everybody each square goes to one point that holds it") {
  int solved = 0;
  for (std::uint32_t seed = 400; seed < 420; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Town town = random_town(dice, true);
    Question question = asked(3, 0);
    question.objective = Objective::capacity;
    question.capacity_per_h = dice.roll(4, 12);
    const Enumeration every(town.region, question);
    const auto tenths = [&](std::size_t cell) { return std::llround(every.weight()[cell] * 0.12 * 10); };
    const double best = every.best(3, false, [&](const auto& sites) {
      // Every way to give squares to the three sites.
      double least = far;
      std::size_t ways = 1;
      for (std::size_t i = 0; i < every.weight().size(); ++i) ways *= 3;
      for (std::size_t way = 0; way < ways; ++way) {
        std::array<long long, 3> used{};
        double cost = 0;
        std::size_t rest = way;
        for (std::size_t cell = 0; cell < every.weight().size(); ++cell, rest /= 3) {
          used[rest % 3] += std::max(1LL, tenths(cell));
          cost += every.weight()[cell] * every.minutes(cell, {sites[rest % 3]}, far);
        }
        const auto most = std::llround(*question.capacity_per_h * 10);
        if (std::all_of(used.begin(), used.end(), [&](long long load) { return load <= most; }))
          least = std::min(least, cost);
      }
      return least;
    });
    if (best < far) {
      check_best(town.region, question, best);
      ++solved;
    } else {
      CHECK_FALSE(make_plan(town.region, question, {}).has_value());
    }
  }
  CHECK(solved > 3);
}

TEST_CASE("support points: plans that hold when points fail are the best on average, and at worst within their bound") {
  for (std::uint32_t seed = 500; seed < 515; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Town town = random_town(dice);
    for (std::size_t i = 0; i < locals; ++i)
      if (dice.roll(0, 2) == 0) town.region.support_points[i].exposed = dice.roll(0, 1) == 0 ? "flood" : "flood fire";
    Question question = asked(2, 0);
    question.robust = Robust::expected;
    const Enumeration every(town.region, question);
    const auto ground = lay_ground(town.region, question);
    REQUIRE(ground.has_value());
    const auto worlds = closing_worlds(town.region, *ground);
    double chances = 0;
    for (const auto& world : worlds) chances += world.chance;
    CHECK(chances == doctest::Approx(1));
    const auto in_world = [&](const siting::Scenario& world, std::vector<std::size_t> sites) {
      std::erase_if(sites, [&](std::size_t site) { return world.available[site] == 0; });
      return every.walking(sites);
    };
    check_best(town.region, question, every.best(2, false, [&](const auto& sites) {
      double sum = 0;
      for (const auto& world : worlds) sum += world.chance * in_world(world, sites);
      return sum;
    }));
    question.robust = Robust::worst;
    const double worst = every.best(2, false, [&](const auto& sites) {
      double most = 0;
      for (const auto& world : worlds) most = std::max(most, in_world(world, sites));
      return most;
    });
    const auto plan = make_plan(town.region, question, {});
    REQUIRE(plan.has_value());
    CHECK(plan->proofs.front().value >= worst * (1 - 1e-9));
    CHECK(plan->proofs.front().bound <= worst * (1 + 1e-9));
  }
}

TEST_CASE("support points: a budget buys the best set that it pays for") {
  for (std::uint32_t seed = 600; seed < 620; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Town town = random_town(dice);
    for (std::size_t i = 0; i < locals; ++i) town.region.support_points[i].cost_once_eur = 1000.0 * dice.roll(5, 30);
    Question question = asked(0, 0);
    question.points.reset();
    question.budget_eur = 1000.0 * dice.roll(20, 60);
    const Enumeration every(town.region, question);
    double best = far;
    for (std::size_t count = 0; count <= locals; ++count)
      best = std::min(best, every.best(count, false, [&](const auto& sites) {
        double price = 0;
        for (const std::size_t site : sites) price += *town.region.support_points[site].cost_once_eur;
        return price <= *question.budget_eur ? every.walking(sites) : far;
      }));
    check_best(town.region, question, best);
  }
}

TEST_CASE("support points: who walks where, loads and shares follow from the rows") {
  Town town({100, 300, 500});
  town.candidate("a", region::SupportLevel::local, 4.30);
  town.candidate("b", region::SupportLevel::local, 4.31);
  town.walks(0, {{0, 5}, {1, 30}});
  town.walks(1, {{0, 20}, {1, 10}});
  const auto plan = make_plan(town.region, asked(2, 0), {});
  REQUIRE(plan.has_value());
  REQUIRE(plan->points.size() == 2);
  CHECK(plan->walks[0].point == 0);
  CHECK(plan->walks[1].point == 1);
  CHECK_FALSE(plan->walks[2].point.has_value());
  CHECK(plan->walking.unreached == 500);
  CHECK(plan->walking.mean_min == doctest::Approx((100 * 5 + 300 * 10) / 400.0));
  CHECK(plan->walking.within_reach == doctest::Approx(400.0 / 900));
  CHECK(plan->walking.within[4] == doctest::Approx(100.0 / 900));
  CHECK(plan->walking.p95_min == far);
  CHECK(plan->points[0].residents == 100);
  // Information 1 kW and charging 1.5 kW; every building carries 10 kW.
  CHECK(plan->points[0].power_kw == doctest::Approx(2.5));
  CHECK(plan->points[0].wiring_holds == 1);
  CHECK(plan->once_eur == 40000);
  CHECK(plan->year_eur == 12000);
}

TEST_CASE(
    "support points: cold homes send more people, readiness sends fewer, and the total stays what was published") {
  Town town({1000, 1000});
  const auto demand = Demand::build(town.region, "winter");
  REQUIRE(demand.has_value());
  const auto visitors = demand->visitors(demand->typical());
  // With 4 degrees outside a home falls below 14 after tau * ln(16/10) hours: 37.6 h when thick, 14.1 h when thin. Both
  // are cold throughout hours 48 to 72, so that both send the share of cold homes.
  CHECK(visitors[0] == doctest::Approx(80));
  CHECK(visitors[1] == doctest::Approx(80));
  // 13 degrees outside: tau * ln(7) is 155.7 h when thick, too late, and 58.38 h when thin: cold for 13.62 of the 24.
  const auto mild = demand->visitors({0.03, 0.08, 0.5, 13});
  CHECK(mild[0] == doctest::Approx(30));
  CHECK(mild[1] == doctest::Approx(30 + 50 * 13.62 / 24).epsilon(1e-3));
  const auto total = demand->total();
  CHECK(total.p5 < total.p50);
  CHECK(total.p50 < total.p95);
}

TEST_CASE("support points: a municipality with fewer people than posts leaves posts empty") {
  Town town({5000});
  town.candidate("a", region::SupportLevel::local, 4.3);
  town.walks(0, {{0, 5}});
  region::Resource staff;
  staff.id = "support-staff/west";
  staff.kind = "support_staff";
  staff.amount = 6;  // three turns a day: two on duty at most, five are needed
  town.region.resources.push_back(staff);
  const auto plan = make_plan(town.region, asked(1, 0), {});
  REQUIRE(plan.has_value());
  REQUIRE(plan->rosters.size() == 1);
  CHECK(plan->rosters[0].needed == 5);
  CHECK(plan->rosters[0].shifts == 9);
  CHECK(plan->rosters[0].person_shifts == 45);
  CHECK(plan->rosters[0].short_chance == 1);
  CHECK(plan->rosters[0].unstaffed_share > 0.6);
  CHECK(plan->rosters[0].unstaffed_share < 0.8);
}

TEST_CASE("support points: a chosen point becomes an asset with a roster and wiring, struck by opening and shifts") {
  Town town({5000});
  town.candidate("a", region::SupportLevel::local, 4.3);
  town.walks(0, {{0, 5}});
  region::Service electricity;
  electricity.id = "electricity";
  town.region.services.push_back(electricity);
  region::Hazard hazard;
  hazard.id = "dark";
  hazard.season = "winter";
  hazard.horizon_h = 24;
  town.region.hazards.push_back(hazard);
  town.region.make_index();
  const auto plan = make_plan(town.region, asked(1, 0), {});
  REQUIRE(plan.has_value());
  const auto change = as_change(town.region, *plan, region::HazardId{0});
  REQUIRE(change.has_value());
  REQUIRE(change->assets.size() == 3);
  CHECK(change->assets[0].id == "support-point/a");
  CHECK(change->needs.size() == 2);  // wiring and staff; nothing else has a supplier here
  // Opening, and three shifts of eight hours in a day; wiring that always holds is never struck.
  REQUIRE(change->shocks.size() == 4);
  CHECK(change->shocks[0].target.kinds == std::vector<std::string>{"support_point"});
  CHECK(change->shocks[3].start_h == doctest::Approx(16 + 1.0 / 60));
  const auto changed = region::with(town.region, *change);
  REQUIRE(changed.has_value());
  CHECK(changed->find_asset("support-roster/a").has_value());
  CHECK_FALSE(region::with(*changed, *change).has_value());
}

TEST_CASE("support points: which assumption turns the choice") {
  // Residents of 65 and over live in the west, everybody else in the east; one point for both.
  Town town({400, 600});
  town.region.zones[0].groups[0] = 300;
  town.region.zones[1].groups[0] = 10;
  town.candidate("west", region::SupportLevel::local, 4.30);
  town.candidate("east", region::SupportLevel::local, 4.31);
  town.walks(0, {{0, 1}, {1, 30}});
  town.walks(1, {{0, 30}, {1, 1}});
  Question question = asked(1, 0);
  question.compare = true;
  const auto plan = make_plan(town.region, question, {});
  REQUIRE(plan.has_value());
  REQUIRE(plan->points.size() == 1);
  CHECK(plan->points[0].point == region::SupportPointId{1});
  std::set<std::string> turning;
  for (const Assumption& row : plan->assumptions)
    if (row.flips) turning.insert(row.id);
  CHECK(turning == std::set<std::string>{"vulnerable"});
}

TEST_CASE("support points: the work tells how far it is, and is cancelled at any step without an answer") {
  Dice dice(23);
  const Town town = random_town(dice, true);
  Question question = asked(2, 1);
  question.compare = true;
  std::size_t told = 0;  // a search that is proven at once tells nothing
  for (const Objective objective : {Objective::walk, Objective::cover, Objective::capacity, Objective::furthest}) {
    question.objective = objective;
    int asked = 0;
    std::vector<double> shares;
    Effort effort;
    effort.cancelled = [&] { return ++asked < 0; };
    effort.progress = [&](double share) { shares.push_back(share); };
    const auto whole = make_plan(town.region, question, effort);
    REQUIRE(whole);
    REQUIRE(asked > 0);
    told += shares.size();
    for (const double share : shares) CHECK((share >= 0 && share <= 1));
    const auto undisturbed = make_plan(town.region, question, {});
    REQUIRE(undisturbed);
    CHECK(undisturbed->proofs.front().value == whole->proofs.front().value);
    const int all = asked;
    for (int stop = 1; stop <= all; stop += 1 + all / 7) {
      int now = 0;
      effort.cancelled = [&] { return ++now >= stop; };
      const auto ended = make_plan(town.region, question, effort);
      REQUIRE_FALSE(ended);
      CHECK(ended.error().kind == ErrorKind::cancelled);
    }
  }
  CHECK(told > 0);
}

TEST_CASE("support points: what cannot be asked is told") {
  Town town({100});
  town.candidate("a", region::SupportLevel::local, 4.3);
  const auto key = [&](const Question& question) {
    const auto plan = make_plan(town.region, question, {});
    return plan ? std::string() : plan.error().message.key;
  };
  CHECK(key(asked(1, 0)) == "support_points.no_walks");
  town.walks(0, {{0, 5}});
  CHECK(key(asked(2, 0)) == "support_points.too_many.local");
  CHECK(key(asked(1, 1)) == "support_points.too_many.coordinating");
  Question question = asked(1, 0);
  question.must = {"b"};
  CHECK(key(question).starts_with("support_points.point."));
  question.must = question.must_not = {"a"};
  CHECK(key(question) == "support_points.point.both");
  question = asked(1, 0);
  question.season = "autumn";
  CHECK(key(question) == "support_points.parameter.missing");
}

TEST_CASE("support points: every standard figure has quantiles") {
  const region::Region nowhere;
  for (const region::StandardFigure& row : region::support_figures()) {
    CAPTURE(row.id);
    CHECK(region::quantiles(region::support_parameter(nowhere, row.id)).has_value());
  }
}
