#pragma once

#include <filesystem>
#include <functional>

#include "mip/model.hpp"

namespace veer::mip {

/// CBC of COIN-OR (Debian: coinor-cbc) as a child process, with one thread so that its answer repeats.
///
/// The model goes there as a file in a folder of its own below the temporary folder, which is removed afterwards. CBC's
/// own time limit does not hold on hard models, so it is told a limit a second (at most half) before the given one, at
/// which the child is killed; then there is no solution. Nor is there one when `stop` asked for the end.
class Cbc : public Solver {
 public:
  /// @param program  found along PATH when it has no slash
  /// @param stop     looked at while CBC works; empty: nobody asks for the end
  explicit Cbc(std::filesystem::path program = "cbc", std::function<bool()> stop = {})
      : program_(std::move(program)), stop_(std::move(stop)) {}

  /// Whether the program can be started here.
  [[nodiscard]] bool present() const;

  [[nodiscard]] Result<Solution> solve(const Model& model, double seconds) override;

 private:
  std::filesystem::path program_;
  std::function<bool()> stop_;
};

}  // namespace veer::mip
