#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "faulttree/mef.hpp"
#include "faulttree/mef_forms.hpp"

namespace veer::faulttree {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string_view name_of(Connective connective) {
  switch (connective) {
    case Connective::pass:
      return "";
    case Connective::not_:
      return "not";
    case Connective::and_:
      return "and";
    case Connective::or_:
      return "or";
    case Connective::atleast:
      return "atleast";
    case Connective::cardinality:
      return "cardinality";
    case Connective::xor_:
      return "xor";
    case Connective::nand:
      return "nand";
    case Connective::nor:
      return "nor";
    case Connective::iff:
      return "iff";
    case Connective::imply:
      return "imply";
  }
  return "";
}

std::string_view name_of(CommonCauseModel model) {
  switch (model) {
    case CommonCauseModel::beta_factor:
      return "beta-factor";
    case CommonCauseModel::mgl:
      return "MGL";
    case CommonCauseModel::alpha_factor:
      return "alpha-factor";
    case CommonCauseModel::phi_factor:
      return "phi-factor";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(const Model& model) : model_(model) {}

  std::string run() {
    line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line(0, "<opsa-mef>");
    line(1, "<define-fault-tree name=\"" + escaped(model_.name.empty() ? "tree" : model_.name) + "\">");
    for (const Gate& gate : model_.gates) {
      if (gate.name.empty()) continue;
      line(2, "<define-gate name=\"" + escaped(gate.name) + "\">");
      formula(gate, 3);
      line(2, "</define-gate>");
    }
    for (const CommonCauseGroup& one : model_.groups) group(one);
    line(1, "</define-fault-tree>");
    line(1, "<model-data>");
    std::vector<char> grouped(model_.basic_events.size(), 0);
    for (const CommonCauseGroup& one : model_.groups)
      for (const std::uint32_t member : one.members) grouped[member] = 1;
    for (std::size_t e = 0; e < model_.basic_events.size(); ++e) {
      if (grouped[e] != 0) continue;
      line(2, "<define-basic-event name=\"" + escaped(model_.basic_events[e].name) + "\">");
      expression(model_.basic_events[e].probability, 3);
      line(2, "</define-basic-event>");
    }
    for (const HouseEvent& house : model_.house_events) {
      line(2, "<define-house-event name=\"" + escaped(house.name) + "\">");
      line(3, std::string("<constant value=\"") + (house.state ? "true" : "false") + "\"/>");
      line(2, "</define-house-event>");
    }
    for (const Parameter& parameter : model_.expressions.parameters) {
      line(2, "<define-parameter name=\"" + escaped(parameter.name) + "\">");
      expression(parameter.value, 3);
      line(2, "</define-parameter>");
    }
    line(1, "</model-data>");
    line(0, "</opsa-mef>");
    return std::move(out_);
  }

 private:
  void line(std::size_t depth, std::string_view text) {
    out_.append(2 * depth, ' ');
    out_ += text;
    out_ += '\n';
  }

  void formula(const Gate& gate, std::size_t depth) {
    if (gate.connective == Connective::pass) return input(gate.inputs.front(), depth);
    const std::string name(name_of(gate.connective));
    std::string attributes;
    if (gate.connective == Connective::atleast || gate.connective == Connective::cardinality)
      attributes += " min=\"" + std::to_string(gate.least) + "\"";
    if (gate.connective == Connective::cardinality) attributes += " max=\"" + std::to_string(gate.most) + "\"";
    line(depth, "<" + name + attributes + ">");
    for (const Input one : gate.inputs) input(one, depth + 1);
    line(depth, "</" + name + ">");
  }

  void input(Input input, std::size_t depth) {
    const auto reference = [&](const char* element, const std::string& name) {
      line(depth, std::string("<") + element + " name=\"" + escaped(name) + "\"/>");
    };
    switch (input.kind) {
      case InputKind::gate:
        if (model_.gates[input.index].name.empty()) return formula(model_.gates[input.index], depth);
        return reference("gate", model_.gates[input.index].name);
      case InputKind::basic_event:
        return reference("basic-event", model_.basic_events[input.index].name);
      case InputKind::house_event:
        return reference("house-event", model_.house_events[input.index].name);
      case InputKind::constant:
        return line(depth, input.index == 0 ? "<constant value=\"false\"/>" : "<constant value=\"true\"/>");
    }
  }

  void expression(ExpressionId id, std::size_t depth) {
    const Expression& expression = model_.expressions.all[id];
    switch (expression.form) {
      case Form::number:
        return line(depth, "<float value=\"" + canonical_number(expression.number) + "\"/>");
      case Form::parameter:
        return line(depth,
                    "<parameter name=\"" + escaped(model_.expressions.parameters[expression.index].name) + "\"/>");
      case Form::mission_time:
        return line(depth, "<system-mission-time/>");
      default:
        break;
    }
    const std::string name(name_of_form(expression.form));
    line(depth, "<" + name + ">");
    for (std::size_t i = 0; i < expression.arguments.size(); ++i) {
      const bool bin = expression.form == Form::histogram && i > 0;
      if (bin && i % 2 == 1) line(depth + 1, "<bin>");
      this->expression(expression.arguments[i], depth + (bin ? 2 : 1));
      if (bin && i % 2 == 0) line(depth + 1, "</bin>");
    }
    line(depth, "</" + name + ">");
  }

  void group(const CommonCauseGroup& group) {
    line(2,
         "<define-CCF-group name=\"" + escaped(group.name) + "\" model=\"" + std::string(name_of(group.model)) + "\">");
    line(3, "<members>");
    for (const std::uint32_t member : group.members)
      line(4, "<basic-event name=\"" + escaped(model_.basic_events[member].name) + "\"/>");
    line(3, "</members>");
    line(3, "<distribution>");
    expression(group.total, 4);
    line(3, "</distribution>");
    line(3, "<factors>");
    for (const auto& [level, factor] : group.factors) {
      line(4, "<factor level=\"" + std::to_string(level) + "\">");
      expression(factor, 5);
      line(4, "</factor>");
    }
    line(3, "</factors>");
    line(2, "</define-CCF-group>");
  }

  const Model& model_;
  std::string out_;
};

}  // namespace

std::string to_mef(const Model& model) { return Writer(model).run(); }

}  // namespace veer::faulttree
