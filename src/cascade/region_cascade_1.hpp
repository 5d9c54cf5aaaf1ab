#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cascade/lanes.hpp"
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

/// What is reported of each replica of a model: its fingerprint (sum of the hashes of all down intervals, modulo 2⁶⁴)
/// and the person-ticks lost by service. One object per thread.
class ReplicaTotals : public RowSink {
 public:
  /// @param fingerprints  work them out too
  ReplicaTotals(const ExchangeModel& model, std::uint32_t batch, bool fingerprints);
  void row(Component component, const LaneRow& row) override;
  /// Starts again at 0.
  void clear();

  /// "number fingerprint lost lost …", as the format prescribes.
  [[nodiscard]] std::string line(std::uint32_t lane, std::uint32_t replica) const;
  [[nodiscard]] std::int64_t lost(std::size_t service, std::uint32_t lane) const {
    return lost_[service * batch_ + lane];
  }

 private:
  const ExchangeModel& model_;
  std::uint32_t batch_;
  std::vector<std::uint64_t> fingerprints_;  ///< by lane; empty: not asked for
  std::vector<std::int64_t> lost_;           ///< service × batch
};

}  // namespace veer::cascade
