#include <mpi.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>

#include "cli/ranks.hpp"

namespace veer::cli {

namespace {

constexpr int lost_exit_code = 5;  // as ErrorKind::unavailable

/// All that the signal handler may look at: set before it is installed, never changed after.
struct Watchman {
  std::uint32_t rank = 0;
  std::vector<pid_t> pids;  ///< by rank; 0: on another machine
  LastWords words;
  struct sigaction before{};
};
// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): a signal handler has nothing else
Watchman watchman;
std::atomic<bool> rank_is_lost{false};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

/// The launcher ends every process when one is lost. Which one that is can be seen on its own machine only: its number
/// is free again. Of each machine the first process that lives says it. Only calls that are safe in a signal handler.
void on_terminate(int signal) {
  const int saved = errno;
  const std::string* words = &watchman.words.stopped;
  bool is_first = true;
  for (std::size_t rank = 0; rank < watchman.pids.size(); ++rank) {
    if (watchman.pids[rank] == 0 || rank == watchman.rank) continue;
    const bool gone = ::kill(watchman.pids[rank], 0) != 0 && errno == ESRCH;
    if (gone && !rank_is_lost.exchange(true)) words = &watchman.words.lost[rank];
    if (!gone && rank < watchman.rank) is_first = false;
  }
  if (is_first) static_cast<void>(!::write(STDERR_FILENO, words->data(), words->size()));
  errno = saved;
  if (watchman.before.sa_handler != SIG_DFL && watchman.before.sa_handler != SIG_IGN)
    watchman.before.sa_handler(signal);
}

class MpiRanks : public Ranks {
 public:
  MpiRanks(std::uint32_t rank, std::uint32_t size) : rank_(rank), size_(size) {}
  MpiRanks(const MpiRanks&) = delete;
  MpiRanks& operator=(const MpiRanks&) = delete;
  MpiRanks(MpiRanks&&) = delete;
  MpiRanks& operator=(MpiRanks&&) = delete;
  ~MpiRanks() override {
    if (!closed_) MPI_Abort(MPI_COMM_WORLD, lost_exit_code);
  }

  [[nodiscard]] std::uint32_t rank() const override { return rank_; }
  [[nodiscard]] std::uint32_t size() const override { return size_; }

  void send(std::uint32_t to, std::string_view bytes) override {
    const std::uint64_t size = bytes.size();
    MPI_Request request{};
    MPI_Isend(&size, 1, MPI_UINT64_T, static_cast<int>(to), 0, MPI_COMM_WORLD, &request);
    wait(request);
    for (std::size_t at = 0; at < bytes.size(); at += largest_message) {
      const std::size_t count = std::min(largest_message, bytes.size() - at);
      MPI_Isend(bytes.data() + at, static_cast<int>(count), MPI_BYTE, static_cast<int>(to), 0, MPI_COMM_WORLD,
                &request);
      wait(request);
    }
  }

  [[nodiscard]] std::string receive(std::uint32_t from) override {
    std::uint64_t size = 0;
    MPI_Request request{};
    MPI_Irecv(&size, 1, MPI_UINT64_T, static_cast<int>(from), 0, MPI_COMM_WORLD, &request);
    wait(request);
    std::string out(size, '\0');
    for (std::size_t at = 0; at < out.size(); at += largest_message) {
      const std::size_t count = std::min(largest_message, out.size() - at);
      MPI_Irecv(out.data() + at, static_cast<int>(count), MPI_BYTE, static_cast<int>(from), 0, MPI_COMM_WORLD,
                &request);
      wait(request);
    }
    return out;
  }

  void close() override {
    // MPI_Finalize keeps a core busy until everyone is there: wait asleep for process 0, which works longest.
    if (rank_ == 0)
      for (std::uint32_t rank = 1; rank < size_; ++rank) send(rank, "");
    else
      static_cast<void>(receive(0));
    closed_ = true;
    MPI_Finalize();
  }

 private:
  /// Messages of MPI count in int.
  static constexpr std::size_t largest_message = std::size_t{1} << 30U;

  /// Until the message is through; asleep most of the time, since the others compute on the same cores. A message of a
  /// process that is lost never comes: then this one ends too, after the last words.
  static void wait(MPI_Request& request) {
    int done = 0;
    for (int tries = 0; done == 0; ++tries) {
      MPI_Test(&request, &done, MPI_STATUS_IGNORE);
      if (done == 0 && rank_is_lost) ::_exit(lost_exit_code);
      if (done == 0 && tries > 100) ::poll(nullptr, 0, 1);
    }
  }

  std::uint32_t rank_;
  std::uint32_t size_;
  bool closed_ = false;
};

/// Who runs on this machine, by rank.
std::vector<pid_t> pids_of_this_machine(std::uint32_t size) {
  MPI_Comm machine{};
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
  int here = 0;
  int own = 0;
  MPI_Comm_size(machine, &here);
  MPI_Comm_rank(MPI_COMM_WORLD, &own);
  std::vector<std::int64_t> pairs(2 * static_cast<std::size_t>(here));  // rank, pid
  const std::int64_t mine[2] = {own, ::getpid()};
  MPI_Allgather(mine, 2, MPI_INT64_T, pairs.data(), 2, MPI_INT64_T, machine);
  MPI_Comm_free(&machine);
  std::vector<pid_t> out(size, 0);
  for (std::size_t i = 0; i < pairs.size(); i += 2)
    out[static_cast<std::size_t>(pairs[i])] = static_cast<pid_t>(pairs[i + 1]);
  return out;
}

}  // namespace

Result<std::unique_ptr<Ranks>> join(const Launch& launch, LastWords words) {
  MPI_Init(nullptr, nullptr);
  int rank = 0;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  if (static_cast<std::uint32_t>(size) != launch.size) {
    MPI_Finalize();
    return fail(
        {ErrorKind::unsupported, {"cli.ranks.apart", {std::to_string(launch.size), std::to_string(size)}}, {}, {}});
  }
  watchman.rank = static_cast<std::uint32_t>(rank);
  watchman.pids = pids_of_this_machine(launch.size);
  watchman.words = std::move(words);
  struct sigaction action{};
  action.sa_handler = on_terminate;
  ::sigaction(SIGTERM, nullptr, &watchman.before);
  ::sigaction(SIGTERM, &action, nullptr);
  return std::make_unique<MpiRanks>(watchman.rank, launch.size);
}

}  // namespace veer::cli
