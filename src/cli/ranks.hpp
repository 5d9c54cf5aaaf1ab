#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "ensemble/company.hpp"

namespace veer::cli {

/// This process is one of several that mpirun or srun started.
struct Launch {
  std::uint32_t rank = 0;
  std::uint32_t size = 1;
};

/// What the launcher says in the environment; nothing when veer runs alone, so that it does not touch MPI.
[[nodiscard]] std::optional<Launch> launched();

/// The processes of one run, joined. One object per process. When it goes away without `close`, it ends all of them: an
/// error of one is the end of the run.
class Ranks : public ensemble::Peers {
 public:
  /// All processes are done; call it at the end of each.
  virtual void close() = 0;
};

/// What is written when the launcher ends this process (SIGTERM), straight from the signal handler.
struct LastWords {
  std::vector<std::string> lost;  ///< by rank: that process is gone
  std::string stopped;            ///< no process of this machine is gone
};

/// Joins the other processes. From then on a SIGTERM is first answered by the last words, and then by the handler that
/// was there.
/// @errors unsupported: built without MPI, or the launcher does not bring the processes together
[[nodiscard]] Result<std::unique_ptr<Ranks>> join(const Launch& launch, LastWords words);

}  // namespace veer::cli
