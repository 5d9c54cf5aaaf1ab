#pragma once

#include <cstdint>

#include "base/random.hpp"
#include "base/result.hpp"
#include "region/parameter.hpp"

namespace veer::region {

/// An uncertain figure that takes one value in each replica, in its own unit.
///
/// Drawn as every other random quantity (docs/model.md, section 2): the entity takes the word its group shares when its
/// follow word is below ρ·2³², else its own; the value is entry word >> 22 of the 1,024 quantiles.
class DrawnFigure {
 public:
  /// @errors as quantiles
  [[nodiscard]] static Result<DrawnFigure> of(const Parameter& parameter, std::uint64_t seed);

  /// @param entity  stable id of what it is drawn for, such as "channels/nl-alert"
  /// @param number  which draw of the purpose, below 16
  [[nodiscard]] double value(std::uint32_t replica, StableId entity, Purpose purpose, std::uint32_t number = 0) const;
  /// Mean over the quantiles.
  [[nodiscard]] double mean() const;
  [[nodiscard]] const QuantileValues& quantiles() const { return values_; }

 private:
  QuantileValues values_{};
  StableId group_{};
  std::uint64_t follow_below_ = 0;
  std::uint64_t seed_ = 0;
};

}  // namespace veer::region
