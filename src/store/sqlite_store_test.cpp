#include "store/sqlite_store.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include "store/sqlite.hpp"
#include "support/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::store;
namespace fs = std::filesystem;

namespace {

Change change(std::uint64_t number, std::size_t rows, std::size_t bytes) {
  Change out;
  out.number = number;
  out.time = "2026-01-01T00:00:00Z";
  out.who = "proef";
  out.columns = {{"t", {"id", "value"}}};
  for (std::size_t r = 0; r < rows; ++r) {
    const std::string id = std::to_string(number) + "/" + std::to_string(r);
    out.operations.push_back({"t", id, static_cast<std::int64_t>(number * rows + r), Row{id, std::string(bytes, 'x')}});
  }
  return out;
}

/// Says how many changes it found, then appends more until it is ended, and says the number of each once it is
/// confirmed.
[[noreturn]] void append_until_killed(const fs::path& file, int pipe) {
  const auto store = open_sqlite_store(file);
  if (!store) _exit(2);
  const auto heads = (*store)->heads("r");
  if (!heads) _exit(2);
  for (std::uint64_t number = heads->size();; ++number) {
    if (::write(pipe, &number, sizeof number) != sizeof number) _exit(4);
    if (!(*store)->append("r", change(number + 1, 1 + (number + 1) % 7, 200))) _exit(3);
  }
}

/// What a killed writer said: how many changes it found, and the last one that it confirmed.
struct Said {
  std::uint64_t found = 0;
  std::uint64_t last = 0;
};

/// Starts a writer, lets it confirm some changes, and ends it that part of one more change later: it is ended at work,
/// however fast or slow the machine is.
Said kill_a_writer(const fs::path& file, std::uint64_t confirmations, double part) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    append_until_killed(file, ends[1]);
  }
  ::close(ends[1]);
  Said said;
  REQUIRE(::read(ends[0], &said.found, sizeof said.found) == sizeof said.found);
  said.last = said.found;
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint64_t heard = 0; heard < confirmations; ++heard)
    REQUIRE(::read(ends[0], &said.last, sizeof said.last) == sizeof said.last);
  const auto one = (std::chrono::steady_clock::now() - begin) / static_cast<double>(confirmations);
  std::this_thread::sleep_for(one * part);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));  // it did not end by an error of its own
  for (std::uint64_t number = 0; ::read(ends[0], &number, sizeof number) == sizeof number;) said.last = number;
  ::close(ends[0]);
  return said;
}

/// Where a killed process leaves its files: in memory where there is such a disk, for it is the process that ends, not
/// the machine, and waiting for a disk 200 times over proves nothing more.
fs::path quick_folder(const test::TemporaryFolder& folder) {
  const fs::path in_memory = fs::path("/dev/shm") / folder.path().filename();
  std::error_code failed;
  fs::create_directory(in_memory, failed);
  return failed ? folder.path() : in_memory;
}

}  // namespace

TEST_CASE("store: a writer that is killed 200 times under load loses nothing that was confirmed") {
  const test::TemporaryFolder folder;
  const fs::path place = quick_folder(folder);
  const fs::path file = place / "s.db";
  std::uint64_t confirmed = 0;
  for (std::uint64_t kill = 0; kill < 200; ++kill) {
    const Said said = kill_a_writer(file, 1 + kill % 5, static_cast<double>(kill * 37 % 100) / 50);
    // One more than was heard of may be there: stored, and killed before it could be said.
    CHECK(said.found >= confirmed);
    CHECK(said.found <= confirmed + 1);
    confirmed = said.last;
    if (kill % 20 == 19) CHECK(*verify(**open_sqlite_store(file)) >= confirmed);
  }
  const auto store = *open_sqlite_store(file);
  const std::uint64_t stored = store->heads("r")->size();
  CHECK(stored >= confirmed);
  std::size_t rows = 0;
  for (std::uint64_t n = 1; n <= stored; ++n) rows += 1 + n % 7;
  CHECK(state_at(*store, "r")->table("t")->rows.size() == rows);
  if (place != folder.path()) fs::remove_all(place);
}

TEST_CASE("store: a full disk ends in a clear error, loses nothing, and goes on when there is room again") {
  const test::TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  std::uint64_t stored = 0;
  {
    const auto store = *open_sqlite_store(file, {.most_pages = 60});
    Result<ChangeHead> last = ChangeHead{};
    while ((last = store->append("r", change(stored + 1, 5, 2000)))) ++stored;
    CHECK(last.error().kind == ErrorKind::unavailable);
    CHECK(last.error().message.key == "store.full");
    CHECK(stored > 2);
    CHECK(*verify(*store) == stored);
  }
  const auto store = *open_sqlite_store(file);
  CHECK(store->append("r", change(stored + 1, 5, 2000)));
  CHECK(*verify(*store) == stored + 1);
}

