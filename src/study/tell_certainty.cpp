#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "consequences/scales.hpp"
#include "evidence/uses.hpp"
#include "graph/strong_components.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

template <class Rows>
void count_rows(const std::string& table, const Rows& rows, report::Findings& findings) {
  if (rows.empty()) return;
  report::ConfidenceRow out{.table = table};
  for (const auto& row : rows) {
    if constexpr (requires { row.drawn_as; }) {
      if (!row.drawn_as.empty()) continue;  // taken over from a row that is counted itself
    }
    ++out.count[static_cast<std::size_t>(row.provenance.confidence)];
  }
  findings.confidence.push_back(std::move(out));
}

void tell_confidence(const region::Region& region, report::Findings& findings) {
  count_rows("organisations", region.organisations, findings);
  count_rows("services", region.services, findings);
  count_rows("areas", region.areas, findings);
  count_rows("zones", region.zones, findings);
  count_rows("cells", region.cells, findings);
  count_rows("assets", region.assets, findings);
  count_rows("needs", region.needs, findings);
  count_rows("backups", region.backups, findings);
  count_rows("hazards", region.hazards, findings);
  count_rows("shocks", region.shocks, findings);
  count_rows("processes", region.processes, findings);
  report::ConfidenceRow parameters{.table = "parameters"};
  for (const auto& parameter : region.parameters) ++parameters.count[parameter.confidence];
  findings.confidence.push_back(std::move(parameters));
}

void tell_parameters(const region::Region& region, report::Findings& findings) {
  const auto uses = evidence::uses(region);
  for (std::size_t i = 0; i < region.parameters.size(); ++i) {
    const region::Parameter& parameter = region.parameters[i];
    std::vector<std::string> where;
    for (const evidence::Use& use : uses[i]) where.push_back(use.where);
    findings.parameters.push_back({parameter.id, parameter.subject, parameter.name, parameter.low, parameter.typical,
                                   parameter.high, parameter.unit_text, text_of(parameter.distribution),
                                   parameter.source, text_of(static_cast<region::Confidence>(parameter.confidence)),
                                   evidence::used_by(uses[i]), std::move(where)});
  }
}

/// Circles among the components that waited for one another at the end of some replica.
void tell_deadlocks(const Material& material, report::Findings& findings) {
  const cascade::Program& program = material.scenario.compiled.program;
  std::vector<cascade::Component> members;
  std::map<cascade::Component, std::uint32_t> node;
  for (const auto& [component, count] : material.outcome.deadlocked) {
    node[component] = static_cast<std::uint32_t>(members.size());
    members.push_back(component);
  }
  graph::Digraph waits;
  for (const cascade::Component component : members) {
    for (std::uint32_t need = program.need_begin[component]; need < program.need_begin[component + 1]; ++need)
      for (const cascade::Component supplier : program.suppliers_of(need))
        if (const auto found = node.find(supplier); found != node.end()) waits.targets.push_back(found->second);
    waits.begin.push_back(static_cast<std::uint32_t>(waits.targets.size()));
  }
  for (const auto& circle : graph::strong_components(waits)) {
    if (circle.size() < 2) continue;
    report::Deadlock out;
    std::vector<report::Name> names;
    std::uint32_t most = 0;
    for (const std::uint32_t v : circle) {
      out.assets.push_back(material.scenario.compiled.names[members[v]]);
      most = std::max(most, material.outcome.deadlocked.at(members[v]));
    }
    const auto first = material.words.component(members[circle[0]]);
    const auto second = material.words.component(members[circle[1]]);
    const std::string size = canonical_number(static_cast<double>(circle.size()));
    out.sentence = material.words.say("study.deadlock", std::vector<report::Name>{{size, size}, first, second});
    out.probability = static_cast<double>(most) / std::max<std::uint32_t>(1, material.outcome.explained);
    findings.deadlocks.push_back(std::move(out));
  }
}

/// How long the disruption lasts: days in which at least a tenth of the worst hour's number is concerned.
double days_of(const report::Curve& curve) {
  float most = 0;
  for (const float value : curve.mean) most = std::max(most, value);
  const auto hours =
      std::count_if(curve.mean.begin(), curve.mean.end(), [&](float value) { return most > 0 && value >= most / 10; });
  return static_cast<double>(hours) / 24;
}

/// The need of these that concerns most people at one hour, and that hour.
struct Worst {
  report::Estimate value;
  double days = 0;
};
Worst worst_moment(const report::Findings& findings, std::initializer_list<const char*> needs, bool unmet) {
  Worst worst;
  for (std::size_t n = 0; n < findings.needs.size(); ++n) {
    if (std::find(needs.begin(), needs.end(), findings.needs[n].id) == needs.end()) continue;
    const report::Curve& curve = unmet ? findings.region.unmet[n] : findings.region.without[n];
    for (std::size_t hour = 0; hour < curve.mean.size(); ++hour)
      if (curve.mean[hour] > worst.value.mean)
        worst = {{curve.mean[hour], curve.standard_error[hour], curve.p5[hour], curve.p50[hour], curve.p95[hour]},
                 days_of(curve)};
  }
  return worst;
}

