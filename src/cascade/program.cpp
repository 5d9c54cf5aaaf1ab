#include "cascade/program.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace veer::cascade {

void Program::finish() {
  ENSURE(horizon >= 0 && horizon <= longest_minutes, "the horizon must fit 16 bits");
  ENSURE(need_begin.size() == component_count() + 1 && supplier_begin.size() == need_count() + 1 &&
             backup_begin.size() == need_count() + 1,
         "the rows of the program do not match");
  user_begin.assign(component_count() + 1, 0);
  for (const Component supplier : suppliers) ++user_begin[supplier + 1];
  for (std::size_t c = 0; c < component_count(); ++c) user_begin[c + 1] += user_begin[c];
  users.resize(suppliers.size());
  std::vector<std::uint32_t> next(user_begin.begin(), user_begin.end() - 1);
  for (std::uint32_t need = 0; need < need_count(); ++need)
    for (const Component supplier : suppliers_of(need)) users[next[supplier]++] = need;
}

std::optional<std::uint32_t> Program::full_model_backup() const {
  const auto found =
      std::find_if(backups.begin(), backups.end(), [](const Backup& row) { return row.start_delay > 0; });
  if (found == backups.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - backups.begin());
}

std::vector<std::uint32_t> group_words(const Program& program, std::uint32_t group_replica) {
  std::vector<std::uint32_t> words;
  words.reserve(program.groups.size());
  for (const StableId group : program.groups)
    words.push_back(draw(program.seed, group_replica, group, Purpose::group, 0));
  return words;
}

Tick value_of(const Program& program, const Draw& spec, ReplicaWords words, StableId entity, Purpose purpose,
              std::uint32_t number, std::uint32_t own) {
  if (spec.table < 0) return spec.constant;
  std::uint32_t word = own;
  if (spec.group >= 0 && spec.follow_below > 0) {
    const std::uint32_t follow =
        draw(program.seed, words.replica, entity, Purpose::follow, static_cast<std::uint32_t>(purpose) * 16 + number);
    if (follow < spec.follow_below) word = words.shared[static_cast<std::size_t>(spec.group) * words.stride];
  }
  return program.tables[static_cast<std::size_t>(spec.table)][word >> 22U];
}

std::uint64_t interval_hash(Component component, Interval interval) {
  std::uint64_t x = (std::uint64_t{component} << 32U) | (static_cast<std::uint64_t>(interval.start) << 16U) |
                    static_cast<std::uint64_t>(interval.end);
  for (int round = 0; round < 2; ++round) x = (x ^ (x >> 31U)) * 0x9E3779B97F4A7C15ULL;
  return x ^ (x >> 29U);
}

}  // namespace veer::cascade
