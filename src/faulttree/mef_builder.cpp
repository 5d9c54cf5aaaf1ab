#include <algorithm>
#include <utility>

#include "faulttree/mef_elements.hpp"

namespace veer::faulttree {

namespace {

const char* word_of(int definition) {
  static constexpr const char* words[] = {"gate", "basic-event", "house-event"};
  return words[definition];
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  const std::size_t shown = std::min<std::size_t>(names.size(), 12);
  for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : " → ") + names[i];
  return shown < names.size() ? out + " → …" : out;
}

}  // namespace

Error mef_error(const std::string& file, std::size_t line, std::string key, std::vector<std::string> arguments,
                ErrorKind kind) {
  return {kind, {std::move(key), std::move(arguments)}, {file, {}, line, {}}, {}};
}

std::uint32_t Symbols::number(std::string_view name) {
  const auto found = numbers_.find(name);
  if (found != numbers_.end()) return found->second;
  const auto added = numbers_.emplace(std::string(name), static_cast<std::uint32_t>(names_.size())).first;
  names_.push_back(&added->first);
  return added->second;
}

Result<std::string> MefBuilder::name_of(const MefElement& element) const {
  const auto found = element.attributes.find("name");
  if (found == element.attributes.end() || found->second.empty())
    return fail(at(element, "faulttree.mef.nameless", {element.name}));
  return found->second;
}

Done MefBuilder::claim(const MefElement& element, const std::string& name, Definition kind, std::size_t index) {
  const std::uint32_t symbol = symbols_.number(name);
  const auto [entry, added] =
      events_.try_emplace(symbol, Defined{kind, static_cast<std::uint32_t>(index), element.line});
  if (!added) return fail(at(element, "faulttree.mef.twice", {name, std::to_string(entry->second.line)}));
  return {};
}

Done MefBuilder::define(const MefElement& element) {
  const auto role = element.attributes.find("role");
  if (role != element.attributes.end() && role->second == "private")
    return fail(at(element, "faulttree.mef.private", {element.name}, ErrorKind::unsupported));
  if (element.name == "define-gate") return define_gate(element);
  if (element.name == "define-basic-event") return define_basic_event(element);
  if (element.name == "define-house-event") return define_house_event(element);
  if (element.name == "define-parameter") return define_parameter(element);
  return define_group(element);
}

Result<const MefElement*> MefBuilder::only_child(const MefElement& element) const {
  if (element.children.size() != 1)
    return fail(at(element, "faulttree.mef.content", {element.name, std::to_string(element.children.size())}));
  return &element.children.front();
}

Done MefBuilder::no_children(const MefElement& element) const {
  if (element.children.empty()) return {};
  return fail(at(element, "faulttree.mef.leaf", {element.name, element.children.front().name}));
}

Done MefBuilder::define_gate(const MefElement& element) {
  TRY(const std::string name, name_of(element));
  const auto gate = static_cast<std::uint32_t>(model_.gates.size());
  TRY_DONE(claim(element, name, Definition::gate, gate));
  TRY(const MefElement* const formula, only_child(element));
  model_.gates.push_back({name, Connective::pass, 0, 0, {}, element.line});
  return read_formula(*formula, gate);
}

Done MefBuilder::define_basic_event(const MefElement& element) {
  TRY(const std::string name, name_of(element));
  TRY_DONE(claim(element, name, Definition::basic_event, model_.basic_events.size()));
  TRY(const MefElement* const content, only_child(element));
  TRY(const ExpressionId probability, read_expression(*content));
  model_.basic_events.push_back({name, probability, 1, element.line});
  return {};
}

Done MefBuilder::define_house_event(const MefElement& element) {
  TRY(const std::string name, name_of(element));
  TRY_DONE(claim(element, name, Definition::house_event, model_.house_events.size()));
  bool state = false;
  if (!element.children.empty()) {
    TRY(const MefElement* const constant, only_child(element));
    if (constant->name != "constant") return fail(at(*constant, "faulttree.mef.formula", {constant->name}));
    TRY(state, truth_attribute(*constant));
  }
  model_.house_events.push_back({name, state});
  return {};
}

Done MefBuilder::define_parameter(const MefElement& element) {
  TRY(const std::string name, name_of(element));
  TRY(const MefElement* const content, only_child(element));
  TRY(const ExpressionId value, read_expression(*content));
  const auto index = static_cast<std::uint32_t>(model_.expressions.parameters.size());
  const auto [entry, added] = parameters_.try_emplace(symbols_.number(name), index);
  if (!added)
    return fail(
        at(element, "faulttree.mef.twice", {name, std::to_string(model_.expressions.parameters[entry->second].line)}));
  model_.expressions.parameters.push_back({name, value, element.line});
  return {};
}

Done MefBuilder::add_members(const MefElement& element, std::vector<std::string>& members) const {
  if (element.children.empty() || !members.empty())
    return fail(at(element, "faulttree.mef.group_content", {"members"}));
  for (const MefElement& member : element.children) {
    if (member.name != "basic-event") return fail(at(member, "faulttree.mef.group_content", {member.name}));
    TRY_DONE(no_children(member));
    TRY(std::string name, name_of(member));
    members.push_back(std::move(name));
  }
  return {};
}

