#include "faulttree/expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>
#include <utility>

#include "graph/strong_components.hpp"

namespace veer::faulttree {

namespace {

/// Which expressions an expression reads: its arguments, and the value of the parameter it names.
graph::Digraph dependencies(const Expressions& expressions) {
  graph::Digraph out;
  for (const Expression& expression : expressions.all) {
    out.targets.insert(out.targets.end(), expression.arguments.begin(), expression.arguments.end());
    if (expression.form == Form::parameter) out.targets.push_back(expressions.parameters[expression.index].value);
    out.begin.push_back(static_cast<std::uint32_t>(out.targets.size()));
  }
  return out;
}

/// 1 − e^(−λt), exact for small λt.
double failed(double rate, double time) { return -std::expm1(-rate * time); }

/// One expression with its arguments known.
class Evaluation {
 public:
  Evaluation(const Expression& expression, ExpressionId id, std::vector<double> arguments, const Uniform& uniform)
      : expression_(expression), id_(id), x_(std::move(arguments)), uniform_(uniform) {}

  Result<double> value() {
    const double result = compute();
    if (wrong_.empty() && !std::isfinite(result)) wrong_ = "a finite result";
    if (wrong_.empty()) return result;
    std::string found;
    for (const double x : x_) found += (found.empty() ? "" : ", ") + canonical_number(x);
    return fail({ErrorKind::invalid_input,
                 {"faulttree.expression.domain", {wrong_, found}},
                 {{}, {}, expression_.line, {}},
                 {}});
  }

 private:
  void expect(bool condition, const char* what) {
    if (!condition && wrong_.empty()) wrong_ = what;
  }

  double compute() {
    switch (expression_.form) {
      case Form::add:
        return std::accumulate(x_.begin(), x_.end(), 0.0);
      case Form::sub:
        return std::accumulate(x_.begin() + 1, x_.end(), x_.front(), std::minus<>());
      case Form::mul:
        return std::accumulate(x_.begin(), x_.end(), 1.0, std::multiplies<>());
      case Form::div:
        for (std::size_t i = 1; i < x_.size(); ++i) expect(x_[i] != 0, "no division by 0");
        return std::accumulate(x_.begin() + 1, x_.end(), x_.front(), std::divides<>());
      case Form::neg:
        return -x_[0];
      case Form::pow:
        return std::pow(x_[0], x_[1]);
      case Form::exp:
        return std::exp(x_[0]);
      case Form::log:
        expect(x_[0] > 0, "a logarithm of a number above 0");
        return std::log(x_[0]);
      case Form::log10:
        expect(x_[0] > 0, "a logarithm of a number above 0");
        return std::log10(x_[0]);
      case Form::sqrt:
        expect(x_[0] >= 0, "a root of a number of at least 0");
        return std::sqrt(x_[0]);
      case Form::abs:
        return std::fabs(x_[0]);
      case Form::min:
        return *std::min_element(x_.begin(), x_.end());
      case Form::max:
        return *std::max_element(x_.begin(), x_.end());
      case Form::mean:
        return std::accumulate(x_.begin(), x_.end(), 0.0) / static_cast<double>(x_.size());
      case Form::exponential:
        expect(x_[0] >= 0 && x_[1] >= 0, "a rate and a time of at least 0");
        return failed(x_[0], x_[1]);
      case Form::glm:
        return glm();
      case Form::weibull:
        expect(x_[0] > 0 && x_[1] > 0 && x_[2] >= 0 && x_[3] >= 0, "scale and shape above 0, times of at least 0");
        return x_[3] <= x_[2] ? 0 : -std::expm1(-std::pow((x_[3] - x_[2]) / x_[0], x_[1]));
      case Form::periodic_test:
        return periodic_test();
      default:
        return deviate();
    }
  }

  double glm() {
    const double gamma = x_[0];
    const double lambda = x_[1];
    const double mu = x_[2];
    expect(gamma >= 0 && gamma <= 1 && lambda >= 0 && mu >= 0 && x_[3] >= 0,
           "a chance in [0, 1], rates and a time of at least 0");
    const double sum = lambda + mu;
    if (sum == 0) return gamma;
    return (lambda - (lambda - gamma * sum) * std::exp(-sum * x_[3])) / sum;
  }

  double periodic_test() {
    const bool repair = x_.size() == 5;
    const double lambda = x_[0];
    const double mu = repair ? x_[1] : 0;
    const double between = x_[repair ? 2 : 1];
    const double first = x_[repair ? 3 : 2];
    const double time = x_.back();
    expect(lambda >= 0 && mu >= 0 && between > 0 && first >= 0 && time >= 0,
           "rates and times of at least 0, a test interval above 0");
    if (!wrong_.empty() || time <= first) return failed(lambda, time);
    const double tests = std::floor((time - first) / between);
    const double rest = time - first - tests * between;
    if (!repair) return failed(lambda, rest);
    // Found failed at a test, it is repaired at rate mu and may fail again before the next one.
    double down = failed(lambda, first);
    const auto after = [&](double span) {
      const double again = lambda == mu ? failed(lambda, span) - lambda * span * std::exp(-lambda * span)
                                        : (lambda * failed(mu, span) - mu * failed(lambda, span)) / (lambda - mu);
      return down * (std::exp(-mu * span) + again) + (1 - down) * failed(lambda, span);
    };
    // The sequence settles; ten thousand tests are far beyond where it still moves.
    for (double test = 0; test < std::min(tests, 1e4); ++test) down = after(between);
    return after(rest);
  }

