#include "cli/site_region.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>

#include "cli/run_options.hpp"
#include "cli/stopwatch.hpp"
#include "formats/csv.hpp"
#include "formats/files.hpp"
#include "mip/cbc.hpp"
#include "report/json.hpp"
#include "study/support_points.hpp"

namespace veer::cli {

namespace {

namespace points = veer::support_points;

Error not_together(const char* first, const char* second) {
  return {ErrorKind::invalid_input, {"support_points.option.together", {first, second}}, {}, {}};
}

Result<points::Objective> objective_of(const SiteRegion& options) {
  std::string name = options.objective;
  const char* given = options.objective_given->count() > 0 ? "--objective" : nullptr;
  const std::pair<bool, std::pair<const char*, const char*>> flags[] = {{options.backup, {"--backup", "backup"}},
                                                                        {options.gradual, {"--gradual", "gradual"}},
                                                                        {options.capacity, {"--capacity", "capacity"}}};
  for (const auto& [on, words] : flags) {
    if (!on) continue;
    if (given != nullptr && name != words.second) return fail(not_together(given, words.first));
    given = words.first;
    name = words.second;
  }
  const auto* found = std::find(std::begin(points::objective_names), std::end(points::objective_names), name);
  return static_cast<points::Objective>(found - std::begin(points::objective_names));
}

Result<points::Question> question_of(const SiteRegion& options) {
  points::Question question;
  TRY(question.objective, objective_of(options));
  question.season = options.season;
  question.robust = options.robust == "expected" ? points::Robust::expected
                    : options.robust == "worst"  ? points::Robust::worst
                                                 : points::Robust::none;
  const bool walk = question.objective == points::Objective::walk;
  if (!walk && question.robust != points::Robust::none) return fail(not_together("--robust", "--objective"));
  if (!walk && options.water) return fail(not_together("--water", "--objective"));
  if (options.water && question.robust != points::Robust::none) return fail(not_together("--water", "--robust"));
  const bool priced = question.objective != points::Objective::capacity;
  if (!priced && options.budget_given->count() > 0) return fail(not_together("--capacity", "--budget"));
  if (!priced && options.per_municipality > 0) return fail(not_together("--capacity", "--per-municipality-minimum"));
  if (options.points_given->count() > 0) question.points = options.points;
  if (options.budget_given->count() > 0) question.budget_eur = options.budget;
  if (options.coordinating_given->count() > 0) question.coordinating = options.coordinating;
  question.must = options.must;
  question.must_not = options.must_not;
  question.keep = options.keep;
  if (options.capacity_per_h > 0) question.capacity_per_h = options.capacity_per_h;
  question.per_municipality = options.per_municipality;
  if (options.reach > 0) question.reach_min = options.reach;
  question.water = options.water;
  question.compare = !options.no_compare;
  return question;
}

std::string cell_of(double value, int decimals) {
  if (!std::isfinite(value)) return "";
  const double scale = std::pow(10, decimals);
  return canonical_number(std::floor(value * scale + 0.5) / scale);
}

formats::Table points_table(const report::SupportPlanFinding& plan) {
  formats::Table table;
  table.name = "points";
  table.columns = {"id",
                   "name",
                   "level",
                   "municipality",
                   "lon",
                   "lat",
                   "residents",
                   "visitors_per_day",
                   "visitors_per_h",
                   "capacity_per_h",
                   "minutes_mean",
                   "minutes_p95",
                   "coordinator",
                   "courier_minutes",
                   "staff",
                   "shifts",
                   "power_kw",
                   "wiring_holds",
                   "water_l_per_day",
                   "cost_once_eur",
                   "cost_year_eur"};
  for (const auto& point : plan.points)
    table.rows.push_back({point.id,
                          point.name,
                          point.level,
                          point.municipality_name,
                          point.place ? canonical_number(point.place->lon) : "",
                          point.place ? canonical_number(point.place->lat) : "",
                          cell_of(point.residents, 0),
                          cell_of(point.visitors_per_day, 0),
                          cell_of(point.visitors_per_h, 1),
                          cell_of(point.capacity_per_h, 0),
                          cell_of(point.minutes_mean, 1),
                          cell_of(point.minutes_p95, 1),
                          point.coordinator ? plan.points[*point.coordinator].id : "",
                          point.coordinator ? cell_of(point.courier_minutes, 1) : "",
                          cell_of(point.staff, 1),
                          cell_of(point.shifts, 0),
                          cell_of(point.power_kw, 1),
                          cell_of(point.wiring_holds, 4),
                          cell_of(point.water_l_per_day, 0),
                          cell_of(point.once_eur, 0),
                          cell_of(point.year_eur, 0)});
  return table;
}

formats::Table walks_table(const report::SupportPlanFinding& plan) {
  formats::Table table;
  table.name = "walks";
  table.columns = {"cell", "residents", "support_point", "minutes"};
  for (std::size_t i = 0; i < plan.walks.cell.size(); ++i) {
    const std::int64_t point = plan.walks.point[i];
    table.rows.push_back({plan.walks.cell[i], cell_of(static_cast<double>(plan.walks.residents[i]), 0),
                          point < 0 ? "" : plan.points[static_cast<std::size_t>(point)].id,
                          point < 0 ? "" : cell_of(static_cast<double>(plan.walks.minutes[i]), 1)});
  }
  return table;
}

Done write_files(const report::SupportPlanFinding& plan, double seconds, const std::string& out) {
  TRY(auto staged, formats::StagedFolder::beside(out));
  TRY_DONE(staged.write("points.csv", formats::to_csv(points_table(plan))));
  TRY_DONE(staged.write("walks.csv", formats::to_csv(walks_table(plan))));
  TRY_DONE(staged.write("support_points.json", report::support_points_json(plan, seconds)));
  return staged.commit();
}

/// The answer in a screen of sentences.
class Summary {
 public:
  Summary(const report::SupportPlanFinding& plan, Context& context) : plan_(plan), context_(context) {}

