#include "study/review.hpp"

#include <array>
#include <memory>
#include <ostream>

#include "cli/run_options.hpp"
#include "report/json.hpp"

namespace veer::cli {

namespace {

struct Options {
  RunOptions run;
  bool json = false;
};

void print(const report::Findings& findings, Context& context) {
  const auto in = [&](const report::Name& name) { return context.language == Language::nl ? name.nl : name.en; };
  const auto count = [&](double value) { return format_decimal(value, 0, context.language); };
  const auto say = [&](const char* key, const std::vector<std::string>& arguments) {
    context.out << context.texts.render({key, arguments}, context.language) << '\n';
  };
  std::array<std::size_t, 4> verdicts{};
  for (const auto& row : findings.consequences)
    ++verdicts[!row.occurs ? 3U : row.coverage == "covered" ? 0U : row.coverage == "partly" ? 1U : 2U];
  say("cli.review.count",
      {in(findings.hazard), std::to_string(findings.consequences.size() - verdicts[3]), std::to_string(verdicts[0]),
       std::to_string(verdicts[1]), std::to_string(verdicts[2]), std::to_string(verdicts[3])});
  for (const char* const track : {"car", "veiligheidsdirectie", "provider", "national"}) {
    bool headed = false;
    for (const auto& row : findings.consequences) {
      if (!row.occurs || row.track != track) continue;
      if (!headed)
        context.out << '\n' << context.texts.render("report.track." + std::string(track), context.language) << '\n';
      headed = true;
      say("cli.review.row",
          {context.texts.render("report.coverage." + row.coverage, context.language), in(row.name),
           count(row.peak.mean), in(row.unit), count(row.peak.p5), count(row.peak.p95), count(row.peak_h),
           count(row.from_h),
           row.beyond_horizon ? context.texts.render("cli.review.on", context.language) : count(row.until_h)});
      std::string plans;
      for (const auto& plan : row.plans) plans += (plans.empty() ? "" : ", ") + plan.name;
      say("cli.review.plans", {in(row.sentence), plans.empty() ? "–" : plans});
    }
  }
}

Outcome review(Options& options, Context& context) {
  TRY_DONE(options.run.complete(context));
  TRY(const region::Region region, open_region(options.run.region, context));
  TRY(const auto findings, study::review(region, options.run.study, context.texts));
  if (options.json) {
    context.out << report::consequences_json(findings);
  } else {
    print(findings, context);
  }
  return findings.cancelled ? exit_code(ErrorKind::cancelled) : 0;
}

}  // namespace

void add_review(CLI::App& app, Context& context, Chosen& chosen) {
  const auto options = std::make_shared<Options>();
  options->run.study.replicas = 500;
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  CLI::App* const command = app.add_subcommand("review", text("cli.review.help"));
  command->footer(text("cli.review.examples"));
  options->run.add_to(*command, context, true);
  command->add_flag("--json", options->json, text("cli.review.json"));
  command->callback(
      [options, &context, &chosen] { chosen = [options, &context] { return review(*options, context); }; });
}

}  // namespace veer::cli
