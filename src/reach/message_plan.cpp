#include "reach/message_plan.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

#include "base/parallel.hpp"

namespace veer::reach {

namespace {

struct Candidate {
  std::size_t channel = 0;  ///< in ReadyChannels::channels()
  Minutes sent = 0;
};

/// Everything that candidates are judged on.
class Desk {
 public:
  Desk(const ReadyChannels& ready, const PlanQuestion& question, std::size_t threads)
      : ready_(ready), replicas_(std::min(question.replicas, ready.replicas())), threads_(threads) {
    const Minutes last = std::min(question.deadline, std::max(0, ready.world().record.horizon() - 1));
    for (std::size_t c = 0; c < ready.channels().size(); ++c)
      for (Minutes sent = 0; sent + ready.channels()[c].delay <= last; sent += question.step)
        candidates_.push_back({c, sent});
    // By minute first: of equals the earlier message wins.
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.sent < b.sent; });
    std::map<Minutes, std::size_t> known;
    std::vector<Minutes> minutes;
    for (const Candidate& candidate : candidates_) {
      const Minutes in = candidate.sent + ready.channels()[candidate.channel].delay;
      const auto [found, fresh] = known.emplace(in, minutes.size());
      if (fresh) minutes.push_back(in);
      moment_of_.push_back(found->second);
    }
    moments_.resize(minutes.size());
    parallel_for(threads, minutes.size(),
                 [&](std::size_t, std::size_t i) { moments_[i] = ready.moment(minutes[i], replicas_); });
  }

  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }
  [[nodiscard]] const ReadyChannels& ready() const { return ready_; }
  [[nodiscard]] std::uint32_t replicas() const { return replicas_; }
  [[nodiscard]] std::size_t threads() const { return threads_; }
  [[nodiscard]] const region::Region& region() const { return ready_.world().region; }

  /// Calls visit(zone, share by replica) for each zone the candidate speaks to.
  template <class Visit>
  void each_zone(std::size_t candidate, Visit&& visit) const {
    const Candidate& row = candidates_[candidate];
    const ReadyChannel& channel = ready_.channels()[row.channel];
    const std::vector<float> sending = ready_.sending(channel, row.sent, replicas_);
    std::vector<float> value;
    for (std::size_t z = 0; z < region().zones.size(); ++z) {
      if (region().zones[z].residents <= 0 || !ready_.speaks_to(channel, z)) continue;
      ready_.reached(channel, z, sending, moments_[moment_of_[candidate]], value);
      visit(z, value);
    }
  }

 private:
  const ReadyChannels& ready_;
  std::uint32_t replicas_;
  std::size_t threads_;
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> moment_of_;
  std::vector<ReadyChannels::Moment> moments_;
};

/// The messages chosen so far: by line the best share, zones × replicas.
class Chosen {
 public:
  explicit Chosen(const Desk& desk) : desk_(desk) {}

  /// Residents that a candidate adds, mean over replicas.
  [[nodiscard]] double gain(std::size_t candidate) const {
    const std::uint32_t replicas = desk_.replicas();
    const std::size_t line = line_of(candidate);
    const auto own = lines_.find(line);
    double sum = 0;
    std::vector<float> rest(replicas);
    desk_.each_zone(candidate, [&](std::size_t z, const std::vector<float>& value) {
      std::fill(rest.begin(), rest.end(), 1.0F);
      for (const auto& [other, best] : lines_)
        if (other != line)
          for (std::uint32_t r = 0; r < replicas; ++r) rest[r] *= 1 - best[z * replicas + r];
      double zone = 0;
      for (std::uint32_t r = 0; r < replicas; ++r) {
        const float before = own == lines_.end() ? 0.0F : own->second[z * replicas + r];
        zone += static_cast<double>(rest[r] * std::max(0.0F, value[r] - before));
      }
      sum += zone * desk_.region().zones[z].residents;
    });
    return sum / replicas;
  }

  void add(std::size_t candidate) {
    const std::uint32_t replicas = desk_.replicas();
    std::vector<float>& best = lines_[line_of(candidate)];
    best.resize(desk_.region().zones.size() * replicas, 0);
    desk_.each_zone(candidate, [&](std::size_t z, const std::vector<float>& value) {
      for (std::uint32_t r = 0; r < replicas; ++r) best[z * replicas + r] = std::max(best[z * replicas + r], value[r]);
    });
  }

