#include "study/chapters.hpp"

namespace veer::study {

void tell_services(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  const ensemble::Outcome& outcome = material.outcome;
  std::vector<std::size_t> assets(region.services.size(), 0);
  std::vector<std::size_t> confirmed(region.services.size(), 0);
  for (const region::Asset& asset : region.assets) {
    ++assets[asset.service.index()];
    if (asset.confirmed) ++confirmed[asset.service.index()];
  }
  for (std::size_t s = 0; s < region.services.size(); ++s) {
    if (assets[s] == 0) continue;
    const region::Service& service = region.services[s];
    std::vector<double> half;
    for (const auto& run : outcome.service_phases[s]) half.push_back(run.half_h);
    findings.services.push_back(
        {.id = service.id,
         .name = {service.name_nl, service.name_en},
         .pillar = service.pillar,
         .category = service.category,
         .asset_count = assets[s],
         .down_share = curve(outcome.services, s, outcome.curved, static_cast<double>(assets[s])),
         .first_half_down_h = shown(ensemble::estimate(half, findings.horizon_h)),
         .phases = shown(outcome.service_phases[s], findings.horizon_h),
         .confirmed_share = static_cast<double>(confirmed[s]) / static_cast<double>(assets[s])});
  }
  const auto n = static_cast<double>(outcome.replicas);
  for (std::size_t a = 0; a < region.assets.size(); ++a) {
    const region::Asset& asset = region.assets[a];
    report::AssetRow row{
        .id = "assets/" + asset.id,
        .name = asset.name,
        .kind = asset.kind,
        .service = region.services[asset.service.index()].id,
        .organisation = region.organisations[asset.organisation.index()].id,
        .municipality = asset.municipality.valid() ? region.organisations[asset.municipality.index()].id : "",
        .place = asset.place,
        .down_probability = {},
        .down_hours_mean = 0,
        .confirmed = asset.confirmed,
        .confidence = text_of(asset.provenance.confidence)};
    for (std::size_t hour = 0; hour < outcome.hours; ++hour) {
      const double p = n == 0 ? 0 : outcome.down_count[a * outcome.hours + hour] / n;
      row.down_probability.push_back(static_cast<float>(p));
      row.down_hours_mean += p;
    }
    findings.assets.push_back(std::move(row));
  }
}

}  // namespace veer::study
