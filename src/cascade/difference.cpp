#include "cascade/difference.hpp"

#include <algorithm>
#include <map>

namespace veer::cascade {

namespace {

/// Puts draws of another program into the tables and groups of the first, which grow where something is new.
///
/// Two parameters with the same spread have two tables with the same content: of those the first stands for all, in
/// draws of either program.
class Translation {
 public:
  Translation(const Program& from, Program& into) : from_(from), into_(into) {
    for (std::size_t i = 0; i < into.tables.size(); ++i)
      first_of_.push_back(static_cast<std::int32_t>(tables_.emplace(into.tables[i], i).first->second));
    for (std::size_t i = 0; i < into.groups.size(); ++i) groups_.emplace(into.groups[i], i);
    table_of_.assign(from.tables.size(), -1);
    group_of_.assign(from.groups.size(), -1);
  }

  Draw operator()(Draw draw) {
    if (draw.table >= 0) draw.table = table(static_cast<std::size_t>(draw.table));
    if (draw.group >= 0) draw.group = group(static_cast<std::size_t>(draw.group));
    return draw;
  }
  /// A draw of the first program, with the table that stands for all of the same content.
  [[nodiscard]] Draw own(Draw draw) const {
    if (draw.table >= 0) draw.table = first_of_[static_cast<std::size_t>(draw.table)];
    return draw;
  }

 private:
  std::int32_t table(std::size_t index) {
    if (table_of_[index] >= 0) return table_of_[index];
    const auto [at, added] = tables_.emplace(from_.tables[index], into_.tables.size());
    if (added) into_.tables.push_back(from_.tables[index]);
    return table_of_[index] = static_cast<std::int32_t>(at->second);
  }
  std::int32_t group(std::size_t index) {
    if (group_of_[index] >= 0) return group_of_[index];
    const auto [at, added] = groups_.emplace(from_.groups[index], into_.groups.size());
    if (added) into_.groups.push_back(from_.groups[index]);
    return group_of_[index] = static_cast<std::int32_t>(at->second);
  }

  const Program& from_;
  Program& into_;
  std::map<Table, std::size_t> tables_;
  std::map<StableId, std::size_t> groups_;
  std::vector<std::int32_t> table_of_, group_of_;
  std::vector<std::int32_t> first_of_;  ///< by table of the first program: the first of the same content
};

bool same(const Draw& a, const Draw& b) {
  return a.table == b.table && a.constant == b.constant && a.group == b.group && a.follow_below == b.follow_below;
}

bool same(const Backup& a, const Backup& b) {
  return a.kind == b.kind && a.id == b.id && a.recharge == b.recharge && same(a.capacity, b.capacity) &&
         a.start_fail_below == b.start_fail_below && same(a.run, b.run) && same(a.from, b.from) &&
         a.start_delay == b.start_delay;
}

bool same(const Hit& a, const Hit& b) {
  return a.component == b.component && a.id == b.id && a.taken_below == b.taken_below && a.start == b.start &&
         same(a.start_delay, b.start_delay) && a.length == b.length && same(a.length_delay, b.length_delay);
}

template <class Item>
bool same_row(const std::vector<std::uint32_t>& begin_a, const std::vector<Item>& a,
              const std::vector<std::uint32_t>& begin_b, const std::vector<Item>& b, std::size_t row) {
  const auto first_a = a.begin() + begin_a[row];
  const auto first_b = b.begin() + begin_b[row];
  return std::equal(first_a, a.begin() + begin_a[row + 1], first_b, b.begin() + begin_b[row + 1],
                    [](const Item& x, const Item& y) {
                      if constexpr (requires { x == y; }) {
                        return x == y;
                      } else {
                        return same(x, y);
                      }
                    });
}

}  // namespace

std::optional<Variant> difference(const Program& first, const Program& other) {
  if (first.horizon != other.horizon || first.tick_minutes != other.tick_minutes || first.seed != other.seed ||
      first.component_id != other.component_id || first.need_begin != other.need_begin ||
      first.hits.size() != other.hits.size() || first.breakdowns.size() != other.breakdowns.size())
    return std::nullopt;
  Variant out{.program = first, .edited = {}};
  Program& program = out.program;
  Translation translated(other, program);
  for (std::size_t i = 0; i < first.hits.size(); ++i) {
    Hit hit = other.hits[i];
    hit.start_delay = translated(hit.start_delay);
    hit.length_delay = translated(hit.length_delay);
    Hit own = first.hits[i];
    own.start_delay = translated.own(own.start_delay);
    own.length_delay = translated.own(own.length_delay);
    if (!same(hit, own)) return std::nullopt;
  }
  for (std::size_t i = 0; i < first.breakdowns.size(); ++i) {
    const Breakdown& a = first.breakdowns[i];
    const Breakdown& b = other.breakdowns[i];
    if (a.component != b.component || a.id != b.id || !same(translated.own(a.failure), translated(b.failure)) ||
        !same(translated.own(a.repair), translated(b.repair)))
      return std::nullopt;
  }
  program.need_k = other.need_k;
  program.supplier_begin = other.supplier_begin;
  program.suppliers = other.suppliers;
  program.backup_begin = other.backup_begin;
  program.backups = other.backups;
  for (Backup& backup : program.backups) {
    backup.capacity = translated(backup.capacity);
    backup.run = translated(backup.run);
    backup.from = translated(backup.from);
  }
  for (std::size_t c = 0; c < first.component_count(); ++c) program.restart[c] = translated(other.restart[c]);
  program.finish();
  std::vector<Backup> own_backups = first.backups;
  for (Backup& backup : own_backups) {
    backup.capacity = translated.own(backup.capacity);
    backup.run = translated.own(backup.run);
    backup.from = translated.own(backup.from);
  }
  for (std::size_t c = 0; c < first.component_count(); ++c) {
    bool edited = !same(translated.own(first.restart[c]), program.restart[c]);
    for (std::uint32_t need = first.need_begin[c]; !edited && need < first.need_begin[c + 1]; ++need)
      edited = first.need_k[need] != program.need_k[need] ||
               !same_row(first.supplier_begin, first.suppliers, program.supplier_begin, program.suppliers, need) ||
               !same_row(first.backup_begin, own_backups, program.backup_begin, program.backups, need);
    if (edited) out.edited.push_back(static_cast<Component>(c));
  }
  return out;
}

}  // namespace veer::cascade