  void write(double seconds) const {
    say("cli.site.plan", {in(plan_.objective_name), count(plan_.local), count(plan_.candidates_local),
                          count(plan_.coordinating), count(plan_.candidates_coordinating)});
    for (const auto& proof : plan_.proofs) say_proof(proof);
    say("cli.site.seconds", {number(seconds, 1)});
    say("cli.site.walking", {number(plan_.minutes_mean, 1), limit(plan_.minutes_p95), number(plan_.minutes_longest, 1),
                             percent(plan_.within_reach), number(plan_.reach_min, 0), percent(plan_.within_1km),
                             percent(plan_.within_reach_75)});
    if (plan_.unreached > 0) say("cli.site.unreached", {count(plan_.unreached)});
    if (plan_.coordinating > 0) say("cli.site.couriers", {number(plan_.courier_mean_min, 1)});
    say("cli.site.visitors",
        {count(plan_.visitors_per_day.p50), count(plan_.visitors_per_day.p5), count(plan_.visitors_per_day.p95),
         percent(plan_.over_capacity), percent(plan_.over_capacity_p95)});
    if (plan_.water > 0) say("cli.site.water", {count(plan_.water), count(plan_.water_l_per_day / 1000)});
    say_staff();
    say("cli.site.cost", {count(plan_.once_eur), count(plan_.year_eur)});
    for (const auto& row : plan_.assumptions)
      if (&row != &plan_.assumptions.front())
        say(row.flips ? "cli.site.flips" : "cli.site.holds",
            {in(row.name), number(100 * row.regret_share, 1), count(static_cast<double>(row.other_points))});
  }

 private:
  void say(const char* key, std::vector<std::string> arguments) const {
    context_.out << context_.texts.render(Message{key, std::move(arguments)}, context_.language) << '\n';
  }
  [[nodiscard]] const std::string& in(const report::Name& name) const {
    return context_.language == Language::nl ? name.nl : name.en;
  }
  [[nodiscard]] std::string number(double value, int decimals) const {
    return format_decimal(value, decimals, context_.language);
  }
  template <class Number>
  [[nodiscard]] std::string count(Number value) const {
    return format_count(std::llround(static_cast<double>(value)), context_.language);
  }
  [[nodiscard]] std::string percent(double share) const { return number(100 * share, 1); }
  [[nodiscard]] std::string limit(double minutes) const { return std::isfinite(minutes) ? number(minutes, 1) : "> 45"; }

  void say_proof(const report::SupportProof& proof) const {
    const int decimals = proof.value < 1000 ? 2 : 0;
    say(proof.optimal ? "cli.site.proof.optimal" : "cli.site.proof.feasible",
        {in(proof.about), number(proof.value, decimals), in(proof.unit), number(proof.bound, decimals),
         number(100 * proof.gap, 2)});
  }