std::string class_of(double value, std::array<double, 4> bounds, const char* letters) {
  std::size_t step = 0;
  while (step < bounds.size() && value >= bounds[step]) ++step;
  return std::string(1, letters[step]);
}

/// The classes of the region's own scales; of the national scale for a region that has none: the borders given.
void classify(const region::Region& region, report::ImpactCriterion& out, double days, std::array<double, 4> borders,
              const char* letters) {
  using region::ImpactScaleKind;
  if (region.impact_scales.empty()) {
    out.national_class = class_of(out.value.mean, borders, letters);
    return;
  }
  out.national_class =
      consequences::class_of(region.impact_scales, ImpactScaleKind::national, out.code, out.value.mean, days);
  out.regional_class =
      consequences::class_of(region.impact_scales, ImpactScaleKind::regional, out.code, out.value.mean, days);
}

/// Costs by FIN05: euros an hour for 7.2 million people, at the price level of 2003; per person-hour without power
/// here. Where nobody loses power they are not told: what other failures cost is not known, and is not nothing.
void tell_costs(const Material& material, report::Findings& findings) {
  const auto id = material.region.find_parameter("FIN05");
  const auto light =
      std::find_if(findings.needs.begin(), findings.needs.end(), [](const auto& need) { return need.id == "light"; });
  if (!id.valid() || light == findings.needs.end()) return;
  constexpr double randstad_people = 7.2e6;  // FIN05, note
  constexpr double price_index_2025 = 1.75;  // FIN05, note (recalled)
  const double euros = material.region.parameters[id.index()].typical * 1e6 * price_index_2025 / randstad_people;
  const auto need = static_cast<std::size_t>(light - findings.needs.begin());
  std::vector<double> values;
  for (const auto& run : material.outcome.need_phases[need])
    values.push_back(static_cast<double>(run.area) * material.outcome.region_without.whole(need) * euros);
  if (std::all_of(values.begin(), values.end(), [](double value) { return value == 0; })) {
    findings.not_modelled.push_back(material.words.say("study.not_modelled.costs"));
    return;
  }
  report::ImpactCriterion out{
      .code = "3.1",
      .name = material.words.say("study.criterion.costs"),
      .value = shown(ensemble::estimate(values)),
      .unit = material.words.say("study.unit.euro"),
      .national_class = {},
      .note = material.words.say(
          "study.criterion.costs.note",
          std::vector<report::Name>{{format_decimal(euros, 2, Language::nl), format_decimal(euros, 2, Language::en)}})};
  classify(material.region, out, 0, {50e6, 500e6, 5e9, 50e9}, "ABCDE");
  findings.criteria.push_back(std::move(out));
}

}  // namespace

void tell_criteria(const Material& material, report::Findings& findings) {
  // National scale for 2 to 6 days: A below 10,000 people, B below 100,000, C below a million, D above (recalled; see
  // the note).
  const std::array<double, 4> people{1e4, 1e5, 1e6, 1e300};
  const auto add = [&](const char* code, const std::string& key, const Worst& worst) {
    report::ImpactCriterion out{.code = code,
                                .name = material.words.say(key),
                                .value = worst.value,
                                .unit = material.words.say("study.unit.residents"),
                                .national_class = {},
                                .note = material.words.say(key + ".note")};
    classify(material.region, out, worst.days, people, "ABCDD");
    findings.criteria.push_back(std::move(out));
  };
  add("2.3", "study.criterion.needs", worst_moment(findings, {"water", "food", "warmth", "cooling"}, true));
  tell_costs(material, findings);
  add("5.1", "study.criterion.daily_life", worst_moment(findings, {"light"}, false));
}

void tell_certainty(const Material& material, report::Findings& findings) {
  tell_confidence(material.region, findings);
  tell_parameters(material.region, findings);
  for (const region::Source& source : material.region.sources)
    findings.sources.push_back({source.id, source.title, source.publisher, source.url, source.date, source.licence});
  tell_deadlocks(material, findings);
  tell_criteria(material, findings);
  const auto& shocks = material.region.shocks;
  const bool access =
      material.scenario.means && std::any_of(shocks.begin(), shocks.end(), [&](const region::Shock& shock) {
        return shock.hazard == material.scenario.hazard && shock.kind == region::ShockKind::access;
      });
  for (const char* key : {"polarisation", "disinformation", "mutual_help", "support_points", "fuel_sharing", "staff",
                          "traffic", "emergency_calls", "neighbours", "presence", "military"}) {
    const bool scarce = std::string_view(key) == "fuel_sharing" || std::string_view(key) == "staff";
    if (scarce && material.scenario.means) continue;  // the full model plays them
    if (scarce && findings.operations) {
      findings.not_modelled.push_back(material.words.say("study.not_modelled." + std::string(key) + ".elsewhere"));
      continue;
    }
    if (access && std::string_view(key) == "traffic") {
      findings.not_modelled.push_back(material.words.say("study.not_modelled.traffic.access"));
      continue;
    }
    findings.not_modelled.push_back(material.words.say(std::string("study.not_modelled.") + key));
  }
}

}  // namespace veer::study
