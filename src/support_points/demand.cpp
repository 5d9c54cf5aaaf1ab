#include "support_points/demand.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/random.hpp"
#include "region/support_figures.hpp"

namespace veer::support_points {

namespace {

constexpr double first_h = 48;
constexpr double last_h = 72;
constexpr std::uint32_t draws = 1000;

Result<std::vector<double>> values_of(const region::Parameter& parameter) {
  TRY(const auto table, region::quantiles(parameter));
  return std::vector<double>(table.begin(), table.end());
}

/// The share of households whose reserve outlasts `hours`.
Result<double> outlasting(const region::Region& region, const std::string& id, double hours) {
  const auto found = region.find_parameter(id);
  if (!found.valid()) return 0.0;
  const region::Parameter& parameter = region.parameters[found.index()];
  TRY(const auto values, values_of(parameter));
  const double unit = parameter.unit == region::Unit::minutes ? 60 : 1;
  const auto above = std::count_if(values.begin(), values.end(), [&](double value) { return value / unit > hours; });
  return static_cast<double>(above) / static_cast<double>(values.size());
}

/// The same in a zone, where households with a low income may have a row of their own.
Result<double> outlasting(const region::Region& region, const region::Zone& zone, double hours) {
  const std::string id = "reserve." + region.areas[zone.area.index()].preparedness + ".water";
  TRY(const double all, outlasting(region, id, hours));
  if (!region.find_parameter(id + ".low_income").valid() || zone.residents == 0) return all;
  TRY(const double poor, outlasting(region, id + ".low_income", hours));
  const double share = static_cast<double>(zone.groups[static_cast<std::size_t>(region::Group::low_income)]) /
                       static_cast<double>(zone.residents);
  return (1 - share) * all + share * poor;
}

double typical_of(const region::Region& region, const std::string& id, double otherwise) {
  const auto found = region.find_parameter(id);
  return found.valid() ? region.parameters[found.index()].typical : otherwise;
}

}  // namespace

Result<Demand> Demand::build(const region::Region& region, const std::string& season) {
  Demand out(region);
  const auto outdoor = region.find_parameter("outdoor." + season);
  if (!outdoor.valid())
    return fail({ErrorKind::invalid_input,
                 {"support_points.parameter.missing", {"outdoor." + season}},
                 {.table = "parameters"},
                 {}});
  const region::Parameter& temperature = region.parameters[outdoor.index()];
  out.indoor_c_ = typical_of(region, "indoor.start", 20);
  out.limit_c_ = typical_of(region, "warmth.limit", 14);
  out.outdoor_low_c_ = temperature.low;
  const auto mild = region::support_parameter(region, "support.visit.mild");
  const auto cold = region::support_parameter(region, "support.visit.cold");
  const auto ready = region::support_parameter(region, "support.visit.ready");
  out.typical_ = {mild.typical, cold.typical, ready.typical, temperature.typical};

  std::map<std::size_t, std::size_t> buildings;
  std::map<std::pair<std::size_t, double>, double> groups;
  const double handed_out_h = typical_of(region, "WAT05", 24);
  for (const region::Zone& zone : region.zones) {
    const auto [at, fresh] = buildings.emplace(zone.building.index(), out.tau_h_.size());
    if (fresh) {
      TRY(auto tau, values_of(region.parameters[zone.building.index()]));
      out.tau_h_.push_back(std::move(tau));
    }
    out.zone_building_.push_back(at->second);
    TRY(const double lasts, outlasting(region, zone, first_h));
    TRY(const double dry, outlasting(region, zone, handed_out_h));
    out.zone_ready_.push_back(lasts);
    out.zone_dry_.push_back(1 - dry);
    groups[{at->second, lasts}] += zone.residents;
    out.residents_ += zone.residents;
  }
  for (const auto& [key, residents] : groups) out.groups_.push_back({key.first, key.second, residents});

  std::array<std::vector<double>, 4> tables;
  for (std::size_t i = 0; i < 3; ++i) {
    TRY(tables[i], values_of(std::array{mild, cold, ready}[i]));
  }
  TRY(tables[3], values_of(temperature));
  std::vector<double> sums;
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    const auto pick = [&](std::uint32_t i) {
      return tables[i][draw_block(0, draw, stable_id("support_points/demand"), Purpose::people, i)[0] >> 22U];
    };
    const double low = pick(0);
    sums.push_back(out.sum({low, std::max(low, pick(1)), pick(2), pick(3)}));
  }
  std::sort(sums.begin(), sums.end());
  const auto quantile = [&](double share) { return sums[static_cast<std::size_t>(share * (draws - 1) + 0.5)]; };
  out.total_ = {quantile(0.05), quantile(0.5), quantile(0.95)};
  return out;
}

