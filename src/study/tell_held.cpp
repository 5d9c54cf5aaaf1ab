#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <thread>

#include "faulttree/cut_sets.hpp"
#include "faulttree/held_probability.hpp"
#include "faulttree/importance.hpp"
#include "study/chapters.hpp"
#include "study/held_question.hpp"

namespace veer::study {

namespace {

using cascade::Component;
using faulttree::HeldCone;
using faulttree::HeldEvent;
using faulttree::HeldEventKind;
using faulttree::HeldTree;
using faulttree::HeldView;

constexpr std::array<double, 2> horizons_h{24, 72};
constexpr std::size_t most_sets = 10;
constexpr std::size_t most_gains = 10;
constexpr double most_work = 1.2e9;  ///< for each exact chance, see HeldChances
/// The same where chains have several generators: whoever tries that waits for it, and the bracket stays narrow.
constexpr double most_work_of_several = 4e8;
constexpr std::size_t most_picture = 24;
constexpr std::size_t most_bytes = std::size_t{2} << 30U;  ///< that the diagrams of a thread may use

/// The chances of cones by their signature.
using Chances = std::map<std::string, faulttree::HeldProbability>;

/// One process at one horizon while it is told.
struct Held {
  HeldCone cone;
  HeldTree tree;
  std::set<std::uint32_t> alone;  ///< events that stop it by themselves
};

/// What the chapter is told from: all processes of a study, or one asked for afterwards.
struct Source {
  const region::Region& region;
  const Scenario& scenario;
  const Words& words;
  /// The share of the replicas in which a process was down before a minute.
  std::function<Result<ensemble::Estimate>(std::size_t process, cascade::Tick horizon)> simulated;
  std::size_t threads = 1;
  std::function<bool()> cancelled;
};

bool confirmed(const Source& source, const HeldEvent& event) {
  return source.scenario.compiled.map.is_asset(event.component) && source.region.assets[event.component].confirmed;
}

/// Sentences, sets, gains at one horizon.
class Teller {
 public:
  Teller(const Source& source, const HeldView& view, const Chances& chances)
      : source_(source), view_(view), chances_(chances), horizon_h_(to_hours(view.horizon())) {}

  Result<report::HeldHorizon> run(std::size_t process, Held& held) {
    const Component component = source_.scenario.compiled.map.processes[process].minimum;
    TRY(held.cone, view_.cone(component));
    report::HeldHorizon out;
    out.horizon_h = horizon_h_;
    TRY(const auto simulated, source_.simulated(process, view_.horizon()));
    out.simulated = simulated.mean;
    out.simulated_error = simulated.standard_error;
    out.set_count = out.singles = out.pairs = "0";
    if (held.cone.verdict != HeldCone::Verdict::open) {
      const bool certain = held.cone.verdict == HeldCone::Verdict::certain;
      out.probability = out.low = out.high = certain ? 1 : 0;
      out.sentence = source_.words.say(certain ? "study.held.certain" : "study.held.never",
                                       std::vector<report::Name>{source_.words.hours(horizon_h_, 0)});
      return out;
    }
    held.tree = view_.tree(held.cone, component);
    TRY_DONE(probability(held, out));
    TRY_DONE(sets(held, out));
    return out;
  }

 private:
  Done probability(const Held& held, report::HeldHorizon& out) {
    const faulttree::HeldProbability& found = chances_.at(faulttree::held_signature(held.cone));
    faulttree::Limits limits;
    out.low = found.low;
    out.high = found.high;
    TRY(const auto diagrams, faulttree::build_diagrams(held.tree.tree.circuit, limits, held.tree.shared_events()));
    std::vector<double> chances;
    for (const auto& event : held.tree.tree.events) chances.push_back(event.probability);
    const double by_tree = faulttree::top_chance(diagrams, faulttree::module_chances(diagrams, chances)).holds;
    // Within its bracket the chance is best told by the tree of parts.
    out.probability = std::clamp(by_tree, out.low, out.high);
    const auto birnbaum = faulttree::birnbaum(diagrams, chances);
    for (std::uint32_t e = 0; e < chances.size(); ++e) {
      if (held.tree.tree.events[e].order_weight == 0) continue;
      const double gain = chances[e] * birnbaum[e];
      out.gains.push_back({.what = source_.words.held_event(held.tree.events[e], horizon_h_),
                           .fails = chances[e],
                           .probability_without = std::max(0.0, out.probability - gain)});
      gain_event_.push_back(e);
    }
    return {};
  }

