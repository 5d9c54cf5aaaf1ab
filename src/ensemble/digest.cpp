#include "ensemble/digest.hpp"

#include "ensemble/bytes.hpp"
#include "ensemble/hourly.hpp"

namespace veer::ensemble {

namespace {

void add(ByteWriter& out, const cascade::Draw& draw) {
  out.value(draw.table);
  out.value(draw.constant);
  out.value(draw.group);
  out.value(draw.follow_below);
}

template <class Value>
void add(ByteWriter& out, const std::vector<Value>& values) {
  out.value(std::uint64_t{values.size()});
  out.elements(std::span<const Value>(values));
}

void add_program(ByteWriter& out, const cascade::Program& program) {
  out.value(program.horizon);
  out.value(program.tick_minutes);
  out.value(program.seed);
  add(out, program.tables);
  add(out, program.groups);
  add(out, program.component_id);
  for (const auto& draw : program.restart) add(out, draw);
  for (const auto& hit : program.hits) {
    out.value(hit.component);
    out.value(static_cast<std::uint64_t>(hit.id));
    out.value(hit.taken_below);
    out.value(hit.start);
    add(out, hit.start_delay);
    out.value(hit.length);
    add(out, hit.length_delay);
  }
  for (const auto& breakdown : program.breakdowns) {
    out.value(breakdown.component);
    out.value(static_cast<std::uint64_t>(breakdown.id));
    add(out, breakdown.failure);
    add(out, breakdown.repair);
  }
  add(out, program.need_begin);
  add(out, program.need_component);
  add(out, program.need_k);
  add(out, program.supplier_begin);
  add(out, program.suppliers);
  add(out, program.backup_begin);
  for (const auto& backup : program.backups) {
    out.value(static_cast<std::uint8_t>(backup.kind));
    out.value(static_cast<std::uint64_t>(backup.id));
    out.value(backup.recharge);
    add(out, backup.capacity);
    out.value(backup.start_fail_below);
    add(out, backup.run);
    add(out, backup.from);
    out.value(backup.start_delay);
  }
}

void add_population(ByteWriter& out, const people::Population& population) {
  for (std::size_t leaf = 0; leaf < population.leaf_count(); ++leaf) {
    out.value(std::uint64_t{population.area(leaf)});
    out.value(std::uint64_t{population.municipality(leaf)});
    out.value(std::uint64_t{population.need(leaf)});
    out.value(std::uint64_t{population.heads(leaf).size()});
    for (const people::Heads& heads : population.heads(leaf)) {
      out.value(heads.row);
      out.value(heads.heads);
      out.value(heads.reserve);
    }
  }
  for (std::size_t r = 0; r < population.reserve_count(); ++r) add(out, population.reserve(r).unmet_before_each());
  for (const auto need : population.needs()) out.value(std::uint64_t{need.index()});
  for (const auto municipality : population.municipalities()) out.value(std::uint64_t{municipality.index()});
  for (const std::size_t municipality : population.municipality_of_area()) out.value(std::uint64_t{municipality});
  add(out, population.concerned());
}

}  // namespace

std::uint64_t digest(const World& world, std::string_view label) {
  ByteWriter out;
  out.text(label);
  for (const std::uint32_t limit : {curve_replicas, static_cast<std::uint32_t>(bin_count)}) out.value(limit);
  const HourlySizes sizes = hourly_sizes(world);
  for (const std::size_t size : {sizes.areas, sizes.needs, sizes.services, sizes.municipalities, sizes.hours})
    out.value(std::uint64_t{size});
  for (const auto& name : world.compiled.names) out.text(name);
  for (const auto& service : world.region.services) out.text(service.id);
  for (const auto& asset : world.region.assets) out.value(std::uint64_t{asset.service.index()});
  for (const auto& zone : world.region.zones) {
    out.value(std::int64_t{zone.jobs});
    out.value(std::int64_t{zone.businesses});
  }
  for (const auto& process : world.compiled.map.processes) {
    out.value(process.minimum);
    out.value(process.full.value_or(0));
  }
  add_program(out, world.compiled.program);
  add_population(out, world.population);
  return checksum(out.bytes());
}

}  // namespace veer::ensemble
