#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/large_pages.hpp"
#include "cascade/component_rule.hpp"
#include "cascade/engine.hpp"
#include "cascade/lane_kernel.hpp"
#include "cascade/plan.hpp"

namespace veer::cascade {

/// A lane with three intervals or more.
struct LongLane {
  std::uint32_t lane = 0;  ///< in its chunk
  std::uint32_t next = 0;  ///< the next one of the same component and chunk; 0: none
  std::vector<Interval> intervals;
};

/// The down intervals of one component in every replica of a batch. Holds until the engine goes on.
class LaneRow {
 public:
  /// Replicas in the batch: lanes 0 … count() − 1.
  [[nodiscard]] std::uint32_t count() const { return count_; }
  /// First intervals, for code that goes through many lanes at once: lane i is element i mod 32 of chunk i div 32. In
  /// the last chunk lanes from count() on hold replicas that nobody asked for.
  [[nodiscard]] const lanes::Chunk& first(std::uint32_t chunk) const { return first_[chunk]; }
  [[nodiscard]] const lanes::Tail& tail(std::uint32_t chunk) const { return tail_[chunk]; }
  /// @pre tail(chunk).second is not 0
  [[nodiscard]] const lanes::Chunk& second(std::uint32_t chunk) const { return (*pool_)[tail_[chunk].second]; }

  /// Calls visit(Interval) for each down interval of a lane, in time order.
  template <class Visit>
  void each(std::uint32_t lane, Visit&& visit) const {
    const std::uint32_t chunk = lane / lanes::chunk_lanes;
    const std::uint32_t place = lane % lanes::chunk_lanes;
    const std::uint16_t start = first_[chunk].start[place];
    if (start == lanes::nothing) {
      if (first_[chunk].end[place] == 0) return;
      std::uint32_t i = tail_[chunk].more;
      while ((*more_)[i].lane != place) i = (*more_)[i].next;
      for (const Interval interval : (*more_)[i].intervals) visit(interval);
      return;
    }
    visit(Interval{start, first_[chunk].end[place]});
    if (tail_[chunk].second == 0) return;
    const lanes::Chunk& other = (*pool_)[tail_[chunk].second];
    if (other.start[place] != lanes::nothing) visit(Interval{other.start[place], other.end[place]});
  }
  /// Adds weight × ticks down to the sum of each lane. @param sums  as many as there are chunks × 32, or count()
  void add_lengths(std::int64_t weight, std::span<std::int64_t> sums) const;
  /// Ticks down in each lane. @param out  at least as many as there are chunks × 32; from count() on unspecified
  void lengths(std::span<std::uint16_t> out) const;
  /// Whether it was down at all in a lane.
  [[nodiscard]] bool ever_down(std::uint32_t lane) const {
    return first_[lane / lanes::chunk_lanes].end[lane % lanes::chunk_lanes] != 0;
  }

 private:
  friend class LaneStore;
  std::uint32_t count_ = 0;
  const lanes::Chunk* first_ = nullptr;
  const lanes::Tail* tail_ = nullptr;
  const LargeVector<lanes::Chunk>* pool_ = nullptr;
  const std::vector<LongLane>* more_ = nullptr;
};

/// Where the rows of a batch are kept: one for each slot and one that is used again and again for leaves.
class LaneStore {
 public:
  LaneStore(std::uint32_t slots, std::uint32_t chunks);

  void clear();
  /// The rows of some slots as they are now, to be looked at beside new ones and put back.
  struct Saved {
    std::vector<std::uint32_t> slots;
    std::vector<lanes::Chunk> first;  ///< slots × chunks
    std::vector<lanes::Tail> tail;
    std::size_t pool_used = 1;
    std::size_t more_used = 1;
  };
  /// Remembers how far the pools are filled; rows saved later are put back to here.
  [[nodiscard]] Saved mark() const;
  void save(std::uint32_t slot, Saved& saved) const;
  /// Row `index` of what was saved.
  [[nodiscard]] LaneRow row(const Saved& saved, std::size_t index, std::uint32_t count) const;
  /// Whether a slot holds other intervals than were saved of it, in the first `chunks` chunks.
  [[nodiscard]] bool differs(const Saved& saved, std::size_t index, std::uint32_t chunks) const;
  void put_back(const Saved& saved);
  [[nodiscard]] LaneRow row(std::uint32_t slot, std::uint32_t count) const;
  [[nodiscard]] std::uint32_t chunks() const { return chunks_; }
  /// The slot that is used again and again.
  [[nodiscard]] std::uint32_t spare() const { return slots_; }

  /// The intervals of a component in one chunk, while they are worked out.
  struct Result {
    lanes::Chunk first;
    lanes::Chunk second;
    bool has_second = false;
    std::vector<LongLane> more;  ///< used entries: more_count
    std::size_t more_count = 0;
    /// Nothing in any lane.
    void clear();
    /// @pre `first` is filled for the lane, and `second` where has_second
    void put(std::uint32_t lane, std::span<const Interval> intervals);
  };
  void set_empty(std::uint32_t slot, std::uint32_t chunk);
  void set(std::uint32_t slot, std::uint32_t chunk, const Result& result);
  [[nodiscard]] bool holds(std::uint32_t slot, std::uint32_t chunk, const Result& result) const;

  [[nodiscard]] const lanes::Chunk* first() const { return first_.data(); }
  [[nodiscard]] const lanes::Tail* tail() const { return tail_.data(); }
  [[nodiscard]] const lanes::Chunk* pool() const { return pool_.data(); }

