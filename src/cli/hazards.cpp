#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/run_options.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string region;
  bool json = false;
};

Outcome hazards(const Options& options, Context& context) {
  TRY(const region::Region region, open_region(options.region, context));
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const region::Hazard& hazard : region.hazards) {
    if (options.json) {
      rows.push_back({{"id", hazard.id},
                      {"name", {{"nl", hazard.name_nl}, {"en", hazard.name_en}}},
                      {"start", hazard.start},
                      {"season", hazard.season},
                      {"horizon_h", hazard.horizon_h}});
    } else {
      context.out << hazard.id << std::string(hazard.id.size() < 24 ? 24 - hazard.id.size() : 1, ' ')
                  << (context.language == Language::nl ? hazard.name_nl : hazard.name_en) << '\n';
    }
  }
  if (options.json) context.out << rows.dump(2) << '\n';
  return 0;
}

}  // namespace

void add_hazards(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("hazards", text("cli.hazards.help"));
  command->footer(text("cli.hazards.examples"));
  command->add_option("region", options->region, text("cli.package.region"))->type_name("REGION")->required();
  command->add_flag("--json", options->json, text("cli.hazards.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return hazards(*options, context); }; });
}

}  // namespace veer::cli
