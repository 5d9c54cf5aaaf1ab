#include "study/hazard_story.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "cascade/compile.hpp"
#include "operations/shortage.hpp"
#include "region/selector.hpp"
#include "study/words.hpp"

namespace veer::study {

namespace {

using region::Region;
using region::Shock;
using report::Name;

class Teller {
 public:
  Teller(const Region& region, const Texts& texts) : region_(region), texts_(texts) {}

  [[nodiscard]] Name say(const char* key, const std::vector<Name>& arguments = {}) const {
    return study::say(texts_, key, arguments);
  }

  [[nodiscard]] static Name number(double value) {
    const int decimals = value == std::floor(value) || value >= 20 ? 0 : 1;
    return {format_decimal(value, decimals, Language::nl), format_decimal(value, decimals, Language::en)};
  }
  /// A factor as it stands in the table.
  [[nodiscard]] static Name exactly(double value) {
    int decimals = 0;
    for (double left = value; decimals < 3 && left != std::floor(left); ++decimals) left *= 10;
    return {format_decimal(value, decimals, Language::nl), format_decimal(value, decimals, Language::en)};
  }
  [[nodiscard]] static Name count(std::size_t value) { return number(static_cast<double>(value)); }

  /// @param starts  hours at which the same happens, ascending
  [[nodiscard]] Name sentence(const Shock& shock, const std::vector<double>& starts) const {
    return say(key_of(shock), {when(starts), whom(shock), chance(shock), how_long(shock), exactly(shock.magnitude),
                               number(100 * shock.magnitude)});
  }

  /// Of a hundred who ask care for help, how many are not helped there.
  [[nodiscard]] Name turned_away(const operations::TurnBook::Shortage& shortage) const {
    return say("study.story.turned_away",
               {number(to_hours(shortage.from)), number(to_hours(shortage.until)), count(shortage.assets.size()),
                kind_word(shortage.kind), number(std::round(100 * (1 - shortage.share)))});
  }

 private:
  /// Demand and derate do something else to people than to things.
  [[nodiscard]] const char* key_of(const Shock& shock) const {
    using region::ShockKind;
    const auto all = [&](const auto& holds) {
      const auto targets = region::select(shock.target, region_);
      return !targets.empty() && std::all_of(targets.begin(), targets.end(), holds);
    };
    const auto roster = [&](region::AssetId id) { return region_.assets[id.index()].kind == "roster"; };
    const auto depot = [&](region::AssetId id) { return region_.assets[id.index()].kind == "fuel_depot"; };
    switch (shock.kind) {
      case ShockKind::hit:
        return "study.story.hit";
      case ShockKind::demand:
        if (all(roster)) return "study.story.people";
        return all([&](region::AssetId id) { return region::is_control_room(region_, id); }) ? "study.story.calls"
                                                                                             : "study.story.demand";
      case ShockKind::derate:
        if (all(roster)) return "study.story.staff";
        return all(depot) ? "study.story.derate" : "study.story.turns";
      case ShockKind::damage:
        return "study.story.damage";
      case ShockKind::access:
        return shock.magnitude > 0 ? "study.story.access" : "study.story.closed";
      case ShockKind::heat:
        return "study.story.heat";
      case ShockKind::cold:
        return "study.story.cold";
      case ShockKind::rain:
        return "study.story.rain";
      case ShockKind::flood:
        return "study.story.flood";
      case ShockKind::trust:
        return "study.story.trust";
    }
    return "study.story.hit";
  }

  [[nodiscard]] Name when(const std::vector<double>& starts) const {
    if (starts.size() == 1) return say("study.story.once", {number(starts.front())});
    return say("study.story.again", {count(starts.size()), number(starts.front()), number(starts.back())});
  }

  /// "291 × voedingsgebied in Delft"; kinds by their words in the region.
  [[nodiscard]] Name whom(const Shock& shock) const {
    if (shock.kind == region::ShockKind::trust) return whose_messages(shock);
    const auto targets = region::select(shock.target, region_);
    if (targets.size() == region_.assets.size()) return say("study.story.everywhere");
    std::vector<std::pair<std::string, std::size_t>> kinds;
    for (const region::AssetId id : targets) {
      const std::string& kind = region_.assets[id.index()].kind;
      const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == kind; });
      if (found == kinds.end()) {
        kinds.emplace_back(kind, 1);
      } else {
        ++found->second;
      }
    }
    if (targets.size() == 1) {
      const std::string& name = region_.assets[targets.front().index()].name;
      return {name, name};
    }
    Name out;
    for (std::size_t i = 0; i < kinds.size() && i < 4; ++i) {
      const Name word = kind_word(kinds[i].first);
      const Name how_many = count(kinds[i].second);
      out.nl += (i == 0 ? "" : ", ") + how_many.nl + " × " + word.nl;
      out.en += (i == 0 ? "" : ", ") + how_many.en + " × " + word.en;
    }
    if (kinds.empty()) return say("study.story.nobody");
    if (kinds.size() > 4) {
      const Name more = say("study.story.more", {count(kinds.size() - 4)});
      out.nl += more.nl;
      out.en += more.en;
    }
    if (shock.target.municipalities.empty()) return out;
    std::string where;
    for (const std::string& id : shock.target.municipalities)
      for (const region::Organisation& organisation : region_.organisations)
        if (organisation.id == id) where += (where.empty() ? "" : ", ") + organisation.name;
    return say("study.story.in", {out, {where, where}});
  }

