#pragma once

#include <string>
#include <vector>

#include "evidence/uses.hpp"
#include "region/region.hpp"

namespace veer::study {

/// One figure with what it rests on and where it is used, from a region or from the program.
struct EvidenceRow {
  std::string id;
  std::string subject;
  std::string name;
  double low = 0;
  double typical = 0;
  double high = 0;
  std::string unit;
  std::string distribution;
  std::string source;      ///< title of the source, or words
  std::string source_url;  ///< may be empty
  std::string reason;      ///< why this value, where there is no source: then it is an assumption of this model
  std::string confidence;  ///< measured, register, published, estimate, assumption
  std::vector<evidence::Use> uses;
};

/// The parameters of a region in the order of its table; then what the program holds itself: the figures of the test
/// against outages, and the standard ones of support points, scarce means and help. A figure of the test that the
/// region has too gives its use to that row and no second one.
/// @param region  null: the figures of the program alone
[[nodiscard]] std::vector<EvidenceRow> evidence_rows(const region::Region* region);

}  // namespace veer::study
