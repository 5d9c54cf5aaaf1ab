#include "ensemble/comparison.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <thread>

#include "cascade/difference.hpp"
#include "cascade/lanes.hpp"

namespace veer::ensemble {

using cascade::Component;
using cascade::LaneRow;

namespace {

/// Replicas that are worked out together; also the share of work that one thread takes.
constexpr std::uint32_t batch_size = 128;
/// A change of more than one component in so many reaches nearly everything: then working all out anew is cheaper.
constexpr std::size_t components_per_edit = 8;

std::size_t whole_chunks(std::uint32_t lanes) {
  return (lanes + cascade::lanes::chunk_lanes - 1) / cascade::lanes::chunk_lanes * cascade::lanes::chunk_lanes;
}

/// Which process a component is the minimum level of, if any.
std::vector<std::int32_t> process_of(const World& world) {
  std::vector<std::int32_t> out(world.compiled.program.component_count(), -1);
  for (std::size_t p = 0; p < world.compiled.map.processes.size(); ++p)
    out[world.compiled.map.processes[p].minimum] = static_cast<std::int32_t>(p);
  return out;
}

Tally empty_tally(const World& world, std::uint32_t replicas) {
  Tally out;
  out.replicas = replicas;
  out.municipalities = world.population.municipalities().size();
  out.needs = world.population.needs().size();
  out.unmet.assign(std::size_t{replicas} * out.municipalities * out.needs, 0);
  out.exceeded.assign(world.region.processes.size() * replicas, 0);
  return out;
}

/// The sums of one batch: people × ppm × minutes by municipality, need and lane, and what processes bore.
class Sums {
 public:
  Sums(const World& world, std::uint32_t lanes)
      : needs_(world.population.needs().size()),
        lanes_(lanes),
        unmet_(world.population.municipalities().size() * needs_ * lanes, 0),
        exceeded_(world.region.processes.size() * lanes, 0) {}

  /// Adds (sign 1) or takes away (−1) what a leaf means that was down so long in each lane.
  void add(const people::Population& population, std::size_t leaf, const std::uint16_t* minutes, std::int64_t sign) {
    std::int64_t* const place =
        unmet_.data() + (population.municipality(leaf) * needs_ + population.need(leaf)) * lanes_;
    for (const people::Heads& group : population.heads(leaf)) {
      if (group.row != 0) continue;
      const people::Reserve& reserve = population.reserve(group.reserve);
      const std::int64_t heads = sign * group.heads;
      for (std::uint32_t lane = 0; lane < lanes_; ++lane) place[lane] += heads * reserve.unmet_before(minutes[lane]);
    }
  }
  void process(std::size_t process, double mtpd_h, const LaneRow& row) {
    const double limit = mtpd_h * minutes_per_hour;
    for (std::uint32_t lane = 0; lane < lanes_; ++lane) {
      bool longer = false;
      row.each(lane, [&](cascade::Interval down) { longer = longer || down.end - down.start > limit; });
      exceeded_[process * lanes_ + lane] = longer ? 1 : 0;
    }
  }
  void put(std::uint32_t first, Tally& out) const {
    const std::size_t records = out.municipalities * out.needs;
    for (std::uint32_t lane = 0; lane < lanes_; ++lane) {
      for (std::size_t record = 0; record < records; ++record)
        out.unmet[(first + lane) * records + record] = unmet_[record * lanes_ + lane] / people::ppm;
      for (std::size_t p = 0; p * lanes_ < exceeded_.size(); ++p)
        out.exceeded[p * out.replicas + first + lane] = exceeded_[p * lanes_ + lane];
    }
  }

 private:
  std::size_t needs_;
  std::uint32_t lanes_;
  std::vector<std::int64_t> unmet_;
  std::vector<std::uint8_t> exceeded_;
};

/// Takes the rows of a batch; keeps how long each leaf was down if asked.
class BaseSink : public cascade::RowSink {
 public:
  BaseSink(const World& world, std::uint32_t lanes, bool keep)
      : world_(world),
        process_(process_of(world)),
        width_(whole_chunks(lanes)),
        keep_(keep),
        sums_(world, lanes),
        minutes_((keep ? world.population.leaf_count() : 1) * width_, 0) {}

