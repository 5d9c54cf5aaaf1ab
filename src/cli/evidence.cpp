#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/run_options.hpp"
#include "study/evidence.hpp"

namespace veer::cli {

namespace {

struct Options {
  std::string region;
  std::string confidence;
  std::string find;
  std::string sort = "table";
  bool unused = false;
  bool json = false;
};

using Row = study::EvidenceRow;

constexpr std::array<const char*, 5> levels{"measured", "register", "published", "estimate", "assumption"};

/// Title and address; of a figure that has none, that it is an assumption, and why this value.
std::string source_of(const Row& row, const Context& context, Language language) {
  if (!row.source.empty()) return row.source + (row.source_url.empty() ? "" : " – " + row.source_url);
  return row.reason.empty() ? context.texts.render("cli.evidence.assumed", language)
                            : context.texts.render({"cli.evidence.assumed.reason", {row.reason}}, language);
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

bool wanted(const Row& row, const Options& options, const Context& context) {
  if (!options.confidence.empty() && row.confidence != options.confidence) return false;
  if (options.unused && evidence::is_used(row.uses)) return false;
  if (options.find.empty()) return true;
  std::string all = row.id + ' ' + row.subject + ' ' + row.name + ' ' + source_of(row, context, context.language);
  for (const evidence::Use& use : row.uses) all += ' ' + use.where;
  return lower(all).find(lower(options.find)) != std::string::npos;
}

void put_in_order(std::vector<Row>& rows, const std::string& order) {
  const auto level = [](const Row& row) {
    return std::find(levels.begin(), levels.end(), row.confidence) - levels.begin();
  };
  if (order == "id") std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
  // What rests on the least and what matters in most places first.
  if (order == "confidence")
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return level(a) > level(b); });
  if (order == "used")
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return evidence::used_by(a.uses) > evidence::used_by(b.uses); });
}

std::string use_in_words(const evidence::Use& use, Context& context) {
  const auto say = [&](const std::string& key, std::vector<std::string> arguments = {}) {
    return context.texts.render({key, std::move(arguments)}, context.language);
  };
  if (use.where.starts_with("rule:")) return say("cli.evidence.rule." + use.where.substr(5));
  if (use.where.starts_with("from:")) return say("cli.evidence.from", {use.where.substr(5)});
  return say("cli.evidence.rows", {use.where, std::to_string(use.rows)});
}

void print(const std::vector<Row>& rows, Context& context) {
  const auto say = [&](const char* key, const std::vector<std::string>& arguments = {}) {
    context.out << context.texts.render({key, arguments}, context.language) << '\n';
  };
  for (const Row& row : rows) {
    say("cli.evidence.figure", {row.id, row.subject + (row.name.empty() ? "" : ": " + row.name)});
    say("cli.evidence.value", {canonical_number(row.typical), canonical_number(row.low), canonical_number(row.high),
                               row.unit, row.distribution, row.confidence});
    say("cli.evidence.source", {source_of(row, context, context.language)});
    std::string where;
    for (const evidence::Use& use : row.uses) where += (where.empty() ? "" : ", ") + use_in_words(use, context);
    if (where.empty()) {
      say("cli.evidence.idle");
    } else {
      say("cli.evidence.used", {where});
    }
  }
  std::vector<std::string> counts{std::to_string(rows.size())};
  for (const char* const level : levels)
    counts.push_back(std::to_string(
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.confidence == level; })));
  counts.push_back(std::to_string(
      std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !evidence::is_used(row.uses); })));
  if (!rows.empty()) context.out << '\n';
  say("cli.evidence.count", counts);
}

void print_json(const std::vector<Row>& rows, Context& context) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  nlohmann::ordered_json counts = nlohmann::ordered_json::object();
  for (const char* const level : levels) counts[level] = 0;
  for (const Row& row : rows) {
    nlohmann::ordered_json uses = nlohmann::ordered_json::array();
    for (const evidence::Use& use : row.uses) uses.push_back({{"where", use.where}, {"rows", use.rows}});
    all.push_back({{"id", row.id},
                   {"subject", row.subject},
                   {"name", row.name},
                   {"low", row.low},
                   {"typical", row.typical},
                   {"high", row.high},
                   {"unit", row.unit},
                   {"distribution", row.distribution},
                   {"source", source_of(row, context, Language::en)},
                   {"confidence", row.confidence},
                   {"used_by", evidence::used_by(row.uses)},
                   {"used_in", std::move(uses)}});
    counts[row.confidence] = counts[row.confidence].get<int>() + 1;
  }
  context.out << nlohmann::ordered_json{{"parameters", std::move(all)}, {"counts", std::move(counts)}}.dump(2) << '\n';
}

Outcome evidence_of(const Options& options, Context& context) {
  std::vector<Row> rows;
  if (options.region.empty()) {
    rows = study::evidence_rows(nullptr);
  } else {
    TRY(const region::Region region, open_region(options.region, context));
    rows = study::evidence_rows(&region);
  }
  std::erase_if(rows, [&](const Row& row) { return !wanted(row, options, context); });
  put_in_order(rows, options.sort);
  if (options.json) {
    print_json(rows, context);
  } else {
    print(rows, context);
  }
  return 0;
}

}  // namespace

void add_evidence(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("evidence", text("cli.evidence.help"));
  command->footer(text("cli.evidence.examples"));
  command->add_option("region", options->region, text("cli.evidence.region"))->type_name("REGION");
  command->add_option("--confidence", options->confidence, text("cli.evidence.confidence"))
      ->check(CLI::IsMember(std::vector<std::string>(levels.begin(), levels.end())));
  command->add_option("--find", options->find, text("cli.evidence.find"))->type_name("WORD");
  command->add_option("--sort", options->sort, text("cli.evidence.sort"))
      ->check(CLI::IsMember({"table", "id", "confidence", "used"}))
      ->capture_default_str();
  command->add_flag("--unused", options->unused, text("cli.evidence.unused"));
  command->add_flag("--json", options->json, text("cli.evidence.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return evidence_of(*options, context); }; });
}

}  // namespace veer::cli
