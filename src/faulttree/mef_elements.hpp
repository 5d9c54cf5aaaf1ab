#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "faulttree/model.hpp"

namespace veer::faulttree {

/// One element of a definition, with what is inside it.
struct MefElement {
  std::string name;
  std::map<std::string, std::string, std::less<>> attributes;
  std::vector<MefElement> children;
  std::size_t line = 0;
};

/// An error at a line of the file.
[[nodiscard]] Error mef_error(const std::string& file, std::size_t line, std::string key,
                              std::vector<std::string> arguments, ErrorKind kind = ErrorKind::invalid_input);

/// Names as they are met: dense numbers, each with its text.
class Symbols {
 public:
  std::uint32_t number(std::string_view name);
  [[nodiscard]] const std::string& text(std::uint32_t number) const { return *names_[number]; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<const std::string*> names_;
};

/// Turns the definitions of a file, one after the other, into a model; `finish` ties the names together.
class MefBuilder {
 public:
  explicit MefBuilder(std::string file) { model_.file = std::move(file); }

  void set_name(const std::string& name) {
    if (model_.name.empty()) model_.name = name;
  }
  /// One `define-…` element with all that is in it.
  [[nodiscard]] Done define(const MefElement& element);
  [[nodiscard]] Result<Model> finish();
  [[nodiscard]] const std::string& file() const { return model_.file; }

 private:
  enum class Definition { gate, basic_event, house_event };
  struct Defined {
    Definition kind = Definition::gate;
    std::uint32_t index = 0;
    std::size_t line = 0;
  };
  /// An input that was named before everything is defined.
  struct Pending {
    std::uint32_t gate = 0;
    std::uint32_t position = 0;
    std::uint32_t symbol = 0;
    std::optional<Definition> wanted;
    std::size_t line = 0;
  };
  struct PendingParameter {
    ExpressionId expression = 0;
    std::uint32_t symbol = 0;
  };

  [[nodiscard]] Error at(const MefElement& element, std::string key, std::vector<std::string> arguments,
                         ErrorKind kind = ErrorKind::invalid_input) const {
    return mef_error(model_.file, element.line, std::move(key), std::move(arguments), kind);
  }
  [[nodiscard]] Result<std::string> name_of(const MefElement& element) const;
  [[nodiscard]] Done claim(const MefElement& element, const std::string& name, Definition kind, std::size_t index);

  [[nodiscard]] Done define_gate(const MefElement& element);
  [[nodiscard]] Done define_basic_event(const MefElement& element);
  [[nodiscard]] Done define_house_event(const MefElement& element);
  [[nodiscard]] Done define_parameter(const MefElement& element);
  [[nodiscard]] Done define_group(const MefElement& element);
  [[nodiscard]] Result<const MefElement*> only_child(const MefElement& element) const;
  [[nodiscard]] Done no_children(const MefElement& element) const;
  [[nodiscard]] Done add_members(const MefElement& element, std::vector<std::string>& members) const;

  // mef_formulas.cpp
  [[nodiscard]] Done read_formula(const MefElement& element, std::uint32_t gate);
  [[nodiscard]] Done read_input(const MefElement& element, std::uint32_t gate, std::uint32_t position);
  [[nodiscard]] Result<std::uint32_t> count_attribute(const MefElement& element, const char* name,
                                                      std::size_t most) const;
  [[nodiscard]] Result<bool> truth_attribute(const MefElement& element) const;

  // mef_expressions.cpp
  [[nodiscard]] Result<ExpressionId> read_number(const MefElement& element);
  [[nodiscard]] Result<ExpressionId> read_expression(const MefElement& element);

  [[nodiscard]] Done tie_inputs();
  [[nodiscard]] Done tie_parameters();
  [[nodiscard]] Done refuse_circles() const;

  Model model_;
  Symbols symbols_;
  std::map<std::uint32_t, Defined> events_;            ///< by symbol
  std::map<std::uint32_t, std::uint32_t> parameters_;  ///< by symbol
  std::map<std::uint32_t, std::size_t> groups_;        ///< by symbol: its line
  std::vector<Pending> pending_;
  std::vector<PendingParameter> pending_parameters_;
};

}  // namespace veer::faulttree
