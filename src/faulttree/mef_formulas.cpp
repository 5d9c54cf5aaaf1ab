#include <array>
#include <charconv>

#include "faulttree/mef_elements.hpp"

namespace veer::faulttree {

namespace {

struct ConnectiveRule {
  std::string_view name;
  Connective connective;
  std::size_t least;  ///< inputs
  std::size_t most;
};

constexpr std::size_t any_number = 1000000000;
constexpr std::array connectives{ConnectiveRule{"and", Connective::and_, 1, any_number},
                                 ConnectiveRule{"or", Connective::or_, 1, any_number},
                                 ConnectiveRule{"not", Connective::not_, 1, 1},
                                 ConnectiveRule{"atleast", Connective::atleast, 1, any_number},
                                 ConnectiveRule{"cardinality", Connective::cardinality, 1, any_number},
                                 ConnectiveRule{"xor", Connective::xor_, 2, any_number},
                                 ConnectiveRule{"nand", Connective::nand, 1, any_number},
                                 ConnectiveRule{"nor", Connective::nor, 1, any_number},
                                 ConnectiveRule{"iff", Connective::iff, 2, 2},
                                 ConnectiveRule{"imply", Connective::imply, 2, 2}};

const ConnectiveRule* find_connective(std::string_view name) {
  for (const ConnectiveRule& rule : connectives)
    if (rule.name == name) return &rule;
  return nullptr;
}

}  // namespace

Result<std::uint32_t> MefBuilder::count_attribute(const MefElement& element, const char* name, std::size_t most) const {
  const auto found = element.attributes.find(name);
  const std::string text = found == element.attributes.end() ? "" : found->second;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > most)
    return fail(at(element, "faulttree.mef.count", {element.name, name, std::to_string(most), text}));
  return value;
}

Result<bool> MefBuilder::truth_attribute(const MefElement& element) const {
  TRY_DONE(no_children(element));
  const auto found = element.attributes.find("value");
  const std::string text = found == element.attributes.end() ? "" : found->second;
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return fail(at(element, "faulttree.mef.truth", {element.name, text}));
}

Done MefBuilder::read_formula(const MefElement& element, std::uint32_t gate) {
  const ConnectiveRule* const rule = find_connective(element.name);
  if (rule == nullptr) {
    model_.gates[gate].connective = Connective::pass;
    model_.gates[gate].inputs.resize(1);
    return read_input(element, gate, 0);
  }
  const std::size_t count = element.children.size();
  if (count < rule->least || count > rule->most)
    return fail(at(element, "faulttree.mef.inputs",
                   {element.name, std::to_string(count),
                    rule->most == any_number ? std::to_string(rule->least) + " …" : std::to_string(rule->least)}));
  model_.gates[gate].connective = rule->connective;
  if (rule->connective == Connective::atleast || rule->connective == Connective::cardinality) {
    TRY(const std::uint32_t least, count_attribute(element, "min", count));
    model_.gates[gate].least = least;
    if (rule->connective == Connective::cardinality) {
      TRY(model_.gates[gate].most, count_attribute(element, "max", count));
      if (model_.gates[gate].most < least)
        return fail(at(element, "faulttree.mef.count",
                       {element.name, "max", std::to_string(count), std::to_string(model_.gates[gate].most)}));
    } else if (least == 0) {
      return fail(at(element, "faulttree.mef.count", {element.name, "min", std::to_string(count), "0"}));
    }
  }
  model_.gates[gate].inputs.resize(count);
  for (std::size_t i = 0; i < count; ++i)
    TRY_DONE(read_input(element.children[i], gate, static_cast<std::uint32_t>(i)));
  return {};
}

Done MefBuilder::read_input(const MefElement& element, std::uint32_t gate, std::uint32_t position) {
  if (find_connective(element.name) != nullptr) {
    const auto inner = static_cast<std::uint32_t>(model_.gates.size());
    model_.gates.push_back({{}, Connective::pass, 0, 0, {}, element.line});
    model_.gates[gate].inputs[position] = {InputKind::gate, inner};
    return read_formula(element, inner);
  }
  if (element.name == "constant") {
    TRY(const bool value, truth_attribute(element));
    model_.gates[gate].inputs[position] = {InputKind::constant, value ? 1U : 0U};
    return {};
  }
  std::string kind = element.name;
  if (kind == "event") {
    const auto type = element.attributes.find("type");
    if (type != element.attributes.end()) kind = type->second;
  }
  Pending pending{gate, position, 0, std::nullopt, element.line};
  if (kind == "gate") {
    pending.wanted = Definition::gate;
  } else if (kind == "basic-event") {
    pending.wanted = Definition::basic_event;
  } else if (kind == "house-event") {
    pending.wanted = Definition::house_event;
  } else if (kind != "event") {
    return fail(at(element, "faulttree.mef.formula", {kind}));
  }
  TRY_DONE(no_children(element));
  TRY(const std::string name, name_of(element));
  pending.symbol = symbols_.number(name);
  pending_.push_back(pending);
  return {};
}

}  // namespace veer::faulttree
