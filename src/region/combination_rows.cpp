#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "region/rows.hpp"

namespace veer::region {

namespace {

/// The hazards that the cell "heat-wave@0 power-8h@24" names; what is wrong with one is told and it is left out.
std::vector<HazardPart> read_parts(const Cells& cells, const View& view, std::size_t row) {
  std::vector<HazardPart> out;
  for (const std::string& word : split_words(view.text(row, "combines"))) {
    const std::size_t at = word.rfind('@');
    const auto hours = at == std::string::npos ? std::nullopt : parse_number(word.substr(at + 1));
    if (!hours || *hours < 0 || at == 0) {
      cells.error(view, row, "combines", "region.hazard.part_form", {word});
      continue;
    }
    const std::string id = word.substr(0, at);
    const auto found = view.find(id);
    if (!found) {
      cells.error(view, row, "combines",
                  with_suggestion("region.hazard.part_unknown", {id}, cells.nearest(id, view.ids())));
      continue;
    }
    out.push_back({HazardId(*found), *hours});
  }
  return out;
}

/// Walks from a combination down to the hazards that have shocks of their own.
class Combiner {
 public:
  Combiner(const Cells& cells, Region& region) : cells_(cells), region_(region), own_(region.shocks.size()) {}

  void combine(HazardId whole) {
    taken_.clear();
    way_ = {whole};
    walk(whole, whole, 0);
  }

 private:
  void walk(HazardId whole, HazardId from, double offset_h) {
    const View& view = cells_.view("hazards");
    for (const HazardPart& part : region_.hazards[from.index()].parts) {
      const std::string& id = region_.hazards[part.hazard.index()].id;
      if (std::find(way_.begin(), way_.end(), part.hazard) != way_.end()) {
        // Each row of a circle closes it once, when the walk starts at what it names.
        if (part.hazard == whole) cells_.error(view, from.index(), "combines", "region.hazard.circle", {id});
        continue;
      }
      const double begin = offset_h + part.offset_h;
      if (begin >= region_.hazards[whole.index()].horizon_h)
        cells_.warn(view, whole.index(), "combines", "region.hazard.part_late",
                    {id, canonical_number(begin), canonical_number(region_.hazards[whole.index()].horizon_h)});
      // An outage may come in any season; the weather may not.
      if (region_.hazards[part.hazard.index()].family == "weather" &&
          region_.hazards[part.hazard.index()].season != region_.hazards[whole.index()].season)
        cells_.warn(view, whole.index(), "season", "region.hazard.part_season",
                    {id, region_.hazards[part.hazard.index()].season, region_.hazards[whole.index()].season});
      take(whole, part.hazard, begin);
      way_.push_back(part.hazard);
      walk(whole, part.hazard, begin);
      way_.pop_back();
    }
  }

  void take(HazardId whole, HazardId part, double begin) {
    // A hazard that comes twice is drawn anew the second time.
    const std::size_t turn = ++taken_[part.index()];
    const std::string again = turn == 1 ? "" : "@" + std::to_string(turn);
    for (std::size_t i = 0; i < own_; ++i) {
      if (region_.shocks[i].hazard != part) continue;
      Shock shock = region_.shocks[i];
      shock.drawn_as = shock.id + again;
      shock.id = region_.hazards[whole.index()].id + "+" + shock.drawn_as;
      shock.hazard = whole;
      shock.start_h += begin;
      region_.shocks.push_back(std::move(shock));
    }
  }

  const Cells& cells_;
  Region& region_;
  std::size_t own_;  ///< shocks of the table
  std::map<std::size_t, std::size_t> taken_;
  std::vector<HazardId> way_;
};

}  // namespace

void combine_hazards(const Cells& cells, Region& region) {
  const View& view = cells.view("hazards");
  for (std::size_t row = 0; row < view.size(); ++row) region.hazards[row].parts = read_parts(cells, view, row);
  Combiner combiner(cells, region);
  for (std::size_t row = 0; row < view.size(); ++row)
    if (!region.hazards[row].parts.empty()) combiner.combine(HazardId(row));
}

}  // namespace veer::region
