#include "cascade/lanes.hpp"

#include <algorithm>
#include <bit>

#include "base/result.hpp"

namespace veer::cascade {

using lanes::Chunk;
using lanes::chunk_lanes;
using lanes::nothing;
using lanes::Tail;

namespace {

constexpr Chunk empty_chunk() {
  Chunk out{};
  out.start.fill(nothing);
  return out;
}
constexpr Chunk empty = empty_chunk();

}  // namespace

void LaneRow::add_lengths(std::int64_t weight, std::span<std::int64_t> sums) const {
  static const bool vectors = !lanes::kernel_names().empty();
  static const lanes::Kernel kernel = vectors ? lanes::find_kernel("") : lanes::Kernel{};
  for (std::uint32_t begin = 0; begin < count_; begin += chunk_lanes) {
    const std::uint32_t chunk = begin / chunk_lanes;
    const bool simple = vectors && tail_[chunk].more == 0 && sums.size() >= begin + chunk_lanes && weight < 1LL << 32U;
    if (simple) {
      kernel.add_lengths(first_[chunk], weight, sums.data() + begin);
      if (tail_[chunk].second != 0) kernel.add_lengths(second(chunk), weight, sums.data() + begin);
      continue;
    }
    for (std::uint32_t lane = begin; lane < std::min(count_, begin + chunk_lanes); ++lane) {
      Tick ticks = 0;
      each(lane, [&ticks](Interval down) { ticks += down.end - down.start; });
      sums[lane] += weight * ticks;
    }
  }
}

void LaneRow::lengths(std::span<std::uint16_t> out) const {
  for (std::uint32_t begin = 0; begin < count_; begin += chunk_lanes) {
    const std::uint32_t chunk = begin / chunk_lanes;
    std::uint16_t* const ticks = out.data() + begin;
    if (tail_[chunk].more == 0) {
      const auto length = [](const Chunk& of, std::uint32_t lane) {
        const int difference = of.end[lane] - of.start[lane];
        return static_cast<std::uint16_t>(std::max(0, difference));  // no interval: 0 − 65,535
      };
      for (std::uint32_t lane = 0; lane < chunk_lanes; ++lane) ticks[lane] = length(first_[chunk], lane);
      if (tail_[chunk].second == 0) continue;
      const Chunk& other = second(chunk);
      for (std::uint32_t lane = 0; lane < chunk_lanes; ++lane)
        ticks[lane] = static_cast<std::uint16_t>(ticks[lane] + length(other, lane));
      continue;
    }
    for (std::uint32_t lane = 0; lane < std::min(chunk_lanes, count_ - begin); ++lane) {
      Tick sum = 0;
      each(begin + lane, [&sum](Interval down) { sum += down.end - down.start; });
      ticks[lane] = static_cast<std::uint16_t>(sum);
    }
  }
}

LaneStore::LaneStore(std::uint32_t slots, std::uint32_t chunks)
    : slots_(slots),
      chunks_(chunks),
      first_((std::size_t{slots} + 1) * chunks, empty),
      tail_((std::size_t{slots} + 1) * chunks),
      pool_(1, empty),
      more_(1) {}

void LaneStore::clear() {
  pool_used_ = 1;
  more_used_ = 1;
}

LaneRow LaneStore::row(std::uint32_t slot, std::uint32_t count) const {
  LaneRow out;
  out.count_ = count;
  out.first_ = first_.data() + at(slot, 0);
  out.tail_ = tail_.data() + at(slot, 0);
  out.pool_ = &pool_;
  out.more_ = &more_;
  return out;
}

void LaneStore::Result::clear() {
  first = empty;
  has_second = false;
  more_count = 0;
}

void LaneStore::Result::put(std::uint32_t lane, std::span<const Interval> intervals) {
  first.start[lane] = nothing;
  first.end[lane] = 0;
  if (has_second) {
    second.start[lane] = nothing;
    second.end[lane] = 0;
  }
  if (intervals.empty()) return;
  if (intervals.size() > 2) {
    first.end[lane] = nothing;
    if (more.size() == more_count) more.emplace_back();
    LongLane& entry = more[more_count++];
    entry.lane = lane;
    entry.intervals.assign(intervals.begin(), intervals.end());
    return;
  }
  first.start[lane] = static_cast<std::uint16_t>(intervals[0].start);
  first.end[lane] = static_cast<std::uint16_t>(intervals[0].end);
  if (intervals.size() == 1) return;
  if (!has_second) {
    second = empty;
    has_second = true;
  }
  second.start[lane] = static_cast<std::uint16_t>(intervals[1].start);
  second.end[lane] = static_cast<std::uint16_t>(intervals[1].end);
}

void LaneStore::set_empty(std::uint32_t slot, std::uint32_t chunk) {
  first_[at(slot, chunk)] = empty;
  tail_[at(slot, chunk)] = {};
}

void LaneStore::set(std::uint32_t slot, std::uint32_t chunk, const Result& result) {
  first_[at(slot, chunk)] = result.first;
  Tail& tail = tail_[at(slot, chunk)];
  tail = {};
  if (result.has_second) {
    if (pool_used_ == pool_.size()) pool_.resize(2 * pool_.size());
    tail.second = static_cast<std::uint32_t>(pool_used_++);
    pool_[tail.second] = result.second;
  }
  for (std::size_t i = 0; i < result.more_count; ++i) {
    if (more_used_ == more_.size()) more_.resize(2 * more_.size());
    LongLane& entry = more_[more_used_];
    entry.lane = result.more[i].lane;
    entry.intervals = result.more[i].intervals;
    entry.next = tail.more;
    tail.more = static_cast<std::uint32_t>(more_used_++);
  }
}

bool LaneStore::holds(std::uint32_t slot, std::uint32_t chunk, const Result& result) const {
  const Tail& tail = tail_[at(slot, chunk)];
  if (first_[at(slot, chunk)] != result.first) return false;
  const Chunk& second = tail.second == 0 ? empty : pool_[tail.second];
  if (second != (result.has_second ? result.second : empty)) return false;
  for (std::size_t i = 0; i < result.more_count; ++i) {  // equal first intervals: the same lanes are long
    std::uint32_t kept = tail.more;
    while (more_[kept].lane != result.more[i].lane) kept = more_[kept].next;
    if (more_[kept].intervals != result.more[i].intervals) return false;
  }
  return true;
}

LaneEngine::LaneEngine(const Program& program, const Plan& plan, std::uint32_t batch, const std::string& kernel,
                       Keep keep)
    : program_(&program),
      plan_(&plan),
      kernel_(lanes::find_kernel(kernel)),
      store_(keep == Keep::all ? static_cast<std::uint32_t>(program.component_count()) : plan.slot_count(),
             (std::max(batch, 1U) + chunk_lanes - 1) / chunk_lanes),
      dirty_(program.component_count(), 0) {
  ENSURE(plan.holds_for(program), "the plan was made for a program with other suppliers");
  ENSURE(!program.full_model_backup(), "this engine does the core only; ask choose_engine first");
  ENSURE(std::uint64_t{plan.slot_count()} * store_.chunks() < 0xffffffffU, "the batch is too large for so many rows");
  if (keep == Keep::all) {
    std::uint32_t next = plan.slot_count();
    leaf_slot_.resize(program.component_count(), 0);
    for (const Component c : plan.order())
      if (plan.slot(c) == Plan::no_slot) leaf_slot_[c] = next++;
    touched_.resize(plan.blocks().size(), 0);
  }
  std::size_t largest = 1;
  for (const Plan::Block& block : plan.blocks()) largest = std::max<std::size_t>(largest, block.end - block.begin);
  draws_.resize(largest);
  task_ = {.plan = plan_, .chunks = store_.chunks(), .first = store_.first(), .tail = store_.tail()};
  for (Component c = 0; c < program.component_count(); ++c) one_by_one_.push_back(fits_vectors(c) ? 0 : 1);
  load_tables();
  use(program);
}

/// Everything that points into a program points into this one from here on.
void LaneEngine::use(const Program& program) {
  program_ = &program;
  task_.program = &program;
  rule_ = std::make_unique<ComponentRule>(program, *plan_);
  supplier_row_.clear();
  for (const Component supplier : program.suppliers) supplier_row_.push_back(plan_->slot(supplier) * store_.chunks());
  task_.supplier_row = supplier_row_.data();
  events_.reset();
}

void LaneEngine::load_tables() {
  tables_.clear();
  for (const Table& table : program_->tables) tables_.insert(tables_.end(), table.begin(), table.end());
  shared_.resize(program_->groups.size() * store_.chunks() * chunk_lanes);
  task_.tables = tables_.data();
  task_.shared = shared_.data();
}

void LaneEngine::share_words(std::uint32_t chunks) {
  for (std::uint32_t chunk = 0; chunk < chunks; ++chunk)
    kernel_.share(*program_, chunk, store_.chunks(), group_first_, shared_.data());
}

/// Whether the vector code can do a component: few back-ups, hits that do not begin before the scenario, and no rule
/// over more than 32 suppliers but "one of" and "all of".
bool LaneEngine::fits_vectors(Component component) const {
  const std::uint32_t first = program_->need_begin[component];
  const std::uint32_t last = program_->need_begin[component + 1];
  if (program_->backup_begin[last] - program_->backup_begin[first] > lanes::most_backups) return false;
  for (std::uint32_t need = first; need < last; ++need) {
    const std::size_t count = program_->suppliers_of(need).size();
    const std::uint32_t k = program_->need_k[need];
    if (count > chunk_lanes && k > 1 && k < count) return false;
  }
  return std::all_of(plan_->hits(component).begin(), plan_->hits(component).end(), [this](std::uint32_t hit) {
    return program_->hits[hit].start >= 0 && program_->hits[hit].length >= 0;
  });
}

ReplicaWords LaneEngine::words(std::uint32_t chunk, std::uint32_t lane) const {
  // Where nothing is shared there are no words to point at.
  const std::uint32_t place = shared_.empty() ? 0 : chunk * chunk_lanes + kernel_.shared_place(lane);
  return {.replica = task_.first_replica + chunk * chunk_lanes + lane,
          .shared = shared_.data() + place,
          .stride = std::size_t{store_.chunks()} * chunk_lanes};
}

void LaneEngine::run(std::uint32_t first, std::uint32_t group_first, std::uint32_t count, RowSink& sink) {
  ENSURE(count <= batch(), "more replicas than the batch of this engine holds");
  store_.clear();
  task_.first_replica = first;
  group_first_ = group_first;
  count_ = count;
  const std::uint32_t chunks = (count + chunk_lanes - 1) / chunk_lanes;
  share_words(chunks);
  for (const Plan::Block& block : plan_->blocks()) {
    const auto members = plan_->members(block);
    for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
      if (block.circle) {
        settle_circle(members, chunk);
        continue;
      }
      draws_.front().reset(*program_, *plan_, members.front());
      work_out(members.front(), chunk, draws_.front());
      store_.set(slot(members.front()), chunk, result_);
    }
    for (const Component c : members) sink.row(c, store_.row(slot(c), count));
  }
}

