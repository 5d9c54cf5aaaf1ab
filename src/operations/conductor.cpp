#include "operations/conductor.hpp"

namespace veer::operations {

Conductor::Conductor(const Means& means)
    : demand_(means), staff_(means, log_), crews_(means, log_), sets_(means, log_), fuel_(means, log_) {}

void Conductor::begin(cascade::Engine& engine, cascade::ReplicaWords words) {
  log_.deliveries.clear();
  log_.loadings.clear();
  log_.dry.clear();
  log_.returns.clear();
  log_.supplies.clear();
  demand_.begin(engine);
  staff_.begin(engine, words);
  crews_.begin(engine, words);
  sets_.begin(engine, words);
  fuel_.begin(engine, words);
}

void Conductor::wake(cascade::Engine& engine, Tick tick) {
  demand_.wake(engine, tick);
  staff_.wake(engine, tick);
  crews_.wake(engine, tick);
  sets_.wake(engine, tick);
  fuel_.wake(engine, tick);
}

void Conductor::settled(cascade::Engine& engine, Tick tick, std::span<const cascade::ModeChange> changes) {
  crews_.settled(engine, tick);
  sets_.settled(engine, tick, changes);
  fuel_.settled(engine, tick, changes);
}

void Conductor::end(cascade::Engine& engine) {
  sets_.end();
  fuel_.end(engine);
}

cascade::DirectorMaker conductors(const Means& means) {
  return [&means] { return std::make_unique<Conductor>(means); };
}

}  // namespace veer::operations
