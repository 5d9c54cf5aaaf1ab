#include "report/workbook.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/workbook.hpp"
#include "formats/zip_archive.hpp"
#include "report/audience.hpp"
#include "report/data_messages.hpp"
#include "report/sheet_book.hpp"
#include "support/full_disk.hpp"
#include "support/sample_findings.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::report;

namespace {

const Texts& texts() {
  static const Texts all{data_messages()};
  return all;
}

std::vector<formats::Table> sheets_of(const Findings& findings, Language language = Language::nl) {
  const test::TemporaryFolder folder;
  REQUIRE(write_results_workbook(findings, language, texts(), folder / "results.xlsx"));
  auto read = formats::read_workbook(folder / "results.xlsx");
  REQUIRE_MESSAGE(read, read.error().text(texts(), Language::en));
  return *read;
}

const formats::Table& sheet(const std::vector<formats::Table>& sheets, const std::string& name) {
  const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const auto& one) { return one.name == name; });
  REQUIRE_MESSAGE(found != sheets.end(), name);
  return *found;
}

std::string cell(const formats::Table& table, std::size_t row, const std::string& column) {
  const auto index = table.column(column);
  REQUIRE_MESSAGE(index, column);
  return table.rows.at(row).at(*index);
}

std::string part_of(const std::filesystem::path& file, const std::string& part) {
  auto archive = formats::ZipArchive::open(file, std::size_t{1} << 28U);
  REQUIRE(archive);
  std::string out;
  REQUIRE(archive->read(part, [&out](std::string_view piece) -> Done {
    out += piece;
    return {};
  }));
  return out;
}

}  // namespace

TEST_CASE("workbook: the sheets in the order in which people read them") {
  std::vector<std::string> names;
  for (const auto& one : sheets_of(testing::sample_findings())) names.push_back(one.name);
  CHECK(names == std::vector<std::string>{"Leesmij", "Processen", "Aan een draadje", "Diensten",
                                          "Behoeften per gemeente", "Gebieden", "Groepen", "Invloed", "Noodsteunpunten",
                                          "Bereik per uur", "Beslisklok", "Hulp", "Parameters", "Bronnen",
                                          "Vertrouwen"});
  CHECK(sheets_of(testing::sample_findings(), Language::en).front().name == "Read me");
}

TEST_CASE("workbook: what hangs by a thread has a row for each process and horizon, and none in the open version") {
  const auto sheets = sheets_of(testing::sample_findings());
  CHECK(sheet(sheets, "Aan een draadje").rows.size() == 1);
  for (const auto& one : sheets_of(for_audience(testing::sample_findings(), Audience::open)))
    CHECK(one.name != "Aan een draadje");
}

TEST_CASE("workbook: a process with its chances, hours and what stops it") {
  const auto sheets = sheets_of(testing::sample_findings());
  const auto& processes = sheet(sheets, "Processen");
  REQUIRE(processes.rows.size() == 12);
  CHECK(cell(processes, 0, "Organisatie") == "Gemeente Waterveen");
  CHECK(cell(processes, 0, "RTO (uur)") == "1");
  CHECK(cell(processes, 0, "Kans MTPD overschreden (%)") == "0.62");
  CHECK(cell(processes, 7, "Weer op gang (uur), P95") == "> 168");
  CHECK(cell(processes, 0, "Oordeel op papier") == "voldoet niet");
  CHECK(cell(processes, 0, "Wat het stil legt (deel van de verlopen)").starts_with("Pomp \"Noord\" & Zuid <0> (55 %)"));
  CHECK(cell(processes, 0, "Regels die niet kloppen") == "Noodstroom reikt 24 uur; het scenario duurt 72 uur.");
  CHECK(cell(processes, 10, "Bevestigd door de eigenaar") == "ja");
}

