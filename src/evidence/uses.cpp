#include "evidence/uses.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "region/help_figures.hpp"
#include "region/operations_figures.hpp"

namespace veer::evidence {

namespace {

using region::ParameterId;
using region::Region;

/// Gathers the uses in the order in which the places are named.
class Gatherer {
 public:
  explicit Gatherer(const Region& region) : region_(region), out_(region.parameters.size()) {}

  template <class Rows>
  void column(const char* where, const Rows& rows, ParameterId std::decay_t<Rows>::value_type::* member) {
    std::map<std::size_t, std::size_t> count;
    for (const auto& row : rows)
      if ((row.*member).valid()) ++count[(row.*member).index()];
    for (const auto& [parameter, rows_of_it] : count) out_[parameter].push_back({where, rows_of_it});
  }
  void rule(std::size_t parameter, const std::string& name) { out_[parameter].push_back({"rule:" + name, 1}); }
  void rows(std::size_t parameter, const std::string& where, std::size_t count) {
    if (count > 0) out_[parameter].push_back({where, count});
  }
  /// The figures whose notes name another one by its id.
  ///
  /// Last: only a figure that is used itself hands its use on. The more often a figure was worked out from another one
  /// the more rounds that takes; each round adds one step.
  void origins() {
    for (std::size_t before = used() + 1; before != used();) {
      before = used();
      hand_on();
    }
  }

  std::vector<std::vector<Use>> take() { return std::move(out_); }

 private:
  [[nodiscard]] std::size_t used() const {
    return static_cast<std::size_t>(
        std::count_if(out_.begin(), out_.end(), [](const std::vector<Use>& uses) { return !uses.empty(); }));
  }
  void hand_on() {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < region_.parameters.size(); ++i) known.emplace(region_.parameters[i].id, i);
    for (std::size_t l = 0; l < region_.parameters.size(); ++l) {
      const region::Parameter& later = region_.parameters[l];
      if (out_[l].empty()) continue;
      std::string word;
      std::vector<std::size_t> named;
      for (const char c : later.note + " ") {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isalnum(letter) != 0 || c == '.' || c == '_' || c == '-') {
          word += c;
          continue;
        }
        while (word.ends_with('.')) word.pop_back();
        const auto found = known.find(word);
        if (found != known.end() && region_.parameters[found->second].id != later.id &&
            std::find(named.begin(), named.end(), found->second) == named.end())
          named.push_back(found->second);
        word.clear();
      }
      for (const std::size_t earlier : named) {
        const std::string where = "from:" + later.id;
        const bool told =
            std::any_of(out_[earlier].begin(), out_[earlier].end(), [&](const Use& use) { return use.where == where; });
        if (!told) out_[earlier].push_back({where, 1});
      }
    }
  }

  const Region& region_;
  std::vector<std::vector<Use>> out_;
};

/// Which part of the model reads a figure by its name; empty: none.
std::string rule_of(const std::string& id) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 13> prefixes{
      {{"outdoor.", "warmth"},
       {"support.", "support_points"},
       {"priority.", "operations"},
       {"fuel_use.", "operations"},
       {"roster.required.", "operations"},
       {"derate.turn.", "operations"},
       {"demand.drains.", "operations"},
       {"demand.room.", "operations"},
       {"fragility.", "fragility"},
       {"receiver.", "reach"},
       {"unrest.", "help"},
       {"choice.", "measures"},
       {"money.", "measures"}}};
  for (const auto& [prefix, rule] : prefixes)
    if (id.starts_with(prefix)) return rule;
  const auto among = [&](std::span<const region::StandardFigure> figures) {
    return std::any_of(figures.begin(), figures.end(), [&](const auto& figure) { return id == figure.id; });
  };
  if (among(region::operations_figures())) return "operations";
  if (among(region::help_figures())) return "help";
  if (id == "indoor.start" || id == "warmth.limit") return "warmth";
  return id == "FIN05" ? "costs" : "";
}

}  // namespace

std::vector<std::vector<Use>> uses(const Region& region) {
  Gatherer found(region);
  found.column("zones.building", region.zones, &region::Zone::building);
  found.column("assets.restart", region.assets, &region::Asset::restart);
  found.column("assets.failure", region.assets, &region::Asset::failure);
  found.column("assets.repair", region.assets, &region::Asset::repair);
  found.column("backups.capacity", region.backups, &region::Backup::capacity);
  found.column("backups.start_failure", region.backups, &region::Backup::start_failure);
  found.column("backups.run", region.backups, &region::Backup::run);
  found.column("backups.available_from", region.backups, &region::Backup::available_from);
  found.column("backups.start_delay", region.backups, &region::Backup::start_delay);
  found.column("shocks.start_delay", region.shocks, &region::Shock::start_delay);
  found.column("shocks.duration_delay", region.shocks, &region::Shock::duration_delay);
  found.column("processes.restart", region.processes, &region::Process::restart);
  found.column("decisions.lead", region.decisions, &region::Decision::lead);
  found.column("decisions.until", region.decisions, &region::Decision::until);
  found.column("channels.reach", region.channels, &region::Channel::reach);
  std::map<std::string, std::size_t> profiles;
  for (const region::Area& area : region.areas) ++profiles[area.preparedness];
  for (std::size_t i = 0; i < region.parameters.size(); ++i) {
    const std::string& id = region.parameters[i].id;
    for (const auto& [profile, areas] : profiles)
      if (id.starts_with("reserve." + profile + ".")) found.rows(i, "areas.preparedness", areas);
    if (const std::string rule = rule_of(id); !rule.empty()) found.rule(i, rule);
    // A published row stands in for a figure of help that the region does not state itself.
    for (const region::StandardFigure& figure : region::help_figures())
      if (id == figure.evidence && !region.find_parameter(figure.id).valid()) found.rule(i, "help");
  }
  found.origins();
  return found.take();
}

std::size_t used_by(const std::vector<Use>& uses) {
  std::size_t rows = 0;
  for (const Use& use : uses)
    if (!use.where.starts_with("from:")) rows += use.rows;
  return rows;
}

bool is_used(const std::vector<Use>& uses) { return !uses.empty(); }

}  // namespace veer::evidence
