#include "reach/decision_clock.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "base/parallel.hpp"
#include "cascade/replica.hpp"
#include "region/drawn_figure.hpp"
#include "region/selector.hpp"

namespace veer::reach {

namespace {

using cascade::Component;
using cascade::ComponentMap;
using cascade::Interval;

/// Something that adds weight while it is down.
struct Weighted {
  Component component = 0;
  std::int64_t weight = 1;
};

/// When at least `share` of the weight is down in one replica, as intervals in time order.
std::vector<Interval> mostly_down(const cascade::DownRecord& record, const std::vector<Weighted>& parts,
                                  std::int64_t whole, double share, std::uint32_t replica) {
  std::vector<std::pair<Minutes, std::int64_t>> changes;
  for (const Weighted& part : parts)
    for (const Interval down : record.down(part.component, replica)) {
      changes.emplace_back(down.start, part.weight);
      changes.emplace_back(down.end, -part.weight);
    }
  std::sort(changes.begin(), changes.end());
  std::vector<Interval> out;
  std::int64_t sum = 0;
  bool inside = false;
  for (std::size_t i = 0; i < changes.size();) {
    const Minutes minute = changes[i].first;
    for (; i < changes.size() && changes[i].first == minute; ++i) sum += changes[i].second;
    const bool now = whole > 0 && static_cast<double>(sum) >= share * static_cast<double>(whole);
    if (now && !inside) out.push_back({minute, record.horizon()});
    if (!now && inside) out.back().end = minute;
    inside = now;
  }
  return out;
}

/// Counts in which minutes cases work.
class Cases {
 public:
  explicit Cases(Minutes horizon) : changes_(static_cast<std::size_t>(horizon) + 1, 0) {}
  /// One case: it works in [0, until) but for the blocked intervals.
  void add(Minutes until, const std::vector<Interval>& blocked) {
    ++count_;
    Minutes from = 0;
    for (const Interval gap : blocked) {
      put(from, std::min(gap.start, until));
      from = std::max(from, gap.end);
    }
    put(from, until);
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::optional<Minutes> latest_at(double share) const { return latest(changes_, count_, share); }
  /// In how many cases it works in a minute.
  [[nodiscard]] double working(Minutes minute) const {
    std::int64_t sum = 0;
    const auto last = std::min<std::size_t>(changes_.size(), static_cast<std::size_t>(minute) + 1);
    for (std::size_t t = 0; t < last; ++t) sum += changes_[t];
    return minute + 1 >= static_cast<Minutes>(changes_.size()) ? 0 : static_cast<double>(sum);
  }

 private:
  void put(Minutes from, Minutes until) {
    until = std::min(until, static_cast<Minutes>(changes_.size()) - 1);
    if (from >= until) return;
    ++changes_[static_cast<std::size_t>(from)];
    --changes_[static_cast<std::size_t>(until)];
  }
  std::size_t count_ = 0;
  std::vector<std::int64_t> changes_;
};

/// A drawn time in minutes, or 0 where there is none.
class DrawnTime {
 public:
  static Result<DrawnTime> of(const World& world, region::ParameterId id) {
    DrawnTime out;
    if (!id.valid()) return out;
    const region::Parameter& parameter = world.region.parameters[id.index()];
    TRY(out.figure_, region::DrawnFigure::of(parameter, world.compiled.program.seed));
    out.per_unit_ = parameter.unit == region::Unit::minutes ? 1 : minutes_per_hour;
    return out;
  }
  [[nodiscard]] Minutes minutes(std::uint32_t replica, StableId entity, std::uint32_t number) const {
    if (!figure_) return 0;
    return static_cast<Minutes>(std::floor(figure_->value(replica, entity, Purpose::people, number) * per_unit_ + 0.5));
  }

