#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "geo/polygon.hpp"
#include "importers/foreign/content.hpp"

namespace veer::importers::foreign {

/// Why rows were left out, and how many.
struct Dropped {
  std::string reason;  ///< the last word of the key importers.foreign.drop.<reason>
  std::size_t count = 0;
  std::size_t first_row = 0;  ///< as the user sees it; 0 where rows have no number
};

/// What became of a layer, sheet or table; `recognised` until that is decided.
enum class Verdict { recognised, used, not_needed, doubled, outside, unknown };

/// What was read of one part of a file, what was left out and why.
struct PartReport {
  std::string file;
  std::string part = {};  ///< layer or sheet; empty where the file has one table
  Content content = Content::unknown;
  Verdict verdict = Verdict::unknown;
  std::size_t rows_read = 0;
  std::size_t rows_used = 0;
  std::vector<Dropped> dropped = {};
  geo::Bounds bounds = {};  ///< of what was used, degrees
  std::optional<std::int64_t> residents = {};
  std::optional<std::int64_t> matched = {};  ///< rows that were found back in another file
  std::string year = {};  ///< of the figures: from a column `jaar`, else from the name; empty: not told
  std::vector<Message> notes = {};

  void drop(const std::string& reason, std::size_t row, std::size_t count = 1) {
    for (Dropped& known : dropped) {
      if (known.reason != reason) continue;
      known.count += count;
      return;
    }
    dropped.push_back({reason, count, row});
  }
  void see(geo::LonLat place) {
    bounds = {std::min(bounds.west, place.lon), std::min(bounds.south, place.lat), std::max(bounds.east, place.lon),
              std::max(bounds.north, place.lat)};
  }
};

}  // namespace veer::importers::foreign
