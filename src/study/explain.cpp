#include "study/explain.hpp"

#include <algorithm>
#include <set>

#include "study/words.hpp"

namespace veer::study {

namespace {

using cascade::Cause;
using cascade::Component;
using cascade::Interval;
using cascade::Tick;

constexpr std::size_t most_names = 3;
constexpr std::size_t deepest = 12;

class Story {
 public:
  Story(const region::Region& region, const Scenario& scenario, const cascade::Engine& engine, const Texts& texts,
        Language language)
      : region_(region),
        compiled_(scenario.compiled),
        engine_(engine),
        words_(region, scenario.compiled, texts),
        texts_(texts),
        language_(language) {}

  std::vector<Sentence> tell(Component component) {
    const auto down = engine_.intervals(component);
    if (down.empty()) say(0, "study.explain.never_down", {name(component)});
    for (const Interval interval : down) {
      fell(0, component, interval.start);
      told_.clear();
      reason(component, interval.start, 1);
      back(component, interval);
    }
    return std::move(sentences_);
  }

 private:
  std::string name(Component component) const { return pick(words_.component(component)); }
  std::string pick(const report::Name& name) const { return language_ == Language::nl ? name.nl : name.en; }
  std::string time(Tick tick) const { return pick(words_.duration(tick * compiled_.program.tick_minutes)); }
  void say(std::size_t depth, const char* key, std::vector<std::string> arguments) {
    sentences_.push_back({depth, texts_.render({key, std::move(arguments)}, language_)});
  }

  void fell(std::size_t depth, Component component, Tick tick) {
    if (tick == 0)
      say(depth, "study.explain.down_at_once", {name(component)});
    else
      say(depth, "study.explain.down", {name(component), time(tick)});
  }

  void back(Component component, Interval interval) {
    if (interval.end >= compiled_.program.horizon)
      return say(0, "study.explain.not_back", {name(component), time(compiled_.program.horizon)});
    const Tick restart = engine_.draws().restart[component];
    say(1, "study.explain.recovery", {time(interval.end - restart), time(restart)});
    say(0, "study.explain.back", {name(component), time(interval.end), time(interval.end - interval.start)});
  }

  /// Why a component was down from `tick`, the minute in which it went down.
  void reason(Component component, Tick tick, std::size_t depth) {
    told_.insert(component);
    if (const std::size_t hit = cascade::active_hit(engine_, component, tick); hit != cascade::no_hit) {
      const auto& drawn = engine_.draws().hits[hit];
      const bool breakdown = drawn.rule >= compiled_.program.hits.size();
      return say(depth, breakdown ? "study.explain.breakdown" : "study.explain.hit",
                 {name(component), time(drawn.interval.start), time(drawn.interval.end - drawn.interval.start)});
    }
    const std::uint32_t need = cascade::unmet_need(compiled_.program, engine_, component, tick);
    if (need == Cause::none) return;
    const region::Need& row = region_.needs[compiled_.need_of[need].index()];
    say(depth, "study.explain.need", {pick(words_.service_in_sentence(row.service)), name(component)});
    tell_backups(need, tick, depth);
    tell_suppliers(need, tick, depth);
  }

