#include "faulttree/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/random.hpp"
#include "faulttree/probability.hpp"

namespace veer::faulttree {

namespace {

/// Beside the purposes of the region's entities (docs/model.md, section 2): a random deviate of a fault tree, of which
/// words 2n and 2n+1 are draw n.
constexpr Purpose deviate = static_cast<Purpose>(9);

bool is_deviate(Form form) {
  return form == Form::uniform_deviate || form == Form::normal_deviate || form == Form::lognormal_deviate ||
         form == Form::histogram;
}

/// The stable id of every deviate: "basic-events/pump#2" is the third deviate in the expression of that event.
std::map<ExpressionId, StableId> ids_of_deviates(const Model& model) {
  std::map<ExpressionId, StableId> out;
  const auto name_below = [&](ExpressionId root, const std::string& owner) {
    std::size_t number = 0;
    std::vector<ExpressionId> open{root};
    while (!open.empty()) {
      const ExpressionId id = open.back();
      open.pop_back();
      const Expression& expression = model.expressions.all[id];
      if (is_deviate(expression.form)) out.try_emplace(id, stable_id(owner + "#" + std::to_string(number++)));
      open.insert(open.end(), expression.arguments.rbegin(), expression.arguments.rend());
    }
  };
  for (const Parameter& parameter : model.expressions.parameters)
    name_below(parameter.value, "parameters/" + parameter.name);
  // Before the events: the members of a group have its expression.
  for (const CommonCauseGroup& group : model.groups) {
    name_below(group.total, "groups/" + group.name);
    for (const auto& [level, factor] : group.factors)
      name_below(factor, "groups/" + group.name + "/" + std::to_string(level));
  }
  for (const BasicEvent& event : model.basic_events) name_below(event.probability, "basic-events/" + event.name);
  return out;
}

Uniform uniform_of(std::shared_ptr<const std::map<ExpressionId, StableId>> ids, std::uint64_t seed,
                   std::uint32_t draw) {
  return [ids = std::move(ids), seed, draw](ExpressionId expression, std::uint32_t number) {
    const StableId id = ids->at(expression);
    const std::uint64_t high = veer::draw(seed, draw, id, deviate, 2 * number);
    const std::uint64_t low = veer::draw(seed, draw, id, deviate, 2 * number + 1);
    constexpr double step = 0x1p-52;
    return (static_cast<double>(high << 20U | low >> 12U) + 0.5) * step;
  };
}

void summarise(std::vector<double>& values, Uncertainty& out) {
  const auto count = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  out.mean = sum / count;
  double squares = 0;
  for (const double value : values) squares += (value - out.mean) * (value - out.mean);
  out.standard_deviation = std::sqrt(squares / (count - 1));
  out.standard_error = out.standard_deviation / std::sqrt(count);
  std::sort(values.begin(), values.end());
  for (const double share : out.shares) {
    const double rank = std::ceil(share * count - 1e-9);
    out.quantiles.push_back(values[static_cast<std::size_t>(std::clamp(rank, 1.0, count)) - 1]);
  }
}

}  // namespace

Uniform drawn(const Model& model, std::uint64_t seed, std::uint32_t draw) {
  return uniform_of(std::make_shared<const std::map<ExpressionId, StableId>>(ids_of_deviates(model)), seed, draw);
}

Result<Uncertainty> propagate(const Model& model, const Question& question, const Tree& tree, const Diagrams& diagrams,
                              const UncertaintySettings& settings, Limits& limits) {
  ENSURE(settings.draws >= 2, "a spread takes at least two draws");
  const auto ids = std::make_shared<const std::map<ExpressionId, StableId>>(ids_of_deviates(model));
  Uncertainty out;
  out.draws = settings.draws;
  out.seed = settings.seed;
  out.shares = settings.shares;
  out.deviates = ids->size();
  // A drawn factor of 0 takes common failures out of a draw; such an event then has probability 0.
  std::map<std::string, std::size_t, std::less<>> place;
  for (std::size_t e = 0; e < tree.events.size(); ++e) place.emplace(tree.events[e].name, e);
  TopChance top(diagrams);
  std::vector<double> values;
  std::vector<double> probability(tree.events.size());
  for (std::uint32_t draw = 0; draw < settings.draws; ++draw) {
    if (limits.stop_asked_now()) return fail(limits.error(Stop::asked));
    Question now = question;
    now.uniform = uniform_of(ids, settings.seed, draw);
    TRY(const Tree world, to_tree(model, now, out.clipped));
    std::fill(probability.begin(), probability.end(), 0.0);
    for (const TreeEvent& event : world.events) probability[place.at(event.name)] = event.probability;
    values.push_back(top(probability).holds);
  }
  summarise(values, out);
  return out;
}

}  // namespace veer::faulttree
