// The yardstick: a plain event engine for `region-cascade-1`, one replica at a time.
//
//   heap_engine MODEL.json [replicas=1] [first=0] [--quiet]
//
// What a careful C++ programmer writes without knowing anything of the project's own engines: a binary heap of events,
// state in contiguous arrays, nothing allocated for an event. It prints the lines of the reference programs, or with
// --quiet keeps what an ensemble keeps (in how many replicas each component was down at each tick, person-ticks lost by
// service) and prints the same digest of that as `veer cascade --quiet`. The rate on standard error leaves reading out.
//
// What was worth its lines, measured on the generated region of scale 1 (rates go up by that factor): the heap written
// out, so that the choice between two children is no branch (1.3); no event for the return of what nothing needs (1.2);
// all restart times of a replica drawn in loops that become vector code (1.1); what an event touches in one place
// (1.1); two heaps, for what may bring something up and for back-ups that end (1.05); no event for the end of a
// reservoir while its component is down anyway (1.02). What was not: events of 32 bits, prefetching, large pages, and
// an agenda for each component that nothing needs instead of events.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "cascade/region_cascade_1.hpp"
#include "formats/files.hpp"

namespace {

using namespace veer;
using cascade::never;
using cascade::Tick;
using Quantiles = const std::uint16_t*;

/// A need as it is at the start of a replica, and then as it becomes. All that an event touches lies together.
struct Need {
  enum class Mode : std::uint8_t { supplied, reservoir, generator, unmet };
  Tick surplus = 0;  ///< suppliers that are up, less k
  Tick level = 0;    ///< of the reservoir, in 1/q ticks, at `since`
  Tick full = 0;     ///< q·b
  Tick since = 0;
  Tick look = never;  ///< when to look again
  std::uint32_t component = 0;
  std::int32_t generator = -1;  ///< in the list of generators
  Mode mode = Mode::supplied;
};

struct Generator {
  std::uint32_t need = 0;
  Tick ran = 0;   ///< at `since` of the need
  Tick run = -1;  ///< F, 0 when it does not start; -1: not drawn yet
  Tick from = never;
};
struct GeneratorFacts {
  std::uint64_t start_fail_below = 0;
  Quantiles run = nullptr;
  Quantiles refuel = nullptr;  ///< null: no contract
  Tick tank = 0;
};

struct Component {
  std::int32_t trouble = 0;  ///< unmet needs, and one while hit
  Tick restart = 0;          ///< R
  Tick due = never;          ///< comes up, unless new trouble comes first
  Tick down_since = -1;      ///< kept until the tick in which it came up is over
  bool up = true;
  std::uint16_t asleep = 0;  ///< needs on their reservoir that wait for the end of the trouble
  bool leaf = false;  ///< nothing needs it, so nothing waits for its return: its end is booked when it next fails
};

/// The model in the order in which the engine touches it.
struct Model {
  explicit Model(const cascade::ExchangeModel& exchange);
  Tick horizon = 0;
  Tick recharge = 1;
  std::uint64_t seed = 0;
  std::vector<Need> needs;  ///< at the start of a replica
  std::vector<Generator> generators;
  std::vector<GeneratorFacts> generator_facts;
  std::vector<Quantiles> restart;         ///< by component
  std::vector<std::uint32_t> user_begin;  ///< by component, in users, and the end
  std::vector<std::uint32_t> need_begin;  ///< by component, in needs, and the end
  std::vector<std::uint32_t> users;       ///< needs, once for each time the supplier is listed
  std::vector<std::pair<std::uint32_t, Quantiles>> hits;
  std::vector<std::uint32_t> starved;  ///< needs that are never supplied
  std::size_t services = 0;
  std::vector<std::int32_t> service;     ///< by component, -1: no demand zone
  std::vector<std::int64_t> population;  ///< by component
  [[nodiscard]] std::size_t component_count() const { return restart.size(); }
};

Model::Model(const cascade::ExchangeModel& exchange)
    : horizon(exchange.program.horizon),
      seed(exchange.program.seed),
      user_begin(exchange.program.user_begin),
      need_begin(exchange.program.need_begin),
      users(exchange.program.users),
      services(exchange.service_names.size()),
      service(exchange.service),
      population(exchange.population) {
  const cascade::Program& program = exchange.program;
  const auto table = [&program](const cascade::Draw& draw) -> Quantiles {
    return draw.table < 0 ? nullptr : program.tables[static_cast<std::size_t>(draw.table)].data();
  };
  for (const cascade::Draw& draw : program.restart) restart.push_back(table(draw));
  for (const cascade::Hit& hit : program.hits) hits.emplace_back(hit.component, table(hit.length_delay));
  for (std::uint32_t j = 0; j < program.need_count(); ++j) {
    Need need{.surplus = static_cast<Tick>(program.suppliers_of(j).size()) - static_cast<Tick>(program.need_k[j]),
              .component = program.need_component[j]};
    for (std::size_t i = program.backup_begin[j]; i < program.backup_begin[j + 1]; ++i) {
      const cascade::Backup& backup = program.backups[i];
      if (backup.kind == cascade::BackupKind::reservoir) {
        recharge = backup.recharge;
        need.level = need.full = backup.capacity.constant * backup.recharge;
      } else {
        need.generator = static_cast<std::int32_t>(generators.size());
        generators.push_back({.need = j});
        generator_facts.push_back(
            {backup.start_fail_below, table(backup.run), table(backup.from), backup.capacity.constant});
      }
    }
    needs.push_back(need);
    if (need.surplus < 0) starved.push_back(j);
  }
}

/// What may bring something up, and a look at a need whose back-up ends. Within a tick the former comes first.
enum class What : std::uint8_t { hit_ends, restart, fuel_comes, look };
/// An event as one number, so that the least is the first: tick, what, and the component or need.
using Event = std::uint64_t;
Event event_at(Tick tick, What what, std::uint32_t item) {
  return (static_cast<std::uint64_t>(tick) << 34U) | (static_cast<std::uint64_t>(what) << 32U) | item;
}

/// A binary heap, least first. std::pop_heap picks the lesser child by a branch that is wrong half of the time.
class EventHeap {
 public:
  void reserve(std::size_t most) { events_.reserve(most); }
  /// Of the first event; never: there is none.
  [[nodiscard]] Tick tick() const { return events_.empty() ? never : static_cast<Tick>(events_.front() >> 34U); }
  [[nodiscard]] What what() const { return static_cast<What>((events_.front() >> 32U) & 3U); }
  [[nodiscard]] std::uint32_t item() const { return static_cast<std::uint32_t>(events_.front()); }
  void push(Event event) {
    events_.push_back(event);
    climb(events_.size() - 1, event);
  }
  /// The hole at the top sinks to the bottom, and the last event climbs up from there.
  void pop() {
    const Event last = events_.back();
    events_.pop_back();
    if (events_.empty()) return;
    const std::size_t size = events_.size();
    std::size_t hole = 0;
    std::size_t child = 1;
    while (child + 1 < size) {
      child += events_[child + 1] < events_[child] ? 1U : 0U;
      events_[hole] = events_[child];
      hole = child;
      child = 2 * hole + 1;
    }
    if (child < size) {
      events_[hole] = events_[child];
      hole = child;
    }
    climb(hole, last);
  }

