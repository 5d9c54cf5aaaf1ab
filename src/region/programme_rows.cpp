#include <algorithm>
#include <functional>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "region/measure_account.hpp"
#include "region/measure_change.hpp"
#include "region/rows.hpp"

namespace veer::region {

namespace {

void read_support_points(const Cells& cells, Region& region) {
  const View& view = cells.view("support_points");
  for (std::size_t row = 0; row < view.size(); ++row) {
    SupportPoint point;
    point.id = view.id(row);
    point.name = view.text(row, "name");
    point.level = view.value<SupportLevel>(row, "level");
    point.organisation = cells.reference<OrganisationId>(view, row, "organisation");
    point.area = cells.reference<AreaId>(view, row, "area");
    point.place = {view.number(row, "lon"), view.number(row, "lat")};
    point.functions = view.text(row, "functions");
    point.capacity_per_h = view.number(row, "capacity_per_h");
    point.staff = view.maybe_number(row, "staff");
    point.cost_once_eur = view.maybe_number(row, "cost_once_eur");
    point.cost_year_eur = view.maybe_number(row, "cost_year_eur");
    point.exposed = view.text(row, "exposed");
    point.confirmed = view.flag(row, "confirmed");
    point.provenance = view.provenance(row);
    region.support_points.push_back(std::move(point));
  }
}

/// The minutes of a row as numbers, or nothing after telling what is wrong with them.
std::optional<std::vector<double>> read_minutes(const Cells& cells, const View& view, std::size_t row) {
  std::vector<double> minutes;
  for (const std::string& word : split_words(view.text(row, "minutes"))) {
    const auto value = parse_number(word);
    if (!value || *value < 0) {
      cells.error(view, row, "minutes", "region.walks.minutes", {word});
      return std::nullopt;
    }
    if (!minutes.empty() && *value < minutes.back()) {
      cells.error(view, row, "minutes", "region.walks.order", {word});
      return std::nullopt;
    }
    minutes.push_back(*value);
  }
  return minutes;
}

void read_walks(const Cells& cells, Region& region) {
  const View& view = cells.view("walks");
  const View& points = cells.view("support_points");
  std::vector<char> seen(region.cells.size(), 0);
  for (std::size_t row = 0; row < view.size(); ++row) {
    CellWalks of_cell;
    of_cell.id = view.id(row);
    of_cell.cell = cells.reference<CellId>(view, row, "cell");
    of_cell.provenance = view.provenance(row);
    if (of_cell.cell.valid() && seen[of_cell.cell.index()]++ != 0)
      cells.error(view, row, "cell", "region.walks.twice", {view.text(row, "cell")});
    const auto names = split_words(view.text(row, "support_points"));
    const auto minutes = read_minutes(cells, view, row);
    if (minutes && minutes->size() != names.size())
      cells.error(view, row, "minutes", "region.walks.count",
                  {std::to_string(names.size()), std::to_string(minutes->size())});
    if (minutes && minutes->size() == names.size()) {
      std::set<std::string> once;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (!once.insert(names[i]).second) cells.error(view, row, "support_points", "region.walks.same", {names[i]});
        // A point that is unknown has been told already, and nothing is built.
        if (const auto point = points.find(names[i])) of_cell.walks.push_back({SupportPointId(*point), (*minutes)[i]});
      }
    }
    region.walks.push_back(std::move(of_cell));
  }
}

void read_channels(const Cells& cells, Region& region) {
  const View& view = cells.view("channels");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Channel channel;
    channel.id = view.id(row);
    channel.name_nl = view.text(row, "name_nl");
    channel.name_en = view.text(row, "name_en");
    if (const auto sender = cells.reference<AssetId>(view, row, "sender"); sender.valid()) channel.sender = sender;
    if (const auto service = cells.reference<ServiceId>(view, row, "receiver_service"); service.valid())
      channel.receiver_service = service;
    channel.reach = cells.reference<ParameterId>(view, row, "reach");
    channel.delay_h = view.number(row, "delay_h");
    channel.provenance = view.provenance(row);
    expect_share(cells, region, view, row, "reach", channel.reach);
    region.channels.push_back(std::move(channel));
  }
}

/// A measure that needs or rules out itself, or needs what it rules out, can never be chosen.
void check_measure(const Cells& cells, const View& view, std::size_t row, const Measure& measure) {
  const auto holds = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  if (holds(measure.requires_measures, measure.id))
    cells.error(view, row, "requires", "region.measure.itself", {measure.id});
  if (holds(measure.excludes_measures, measure.id))
    cells.error(view, row, "excludes", "region.measure.itself", {measure.id});
  for (const std::string& id : measure.requires_measures)
    if (id != measure.id && holds(measure.excludes_measures, id))
      cells.error(view, row, "excludes", "region.measure.contradiction", {measure.id, id});
}

