#include "report/outputs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>

#include "base/text.hpp"
#include "formats/messages.hpp"
#include "formats/zip_archive.hpp"
#include "report/data_messages.hpp"
#include "report/messages.hpp"
#include "support/full_disk.hpp"
#include "support/sample_findings.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::report;

namespace {

const Texts& texts() {
  static const Texts all{messages(), data_messages(), formats::messages()};
  return all;
}

std::set<std::string> all_names() { return {output_names.begin(), output_names.end()}; }

/// Sample findings whose assets have names and places that nothing else has.
Findings traceable() {
  Findings findings = testing::sample_findings();
  for (std::size_t i = 0; i < findings.assets.size(); ++i) {
    AssetRow& asset = findings.assets[i];
    asset.name = "Trafohuis Kwikstaart " + std::to_string(i);
    asset.place =
        geo::LonLat{5.0123457 + 0.0011 * static_cast<double>(i), 52.0345679 + 0.0013 * static_cast<double>(i)};
  }
  return findings;
}

/// Every word that gives a weak place away: ids, names, sentences and positions.
std::vector<std::string> secrets(const Findings& findings) {
  std::vector<std::string> out;
  const auto both = [&out](const Name& name) { out.insert(out.end(), {name.nl, name.en}); };
  for (const AssetRow& asset : findings.assets) {
    out.insert(out.end(), {asset.id, asset.name});
    for (const double degrees : {asset.place->lon, asset.place->lat})
      for (const int decimals : {4, 5, 6}) {
        out.push_back(format_decimal(degrees, decimals, Language::en));
        out.push_back(format_decimal(degrees, decimals, Language::nl));
      }
  }
  for (const Influence& influence : findings.influences_assets) {
    out.push_back(influence.id);
    both(influence.name);
  }
  for (const ProcessFinding& process : findings.processes) {
    for (const LimitingPart& part : process.limiting) {
      out.push_back(part.id);
      both(part.what);
    }
    for (const RuleCheck& check : process.checks)
      if (check.rule != "rto_below_mtpd") both(check.sentence);
  }
  for (const Deadlock& deadlock : findings.deadlocks) {
    out.insert(out.end(), deadlock.assets.begin(), deadlock.assets.end());
    both(deadlock.sentence);
  }
  for (const HeldFinding& held : findings.held) {
    for (const HeldNode& node : held.picture)
      if (node.depth > 0) both(node.name);
    for (const HeldHorizon& horizon : held.horizons) {
      both(horizon.sentence);
      for (const HeldSet& set : horizon.sets)
        for (const Name& event : set.events) both(event);
      for (const HeldGain& gain : horizon.gains) both(gain.what);
      out.push_back(horizon.set_count);
    }
  }
  if (findings.support_points) {
    out.insert(out.end(), findings.support_points->walks.cell.begin(), findings.support_points->walks.cell.end());
    for (const SupportPointFinding& point : findings.support_points->points) {
      out.insert(out.end(), {point.id, point.name});
      for (const double degrees : {point.place->lon, point.place->lat})
        for (const int decimals : {4, 5, 6}) out.push_back(format_decimal(degrees, decimals, Language::en));
      for (const LimitingPart& part : point.closes) out.push_back(part.id);
    }
  }
  if (findings.operations) {
    for (const FuelTank& tank : findings.operations->tanks) {
      both(tank.name);
      out.push_back(tank.id);
    }
    for (const FuelStop& stop : findings.operations->plan) both(stop.place);
    for (const FeedInFinding& point : findings.operations->feed_ins) both(point.name);
    for (const ReliefFinding& roster : findings.operations->relief) both(roster.name);
  }
  std::erase(out, "");
  return out;
}

/// The positions as a GeoPackage holds them: eight bytes, little-endian.
std::vector<std::string> binary_positions(const Findings& findings) {
  std::vector<std::string> out;
  for (const AssetRow& asset : findings.assets)
    for (const double degrees : {asset.place->lon, asset.place->lat}) {
      const auto bits = std::bit_cast<std::uint64_t>(degrees);
      std::string bytes;
      for (int i = 0; i < 8; ++i) bytes += static_cast<char>((bits >> (8 * i)) & 0xFFU);
      out.push_back(bytes);
    }
  return out;
}

/// The text as it stands in XML and HTML.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

std::string unzipped(const std::filesystem::path& path) {
  auto archive = formats::ZipArchive::open(path, std::size_t{1} << 28U);
  REQUIRE(archive);
  std::vector<std::string> parts{"xl/sharedStrings.xml", "xl/workbook.xml", "docProps/app.xml", "docProps/core.xml"};
  for (int i = 1; archive->has("xl/worksheets/sheet" + std::to_string(i) + ".xml"); ++i)
    parts.push_back("xl/worksheets/sheet" + std::to_string(i) + ".xml");
  std::string out;
  for (const std::string& part : parts)
    REQUIRE(archive->read(part, [&out](std::string_view piece) -> Done {
      out += piece;
      return {};
    }));
  return out;
}

std::string searchable(const std::filesystem::path& path) {
  return path.extension() == ".xlsx" ? unzipped(path) : test::bytes_of(path);
}

bool holds(const std::string& bytes, const std::string& word) {
  const std::boyer_moore_horspool_searcher searcher(word.begin(), word.end());
  return std::search(bytes.begin(), bytes.end(), searcher) != bytes.end();
}

}  // namespace

