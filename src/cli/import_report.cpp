#include "cli/import_report.hpp"

#include <ostream>
#include <utility>

namespace veer::cli {

namespace {

using importers::foreign::Dropped;
using importers::foreign::Level;
using importers::foreign::PartReport;
using importers::foreign::Verdict;

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::recognised:
      return "recognised";
    case Verdict::used:
      return "used";
    case Verdict::not_needed:
      return "not_needed";
    case Verdict::doubled:
      return "doubled";
    case Verdict::outside:
      return "outside";
    case Verdict::unknown:
      break;
  }
  return "unknown";
}

const char* word(importers::Completeness::State state) {
  switch (state) {
    case importers::Completeness::State::present:
      return "present";
    case importers::Completeness::State::assumed:
      return "assumed";
    case importers::Completeness::State::missing:
      break;
  }
  return "missing";
}

const char* word(Level level) {
  switch (level) {
    case Level::municipality:
      return "municipality";
    case Level::district:
      return "district";
    case Level::neighbourhood:
      return "neighbourhood";
    case Level::postcode4:
      return "postcode4";
    case Level::postcode5:
      return "postcode5";
    case Level::postcode6:
      break;
  }
  return "postcode6";
}

}  // namespace

std::string ImportReport::text(const std::string& key, std::vector<std::string> arguments) const {
  return context_.texts.render(Message{key, std::move(arguments)}, context_.language);
}

void ImportReport::line(const std::string& key, std::vector<std::string> arguments) const {
  context_.out << text(key, std::move(arguments)) << '\n';
}

std::string ImportReport::count(std::size_t value) const {
  return format_count(static_cast<long long>(value), context_.language);
}

std::string ImportReport::decimal(double value, int decimals) const {
  return format_decimal(value, decimals, context_.language);
}

void ImportReport::map(const importers::osm::Counts& counts) const {
  line("cli.import.walking.read", {count(counts.nodes_read), count(counts.ways_read), count(counts.relations_read)});
  line("cli.import.walking.box", {decimal(counts.bounds.west, 4), decimal(counts.bounds.south, 4),
                                  decimal(counts.bounds.east, 4), decimal(counts.bounds.north, 4)});
  line("cli.import.walking.streets", {count(counts.streets), count(counts.pieces)});
  const std::pair<const char*, std::size_t> dropped[] = {
      {"cli.import.walking.nodes_outside", counts.nodes_outside},
      {"cli.import.walking.nodes_without_place", counts.nodes_without_place},
      {"cli.import.walking.vehicles", counts.streets_for_vehicles},
      {"cli.import.walking.forbidden", counts.streets_forbidden},
      {"cli.import.walking.streets_outside", counts.streets_outside},
      {"cli.import.walking.ways_unused", counts.ways_unused},
      {"cli.import.walking.cut", counts.pieces_cut},
      {"cli.import.walking.gates", counts.closed_gates},
  };
  for (const auto& [key, value] : dropped)
    if (value > 0) line(key, {count(value)});
}

void ImportReport::walks(const importers::WalkReport& report, const importers::WalkSettings& settings) const {
  line("cli.import.walking.network", {count(report.junctions), count(report.links), count(report.islands)});
  line("cli.import.walking.cells",
       {count(report.cells), count(report.cells_without_street), count(report.cells_on_islands),
        count(report.cells_without_walk), decimal(settings.longest_min, 0)});
  line("cli.import.walking.points",
       {count(report.points), count(report.points_without_street), count(report.points_on_islands)});
  line("cli.import.walking.walks",
       {count(report.walks), count(report.walks_found), count(settings.nearest), decimal(report.nearest_mean_min, 1)});
}

void ImportReport::part(const PartReport& part) const {
  const std::string name = part.part.empty() ? part.file : part.file + " / " + part.part;
  line("cli.import.part.head",
       {name, text("importers.foreign.content." + std::string(importers::foreign::word(part.content))),
        text(std::string("importers.foreign.verdict.") + word(part.verdict))});
  if (part.rows_read > 0) line("cli.import.part.rows", {count(part.rows_read), count(part.rows_used)});
  if (part.residents) line("cli.import.part.residents", {count(static_cast<std::size_t>(*part.residents))});
  if (part.matched) line("cli.import.part.matched", {count(static_cast<std::size_t>(*part.matched))});
  if (!part.bounds.empty())
    line("cli.import.part.box", {decimal(part.bounds.west, 4), decimal(part.bounds.south, 4),
                                 decimal(part.bounds.east, 4), decimal(part.bounds.north, 4)});
  for (const Dropped& dropped : part.dropped) {
    const std::string why = text("importers.foreign.drop." + dropped.reason);
    if (dropped.first_row > 0)
      line("cli.import.part.dropped_from", {count(dropped.count), why, std::to_string(dropped.first_row)});
    else
      line("cli.import.part.dropped", {count(dropped.count), why});
  }
  for (const Message& note : part.notes) context_.out << "  " << context_.texts.render(note, context_.language) << '\n';
}

void ImportReport::completeness(const std::vector<importers::Completeness>& lines) const {
  line("cli.import.complete.head");
  for (const importers::Completeness& one : lines)
    line("cli.import.complete.line", {text("importers.fresh.complete." + one.subject), count(one.count),
                                      text(std::string("importers.fresh.state.") + word(one.state))});
}

void ImportReport::fresh(const importers::FreshReport& report, const importers::WalkSettings& settings) const {
  for (const PartReport& one : report.parts) part(one);
  context_.out << '\n';
  for (const importers::FreshMunicipality& municipality : report.municipalities)
    line("cli.import.all.municipality",
         {municipality.id, municipality.name, count(static_cast<std::size_t>(municipality.residents)),
          count(municipality.areas)});
  std::size_t areas = 0;
  for (const importers::FreshMunicipality& municipality : report.municipalities) areas += municipality.areas;
  line("cli.import.all.region", {count(static_cast<std::size_t>(report.residents)), count(report.municipalities.size()),
                                 count(areas), text(std::string("cli.import.all.level.") + word(report.level))});
  line("cli.import.all.homes", {count(report.addresses), count(report.cells)});
  if (report.areas_without_addresses > 0) line("cli.import.all.spread", {count(report.areas_without_addresses)});
  if (report.areas_without_ages > 0) line("cli.import.all.ages", {count(report.areas_without_ages)});
  if (report.walks) walks(*report.walks, settings);
  context_.out << '\n';
  completeness(report.completeness);
}

void ImportReport::attributions(const std::vector<std::string>& attributions) const {
  for (const std::string& attribution : attributions) context_.out << attribution << '\n';
}

}  // namespace veer::cli
