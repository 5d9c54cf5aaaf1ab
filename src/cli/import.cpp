#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "importers/haaglanden/haaglanden.hpp"
#include "importers/osm/read_osm.hpp"
#include "importers/package/package.hpp"
#include "importers/walks/walks.hpp"
#include "region/builder.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string sources;
  std::string region;
  std::string out;
  importers::WalkSettings walks;
  bool dry_run = false;
};

Outcome import_haaglanden(const Options& options, Context& context) {
  Diagnostics notes;
  TRY(const auto tables, importers::build_haaglanden(options.sources, notes));
  const auto region = region::build_region(tables, notes);
  print_problems(notes, context);
  if (!region) return fail(region.error());
  TRY_DONE(importers::write_package(tables, options.out));
  return 0;
}

/// The report of an import: what was read, what was left out and why, and where it lies.
class Report {
 public:
  explicit Report(Context& context) : context_(context) {}

  void line(const std::string& key, std::vector<std::string> arguments = {}) const {
    context_.out << context_.texts.render(Message{key, std::move(arguments)}, context_.language) << '\n';
  }
  [[nodiscard]] std::string count(std::size_t value) const {
    return format_count(static_cast<long long>(value), context_.language);
  }
  [[nodiscard]] std::string decimal(double value, int decimals) const {
    return format_decimal(value, decimals, context_.language);
  }

  void map(const importers::osm::Counts& counts) const {
    line("cli.import.walking.read", {count(counts.nodes_read), count(counts.ways_read), count(counts.relations_read)});
    line("cli.import.walking.box", {decimal(counts.bounds.west, 4), decimal(counts.bounds.south, 4),
                                    decimal(counts.bounds.east, 4), decimal(counts.bounds.north, 4)});
    line("cli.import.walking.streets", {count(counts.streets), count(counts.pieces)});
    const std::pair<const char*, std::size_t> dropped[] = {
        {"cli.import.walking.nodes_outside", counts.nodes_outside},
        {"cli.import.walking.nodes_without_place", counts.nodes_without_place},
        {"cli.import.walking.vehicles", counts.streets_for_vehicles},
        {"cli.import.walking.forbidden", counts.streets_forbidden},
        {"cli.import.walking.streets_outside", counts.streets_outside},
        {"cli.import.walking.ways_unused", counts.ways_unused},
        {"cli.import.walking.cut", counts.pieces_cut},
        {"cli.import.walking.gates", counts.closed_gates},
    };
    for (const auto& [key, value] : dropped)
      if (value > 0) line(key, {count(value)});
  }

  void walks(const importers::WalkReport& report, const importers::WalkSettings& settings) const {
    line("cli.import.walking.network", {count(report.junctions), count(report.links), count(report.islands)});
    line("cli.import.walking.cells",
         {count(report.cells), count(report.cells_without_street), count(report.cells_on_islands),
          count(report.cells_without_walk), decimal(settings.longest_min, 0)});
    line("cli.import.walking.points",
         {count(report.points), count(report.points_without_street), count(report.points_on_islands)});
    line("cli.import.walking.walks", {count(report.walks), count(report.walks_found), count(settings.nearest),
                                      decimal(report.nearest_mean_min, 1)});
  }

 private:
  Context& context_;
};

Outcome import_walking(Options options, Context& context) {
  options.walks.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
  Diagnostics notes;
  TRY(auto tables, importers::read_package(options.region, notes));
  if (const auto region = region::build_region(tables, notes); !region) {
    print_problems(notes, context);
    return fail(region.error());
  }
  TRY(const auto map, importers::osm::read_osm(options.sources, importers::crop_for(tables), options.walks.threads));
  TRY(const auto walks, importers::add_walks(tables, map, options.walks, notes));
  print_problems(notes, context);
  const Report report(context);
  report.map(map.counts);
  report.walks(walks, options.walks);
  for (const std::string& attribution : tables.attributions) context.out << attribution << '\n';
  const std::string& out = options.out.empty() ? options.region : options.out;
  if (options.dry_run) {
    report.line("cli.import.walking.dry", {out});
    return 0;
  }
  TRY_DONE(importers::write_package(tables, out));
  report.line("cli.import.walking.written", {out});
  return 0;
}

}  // namespace

void add_import(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("import", text("cli.import.help"));
  command->footer(text("cli.import.examples"));
  command->require_subcommand(1);
  CLI::App* const haaglanden = command->add_subcommand("haaglanden", text("cli.import.haaglanden"));
  haaglanden->add_option("sources", options->sources, text("cli.import.sources"))->type_name("SOURCES")->required();
  haaglanden->add_option("--out", options->out, text("cli.import.out"))->type_name("DIR")->required();
  haaglanden->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return import_haaglanden(*options, context); }; });

  CLI::App* const walking = command->add_subcommand("walking", text("cli.import.walking"));
  walking->footer(text("cli.import.walking.examples"));
  walking->add_option("map", options->sources, text("cli.import.walking.map"))->type_name("OSM_FILE")->required();
  walking->add_option("region", options->region, text("cli.package.region"))->type_name("REGION")->required();
  walking->add_option("--out", options->out, text("cli.import.walking.out"))->type_name("PATH");
  walking->add_option("--minutes", options->walks.longest_min, text("cli.import.walking.minutes"))
      ->type_name("MIN")
      ->check(CLI::Range(1.0, 600.0))
      ->capture_default_str();
  walking->add_option("--nearest", options->walks.nearest, text("cli.import.walking.nearest"))
      ->type_name("N")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  walking->add_flag("--dry-run", options->dry_run, text("cli.import.walking.dry_run"));
  walking->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return import_walking(*options, context); }; });
}

}  // namespace veer::cli
