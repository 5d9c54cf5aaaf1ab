#include "cascade/batch_engine.hpp"

#include <array>
#include <vector>

#include "cascade/intervals.hpp"

namespace veer::cascade {

namespace {

constexpr std::array<std::string_view, 4> names{"auto", "events", "intervals", "lanes"};

class Lanes : public BatchEngine {
 public:
  Lanes(const Program& program, const Plan& plan, std::uint32_t batch, const std::string& kernel)
      : engine_(program, plan, batch, kernel) {}
  void run(std::uint32_t first, std::uint32_t group_first, std::uint32_t count, RowSink& sink) override {
    engine_.run(first, group_first, count, sink);
  }

 private:
  LaneEngine engine_;
};

/// Plays one replica after the other and turns the result of a batch round: from replicas to components.
class OneByOne : public BatchEngine {
 public:
  OneByOne(const Program& program, const Plan& plan, EngineKind kind, std::uint32_t batch,
           const DirectorMaker& directors)
      : plan_(&plan),
        store_(static_cast<std::uint32_t>(program.component_count()),
               (std::max(batch, 1U) + lanes::chunk_lanes - 1) / lanes::chunk_lanes),
        results_(program.component_count()) {
    if (kind == EngineKind::events) {
      events_ = std::make_unique<Engine>(program, directors ? directors() : nullptr);
    } else {
      intervals_ = std::make_unique<IntervalEngine>(program, plan);
    }
  }

  void run(std::uint32_t first, std::uint32_t group_first, std::uint32_t count, RowSink& sink) override {
    ENSURE(count <= store_.chunks() * lanes::chunk_lanes, "more replicas than the batch of this engine holds");
    store_.clear();
    for (std::uint32_t done = 0; done < count; done += lanes::chunk_lanes) {
      for (auto& result : results_) result.clear();
      for (std::uint32_t lane = 0; lane < std::min(lanes::chunk_lanes, count - done); ++lane)
        play(first + done + lane, group_first + done + lane, lane);
      for (std::uint32_t c = 0; c < results_.size(); ++c) store_.set(c, done / lanes::chunk_lanes, results_[c]);
    }
    for (const Component c : plan_->order()) sink.row(c, store_.row(c, count));
  }

 private:
  void play(std::uint32_t replica, std::uint32_t group_replica, std::uint32_t lane) {
    if (events_) {
      events_->run(replica, group_replica);
      for (Component c = 0; c < results_.size(); ++c)
        if (events_->ever_down(c)) results_[c].put(lane, events_->intervals(c));
    } else {
      intervals_->run(replica, group_replica);
      for (Component c = 0; c < results_.size(); ++c) results_[c].put(lane, intervals_->intervals(c));
    }
  }

  const Plan* plan_;
  LaneStore store_;
  std::vector<LaneStore::Result> results_;  ///< of one chunk, by component
  std::unique_ptr<Engine> events_;
  std::unique_ptr<IntervalEngine> intervals_;
};

}  // namespace

std::string_view name_of(EngineKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::optional<EngineKind> engine_kind(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<EngineKind>(i);
  return std::nullopt;
}

Result<EngineKind> choose_engine(const Program& program, EngineKind asked, bool directed) {
  if (directed || program.full_model_backup()) {
    if (asked == EngineKind::automatic || asked == EngineKind::events) return EngineKind::events;
    return fail({ErrorKind::unsupported,
                 {directed ? "cascade.engine.directed" : "cascade.engine.full_model", {std::string(name_of(asked))}},
                 {},
                 {}});
  }
  const bool vectors = !lanes::kernel_names().empty();
  if (asked == EngineKind::automatic) return vectors ? EngineKind::lanes : EngineKind::intervals;
  if (asked == EngineKind::lanes && !vectors)
    return fail({ErrorKind::unsupported, {"cascade.engine.no_vectors", {}}, {}, {}});
  return asked;
}

std::unique_ptr<BatchEngine> make_engine(const Program& program, const Plan& plan, EngineKind kind, std::uint32_t batch,
                                         const std::string& kernel, const DirectorMaker& directors) {
  ENSURE(kind != EngineKind::automatic, "choose_engine first");
  ENSURE(!directors || kind == EngineKind::events, "only the event engine can be directed");
  if (kind == EngineKind::lanes) return std::make_unique<Lanes>(program, plan, batch, kernel);
  return std::make_unique<OneByOne>(program, plan, kind, batch, directors);
}

}  // namespace veer::cascade
