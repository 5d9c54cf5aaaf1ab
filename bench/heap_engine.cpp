// The yardstick: a plain event engine for `region-cascade-1`, one replica at a time.
//
//   heap_engine MODEL.json [replicas=1] [first=0] [--quiet]
//
// What a careful C++ programmer writes without knowing anything of the project's own engines: one binary heap of
// events, state in contiguous arrays, nothing allocated for an event, random numbers drawn when they are first needed.
// It prints the lines of the reference programs, or with --quiet keeps what an ensemble keeps (in how many replicas
// each component was down at each tick, person-ticks lost by service) and prints the same digest of that as `veer
// cascade --quiet`. The rate on standard error leaves reading the model out.

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <queue>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "cascade/region_cascade_1.hpp"
#include "formats/files.hpp"

namespace {

using namespace veer;
using cascade::never;
using cascade::Tick;

/// What never changes of a component, and of a need.
struct ComponentFacts {
  const std::uint16_t* restart = nullptr;  ///< quantiles of R
  const std::uint16_t* hit = nullptr;      ///< quantiles of H; null: never hit
  std::uint32_t first_user = 0;            ///< in Model::users, until the next component's
  std::int32_t service = -1;
  std::int64_t population = 0;
};
struct NeedFacts {
  std::uint32_t component = 0;
  Tick full = 0;  ///< q·b
  Tick tank = 0;
  std::uint64_t start_fail_below = 0;
  const std::uint16_t* run = nullptr;     ///< quantiles of F; null: no generator
  const std::uint16_t* refuel = nullptr;  ///< quantiles of D; null: no contract
};

/// The model in the order in which the engine touches it.
struct Model {
  explicit Model(const cascade::ExchangeModel& exchange);
  Tick horizon = 0;
  Tick recharge = 1;
  std::uint64_t seed = 0;
  std::size_t services = 0;
  std::vector<ComponentFacts> components;  ///< and one more, for the end of the last one's users
  std::vector<NeedFacts> needs;
  std::vector<std::uint32_t> users;    ///< needs by supplier, once for each time it is listed
  std::vector<Tick> surplus;           ///< by need: suppliers less k
  std::vector<std::uint32_t> hit;      ///< components that may be hit
  std::vector<std::uint32_t> starved;  ///< needs that are never supplied
  [[nodiscard]] std::size_t component_count() const { return components.size() - 1; }
};

Model::Model(const cascade::ExchangeModel& exchange) {
  const cascade::Program& program = exchange.program;
  const auto table = [&program](const cascade::Draw& draw) -> const std::uint16_t* {
    return draw.table < 0 ? nullptr : program.tables[static_cast<std::size_t>(draw.table)].data();
  };
  horizon = program.horizon;
  seed = program.seed;
  services = exchange.service_names.size();
  components.resize(program.component_count() + 1);
  for (std::size_t c = 0; c < component_count(); ++c) {
    components[c] = {.restart = table(program.restart[c]),
                     .first_user = program.user_begin[c],
                     .service = exchange.service[c],
                     .population = exchange.population[c]};
  }
  components.back().first_user = static_cast<std::uint32_t>(program.users.size());
  users = program.users;
  for (const cascade::Hit& row : program.hits) {
    components[row.component].hit = table(row.length_delay);
    hit.push_back(row.component);
  }
  for (std::size_t j = 0; j < program.need_count(); ++j) {
    NeedFacts need{.component = program.need_component[j]};
    for (std::size_t i = program.backup_begin[j]; i < program.backup_begin[j + 1]; ++i) {
      const cascade::Backup& backup = program.backups[i];
      if (backup.kind == cascade::BackupKind::reservoir) {
        recharge = backup.recharge;
        need.full = backup.capacity.constant * backup.recharge;
      } else {
        need.tank = backup.capacity.constant;
        need.start_fail_below = backup.start_fail_below;
        need.run = table(backup.run);
        need.refuel = table(backup.from);
      }
    }
    needs.push_back(need);
    surplus.push_back(static_cast<Tick>(program.suppliers_of(j).size()) - static_cast<Tick>(program.need_k[j]));
    if (surplus.back() < 0) starved.push_back(static_cast<std::uint32_t>(j));
  }
}

/// An event as one number, in the order in which events happen: tick, then what may bring something up (rise) before
/// what may take something down, then what it is about. A tick has 16 bits, an item 32.
using Event = std::uint64_t;
enum class What : std::uint64_t { hit_ends = 0, restart = 1, fuel_comes = 2, look = 3 };
Event event_at(Tick tick, What what, std::uint32_t item) {
  return (static_cast<std::uint64_t>(tick) << 34U) | (static_cast<std::uint64_t>(what) << 32U) | item;
}

class Engine {
 public:
  explicit Engine(const Model& model) : model_(model) {
    fresh_components_.resize(model.component_count());
    for (std::size_t j = 0; j < model.needs.size(); ++j)
      fresh_needs_.push_back({.surplus = model.surplus[j], .level = model.needs[j].full});
    components_ = fresh_components_;
    needs_ = fresh_needs_;
    std::vector<Event> room;
    room.reserve(model.component_count() + model.needs.size());
    events_ = Heap(std::greater<>(), std::move(room));
  }