  Done sets(Held& held, report::HeldHorizon& out) {
    faulttree::Limits limits;
    TRY(const auto diagrams, faulttree::build_diagrams(held.tree.sets, limits, held.tree.shared_events()));
    std::vector<std::uint32_t> weights;
    for (const auto& event : held.tree.tree.events) weights.push_back(event.order_weight);
    TRY(const auto all, faulttree::CutSets::minimal(diagrams, weights, limits));
    const auto count = all.count();
    out.set_count = count.total;
    if (count.by_order.size() > 1) out.singles = count.by_order[1];
    if (count.by_order.size() > 2) out.pairs = count.by_order[2];
    const auto chances = held.tree.set_chances();
    const auto best = all.most_probable(most_sets, chances);
    for (const auto& set : best) out.sets.push_back(shown(held, set));
    all.each(chances, {.most_order = 1, .least_probability = 0, .with_event = {}}, [&](const faulttree::CutSet& set) {
      for (const auto literal : set.literals)
        if (weights[literal.event] > 0) held.alone.insert(literal.event);
      return true;
    });
    finish_gains(held, out);
    tell_sentence(held, all, chances, count, out);
    return {};
  }

  [[nodiscard]] report::HeldSet shown(const Held& held, const faulttree::CutSet& set) const {
    report::HeldSet out;
    out.probability = set.probability;
    for (const auto literal : set.literals)
      if (held.tree.tree.events[literal.event].order_weight > 0)
        out.events.push_back(source_.words.held_event(held.tree.events[literal.event], horizon_h_));
    return out;
  }

  void finish_gains(const Held& held, report::HeldHorizon& out) {
    for (std::size_t i = 0; i < out.gains.size(); ++i) out.gains[i].alone = held.alone.contains(gain_event_[i]);
    std::stable_sort(out.gains.begin(), out.gains.end(),
                     [](const auto& a, const auto& b) { return a.probability_without < b.probability_without; });
    if (out.gains.size() > most_gains) out.gains.resize(most_gains);
  }

  /// The sets of the lowest order there are, and the likeliest of them.
  void tell_sentence(const Held& held, const faulttree::CutSets& all, const std::vector<double>& chances,
                     const faulttree::SetCount& count, report::HeldHorizon& out) const {
    std::uint32_t order = 1;
    while (order < count.by_order.size() && count.by_order[order] == "0") ++order;
    const auto first = all.most_probable(1, chances, {.most_order = order, .least_probability = 0, .with_event = {}});
    if (first.empty()) return;
    bool sure = true;
    report::Name events;
    for (const auto literal : first.front().literals) {
      const HeldEvent& event = held.tree.events[literal.event];
      if (held.tree.tree.events[literal.event].order_weight == 0) continue;
      sure = sure && event.group < 0 && confirmed(source_, event);
      const auto name = source_.words.held_event(event, horizon_h_);
      events = events.nl.empty() ? name : source_.words.say("study.held.and", std::vector<report::Name>{events, name});
    }
    const std::string how_many = order == 1 ? count.by_order[1] : std::to_string(order);
    const char* key = order > 1 ? "study.held.together" : how_many == "1" ? "study.held.one" : "study.held.several";
    out.sentence = source_.words.say(
        key, std::vector<report::Name>{source_.words.hours(horizon_h_, 0), events, {how_many, how_many}});
    if (!sure) out.sentence = source_.words.say("study.held.example", std::vector<report::Name>{out.sentence});
  }

  const Source& source_;
  const HeldView& view_;
  const Chances& chances_;
  double horizon_h_;
  std::vector<std::uint32_t> gain_event_;
};

/// The parts on which a process hangs, depth first, each with what may give way there.
class Picture {
 public:
  Picture(const Source& source, const Held& held, double horizon_h)
      : source_(source), held_(held), horizon_h_(horizon_h) {
    for (const auto& node : held.cone.nodes) nodes_.emplace(node.component, &node);
  }

  std::vector<report::HeldNode> run() {
    walk(held_.cone.nodes.back().component, 0);
    return std::move(out_);
  }

 private:
  void walk(Component component, std::size_t depth) {
    if (out_.size() >= most_picture) return;
    report::HeldNode row{source_.words.component(component), depth, {}, !seen_.insert(component).second};
    const auto found = nodes_.find(component);
    if (!row.again)
      for (std::uint32_t e = 0; e < held_.tree.events.size(); ++e) {
        const HeldEvent& event = held_.tree.events[e];
        if (event.component != component || event.group >= 0 || held_.tree.tree.events[e].order_weight == 0) continue;
        row.weak.push_back({source_.words.held_event(event, horizon_h_), held_.alone.contains(e)});
      }
    const bool stop = row.again;
    out_.push_back(std::move(row));
    if (stop || found == nodes_.end()) return;
    for (const auto& need : found->second->needs)
      for (const Component supplier : need.suppliers) walk(supplier, depth + 1);
  }

