#include "ensemble/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/parallel.hpp"
#include "ensemble/bytes.hpp"
#include "ensemble/crew.hpp"
#include "ensemble/digest.hpp"
#include "ensemble/explained.hpp"
#include "ensemble/keeper.hpp"
#include "ensemble/room.hpp"
#include "ensemble/statistics.hpp"

namespace veer::ensemble {

namespace {

constexpr float beyond = std::numeric_limits<float>::infinity();

bool precise_enough(std::span<const double> totals, double relative_error) {
  if (totals.size() < round_size) return false;  // a spread from fewer says little
  const Estimate total = estimate(totals);
  return total.standard_error <= relative_error * total.mean;
}

/// The replicas that one decision is about: all to the end, or a round at whose end the error is looked at.
std::uint32_t round_end(std::uint32_t begin, const Settings& settings) {
  if (begin < curve_replicas) {
    const std::uint32_t curved = std::min(settings.replicas, curve_replicas);
    return settings.relative_error ? std::min(curved, begin + round_size) : curved;
  }
  return settings.relative_error ? std::min(settings.replicas, begin + large_round_size) : settings.replicas;
}

/// One process's way through an ensemble.
class Journey {
 public:
  Journey(const World& world, const Settings& settings, const Company& company, cascade::EngineKind engine)
      : world_(world),
        settings_(settings),
        company_(company),
        municipalities_(world.population.municipalities().size()),
        out_(make_room(world, settings.replicas, settings.keep)),
        keeper_(world, {digest(world, settings.label), settings.label}, out_, company.store, company.rank()),
        batch_(batch_size(settings, company.size())) {
    out_.engine = engine;
  }

  Result<Outcome> run() {
    TRY_DONE(company_.rank() == 0 ? begin_first() : begin_other());
    Crew crew(world_, settings_.threads, out_.engine, batch_, out_);
    std::uint32_t end = 0;
    bool on = true;
    while (on && end < settings_.replicas) {
      const std::uint32_t begin = std::exchange(end, round_end(end, settings_));
      TRY_DONE(run_round(crew, begin, end));
      on = go_on(begin, end);
    }
    TRY_DONE(keeper_.save());
    if (company_.rank() != 0) {
      company_.peers->send(0, keeper_.bytes());
      return Outcome{};
    }
    for (std::uint32_t rank = 1; rank < company_.size(); ++rank)
      TRY_DONE(keeper_.merge(company_.peers->receive(rank), "rank " + std::to_string(rank)));
    if (company_.size() > 1) TRY_DONE(keeper_.save_all());
    finish(crew, !keeper_.done().holds({0, end}) || stopped_);
    return std::move(out_);
  }

 private:
  /// Enough pieces for every thread of every process, in the large rounds too.
  static std::uint32_t batch_size(const Settings& settings, std::uint32_t processes) {
    if (settings.replicas <= curve_replicas) return Hourly::lanes;
    const std::size_t workers = std::max<std::size_t>(1, settings.threads) * processes;
    const std::size_t fair = large_round_size / (2 * workers) / Hourly::lanes * Hourly::lanes;
    return static_cast<std::uint32_t>(std::clamp<std::size_t>(fair, Hourly::lanes, cascade::batch_replicas));
  }

  /// Process 0 looks in the store, and tells the others what is done already and how the rest is shared out.
  Done begin_first() {
    Done ready = keeper_.find(settings_.replicas);
    found_ = keeper_.done();
    // All are heard before one is answered, so that nobody waits for a process that has given up.
    for (std::uint32_t rank = 1; rank < company_.size(); ++rank) {
      const std::string other = company_.peers->receive(rank);
      ByteReader in(other);
      const RunMark mark{in.value<std::uint64_t>().value_or(0), std::string(in.text().value_or(""))};
      if (ready && mark != keeper_.mark())
        ready = fail({ErrorKind::invalid_input,
                      {"ensemble.peers.other_run", {std::to_string(rank), keeper_.mark().label, mark.label}},
                      {},
                      {}});
    }
    ByteWriter answer;
    answer.value(std::uint8_t{ready ? std::uint8_t{1} : std::uint8_t{0}});
    answer.value(batch_);
    for (const Stretch& stretch : found_.stretches()) {
      answer.value(stretch.first);
      answer.value(stretch.count);
    }
    for (std::uint32_t rank = 1; rank < company_.size(); ++rank) company_.peers->send(rank, answer.bytes());
    return ready;
  }

