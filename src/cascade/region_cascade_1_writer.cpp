#include "cascade/region_cascade_1_writer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace veer::cascade {

namespace {

using nlohmann::ordered_json;

constexpr std::uint64_t always = 1ULL << 32U;
constexpr std::int64_t most_ticks = 65535;

std::uint16_t clipped(std::int64_t ticks) {
  return static_cast<std::uint16_t>(std::clamp<std::int64_t>(ticks, 0, most_ticks));
}

bool drawn(const Draw& draw) { return draw.table >= 0; }

/// The arrays of the format under construction, and what did not fit in them.
class Writer {
 public:
  Writer(const Program& program, const ExchangeLabels& labels)
      : program_(program), labels_(labels), hits_of_(program.component_count()) {}

  ExchangeText write() {
    for (const Breakdown& row : program_.breakdowns) note(Unfit::breakdown, name(row.component));
    for (const Hit& hit : program_.hits) hits_of_[hit.component].push_back(&hit);
    const ordered_json components = write_components();
    const ordered_json needs = write_needs();
    ordered_json tables = ordered_json::array();
    for (const Table* table : tables_) tables.push_back(*table);
    const ordered_json root{{"format", "region-cascade-1"},
                            {"tick_minutes", program_.tick_minutes},
                            {"horizon_ticks", program_.horizon},
                            {"recharge_divisor", recharge_},
                            {"seed", program_.seed},
                            {"service_names", labels_.service_names},
                            {"tables", std::move(tables)},
                            {"components", components},
                            {"needs", needs}};
    ExchangeText out{.json = root.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n", .replaced = {}};
    for (std::size_t i = 0; i < unfit_count; ++i)
      if (!places_[i].empty()) out.replaced.push_back({static_cast<Unfit>(i), std::move(places_[i])});
    return out;
  }

 private:
  const std::string& name(Component component) const { return labels_.names[component]; }

  /// Once for each place, however often it does not fit there.
  void note(Unfit what, const std::string& place) {
    auto& places = places_[static_cast<std::size_t>(what)];
    if (places.empty() || places.back() != place) places.push_back(place);
  }

  std::int32_t table(const Table& values) {
    const auto [entry, is_new] = table_number_.emplace(values, static_cast<std::int32_t>(tables_.size()));
    if (is_new) tables_.push_back(&entry->first);
    return entry->second;
  }

  /// The quantiles of a draw; of a constant 1,024 times the same.
  Table quantiles(const Draw& draw, const std::string& place, std::int64_t least = 0) {
    if (draw.group >= 0 && draw.follow_below > 0 && drawn(draw)) note(Unfit::shared_draw, place);
    Table out{};
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = clipped(std::max<std::int64_t>(
          least, drawn(draw) ? program_.tables[static_cast<std::size_t>(draw.table)][i] : draw.constant));
    return out;
  }

  /// A draw where the format has one number.
  std::int64_t median(const Draw& draw) const {
    return drawn(draw) ? program_.tables[static_cast<std::size_t>(draw.table)][region::quantile_count / 2]
                       : draw.constant;
  }

  ordered_json write_components();
  std::int32_t hazard_of(Component component);
  Table hit_end(const Hit& hit);

  struct Chain {
    const Backup* reservoir = nullptr;
    const Backup* generator = nullptr;  ///< or manual fallback
  };
  ordered_json write_needs();
  Chain chain_of(std::size_t need);
  Tick common_recharge(const std::vector<Chain>& chains) const;
  void write_reservoir(const Backup* backup, const std::string& place, ordered_json& needs);
  void write_generator(const Backup* backup, const std::string& place, ordered_json& needs);

  const Program& program_;
  const ExchangeLabels& labels_;
  std::vector<std::vector<const Hit*>> hits_of_;  ///< by component
  std::array<std::vector<std::string>, unfit_count> places_;
  std::map<Table, std::int32_t> table_number_;
  std::vector<const Table*> tables_;  ///< by number
  Tick recharge_ = 1;
};

ordered_json Writer::write_components() {
  ordered_json recovery = ordered_json::array();
  ordered_json hazard = ordered_json::array();
  for (Component c = 0; c < program_.component_count(); ++c) {
    recovery.push_back(table(quantiles(program_.restart[c], name(c), 1)));
    hazard.push_back(hazard_of(c));
  }
  return {{"kind", labels_.kinds},
          {"recovery_table", std::move(recovery)},
          {"hazard_table", std::move(hazard)},
          {"population", labels_.population},
          {"service", labels_.service}};
}

/// The table of H: until when a component is hit from tick 0 on; -1 when it is not.
std::int32_t Writer::hazard_of(Component component) {
  Table until{};
  int spread = 0;  // hits whose end is not one number
  for (const Hit* hit : hits_of_[component]) {
    const bool empty = hit->length == 0 && !drawn(hit->length_delay) && hit->length_delay.constant == 0;
    if (hit->taken_below == 0 || empty || hit->start >= program_.horizon) continue;
    const Table end = hit_end(*hit);
    spread += end.front() != end.back() ? 1 : 0;
    for (std::size_t i = 0; i < until.size(); ++i) until[i] = std::max(until[i], end[i]);
  }
  if (spread > 1) note(Unfit::joint_hits, name(component));
  return until.back() == 0 ? -1 : table(until);
}

/// The quantiles of the end of one hit, 0 where it does not happen.
Table Writer::hit_end(const Hit& hit) {
  const std::string& place = name(hit.component);
  const bool shared = drawn(hit.start_delay) && hit.start_delay.group >= 0 && hit.start_delay.follow_below > 0;
  if (shared) note(Unfit::shared_draw, place);
  if (hit.start > 0 || drawn(hit.start_delay) || hit.start_delay.constant > 0) note(Unfit::late_hit, place);
  const std::int64_t start = hit.start + median(hit.start_delay);
  const Table delay = quantiles(hit.length_delay, place);
  constexpr std::uint64_t step = always / region::quantile_count;
  const std::uint64_t taken = std::min(hit.taken_below, always);
  if (taken % step != 0 || (taken < always && drawn(hit.length_delay))) note(Unfit::hit_share, place);
  const std::size_t zeros = region::quantile_count - static_cast<std::size_t>((taken + step / 2) / step);
  Table end{};
  if (start >= program_.horizon) return end;
  for (std::size_t i = zeros; i < end.size(); ++i) {
    const std::int64_t length = hit.length + delay[(i - zeros) * delay.size() / (delay.size() - zeros)];
    end[i] = length == 0 ? std::uint16_t{0} : clipped(start + length);
  }
  return end;
}

/// What the format has room for: a reservoir, and behind it a generator or manual fallback.
Writer::Chain Writer::chain_of(std::size_t need) {
  Chain chain;
  for (std::size_t i = program_.backup_begin[need]; i < program_.backup_begin[need + 1]; ++i) {
    const Backup& backup = program_.backups[i];
    const bool generator = backup.kind == BackupKind::generator;
    if (!generator && !drawn(backup.capacity) && backup.capacity.constant <= 0) continue;  // never carries
    if (backup.kind == BackupKind::reservoir && chain.reservoir == nullptr && chain.generator == nullptr)
      chain.reservoir = &backup;
    else if (backup.kind != BackupKind::reservoir && chain.generator == nullptr)
      chain.generator = &backup;
    else
      note(Unfit::chain, labels_.need_names[need]);
  }
  return chain;
}

/// One divisor serves the whole file: that of most reservoirs, of equally many the smallest.
Tick Writer::common_recharge(const std::vector<Chain>& chains) const {
  std::map<Tick, std::size_t> count;
  for (const Chain& chain : chains)
    if (chain.reservoir != nullptr && median(chain.reservoir->capacity) > 0) ++count[chain.reservoir->recharge];
  const auto most =
      std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? 1 : most->first;
}

/// Appends the reservoir of one need to its column.
void Writer::write_reservoir(const Backup* backup, const std::string& place, ordered_json& needs) {
  const std::int64_t ticks = backup == nullptr ? 0 : median(backup->capacity);
  needs["reservoir_ticks"].push_back(clipped(ticks));
  if (backup == nullptr) return;
  if (drawn(backup->capacity)) note(Unfit::drawn_reservoir, place);
  if (ticks > 0 && backup->recharge != recharge_) note(Unfit::recharge, place);
}

/// Appends the generator of one need to its columns.
void Writer::write_generator(const Backup* backup, const std::string& place, ordered_json& needs) {
  needs["generator"].push_back(backup == nullptr ? 0 : 1);
  std::uint64_t start_fail = 0;
  std::int32_t run = -1;
  std::int64_t tank = 0;
  std::int32_t refuel = -1;
  if (backup != nullptr) {
    const bool refuelled = drawn(backup->from) || backup->from.constant < program_.horizon;
    if (refuelled) refuel = table(quantiles(backup->from, place));
    if (backup->kind == BackupKind::manual) {
      run = table(quantiles(backup->capacity, place));
    } else {
      if (backup->start_delay > 0) note(Unfit::start_delay, place);
      start_fail = std::min(backup->start_fail_below, always);
      tank = clipped(median(backup->capacity));
      Table until = quantiles(backup->run, place);
      if (drawn(backup->capacity) && !refuelled && !drawn(backup->run)) {
        // It runs until the first of F and the tank, of which only the tank is drawn: that can be said as F.
        const Table dry = quantiles(backup->capacity, place);
        for (std::size_t i = 0; i < until.size(); ++i) until[i] = std::min(until[i], dry[i]);
        tank = most_ticks;
      } else if (drawn(backup->capacity)) {
        note(Unfit::drawn_tank, place);
      }
      run = table(until);
    }
  }
  needs["start_fail_u32"].push_back(start_fail);
  needs["run_table"].push_back(run);
  needs["tank_ticks"].push_back(tank);
  needs["refuel_table"].push_back(refuel);
}

ordered_json Writer::write_needs() {
  std::vector<Chain> chains;
  for (std::size_t j = 0; j < program_.need_count(); ++j) chains.push_back(chain_of(j));
  recharge_ = common_recharge(chains);
  ordered_json needs{{"component", program_.need_component},
                     {"k", program_.need_k},
                     {"supplier_offsets", program_.supplier_begin},
                     {"suppliers", program_.suppliers}};
  for (const char* column :
       {"reservoir_ticks", "generator", "start_fail_u32", "run_table", "tank_ticks", "refuel_table"})
    needs[column] = ordered_json::array();
  for (std::size_t j = 0; j < program_.need_count(); ++j) {
    write_reservoir(chains[j].reservoir, labels_.need_names[j], needs);
    write_generator(chains[j].generator, labels_.need_names[j], needs);
  }
  return needs;
}

}  // namespace

ExchangeLabels exchange_labels(const region::Region& region, const CompiledRegion& compiled) {
  ExchangeLabels out;
  const std::size_t count = compiled.program.component_count();
  out.names = compiled.names;
  out.kinds.resize(count);
  out.service.assign(count, -1);
  out.population.assign(count, 0);
  for (const region::NeedId need : compiled.need_of) out.need_names.push_back("needs/" + region.needs[need.index()].id);
  for (std::size_t a = 0; a < region.assets.size(); ++a)
    out.kinds[ComponentMap::of(region::AssetId{a})] = region.assets[a].kind;
  for (const ProcessComponents& process : compiled.map.processes) {
    out.kinds[process.minimum] = "process/minimum";
    if (process.full) out.kinds[*process.full] = "process/full";
  }
  std::vector<bool> asked(region.services.size(), false);
  for (const ZoneComponent& leaf : compiled.map.zone_components)
    if (!leaf.group) asked[leaf.need.index()] = true;
  std::vector<std::int32_t> number(region.services.size(), -1);
  for (std::size_t s = 0; s < region.services.size(); ++s) {
    if (!asked[s]) continue;
    number[s] = static_cast<std::int32_t>(out.service_names.size());
    out.service_names.push_back(region.services[s].id);
  }
  for (const ZoneComponent& leaf : compiled.map.zone_components) {
    std::string& kind = out.kinds[leaf.component];
    kind = "zone/" + region.services[leaf.need.index()].id;
    if (leaf.group) {
      kind += "@" + std::string(region::group_names[static_cast<std::size_t>(*leaf.group)]);
      continue;
    }
    out.service[leaf.component] = number[leaf.need.index()];
    out.population[leaf.component] = region.zones[leaf.zone.index()].residents;
  }
  return out;
}

ExchangeText write_region_cascade_1(const Program& program, const ExchangeLabels& labels) {
  ENSURE(labels.names.size() == program.component_count() && labels.kinds.size() == program.component_count() &&
             labels.service.size() == program.component_count() &&
             labels.population.size() == program.component_count(),
         "the labels must have an entry for every component");
  ENSURE(labels.need_names.size() == program.need_count(), "the labels must have an entry for every need");
  return Writer(program, labels).write();
}

}  // namespace veer::cascade
