#include "cascade/floor.hpp"

#include <algorithm>

namespace veer::cascade {

namespace {

using lanes::chunk_lanes;

class Floor : public BatchEngine {
 public:
  Floor(const Program& program, const Plan& plan, std::uint32_t batch, const std::string& kernel)
      : program_(program),
        plan_(plan),
        kernel_(lanes::find_kernel(kernel)),
        store_(0, (std::max(batch, 1U) + chunk_lanes - 1) / chunk_lanes) {
    for (const Table& table : program.tables) tables_.insert(tables_.end(), table.begin(), table.end());
    shared_.resize(program.groups.size() * store_.chunks() * chunk_lanes);
    draws_.rows.resize(chunk_lanes);
  }

  void run(std::uint32_t first, std::uint32_t group_first, std::uint32_t count, RowSink& sink) override {
    const lanes::Task task{.program = &program_,
                           .plan = &plan_,
                           .tables = tables_.data(),
                           .shared = shared_.data(),
                           .chunks = store_.chunks(),
                           .first_replica = first};
    const std::uint32_t chunks = (count + chunk_lanes - 1) / chunk_lanes;
    for (std::uint32_t chunk = 0; chunk < chunks; ++chunk)
      kernel_.share(program_, chunk, store_.chunks(), group_first, shared_.data());
    const auto middle = static_cast<std::uint16_t>(program_.horizon / 2);
    for (const Component c : plan_.order()) {
      for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
        kernel_.draw_restart(task, c, chunk, draws_);
        for (std::size_t lane = 0; lane < chunk_lanes; ++lane) {
          const auto start = static_cast<std::uint16_t>(draws_.rows[lane] % 256);
          result_.first.start[lane] = std::min(start, middle);
          result_.first.end[lane] = static_cast<std::uint16_t>(middle + std::min(start, middle) / 2 + 1);
        }
        store_.set(store_.spare(), chunk, result_);
      }
      sink.row(c, store_.row(store_.spare(), count));
    }
  }

 private:
  const Program& program_;
  const Plan& plan_;
  lanes::Kernel kernel_;
  LaneStore store_;
  std::vector<std::uint32_t> tables_;
  std::vector<std::uint32_t> shared_;
  lanes::Draws draws_;
  LaneStore::Result result_{};
};

}  // namespace

std::unique_ptr<BatchEngine> make_floor(const Program& program, const Plan& plan, std::uint32_t batch,
                                        const std::string& kernel) {
  return std::make_unique<Floor>(program, plan, batch, kernel);
}

}  // namespace veer::cascade