  double draw(std::uint32_t number = 0) const { return uniform_(id_, number); }
  double normal_draw() const {
    return std::numbers::sqrt2 * boost::math::erf_inv(std::clamp(2 * draw() - 1, -1 + 1e-15, 1 - 1e-15));
  }

  double deviate() {
    switch (expression_.form) {
      case Form::uniform_deviate:
        expect(x_[0] <= x_[1], "a lower bound that is not above the upper one");
        return uniform_ ? x_[0] + (x_[1] - x_[0]) * draw() : (x_[0] + x_[1]) / 2;
      case Form::normal_deviate:
        expect(x_[1] >= 0, "a standard deviation of at least 0");
        return uniform_ ? x_[0] + x_[1] * normal_draw() : x_[0];
      case Form::lognormal_deviate:
        return lognormal();
      default:
        return histogram();
    }
  }

  double lognormal() {
    double centre = x_[0];
    double sigma = x_[1];
    if (x_.size() == 3) {  // mean, error factor, level: EF = e^(z·σ)
      expect(x_[0] > 0 && x_[1] >= 1 && x_[2] > 0 && x_[2] < 1,
             "a mean above 0, an error factor ≥ 1, a level in (0, 1)");
      if (!wrong_.empty()) return 0;
      sigma = std::log(x_[1]) / (std::numbers::sqrt2 * boost::math::erf_inv(x_[2]));
      centre = std::log(x_[0]) - sigma * sigma / 2;
    }
    expect(sigma >= 0, "a standard deviation of at least 0");
    return uniform_ ? std::exp(centre + sigma * normal_draw()) : std::exp(centre + sigma * sigma / 2);
  }

  double histogram() {
    double weight = 0;
    double moment = 0;
    for (std::size_t i = 1; i + 1 < x_.size(); i += 2) {
      const double below = i == 1 ? x_[0] : x_[i - 2];
      expect(x_[i] >= below && x_[i + 1] >= 0, "rising bounds and weights of at least 0");
      weight += x_[i + 1];
      moment += x_[i + 1] * (below + x_[i]) / 2;
    }
    expect(weight > 0, "a weight above 0");
    if (!wrong_.empty()) return 0;
    if (!uniform_) return moment / weight;
    double left = draw() * weight;
    for (std::size_t i = 1; i + 1 < x_.size(); i += 2) {
      const double below = i == 1 ? x_[0] : x_[i - 2];
      if (left <= x_[i + 1] && x_[i + 1] > 0) return below + (x_[i] - below) * left / x_[i + 1];
      left -= x_[i + 1];
    }
    return x_[x_.size() - 2];
  }

  const Expression& expression_;
  ExpressionId id_;
  std::vector<double> x_;
  const Uniform& uniform_;
  std::string wrong_;
};

}  // namespace

ExpressionId Expressions::add(Expression expression) {
  all.push_back(std::move(expression));
  return static_cast<ExpressionId>(all.size() - 1);
}

Result<std::vector<double>> evaluate_all(const Expressions& expressions, double mission_time_h,
                                         const Uniform& uniform) {
  std::vector<double> values(expressions.all.size(), 0);
  for (const auto& component : graph::strong_components(dependencies(expressions))) {
    ENSURE(component.size() == 1, "parameters do not depend on themselves");
    const ExpressionId id = component.front();
    const Expression& expression = expressions.all[id];
    if (expression.form == Form::number) {
      values[id] = expression.number;
    } else if (expression.form == Form::mission_time) {
      values[id] = mission_time_h;
    } else if (expression.form == Form::parameter) {
      values[id] = values[expressions.parameters[expression.index].value];
    } else {
      std::vector<double> arguments;
      for (const ExpressionId argument : expression.arguments) arguments.push_back(values[argument]);
      TRY(values[id], Evaluation(expression, id, std::move(arguments), uniform).value());
    }
  }
  return values;
}

std::vector<std::string> circle_of_parameters(const Expressions& expressions) {
  const graph::Digraph graph = dependencies(expressions);
  const auto names = [&](const std::vector<std::uint32_t>& component) {
    std::vector<std::string> out;
    for (const ExpressionId id : component)
      if (expressions.all[id].form == Form::parameter) {
        const std::string& name = expressions.parameters[expressions.all[id].index].name;
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
      }
    if (!out.empty()) out.push_back(out.front());
    return out;
  };
  for (const auto& component : graph::strong_components(graph)) {
    const std::uint32_t first = component.front();
    const bool itself =
        std::find(graph.targets.begin() + graph.begin[first], graph.targets.begin() + graph.begin[first + 1], first) !=
        graph.targets.begin() + graph.begin[first + 1];
    if (component.size() > 1 || itself) return names(component);
  }
  return {};
}

}  // namespace veer::faulttree
