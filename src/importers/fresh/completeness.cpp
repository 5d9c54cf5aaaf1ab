#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "importers/fresh/fresh.hpp"
#include "region/cells.hpp"

namespace veer::importers {

namespace {

using State = Completeness::State;

/// The networks whose assets a region needs before its numbers mean much, by the services they deliver.
struct Network {
  const char* subject;
  std::string_view services;  ///< separated by blanks
};
constexpr std::array networks{
    Network{"electricity", "electricity"},
    Network{"telecom", "mobile fixed_telecom c2000"},
    Network{"drinking_water", "drinking_water"},
    Network{"sewage", "sewage drainage"},
    Network{"heat", "gas heat"},
    Network{"fuel", "fuel"},
    Network{"care", "hospital_acute gp_care pharmacy nursing_home home_care"},
    Network{"food", "food_retail"},
    Network{"payments", "payments"},
    Network{"response", "fire_response police_response ambulance call_112"},
    Network{"crisis", "crisis_organisation crisis_information data_centre"},
};

class Reader {
 public:
  explicit Reader(const region::Tables& tables) : tables_(tables) {}

  [[nodiscard]] std::size_t rows(const std::string& name) const {
    const auto table = tables_.tables.find(name);
    return table == tables_.tables.end() ? 0 : table->second.rows.size();
  }

  /// Calls `take(value, confidence)` for every row.
  template <class Take>
  void each(const std::string& name, const std::string& column, Take&& take) const {
    const auto table = tables_.tables.find(name);
    if (table == tables_.tables.end()) return;
    const auto wanted = table->second.column(column);
    const auto confidence = table->second.column("confidence");
    if (!wanted) return;
    for (const auto& row : table->second.rows) take(row[*wanted], confidence ? row[*confidence] : std::string());
  }

  /// Rows of a column, and whether all of them are assumptions.
  [[nodiscard]] Completeness table(const char* subject, const std::string& name) const {
    Completeness line{.subject = subject, .count = rows(name)};
    bool all_assumed = true;
    each(name, "confidence", [&all_assumed](const std::string& word, const std::string&) {
      all_assumed = all_assumed && word == "assumption";
    });
    line.state = line.count == 0 ? State::missing : all_assumed ? State::assumed : State::present;
    return line;
  }

 private:
  const region::Tables& tables_;
};

/// The daily needs of people that no supplier carries yet.
Completeness daily_needs(const Reader& reader) {
  std::set<std::string> carried;
  reader.each("needs", "component", [&carried](const std::string& component, const std::string&) {
    carried.insert(component.substr(0, component.find('@')));
  });
  constexpr std::array wanted{"water", "food",         "warmth",    "cooling",    "light", "information",
                              "alarm", "medical_care", "medicines", "sanitation", "cash",  "safety"};
  Completeness line{.subject = "daily_needs"};
  for (const char* need : wanted)
    if (carried.contains(need)) ++line.count;
  line.state = line.count == wanted.size() ? State::present : line.count > 0 ? State::assumed : State::missing;
  return line;
}

}  // namespace

std::vector<Completeness> completeness_of(const region::Tables& tables) {
  const Reader reader(tables);
  std::vector<Completeness> lines;
  lines.push_back(reader.table("areas", "areas"));
  lines.push_back(reader.table("cells", "cells"));
  for (const Network& network : networks) {
    Completeness line{.subject = network.subject};
    bool all_assumed = true;
    reader.each("assets", "service", [&](const std::string& service, const std::string& confidence) {
      if (!region::has_word(network.services, service)) return;
      ++line.count;
      all_assumed = all_assumed && confidence == "assumption";
    });
    line.state = line.count == 0 ? State::missing : all_assumed ? State::assumed : State::present;
    lines.push_back(line);
  }
  lines.push_back(daily_needs(reader));
  lines.push_back(reader.table("processes", "processes"));
  lines.push_back(reader.table("backups", "backups"));
  lines.push_back(reader.table("support_points", "support_points"));
  lines.push_back(reader.table("walks", "walks"));
  lines.push_back(reader.table("channels", "channels"));
  lines.push_back(reader.table("resources", "resources"));
  lines.push_back(reader.table("measures", "measures"));
  lines.push_back(reader.table("plans", "plans"));
  return lines;
}

bool is_unfinished(const std::vector<Completeness>& lines) {
  constexpr std::size_t half_of_daily_needs = 6;
  return std::any_of(lines.begin(), lines.end(), [](const Completeness& line) {
    return (line.subject == "processes" && line.state == State::missing) ||
           (line.subject == "daily_needs" && line.count < half_of_daily_needs);
  });
}

}  // namespace veer::importers
