#include "ensemble/output_trial.hpp"

#include "cascade/batch_engine.hpp"
#include "ensemble/room.hpp"
#include "ensemble/sampler.hpp"

namespace veer::ensemble {

namespace {

constexpr std::uint32_t batch = cascade::batch_replicas;

}  // namespace

struct OutputTrial::Parts {
  explicit Parts(const World& on)
      : world(on),
        plan(world.compiled.program),
        engine(cascade::make_engine(world.compiled.program, plan, cascade::EngineKind::lanes, batch)),
        tables(world),
        locks(1),
        outcome(make_room(world, batch)),
        totals(world, batch),
        total(batch, 0) {
    grow_to(outcome, batch, world.population.municipalities().size());
    reported = std::make_unique<Sampler>(world, tables, locks, outcome, batch);
  }

  World world;
  cascade::Plan plan;
  std::unique_ptr<cascade::BatchEngine> engine;
  HourTables tables;
  Hourly::Locks locks;
  Outcome outcome;
  TotalSampler totals;
  std::vector<double> total;
  std::unique_ptr<Sampler> reported;
};

OutputTrial::OutputTrial(const World& world) : parts_(std::make_unique<Parts>(world)) {}
OutputTrial::~OutputTrial() = default;

std::span<const double> OutputTrial::run_totals() {
  parts_->engine->run(curve_replicas, curve_replicas, batch, parts_->totals);
  parts_->totals.take(parts_->total);
  return parts_->total;
}

std::span<const double> OutputTrial::run_reported() {
  parts_->reported->begin(0, batch, false);
  parts_->engine->run(curve_replicas, curve_replicas, batch, *parts_->reported);
  parts_->reported->finish();
  return parts_->outcome.total_unmet_h;
}

}  // namespace veer::ensemble