  void say_staff() const {
    double needed = 0;
    double shifts = 0;
    double with_call = 0;
    double without = 0;
    for (const auto& roster : plan_.rosters) {
      needed += roster.needed;
      shifts += roster.person_shifts;
      with_call += roster.present_called.p50;
      without += roster.present_uncalled.p50;
    }
    say("cli.site.staff", {count(needed), count(shifts), count(with_call), count(without)});
    for (const auto& row : plan_.displaced)
      say("cli.site.displaced", {row.resource, count(row.tied), count(row.pool), count(row.person_shifts)});
  }

  const report::SupportPlanFinding& plan_;
  Context& context_;
};

}  // namespace

void SiteRegion::add_to(CLI::App& command, const Context& context) {
  const auto text = [&context](std::string_view key) { return context.texts.render(key, context.language); };
  points_given =
      command.add_option("--points", points, text("cli.site.points"))->check(CLI::PositiveNumber)->type_name("N");
  budget_given =
      command.add_option("--budget", budget, text("cli.site.budget"))->check(CLI::NonNegativeNumber)->type_name("EUR");
  objective_given =
      command.add_option("--objective", objective, text("cli.site.objective"))
          ->check(CLI::IsMember({"walk", "cover", "gradual", "backup", "everyone", "furthest", "capacity"}))
          ->capture_default_str();
  coordinating_given = command.add_option("--coordinating", coordinating, text("cli.site.coordinating"))
                           ->check(CLI::NonNegativeNumber)
                           ->type_name("M");
  command.add_option("--must", must, text("cli.site.must"))->delimiter(',')->type_name("ID");
  command.add_option("--must-not", must_not, text("cli.site.must_not"))->delimiter(',')->type_name("ID");
  command.add_flag("--keep", keep, text("cli.site.keep"));
  command.add_flag("--capacity", capacity, text("cli.site.capacity"));
  command.add_option("--capacity-per-hour", capacity_per_h, text("cli.site.capacity_per_h"))
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command.add_flag("--backup", backup, text("cli.site.backup"));
  command.add_flag("--gradual", gradual, text("cli.site.gradual"));
  command.add_flag("--water", water, text("cli.site.water_help"));
  command.add_option("--per-municipality-minimum", per_municipality, text("cli.site.per_municipality"))->type_name("N");
  command.add_option("--reach", reach, text("cli.site.reach"))->check(CLI::PositiveNumber)->type_name("MIN");
  command.add_option("--robust", robust, text("cli.site.robust"))
      ->check(CLI::IsMember({"none", "expected", "worst"}))
      ->capture_default_str();
  command.add_option("--season", season, text("cli.run.season"))
      ->check(CLI::IsMember({"winter", "spring", "summer", "autumn"}))
      ->capture_default_str();
  command.add_flag("--no-compare", no_compare, text("cli.site.no_compare"));
  command.add_option("--out", out, text("cli.site.out"))->type_name("DIR");
}

Outcome run_site_region(const SiteRegion& options, const std::string& path, double seconds, bool json,
                        Context& context) {
  TRY(const points::Question question, question_of(options));
  const Stopwatch clock;  // from here on: reading the region is inside --time and inside the seconds told
  TRY(const region::Region region, open_region(path, context));
  mip::Cbc cbc("cbc", context.cancelled);
  points::Effort effort;
  effort.stopped = context.cancelled;
  if (seconds > 0) {
    effort.clock.emplace();
    effort.clock->seconds_left = [&] {
      return context.cancelled && context.cancelled() ? 0.0 : seconds - clock.seconds();
    };
    if (cbc.present()) effort.solver = &cbc;
  }
  TRY(const points::Plan plan, points::make_plan(region, question, effort));
  const double spent = clock.seconds();
  if (context.cancelled && context.cancelled())
    context.err << context.texts.render("cli.site.stopped", context.language) << '\n';
  const auto shown = study::shown(region, plan, context.texts);
  if (!options.out.empty()) TRY_DONE(write_files(shown, spent, options.out));
  if (json) {
    context.out << report::support_points_json(shown, spent);
  } else {
    Summary(shown, context).write(spent);
    if (!options.out.empty())
      context.out << context.texts.render({"cli.site.written", {options.out}}, context.language) << '\n';
  }
  return 0;
}

}  // namespace veer::cli
