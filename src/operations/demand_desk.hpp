#pragma once

#include <vector>

#include "operations/agenda.hpp"
#include "operations/means.hpp"

namespace veer::operations {

/// Lets the reservoirs that more is asked of empty faster, from the minute in which a demand begins until it ends: at
/// the product of the paces that hold (docs/method/operations.md).
class DemandDesk {
 public:
  explicit DemandDesk(const Means& means) : means_(means) {}

  void begin(cascade::Engine& engine);
  void wake(cascade::Engine& engine, Tick tick);

 private:
  enum class Kind : std::uint8_t { pace };

  const Means& means_;
  Agenda<Kind> agenda_;
};

}  // namespace veer::operations
