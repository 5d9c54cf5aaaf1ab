#include "cascade/down_record.hpp"

#include <algorithm>
#include <memory>

#include "base/parallel.hpp"
#include "base/result.hpp"

namespace veer::cascade {

namespace {

/// Replicas played at once: enough to fill the vectors, few enough to share among threads.
constexpr std::uint32_t piece_replicas = 64;

}  // namespace

/// Takes the rows of one batch.
class DownRecord::Writer : public RowSink {
 public:
  Writer(const std::vector<std::uint32_t>& row_of, Piece& piece) : row_of_(row_of), piece_(piece) {}
  void row(Component component, const LaneRow& row) override {
    const std::uint32_t index = row_of_[component];
    if (index == no_row) return;
    std::uint32_t* const begin = piece_.begin.data() + std::size_t{index} * (piece_.count + 1);
    for (std::uint32_t lane = 0; lane < piece_.count; ++lane) {
      begin[lane] = static_cast<std::uint32_t>(piece_.intervals.size());
      row.each(lane, [this](Interval interval) { piece_.intervals.push_back(interval); });
    }
    begin[piece_.count] = static_cast<std::uint32_t>(piece_.intervals.size());
  }

 private:
  const std::vector<std::uint32_t>& row_of_;
  Piece& piece_;
};

DownRecord DownRecord::play(const Program& program, std::span<const Component> wanted, std::uint32_t replicas,
                            std::size_t threads, EngineKind kind, const DirectorMaker& directors) {
  DownRecord out;
  out.replicas_ = replicas;
  out.batch_ = piece_replicas;
  out.horizon_ = program.horizon;
  out.row_of_.assign(program.component_count(), no_row);
  std::uint32_t rows = 0;
  for (const Component component : wanted)
    if (out.row_of_[component] == no_row) out.row_of_[component] = rows++;
  out.pieces_.resize((replicas + piece_replicas - 1) / piece_replicas);
  const Plan plan(program);
  std::vector<std::unique_ptr<BatchEngine>> engines(std::max<std::size_t>(1, threads));
  parallel_for(engines.size(), out.pieces_.size(), [&](std::size_t thread, std::size_t i) {
    if (!engines[thread]) engines[thread] = make_engine(program, plan, kind, piece_replicas, "", directors);
    Piece& piece = out.pieces_[i];
    const auto first = static_cast<std::uint32_t>(i) * piece_replicas;
    piece.count = std::min(piece_replicas, replicas - first);
    piece.begin.assign(std::size_t{rows} * (piece.count + 1), 0);
    Writer writer(out.row_of_, piece);
    engines[thread]->run(first, first, piece.count, writer);
  });
  return out;
}

std::span<const Interval> DownRecord::down(Component component, std::uint32_t replica) const {
  const std::uint32_t row = row_of_[component];
  ENSURE(row != no_row && replica < replicas_, "this component or replica was not asked to be kept");
  const Piece& piece = pieces_[replica / batch_];
  const std::uint32_t* const begin = piece.begin.data() + std::size_t{row} * (piece.count + 1) + replica % batch_;
  return {piece.intervals.data() + begin[0], begin[1] - begin[0]};
}

Tick DownRecord::down_for(Component component, std::uint32_t replica, Tick tick) const {
  for (const Interval interval : down(component, replica)) {
    if (tick < interval.start) return -1;
    if (tick < interval.end) return tick - interval.start;
  }
  return -1;
}

Tick DownRecord::first_down(Component component, std::uint32_t replica) const {
  const auto intervals = down(component, replica);
  return intervals.empty() ? never : intervals.front().start;
}

}  // namespace veer::cascade