 private:
  void climb(std::size_t at, Event event) {
    for (; at > 0 && event < events_[(at - 1) / 2]; at = (at - 1) / 2) events_[at] = events_[(at - 1) / 2];
    events_[at] = event;
  }
  std::vector<Event> events_;
};

class Engine {
 public:
  explicit Engine(const Model& model);
  struct Down {
    std::uint32_t component = 0;
    Tick start = 0;
    Tick end = 0;
  };
  /// Runs one replica; its down intervals, in no particular order, stay until the next run.
  const std::vector<Down>& run(std::uint32_t replica);

 private:
  void draw_components();
  void draw_generator(Generator& generator, const GeneratorFacts& facts) const;
  void schedule(Tick tick, What what, std::uint32_t item) {
    if (tick < model_.horizon) (what == What::look ? looks_ : rises_).push(event_at(tick, what, item));
  }
  void add_trouble(std::uint32_t c, Tick tick);
  void remove_trouble(std::uint32_t c, Tick tick);
  void rise(std::uint32_t c, Tick tick);
  void fall(Tick tick);
  void lose_supply(std::uint32_t j, Tick tick);
  void gain_supply(std::uint32_t j, Tick tick);
  static bool asleep(const Need& need) { return need.mode == Need::Mode::reservoir && need.look == never; }
  void account(Need& need, Tick tick);
  void carry(std::uint32_t j, Tick tick);
  void wake(std::uint32_t c, Tick tick);
  void handle_rise(What what, std::uint32_t item, Tick tick);
  void handle_look(std::uint32_t j, Tick tick);

