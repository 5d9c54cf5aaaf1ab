#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "cascade/down_record.hpp"
#include "ensemble/statistics.hpp"
#include "help/help.hpp"
#include "operations/conductor.hpp"
#include "region/help_figures.hpp"
#include "study/chapters.hpp"
#include "study/help.hpp"
#include "support_points/assets.hpp"

namespace veer::study {

namespace {

/// Help is worked out for the first replicas: its own figures are far more uncertain than what more of them would gain.
constexpr std::uint32_t most_replicas = 128;
constexpr double thousand = 1000;

/// Sums over the hours of each replica: replicas × (rows ×) hours, in thousandths.
class Sums {
 public:
  Sums(std::uint32_t replicas, std::size_t rows, std::size_t hours) : replicas_(replicas), rows_(rows), hours_(hours) {}
  [[nodiscard]] report::Estimate total(const std::vector<std::int64_t>& values, std::size_t row = 0) const {
    std::vector<double> sums;
    for (std::uint32_t r = 0; r < replicas_; ++r) {
      std::int64_t sum = 0;
      for (std::size_t hour = 0; hour < hours_; ++hour) sum += values[(r * rows_ + row) * hours_ + hour];
      sums.push_back(static_cast<double>(sum) / thousand);
    }
    return shown(ensemble::estimate(sums));
  }
  [[nodiscard]] report::Estimate greatest(const std::vector<std::int64_t>& values, std::size_t row = 0) const {
    std::vector<double> most;
    for (std::uint32_t r = 0; r < replicas_; ++r) {
      const auto begin = values.begin() + static_cast<std::ptrdiff_t>((r * rows_ + row) * hours_);
      most.push_back(static_cast<double>(*std::max_element(begin, begin + static_cast<std::ptrdiff_t>(hours_))) /
                     thousand);
    }
    return shown(ensemble::estimate(most));
  }
  template <class Value>
  [[nodiscard]] report::Curve curve(const std::vector<Value>& values, double unit, std::size_t row = 0) const {
    report::Curve out;
    std::vector<double> at(replicas_);
    for (std::size_t hour = 0; hour < hours_; ++hour) {
      for (std::uint32_t r = 0; r < replicas_; ++r)
        at[r] = static_cast<double>(values[(r * rows_ + row) * hours_ + hour]) / unit;
      const auto estimate = ensemble::estimate(at);
      out.mean.push_back(static_cast<float>(estimate.mean));
      out.standard_error.push_back(static_cast<float>(estimate.standard_error));
      out.p5.push_back(static_cast<float>(estimate.p5));
      out.p50.push_back(static_cast<float>(estimate.p50));
      out.p95.push_back(static_cast<float>(estimate.p95));
    }
    return out;
  }

