#include "store/store.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "store/sqlite_store.hpp"
#include "support/property.hpp"
#include "support/temporary_folder.hpp"

// One suite, held against every implementation of the interface.

using namespace veer;
using namespace veer::store;

namespace {

/// An implementation under test, made anew for each case.
struct Candidate {
  const char* name;
  std::unique_ptr<Store> (*make)(const std::filesystem::path& folder);
};

const std::vector<Candidate>& candidates() {
  static const std::vector<Candidate> all{
      {"in memory", [](const std::filesystem::path&) { return make_memory_store(); }},
      {"SQLite", [](const std::filesystem::path& folder) { return *open_sqlite_store(folder / "s.db"); }}};
  return all;
}

/// Runs the case on every implementation.
void on_each(const std::function<void(Store&)>& body) {
  for (const Candidate& candidate : candidates()) {
    CAPTURE(candidate.name);
    const test::TemporaryFolder folder;
    const auto store = candidate.make(folder.path());
    body(*store);
  }
}

Operation put(const std::string& id, std::int64_t position, const std::string& value) {
  return {"t", id, position, Row{id, value}};
}
Operation removed(const std::string& id, std::int64_t position) { return {"t", id, position, std::nullopt}; }

Change change(std::uint64_t number, std::vector<Operation> operations,
              const std::string& time = "2026-01-01T00:00:00Z") {
  Change out;
  out.number = number;
  out.time = time;
  out.who = "Crisisbeheersing";
  out.note = "proef";
  out.columns = {{"t", {"id", "value"}}};
  out.operations = std::move(operations);
  return out;
}

}  // namespace

TEST_CASE("store: what was appended is read back, and its head says who, why and how much") {
  on_each([](Store& store) {
    CHECK(store.regions()->empty());
    CHECK(store.heads("r")->empty());
    const auto head = store.append("r", change(1, {put("a", 1, "één"), put("b", 2, "x,\"\n")}));
    REQUIRE(head);
    CHECK(head->put_count == 2);
    CHECK(head->tables == std::vector<std::string>{"t"});
    REQUIRE(store.append("r", change(2, {removed("a", 1)})));
    CHECK(*store.regions() == std::vector<std::string>{"r"});
    const auto heads = *store.heads("r");
    REQUIRE(heads.size() == 2);
    CHECK(heads[1].remove_count == 1);
    CHECK(heads[1].previous_hash == heads[0].hash);
    CHECK(heads[0].previous_hash.empty());
    CHECK(*store.touching("r", "t", "a") == std::vector<std::uint64_t>{1, 2});
    CHECK(*store.touching("r", "t", "b") == std::vector<std::uint64_t>{1});
    CHECK(store.touching("r", "u", "b")->empty());
    const auto first = store.change("r", 1);
    REQUIRE(first);
    CHECK(first->operations == std::vector{put("a", 1, "één"), put("b", 2, "x,\"\n")});
    CHECK(first->who == "Crisisbeheersing");
    CHECK(hash_of("r", *first) == first->hash);
    CHECK(store.change("r", 3).error().kind == ErrorKind::not_found);
    CHECK(store.change("s", 1).error().kind == ErrorKind::not_found);
    CHECK(*verify(store) == 2);
  });
}

TEST_CASE("store: of two changes with the same number the second is refused, and nothing of it stays") {
  on_each([](Store& store) {
    REQUIRE(store.append("r", change(1, {put("a", 1, "1")})));
    const auto second = store.append("r", change(1, {put("b", 2, "2")}));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::conflict);
    CHECK(store.append("r", change(3, {})).error().kind == ErrorKind::conflict);
    CHECK(store.heads("r")->size() == 1);
    CHECK(state_at(store, "r")->table("t")->rows.size() == 1);
  });
}