 private:
  std::optional<region::DrawnFigure> figure_;
  double per_unit_ = minutes_per_hour;
};

/// Daily need of everyone: leaves with the people behind them.
struct NeedParts {
  std::vector<std::size_t> leaves;
  std::int64_t residents = 0;
};
NeedParts parts_of(const World& world, region::ServiceId need) {
  NeedParts out;
  const auto& leaves = world.compiled.map.zone_components;
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
    const auto& heads = world.population.heads(leaf);
    if (leaves[leaf].need != need || heads.empty() || heads.front().row != 0) continue;
    out.leaves.push_back(leaf);
    out.residents += heads.front().heads;
  }
  return out;
}

/// Residents without a need in a minute whose own reserve is spent, in millionths.
std::int64_t unmet_at(const World& world, const NeedParts& need, std::uint32_t replica, Minutes minute) {
  std::int64_t sum = 0;
  for (const std::size_t leaf : need.leaves) {
    const people::Heads& heads = world.population.heads(leaf).front();
    Minutes unserved = 0;
    for (const Interval down : world.record.down(world.compiled.map.zone_components[leaf].component, replica)) {
      if (minute < down.start) break;
      if (minute < down.end) {
        sum += heads.heads * world.population.reserve(heads.reserve).unmet(unserved + minute - down.start);
        break;
      }
      unserved += down.end - down.start;
    }
  }
  return sum;
}

/// The first minute in which the need of half of the residents is unmet: looked for hour by hour, then to the minute.
std::optional<Minutes> half_unmet(const World& world, const NeedParts& need, std::uint32_t replica) {
  const auto half = [&](Minutes minute) {
    return 2 * unmet_at(world, need, replica, minute) >= need.residents * people::ppm;
  };
  if (need.residents == 0) return std::nullopt;
  for (Minutes hour = 0; hour < world.record.horizon(); hour += minutes_per_hour) {
    if (!half(hour)) continue;
    Minutes minute = std::max(0, hour - minutes_per_hour + 1);
    while (minute < hour && !half(minute)) ++minute;
    return minute;
  }
  return std::nullopt;
}

/// The generators of an asset, as indices in the program's back-ups.
std::vector<std::size_t> generators_of(const cascade::Program& program, Component component) {
  std::vector<std::size_t> out;
  for (std::uint32_t need = program.need_begin[component]; need < program.need_begin[component + 1]; ++need)
    for (std::uint32_t b = program.backup_begin[need]; b < program.backup_begin[need + 1]; ++b)
      if (program.backups[b].kind == cascade::BackupKind::generator) out.push_back(b);
  return out;
}

/// Fuel helps an asset only if one of its generators started and still ran when its tank was empty.
bool ran_dry(const cascade::Program& program, cascade::ReplicaWords words, const std::vector<std::size_t>& generators,
             Minutes fails) {
  return std::any_of(generators.begin(), generators.end(), [&](std::size_t index) {
    const cascade::BackupDraw drawn = cascade::draw_backup(program, words, index);
    return drawn.starts && drawn.run > drawn.capacity && fails >= drawn.capacity;
  });
}

void finish(DecisionResult& out, const Cases& called, const Cases& agreed, std::size_t possible, double worth) {
  out.needed = possible > 0 ? static_cast<double>(called.count()) / static_cast<double>(possible) : 0;
  out.latest_95 = called.latest_at(0.95);
  out.latest_50 = called.latest_at(0.5);
  out.agreed_95 = agreed.latest_at(0.95);
  out.agreed_50 = agreed.latest_at(0.5);
  const Minutes from = out.latest_95.value_or(out.latest_50.value_or(0));
  out.lost_per_hour = worth * std::max(0.0, called.working(from) - called.working(from + minutes_per_hour));
}

Result<DecisionResult> in_time(const World& world, std::size_t index) {
  const region::Decision& row = world.region.decisions[index];
  const cascade::DownRecord& record = world.record;
  const StableId entity = stable_id("decisions/" + row.id);
  TRY(const DrawnTime lead, DrawnTime::of(world, row.lead));
  TRY(const DrawnTime until, DrawnTime::of(world, row.until));
  std::vector<Weighted> carriers;
  if (row.through)
    for (std::size_t a = 0; a < world.region.assets.size(); ++a)
      if (world.region.assets[a].service == *row.through && !world.region.assets[a].external)
        carriers.push_back({ComponentMap::of(region::AssetId(a)), 1});
  const auto targets = row.target ? region::select(*row.target, world.region) : std::vector<region::AssetId>{};
  const NeedParts need = row.need ? parts_of(world, *row.need) : NeedParts{};
  const cascade::Program& program = world.compiled.program;
  const bool fuel = row.kind == region::DecisionKind::fuel;
  std::vector<std::vector<std::size_t>> generators;
  if (fuel)
    for (const region::AssetId asset : targets) generators.push_back(generators_of(program, ComponentMap::of(asset)));
  Cases called(record.horizon());
  Cases agreed(record.horizon());
  std::size_t possible = 0;
  for (std::uint32_t r = 0; r < record.replicas(); ++r) {
    const auto blocked = mostly_down(record, carriers, static_cast<std::int64_t>(carriers.size()), 0.5, r);
    const Minutes takes = lead.minutes(r, entity, 0);
    // It works in minute t when t + lead <= limit.
    const auto add = [&](Minutes limit) {
      called.add(limit - takes + 1, blocked);
      agreed.add(limit - takes + 1, {});
    };
    if (row.target) {
      const auto shared = fuel ? cascade::group_words(program, r) : std::vector<std::uint32_t>{};
      for (std::size_t i = 0; i < targets.size(); ++i) {
        ++possible;
        const Minutes fails = record.first_down(ComponentMap::of(targets[i]), r);
        if (fails >= record.horizon()) continue;
        if (!fuel || ran_dry(program, {.replica = r, .shared = shared.data()}, generators[i], fails)) add(fails);
      }
    } else if (row.need) {
      ++possible;
      if (const auto limit = half_unmet(world, need, r)) add(*limit);
    } else {
      ++possible;
      add(until.minutes(r, entity, 1));
    }
  }
  DecisionResult out;
  out.decision = index;
  const auto replicas = static_cast<double>(record.replicas());
  const double worth =
      row.need ? static_cast<double>(need.residents) / replicas
               : (row.target ? 1 / replicas : 100 / static_cast<double>(std::max<std::size_t>(1, possible)));
  finish(out, called, agreed, possible, worth);
  return out;
}

/// The minutes at which warnings are looked at.
std::vector<Minutes> grid(Minutes horizon) {
  std::vector<Minutes> out;
  for (Minutes t = 0; t < horizon; t += t < 24 * minutes_per_hour ? 15 : minutes_per_hour) out.push_back(t);
  return out;
}

/// Of the best channel of a warning sent in a minute: in how many replicas half of those whom it could reach are
/// reached, and how many residents on average.
struct WarningAt {
  std::vector<char> works;  ///< by replica
  double residents = 0;
};

WarningAt warn(const ReadyChannels& ready, const std::vector<const ReadyChannel*>& channels,
               const std::vector<Minutes>& takes, Minutes minute) {
  const std::uint32_t replicas = ready.replicas();
  const Minutes last = std::max(0, ready.world().record.horizon() - 1);
  WarningAt out{std::vector<char>(replicas, 0), 0};
  std::vector<double> best(replicas, 0);
  // Preparing a warning takes as long for all replicas as in the middle one: a moment is worked out for all at once.
  const Minutes sent = std::min(last, minute + takes[takes.size() / 2]);
  for (const ReadyChannel* channel : channels) {
    const auto sending = ready.sending(*channel, sent, replicas);
    const auto moment = ready.moment(std::min(last, sent + channel->delay), replicas, channel->supply.has_value());
    std::vector<double> reached(replicas, 0);
    double could = 0;
    std::vector<float> value;
    for (std::size_t z = 0; z < ready.world().region.zones.size(); ++z) {
      const double residents = ready.world().region.zones[z].residents;
      if (residents <= 0 || !ready.speaks_to(*channel, z)) continue;
      ready.reached(*channel, z, sending, moment, value);
      could += residents;
      for (std::uint32_t r = 0; r < replicas; ++r) reached[r] += residents * static_cast<double>(value[r]);
    }
    for (std::uint32_t r = 0; r < replicas; ++r) {
      if (reached[r] >= 0.5 * could * static_cast<double>(channel->audience[r]) && reached[r] > 0) out.works[r] = 1;
      best[r] = std::max(best[r], reached[r]);
    }
  }
  out.residents = std::accumulate(best.begin(), best.end(), 0.0) / std::max(1U, replicas);
  return out;
}

Result<DecisionResult> warning(const ReadyChannels& ready, std::size_t index, std::size_t threads) {
  const World& world = ready.world();
  const region::Decision& row = world.region.decisions[index];
  TRY(const DrawnTime lead, DrawnTime::of(world, row.lead));
  std::vector<Minutes> takes;
  for (std::uint32_t r = 0; r < ready.replicas(); ++r)
    takes.push_back(lead.minutes(r, stable_id("decisions/" + row.id), 0));
  std::sort(takes.begin(), takes.end());
  std::vector<const ReadyChannel*> channels;
  for (const ReadyChannel& channel : ready.channels())
    if (std::find(row.channels.begin(), row.channels.end(), channel.index) != row.channels.end())
      channels.push_back(&channel);
  const auto minutes = grid(world.record.horizon());
  std::vector<WarningAt> at;
  const auto share = [&](std::size_t i) {
    return static_cast<double>(std::count(at[i].works.begin(), at[i].works.end(), 1)) /
           static_cast<double>(ready.replicas());
  };
  // Some minutes at a time, up to an hour after it works in less than half of the replicas: what is asked lies before.
  std::optional<Minutes> stops;
  while (at.size() < minutes.size() && (!stops || minutes[at.size()] <= *stops + minutes_per_hour)) {
    const std::size_t first = at.size();
    at.resize(std::min(minutes.size(), first + 8));
    parallel_for(threads, at.size() - first,
                 [&](std::size_t, std::size_t i) { at[first + i] = warn(ready, channels, takes, minutes[first + i]); });
    for (std::size_t i = first; i < at.size() && !stops; ++i)
      if (share(i) < 0.5) stops = minutes[i];
  }
  DecisionResult out;
  out.decision = index;
  out.needed = 1;
  const auto last_with = [&](double wanted) -> std::optional<Minutes> {
    std::optional<Minutes> last;
    for (std::size_t i = 0; i < at.size() && share(i) >= wanted; ++i) last = minutes[i];
    return last;
  };
  out.latest_95 = last_with(0.95);
  out.latest_50 = last_with(0.5);
  const Minutes from = out.latest_95.value_or(out.latest_50.value_or(0));
  const auto residents = [&](Minutes minute) {
    const auto known = minutes.begin() + static_cast<std::ptrdiff_t>(at.size());
    const auto found = std::upper_bound(minutes.begin(), known, minute) - minutes.begin();
    return found > 0 ? at[static_cast<std::size_t>(found - 1)].residents : 0;
  };
  out.lost_per_hour = std::max(0.0, residents(from) - residents(from + minutes_per_hour));
  return out;
}

}  // namespace

std::optional<Minutes> latest(const std::vector<std::int64_t>& changes, std::size_t cases, double share) {
  std::optional<Minutes> out;
  if (cases == 0) return out;
  std::int64_t working = 0;
  // The end of the last interval is no minute of the scenario.
  for (std::size_t t = 0; t + 1 < changes.size(); ++t) {
    working += changes[t];
    if (static_cast<double>(working) < share * static_cast<double>(cases)) break;
    out = static_cast<Minutes>(t);
  }
  return out;
}

Result<std::vector<DecisionResult>> decision_clock(const ReadyChannels& channels, std::size_t threads) {
  const World& world = channels.world();
  std::vector<DecisionResult> out;
  for (std::size_t i = 0; i < world.region.decisions.size(); ++i) {
    if (world.region.decisions[i].kind == region::DecisionKind::warning) {
      TRY(auto row, warning(channels, i, threads));
      out.push_back(std::move(row));
    } else {
      TRY(auto row, in_time(world, i));
      out.push_back(std::move(row));
    }
  }
  return out;
}

}  // namespace veer::reach