  void row(Component component, const LaneRow& row) override {
    const std::size_t assets = world_.compiled.map.asset_count;
    if (component >= assets && component < assets + world_.population.leaf_count()) {
      const std::size_t leaf = component - assets;
      std::uint16_t* const minutes = minutes_.data() + (keep_ ? leaf : 0) * width_;
      row.lengths({minutes, width_});
      sums_.add(world_.population, leaf, minutes, 1);
    } else if (const std::int32_t process = process_[component]; process >= 0) {
      const auto p = static_cast<std::size_t>(process);
      sums_.process(p, world_.region.processes[p].mtpd_h, row);
    }
  }
  [[nodiscard]] const Sums& sums() const { return sums_; }
  [[nodiscard]] const std::uint16_t* minutes(std::size_t leaf) const { return minutes_.data() + leaf * width_; }
  [[nodiscard]] std::int32_t process(Component component) const { return process_[component]; }
  [[nodiscard]] std::size_t width() const { return width_; }

 private:
  const World& world_;
  std::vector<std::int32_t> process_;
  std::size_t width_;
  bool keep_;
  Sums sums_;
  std::vector<std::uint16_t> minutes_;  ///< leaf × width, or one row that is used again
};

/// Takes what a variant changes away from the sums of the base, and adds what comes in its place.
class VariantSink : public cascade::ChangeSink {
 public:
  VariantSink(const World& base, const World& variant, const BaseSink& kept, std::span<const std::size_t> others)
      : base_(base),
        variant_(variant),
        kept_(kept),
        sums_(kept.sums()),
        other_(base.population.leaf_count(), 0),
        minutes_(kept.width(), 0) {
    for (const std::size_t leaf : others) other_[leaf] = 1;
  }

  void change(Component component, const LaneRow& /*before*/, const LaneRow& after) override {
    const std::size_t assets = base_.compiled.map.asset_count;
    if (component >= assets && component < assets + base_.population.leaf_count()) {
      const std::size_t leaf = component - assets;
      after.lengths(minutes_);
      replace(leaf, minutes_.data());
      other_[leaf] = 0;
    } else if (const std::int32_t process = kept_.process(component); process >= 0) {
      const auto p = static_cast<std::size_t>(process);
      sums_.process(p, variant_.region.processes[p].mtpd_h, after);
    }
  }
  /// The leaves that are down as long as before, but whose people have other reserves.
  void finish() {
    for (std::size_t leaf = 0; leaf < other_.size(); ++leaf)
      if (other_[leaf] != 0) replace(leaf, kept_.minutes(leaf));
  }
  [[nodiscard]] const Sums& sums() const { return sums_; }

 private:
  void replace(std::size_t leaf, const std::uint16_t* minutes) {
    sums_.add(base_.population, leaf, kept_.minutes(leaf), -1);
    sums_.add(variant_.population, leaf, minutes, 1);
  }
  const World& base_;
  const World& variant_;
  const BaseSink& kept_;
  Sums sums_;
  std::vector<char> other_;
  std::vector<std::uint16_t> minutes_;
};

/// Leaves whose people, or their reserves, differ.
std::vector<std::size_t> other_people(const people::Population& a, const people::Population& b) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> equal;
  const auto same = [&](std::uint32_t x, std::uint32_t y) {
    const auto known = equal.find({x, y});
    if (known != equal.end()) return known->second;
    return equal[{x, y}] = a.reserve(x).unmet_before_each() == b.reserve(y).unmet_before_each();
  };
  std::vector<std::size_t> out;
  for (std::size_t leaf = 0; leaf < a.leaf_count(); ++leaf) {
    const auto& one = a.heads(leaf);
    const auto& two = b.heads(leaf);
    const bool equal_heads =
        std::equal(one.begin(), one.end(), two.begin(), two.end(), [&](const people::Heads& x, const people::Heads& y) {
          return x.row == y.row && x.heads == y.heads && same(x.reserve, y.reserve);
        });
    if (!equal_heads) out.push_back(leaf);
  }
  return out;
}

/// Calls work(0) … work(count − 1), some at the same time.
void share_out(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
  threads = std::max<std::size_t>(1, std::min(threads, count));
  std::vector<std::thread> others;
  const auto run = [&](std::size_t first) {
    for (std::size_t i = first; i < count; i += threads) work(i);
  };
  for (std::size_t t = 1; t < threads; ++t) others.emplace_back(run, t);
  run(0);
  for (std::thread& other : others) other.join();
}

std::uint32_t lanes_of(std::size_t batch, std::uint32_t replicas) {
  return std::min(batch_size, replicas - static_cast<std::uint32_t>(batch) * batch_size);
}

}  // namespace