  const Model& model_;
  std::uint32_t replica_ = 0;
  std::vector<Component> components_;
  std::vector<Need> needs_;
  std::vector<Generator> generators_;
  std::vector<std::uint32_t> risen_;    ///< in this tick
  std::vector<std::uint32_t> falling_;  ///< down, their users not told yet
  std::vector<Down> down_;
  EventHeap rises_;
  EventHeap looks_;
};

Engine::Engine(const Model& model)
    : model_(model), components_(model.component_count()), needs_(model.needs), generators_(model.generators) {
  rises_.reserve(2 * model.component_count() + model.needs.size());
  looks_.reserve(2 * model.needs.size());
  risen_.reserve(model.component_count());
  falling_.reserve(model.component_count());
}

/// A fresh state for every component, with R, and the hits of the replica as trouble at tick 0.
///
/// Philox as in base/random.hpp, for blocks of components at a time: each loop below becomes vector code.
void Engine::draw_components() {
  constexpr std::size_t block = 128;
  constexpr std::uint64_t low = 0xffffffffU;
  std::array<std::uint64_t, block> a{}, b{}, c{}, d{};
  auto hit = model_.hits.begin();
  for (std::size_t base = 0; base < components_.size(); base += block) {
    for (std::size_t i = 0; i < block; ++i) {
      a[i] = base + i;
      b[i] = replica_;
      c[i] = d[i] = 0;
    }
    std::uint64_t k0 = model_.seed & low;
    std::uint64_t k1 = model_.seed >> 32U;
    for (int round = 0; round < 10; ++round) {
      for (std::size_t i = 0; i < block; ++i) {
        const std::uint64_t p0 = a[i] * 0xD2511F53U;
        const std::uint64_t p1 = c[i] * 0xCD9E8D57U;
        a[i] = (p1 >> 32U) ^ b[i] ^ k0;
        b[i] = p1 & low;
        c[i] = (p0 >> 32U) ^ d[i] ^ k1;
        d[i] = p0 & low;
      }
      k0 = (k0 + 0x9E3779B9U) & low;
      k1 = (k1 + 0xBB67AE85U) & low;
    }
    const std::size_t end = std::min(components_.size(), base + block);
    for (std::size_t i = base; i < end; ++i)
      components_[i] = {.restart = std::max<Tick>(1, model_.restart[i][a[i - base] >> 22U]),
                        .leaf = model_.user_begin[i] == model_.user_begin[i + 1]};
    for (; hit != model_.hits.end() && hit->first < end; ++hit) {
      const Tick length = hit->second[b[hit->first - base] >> 22U];
      if (length == 0) continue;
      add_trouble(hit->first, 0);
      schedule(length, What::hit_ends, hit->first);
    }
  }
}

void Engine::draw_generator(Generator& generator, const GeneratorFacts& facts) const {
  const PhiloxBlock words = draw_block(model_.seed, replica_, StableId{generator.need}, Purpose::need);
  generator.run = words[0] < facts.start_fail_below ? Tick{0} : Tick{facts.run[words[1] >> 22U]};
  if (facts.refuel != nullptr) generator.from = facts.refuel[words[2] >> 22U];
}

void Engine::add_trouble(std::uint32_t c, Tick tick) {
  Component& component = components_[c];
  if (component.trouble++ > 0) return;
  if (component.up) {
    component.up = false;
    if (component.down_since < 0) component.down_since = tick;
    if (!component.leaf) falling_.push_back(c);
  } else if (component.leaf && component.due < tick) {  // it has been up in between
    down_.push_back({c, component.down_since, component.due});
    component.down_since = tick;
  }
  component.due = never;
}

/// Needs on their reservoir that were not looked at while the component was down anyway: empty by now, or to be looked
/// at.
void Engine::wake(std::uint32_t c, Tick tick) {
  components_[c].asleep = 0;
  for (std::uint32_t j = model_.need_begin[c]; j < model_.need_begin[c + 1]; ++j) {
    if (!asleep(needs_[j])) continue;
    account(needs_[j], tick);
    carry(j, tick);
  }
}

void Engine::remove_trouble(std::uint32_t c, Tick tick) {
  Component& component = components_[c];
  if (--component.trouble > 0) return;
  if (component.asleep > 0) wake(c, tick);
  if (component.trouble > 0) return;
  component.due = tick + component.restart;
  if (!component.leaf) schedule(component.due, What::restart, c);
}

void Engine::rise(std::uint32_t c, Tick tick) {
  components_[c].due = never;
  components_[c].up = true;
  risen_.push_back(c);
  for (std::uint32_t i = model_.user_begin[c]; i < model_.user_begin[c + 1]; ++i)
    if (++needs_[model_.users[i]].surplus == 0) gain_supply(model_.users[i], tick);
}

/// Tells the users of what went down, and theirs, until nothing more goes down.
void Engine::fall(Tick tick) {
  while (!falling_.empty()) {
    const std::uint32_t c = falling_.back();
    falling_.pop_back();
    for (std::uint32_t i = model_.user_begin[c]; i < model_.user_begin[c + 1]; ++i)
      if (needs_[model_.users[i]].surplus-- == 0) lose_supply(model_.users[i], tick);
  }
}

/// Brings the stocks up to date: since `since` the need did one thing only.
void Engine::account(Need& need, Tick tick) {
  const Tick passed = tick - need.since;
  if (need.mode == Need::Mode::reservoir) need.level = std::max(0, need.level - model_.recharge * passed);
  if (need.mode == Need::Mode::generator) generators_[static_cast<std::size_t>(need.generator)].ran += passed;
  need.since = tick;
}

void Engine::gain_supply(std::uint32_t j, Tick tick) {
  Need& need = needs_[j];
  account(need, tick);
  const bool was_unmet = need.mode == Need::Mode::unmet;
  if (asleep(need)) --components_[need.component].asleep;
  need.mode = Need::Mode::supplied;
  need.look = never;
  if (was_unmet) remove_trouble(need.component, tick);
}

void Engine::lose_supply(std::uint32_t j, Tick tick) {
  Need& need = needs_[j];
  need.level = std::min(need.full, need.level + (tick - need.since));
  need.since = tick;
  carry(j, tick);
}

/// Decides what carries a need without supply from this tick on, and when to look again. Stocks are up to date.
void Engine::carry(std::uint32_t j, Tick tick) {
  Need& need = needs_[j];
  if (need.level > 0) {
    need.mode = Need::Mode::reservoir;
    if (need.generator < 0 && components_[need.component].trouble > 0) {
      need.look = never;
      ++components_[need.component].asleep;
      return;
    }
    need.look = tick + (need.level + model_.recharge - 1) / model_.recharge;
    schedule(need.look, What::look, j);
    return;
  }
  need.look = never;
  if (need.generator >= 0) {
    const GeneratorFacts& facts = model_.generator_facts[static_cast<std::size_t>(need.generator)];
    Generator& generator = generators_[static_cast<std::size_t>(need.generator)];
    if (generator.run < 0) draw_generator(generator, facts);
    const bool fuelled = tick >= generator.from;
    if (generator.ran < generator.run && (fuelled || generator.ran < facts.tank)) {
      need.mode = Need::Mode::generator;
      need.look = tick + (fuelled ? generator.run : std::min(generator.run, facts.tank)) - generator.ran;
      schedule(need.look, What::look, j);
      return;
    }
    if (generator.ran < generator.run && !fuelled) {
      need.look = generator.from;
      schedule(need.look, What::fuel_comes, j);
    }
  }
  need.mode = Need::Mode::unmet;
  add_trouble(need.component, tick);
}

/// What may bring something up at this tick.
void Engine::handle_rise(What what, std::uint32_t item, Tick tick) {
  if (what == What::hit_ends) {
    remove_trouble(item, tick);
  } else if (what == What::restart) {
    if (components_[item].due == tick) rise(item, tick);  // else new trouble came in between
  } else if (needs_[item].look == tick && needs_[item].mode == Need::Mode::unmet) {
    needs_[item].since = tick;
    carry(item, tick);
    remove_trouble(needs_[item].component, tick);
  }
}

/// A back-up that was to end at this tick, unless supply came back before.
void Engine::handle_look(std::uint32_t j, Tick tick) {
  if (needs_[j].look != tick || needs_[j].mode == Need::Mode::unmet) return;
  account(needs_[j], tick);
  carry(j, tick);
}

const std::vector<Engine::Down>& Engine::run(std::uint32_t replica) {
  replica_ = replica;
  down_.clear();
  std::copy(model_.needs.begin(), model_.needs.end(), needs_.begin());
  std::copy(model_.generators.begin(), model_.generators.end(), generators_.begin());
  draw_components();
  for (const std::uint32_t j : model_.starved) lose_supply(j, 0);
  fall(0);
  for (;;) {
    const Tick tick = std::min(rises_.tick(), looks_.tick());
    if (tick == never) break;
    while (rises_.tick() == tick) {
      const What what = rises_.what();
      const std::uint32_t item = rises_.item();
      rises_.pop();
      handle_rise(what, item, tick);
    }
    while (looks_.tick() == tick) {
      const std::uint32_t j = looks_.item();
      looks_.pop();
      handle_look(j, tick);
    }
    fall(tick);
    for (const std::uint32_t c : risen_) {
      Component& component = components_[c];
      if (!component.up) continue;  // it fell again in the tick in which it rose
      down_.push_back({c, component.down_since, tick});
      component.down_since = -1;
    }
    risen_.clear();
  }
  for (std::uint32_t c = 0; c < components_.size(); ++c)
    if (!components_[c].up)
      down_.push_back({c, components_[c].down_since, std::min(components_[c].due, model_.horizon)});
  return down_;
}

constexpr std::uint64_t fnv_start = 0xcbf29ce484222325ULL;
std::uint64_t fnv(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * 0x100000001b3ULL; }

/// Prints a line for each replica.
void print_lines(const Model& model, Engine& engine, std::uint32_t first, std::uint32_t count) {
  std::vector<std::int64_t> lost(model.services);
  for (std::uint32_t r = first; r < first + count; ++r) {
    std::uint64_t fingerprint = 0;
    std::fill(lost.begin(), lost.end(), 0);
    for (const auto& [c, start, end] : engine.run(r)) {
      fingerprint += cascade::interval_hash(c, {start, end});
      if (model.service[c] >= 0)
        lost[static_cast<std::size_t>(model.service[c])] += model.population[c] * (end - start);
    }
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
    for (const auto& [c, start, end] : engine.run(r)) {
      ++changes[c * ticks + static_cast<std::size_t>(start)];
      --changes[c * ticks + static_cast<std::size_t>(end)];
      if (model.service[c] >= 0)
        lost[static_cast<std::size_t>(model.service[c])] += model.population[c] * (end - start);
    }
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
