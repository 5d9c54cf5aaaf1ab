#include "ensemble/company.hpp"

#include <doctest/doctest.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "ensemble/checkpoint.hpp"
#include "ensemble/hourly.hpp"
#include "support/ready_region.hpp"

using namespace veer;
using ensemble::Company;
using ensemble::Outcome;
using ensemble::Settings;
using test::ReadyRegion;

namespace {

/// Files in memory that several processes share.
struct Files {
  std::mutex guard;
  std::map<std::string, std::string> bytes;
  std::map<std::string, std::string> first;  ///< what was written first under each name
};

class MemoryStore : public ensemble::Store {
 public:
  explicit MemoryStore(Files& files) : files_(files) {}
  Result<std::vector<std::string>> names() override {
    const std::lock_guard lock(files_.guard);
    std::vector<std::string> out;
    for (const auto& [name, bytes] : files_.bytes) out.push_back(name);
    return out;
  }
  Result<std::string> read(const std::string& name) override {
    const std::lock_guard lock(files_.guard);
    return files_.bytes.at(name);
  }
  Done write(const std::string& name, std::string_view bytes) override {
    if (full) return fail({ErrorKind::unavailable, {"test.full", {}}, {.file = name}, {}});
    const std::lock_guard lock(files_.guard);
    files_.bytes[name] = bytes;
    files_.first.emplace(name, bytes);
    ++writes;
    return {};
  }
  Done remove(const std::string& name) override {
    const std::lock_guard lock(files_.guard);
    files_.bytes.erase(name);
    return {};
  }
  std::string shown(const std::string& name) const override { return "kept/" + name; }
  bool due() override { return always_due; }
  void found(std::uint32_t replicas) override { found_replicas = replicas; }

  bool full = false;
  bool always_due = false;
  int writes = 0;
  std::uint32_t found_replicas = 0;

 private:
  Files& files_;
};

/// Messages between processes that are threads here.
class Post {
 public:
  void put(std::uint32_t from, std::uint32_t to, std::string_view bytes) {
    const std::lock_guard lock(guard_);
    letters_[{from, to}].emplace_back(bytes);
    arrived_.notify_all();
  }
  std::string get(std::uint32_t from, std::uint32_t to) {
    std::unique_lock lock(guard_);
    auto& box = letters_[{from, to}];
    arrived_.wait(lock, [&box] { return !box.empty(); });
    std::string out = std::move(box.front());
    box.pop_front();
    return out;
  }

 private:
  std::mutex guard_;
  std::condition_variable arrived_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::deque<std::string>> letters_;
};

class ThreadPeers : public ensemble::Peers {
 public:
  ThreadPeers(Post& post, std::uint32_t rank, std::uint32_t size) : post_(post), rank_(rank), size_(size) {}
  std::uint32_t rank() const override { return rank_; }
  std::uint32_t size() const override { return size_; }
  void send(std::uint32_t to, std::string_view bytes) override { post_.put(rank_, to, bytes); }
  std::string receive(std::uint32_t from) override { return post_.get(from, rank_); }

 private:
  Post& post_;
  std::uint32_t rank_;
  std::uint32_t size_;
};

/// Everything that an outcome tells, as bytes and words to compare.
void check_same(const Outcome& a, const Outcome& b) {
  REQUIRE(a.replicas == b.replicas);
  const auto bytes = [](const Outcome& outcome) {
    const ensemble::Kept all{{0, outcome.replicas}, 0};
    return ensemble::to_bytes({}, outcome, {&all, outcome.replicas == 0 ? 0U : 1U});
  };
  CHECK((bytes(a) == bytes(b)));
  CHECK(a.cancelled == b.cancelled);
  CHECK(a.curved == b.curved);
  CHECK(a.explained == b.explained);
  CHECK(a.numbers == b.numbers);
  CHECK(a.limiting == b.limiting);
  CHECK(a.deadlocked == b.deadlocked);
  CHECK(a.paired_total_h == b.paired_total_h);
  CHECK(a.group_draws == b.group_draws);
}

/// Stops after so many batches.
std::function<bool()> after(int batches) {
  return [left = batches]() mutable { return left-- <= 0; };
}

/// The outcome of process 0 of several that share the work.
/// @param change  what is different for a process
Result<Outcome> together(const ReadyRegion& ready, std::uint32_t size, Files* files, const Settings& settings,
                         const std::function<void(std::uint32_t rank, Settings&)>& change = {}) {
  Post post;
  Result<Outcome> out;
  {
    std::vector<std::jthread> ranks;
    for (std::uint32_t rank = 0; rank < size; ++rank)
      ranks.emplace_back([&, rank] {
        Settings own = settings;
        if (change) change(rank, own);
        ThreadPeers peers(post, rank, size);
        std::optional<MemoryStore> store;
        if (files != nullptr) store.emplace(*files);
        auto done = ensemble::run(ready.world(), own, {.store = store ? &*store : nullptr, .peers = &peers});
        if (rank == 0) out = std::move(done);
      });
  }
  return out;
}

Outcome good(Result<Outcome> outcome) {
  REQUIRE(outcome.has_value());
  return *std::move(outcome);
}

}  // namespace

