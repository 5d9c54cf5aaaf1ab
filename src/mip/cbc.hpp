#pragma once

#include <filesystem>

#include "mip/model.hpp"

namespace veer::mip {

/// CBC of COIN-OR (Debian: coinor-cbc) as a child process, with one thread so that its answer repeats.
///
/// The model goes there as a file in a folder of its own below the temporary folder, which is removed afterwards. CBC's
/// own time limit does not hold on hard models, so the child is killed a second after it; then there is no solution.
class Cbc : public Solver {
 public:
  /// @param program  found along PATH when it has no slash
  explicit Cbc(std::filesystem::path program = "cbc") : program_(std::move(program)) {}

  /// Whether the program can be started here.
  [[nodiscard]] bool present() const;

  [[nodiscard]] Result<Solution> solve(const Model& model, double seconds) override;

 private:
  std::filesystem::path program_;
};

}  // namespace veer::mip