  void tell_backups(std::uint32_t need, Tick tick, std::size_t depth) {
    const auto& program = compiled_.program;
    if (program.backup_begin[need] == program.backup_begin[need + 1]) return say(depth, "study.explain.no_backup", {});
    for (std::uint32_t i = program.backup_begin[need]; i < program.backup_begin[need + 1]; ++i) {
      const cascade::BackupDraw& drawn = engine_.draws().backup[i];
      const Tick spent = engine_.history().spent(need, static_cast<std::int32_t>(i - program.backup_begin[need]), tick);
      switch (program.backups[i].kind) {
        case cascade::BackupKind::reservoir:
          if (spent == 0)
            say(depth, "study.explain.reservoir.unused", {});
          else
            say(depth, "study.explain.reservoir", {time(spent)});
          break;
        case cascade::BackupKind::manual:
          if (tick < drawn.from)
            say(depth, "study.explain.manual.not_yet", {time(drawn.from)});
          else
            say(depth, "study.explain.manual.over", {time(spent)});
          break;
        case cascade::BackupKind::generator:
          if (!drawn.starts)
            say(depth, "study.explain.generator.no_start", {});
          else if (spent >= drawn.run)
            say(depth, "study.explain.generator.broke", {time(spent)});
          else if (why_not_carrying(program, engine_, need, i, tick) == cascade::CauseKind::generator_starting)
            say(depth, "study.explain.generator.starting", {time(program.backups[i].start_delay)});
          else if (drawn.from >= compiled_.program.horizon)
            say(depth, "study.explain.generator.no_fuel", {time(spent)});
          else
            say(depth, "study.explain.generator.late_fuel", {time(spent), time(drawn.from)});
          break;
      }
    }
  }

  void tell_suppliers(std::uint32_t need, Tick tick, std::size_t depth) {
    const auto suppliers = compiled_.program.suppliers_of(need);
    std::vector<std::pair<Tick, Component>> gone;  // latest first: that one tipped it
    for (const Component supplier : suppliers)
      engine_.each_interval(supplier, [&](Interval interval) {
        if (interval.start <= tick && tick < interval.end) gone.emplace_back(interval.start, supplier);
      });
    std::stable_sort(gone.begin(), gone.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string names;
    for (std::size_t i = 0; i < std::min(gone.size(), most_names); ++i)
      names += (i == 0 ? "" : ", ") + name(gone[i].second);
    if (gone.size() > most_names)
      names = texts_.render({"study.explain.and_more", {names, std::to_string(gone.size() - most_names)}}, language_);
    if (suppliers.size() == 1 && gone.size() == 1)
      say(depth, "study.explain.only_supplier", {names});
    else
      say(depth, "study.explain.supply",
          {std::to_string(suppliers.size()), std::to_string(suppliers.size() - gone.size()),
           std::to_string(compiled_.program.need_k[need]), names});
    if (gone.empty() || depth >= deepest) return;
    const auto [since, tipping] = gone.front();
    if (told_.contains(tipping)) return say(depth, "study.explain.told_before", {name(tipping)});
    say(depth, "study.explain.because", {name(tipping)});
    fell(depth + 1, tipping, since);
    reason(tipping, since, depth + 1);
  }

  const region::Region& region_;
  const cascade::CompiledRegion& compiled_;
  const cascade::Engine& engine_;
  Words words_;
  const Texts& texts_;
  Language language_;
  std::vector<Sentence> sentences_;
  std::set<Component> told_;
};

Result<Component> find(const cascade::CompiledRegion& compiled, const std::string& id) {
  for (const std::string& wanted : {id, "assets/" + id, id + "/minimum", "processes/" + id + "/minimum"}) {
    const auto found = std::find(compiled.names.begin(), compiled.names.end(), wanted);
    if (found != compiled.names.end()) return static_cast<Component>(found - compiled.names.begin());
  }
  std::vector<std::string> known;
  for (const std::string& name : compiled.names) known.push_back(name.starts_with("assets/") ? name.substr(7) : name);
  const std::string near = nearest_word(id, known);
  if (near.empty()) return fail({ErrorKind::not_found, {"study.asset.unknown", {id}}, {.table = "assets"}, {}});
  return fail({ErrorKind::not_found, {"study.asset.near", {id, near}}, {.table = "assets"}, {}});
}

}  // namespace

Result<std::vector<Sentence>> explain(const region::Region& region, const Scenario& scenario, std::uint32_t replica,
                                      const std::string& id, const Texts& texts, Language language) {
  TRY(const Component component, find(scenario.compiled, id));
  cascade::Engine engine(scenario.compiled.program);
  engine.run(replica);
  return Story(region, scenario, engine, texts, language).tell(component);
}

}  // namespace veer::study