  /// Runs one replica; `down(component, start, end)` hears of every down interval.
  template <class Down>
  void run(std::uint32_t replica, Down&& down);

 private:
  enum class Mode : std::uint8_t { supplied, reservoir, generator, unmet };
  struct Component {
    std::int32_t trouble = 0;  ///< unmet needs, and one while hit
    Tick restart = 0;          ///< R; 0: not drawn yet
    Tick due = never;          ///< comes up, unless new trouble comes first
    Tick down_since = -1;      ///< kept until the tick in which it came up is over
    bool up = true;
  };
  struct Need {
    Tick surplus = 0;  ///< suppliers that are up, less k
    Tick level = 0;    ///< of the reservoir, in 1/q ticks, at `since`
    Tick ran = 0;      ///< of the generator, at `since`
    Tick since = 0;
    Tick look = never;  ///< when to look again
    Tick run = -1;      ///< F, 0 when it does not start; -1: not drawn yet
    Tick refuel = never;
    Mode mode = Mode::supplied;
  };
  using Heap = std::priority_queue<Event, std::vector<Event>, std::greater<>>;

  void draw_generator(std::uint32_t j, Need& need) const;
  void schedule(Tick tick, What what, std::uint32_t item) {
    if (tick < model_.horizon) events_.push(event_at(tick, what, item));
  }
  void add_trouble(std::uint32_t c, Tick tick);
  void remove_trouble(std::uint32_t c, Tick tick);
  void rise(std::uint32_t c, Tick tick);
  void fall(Tick tick);
  void lose_supply(std::uint32_t j, Tick tick);
  void gain_supply(std::uint32_t j, Tick tick);
  void account(Need& need, Tick tick) const;
  void carry(std::uint32_t j, Tick tick);
  void handle(What what, std::uint32_t item, Tick tick);

