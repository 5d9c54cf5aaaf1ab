#include "report/terminal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "report/audience.hpp"
#include "report/data_messages.hpp"
#include "support/sample_findings.hpp"

using namespace veer;
using namespace veer::report;

namespace {

const Texts& texts() {
  static const Texts all{data_messages()};
  return all;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

std::size_t columns_of(const std::string& line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string without_colour(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\033') {
      while (text[i] != 'm') ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string line_with(const std::string& text, const std::string& begin) {
  for (const std::string& line : lines_of(text))
    if (line.starts_with(begin)) return line;
  return "";
}

/// As many needs, services and processes as the shipped region, or more.
Findings crowded() {
  Findings findings = testing::sample_findings();
  for (int i = 0; i < 9; ++i) {
    findings.needs.push_back(findings.needs[0]);
    findings.region.unmet.push_back(findings.region.unmet[0]);
    findings.services.push_back(findings.services[1]);
    findings.processes.push_back(findings.processes[2]);
  }
  return findings;
}

}  // namespace

TEST_CASE("summary: fits one screen at every width and in both languages") {
  for (const int width : {60, 80, 84, 100, 140})
    for (const Language language : {Language::nl, Language::en}) {
      const auto lines = lines_of(summary(crowded(), language, texts(), false, width));
      CAPTURE(width);
      CHECK(lines.size() <= 42);
      for (const std::string& line : lines) {
        CAPTURE(line);
        CHECK(columns_of(line) <= static_cast<std::size_t>(width));
      }
    }
}

TEST_CASE("summary: colour adds nothing but colour") {
  const std::string plain = summary(testing::sample_findings(), Language::nl, texts(), false, 100);
  const std::string coloured = summary(testing::sample_findings(), Language::nl, texts(), true, 100);
  CHECK(plain.find('\033') == std::string::npos);
  CHECK(coloured.find('\033') != std::string::npos);
  CHECK(without_colour(coloured) == plain);
}

TEST_CASE("summary: services show their share at the moments, in the order in which they fall") {
  const std::string text = summary(testing::sample_findings(), Language::nl, texts(), false, 100);
  const std::string electricity = line_with(text, "Elektriciteit");
  CHECK(electricity.find("100 %") != std::string::npos);
  CHECK(text.find("Elektriciteit") < text.find("Mobiele telefonie"));
  CHECK(text.find("Mobiele telefonie") < text.find("Spoedeisende zorg"));  // never half down
  CHECK(line_with(text, "Spoedeisende zorg").find(" 0 %") != std::string::npos);
}

TEST_CASE("summary: residents stand in thousands with the interval of the worst moment") {
  const Findings findings = testing::sample_findings();
  const std::string line = line_with(summary(findings, Language::nl, texts(), false, 100), "Warmte");
  const auto& warmth = findings.region.unmet[2];
  const auto thousands = [](float value) { return format_decimal(static_cast<double>(value) / 1000, 0, Language::nl); };
  REQUIRE(warmth.p5[72] > 10000);
  CHECK(line.find(thousands(warmth.mean[72])) != std::string::npos);
  CHECK(line.ends_with(thousands(warmth.p5[72]) + "–" + thousands(warmth.p95[72])));
}

TEST_CASE("summary: small numbers of residents keep two digits") {
  Findings findings = testing::sample_findings();
  findings.region.unmet[4].mean.assign(169, 934);
  findings.region.unmet[4].mean[72] = 4;
  const std::string line = line_with(summary(findings, Language::nl, texts(), false, 100), "Medische stroom thuis");
  CHECK(line.find("  0,93  0,93  0,93  0,93  0,93     0  0,93  ") != std::string::npos);
}

TEST_CASE("summary: a small chance is not none, and a great one not all") {
  Findings findings = testing::sample_findings();
  findings.services[9].down_share.mean = std::vector<float>(169, 0.004F);
  findings.services[0].down_share.mean = std::vector<float>(169, 0.9951F);
  const std::string text = summary(findings, Language::nl, texts(), false, 100);
  CHECK(line_with(text, "Spoedeisende zorg").find(" <1 %") != std::string::npos);
  CHECK(line_with(text, "Elektriciteit").find(" >99 %") != std::string::npos);
}

TEST_CASE("summary: own continuity lists the processes of municipalities and emergency services, worst first") {
  const std::string text = summary(testing::sample_findings(), Language::nl, texts(), false, 100);
  CHECK(text.find("Gemeente Zandmeer: Burgerzaken") < text.find("Gemeente Waterveen: Sociaal domein en zorg"));
  CHECK(line_with(text, "Gemeente Zandmeer: Burgerzaken").find("> 168 u") != std::string::npos);
  CHECK(text.find("Netbeheer") == std::string::npos);
}

TEST_CASE("summary: says how many processes stop too long") {
  Findings findings = testing::sample_findings();
  // Of the eleven own processes 0.62, 0.97, 0.91 and 1 are at or over one half.
  CHECK(summary(findings, Language::nl, texts(), false, 100).find("4 van de 11 processen") != std::string::npos);
  findings.processes[0].mtpd_exceeded.mean = 0.4999;
  CHECK(summary(findings, Language::nl, texts(), false, 100).find("3 van de 11 processen") != std::string::npos);
}

TEST_CASE("summary: copes with a region without findings and says when a run was stopped") {
  Findings findings = testing::empty_findings();
  CHECK(lines_of(summary(findings, Language::nl, texts(), false, 100)).size() >= 4);
  findings.cancelled = true;
  CHECK(summary(findings, Language::nl, texts(), false, 100).find("voortijdig gestopt") != std::string::npos);
}
