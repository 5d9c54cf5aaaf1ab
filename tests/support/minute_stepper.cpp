#include "support/minute_stepper.hpp"

#include <algorithm>
#include <cstddef>

namespace veer::test {

namespace {

using cascade::Backup;
using cascade::BackupKind;
using cascade::Draw;
using cascade::Interval;
using cascade::Program;

/// Draws by the letter of section 2.
class Words {
 public:
  Words(const Program& program, std::uint32_t replica, std::uint32_t group_replica)
      : program_(program), replica_(replica), group_replica_(group_replica) {}

  [[nodiscard]] std::uint32_t own(StableId id, std::uint32_t purpose, std::uint32_t number) const {
    return word(replica_, id, purpose, number);
  }

  [[nodiscard]] std::int64_t value(const Draw& spec, StableId id, std::uint32_t purpose, std::uint32_t number) const {
    if (spec.table < 0) return spec.constant;
    std::uint32_t chosen = own(id, purpose, number);
    if (spec.group >= 0 && own(id, 4, purpose * 16 + number) < spec.follow_below)
      chosen = word(group_replica_, program_.groups[static_cast<std::size_t>(spec.group)], 5, 0);
    return program_.tables[static_cast<std::size_t>(spec.table)][chosen / (1U << 22U)];
  }

 private:
  /// Counter (id low, replica, block·2¹⁶ + purpose, id high), key = seed; word number mod 4 of block number div 4.
  [[nodiscard]] std::uint32_t word(std::uint32_t replica, StableId id, std::uint32_t purpose,
                                   std::uint32_t number) const {
    const auto bits = static_cast<std::uint64_t>(id);
    const auto low = static_cast<std::uint32_t>(bits & 0xffffffffU);
    const auto high = static_cast<std::uint32_t>(bits >> 32U);
    return philox({low, replica, (number / 4) * 65536U + purpose, high}, program_.seed)[number % 4];
  }

  const Program& program_;
  std::uint32_t replica_;
  std::uint32_t group_replica_;
};

/// A back-up with its numbers of this replica and what it has used so far.
struct Chain {
  BackupKind kind = BackupKind::reservoir;
  std::int64_t q = 1;
  std::int64_t capacity = 0;
  std::int64_t breaks = 0;
  std::int64_t from = 0;
  bool starts = true;
  std::int64_t level = 0;  ///< reservoir: 1/q ticks; manual: ticks
  std::int64_t run = 0;    ///< generator
  std::int64_t delay = 0;  ///< generator