 private:
  [[nodiscard]] std::size_t at(std::uint32_t slot, std::uint32_t chunk) const {
    return std::size_t{slot} * chunks_ + chunk;
  }
  std::uint32_t slots_;
  std::uint32_t chunks_;
  LargeVector<lanes::Chunk> first_;  ///< (slots + 1) × chunks
  LargeVector<lanes::Tail> tail_;
  LargeVector<lanes::Chunk> pool_;
  std::size_t pool_used_ = 1;
  std::vector<LongLane> more_;
  std::size_t more_used_ = 1;
};

/// Receives the rows of a batch, component after component.
class RowSink {
 public:
  RowSink() = default;
  RowSink(const RowSink&) = delete;
  RowSink& operator=(const RowSink&) = delete;
  RowSink(RowSink&&) = delete;
  RowSink& operator=(RowSink&&) = delete;
  virtual ~RowSink() = default;
  /// @param row  holds during the call
  virtual void row(Component component, const LaneRow& row) = 0;
};

/// Receives what a variant changes, component after component.
class ChangeSink {
 public:
  ChangeSink() = default;
  ChangeSink(const ChangeSink&) = delete;
  ChangeSink& operator=(const ChangeSink&) = delete;
  ChangeSink(ChangeSink&&) = delete;
  ChangeSink& operator=(ChangeSink&&) = delete;
  virtual ~ChangeSink() = default;
  /// @param before, after  differ in at least one lane; hold during the call
  virtual void change(Component component, const LaneRow& before, const LaneRow& after) = 0;
};

/// Replicas in a batch of the lanes engine, unless asked otherwise.
inline constexpr std::uint32_t batch_replicas = 1024;

/// The lanes engine: many replicas at once, one in each lane of the processor's vectors, component after component.
///
/// A component is worked out 32 replicas at a time on at most two intervals in each; lanes that need more are done one
/// by one by the rule of the interval engine. The results are those of the other engines to the last bit.
/// One object per thread.
/// @source docs/method/engine.md
class LaneEngine {
 public:
  enum class Keep : std::uint8_t { what_is_needed, all };
  /// @param batch   most replicas in one run
  /// @param kernel  name of the vector code; empty: the best of this machine
  /// @param keep    all: the rows of leaves too, so that variants can be compared
  LaneEngine(const Program& program, const Plan& plan, std::uint32_t batch = batch_replicas,
             const std::string& kernel = "", Keep keep = Keep::what_is_needed);

  /// Works out replicas first … first + count − 1, and gives the row of every component to the sink, in the order of
  /// the plan.
  /// @param group_first  the replica whose shared words the first lane uses (see ReplicaDraws); normally `first`
  /// @param count        at most the batch
  void run(std::uint32_t first, std::uint32_t group_first, std::uint32_t count, RowSink& sink);

  /// Works out what a variant of the program changes in the replicas of the last run, from the edited components on:
  /// what depends on nothing that changed is not looked at again. The random numbers are those of the last run (common
  /// random numbers). Afterwards everything is as that run left it, ready for another variant.
  ///
  /// @param variant  the program with a patch applied; only tables and groups may have been added
  /// @param edited   Patch::edited of it
  /// @pre the engine keeps all, and the plan holds for the variant
  void compare(const Program& variant, std::span<const Component> edited, ChangeSink& sink);

  [[nodiscard]] std::uint32_t batch() const { return store_.chunks() * lanes::chunk_lanes; }
  /// What happened since this object was made.
  struct Counts {
    std::uint64_t vectors = 0;      ///< components × chunks worked out
    std::uint64_t one_by_one = 0;   ///< lanes done by the interval rule
    std::uint64_t handed_over = 0;  ///< lanes of circles done by the event engine
  };
  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  void work_out(Component component, std::uint32_t chunk, lanes::Draws& draws);
  void settle_circle(std::span<const Component> members, std::uint32_t chunk);
  void hand_over(std::span<const Component> members, std::uint32_t chunk);
  [[nodiscard]] ReplicaWords words(std::uint32_t chunk, std::uint32_t lane) const;
  [[nodiscard]] bool fits_vectors(Component component) const;
  void load_tables();
  void share_words(std::uint32_t chunks);
  [[nodiscard]] std::uint32_t slot(Component component) const {
    const std::uint32_t planned = plan_->slot(component);
    return planned != Plan::no_slot ? planned : leaf_slot_.empty() ? store_.spare() : leaf_slot_[component];
  }
  void use(const Program& program);

  const Program* program_;
  const Plan* plan_;
  lanes::Kernel kernel_;
  LaneStore store_;
  std::vector<std::uint32_t> tables_;
  std::vector<std::uint32_t> shared_;
  std::vector<std::uint32_t> supplier_row_;
  std::vector<char> one_by_one_;  ///< by component: no vector code for it
  lanes::Task task_;
  std::uint32_t group_first_ = 0;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> leaf_slot_;  ///< by component, when all is kept
  std::vector<char> touched_;             ///< by block, while comparing
  LaneStore::Result result_;
  std::vector<lanes::Draws> draws_;  ///< by member of the circle in work
  std::vector<char> dirty_;          ///< by component
  std::unique_ptr<ComponentRule> rule_;
  std::unique_ptr<Engine> events_;  ///< made when first needed
  Counts counts_;
};

}  // namespace veer::cascade
