#include "cascade/exchange_run.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/parallel.hpp"
#include "cascade/floor.hpp"

namespace veer::cascade {

namespace {

/// One thread's engine and what it takes from the rows.
class Worker : public RowSink {
 public:
  Worker(const ExchangeModel& model, const Plan& plan, const ExchangeSettings& settings, DownTable* table)
      : engine_(settings.floor ? make_floor(model.program, plan, settings.batch, settings.kernel)
                               : make_engine(model.program, plan, settings.engine, settings.batch, settings.kernel)),
        totals_(model, settings.batch, table == nullptr) {
    if (table != nullptr) adder_.emplace(*table);
  }

  void run(std::uint32_t first, std::uint32_t count) {
    totals_.clear();
    engine_->run(first, first, count, *this);
  }
  void row(Component component, const LaneRow& row) override {
    if (adder_) adder_->add(component, row);
    totals_.row(component, row);
  }
  [[nodiscard]] const ReplicaTotals& totals() const { return totals_; }

 private:
  std::unique_ptr<BatchEngine> engine_;
  ReplicaTotals totals_;
  std::optional<DownTable::Adder> adder_;
};

/// A hash of a replica's totals that knows their order within the replica; replicas are added up.
std::uint64_t hash_of(const ReplicaTotals& totals, std::size_t services, std::uint32_t lane, std::uint32_t replica) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ replica;
  for (std::size_t service = 0; service < services; ++service)
    hash = (hash ^ static_cast<std::uint64_t>(totals.lost(service, lane))) * 0x100000001b3ULL;
  return hash;
}

}  // namespace

std::uint64_t run_exchange(const ExchangeModel& model, const Plan& plan, const ExchangeSettings& settings) {
  std::unique_ptr<DownTable> table;
  if (!settings.line) table = std::make_unique<DownTable>(model.program.component_count(), model.program.horizon);
  const std::size_t threads = std::max<std::size_t>(1, settings.threads);
  std::vector<std::unique_ptr<Worker>> workers(threads);
  std::vector<std::uint64_t> digests(threads, 0);
  // Lines wait for one another no longer than a round, so that many replicas need no more memory than a few.
  const std::uint32_t round = settings.line ? settings.batch * static_cast<std::uint32_t>(threads) : settings.replicas;
  std::vector<std::string> lines(settings.line ? std::min(round, settings.replicas) : 0);
  for (std::uint32_t done = 0; done < settings.replicas;) {
    const std::uint32_t now = std::min(round, settings.replicas - done);
    parallel_for(threads, (now + settings.batch - 1) / settings.batch, [&](std::size_t thread, std::size_t i) {
      auto& worker = workers[thread];
      if (!worker) worker = std::make_unique<Worker>(model, plan, settings, table.get());
      const auto begin = static_cast<std::uint32_t>(i * settings.batch);
      const std::uint32_t count = std::min(settings.batch, now - begin);
      const std::uint32_t first = settings.first + done + begin;
      worker->run(first, count);
      for (std::uint32_t lane = 0; lane < count; ++lane) {
        if (settings.line) {
          lines[begin + lane] = worker->totals().line(lane, first + lane);
        } else {
          digests[thread] += hash_of(worker->totals(), model.service_names.size(), lane, first + lane);
        }
      }
    });
    if (settings.line)
      for (std::uint32_t i = 0; i < now; ++i) settings.line(lines[i]);
    done += now;
  }
  if (!table) return 0;
  std::uint64_t digest = table->digest();
  for (const std::uint64_t part : digests) digest += part;
  return digest;
}

}  // namespace veer::cascade