/// Measures that need one another in a circle can never be begun. Told once for each circle, at its first row.
void check_circles(const Cells& cells, const View& view, const std::vector<Measure>& measures) {
  enum class Seen : std::uint8_t { no, open, done };
  std::vector<Seen> seen(measures.size(), Seen::no);
  std::vector<std::size_t> path;
  const std::function<void(std::size_t)> walk = [&](std::size_t at) {
    seen[at] = Seen::open;
    path.push_back(at);
    for (const std::string& id : measures[at].requires_measures) {
      const auto next = view.find(id);
      if (!next || *next == at || seen[*next] == Seen::done) continue;  // unknown and itself have been told
      if (seen[*next] == Seen::no) {
        walk(*next);
        continue;
      }
      const auto first = std::find(path.begin(), path.end(), *next);
      std::string circle;
      for (auto i = first; i != path.end(); ++i) circle += measures[*i].id + " > ";
      cells.error(view, *std::min_element(first, path.end()), "requires", "region.measure.circle",
                  {circle + measures[*next].id});
    }
    path.pop_back();
    seen[at] = Seen::done;
  };
  for (std::size_t i = 0; i < measures.size(); ++i)
    if (seen[i] == Seen::no) walk(i);
}

void read_measures(const Cells& cells, Region& region) {
  const View& view = cells.view("measures");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Measure measure;
    measure.id = view.id(row);
    measure.name_nl = view.text(row, "name_nl");
    measure.name_en = view.text(row, "name_en");
    measure.owner = cells.reference<OrganisationId>(view, row, "owner");
    measure.track = view.value<Track>(row, "track");
    measure.pillar = view.integer(row, "pillar");
    measure.cost_once_eur = view.number(row, "cost_once_eur");
    measure.cost_year_eur = view.number(row, "cost_year_eur");
    measure.price_year = view.integer(row, "price_year");
    measure.lead_time_months = view.number(row, "lead_time_months");
    measure.requires_measures = split_words(view.text(row, "requires"));
    measure.excludes_measures = split_words(view.text(row, "excludes"));
    measure.change = view.text(row, "change");
    measure.phase = view.value<MeasurePhase>(row, "phase");
    measure.task = view.text(row, "task");
    measure.payer = cells.reference<OrganisationId>(view, row, "payer");
    if (!measure.payer.valid()) measure.payer = measure.owner;
    measure.accountable = cells.reference<OrganisationId>(view, row, "accountable");
    if (!measure.accountable.valid()) measure.accountable = measure.owner;
    measure.consulted = split_words(view.text(row, "consulted"));
    measure.informed = split_words(view.text(row, "informed"));
    measure.provenance = view.provenance(row);
    check_measure(cells, view, row, measure);
    region.measures.push_back(std::move(measure));
  }
  check_circles(cells, view, region.measures);
}

/// "low=1;typical=2" as pairs; nothing after telling what is no pair.
std::optional<std::vector<std::pair<std::string, std::string>>> read_values(const Cells& cells, const View& view,
                                                                            std::size_t row) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& pair : split_words(view.text(row, "values"), ';')) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
      cells.error(view, row, "values", "region.measure_change.pair", {pair});
      return std::nullopt;
    }
    out.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return out;
}

/// Each row is tried on a copy of the region, so that what cannot be applied is told with its place.
void read_measure_changes(const Cells& cells, Region& region) {
  const View& view = cells.view("measure_changes");
  if (view.size() == 0) return;
  const std::size_t errors_before = cells.notes().error_count();
  for (std::size_t row = 0; row < view.size(); ++row) {
    MeasureChange change;
    change.id = view.id(row);
    change.measure = cells.view("measures").find(view.text(row, "measure")).value_or(0);
    const std::string action = view.text(row, "action");
    change.remove = action == "remove";
    change.uptake = action == "low" ? Uptake::low : action == "high" ? Uptake::high : Uptake::expected;
    change.table = view.text(row, "table");
    change.rows = split_words(view.text(row, "rows"));
    if (const auto values = read_values(cells, view, row)) change.values = *values;
    region.measure_changes.push_back(std::move(change));
  }
  // What other tables contradict would only be told again.
  if (errors_before > 0 || cells.notes().error_count() > errors_before) return;
  region.make_index();
  for (const MeasureFault& fault : faults_of_measures(region))
    cells.error(view, fault.change, fault.column, fault.message);
}