  /// @param without  ticks that supply has been gone before this one
  [[nodiscard]] bool can_carry(std::int64_t t, std::int64_t without) const {
    if (kind == BackupKind::reservoir) return level > 0;
    if (kind == BackupKind::manual) return level > 0 && t >= from;
    return starts && run < breaks && (run < capacity || t >= from) && without >= delay;
  }
  void carry() {
    if (kind == BackupKind::reservoir) level = std::max<std::int64_t>(0, level - q);
    if (kind == BackupKind::manual) level -= 1;
    if (kind == BackupKind::generator) run += 1;
  }
  void rest_supplied() {
    if (kind == BackupKind::reservoir) level = std::min(q * capacity, level + 1);
  }
};

Chain chain_of(const Backup& spec, const Words& words) {
  Chain out;
  out.kind = spec.kind;
  out.q = spec.recharge;
  out.delay = spec.start_delay;
  out.capacity = words.value(spec.capacity, spec.id, 1, 3);
  out.breaks = words.value(spec.run, spec.id, 1, 1);
  out.from = words.value(spec.from, spec.id, 1, 2);
  out.starts = words.own(spec.id, 1, 0) >= spec.start_fail_below;
  out.level = spec.kind == BackupKind::reservoir ? out.q * out.capacity : out.capacity;
  return out;
}

/// hit[c][t] for every component and tick.
std::vector<std::vector<char>> all_hits(const Program& program, const Words& words) {
  std::vector<std::vector<char>> hit(program.component_count(),
                                     std::vector<char>(static_cast<std::size_t>(program.horizon), 0));
  const auto mark = [&](std::size_t component, std::int64_t start, std::int64_t end) {
    for (std::int64_t t = std::max<std::int64_t>(0, start); t < std::min<std::int64_t>(end, program.horizon); ++t)
      hit[component][static_cast<std::size_t>(t)] = 1;
  };
  for (const auto& shock : program.hits) {
    if (words.own(shock.id, 6, 0) >= shock.taken_below) continue;
    const std::int64_t start = shock.start + words.value(shock.start_delay, shock.id, 2, 0);
    mark(shock.component, start, start + shock.length + words.value(shock.length_delay, shock.id, 0, 1));
  }
  for (const auto& own : program.breakdowns) {
    std::int64_t clock = 0;
    for (std::uint32_t n = 0; n < 4; ++n) {
      clock += words.value(own.failure, own.id, 3, 2 * n);
      const std::int64_t repaired = clock + words.value(own.repair, own.id, 3, 2 * n + 1);
      mark(own.component, clock, repaired);
      clock = repaired;
    }
  }
  return hit;
}

std::vector<Interval> down_intervals(const std::vector<char>& up) {
  std::vector<Interval> out;
  for (std::size_t t = 0; t < up.size(); ++t) {
    if (up[t] != 0) continue;
    if (out.empty() || out.back().end != static_cast<cascade::Tick>(t))
      out.push_back({static_cast<cascade::Tick>(t), static_cast<cascade::Tick>(t)});
    ++out.back().end;
  }
  return out;
}

}  // namespace

std::vector<std::vector<Interval>> step_by_minute(const Program& program, std::uint32_t replica,
                                                  std::uint32_t group_replica) {
  const Words words(program, replica, group_replica);
  const std::size_t count = program.component_count();
  const auto hit = all_hits(program, words);
  std::vector<std::int64_t> restart(count);
  for (std::size_t c = 0; c < count; ++c)
    restart[c] = std::max<std::int64_t>(1, words.value(program.restart[c], program.component_id[c], 0, 0));
  std::vector<Chain> chains;
  for (const Backup& spec : program.backups) chains.push_back(chain_of(spec, words));

  const auto supplied = [&](std::size_t need, const std::vector<char>& up) {
    std::uint32_t working = 0;
    for (const auto supplier : program.suppliers_of(need)) working += up[supplier] != 0 ? 1U : 0U;
    return working >= program.need_k[need];
  };
  std::vector<std::int64_t> without(program.need_count(), 0);  // ticks that supply of a need has been gone
  const auto carrier = [&](std::size_t need, std::int64_t t) -> Chain* {
    for (std::size_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b)
      if (chains[b].can_carry(t, without[need])) return &chains[b];
    return nullptr;
  };
  const auto all_met = [&](std::size_t c, std::int64_t t, const std::vector<char>& up) {
    for (std::size_t need = program.need_begin[c]; need < program.need_begin[c + 1]; ++need)
      if (!supplied(need, up) && carrier(need, t) == nullptr) return false;
    return true;
  };

  std::vector<std::vector<char>> up_at(count, std::vector<char>(static_cast<std::size_t>(program.horizon), 1));
  std::vector<std::int64_t> last_trouble(count,
                                         -longest_minutes - 1);  // last tick in which it was hit or a need was unmet
  for (std::int64_t t = 0; t < program.horizon; ++t) {
    const auto column = static_cast<std::size_t>(t);
    // Rule 3: up when all was well at every tick of [t − R, t]. Rule 4: start from all up, take away what is forced
    // down, until nothing changes.
    std::vector<char> up(count, 1);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t c = 0; c < count; ++c) {
        const bool stays = last_trouble[c] < t - restart[c] && hit[c][column] == 0 && all_met(c, t, up);
        if (up[c] == 0 || stays) continue;
        up[c] = 0;
        changed = true;
      }
    }
    for (std::size_t c = 0; c < count; ++c) {
      if (hit[c][column] != 0 || !all_met(c, t, up)) last_trouble[c] = t;
      up_at[c][column] = up[c];
    }
    // Rule 2: one back-up carries each need without supply; all reservoirs of a supplied need recharge.
    for (std::size_t need = 0; need < program.need_count(); ++need) {
      if (supplied(need, up)) {
        for (std::size_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b)
          chains[b].rest_supplied();
      } else if (Chain* used = carrier(need, t)) {
        used->carry();
      }
      without[need] = supplied(need, up) ? 0 : without[need] + 1;
    }
  }

  std::vector<std::vector<Interval>> out;
  for (std::size_t c = 0; c < count; ++c) out.push_back(down_intervals(up_at[c]));
  return out;
}

}  // namespace veer::test
