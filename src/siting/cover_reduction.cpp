#include "siting/cover_reduction.hpp"

#include <algorithm>

namespace veer::siting {

namespace {

using Lists = std::vector<std::vector<Site>>;

/// Per item the lists that hold it, ascending; lists that are not alive count as empty.
Lists turned(const Lists& lists, const std::vector<char>& alive, std::size_t item_count) {
  Lists out(item_count);
  for (std::size_t k = 0; k < lists.size(); ++k)
    if (alive[k] != 0)
      for (const Site item : lists[k]) out[item].push_back(static_cast<Site>(k));
  return out;
}

/// The item of a list that the fewest lists hold: whoever holds the whole list holds that one.
Site rarest(const std::vector<Site>& list, const Lists& holders) {
  return *std::min_element(list.begin(), list.end(),
                           [&](Site a, Site b) { return holders[a].size() < holders[b].size(); });
}

bool holds(const std::vector<Site>& large, const std::vector<Site>& small) {
  return large.size() >= small.size() && std::includes(large.begin(), large.end(), small.begin(), small.end());
}

/// Kills rows that hold all of another living row; of equal rows the first stays. @returns whether any went
bool drop_rows(const Lists& rows, std::vector<char>& alive, const Lists& rows_of_site) {
  bool dropped = false;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (alive[k] == 0 || rows[k].empty()) continue;
    for (const Site other : rows_of_site[rarest(rows[k], rows_of_site)]) {
      if (other == k || alive[other] == 0 || !holds(rows[other], rows[k])) continue;
      if (rows[other].size() == rows[k].size() && other < k) continue;
      alive[other] = 0;
      dropped = true;
    }
  }
  return dropped;
}

/// Kills sites all of whose rows are rows of another living site; of equals the first stays. @returns whether any went
bool drop_sites(const Lists& rows, const Lists& rows_of_site, std::vector<char>& alive) {
  bool dropped = false;
  for (Site site = 0; site < rows_of_site.size(); ++site) {
    const auto& mine = rows_of_site[site];
    if (alive[site] == 0 || mine.empty()) continue;
    const Site shortest =
        *std::min_element(mine.begin(), mine.end(), [&](Site a, Site b) { return rows[a].size() < rows[b].size(); });
    for (const Site other : rows[shortest]) {
      if (other == site || alive[other] == 0 || !holds(rows_of_site[other], mine)) continue;
      if (rows_of_site[other].size() == mine.size() && other > site) continue;
      alive[site] = 0;
      dropped = true;
      break;
    }
  }
  return dropped;
}

Choice choice_of(const Rules& rules, Site site) { return rules.choice.empty() ? Choice::free : rules.choice[site]; }

}  // namespace

bool sites_alike(const Rules& rules) { return !rules.budget && rules.group.empty(); }

ReducedCover reduce_cover(std::vector<std::vector<Site>> rows, std::size_t site_count, const Rules& rules,
                          bool replace) {
  std::vector<char> alive_row(rows.size(), 1);
  std::vector<char> alive_site(site_count, 1);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    std::erase_if(rows[k], [&](Site site) { return choice_of(rules, site) == Choice::closed; });
    std::sort(rows[k].begin(), rows[k].end());
    if (std::any_of(rows[k].begin(), rows[k].end(), [&](Site s) { return choice_of(rules, s) == Choice::open; }))
      alive_row[k] = 0;
  }
  for (bool changed = true; changed;) {
    changed = drop_rows(rows, alive_row, turned(rows, alive_row, site_count));
    if (!replace || !drop_sites(rows, turned(rows, alive_row, site_count), alive_site)) continue;
    for (auto& row : rows) std::erase_if(row, [&](Site site) { return alive_site[site] == 0; });
    changed = true;
  }
  ReducedCover out;
  for (std::size_t k = 0; k < rows.size(); ++k)
    if (alive_row[k] != 0) out.rows.push_back(std::move(rows[k]));
  for (const char alive : alive_site) out.dropped.push_back(alive != 0 ? 0 : 1);
  return out;
}

}  // namespace veer::siting
