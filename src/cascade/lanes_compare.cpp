#include <algorithm>

#include "cascade/lanes.hpp"

// What a variant of a program changes: LaneEngine::compare and the rows it puts aside.

namespace veer::cascade {

using lanes::chunk_lanes;

LaneStore::Saved LaneStore::mark() const {
  Saved out;
  out.pool_used = pool_used_;
  out.more_used = more_used_;
  return out;
}

void LaneStore::save(std::uint32_t slot, Saved& saved) const {
  const auto first = static_cast<std::ptrdiff_t>(at(slot, 0));
  const auto last = static_cast<std::ptrdiff_t>(at(slot, chunks_));
  saved.slots.push_back(slot);
  saved.first.insert(saved.first.end(), first_.begin() + first, first_.begin() + last);
  saved.tail.insert(saved.tail.end(), tail_.begin() + first, tail_.begin() + last);
}

LaneRow LaneStore::row(const Saved& saved, std::size_t index, std::uint32_t count) const {
  LaneRow out = row(saved.slots[index], count);
  out.first_ = saved.first.data() + index * chunks_;
  out.tail_ = saved.tail.data() + index * chunks_;
  return out;
}

bool LaneStore::differs(const Saved& saved, std::size_t index, std::uint32_t chunks) const {
  const LaneRow before = row(saved, index, chunks * chunk_lanes);
  const LaneRow after = row(saved.slots[index], chunks * chunk_lanes);
  for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
    if (before.first(chunk) != after.first(chunk)) return true;
    const lanes::Tail& old_tail = before.tail(chunk);
    const lanes::Tail& new_tail = after.tail(chunk);
    if (old_tail.second == 0 && new_tail.second == 0 && old_tail.more == 0) continue;
    if ((old_tail.second == 0) != (new_tail.second == 0)) return true;
    if (old_tail.second != 0 && before.second(chunk) != after.second(chunk)) return true;
    // Equal first intervals: the same lanes are long.
    std::vector<Interval> longs;
    for (std::uint32_t lane = 0; old_tail.more != 0 && lane < chunk_lanes; ++lane) {
      longs.clear();
      before.each(chunk * chunk_lanes + lane, [&longs](Interval interval) { longs.push_back(interval); });
      std::size_t equal = 0;
      std::size_t found = 0;
      after.each(chunk * chunk_lanes + lane, [&](Interval interval) {
        if (found < longs.size() && longs[found] == interval) ++equal;
        ++found;
      });
      if (equal != longs.size() || found != longs.size()) return true;
    }
  }
  return false;
}

void LaneStore::put_back(const Saved& saved) {
  for (std::size_t i = 0; i < saved.slots.size(); ++i) {
    const auto from = static_cast<std::ptrdiff_t>(i * chunks_);
    std::copy_n(saved.first.begin() + from, chunks_,
                first_.begin() + static_cast<std::ptrdiff_t>(at(saved.slots[i], 0)));
    std::copy_n(saved.tail.begin() + from, chunks_, tail_.begin() + static_cast<std::ptrdiff_t>(at(saved.slots[i], 0)));
  }
  pool_used_ = saved.pool_used;
  more_used_ = saved.more_used;
}

void LaneEngine::compare(const Program& variant, std::span<const Component> edited, ChangeSink& sink) {
  const Program& base = *program_;
  ENSURE(!leaf_slot_.empty(), "an engine that compares must keep all rows");
  ENSURE(plan_->holds_for(variant) && variant.hits.size() == base.hits.size() &&
             variant.breakdowns.size() == base.breakdowns.size(),
         "the variant has other hits, or suppliers that the plan works out later");
  const bool more_draws = variant.tables.size() != base.tables.size() || variant.groups.size() != base.groups.size();
  const std::uint32_t chunks = (count_ + chunk_lanes - 1) / chunk_lanes;
  use(variant);
  if (more_draws) {
    load_tables();
    share_words(chunks);
  }
  for (const Component c : edited) {
    touched_[plan_->block_of(c)] = 1;
    one_by_one_[c] = fits_vectors(c) ? 0 : 1;
  }
  LaneStore::Saved saved = store_.mark();
  for (std::size_t b = 0; b < touched_.size(); ++b) {
    if (touched_[b] == 0) continue;
    touched_[b] = 0;
    const Plan::Block& block = plan_->blocks()[b];
    const auto members = plan_->members(block);
    const std::size_t begin = saved.slots.size();
    for (const Component c : members) store_.save(slot(c), saved);
    for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
      if (block.circle) {
        settle_circle(members, chunk);
        continue;
      }
      draws_.front().reset(*program_, *plan_, members.front());
      work_out(members.front(), chunk, draws_.front());
      store_.set(slot(members.front()), chunk, result_);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!store_.differs(saved, begin + i, chunks)) continue;
      sink.change(members[i], store_.row(saved, begin + i, count_), store_.row(slot(members[i]), count_));
      for (std::uint32_t u = variant.user_begin[members[i]]; u < variant.user_begin[members[i] + 1]; ++u) {
        const std::uint32_t user_block = plan_->block_of(variant.need_component[variant.users[u]]);
        if (user_block != b) touched_[user_block] = 1;
      }
    }
  }
  store_.put_back(saved);
  use(base);
  if (more_draws) {
    load_tables();
    share_words(chunks);
  }
  for (const Component c : edited) one_by_one_[c] = fits_vectors(c) ? 0 : 1;
}

}  // namespace veer::cascade