  [[nodiscard]] Name whose_messages(const Shock& shock) const {
    const auto channels = region::doubted_channels(region_, shock);
    if (channels.size() == region_.channels.size()) return say("study.story.everyone");
    Name out;
    for (const std::size_t channel : channels) {
      const region::Channel& row = region_.channels[channel];
      out.nl += (out.nl.empty() ? "" : ", ") + row.name_nl;
      out.en += (out.en.empty() ? "" : ", ") + row.name_en;
    }
    return out;
  }

  /// The region's own word for a kind stands with its restart time; English has the id.
  [[nodiscard]] Name kind_word(const std::string& kind) const {
    std::string english = kind;
    std::replace(english.begin(), english.end(), '_', ' ');
    const auto id = region_.find_parameter(kind + ".restart");
    return {id.valid() ? region_.parameters[id.index()].subject : english, english};
  }

  [[nodiscard]] Name chance(const Shock& shock) const {
    return shock.share >= 1 ? Name{} : say("study.story.chance", {number(100 * shock.share)});
  }

  [[nodiscard]] Name how_long(const Shock& shock) const {
    const auto drawn = [&](region::ParameterId id) -> std::array<Name, 3> {
      const auto values = region::quantiles(region_.parameters[id.index()]);
      if (!values) return {};
      const double unit = region_.parameters[id.index()].unit == region::Unit::minutes ? 1.0 / 60 : 1;
      return {number(unit * (*values)[51]), number(unit * (*values)[512]), number(unit * (*values)[972])};
    };
    Name out = say("study.story.hours", {number(shock.duration_h)});
    if (shock.duration_delay.valid()) {
      const auto [low, middle, high] = drawn(shock.duration_delay);
      const bool fixed = low.nl == high.nl;
      if (shock.duration_h > 0) {
        out = fixed ? say("study.story.hours_then", {number(shock.duration_h), middle})
                    : say("study.story.hours_and", {number(shock.duration_h), low, middle, high});
      } else {
        out = fixed ? say("study.story.hours", {middle}) : say("study.story.hours_drawn", {low, middle, high});
      }
    }
    if (shock.start_delay.valid()) {
      const auto [low, middle, high] = drawn(shock.start_delay);
      const Name later = say("study.story.later", {low, middle, high});
      out.nl += later.nl;
      out.en += later.en;
    }
    return out;
  }

  const Region& region_;
  const Texts& texts_;
};

/// Whether two shocks differ in their start only.
bool alike(const Shock& a, const Shock& b) {
  const auto& x = a.target;
  const auto& y = b.target;
  return a.kind == b.kind && a.share == b.share && a.duration_h == b.duration_h && a.magnitude == b.magnitude &&
         a.start_delay == b.start_delay && a.duration_delay == b.duration_delay && x.ids == y.ids &&
         x.kinds == y.kinds && x.services == y.services && x.organisations == y.organisations &&
         x.municipalities == y.municipalities && x.areas == y.areas;
}

}  // namespace

HazardStory story_of(const Region& region, region::HazardId hazard, const Texts& texts) {
  const Teller teller(region, texts);
  HazardStory out;
  const region::Hazard& row = region.hazards[hazard.index()];
  std::set<std::string> sources;
  const auto source = [&](const std::string& id) {
    if (!sources.insert(id).second) return;
    for (const region::Source& known : region.sources)
      if (known.id == id) out.sources.push_back(known.title + (known.url.empty() ? "" : " – " + known.url));
  };
  source(row.provenance.source);
  for (const region::HazardPart& part : row.parts) {
    const region::Hazard& of = region.hazards[part.hazard.index()];
    out.parts.push_back(
        teller.say("study.story.part", {{of.name_nl, of.name_en}, {of.id, of.id}, Teller::number(part.offset_h)}));
  }
  std::vector<std::pair<const Shock*, std::vector<double>>> sets;
  for (const Shock& shock : region.shocks) {
    if (shock.hazard != hazard) continue;
    source(shock.provenance.source);
    for (const region::ParameterId id : {shock.start_delay, shock.duration_delay})
      if (id.valid()) source(region.parameters[id.index()].source);
    out.core = out.core && !cascade::beyond_core(shock.kind);
    const auto found =
        std::find_if(sets.begin(), sets.end(), [&](const auto& set) { return alike(*set.first, shock); });
    if (found == sets.end()) {
      sets.push_back({&shock, {shock.start_h}});
    } else {
      found->second.push_back(shock.start_h);
    }
  }
  for (auto& [shock, starts] : sets) {
    std::sort(starts.begin(), starts.end());
    out.sentences.push_back(teller.sentence(*shock, starts));
  }
  for (const auto& shortage : operations::care_short(region, hazard))
    out.sentences.push_back(teller.turned_away(shortage));
  out.model = teller.say(out.core ? "study.story.core" : "study.story.full");
  return out;
}

}  // namespace veer::study