TEST_CASE("outputs: every file appears, in a folder that is made") {
  const test::TemporaryFolder folder;
  REQUIRE(write_outputs(testing::sample_findings(), Language::nl, texts(), folder.path() / "new" / "out"));
  const auto made = folder.path() / "new" / "out";
  for (const char* name : output_names) CHECK(std::filesystem::file_size(made / name) > 1000);
}

TEST_CASE("outputs: what is said of weak places stands in the internal files") {
  const test::TemporaryFolder folder;
  const Findings findings = traceable();
  REQUIRE(write_outputs(findings, Language::nl, texts(), folder / "out"));
  for (const char* name : {"results.json", "results.gpkg"})
    CHECK(holds(searchable(folder.path() / "out" / name), "Trafohuis Kwikstaart 1"));
  CHECK(holds(searchable(folder.path() / "out" / "results.xlsx"), "noodaggregaat gemeentehuis"));
  CHECK(holds(test::bytes_of(folder.path() / "out" / "results.gpkg"), binary_positions(findings)[0]));
}

TEST_CASE("outputs: no file of the open version holds the name, the id or the position of an asset") {
  const Findings internal = traceable();
  Findings open = internal;
  open.audience = Audience::open;
  for (const Language language : {Language::nl, Language::en}) {
    const test::TemporaryFolder folder;
    REQUIRE(write_outputs(open, language, texts(), folder / "out"));
    for (const char* name : output_names) {
      const std::string bytes = searchable(folder.path() / "out" / name);
      CAPTURE(name);
      for (const std::string& secret : secrets(internal)) {
        CAPTURE(secret);
        CHECK_FALSE(holds(bytes, secret));
        CHECK_FALSE(holds(bytes, escaped(secret)));
      }
      for (const std::string& position : binary_positions(internal)) CHECK_FALSE(holds(bytes, position));
    }
  }
}

TEST_CASE("outputs: a path below a file is one clear error, and the file stays") {
  const test::TemporaryFolder folder;
  test::put(folder / "plan.txt", "plan");
  for (const auto& target : {folder.path() / "plan.txt", folder.path() / "plan.txt" / "out"}) {
    const auto done = write_outputs(testing::sample_findings(), Language::nl, texts(), target);
    REQUIRE_FALSE(done);
    CHECK(done.error().text(texts(), Language::nl).find("plan.txt") != std::string::npos);
    CHECK(texts().has(done.error().message.key));
  }
  CHECK(folder.names() == std::set<std::string>{"plan.txt"});
  CHECK(test::bytes_of(folder / "plan.txt") == "plan");
}

TEST_CASE("outputs: a full disk leaves the old files and nothing half written") {
  const test::TemporaryFolder folder;
  const auto out = folder / "out";
  REQUIRE(write_outputs(testing::empty_findings(), Language::nl, texts(), out));
  test::put(out / "notes.txt", "mine");
  const std::string before = test::bytes_of(out / "results.json");
  for (const rlim_t limit : {rlim_t{0}, rlim_t{4096}, rlim_t{100'000}, rlim_t{250'000}}) {
    CAPTURE(limit);
    {
      const test::FullDisk full(limit);
      const auto done = write_outputs(testing::sample_findings(), Language::nl, texts(), out);
      REQUIRE_FALSE(done);
      CHECK(done.error().kind == ErrorKind::unavailable);
    }
    CHECK(test::bytes_of(out / "results.json") == before);
    CHECK(test::bytes_of(out / "notes.txt") == "mine");
    CHECK(folder.names() == std::set<std::string>{"out"});
    std::set<std::string> expected = all_names();
    expected.insert("notes.txt");
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(out)) found.insert(entry.path().filename().string());
    CHECK(found == expected);
  }
}

TEST_CASE("outputs: a folder where nobody may write is one clear error") {
  // /proc refuses new entries to everybody, the superuser included.
  const auto done = write_outputs(testing::empty_findings(), Language::nl, texts(), "/proc/veer-out");
  REQUIRE_FALSE(done);
  CHECK(texts().has(done.error().message.key));
}
