// In place of ranks_mpi.cpp where veer is built without MPI.
#include "cli/ranks.hpp"

namespace veer::cli {

Result<std::unique_ptr<Ranks>> join(const Launch& launch, LastWords) {
  return fail({ErrorKind::unsupported, {"cli.ranks.no_mpi", {std::to_string(launch.size)}}, {}, {}});
}

}  // namespace veer::cli