  const Model& model_;
  std::uint32_t replica_ = 0;
  std::vector<Component> fresh_components_;
  std::vector<Need> fresh_needs_;
  std::vector<Component> components_;
  std::vector<Need> needs_;
  std::vector<std::uint32_t> risen_;    ///< in this tick
  std::vector<std::uint32_t> falling_;  ///< down, their users not told yet
  Heap events_;
};

/// Two generator words of the format, in the order of its description: start, F, D.
void Engine::draw_generator(std::uint32_t j, Need& need) const {
  const NeedFacts& facts = model_.needs[j];
  need.run = 0;
  if (facts.run == nullptr) return;
  const PhiloxBlock words = draw_block(model_.seed, replica_, StableId{j}, Purpose::need);
  if (words[0] < facts.start_fail_below) return;
  need.run = facts.run[words[1] >> 22U];
  if (facts.refuel != nullptr) need.refuel = facts.refuel[words[2] >> 22U];
}

void Engine::add_trouble(std::uint32_t c, Tick tick) {
  Component& component = components_[c];
  if (component.trouble++ > 0) return;
  component.due = never;
  if (!component.up) return;
  component.up = false;
  if (component.down_since < 0) component.down_since = tick;
  falling_.push_back(c);
}

void Engine::remove_trouble(std::uint32_t c, Tick tick) {
  Component& component = components_[c];
  if (--component.trouble > 0) return;
  if (component.restart == 0) {
    const PhiloxBlock words = draw_block(model_.seed, replica_, StableId{c}, Purpose::asset);
    component.restart = std::max<Tick>(1, model_.components[c].restart[words[0] >> 22U]);
  }
  component.due = tick + component.restart;
  schedule(component.due, What::restart, c);
}

void Engine::rise(std::uint32_t c, Tick tick) {
  Component& component = components_[c];
  component.due = never;
  component.up = true;
  risen_.push_back(c);
  for (std::uint32_t i = model_.components[c].first_user; i < model_.components[c + 1].first_user; ++i) {
    const std::uint32_t j = model_.users[i];
    if (++needs_[j].surplus == 0) gain_supply(j, tick);
  }
}

/// Tells the users of what went down, and theirs, until nothing more goes down.
void Engine::fall(Tick tick) {
  while (!falling_.empty()) {
    const std::uint32_t c = falling_.back();
    falling_.pop_back();
    for (std::uint32_t i = model_.components[c].first_user; i < model_.components[c + 1].first_user; ++i) {
      const std::uint32_t j = model_.users[i];
      if (needs_[j].surplus-- == 0) lose_supply(j, tick);
    }
  }
}

/// Brings the stocks up to date: since `since` the need did one thing only.
void Engine::account(Need& need, Tick tick) const {
  const Tick passed = tick - need.since;
  if (need.mode == Mode::reservoir) need.level = std::max(0, need.level - model_.recharge * passed);
  if (need.mode == Mode::generator) need.ran += passed;
  need.since = tick;
}

void Engine::gain_supply(std::uint32_t j, Tick tick) {
  Need& need = needs_[j];
  account(need, tick);
  if (need.mode == Mode::unmet) remove_trouble(model_.needs[j].component, tick);
  need.mode = Mode::supplied;
  need.look = never;
}

void Engine::lose_supply(std::uint32_t j, Tick tick) {
  Need& need = needs_[j];
  need.level = std::min(model_.needs[j].full, need.level + (tick - need.since));
  need.since = tick;
  carry(j, tick);
}

/// Decides what carries a need without supply from this tick on, and when to look again. Stocks are up to date.
void Engine::carry(std::uint32_t j, Tick tick) {
  Need& need = needs_[j];
  const NeedFacts& facts = model_.needs[j];
  need.look = never;
  if (need.level > 0) {
    need.mode = Mode::reservoir;
    need.look = tick + (need.level + model_.recharge - 1) / model_.recharge;
    schedule(need.look, What::look, j);
    return;
  }
  if (need.run < 0) draw_generator(j, need);
  const bool fuelled = tick >= need.refuel;
  if (need.ran < need.run && (fuelled || need.ran < facts.tank)) {
    need.mode = Mode::generator;
    need.look = tick + (fuelled ? need.run : std::min(need.run, facts.tank)) - need.ran;
    schedule(need.look, What::look, j);
    return;
  }
  if (need.mode != Mode::unmet) add_trouble(facts.component, tick);
  need.mode = Mode::unmet;
  if (need.ran < need.run && !fuelled) {
    need.look = need.refuel;
    schedule(need.look, What::fuel_comes, j);
  }
}

void Engine::handle(What what, std::uint32_t item, Tick tick) {
  switch (what) {
    case What::hit_ends:
      remove_trouble(item, tick);
      break;
    case What::restart:
      if (components_[item].due == tick) rise(item, tick);  // else new trouble came in between
      break;
    case What::fuel_comes:
      if (needs_[item].look != tick || needs_[item].mode != Mode::unmet) break;
      needs_[item].since = tick;
      remove_trouble(model_.needs[item].component, tick);
      needs_[item].mode = Mode::generator;
      carry(item, tick);
      break;
    case What::look:
      if (needs_[item].look != tick || needs_[item].mode == Mode::unmet) break;
      account(needs_[item], tick);
      carry(item, tick);
      break;
  }
}

template <class Down>
void Engine::run(std::uint32_t replica, Down&& down) {
  replica_ = replica;
  std::memcpy(components_.data(), fresh_components_.data(), components_.size() * sizeof(Component));
  std::memcpy(needs_.data(), fresh_needs_.data(), needs_.size() * sizeof(Need));
  for (const std::uint32_t c : model_.hit) {
    const PhiloxBlock words = draw_block(model_.seed, replica, StableId{c}, Purpose::asset);
    const Tick length = model_.components[c].hit[words[1] >> 22U];
    if (length == 0) continue;
    add_trouble(c, 0);
    schedule(length, What::hit_ends, c);
  }
  for (const std::uint32_t j : model_.starved) lose_supply(j, 0);
  fall(0);
  while (!events_.empty()) {
    const auto tick = static_cast<Tick>(events_.top() >> 34U);
    while (!events_.empty() && static_cast<Tick>(events_.top() >> 34U) == tick) {
      const Event event = events_.top();
      events_.pop();
      handle(static_cast<What>((event >> 32U) & 3U), static_cast<std::uint32_t>(event), tick);
      if (!falling_.empty()) fall(tick);
    }
    for (const std::uint32_t c : risen_) {
      Component& component = components_[c];
      if (!component.up) continue;  // it fell again in the tick in which it rose
      down(c, component.down_since, tick);
      component.down_since = -1;
    }
    risen_.clear();
  }
  for (std::uint32_t c = 0; c < components_.size(); ++c)
    if (!components_[c].up) down(c, components_[c].down_since, model_.horizon);
}

constexpr std::uint64_t fnv_start = 0xcbf29ce484222325ULL;
std::uint64_t fnv(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * 0x100000001b3ULL; }

/// Prints a line for each replica.
void print_lines(const Model& model, Engine& engine, std::uint32_t first, std::uint32_t count) {
  std::vector<std::int64_t> lost(model.services);
  for (std::uint32_t r = first; r < first + count; ++r) {
    std::uint64_t fingerprint = 0;
    std::fill(lost.begin(), lost.end(), 0);
    engine.run(r, [&](std::uint32_t c, Tick start, Tick end) {
      const ComponentFacts& facts = model.components[c];
      fingerprint += cascade::interval_hash(c, {start, end});
      if (facts.service >= 0) lost[static_cast<std::size_t>(facts.service)] += facts.population * (end - start);
    });
    std::printf("%u %016llx", r, static_cast<unsigned long long>(fingerprint));
    for (const std::int64_t total : lost) std::printf(" %lld", static_cast<long long>(total));
    std::printf("\n");
  }
}

/// Keeps the outputs of an ensemble and prints a digest of them.
std::uint64_t keep_outputs(const Model& model, Engine& engine, std::uint32_t first, std::uint32_t count) {
  const std::size_t ticks = static_cast<std::size_t>(model.horizon) + 1;
  std::vector<std::int32_t> changes(model.component_count() * ticks, 0);
  std::vector<std::int64_t> lost(model.services);
  std::uint64_t digest = 0;
  for (std::uint32_t r = first; r < first + count; ++r) {
    std::fill(lost.begin(), lost.end(), 0);
    engine.run(r, [&](std::uint32_t c, Tick start, Tick end) {
      const ComponentFacts& facts = model.components[c];
      ++changes[c * ticks + static_cast<std::size_t>(start)];
      --changes[c * ticks + static_cast<std::size_t>(end)];
      if (facts.service >= 0) lost[static_cast<std::size_t>(facts.service)] += facts.population * (end - start);
    });
    std::uint64_t hash = fnv_start ^ r;
    for (const std::int64_t total : lost) hash = fnv(hash, static_cast<std::uint64_t>(total));
    digest += hash;
  }
  std::uint64_t table = fnv_start;
  for (std::size_t c = 0; c < model.component_count(); ++c) {
    std::int32_t down = 0;
    for (std::size_t tick = 0; tick + 1 < ticks; ++tick)
      table = fnv(table, static_cast<std::uint32_t>(down += changes[c * ticks + tick]));
  }
  return digest + table;
}

std::uint32_t number_or(const std::vector<std::string>& words, std::size_t index, std::uint32_t otherwise) {
  if (index >= words.size()) return otherwise;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(words[index].data(), words[index].data() + words[index].size(), value);
  if (error == std::errc{} && *end == '\0') return value;
  std::fprintf(stderr, "heap_engine: '%s' is no number of replicas\n", words[index].c_str());
  std::exit(2);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  const bool quiet = std::erase(words, "--quiet") > 0;
  if (words.empty() || words.size() > 3) {
    std::fprintf(stderr, "usage: heap_engine MODEL.json [replicas=1] [first=0] [--quiet]\n");
    return 2;
  }
  const std::uint32_t count = number_or(words, 1, 1);
  const std::uint32_t first = number_or(words, 2, 0);
  const auto text = formats::read_file(words[0]);
  const auto exchange = text ? cascade::parse_region_cascade_1(*text, words[0]) : tl::unexpected(text.error());
  if (!exchange) {
    const Error& error = exchange.error();
    std::fprintf(stderr, "heap_engine: %s: %s", words[0].c_str(), error.message.key.c_str());
    for (const std::string& argument : error.message.arguments) std::fprintf(stderr, " %s", argument.c_str());
    std::fprintf(stderr, "\n");
    return 1;
  }
  const Model model(*exchange);
  Engine engine(model);
  const auto begin = std::chrono::steady_clock::now();
  if (quiet)
    std::printf("%016llx\n", static_cast<unsigned long long>(keep_outputs(model, engine, first, count)));
  else
    print_lines(model, engine, first, count);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::fprintf(stderr, "%.3f replicas/s\n", count / seconds);
  return 0;
}