  Done begin_other() {
    ByteWriter own;
    own.value(keeper_.mark().digest);
    own.text(keeper_.mark().label);
    company_.peers->send(0, own.bytes());
    const std::string answer = company_.peers->receive(0);
    ByteReader in(answer);
    if (in.value<std::uint8_t>() != std::uint8_t{1})
      return fail({ErrorKind::cancelled, {"ensemble.peers.refused", {}}, {}, {}});
    batch_ = in.value<std::uint32_t>().value_or(batch_);
    while (const auto first = in.value<std::uint32_t>())
      ENSURE(found_.add({*first, in.value<std::uint32_t>().value_or(0)}), "process 0 tells of each replica once");
    return {};
  }

  /// What is missing of a round, in pieces; process r does pieces r, r + size, ….
  [[nodiscard]] std::vector<Stretch> share_of(std::uint32_t rank, std::uint32_t begin, std::uint32_t end) const {
    const auto pieces = cut(found_.missing(begin, end), begin < curve_replicas ? Hourly::lanes : batch_);
    std::vector<Stretch> out;
    for (std::size_t i = rank; i < pieces.size(); i += company_.size()) out.push_back(pieces[i]);
    return out;
  }

  /// Does this process's share of a round, with rests in which what is done is written to the store.
  Done run_round(Crew& crew, std::uint32_t begin, std::uint32_t end) {
    const std::vector<Stretch> share = share_of(company_.rank(), begin, end);
    std::size_t at = 0;
    while (at < share.size() && !stopped_) {
      // Room is taken as the work goes on, not for the whole of a long run at once.
      std::vector<Kept> pieces;
      std::uint32_t room = 0;
      for (std::uint32_t taken = 0; at + pieces.size() < share.size() && taken < large_round_size;) {
        pieces.push_back(placed(share[at + pieces.size()]));
        taken += pieces.back().replicas.count;
        room = std::max(room, pieces.back().slot + pieces.back().replicas.count);
      }
      grow_to(out_, std::max(room, static_cast<std::uint32_t>(out_.total_unmet_h.size())), municipalities_);
      const std::size_t done = crew.run(pieces, watch());
      keeper_.add(std::span(pieces).first(done));
      at += done;
      if (company_.rank() != 0) slots_ = pieces.front().slot + count_of(std::span(pieces).first(done));
      own_done_ = keeper_.done().count();
      if (company_.store != nullptr && company_.store->due()) TRY_DONE(keeper_.save());
    }
    return {};
  }

  /// A place for the records: of process 0 that of the replica's number, of the others the next free one.
  Kept placed(const Stretch& replicas) {
    if (company_.rank() == 0) return {replicas, replicas.first};
    return {replicas, std::exchange(slots_, slots_ + replicas.count)};
  }

  static std::uint32_t count_of(std::span<const Kept> pieces) {
    std::uint32_t out = 0;
    for (const Kept& piece : pieces) out += piece.replicas.count;
    return out;
  }

  Watch watch() {
    return {.stop =
                [this] {
                  stopped_ = stopped_ || (settings_.cancelled && settings_.cancelled());
                  return stopped_;
                },
            .rest = [this] { return company_.store != nullptr && company_.store->due(); },
            .told = [this](std::uint32_t done) { tell(own_done_ + done); }};
  }

  /// @param own  replicas of this process, what was found included for process 0
  void tell(std::uint32_t own) const {
    const std::uint32_t found = company_.rank() == 0 ? found_.count() : 0;
    const std::uint64_t done = found + std::uint64_t{own - found} * company_.size();
    if (settings_.progress && done < settings_.replicas)
      settings_.progress(static_cast<std::uint32_t>(done), settings_.replicas);
  }

  /// At the end of a round: whether there is a next one. Process 0 decides; the others send it what it must know.
  bool go_on(std::uint32_t begin, std::uint32_t end) {
    const bool asks = settings_.relative_error && company_.size() > 1;
    if (asks && company_.rank() != 0) {
      ByteWriter own;
      own.value(std::uint8_t{stopped_ ? std::uint8_t{1} : std::uint8_t{0}});
      for (const double total : own_totals(begin, end)) own.value(total);
      company_.peers->send(0, own.bytes());
      const std::string answer = company_.peers->receive(0);
      return answer == "on";
    }
    if (asks)
      for (std::uint32_t rank = 1; rank < company_.size(); ++rank) hear_totals(rank, begin, end);
    bool on = !stopped_;
    if (on && settings_.relative_error && end >= found_.end())
      on = !precise_enough(std::span(out_.total_unmet_h).first(end), *settings_.relative_error);
    if (asks)
      for (std::uint32_t rank = 1; rank < company_.size(); ++rank) company_.peers->send(rank, on ? "on" : "off");
    return on;
  }

