#include "study/held_question.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/text.hpp"
#include "cascade/lanes.hpp"
#include "faulttree/held_shared.hpp"
#include "faulttree/probability.hpp"
#include "study/words.hpp"

namespace veer::study {

namespace {

using faulttree::HeldEvent;

/// Counts lanes in which a component is down before a tick.
class DownBefore : public cascade::RowSink {
 public:
  DownBefore(cascade::Component component, cascade::Tick horizon) : component_(component), horizon_(horizon) {}
  void row(cascade::Component component, const cascade::LaneRow& row) override {
    if (component != component_) return;
    for (std::uint32_t lane = 0; lane < row.count(); ++lane) {
      bool down = false;
      row.each(lane, [&](cascade::Interval interval) { down = down || interval.start < horizon_; });
      count += down ? 1U : 0U;
    }
  }
  std::uint64_t count = 0;

 private:
  cascade::Component component_;
  cascade::Tick horizon_;
};

template <class Rows>
Error unknown(const Rows& rows, const char* key, const char* near_key, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  const std::string near = nearest_word(id, ids);
  return {ErrorKind::not_found, {near.empty() ? key : near_key, {id, near}}, {}, {}};
}

Result<cascade::Component> find(const region::Region& region, const Scenario& scenario, const HeldQuestion& question) {
  if (question.process.empty() == question.asset.empty())
    return fail({ErrorKind::invalid_input, {"study.held.which", {}}, {}, {}});
  if (!question.asset.empty()) {
    const auto asset = region.find_asset(question.asset);
    if (!asset) return fail(unknown(region.assets, "study.held.asset", "study.held.asset.near", question.asset));
    return cascade::ComponentMap::of(*asset);
  }
  const auto process = region.find_process(question.process);
  if (!process)
    return fail(unknown(region.processes, "study.held.process", "study.held.process.near", question.process));
  return scenario.compiled.map.processes[process->index()].minimum;
}

/// Letters, digits, - and _, beginning with a letter; not one of those taken.
std::string identifier(const std::string& text, std::set<std::string>& taken) {
  std::string out;
  for (const char c : text) out += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' ? c : '_';
  if (out.empty() || std::isalpha(static_cast<unsigned char>(out.front())) == 0) out.insert(0, "e-");
  while (out.back() == '-' || out.back() == '_') out.pop_back();
  std::string chosen = out;
  for (int n = 2; !taken.insert(chosen).second; ++n) chosen = out + "-" + std::to_string(n);
  return chosen;
}

std::string plain_name(const region::Region& region, const cascade::CompiledRegion& compiled, const HeldEvent& event) {
  static constexpr std::array<const char*, 9> kinds{"hit", "own-failure", "too-short", "no-start", "breaks",
                                                    "dry", "late",        "chain",     "follows"};
  const std::string kind = kinds[static_cast<std::size_t>(event.kind)];
  if (event.group >= 0)
    return compiled.group_names[static_cast<std::size_t>(event.group)] + "-shared-" + kind + "-" +
           std::to_string(event.step + 1);
  if (event.backup != HeldEvent::none) {
    const auto& need = region.needs[compiled.need_of[event.need].index()];
    const auto backup = need.backups[event.backup - compiled.program.backup_begin[event.need]];
    return region.backups[backup.index()].id + "-" + kind;
  }
  if (event.need != HeldEvent::none) return region.needs[compiled.need_of[event.need].index()].id + "-" + kind;
  return compiled.names[event.component] + "-" + kind;
}

}  // namespace

Result<HeldAnswer> ask_held(const region::Region& region, const Scenario& scenario, const HeldQuestion& question,
                            const Texts& texts, faulttree::Limits& limits) {
  const auto& program = scenario.compiled.program;
  HeldAnswer out;
  TRY(out.component, find(region, scenario, question));
  const cascade::Tick horizon = to_minutes(question.horizon_h);
  if (horizon < 1 || horizon > program.horizon)
    return fail(
        {ErrorKind::invalid_input,
         {"study.held.horizon",
          {format_decimal(question.horizon_h, 2, Language::en), std::to_string(program.horizon / minutes_per_hour)}},
         {},
         {}});
  // What the question stands on counts as well: the view keeps the compiled region at hand.
  faulttree::BookedBytes compiled(limits);
  TRY_DONE(compiled.add(program.tables.size() * sizeof(cascade::Table) +
                        program.backups.size() * sizeof(cascade::Backup) +
                        (program.suppliers.size() + program.need_component.size()) * sizeof(cascade::Component)));
  const Words words(region, scenario.compiled, texts);
  out.name = words.component(out.component);
  const faulttree::HeldView view(program, horizon);
  if (limits.stop_asked_now()) return fail(limits.error(faulttree::Stop::asked));
  TRY(out.cone, view.cone(out.component));
  out.tree = view.tree(out.cone, out.component);
  std::set<std::string> taken;
  out.tree.tree.name = identifier("held-" + question.process + question.asset, taken);
  out.tree.tree.top_name = identifier("top", taken);
  for (std::size_t e = 0; e < out.tree.events.size(); ++e) {
    out.tree.tree.events[e].name = identifier(plain_name(region, scenario.compiled, out.tree.events[e]), taken);
    out.words.push_back(words.held_event(out.tree.events[e], question.horizon_h));
  }
  TRY(out.probability, faulttree::held_probability(out.cone, limits));
  TRY(const auto diagrams, faulttree::build_diagrams(out.tree.tree.circuit, limits, out.tree.shared_events()));
  std::vector<double> chances;
  for (const auto& event : out.tree.tree.events) chances.push_back(event.probability);
  out.tree_probability = faulttree::top_chance(diagrams, faulttree::module_chances(diagrams, chances)).holds;
  return out;
}

Result<std::uint64_t> down_before(const cascade::Program& program, cascade::Component component, cascade::Tick horizon,
                                  std::uint32_t replicas, faulttree::Limits& limits) {
  constexpr std::uint32_t batch = 64;
  const cascade::Plan plan(program);
  cascade::LaneEngine engine(program, plan, batch, "", cascade::LaneEngine::Keep::all);
  DownBefore sink(component, horizon);
  for (std::uint32_t first = 0; first < replicas; first += batch) {
    if (limits.stop_asked_now()) return fail(limits.error(faulttree::Stop::asked));
    engine.run(first, first, std::min(batch, replicas - first), sink);
  }
  return sink.count;
}

faulttree::Model held_model(const faulttree::Tree& tree, const std::string& name) {
  using faulttree::Connective;
  using faulttree::Gate;
  using faulttree::GateKind;
  using faulttree::Input;
  using faulttree::InputKind;
  faulttree::Model out;
  out.name = name;
  for (const faulttree::TreeEvent& event : tree.events)
    out.basic_events.push_back({event.name, out.expressions.add_number(event.probability), event.order_weight, 0});
  const auto& circuit = tree.circuit;
  const auto input = [&](faulttree::Ref ref) {
    Input plain{InputKind::constant, 1};
    if (circuit.is_event(ref.node()))
      plain = {InputKind::basic_event, static_cast<std::uint32_t>(circuit.event_of(ref.node()))};
    if (circuit.is_gate(ref.node())) plain = {InputKind::gate, static_cast<std::uint32_t>(circuit.gate_of(ref.node()))};
    if (!ref.negative()) return plain;
    Gate negation;  // a gate without a name is a formula inside another
    negation.connective = Connective::not_;
    negation.inputs = {plain};
    out.gates.push_back(negation);
    return Input{InputKind::gate, static_cast<std::uint32_t>(out.gates.size() - 1)};
  };
  out.gates.resize(circuit.gates.size());
  for (std::size_t g = 0; g < circuit.gates.size(); ++g) {
    const auto& gate = circuit.gates[g];
    Gate made;
    made.name = "gate-" + std::to_string(g + 1);
    made.connective = gate.kind == GateKind::all       ? Connective::and_
                      : gate.kind == GateKind::any     ? Connective::or_
                      : gate.kind == GateKind::atleast ? Connective::atleast
                                                       : Connective::xor_;
    made.least = gate.least;
    for (const auto ref : gate.inputs) made.inputs.push_back(input(ref));
    out.gates[g] = std::move(made);
  }
  Gate top;
  top.name = tree.top_name;
  top.connective = Connective::pass;
  top.inputs = {input(circuit.top)};
  out.gates.push_back(std::move(top));
  return out;
}

}  // namespace veer::study
