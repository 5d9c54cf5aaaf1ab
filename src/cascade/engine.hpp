#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "cascade/director.hpp"
#include "cascade/program.hpp"
#include "cascade/replica.hpp"

namespace veer::cascade {

/// What a need is doing from a tick on: supplied, unmet, or carried by back-up number `mode` of its chain (0 = the
/// first).
inline constexpr std::int32_t mode_supplied = -1;
inline constexpr std::int32_t mode_unmet = -2;

/// What every need did in one replica: its changes of mode, in time order; before the first it was supplied.
class NeedHistory {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  struct Change {
    Tick tick = 0;
    std::int32_t mode = mode_supplied;
    std::uint32_t before = none;  ///< index of the change before it of the same need
  };

  void reset(std::size_t need_count);
  void add(std::size_t need, Tick tick, std::int32_t mode);
  /// The mode of a need in a tick of the replica.
  [[nodiscard]] std::int32_t mode(std::size_t need, Tick tick) const;
  /// How many ticks a need spent in a mode before `tick`.
  [[nodiscard]] Tick spent(std::size_t need, std::int32_t mode, Tick tick) const;
  /// The changes of a need, first one first.
  [[nodiscard]] std::vector<Change> changes(std::size_t need) const;
  /// Whether it was supplied throughout.
  [[nodiscard]] bool unchanged(std::size_t need) const { return last_[need] == none; }

 private:
  std::vector<Change> changes_;
  std::vector<std::uint32_t> last_;
};

/// The event engine: one replica at a time, exact, tick by tick where something happens.
///
/// Within a tick the greatest solution is taken: components whose restart is due come up first, then whatever is forced
/// down goes down, by a worklist. Stocks (battery, tank) are brought up to date only when a need changes what it does.
/// Beyond the core it also knows the start delay of generators, and a director that acts on it (docs/model.md, section
/// 4, rule 5).
///
/// Cost: proportional to the changes of state. One object per thread; `run` may be called again and again.
/// @source docs/model.md, section 4; docs/method/engine.md
class Engine {
 public:
  /// @param director  what acts on the replica from outside; none: nothing does
  explicit Engine(const Program& program, std::unique_ptr<Director> director = nullptr);

  void run(std::uint32_t replica) { run(replica, replica); }
  /// @param group_replica  replica whose shared words are used (see ReplicaDraws)
  void run(std::uint32_t replica, std::uint32_t group_replica);

  /// The down intervals of a component in the last replica, in time order, apart by at least one tick, clipped to the
  /// horizon.
  template <class Visit>
  void each_interval(Component component, Visit&& visit) const {
    for (std::uint32_t i = first_interval_[component]; i != none; i = intervals_[i].next) visit(intervals_[i].interval);
  }
  [[nodiscard]] std::vector<Interval> intervals(Component component) const;
  [[nodiscard]] bool ever_down(Component component) const { return first_interval_[component] != none; }
  /// Whether it was up throughout the last replica, and all of its needs supplied.
  [[nodiscard]] bool quiet(Component component) const;

  /// Components that are down at the end of the last replica and could never come back by themselves: they wait for one
  /// another.
  ///
  /// Found as the complement of the least solution of "will come back": all hits are over and of each need enough
  /// suppliers are up or will come back.
  [[nodiscard]] std::vector<Component> deadlocked() const;

  [[nodiscard]] const ReplicaDraws& draws() const { return draws_; }
  [[nodiscard]] const NeedHistory& history() const { return history_; }
  /// Whether a component was down in that tick of the last replica.
  [[nodiscard]] bool down_at(Component component, Tick tick) const;
  [[nodiscard]] std::uint64_t fingerprint() const;
  [[nodiscard]] const Program& program() const { return *program_; }
  [[nodiscard]] Director* director() { return director_.get(); }