TEST_CASE("store: a write that the system cuts short ends in the same error, in the same process too") {
  const test::TemporaryFolder folder;
  const auto store = *open_sqlite_store(folder / "s.db");
  REQUIRE(store->append("r", change(1, 5, 100)));
  {
    const test::FullDisk full(256 << 10U);
    REQUIRE(full.works());
    const auto refused = store->append("r", change(2, 200, 5000));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::unavailable);
    CHECK(refused.error().message.key == "store.full");
    CHECK(store->heads("r")->size() == 1);
  }
  CHECK(store->append("r", change(2, 200, 5000)));
  CHECK(*verify(*store) == 2);
}

TEST_CASE("store: a backup made while others write is whole, and restoring it brings that moment back") {
  const test::TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  const auto store = *open_sqlite_store(file);
  REQUIRE(store->append("r", change(1, 5, 100)));
  std::atomic<bool> stop{false};
  std::atomic<std::uint64_t> written{1};
  std::thread writer([&] {
    for (std::uint64_t n = 2; !stop; ++n)
      if (store->append("r", change(n, 5, 100))) written = n;
  });
  for (int round = 0; round < 5; ++round) {
    const std::uint64_t before = written;
    const auto changes = backup_store(file, folder / "backup.db");
    REQUIRE(changes);
    CHECK(*changes >= before);
    CHECK(*changes <= written + 1);
  }
  stop = true;
  writer.join();
  CHECK(folder.names() == std::set<std::string>{"backup.db", "s.db", "s.db-shm", "s.db-wal"});

  const auto elsewhere = restore_store(folder / "backup.db", folder / "new/s.db");
  REQUIRE(elsewhere);
  const auto restored = *open_sqlite_store(folder / "new/s.db");
  CHECK(*verify(*restored) == *elsewhere);
  CHECK(restored->change("r", *elsewhere)->hash == store->change("r", *elsewhere)->hash);
}

TEST_CASE("store: what a restore replaces is kept beside it, and a store in use is not replaced") {
  const test::TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  {
    const auto store = *open_sqlite_store(file);
    REQUIRE(store->append("r", change(1, 1, 1)));
    REQUIRE(backup_store(file, folder / "b.db"));
    REQUIRE(store->append("r", change(2, 1, 1)));
    const auto refused = restore_store(folder / "b.db", file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.key == "store.open_elsewhere");
    CHECK(*verify(*store) == 2);
  }
  CHECK(*restore_store(folder / "b.db", file) == 1);
  CHECK(*verify(**open_sqlite_store(file)) == 1);
  CHECK(*verify(**open_sqlite_store(folder / "s.db.voor-herstel")) == 2);
}

TEST_CASE("store: a row that was altered outside the program is found, with its change") {
  const test::TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  {
    const auto store = *open_sqlite_store(file);
    for (std::uint64_t n = 1; n <= 3; ++n) REQUIRE(store->append("r", change(n, 2, 3)));
  }
  const auto connection = *Connection::open(file, Connection::Use::write);
  CHECK_FALSE(connection.run("UPDATE operations SET cells='[\"2/0\",\"yyy\"]' WHERE number=2 AND sequence=1"));
  REQUIRE(connection.run("DROP TRIGGER operations_stay"));
  REQUIRE(connection.run("UPDATE operations SET cells='[\"2/0\",\"yyy\"]' WHERE number=2 AND sequence=1"));
  const auto store = *open_sqlite_store(file);
  const auto checked = verify(*store);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().message.arguments == std::vector<std::string>{"2", "r"});
  CHECK_FALSE(backup_store(file, folder / "b.db"));
  CHECK_FALSE(fs::exists(folder / "b.db"));
}

TEST_CASE("store: what is no file of ours, or of a newer version, is refused and left as it is") {
  const test::TemporaryFolder folder;
  test::put(folder / "text.db", "just some text that is long enough to be no empty file");
  CHECK(open_sqlite_store(folder / "text.db").error().kind == ErrorKind::invalid_input);
  {
    const auto other = *Connection::open(folder / "other.db", Connection::Use::write);
    REQUIRE(other.run("CREATE TABLE x(a)"));
  }
  CHECK(open_sqlite_store(folder / "other.db").error().message.key == "store.not_ours");
  {
    REQUIRE(open_sqlite_store(folder / "newer.db"));
  }
  {
    const auto newer = *Connection::open(folder / "newer.db", Connection::Use::write);
    REQUIRE(newer.run("PRAGMA user_version=99"));
  }
  CHECK(open_sqlite_store(folder / "newer.db").error().kind == ErrorKind::unsupported);
  CHECK(backup_store(folder / "none.db", folder / "b.db").error().kind == ErrorKind::not_found);
}
