#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/data_file.hpp"
#include "store/sqlite_store.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string file;
  std::string data;
};

std::filesystem::path data_of(const Options& options) {
  return options.data.empty() ? usual_data_file() : std::filesystem::path(options.data);
}

Outcome backup(const Options& options, Context& context) {
  TRY(const std::uint64_t changes, store::backup_store(data_of(options), options.file));
  context.out << context.texts.render({"cli.backup.done",
                                       {options.file, format_count(static_cast<long long>(changes), context.language)}},
                                      context.language)
              << '\n';
  return 0;
}

Outcome restore(const Options& options, Context& context) {
  const std::filesystem::path data = data_of(options);
  TRY(const std::uint64_t changes, store::restore_store(options.file, data));
  context.out << context.texts.render(
                     {"cli.restore.done",
                      {data.string(), format_count(static_cast<long long>(changes), context.language)}},
                     context.language)
              << '\n';
  return 0;
}

/// @param key  of its sentences, without .help, .examples and .file
void add(CLI::App& app, const std::string& name, const std::string& key, Outcome (*run)(const Options&, Context&),
         Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&](const std::string& sentence) { return context.texts.render(sentence, context.language); };
  CLI::App* const command = app.add_subcommand(name, text(key + ".help"));
  command->footer(text(key + ".examples"));
  command->add_option("file", options->file, text(key + ".file"))->type_name("FILE")->required();
  command->add_option("--data", options->data, text("cli.serve.data"))->type_name("FILE");
  command->callback(
      [options, run, &context, &chosen] { chosen = [options, run, &context] { return run(*options, context); }; });
}

}  // namespace

void add_backup(CLI::App& app, Context& context, Chosen& chosen) {
  add(app, "backup", "cli.backup", backup, context, chosen);
}
void add_restore(CLI::App& app, Context& context, Chosen& chosen) {
  add(app, "restore", "cli.restore", restore, context, chosen);
}

}  // namespace veer::cli
