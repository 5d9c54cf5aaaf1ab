#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "importers/fresh/fresh.hpp"
#include "importers/osm/osm_map.hpp"
#include "importers/walks/walks.hpp"

namespace veer::cli {

/// The report of an import: what was read, what was left out and why, and where it lies.
class ImportReport {
 public:
  explicit ImportReport(Context& context) : context_(context) {}

  void line(const std::string& key, std::vector<std::string> arguments = {}) const;
  [[nodiscard]] std::string count(std::size_t value) const;
  [[nodiscard]] std::string decimal(double value, int decimals) const;

  void map(const importers::osm::Counts& counts) const;
  void walks(const importers::WalkReport& report, const importers::WalkSettings& settings) const;
  /// One file or layer: what it is, what became of it, rows, sums, where it lies, and what was left out.
  void part(const importers::foreign::PartReport& part) const;
  /// The region that came out, its municipalities and what it still lacks.
  void fresh(const importers::FreshReport& report, const importers::WalkSettings& settings) const;
  void completeness(const std::vector<importers::Completeness>& lines) const;
  void attributions(const std::vector<std::string>& attributions) const;

 private:
  [[nodiscard]] std::string text(const std::string& key, std::vector<std::string> arguments = {}) const;

  Context& context_;
};

}  // namespace veer::cli
