#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace veer::faulttree {

using ExpressionId = std::uint32_t;

/// The forms of a probability expression, named as in the Open-PSA Model Exchange Format.
///
/// The four last are random deviates: they have a mean, and a value for each draw.
enum class Form : std::uint8_t {
  number,
  parameter,     ///< index in `Expression::index`
  mission_time,  ///< system mission time in hours
  add,
  sub,
  mul,
  div,
  neg,
  pow,
  exp,
  log,
  log10,
  sqrt,
  abs,
  min,
  max,
  mean,
  exponential,    ///< 1 − e^(−λt)
  glm,            ///< γ, λ, μ, t: (λ − (λ − γ(λ + μ))·e^(−(λ+μ)t)) / (λ + μ)
  weibull,        ///< α, β, t₀, t: 1 − e^(−((t − t₀)/α)^β)
  periodic_test,  ///< λ, τ, θ, t (repaired at once); or λ, μ, τ, θ, t (repair takes time from the test on)
  uniform_deviate,
  normal_deviate,
  lognormal_deviate,  ///< mean, error factor, confidence level; or μ, σ of the logarithm
  histogram,          ///< b₀, then pairs (upper bound, weight)
};

struct Expression {
  Form form = Form::number;
  double number = 0;
  std::uint32_t index = 0;
  std::vector<ExpressionId> arguments;
  std::size_t line = 0;  ///< where it stands in the file; 0: nowhere
};

/// Named number of a model.
struct Parameter {
  std::string name;
  ExpressionId value = 0;
  std::size_t line = 0;
};

/// Uniform numbers in (0, 1): draw number `n` of the expression with this id.
using Uniform = std::function<double(ExpressionId, std::uint32_t)>;

/// All expressions of a model and the parameters they speak of.
struct Expressions {
  std::vector<Expression> all;
  std::vector<Parameter> parameters;

  ExpressionId add(Expression expression);
  ExpressionId add_number(double value) { return add({Form::number, value, 0, {}, 0}); }
};

/// The values of all expressions: each deviate at its mean, or at a draw when `uniform` is given.
///
/// Cost: linear. An expression that several others use has one value.
/// @errors invalid_input: an argument out of its domain (negative rate or time, division by 0, shape ≤ 0 …)
/// @pre no parameter depends on itself (see `circle_of_parameters`)
/// @source Open-PSA Model Exchange Format 2.0d; docs/method/cutsets.md, section "Probabilities of events"
[[nodiscard]] Result<std::vector<double>> evaluate_all(const Expressions& expressions, double mission_time_h,
                                                       const Uniform& uniform = {});

/// Parameters that depend on themselves, as a list of names that ends where it began; empty: none.
[[nodiscard]] std::vector<std::string> circle_of_parameters(const Expressions& expressions);

}  // namespace veer::faulttree