TEST_CASE("store: threads that append at once all find their place in one unbroken chain") {
  on_each([](Store& store) {
    std::atomic<int> stored{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&store, &stored, t] {
        for (int i = 0; i < 10; ++i)
          while (true) {
            const auto number = store.heads("r")->size() + 1;
            if (!store.append("r", change(number, {put("r" + std::to_string(t), t + 1, std::to_string(i))}))) continue;
            ++stored;
            break;
          }
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(stored == 40);
    CHECK(*verify(store) == 40);
  });
}

TEST_CASE("store: the state at any number and at any date is what was there then") {
  on_each([](Store& store) {
    REQUIRE(store.append("r", change(1, {put("a", 1, "1")}, "2026-01-01T00:00:00.000Z")));
    REQUIRE(store.append("r", change(2, {put("a", 1, "2")}, "2026-02-01T00:00:00.000Z")));
    REQUIRE(store.append("r", change(3, {removed("a", 1)}, "2026-03-01T00:00:00.000Z")));
    CHECK((*state_at(store, "r", 1)->row("t", "a")->cells)[1] == "1");
    CHECK((*state_at(store, "r", 2)->row("t", "a")->cells)[1] == "2");
    CHECK(state_at(store, "r")->row("t", "a") == nullptr);
    const auto heads = *store.heads("r");
    CHECK(number_at(heads, "2025-12-31T23:59:59.999Z") == 0);
    CHECK(number_at(heads, "2026-01-01T00:00:00.000Z") == 1);
    CHECK(number_at(heads, "2026-02-28T00:00:00.000Z") == 2);
    CHECK(number_at(heads, "2026-03-01T00:00:00.000Z") == 3);
  });
}

TEST_CASE("store: runs are kept newest first, and the results go with the last run that has their key") {
  on_each([](Store& store) {
    const RunRecord first{"a", "k", "klaar", false, "2026-01-01T00:00:00Z", "{}"};
    RunRecord second{"b", "k", "bezig", true, "2026-01-02T00:00:00Z", R"({"x":1})"};
    REQUIRE(store.put_run(first));
    REQUIRE(store.put_run(second));
    second.status = "klaar";
    REQUIRE(store.put_run(second));
    CHECK(*store.runs() == std::vector{second, first});
    const std::string bytes("\0gzip\xff", 6);
    REQUIRE(store.put_results("k", {{"results.json", "application/json", "gzip", bytes}, {"b", "text/plain", "", ""}}));
    CHECK((*store.result("k", "results.json"))->bytes == bytes);
    CHECK((*store.result("k", "results.json"))->encoding == "gzip");
    CHECK((*store.result("k", "b"))->bytes.empty());
    CHECK_FALSE(store.result("k", "c")->has_value());
    CHECK(*store.result_names("k") == std::vector<std::string>{"b", "results.json"});
    REQUIRE(store.put_results("k", {{"b", "text/plain", "", "new"}}));
    CHECK((*store.result("k", "b"))->bytes == "new");
    REQUIRE(store.remove_run("a"));
    CHECK(store.result_names("k")->size() == 2);
    REQUIRE(store.remove_run("b"));
    CHECK(store.result_names("k")->empty());
    CHECK(store.remove_run("b"));
  });
}

TEST_CASE("store: any sequence of changes, taken back from the last to the first, gives the start") {
  CHECK(test::holds("undo", 30, [] {
    on_each([](Store& store) {
      const auto number = [&] { return store.heads("r")->size() + 1; };
      RC_ASSERT(store.append("r", change(1, {put("a", 1, "0"), put("b", 2, "0"), put("c", 3, "0")})).has_value());
      const State start = *state_at(store, "r");
      const int steps = *rc::gen::inRange(0, 8);
      for (int s = 0; s < steps; ++s) {
        const State now = *state_at(store, "r");
        const TableState& table = *now.table("t");
        std::vector<Operation> operations;
        const unsigned touched = *rc::gen::inRange(0U, 32U);  // which of five rows
        for (unsigned which = 0; which < 5; ++which) {
          if ((touched >> which & 1U) == 0) continue;
          const std::string id(1, static_cast<char>('a' + which));
          const HeldRow* const row = now.row("t", id);
          if (row != nullptr && *rc::gen::arbitrary<bool>())
            operations.push_back(removed(id, row->position));
          else
            operations.push_back(put(
                id, row != nullptr ? row->position : table.next_position + static_cast<std::int64_t>(operations.size()),
                *rc::gen::element<std::string>("1", "2")));
        }
        RC_ASSERT(store.append("r", change(number(), operations)).has_value());
      }
      for (std::uint64_t n = static_cast<std::uint64_t>(steps) + 1; n > 1; --n) {
        const auto undone = undo_operations(*store.change("r", n), *state_at(store, "r", n - 1),
                                            *state_at(store, "r", n), *state_at(store, "r"));
        RC_ASSERT(undone.has_value());
        Change back = change(number(), *undone);
        back.kind = ChangeKind::undo;
        back.undoes = n;
        RC_ASSERT(store.append("r", back).has_value());
      }
      const State end = *state_at(store, "r");
      RC_ASSERT(end.content_hash() == start.content_hash());
      RC_ASSERT(operations_between(start, end).empty());
      RC_ASSERT(*verify(store) == number() - 1);
    });
  }));
}