  const Source& source_;
  const Held& held_;
  double horizon_h_;
  std::map<Component, const faulttree::HeldNode*> nodes_;
  std::set<Component> seen_;
  std::vector<report::HeldNode> out_;
};

bool has_several_runners(const HeldCone& cone) {
  return std::any_of(cone.causes.begin(), cone.causes.end(), [](const faulttree::HeldCause& cause) {
    return cause.kind == faulttree::HeldCauseKind::chain && !cause.simple;
  });
}

/// The chances of all processes at all horizons, cones that are alike once, shared among threads. Each thread keeps
/// what it has worked out to itself; what it finds does not depend on that.
Result<Chances> chances_of(const Source& source, const std::vector<HeldView>& views,
                           std::span<const std::size_t> processes) {
  std::map<std::string, HeldCone> cones;
  for (const std::size_t process : processes)
    for (const HeldView& view : views) {
      TRY(HeldCone cone, view.cone(source.scenario.compiled.map.processes[process].minimum));
      std::string signature = faulttree::held_signature(cone);
      cones.try_emplace(std::move(signature), std::move(cone));
    }
  std::vector<const HeldCone*> waiting;
  for (const auto& [signature, cone] : cones) waiting.push_back(&cone);
  // The widest first, so that no thread is left alone with one.
  std::stable_sort(waiting.begin(), waiting.end(),
                   [](const HeldCone* a, const HeldCone* b) { return a->causes.size() > b->causes.size(); });
  std::vector<std::optional<Result<faulttree::HeldProbability>>> found(waiting.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    faulttree::HeldChances chances(most_work);
    faulttree::Limits limits(most_bytes, source.cancelled);
    faulttree::HeldChances of_several(most_work_of_several);
    for (std::size_t i = next++; i < waiting.size(); i = next++)
      found[i] = (has_several_runners(*waiting[i]) ? of_several : chances)(*waiting[i], limits);
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(source.threads, waiting.size()); ++i) others.emplace_back(work);
    work();
  }
  Chances out;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    TRY(const auto chance, *found[i]);
    out.emplace(faulttree::held_signature(*waiting[i]), chance);
  }
  return out;
}

std::vector<HeldView> views_of(const cascade::Program& program) {
  std::vector<HeldView> views;
  for (const double hours : horizons_h)
    if (to_minutes(hours) <= program.horizon) views.emplace_back(program, to_minutes(hours));
  return views;
}

Result<report::HeldFinding> tell(const Source& source, const std::vector<HeldView>& views, const Chances& chances,
                                 std::size_t process) {
  report::HeldFinding out;
  out.process = process;
  for (const HeldView& view : views) {
    Held held;
    TRY(auto told, Teller(source, view, chances).run(process, held));
    if (out.picture.empty() && held.cone.verdict == HeldCone::Verdict::open) {
      out.picture = Picture(source, held, told.horizon_h).run();
      out.picture_horizon_h = told.horizon_h;
    }
    out.horizons.push_back(std::move(told));
  }
  return out;
}

}  // namespace

Done tell_held(const Material& material, report::Findings& findings) {
  const auto simulated = [&](std::size_t process, cascade::Tick horizon) -> Result<ensemble::Estimate> {
    std::size_t down = 0;
    for (const region::ProcessRun& run : material.outcome.processes[process])
      down += run.first_failure >= 0 && run.first_failure < horizon ? 1U : 0U;
    return ensemble::share(down, material.outcome.replicas);
  };
  const Source source{material.region, material.scenario,        material.words,
                      simulated,       material.options.threads, material.options.cancelled};
  const auto views = views_of(material.scenario.compiled.program);
  std::vector<std::size_t> all(findings.processes.size());
  std::iota(all.begin(), all.end(), 0U);
  TRY(const Chances chances, chances_of(source, views, all));
  for (const std::size_t process : all) {
    TRY(auto out, tell(source, views, chances, process));
    out.confirmed = findings.processes[process].confirmed;
    findings.held.push_back(std::move(out));
  }
  return {};
}

Result<report::HeldFinding> held_finding(const region::Region& region, const Scenario& scenario,
                                         region::ProcessId process, std::uint32_t replicas, const Texts& texts,
                                         const std::function<bool()>& cancelled) {
  const auto& compiled = scenario.compiled;
  const Words words(region, compiled, texts);
  const auto simulated = [&](std::size_t row, cascade::Tick horizon) -> Result<ensemble::Estimate> {
    faulttree::Limits limits(most_bytes, cancelled);
    TRY(const std::uint64_t down,
        down_before(compiled.program, compiled.map.processes[row].minimum, horizon, replicas, limits));
    return ensemble::share(down, replicas);
  };
  const Source source{region, scenario, words, simulated, 1, cancelled};
  const auto views = views_of(compiled.program);
  const std::array<std::size_t, 1> one{process.index()};
  TRY(const Chances chances, chances_of(source, views, one));
  return tell(source, views, chances, process.index());
}

}  // namespace veer::study