  // What a director may ask and do while a replica is played.
  /// What a need was doing when it was last settled.
  [[nodiscard]] std::int32_t mode(std::size_t need) const { return needs_[need].mode; }
  [[nodiscard]] bool up(Component component) const { return components_[component].up; }
  /// Ticks that a generator or a manual fallback could still carry on what is in its tank, at the start of `tick`.
  [[nodiscard]] Tick tank_left(std::size_t need, std::size_t backup, Tick tick) const;
  /// Whether a generator started and has not broken down.
  [[nodiscard]] bool works(std::size_t need, std::size_t backup, Tick tick) const;
  /// Calls the director at that tick; later than the tick that is being played.
  void wake_at(Tick tick) { schedule(tick, EventKind::wake, 0); }
  /// Adds that many ticks to the tank of a generator or a manual fallback, from this tick on.
  void fill(std::size_t need, std::size_t backup, Tick ticks, Tick tick);
  /// A manual fallback is there from this tick on, with that many ticks in its tank.
  void open(std::size_t need, std::size_t backup, Tick ticks, Tick tick);
  /// A manual fallback is gone from this tick on.
  void close(std::size_t need, std::size_t backup, Tick tick);
  /// A reservoir or a manual fallback is used up at that many hundredths of its usual pace from this tick on (100: as
  /// usual); a reservoir fills as usual.
  void drain(std::size_t need, std::size_t backup, std::int32_t hundredths, Tick tick);
  /// A component is held down from this tick on, until it is released; it counts as a hit.
  void hold(Component component, Tick tick);
  void release(Component component, Tick tick);

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  /// Levels are counted in hundredths of ticks (of 1/q ticks), so that a director can let them empty at another
  /// pace; as long as none does, all of it is a hundred times the whole numbers of the core.
  static constexpr std::int32_t usual_pace = 100;

  struct ComponentState {
    std::int32_t bad = 0;  ///< active hits and unmet needs
    Tick due = never;      ///< tick at which it comes up; never: no restart running
    Tick down_since = -1;  ///< start of the open down interval; -1: up
    bool up = true;        ///< within a tick: the tentative state
    bool touched = false;
  };
  struct NeedState {
    std::int32_t supplied = 0;  ///< suppliers that are up
    std::int32_t mode = mode_supplied;
    Tick since = 0;      ///< tick up to which the stocks are accounted for
    Tick lost = 0;       ///< tick at which supply was lost, while it is
    Tick timer = never;  ///< tick of the next look without outside cause
    bool touched = false;
    bool queued = false;
  };
  struct Stock {
    std::int64_t level = 0;          ///< reservoir: hundredths of 1/q ticks; manual: of ticks
    std::int32_t pace = usual_pace;  ///< of both: hundredths of what it loses in a usual tick
    Tick run = 0;                    ///< generator: ticks run
    Tick filled = 0;                 ///< generator: ticks that came into the tank on top of what it held
  };
  struct StoredInterval {
    Interval interval;
    std::uint32_t next = none;
  };
  enum class EventKind : std::uint8_t { hit_start, hit_end, restart, need_timer, wake };
  struct Event {
    std::uint32_t next = none;
    std::uint32_t index = 0;
    EventKind kind = EventKind::restart;
  };

  void reset(std::uint32_t replica, std::uint32_t group_replica);
  void schedule(Tick tick, EventKind kind, std::size_t index);
  void collect(Tick tick);
  void fall(Tick tick);
  void settle(Tick tick);
  void touch_component(Component component);
  void touch_need(std::uint32_t need);
  void set_up(Component component, bool up);
  [[nodiscard]] Stock stock_at(std::size_t need, std::size_t backup, Tick tick) const;
  [[nodiscard]] bool can_carry(std::size_t need, std::size_t backup, Tick tick) const;
  /// Tick from which a start delay is over; of a need that is supplied: if supply were lost at `tick`.
  [[nodiscard]] Tick ready_from(std::size_t need, std::size_t backup, Tick tick) const;
  [[nodiscard]] bool met(std::size_t need, Tick tick) const;
  void account(std::size_t need, Tick tick);
  [[nodiscard]] Tick next_look(std::size_t need, std::int32_t mode, Tick tick) const;
  [[nodiscard]] std::int32_t mode_at(std::size_t need, Tick tick) const;
  void close_interval(Component component, Tick end);

  const Program* program_;
  std::unique_ptr<Director> director_;
  bool woken_ = false;
  std::vector<ModeChange> mode_changes_;  ///< of this tick, for the director
  ReplicaDraws draws_;
  NeedHistory history_;
  std::vector<ComponentState> components_;
  std::vector<NeedState> needs_;
  std::vector<Stock> stocks_;
  std::vector<std::uint32_t> bucket_;  ///< first event by tick
  std::vector<Event> events_;
  std::vector<Component> touched_components_;
  std::vector<std::uint32_t> touched_needs_;
  std::vector<std::uint32_t> queue_;
  std::vector<StoredInterval> intervals_;
  std::vector<std::uint32_t> first_interval_;
  std::vector<std::uint32_t> last_interval_;
};

}  // namespace veer::cascade
