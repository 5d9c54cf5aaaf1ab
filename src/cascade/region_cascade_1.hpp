#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cascade/program.hpp"

namespace veer::cascade {

/// A model in the exchange format `region-cascade-1`: the program and what its totals are counted by.
struct ExchangeModel {
  Program program;
  std::vector<std::string> service_names;
  std::vector<std::int32_t> service;     ///< by component: index in service_names, or -1
  std::vector<std::int64_t> population;  ///< by component
};

/// Reads the format from its text.
/// @param shown_file  name for messages
/// @errors invalid_input: not JSON, another format, arrays that do not match, an index or value out of range
/// @source docs/model.md, section 4
[[nodiscard]] Result<ExchangeModel> parse_region_cascade_1(std::string_view text, const std::string& shown_file);

/// The line one replica prints: number, fingerprint, person-ticks lost by service.
class Engine;
[[nodiscard]] std::string replica_line(const ExchangeModel& model, const Engine& engine, std::uint32_t replica);

}  // namespace veer::cascade
