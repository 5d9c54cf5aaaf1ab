#pragma once

#include <cstdint>
#include <vector>

#include "reach/channels.hpp"

namespace veer::reach {

/// What is asked of a message plan.
struct PlanQuestion {
  std::size_t messages = 3;      ///< at most so many are sent
  Minutes deadline = 12 * 60;    ///< they must have come in by then
  Minutes step = 15;             ///< a message can go out at every multiple of it, 0 included
  std::uint32_t replicas = 128;  ///< of the record, the first ones
  /// Also asked: what as many messages reach when none goes out before these minutes.
  std::vector<Minutes> starts{0, 60, 120, 240, 480};
};

struct PlannedMessage {
  std::size_t channel = 0;  ///< in Region::channels
  Minutes sent = 0;
  Minutes comes_in = 0;
  double gained = 0;   ///< residents, mean over replicas, whom no message before it reaches
  double reached = 0;  ///< with all before it
};

/// Which messages reach most people in time.
///
/// The number of residents reached by a set of messages is monotone and submodular (docs/method/reach.md): choosing the
/// message that adds most, again and again, reaches at least 1 − 1/e of the best choice, and `bound` says how much any
/// choice could reach at most.
struct MessagePlan {
  std::vector<PlannedMessage> messages;  ///< in the order in which they were chosen
  Spread reached;                        ///< residents
  double bound = 0;                      ///< residents, mean over replicas: no choice of as many messages reaches more
  double everything = 0;                 ///< residents, if every channel sent at every step
  struct Start {
    Minutes sent = 0;
    double reached = 0;
  };
  std::vector<Start> starts;
};

/// @param threads  the result is the same on any number
[[nodiscard]] MessagePlan plan_messages(const ReadyChannels& channels, const PlanQuestion& question,
                                        std::size_t threads);

}  // namespace veer::reach