double Demand::cold_share(std::size_t building, double outdoor_c) const {
  if (outdoor_c >= limit_c_) return 0;
  const double ratio = std::log((indoor_c_ - outdoor_c) / (limit_c_ - outdoor_c));
  double sum = 0;
  for (const double tau : tau_h_[building]) sum += std::clamp((last_h - tau * ratio) / (last_h - first_h), 0.0, 1.0);
  return sum / static_cast<double>(tau_h_[building].size());
}

double Demand::sum(const VisitFigures& figures) const {
  // The factor for readiness has mean 1, but goes along with how cold homes are.
  std::vector<double> cold;
  for (std::size_t b = 0; b < tau_h_.size(); ++b) cold.push_back(cold_share(b, figures.outdoor_c));
  double factors = 0;
  double visitors = 0;
  for (const Group& group : groups_) {
    const double factor = 1 - group.ready + group.ready * figures.ready;
    factors += group.residents * factor;
    visitors += group.residents * factor * (figures.mild + (figures.cold - figures.mild) * cold[group.building]);
  }
  return factors > 0 ? visitors * residents_ / factors : 0;
}

std::vector<double> Demand::visitors(const VisitFigures& figures) const {
  std::vector<double> cold;
  for (std::size_t b = 0; b < tau_h_.size(); ++b) cold.push_back(cold_share(b, figures.outdoor_c));
  double factors = 0;
  for (const Group& group : groups_) factors += group.residents * (1 - group.ready + group.ready * figures.ready);
  const double mean = residents_ > 0 ? factors / residents_ : 1;
  std::vector<double> out;
  out.reserve(region_->cells.size());
  for (const region::Cell& cell : region_->cells) {
    const std::size_t zone = cell.zone.index();
    const double factor = (1 - zone_ready_[zone] + zone_ready_[zone] * figures.ready) / (mean > 0 ? mean : 1);
    const double share = figures.mild + (figures.cold - figures.mild) * cold[zone_building_[zone]];
    out.push_back(cell.residents * factor * share);
  }
  return out;
}

std::vector<Demand::World> Demand::worlds() const {
  std::vector<World> out{{"typical", visitors(typical_)}};
  VisitFigures figures = typical_;
  figures.cold = figures.mild;
  out.push_back({"mild", visitors(figures)});
  figures = typical_;
  figures.outdoor_c = outdoor_low_c_;
  figures.cold = region::support_parameter(*region_, "support.visit.cold").high;
  out.push_back({"frost", visitors(figures)});
  figures = typical_;
  figures.ready = region::support_parameter(*region_, "support.visit.ready").low;
  out.push_back({"ready_stay", visitors(figures)});
  World everyone{"everyone", {}};
  World vulnerable{"vulnerable", {}};
  World poor{"low_income", {}};
  for (const region::Cell& cell : region_->cells) {
    const region::Zone& zone = region_->zones[cell.zone.index()];
    const double share = zone.residents > 0 ? static_cast<double>(cell.residents) / zone.residents : 0;
    const auto heads = [&](region::Group group) { return zone.groups[static_cast<std::size_t>(group)] * share; };
    everyone.weight.push_back(cell.residents);
    vulnerable.weight.push_back(heads(region::Group::over_65));
    poor.weight.push_back(heads(region::Group::low_income));
  }
  out.push_back(std::move(everyone));
  out.push_back(std::move(vulnerable));
  out.push_back(std::move(poor));
  return out;
}

std::vector<double> Demand::water_households() const {
  std::vector<double> out;
  for (const region::Cell& cell : region_->cells) {
    const region::Area& area = region_->areas[region_->zones[cell.zone.index()].area.index()];
    const double size = area.households > 0 ? area.residents / area.households : 2;
    out.push_back(cell.residents / std::max(size, 1.0) * zone_dry_[cell.zone.index()]);
  }
  return out;
}

}  // namespace veer::support_points