Done MefBuilder::define_group(const MefElement& element) {
  TRY(const std::string name, name_of(element));
  const auto [entry, added] = groups_.try_emplace(symbols_.number(name), element.line);
  if (!added) return fail(at(element, "faulttree.mef.twice", {name, std::to_string(entry->second)}));
  CommonCauseGroup group;
  group.name = name;
  group.line = element.line;
  const auto given = element.attributes.find("model");
  const std::string model = given == element.attributes.end() ? "" : given->second;
  if (model == "beta-factor") {
    group.model = CommonCauseModel::beta_factor;
  } else if (model == "MGL") {
    group.model = CommonCauseModel::mgl;
  } else if (model == "alpha-factor") {
    group.model = CommonCauseModel::alpha_factor;
  } else if (model == "phi-factor") {
    group.model = CommonCauseModel::phi_factor;
  } else {
    return fail(at(element, "faulttree.mef.group_model", {name, model}));
  }
  bool has_total = false;
  std::vector<std::string> members;
  std::vector<const MefElement*> factors;
  for (const MefElement& child : element.children) {
    if (child.name == "members") {
      TRY_DONE(add_members(child, members));
    } else if (child.name == "distribution") {
      if (has_total) return fail(at(child, "faulttree.mef.group_content", {child.name}));
      TRY(const MefElement* const content, only_child(child));
      TRY(group.total, read_expression(*content));
      has_total = true;
    } else if (child.name == "factor") {
      factors.push_back(&child);
    } else if (child.name == "factors") {
      for (const MefElement& factor : child.children) {
        if (factor.name != "factor") return fail(at(factor, "faulttree.mef.group_content", {factor.name}));
        factors.push_back(&factor);
      }
    } else {
      return fail(at(child, "faulttree.mef.group_content", {child.name}));
    }
  }
  if (!has_total) return fail(at(element, "faulttree.mef.group_content", {"distribution"}));
  if (members.empty()) return fail(at(element, "faulttree.mef.group_content", {"members"}));
  std::uint32_t next = group.model == CommonCauseModel::beta_factor ? static_cast<std::uint32_t>(members.size())
                       : group.model == CommonCauseModel::mgl       ? 2
                                                                    : 1;
  for (const MefElement* const factor : factors) {
    std::uint32_t level = next++;
    if (factor->attributes.contains("level")) {
      TRY(level, count_attribute(*factor, "level", members.size()));
    }
    TRY(const MefElement* const content, only_child(*factor));
    TRY(const ExpressionId value, read_expression(*content));
    if (!group.factors.emplace(level, value).second)
      return fail(at(*factor, "faulttree.mef.twice", {"level " + std::to_string(level), std::to_string(element.line)}));
  }
  // The members are events that only the group defines.
  for (const std::string& member : members) {
    TRY_DONE(claim(element, member, Definition::basic_event, model_.basic_events.size()));
    group.members.push_back(static_cast<std::uint32_t>(model_.basic_events.size()));
    model_.basic_events.push_back({member, group.total, 1, element.line});
  }
  model_.groups.push_back(std::move(group));
  return {};
}

Done MefBuilder::tie_inputs() {
  for (const Pending& pending : pending_) {
    const std::string& name = symbols_.text(pending.symbol);
    const auto found = events_.find(pending.symbol);
    if (found == events_.end()) {
      std::vector<std::string> known;
      for (const auto& [symbol, defined] : events_) known.push_back(symbols_.text(symbol));
      const std::string near = nearest_word(name, known);
      return fail(mef_error(model_.file, pending.line,
                            near.empty() ? "faulttree.mef.undefined" : "faulttree.mef.undefined_suggestion",
                            {name, near}));
    }
    const Defined& defined = found->second;
    if (pending.wanted && *pending.wanted != defined.kind)
      return fail(mef_error(model_.file, pending.line, "faulttree.mef.kind",
                            {name, word_of(static_cast<int>(*pending.wanted)), word_of(static_cast<int>(defined.kind)),
                             std::to_string(defined.line)}));
    const InputKind kind = defined.kind == Definition::gate          ? InputKind::gate
                           : defined.kind == Definition::basic_event ? InputKind::basic_event
                                                                     : InputKind::house_event;
    model_.gates[pending.gate].inputs[pending.position] = {kind, defined.index};
  }
  return {};
}

Done MefBuilder::tie_parameters() {
  for (const PendingParameter& pending : pending_parameters_) {
    Expression& expression = model_.expressions.all[pending.expression];
    const auto found = parameters_.find(pending.symbol);
    if (found == parameters_.end())
      return fail(
          mef_error(model_.file, expression.line, "faulttree.mef.undefined", {symbols_.text(pending.symbol), ""}));
    expression.index = found->second;
  }
  return {};
}

Done MefBuilder::refuse_circles() const {
  if (const auto circle = circle_of_parameters(model_.expressions); !circle.empty()) {
    const auto& all = model_.expressions.parameters;
    const auto first =
        std::find_if(all.begin(), all.end(), [&](const Parameter& p) { return p.name == circle.front(); });
    return fail(mef_error(model_.file, first->line, "faulttree.mef.circle", {joined(circle)}));
  }
  const auto circle = order_of_gates(model_.gates).circle;
  if (circle.empty()) return {};
  std::vector<std::string> names;
  for (const std::uint32_t gate : circle)
    if (!model_.gates[gate].name.empty()) names.push_back(model_.gates[gate].name);
  if (names.size() < 2 || names.front() != names.back()) names.push_back(names.front());
  return fail(mef_error(model_.file, model_.gates[circle.front()].line, "faulttree.mef.circle", {joined(names)}));
}

Result<Model> MefBuilder::finish() {
  if (model_.gates.empty()) return fail(mef_error(model_.file, 0, "faulttree.mef.empty", {}));
  TRY_DONE(tie_inputs());
  TRY_DONE(tie_parameters());
  TRY_DONE(refuse_circles());
  return std::move(model_);
}

}  // namespace veer::faulttree
