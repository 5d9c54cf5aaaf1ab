#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

#include "faulttree/mef_elements.hpp"
#include "faulttree/mef_forms.hpp"

namespace veer::faulttree {

namespace {

/// Whether a form takes this many arguments.
bool fits(const MefForm& rule, std::size_t count) {
  if (count < rule.least || count > rule.most) return false;
  return rule.form != Form::histogram || count % 2 == 1;
}

}  // namespace

const MefForm* find_form(std::string_view name) {
  for (const MefForm& rule : mef_forms)
    if (rule.name == name) return &rule;
  return nullptr;
}

std::string_view name_of_form(Form form) {
  for (const MefForm& rule : mef_forms)
    if (rule.form == form) return rule.name;
  return {};
}

Result<ExpressionId> MefBuilder::read_expression(const MefElement& element) {
  Expressions& expressions = model_.expressions;
  if (element.name == "float" || element.name == "int") {
    const auto found = element.attributes.find("value");
    std::string text = found == element.attributes.end() ? "" : found->second;
    if (text.starts_with('+')) text.erase(0, 1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
      return fail(at(element, "faulttree.mef.number", {element.name, text}));
    return expressions.add({Form::number, value, 0, {}, element.line});
  }
  if (element.name == "bool") {
    TRY(const bool value, truth_attribute(element));
    return expressions.add({Form::number, value ? 1.0 : 0.0, 0, {}, element.line});
  }
  if (element.name == "pi") return expressions.add({Form::number, std::numbers::pi, 0, {}, element.line});
  if (element.name == "system-mission-time") return expressions.add({Form::mission_time, 0, 0, {}, element.line});
  if (element.name == "parameter") {
    TRY(const std::string name, name_of(element));
    const ExpressionId id = expressions.add({Form::parameter, 0, 0, {}, element.line});
    pending_parameters_.push_back({id, symbols_.number(name)});
    return id;
  }
  const MefForm* const rule = find_form(element.name);
  if (rule == nullptr) return fail(at(element, "faulttree.mef.expression", {element.name}, ErrorKind::unsupported));
  Expression out{rule->form, 0, 0, {}, element.line};
  for (const MefElement& child : element.children) {
    if (child.name == "bin") {  // of a histogram: an upper bound and a weight
      if (child.children.size() != 2 || rule->form != Form::histogram)
        return fail(at(child, "faulttree.mef.arguments", {child.name, std::to_string(child.children.size()), "2"}));
      for (const MefElement& part : child.children) {
        TRY(const ExpressionId id, read_expression(part));
        out.arguments.push_back(id);
      }
      continue;
    }
    TRY(const ExpressionId id, read_expression(child));
    out.arguments.push_back(id);
  }
  if (!fits(*rule, out.arguments.size())) {
    const std::string wanted = rule->least == rule->most ? std::to_string(rule->least)
                               : rule->most == any_arguments
                                   ? std::to_string(rule->least) + " …"
                                   : std::to_string(rule->least) + "–" + std::to_string(rule->most);
    return fail(at(element, "faulttree.mef.arguments", {element.name, std::to_string(out.arguments.size()), wanted}));
  }
  return expressions.add(std::move(out));
}

}  // namespace veer::faulttree
