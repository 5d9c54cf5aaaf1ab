#include "mip/cbc.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <thread>

#include "mip/lp_file.hpp"

namespace veer::mip {

namespace fs = std::filesystem;

namespace {

constexpr double grace_s = 1;
constexpr auto look_every = std::chrono::milliseconds(5);

/// A folder that goes away with the object.
class Scratch {
 public:
  Scratch() {
    std::error_code failed;
    std::string name = (fs::temp_directory_path(failed) / "veer-mip-XXXXXX").string();
    if (!failed && mkdtemp(name.data()) != nullptr) folder_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs a program with its output in a file; ends it after `seconds`, or when `stop` says so.
/// @returns its exit code; −1: it could not be started or was killed
int run(const std::vector<std::string>& words, const fs::path& log, double seconds, const std::function<bool()>& stop) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) {
    // Between fork and exec only calls that are safe there.
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int in = open("/dev/null", O_RDONLY);
    if (out < 0 || in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0) _exit(127);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  const auto begin = std::chrono::steady_clock::now();
  int status = 0;
  for (;;) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) break;
    if (ended < 0) return -1;
    if (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() > seconds || (stop && stop())) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return -1;
    }
    std::this_thread::sleep_for(look_every);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

double value_of(const Model& model, const std::vector<double>& values) {
  double sum = 0;
  for (std::size_t j = 0; j < values.size(); ++j) sum += model.columns[j].cost * values[j];
  return sum;
}

Error not_started(const fs::path& program) {
  return {ErrorKind::unavailable, {"mip.cbc.not_started", {program.string()}}, {}, {}};
}

}  // namespace

bool Cbc::present() const {
  if (program_.has_parent_path()) return access(program_.c_str(), X_OK) == 0;
  const char* const path = getenv("PATH");
  std::string_view folders = path == nullptr ? std::string_view{} : path;
  while (!folders.empty()) {
    const auto end = folders.find(':');
    if (access((fs::path(folders.substr(0, end)) / program_).c_str(), X_OK) == 0) return true;
    folders = end == std::string_view::npos ? std::string_view{} : folders.substr(end + 1);
  }
  return false;
}

Result<Solution> Cbc::solve(const Model& model, double seconds) {
  if (!present()) return fail(not_started(program_));
  if (seconds <= 0) return Solution{};
  const Scratch scratch;
  if (scratch.folder().empty()) return fail({ErrorKind::unavailable, {"mip.scratch", {}}, {}, {}});
  const fs::path file = scratch.folder() / "model.lp";
  const fs::path answer = scratch.folder() / "answer.txt";
  const fs::path log = scratch.folder() / "log.txt";
  {
    std::ofstream out(file, std::ios::binary);
    out << to_lp(model);
    if (!out.flush()) return fail({ErrorKind::unavailable, {"mip.scratch", {}}, {}, {}});
  }
  std::vector<std::string> words{program_.string(), file.string(), "-threads", "0"};
  if (std::isfinite(seconds)) {
    const double own = std::max(seconds - grace_s, seconds / 2);
    words.insert(words.end(), {"-seconds", canonical_number(std::ceil(own * 100) / 100)});
  }
  // Zero-wide gaps: an answer is called optimal only when it is.
  words.insert(words.end(), {"-ratioGap", "0", "-allowableGap", "1e-9", "-solve", "-solution", answer.string()});
  const int code = run(words, log, seconds, stop_);
  if (code == 127) return fail(not_started(program_));
  if (code < 0) return Solution{};
  TRY(Solution solution, parse_cbc_solution(text_of(answer), model.columns.size()));
  if (solution.status == SolutionStatus::optimal) solution.bound = value_of(model, solution.values);
  if (solution.status == SolutionStatus::feasible) solution.bound = parse_cbc_bound(text_of(log));
  if (solution.status == SolutionStatus::infeasible) solution.bound = infinite;
  return solution;
}

}  // namespace veer::mip