/// Fills result_ with the intervals of a component in one chunk, from those of its suppliers.
void LaneEngine::work_out(Component component, std::uint32_t chunk, lanes::Draws& draws) {
  ++counts_.vectors;
  result_.has_second = false;
  result_.more_count = 0;
  std::uint32_t left = 0xffffffffU;
  if (one_by_one_[component] == 0) {
    task_.second = store_.pool();
    const lanes::Worked worked = kernel_.work_out(task_, component, chunk, draws, result_.first, result_.second);
    result_.has_second = worked.second;
    left = worked.one_by_one;
  }
  for (; left != 0; left &= left - 1) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(left));
    ++counts_.one_by_one;
    const auto down = rule_->down(component, words(chunk, lane), [&](Component supplier, std::vector<Interval>& out) {
      store_.row(plan_->slot(supplier), 0).each(chunk * chunk_lanes + lane, [&out](Interval interval) {
        out.push_back(interval);
      });
    });
    result_.put(lane, down);
  }
}

/// From "all up" until nothing changes in any lane of the chunk.
void LaneEngine::settle_circle(std::span<const Component> members, std::uint32_t chunk) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    store_.set_empty(plan_->slot(members[i]), chunk);
    dirty_[members[i]] = 1;
    draws_[i].reset(*program_, *plan_, members[i]);
  }
  const std::uint32_t block = plan_->block_of(members.front());
  for (std::uint32_t round = 0; round < most_rounds; ++round) {
    bool settled = true;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Component c = members[i];
      if (dirty_[c] == 0) continue;
      dirty_[c] = 0;
      work_out(c, chunk, draws_[i]);
      if (store_.holds(plan_->slot(c), chunk, result_)) continue;
      store_.set(plan_->slot(c), chunk, result_);
      for (std::uint32_t u = program_->user_begin[c]; u < program_->user_begin[c + 1]; ++u) {
        const Component user = program_->need_component[program_->users[u]];
        if (plan_->block_of(user) != block) continue;
        dirty_[user] = 1;
        settled = false;
      }
    }
    if (settled) return;
  }
  hand_over(members, chunk);
}

/// A circle that does not come to rest soon: the event engine plays these replicas.
void LaneEngine::hand_over(std::span<const Component> members, std::uint32_t chunk) {
  if (!events_) events_ = std::make_unique<Engine>(*program_);
  std::vector<LaneStore::Result> results(members.size());
  for (auto& result : results) result.clear();
  for (std::uint32_t lane = 0; lane < chunk_lanes; ++lane) {
    ++counts_.handed_over;
    const std::uint32_t place = chunk * chunk_lanes + lane;
    events_->run(task_.first_replica + place, group_first_ + place);
    for (std::size_t i = 0; i < members.size(); ++i) results[i].put(lane, events_->intervals(members[i]));
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    dirty_[members[i]] = 0;
    store_.set(plan_->slot(members[i]), chunk, results[i]);
  }
}

}  // namespace veer::cascade
