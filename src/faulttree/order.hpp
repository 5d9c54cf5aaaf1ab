#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "faulttree/tree.hpp"

namespace veer::faulttree {

/// Ways to put the events of a circuit in an order before a diagram is built. None is always best, so several are
/// tried.
enum class OrderRule : std::uint8_t {
  as_written,    ///< walk from the top, inputs as given
  small_first,   ///< walk, inputs with few events below first
  large_first,   ///< walk, inputs with many events below first
  shared_first,  ///< walk, inputs used by many gates first
  weights,       ///< the top's weight spreads evenly downward; heaviest event first, then again without it
  levels,        ///< events close to the top first
  gravity        ///< events drawn to the middle of the gates that use them (FORCE)
};
inline constexpr OrderRule order_rules[] = {OrderRule::as_written,   OrderRule::small_first, OrderRule::large_first,
                                            OrderRule::shared_first, OrderRule::weights,     OrderRule::levels,
                                            OrderRule::gravity};

/// The level of each event, by event: a permutation of 0 … events−1.
/// @source Minato, Ishiura and Yajima, DAC 1990 (weights); Aloul, Markov and Sakallah, GLSVLSI 2003 (gravity)
[[nodiscard]] std::vector<std::uint32_t> event_order(const Circuit& circuit, OrderRule rule);

[[nodiscard]] std::string_view name_of(OrderRule rule);

}  // namespace veer::faulttree