void check_plan(const Cells& cells, const View& view, std::size_t row, const Plan& plan) {
  if (plan.confidential) {
    for (const char* column : {"consequence", "from_h", "until_h", "capacity", "unit", "covers"})
      if (!view.empty(row, column)) cells.error(view, row, column, "region.plan.confidential", {plan.id, column});
  }
  if (plan.from_h && plan.until_h && *plan.from_h > *plan.until_h)
    cells.error(view, row, "until_h", "region.plan.until_before_from",
                {canonical_number(*plan.until_h), canonical_number(*plan.from_h)});
}

void read_plans(const Cells& cells, Region& region) {
  const View& view = cells.view("plans");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Plan plan;
    plan.id = view.id(row);
    plan.name = view.text(row, "name");
    plan.organisation = cells.reference<OrganisationId>(view, row, "organisation");
    plan.kind = view.text(row, "kind");
    plan.consequence = view.text(row, "consequence");
    plan.from_h = view.maybe_number(row, "from_h");
    plan.until_h = view.maybe_number(row, "until_h");
    plan.capacity = view.maybe_number(row, "capacity");
    plan.unit = view.text(row, "unit");
    plan.confidential = view.flag(row, "confidential");
    plan.covers = split_words(view.text(row, "covers"));
    plan.provenance = view.provenance(row);
    check_plan(cells, view, row, plan);
    region.plans.push_back(std::move(plan));
  }
}

void read_consequences(const Cells& cells, Region& region) {
  const View& view = cells.view("consequences");
  for (std::size_t row = 0; row < view.size(); ++row) {
    Consequence consequence;
    consequence.id = view.id(row);
    consequence.name_nl = view.text(row, "name_nl");
    consequence.name_en = view.text(row, "name_en");
    consequence.measure = view.value<ConsequenceMeasure>(row, "measure");
    consequence.subject = cells.reference<ServiceId>(view, row, "subject");
    consequence.least = view.number(row, "least");
    consequence.track = view.value<Track>(row, "track");
    consequence.criterion = view.text(row, "criterion");
    consequence.provenance = view.provenance(row);
    if (consequence.subject.valid()) {
      const ServiceKind wanted =
          consequence.measure == ConsequenceMeasure::down || consequence.measure == ConsequenceMeasure::late
              ? ServiceKind::vital
              : ServiceKind::daily_need;
      if (region.services[consequence.subject.index()].kind != wanted)
        cells.error(view, row, "subject",
                    wanted == ServiceKind::vital ? "region.consequence.no_process" : "region.consequence.no_need",
                    {view.text(row, "subject"), view.text(row, "measure")});
    }
    region.consequences.push_back(std::move(consequence));
  }
}

void read_impact_scales(const Cells& cells, Region& region) {
  const View& view = cells.view("impact_scales");
  for (std::size_t row = 0; row < view.size(); ++row) {
    ImpactScale scale;
    scale.id = view.id(row);
    scale.scale = view.value<ImpactScaleKind>(row, "scale");
    scale.criterion = view.text(row, "criterion");
    scale.from_days = view.number(row, "from_days");
    scale.until_days = view.maybe_number(row, "until_days");
    scale.provenance = view.provenance(row);
    const std::string& letters = view.text(row, "classes");
    bool good = letters.size() == scale.classes.size();
    for (std::size_t i = 0; good && i < letters.size(); ++i) {
      good = letters[i] >= 'A' && letters[i] <= 'E' && (i == 0 || letters[i] >= letters[i - 1]);
      scale.classes[i] = letters.substr(i, 1);
    }
    if (!good) cells.error(view, row, "classes", "region.scale.classes", {letters});
    const auto words = split_words(view.text(row, "borders"));
    good = words.size() == scale.borders.size();
    for (std::size_t i = 0; good && i < words.size(); ++i) {
      const auto value = parse_number(words[i]);
      good = value && *value >= 0 && (i == 0 || *value >= scale.borders[i - 1]);
      scale.borders[i] = value.value_or(0);
    }
    if (!good) cells.error(view, row, "borders", "region.scale.borders", {view.text(row, "borders")});
    if (scale.until_days && *scale.until_days <= scale.from_days)
      cells.error(view, row, "until_days", "region.scale.days",
                  {view.text(row, "from_days"), view.text(row, "until_days")});
    region.impact_scales.push_back(std::move(scale));
  }
}

}  // namespace

void read_programme(const Cells& cells, Region& region) {
  read_support_points(cells, region);
  read_walks(cells, region);
  read_channels(cells, region);
  read_decisions(cells, region);
  read_measures(cells, region);
  read_measure_changes(cells, region);
  static_cast<void>(read_measure_account(cells));  // only what is wrong with it: no part of the region
  read_plans(cells, region);
  read_consequences(cells, region);
  read_impact_scales(cells, region);
}

}  // namespace veer::region
