#include "ensemble/replays.hpp"

#include <algorithm>
#include <span>

#include "base/parallel.hpp"
#include "cascade/difference.hpp"
#include "cascade/engine.hpp"

namespace veer::ensemble {

using cascade::Component;

namespace {

constexpr std::uint32_t bits = 64;

std::vector<Component> sorted(std::span<const Component> some) {
  std::vector<Component> out(some.begin(), some.end());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Replays::Replays(const World& world, std::uint32_t replicas, std::size_t threads) : world_(&world), records_(replicas) {
  play(threads);
}

std::optional<std::vector<Component>> Replays::touched(const World& variant) const {
  const cascade::Program& base = world_->compiled.program;
  const cascade::Program& other = variant.compiled.program;
  auto change = cascade::difference(base, other);
  if (!change) return std::nullopt;
  for (const Component c : change->edited)
    for (std::uint32_t need = base.need_begin[c]; need < base.need_begin[c + 1]; ++need) {
      // While it is quiet enough of its suppliers are up: of fewer, or where more are asked for, that says nothing.
      if (other.need_k[need] > base.need_k[need] ||
          !std::ranges::includes(sorted(other.suppliers_of(need)), sorted(base.suppliers_of(need))))
        return std::nullopt;
    }
  return std::move(change->edited);
}

Replays Replays::of(const World& variant, std::span<const Component> quiet, std::size_t threads) const {
  std::vector<std::shared_ptr<const Record>> records(records_.size());
  for (std::size_t r = 0; r < records.size(); ++r)
    if (std::all_of(quiet.begin(), quiet.end(),
                    [&](Component c) { return (records_[r]->stirred[c / bits] >> (c % bits) & 1U) == 0; }))
      records[r] = records_[r];
  Replays out(variant, std::move(records));
  out.play(threads);
  return out;
}

void Replays::play(std::size_t threads) {
  std::vector<std::uint32_t> missing;
  for (std::uint32_t r = 0; r < records_.size(); ++r)
    if (!records_[r]) missing.push_back(r);
  played_ = static_cast<std::uint32_t>(missing.size());
  std::vector<std::unique_ptr<cascade::Engine>> engines(std::max<std::size_t>(1, threads));
  parallel_for(engines.size(), missing.size(), [&](std::size_t thread, std::size_t i) {
    auto& engine = engines[thread];
    if (!engine)
      engine = std::make_unique<cascade::Engine>(world_->compiled.program,
                                                 world_->directors ? world_->directors() : nullptr);
    engine->run(missing[i]);
    records_[missing[i]] = std::make_shared<const Record>(record(*world_, *engine));
  });
}

Replays::Record Replays::record(const World& world, const cascade::Engine& engine) {
  Record out;
  const cascade::ComponentMap& map = world.compiled.map;
  for (std::size_t leaf = 0; leaf < world.population.leaf_count(); ++leaf) {
    Minutes minutes = 0;
    engine.each_interval(static_cast<Component>(map.asset_count + leaf),
                         [&](cascade::Interval down) { minutes += down.end - down.start; });
    if (minutes > 0) out.down.emplace_back(static_cast<std::uint32_t>(leaf), static_cast<std::uint16_t>(minutes));
  }
  for (std::size_t p = 0; p < map.processes.size(); ++p) {
    const double limit = world.region.processes[p].mtpd_h * minutes_per_hour;
    bool longer = false;
    engine.each_interval(map.processes[p].minimum,
                         [&](cascade::Interval down) { longer = longer || down.end - down.start > limit; });
    if (longer) out.late.push_back(static_cast<std::uint32_t>(p));
  }
  const std::size_t components = world.compiled.program.component_count();
  out.stirred.assign((components + bits - 1) / bits, 0);
  for (Component c = 0; c < components; ++c)
    if (!engine.quiet(c)) out.stirred[c / bits] |= std::uint64_t{1} << (c % bits);
  return out;
}

Tally Replays::tally() const {
  const people::Population& population = world_->population;
  Tally out;
  out.replicas = static_cast<std::uint32_t>(records_.size());
  out.municipalities = population.municipalities().size();
  out.needs = population.needs().size();
  const std::size_t sums = out.municipalities * out.needs;
  out.unmet.assign(records_.size() * sums, 0);
  out.exceeded.assign(world_->region.processes.size() * records_.size(), 0);
  for (std::size_t r = 0; r < records_.size(); ++r) {
    const auto unmet = std::span(out.unmet).subspan(r * sums, sums);
    for (const auto& [leaf, minutes] : records_[r]->down)
      for (const people::Heads& group : population.heads(leaf))
        if (group.row == 0)
          unmet[population.municipality(leaf) * out.needs + population.need(leaf)] +=
              std::int64_t{group.heads} * population.reserve(group.reserve).unmet_before(minutes);
    for (std::int64_t& sum : unmet) sum /= people::ppm;
    for (const std::uint32_t p : records_[r]->late) out.exceeded[p * records_.size() + r] = 1;
  }
  return out;
}

}  // namespace veer::ensemble
