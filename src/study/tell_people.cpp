#include <algorithm>

#include "people/home.hpp"
#include "study/chapters.hpp"

namespace veer::study {

namespace {

/// Unmet person-hours of one need and row over replicas, of one municipality or (npos) of all.
report::Estimate unmet_hours(const Material& material, std::size_t municipality, std::size_t need, std::size_t row) {
  const ensemble::Outcome& outcome = material.outcome;
  const std::size_t municipalities = material.scenario.population.municipalities().size();
  std::vector<double> values;
  values.reserve(outcome.replicas);
  for (std::size_t r = 0; r < outcome.replicas; ++r) {
    std::int64_t minutes = 0;
    for (std::size_t m = 0; m < municipalities; ++m)
      if (municipality == m || municipality == municipalities)
        minutes += outcome.unmet[((r * municipalities + m) * outcome.needs + need) * people::row_count + row];
    values.push_back(static_cast<double>(minutes) / minutes_per_hour);
  }
  return shown(ensemble::estimate(values));
}

/// Head counts by row (everyone, then the groups) of the areas of a municipality, or of all.
std::vector<double> heads(const Material& material, std::size_t municipality) {
  const auto& population = material.scenario.population;
  std::vector<double> out(people::row_count, 0);
  for (const region::Zone& zone : material.region.zones) {
    const std::size_t own = population.municipality_of_area()[zone.area.index()];
    if (municipality != own && municipality != population.municipalities().size()) continue;
    out[0] += zone.residents;
    for (std::size_t g = 0; g < region::group_count; ++g) out[1 + g] += zone.groups[g];
  }
  return out;
}

report::Municipality place(const Material& material, std::size_t municipality, const ensemble::Curves& unmet,
                           const ensemble::Curves& without, std::size_t first_row) {
  report::Municipality out;
  out.group_heads = heads(material, municipality);
  for (std::size_t need = 0; need < material.outcome.needs; ++need) {
    out.unmet.push_back(curve(unmet, first_row + need, material.outcome.curved));
    out.without.push_back(curve(without, first_row + need, material.outcome.curved));
    std::vector<report::Estimate> rows;
    for (std::size_t row = 0; row < people::row_count; ++row)
      rows.push_back(unmet_hours(material, municipality, need, row));
    out.unmet_person_hours.push_back(std::move(rows));
  }
  return out;
}

Done tell_home(const Material& material, report::Findings& findings) {
  const people::Warmth& warmth = material.scenario.warmth;
  TRY(const auto cooling, people::home_cooling(material.region, warmth, material.outcome.hours));
  report::HomeCooling& home = findings.home;
  home.indoor_c = warmth.indoor_c;
  home.limit_c = warmth.limit_c;
  for (const auto& degrees : cooling.degrees_c) {
    home.p5.push_back(static_cast<float>(degrees[0]));
    home.p50.push_back(static_cast<float>(degrees[1]));
    home.p95.push_back(static_cast<float>(degrees[2]));
  }
  home.hours_to_limit = {
      .p5 = cooling.hours_to_limit[0], .p50 = cooling.hours_to_limit[1], .p95 = cooling.hours_to_limit[2]};
  return {};
}

}  // namespace

void tell_region(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  const people::Population& population = material.scenario.population;
  for (const region::ServiceId id : population.needs()) {
    const region::Service& service = region.services[id.index()];
    findings.needs.push_back({service.id, {service.name_nl, service.name_en}, service.pillar});
  }
  findings.region = place(material, population.municipalities().size(), material.outcome.region_unmet,
                          material.outcome.region_without, 0);
  findings.region.id = region.id;
  findings.region.name = region.title;
}

Done tell_people(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  const people::Population& population = material.scenario.population;
  const ensemble::Outcome& outcome = material.outcome;
  tell_region(material, findings);
  findings.groups.push_back({"all", material.words.say("study.group.all")});
  for (const char* group : region::group_names)
    findings.groups.push_back({group, material.words.say(std::string("study.group.") + group)});

  const std::size_t count = population.municipalities().size();
  for (std::size_t m = 0; m < count; ++m) {
    auto municipality = place(material, m, outcome.municipality_unmet, outcome.municipality_without, m * outcome.needs);
    municipality.id = region.organisations[population.municipalities()[m].index()].id;
    municipality.name = region.organisations[population.municipalities()[m].index()].name;
    for (std::size_t a = 0; a < region.areas.size(); ++a) {
      if (population.municipality_of_area()[a] != m) continue;
      municipality.residents += region.areas[a].residents;
      municipality.area_count += 1;
    }
    findings.municipalities.push_back(std::move(municipality));
  }
  for (std::size_t a = 0; a < region.areas.size(); ++a) {
    const region::Area& area = region.areas[a];
    report::AreaFinding out{.id = area.id,
                            .name = area.name,
                            .municipality = population.municipality_of_area()[a],
                            .residents = static_cast<double>(area.residents),
                            .centre = area.centre,
                            .outline = area.outline,
                            .unmet = {},
                            .without = {}};
    for (std::size_t need = 0; need < outcome.needs; ++need) {
      out.unmet.push_back(curve(outcome.area_unmet, a * outcome.needs + need, outcome.curved));
      out.without.push_back(curve(outcome.area_without, a * outcome.needs + need, outcome.curved));
    }
    findings.residents += area.residents;
    findings.areas.push_back(std::move(out));
  }
  findings.region.residents = findings.residents;
  findings.region.area_count = static_cast<double>(region.areas.size());
  for (const auto& runs : outcome.need_phases) findings.need_phases.push_back(shown(runs, findings.horizon_h));
  findings.jobs = outcome.economy.whole(0);
  findings.businesses = outcome.economy.whole(1);
  findings.jobs_without_power = curve(outcome.economy, 0, outcome.curved);
  findings.businesses_without_power = curve(outcome.economy, 1, outcome.curved);
  return tell_home(material, findings);
}

}  // namespace veer::study
