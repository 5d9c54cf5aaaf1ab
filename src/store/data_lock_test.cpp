#include "store/data_lock.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "support/temporary_folder.hpp"

using namespace veer;
using store::DataLock;
namespace fs = std::filesystem;

TEST_CASE("data lock: a second holder is refused, by whatever name it calls the file, until the first lets go") {
  const test::TemporaryFolder folder;
  const fs::path file = folder / "onder" / "veer.db";
  {
    const auto first = DataLock::take(file);
    REQUIRE(first);
    const auto second = DataLock::take(file);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::conflict);
    CHECK(second.error().message.key == "store.served");
    CHECK(second.error().place.file == file.string());
    fs::create_directory_symlink(folder / "onder", folder / "anders");
    CHECK_FALSE(DataLock::take(folder / "anders" / "veer.db"));
    CHECK(DataLock::take(folder / "onder" / "ander.db"));
  }
  CHECK(DataLock::take(file));
}

TEST_CASE("data lock: it goes with a process that is killed, and is not held by the children of its holder") {
  const test::TemporaryFolder folder;
  const fs::path file = folder / "veer.db";
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t holder = ::fork();
  REQUIRE(holder >= 0);
  if (holder == 0) {
    const auto lock = DataLock::take(file);
    // A grandchild that runs another program outlives its parent for a moment.
    if (::fork() == 0) ::execlp("sleep", "sleep", "1", nullptr);
    ::usleep(100'000);
    const char word = lock ? 'y' : 'n';
    if (::write(ends[1], &word, 1) != 1) ::_exit(1);
    ::pause();
    ::_exit(0);
  }
  char word = 0;
  REQUIRE(::read(ends[0], &word, 1) == 1);
  CHECK(word == 'y');
  CHECK_FALSE(DataLock::take(file));
  ::kill(holder, SIGKILL);
  ::waitpid(holder, nullptr, 0);
  CHECK(DataLock::take(file));
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("data lock: where no file can be made it says so") {
  const auto lock = DataLock::take("/proc/veer/veer.db");
  REQUIRE_FALSE(lock);
  CHECK(lock.error().kind == ErrorKind::unavailable);
}
