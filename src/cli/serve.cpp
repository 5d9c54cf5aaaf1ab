#include "server/serve.hpp"

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

#include "cli/command.hpp"
#include "cli/data_file.hpp"
#include "formats/files.hpp"
#include "store/sha256.hpp"

namespace veer::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  std::string region;
  std::string data;
  std::string web;
  server::ServeSettings settings;
};

fs::path program_file() {
  std::error_code failed;
  const fs::path file = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::path() : file;
}

/// Results are kept by what computed them: another build computes anew.
std::string program_name() {
  const auto bytes = formats::read_file(program_file());
  return "veer " VEER_VERSION + (bytes ? " " + store::sha256_hex(*bytes) : std::string());
}

/// The first folder with an index.html: beside the repository whose build this is, where a package would install it, or
/// below the present folder.
fs::path usual_web() {
  const fs::path beside = program_file().parent_path();
  for (const fs::path& folder : {beside / "../../web/dist", beside / "../share/veerkracht/web", fs::path("web/dist")}) {
    std::error_code failed;
    if (fs::exists(folder / "index.html", failed)) return folder.lexically_normal();
  }
  return {};
}

Outcome serve(Options& options, Context& context) {
  server::ServeSettings& settings = options.settings;
  settings.region = options.region;
  settings.data = options.data.empty() ? usual_data_file() : fs::path(options.data);
  settings.web = options.web.empty() ? usual_web() : fs::path(options.web);
  settings.version = VEER_VERSION;
  settings.program = program_name();
  settings.threads = std::max(1U, std::thread::hardware_concurrency());
  const auto say = [&](const Message& message) {
    context.out << context.texts.render(message, context.language) << std::endl;
  };
  const server::ServeNews news{
      [&](const std::string& address) { say({"cli.serve.ready", {address, settings.data.string()}}); }, say};
  TRY_DONE(server::serve(settings, context.texts, context.err, news, context.cancelled));
  say({"cli.serve.stopped", {}});
  return 0;
}

}  // namespace

void add_serve(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("serve", text("cli.serve.help"));
  command->footer(text("cli.serve.examples"));
  command->add_option("--region", options->region, text("cli.serve.region"))->type_name("REGION");
  command->add_flag("--update", options->settings.update, text("cli.serve.update"))->needs("--region");
  command->add_option("--data", options->data, text("cli.serve.data"))->type_name("FILE");
  command->add_option("--web", options->web, text("cli.serve.web"))->type_name("DIR");
  command->add_option("--host", options->settings.host, text("cli.serve.host"))
      ->type_name("ADDRESS")
      ->capture_default_str();
  command->add_option("--port", options->settings.port, text("cli.serve.port"))
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command->add_option("--allow-host", options->settings.allowed_hosts, text("cli.serve.allow_host"))->type_name("NAME");
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return serve(*options, context); }; });
}

}  // namespace veer::cli
