#include <algorithm>
#include <map>

#include "report/sections/sections.hpp"
#include "report/svg_tree.hpp"

namespace veer::report::sections {

namespace {

constexpr std::size_t most_overview = 20;
constexpr std::size_t most_pictures = 3;

std::string chance(const Page& page, double share) {
  if (share <= 0) return "0&nbsp;%";
  if (share < 0.0005) return "&lt; 0" + std::string(page.language == Language::nl ? "," : ".") + "1&nbsp;%";
  return format_decimal(100 * share, share >= 0.9995 ? 0 : 1, page.language) + "&nbsp;%";
}

/// Long counts in words of ten thousands say no more than their size.
std::string count(const Page& page, const std::string& digits) {
  if (digits.size() <= 6) return digits;
  return page.t("held.more_than", {"10<sup>" + std::to_string(digits.size() - 1) + "</sup>"});
}

const ProcessFinding& process_of(const Page& page, const HeldFinding& finding) {
  return page.findings.processes[finding.process];
}

std::string process_and_owner(const Page& page, const HeldFinding& finding) {
  const ProcessFinding& process = process_of(page, finding);
  return page.name(process.name) + page.mark(finding.confirmed) + "<span class=\"sub\">" +
         escaped(page.findings.organisations[process.organisation].name) + "</span>";
}

/// The weakest first: by single events that stop it, then by chance, at the first horizon.
std::vector<const HeldFinding*> by_weakness(const Findings& f) {
  std::vector<const HeldFinding*> out;
  for (const HeldFinding& finding : f.held)
    if (!finding.horizons.empty()) out.push_back(&finding);
  std::stable_sort(out.begin(), out.end(), [](const HeldFinding* a, const HeldFinding* b) {
    return a->horizons.front().probability > b->horizons.front().probability;
  });
  return out;
}

TableView overview(const Page& page, std::string id, const std::vector<const HeldFinding*>& rows) {
  TableView view{std::move(id), page.t("held.overview_caption"), {page.t("col.process")}, {}, "held_view", "held",
                 "held"};
  for (const HeldHorizon& horizon : rows.front()->horizons) {
    const std::string hours = page.format.hours(horizon.horizon_h);
    view.head.push_back(page.t("held.col.singles", {hours}));
    view.head.push_back(page.t("held.col.chance", {hours}));
  }
  for (const HeldFinding* finding : rows) {
    std::vector<Cell> row{{process_and_owner(page, *finding)}};
    for (const HeldHorizon& horizon : finding->horizons) {
      const bool closed = horizon.set_count == "0";
      row.push_back(number_cell(closed ? "–" : count(page, horizon.singles) + " + " + count(page, horizon.pairs)));
      row.push_back({chance(page, horizon.probability) + "<span class=\"sub\">" +
                         page.t("held.simulated", {chance(page, horizon.simulated)}) + "</span>",
                     "n k" + std::to_string(shade_of(horizon.probability))});
    }
    view.rows.push_back(std::move(row));
  }
  return view;
}

void picture(Page& page, const HeldFinding& finding) {
  const std::string title =
      page.t("held.picture_title", {page.name(process_of(page, finding).name),
                                    escaped(page.findings.organisations[process_of(page, finding).organisation].name),
                                    page.format.hours(finding.picture_horizon_h)});
  page << "<figure class=\"tree\"><figcaption>" << title << page.mark(finding.confirmed) << "</figcaption>"
       << tree_picture({title, page.t("held.again"), &finding.picture, page.language}) << "</figure>\n";
}

void pictures(Page& page, const std::vector<const HeldFinding*>& weakest) {
  std::size_t shown = 0;
  std::vector<std::string> seen;  // processes of one name hang alike in every municipality
  for (const HeldFinding* finding : weakest) {
    const std::string name = page.name(process_of(page, *finding).name);
    if (finding->picture.size() < 2 || std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    if (shown == 0)
      page << "<h3>" << page.t("held.pictures") << "</h3>\n<p class=\"legend\">" << page.t("held.picture_legend")
           << "</p>\n";
    picture(page, *finding);
    seen.push_back(name);
    if (++shown == most_pictures) return;
  }
}

std::string joined(const Page& page, const HeldSet& set) {
  std::string out;
  for (const Name& event : set.events) out += (out.empty() ? "" : " <strong>+</strong> ") + page.name(event);
  return out;
}

/// One process at one horizon: both chances, the likeliest sets, what strengthening gains.
void detail(Page& page, const HeldFinding& finding, std::size_t at) {
  const HeldHorizon& horizon = finding.horizons[at];
  page.paragraph(page.name(horizon.sentence) + ".");
  if (horizon.sets.empty()) return;
  const std::string hours = page.format.hours(horizon.horizon_h);
  page.paragraph(page.t(horizon.low < horizon.high ? "held.chances_between" : "held.chances",
                        {chance(page, horizon.probability), chance(page, horizon.simulated),
                         format_decimal(100 * (horizon.probability - horizon.simulated), 1, page.language),
                         count(page, horizon.set_count), chance(page, horizon.low), chance(page, horizon.high)}),
                 "sub");
  const std::string id =
      "-" + std::to_string(finding.process) + "-" + format_decimal(horizon.horizon_h, 0, Language::en);
  TableView sets{"sets" + id,
                 page.t("held.sets_caption", {hours}),
                 {page.t("held.col.events"), page.t("held.col.probability")},
                 {},
                 "",
                 "",
                 "held"};
  for (const HeldSet& set : horizon.sets)
    sets.rows.push_back({{joined(page, set)}, number_cell(chance(page, set.probability))});
  page.table(sets);
  TableView gains{
      "winst" + id,
      page.t("held.gains_caption", {hours}),
      {page.t("held.col.part"), page.t("held.col.fails"), page.t("held.col.without"), page.t("held.col.less")},
      {},
      "",
      "",
      "held"};
  for (const HeldGain& gain : horizon.gains)
    gains.rows.push_back(
        {{(gain.alone ? "<span class=\"sign\" aria-hidden=\"true\">■</span> " : "") + page.name(gain.what) +
          (gain.alone ? "<span class=\"unseen\"> " + page.t("held.alone") + "</span>" : "")},
         number_cell(chance(page, gain.fails)),
         number_cell(chance(page, gain.probability_without)),
         number_cell(
             format_decimal(100 * std::max(0.0, horizon.probability - gain.probability_without), 1, page.language))});
  page.table(gains);
}

void details(Page& page) {
  const Findings& f = page.findings;
  page << "<h3>" << page.t("held.details") << "</h3>\n";
  for (std::size_t o = 0; o < f.organisations.size(); ++o) {
    bool open = false;
    for (const HeldFinding& finding : f.held) {
      if (process_of(page, finding).organisation != o) continue;
      if (!open) page.open_fold(escaped(f.organisations[o].name), true);
      open = true;
      page << "<h4>" << page.name(process_of(page, finding).name) << page.mark(finding.confirmed) << "</h4>\n";
      for (std::size_t at = 0; at < finding.horizons.size(); ++at) detail(page, finding, at);
    }
    if (open) page.close_fold();
  }
}

/// The weakest process of each kind in one sentence.
void sentences(Page& page, const std::vector<const HeldFinding*>& weakest) {
  page << "<ul class=\"sentences\">\n";
  std::size_t shown = 0;
  std::vector<std::string> seen;
  for (const HeldFinding* finding : weakest) {
    const std::string name = page.name(process_of(page, *finding).name);
    const HeldHorizon& horizon = finding->horizons.front();
    if (horizon.set_count == "0" || std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    seen.push_back(name);
    page << "<li><strong>" << name << "</strong>, "
         << escaped(page.findings.organisations[process_of(page, *finding).organisation].name) << ". "
         << page.name(horizon.sentence) << ".</li>\n";
    if (++shown == 5) break;
  }
  page << "</ul>\n";
}

}  // namespace

void held(Page& page) {
  const Findings& f = page.findings;
  const auto weakest = by_weakness(f);
  if (weakest.empty()) return;
  page.open_section("draadje", "held.heading");
  std::size_t certain = 0;
  std::size_t single = 0;
  for (const HeldFinding* finding : weakest) {
    certain += finding->horizons.front().probability >= 1 && finding->horizons.front().set_count == "0" ? 1U : 0U;
    single += finding->horizons.front().singles != "0" ? 1U : 0U;
  }
  page.paragraph(page.t("held.intro", {page.format.hours(weakest.front()->horizons.front().horizon_h),
                                       page.format.count(static_cast<double>(weakest.size())),
                                       page.format.count(static_cast<double>(certain)),
                                       page.format.count(static_cast<double>(single))}),
                 "lead");
  page.paragraph(page.t("held.reading"));
  sentences(page, weakest);
  auto first = weakest;
  // Processes of one name hang alike in many organisations: the weakest of each name stands here, all in the fold.
  std::vector<std::string> names;
  std::erase_if(first, [&](const HeldFinding* finding) {
    const std::string name = page.name(process_of(page, *finding).name);
    if (finding->horizons.front().set_count == "0" || std::find(names.begin(), names.end(), name) != names.end())
      return true;
    names.push_back(name);
    return false;
  });
  if (first.size() > most_overview) first.resize(most_overview);
  if (!first.empty()) page.table(overview(page, "tabel-draadje", first));
  if (weakest.size() > first.size()) {
    page.open_fold(page.t("held.all", {page.format.count(static_cast<double>(weakest.size()))}), true);
    page.table(overview(page, "tabel-draadje-alle", weakest));
    page.close_fold();
  }
  pictures(page, weakest);
  details(page);
  page.close_section();
}

}  // namespace veer::report::sections
