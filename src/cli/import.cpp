#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/import_report.hpp"
#include "importers/fresh/fresh.hpp"
#include "importers/fresh/update.hpp"
#include "importers/haaglanden/haaglanden.hpp"
#include "importers/osm/read_osm.hpp"
#include "importers/package/package.hpp"
#include "importers/survey/campaign.hpp"
#include "importers/survey/survey.hpp"
#include "importers/walks/walks.hpp"
#include "region/builder.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string sources;
  std::string region;
  std::string out;
  std::string title;
  std::string areas;
  std::string layout = "open";
  std::vector<std::string> municipalities;
  std::vector<std::string> files;
  std::string uptake = "typical";
  importers::WalkSettings walks;
  bool dry_run = false;
};

struct Kind {
  const char* name;
  importers::UpdateKind kind;
};
/// The importers that bring one kind of file into a region that exists.
constexpr std::array single_kinds{Kind{"residents", importers::UpdateKind::residents},
                                  Kind{"homes", importers::UpdateKind::homes},
                                  Kind{"osm", importers::UpdateKind::osm},
                                  Kind{"hospitals", importers::UpdateKind::hospitals},
                                  Kind{"sewage", importers::UpdateKind::sewage},
                                  Kind{"power", importers::UpdateKind::power},
                                  Kind{"facilities", importers::UpdateKind::facilities},
                                  Kind{"sites", importers::UpdateKind::sites},
                                  Kind{"connections", importers::UpdateKind::connections}};

/// The words for how fine the areas of a region are.
const std::map<std::string, importers::foreign::Level>& levels() {
  using importers::foreign::Level;
  static const std::map<std::string, Level> words{{"buurt", Level::neighbourhood},
                                                  {"wijk", Level::district},
                                                  {"pc4", Level::postcode4},
                                                  {"pc5", Level::postcode5},
                                                  {"gemeente", Level::municipality}};
  return words;
}

Outcome import_haaglanden(const Options& options, Context& context) {
  Diagnostics notes;
  TRY(const auto tables, importers::build_haaglanden(options.sources, notes));
  const auto region = region::build_region(tables, notes);
  print_problems(notes, context);
  if (!region) return fail(region.error());
  if (options.dry_run) {
    ImportReport(context).line("cli.import.all.dry", {options.out});
    return 0;
  }
  TRY_DONE(importers::write_package(tables, options.out));
  return 0;
}

std::size_t hardware_threads() { return std::clamp(std::thread::hardware_concurrency(), 1U, 16U); }

Outcome import_all(Options options, Context& context) {
  if (options.layout == "haaglanden") return import_haaglanden(options, context);
  namespace fs = std::filesystem;
  importers::FreshSettings settings;
  settings.municipalities = options.municipalities;
  if (!options.areas.empty()) settings.areas = levels().at(options.areas);
  settings.title = options.title;
  settings.id = fs::path(options.out).lexically_normal().stem().string();
  if (settings.id.empty()) settings.id = fs::path(options.out).lexically_normal().parent_path().filename().string();
  settings.walks = options.walks;
  settings.walks.threads = hardware_threads();
  Diagnostics notes;
  importers::FreshReport told;
  const auto tables = importers::build_fresh(options.sources, settings, told, notes);
  const ImportReport report(context);
  if (!tables) {
    for (const auto& part : told.parts) report.part(part);
    if (!notes.problems().empty()) print_problems(notes, context);
    return fail(tables.error());
  }
  report.fresh(told, settings.walks);
  context.out << '\n';
  print_problems(notes, context);
  report.attributions(tables->attributions);
  if (options.dry_run) {
    report.line("cli.import.all.dry", {options.out});
    return 0;
  }
  TRY_DONE(importers::write_package(*tables, options.out));
  report.line("cli.import.walking.written", {options.out});
  return 0;
}

Outcome import_single(const Options& options, importers::UpdateKind kind, Context& context) {
  // FILE… REGION: the last one is the region.
  std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
  const std::string region_path = files.back().string();
  files.pop_back();
  if (files.empty()) return fail({ErrorKind::unsupported, {"cli.import.single.files", {region_path}}, {}, {}});
  Diagnostics notes;
  TRY(auto tables, importers::read_package(region_path, notes));
  if (const auto region = region::build_region(tables, notes); !region) {
    print_problems(notes, context);
    return fail(region.error());
  }
  TRY(const auto told, importers::update_region(tables, kind, files));
  Diagnostics after;
  const auto region = region::build_region(tables, after);
  const ImportReport report(context);
  for (const auto& part : told.parts) report.part(part);
  for (const auto& table : told.tables)
    report.line("cli.import.single.table",
                {table.table, report.count(table.added), report.count(table.changed), report.count(table.same)});
  report.line("cli.import.single.residents", {report.count(static_cast<std::size_t>(told.residents_before)),
                                              report.count(static_cast<std::size_t>(told.residents_after))});
  if (!region) print_problems(after, context);
  if (!region) return fail(region.error());
  report.attributions(tables.attributions);
  const std::string& out = options.out.empty() ? region_path : options.out;
  if (options.dry_run) {
    report.line("cli.import.walking.dry", {out});
    return 0;
  }
  TRY_DONE(importers::write_package(tables, out));
  report.line("cli.import.walking.written", {out});
  return 0;
}

