#include "cli/cutsets_region.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/run_options.hpp"
#include "cli/stopwatch.hpp"
#include "faulttree/probability.hpp"

namespace veer::cli {

namespace {

using faulttree::CutSet;
using nlohmann::ordered_json;

constexpr std::uint32_t replicas = 2000;

/// Everything found, ready to print.
struct Found {
  study::HeldAnswer answer;
  faulttree::SetCount count;
  std::vector<CutSet> sets;
  double simulated = 0;
  struct Gain {
    std::uint32_t event = 0;
    double without = 0;
  };
  std::vector<Gain> gains;
};

Result<Found> find(const RegionCutsets& asked, const SetQuestion& question, Context& context) {
  study::Options options;
  options.hazard = asked.hazard;
  options.seed = asked.seed;
  TRY(const region::Region region, open_region(asked.region, context));
  TRY(const study::Scenario scenario, study::prepare(region, options));
  Found out;
  TRY(out.answer, study::ask_held(region, scenario, asked.held, context.texts));
  const auto& held = out.answer.tree;
  out.simulated = study::simulated_share(scenario.compiled.program, out.answer.component,
                                         to_minutes(asked.held.horizon_h), replicas);
  faulttree::Limits limits(std::size_t{2} << 30U, [&] { return context.cancelled && context.cancelled(); });
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
  TRY(const auto diagrams, faulttree::build_diagrams(held.sets, limits, held.shared_events()));
  TRY(const auto sets, faulttree::CutSets::minimal(diagrams, weight, limits));
  out.count = sets.count(question.most_order);
  const auto set_chances = held.set_chances();
  const faulttree::SetFilter filter{question.most_order, question.least_probability, {}};
  if (question.list == "all") {
    sets.each(set_chances, filter, [&](const CutSet& set) {
      out.sets.push_back(set);
      return true;
    });
  } else {
    out.sets = sets.most_probable(question.list.empty() ? 10 : std::stoul(question.list), set_chances, filter);
  }
  if (asked.importance) {
    TRY(const auto full, faulttree::build_diagrams(held.tree.circuit, limits, held.shared_events()));
    const auto slope = faulttree::birnbaum(full, chance);
    for (std::uint32_t e = 0; e < chance.size(); ++e)
      if (weight[e] > 0) out.gains.push_back({e, std::max(0.0, out.answer.tree_probability - chance[e] * slope[e])});
    std::stable_sort(out.gains.begin(), out.gains.end(),
                     [](const auto& a, const auto& b) { return a.without < b.without; });
  }
  return out;
}

std::vector<std::uint32_t> counted(const Found& found, const CutSet& set) {
  std::vector<std::uint32_t> out;
  for (const auto literal : set.literals)
    if (found.answer.tree.tree.events[literal.event].order_weight > 0) out.push_back(literal.event);
  return out;
}

void print_json(const RegionCutsets& asked, const Found& found, double seconds, Context& context) {
  const auto& events = found.answer.tree.tree.events;
  const auto& words = found.answer.words;
  const auto& p = found.answer.probability;
  ordered_json orders = ordered_json::object();
  for (std::size_t order = 0; order < found.count.by_order.size(); ++order)
    if (order > 0 || found.count.by_order[order] != "0") orders[std::to_string(order)] = found.count.by_order[order];
  ordered_json out{
      {"top", asked.held.process.empty() ? "assets/" + asked.held.asset : "processes/" + asked.held.process},
      {"horizon_h", asked.held.horizon_h},
      {"hazard", asked.hazard},
      {"minimal_cut_sets", found.count.total},
      {"by_order", orders},
      {"probability", p.value()},
      {"probability_low", p.low},
      {"probability_high", p.high},
      {"exact", p.exact},
      {"method", "held view, decision diagram"},
      {"tree_probability", found.answer.tree_probability},
      {"simulated_probability", found.simulated},
      {"simulated_replicas", replicas},
      {"time_gained_by_buffers_in_series", p.value() - found.simulated},
      {"events", events.size()},
      {"seconds", seconds}};
  ordered_json sets = ordered_json::array();
  for (const CutSet& set : found.sets) {
    ordered_json names = ordered_json::array();
    ordered_json texts = ordered_json::array();
    for (const std::uint32_t event : counted(found, set)) {
      names.push_back(events[event].name);
      texts.push_back(context.language == Language::nl ? words[event].nl : words[event].en);
    }
    sets.push_back({{"events", names}, {"texts", texts}, {"probability", set.probability}, {"order", set.order}});
  }
  out["sets"] = sets;
  if (asked.importance) {
    ordered_json rows = ordered_json::array();
    for (const auto& gain : found.gains)
      rows.push_back({{"event", events[gain.event].name},
                      {"text", context.language == Language::nl ? words[gain.event].nl : words[gain.event].en},
                      {"probability", events[gain.event].probability},
                      {"tree_probability_without", gain.without}});
    out["importance"] = rows;
  }
  context.out << out.dump(2) << '\n';
}

std::string percent(double share, const Context& context) {
  return format_decimal(100 * share, share > 0 && share < 0.001 ? 4 : 2, context.language) + " %";
}

void print_text(const RegionCutsets& asked, const Found& found, Context& context) {
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
  say("cli.cutsets.minimal", {found.count.total});
  for (std::size_t order = 1; order < found.count.by_order.size(); ++order)
    if (found.count.by_order[order] != "0")
      say("cli.cutsets.order", {std::to_string(order), found.count.by_order[order]});
  for (const CutSet& set : found.sets) {
    std::string line;
    for (const std::uint32_t event : counted(found, set)) line += (line.empty() ? "" : " + ") + word(event);
    context.out << "  " << percent(set.probability, context) << "  " << line << '\n';
  }
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

Outcome run_region_cutsets(const RegionCutsets& asked, const SetQuestion& sets, Context& context) {
  const Stopwatch clock;
  TRY(const Found found, find(asked, sets, context));
  const double seconds = clock.seconds();
  if (asked.json) {
    print_json(asked, found, seconds, context);
  } else {
    print_text(asked, found, context);
  }
  return 0;
}

}  // namespace veer::cli