TEST_CASE("company: two, three and seven processes give what one gives") {
  const ReadyRegion ready(test::busy_region());
  for (const std::uint32_t replicas : {200U, 5500U}) {
    const Outcome alone = ensemble::run(ready.world(), {.replicas = replicas, .threads = 2});
    for (const std::uint32_t size : {2U, 3U, 7U})
      check_same(alone, good(together(ready, size, nullptr, {.replicas = replicas})));
  }
}

TEST_CASE("company: processes stop together once the asked error is reached") {
  const ReadyRegion ready(test::busy_region());
  const Settings settings{.replicas = 5000, .relative_error = 0.04};
  const Outcome alone = ensemble::run(ready.world(), settings);
  CHECK(alone.replicas > 128);
  CHECK(alone.replicas < 5000);
  check_same(alone, good(together(ready, 3, nullptr, settings)));
}

TEST_CASE("company: a run that was cancelled goes on from its store and ends like one that was not") {
  const ReadyRegion ready(test::busy_region());
  const Outcome whole = ensemble::run(ready.world(), {.replicas = 300});
  Files files;
  MemoryStore store(files);
  const Outcome part = good(ensemble::run(ready.world(), {.replicas = 300, .cancelled = after(4)}, {.store = &store}));
  CHECK(part.cancelled);
  CHECK(part.replicas == 128);
  CHECK(part.numbers.empty());
  MemoryStore later(files);
  check_same(whole, good(ensemble::run(ready.world(), {.replicas = 300}, {.store = &later})));
  CHECK(later.found_replicas == 128);
  // Once more: everything is there.
  check_same(whole, good(ensemble::run(ready.world(), {.replicas = 300}, {.store = &later})));
  CHECK(later.found_replicas == 300);
}

TEST_CASE("company: more replicas than before go on from there, over the border of the curves too") {
  const ReadyRegion ready(test::busy_region());
  Files files;
  MemoryStore store(files);
  for (const std::uint32_t replicas : {50U, 4000U, 4500U, 6001U})
    check_same(ensemble::run(ready.world(), {.replicas = replicas, .threads = 2}),
               good(ensemble::run(ready.world(), {.replicas = replicas, .threads = 2}, {.store = &store})));
  CHECK(store.found_replicas == 4500);
  const auto fewer = ensemble::run(ready.world(), {.replicas = 6000}, {.store = &store});
  REQUIRE_FALSE(fewer.has_value());
  CHECK(fewer.error().message == Message{"ensemble.checkpoint.more", {"6001", "6000"}});
}

TEST_CASE("company: with an error to reach it goes on as if it had not stopped") {
  const ReadyRegion ready(test::busy_region());
  Settings settings{.replicas = 5000, .relative_error = 0.04};
  const Outcome alone = ensemble::run(ready.world(), settings);
  Files files;
  MemoryStore store(files);
  settings.cancelled = after(6);
  CHECK(good(ensemble::run(ready.world(), settings, {.store = &store})).cancelled);
  settings.cancelled = {};
  check_same(alone, good(ensemble::run(ready.world(), settings, {.store = &store})));
}

TEST_CASE("company: what several processes left is found by another number of them") {
  const ReadyRegion ready(test::busy_region());
  const Outcome whole = ensemble::run(ready.world(), {.replicas = 700});
  Files files;
  const Outcome part = good(together(ready, 3, &files, {.replicas = 700}, [](std::uint32_t rank, Settings& settings) {
    if (rank == 1) settings.cancelled = after(2);
  }));
  CHECK(part.cancelled);
  CHECK(part.replicas < 700);
  check_same(whole, good(together(ready, 2, &files, {.replicas = 700})));
  CHECK(files.bytes.size() == 1);
}

TEST_CASE("company: files of processes that were lost are put together, whichever are missing") {
  const ReadyRegion ready(test::busy_region());
  const Outcome whole = ensemble::run(ready.world(), {.replicas = 700});
  Files written;
  static_cast<void>(together(ready, 3, &written, {.replicas = 700}, [](std::uint32_t rank, Settings& settings) {
    settings.cancelled = after(rank == 2 ? 1 : 3);
  }));
  // As when all were killed before process 0 put the parts together.
  REQUIRE(written.first.size() == 3);
  for (const char* lost : {"", "rank-000000.part", "rank-000001.part", "rank-000002.part"}) {
    Files files;
    files.bytes = written.first;
    files.bytes.erase(lost);
    MemoryStore store(files);
    check_same(whole, good(ensemble::run(ready.world(), {.replicas = 700}, {.store = &store})));
    CHECK(store.found_replicas == (lost == std::string() ? 7 : lost == std::string("rank-000002.part") ? 6 : 4) * 32);
    CHECK(files.bytes.size() == 1);
  }
}

