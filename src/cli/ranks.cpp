#include "cli/ranks.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace veer::cli {

namespace {

std::optional<std::uint32_t> number(const char* variable) {
  const char* const value = std::getenv(variable);
  if (value == nullptr) return std::nullopt;
  const std::string_view text(value);
  std::uint32_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Launch> launched() {
  // Open MPI's mpirun, launchers with PMI, Slurm's srun. The script of sbatch itself has no SLURM_STEP_NUM_TASKS.
  static constexpr std::array<std::array<const char*, 2>, 3> launchers{
      {{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
       {"PMI_RANK", "PMI_SIZE"},
       {"SLURM_PROCID", "SLURM_STEP_NUM_TASKS"}}};
  for (const auto& [rank, size] : launchers) {
    const auto own = number(rank);
    const auto all = number(size);
    if (own && all) return *all > 1 ? std::optional(Launch{*own, *all}) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace veer::cli
