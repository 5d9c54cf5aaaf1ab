#pragma once

#include <string>

#include "base/text.hpp"
#include "report/findings.hpp"

namespace veer::report {

/// The study on one screen: what ran, own continuity, what falls out when, whom it hits, how sure we are.
///
/// At most 42 lines, each at most `width` columns, ending in a line feed; the caller adds where the files are. Rows are
/// chosen: the ten services and eight needs that lose most, the five processes of municipalities and emergency services
/// most likely to exceed their MTPD. Numbers are means over the replicas, the last column is P5–P95 at the row's worst
/// moment; a small curve shows the whole horizon.
///
/// @param colour  ANSI colours; without them nothing is lost, colour only repeats the number
/// @param width   columns of the screen, 60 at least; below 100 the small curves go, below 84 the intervals too
[[nodiscard]] std::string summary(const Findings& findings, Language language, const Texts& texts, bool colour,
                                  int width);

}  // namespace veer::report