TEST_CASE("company: what was done in no order is told by its numbers when cancelled") {
  const ReadyRegion ready(test::busy_region());
  const auto outcome = good(together(ready, 2, nullptr, {.replicas = 256}, [](std::uint32_t rank, Settings& settings) {
    settings.cancelled = after(rank == 0 ? 1 : 3);
  }));
  CHECK(outcome.cancelled);
  // Process 0 did batch 0, process 1 the batches 1, 3 and 5.
  CHECK(outcome.replicas == 128);
  CHECK(outcome.number(63) == 63);
  CHECK(outcome.number(64) == 96);
  CHECK(outcome.number(127) == 191);
  const auto whole = ensemble::run(ready.world(), {.replicas = 256});
  for (std::size_t r = 0; r < 128; ++r) {
    CHECK(outcome.total_unmet_h[r] == whole.total_unmet_h[outcome.number(r)]);
    CHECK(outcome.asset_down[1][r] == whole.asset_down[1][outcome.number(r)]);
    CHECK(outcome.group_draws[r] == whole.group_draws[outcome.number(r)]);
  }
}

TEST_CASE("company: writing as often as it can changes nothing") {
  const ReadyRegion ready(test::busy_region());
  Files files;
  MemoryStore store(files);
  store.always_due = true;
  check_same(ensemble::run(ready.world(), {.replicas = 5200}),
             good(ensemble::run(ready.world(), {.replicas = 5200}, {.store = &store})));
  CHECK(store.writes > ensemble::curve_replicas / ensemble::Hourly::lanes);
}

TEST_CASE("company: files of another run are refused with both names") {
  const ReadyRegion ready(test::busy_region());
  Files files;
  MemoryStore store(files);
  static_cast<void>(good(ensemble::run(ready.world(), {.replicas = 40, .label = "storm"}, {.store = &store})));
  const auto other = ensemble::run(ready.world(), {.replicas = 40, .label = "flood"}, {.store = &store});
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().message == Message{"ensemble.checkpoint.other_run", {"flood", "storm"}});
  CHECK(other.error().place.file == "kept/rank-000000.part");
  // The same name, but another seed, or one resident more.
  const ReadyRegion reseeded(test::busy_region(), 6);
  CHECK_FALSE(ensemble::run(reseeded.world(), {.replicas = 40, .label = "storm"}, {.store = &store}).has_value());
  const ReadyRegion grown(test::busy_region().zone("b2", 1));
  CHECK_FALSE(ensemble::run(grown.world(), {.replicas = 40, .label = "storm"}, {.store = &store}).has_value());
}

TEST_CASE("company: the same replicas in two files are refused, a file that says nothing new is dropped") {
  const ReadyRegion ready(test::busy_region());
  const auto kept = [&ready](std::uint32_t replicas) {
    Files files;
    MemoryStore store(files);
    static_cast<void>(good(ensemble::run(ready.world(), {.replicas = replicas}, {.store = &store})));
    return files.bytes.at("rank-000000.part");
  };
  Files files;
  files.bytes = {{"rank-000000.part", kept(64)}, {"rank-000001.part", kept(32)}};
  MemoryStore store(files);
  CHECK(ensemble::run(ready.world(), {.replicas = 64}, {.store = &store}).has_value());
  CHECK(files.bytes.size() == 1);
  files.bytes = {{"rank-000000.part", kept(32)}, {"rank-000001.part", kept(64)}};
  const auto twice = ensemble::run(ready.world(), {.replicas = 64}, {.store = &store});
  REQUIRE_FALSE(twice.has_value());
  CHECK(twice.error().message.key == "ensemble.checkpoint.overlap");
  CHECK(twice.error().place.file == "kept/rank-000001.part");
}

TEST_CASE("company: a store that is full ends the run with its error") {
  const ReadyRegion ready(test::busy_region());
  Files files;
  MemoryStore store(files);
  store.full = true;
  const auto outcome = ensemble::run(ready.world(), {.replicas = 40}, {.store = &store});
  REQUIRE_FALSE(outcome.has_value());
  CHECK(outcome.error().kind == ErrorKind::unavailable);
}

TEST_CASE("company: a process with other settings is named before anything is worked out") {
  const ReadyRegion ready(test::busy_region());
  const auto outcome = together(ready, 3, nullptr, {.replicas = 40}, [](std::uint32_t rank, Settings& settings) {
    settings.label = rank == 2 ? "flood" : "storm";
  });
  REQUIRE_FALSE(outcome.has_value());
  CHECK(outcome.error().message == Message{"ensemble.peers.other_run", {"2", "storm", "flood"}});
}
