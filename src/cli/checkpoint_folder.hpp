#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "ensemble/company.hpp"

namespace veer::cli {

/// The folder of --checkpoint: files that appear whole, written at most every so many seconds and never for more than a
/// twentieth of the time.
class CheckpointFolder : public ensemble::Store {
 public:
  /// Makes the folder when it is not there.
  /// @errors unavailable: no right to; conflict: it is a file
  [[nodiscard]] static Result<std::unique_ptr<CheckpointFolder>> open(const std::filesystem::path& folder,
                                                                      double every_s, Context& context);

  [[nodiscard]] Result<std::vector<std::string>> names() override;
  [[nodiscard]] Result<std::string> read(const std::string& name) override;
  [[nodiscard]] Done write(const std::string& name, std::string_view bytes) override;
  [[nodiscard]] Done remove(const std::string& name) override;
  [[nodiscard]] std::string shown(const std::string& name) const override;
  [[nodiscard]] bool due() override;
  /// Says it on the error stream, unless there is nothing.
  void found(std::uint32_t replicas) override;

 private:
  using Clock = std::chrono::steady_clock;
  CheckpointFolder(std::filesystem::path folder, double every_s, Context& context);

  std::filesystem::path folder_;
  Clock::duration every_;
  Clock::time_point next_;
  Context& context_;
};

}  // namespace veer::cli
