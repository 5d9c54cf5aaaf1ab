#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "region/region.hpp"
#include "study/choose_measures.hpp"

namespace veer::cli {

/// What `veer choose --account` does: what became of the measures of a region, by year and payer, with the effect of
/// what was really delivered beside what was promised.
/// @param path      of the region, whose table measure_account is read
/// @param question  of which hazards and weights count
/// @errors invalid_input: the region keeps no account; as study::account_of
[[nodiscard]] Outcome tell_account(const std::string& path, const region::Region& region,
                                   const study::MeasureOptions& question, const study::Options& run, bool json,
                                   Context& context);

}  // namespace veer::cli
