#include <fmt/format.h>
#include <array>
#include <cstring>

#include "region/help_figures.hpp"
#include "region/operations_figures.hpp"
#include "region/selector.hpp"
#include "region/support_figures.hpp"
#include "study/chapters.hpp"
#include "support_points/make_plan.hpp"

namespace veer::study {

namespace {

/// FNV-1a over everything that decides the numbers.
class Fingerprint {
 public:
  void add(std::uint64_t value) {
    for (int byte = 0; byte < 8; ++byte) mix(static_cast<unsigned char>(value >> (8 * byte)));
  }
  void add(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    add(bits);
  }
  void add(const std::string& text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(0);
  }
  void add(const cascade::Draw& draw) {
    add(static_cast<std::uint64_t>(draw.table + 1));
    add(static_cast<std::uint64_t>(draw.constant));
    add(static_cast<std::uint64_t>(draw.group + 1));
    add(draw.follow_below);
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  void mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3ULL; }
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

/// What only the choice of support points rests on.
void add_siting(const Material& material, Fingerprint& hash) {
  const region::Region& region = material.region;
  hash.add(material.options.support_seconds);
  for (const region::StandardFigure& figure : region::support_figures()) {
    const region::Parameter row = region::support_parameter(region, figure.id);
    for (const double value : {row.low, row.typical, row.high}) hash.add(value);
  }
  for (const region::SupportPoint& point : region.support_points) {
    hash.add(point.id);
    hash.add(point.functions);
    for (const double value : {point.place.lon, point.place.lat, point.capacity_per_h, point.staff.value_or(-1),
                               point.cost_once_eur.value_or(-1), point.cost_year_eur.value_or(-1)})
      hash.add(value);
  }
  for (const region::CellWalks& row : region.walks)
    for (const region::WalkTo& walk : row.walks) {
      hash.add(std::uint64_t{walk.support_point.index()});
      hash.add(walk.minutes);
    }
  for (const region::Resource& row : region.resources) hash.add(row.amount);
}

/// What only the full model rests on: the means, its figures, what the shocks do, and who goes first.
void add_operations(const Material& material, Fingerprint& hash) {
  const region::Region& region = material.region;
  hash.add(std::string(operations::name_of(material.options.order)));
  for (const region::StandardFigure& figure : region::operations_figures()) {
    const region::Parameter row = region::operations_parameter(region, figure.id);
    for (const double value : {row.low, row.typical, row.high}) hash.add(value);
  }
  for (const region::Parameter& row : region.parameters)
    for (const char* const prefix :
         {"priority.", "fuel_use.", "roster.required.", "derate.turn.", "demand.drains.", "demand.room."})
      if (row.id.starts_with(prefix)) hash.add(row.typical);
  for (const region::Resource& row : region.resources) {
    hash.add(row.id);
    hash.add(row.kind);
    for (const double value : {row.amount, row.shift_h, row.speed_kmh}) hash.add(value);
    hash.add(std::uint64_t{row.base ? row.base->index() : region.assets.size()});
  }
  for (const region::Asset& asset : region.assets)
    if (asset.place)
      for (const double value : {asset.place->lon, asset.place->lat}) hash.add(value);
  for (const region::Shock* const shock : operations::full_model_shocks(region, material.scenario.hazard)) {
    hash.add(shock->id);
    hash.add(static_cast<std::uint64_t>(shock->kind));
    for (const double value : {shock->share, shock->start_h, shock->duration_h, shock->magnitude}) hash.add(value);
  }
}

/// What only reach and the decision clock rest on.
void add_reach(const Material& material, Fingerprint& hash) {
  const region::Region& region = material.region;
  const auto parameter = [&](region::ParameterId id) {
    if (!id.valid()) return;
    const region::Parameter& row = region.parameters[id.index()];
    for (const double value : {row.low, row.typical, row.high, row.share}) hash.add(value);
  };
  for (const region::Channel& row : region.channels) {
    hash.add(row.id);
    hash.add(std::uint64_t{row.sender ? row.sender->index() + 1 : 0});
    hash.add(std::uint64_t{row.receiver_service ? row.receiver_service->index() + 1 : 0});
    hash.add(row.delay_h);
    parameter(row.reach);
    parameter(region.find_parameter("receiver." + row.id));
  }
  for (const region::Shock& shock : region.shocks) {
    if (shock.hazard != material.scenario.hazard || shock.kind != region::ShockKind::trust) continue;
    hash.add(shock.id);
    for (const double value : {shock.start_h, shock.duration_h, shock.magnitude}) hash.add(value);
  }
  for (const region::Service& row : region.services) parameter(region.find_parameter("receiver." + row.id));
  for (const region::Decision& row : region.decisions) {
    hash.add(row.id);
    hash.add(static_cast<std::uint64_t>(row.kind));
    hash.add(std::uint64_t{row.through ? row.through->index() + 1 : 0});
    hash.add(std::uint64_t{row.need ? row.need->index() + 1 : 0});
    for (const std::size_t channel : row.channels) hash.add(std::uint64_t{channel});
    if (row.target)
      for (const region::AssetId asset : region::select(*row.target, region)) hash.add(std::uint64_t{asset.index()});
    parameter(row.lead);
    parameter(row.until);
  }
}

/// What only help rests on.
void add_help(const Material& material, Fingerprint& hash) {
  for (const region::StandardFigure& figure : region::help_figures()) {
    const region::Parameter row = region::help_parameter(material.region, figure.id);
    for (const double value : {row.low, row.typical, row.high}) hash.add(value);
  }
  for (const region::Area& area : material.region.areas) {
    hash.add(area.mutual_help);
    hash.add(area.volunteers);
  }
}

std::uint64_t run_hash(const Material& material) {
  const cascade::Program& program = material.scenario.compiled.program;
  Fingerprint hash;
  hash.add(program.seed);
  hash.add(std::uint64_t{material.outcome.replicas});
  hash.add(static_cast<std::uint64_t>(program.horizon));
  for (const auto& table : program.tables)
    for (const std::uint16_t entry : table) hash.add(std::uint64_t{entry});
  for (const auto& name : material.scenario.compiled.names) hash.add(name);
  for (const auto& group : material.scenario.compiled.group_names) hash.add(group);
  for (const auto& draw : program.restart) hash.add(draw);
  for (const auto& hit : program.hits) {
    hash.add(std::uint64_t{hit.component});
    hash.add(static_cast<std::uint64_t>(hit.id));
    hash.add(hit.taken_below);
    hash.add(static_cast<std::uint64_t>(hit.start));
    hash.add(static_cast<std::uint64_t>(hit.length));
    hash.add(hit.start_delay);
    hash.add(hit.length_delay);
  }
  for (const auto& breakdown : program.breakdowns) {
    hash.add(static_cast<std::uint64_t>(breakdown.id));
    hash.add(breakdown.failure);
    hash.add(breakdown.repair);
  }
  for (const std::uint32_t k : program.need_k) hash.add(std::uint64_t{k});
  for (const std::uint32_t begin : program.supplier_begin) hash.add(std::uint64_t{begin});
  for (const std::uint32_t supplier : program.suppliers) hash.add(std::uint64_t{supplier});
  for (const auto& backup : program.backups) {
    hash.add(static_cast<std::uint64_t>(backup.id));
    hash.add(static_cast<std::uint64_t>(backup.kind));
    hash.add(static_cast<std::uint64_t>(backup.recharge));
    hash.add(backup.start_fail_below);
    hash.add(backup.capacity);
    hash.add(backup.run);
    hash.add(backup.from);
    if (backup.start_delay > 0) hash.add(static_cast<std::uint64_t>(backup.start_delay));
  }
  const people::Population& population = material.scenario.population;
  for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf)
    for (const auto& heads : population.heads(leaf)) {
      hash.add(static_cast<std::uint64_t>(heads.heads));
      hash.add(static_cast<std::uint64_t>(population.reserve(heads.reserve).unmet_before(program.horizon)));
    }
  for (const auto& process : material.region.processes) {
    hash.add(process.rto_h);
    hash.add(process.mtpd_h);
  }
  if (material.scenario.means || material.options.operations) add_operations(material, hash);
  if (material.options.support_points && support_points::can_plan(material.region)) add_siting(material, hash);
  if (material.options.reach) add_reach(material, hash);
  if (material.options.help) add_help(material, hash);
  return hash.value();
}

}  // namespace

void tell_run(const Material& material, report::Findings& findings) {
  const region::Region& region = material.region;
  const region::Hazard& hazard = region.hazards[material.scenario.hazard.index()];
  findings.version = material.options.version;
  findings.run_id = fmt::format("{:016x}", run_hash(material));
  findings.region_id = region.id;
  findings.region_title = {region.title, region.title};
  findings.reference_date = region.reference_date;
  findings.hazard_id = hazard.id;
  findings.hazard = {hazard.name_nl, hazard.name_en};
  findings.start = material.scenario.start;
  findings.season = material.scenario.season;
  findings.outdoor_c = material.scenario.warmth.outdoor_c;
  findings.replicas = material.outcome.replicas;
  findings.curve_replicas = material.outcome.curved;
  findings.explained_replicas = material.outcome.explained;
  findings.seed = material.options.seed;
  findings.horizon_h = hazard.horizon_h;
  findings.engine = cascade::name_of(material.outcome.engine);
  const auto beyond = beyond_core(region, material.scenario);
  findings.model = beyond ? "full" : "core";
  if (beyond) findings.model_reason = material.words.say(beyond->key, beyond->arguments);
  if (material.scenario.means && material.options.cut_sets)
    findings.model_reason = material.words.say("study.model.no_cut_sets", {findings.model_reason});
  findings.cancelled = material.outcome.cancelled;
  findings.quantile_error = ensemble::quantile_error;
  findings.audience = material.options.audience;
  findings.attributions = region.attributions;
  const double last = static_cast<double>(material.outcome.hours) - 1;
  for (const double hour : {0.0, 2.0, 8.0, 24.0, 48.0, 72.0, 96.0})
    if (hour < last) findings.moments.push_back({hour, material.words.say("study.moment", {canonical_number(hour)})});
  findings.moments.push_back({last, material.words.say("study.moment.after", {canonical_number(last)})});
}

}  // namespace veer::study
