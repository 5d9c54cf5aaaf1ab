#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/problem.hpp"
#include "server/run_request.hpp"
#include "store/state.hpp"
#include "study/choose_measures.hpp"

namespace veer::server {

/// Reads a request for a package of measures (schema/openapi.json, MaatregelpakketInvoer). Everything that is wrong
/// goes to `problems`. `RunRequest::package` becomes what was asked, every member filled in, so that the same question
/// in other words is the same text.
[[nodiscard]] RunRequest parse_package_request(std::string_view json, const Speech& say,
                                               std::vector<FieldProblem>& problems);

/// Fills in how many replicas are usual, where the request does not say.
void settle_package(const region::Region& region, RunRequest& request);

/// The question that such a request asks. @pre request.package is what parse_package_request made
[[nodiscard]] study::MeasureOptions measure_options(const RunRequest& request);

/// What a region says against a question: hazards, payers, municipalities and measures that it has not, years that a
/// payer lacks, money that it has no figure for.
void check_package(const region::Region& region, const RunRequest& request, const Speech& say,
                   std::vector<FieldProblem>& problems);

/// Hash of all in a state but what measures cost, how long they take, and the account: states with the same hash may
/// share a study::MeasureDesk.
[[nodiscard]] std::string effects_key(const store::State& state);

}  // namespace veer::server