Tally tally(const World& world, std::uint32_t replicas, std::size_t threads) {
  const auto kind = cascade::choose_engine(world.compiled.program, cascade::EngineKind::automatic,
                                           static_cast<bool>(world.directors));
  ENSURE(kind.has_value(), "no engine can run the program; ask cascade::choose_engine first");
  const cascade::Plan plan(world.compiled.program);
  Tally out = empty_tally(world, replicas);
  const std::size_t batches = (replicas + batch_size - 1) / batch_size;
  share_out(batches, threads, [&](std::size_t batch) {
    const std::uint32_t lanes = lanes_of(batch, replicas);
    const auto first = static_cast<std::uint32_t>(batch) * batch_size;
    const auto engine = cascade::make_engine(world.compiled.program, plan, *kind, batch_size, "", world.directors);
    BaseSink sink(world, lanes, false);
    engine->run(first, first, lanes, sink);
    sink.sums().put(first, out);
  });
  return out;
}

struct Comparison::Batch {
  Batch(const World& world, const cascade::Plan& plan, std::uint32_t lanes)
      : engine(world.compiled.program, plan, batch_size, "", cascade::LaneEngine::Keep::all),
        sink(world, lanes, true) {}
  cascade::LaneEngine engine;
  BaseSink sink;
};

Comparison::Comparison(const World& base, const cascade::Program& supplied, std::uint32_t replicas, std::size_t threads)
    : base_(base), replicas_(replicas), threads_(threads) {
  const auto kind = cascade::choose_engine(base.compiled.program, cascade::EngineKind::automatic);
  ENSURE(kind.has_value(), "no engine can run the program; ask cascade::choose_engine first");
  if (*kind != cascade::EngineKind::lanes) {
    base_tally_ = tally(base, replicas, threads);
    return;
  }
  plan_ = std::make_unique<cascade::Plan>(supplied);
  base_tally_ = empty_tally(base, replicas);
  batches_.resize((replicas + batch_size - 1) / batch_size);
  share_out(batches_.size(), threads, [&](std::size_t i) {
    const std::uint32_t lanes = lanes_of(i, replicas);
    const auto first = static_cast<std::uint32_t>(i) * batch_size;
    batches_[i] = std::make_unique<Batch>(base, *plan_, lanes);
    batches_[i]->engine.run(first, first, lanes, batches_[i]->sink);
    batches_[i]->sink.sums().put(first, base_tally_);
  });
}

Comparison::~Comparison() = default;

Tally Comparison::of(const World& variant) {
  const auto kind = cascade::choose_engine(variant.compiled.program, cascade::EngineKind::automatic);
  ENSURE(kind.has_value(), "no engine can run the variant; ask cascade::choose_engine first");
  const auto change = *kind == cascade::EngineKind::lanes && !batches_.empty()
                          ? cascade::difference(base_.compiled.program, variant.compiled.program)
                          : std::nullopt;
  if (!change || change->edited.size() * components_per_edit > change->program.component_count() ||
      !plan_->holds_for(change->program))
    return tally(variant, replicas_, threads_);
  const auto others = other_people(base_.population, variant.population);
  Tally out = empty_tally(base_, replicas_);
  share_out(batches_.size(), threads_, [&](std::size_t i) {
    VariantSink sink(base_, variant, batches_[i]->sink, others);
    batches_[i]->engine.compare(change->program, change->edited, sink);
    sink.finish();
    sink.sums().put(static_cast<std::uint32_t>(i) * batch_size, out);
  });
  return out;
}

}  // namespace veer::ensemble
