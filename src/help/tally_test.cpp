#include <doctest/doctest.h>

#include <array>

#include "base/random.hpp"
#include "help/tally.hpp"

using namespace veer;
using help::Capacity;
using help::Queue;
using help::Tally;

TEST_CASE("help: neighbours first, then volunteers, then visits, each getting whom the one before left") {
  // 100 people lack water, of whom people can relieve 60; 10 lack food, all of whom can be helped.
  std::array<Tally, 2> needs{Tally{.unmet = 100, .most_helped = 60, .most_at_points = 30},
                             Tally{.unmet = 10, .most_helped = 10, .most_at_points = 0}};
  share_out(needs, {.neighbours = 40, .volunteers = 25});
  CHECK(needs[0].neighbours == 40);
  CHECK(needs[0].volunteers == 20);  // of 60 that can be helped
  CHECK(needs[0].points == 30);
  CHECK(needs[0].left() == 10);
  CHECK(needs[1].neighbours == 0);  // the neighbours are busy
  CHECK(needs[1].volunteers == 5);  // what is left of 25
  CHECK(needs[1].left() == 5);
}

TEST_CASE("help: nobody is helped twice, nobody is lost and no helper works twice, whatever is asked") {
  for (std::uint32_t n = 0; n < 2000; ++n) {
    const auto word = [n](std::uint32_t i) {
      return static_cast<std::int64_t>(draw(7, n, StableId{1}, Purpose::people, i) % 1000);
    };
    std::array<Tally, 3> needs{};
    for (std::uint32_t i = 0; i < 3; ++i)
      needs[i] = {.unmet = word(4 * i), .most_helped = word(4 * i + 1), .most_at_points = word(4 * i + 2)};
    const Capacity capacity{word(20), word(21)};
    share_out(needs, capacity);
    std::int64_t by_neighbours = 0;
    std::int64_t by_volunteers = 0;
    for (const Tally& need : needs) {
      CHECK(need.neighbours >= 0);
      CHECK(need.volunteers >= 0);
      CHECK(need.points >= 0);
      CHECK(need.left() >= 0);
      CHECK(need.neighbours + need.volunteers + need.points + need.left() == need.unmet);
      CHECK(need.neighbours + need.volunteers <= need.most_helped);
      by_neighbours += need.neighbours;
      by_volunteers += need.volunteers;
    }
    CHECK(by_neighbours <= capacity.neighbours);
    CHECK(by_volunteers <= capacity.volunteers);
  }
}

TEST_CASE("queue: who cannot be served in the hour waits, and goes home when the point closes") {
  Queue queue;
  CHECK(queue.step(50, true, 60).served == 50);
  CHECK(queue.waiting == 0);
  CHECK(queue.step(100, true, 60).served == 60);
  CHECK(queue.waiting == 40);
  CHECK(queue.step(10, true, 60).served == 50);
  CHECK(queue.waiting == 0);
  CHECK(queue.step(80, true, 60).served == 60);
  const auto closed = queue.step(5, false, 60);
  CHECK(closed.served == 0);
  CHECK(closed.turned_away == 25);
  CHECK(queue.waiting == 0);
  CHECK(queue.step(70, true, -1).served == 70);  // no limit known
}

TEST_CASE("queue: every visitor is served, sent home or still waiting") {
  Queue queue;
  std::int64_t arrived = 0;
  std::int64_t gone = 0;
  for (std::uint32_t hour = 0; hour < 500; ++hour) {
    const std::int64_t arriving = draw(3, hour, StableId{2}, Purpose::people, 0) % 200;
    const bool open = draw(3, hour, StableId{2}, Purpose::people, 1) % 3 != 0;
    const auto step = queue.step(arriving, open, 70);
    CHECK(step.served <= 70);
    arrived += arriving;
    gone += step.served + step.turned_away;
  }
  CHECK(arrived == gone + queue.waiting);
}