Outcome import_survey(const Options& options, Context& context) {
  Diagnostics notes;
  TRY(auto tables, importers::read_package(options.region, notes));
  if (const auto region = region::build_region(tables, notes); !region) {
    print_problems(notes, context);
    return fail(region.error());
  }
  Diagnostics faults(importers::survey_faults_shown);
  const auto read = importers::import_survey(tables, options.sources, faults);
  if (!read) {
    if (faults.error_count() > 0) print_problems(faults, context);
    return fail(read.error());
  }
  const importers::SurveyReport& told = *read;
  Diagnostics after;
  if (const auto region = region::build_region(tables, after); !region) {
    print_problems(after, context);
    return fail(region.error());
  }
  const ImportReport report(context);
  for (const auto& profile : told.profiles)
    report.line("cli.import.survey.profile",
                {profile.id, report.count(profile.areas), report.count(profile.answers),
                 format_decimal(profile.effective, 0, context.language), report.count(profile.needs)});
  report.line("cli.import.survey.correction", {format_decimal(told.correction, 2, context.language)});
  std::string rest;
  for (const std::string& need : told.not_asked) rest += (rest.empty() ? "" : ", ") + need;
  if (!rest.empty()) report.line("cli.import.survey.rest", {rest});
  std::string unread;
  for (const std::string& column : told.unread) unread += (unread.empty() ? "" : ", ") + column;
  if (!unread.empty()) report.line("cli.import.survey.unread", {unread});
  const std::string& out = options.out.empty() ? options.region : options.out;
  if (options.dry_run) {
    report.line("cli.import.walking.dry", {out});
    return 0;
  }
  TRY_DONE(importers::write_package(tables, out));
  report.line("cli.import.walking.written", {out});
  return 0;
}

Outcome import_campaign(const Options& options, Context& context) {
  Diagnostics notes;
  TRY(auto tables, importers::read_package(options.region, notes));
  static const std::map<std::string, importers::Uptake> words{
      {"low", importers::Uptake::low}, {"typical", importers::Uptake::typical}, {"high", importers::Uptake::high}};
  TRY(const auto told, importers::apply_campaign(tables, words.at(options.uptake)));
  const ImportReport report(context);
  report.line("cli.import.campaign.done", {format_decimal(100 * told.uptake, 0, context.language),
                                           report.count(told.rows), report.count(told.areas)});
  TRY_DONE(importers::write_package(tables, options.out));
  report.line("cli.import.walking.written", {options.out});
  return 0;
}

Outcome import_walking(Options options, Context& context) {
  options.walks.threads = hardware_threads();
  Diagnostics notes;
  TRY(auto tables, importers::read_package(options.region, notes));
  if (const auto region = region::build_region(tables, notes); !region) {
    print_problems(notes, context);
    return fail(region.error());
  }
  TRY(const auto map, importers::osm::read_osm(options.sources, importers::crop_for(tables), options.walks.threads));
  TRY(const auto walks, importers::add_walks(tables, map, options.walks, notes));
  print_problems(notes, context);
  const ImportReport report(context);
  report.map(map.counts);
  report.walks(walks, options.walks);
  report.attributions(tables.attributions);
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

  CLI::App* const all = command->add_subcommand("all", text("cli.import.all"));
  all->footer(text("cli.import.all.examples"));
  all->add_option("folder", options->sources, text("cli.import.all.folder"))->type_name("FOLDER")->required();
  all->add_option("--out", options->out, text("cli.import.all.out"))->type_name("REGION")->required();
  all->add_option("--municipalities", options->municipalities, text("cli.import.all.municipalities"))
      ->type_name("GM…")
      ->delimiter(',');
  std::vector<std::string> words;
  for (const auto& [word, level] : levels()) words.push_back(word);
  all->add_option("--areas", options->areas, text("cli.import.all.areas"))->check(CLI::IsMember(words));
  all->add_option("--title", options->title, text("cli.import.all.title"))->type_name("TEXT");
  all->add_option("--layout", options->layout, text("cli.import.all.layout"))
      ->check(CLI::IsMember({"open", "haaglanden"}))
      ->capture_default_str();
  all->add_flag("--dry-run", options->dry_run, text("cli.import.walking.dry_run"));
  all->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return import_all(*options, context); }; });

  for (const Kind& kind : single_kinds) {
    CLI::App* const single = command->add_subcommand(kind.name, text(std::string("cli.import.") + kind.name));
    single->footer(text("cli.import.single.examples"));
    single->add_option("files", options->files, text("cli.import.single.paths"))->type_name("FILE… REGION")->required();
    single->add_option("--out", options->out, text("cli.import.walking.out"))->type_name("PATH");
    single->add_flag("--dry-run", options->dry_run, text("cli.import.walking.dry_run"));
    single->callback([options, which = kind.kind, &context, &chosen] {
      chosen = [options, which, &context] { return import_single(*options, which, context); };
    });
  }

  CLI::App* const survey = command->add_subcommand("survey", text("cli.import.survey"));
  survey->footer(text("cli.import.survey.examples"));
  survey->add_option("file", options->sources, text("cli.import.survey.file"))->type_name("FILE")->required();
  survey->add_option("--into", options->region, text("cli.package.region"))->type_name("REGION")->required();
  survey->add_option("--out", options->out, text("cli.import.walking.out"))->type_name("PATH");
  survey->add_flag("--dry-run", options->dry_run, text("cli.import.walking.dry_run"));
  survey->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return import_survey(*options, context); }; });

  CLI::App* const campaign = command->add_subcommand("campaign", text("cli.import.campaign"));
  campaign->footer(text("cli.import.campaign.examples"));
  campaign->add_option("--into", options->region, text("cli.package.region"))->type_name("REGION")->required();
  campaign->add_option("--uptake", options->uptake, text("cli.import.campaign.uptake"))
      ->check(CLI::IsMember({"low", "typical", "high"}))
      ->capture_default_str();
  campaign->add_option("--out", options->out, text("cli.import.all.out"))->type_name("REGION")->required();
  campaign->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return import_campaign(*options, context); }; });

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