  /// Residents reached, by replica.
  [[nodiscard]] std::vector<double> reached() const {
    const std::uint32_t replicas = desk_.replicas();
    std::vector<double> out(replicas, 0);
    for (std::size_t z = 0; z < desk_.region().zones.size(); ++z)
      for (std::uint32_t r = 0; r < replicas; ++r) {
        float missed = 1;
        for (const auto& [line, best] : lines_) missed *= 1 - best[z * replicas + r];
        out[r] += desk_.region().zones[z].residents * (1 - static_cast<double>(missed));
      }
    return out;
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t candidate) const {
    return desk_.ready().channels()[desk_.candidates()[candidate].channel].line;
  }

  const Desk& desk_;
  std::map<std::size_t, std::vector<float>> lines_;
};

double mean(const std::vector<double>& values) {
  return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Gains below this many residents are none: they are rounding.
constexpr double least_gain = 1e-6;

/// The message that adds most, again and again. A gain only shrinks as messages are added, so an old one is a bound:
/// only what could still be the best is looked at again.
std::vector<std::size_t> choose(const Desk& desk, const std::vector<double>& singles, std::size_t messages,
                                Minutes not_before, Chosen& chosen) {
  std::vector<double> most = singles;
  std::vector<std::size_t> fresh_at(singles.size(), 0);
  std::vector<std::size_t> out;
  while (out.size() < messages) {
    std::size_t best = singles.size();
    for (;;) {
      best = singles.size();
      for (std::size_t i = 0; i < most.size(); ++i)
        if (desk.candidates()[i].sent >= not_before && (best == singles.size() || most[i] > most[best])) best = i;
      if (best == singles.size() || fresh_at[best] == out.size()) break;
      most[best] = chosen.gain(best);
      fresh_at[best] = out.size();
    }
    if (best == singles.size() || most[best] < least_gain) break;
    chosen.add(best);
    out.push_back(best);
    most[best] = 0;
  }
  return out;
}

std::vector<double> gains(const Desk& desk, const Chosen& chosen) {
  std::vector<double> out(desk.candidates().size());
  parallel_for(desk.threads(), out.size(), [&](std::size_t, std::size_t i) { out[i] = chosen.gain(i); });
  return out;
}

double largest_sum(std::vector<double> values, std::size_t count) {
  std::sort(values.begin(), values.end(), std::greater<>());
  values.resize(std::min(count, values.size()));
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

MessagePlan plan_messages(const ReadyChannels& ready, const PlanQuestion& question, std::size_t threads) {
  const Desk desk(ready, question, threads);
  MessagePlan out;
  const std::vector<double> singles = gains(desk, Chosen(desk));
  Chosen all(desk);
  for (std::size_t i = 0; i < singles.size(); ++i) all.add(i);
  out.everything = mean(all.reached());

  Chosen chosen(desk);
  Chosen replayed(desk);
  double so_far = 0;
  for (const std::size_t i : choose(desk, singles, question.messages, 0, chosen)) {
    replayed.add(i);
    const double reached = mean(replayed.reached());
    const Candidate& row = desk.candidates()[i];
    const ReadyChannel& channel = ready.channels()[row.channel];
    out.messages.push_back({channel.index, row.sent, row.sent + channel.delay, reached - so_far, reached});
    so_far = reached;
  }
  out.reached = spread(chosen.reached());
  // No set of k messages can add more than the k largest gains together, neither to nothing nor to what is chosen.
  const double bound = std::min(largest_sum(singles, question.messages),
                                out.reached.mean + largest_sum(gains(desk, chosen), question.messages));
  out.bound = std::max(out.reached.mean, std::min(bound, out.everything));
  for (const Minutes start : question.starts) {
    if (start > question.deadline) continue;
    Chosen late(desk);
    choose(desk, singles, question.messages, start, late);
    out.starts.push_back({start, mean(late.reached())});
  }
  return out;
}

}  // namespace veer::reach
