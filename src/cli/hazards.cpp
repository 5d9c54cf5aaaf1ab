#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/run_options.hpp"
#include "study/hazard_story.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string region;
  std::string id;
  bool json = false;
};

using Json = nlohmann::ordered_json;

/// What the package says against its hazards and shocks; that is told here too, since it is where a maker looks.
Diagnostics remarks_of(const Diagnostics& notes) {
  Diagnostics out;
  for (const Problem& problem : notes.problems())
    if (problem.place.table == "hazards" || problem.place.table == "shocks") out.add(problem);
  return out;
}

Json name_json(const report::Name& name) { return {{"nl", name.nl}, {"en", name.en}}; }

Json names_json(const std::vector<report::Name>& names) {
  Json out = Json::array();
  for (const report::Name& name : names) out.push_back(name_json(name));
  return out;
}

Json row_json(const region::Region& region, const region::Hazard& hazard, const Texts& texts) {
  Json out{{"id", hazard.id},
           {"name", {{"nl", hazard.name_nl}, {"en", hazard.name_en}}},
           {"start", hazard.start},
           {"season", hazard.season},
           {"horizon_h", hazard.horizon_h},
           {"family", hazard.family}};
  Json parts = Json::array();
  for (const region::HazardPart& part : hazard.parts)
    parts.push_back({{"hazard", region.hazards[part.hazard.index()].id}, {"from_h", part.offset_h}});
  out["combines"] = std::move(parts);
  const auto id = region.find_hazard(hazard.id);
  const study::HazardStory story = study::story_of(region, *id, texts);
  out["model"] = story.core ? "core" : "full";
  out["sentences"] = names_json(story.sentences);
  out["sources"] = story.sources;
  return out;
}

class Printer {
 public:
  Printer(const region::Region& region, Context& context) : region_(region), context_(context) {}

  void list() const {
    static constexpr std::array<const char*, 8> families{"power", "weather", "health",      "digital",
                                                         "water", "hybrid",  "combination", ""};
    for (const std::string family : families) {
      bool headed = false;
      for (const region::Hazard& hazard : region_.hazards) {
        if (hazard.family != family) continue;
        if (!headed && families_used() > 1) line(say("cli.hazards.family." + (family.empty() ? "other" : family)));
        headed = true;
        const std::string indent = families_used() > 1 ? "  " : "";
        line(indent + hazard.id + std::string(width() - hazard.id.size(), ' ') + name(hazard));
      }
    }
    if (families_used() > 1) line("\n" + say("cli.hazards.more", {region_.hazards.front().id}));
  }

  void explain(region::HazardId id) const {
    const region::Hazard& hazard = region_.hazards[id.index()];
    const study::HazardStory story = study::story_of(region_, id, context_.texts);
    line(name(hazard));
    line(say("cli.hazards.frame",
             {hazard.start, context_.texts.render("report.season." + hazard.season, context_.language),
              format_decimal(hazard.horizon_h, 0, context_.language)}));
    paragraph("cli.hazards.parts", story.parts);
    paragraph("cli.hazards.shocks", story.sentences);
    line("\n" + in(story.model));
    line("\n" + say("cli.hazards.sources"));
    for (const std::string& source : story.sources) line("  " + source);
  }

 private:
  [[nodiscard]] std::size_t width() const {
    std::size_t longest = 23;
    for (const region::Hazard& hazard : region_.hazards) longest = std::max(longest, hazard.id.size());
    return longest + 1;
  }
  [[nodiscard]] std::size_t families_used() const {
    std::vector<std::string> seen;
    for (const region::Hazard& hazard : region_.hazards)
      if (std::find(seen.begin(), seen.end(), hazard.family) == seen.end()) seen.push_back(hazard.family);
    return seen.size();
  }
  [[nodiscard]] std::string name(const region::Hazard& hazard) const {
    return context_.language == Language::nl ? hazard.name_nl : hazard.name_en;
  }
  [[nodiscard]] std::string in(const report::Name& name) const {
    return context_.language == Language::nl ? name.nl : name.en;
  }
  [[nodiscard]] std::string say(const std::string& key, std::vector<std::string> arguments = {}) const {
    return context_.texts.render({key, std::move(arguments)}, context_.language);
  }
  void line(const std::string& text) const { context_.out << text << '\n'; }
  void paragraph(const char* key, const std::vector<report::Name>& sentences) const {
    if (sentences.empty()) return;
    line("\n" + say(key));
    for (const report::Name& sentence : sentences) line("  " + in(sentence));
  }

  const region::Region& region_;
  Context& context_;
};

Outcome hazards(const Options& options, Context& context) {
  Diagnostics notes;
  const auto loaded = load_with_notes(options.region, notes, context);
  if (!loaded) return tl::unexpected(loaded.error());
  const region::Region& region = *loaded;
  if (!options.id.empty()) {
    TRY(const region::HazardId id, study::find_hazard(region, options.id));
    if (options.json) {
      context.out << row_json(region, region.hazards[id.index()], context.texts).dump(2) << '\n';
    } else {
      Printer(region, context).explain(id);
    }
  } else if (options.json) {
    Json rows = Json::array();
    for (const region::Hazard& hazard : region.hazards) rows.push_back(row_json(region, hazard, context.texts));
    context.out << rows.dump(2) << '\n';
  } else {
    Printer(region, context).list();
  }
  const Diagnostics remarks = remarks_of(notes);
  if (!remarks.problems().empty()) print_problems_aside(remarks, context);
  return 0;
}

}  // namespace

void add_hazards(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("hazards", text("cli.hazards.help"));
  command->footer(text("cli.hazards.examples"));
  command->add_option("region", options->region, text("cli.package.region"))->type_name("REGION")->required();
  command->add_option("id", options->id, text("cli.hazards.id"))->type_name("ID");
  command->add_flag("--json", options->json, text("cli.hazards.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return hazards(*options, context); }; });
}

}  // namespace veer::cli
