#include "importers/haaglanden/evidence.hpp"

#include <charconv>
#include <map>

#include "base/result.hpp"
#include "base/text.hpp"
#include "importers/haaglanden/evidence_names.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Cells of the evidence by name of column; read_sources has checked that the columns are there.
class EvidenceRow {
 public:
  EvidenceRow(const formats::Table& table, std::size_t row) : table_(table), row_(row) {}
  [[nodiscard]] const std::string& operator[](const char* column) const {
    const auto found = table_.column(column);
    ENSURE(found.has_value(), "the evidence lacks a column that was checked when it was read");
    return table_.rows[row_][*found];
  }

 private:
  const formats::Table& table_;
  std::size_t row_;
};

std::string confidence_of(const std::string& word) {
  if (word == "verified-in-source") return "published";
  return word == "derived" ? "estimate" : "assumption";
}

/// The cell as a number; read_sources has checked that it is one.
double number_of(const std::string& cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

std::string shape_of(const EvidenceRow& row) {
  const std::string& word = row["distribution"];
  const double typical = number_of(row["typical"]);
  const bool no_spread = word == "beta" && (typical <= 0 || typical >= 1);
  return word == "scenario" || no_spread ? "triangular" : word;
}

std::string lower(const std::string& text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// The host of an address, or the text before it.
std::string title_of(const std::string& reference) {
  const std::size_t address = reference.find("http");
  if (address == std::string::npos) return reference;
  if (address > 0) {
    std::string words = reference.substr(0, address);
    while (words.ends_with(' ') || words.ends_with(',') || words.ends_with(';') || words.ends_with(':'))
      words.pop_back();
    return words;
  }
  const std::size_t host = reference.find("//") + 2;
  return reference.substr(host, reference.find('/', host) - host);
}

std::string address_of(const std::string& reference) {
  const std::size_t address = reference.find("http");
  if (address == std::string::npos) return {};
  return reference.substr(address, reference.find_first_of(" ;)", address) - address);
}

}  // namespace

void add_evidence(Context& context) {
  const formats::Table& table = context.sources.parameters;
  std::map<std::string, std::string> source_of;  // reference → id
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const EvidenceRow row(table, i);
    const std::string& reference = row["source"];
    const auto [source, first] = source_of.emplace(reference, "ev-" + lower(row["id"]));
    if (first)
      context.draft.row("sources",
                        {{"id", source->second}, {"title", title_of(reference)}, {"url", address_of(reference)}});
    const EvidenceName* const name = evidence_name(row["id"]);
    context.draft.row("parameters",
                      {{"id", row["id"]},
                       {"subject", name == nullptr ? row["subject"] : std::string(name->subject)},
                       {"parameter", name == nullptr ? row["parameter"] : std::string(name->parameter)},
                       {"low", canonical_number(number_of(row["low"]))},
                       {"typical", canonical_number(number_of(row["typical"]))},
                       {"high", canonical_number(number_of(row["high"]))},
                       {"unit", row["unit"]},
                       {"distribution", shape_of(row)},
                       {"share", row["id"].starts_with("GEN05") || row["id"].starts_with("GEN06") ? "0" : ""},
                       {"note", row["note"]},
                       {"source", source->second},
                       {"confidence", confidence_of(row["confidence"])}});
  }
}

std::string evidence_source(const Sources& sources, const std::string& id) {
  const formats::Table& table = sources.parameters;
  std::string reference;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (EvidenceRow(table, i)["id"] == id) reference = EvidenceRow(table, i)["source"];
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (EvidenceRow(table, i)["source"] == reference) return "ev-" + lower(EvidenceRow(table, i)["id"]);
  ENSURE(false, "the builder of Haaglanden names evidence that is not there");
  return {};
}

}  // namespace veer::importers::haaglanden
