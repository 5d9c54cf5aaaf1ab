#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace veer::test {

/// What a command printed and its exit status; -1 when it was ended by a signal or did not start.
struct CommandResult {
  int status = -1;
  std::string output;
};

/// Runs a command of the shell; add 2>&1 to catch what it complains of.
[[nodiscard]] inline CommandResult run_command(const std::string& command) {
  CommandResult result;
  FILE* const pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return result;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    result.output.append(buffer.data(), got);
  const int ended = ::pclose(pipe);
  if (ended != -1 && WIFEXITED(ended)) result.status = WEXITSTATUS(ended);
  return result;
}

}  // namespace veer::test