TEST_CASE("workbook: services, needs, areas and groups at the moments") {
  const Findings findings = testing::sample_findings();
  const auto sheets = sheets_of(findings);
  const auto& services = sheet(sheets, "Diensten");
  CHECK(services.rows.size() == 10);
  CHECK(std::stod(cell(services, 1, "Staat uit na 24 uur (%), gemiddeld")) ==
        doctest::Approx(static_cast<double>(findings.services[1].down_share.mean[24])));
  const auto& needs = sheet(sheets, "Behoeften per gemeente");
  CHECK(needs.rows.size() == 4 * 5);  // region and three municipalities
  CHECK(cell(needs, 0, "Gemeente") == "Voorbeeldregio");
  CHECK(std::stod(cell(needs, 5, "Onvervuld na 72 uur (inwoners), P95")) ==
        doctest::Approx(static_cast<double>(findings.municipalities[0].unmet[0].p95[72])));
  const auto& areas = sheet(sheets, "Gebieden");
  CHECK(areas.rows.size() == 8);
  CHECK(std::stod(cell(areas, 2, "Warmte: onvervuld na 48 uur (inwoners)")) ==
        doctest::Approx(static_cast<double>(findings.areas[2].unmet[2].mean[48])));
  CHECK(sheet(sheets, "Groepen").rows.size() == 4 * 4 * 5);
  CHECK(sheet(sheets, "Invloed").rows.size() == 6);
  CHECK(cell(sheet(sheets, "Vertrouwen"), 0, "Rijen: aanname") == "80");
}

TEST_CASE("workbook: the header stays in view, shares are percentages, printed pages carry the marking") {
  const test::TemporaryFolder folder;
  REQUIRE(write_results_workbook(testing::sample_findings(), Language::nl, texts(), folder / "a.xlsx"));
  const std::string services = part_of(folder / "a.xlsx", "xl/worksheets/sheet3.xml");
  CHECK(services.find("state=\"frozen\"") != std::string::npos);
  CHECK(services.find("<autoFilter") != std::string::npos);
  CHECK(services.find("INTERN · voorbeeldgegevens – niet bevestigd") != std::string::npos);
  CHECK(services.find("orientation=\"landscape\"") != std::string::npos);
  CHECK(part_of(folder / "a.xlsx", "xl/styles.xml").find("0.0%") != std::string::npos);
}

TEST_CASE("workbook: the open version has no column and no row that names a weak place") {
  const auto sheets = sheets_of(for_audience(testing::sample_findings(), Audience::open));
  CHECK_FALSE(sheet(sheets, "Processen").column("Wat het stil legt (deel van de verlopen)"));
  CHECK(sheet(sheets, "Invloed").rows.size() == 4);
}

TEST_CASE("workbook: the same findings give the same bytes; a region without findings gives a workbook") {
  CHECK(*results_workbook(testing::sample_findings(), Language::nl, texts()) ==
        *results_workbook(testing::sample_findings(), Language::nl, texts()));
  CHECK(sheet(sheets_of(testing::empty_findings()), "Leesmij").rows.size() > 10);
}

TEST_CASE("workbook: control characters and endless texts become cells that Excel opens") {
  const test::TemporaryFolder folder;
  BookSheet one{"Blad",
                {{"Kop & \x01", CellFormat::text, 10}},
                {{std::string("a\x02"
                              "b")},
                 {std::string(40'000, 'x')},
                 {std::string("=1+1")}},
                0};
  const auto bytes = sheet_book({one}, {"Boven & onder", ""});
  REQUIRE(bytes);
  test::put(folder / "a.xlsx", *bytes);
  const auto read = formats::read_workbook(folder / "a.xlsx");
  REQUIRE(read);
  CHECK(read->front().rows[0][0] == "a b");
  CHECK(read->front().rows[1][0].size() == 32'000);
  CHECK(read->front().rows[2][0] == "=1+1");
}

TEST_CASE("workbook: a full folder for temporary files is an error, not a damaged workbook") {
  Findings findings = testing::sample_findings();
  findings.processes.resize(300, findings.processes.front());
  const auto whole = results_workbook(findings, Language::nl, texts());
  REQUIRE(whole);
  // The last limit holds the packed workbook but not the unpacked sheets that it is made from: the library notices
  // nothing.
  for (const rlim_t limit : {rlim_t{0}, rlim_t{2'000}, rlim_t{8'000}, rlim_t{whole->size() + 100}}) {
    const test::FullDisk full(limit);
    REQUIRE(full.works());
    const auto bytes = results_workbook(findings, Language::nl, texts());
    CAPTURE(limit);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == ErrorKind::unavailable);
    CHECK(bytes.error().message.key == "formats.no_temporary_room");
  }
}