  /// Totals of the replicas of a round that this process did, in the order of its share; none when it was stopped.
  [[nodiscard]] std::vector<double> own_totals(std::uint32_t begin, std::uint32_t end) const {
    std::vector<double> out;
    if (stopped_) return out;
    std::uint32_t count = 0;
    for (const Stretch& stretch : share_of(company_.rank(), begin, end)) count += stretch.count;
    out.assign(out_.total_unmet_h.begin() + (slots_ - count), out_.total_unmet_h.begin() + slots_);
    return out;
  }

  void hear_totals(std::uint32_t rank, std::uint32_t begin, std::uint32_t end) {
    const std::string bytes = company_.peers->receive(rank);
    ByteReader in(bytes);
    stopped_ = in.value<std::uint8_t>() != std::uint8_t{0} || stopped_;
    const auto room = static_cast<std::uint32_t>(out_.total_unmet_h.size());
    grow_to(out_, std::max(room, end), municipalities_);
    for (const Stretch& stretch : share_of(rank, begin, end))
      for (std::uint32_t i = 0; i < stretch.count; ++i)
        out_.total_unmet_h[stretch.first + i] = in.value<double>().value_or(0);
  }

  /// Process 0 holds everything: what is told of replicas besides their sums.
  void finish(Crew& crew, bool cancelled) {
    pack(out_, keeper_.done(), municipalities_);
    out_.cancelled = cancelled;
    for (std::size_t p = 0; p < out_.full_down_minutes.size(); ++p)
      if (!world_.compiled.map.processes[p].full) out_.full_down_minutes[p] = -1;
    if (!cancelled && settings_.progress) settings_.progress(out_.replicas, settings_.replicas);
    if (settings_.keep == Keep::region) {
      out_.explained = 0;
      return;
    }
    explain_replicas(world_, settings_.threads, out_);
    out_.paired_total_h.assign(cancelled ? 0 : std::min(out_.replicas, paired_replicas), 0);
    crew.run_pairs();
    const std::size_t groups = world_.compiled.program.groups.size();
    out_.group_draws.assign(groups * out_.curved, 0);
    parallel_for(settings_.threads, out_.curved, [&](std::size_t, std::size_t replica) {
      const auto words = cascade::group_words(world_.compiled.program, out_.number(replica));
      for (std::size_t g = 0; g < groups; ++g) out_.group_draws[g * out_.curved + replica] = words[g];
    });
  }

  const World& world_;
  const Settings& settings_;
  const Company& company_;
  std::size_t municipalities_;
  Outcome out_;
  Keeper keeper_;
  ReplicaSet found_;         ///< in the store, before the first round
  std::uint32_t batch_;      ///< replicas in a piece beyond the curved ones
  std::uint32_t slots_ = 0;  ///< processes but 0: places taken
  std::uint32_t own_done_ = 0;
  bool stopped_ = false;
};

}  // namespace

PhaseRun phases(const std::vector<double>& loss) {
  PhaseRun out{.half_h = beyond};
  std::size_t deepest = 0;
  std::size_t back = 0;
  for (std::size_t hour = 0; hour < loss.size(); ++hour) {
    if (loss[hour] >= loss[deepest]) deepest = hour;
    if (loss[hour] >= 0.5 && out.half_h == beyond) out.half_h = static_cast<float>(hour);
    if (loss[hour] > 0.1) back = hour + 1;
    out.area += static_cast<float>(loss[hour]);
  }
  if (loss.empty()) return out;
  out.depth = static_cast<float>(loss[deepest]);
  out.hours_to_90 = back >= loss.size() ? beyond : static_cast<float>(back);
  if (back > deepest && back < loss.size())
    out.slope = static_cast<float>((loss[deepest] - loss[back]) / static_cast<double>(back - deepest));
  return out;
}

Outcome run(const World& world, const Settings& settings) {
  auto out = run(world, settings, {});
  ENSURE(out.has_value(), "nothing can fail without a store and without other processes");
  return *std::move(out);
}

Result<Outcome> run(const World& world, const Settings& settings, const Company& company) {
  const auto engine =
      cascade::choose_engine(world.compiled.program, settings.engine, static_cast<bool>(world.directors));
  ENSURE(engine.has_value(), "this machine cannot run the chosen engine; ask cascade::choose_engine first");
  ENSURE(settings.replicas <= most_replicas, "no run is longer than most_replicas");
  ENSURE(settings.keep == Keep::all || (company.store == nullptr && company.size() == 1),
         "what is kept in part is kept by one process and in no store");
  return Journey(world, settings, company, *engine).run();
}

}  // namespace veer::ensemble
