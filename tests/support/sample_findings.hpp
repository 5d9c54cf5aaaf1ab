#pragma once

#include "report/findings.hpp"

namespace veer::testing {

/// Findings of an invented region "Voorbeeldregio": 3 municipalities, 8 square areas, 5 daily needs, 4 groups, 10
/// services, 6 organisations, 12 processes, 169 hours. The same bytes every time; no engine is needed to make them.
///
/// On purpose it holds what outputs stumble over: a name with markup in it, quantiles beyond the horizon, probabilities
/// 0 and 1, a process without limiting parts, an area whose outline is empty, a confirmed asset beside unconfirmed
/// ones.
[[nodiscard]] report::Findings sample_findings();

/// The same as `sample_findings`, as the public version holds it: no assets, no influences of assets, no limiting
/// parts.
[[nodiscard]] report::Findings sample_findings_open();

/// Findings of a region in which nothing was found: no areas, services, processes or parameters. Outputs must cope.
[[nodiscard]] report::Findings empty_findings();

}  // namespace veer::testing
