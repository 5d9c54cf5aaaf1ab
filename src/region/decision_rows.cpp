#include <algorithm>

#include "region/rows.hpp"

namespace veer::region {

namespace {

/// A warning goes through channels; every other decision has one thing that must not have happened yet.
void check_decision(const Cells& cells, const View& view, std::size_t row, DecisionKind kind) {
  const bool channels = !view.empty(row, "channels");
  if (kind == DecisionKind::warning) {
    if (!channels) cells.error(view, row, "channels", "region.decision.no_channel", {view.id(row)});
    for (const char* column : {"target", "need", "until", "through"})
      if (!view.empty(row, column)) cells.error(view, row, column, "region.decision.warning_only", {column});
    return;
  }
  if (channels) cells.error(view, row, "channels", "region.decision.not_a_warning", {view.text(row, "kind")});
  std::size_t limits = 0;
  for (const char* column : {"target", "need", "until"}) limits += view.empty(row, column) ? 0U : 1U;
  if (limits != 1) cells.error(view, row, "target", "region.decision.one_limit", {std::to_string(limits)});
}

}  // namespace

void read_decisions(const Cells& cells, Region& region) {
  const View& view = cells.view("decisions");
  const View& channels = cells.view("channels");
  const TargetChoices choices = target_choices(region);
  for (std::size_t row = 0; row < view.size(); ++row) {
    Decision decision;
    decision.id = view.id(row);
    decision.name_nl = view.text(row, "name_nl");
    decision.name_en = view.text(row, "name_en");
    decision.kind = view.value<DecisionKind>(row, "kind");
    decision.owner = cells.reference<OrganisationId>(view, row, "owner");
    for (const std::string& id : split_words(view.text(row, "channels")))
      // A channel that is unknown has been told already, and nothing is built.
      if (const auto channel = channels.find(id)) decision.channels.push_back(*channel);
    if (const auto service = cells.reference<ServiceId>(view, row, "through"); service.valid())
      decision.through = service;
    decision.lead = cells.reference<ParameterId>(view, row, "lead");
    if (!view.empty(row, "target")) decision.target = read_target(cells, region, view, row, choices);
    if (const auto need = cells.reference<ServiceId>(view, row, "need"); need.valid()) {
      decision.need = need;
      if (region.services[need.index()].kind != ServiceKind::daily_need)
        cells.error(view, row, "need", "region.decision.no_daily_need", {view.text(row, "need")});
    }
    decision.until = cells.reference<ParameterId>(view, row, "until");
    decision.provenance = view.provenance(row);
    expect_time(cells, region, view, row, "lead", decision.lead);
    expect_time(cells, region, view, row, "until", decision.until);
    check_decision(cells, view, row, decision.kind);
    region.decisions.push_back(std::move(decision));
  }
}

}  // namespace veer::region
