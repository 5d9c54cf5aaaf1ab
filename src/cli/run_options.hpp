#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/command.hpp"
#include "cli/companions.hpp"
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
  std::string checkpoint;          ///< folder of finished replicas; empty: none
  double checkpoint_every_s = 30;  ///< seconds between two writings to it
  study::Options study;
  const CLI::Option* replicas_given = nullptr;  ///< --replicas, where the command has it
  std::string model = "auto";                   ///< or full
  std::string priority = "rank";                ///< operations::Order

  void add_to(CLI::App& command, const Context& context, bool ensemble);
  /// Fills `study` in from the texts, with progress on a terminal. With --error and without --replicas it may go on to
  /// 100,000 replicas.
  /// @errors invalid_input: an error or start that cannot be read
  [[nodiscard]] Done complete(Context& context);
  /// The folder and the other processes that the ensemble works with. Last before the work, so that what is wrong with
  /// the command or the region is said before any process waits for another.
  /// @errors as Companions::gather
  [[nodiscard]] Result<Companions> companions(Context& context);
};

/// --engine auto|events|intervals|lanes
void add_engine_option(CLI::App& command, const Context& context, std::string& engine);

/// Says on the error stream why a scenario needs the full model, when it does.
void say_model(const region::Region& region, const study::Scenario& scenario, Context& context);

/// Reads, checks and builds a region; when it has errors they are printed to `err`, each with its place.
[[nodiscard]] Result<region::Region> open_region(const std::string& path, Context& context);
/// The same, and what the package says against its rows is left in `notes`.
[[nodiscard]] Result<region::Region> load_with_notes(const std::string& path, Diagnostics& notes, Context& context);

}  // namespace veer::cli
