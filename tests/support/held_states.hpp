#pragma once

#include <vector>

#include "cascade/replica.hpp"
#include "faulttree/held_view.hpp"

namespace veer::test {

/// The values of a cause's slots in one replica: what the engine draws, in the order of HeldCause.
inline std::vector<cascade::Tick> values_of(const cascade::Program& program, const cascade::ReplicaDraws& draws,
                                            const faulttree::HeldCause& cause) {
  std::vector<cascade::Tick> out;
  const auto clip = [&](cascade::Tick value) { return std::min(value, cause.horizon); };
  if (!cause.simple) {
    for (const std::uint32_t i : cause.backups) {
      const auto& drawn = draws.backup[i];
      out.insert(out.end(), {drawn.starts ? 1 : 0, clip(drawn.run), clip(drawn.capacity), clip(drawn.from)});
    }
    return out;
  }
  for (std::size_t i = 0; i < cause.stock_count; ++i) out.push_back(clip(draws.backup[cause.backups[i]].capacity));
  if (cause.has_runner) {
    const auto& drawn = draws.backup[cause.backups.back()];
    const bool generator = program.backups[cause.backups.back()].kind == cascade::BackupKind::generator;
    out.insert(out.end(), {generator && !drawn.starts ? 0 : 1, clip(generator ? drawn.run : drawn.capacity),
                           generator ? clip(drawn.capacity) : 0, clip(drawn.from)});
  }
  return out;
}

/// Whether the held view says "down" with the numbers of one replica.
inline bool held_down(const cascade::Program& program, const cascade::ReplicaDraws& draws,
                      const faulttree::HeldCone& cone) {
  using faulttree::HeldCauseKind;
  if (cone.verdict != faulttree::HeldCone::Verdict::open) return cone.verdict == faulttree::HeldCone::Verdict::certain;
  std::vector<bool> state;
  for (const auto& cause : cone.causes) {
    if (cause.kind == HeldCauseKind::chain) {
      state.push_back(cause.happens(values_of(program, draws, cause)));
      continue;
    }
    const auto rule =
        static_cast<std::uint32_t>(cause.index + (cause.kind == HeldCauseKind::breakdown ? program.hits.size() : 0));
    state.push_back(std::any_of(draws.hits.begin(), draws.hits.end(), [&](const auto& hit) {
      return hit.rule == rule && hit.interval.start < cause.horizon;
    }));
  }
  return evaluate(cone.circuit, state);
}

}  // namespace veer::test