 private:
  std::uint32_t replicas_;
  std::size_t rows_;
  std::size_t hours_;
};

std::vector<help::Point> points_of(const region::Region& region, const support_points::Plan& plan) {
  std::vector<std::map<std::size_t, double>> residents(plan.points.size());
  for (std::size_t c = 0; c < plan.walks.size(); ++c)
    if (plan.walks[c].point)
      residents[*plan.walks[c].point][region.zones[region.cells[c].zone.index()].area.index()] +=
          region.cells[c].residents;
  std::vector<help::Point> out;
  for (std::size_t i = 0; i < plan.points.size(); ++i) {
    if (!plan.points[i].local) continue;
    const auto asset = region.find_asset(support_points::asset_id(region.support_points[plan.points[i].point.index()]));
    if (!asset) continue;
    out.push_back(
        {cascade::ComponentMap::of(*asset), plan.points[i].capacity_per_h, {residents[i].begin(), residents[i].end()}});
  }
  return out;
}

std::vector<report::HelpNeed> needs_of(const help::Outcome& outcome, const Sums& sums) {
  std::vector<report::HelpNeed> out;
  for (std::size_t need = 0; need < outcome.needs; ++need) {
    const auto mean = [&](const std::vector<std::int64_t>& values) { return sums.curve(values, thousand, need).mean; };
    out.push_back({need, mean(outcome.unmet), mean(outcome.neighbours), mean(outcome.volunteers), mean(outcome.points),
                   mean(outcome.left), sums.total(outcome.unmet, need), sums.total(outcome.neighbours, need),
                   sums.total(outcome.volunteers, need), sums.total(outcome.points, need),
                   sums.total(outcome.left, need)});
  }
  return out;
}

/// "id: low – typical – high unit (source)" of a figure. English is what stands in the tables; a unit without a Dutch
/// word stays as it is there.
report::Name figure_words(const Words& words, const region::Parameter& row) {
  static constexpr std::array<std::array<const char*, 2>, 4> known{
      {{"per 1000", "study.unit.per_thousand"},
       {"fraction above normal", "study.unit.above_normal"},
       {"per 100k affected per 72 h", "study.unit.per_100k_affected_72h"},
       {"per million person-hours too warm", "study.unit.per_million_warm_hours"}}};
  report::Name unit{row.unit_text, row.unit_text};
  for (const auto& [text, key] : known)
    if (row.unit_text == text) unit.nl = words.say(key).nl;
  const auto numbers = [&](const auto& shown) {
    return row.id + ": " + shown(row.low) + " – " + shown(row.typical) + " – " + shown(row.high) + " ";
  };
  const std::string source = row.source.empty() ? "" : " (" + row.source + ")";
  const auto dutch = [](double value) {
    std::string text = canonical_number(value);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
  };
  return {numbers(dutch) + unit.nl + source, numbers(canonical_number) + unit.en + source};
}

}  // namespace

Result<report::HelpFinding> tell_help(const region::Region& region, const Scenario& scenario, const Options& options,
                                      const Texts& texts, const support_points::Plan* plan) {
  const cascade::Program& program = scenario.compiled.program;
  TRY(const auto engine, cascade::choose_engine(program, options.engine, scenario.means != nullptr));
  help::Question question;
  if (plan != nullptr) question.points = points_of(region, *plan);
  if (scenario.start.size() >= 13) question.start_hour = (scenario.start[11] - '0') * 10 + (scenario.start[12] - '0');
  question.cold_season = scenario.season == "winter" || scenario.season == "autumn";
  auto wanted = help::wanted(region, scenario.compiled);
  for (const help::Point& point : question.points) wanted.push_back(point.component);
  const auto record =
      cascade::DownRecord::play(program, wanted, std::min(most_replicas, options.replicas), options.threads, engine,
                                scenario.means ? operations::conductors(*scenario.means) : cascade::DirectorMaker{});
  question.demand = help::call_demand(region, scenario.hazard);
  TRY(const auto outcome,
      help::play({region, scenario.compiled, scenario.population, record}, question, options.threads));

  const Words words(region, scenario.compiled, texts);
  const Sums by_need(outcome.replicas, outcome.needs, outcome.hours);
  const Sums all(outcome.replicas, 1, outcome.hours);
  report::HelpFinding out;
  out.replicas = outcome.replicas;
  out.needs = needs_of(outcome, by_need);
  for (std::size_t day = 0; day < outcome.days; ++day) {
    std::vector<double> values;
    for (std::uint32_t r = 0; r < outcome.replicas; ++r) values.push_back(outcome.capacity[r * outcome.days + day]);
    out.capacity_by_day.push_back(shown(ensemble::estimate(values)));
  }
  for (const help::Vulnerable& row : outcome.vulnerable)
    out.vulnerable.push_back({row.id, words.say("study.vulnerable." + row.id),
                              static_cast<double>(row.heads) / thousand, all.curve(row.without, thousand),
                              all.greatest(row.without)});
  out.calls = {.wanted = all.total(outcome.calls_wanted),
               .impossible = all.total(outcome.calls_impossible),
               .unanswered = all.total(outcome.calls_unanswered),
               .answered = all.total(outcome.calls_answered),
               .wanted_by_hour = all.curve(outcome.calls_wanted, thousand).mean,
               .impossible_by_hour = all.curve(outcome.calls_impossible, thousand).mean,
               .unanswered_by_hour = all.curve(outcome.calls_unanswered, thousand).mean};
  out.volunteers_registered = outcome.registered;
  out.volunteer_call_h = to_hours(question.call);
  for (std::size_t i = 0; i < question.other_calls.size(); ++i) {
    const auto* const from = outcome.come_at.data() + i * outcome.replicas;
    out.volunteer_calls.push_back(
        {to_hours(question.other_calls[i]), shown(ensemble::estimate({from, outcome.replicas}))});
  }
  out.volunteers_uncalled = shown(ensemble::estimate(outcome.come_uncalled));
  if (!question.points.empty()) {
    report::SupportVisits visits;
    visits.visitors = all.total(outcome.visitors);
    visits.served = all.total(outcome.served);
    visits.waiting_h = all.total(outcome.queue);
    visits.arriving = all.curve(outcome.visitors, thousand);
    visits.queue = all.curve(outcome.queue, thousand);
    visits.longest_queue = all.greatest(outcome.queue);
    const auto busiest = std::max_element(visits.arriving.mean.begin(), visits.arriving.mean.end());
    visits.busiest_h = static_cast<double>(busiest - visits.arriving.mean.begin());
    out.visits = std::move(visits);
  }
  const auto figure = [&](const char* id) { return figure_words(words, region::help_parameter(region, id)); };
  const auto harm = [&](const char* id, const std::vector<double>& people, const report::Name& rests_on) {
    out.harms.push_back({id, words.say(std::string("study.harm.") + id), shown(ensemble::estimate(people)), rests_on});
  };
  const report::Name mortality = figure("harm.mortality");
  const report::Name excess = figure("harm.excess");
  harm("deaths", outcome.deaths, {mortality.nl + "; " + excess.nl, mortality.en + "; " + excess.en});
  if (question.cold_season) harm("carbon_monoxide", outcome.carbon_monoxide, figure("harm.carbon_monoxide"));
  if (std::any_of(outcome.heat_deaths.begin(), outcome.heat_deaths.end(), [](double people) { return people > 0; }))
    harm("heat", outcome.heat_deaths, figure("harm.heat"));
  out.unrest = all.curve(outcome.unrest, 1);
  for (const auto& [need, weight] : outcome.unrest_parts) {
    const region::Service& service = region.services[scenario.population.needs()[need].index()];
    out.unrest_parts.push_back({{service.name_nl, service.name_en}, weight});
  }
  return out;
}

}  // namespace veer::study
