#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "faulttree/expression.hpp"

namespace veer::faulttree {

inline constexpr std::size_t any_arguments = 1000000000;

/// An expression of the exchange format: its element and how many arguments it takes.
struct MefForm {
  std::string_view name;
  Form form;
  std::size_t least;
  std::size_t most;
};

inline constexpr std::array mef_forms{MefForm{"add", Form::add, 1, any_arguments},
                                      MefForm{"sub", Form::sub, 1, any_arguments},
                                      MefForm{"mul", Form::mul, 1, any_arguments},
                                      MefForm{"div", Form::div, 2, any_arguments},
                                      MefForm{"neg", Form::neg, 1, 1},
                                      MefForm{"pow", Form::pow, 2, 2},
                                      MefForm{"exp", Form::exp, 1, 1},
                                      MefForm{"log", Form::log, 1, 1},
                                      MefForm{"log10", Form::log10, 1, 1},
                                      MefForm{"sqrt", Form::sqrt, 1, 1},
                                      MefForm{"abs", Form::abs, 1, 1},
                                      MefForm{"min", Form::min, 1, any_arguments},
                                      MefForm{"max", Form::max, 1, any_arguments},
                                      MefForm{"mean", Form::mean, 1, any_arguments},
                                      MefForm{"exponential", Form::exponential, 2, 2},
                                      MefForm{"GLM", Form::glm, 4, 4},
                                      MefForm{"Weibull", Form::weibull, 4, 4},
                                      MefForm{"periodic-test", Form::periodic_test, 4, 5},
                                      MefForm{"uniform-deviate", Form::uniform_deviate, 2, 2},
                                      MefForm{"normal-deviate", Form::normal_deviate, 2, 2},
                                      MefForm{"lognormal-deviate", Form::lognormal_deviate, 2, 3},
                                      MefForm{"histogram", Form::histogram, 3, any_arguments}};

/// The rule of an element of that name; null: there is none.
[[nodiscard]] const MefForm* find_form(std::string_view name);
/// The element of a form with arguments.
[[nodiscard]] std::string_view name_of_form(Form form);

}  // namespace veer::faulttree
