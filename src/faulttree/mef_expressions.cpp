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

Result<ExpressionId> MefBuilder::read_number(const MefElement& element) {
  TRY_DONE(no_children(element));
  const auto found = element.attributes.find("value");
  const std::string given = found == element.attributes.end() ? "" : found->second;
  std::string_view text = given;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool signed_twice = given.starts_with("+-");
  const bool whole = text.find_first_of(".eE") == std::string_view::npos;
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || signed_twice ||
      (element.name == "int" && !whole))
    return fail(at(element, "faulttree.mef.number", {element.name, given}));
  return model_.expressions.add({Form::number, value, 0, {}, element.line});
}

Result<ExpressionId> MefBuilder::read_expression(const MefElement& element) {
  Expressions& expressions = model_.expressions;
  if (element.name == "float" || element.name == "int") return read_number(element);
  if (element.name == "bool") {
    TRY(const bool value, truth_attribute(element));
    return expressions.add({Form::number, value ? 1.0 : 0.0, 0, {}, element.line});
  }
  const bool leaf = element.name == "pi" || element.name == "system-mission-time" || element.name == "parameter";
  if (leaf) TRY_DONE(no_children(element));
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
  for (std::size_t i = 0; i < element.children.size(); ++i) {
    const MefElement& child = element.children[i];
    if (child.name == "bin") {  // of a histogram, after its lower bound: an upper bound and a weight, or none is a bin
      const bool here = rule->form == Form::histogram && i > 0 && (i == 1 || element.children[i - 1].name == "bin");
      if (child.children.size() != 2 || !here)
        return fail(at(child, "faulttree.mef.arguments", {child.name, std::to_string(child.children.size()), "2"}));
      for (const MefElement& part : child.children) {
        TRY(const ExpressionId id, read_expression(part));
        out.arguments.push_back(id);
      }
      continue;
    }
    if (i > 0 && element.children[i - 1].name == "bin")
      return fail(at(child, "faulttree.mef.expression", {child.name}, ErrorKind::unsupported));
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
