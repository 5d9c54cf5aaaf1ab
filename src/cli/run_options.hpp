#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/command.hpp"
#include "region/region.hpp"
#include "study/study.hpp"

namespace veer::cli {

/// The options that every command that runs an ensemble shares.
struct RunOptions {
  std::string region;
  std::string error;
  std::string season;
  std::string start;
  std::string engine = "auto";
  study::Options study;
  const CLI::Option* replicas_given = nullptr;  ///< --replicas, where the command has it

  void add_to(CLI::App& command, const Context& context, bool ensemble);
  /// Fills `study` in from the texts, with progress on a terminal. With --error and without --replicas it may go on to
  /// 100,000 replicas.
  /// @errors invalid_input: an error or start that cannot be read; as cascade::choose_engine
  [[nodiscard]] Done complete(Context& context);
};

/// --engine auto|events|intervals|lanes
void add_engine_option(CLI::App& command, const Context& context, std::string& engine);

/// Reads, checks and builds a region; when it has errors they are printed to `err`, each with its place.
[[nodiscard]] Result<region::Region> open_region(const std::string& path, Context& context);

}  // namespace veer::cli
