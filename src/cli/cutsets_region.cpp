#include "cli/cutsets_region.hpp"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/cutset_json.hpp"
#include "cli/run_options.hpp"
#include "cli/stopwatch.hpp"
#include "faulttree/importance.hpp"

namespace veer::cli {

namespace {

using faulttree::CutSet;
using nlohmann::ordered_json;

constexpr std::uint32_t replicas = 2000;

/// Everything found, ready to print.
struct Found {
  study::HeldAnswer answer;
  std::optional<faulttree::CutSets> sets;
  std::optional<std::uint32_t> with_event;
  std::vector<CutSet> best;  ///< the most probable sets, unless all are wanted
  faulttree::SetCount count;
  std::optional<faulttree::SetCount> count_with_event;
  double simulated = 0;
  struct Gain {
    std::uint32_t event = 0;
    double without = 0;  ///< chance of the tree when the event cannot occur
    faulttree::Importance importance;
  };
  std::vector<Gain> gains;
};

/// What each part does to the chance. Fussell–Vesely is about sets, in which parts are taken to follow their group.
Done find_gains(const std::vector<std::uint32_t>& weight, const std::vector<double>& chance,
                faulttree::Diagrams& of_sets, faulttree::Limits& limits, Found& out) {
  const auto& held = out.answer.tree;
  TRY(auto full, faulttree::build_diagrams(held.tree.circuit, limits, held.shared_events()));
  TRY(const auto rows, faulttree::importance(full, nullptr, chance, limits));
  std::vector<faulttree::Importance> by_sets;
  if (out.sets) {
    TRY(by_sets, faulttree::importance(of_sets, &*out.sets, held.set_chances(), limits));
  }
  for (std::uint32_t e = 0; e < chance.size(); ++e) {
    if (weight[e] == 0) continue;
    out.gains.push_back({e, std::max(0.0, out.answer.tree_probability - chance[e] * rows[e].birnbaum), rows[e]});
    if (out.sets) out.gains.back().importance.fussell_vesely = by_sets[e].fussell_vesely;
  }
  std::stable_sort(out.gains.begin(), out.gains.end(),
                   [](const auto& a, const auto& b) { return a.without < b.without; });
  return {};
}

Result<Found> find(const RegionCutsets& asked, const SetQuestion& question, faulttree::Limits& limits,
                   Context& context) {
  study::Options options;
  options.hazard = asked.hazard;
  options.seed = asked.seed;
  TRY(const region::Region region, open_region(asked.region, context));
  if (limits.stop_asked_now()) return fail(limits.error(faulttree::Stop::asked));
  options.core_only = true;
  TRY(const study::Scenario scenario, study::prepare(region, options));
  Found out;
  TRY(out.answer, study::ask_held(region, scenario, asked.held, context.texts, limits));
  const auto& held = out.answer.tree;
  if (!question.with_event.empty()) {
    TRY(out.with_event, find_event(held.tree, question.with_event));
  }
  TRY(const std::uint64_t down, study::down_before(scenario.compiled.program, out.answer.component,
                                                   to_minutes(asked.held.horizon_h), replicas, limits));
  out.simulated = static_cast<double>(down) / replicas;
  std::vector<std::uint32_t> weight;
  std::vector<double> chance;
  for (const auto& event : held.tree.events) {
    weight.push_back(event.order_weight);
    chance.push_back(event.probability);
  }
  if (out.answer.cone.verdict != faulttree::HeldCone::Verdict::open) {
    const bool certain = out.answer.cone.verdict == faulttree::HeldCone::Verdict::certain;
    out.count.total = certain ? "1" : "0";  // certain: the empty set alone
    if (certain) out.count.by_order = {"1"};
    return out;
  }
  TRY(auto diagrams, faulttree::build_diagrams(held.sets, limits, held.shared_events()));
  if (!asked.no_cutsets) {
    TRY(out.sets, faulttree::CutSets::minimal(diagrams, weight, limits));
    out.count = out.sets->count(question.most_order);
    if (out.with_event) out.count_with_event = out.sets->count_with(*out.with_event, question.most_order);
    if (question.list != "all") {
      constexpr std::size_t usual = 10;
      const faulttree::SetFilter filter{question.most_order, question.least_probability, out.with_event};
      TRY(out.best, out.sets->most_probable(question.most().value_or(usual), held.set_chances(), filter, limits));
    }
  }
  if (asked.importance) TRY_DONE(find_gains(weight, chance, diagrams, limits, out));
  return out;
}

/// Hands the wanted sets to `visit`: the most probable ones, or all in the order of the diagram without keeping them.
template <class Visit>
void each_wanted(const Found& found, const SetQuestion& question, const Context& context, Visit&& visit) {
  if (!found.sets) return;
  const auto until_stopped = [&](const CutSet& set) {
    visit(set);
    return static_cast<bool>(context.out) && !(context.cancelled && context.cancelled());
  };
  if (question.list == "all") {
    const faulttree::SetFilter filter{question.most_order, question.least_probability, found.with_event};
    found.sets->each(found.answer.tree.set_chances(), filter, until_stopped);
    return;
  }
  for (const CutSet& set : found.best)
    if (!until_stopped(set)) return;
}

std::vector<std::uint32_t> counted(const Found& found, const CutSet& set) {
  std::vector<std::uint32_t> out;
  for (const auto literal : set.literals)
    if (found.answer.tree.tree.events[literal.event].order_weight > 0) out.push_back(literal.event);
  return out;
}

void print_json(const RegionCutsets& asked, const SetQuestion& question, const Found& found, double seconds,
                Context& context) {
  const auto& events = found.answer.tree.tree.events;
  const auto& words = found.answer.words;
  const auto& p = found.answer.probability;
  const auto text_of = [&](std::uint32_t event) {
    return context.language == Language::nl ? words[event].nl : words[event].en;
  };
  ordered_json out{
      {"top", asked.held.process.empty() ? "assets/" + asked.held.asset : "processes/" + asked.held.process},
      {"horizon_h", asked.held.horizon_h},
      {"hazard", asked.hazard}};
  if (!asked.no_cutsets) {
    out["minimal_cut_sets"] = found.count.total;
    out["by_order"] = by_order(found.count);
  }
  if (asked.prime_implicants) {  // the function is coherent: they are the minimal cut sets
    out["prime_implicants"] = found.count.total;
    out["prime_implicants_by_order"] = by_order(found.count);
  }
  if (found.count_with_event)
    out["with_event"] = {{"event", question.with_event},
                         {"sets", found.count_with_event->total},
                         {"by_order", by_order(*found.count_with_event)}};
  out.update({{"probability", p.value()},
              {"probability_low", p.low},
              {"probability_high", p.high},
              {"exact", p.exact},
              {"method", "held view, decision diagram"},
              {"tree_probability", found.answer.tree_probability},
              {"simulated_probability", found.simulated},
              {"simulated_replicas", replicas},
              {"time_gained_by_buffers_in_series", p.value() - found.simulated},
              {"events", events.size()},
              {"seconds", seconds}});
  if (asked.importance) {
    ordered_json rows = ordered_json::array();
    for (const auto& gain : found.gains)
      rows.push_back({{"event", events[gain.event].name},
                      {"text", text_of(gain.event)},
                      {"probability", events[gain.event].probability},
                      {"tree_probability_without", gain.without},
                      {"birnbaum", gain.importance.birnbaum},
                      {"criticality", number_or_word(gain.importance.criticality)},
                      {"fussell_vesely", number_or_word(gain.importance.fussell_vesely)},
                      {"risk_achievement_worth", number_or_word(gain.importance.achievement_worth)},
                      {"risk_reduction_worth", number_or_word(gain.importance.reduction_worth)},
                      {"structural", gain.importance.structural}});
    out["importance"] = rows;
  }
  std::string text = out.dump(2);
  if (asked.no_cutsets) {
    context.out << text << '\n';
    return;
  }
  // Sets are written as they are made: a list of any length takes no memory.
  text.erase(text.rfind('\n'));
  context.out << text << ",\n  \"sets\": [";
  bool first = true;
  each_wanted(found, question, context, [&](const CutSet& set) {
    ordered_json names = ordered_json::array();
    ordered_json texts = ordered_json::array();
    for (const std::uint32_t event : counted(found, set)) {
      names.push_back(events[event].name);
      texts.push_back(text_of(event));
    }
    const ordered_json row{{"events", names}, {"texts", texts}, {"probability", set.probability}, {"order", set.order}};
    context.out << (first ? "\n    " : ",\n    ") << row.dump();
    first = false;
  });
  context.out << (first ? "]\n}\n" : "\n  ]\n}\n");
}

std::string percent(double share, const Context& context) {
  return format_decimal(100 * share, share > 0 && share < 0.001 ? 4 : 2, context.language) + " %";
}

void print_text(const RegionCutsets& asked, const SetQuestion& question, const Found& found, Context& context) {
  const auto say = [&](const char* key, std::vector<std::string> arguments) {
    context.out << context.texts.render({key, std::move(arguments)}, context.language) << '\n';
  };
  const auto word = [&](std::uint32_t event) {
    const report::Name& name = found.answer.words[event];
    return context.language == Language::nl ? name.nl : name.en;
  };
  const auto& p = found.answer.probability;
  const std::string& top = context.language == Language::nl ? found.answer.name.nl : found.answer.name.en;
  say("cli.cutsets.region.top",
      {top, format_decimal(asked.held.horizon_h, 0, context.language), percent(p.value(), context)});
  if (!p.exact) say("cli.cutsets.region.between", {percent(p.low, context), percent(p.high, context)});
  say("cli.cutsets.region.simulated", {percent(found.simulated, context), std::to_string(replicas),
                                       format_decimal(100 * (p.value() - found.simulated), 2, context.language)});
  if (found.answer.cone.verdict == faulttree::HeldCone::Verdict::certain) return say("cli.cutsets.region.certain", {});
  if (found.answer.cone.verdict == faulttree::HeldCone::Verdict::never) return say("cli.cutsets.region.never", {});
  const auto say_count = [&](const char* key, const faulttree::SetCount& count, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), count.total);
    say(key, std::move(arguments));
    for (std::size_t order = 1; order < count.by_order.size(); ++order)
      if (count.by_order[order] != "0") say("cli.cutsets.order", {std::to_string(order), count.by_order[order]});
  };
  if (!asked.no_cutsets) {
    const std::string most = std::to_string(question.most_order.value_or(0));
    say_count(question.most_order ? "cli.cutsets.minimal_to" : "cli.cutsets.minimal", found.count, {most});
    if (asked.prime_implicants)
      say_count(question.most_order ? "cli.cutsets.primes_to" : "cli.cutsets.primes", found.count, {most});
    if (found.count_with_event) say_count("cli.cutsets.with_event", *found.count_with_event, {question.with_event});
  }
  each_wanted(found, question, context, [&](const CutSet& set) {
    std::string line;
    for (const std::uint32_t event : counted(found, set)) line += (line.empty() ? "" : " + ") + word(event);
    context.out << "  " << percent(set.probability, context) << "  " << line << '\n';
  });
  if (!asked.importance) return;
  say("cli.cutsets.region.gains", {});
  for (const auto& gain : found.gains)
    context.out << "  " << percent(gain.without, context) << "  " << word(gain.event) << '\n';
}

}  // namespace

std::optional<double> horizon_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || !(value > 0)) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (unit.empty() || unit == "h" || unit == "u") return value;
  if (unit == "min") return value / 60;
  return std::nullopt;
}

Outcome run_region_cutsets(const RegionCutsets& asked, const SetQuestion& sets, faulttree::Limits& limits,
                           Context& context) {
  const Stopwatch clock;
  TRY(const Found found, find(asked, sets, limits, context));
  const double seconds = clock.seconds();
  if (asked.json) {
    print_json(asked, sets, found, seconds, context);
  } else {
    print_text(asked, sets, found, context);
  }
  return 0;
}

}  // namespace veer::cli
