#include "cascade/engine.hpp"

#include <algorithm>
#include <utility>

#include "base/result.hpp"

namespace veer::cascade {

void NeedHistory::reset(std::size_t need_count) {
  changes_.clear();
  last_.assign(need_count, none);
}

void NeedHistory::add(std::size_t need, Tick tick, std::int32_t mode) {
  changes_.push_back({tick, mode, last_[need]});
  last_[need] = static_cast<std::uint32_t>(changes_.size() - 1);
}

std::int32_t NeedHistory::mode(std::size_t need, Tick tick) const {
  for (std::uint32_t i = last_[need]; i != none; i = changes_[i].before)
    if (changes_[i].tick <= tick) return changes_[i].mode;
  return mode_supplied;
}

Tick NeedHistory::spent(std::size_t need, std::int32_t mode, Tick tick) const {
  Tick total = 0;
  Tick until = tick;
  for (std::uint32_t i = last_[need]; i != none; i = changes_[i].before) {
    if (changes_[i].tick >= until) continue;
    if (changes_[i].mode == mode) total += until - changes_[i].tick;
    until = changes_[i].tick;
  }
  return mode == mode_supplied ? total + until : total;
}

std::vector<NeedHistory::Change> NeedHistory::changes(std::size_t need) const {
  std::vector<Change> out;
  for (std::uint32_t i = last_[need]; i != none; i = changes_[i].before) out.push_back(changes_[i]);
  std::reverse(out.begin(), out.end());
  return out;
}

Engine::Engine(const Program& program, std::unique_ptr<Director> director)
    : program_(&program), director_(std::move(director)) {
  ENSURE(program.user_begin.size() == program.component_count() + 1, "call Program::finish() before running it");
  bucket_.resize(static_cast<std::size_t>(program.horizon), none);
}

void Engine::run(std::uint32_t replica, std::uint32_t group_replica) {
  reset(replica, group_replica);
  for (Tick tick = 0; tick < program_->horizon; ++tick) {
    if (bucket_[static_cast<std::size_t>(tick)] == none) continue;
    collect(tick);
    if (woken_) director_->wake(*this, tick);
    fall(tick);
    settle(tick);
    if (director_) director_->settled(*this, tick, mode_changes_);
  }
  if (director_) director_->end(*this);
  for (Component c = 0; c < components_.size(); ++c)
    if (components_[c].down_since >= 0) close_interval(c, program_->horizon);
}

void Engine::reset(std::uint32_t replica, std::uint32_t group_replica) {
  const Program& program = *program_;
  draws_.draw_all(program, replica, group_replica);
  history_.reset(program.need_count());
  components_.assign(program.component_count(), {});
  needs_.assign(program.need_count(), {});
  stocks_.assign(program.backups.size(), {});
  std::fill(bucket_.begin(), bucket_.end(), none);
  events_.clear();
  intervals_.clear();
  first_interval_.assign(program.component_count(), none);
  last_interval_.assign(program.component_count(), none);

  for (std::size_t need = 0; need < needs_.size(); ++need) {
    needs_[need].supplied = static_cast<std::int32_t>(program.suppliers_of(need).size());
    // A need that asks for more than it has is unmet from the start; look at it once at tick 0.
    if (static_cast<std::uint32_t>(needs_[need].supplied) < program.need_k[need]) {
      needs_[need].timer = 0;
      schedule(0, EventKind::need_timer, need);
    }
  }
  for (std::size_t i = 0; i < stocks_.size(); ++i) {
    const Backup& backup = program.backups[i];
    const auto capacity = std::int64_t{draws_.backup[i].capacity};
    if (backup.kind == BackupKind::reservoir) stocks_[i].level = capacity * backup.recharge * usual_pace;
    if (backup.kind == BackupKind::manual) stocks_[i].level = capacity * usual_pace;
  }
  for (const auto& hit : draws_.hits) {
    schedule(hit.interval.start, EventKind::hit_start, hit.component);
    schedule(hit.interval.end, EventKind::hit_end, hit.component);
  }
  if (director_) director_->begin(*this, {replica, draws_.shared.data()});
}

void Engine::schedule(Tick tick, EventKind kind, std::size_t index) {
  if (tick >= program_->horizon) return;
  auto& head = bucket_[static_cast<std::size_t>(tick)];
  events_.push_back({head, static_cast<std::uint32_t>(index), kind});
  head = static_cast<std::uint32_t>(events_.size() - 1);
}

void Engine::touch_component(Component component) {
  if (components_[component].touched) return;
  components_[component].touched = true;
  touched_components_.push_back(component);
}

void Engine::touch_need(std::uint32_t need) {
  NeedState& state = needs_[need];
  if (!state.touched) {
    state.touched = true;
    touched_needs_.push_back(need);
  }
  if (!state.queued) {
    state.queued = true;
    queue_.push_back(need);
  }
}

void Engine::set_up(Component component, bool up) {
  components_[component].up = up;
  const std::int32_t change = up ? 1 : -1;
  for (std::uint32_t i = program_->user_begin[component]; i < program_->user_begin[component + 1]; ++i) {
    const std::uint32_t need = program_->users[i];
    needs_[need].supplied += change;
    touch_need(need);
  }
}

/// What this tick begins with: hits that end and start, components whose restart is over (tentatively up), stocks that
/// run out.
void Engine::collect(Tick tick) {
  woken_ = false;
  mode_changes_.clear();
  for (std::uint32_t i = bucket_[static_cast<std::size_t>(tick)]; i != none; i = events_[i].next) {
    const Event event = events_[i];
    switch (event.kind) {
      case EventKind::hit_start:
      case EventKind::hit_end:
        components_[event.index].bad += event.kind == EventKind::hit_start ? 1 : -1;
        touch_component(event.index);
        break;
      case EventKind::restart:
        if (components_[event.index].due != tick) break;  // a later trouble cancelled it
        components_[event.index].due = never;
        set_up(event.index, true);
        touch_component(event.index);
        break;
      case EventKind::need_timer:
        if (needs_[event.index].timer == tick) touch_need(event.index);
        break;
      case EventKind::wake:
        woken_ = true;
        break;
    }
  }
}

/// Whatever is forced down at this tick goes down; what remains up is the greatest solution.
void Engine::fall(Tick tick) {
  for (const Component c : touched_components_)
    if (components_[c].up && components_[c].bad > 0) set_up(c, false);
  while (!queue_.empty()) {
    const std::uint32_t need = queue_.back();
    queue_.pop_back();
    needs_[need].queued = false;
    const Component c = program_->need_component[need];
    if (!components_[c].up || met(need, tick)) continue;
    touch_component(c);
    set_up(c, false);
  }
}

/// Books what the tick decided: modes of needs, their next look, open intervals and restarts.
void Engine::settle(Tick tick) {
  for (const std::uint32_t need : touched_needs_) {
    NeedState& state = needs_[need];
    state.touched = false;
    account(need, tick);
    const std::int32_t mode = mode_at(need, tick);
    const bool was_unmet = state.mode == mode_unmet;
    if (was_unmet != (mode == mode_unmet)) {
      const Component c = program_->need_component[need];
      components_[c].bad += was_unmet ? -1 : 1;
      touch_component(c);
    }
    if (state.mode == mode_supplied) state.lost = tick;
    if (mode != state.mode) {
      history_.add(need, tick, mode);
      if (director_) mode_changes_.push_back({need, state.mode, mode});
    }
    state.mode = mode;
    state.timer = next_look(need, mode, tick);
    schedule(state.timer, EventKind::need_timer, need);
  }
  touched_needs_.clear();
  for (const Component c : touched_components_) {
    ComponentState& state = components_[c];
    state.touched = false;
    if (!state.up && state.down_since < 0) state.down_since = tick;
    if (state.up && state.down_since >= 0) {
      close_interval(c, tick);
      state.down_since = -1;
    }
    if (state.up || state.bad > 0) {
      state.due = never;
    } else if (state.due == never) {
      state.due = tick + draws_.restart[c];
      schedule(state.due, EventKind::restart, c);
    }
  }
  touched_components_.clear();
}

/// The stock of a back-up at the start of `tick`, from what its need has been doing since it was last accounted for.
Engine::Stock Engine::stock_at(std::size_t need, std::size_t backup, Tick tick) const {
  const NeedState& state = needs_[need];
  const Backup& spec = program_->backups[backup];
  Stock stock = stocks_[backup];
  const Tick passed = tick - state.since;
  if (state.mode == mode_supplied) {
    if (spec.kind == BackupKind::reservoir)
      stock.level = std::min(std::int64_t{draws_.backup[backup].capacity} * spec.recharge * usual_pace,
                             stock.level + std::int64_t{passed} * usual_pace);
  } else if (state.mode >= 0 && backup == program_->backup_begin[need] + static_cast<std::size_t>(state.mode)) {
    switch (spec.kind) {
      case BackupKind::reservoir:
        stock.level = std::max<std::int64_t>(0, stock.level - std::int64_t{spec.recharge} * stock.pace * passed);
        break;
      case BackupKind::manual:
        stock.level = std::max<std::int64_t>(0, stock.level - std::int64_t{stock.pace} * passed);
        break;
      case BackupKind::generator:
        stock.run += passed;
        break;
    }
  }
  return stock;
}

Tick Engine::ready_from(std::size_t need, std::size_t backup, Tick tick) const {
  const Tick lost = needs_[need].mode == mode_supplied ? tick : needs_[need].lost;
  return lost + program_->backups[backup].start_delay;
}

bool Engine::can_carry(std::size_t need, std::size_t backup, Tick tick) const {
  const BackupDraw& drawn = draws_.backup[backup];
  const Stock stock = stock_at(need, backup, tick);
  switch (program_->backups[backup].kind) {
    case BackupKind::reservoir:
      return stock.level > 0;
    case BackupKind::manual:
      return stock.level > 0 && tick >= drawn.from;
    case BackupKind::generator:
      return drawn.starts && stock.run < drawn.run &&
             (stock.run < drawn.capacity + stock.filled || tick >= drawn.from) &&
             tick >= ready_from(need, backup, tick);
  }
  return false;
}

bool Engine::met(std::size_t need, Tick tick) const { return mode_at(need, tick) != mode_unmet; }

std::int32_t Engine::mode_at(std::size_t need, Tick tick) const {
  if (static_cast<std::uint32_t>(needs_[need].supplied) >= program_->need_k[need]) return mode_supplied;
  const std::size_t begin = program_->backup_begin[need];
  for (std::size_t i = begin; i < program_->backup_begin[need + 1]; ++i)
    if (can_carry(need, i, tick)) return static_cast<std::int32_t>(i - begin);
  return mode_unmet;
}

void Engine::account(std::size_t need, Tick tick) {
  for (std::size_t i = program_->backup_begin[need]; i < program_->backup_begin[need + 1]; ++i)
    stocks_[i] = stock_at(need, i, tick);
  needs_[need].since = tick;
}

/// When this need must be looked at again even if no supplier changes: its back-up ends, or one that comes before it
/// begins.
Tick Engine::next_look(std::size_t need, std::int32_t mode, Tick tick) const {
  if (mode == mode_supplied) return never;
  const std::size_t begin = program_->backup_begin[need];
  const std::size_t carrying =
      mode == mode_unmet ? program_->backup_begin[need + 1] : begin + static_cast<std::size_t>(mode);
  Tick next = never;
  for (std::size_t i = begin; i < carrying; ++i) {  // these cannot carry now; a later start may change that
    const BackupDraw& drawn = draws_.backup[i];
    const bool generator =
        program_->backups[i].kind == BackupKind::generator && drawn.starts && stocks_[i].run < drawn.run;
    const bool by_hand = program_->backups[i].kind == BackupKind::manual && stocks_[i].level > 0;
    if (!generator && !by_hand) continue;
    Tick begin_at = generator && stocks_[i].run < drawn.capacity + stocks_[i].filled ? tick : drawn.from;
    if (generator) begin_at = std::max(begin_at, ready_from(need, i, tick));
    if (begin_at > tick) next = std::min(next, begin_at);
  }
  if (mode == mode_unmet) return next;
  const Backup& spec = program_->backups[carrying];
  const BackupDraw& drawn = draws_.backup[carrying];
  const Stock& stock = stocks_[carrying];
  std::int64_t end = never;
  switch (spec.kind) {
    case BackupKind::reservoir: {
      const std::int64_t each = std::int64_t{spec.recharge} * stock.pace;
      if (each > 0) end = tick + (stock.level + each - 1) / each;
      break;
    }
    case BackupKind::manual:
      if (stock.pace > 0) end = tick + (stock.level + stock.pace - 1) / stock.pace;
      break;
    case BackupKind::generator: {
      const Tick limit = tick >= drawn.from ? drawn.run : std::min(drawn.run, drawn.capacity + stock.filled);
      end = std::int64_t{tick} + limit - stock.run;
      break;
    }
  }
  return static_cast<Tick>(std::min<std::int64_t>(next, end));
}

Tick Engine::tank_left(std::size_t need, std::size_t backup, Tick tick) const {
  const Stock stock = stock_at(need, backup, tick);
  if (program_->backups[backup].kind != BackupKind::generator) return static_cast<Tick>(stock.level / usual_pace);
  return draws_.backup[backup].capacity + stock.filled - stock.run;
}

bool Engine::works(std::size_t need, std::size_t backup, Tick tick) const {
  return draws_.backup[backup].starts && stock_at(need, backup, tick).run < draws_.backup[backup].run;
}

void Engine::fill(std::size_t need, std::size_t backup, Tick ticks, Tick tick) {
  account(need, tick);
  if (program_->backups[backup].kind == BackupKind::generator) {
    stocks_[backup].filled += ticks;
  } else {
    stocks_[backup].level += std::int64_t{ticks} * usual_pace;
  }
  touch_need(static_cast<std::uint32_t>(need));
}

void Engine::open(std::size_t need, std::size_t backup, Tick ticks, Tick tick) {
  account(need, tick);
  stocks_[backup].level = std::int64_t{ticks} * usual_pace;
  draws_.backup[backup].from = tick;
  touch_need(static_cast<std::uint32_t>(need));
}

void Engine::close(std::size_t need, std::size_t backup, Tick tick) {
  account(need, tick);
  stocks_[backup].level = 0;
  draws_.backup[backup].from = never;
  touch_need(static_cast<std::uint32_t>(need));
}

void Engine::drain(std::size_t need, std::size_t backup, std::int32_t hundredths, Tick tick) {
  account(need, tick);
  stocks_[backup].pace = std::max(0, hundredths);
  touch_need(static_cast<std::uint32_t>(need));
}

void Engine::hold(Component component, Tick tick) {
  ++components_[component].bad;
  touch_component(component);
  const auto rule = static_cast<std::uint32_t>(program_->hits.size() + program_->breakdowns.size());
  draws_.hits.push_back({component, {tick, program_->horizon}, rule});
}

void Engine::release(Component component, Tick tick) {
  const auto rule = static_cast<std::uint32_t>(program_->hits.size() + program_->breakdowns.size());
  for (auto hit = draws_.hits.rbegin(); hit != draws_.hits.rend(); ++hit) {
    if (hit->component != component || hit->rule != rule || hit->interval.end < program_->horizon) continue;
    hit->interval.end = tick;
    --components_[component].bad;
    touch_component(component);
    return;
  }
  ENSURE(false, "only what is held can be released");
}

void Engine::close_interval(Component component, Tick end) {
  intervals_.push_back({{components_[component].down_since, end}, none});
  const auto index = static_cast<std::uint32_t>(intervals_.size() - 1);
  if (first_interval_[component] == none) {
    first_interval_[component] = index;
  } else {
    intervals_[last_interval_[component]].next = index;
  }
  last_interval_[component] = index;
}

bool Engine::down_at(Component component, Tick tick) const {
  bool down = false;
  each_interval(component, [&](Interval interval) { down = down || (interval.start <= tick && tick < interval.end); });
  return down;
}

std::vector<Interval> Engine::intervals(Component component) const {
  std::vector<Interval> out;
  each_interval(component, [&out](Interval interval) { out.push_back(interval); });
  return out;
}

bool Engine::quiet(Component component) const {
  if (ever_down(component)) return false;
  for (std::uint32_t need = program_->need_begin[component]; need < program_->need_begin[component + 1]; ++need)
    if (!history_.unchanged(need)) return false;
  return true;
}

std::uint64_t Engine::fingerprint() const {
  std::uint64_t sum = 0;
  for (Component c = 0; c < components_.size(); ++c)
    each_interval(c, [&sum, c](Interval interval) { sum += interval_hash(c, interval); });
  return sum;
}

std::vector<Component> Engine::deadlocked() const {
  const Program& program = *program_;
  std::vector<char> comes_back(components_.size(), 0);
  std::vector<char> held(components_.size(), 0);
  for (const auto& hit : draws_.hits) held[hit.component] |= hit.interval.end >= program.horizon ? 1 : 0;
  bool any_down = false;
  for (std::size_t c = 0; c < components_.size(); ++c) {
    comes_back[c] = components_[c].up ? 1 : 0;
    any_down = any_down || !components_[c].up;
  }
  if (!any_down) return {};
  // What a hit still holds down keeps its dependants down, but that is no deadlock: take it as coming back.
  for (std::size_t c = 0; c < components_.size(); ++c) comes_back[c] |= held[c];
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t c = 0; c < components_.size(); ++c) {
      if (comes_back[c] != 0) continue;
      bool all_met = true;
      for (std::uint32_t need = program.need_begin[c]; all_met && need < program.need_begin[c + 1]; ++need) {
        std::uint32_t coming = 0;
        for (const Component supplier : program.suppliers_of(need)) coming += comes_back[supplier] != 0 ? 1U : 0U;
        // A back-up that still carries may do so until the rest of the circle is back.
        const bool carried = needs_[need].mode >= 0;
        // A back-up that is still to begin (fuel on its way, crew on its way) may carry it later.
        const bool carried_later = needs_[need].mode == mode_unmet && needs_[need].timer != never;
        all_met = coming >= program.need_k[need] || carried || carried_later;
      }
      if (all_met) {
        comes_back[c] = 1;
        changed = true;
      }
    }
  }
  std::vector<Component> out;
  for (Component c = 0; c < components_.size(); ++c)
    if (comes_back[c] == 0) out.push_back(c);
  return out;
}

}  // namespace veer::cascade
